/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/record-table.h"

#include "formats/error.h"
#include "formats/record-row.h"

#include <glib/gi18n-lib.h>

/* Rows between two looks at whether to stop. */
#define ROWS_AT_ONCE 1024

static gboolean
skip_rows (CwTableSource *source, guint n_rows, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (cw_table_source_next (source, cancellable, &failure) != NULL)
        continue;
      if (failure == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_plan (CwTableSource *source, const CwMappingPlan *plan, GError **error)
{
  if (cw_mapping_plan_has_side (plan, FALSE) && cw_mapping_plan_has_side (plan, TRUE))
    return TRUE;

  cw_format_error_set_at_line (error, CW_FORMAT_ERROR_VALUE, cw_table_source_get_name (source),
                               plan->n_above + 1, 1,
                               _ ("no columns are matched for the items of both sides"));
  return FALSE;
}

static void
tell_problems (CwTableSource *source, const CwRecordSink *sink)
{
  CwProblem *problem;

  while ((problem = cw_table_source_pop_problem (source)) != NULL)
    sink->take_problem (problem, sink->user_data);
}

/**
 * cw_record_table_read:
 * @source: a table, at its beginning
 * @plan: what its columns hold
 * @manner: lenient: words, percent signs and the like are understood, and reported once each;
 *   strict: only what this program writes in tables, and the names of SKOS
 * @sink: takes mappings and problems in the table's order
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads a table of mappings, a row a mapping. A row whose items or relation cannot be understood stays
 * out, with an error as its problem. What cannot be understood of the rest stays empty, with a
 * warning; in a strict reading the row stays out. A row for an item that nobody has compared yet, as
 * this program writes it, is no mapping and no problem. Where no column names a relation and the plan
 * gives none, records have none.
 *
 * Returns: whether it was read to its end; else with an error of @source or @sink
 */
gboolean
cw_record_table_read (CwTableSource *source,
                      const CwMappingPlan *plan,
                      CwReadManner manner,
                      const CwRecordSink *sink,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (CwRecordRowReader) reader = NULL;
  g_autoptr (GError) failure = NULL;
  const CwDelimitedRow *row;
  guint n_rows = 0;

  if (!check_plan (source, plan, error) ||
      !skip_rows (source, plan->n_above + (plan->has_header ? 1 : 0), cancellable, error))
    return FALSE;

  reader = cw_record_row_reader_new (source, plan, manner, sink);
  while ((row = cw_table_source_next (source, cancellable, &failure)) != NULL)
    {
      CwMappingRecord *record;

      tell_problems (source, sink);
      record = cw_record_row_reader_read (reader, row);
      if (record != NULL && !sink->take_record (record, sink->user_data, error))
        return FALSE;
      if (++n_rows % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  tell_problems (source, sink);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
