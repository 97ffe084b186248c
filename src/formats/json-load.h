/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *cw_json_load_checked (const char *data, gsize length, const char *name, GError **error);
JsonNode *cw_json_load (const char *data, gssize length, const char *name, GError **error);

G_END_DECLS
