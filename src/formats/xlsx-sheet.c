/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-sheet.h"

#include "formats/error.h"
#include "formats/xlsx-text.h"
#include "model/date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many addresses as Excel follows on one sheet. */
#define MAX_LINKS 65530

/* Excel takes 2,079 characters, and 255 behind the #. */
#define MAX_ADDRESS 2000
#define MAX_FRAGMENT 255

/* Days from 1899-12-30, where Excel begins to count, to 1970-01-01. */
#define EPOCH_DAY 25569
#define SECONDS_A_DAY 86400

#define DATE_LENGTH 10

/* Room for the arrow of the filter. */
#define ARROW_WIDTH 3
#define MAX_HEADER_WIDTH 14

#define LEAST_WIDTH 8
/* So that two columns do not touch. */
#define PADDING 2

/* In points, of the font that workbooks have unless they say another. */
#define LINE_HEIGHT 15.0
#define WIDE_LINE_HEIGHT 17.0
#define HEADER_HEIGHT (2 * LINE_HEIGHT + 3)
/* No row can be higher. */
#define MAX_HEIGHT 409.0

#define PAPER_A4 9

/* As many of the cells with a text that was cut as are named. */
#define MAX_CUT_CELLS 50

static lxw_row_t
get_row (const CwXlsxSheet *self)
{
  return self->n_rows - 1;
}

static gboolean
can_write (const CwXlsxSheet *self)
{
  return self->book->error == NULL && self->n_rows > 0;
}

/**
 * cw_xlsx_sheet_check:
 * @self: a sheet
 * @result: what the library says
 *
 * Makes anything but success an error of the workbook.
 */
void
cw_xlsx_sheet_check (CwXlsxSheet *self, lxw_error result)
{
  if (result != LXW_NO_ERROR && self->book->error == NULL)
    self->book->error = g_error_new (CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED,
                                     /* Translators: the first %s names a sheet of a workbook, the
                                      * second is a reason, in English */
                                     _ ("The sheet “%s” could not be written: %s"), self->name,
                                     lxw_strerror (result));
}

/* Excel makes a row as high as its text when it opens a file, and others do not. */
static void
end_row (CwXlsxSheet *self)
{
  lxw_row_col_options options = { .level = self->level };
  double height = MIN (self->height, MAX_HEIGHT);

  if (self->n_rows > 0 && (height > 0 || self->level > 0))
    cw_xlsx_sheet_check (self, worksheet_set_row_opt (self->worksheet, get_row (self),
                                                      height > 0 ? height : LXW_DEF_ROW_HEIGHT,
                                                      NULL, &options));
  self->height = 0;
  self->level = 0;
}

/**
 * cw_xlsx_sheet_begin_row:
 * @self: a sheet
 *
 * Goes to the next row; the first one is the header.
 *
 * Returns: whether there is one, else the workbook has an error that names the limit
 */
gboolean
cw_xlsx_sheet_begin_row (CwXlsxSheet *self)
{
  if (self->book->error != NULL)
    return FALSE;

  if (self->n_rows == CW_XLSX_MAX_ROWS)
    {
      g_set_error (&self->book->error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED,
                   /* Translators: the first %s names a sheet of a workbook; the number is the most
                    * rows that one can have */
                   _ ("The sheet “%s” would have more than %d rows, which no workbook can hold; "
                      "write fewer lists, or CSV"),
                   self->name, CW_XLSX_MAX_ROWS - 1);
      return FALSE;
    }
  end_row (self);
  self->n_rows++;

  return TRUE;
}

static void
remember_cut (CwXlsxSheet *self, guint column)
{
  CwXlsxBook *book = self->book;
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  if (book->n_cut++ >= MAX_CUT_CELLS)
    return;

  lxw_rowcol_to_cell (cell, get_row (self), (lxw_col_t) column);
  g_string_append_printf (book->cut_cells, "%s%s!%s", book->cut_cells->len > 0 ? ", " : "",
                          self->name, cell);
}

static void
measure (CwXlsxSheet *self, guint column, guint width)
{
  if (column < CW_XLSX_MAX_COLUMNS)
    self->widths[column] = MAX (self->widths[column], width);
}

/* A line of plain text needs nothing said. */
static void
raise_for_text (CwXlsxSheet *self, const char *text, guint limit)
{
  guint n_lines = limit > 0 ? cw_xlsx_text_count_lines (text, limit) : 1;
  gboolean is_wide = cw_xlsx_text_has_wide (text);

  if (n_lines > 1 || is_wide)
    self->height = MAX (self->height, n_lines * (is_wide ? WIDE_LINE_HEIGHT : LINE_HEIGHT));
}

/* The text as the cell can hold it, in the workbook's room for one. */
static const char *
prepare (CwXlsxSheet *self, guint column, const char *text, const lxw_format *format)
{
  GString *cell = self->book->cell;
  guint limit = column < CW_XLSX_MAX_COLUMNS && format->text_wrap ? self->limits[column] : 0;

  g_string_truncate (cell, 0);
  if (cw_xlsx_text_append (cell, text))
    remember_cut (self, column);
  measure (self, column, cw_xlsx_text_measure (cell->str));
  raise_for_text (self, cell->str, limit);

  return cell->str;
}

/**
 * cw_xlsx_sheet_write_text_as:
 * @self: a sheet
 * @column: counted from 0
 * @text: a text, UTF-8; it is never taken for a formula
 * @format: how it looks
 *
 * Writes a text into the row that was begun; an empty one is an empty cell.
 */
void
cw_xlsx_sheet_write_text_as (CwXlsxSheet *self, guint column, const char *text, lxw_format *format)
{
  lxw_col_t place = (lxw_col_t) column;

  if (!can_write (self))
    return;

  if (*text == '\0')
    cw_xlsx_sheet_check (self,
                         worksheet_write_blank (self->worksheet, get_row (self), place, format));
  else
    cw_xlsx_sheet_check (self,
                         worksheet_write_string (self->worksheet, get_row (self), place,
                                                 prepare (self, column, text, format), format));
}

/**
 * cw_xlsx_sheet_write_text:
 * @self: a sheet
 * @column: counted from 0
 * @text: a text, UTF-8; it is never taken for a formula
 * @style: how it looks
 *
 * Writes a text into the row that was begun; an empty one is an empty cell.
 */
void
cw_xlsx_sheet_write_text (CwXlsxSheet *self, guint column, const char *text, CwXlsxStyle style)
{
  cw_xlsx_sheet_write_text_as (self, column, text, self->book->palette.styles[style]);
}

/**
 * cw_xlsx_sheet_write_number:
 * @self: a sheet
 * @column: counted from 0
 * @number: a finite number
 * @style: how it looks
 *
 * Writes a number into the row that was begun.
 */
void
cw_xlsx_sheet_write_number (CwXlsxSheet *self, guint column, double number, CwXlsxStyle style)
{
  if (can_write (self))
    cw_xlsx_sheet_check (self, worksheet_write_number (self->worksheet, get_row (self),
                                                       (lxw_col_t) column, number,
                                                       self->book->palette.styles[style]));
}

/**
 * cw_xlsx_parse_time:
 * @time: a text
 * @days: (out): the same as Excel counts it, in days since 1899-12-30
 * @is_date: (out): whether it is a day without a time
 *
 * Returns: whether @time is a day, or a time in UTC, of ISO 8601, that Excel can show
 */
gboolean
cw_xlsx_parse_time (const char *time, double *days, gboolean *is_date)
{
  g_autofree char *date = g_strndup (time, DATE_LENGTH);
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) found = NULL;

  *is_date = strlen (time) == DATE_LENGTH;
  if (!cw_date_is_valid (date) ||
      !(*is_date || (time[DATE_LENGTH] == 'T' && g_str_has_suffix (time, "Z"))))
    return FALSE;

  whole = *is_date ? g_strconcat (date, "T00:00:00Z", NULL) : g_strdup (time);
  found = g_date_time_new_from_iso8601 (whole, NULL);
  /* Excel takes 1900 for a leap year. */
  if (found == NULL || g_date_time_get_year (found) <= 1900)
    return FALSE;

  *days = (double) g_date_time_to_unix (found) / SECONDS_A_DAY + EPOCH_DAY;

  return TRUE;
}

/**
 * cw_xlsx_sheet_write_time:
 * @self: a sheet
 * @column: counted from 0
 * @time: a day or a time, ISO 8601
 *
 * Writes a real date into the row that was begun, or a text where @time is none.
 */
void
cw_xlsx_sheet_write_time (CwXlsxSheet *self, guint column, const char *time)
{
  double days = 0;
  gboolean is_date = FALSE;

  if (!cw_xlsx_parse_time (time, &days, &is_date))
    {
      cw_xlsx_sheet_write_text (self, column, time, CW_XLSX_TIME);
      return;
    }

  measure (self, column, (guint) strlen (is_date ? "2000-12-31" : "2000-12-31 00:00"));
  cw_xlsx_sheet_write_number (self, column, days, is_date ? CW_XLSX_DATE : CW_XLSX_TIME);
}

/* A program that opens the workbook is to follow nothing but an address of the web. */
static gboolean
can_follow (CwXlsxSheet *self, const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  const char *fragment;

  if (uri == NULL || self->n_links >= MAX_LINKS || g_utf8_strlen (address, -1) > MAX_ADDRESS)
    return FALSE;
  if (!g_str_has_prefix (address, "http://") && !g_str_has_prefix (address, "https://"))
    return FALSE;
  /* The library would change these, and GLib takes them too. */
  if (strpbrk (address, " \t\r\n\"<>[]`^{}\\|") != NULL)
    return FALSE;
  fragment = g_uri_get_fragment (uri);

  return g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (fragment == NULL || strlen (fragment) <= MAX_FRAGMENT);
}

/**
 * cw_xlsx_sheet_write_address:
 * @self: a sheet
 * @column: counted from 0
 * @address: an address of the web, or any text
 *
 * Writes an address that one can follow where Excel can, else a text.
 */
void
cw_xlsx_sheet_write_address (CwXlsxSheet *self, guint column, const char *address)
{
  lxw_format *format = self->book->palette.styles[CW_XLSX_LINK];

  if (!can_write (self))
    return;

  if (!can_follow (self, address))
    {
      cw_xlsx_sheet_write_text (self, column, address, CW_XLSX_TEXT);
      return;
    }

  self->n_links++;
  cw_xlsx_sheet_check (self,
                       worksheet_write_url (self->worksheet, get_row (self), (lxw_col_t) column,
                                            prepare (self, column, address, format), format));
}

/**
 * cw_xlsx_sheet_write_link:
 * @self: a sheet
 * @column: counted from 0
 * @target: another sheet of the workbook
 * @text: what the cell says; short
 * @style: how it looks
 *
 * Writes a text that leads to another sheet.
 */
void
cw_xlsx_sheet_write_link (CwXlsxSheet *self,
                          guint column,
                          const CwXlsxSheet *target,
                          const char *text,
                          CwXlsxStyle style)
{
  g_auto (GStrv) parts = g_strsplit (target->name, "'", -1);
  g_autofree char *name = g_strjoinv ("''", parts);
  g_autofree char *place = g_strdup_printf ("internal:'%s'!A1", name);
  lxw_format *format = self->book->palette.styles[style];

  if (!can_write (self))
    return;

  self->n_links++;
  cw_xlsx_sheet_check (self, worksheet_write_url (self->worksheet, get_row (self),
                                                  (lxw_col_t) column, place, format));
  /* The text that the cell shows may be longer than that of a link. */
  cw_xlsx_sheet_write_text (self, column, text, style);
}

/**
 * cw_xlsx_sheet_set_limit:
 * @self: a sheet
 * @column: counted from 0
 * @limit: in digits
 *
 * Says how wide a column may become, before anything is written in it.
 */
void
cw_xlsx_sheet_set_limit (CwXlsxSheet *self, guint column, guint limit)
{
  if (column < CW_XLSX_MAX_COLUMNS)
    self->limits[column] = limit;
}

/**
 * cw_xlsx_sheet_set_width:
 * @self: a sheet that is written
 * @column: counted from 0
 * @style: how its empty cells look
 *
 * Makes a column as wide as what was written in it, up to its limit.
 */
void
cw_xlsx_sheet_set_width (CwXlsxSheet *self, guint column, CwXlsxStyle style)
{
  lxw_col_t place = (lxw_col_t) column;
  guint width = LEAST_WIDTH;

  if (!can_write (self))
    return;

  if (column < CW_XLSX_MAX_COLUMNS)
    width = CLAMP (self->widths[column], LEAST_WIDTH, MAX (self->limits[column], LEAST_WIDTH));
  cw_xlsx_sheet_check (self, worksheet_set_column (self->worksheet, place, place, width + PADDING,
                                                   self->book->palette.styles[style]));
}

/**
 * cw_xlsx_sheet_raise_row:
 * @self: a sheet
 * @height: in points
 *
 * Makes the row that was begun at least so high.
 */
void
cw_xlsx_sheet_raise_row (CwXlsxSheet *self, double height)
{
  self->height = MAX (self->height, height);
}

/* A longer title takes two lines. */
static guint
measure_header (const char *title)
{
  return MIN (cw_xlsx_text_measure (title), MAX_HEADER_WIDTH) + ARROW_WIDTH;
}

/**
 * cw_xlsx_sheet_begin_table:
 * @self: a sheet with no row
 *
 * Begins the row that heads the columns and stays in view.
 */
void
cw_xlsx_sheet_begin_table (CwXlsxSheet *self)
{
  if (!cw_xlsx_sheet_begin_row (self))
    return;

  cw_xlsx_sheet_raise_row (self, HEADER_HEIGHT);
  worksheet_freeze_panes (self->worksheet, 1, 0);
}

/**
 * cw_xlsx_sheet_write_header:
 * @self: a sheet whose table was begun
 * @column: counted from 0
 * @title: heads the column
 */
void
cw_xlsx_sheet_write_header (CwXlsxSheet *self, guint column, const char *title)
{
  guint width = column < CW_XLSX_MAX_COLUMNS ? self->widths[column] : 0;
  double height = self->height;

  cw_xlsx_sheet_write_text (self, column, title, CW_XLSX_HEADER);
  /* A column becomes wide enough for two lines. */
  self->height = height;
  if (column < CW_XLSX_MAX_COLUMNS)
    {
      self->widths[column] = MAX (width, measure_header (title));
      self->limits[column] = MAX (self->limits[column], self->widths[column]);
    }
}

/**
 * cw_xlsx_sheet_finish_table:
 * @self: a sheet whose rows are written
 * @n_columns: how many columns it has
 *
 * Gives a table its filter, and a page on which it can be printed.
 */
void
cw_xlsx_sheet_finish_table (CwXlsxSheet *self, guint n_columns)
{
  if (!can_write (self))
    return;

  cw_xlsx_sheet_check (self, worksheet_autofilter (self->worksheet, 0, 0, get_row (self),
                                                   (lxw_col_t) (n_columns - 1)));
  /* Codes look like numbers, and are none. */
  cw_xlsx_sheet_check (self,
                       worksheet_ignore_errors (self->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                                "A1:XFD1048576"));
  cw_xlsx_sheet_check (self, worksheet_repeat_rows (self->worksheet, 0, 0));
  cw_xlsx_sheet_set_page (self, TRUE);
}

/**
 * cw_xlsx_sheet_set_page:
 * @self: a sheet
 * @landscape: whether the paper lies on its long side
 *
 * Ends the last row, and sets the paper on which a sheet is printed.
 */
void
cw_xlsx_sheet_set_page (CwXlsxSheet *self, gboolean landscape)
{
  end_row (self);
  if (landscape)
    worksheet_set_landscape (self->worksheet);
  worksheet_set_paper (self->worksheet, PAPER_A4);
  worksheet_fit_to_pages (self->worksheet, 1, 0);
  cw_xlsx_sheet_check (self, worksheet_set_footer (self->worksheet, "&L&A&R&P / &N"));
}
