/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-reader.h"
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GError *error = NULL;
  g_autoptr (CwDelimitedTable) table =
    cw_delimited_table_parse ((const char *) data, size, "x.csv", &error);

  fuzz_check_result (table != NULL, error);

  return 0;
}
