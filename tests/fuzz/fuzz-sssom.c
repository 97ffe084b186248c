/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-reader.h"
#include "fuzz-target.h"

#include <string.h>

/* Before a record separator (U+001E), if there is one, stand metadata of a file of their own. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *border = size > 0 ? memchr (data, 0x1e, size) : NULL;
  const uint8_t *table = border != NULL ? border + 1 : data;
  gssize n_table = (gssize) (size - (size_t) (table - data));

  for (guint manner = 0; manner < 2; manner++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (table, n_table, NULL);
      g_autoptr (GInputStream) metadata =
        border != NULL ? g_memory_input_stream_new_from_data (data, border - data, NULL) : NULL;
      GError *error = NULL;
      gboolean success = cw_sssom_read (stream, "x.tsv", metadata, "x.yml", (CwReadManner) manner,
                                        &fuzz_sink, NULL, &error);

      fuzz_check_result (success, error);
    }

  return 0;
}
