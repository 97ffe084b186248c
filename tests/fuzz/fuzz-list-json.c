/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-json.h"
#include "fuzz-target.h"

/* What could be read can be written, and read again. */
static void
check_again (CwList *list, gboolean shipped)
{
  g_autoptr (GBytes) bytes = cw_list_json_format (list);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) again =
    cw_list_json_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                        "again.json", shipped, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  for (int shipped = 0; shipped < 2; shipped++)
    {
      GError *error = NULL;
      g_autoptr (CwList) list =
        cw_list_json_parse ((const char *) data, (gssize) size, "x.json", shipped, &error);

      fuzz_check_result (list != NULL, error);
      if (list != NULL)
        check_again (list, shipped);
    }

  return 0;
}
