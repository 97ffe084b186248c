/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/document-json.h"
#include "fuzz-target.h"

/* Any bytes as a whole document, as far as it can be read before its lists are stored. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GError *error = NULL;
  g_autoptr (CwDocumentJsonReader) reader =
    cw_document_json_reader_new ((const char *) data, size, "x.json", &error);
  g_autoptr (CwDocumentContent) content = NULL;

  fuzz_check_result (reader != NULL, error);
  if (reader == NULL)
    return 0;

  error = NULL;
  content = cw_document_json_reader_read (reader, &error);
  fuzz_check_result (content != NULL, error);

  return 0;
}
