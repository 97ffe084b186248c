/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/label-style.h"

#include <glib.h>

/* Fonts are chosen by region where a script has several forms of one character. */
static const char *
get_font_language (const char *language)
{
  if (g_str_equal (language, "zh-Hans"))
    return "zh-cn";
  if (g_str_equal (language, "zh-Hant"))
    return "zh-tw";

  return language;
}

/**
 * cw_label_style_get_attributes:
 * @language: BCP 47 tag of a text, interned
 *
 * Chinese and Japanese write many characters differently that share a code point: a text must be
 * drawn in its own language.
 *
 * Returns: (transfer none): attributes that say so
 */
PangoAttrList *
cw_label_style_get_attributes (const char *language)
{
  static GHashTable *by_language;
  PangoAttrList *attributes;

  if (by_language == NULL)
    by_language = g_hash_table_new (g_str_hash, g_str_equal);

  attributes = g_hash_table_lookup (by_language, language);
  if (attributes == NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (
                                            get_font_language (language))));
      g_hash_table_insert (by_language, (gpointer) g_intern_string (language), attributes);
    }

  return attributes;
}
