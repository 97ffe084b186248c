/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* uselocale() */

#include "formats/xlsx-book.h"

#include "formats/xlsx-proof.h"
#include "formats/xlsx-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <time.h>

static void
sheet_free (gpointer data)
{
  CwXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet);
}

static void
make_workbook (CwXlsxBook *self)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  self->folder = g_dir_make_tmp ("crosswalk-XXXXXX", &self->error);
  if (self->folder == NULL)
    return;

  self->path = g_build_filename (self->folder, "workbook.xlsx", NULL);
  options.tmpdir = self->folder;
  self->workbook = workbook_new_opt (self->path, &options);
  cw_xlsx_palette_init (&self->palette, self->workbook);
}

/**
 * cw_xlsx_book_new:
 *
 * Begins a workbook in a temporary folder. What cannot be done stands in its error.
 *
 * Returns: (transfer full): a workbook
 */
CwXlsxBook *
cw_xlsx_book_new (void)
{
  CwXlsxBook *self = g_new0 (CwXlsxBook, 1);

  /* libxlsxwriter prints numbers with the decimal sign of the locale. */
  self->locale = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  self->cut_cells = g_string_new (NULL);
  self->cell = g_string_new (NULL);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  make_workbook (self);

  return self;
}

/* The library closes the temporary file of a sheet only when it puts the workbook together. */
static void
abandon_workbook (CwXlsxBook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      CwXlsxSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->worksheet != NULL)
        g_clear_pointer (&sheet->worksheet->optimize_tmpfile, fclose);
    }
  lxw_workbook_free (self->workbook);
}

/**
 * cw_xlsx_book_free:
 * @self: (nullable): a workbook
 */
void
cw_xlsx_book_free (CwXlsxBook *self)
{
  if (self == NULL)
    return;

  if (self->workbook != NULL)
    abandon_workbook (self);
  if (self->path != NULL)
    g_remove (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->sheets);
  g_string_free (self->cell, TRUE);
  g_string_free (self->cut_cells, TRUE);
  g_clear_error (&self->error);
  freelocale (self->locale);
  g_free (self);
}

/**
 * cw_xlsx_book_enter:
 * @self: a workbook
 *
 * To be called before anything is written, in the same thread.
 *
 * Returns: what cw_xlsx_book_leave() takes afterwards
 */
locale_t
cw_xlsx_book_enter (CwXlsxBook *self)
{
  return uselocale (self->locale);
}

/**
 * cw_xlsx_book_leave:
 * @before: what cw_xlsx_book_enter() returned
 */
void
cw_xlsx_book_leave (locale_t before)
{
  uselocale (before);
}

static void
fail (CwXlsxBook *self, int number, const char *reason)
{
  if (self->error != NULL)
    return;

  self->error =
    g_error_new (G_IO_ERROR, number != 0 ? g_io_error_from_errno (number) : G_IO_ERROR_FAILED,
                 /* Translators: %s is the system's reason */
                 _ ("The workbook could not be made: %s"),
                 number != 0 ? g_strerror (number) : reason);
}

/**
 * cw_xlsx_book_add_sheet:
 * @self: a workbook
 * @title: what it shows
 *
 * Adds a sheet after the others.
 *
 * Returns: (transfer none): the sheet; nothing can be written where the workbook has an error
 */
CwXlsxSheet *
cw_xlsx_book_add_sheet (CwXlsxBook *self, const char *title)
{
  CwXlsxSheet *sheet = g_new0 (CwXlsxSheet, 1);

  sheet->book = self;
  sheet->name = cw_xlsx_text_make_sheet_name (title, self->names);
  g_ptr_array_add (self->sheets, sheet);
  if (self->error != NULL)
    return sheet;

  errno = 0;
  sheet->worksheet = workbook_add_worksheet (self->workbook, sheet->name);
  if (sheet->worksheet == NULL)
    fail (self, errno, sheet->name);

  return sheet;
}

static void
set_properties (CwXlsxBook *self, const char *title, gint64 created)
{
  g_autofree char *copy = g_strndup (title, 255);
  lxw_doc_properties properties = { .title = copy, .created = (time_t) created };

  workbook_set_properties (self->workbook, &properties);
}

static gboolean
close_workbook (CwXlsxBook *self)
{
  lxw_workbook *workbook = g_steal_pointer (&self->workbook);
  lxw_error result;

  errno = 0;
  result = workbook_close (workbook);
  if (result != LXW_NO_ERROR)
    fail (self, errno, lxw_strerror (result));

  return self->error == NULL;
}

static gboolean
copy_package (CwXlsxBook *self, GOutputStream *stream)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (self->path, FALSE, &self->error);
  g_autoptr (GBytes) package = NULL;

  if (file == NULL)
    return FALSE;

  package = g_mapped_file_get_bytes (file);

  return cw_xlsx_proof (package, &self->error) &&
         g_output_stream_write_all (stream, g_bytes_get_data (package, NULL),
                                    g_bytes_get_size (package), NULL, NULL, &self->error) &&
         g_output_stream_flush (stream, NULL, &self->error);
}

/**
 * cw_xlsx_book_save:
 * @self: a workbook, only to be freed afterwards
 * @title: what it is called
 * @created: when its content was made, in seconds since 1970; not 0
 * @stream: where it goes
 *
 * Nothing is written to @stream before the workbook is whole.
 *
 * Returns: whether everything was written, else the workbook has an error
 */
gboolean
cw_xlsx_book_save (CwXlsxBook *self, const char *title, gint64 created, GOutputStream *stream)
{
  if (self->error != NULL)
    return FALSE;

  set_properties (self, title, created);

  return close_workbook (self) && copy_package (self, stream);
}
