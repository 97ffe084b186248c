/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/key.h"

/**
 * cw_key_lookup:
 * @keys: (array length=n_keys): the keys of an enumeration, in its order
 * @n_keys: how many
 * @key: (nullable): the key to find
 * @index: (out): its index, set only where it is found
 *
 * Returns: whether @key is one of @keys
 */
gboolean
cw_key_lookup (const char *const *keys, guint n_keys, const char *key, guint *index)
{
  for (guint i = 0; i < n_keys; i++)
    {
      if (g_strcmp0 (keys[i], key) == 0)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}
