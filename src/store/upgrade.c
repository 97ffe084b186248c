/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/upgrade.h"

#include "store/connection-private.h"
#include "store/schema.h"
#include "store/statement.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A document of an older version is upgraded in a copy, which takes its place once it is whole.
 * What it was stays beside it under another name. */

/**
 * _cw_upgrade_get_backup_path:
 * @path: a document
 * @version: the schema version it has
 *
 * Returns: (transfer full): a path beside it at which nothing stands, for what it was before it is
 *   upgraded: "name.version-1.crosswalk"
 */
char *
_cw_upgrade_get_backup_path (const char *path, int version)
{
  const char *suffix = g_str_has_suffix (path, ".crosswalk") ? ".crosswalk" : "";
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (suffix));
  g_autofree char *backup = g_strdup_printf ("%s.version-%d%s", stem, version, suffix);

  for (guint i = 2; g_file_test (backup, G_FILE_TEST_EXISTS); i++)
    {
      g_free (backup);
      backup = g_strdup_printf ("%s.version-%d.%u%s", stem, version, i, suffix);
    }

  return g_steal_pointer (&backup);
}

static gboolean
vacuum_into (CwConnection *connection, const char *path, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (connection, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", path);

  return cw_statement_run (statement, error);
}

/**
 * _cw_upgrade_copy:
 * @old: a connection to a document of an older version in which all is well
 * @version: its version
 * @copy_path: where the copy goes; nothing stands there
 * @error: return location
 *
 * Makes a copy of the newest version. Where it fails, half a copy may be left.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
_cw_upgrade_copy (CwConnection *old, int version, const char *copy_path, GError **error)
{
  g_autoptr (CwConnection) copy = NULL;

  if (!vacuum_into (old, copy_path, error))
    return FALSE;

  copy = _cw_connection_new (copy_path, SQLITE_OPEN_READWRITE, CW_CONNECTION_READ_WRITE, error);

  return copy != NULL && _cw_connection_begin (copy, error) &&
         cw_schema_upgrade (copy, version, error) && _cw_connection_commit (copy, error) &&
         cw_schema_check (copy, CW_SCHEMA_VERSION, error) && cw_connection_check (copy, error);
}

/* A second name for the same file costs nothing; where a file system has none, a copy. */
static gboolean
keep_backup (const char *path, const char *backup_path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) backup = g_file_new_for_path (backup_path);

  return link (path, backup_path) == 0 ||
         g_file_copy (file, backup, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

/**
 * _cw_upgrade_replace:
 * @path: a document of an older version
 * @version: its version
 * @copy_path: its upgraded copy, in the same folder
 * @error: return location
 *
 * Puts the copy in the document's place and leaves what it was beside it.
 *
 * Returns: %FALSE with an error; the document is then as it was
 */
gboolean
_cw_upgrade_replace (const char *path, int version, const char *copy_path, GError **error)
{
  g_autofree char *backup = _cw_upgrade_get_backup_path (path, version);

  if (!keep_backup (path, backup, error))
    {
      g_prefix_error (error, _ ("“%s” is not upgraded, since no copy can be kept: "), path);
      return FALSE;
    }

  if (_cw_connection_put_in_place (copy_path, path, error))
    return TRUE;

  g_unlink (backup);

  return FALSE;
}
