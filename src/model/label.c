/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/label.h"

#include "model/key.h"

static const char *const origin_keys[CW_N_LABEL_ORIGINS] = {
  [CW_LABEL_OFFICIAL] = "official",
  [CW_LABEL_SEED] = "seed",
  [CW_LABEL_TRANSLATION] = "translation",
  [CW_LABEL_USER] = "user",
};

static const char *const kind_keys[] = {
  [CW_LABEL_PREFERRED] = "preferred",
  [CW_LABEL_ALTERNATIVE] = "alternative",
};

/**
 * cw_label_origin_to_key:
 * @origin: whose words
 *
 * Returns: (transfer none): the key in list files and documents
 */
const char *
cw_label_origin_to_key (CwLabelOrigin origin)
{
  g_return_val_if_fail (origin < CW_N_LABEL_ORIGINS, NULL);

  return origin_keys[origin];
}

/**
 * cw_label_origin_from_key:
 * @key: (nullable): a key such as "official"
 * @origin: (out): where it goes
 *
 * Returns: whether @key is one of the keys
 */
gboolean
cw_label_origin_from_key (const char *key, CwLabelOrigin *origin)
{
  guint index;

  if (!cw_key_lookup (origin_keys, G_N_ELEMENTS (origin_keys), key, &index))
    return FALSE;

  *origin = index;
  return TRUE;
}

/**
 * cw_label_kind_to_key:
 * @kind: preferred or alternative
 *
 * Returns: (transfer none): the key in documents
 */
const char *
cw_label_kind_to_key (CwLabelKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_keys), NULL);

  return kind_keys[kind];
}

/**
 * cw_label_kind_from_key:
 * @key: (nullable): "preferred" or "alternative"
 * @kind: (out): where it goes
 *
 * Returns: whether @key is one of the two
 */
gboolean
cw_label_kind_from_key (const char *key, CwLabelKind *kind)
{
  guint index;

  if (!cw_key_lookup (kind_keys, G_N_ELEMENTS (kind_keys), key, &index))
    return FALSE;

  *kind = index;
  return TRUE;
}
