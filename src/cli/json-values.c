/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json-values.h"

static void
print_boolean (CwJsonPrinter *printer, const char *key, gboolean value)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_boolean (printer, value);
}

/* A text in several languages is an object with their tags as keys. */
static void
print_variants (CwJsonPrinter *printer, const char *key, const CwText *text)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    {
      const char *language = cw_text_get_language (text, i);

      cw_json_printer_member_string (printer, language, cw_text_get (text, language));
    }
  cw_json_printer_end_object (printer);
}

/**
 * cw_json_values_print_coverage:
 * @printer: a printer in an object
 * @key: the key
 * @coverage: how far a list is covered
 *
 * Writes how many items it has, and how many are in which state.
 */
void
cw_json_values_print_coverage (CwJsonPrinter *printer, const char *key, const CwCoverage *coverage)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_integer (printer, "items", coverage->n_items);
  cw_json_printer_member_integer (printer, "linked", coverage->counts[CW_ITEM_LINKED]);
  cw_json_printer_member_integer (printer, "no_counterpart", coverage->counts[CW_ITEM_ABSENT]);
  cw_json_printer_member_integer (printer, "open", coverage->counts[CW_ITEM_OPEN]);
  cw_json_printer_end_object (printer);
}

/**
 * cw_json_values_print_list_summary:
 * @printer: a printer in an object
 * @list: a list
 *
 * Writes the members that tell what list it is.
 */
void
cw_json_values_print_list_summary (CwJsonPrinter *printer, CwList *list)
{
  const CwListCard *card = cw_list_get_card (list);

  cw_json_printer_member_string (printer, "key", card->key);
  cw_json_printer_member_string (printer, "jurisdiction", card->jurisdiction);
  print_variants (printer, "short_title", card->short_title);
  cw_json_printer_member_string (printer, "issued", card->issued);
  cw_json_printer_member_string (printer, "official_language", card->official_language);
  cw_json_printer_member_string (printer, "supersedes", card->supersedes);
  cw_json_printer_member_integer (printer, "items", cw_list_get_n_items (list));
  cw_json_printer_member_integer (printer, "checked", cw_list_get_n_verified (list));
}

static void
print_card (CwJsonPrinter *printer, CwList *list)
{
  const CwListCard *card = cw_list_get_card (list);
  g_autofree char *iri = cw_list_get_iri (list);

  cw_json_values_print_list_summary (printer, list);
  print_variants (printer, "title", card->title);
  print_variants (printer, "issuer", card->issuer);
  cw_json_printer_member_string (printer, "citation", card->citation);
  cw_json_printer_member_string (printer, "document_number", card->document_number);
  cw_json_printer_member_string (printer, "url", card->url);
  cw_json_printer_member_string (printer, "notes", card->notes);
  cw_json_printer_member_string (printer, "verification", card->verification);
  cw_json_printer_member_string (printer, "purpose", card->purpose);
  cw_json_printer_member_string (printer, "legal_force", card->legal_force);
  cw_json_printer_member_string (printer, "iri", iri);
  print_boolean (printer, "shipped", card->shipped);
}

static void
print_label (CwJsonPrinter *printer, const CwItem *item, const CwLabel *label)
{
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "language", label->language);
  cw_json_printer_member_string (printer, "text", label->text);
  cw_json_printer_member_string (printer, "kind", cw_label_kind_to_key (label->kind));
  cw_json_printer_member_string (printer, "origin", cw_label_origin_to_key (label->origin));
  print_boolean (printer, "checked", cw_item_label_is_checked (item, label));
  cw_json_printer_end_object (printer);
}

static void
print_figures (CwJsonPrinter *printer, const CwFigures *figures)
{
  cw_json_printer_key (printer, "figures");
  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "enterprises");
  cw_json_printer_integer (printer, figures->enterprises);
  cw_json_printer_member_string (printer, "unit", figures->unit);
  cw_json_printer_key (printer, "share_percent");
  cw_json_printer_number (printer, figures->share_percent);
  cw_json_printer_member_string (printer, "share_of", figures->share_of);
  cw_json_printer_end_object (printer);
}

static void
print_item (CwJsonPrinter *printer, const CwItem *item, const char *const *languages)
{
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "code", item->code);
  cw_json_printer_member_string (printer, "parent",
                                 item->parent != NULL ? item->parent->code : NULL);
  cw_json_printer_member_string (printer, "group", item->group);
  cw_json_printer_member_string (printer, "note", item->note);
  if (item->figures != NULL)
    print_figures (printer, item->figures);
  cw_json_printer_key (printer, "labels");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      if (languages == NULL || g_strv_contains (languages, label->language))
        print_label (printer, item, label);
    }
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);
}

/**
 * cw_json_values_print_list:
 * @printer: a printer
 * @list: a list
 * @languages: (array zero-terminated=1) (nullable): languages of the labels; %NULL for all
 *
 * Writes a list with its items, which stand in their order, parents before children.
 */
void
cw_json_values_print_list (CwJsonPrinter *printer, CwList *list, const char *const *languages)
{
  cw_json_printer_begin_object (printer);
  print_card (printer, list);
  cw_json_printer_key (printer, "tree");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    print_item (printer, cw_list_get_item (list, i), languages);
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);
}

/**
 * cw_json_values_print_reference:
 * @printer: a printer
 * @item: (nullable): an item; %NULL is written as null
 * @languages: (array zero-terminated=1) (nullable): tags, the most wanted first
 *
 * Writes which item it is.
 */
void
cw_json_values_print_reference (CwJsonPrinter *printer,
                                const CwItem *item,
                                const char *const *languages)
{
  const CwLabel *label;

  if (item == NULL)
    {
      cw_json_printer_string (printer, NULL);
      return;
    }

  label = cw_item_choose_label (item, languages);
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "list", cw_list_get_key (item->list));
  cw_json_printer_member_string (printer, "code", item->code);
  cw_json_printer_member_string (printer, "label", label != NULL ? label->text : NULL);
  cw_json_printer_member_string (printer, "language", label != NULL ? label->language : NULL);
  cw_json_printer_end_object (printer);
}
