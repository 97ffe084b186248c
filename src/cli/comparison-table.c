/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/comparison.h"

#include "cli/terminal-text.h"
#include "workspace/concordance-reader.h"

#include <glib/gi18n.h>

typedef struct
{
  const CwComparison *comparison;
  CwTable *table;
  gboolean any;      /* a row was visited */
  CwList *left_list; /* of the last row; NULL where it stands on the right only */
} Visit;

static gboolean
has_many (GPtrArray *lists)
{
  return lists->len > 1;
}

static char *
join_titles (GPtrArray *lists, const char *const *languages)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < lists->len; i++)
    {
      if (i > 0)
        g_string_append (titles, ", ");
      g_string_append (titles, cw_list_get_short_title (g_ptr_array_index (lists, i), languages));
    }

  return g_string_free (titles, FALSE);
}

static void
add_side_columns (CwTable *table, GPtrArray *lists, const char *const *languages)
{
  g_autofree char *title = join_titles (lists, languages);

  cw_table_add_column (table, "", CW_TABLE_TEXT);
  cw_table_add_column (table, title, CW_TABLE_FLEXIBLE);
}

static void
add_columns (const CwComparison *self, CwTable *table)
{
  add_side_columns (table, self->sides->left, self->languages);
  cw_table_add_column (table, C_ ("comparison", "Relation"), CW_TABLE_TEXT);
  if (has_many (self->sides->right))
    /* Translators: heads a column with the names of lists */
    cw_table_add_column (table, C_ ("comparison", "List"), CW_TABLE_TEXT);
  add_side_columns (table, self->sides->right, self->languages);
}

/* The relation as a word; what was rejected or disputed says so, since most readers take a line of
 * the table for a finding. */
static char *
name_relation (const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;
  const char *name;

  if (mapping == NULL)
    /* Translators: of an item of which nothing is said yet */
    return g_strdup (C_ ("comparison", "Open"));

  name = mapping->negated ? cw_relation_get_phrase (row->relation, TRUE)
                          : cw_relation_get_name (row->relation);
  if (mapping->status != CW_STATUS_REJECTED && mapping->status != CW_STATUS_DISPUTED)
    return g_strdup (name);

  /* Translators: the first %s is a relation such as “Overlaps”, the second a status such as
   * “Rejected” */
  return g_strdup_printf (C_ ("comparison", "%s (%s)"), name, cw_status_get_name (mapping->status));
}

static const char *
get_code (const CwItem *item)
{
  return item != NULL ? item->code : "";
}

static const char *
get_label (const CwItem *item, const char *const *languages)
{
  const CwLabel *label = item != NULL ? cw_item_choose_label (item, languages) : NULL;

  return label != NULL ? label->text : "";
}

/* Several lists on the left follow each other; each begins with its name, and so does what has no
 * item on the left. */
static void
add_heading (Visit *visit, const CwConcordanceRow *row)
{
  const CwComparison *self = visit->comparison;
  CwList *list = row->left != NULL ? row->left_list : NULL;
  g_autofree char *text = NULL;

  if (visit->any && list == visit->left_list)
    return;

  if (list != NULL && has_many (self->sides->left))
    text = g_strdup_printf ("%s: %s", cw_list_get_key (list),
                            cw_list_get_short_title (list, self->languages));
  else if (list == NULL)
    text = g_strdup (_ ("On the right only"));

  if (text != NULL)
    cw_table_add_heading (visit->table, text);
  visit->any = TRUE;
  visit->left_list = list;
}

static gboolean
add_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  Visit *visit = user_data;
  const CwComparison *self = visit->comparison;
  g_autofree char *relation = name_relation (row);
  const char *cells[6];
  guint n_cells = 0;

  add_heading (visit, row);

  cells[n_cells++] = get_code (row->left);
  cells[n_cells++] = get_label (row->left, self->languages);
  cells[n_cells++] = relation;
  if (has_many (self->sides->right))
    cells[n_cells++] = row->right_list != NULL ? cw_list_get_key (row->right_list) : "";
  cells[n_cells++] = get_code (row->right);
  cells[n_cells++] = get_label (row->right, self->languages);
  cw_table_add_row (visit->table, cells);

  return TRUE;
}

static void
append_coverage (GPtrArray *lists,
                 const char *const *languages,
                 const CwCoverage *coverage,
                 GString *text)
{
  g_autofree char *joined = join_titles (lists, languages);
  g_autofree char *titles = cw_terminal_text_clean (joined);
  guint n_linked = coverage->counts[CW_ITEM_LINKED];
  guint n_absent = coverage->counts[CW_ITEM_ABSENT];
  guint n_open = coverage->counts[CW_ITEM_OPEN];
  g_autofree char *items =
    g_strdup_printf (ngettext ("%u item", "%u items", coverage->n_items), coverage->n_items);
  g_autofree char *linked
    /* Translators: a number of items that correspond to one opposite */
    = g_strdup_printf (ngettext ("%u linked", "%u linked", n_linked), n_linked);
  g_autofree char *absent
    /* Translators: a number of items that correspond to none opposite */
    = g_strdup_printf (ngettext ("%u no counterpart", "%u no counterpart", n_absent), n_absent);
  g_autofree char *open
    /* Translators: a number of items of which nothing is said yet */
    = g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);

  /* Translators: the lists of a side, how many items they have, and how many of those are linked,
   * without counterpart, and open */
  g_string_append_printf (text, _ ("%s: %s, %s, %s, %s"), titles, items, linked, absent, open);
  g_string_append_c (text, '\n');
}

static void
append_notice (CwDocument *document, guint width, GString *text)
{
  const char *notice = cw_document_get_notice (document);
  g_autofree char *clean = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (*notice == '\0')
    return;

  clean = cw_terminal_text_clean (g_dgettext (GETTEXT_PACKAGE, notice));
  lines = cw_terminal_text_wrap (clean, width);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
}

/**
 * cw_comparison_append_table:
 * @self: a comparison
 * @width: how many columns of the terminal it may take
 * @fit: what becomes of labels that are too wide
 * @text: where to append
 * @error: return location
 *
 * Writes the two sides beside each other, how far they are compared, and what a reader must know.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_comparison_append_table (const CwComparison *self,
                            guint width,
                            CwTableFit fit,
                            GString *text,
                            GError **error)
{
  g_autoptr (CwTable) table = cw_table_new ();
  Visit visit = { self, table, FALSE, NULL };

  add_columns (self, table);
  if (!cw_document_visit_rows (self->document, self->coding_id, self->sides->left,
                               self->sides->right, TRUE, add_row, &visit, error))
    return FALSE;

  cw_table_append_to (table, width, fit, text);
  g_string_append_c (text, '\n');
  append_coverage (self->sides->left, self->languages, &self->left, text);
  append_coverage (self->sides->right, self->languages, &self->right, text);
  append_notice (self->document, width, text);

  return TRUE;
}
