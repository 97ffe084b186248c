/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-jskos.h"
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GError *error = NULL;
  g_autoptr (GError) unbuilt = NULL;
  g_autoptr (CwListDraft) draft =
    cw_list_jskos_parse ((const char *) data, (gssize) size, "x.json", &error);
  g_autoptr (CwList) list = draft != NULL ? cw_list_draft_build (draft, &unbuilt) : NULL;

  fuzz_check_result (draft != NULL, error);
  g_assert_true (draft == NULL || (list == NULL) == (unbuilt != NULL));

  return 0;
}
