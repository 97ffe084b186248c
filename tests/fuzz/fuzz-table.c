/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/mapping-plan-guess.h"
#include "formats/record-table.h"
#include "fuzz-target.h"

/* Any bytes as a table of mappings: opened, guessed and read as a person would have it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  GError *error = NULL;
  g_autoptr (CwTableSource) source = cw_table_source_open (stream, "fuzz", NULL, NULL, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CwMappingPlan) plan = NULL;
  gboolean read;

  fuzz_check_result (source != NULL, error);
  if (source == NULL)
    return 0;

  rows = cw_table_source_peek (source, CW_MAPPING_PLAN_SAMPLE, NULL);
  plan = cw_mapping_plan_guess (rows);
  /* So that each record has one; whether rows without are taken is for others to decide */
  plan->has_relation = TRUE;
  plan->relation = CW_RELATION_RELATED;
  error = NULL;
  read = cw_record_table_read (source, plan, size % 2 == 0 ? CW_READ_LENIENT : CW_READ_STRICT,
                               &fuzz_sink, NULL, &error);
  fuzz_check_result (read, error);

  return 0;
}
