/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/coding-option.h"
#include "cli/command-line.h"
#include "cli/comparison.h"
#include "cli/document-source.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/user-languages.h"

#include <glib/gi18n.h>

/* What the window shows at first. */
static void
set_first_sight (CwCommandLine *line)
{
  line->right = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (line->left, g_strdup ("cn-future-2024"));
  g_ptr_array_add (line->left, g_strdup ("cn-emerging-2023"));
  g_ptr_array_add (line->right, g_strdup ("us-cet-2024"));
  g_ptr_array_add (line->right, g_strdup ("us-eft-2018"));
}

static gboolean
parse_fit (const char *wide, CwTableFit *fit)
{
  *fit = CW_TABLE_CUT;
  if (wide == NULL || g_str_equal (wide, "cut"))
    return TRUE;

  *fit = CW_TABLE_WRAP;
  if (g_str_equal (wide, "none"))
    return TRUE;

  /* Translators: %s is what was typed; do not translate --wide, cut and none */
  cw_complain (_ ("--wide is cut or none, not “%s”"), wide);
  return FALSE;
}

static gboolean
count_coverage (CwComparison *self, GError **error)
{
  const CwSides *sides = self->sides;
  g_autoptr (GArray) links =
    cw_document_find_links (self->document, self->coding_id, sides->left, sides->right, error);
  g_autoptr (CwLinkIndex) index = NULL;

  if (links == NULL)
    return FALSE;

  index = cw_link_index_new (links);
  cw_coverage_count (index, sides->left, sides->right, &self->left);
  cw_coverage_count (index, sides->right, sides->left, &self->right);

  return TRUE;
}

static CwExit
write_comparison (CwComparison *self, gboolean json, CwTableFit fit)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!count_coverage (self, &error) ||
      (json && !cw_comparison_print_json (self, printer, &error)) ||
      (!json && !cw_comparison_append_table (self, cw_terminal_get_width (), fit, text, &error)))
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  return json ? cw_output_write_json (printer) : cw_output_write (text->str, text->len);
}

static CwExit
compare_sides (const CwCommandLine *line, CwTableFit fit, const char *coding)
{
  g_autoptr (CwOpenDocument) document = cw_document_source_open (line->document);
  g_auto (CwSides) sides = { 0 };
  g_auto (GStrv) own = cw_user_languages_get ();
  char **languages = line->languages != NULL ? line->languages : own;
  CwComparison comparison = { document, &sides, (const char *const *) languages };

  if (document == NULL)
    return CW_EXIT_FILE;
  if (!cw_coding_option_find (document, coding, &comparison.coding_id) ||
      !cw_sides_find (&sides, document, line))
    return CW_EXIT_USAGE;

  return write_comparison (&comparison, line->json, fit);
}

static CwExit
run_compare (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autofree char *wide = NULL;
  g_autofree char *coding = NULL;
  CwTableFit fit;
  CwExit status;
  const GOptionEntry more[] = {
    { "wide", 'w', 0, G_OPTION_ARG_STRING, &wide,
      N_ ("Labels that are too wide: cut them, or cut none and wrap them"), "cut|none" },
    { "coding", 'c', 0, G_OPTION_ARG_STRING, &coding,
      N_ ("Show this coding, not the agreed mapping"),
      /* Translators: stands for the name of a coding in the help of the command line */
      N_ ("CODING") },
    { NULL },
  };

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_LANGUAGES | CW_TAKES_JSON,
                              more, argc, argv, &status))
    return status;
  if (!parse_fit (wide, &fit))
    return cw_command_line_refuse (self);
  if (line.left->len == 0 && line.right == NULL)
    set_first_sight (&line);

  return compare_sides (&line, fit, coding);
}

const CwCommand cw_command_compare = {
  "compare",
  N_ ("[LEFT… -- RIGHT…]"),
  N_ ("Show two sides beside each other"),
  N_ ("Shows item by item what corresponds: the item on the left, the relation read from left to "
      "right, the item on the right. Items without a counterpart and open items stand among them, "
      "and at the end how far each side is compared. Where no list is named, the sides are those "
      "that the window begins with. The width is that of the terminal, or $COLUMNS."),
  "  crosswalkctl compare\n"
  "  crosswalkctl compare cn-future-2024 -- us-cet-2024 us-eft-2018\n"
  "  crosswalkctl compare cn-future-2024 -- us-eft-2018 --languages zh-Hans --wide none\n"
  "  crosswalkctl compare cn-future-2024 -- us-eft-2018 --json",
  run_compare,
};
