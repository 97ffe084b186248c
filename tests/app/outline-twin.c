/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-twin.h"

#include "model/fold.h"

#include <string.h>

typedef struct _Branch Branch;

struct _Branch
{
  CwList *list;
  const CwItem *item; /* NULL for a heading, and for the root that holds everything */
  Branch *above;
  GPtrArray *below;
  gboolean open;
  gboolean open_in_filter;
  CwItemState state;
};

struct _OutlineTwin
{
  Branch *root;
  GPtrArray *lists;
  char *text;
  int state;
};

static void
branch_free (gpointer data)
{
  Branch *branch = data;

  g_ptr_array_unref (branch->below);
  g_free (branch);
}

static Branch *
branch_new (Branch *above, CwList *list, const CwItem *item)
{
  Branch *branch = g_new0 (Branch, 1);

  branch->list = list;
  branch->item = item;
  branch->above = above;
  branch->below = g_ptr_array_new_with_free_func (branch_free);
  branch->open = TRUE;
  branch->open_in_filter = TRUE;
  if (above != NULL)
    g_ptr_array_add (above->below, branch);

  return branch;
}

OutlineTwin *
outline_twin_new (void)
{
  OutlineTwin *self = g_new0 (OutlineTwin, 1);

  self->root = branch_new (NULL, NULL, NULL);
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->text = g_strdup ("");
  self->state = -1;

  return self;
}

void
outline_twin_free (OutlineTwin *self)
{
  branch_free (self->root);
  g_ptr_array_unref (self->lists);
  g_free (self->text);
  g_free (self);
}

static void
add_items (Branch *above, CwList *list, const CwItem *parent)
{
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      if (item->parent == parent)
        add_items (branch_new (above, list, item), list, item);
    }
}

void
outline_twin_set_lists (OutlineTwin *self, GPtrArray *lists)
{
  branch_free (self->root);
  self->root = branch_new (NULL, NULL, NULL);
  g_ptr_array_set_size (self->lists, 0);
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      g_ptr_array_add (self->lists, g_object_ref (list));
      add_items (lists->len > 1 ? branch_new (self->root, list, NULL) : self->root, list, NULL);
    }
}

static gboolean
is_filtered (OutlineTwin *self)
{
  g_autofree char *stripped = g_strstrip (g_strdup (self->text));

  return *stripped != '\0' || self->state >= 0;
}

static gboolean
has_word (const CwItem *item, const char *word)
{
  g_autofree char *wanted = cw_fold_for_search (word);
  g_autofree char *code = cw_fold_for_search (item->code);

  if (strstr (code, wanted) != NULL)
    return TRUE;

  for (guint i = 0; i < item->n_labels; i++)
    {
      g_autofree char *label = cw_fold_for_search (item->labels[i].text);

      if (strstr (label, wanted) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches (OutlineTwin *self, Branch *branch)
{
  g_auto (GStrv) words = g_strsplit (self->text, " ", -1);

  if (branch->item == NULL || (self->state >= 0 && (int) branch->state != self->state))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!has_word (branch->item, words[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_wanted (OutlineTwin *self, Branch *branch)
{
  gboolean wanted = !is_filtered (self) || matches (self, branch);

  for (guint i = 0; i < branch->below->len && !wanted; i++)
    wanted = is_wanted (self, g_ptr_array_index (branch->below, i));

  return wanted;
}

static gboolean *
open_flag (OutlineTwin *self, Branch *branch)
{
  return is_filtered (self) ? &branch->open_in_filter : &branch->open;
}

static void
open_in_filter (Branch *branch)
{
  branch->open_in_filter = TRUE;
  g_ptr_array_foreach (branch->below, (GFunc) (void (*) (void)) open_in_filter, NULL);
}

void
outline_twin_set_filter (OutlineTwin *self, const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
  open_in_filter (self->root);
}

void
outline_twin_set_state_filter (OutlineTwin *self, int state)
{
  self->state = state;
  open_in_filter (self->root);
}

static void
set_states (Branch *branch, CwLinkIndex *links, GPtrArray *opposite)
{
  if (branch->item != NULL)
    branch->state = cw_coverage_get_state (links, branch->item, opposite);
  for (guint i = 0; i < branch->below->len; i++)
    set_states (g_ptr_array_index (branch->below, i), links, opposite);
}

void
outline_twin_set_links (OutlineTwin *self, CwLinkIndex *links, GPtrArray *opposite)
{
  set_states (self->root, links, opposite);
  if (self->state >= 0)
    open_in_filter (self->root);
}

static Branch *
find_branch (Branch *branch, CwList *list, const CwItem *item)
{
  if (branch->list == list && branch->item == item)
    return branch;

  for (guint i = 0; i < branch->below->len; i++)
    {
      Branch *found = find_branch (g_ptr_array_index (branch->below, i), list, item);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
outline_twin_set_expanded (OutlineTwin *self, CwList *list, const CwItem *item, gboolean open)
{
  *open_flag (self, find_branch (self->root, list, item)) = open;
}

static void
set_all (OutlineTwin *self, Branch *branch, gboolean open)
{
  *open_flag (self, branch) = open || branch->item == NULL;
  for (guint i = 0; i < branch->below->len; i++)
    set_all (self, g_ptr_array_index (branch->below, i), open);
}

void
outline_twin_set_all_expanded (OutlineTwin *self, gboolean open)
{
  set_all (self, self->root, open);
}

void
outline_twin_reveal (OutlineTwin *self, const CwItem *item)
{
  Branch *branch = find_branch (self->root, item->list, item);

  if (branch == NULL)
    return;
  for (Branch *above = branch->above; above != NULL; above = above->above)
    *open_flag (self, above) = TRUE;
}

static void
add_rows (OutlineTwin *self, Branch *branch, GPtrArray *rows)
{
  for (guint i = 0; i < branch->below->len; i++)
    {
      Branch *row = g_ptr_array_index (branch->below, i);

      if (!is_wanted (self, row))
        continue;
      g_ptr_array_add (rows, row);
      if (*open_flag (self, row))
        add_rows (self, row, rows);
    }
}

static GPtrArray *
get_rows (OutlineTwin *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  add_rows (self, self->root, rows);

  return rows;
}

/* The same text as lists_format_model(). */
char *
outline_twin_format (OutlineTwin *self)
{
  g_autoptr (GPtrArray) rows = get_rows (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      Branch *row = g_ptr_array_index (rows, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (row->item != NULL)
        g_string_append (text, row->item->code);
      else
        g_string_append_printf (text, "[%s]", cw_list_get_key (row->list));
      if (row->below->len > 0)
        g_string_append_c (text, *open_flag (self, row) ? '-' : '+');
    }

  return g_string_free (text, FALSE);
}

static guint
count_matches (OutlineTwin *self, Branch *branch)
{
  guint n_matches = matches (self, branch) ? 1 : 0;

  for (guint i = 0; i < branch->below->len; i++)
    n_matches += count_matches (self, g_ptr_array_index (branch->below, i));

  return n_matches;
}

guint
outline_twin_get_n_matches (OutlineTwin *self)
{
  return count_matches (self, self->root);
}

guint
outline_twin_find (OutlineTwin *self, const CwItem *item, gboolean *folded)
{
  g_autoptr (GPtrArray) rows = get_rows (self);
  Branch *branch = find_branch (self->root, item->list, item);

  *folded = FALSE;
  if (branch == NULL || !is_wanted (self, branch))
    return CW_OUTLINE_NOWHERE;

  for (; branch != NULL; branch = branch->above)
    {
      guint position;

      if (g_ptr_array_find (rows, branch, &position))
        return position;
      *folded = TRUE;
    }

  g_assert_not_reached ();
}
