/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/judgement-table.h"
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) judgements =
    cw_judgement_table_parse ((const char *) data, (gssize) size, "x.csv", &error);

  fuzz_check_result (judgements != NULL, error);

  return 0;
}
