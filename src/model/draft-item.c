/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-draft.h"

static void
label_clear (gpointer data)
{
  g_free (((CwDraftLabel *) data)->text);
}

static void
figures_free (CwFigures *figures)
{
  if (figures == NULL)
    return;

  g_free ((char *) figures->share_of);
  g_free ((char *) figures->unit);
  g_free (figures);
}

static CwFigures *
figures_copy (const CwFigures *figures)
{
  CwFigures *copy;

  if (figures == NULL)
    return NULL;

  copy = g_memdup2 (figures, sizeof *figures);
  copy->share_of = g_strdup (figures->share_of);
  copy->unit = g_strdup (figures->unit);

  return copy;
}

/**
 * cw_draft_item_new:
 * @depth: 0 for the first level
 * @code: its code
 *
 * Returns: (transfer full): an item without labels, not in a document
 */
CwDraftItem *
cw_draft_item_new (guint depth, const char *code)
{
  CwDraftItem *self = g_new0 (CwDraftItem, 1);

  self->depth = depth;
  self->code = g_strdup (code);
  self->note = g_strdup ("");
  self->iri = g_strdup ("");
  self->labels = g_array_new (FALSE, FALSE, sizeof (CwDraftLabel));
  g_array_set_clear_func (self->labels, label_clear);

  return self;
}

/**
 * cw_draft_item_copy:
 * @self: an item
 *
 * Returns: (transfer full): a copy, with the same id
 */
CwDraftItem *
cw_draft_item_copy (const CwDraftItem *self)
{
  CwDraftItem *copy = cw_draft_item_new (self->depth, self->code);

  copy->id = self->id;
  copy->group = g_strdup (self->group);
  copy->verified = self->verified;
  g_free (copy->note);
  copy->note = g_strdup (self->note);
  g_free (copy->iri);
  copy->iri = g_strdup (self->iri);
  copy->figures = figures_copy (self->figures);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const CwDraftLabel *label = cw_draft_item_get_label (self, i);

      cw_draft_item_add_label (copy, label->language, label->text, label->kind, label->origin);
    }

  return copy;
}

/**
 * cw_draft_item_free:
 * @self: (nullable): an item
 */
void
cw_draft_item_free (CwDraftItem *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->group);
  g_free (self->note);
  g_free (self->iri);
  figures_free (self->figures);
  g_array_unref (self->labels);
  g_free (self);
}

/**
 * cw_draft_item_get_label:
 * @self: an item
 * @index: less than the number of its labels
 *
 * Returns: (transfer none): the label there
 */
CwDraftLabel *
cw_draft_item_get_label (const CwDraftItem *self, guint index)
{
  return &g_array_index (self->labels, CwDraftLabel, index);
}

/**
 * cw_draft_item_find_label:
 * @self: an item
 * @language: a language tag
 * @kind: preferred or alternative
 * @origin: whose words
 * @text: (nullable): the wording; %NULL for any
 *
 * Returns: where such a label is, or %CW_DRAFT_NOWHERE
 */
int
cw_draft_item_find_label (const CwDraftItem *self,
                          const char *language,
                          CwLabelKind kind,
                          CwLabelOrigin origin,
                          const char *text)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const CwDraftLabel *label = cw_draft_item_get_label (self, i);

      if (label->kind == kind && label->origin == origin &&
          g_str_equal (label->language, language) &&
          (text == NULL || g_str_equal (label->text, text)))
        return (int) i;
    }

  return CW_DRAFT_NOWHERE;
}

/**
 * cw_draft_item_add_label:
 * @self: an item
 * @language: a language tag
 * @text: the wording
 * @kind: preferred or alternative
 * @origin: whose words
 *
 * Puts a label after the others.
 */
void
cw_draft_item_add_label (CwDraftItem *self,
                         const char *language,
                         const char *text,
                         CwLabelKind kind,
                         CwLabelOrigin origin)
{
  CwDraftLabel label = { g_intern_string (language), g_strdup (text), kind, origin };

  g_array_append_val (self->labels, label);
}

/**
 * cw_draft_item_remove_label:
 * @self: an item
 * @index: a label of it
 */
void
cw_draft_item_remove_label (CwDraftItem *self, guint index)
{
  g_array_remove_index (self->labels, index);
}

/**
 * cw_draft_item_holds:
 * @self: an item
 * @language: a language tag
 * @text: a wording
 *
 * Returns: whether it has that name already, of whatever kind and origin
 */
gboolean
cw_draft_item_holds (const CwDraftItem *self, const char *language, const char *text)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const CwDraftLabel *label = cw_draft_item_get_label (self, i);

      if (g_str_equal (label->language, language) && g_str_equal (label->text, text))
        return TRUE;
    }

  return FALSE;
}
