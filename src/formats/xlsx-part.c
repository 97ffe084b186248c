/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-part.h"

#include "formats/error.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Nothing of a package is ever written to a disk: its parts are looked up by the names that the
 * package's own lists of parts give, and read as a stream. */

#define BUFFER_SIZE (64 * 1024)

/* Members that are passed over before one is said to be missing. */
#define MAX_MEMBERS 10000

/* What XML is packed to is rarely less than a hundredth. Small parts may be anything. */
#define MAX_RATIO 250
#define FREE_SIZE (16 * 1024 * 1024)

struct _CwXlsxPart
{
  GInputStream *package;
  char *name; /* of the file */
  char *path; /* of the part */
  struct archive *archive;
  GError *error; /* of the package's stream */
  guint64 n_packed;
  guint64 n_unpacked;
  guint64 max_size;
  char buffer[BUFFER_SIZE];
};

static la_ssize_t
on_read (struct archive *archive, void *user_data, const void **buffer)
{
  CwXlsxPart *self = user_data;
  gssize n_read;

  n_read = self->error == NULL
             ? g_input_stream_read (self->package, self->buffer, BUFFER_SIZE, NULL, &self->error)
             : -1;
  *buffer = self->buffer;
  if (n_read < 0)
    {
      archive_set_error (archive, EIO, "read");
      return ARCHIVE_FATAL;
    }
  self->n_packed += (guint64) n_read;

  return n_read;
}

static la_int64_t
on_seek (struct archive *archive, void *user_data, la_int64_t offset, int whence)
{
  CwXlsxPart *self = user_data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (self->package), offset, type, NULL, NULL))
    {
      archive_set_error (archive, EIO, "seek");
      return ARCHIVE_FATAL;
    }

  return g_seekable_tell (G_SEEKABLE (self->package));
}

static gboolean G_GNUC_PRINTF (4, 5)
  refuse (CwXlsxPart *self, GError **error, CwFormatError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, CW_FORMAT_ERROR, code, "%s: %s", self->name, text);
  return FALSE;
}

static gboolean
refuse_broken (CwXlsxPart *self, GError **error)
{
  return refuse (self, error, CW_FORMAT_ERROR_SYNTAX,
                 _ ("this is no whole XLSX workbook; was it cut off?"));
}

static gboolean
is_sought (CwXlsxPart *self, struct archive_entry *entry)
{
  const char *path = archive_entry_pathname (entry);

  if (path == NULL)
    return FALSE;

  /* Names of parts have no case (ECMA-376-2, 6.2.2.3). */
  return g_ascii_strcasecmp (path[0] == '/' ? path + 1 : path, self->path) == 0;
}

static gboolean
find_member (CwXlsxPart *self, GError **error)
{
  struct archive_entry *entry;
  int result = ARCHIVE_EOF;

  for (guint i = 0; i < MAX_MEMBERS; i++)
    {
      result = archive_read_next_header (self->archive, &entry);
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        break;
      if (!is_sought (self, entry))
        continue;
      if (archive_entry_is_encrypted (entry))
        return refuse (self, error, CW_FORMAT_ERROR_UNSUPPORTED,
                       _ ("the workbook is encrypted; save it without a password"));
      self->n_packed = 0;
      return TRUE;
    }
  if (result != ARCHIVE_EOF && result != ARCHIVE_OK && result != ARCHIVE_WARN)
    return refuse_broken (self, error);

  return refuse (self, error, CW_FORMAT_ERROR_SYNTAX,
                 /* Translators: %s is the name of a part of a workbook */
                 _ ("this is no whole XLSX workbook: it has no part %s"), self->path);
}

/**
 * cw_xlsx_part_open:
 * @package: a workbook (ECMA-376), seekable; it is read by one part at a time
 * @name: the file's name, for messages
 * @path: name of the part, without a slash at its beginning
 * @max_size: how many bytes it may unpack to
 * @error: return location
 *
 * Returns: (transfer full): the part, or %NULL with a #CwFormatError or an error of the stream
 */
CwXlsxPart *
cw_xlsx_part_open (GInputStream *package,
                   const char *name,
                   const char *path,
                   guint64 max_size,
                   GError **error)
{
  g_autoptr (CwXlsxPart) self = g_new0 (CwXlsxPart, 1);

  self->package = g_object_ref (package);
  self->name = g_strdup (name);
  self->path = g_strdup (path);
  self->max_size = max_size;
  if (!g_seekable_seek (G_SEEKABLE (package), 0, G_SEEK_SET, NULL, error))
    return NULL;

  self->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (self->archive);
  archive_read_set_read_callback (self->archive, on_read);
  archive_read_set_seek_callback (self->archive, on_seek);
  archive_read_set_callback_data (self->archive, self);
  if (archive_read_open1 (self->archive) != ARCHIVE_OK)
    {
      refuse_broken (self, error);
      return NULL;
    }
  if (!find_member (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cw_xlsx_part_close:
 * @self: (nullable): a part
 */
void
cw_xlsx_part_close (CwXlsxPart *self)
{
  if (self == NULL)
    return;

  if (self->archive != NULL)
    archive_read_free (self->archive);
  g_object_unref (self->package);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/**
 * cw_xlsx_part_read:
 * @self: a part
 * @buffer: where to put it
 * @size: of @buffer
 * @error: return location
 *
 * Returns: how many bytes were unpacked, 0 at the end, -1 with an error: where the archive is broken,
 *   or a part unpacks to more than a workbook has reason to
 */
gssize
cw_xlsx_part_read (CwXlsxPart *self, void *buffer, gsize size, GError **error)
{
  la_ssize_t n_read = archive_read_data (self->archive, buffer, size);

  if (n_read < 0)
    {
      if (archive_read_has_encrypted_entries (self->archive) == 1)
        refuse (self, error, CW_FORMAT_ERROR_UNSUPPORTED,
                _ ("the workbook is encrypted; save it without a password"));
      else
        refuse_broken (self, error);
      return -1;
    }

  self->n_unpacked += (guint64) n_read;
  if (self->n_unpacked > self->max_size ||
      (self->n_unpacked > FREE_SIZE &&
       self->n_unpacked > MAX_RATIO * (self->n_packed + BUFFER_SIZE)))
    {
      refuse (self, error, CW_FORMAT_ERROR_UNSUPPORTED,
              /* Translators: %s is the name of a part of a workbook */
              _ ("the workbook’s part %s unpacks to far more than a table needs"), self->path);
      return -1;
    }

  return n_read;
}

/**
 * cw_xlsx_part_resolve:
 * @from: name of the part that holds the reference
 * @target: a reference to another part, relative or absolute
 *
 * Returns: (transfer full) (nullable): the name of the other part; %NULL where it would lie outside
 *   of the package
 */
char *
cw_xlsx_part_resolve (const char *from, const char *target)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  const char *slash = strrchr (from, '/');
  g_autofree char *folder =
    slash != NULL ? g_strndup (from, (gsize) (slash - from)) : g_strdup ("");
  g_autofree char *whole =
    *target == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (whole, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (*steps[i] == '\0' || g_str_equal (steps[i], "."))
        continue;
      if (!g_str_equal (steps[i], ".."))
        g_ptr_array_add (path, steps[i]);
      else if (path->len > 0)
        g_ptr_array_set_size (path, (int) path->len - 1);
      else
        return NULL;
    }
  g_ptr_array_add (path, NULL);

  return g_strjoinv ("/", (char **) path->pdata);
}
