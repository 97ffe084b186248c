/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sides.h"

#include "cli/nearest.h"
#include "cli/output.h"

#include <glib/gi18n.h>

static void
complain_of_unknown (CwDocument *document, const char *key)
{
  GPtrArray *lists = cw_document_get_lists (document);
  g_autofree const char **known = g_new0 (const char *, lists->len + 1);
  g_autofree char *nearest = NULL;

  for (guint i = 0; i < lists->len; i++)
    known[i] = cw_list_get_key (g_ptr_array_index (lists, i));
  nearest = cw_nearest_join (key, known, lists->len);

  if (nearest != NULL)
    /* Translators: the first %s is a name of a list that is not known, the second one or more
     * names that are, with commas between them */
    cw_complain (_ ("The document has no list “%s”; the nearest: %s"), key, nearest);
  else
    /* Translators: do not translate crosswalkctl lists */
    cw_complain (_ ("The document has no list “%s”; “crosswalkctl lists” shows those it has"), key);
}

/**
 * cw_sides_find_list:
 * @document: a document
 * @key: what was typed
 *
 * Returns: (transfer none) (nullable): the list; %NULL after a complaint
 */
CwList *
cw_sides_find_list (CwDocument *document, const char *key)
{
  CwList *list = cw_document_find_list (document, key);

  if (list == NULL)
    complain_of_unknown (document, key);

  return list;
}

/* The lists of one side, each once; NULL after a complaint. */
static GPtrArray *
find_side (CwDocument *document, GPtrArray *keys)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      CwList *list = cw_sides_find_list (document, g_ptr_array_index (keys, i));

      if (list == NULL)
        return NULL;
      if (!g_ptr_array_find (lists, list, NULL))
        g_ptr_array_add (lists, list);
    }

  return g_steal_pointer (&lists);
}

static gboolean
check_disjoint (const CwSides *self)
{
  for (guint i = 0; i < self->left->len; i++)
    {
      CwList *list = g_ptr_array_index (self->left, i);

      if (g_ptr_array_find (self->right, list, NULL))
        {
          /* Translators: %s is the name of a list */
          cw_complain (_ ("“%s” stands on both sides"), cw_list_get_key (list));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * cw_sides_find:
 * @self: (out caller-allocates): where they go
 * @document: a document
 * @line: what was typed
 *
 * Returns: whether there are two sides with known lists; %FALSE after a complaint
 */
gboolean
cw_sides_find (CwSides *self, CwDocument *document, const CwCommandLine *line)
{
  if (line->left->len == 0 || line->right == NULL || line->right->len == 0)
    {
      cw_complain (_ ("Name the lists on the left, then “--”, then those on the right"));
      return FALSE;
    }

  self->left = find_side (document, line->left);
  if (self->left == NULL)
    return FALSE;
  self->right = find_side (document, line->right);

  return self->right != NULL && check_disjoint (self);
}

/**
 * cw_sides_clear:
 * @self: two sides
 */
void
cw_sides_clear (CwSides *self)
{
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_clear_pointer (&self->right, g_ptr_array_unref);
}
