/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-mapping-reader.h"
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  for (guint manner = 0; manner < 2; manner++)
    {
      g_autoptr (GInputStream) stream =
        g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
      GError *error = NULL;
      gboolean success =
        cw_jskos_mappings_read (stream, "x.json", (CwReadManner) manner, &fuzz_sink, NULL, &error);

      fuzz_check_result (success, error);
    }

  return 0;
}
