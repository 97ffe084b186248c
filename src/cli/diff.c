/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/gathered.h"
#include "cli/incoming.h"
#include "cli/output.h"
#include "workspace/mapping-diff.h"

#include <glib/gi18n.h>
#include <string.h>

/* One end, as it is printed: "us-cet-2024 7.2". */
static char *
format_item (const CwItem *item, CwList *list)
{
  if (item != NULL)
    return g_strdup_printf ("%s %s", cw_list_get_key (item->list), item->code);

  return g_strdup (list != NULL ? cw_list_get_key (list) : "?");
}

/* A mapping, as it is printed. */
typedef struct
{
  char *left;
  char *relation;
  char *right;
} Said;

static void
said_clear (Said *said)
{
  g_free (said->left);
  g_free (said->relation);
  g_free (said->right);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static char *
format_relation (CwRelation relation, gboolean negated)
{
  return g_strconcat (negated ? "not " : "", cw_relation_to_key (relation), NULL);
}

static Said
say_mapping (CwDocument *document, const CwMapping *mapping)
{
  return (Said){
    format_item (cw_document_get_item (document, mapping->subject_id), NULL),
    format_relation (mapping->relation, mapping->negated),
    format_item (cw_document_get_item (document, mapping->object_id),
                 cw_document_get_list_by_id (document, mapping->object_list_id)),
  };
}

static char *
format_end (CwDocument *document, const CwImportEnd *end, const CwRecordEnd *record)
{
  const CwItem *item = cw_document_get_item (document, end->item_id);

  if (item != NULL || end->list_id != 0)
    return format_item (item, cw_document_get_list_by_id (document, end->list_id));
  if (*record->list != '\0' && *record->code != '\0')
    return g_strdup_printf ("%s %s", record->list, record->code);
  if (*record->iri != '\0' || *record->curie != '\0')
    return g_strdup (*record->iri != '\0' ? record->iri : record->curie);

  return g_strdup (*record->label != '\0' ? record->label : record->list);
}

static Said
say_row (CwDocument *document, const CwImportRow *row)
{
  const CwMappingRecord *record = row->record;
  gboolean absent = record->left.absent || record->right.absent;

  return (Said){
    format_end (document, &row->left, &record->left),
    format_relation (absent ? CW_RELATION_NONE : record->values->relation, record->values->negated),
    format_end (document, &row->right, &record->right),
  };
}

/* What the document says in the place of a row. */
static Said
say_mine (CwDocument *document, const CwImportRow *row)
{
  g_autoptr (CwMapping) mine = cw_document_get_mapping (document, row->mine, NULL);

  return mine != NULL ? say_mapping (document, mine) : say_row (document, row);
}

/* @said is (transfer full). */
static void
append_line (GString *text, char sign, Said said)
{
  g_string_append_printf (text, "%c\t%s\t%s\t%s\n", sign, said.left, said.relation, said.right);
  said_clear (&said);
}

/* "-" is what only the first has, "+" what only the second has; what both have and say otherwise
 * stands once as it was, with "<", and once as it is, with ">". */
static CwExit
print_text (CwDocument *document, const CwMappingDiff *diff)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < diff->removed->len; i++)
    append_line (text, '-', say_mapping (document, g_ptr_array_index (diff->removed, i)));
  for (guint i = 0; i < diff->added->len; i++)
    append_line (text, '+', say_row (document, g_ptr_array_index (diff->added, i)));
  for (guint i = 0; i < diff->changed->len; i++)
    {
      const CwImportRow *row = g_ptr_array_index (diff->changed, i);

      append_line (text, '<', say_mine (document, row));
      append_line (text, '>', say_row (document, row));
    }
  for (guint i = 0; i < diff->unclear->len; i++)
    append_line (text, '?', say_row (document, g_ptr_array_index (diff->unclear, i)));

  return cw_output_write (text->str, text->len);
}

static void
print_said (CwJsonPrinter *printer, const Said *said)
{
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "left", said->left);
  cw_json_printer_member_string (printer, "relation", said->relation);
  cw_json_printer_member_string (printer, "right", said->right);
  cw_json_printer_end_object (printer);
}

static void
print_rows (CwJsonPrinter *printer, const char *key, CwDocument *document, GPtrArray *rows)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (Said) said = say_row (document, g_ptr_array_index (rows, i));

      print_said (printer, &said);
    }
  cw_json_printer_end_array (printer);
}

static void
print_mappings (CwJsonPrinter *printer, const char *key, CwDocument *document, GPtrArray *mappings)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < mappings->len; i++)
    {
      g_auto (Said) said = say_mapping (document, g_ptr_array_index (mappings, i));

      print_said (printer, &said);
    }
  cw_json_printer_end_array (printer);
}

static CwExit
print_json (CwDocument *document, const CwMappingDiff *diff)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();

  cw_json_printer_begin_object (printer);
  print_mappings (printer, "removed", document, diff->removed);
  print_rows (printer, "added", document, diff->added);
  print_rows (printer, "changed", document, diff->changed);
  print_rows (printer, "unclear", document, diff->unclear);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

static CwExit
compare (CwDocument *document, const char *path, const CwReading *reading, gboolean json)
{
  CwExit status;
  g_autoptr (CwMappingImport) import =
    cw_incoming_read (document, path, reading, 0, FALSE, &status);
  g_autoptr (CwMappingDiff) diff = NULL;
  g_autoptr (GError) error = NULL;

  if (import == NULL)
    return status;

  cw_incoming_tell_problems (import);
  diff = cw_mapping_diff_new (import, &error);
  if (diff == NULL)
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  status = json ? print_json (document, diff) : print_text (document, diff);
  if (status != CW_EXIT_OK)
    return status;

  return diff->added->len + diff->changed->len + diff->unclear->len + diff->removed->len > 0
           ? CW_EXIT_NO
           : CW_EXIT_OK;
}

static CwExit
run_diff (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (CwReading) reading = { 0 };
  g_autoptr (CwScratch) gathered = NULL;
  GOptionEntry more[CW_N_READING_ENTRIES + 1] = { 0 };
  CwExit status;

  cw_reading_fill_entries (&reading, more);
  if (!cw_command_line_parse (&line, self, CW_TAKES_JSON, more, argc, argv, &status))
    return status;
  if (line.left->len != 2 || line.right != NULL)
    {
      cw_complain (_ ("Name two files to compare"));
      return cw_command_line_refuse (self);
    }
  if (!cw_reading_check (&reading))
    return cw_command_line_refuse (self);

  gathered = cw_gathered_open (g_ptr_array_index (line.left, 0), &reading, 0, &status);
  if (gathered == NULL)
    return status;

  return compare (gathered->document, g_ptr_array_index (line.left, 1), &reading, line.json);
}

const CwCommand cw_command_diff = {
  "diff",
  /* Translators: stands for two files in the help of the command line */
  N_ ("FILE FILE"),
  N_ ("Compare the mappings of two documents or files"),
  N_ ("Says which mappings only the first has (-), which only the second has (+), and which both "
      "have and say otherwise (< and >), whichever way round they are written. Both may be "
      "documents, or tables, SSSOM, JSKOS or JSON. Columns: sign, left item, relation, right item, "
      "with tabs between them. Of a document only the agreed mapping is read."),
  "  crosswalkctl diff old.crosswalk new.crosswalk\n"
  "  crosswalkctl diff study.crosswalk colleague.sssom.tsv --json",
  run_diff,
};
