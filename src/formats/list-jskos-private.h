/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

const char *_cw_jskos_get_string (JsonObject *object, const char *key);
JsonObject *_cw_jskos_get_object (JsonObject *object, const char *key);
JsonArray *_cw_jskos_get_array (JsonObject *object, const char *key);
const char *_cw_jskos_get_first (JsonObject *object, const char *key);
const char *_cw_jskos_get_first_uri (JsonObject *object, const char *key);
char *_cw_jskos_restore_case (const char *tag);
void _cw_jskos_read_text (JsonObject *object, const char *key, gboolean lists, CwText *text);
char *_cw_jskos_read_notes (JsonObject *object, const char *key);
char *_cw_jskos_read_line (JsonObject *object, const char *key);

G_END_DECLS
