/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-rows.h"

#include "formats/spool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)

struct _CwSssomRows
{
  GInputStream *stream;
  char *name;
  CwReadLog *log;
  GCancellable *cancellable; /* (nullable) */
  char separator;
  gboolean has_crlf;

  char buffer[BUFFER_SIZE];
  gsize at;
  gsize n_bytes;
  gboolean ended;
  GError *failure; /* of the stream */
  guint line;
  guint column;

  GString *text;  /* all cells of the row, a zero byte after each */
  GArray *begins; /* gsize: where in the text each begins */
  GArray *cells;  /* CwSssomCell */

  CwSpool *spool;   /* (nullable) once rows are kept */
  gboolean is_kept; /* whether rows are read from there */
  guint64 kept_at;  /* how far */
  guint kept_line;  /* where they begin */
  gboolean is_mute; /* whether problems are for the next time */
};

/**
 * cw_sssom_rows_new:
 * @stream: UTF-8; a reference is taken
 * @name: the file's name
 * @log: where problems go; must outlive the rows
 * @cancellable: (nullable): a cancellable
 *
 * Returns: (transfer full): the rows, before the first line; a byte order mark has been passed over
 */
CwSssomRows *
cw_sssom_rows_new (GInputStream *stream,
                   const char *name,
                   CwReadLog *log,
                   GCancellable *cancellable)
{
  CwSssomRows *self = g_new0 (CwSssomRows, 1);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->log = log;
  g_set_object (&self->cancellable, cancellable);
  self->separator = '\t';
  self->line = 1;
  self->column = 1;
  self->text = g_string_new (NULL);
  self->begins = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_array_new (FALSE, FALSE, sizeof (CwSssomCell));

  return self;
}

/**
 * cw_sssom_rows_free:
 * @self: (nullable): rows
 */
void
cw_sssom_rows_free (CwSssomRows *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_string_free (self->text, TRUE);
  g_array_unref (self->begins);
  g_array_unref (self->cells);
  cw_spool_free (self->spool);
  g_free (self->name);
  g_free (self);
}

static gssize
read_bytes (CwSssomRows *self, char *buffer, gsize size)
{
  gssize n;

  if (!self->is_kept)
    return g_input_stream_read (self->stream, buffer, size, self->cancellable, &self->failure);

  n = cw_spool_read_part (self->spool, self->kept_at, buffer, size, &self->failure);
  if (n > 0)
    self->kept_at += (guint64) n;

  return n;
}

static void
fill (CwSssomRows *self)
{
  gssize n;

  if (self->ended)
    return;

  memmove (self->buffer, self->buffer + self->at, self->n_bytes - self->at);
  self->n_bytes -= self->at;
  self->at = 0;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->failure))
    {
      self->ended = TRUE;
      return;
    }
  n = read_bytes (self, self->buffer + self->n_bytes, BUFFER_SIZE - self->n_bytes);
  if (n <= 0)
    self->ended = TRUE;
  else
    self->n_bytes += (gsize) n;
}

/* The byte so many places on; -1 at the end of the stream, and where it cannot be read. */
static int
look (CwSssomRows *self, gsize ahead)
{
  while (self->n_bytes - self->at <= ahead && !self->ended)
    fill (self);

  return self->n_bytes - self->at > ahead ? (guchar) self->buffer[self->at + ahead] : -1;
}

static gboolean
has_failed (CwSssomRows *self, GError **error)
{
  if (self->failure == NULL)
    return FALSE;

  g_propagate_error (error, g_steal_pointer (&self->failure));
  return TRUE;
}

static gboolean G_GNUC_PRINTF (5, 6)
  fail (CwSssomRows *self, guint line, guint column, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, self->name, line, column, "%s", what);
  return FALSE;
}

static gboolean
fail_too_long (CwSssomRows *self, guint line, guint column, GError **error)
{
  return fail (self, line, column, error,
               /* Translators: %u is a number of megabytes */
               _ ("what begins here is longer than %u MB, which no mapping is; perhaps a quotation "
                  "mark is never closed"),
               CW_SSSOM_MAX_CELL / (1024 * 1024));
}

/* Takes the line end that comes next: LF, or with a problem CR LF or CR. */
static void
take_line_end (CwSssomRows *self)
{
  if (look (self, 0) == '\r')
    {
      const CwReadPlace place = { NULL, self->line, self->column, NULL };

      if (!self->is_mute)
        cw_read_log_habit (self->log, &place, "line-end",
                           _ ("a line ends with a carriage return, not with a line feed alone"));
      self->has_crlf = TRUE;
      self->at++;
    }
  if (look (self, 0) == '\n')
    self->at++;
  self->line++;
  self->column = 1;
}

static void
count_byte (CwSssomRows *self, char byte)
{
  if (byte == '\n')
    {
      self->line++;
      self->column = 1;
    }
  else if (((guchar) byte & 0xc0) != 0x80)
    self->column++;
}

/* Whether @text from @begin on is UTF-8 without NUL; @line and @column are of its begin. */
static gboolean
check_text (CwSssomRows *self,
            const GString *text,
            gsize begin,
            guint line,
            guint column,
            GError **error)
{
  const char *first = text->str + begin;
  const char *bad;

  if (g_utf8_validate_len (first, text->len - begin, &bad))
    return TRUE;

  for (const char *p = first; p < bad; p = g_utf8_next_char (p))
    {
      column = *p == '\n' ? 1 : column + 1;
      line += *p == '\n';
    }

  return fail (self, line, column, error, "%s",
               *bad == '\0' ? _ ("the character U+0000 cannot stand in a text")
                            : _ ("not valid UTF-8"));
}

static gboolean
is_stop (char byte, const char stops[3])
{
  return byte == stops[0] || byte == stops[1] || byte == stops[2];
}

/* Appends up to the next of three @stops. */
static gboolean
append_until (CwSssomRows *self, GString *text, gsize limit, const char stops[3])
{
  gsize length = text->len;

  while (look (self, 0) >= 0)
    {
      gsize end = self->at;

      while (end < self->n_bytes && !is_stop (self->buffer[end], stops))
        count_byte (self, self->buffer[end++]);
      g_string_append_len (text, self->buffer + self->at, (gssize) (end - self->at));
      self->at = end;
      if (text->len - length > limit)
        return FALSE;
      if (end < self->n_bytes)
        return TRUE;
    }

  return TRUE;
}

static void
skip_byte_order_mark (CwSssomRows *self)
{
  const CwReadPlace place = { NULL, 1, 1, NULL };

  if (look (self, 0) != 0xef || look (self, 1) != 0xbb || look (self, 2) != 0xbf)
    return;

  self->at += 3;
  cw_read_log_habit (self->log, &place, "byte-order-mark",
                     _ ("the file begins with a byte order mark"));
}

/* A spreadsheet that saves as CSV may put a line of the metadata between quotation marks. */
static gboolean
is_metadata (CwSssomRows *self)
{
  return look (self, 0) == '#' || (look (self, 0) == '"' && look (self, 1) == '#');
}

/**
 * cw_sssom_rows_read_metadata:
 * @self: rows before the first line
 * @lines: gets the lines that begin with “#”, with it; blank lines among them stay as empty ones
 * @error: return location
 *
 * Returns: %TRUE before the line with the names of the columns; %FALSE with an error of the stream, or
 *   %CW_FORMAT_ERROR_SYNTAX
 */
gboolean
cw_sssom_rows_read_metadata (CwSssomRows *self, GString *lines, GError **error)
{
  skip_byte_order_mark (self);
  while (is_metadata (self) || look (self, 0) == '\n' || look (self, 0) == '\r')
    {
      const CwReadPlace place = { NULL, self->line, 1, NULL };
      gsize begin = lines->len;

      if (!is_metadata (self))
        cw_read_log_habit (self->log, &place, "blank-line",
                           _ ("there is a blank line before the columns or between rows"));
      if (!append_until (self, lines, CW_SSSOM_MAX_CELL, "\n\r\n"))
        return fail_too_long (self, place.line, 1, error);
      if (!check_text (self, lines, begin, place.line, 1, error))
        return FALSE;
      if (lines->len > CW_SSSOM_MAX_METADATA)
        return fail (self, place.line, 1, error,
                     /* Translators: %u is a number of megabytes */
                     _ ("the metadata are longer than %u MB"),
                     CW_SSSOM_MAX_METADATA / (1024 * 1024));
      g_string_append_c (lines, '\n');
      take_line_end (self);
    }

  return !has_failed (self, error);
}

/**
 * cw_sssom_rows_find_separator:
 * @self: rows before the line with the names of the columns
 *
 * Finds out what separates cells, and goes on with that. Names of columns hold no separators.
 *
 * Returns: a tab, a comma or a semicolon
 */
char
cw_sssom_rows_find_separator (CwSssomRows *self)
{
  static const char separators[] = { '\t', ',', ';' };
  gsize length = 0;
  int byte;

  while (length < BUFFER_SIZE - 1 && (byte = look (self, length)) >= 0 && byte != '\n' &&
         byte != '\r')
    length++;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (memchr (self->buffer + self->at, separators[i], length) == NULL)
        continue;
      self->separator = separators[i];
      break;
    }

  return self->separator;
}

/* After the opening mark. */
static gboolean
read_quoted (CwSssomRows *self, guint line, guint column, GError **error)
{
  gsize begin = self->text->len;

  for (;;)
    {
      if (!append_until (self, self->text, CW_SSSOM_MAX_CELL, "\"\"\"") ||
          self->text->len - begin > CW_SSSOM_MAX_CELL)
        return fail_too_long (self, line, column, error);
      if (look (self, 0) < 0)
        return !has_failed (self, error) &&
               fail (self, line, column, error, _ ("this quotation mark is never closed"));
      self->at++;
      self->column++;
      if (look (self, 0) != '"')
        return TRUE;
      g_string_append_c (self->text, '"');
      self->at++;
      self->column++;
    }
}

static gboolean
is_cell_end (CwSssomRows *self)
{
  int byte = look (self, 0);

  return byte < 0 || byte == '\n' || byte == '\r' || byte == self->separator;
}

static gboolean
read_plain (CwSssomRows *self, gsize begin, guint line, guint column, GError **error)
{
  const char stops[] = { self->separator, '\n', '\r' };
  const CwReadPlace place = { NULL, line, column, NULL };

  if (!append_until (self, self->text, CW_SSSOM_MAX_CELL, stops))
    return fail_too_long (self, line, column, error);
  if (!self->is_mute && memchr (self->text->str + begin, '"', self->text->len - begin) != NULL)
    cw_read_log_lapse (self->log, &place, "quotation-mark", NULL,
                       _ ("a cell with a quotation mark must stand between quotation marks"));

  return TRUE;
}

/* Within a file that has CR LF everywhere, these are line ends too. */
static void
drop_returns (GString *text, gsize begin)
{
  gsize to = begin;

  for (gsize from = begin; from < text->len; from++)
    {
      if (text->str[from] != '\r' || text->str[from + 1] != '\n')
        text->str[to++] = text->str[from];
    }
  g_string_truncate (text, to);
}

static gboolean
read_cell (CwSssomRows *self, GError **error)
{
  CwSssomCell cell = { NULL, self->line, self->column };
  gsize begin = self->text->len;
  gboolean is_quoted = look (self, 0) == '"';

  if (is_quoted)
    {
      self->at++;
      self->column++;
      if (!read_quoted (self, cell.line, cell.column, error))
        return FALSE;
    }
  /* Where something follows the closing mark, neither mark was meant to quote. */
  if (!is_cell_end (self))
    {
      if (is_quoted)
        {
          g_string_insert_c (self->text, (gssize) begin, '"');
          g_string_append_c (self->text, '"');
        }
      if (!read_plain (self, begin, cell.line, cell.column, error))
        return FALSE;
    }
  if (!check_text (self, self->text, begin, cell.line, cell.column, error))
    return FALSE;
  if (self->has_crlf)
    drop_returns (self->text, begin);

  g_string_append_c (self->text, '\0');
  g_array_append_val (self->begins, begin);
  g_array_append_val (self->cells, cell);

  return TRUE;
}

static gboolean
read_cells (CwSssomRows *self, GError **error)
{
  guint line = self->line;

  for (;;)
    {
      if (!read_cell (self, error))
        return FALSE;
      if (self->text->len > CW_SSSOM_MAX_ROW || self->cells->len > CW_SSSOM_MAX_CELLS)
        return fail (
          self, line, 1, error,
          /* Translators: the first %u is a number of megabytes, the second one of cells */
          _ ("the row is longer than %u MB or has more than %u cells"),
          CW_SSSOM_MAX_ROW / (1024 * 1024), CW_SSSOM_MAX_CELLS);
      if (look (self, 0) != self->separator)
        break;
      self->at++;
      self->column++;
    }
  if (has_failed (self, error))
    return FALSE;
  if (look (self, 0) >= 0)
    take_line_end (self);

  return TRUE;
}

/**
 * cw_sssom_rows_next:
 * @self: rows
 * @error: return location
 *
 * Reads the next row. At the end it has no cells; a blank line is a row of one empty cell.
 *
 * Returns: whether it could be read; else with an error of the stream, or %CW_FORMAT_ERROR_SYNTAX
 *   where the text is not UTF-8, a quotation mark is not closed or a row is too long
 */
gboolean
cw_sssom_rows_next (CwSssomRows *self, GError **error)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->begins, 0);
  g_array_set_size (self->cells, 0);
  if (look (self, 0) < 0)
    return !has_failed (self, error);
  if (!read_cells (self, error))
    return FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, CwSssomCell, i).text =
      self->text->str + g_array_index (self->begins, gsize, i);

  return TRUE;
}

/**
 * cw_sssom_rows_get_cells:
 * @self: rows
 * @n_cells: (out): how many
 *
 * Returns: (transfer none) (array length=n_cells): the cells of the row, until the next is read; their
 *   text may be changed in place
 */
CwSssomCell *
cw_sssom_rows_get_cells (CwSssomRows *self, guint *n_cells)
{
  *n_cells = self->cells->len;

  return (CwSssomCell *) (gpointer) self->cells->data;
}

/**
 * cw_sssom_rows_keep:
 * @self: rows
 * @error: return location
 *
 * Keeps all rows that are left, in a file without a name, so that they can be read twice. Of the
 * first time no problem is told.
 *
 * Returns: whether they are kept; else with an error of the stream or of the file system
 */
gboolean
cw_sssom_rows_keep (CwSssomRows *self, GError **error)
{
  self->spool = cw_spool_new ();
  self->kept_line = self->line;
  while (look (self, 0) >= 0)
    {
      if (!cw_spool_append (self->spool, self->buffer + self->at, self->n_bytes - self->at, error))
        return FALSE;
      self->at = self->n_bytes;
    }
  if (has_failed (self, error))
    return FALSE;

  cw_sssom_rows_rewind (self);
  self->is_mute = TRUE;

  return TRUE;
}

/**
 * cw_sssom_rows_rewind:
 * @self: rows that were kept
 *
 * Goes back to where they were kept; problems are told from now on.
 */
void
cw_sssom_rows_rewind (CwSssomRows *self)
{
  self->is_kept = TRUE;
  self->kept_at = 0;
  self->at = 0;
  self->n_bytes = 0;
  self->ended = FALSE;
  self->is_mute = FALSE;
  self->line = self->kept_line;
  self->column = 1;
}
