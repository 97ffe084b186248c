/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/xlsx-style.h"

#include <gio/gio.h>
#include <locale.h>

G_BEGIN_DECLS

/* The rows of a sheet, with its header. */
#define CW_XLSX_MAX_ROWS 1048576

/* The columns whose width is measured. */
#define CW_XLSX_MAX_COLUMNS 256

typedef struct _CwXlsxBook CwXlsxBook;

/**
 * CwXlsxSheet:
 * @book: (unowned): the workbook
 * @worksheet: (unowned): the library's sheet
 * @name: as it stands on its tab
 * @n_links: how many addresses one can follow
 * @n_rows: how many rows were begun
 * @widths: how wide the text of each column is
 * @limits: at which width the wrapped text of a column breaks; 0 where it does not
 * @height: how high the row that was begun must be, in points; 0 for one line
 * @level: how deep the row that was begun can be folded away
 *
 * A sheet. Its rows are written from top to bottom: a row goes to disk when the next one begins.
 */
typedef struct
{
  CwXlsxBook *book;
  lxw_worksheet *worksheet;
  char *name;
  guint n_links;
  guint n_rows;
  guint widths[CW_XLSX_MAX_COLUMNS];
  guint limits[CW_XLSX_MAX_COLUMNS];
  double height;
  uint8_t level;
} CwXlsxSheet;

/**
 * CwXlsxBook:
 * @workbook: (nullable): the library's workbook, until it is saved
 * @palette: its formats
 * @n_cut: how many texts were longer than a cell can hold
 * @cut_cells: where the first of them stand
 * @error: (nullable): the first thing that went wrong; nothing is written after it
 *
 * A workbook that is being written: in temporary files of its own, until it is whole.
 */
struct _CwXlsxBook
{
  lxw_workbook *workbook;
  CwXlsxPalette palette;
  guint n_cut;
  GString *cut_cells;
  GError *error;
  /*< private >*/
  char *folder;
  char *path;
  locale_t locale;
  GPtrArray *sheets;
  GHashTable *names;
  GString *cell;
};

CwXlsxBook *cw_xlsx_book_new (void);
void cw_xlsx_book_free (CwXlsxBook *self);

locale_t cw_xlsx_book_enter (CwXlsxBook *self);
void cw_xlsx_book_leave (locale_t before);

CwXlsxSheet *cw_xlsx_book_add_sheet (CwXlsxBook *self, const char *title);
gboolean
cw_xlsx_book_save (CwXlsxBook *self, const char *title, gint64 created, GOutputStream *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwXlsxBook, cw_xlsx_book_free)

G_END_DECLS
