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

/**
 * cw_key_join:
 * @keys: (array length=n_keys): the keys of an enumeration
 * @n_keys: how many
 *
 * Returns: (transfer full): all of them, with commas, to tell a person
 */
char *
cw_key_join (const char *const *keys, guint n_keys)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", keys[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
