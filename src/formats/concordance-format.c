/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-format.h"

#include "formats/concordance-columns.h"
#include "formats/concordance-delimited.h"
#include "formats/concordance-xlsx.h"
#include "formats/concordance-turtle.h"
#include "formats/publication-html.h"
#include "formats/publication.h"
#include "formats/publication-latex.h"
#include "formats/publication-markdown.h"
#include "formats/publication-pdf.h"
#include "formats/concordance-jskos.h"
#include "formats/concordance-sssom.h"

#include <glib/gi18n-lib.h>

/* In the order in which they are offered. */
static const CwConcordanceFormat formats[] = {
  { "csv", N_ ("CSV"), "csv", cw_concordance_csv_open, .fields = CW_FIELDS_COLUMNS },
  /* Translators: CSV with a byte order mark, which Microsoft Excel needs */
  { "csv-bom", N_ ("CSV for Excel"), "csv", cw_concordance_csv_bom_open,
    .fields = CW_FIELDS_COLUMNS },
  { "tsv", N_ ("Tab-separated values"), "tsv", cw_concordance_tsv_open,
    .fields = CW_FIELDS_COLUMNS },
  { "xlsx", N_ ("Excel workbook"), "xlsx", cw_concordance_xlsx_open, .fields = CW_FIELDS_COLUMNS },
  /* Translators: PDF is the name of a file format, of pages as they are printed */
  { "pdf", N_ ("PDF"), "pdf", cw_publication_pdf_open, .fields = CW_FIELDS_PAGE },
  /* Translators: a page for a browser */
  { "html", N_ ("Web page (HTML)"), "html", cw_publication_html_open, .fields = CW_FIELDS_PAGE },
  { "markdown", N_ ("Markdown"), "md", cw_publication_markdown_open, .fields = CW_FIELDS_PAGE,
    .is_text = TRUE },
  /* Translators: LaTeX is a program that sets papers and books */
  { "latex", N_ ("LaTeX"), "tex", cw_publication_latex_open, .fields = CW_FIELDS_PAGE,
    .is_text = TRUE },
  /* Translators: the name of a standard, Simple Standard for Sharing Ontological Mappings */
  { "sssom", N_ ("SSSOM"), "sssom.tsv", cw_concordance_sssom_open, TRUE, .is_text = TRUE },
  /* Translators: the name of a standard, of which the file is a “concordance” */
  { "jskos", N_ ("JSKOS concordance"), "jskos.json", cw_concordance_jskos_open, TRUE,
    .is_text = TRUE },
  /* Translators: NDJSON is a file of lines, each of them JSON */
  { "jskos-ndjson", N_ ("JSKOS mappings (NDJSON)"), "ndjson", cw_concordance_jskos_lines_open, TRUE,
    .is_text = TRUE },
  /* Translators: Turtle is a way to write RDF, the data of the semantic web */
  { "turtle", N_ ("RDF (Turtle)"), "ttl", cw_concordance_turtle_open, .is_text = TRUE },
};

/**
 * cw_concordance_format_get:
 * @index: counted from 0
 *
 * Returns: (nullable): a format; %NULL after the last
 */
const CwConcordanceFormat *
cw_concordance_format_get (guint index)
{
  return index < G_N_ELEMENTS (formats) ? &formats[index] : NULL;
}

/**
 * cw_concordance_format_find:
 * @key: a key
 *
 * Returns: (nullable): the format; %NULL where there is none of that key
 */
const CwConcordanceFormat *
cw_concordance_format_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].key, key))
        return &formats[i];
    }

  return NULL;
}

/**
 * cw_concordance_format_get_index:
 * @self: a format
 *
 * Returns: where cw_concordance_format_get() has it
 */
guint
cw_concordance_format_get_index (const CwConcordanceFormat *self)
{
  return (guint) (self - formats);
}

/**
 * cw_concordance_format_get_name:
 * @self: a format
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_concordance_format_get_name (const CwConcordanceFormat *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->name);
}

/**
 * cw_concordance_format_list_keys:
 *
 * Returns: (transfer full): all keys, with commas, to tell a person
 */
char *
cw_concordance_format_list_keys (void)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", formats[i].key);

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

/**
 * cw_concordance_format_has_column:
 * @self: a format
 * @key: the key of a column, see cw_concordance_column_get_key()
 *
 * Returns: whether the column can be chosen, or left out, in this format
 */
gboolean
cw_concordance_format_has_column (const CwConcordanceFormat *self, const char *key)
{
  switch (self->fields)
    {
    case CW_FIELDS_COLUMNS:
      return cw_concordance_column_is_known (key);
    case CW_FIELDS_PAGE:
      return cw_publication_has_column (key);
    case CW_FIELDS_FIXED:
    default:
      return FALSE;
    }
}

/**
 * cw_concordance_format_list_columns:
 * @self: a format
 *
 * Returns: (transfer full): the keys of the columns that can be chosen, with commas, to tell a
 *   person; empty where there is no choice
 */
char *
cw_concordance_format_list_columns (const CwConcordanceFormat *self)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; cw_concordance_column_get_key (i) != NULL; i++)
    {
      const char *key = cw_concordance_column_get_key (i);

      if (cw_concordance_format_has_column (self, key))
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "", key);
    }

  return g_string_free (g_steal_pointer (&keys), FALSE);
}
