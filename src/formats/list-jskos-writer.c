/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-jskos.h"

#include "formats/jskos-printer.h"
#include "model/item.h"

/* What JSKOS has no field for stands in fields of our own, whose names begin with an underscore; a
 * reader that does not know them keeps or drops them (JSKOS, “Unknown fields”). */

static void
print_languages (CwJsonPrinter *printer, CwList *list)
{
  g_auto (GStrv) languages = cw_list_get_languages (list);

  cw_json_printer_key (printer, "languages");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *tag = g_ascii_strdown (languages[i], -1);

      cw_json_printer_string (printer, tag);
    }
  cw_json_printer_end_array (printer);
}

static void
print_scheme (CwJsonPrinter *printer, CwList *list, const char *iri)
{
  const CwListCard *card = cw_list_get_card (list);

  cw_jskos_print_string (printer, "@context", CW_JSKOS_CONTEXT);
  cw_jskos_print_string (printer, "uri", iri);
  cw_jskos_print_list (printer, "type", "http://www.w3.org/2004/02/skos/core#ConceptScheme");
  cw_jskos_print_list (printer, "notation", card->key);
  cw_jskos_print_text (printer, "prefLabel", card->title, FALSE);
  cw_jskos_print_text (printer, "altLabel", card->short_title, TRUE);
  if (cw_text_get_n_languages (card->issuer) > 0)
    {
      cw_json_printer_key (printer, "publisher");
      cw_json_printer_begin_array (printer);
      cw_json_printer_begin_object (printer);
      cw_jskos_print_text (printer, "prefLabel", card->issuer, FALSE);
      cw_json_printer_end_object (printer);
      cw_json_printer_end_array (printer);
    }
  cw_jskos_print_list (printer, "identifier", card->document_number);
  cw_jskos_print_string (printer, "startDate", card->issued);
  cw_jskos_print_string (printer, "url", card->url);
  cw_jskos_print_note (printer, "definition", card->purpose);
  cw_jskos_print_note (printer, "note", card->notes);
  cw_jskos_print_note (printer, "editorialNote", card->verification);
  print_languages (printer, list);
  cw_jskos_print_string (printer, "_jurisdiction", card->jurisdiction);
  cw_jskos_print_string (printer, "_officialLanguage", card->official_language);
  cw_jskos_print_string (printer, "_legalForce", card->legal_force);
  cw_jskos_print_string (printer, "_citation", card->citation);
  cw_jskos_print_string (printer, "_supersedes", card->supersedes);
  cw_jskos_print_string (printer, "_iri", card->iri);
}

/* All others, of whatever kind: SKOS knows one name a language. */
static void
print_others (CwJsonPrinter *printer, const CwItem *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean begun = FALSE;

  for (guint i = 0; i < item->n_labels; i++)
    {
      const char *language = item->labels[i].language;
      const CwLabel *shown = cw_item_get_label (item, language);
      gboolean first = TRUE;

      if (!g_hash_table_add (seen, (char *) language))
        continue;
      for (guint j = i; j < item->n_labels; j++)
        {
          const CwLabel *label = &item->labels[j];

          if (label->language != language || label == shown)
            continue;
          if (!begun)
            {
              cw_json_printer_key (printer, "altLabel");
              cw_json_printer_begin_object (printer);
              begun = TRUE;
            }
          if (first)
            {
              cw_jskos_print_language_key (printer, language);
              cw_json_printer_begin_array (printer);
              first = FALSE;
            }
          cw_json_printer_string (printer, label->text);
        }
      if (!first)
        cw_json_printer_end_array (printer);
    }
  if (begun)
    cw_json_printer_end_object (printer);
}

/* Every label with whose words it is, and its tag as it is written. */
static void
print_labels (CwJsonPrinter *printer, const CwItem *item)
{
  cw_json_printer_key (printer, "_labels");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      cw_json_printer_begin_object (printer);
      cw_jskos_print_string (printer, "language", label->language);
      cw_jskos_print_string (printer, "text", label->text);
      cw_jskos_print_string (printer, "kind", cw_label_kind_to_key (label->kind));
      cw_jskos_print_string (printer, "origin", cw_label_origin_to_key (label->origin));
      cw_json_printer_end_object (printer);
    }
  cw_json_printer_end_array (printer);
}

static void
print_figures (CwJsonPrinter *printer, const CwFigures *figures)
{
  if (figures == NULL)
    return;

  cw_json_printer_key (printer, "_figures");
  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "enterprises");
  cw_json_printer_integer (printer, figures->enterprises);
  cw_json_printer_key (printer, "share_of_group_percent");
  cw_json_printer_number (printer, figures->share_percent);
  cw_json_printer_key (printer, "share_of");
  cw_json_printer_string (printer, figures->share_of);
  cw_json_printer_key (printer, "unit");
  cw_json_printer_string (printer, figures->unit);
  cw_json_printer_end_object (printer);
}

static void
print_concept (CwJsonPrinter *printer, const CwItem *item, const char *scheme)
{
  g_autofree char *uri = cw_item_get_iri (item);

  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "uri", uri);
  cw_jskos_print_list (printer, "type", "http://www.w3.org/2004/02/skos/core#Concept");
  cw_jskos_print_list (printer, "notation", item->code);
  cw_jskos_print_preferred (printer, item);
  print_others (printer, item);
  cw_jskos_print_note (printer, "note", item->note);
  cw_jskos_print_resource (printer, "inScheme", scheme);
  if (item->parent == NULL)
    cw_jskos_print_resource (printer, "topConceptOf", scheme);
  else
    {
      g_autofree char *broader = cw_item_get_iri (item->parent);

      cw_jskos_print_resource (printer, "broader", broader);
    }
  print_labels (printer, item);
  if (item->verified)
    {
      cw_json_printer_key (printer, "_verified");
      cw_json_printer_boolean (printer, TRUE);
    }
  cw_jskos_print_string (printer, "_group", item->group);
  cw_jskos_print_string (printer, "_iri", item->iri);
  print_figures (printer, item->figures);
  cw_json_printer_end_object (printer);
}

/**
 * cw_list_jskos_format:
 * @list: a list
 *
 * Writes a concept scheme with all its concepts. JSKOS knows neither whose words a label is nor legal
 * force: these stand in fields of our own.
 *
 * Returns: (transfer full): the file's text, UTF-8
 */
GBytes *
cw_list_jskos_format (CwList *list)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  g_autofree char *iri = cw_list_get_iri (list);

  cw_json_printer_begin_object (printer);
  print_scheme (printer, list, iri);
  cw_json_printer_key (printer, "concepts");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    print_concept (printer, cw_list_get_item (list, i), iri);
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  return cw_json_printer_end (printer);
}
