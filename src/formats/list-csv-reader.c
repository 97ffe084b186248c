/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-csv.h"

#include "formats/delimited-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Deeper than any list known, and no danger to the stack. */
#define MAX_LEVELS 32

/* A row that becomes an item. */
typedef struct
{
  const CwDelimitedRow *row;
  CwDraftItem *item;
  int parent;
  guint depth;
  GArray *children; /* guint */
  gboolean done;
} Entry;

typedef struct
{
  const CwDelimitedTable *table;
  const CwListPlan *plan;
  GPtrArray *problems;
  GPtrArray *entries;  /* Entry */
  GHashTable *by_code; /* code → index + 1 */
} Reader;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  cw_draft_item_free (entry->item);
  g_array_unref (entry->children);
  g_free (entry);
}

static Entry *
get_entry (Reader *self, guint index)
{
  return g_ptr_array_index (self->entries, index);
}

static void G_GNUC_PRINTF (4, 5)
  report (Reader *self, const CwDelimitedRow *row, guint column, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  gboolean inside = column < row->n_fields;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  cw_format_error_set_at_line (&error, CW_FORMAT_ERROR_VALUE, self->table->name,
                               inside ? row->lines[column] : row->line,
                               inside ? row->columns[column] : 1, "%s", what);
  g_ptr_array_add (self->problems, g_strdup (error->message));
}

static char *
get_cell (const Entry *entry, int column)
{
  if (column < 0)
    return g_strdup ("");

  return cw_string_clean (cw_delimited_unguard (cw_delimited_row_get (entry->row, (guint) column)));
}

static char *
get_note (const Entry *entry, int column)
{
  if (column < 0)
    return g_strdup ("");

  return g_strdup (cw_delimited_unguard (cw_delimited_row_get (entry->row, (guint) column)));
}

static void
add_label (Reader *self, Entry *entry, guint column, const char *text)
{
  const CwListColumn *what = cw_list_plan_get_column (self->plan, column);
  CwLabelKind kind = what->role == CW_ROLE_ALTERNATIVE ? CW_LABEL_ALTERNATIVE : CW_LABEL_PREFERRED;

  if (*text == '\0' ||
      cw_draft_item_find_label (entry->item, what->language, kind, what->origin,
                                kind == CW_LABEL_PREFERRED ? NULL : text) != CW_DRAFT_NOWHERE)
    return;

  cw_draft_item_add_label (entry->item, what->language, text, kind, what->origin);
}

/* Other labels stand in one cell with | between them; \| is one that belongs to a label. */
static void
add_alternatives (Reader *self, Entry *entry, guint column)
{
  g_autofree char *cell = get_cell (entry, (int) column);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = cell;; p++)
    {
      if (*p == '\\' && (p[1] == '|' || p[1] == '\\'))
        g_string_append_c (text, *++p);
      else if (*p == '|' || *p == '\0')
        {
          g_autofree char *words = cw_string_clean (text->str);

          add_label (self, entry, column, words);
          g_string_truncate (text, 0);
        }
      else
        g_string_append_c (text, *p);
      if (*p == '\0')
        return;
    }
}

static void
read_labels (Reader *self, Entry *entry)
{
  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      CwListRole role = cw_list_plan_get_column (self->plan, i)->role;
      g_autofree char *text = NULL;

      if (role == CW_ROLE_ALTERNATIVE)
        add_alternatives (self, entry, i);
      if (role != CW_ROLE_LABEL)
        continue;
      text = get_cell (entry, (int) i);
      add_label (self, entry, i, text);
    }

  if (entry->item->labels->len == 0)
    {
      int column = cw_list_plan_find (self->plan, CW_ROLE_LABEL);

      report (self, entry->row, column >= 0 ? (guint) column : 0, _ ("the row has no label"));
    }
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (text, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
read_checked (Reader *self, Entry *entry, const char *official_language)
{
  static const char *const yes[] = { "yes", "true", "1", "x", "✓", NULL };
  static const char *const no[] = { "", "no", "false", "0", NULL };
  int column = cw_list_plan_find (self->plan, CW_ROLE_CHECKED);
  g_autofree char *text = get_cell (entry, column);

  if (is_one_of (text, no))
    return;
  if (!is_one_of (text, yes))
    {
      /* Translators: keep yes and no in quotation marks; %s is what stands in the cell */
      report (self, entry->row, (guint) column, _ ("“%s” is neither “yes” nor “no”"), text);
      return;
    }
  if (cw_draft_item_find_label (entry->item, official_language, CW_LABEL_PREFERRED,
                                CW_LABEL_OFFICIAL, NULL) == CW_DRAFT_NOWHERE)
    {
      report (self, entry->row, (guint) column,
              /* Translators: %s is a language tag */
              _ ("only the document’s own wording can be checked, and the row has none in “%s”"),
              official_language);
      return;
    }

  entry->item->verified = TRUE;
}

static void
read_figures (Reader *self, Entry *entry)
{
  int enterprises = cw_list_plan_find (self->plan, CW_ROLE_ENTERPRISES);
  int share = cw_list_plan_find (self->plan, CW_ROLE_SHARE);
  g_autofree char *count = get_cell (entry, enterprises);
  g_autofree char *percent = get_cell (entry, share);
  CwFigures *figures;
  guint64 n = 0;
  char *end = NULL;
  double value;

  if (*count == '\0' && *percent == '\0')
    return;

  if (!g_ascii_string_to_unsigned (count, 10, 0, G_MAXINT64, &n, NULL))
    {
      report (self, entry->row, enterprises >= 0 ? (guint) enterprises : 0,
              _ ("“%s” is not a whole number"), count);
      return;
    }
  value = g_ascii_strtod (percent, &end);
  if (*percent == '\0' || *end != '\0' || !(value >= 0 && value <= 100))
    {
      report (self, entry->row, share >= 0 ? (guint) share : 0,
              _ ("“%s” is not a number from 0 to 100"), percent);
      return;
    }

  figures = g_new0 (CwFigures, 1);
  figures->enterprises = (gint64) n;
  figures->share_percent = value;
  figures->share_of = get_cell (entry, cw_list_plan_find (self->plan, CW_ROLE_SHARE_OF));
  figures->unit = get_cell (entry, cw_list_plan_find (self->plan, CW_ROLE_UNIT));
  entry->item->figures = figures;
}

static void
read_rest (Reader *self, Entry *entry, const char *official_language)
{
  int iri = cw_list_plan_find (self->plan, CW_ROLE_IRI);
  g_autofree char *group = get_cell (entry, cw_list_plan_find (self->plan, CW_ROLE_GROUP));

  g_free (entry->item->note);
  /* A note may have several lines. */
  entry->item->note = get_note (entry, cw_list_plan_find (self->plan, CW_ROLE_NOTE));
  g_free (entry->item->iri);
  entry->item->iri = get_cell (entry, iri);
  if (*entry->item->iri != '\0' && !cw_iri_is_valid (entry->item->iri))
    report (self, entry->row, (guint) iri,
            _ ("“%s” does not begin with https:// or http://, or holds a space"), entry->item->iri);
  if (*group != '\0')
    entry->item->group = g_strdup (group);
  read_checked (self, entry, official_language);
  read_figures (self, entry);
}

static void
read_code (Reader *self, Entry *entry, guint index)
{
  int column = cw_list_plan_find (self->plan, CW_ROLE_CODE);
  g_autofree char *code = get_cell (entry, column);
  guint other;

  if (column < 0)
    return;

  if (!cw_list_code_is_valid (code))
    {
      report (self, entry->row, (guint) column,
              *code == '\0' ? _ ("the row has no code")
                            : _ ("a code must have 1 to 64 characters, none of them a control "
                                 "character"));
      return;
    }
  other = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code));
  if (other > 0)
    {
      report (self, entry->row, (guint) column,
              /* Translators: %1$s is a code, %2$u a line number */
              _ ("the code “%1$s” stands in line %2$u already"), code,
              get_entry (self, other - 1)->row->line);
      return;
    }

  g_free (entry->item->code);
  entry->item->code = g_strdup (code);
  g_hash_table_insert (self->by_code, entry->item->code, GUINT_TO_POINTER (index + 1));
}

static void
read_rows (Reader *self, const char *official_language)
{
  for (guint i = self->plan->has_header ? 1 : 0; i < self->table->rows->len; i++)
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->row = g_ptr_array_index (self->table->rows, i);
      entry->item = cw_draft_item_new (0, "");
      entry->parent = CW_DRAFT_NOWHERE;
      entry->children = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->entries, entry);
      read_code (self, entry, self->entries->len - 1);
      read_labels (self, entry);
      read_rest (self, entry, official_language);
    }
}

/* The code above is what is left of the last dot. */
static void
find_parent_by_code (Reader *self, Entry *entry)
{
  g_autofree char *above = g_strdup (entry->item->code);
  char *cut = strrchr (above, '.');

  if (cut == NULL)
    return;

  *cut = '\0';
  entry->parent = (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, above)) - 1;
  if (entry->parent == CW_DRAFT_NOWHERE)
    report (self, entry->row, (guint) cw_list_plan_find (self->plan, CW_ROLE_CODE),
            /* Translators: two codes, such as 2.1 and 2 */
            _ ("there is no item “%2$s” for “%1$s” to stand under"), entry->item->code, above);
}

static void
find_parent_by_column (Reader *self, Entry *entry)
{
  int column = cw_list_plan_find (self->plan, CW_ROLE_PARENT);
  g_autofree char *above = get_cell (entry, column);

  if (*above == '\0')
    return;

  entry->parent = (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, above)) - 1;
  if (entry->parent == CW_DRAFT_NOWHERE)
    report (self, entry->row, (guint) column, _ ("there is no item with the code “%s”"), above);
}

/* How far in the row's label stands: spaces before it, or the column of several that it is in. */
static guint
measure_indent (Reader *self, const Entry *entry)
{
  int first = cw_list_plan_find (self->plan, CW_ROLE_LABEL);
  const CwListColumn *what =
    first >= 0 ? cw_list_plan_get_column (self->plan, (guint) first) : NULL;
  guint ordinal = 0;

  for (guint i = 0; what != NULL && i < self->plan->columns->len; i++)
    {
      const CwListColumn *column = cw_list_plan_get_column (self->plan, i);
      const char *cell = cw_delimited_row_get (entry->row, i);
      guint n_spaces = 0;

      if (column->role != CW_ROLE_LABEL || column->language != what->language ||
          column->origin != what->origin)
        continue;
      while (*cell != '\0' && g_unichar_isspace (g_utf8_get_char (cell)))
        {
          cell = g_utf8_next_char (cell);
          n_spaces++;
        }
      if (*cell != '\0')
        return ordinal * 1000 + n_spaces;
      ordinal++;
    }

  return 0;
}

static void
find_parents_by_indent (Reader *self)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint)); /* index, indent, … */

  for (guint i = 0; i < self->entries->len; i++)
    {
      guint indent = measure_indent (self, get_entry (self, i));

      while (path->len > 0 && g_array_index (path, guint, path->len - 1) >= indent)
        g_array_set_size (path, path->len - 2);
      if (path->len > 0)
        get_entry (self, i)->parent = (int) g_array_index (path, guint, path->len - 2);
      g_array_append_val (path, i);
      g_array_append_val (path, indent);
    }
}

static void
find_parents_by_number (Reader *self)
{
  int column = cw_list_plan_find (self->plan, CW_ROLE_LEVEL);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      g_autofree char *text = get_cell (entry, column);
      guint64 level = 0;

      if (!g_ascii_string_to_unsigned (text, 10, 1, 99, &level, NULL))
        {
          report (self, entry->row, column >= 0 ? (guint) column : 0,
                  _ ("“%s” is not a level, which is a number from 1"), text);
          level = 1;
        }
      if (level > path->len + 1)
        {
          report (self, entry->row, (guint) column,
                  /* Translators: two numbers of levels */
                  _ ("level %1$u follows level %2$u; a level is missing between them"),
                  (guint) level, path->len);
          level = path->len + 1;
        }
      g_array_set_size (path, (guint) level - 1);
      if (level > 1)
        entry->parent = (int) g_array_index (path, guint, path->len - 1);
      g_array_append_val (path, i);
    }
}

static void
find_parents (Reader *self)
{
  if (self->plan->levels == CW_LEVELS_BY_INDENT)
    find_parents_by_indent (self);
  if (self->plan->levels == CW_LEVELS_BY_NUMBER)
    find_parents_by_number (self);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (self->plan->levels == CW_LEVELS_BY_CODE)
        find_parent_by_code (self, get_entry (self, i));
      if (self->plan->levels == CW_LEVELS_BY_PARENT)
        find_parent_by_column (self, get_entry (self, i));
    }
}

/* All below an item that is too deep has been reported with it. */
static void
mark_done (Reader *self, guint index)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (open, index);
  while (open->len > 0)
    {
      Entry *entry = get_entry (self, g_array_index (open, guint, open->len - 1));

      g_array_set_size (open, open->len - 1);
      entry->done = TRUE;
      g_array_append_vals (open, entry->children->data, entry->children->len);
    }
}

/* Items go into the draft in the file's order, each with all below it; what stands in a circle is
 * never reached. */
static void
place_items (Reader *self, CwListDraft *draft, guint index, guint depth)
{
  Entry *entry = get_entry (self, index);

  entry->done = TRUE;
  if (depth >= MAX_LEVELS)
    {
      report (self, entry->row, 0, _ ("items are nested more than %d deep"), MAX_LEVELS);
      mark_done (self, index);
      return;
    }

  entry->item->depth = depth;
  g_ptr_array_add (draft->items, g_steal_pointer (&entry->item));
  for (guint i = 0; i < entry->children->len; i++)
    place_items (self, draft, g_array_index (entry->children, guint, i), depth + 1);
}

static void
place_all (Reader *self, CwListDraft *draft)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      int parent = get_entry (self, i)->parent;

      if (parent != CW_DRAFT_NOWHERE)
        g_array_append_val (get_entry (self, (guint) parent)->children, i);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (get_entry (self, i)->parent == CW_DRAFT_NOWHERE)
        place_items (self, draft, i, 0);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (!entry->done)
        report (self, entry->row, (guint) cw_list_plan_find (self->plan, CW_ROLE_PARENT),
                /* Translators: %s is a code */
                _ ("“%s” would stand under itself"), entry->item->code);
    }
}

/**
 * cw_list_csv_read:
 * @table: a table
 * @plan: what its columns hold
 * @card: the card of the list it becomes; copied
 * @problems: (element-type utf8): every problem is added here, with file, line and column
 *
 * Where the plan has no column for codes, items are numbered.
 *
 * Returns: (transfer full): the list, as far as it can be made; it is whole where there are no
 *   problems
 */
CwListDraft *
cw_list_csv_read (const CwDelimitedTable *table,
                  const CwListPlan *plan,
                  const CwListCard *card,
                  GPtrArray *problems)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  CwListDraft *draft = cw_list_draft_new (cw_list_card_copy (card));
  Reader reader = { table, plan, problems, entries, by_code };

  read_rows (&reader, card->official_language);
  find_parents (&reader);
  place_all (&reader, draft);
  if (cw_list_plan_find (plan, CW_ROLE_CODE) < 0)
    cw_list_draft_renumber (draft);
  if (cw_list_draft_get_n_items (draft) == 0 && problems->len == 0)
    report (&reader, g_ptr_array_index (table->rows, 0), 0, _ ("the table has no items"));

  return draft;
}
