/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/gathered.h"

#include "cli/incoming.h"
#include "cli/output.h"

static CwScratch *
complain (const GError *error, CwExit *status)
{
  *status = CW_EXIT_FILE;
  cw_complain ("%s", error->message);

  return NULL;
}

/* Puts the mappings of a file into a document with the shipped lists, and items that these lack into
 * lists of its own. */
static CwScratch *
gather (CwMappingSource *source,
        const CwReading *reading,
        gboolean may_be_incomplete,
        CwExit *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwScratch) scratch = cw_scratch_new (&error);
  g_autoptr (CwMappingImport) import = NULL;

  if (scratch == NULL)
    return complain (error, status);

  import = cw_incoming_read_source (scratch->document, source, reading, 0, TRUE, status);
  if (import == NULL)
    return NULL;
  cw_incoming_tell_problems (import);
  *status = cw_incoming_has_errors (import) ? CW_EXIT_NO : CW_EXIT_OK;
  if (*status == CW_EXIT_NO && (reading->strict || !may_be_incomplete))
    return NULL;
  if (cw_document_apply (scratch->document, cw_edit_new_import (import), &error))
    return g_steal_pointer (&scratch);

  return complain (error, status);
}

/**
 * cw_gathered_open:
 * @path: a file or a document, or "-" for standard input
 * @reading: how it is read
 * @gathering: what is going to be done with it
 * @status: (out): %CW_EXIT_OK, %CW_EXIT_NO where rows stayed out, or why it could not be opened
 *
 * Makes a document of a file, whatever it is: what a file with mappings says goes into a new one. A
 * document itself is not touched.
 *
 * Returns: (transfer full) (nullable): the document; %NULL after a complaint
 */
CwScratch *
cw_gathered_open (const char *path, const CwReading *reading, CwGathering gathering, CwExit *status)
{
  g_autoptr (CwMappingSource) source = cw_reading_open (reading, path);
  g_autoptr (CwScratch) scratch = NULL;
  g_autoptr (GError) error = NULL;
  CwSourceFormat format;

  *status = CW_EXIT_FILE;
  if (source == NULL)
    return NULL;

  format = cw_mapping_source_get_format (source);
  if (format != CW_SOURCE_DOCUMENT && format != CW_SOURCE_JSON)
    return gather (source, reading, gathering & CW_GATHER_INCOMPLETE, status);

  scratch = cw_mapping_source_open_document (source, gathering & CW_GATHER_WRITABLE, NULL, &error);
  if (scratch == NULL)
    return complain (error, status);
  *status = CW_EXIT_OK;

  return g_steal_pointer (&scratch);
}
