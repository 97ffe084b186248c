/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-columns.h"

#include "formats/curie-map.h"
#include "formats/sssom-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* This program names its columns so, and declares them. */
#define EXTENSION "ext_"

#define XSD_BOOLEAN "http://www.w3.org/2001/XMLSchema#boolean"

/**
 * cw_sssom_columns_free:
 * @self: (nullable): columns
 */
void
cw_sssom_columns_free (CwSssomColumns *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->kinds);
  g_array_unref (self->ids);
  g_array_unref (self->booleans);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static void
add (CwSssomColumns *self, CwSssomColumnKind kind, guint id, gboolean is_boolean, const char *name)
{
  g_array_append_val (self->kinds, kind);
  g_array_append_val (self->ids, id);
  g_array_append_val (self->booleans, is_boolean);
  g_ptr_array_add (self->names, g_strdup (name));
  self->n_columns++;
}

static void
add_field (CwSssomColumns *self,
           guint id,
           const CwSssomSet *set,
           const CwReadPlace *place,
           CwReadLog *log)
{
  const CwSssomField *field = cw_sssom_field_get (id);

  if ((field->flags & CW_SSSOM_NEW_IN_ROW) != 0 && !set->is_new)
    cw_read_log_lapse (log, place, "needs-version-1.1", field->name,
                       /* Translators: %s is the name of a field; sssom_version stays as it is */
                       _ ("the slot “%s” needs sssom_version: \"1.1\""), field->name);
  if ((field->flags & CW_SSSOM_NOT_KEPT) != 0 && !cw_read_log_is_strict (log))
    cw_read_log_warn (log, place, "not-kept", field->name,
                      /* Translators: %s is the name of a column */
                      _ ("what stands in the column “%s” has no place in a document"), field->name);
  self->has_field[id] = TRUE;
  add (self, CW_SSSOM_COLUMN_FIELD, id, FALSE, field->name);
}

static void
add_extension (CwSssomColumns *self,
               const CwSssomExtension *extension,
               const CwReadPlace *place,
               CwReadLog *log)
{
  gboolean is_ours = g_str_has_prefix (extension->property, CW_TERMS_IRI);
  int own = is_ours ? cw_sssom_own_find (extension->property + strlen (CW_TERMS_IRI)) : -1;
  gboolean is_boolean = g_str_equal (extension->type_hint, XSD_BOOLEAN);

  if (own < 0 && !cw_read_log_is_strict (log))
    cw_read_log_warn (log, place, "not-kept", extension->name,
                      /* Translators: %s is the name of a column */
                      _ ("what stands in the column “%s” has no place in a document"),
                      extension->name);
  add (self, own < 0 ? CW_SSSOM_COLUMN_NONE : CW_SSSOM_COLUMN_OWN, own < 0 ? 0 : (guint) own,
       is_boolean, extension->name);
}

static void
add_unknown (CwSssomColumns *self, const char *name, const CwReadPlace *place, CwReadLog *log)
{
  int own = g_str_has_prefix (name, EXTENSION) ? cw_sssom_own_find (name + strlen (EXTENSION)) : -1;

  if (own >= 0)
    cw_read_log_lapse (log, place, "undeclared-extension", name,
                       /* Translators: %s is the name of a column */
                       _ ("the extension “%s” is not declared in the metadata"), name);
  else if (cw_read_log_is_strict (log))
    cw_read_log_error (log, place, "unknown-slot",
                       /* Translators: %s is the name of a column */
                       _ ("“%s” is no slot of SSSOM, and is not declared in the metadata"), name);
  else
    cw_read_log_warn (log, place, "unknown-slot", name,
                      /* Translators: %s is the name of a column */
                      _ ("the column “%s” is not known, and is left out"), name);
  add (self, own < 0 ? CW_SSSOM_COLUMN_NONE : CW_SSSOM_COLUMN_OWN, own < 0 ? 0 : (guint) own, FALSE,
       name);
}

static void
add_column (CwSssomColumns *self, CwSssomCell *cell, const CwSssomSet *set, CwReadLog *log)
{
  const CwReadPlace place = { NULL, cell->line, cell->column, NULL };
  const CwSssomExtension *extension;
  int field;

  if (!cw_read_log_is_strict (log))
    cw_sssom_text_repair (log, &place, cell->text);
  if (*cell->text == '\0' ||
      g_ptr_array_find_with_equal_func (self->names, cell->text, g_str_equal, NULL))
    {
      cw_read_log_lapse (log, &place, *cell->text == '\0' ? "unnamed-column" : "duplicate-column",
                         cell->text,
                         /* Translators: %s is the name of a column, which may be empty */
                         _ ("a column is named “%s”, which is empty or taken, and is left out"),
                         cell->text);
      add (self, CW_SSSOM_COLUMN_NONE, 0, FALSE, "");
      return;
    }

  field = cw_sssom_field_find (cell->text, CW_SSSOM_IN_ROW);
  extension = g_hash_table_lookup (set->extensions, cell->text);
  if (field >= 0)
    add_field (self, (guint) field, set, &place, log);
  else if (extension != NULL)
    add_extension (self, extension, &place, log);
  else
    add_unknown (self, cell->text, &place, log);
}

/* SSSOM wants columns in the order of its slots only of those who write. */
static void
check_order (const CwSssomColumns *self, const CwSssomCell *cells, CwReadLog *log)
{
  guint last = 0;

  for (guint i = 0; i < self->n_columns && cw_read_log_is_strict (log); i++)
    {
      const CwReadPlace place = { NULL, cells[i].line, cells[i].column, NULL };
      guint id = g_array_index (self->ids, guint, i);

      if (g_array_index (self->kinds, CwSssomColumnKind, i) != CW_SSSOM_COLUMN_FIELD)
        continue;
      if (id < last)
        {
          cw_read_log_warn (
            log, &place, "column-order", NULL,
            /* Translators: %s is the name of a column */
            _ ("in its canonical form SSSOM has the column “%s” further to the left"),
            cells[i].text);
          return;
        }
      last = id;
    }
}

static gboolean
check_presence (const CwSssomColumns *self, const char *name, guint line, GError **error)
{
  const gboolean *has = self->has_field;

  if ((has[CW_SSSOM_FIELD_SUBJECT_ID] || has[CW_SSSOM_FIELD_SUBJECT_LABEL]) &&
      (has[CW_SSSOM_FIELD_OBJECT_ID] || has[CW_SSSOM_FIELD_OBJECT_LABEL]) &&
      has[CW_SSSOM_FIELD_PREDICATE_ID])
    return TRUE;

  cw_format_error_set_at_line (
    error, CW_FORMAT_ERROR_VALUE, name, line, 1,
    _ ("this is no table of SSSOM: it needs the columns subject_id, predicate_id and object_id"));

  return FALSE;
}

/* Empty cells after the last column are left by spreadsheets. */
static guint
count_columns (const CwSssomCell *cells, guint n_cells, CwReadLog *log)
{
  guint n = n_cells;

  while (n > 1 && *cells[n - 1].text == '\0')
    n--;
  if (n < n_cells)
    {
      const CwReadPlace place = { NULL, cells[n].line, cells[n].column, NULL };

      cw_read_log_habit (
        log, &place, "trailing-tabs",
        _ ("there are empty cells after the end of a line, as spreadsheets leave them"));
    }

  return n;
}

/**
 * cw_sssom_columns_read:
 * @rows: rows whose next is the names of the columns
 * @set: the metadata, checked
 * @name: the file's name
 * @log: where problems go
 * @error: return location
 *
 * Reads which columns there are.
 *
 * Returns: (transfer full): the columns; %NULL with an error of the stream, or %CW_FORMAT_ERROR_VALUE
 *   where these are no columns of SSSOM
 */
CwSssomColumns *
cw_sssom_columns_read (CwSssomRows *rows,
                       const CwSssomSet *set,
                       const char *name,
                       CwReadLog *log,
                       GError **error)
{
  g_autoptr (CwSssomColumns) self = g_new0 (CwSssomColumns, 1);
  CwSssomCell *cells;
  guint n_cells, n_columns;

  self->kinds = g_array_new (FALSE, FALSE, sizeof (CwSssomColumnKind));
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  self->booleans = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->names = g_ptr_array_new_with_free_func (g_free);
  if (!cw_sssom_rows_next (rows, error))
    return NULL;

  cells = cw_sssom_rows_get_cells (rows, &n_cells);
  n_columns = n_cells > 0 ? count_columns (cells, n_cells, log) : 0;
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &cells[i], set, log);
  if (!check_presence (self, name, n_cells > 0 ? cells[0].line : 1, error))
    return NULL;
  check_order (self, cells, log);

  return g_steal_pointer (&self);
}

static void
check_boolean (const CwSssomCell *cell, const char *name, CwReadLog *log)
{
  static const char *const values[] = { "", "true", "false", "1", "0", NULL };
  const CwReadPlace place = { NULL, cell->line, cell->column, NULL };

  if (cw_read_log_is_strict (log) && !g_strv_contains (values, cell->text))
    cw_read_log_error (
      log, &place, "no-boolean",
      /* Translators: the first %s is a value of a table, the second the name of its
                          column */
      _ ("“%s” is no truth value, as “%s” is declared to hold"), cell->text, name);
}

static void
check_width (const CwSssomColumns *self, const CwSssomCell *cells, guint n_cells, CwReadLog *log)
{
  guint n = n_cells;
  CwReadPlace place = { NULL, cells[0].line, 1, NULL };

  if (n_cells < self->n_columns)
    cw_read_log_lapse (log, &place, "too-few-cells", NULL,
                       _ ("a row has fewer cells than there are columns; what lacks is empty"));
  while (n > self->n_columns && *cells[n - 1].text == '\0')
    n--;
  if (n > self->n_columns)
    {
      place.column = cells[self->n_columns].column;
      place.line = cells[self->n_columns].line;
      cw_read_log_error (log, &place, "too-many-cells",
                         _ ("the row has more cells than there are columns"));
    }
  else if (n < n_cells)
    cw_read_log_habit (
      log, &place, "trailing-tabs",
      _ ("there are empty cells after the end of a line, as spreadsheets leave them"));
}

/**
 * cw_sssom_columns_take:
 * @self: columns
 * @cells: (array length=n_cells): the cells of a row
 * @n_cells: how many, at least one
 * @log: where problems go
 * @row: what the row says, for its columns
 *
 * Sorts the cells of a row by what they say.
 */
void
cw_sssom_columns_take (const CwSssomColumns *self,
                       CwSssomCell *cells,
                       guint n_cells,
                       CwReadLog *log,
                       CwSssomRowValues *row)
{
  check_width (self, cells, n_cells, log);
  row->line = cells[0].line;
  for (guint i = 0; i < self->n_columns; i++)
    {
      CwSssomColumnKind kind = g_array_index (self->kinds, CwSssomColumnKind, i);
      guint id = g_array_index (self->ids, guint, i);
      CwSssomValue *value = kind == CW_SSSOM_COLUMN_FIELD ? &row->fields[id] : &row->own[id];
      const CwReadPlace place = { NULL, i < n_cells ? cells[i].line : 0,
                                  i < n_cells ? cells[i].column : 0, NULL };

      if (i < n_cells && g_array_index (self->booleans, gboolean, i))
        check_boolean (&cells[i], g_ptr_array_index (self->names, i), log);
      if (kind == CW_SSSOM_COLUMN_NONE || (kind == CW_SSSOM_COLUMN_FIELD && row->is_spread[id]))
        continue;
      value->text = i < n_cells ? cells[i].text : NULL;
      value->place = place;
    }
}
