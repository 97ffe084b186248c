/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Any bytes as a workbook: its first sheet, to the end or to the first error. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (CwXlsxReader) reader = cw_xlsx_reader_open (stream, "fuzz", NULL, NULL);
  CwProblem *problem;

  if (reader == NULL)
    return 0;

  while (cw_xlsx_reader_next (reader, NULL) != NULL)
    {
      while ((problem = cw_xlsx_reader_pop_problem (reader)) != NULL)
        cw_problem_free (problem);
    }

  return 0;
}
