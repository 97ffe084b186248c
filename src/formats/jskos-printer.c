/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-printer.h"

/**
 * cw_jskos_print_string:
 * @printer: a printer in an object
 * @key: a field
 * @string: (nullable): its value
 */
void
cw_jskos_print_string (CwJsonPrinter *printer, const char *key, const char *string)
{
  if (string == NULL || *string == '\0')
    return;

  cw_json_printer_key (printer, key);
  cw_json_printer_string (printer, string);
}

/**
 * cw_jskos_print_language_key:
 * @printer: a printer in a language map
 * @language: BCP 47 tag
 *
 * Language tags are keys in lower case.
 */
void
cw_jskos_print_language_key (CwJsonPrinter *printer, const char *language)
{
  g_autofree char *key = g_ascii_strdown (language, -1);

  cw_json_printer_key (printer, key);
}

/**
 * cw_jskos_print_text:
 * @printer: a printer in an object
 * @key: a field that holds a language map
 * @text: in any languages
 * @as_lists: whether the field takes several texts a language, as all but prefLabel do
 */
void
cw_jskos_print_text (CwJsonPrinter *printer, const char *key, const CwText *text, gboolean as_lists)
{
  if (cw_text_get_n_languages (text) == 0)
    return;

  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    {
      const char *language = cw_text_get_language (text, i);

      cw_jskos_print_language_key (printer, language);
      if (as_lists)
        cw_json_printer_begin_array (printer);
      cw_json_printer_string (printer, cw_text_get (text, language));
      if (as_lists)
        cw_json_printer_end_array (printer);
    }
  cw_json_printer_end_object (printer);
}

/**
 * cw_jskos_print_note:
 * @printer: a printer in an object
 * @key: a field that holds a language map of lists
 * @text: (nullable): a remark whose language is not known
 */
void
cw_jskos_print_note (CwJsonPrinter *printer, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  cw_jskos_print_list (printer, "und", text);
  cw_json_printer_end_object (printer);
}

/**
 * cw_jskos_print_list:
 * @printer: a printer in an object
 * @key: a field that holds a list
 * @string: (nullable): its one value
 */
void
cw_jskos_print_list (CwJsonPrinter *printer, const char *key, const char *string)
{
  if (string == NULL || *string == '\0')
    return;

  cw_json_printer_key (printer, key);
  cw_json_printer_begin_array (printer);
  cw_json_printer_string (printer, string);
  cw_json_printer_end_array (printer);
}

/**
 * cw_jskos_print_resource:
 * @printer: a printer in an object
 * @key: a field that holds a set
 * @uri: the IRI of its one resource, which is only named
 */
void
cw_jskos_print_resource (CwJsonPrinter *printer, const char *key, const char *uri)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_array (printer);
  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "uri", uri);
  cw_json_printer_end_object (printer);
  cw_json_printer_end_array (printer);
}

/**
 * cw_jskos_print_preferred:
 * @printer: a printer in an object
 * @item: an item
 *
 * Writes the name that is shown in each language.
 */
void
cw_jskos_print_preferred (CwJsonPrinter *printer, const CwItem *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  cw_json_printer_key (printer, "prefLabel");
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      if (label->kind != CW_LABEL_PREFERRED || !g_hash_table_add (seen, (char *) label->language))
        continue;
      cw_jskos_print_language_key (printer, label->language);
      cw_json_printer_string (printer, cw_item_get_label (item, label->language)->text);
    }
  cw_json_printer_end_object (printer);
}
