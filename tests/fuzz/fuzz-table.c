/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/mapping-plan-guess.h"
#include "formats/record-table.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gboolean
take_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  cw_mapping_record_free (record);
  return TRUE;
}

static void
take_problem (CwProblem *problem, gpointer user_data)
{
  cw_problem_free (problem);
}

/* Any bytes as a table of mappings: opened, guessed and read as a person would have it. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const CwRecordSink sink = { take_record, take_problem, NULL };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (CwTableSource) source = cw_table_source_open (stream, "fuzz", NULL, NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CwMappingPlan) plan = NULL;

  if (source == NULL)
    return 0;

  rows = cw_table_source_peek (source, CW_MAPPING_PLAN_SAMPLE, NULL);
  plan = cw_mapping_plan_guess (rows);
  cw_record_table_read (source, plan, size % 2 == 0 ? CW_READ_LENIENT : CW_READ_STRICT, &sink, NULL,
                        NULL);

  return 0;
}
