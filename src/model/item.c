/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/item.h"

/* Where one language has several preferred labels, the document's own words come first, then the
 * user's, then the rest: a published wording is never hidden by another. */
static int
origin_rank (CwLabelOrigin origin)
{
  static const int ranks[CW_N_LABEL_ORIGINS] = {
    [CW_LABEL_OFFICIAL] = 0,
    [CW_LABEL_USER] = 1,
    [CW_LABEL_SEED] = 2,
    [CW_LABEL_TRANSLATION] = 3,
  };

  return ranks[origin];
}

/**
 * cw_item_get_label:
 * @self: an item
 * @language: a BCP 47 language tag
 *
 * Returns: (transfer none) (nullable): the preferred label in exactly @language
 */
const CwLabel *
cw_item_get_label (const CwItem *self, const char *language)
{
  const CwLabel *best = NULL;

  for (guint i = 0; i < self->n_labels; i++)
    {
      const CwLabel *label = &self->labels[i];

      if (label->kind != CW_LABEL_PREFERRED || !g_str_equal (label->language, language))
        continue;
      if (best == NULL || origin_rank (label->origin) < origin_rank (best->origin))
        best = label;
    }

  return best;
}

/**
 * cw_item_get_official_label:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the label in the list's official language
 */
const CwLabel *
cw_item_get_official_label (const CwItem *self)
{
  return cw_item_get_label (self, cw_list_get_card (self->list)->official_language);
}

/**
 * cw_item_choose_label:
 * @self: an item
 * @languages: (array zero-terminated=1) (nullable): tags, the most wanted first
 *
 * Returns: (transfer none) (nullable): the preferred label in the first of @languages there is,
 *   else in the official language, else any; %NULL only for an item without labels
 */
const CwLabel *
cw_item_choose_label (const CwItem *self, const char *const *languages)
{
  const CwLabel *label;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      label = cw_item_get_label (self, languages[i]);
      if (label != NULL)
        return label;
    }

  label = cw_item_get_official_label (self);
  if (label != NULL)
    return label;

  return self->n_labels > 0 ? &self->labels[0] : NULL;
}

/**
 * cw_item_label_is_checked:
 * @self: an item
 * @label: one of its labels
 *
 * Only the document's own wording in its official language can have been checked.
 *
 * Returns: whether the whole wording of @label was found in a copy or a quotation of the document
 */
gboolean
cw_item_label_is_checked (const CwItem *self, const CwLabel *label)
{
  return self->verified && label->origin == CW_LABEL_OFFICIAL &&
         g_str_equal (label->language, cw_list_get_card (self->list)->official_language);
}

/**
 * cw_item_get_iri:
 * @self: an item
 *
 * Returns: (transfer full): the item's IRI (RFC 3987): its own, or its code below its list's
 */
char *
cw_item_get_iri (const CwItem *self)
{
  g_autofree char *code = g_uri_escape_string (self->code, NULL, TRUE);
  g_autofree char *list = cw_list_get_iri (self->list);

  if (self->iri != NULL)
    return g_strdup (self->iri);

  return g_strconcat (list, g_str_has_suffix (list, "/") ? "" : "/", code, NULL);
}

/**
 * cw_item_get_path:
 * @self: an item
 * @languages: (array zero-terminated=1) (nullable): tags, the most wanted first
 *
 * Returns: (transfer full): the labels of the items above it and its own, joined by " › "
 */
char *
cw_item_get_path (const CwItem *self, const char *const *languages)
{
  GString *path = g_string_new (NULL);

  for (const CwItem *item = self; item != NULL; item = item->parent)
    {
      const CwLabel *label = cw_item_choose_label (item, languages);

      if (path->len > 0)
        g_string_prepend (path, " › ");
      g_string_prepend (path, label != NULL ? label->text : item->code);
    }

  return g_string_free (path, FALSE);
}
