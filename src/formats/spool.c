/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/spool.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct _CwSpool
{
  FILE *file; /* (nullable) until something is kept */
  guint64 length;
  GMappedFile *mapped; /* (nullable) once it is read */
};

/**
 * cw_spool_new:
 *
 * Returns: (transfer full): a spool that holds nothing
 */
CwSpool *
cw_spool_new (void)
{
  return g_new0 (CwSpool, 1);
}

/**
 * cw_spool_free:
 * @self: (nullable): a spool
 */
void
cw_spool_free (CwSpool *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->mapped, g_mapped_file_unref);
  if (self->file != NULL)
    fclose (self->file);
  g_free (self);
}

/**
 * cw_spool_get_length:
 * @self: a spool
 *
 * Returns: how many bytes it holds, which is where the next ones will stand
 */
guint64
cw_spool_get_length (const CwSpool *self)
{
  return self->length;
}

static gboolean
fail (GError **error, int reason)
{
  /* Translators: %s is the system's reason */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (reason),
               _ ("A temporary file cannot be written: %s"), g_strerror (reason));

  return FALSE;
}

/* Its name is taken away at once, so that nothing stays behind whatever happens. */
static gboolean
open_file (CwSpool *self, GError **error)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("crosswalk-XXXXXX", &name, error);
  int reason;

  if (fd < 0)
    return FALSE;

  g_unlink (name);
  self->file = fdopen (fd, "w+b");
  if (self->file != NULL)
    return TRUE;

  reason = errno;
  g_close (fd, NULL);

  return fail (error, reason);
}

/**
 * cw_spool_append:
 * @self: a spool that was not read yet
 * @data: (array length=length): bytes
 * @length: how many
 * @error: return location
 *
 * Returns: whether they are kept, else with an error of the file system
 */
gboolean
cw_spool_append (CwSpool *self, const char *data, gsize length, GError **error)
{
  g_return_val_if_fail (self->mapped == NULL, FALSE);

  if (self->file == NULL && !open_file (self, error))
    return FALSE;
  if (fwrite (data, 1, length, self->file) != length)
    return fail (error, errno);
  self->length += length;

  return TRUE;
}

/**
 * cw_spool_read:
 * @self: a spool; nothing can be appended afterwards
 * @error: return location
 *
 * Returns: (transfer none): all bytes, not terminated, as long as the spool lives; an empty string
 *   where there are none; %NULL with an error of the file system
 */
const char *
cw_spool_read (CwSpool *self, GError **error)
{
  if (self->length == 0)
    return "";
  if (fflush (self->file) != 0)
    {
      fail (error, errno);
      return NULL;
    }

  if (self->mapped == NULL)
    self->mapped = g_mapped_file_new_from_fd (fileno (self->file), FALSE, error);

  return self->mapped != NULL ? g_mapped_file_get_contents (self->mapped) : NULL;
}

/**
 * cw_spool_read_part:
 * @self: a spool
 * @offset: where to begin
 * @buffer: (array length=size): where the bytes go
 * @size: how many at most
 * @error: return location
 *
 * Reads some of it, for what is read from beginning to end: the memory for all of it, which
 * cw_spool_read() gives, would count as the process's own.
 *
 * Returns: how many bytes were read, 0 at the end; -1 with an error of the file system
 */
gssize
cw_spool_read_part (CwSpool *self, guint64 offset, char *buffer, gsize size, GError **error)
{
  gssize n;

  if (offset >= self->length)
    return 0;
  if (fflush (self->file) != 0)
    {
      fail (error, errno);
      return -1;
    }

  do
    n = pread (fileno (self->file), buffer, size, (off_t) offset);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                 /* Translators: %s is the system's reason */
                 _ ("A temporary file cannot be read: %s"), g_strerror (errno));

  return n;
}
