/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-reader.h"
#include "fuzz-target.h"

/* Any bytes as a workbook: its first sheet, to the end or to the first error. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  GError *error = NULL;
  g_autoptr (CwXlsxReader) reader = cw_xlsx_reader_open (stream, "fuzz", NULL, &error);
  CwProblem *problem;

  fuzz_check_result (reader != NULL, error);
  if (reader == NULL)
    return 0;

  while (cw_xlsx_reader_next (reader, NULL) != NULL)
    {
      while ((problem = cw_xlsx_reader_pop_problem (reader)) != NULL)
        fuzz_sink.take_problem (problem, fuzz_sink.user_data);
    }

  return 0;
}
