/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/json-values.h"
#include "cli/output.h"
#include "cli/sides.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/user-languages.h"
#include "model/jurisdiction.h"
#include "model/language.h"

#include <glib/gi18n.h>

#define N_DEFAULT_LANGUAGES 2

static void
add_field (CwTable *table, const char *name, const char *value)
{
  const char *const cells[] = { name, value };

  if (value != NULL && *value != '\0')
    cw_table_add_row (table, cells);
}

/* The wording of the document itself, and the user's where it is another. */
static void
add_text (CwTable *table,
          const char *name,
          const CwText *text,
          const char *official_language,
          const char *const *languages)
{
  const char *official = cw_text_get (text, official_language);
  const char *chosen = cw_text_choose (text, languages);

  add_field (table, name, chosen);
  if (official != NULL && !g_str_equal (official, chosen))
    add_field (table, "", official);
}

/* In which languages there are labels. */
static char *
format_languages (CwList *list)
{
  g_auto (GStrv) tags = cw_list_get_languages (list);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (names, cw_language_get_name (tags[i]));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
append_card (CwList *list, guint width, GString *text)
{
  g_autoptr (CwTable) table = cw_table_new ();
  g_auto (GStrv) languages = cw_user_languages_get ();
  const char *const *wanted = (const char *const *) languages;
  const CwListCard *card = cw_list_get_card (list);
  g_autofree char *language = cw_language_get_name (card->official_language);
  g_autofree char *all_languages = format_languages (list);
  guint n_items = cw_list_get_n_items (list);
  g_autofree char *items = g_strdup_printf (
    /* Translators: the first %u is a number of items, the second how many of them had their
       * official wording checked */
    ngettext ("%u, of which %u checked", "%u, of which %u checked", n_items), n_items,
    cw_list_get_n_verified (list));

  cw_table_add_column (table, "", CW_TABLE_TEXT);
  cw_table_add_column (table, "", CW_TABLE_FLEXIBLE);
  add_field (table, C_ ("list card", "Name"), card->key);
  add_text (table, C_ ("list card", "Short title"), card->short_title, card->official_language,
            wanted);
  add_text (table, C_ ("list card", "Title"), card->title, card->official_language, wanted);
  add_field (table, C_ ("list card", "Jurisdiction"),
             cw_jurisdiction_get_name (card->jurisdiction));
  add_text (table, C_ ("list card", "Issuer"), card->issuer, card->official_language, wanted);
  add_field (table, C_ ("list card", "Issued"), card->issued);
  add_field (table, C_ ("list card", "Purpose"), card->purpose);
  add_field (table, C_ ("list card", "Legal force"), card->legal_force);
  add_field (table, C_ ("list card", "Citation"), card->citation);
  add_field (table, C_ ("list card", "Document number"), card->document_number);
  add_field (table, C_ ("list card", "Address"), card->url);
  add_field (table, C_ ("list card", "Replaces"), card->supersedes);
  add_field (table, C_ ("list card", "Official language"), language);
  add_field (table, C_ ("list card", "Languages"), all_languages);
  add_field (table, C_ ("list card", "Items"), items);
  add_field (table, C_ ("list card", "Verification"), card->verification);
  add_field (table, C_ ("list card", "Notes"), card->notes);
  cw_table_append_to (table, width, CW_TABLE_WRAP, text);
}

/* Whose words a label is: those of the document are set apart where they were checked. */
static const char *
name_origin (const CwItem *item, const CwLabel *label)
{
  static const char *const names[CW_N_LABEL_ORIGINS] = {
    [CW_LABEL_OFFICIAL] = NC_ ("whose words", "official"),
    /* Translators: the Japanese wording of the slides that the project began with */
    [CW_LABEL_SEED] = NC_ ("whose words", "seed"),
    [CW_LABEL_TRANSLATION] = NC_ ("whose words", "translation"),
    [CW_LABEL_USER] = NC_ ("whose words", "user"),
  };

  if (cw_item_label_is_checked (item, label))
    /* Translators: the document's own words, checked against it */
    return C_ ("whose words", "checked official");

  return g_dpgettext2 (GETTEXT_PACKAGE, "whose words", names[label->origin]);
}

static void
add_tree_columns (CwTable *table, const char *const *languages)
{
  cw_table_add_column (table, C_ ("items", "Code"), CW_TABLE_TEXT);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = cw_language_get_name (languages[i]);

      cw_table_add_column (table, name, CW_TABLE_FLEXIBLE);
      /* Translators: heads a column that says whose words each label is */
      cw_table_add_column (table, C_ ("items", "Whose words"), CW_TABLE_TEXT);
    }
}

static void
add_item (CwTable *table, const CwItem *item, const char *const *languages)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *code = g_strdup_printf ("%*s%s", (int) item->depth * 2, "", item->code);

  g_ptr_array_add (cells, code);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const CwLabel *label = cw_item_get_label (item, languages[i]);

      g_ptr_array_add (cells, (gpointer) (label != NULL ? label->text : ""));
      g_ptr_array_add (cells, (gpointer) (label != NULL ? name_origin (item, label) : ""));
    }

  cw_table_add_row (table, (const char *const *) cells->pdata);
}

static void
append_tree (CwList *list, const char *const *languages, guint width, GString *text)
{
  g_autoptr (CwTable) table = cw_table_new ();
  const char *group = NULL;

  add_tree_columns (table, languages);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      if (item->depth == 0 && item->group != NULL && g_strcmp0 (item->group, group) != 0)
        {
          group = item->group;
          cw_table_add_heading (table, group);
        }
      add_item (table, item, languages);
    }
  cw_table_append_to (table, width, CW_TABLE_WRAP, text);
}

/* The official language and the first other one that the user reads and the list has. */
static char **
choose_languages (CwList *list)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv) wanted = cw_user_languages_get ();
  g_auto (GStrv) there = cw_list_get_languages (list);
  const char *official = cw_list_get_card (list)->official_language;
  guint n_chosen = 1;

  g_strv_builder_add (chosen, official);
  for (guint i = 0; wanted[i] != NULL && n_chosen < N_DEFAULT_LANGUAGES; i++)
    {
      if (g_str_equal (wanted[i], official) ||
          !g_strv_contains ((const char *const *) there, wanted[i]))
        continue;
      g_strv_builder_add (chosen, wanted[i]);
      n_chosen++;
    }

  return g_strv_builder_end (chosen);
}

static CwExit
write_text (CwList *list, const char *const *languages)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint width = cw_terminal_get_width ();

  append_card (list, width, text);
  g_string_append_c (text, '\n');
  append_tree (list, languages, width, text);

  return cw_output_write (text->str, text->len);
}

static CwExit
show_list (CwList *list, const CwCommandLine *line)
{
  const char *const *languages = (const char *const *) line->languages;
  g_autoptr (CwJsonPrinter) printer = NULL;
  g_auto (GStrv) chosen = NULL;

  if (line->json)
    {
      printer = cw_json_printer_new ();
      cw_json_values_print_list (printer, list, languages);
      return cw_output_write_json (printer);
    }

  if (languages != NULL)
    return write_text (list, languages);

  chosen = choose_languages (list);
  return write_text (list, (const char *const *) chosen);
}

static CwExit
run_show (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autoptr (CwOpenDocument) document = NULL;
  CwList *list;
  CwExit status;

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_LANGUAGES | CW_TAKES_JSON,
                              NULL, argc, argv, &status))
    return status;
  if (line.left->len != 1 || line.right != NULL)
    {
      cw_complain (_ ("Name one list"));
      return cw_command_line_refuse (self);
    }

  document = cw_document_source_open (line.document);
  if (document == NULL)
    return CW_EXIT_FILE;

  list = cw_sides_find_list (document, g_ptr_array_index (line.left, 0));
  if (list == NULL)
    return CW_EXIT_USAGE;

  return show_list (list, &line);
}

const CwCommand cw_command_show = {
  "show",
  /* Translators: stands for a list's name in the help of the command line */
  N_ ("LIST"),
  N_ ("Show a list and its items"),
  N_ ("Shows what is known about a list as a document, then its items: code, label, and whose "
      "words each label is. Without --languages the labels are those of the document itself and "
      "those in your language."),
  "  crosswalkctl show us-cet-2024\n"
  "  crosswalkctl show cn-future-2024 --languages en,zh-Hans,ja\n"
  "  crosswalkctl show cn-sei-stats-2023 --json",
  run_show,
};
