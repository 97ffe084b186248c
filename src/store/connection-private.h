/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _CwConnection
{
  sqlite3 *db;
  char *path;
  CwConnectionMode mode;
  gboolean writing; /* whether this connection may change the file */
  guint64 n_statements;
};

CwConnection *
_cw_connection_new (const char *path, int flags, CwConnectionMode mode, GError **error);
gboolean _cw_connection_exec (CwConnection *self, const char *sql, GError **error);
gboolean _cw_connection_begin (CwConnection *self, GError **error);
gboolean _cw_connection_commit (CwConnection *self, GError **error);
void _cw_connection_rollback (CwConnection *self);
gboolean _cw_connection_fail (CwConnection *self, int result, GError **error);

gboolean _cw_connection_stands_beside (const char *path, const char *suffix);
gboolean _cw_connection_check_replaceable (const char *path, GError **error);
void _cw_connection_remove_temporary (const char *temporary);
gboolean _cw_connection_put_in_place (const char *temporary, const char *path, GError **error);

G_END_DECLS
