/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

/**
 * CwJsonPlace:
 *
 * Where a reader is in a JSON file: the file's name and a JSON pointer (RFC 6901).
 */
typedef struct _CwJsonPlace CwJsonPlace;

CwJsonPlace *cw_json_place_new (const char *name);
void cw_json_place_free (CwJsonPlace *self);

void cw_json_place_enter (CwJsonPlace *self, const char *key);
void cw_json_place_enter_index (CwJsonPlace *self, guint index);
void cw_json_place_leave (CwJsonPlace *self);

gboolean cw_json_place_fail (const CwJsonPlace *self,
                             GError **error,
                             CwFormatError code,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);
gboolean
cw_json_place_fail_at (CwJsonPlace *self, const char *key, GError **error, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwJsonPlace, cw_json_place_free)

G_END_DECLS
