/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/json-values.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/user-languages.h"

#include <glib/gi18n.h>

static void
add_columns (CwTable *table)
{
  /* Translators: heads the column of names by which lists are called on the command line */
  cw_table_add_column (table, C_ ("lists", "Name"), CW_TABLE_TEXT);
  /* Translators: heads a column of country codes, such as CN */
  cw_table_add_column (table, C_ ("lists", "Of"), CW_TABLE_TEXT);
  cw_table_add_column (table, C_ ("lists", "Title"), CW_TABLE_FLEXIBLE);
  /* Translators: heads a column of dates */
  cw_table_add_column (table, C_ ("lists", "Issued"), CW_TABLE_TEXT);
  cw_table_add_column (table, C_ ("lists", "Items"), CW_TABLE_NUMBER);
  /* Translators: heads a column of numbers: of how many items the official wording was checked */
  cw_table_add_column (table, C_ ("lists", "Checked"), CW_TABLE_NUMBER);
}

static CwExit
write_table (GPtrArray *lists, const char *const *languages)
{
  g_autoptr (CwTable) table = cw_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  add_columns (table);
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);
      const CwListCard *card = cw_list_get_card (list);
      g_autofree char *items = g_strdup_printf ("%u", cw_list_get_n_items (list));
      g_autofree char *checked = g_strdup_printf ("%u", cw_list_get_n_verified (list));
      const char *const cells[] = {
        card->key,
        card->jurisdiction,
        cw_list_get_short_title (list, languages),
        card->issued,
        items,
        checked,
      };

      cw_table_add_row (table, cells);
    }
  cw_table_append_to (table, cw_terminal_get_width (), CW_TABLE_CUT, text);

  return cw_output_write (text->str, text->len);
}

static CwExit
write_json (GPtrArray *lists)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "lists");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < lists->len; i++)
    {
      cw_json_printer_begin_object (printer);
      cw_json_values_print_list_summary (printer, g_ptr_array_index (lists, i));
      cw_json_printer_end_object (printer);
    }
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

static CwExit
run_lists (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autoptr (CwOpenDocument) document = NULL;
  g_auto (GStrv) languages = NULL;
  CwExit status;

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_JSON, NULL, argc, argv,
                              &status))
    return status;
  if (line.left->len > 0 || line.right != NULL)
    {
      cw_complain (_ ("The command takes no lists"));
      return cw_command_line_refuse (self);
    }

  document = cw_document_source_open (line.document);
  if (document == NULL)
    return CW_EXIT_FILE;

  if (line.json)
    return write_json (cw_document_get_lists (document));

  languages = cw_user_languages_get ();
  return write_table (cw_document_get_lists (document), (const char *const *) languages);
}

const CwCommand cw_command_lists = {
  "lists",
  NULL,
  N_ ("Show which lists there are"),
  N_ ("Shows the lists of a document: name, jurisdiction, title, date, number of items, and of how "
      "many of them the official wording was checked."),
  "  crosswalkctl lists\n"
  "  crosswalkctl lists --document study.crosswalk --json",
  run_lists,
};
