/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/outline-filter.h"

#include "model/fold.h"

#include <string.h>

struct _CwOutlineFilter
{
  char **words;     /* folded */
  int state;        /* CwItemState, or -1 */
  GPtrArray *texts; /* folded code and labels by node, made when first needed */
};

/**
 * cw_outline_filter_new:
 *
 * Returns: (transfer full): a filter that lets everything pass
 */
CwOutlineFilter *
cw_outline_filter_new (void)
{
  CwOutlineFilter *self = g_new0 (CwOutlineFilter, 1);

  self->words = g_new0 (char *, 1);
  self->state = -1;
  self->texts = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * cw_outline_filter_free:
 * @self: a filter
 */
void
cw_outline_filter_free (CwOutlineFilter *self)
{
  g_strfreev (self->words);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * cw_outline_filter_set_text:
 * @self: a filter
 * @text: words that all have to be there; may be empty
 */
void
cw_outline_filter_set_text (CwOutlineFilter *self, const char *text)
{
  g_autofree char *folded = cw_fold_for_search (text);

  g_strfreev (self->words);
  self->words = *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

/**
 * cw_outline_filter_set_state:
 * @self: a filter
 * @state: a #CwItemState, or -1 for any
 */
void
cw_outline_filter_set_state (CwOutlineFilter *self, int state)
{
  self->state = state;
}

/**
 * cw_outline_filter_get_state:
 * @self: a filter
 *
 * Returns: a #CwItemState, or -1 for any
 */
int
cw_outline_filter_get_state (CwOutlineFilter *self)
{
  return self->state;
}

/**
 * cw_outline_filter_is_active:
 * @self: a filter
 *
 * Returns: whether it may hold anything back
 */
gboolean
cw_outline_filter_is_active (CwOutlineFilter *self)
{
  return self->words[0] != NULL || self->state >= 0;
}

static const char *
get_text (CwOutlineFilter *self, guint index, const CwItem *item)
{
  g_autoptr (GString) text = NULL;

  if (index >= self->texts->len)
    g_ptr_array_set_size (self->texts, (int) index + 1);
  if (g_ptr_array_index (self->texts, index) != NULL)
    return g_ptr_array_index (self->texts, index);

  text = g_string_new (item->code);
  for (guint i = 0; i < item->n_labels; i++)
    {
      /* A line break, so that a word is never found across two labels; folding makes it a space,
       * and the words that are looked for have none. */
      g_string_append_c (text, '\n');
      g_string_append (text, item->labels[i].text);
    }
  g_ptr_array_index (self->texts, index) = cw_fold_for_search (text->str);

  return g_ptr_array_index (self->texts, index);
}

/**
 * cw_outline_filter_matches:
 * @self: a filter
 * @index: the row's place among all rows, under which its text is kept
 * @row: a row
 *
 * Returns: whether the row's item itself is looked for; headings never are
 */
gboolean
cw_outline_filter_matches (CwOutlineFilter *self, guint index, CwOutlineRow *row)
{
  const CwItem *item = cw_outline_row_get_item (row);

  if (item == NULL)
    return FALSE;
  if (self->state >= 0 && (int) cw_outline_row_get_state (row) != self->state)
    return FALSE;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (get_text (self, index, item), self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_outline_filter_forget:
 * @self: a filter
 *
 * Forgets the texts, because the rows are others now.
 */
void
cw_outline_filter_forget (CwOutlineFilter *self)
{
  g_ptr_array_set_size (self->texts, 0);
}
