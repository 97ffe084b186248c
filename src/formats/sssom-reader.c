/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-reader.h"

#include "formats/sssom-columns.h"
#include "formats/sssom-lines.h"
#include "formats/text-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *metadata_name;
  CwReadLog *log;
  const CwRecordSink *sink;
  CwSssomSet *set;
  CwSssomRows *rows;
  CwSssomColumns *columns;
  CwSssomRowValues spread; /* what every row says, from the set */
  CwTextSet *seen;         /* rows */
  CwTextSet *ids;          /* record_id */
} Reader;

static GString *
read_all (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error)) > 0)
    {
      g_string_append_len (text, buffer, n);
      if (text->len <= CW_SSSOM_MAX_METADATA)
        continue;
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_UNSUPPORTED, name, 1, 1,
                                   /* Translators: %u is a number of megabytes */
                                   _ ("the metadata are longer than %u MB"),
                                   CW_SSSOM_MAX_METADATA / (1024 * 1024));
      return NULL;
    }

  return n < 0 ? NULL : g_steal_pointer (&text);
}

/* Metadata in a file of their own. */
static gboolean
read_external (Reader *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";
  const CwReadPlace place = { self->metadata_name, 1, 1, NULL };
  g_autoptr (GString) yaml = read_all (stream, self->metadata_name, cancellable, error);

  if (yaml == NULL)
    return FALSE;
  if (g_str_has_prefix (yaml->str, mark))
    {
      cw_read_log_habit (self->log, &place, "byte-order-mark",
                         _ ("the file begins with a byte order mark"));
      g_string_erase (yaml, 0, strlen (mark));
    }
  if (!cw_format_check_utf8 (yaml->str, yaml->len, self->metadata_name, error))
    return FALSE;

  return cw_sssom_set_parse (self->set, yaml->str, yaml->len, 0, self->log, error);
}

static gboolean
read_metadata (Reader *self, gboolean has_external, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) yaml = NULL;
  const CwReadPlace place = { NULL, 1, 1, NULL };
  char separator;
  guint indent;

  if (!cw_sssom_rows_read_metadata (self->rows, lines, error))
    return FALSE;

  separator = cw_sssom_rows_find_separator (self->rows);
  if (separator != '\t')
    cw_read_log_habit (self->log, &place, "separator",
                       _ ("cells are not separated by tabs, as SSSOM wants them"));
  if (strchr (lines->str, '#') == NULL)
    return TRUE;

  if (has_external)
    {
      cw_read_log_habit (
        self->log, &place, "two-metadata",
        _ ("the table has metadata of its own beside those in another file, which are taken"));
      return TRUE;
    }

  yaml = cw_sssom_lines_to_yaml (lines, separator, self->log, &indent);

  return cw_sssom_set_parse (self->set, yaml->str, yaml->len, indent, self->log, error);
}

static void
check_required_columns (Reader *self)
{
  static const guint required[] = { CW_SSSOM_FIELD_SUBJECT_ID, CW_SSSOM_FIELD_OBJECT_ID,
                                    CW_SSSOM_FIELD_JUSTIFICATION };
  guint n;
  const CwSssomCell *cells = cw_sssom_rows_get_cells (self->rows, &n);
  const CwReadPlace place = { NULL, cells[0].line, 1, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      if (!self->columns->has_field[required[i]])
        cw_read_log_habit (self->log, &place, "missing-column",
                           /* Translators: %s is the name of a column */
                           _ ("there is no column %s"), cw_sssom_field_get (required[i])->name);
    }
}

/* A value of the set is one of all its rows. One that makes no sense is told of here, and not with
 * each of them. */
static void
spread (Reader *self, guint id)
{
  const CwSssomField *field = cw_sssom_field_get (id);
  const CwSssomValue *value = g_ptr_array_index (self->set->values[id], 0);
  const char *rule = NULL;
  g_autofree char *fault = cw_sssom_set_find_fault (self->set, field, value->text, &rule);
  gboolean is_reference = field->type == CW_SSSOM_TYPE_REFERENCE;

  if (fault != NULL && !cw_read_log_is_strict (self->log))
    {
      if (is_reference)
        cw_read_log_lapse (self->log, &value->place, rule, field->name, "%s", fault);
      else
        cw_read_log_warn (self->log, &value->place, rule, field->name,
                          /* Translators: %s is what is wrong with a value, a sentence without a
                             full stop */
                          _ ("%s; the value is left out"), fault);
    }
  if (fault != NULL && !is_reference)
    return;

  self->spread.fields[id] = *value;
  self->spread.is_spread[id] = TRUE;
}

/* Which of the slots of the set have values in rows, which then count alone (SSSOM, “Propagation of
 * mapping set slots”). Only all rows can tell. */
static gboolean
look_for_own (Reader *self, gboolean *has_own, guint n_asked, GError **error)
{
  CwSssomCell *cells;
  guint n_cells;

  if (!cw_sssom_rows_keep (self->rows, error))
    return FALSE;
  while (n_asked > 0)
    {
      if (!cw_sssom_rows_next (self->rows, error))
        return FALSE;
      cells = cw_sssom_rows_get_cells (self->rows, &n_cells);
      if (n_cells == 0)
        break;
      for (guint i = 0; i < MIN (n_cells, self->columns->n_columns); i++)
        {
          guint id = g_array_index (self->columns->ids, guint, i);

          if (g_array_index (self->columns->kinds, CwSssomColumnKind, i) != CW_SSSOM_COLUMN_FIELD ||
              has_own[id] || *cells[i].text == '\0' || self->set->values[id] == NULL)
            continue;
          has_own[id] = TRUE;
          n_asked--;
        }
    }
  cw_sssom_rows_rewind (self->rows);

  return TRUE;
}

static gboolean
can_spread (const Reader *self, guint id)
{
  return (cw_sssom_field_get (id)->flags & CW_SSSOM_SPREADS) != 0 && self->set->values[id] != NULL;
}

static gboolean
spread_all (Reader *self, GError **error)
{
  gboolean has_own[CW_SSSOM_N_FIELDS] = { FALSE };
  guint n_asked = 0;

  for (guint i = 0; i < CW_SSSOM_N_FIELDS; i++)
    n_asked += can_spread (self, i) && self->columns->has_field[i];
  if (n_asked > 0 && !look_for_own (self, has_own, n_asked, error))
    return FALSE;

  for (guint i = 0; i < CW_SSSOM_N_FIELDS; i++)
    {
      if (can_spread (self, i) && !has_own[i])
        spread (self, i);
    }

  return TRUE;
}

static gboolean
is_blank (const CwSssomCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (*cells[i].text != '\0')
        return FALSE;
    }

  return TRUE;
}

/* Blank lines, and remarks after the columns, are no rows. */
static gboolean
is_row (Reader *self, const CwSssomCell *cells, guint n_cells)
{
  const CwReadPlace place = { NULL, cells[0].line, 1, NULL };

  if (is_blank (cells, n_cells))
    {
      cw_read_log_habit (self->log, &place, "blank-line",
                         _ ("there is a blank line before the columns or between rows"));
      return FALSE;
    }
  if (*cells[0].text == '#')
    {
      cw_read_log_habit (self->log, &place, "remark",
                         _ ("a row begins with “#”, and is left out as a remark"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_new_row (Reader *self, const CwSssomCell *cells, guint n_cells)
{
  const CwReadPlace place = { NULL, cells[0].line, 1, NULL };
  guint64 hash = CW_TEXT_HASH_START;

  for (guint i = 0; i < n_cells; i++)
    hash = cw_text_hash (hash, cells[i].text);
  if (cw_text_set_is_full (self->seen))
    cw_read_log_warn (self->log, &place, "not-compared", NULL,
                      /* Translators: %u is a number of rows */
                      _ ("a row is not compared with the %u before it"), CW_TEXT_SET_LIMIT);
  if (cw_text_set_add (self->seen, hash))
    return TRUE;

  cw_read_log_lapse (self->log, &place, "duplicate-row", NULL,
                     _ ("a row says the same as one before it, and is left out"));
  return FALSE;
}

static void
check_record_id (Reader *self, const CwSssomRowValues *row)
{
  const CwSssomValue *value = &row->fields[CW_SSSOM_FIELD_RECORD_ID];

  if (value->text == NULL || *value->text == '\0' ||
      cw_text_set_add (self->ids, cw_text_hash (CW_TEXT_HASH_START, value->text)))
    return;

  cw_read_log_lapse (self->log, &value->place, "duplicate-record-id", NULL,
                     /* Translators: %s is the name of a mapping in a file */
                     _ ("the record_id “%s” is that of a row before"), value->text);
}

static gboolean
read_row (Reader *self, CwSssomCell *cells, guint n_cells, GError **error)
{
  CwSssomRowValues row = self->spread;
  guint n_errors = cw_read_log_get_n_errors (self->log);
  CwMappingRecord *record;

  if (!is_row (self, cells, n_cells) || !is_new_row (self, cells, n_cells))
    return TRUE;

  cw_sssom_columns_take (self->columns, cells, n_cells, self->log, &row);
  cw_sssom_row_check (self->set, self->log, &row);
  check_record_id (self, &row);
  if (cw_read_log_get_n_errors (self->log) > n_errors)
    return TRUE;

  record = cw_sssom_row_read (self->set, self->log, &row);

  return record == NULL || self->sink->take_record (record, self->sink->user_data, error);
}

static gboolean
read_rows (Reader *self, GError **error)
{
  CwSssomCell *cells;
  guint n_cells;

  for (;;)
    {
      guint n_errors = cw_read_log_get_n_errors (self->log);

      if (!cw_sssom_rows_next (self->rows, error))
        return FALSE;
      cells = cw_sssom_rows_get_cells (self->rows, &n_cells);
      if (n_cells == 0)
        return TRUE;
      /* A row that was not even split right says nothing. */
      if (cw_read_log_get_n_errors (self->log) == n_errors &&
          !read_row (self, cells, n_cells, error))
        return FALSE;
    }
}

static gboolean
read_table (Reader *self, gboolean has_external, GError **error)
{
  if (!read_metadata (self, has_external, error))
    return FALSE;

  cw_sssom_set_check (self->set, self->log);
  self->columns = cw_sssom_columns_read (self->rows, self->set, self->name, self->log, error);
  if (self->columns == NULL)
    return FALSE;
  check_required_columns (self);

  return spread_all (self, error) && read_rows (self, error);
}

/**
 * cw_sssom_read:
 * @stream: a table: SSSOM/TSV, UTF-8, or the same as CSV
 * @name: its name, for messages
 * @metadata: (nullable): its metadata as YAML, where they are in a file of their own
 * @metadata_name: (nullable): the name of that
 * @manner: how to read
 * @sink: takes mappings and problems, in the order of the rows; what is so all over the file comes at
 *   the end
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads mappings after SSSOM 1.1 and 1.0 (Simple Standard for Sharing Ontological Mappings), with the
 * extensions that cw_concordance_sssom_open() writes, in memory that does not grow with the number
 * of rows; but for 16 MiB by which rows that stand twice are found among the first million.
 *
 * A row with an error makes no record, and reading goes on. A strict reading tells of all that the
 * specification forbids.
 *
 * Returns: whether the file could be read to its end; else with an error of the stream, of
 *   @sink, or a #CwFormatError: %CW_FORMAT_ERROR_SYNTAX for text that is not UTF-8, metadata that are no
 *   YAML or have aliases, anchors or tags, a quotation mark that is not closed and a row that is too
 *   long, %CW_FORMAT_ERROR_VALUE where it is no table of SSSOM
 */
gboolean
cw_sssom_read (GInputStream *stream,
               const char *name,
               GInputStream *metadata,
               const char *metadata_name,
               CwReadManner manner,
               const CwRecordSink *sink,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (CwReadLog) log = cw_read_log_new (name, manner, sink);
  g_autoptr (CwSssomSet) set = cw_sssom_set_new (metadata != NULL ? metadata_name : name);
  g_autoptr (CwSssomRows) rows = cw_sssom_rows_new (stream, name, log, cancellable);
  g_autoptr (CwTextSet) seen = cw_text_set_new ();
  g_autoptr (CwTextSet) ids = cw_text_set_new ();
  Reader self = {
    .name = name,
    .metadata_name = metadata_name,
    .log = log,
    .sink = sink,
    .set = set,
    .rows = rows,
    .seen = seen,
    .ids = ids,
  };
  gboolean success = (metadata == NULL || read_external (&self, metadata, cancellable, error)) &&
                     read_table (&self, metadata != NULL, error);

  cw_sssom_columns_free (self.columns);
  cw_read_log_finish (log);

  return success;
}
