/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-xlsx.h"

#include "formats/concordance-xlsx-private.h"

#include <glib/gi18n-lib.h>

/* 1980-01-01, before which no ZIP archive can date its content. */
#define EARLIEST 315532800

typedef struct
{
  CwConcordanceWriter parent;
  GOutputStream *stream;
  CwConcordanceHead head;
  CwConcordanceColumns *columns;
  CwConcordanceTally *tally;
  CwXlsxBook *book;
  CwXlsxSheet *mappings;
  GString *text;  /* room for the cell that is being written */
  char *modified; /* (nullable): when the newest mapping was changed */
  guint n_mappings;
} Xlsx;

static gboolean
report (Xlsx *self, GError **error)
{
  if (self->book->error == NULL)
    return TRUE;

  if (error != NULL)
    *error = g_error_copy (self->book->error);
  return FALSE;
}

/* Times of ISO 8601 in UTC sort as text. */
static void
look_at_time (Xlsx *self, const CwMapping *mapping)
{
  if (self->modified != NULL && g_strcmp0 (mapping->modified, self->modified) <= 0)
    return;

  g_free (self->modified);
  self->modified = g_strdup (mapping->modified);
}

static gboolean
add_row (CwConcordanceWriter *writer, const CwConcordanceRow *row, GError **error)
{
  Xlsx *self = (Xlsx *) writer;
  locale_t before = cw_xlsx_book_enter (self->book);

  cw_concordance_tally_add (self->tally, row);
  if (row->mapping != NULL)
    {
      look_at_time (self, row->mapping);
      self->n_mappings++;
    }
  _cw_xlsx_mappings_add (self->mappings, self->columns, row, self->text);
  cw_xlsx_book_leave (before);

  return report (self, error);
}

/* The time of the newest mapping, so that the same table gives the same bytes. */
static gint64
get_time (Xlsx *self)
{
  g_autoptr (GDateTime) time =
    self->modified != NULL ? g_date_time_new_from_iso8601 (self->modified, NULL) : NULL;

  return time != NULL ? MAX (g_date_time_to_unix (time), EARLIEST) : EARLIEST;
}

/* The tabs stand in the order in which they are looked at; the sheets are written in the order in
 * which they know of one another. */
static void
write_others (Xlsx *self)
{
  GPtrArray *lists = cw_concordance_tally_get_lists (self->tally);
  CwXlsxSheet *coverage = cw_xlsx_book_add_sheet (self->book, C_ ("sheet", "Coverage"));
  CwXlsxSheet *about = cw_xlsx_book_add_sheet (self->book, C_ ("sheet", "About"));
  g_autofree CwXlsxSheet **sheets = g_new (CwXlsxSheet *, lists->len + 1);

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);
      g_autofree char *title =
        g_strdup_printf ("%s %s", cw_list_get_card (list)->jurisdiction,
                         cw_list_get_short_title (list, self->head.languages));

      sheets[i] = cw_xlsx_book_add_sheet (self->book, title);
      _cw_xlsx_write_list (sheets[i], list, self->tally, self->head.languages);
    }
  _cw_xlsx_write_coverage (coverage, self->tally, self->head.languages);
  _cw_xlsx_write_about (about, &self->head, self->n_mappings, lists, sheets);
}

static gboolean
finish (CwConcordanceWriter *writer, GError **error)
{
  Xlsx *self = (Xlsx *) writer;
  locale_t before = cw_xlsx_book_enter (self->book);

  _cw_xlsx_mappings_end (self->mappings, self->columns);
  write_others (self);
  cw_xlsx_book_save (self->book, self->head.title, get_time (self), self->stream);
  cw_xlsx_book_leave (before);

  return report (self, error);
}

static void
xlsx_free (CwConcordanceWriter *writer)
{
  Xlsx *self = (Xlsx *) writer;

  cw_xlsx_book_free (self->book);
  cw_concordance_tally_free (self->tally);
  cw_concordance_columns_free (self->columns);
  g_string_free (self->text, TRUE);
  g_free (self->modified);
  g_object_unref (self->stream);
  g_free (self);
}

static const CwConcordanceWriterClass klass = { add_row, finish, xlsx_free };

/**
 * cw_concordance_xlsx_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 *
 * Begins a workbook (ECMA-376). It goes to temporary files first, and to @stream once it is whole.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_xlsx_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  Xlsx *self = g_new0 (Xlsx, 1);
  locale_t before;

  self->parent.klass = &klass;
  self->stream = g_object_ref (stream);
  self->head = *head;
  self->columns = cw_concordance_columns_new (head->languages, head->columns);
  self->tally = cw_concordance_tally_new (head->left, head->right);
  self->text = g_string_new (NULL);
  self->book = cw_xlsx_book_new ();
  before = cw_xlsx_book_enter (self->book);
  self->mappings = cw_xlsx_book_add_sheet (self->book, C_ ("sheet", "Mappings"));
  _cw_xlsx_mappings_begin (self->mappings, self->columns);
  cw_xlsx_book_leave (before);

  return &self->parent;
}
