/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/replace-file.h"

#include <errno.h>
#include <gio/gfiledescriptorbased.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Only a file is replaced, never a folder or a device. A file's permissions are its successor's.
 * Where there is no file yet, @mode stays 0. */
static gboolean
look_at_target (GFile *file, guint32 *mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_UNIX_MODE,
                       G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (info == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("“%s” is not a file and cannot be replaced"), name);
      return FALSE;
    }

  *mode = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 07777;

  return TRUE;
}

static GFile *
name_beside (GFile *file)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = path == NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *temporary = g_strdup_printf ("%s.%.8s.part", path != NULL ? path : uri, uuid);

  return path != NULL ? g_file_new_for_path (temporary) : g_file_new_for_uri (temporary);
}

/* The rename is only safe from a power cut once what is renamed is on disk. */
static gboolean
sync_stream (GFileOutputStream *stream, GError **error)
{
  int number;

  if (!G_IS_FILE_DESCRIPTOR_BASED (stream) ||
      fsync (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream))) == 0)
    return TRUE;

  number = errno;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));

  return FALSE;
}

static gboolean
write_whole (GFile *temporary,
             guint32 mode,
             CwReplaceFileFill fill,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFileOutputStream) stream =
    g_file_create (temporary, G_FILE_CREATE_NONE, cancellable, error);

  if (stream == NULL)
    return FALSE;

  if (mode != 0)
    g_file_set_attribute_uint32 (temporary, G_FILE_ATTRIBUTE_UNIX_MODE, mode,
                                 G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return fill (G_OUTPUT_STREAM (stream), user_data, cancellable, error) &&
         g_output_stream_flush (G_OUTPUT_STREAM (stream), cancellable, error) &&
         sync_stream (stream, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/**
 * cw_replace_file:
 * @file: a file; it may be there or not
 * @fill: (scope call): writes the content
 * @user_data: for @fill
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes a file under another name and puts it in its place once it is whole.
 *
 * Returns: %FALSE with an error that names @file; what stood there before is then as it was, and
 *   nothing is beside it
 */
gboolean
cw_replace_file (GFile *file,
                 CwReplaceFileFill fill,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GFile) temporary = name_beside (file);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  guint32 mode = 0;

  if (!look_at_target (file, &mode, cancellable, error))
    return FALSE;

  if (write_whole (temporary, mode, fill, user_data, cancellable, &local_error) &&
      g_file_move (temporary, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE,
                   cancellable, NULL, NULL, &local_error))
    return TRUE;

  g_file_delete (temporary, NULL, NULL);
  if (local_error->domain == G_IO_ERROR && local_error->code != G_IO_ERROR_CANCELLED)
    g_prefix_error (&local_error, _ ("“%s” cannot be written: "), name);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
