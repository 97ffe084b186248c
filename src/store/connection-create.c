/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/connection-private.h"

#include "store/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A new document is made whole under another name and then put in its place, so that there never
 * is half a document. */
static gboolean
fill_document (const char *path, CwConnectionFill fill, gpointer user_data, GError **error)
{
  g_autoptr (CwConnection) self =
    _cw_connection_new (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, CW_CONNECTION_READ_WRITE,
                        error);
  g_autofree char *application_id =
    g_strdup_printf ("PRAGMA application_id = %d", CW_SCHEMA_APPLICATION_ID);

  if (self == NULL || !_cw_connection_begin (self, error))
    return FALSE;

  return _cw_connection_exec (self, application_id, error) && cw_schema_create (self, error) &&
         (fill == NULL || fill (self, user_data, error)) && _cw_connection_commit (self, error);
}

/* The rename is only safe from a power cut once the folder itself is on disk. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

gboolean
_cw_connection_stands_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  return g_file_test (beside, G_FILE_TEST_EXISTS);
}

/* A document that is open has its log beside it. Whoever has it open would go on writing into the
 * file that is gone, and the log would be taken for that of the new one. */
gboolean
_cw_connection_check_replaceable (const char *path, GError **error)
{
  if (!_cw_connection_stands_beside (path, "-wal"))
    return TRUE;

  g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_BUSY,
               _ ("“%s” is open and cannot be replaced"), path);

  return FALSE;
}

gboolean
_cw_connection_put_in_place (const char *temporary, const char *path, GError **error)
{
  if (g_rename (temporary, path) < 0)
    {
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NOT_WRITABLE,
                   /* Translators: the first %s is a file name, the second the system's reason */
                   _ ("“%s” cannot be written: %s"), path, g_strerror (errno));
      return FALSE;
    }

  sync_folder (path);

  return TRUE;
}

/* A second name can only be given where nothing stands; a file system that knows no second names is
 * looked at before. */
static gboolean
put_where_nothing_is (const char *temporary, const char *path, GError **error)
{
  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      sync_folder (path);
      return TRUE;
    }
  if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS))
    return _cw_connection_put_in_place (temporary, path, error);

  g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NOT_WRITABLE,
               /* Translators: %s is a file name */
               _ ("“%s” is there already and is not replaced"), path);

  return FALSE;
}

void
_cw_connection_remove_temporary (const char *temporary)
{
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

  g_unlink (temporary);
  g_unlink (journal);
}

typedef gboolean (*PutInPlace) (const char *temporary, const char *path, GError **error);

static gboolean
create_document (const char *path,
                 PutInPlace put_in_place,
                 CwConnectionFill fill,
                 gpointer user_data,
                 GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *temporary = g_strdup_printf ("%s.%.8s.part", path, uuid);
  gboolean made = _cw_connection_check_replaceable (path, error) &&
                  fill_document (temporary, fill, user_data, error) &&
                  put_in_place (temporary, path, error);

  if (!made)
    _cw_connection_remove_temporary (temporary);

  return made;
}

/**
 * cw_connection_create_document:
 * @path: where the document goes; an existing file is replaced
 * @fill: (nullable) (scope call): writes the first content
 * @user_data: for @fill
 * @error: return location
 *
 * Makes a new document. Where anything fails, what stood at @path before stays as it was.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_connection_create_document (const char *path,
                               CwConnectionFill fill,
                               gpointer user_data,
                               GError **error)
{
  return create_document (path, _cw_connection_put_in_place, fill, user_data, error);
}

/**
 * cw_connection_create_new_document:
 * @path: where the document goes
 * @fill: (nullable) (scope call): writes the first content
 * @user_data: for @fill
 * @error: return location
 *
 * Makes a new document where nothing stands yet. Whatever came to stand at @path meanwhile stays.
 *
 * Returns: %FALSE with a #CwStoreError, which is %CW_STORE_ERROR_NOT_WRITABLE where something is
 *   there
 */
gboolean
cw_connection_create_new_document (const char *path,
                                   CwConnectionFill fill,
                                   gpointer user_data,
                                   GError **error)
{
  return create_document (path, put_where_nothing_is, fill, user_data, error);
}
