/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/gathered.h"

#include "cli/incoming.h"
#include "cli/output.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* Puts the mappings of a file into a document with the shipped lists, and items that these lack into
 * lists of its own. */
static CwScratch *
gather (const char *path, const CwReading *reading, gboolean may_be_incomplete, CwExit *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwScratch) scratch = cw_scratch_new (&error);
  g_autoptr (CwMappingImport) import = NULL;

  if (scratch == NULL)
    {
      *status = CW_EXIT_FILE;
      cw_complain ("%s", error->message);
      return NULL;
    }

  import = cw_incoming_read (scratch->document, path, reading, 0, TRUE, status);
  if (import == NULL)
    return NULL;
  cw_incoming_tell_problems (import);
  if (cw_incoming_has_errors (import) && (reading->strict || !may_be_incomplete))
    {
      *status = CW_EXIT_NO;
      return NULL;
    }
  if (!cw_document_apply (scratch->document, cw_edit_new_import (import), &error))
    {
      *status = CW_EXIT_FILE;
      cw_complain ("%s", error->message);
      return NULL;
    }
  *status = cw_incoming_has_errors (import) ? CW_EXIT_NO : CW_EXIT_OK;

  return g_steal_pointer (&scratch);
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (g_str_equal (path, "-"))
    input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    input = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (input == NULL ||
      g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static CwScratch *
open_json (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = load (path, error);

  return bytes != NULL ? cw_scratch_new_from_json (bytes, path, NULL, error) : NULL;
}

static gboolean
find_format (const char *path, const CwReading *reading, CwSourceFormat *format)
{
  g_autoptr (CwMappingSource) source = NULL;

  if (reading->from != NULL)
    return cw_source_format_from_key (reading->from, format);
  /* Standard input cannot be looked at first; a document comes as JSON that says so. */
  if (g_str_equal (path, "-"))
    {
      *format = CW_SOURCE_TABLE;
      return TRUE;
    }

  source = cw_reading_open (reading, path);
  if (source == NULL)
    return FALSE;
  *format = cw_mapping_source_get_format (source);

  return TRUE;
}

/**
 * cw_gathered_open:
 * @path: a file or a document, or "-" for standard input
 * @reading: how it is read
 * @may_be_incomplete: whether rows that cannot be taken may stay out
 * @status: (out): %CW_EXIT_OK, %CW_EXIT_NO where rows stayed out, or why it could not be opened
 *
 * Makes a document of a file, whatever it is: a document is copied, and what a file says goes into a
 * new one.
 *
 * Returns: (transfer full) (nullable): the document; %NULL after a complaint
 */
CwScratch *
cw_gathered_open (const char *path,
                  const CwReading *reading,
                  gboolean may_be_incomplete,
                  CwExit *status)
{
  g_autoptr (CwScratch) scratch = NULL;
  g_autoptr (GError) error = NULL;
  CwSourceFormat format;

  *status = CW_EXIT_FILE;
  if (!find_format (path, reading, &format))
    return NULL;
  if (format != CW_SOURCE_DOCUMENT && format != CW_SOURCE_JSON)
    return gather (path, reading, may_be_incomplete, status);

  scratch =
    format == CW_SOURCE_JSON ? open_json (path, &error) : cw_scratch_new_copy (path, &error);
  if (scratch == NULL)
    {
      cw_complain ("%s", error->message);
      return NULL;
    }
  *status = CW_EXIT_OK;

  return g_steal_pointer (&scratch);
}
