/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/incoming.h"

#include "cli/output.h"
#include "cli/sides.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* The list that was named for a side, or none. */
static gboolean
find_usual (CwDocument *document, const char *key, GPtrArray *lists)
{
  CwList *list;

  if (key == NULL)
    return TRUE;
  list = cw_sides_find_list (document, key);
  if (list == NULL)
    return FALSE;

  g_ptr_array_add (lists, list);

  return TRUE;
}

/**
 * cw_incoming_read_source:
 * @document: the document
 * @source: a file
 * @reading: how it is read
 * @coding_id: the coding that it goes into, 0 for the agreed mapping
 * @make_items: whether items that no list has are made
 * @status: (out): why it could not be read
 *
 * Returns: (transfer full) (nullable): the mappings, compared with those of the document; %NULL
 *   after a complaint
 */
CwMappingImport *
cw_incoming_read_source (CwDocument *document,
                         CwMappingSource *source,
                         const CwReading *reading,
                         gint64 coding_id,
                         gboolean make_items,
                         CwExit *status)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  g_autoptr (CwMappingImport) import = NULL;
  g_autoptr (GError) error = NULL;

  *status = CW_EXIT_USAGE;
  if (!find_usual (document, reading->left, left) || !find_usual (document, reading->right, right))
    return NULL;

  *status = CW_EXIT_FILE;
  import = cw_mapping_import_new (document, cw_mapping_source_get_name (source), coding_id, left,
                                  right, make_items);
  if (cw_reading_run (source, cw_mapping_import_get_sink (import), &error) &&
      cw_mapping_import_compare (import, &error))
    return g_steal_pointer (&import);

  cw_incoming_tell_problems (import);
  cw_complain ("%s", error->message);

  return NULL;
}

/**
 * cw_incoming_read:
 * @document: the document
 * @path: a file, or "-" for standard input
 * @reading: how it is read
 * @coding_id: the coding that it goes into, 0 for the agreed mapping
 * @make_items: whether items that no list has are made
 * @status: (out): why it could not be read
 *
 * Like cw_incoming_read_source(), but opens the file.
 *
 * Returns: (transfer full) (nullable): the mappings, or %NULL after a complaint
 */
CwMappingImport *
cw_incoming_read (CwDocument *document,
                  const char *path,
                  const CwReading *reading,
                  gint64 coding_id,
                  gboolean make_items,
                  CwExit *status)
{
  g_autoptr (CwMappingSource) source = cw_reading_open (reading, path);

  *status = CW_EXIT_FILE;

  return source != NULL
           ? cw_incoming_read_source (document, source, reading, coding_id, make_items, status)
           : NULL;
}

/**
 * cw_incoming_parse_choice:
 * @text: (nullable): what was typed after --prefer
 * @choice: (inout): what is done where file and document differ; stays where nothing was typed
 *
 * Returns: whether that makes sense; %FALSE after a complaint
 */
gboolean
cw_incoming_parse_choice (const char *text, CwImportChoice *choice)
{
  if (text == NULL || cw_import_choice_from_key (text, choice))
    return TRUE;

  /* Translators: %s is what was typed; the words stay as they are */
  cw_complain (_ ("--prefer is “%s”; it can be mine, theirs or both"), text);

  return FALSE;
}

/**
 * cw_incoming_tell_problems:
 * @import: an import
 *
 * Writes what is to be said of the file to standard error, a line each.
 */
void
cw_incoming_tell_problems (CwMappingImport *import)
{
  GPtrArray *problems = cw_mapping_import_get_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = cw_problem_format (g_ptr_array_index (problems, i));

      fprintf (stderr, "%s\n", line);
    }
}

/**
 * cw_incoming_has_errors:
 * @import: an import
 *
 * Returns: whether anything of the file cannot be taken
 */
gboolean
cw_incoming_has_errors (CwMappingImport *import)
{
  GPtrArray *problems = cw_mapping_import_get_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      if (((CwProblem *) g_ptr_array_index (problems, i))->severity == CW_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}

/**
 * cw_incoming_format_counts:
 * @import: an import that was compared
 * @file: name of the file
 *
 * Returns: (transfer full): how many rows are in which state, in a line
 */
char *
cw_incoming_format_counts (CwMappingImport *import, const char *file)
{
  /* Translators: what a file holds: %1$s is its name, the others are how many rows */
  return g_strdup_printf (
    _ (
      "%1$s: %2$u new, %3$u the same, %4$u changed, %5$u conflicting, %6$u repeated, %7$u unclear"),
    file, cw_mapping_import_count (import, CW_IMPORT_NEW),
    cw_mapping_import_count (import, CW_IMPORT_SAME),
    cw_mapping_import_count (import, CW_IMPORT_CHANGED),
    cw_mapping_import_count (import, CW_IMPORT_CONFLICTING),
    cw_mapping_import_count (import, CW_IMPORT_REPEATED),
    cw_mapping_import_count (import, CW_IMPORT_UNKNOWN));
}
