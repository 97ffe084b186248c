/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/label-languages.h"

#include "model/language.h"

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return cw_language_compare (*(const char *const *) a, *(const char *const *) b);
}

/**
 * cw_label_languages_collect:
 * @lists: (element-type CwList): lists
 *
 * Returns: (transfer full) (element-type utf8): the tags of the languages in which any of @lists has
 *   labels, in the order in which they are offered
 */
GPtrArray *
cw_label_languages_collect (GPtrArray *lists)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lists->len; i++)
    {
      g_auto (GStrv) languages = cw_list_get_languages (g_ptr_array_index (lists, i));

      for (guint j = 0; languages[j] != NULL; j++)
        {
          if (!g_ptr_array_find_with_equal_func (tags, languages[j], g_str_equal, NULL))
            g_ptr_array_add (tags, g_strdup (languages[j]));
        }
    }
  g_ptr_array_sort (tags, compare_tags);

  return tags;
}
