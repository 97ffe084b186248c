/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-columns.h"

#include "formats/number.h"
#include "model/language.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct _Definition Definition;

typedef struct
{
  const Definition *definition;
  const char *language; /* (nullable) of a label; interned */
  char *key;
} Column;

struct _CwConcordanceColumns
{
  char **languages; /* (nullable) */
  GArray *columns;
};

typedef void (*AppendFunc) (const CwConcordanceColumns *self,
                            const Column *column,
                            const CwConcordanceRow *row,
                            GString *text);

struct _Definition
{
  const char *key; /* heads the column in files; never changed */
  const char *title;
  AppendFunc append;
  gsize offset; /* of a text in CwMapping, for append_mapping_text() */
  gboolean is_label;
  gboolean is_number;
};

static void
append_left_list (const CwConcordanceColumns *self,
                  const Column *column,
                  const CwConcordanceRow *row,
                  GString *text)
{
  if (row->left_list != NULL)
    g_string_append (text, cw_list_get_key (row->left_list));
}

static void
append_right_list (const CwConcordanceColumns *self,
                   const Column *column,
                   const CwConcordanceRow *row,
                   GString *text)
{
  if (row->right_list != NULL)
    g_string_append (text, cw_list_get_key (row->right_list));
}

static void
append_left_code (const CwConcordanceColumns *self,
                  const Column *column,
                  const CwConcordanceRow *row,
                  GString *text)
{
  if (row->left != NULL)
    g_string_append (text, row->left->code);
}

static void
append_right_code (const CwConcordanceColumns *self,
                   const Column *column,
                   const CwConcordanceRow *row,
                   GString *text)
{
  if (row->right != NULL)
    g_string_append (text, row->right->code);
}

static void
append_label (const CwItem *item, const char *language, GString *text)
{
  const CwLabel *label;

  if (item == NULL)
    return;

  label = language != NULL ? cw_item_get_label (item, language) : cw_item_choose_label (item, NULL);
  if (label != NULL)
    g_string_append (text, label->text);
}

static void
append_left_label (const CwConcordanceColumns *self,
                   const Column *column,
                   const CwConcordanceRow *row,
                   GString *text)
{
  append_label (row->left, column->language, text);
}

static void
append_right_label (const CwConcordanceColumns *self,
                    const Column *column,
                    const CwConcordanceRow *row,
                    GString *text)
{
  append_label (row->right, column->language, text);
}

static void
append_relation (const CwConcordanceColumns *self,
                 const Column *column,
                 const CwConcordanceRow *row,
                 GString *text)
{
  if (row->mapping != NULL)
    g_string_append (text, cw_relation_to_key (row->relation));
}

static void
append_sentence (const CwConcordanceColumns *self,
                 const Column *column,
                 const CwConcordanceRow *row,
                 GString *text)
{
  g_autofree char *sentence =
    cw_concordance_row_format_sentence (row, (const char *const *) self->languages);

  g_string_append (text, sentence);
}

static void
append_confidence (const CwConcordanceColumns *self,
                   const Column *column,
                   const CwConcordanceRow *row,
                   GString *text)
{
  if (row->mapping != NULL && row->mapping->confidence >= 0)
    cw_number_append (text, row->mapping->confidence);
}

/* An item that nobody has compared yet has no mapping and so no status of its own. */
static void
append_status (const CwConcordanceColumns *self,
               const Column *column,
               const CwConcordanceRow *row,
               GString *text)
{
  g_string_append (text, row->mapping != NULL ? cw_status_to_key (row->mapping->status) : "open");
}

static void
append_negated (const CwConcordanceColumns *self,
                const Column *column,
                const CwConcordanceRow *row,
                GString *text)
{
  if (row->mapping != NULL)
    g_string_append (text, row->mapping->negated ? "true" : "false");
}

static void
append_absence_reason (const CwConcordanceColumns *self,
                       const Column *column,
                       const CwConcordanceRow *row,
                       GString *text)
{
  if (row->mapping != NULL && row->relation == CW_RELATION_NONE)
    g_string_append (text, cw_absence_to_key (row->mapping->absence));
}

static void
append_left_note (const CwConcordanceColumns *self,
                  const Column *column,
                  const CwConcordanceRow *row,
                  GString *text)
{
  if (row->mapping != NULL)
    g_string_append (text, cw_concordance_row_get_left_note (row));
}

static void
append_right_note (const CwConcordanceColumns *self,
                   const Column *column,
                   const CwConcordanceRow *row,
                   GString *text)
{
  if (row->mapping != NULL)
    g_string_append (text, cw_concordance_row_get_right_note (row));
}

static void
append_mapping_text (const CwConcordanceColumns *self,
                     const Column *column,
                     const CwConcordanceRow *row,
                     GString *text)
{
  if (row->mapping != NULL)
    g_string_append (text, G_STRUCT_MEMBER (char *, row->mapping, column->definition->offset));
}

#define MAPPING_TEXT(field) append_mapping_text, G_STRUCT_OFFSET (CwMapping, field)

/* Translators: these head the columns of the table of correspondences. Left and right are the two
 * lists that the window shows side by side. */
static const Definition definitions[] = {
  { "left_list", NC_ ("column", "Left list"), append_left_list },
  { "left_code", NC_ ("column", "Left code"), append_left_code },
  { "left_label", NC_ ("column", "Left item"), append_left_label, .is_label = TRUE },
  { "relation", NC_ ("column", "Relation"), append_relation },
  { "sentence", NC_ ("column", "In words"), append_sentence },
  { "right_list", NC_ ("column", "Right list"), append_right_list },
  { "right_code", NC_ ("column", "Right code"), append_right_code },
  { "right_label", NC_ ("column", "Right item"), append_right_label, .is_label = TRUE },
  { "confidence", NC_ ("column", "Confidence"), append_confidence, .is_number = TRUE },
  { "status", NC_ ("column", "Status"), append_status },
  { "negated", NC_ ("column", "Negated"), append_negated },
  { "absence_reason", NC_ ("column", "Reason for no counterpart"), append_absence_reason },
  { "rationale", NC_ ("column", "Rationale"), MAPPING_TEXT (rationale) },
  { "note_shared", NC_ ("column", "Shared by both"), MAPPING_TEXT (note_shared) },
  { "note_left", NC_ ("column", "Only on the left"), append_left_note },
  { "note_right", NC_ ("column", "Only on the right"), append_right_note },
  { "evidence_citation", NC_ ("column", "Evidence: citation"), MAPPING_TEXT (citation) },
  { "evidence_url", NC_ ("column", "Evidence: address"), MAPPING_TEXT (url) },
  { "evidence_quotation", NC_ ("column", "Evidence: quotation"), MAPPING_TEXT (quotation) },
  { "author", NC_ ("column", "Author"), MAPPING_TEXT (author) },
  { "created", NC_ ("column", "Created"), MAPPING_TEXT (created) },
  { "modified", NC_ ("column", "Modified"), MAPPING_TEXT (modified) },
  { "reviewer", NC_ ("column", "Reviewer"), MAPPING_TEXT (reviewer) },
  { "reviewed", NC_ ("column", "Reviewed"), MAPPING_TEXT (reviewed) },
  { "author_orcid", NC_ ("column", "Author’s ORCID iD"), MAPPING_TEXT (author_orcid) },
};

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->key);
}

static void
add_column (CwConcordanceColumns *self, const Definition *definition, const char *language)
{
  Column column = { definition, NULL, NULL };

  if (language != NULL)
    {
      column.language = g_intern_string (language);
      column.key = g_strconcat (definition->key, "_", language, NULL);
    }
  else
    column.key = g_strdup (definition->key);

  g_array_append_val (self->columns, column);
}

static const Definition *
find_definition (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      if (g_str_equal (definitions[i].key, key))
        return &definitions[i];
    }

  return NULL;
}

/**
 * cw_concordance_column_get_key:
 * @index: counted from 0
 *
 * Returns: (transfer none) (nullable): the key by which a column is chosen, in the order in which
 *   they stand; %NULL after the last. A label is one of them, in however many languages it is given.
 */
const char *
cw_concordance_column_get_key (guint index)
{
  return index < G_N_ELEMENTS (definitions) ? definitions[index].key : NULL;
}

/**
 * cw_concordance_column_get_name:
 * @index: of a column that there is
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_concordance_column_get_name (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (definitions), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", definitions[index].title);
}

/**
 * cw_concordance_column_is_known:
 * @key: what may be the key of a column
 *
 * Returns: whether there is such a column
 */
gboolean
cw_concordance_column_is_known (const char *key)
{
  return find_definition (key) != NULL;
}

static void
add_columns (CwConcordanceColumns *self, const Definition *definition)
{
  guint n_languages = self->languages != NULL ? g_strv_length (self->languages) : 0;

  if (!definition->is_label || n_languages == 0)
    {
      add_column (self, definition, NULL);
      return;
    }

  for (guint i = 0; i < n_languages; i++)
    add_column (self, definition, self->languages[i]);
}

/**
 * cw_concordance_columns_new:
 * @languages: (array zero-terminated=1) (nullable): label languages (BCP 47), the most wanted first
 * @keys: (array zero-terminated=1) (nullable): which columns there are and in which order, see
 *   cw_concordance_column_get_key(); what is not known is left out; %NULL for all
 *
 * There is one label column a side for each of @languages, headed left_label_en and so on; with no
 * language one a side, headed left_label, in the list's official language. An item without a label
 * in a language has an empty cell there. The sentence takes the first of @languages there is.
 *
 * Returns: (transfer full): the columns
 */
CwConcordanceColumns *
cw_concordance_columns_new (const char *const *languages, const char *const *keys)
{
  CwConcordanceColumns *self = g_new0 (CwConcordanceColumns, 1);

  self->languages = g_strdupv ((char **) languages);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);

  for (guint i = 0; keys == NULL && i < G_N_ELEMENTS (definitions); i++)
    add_columns (self, &definitions[i]);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const Definition *definition = find_definition (keys[i]);

      if (definition != NULL)
        add_columns (self, definition);
    }

  return self;
}

/**
 * cw_concordance_columns_free:
 * @self: (nullable): columns
 */
void
cw_concordance_columns_free (CwConcordanceColumns *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->languages);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * cw_concordance_columns_get_n_columns:
 * @self: columns
 *
 * Returns: how many there are
 */
guint
cw_concordance_columns_get_n_columns (const CwConcordanceColumns *self)
{
  return self->columns->len;
}

static const Column *
get_column (const CwConcordanceColumns *self, guint column)
{
  g_assert (column < self->columns->len);

  return &g_array_index (self->columns, Column, column);
}

/**
 * cw_concordance_columns_get_key:
 * @self: columns
 * @column: less than cw_concordance_columns_get_n_columns()
 *
 * Returns: (transfer none): what heads the column in files: English, and the same in every version
 */
const char *
cw_concordance_columns_get_key (const CwConcordanceColumns *self, guint column)
{
  return get_column (self, column)->key;
}

/**
 * cw_concordance_columns_get_title:
 * @self: columns
 * @column: less than cw_concordance_columns_get_n_columns()
 *
 * Returns: (transfer full): the column's name in the user's language
 */
char *
cw_concordance_columns_get_title (const CwConcordanceColumns *self, guint column)
{
  const Column *found = get_column (self, column);
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "column", found->definition->title);
  g_autofree char *language = NULL;

  if (found->language == NULL)
    return g_strdup (title);

  language = cw_language_get_name (found->language);
  /* Translators: head of a column; the first %s is “Left item”, the second a language’s own name */
  return g_strdup_printf (C_ ("column", "%s (%s)"), title, language);
}

/**
 * cw_concordance_columns_is_number:
 * @self: columns
 * @column: less than cw_concordance_columns_get_n_columns()
 *
 * Returns: whether its cells are numbers
 */
gboolean
cw_concordance_columns_is_number (const CwConcordanceColumns *self, guint column)
{
  return get_column (self, column)->definition->is_number;
}

/**
 * cw_concordance_columns_get_number:
 * @self: columns
 * @column: one whose cells are numbers
 * @row: a row
 *
 * Returns: the cell's number, or NaN for an empty cell
 */
double
cw_concordance_columns_get_number (const CwConcordanceColumns *self,
                                   guint column,
                                   const CwConcordanceRow *row)
{
  g_return_val_if_fail (cw_concordance_columns_is_number (self, column), (double) NAN);

  /* The confidence is the only number there is. */
  if (row->mapping == NULL || row->mapping->confidence < 0)
    return (double) NAN;

  return row->mapping->confidence;
}

/**
 * cw_concordance_columns_append_text:
 * @self: columns
 * @column: less than cw_concordance_columns_get_n_columns()
 * @row: a row
 * @text: where to append
 *
 * Appends the cell's text, nothing for an empty cell. Keys of relation, status and reason are
 * English; only the sentence is in the user's language.
 */
void
cw_concordance_columns_append_text (const CwConcordanceColumns *self,
                                    guint column,
                                    const CwConcordanceRow *row,
                                    GString *text)
{
  const Column *found = get_column (self, column);

  found->definition->append (self, found, row, text);
}
