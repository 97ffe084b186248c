/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

char *_cw_upgrade_get_backup_path (const char *path, int version);
gboolean _cw_upgrade_copy (CwConnection *old, int version, const char *copy_path, GError **error);
gboolean _cw_upgrade_replace (const char *path, int version, const char *copy_path, GError **error);

G_END_DECLS
