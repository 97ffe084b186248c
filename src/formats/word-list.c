/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/word-list.h"

#include "model/fold.h"

/**
 * cw_word_list_fold:
 * @list: words with | between them; a literal, which is never freed
 *
 * The words are kept, because folding takes longer than all else that is done with them.
 *
 * Returns: (transfer none) (array zero-terminated=1): each as cw_fold_for_search() has it, and with
 *   spaces for underscores
 */
const char *const *
cw_word_list_fold (const char *list)
{
  static GMutex mutex;
  static GHashTable *kept;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  char **words;

  if (kept == NULL)
    kept = g_hash_table_new (NULL, NULL);
  words = g_hash_table_lookup (kept, list);
  if (words != NULL)
    return (const char *const *) words;

  words = g_strsplit (list, "|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *folded = cw_fold_for_search (words[i]);

      g_free (words[i]);
      words[i] = g_strdelimit (folded, "_", ' ');
    }
  g_hash_table_insert (kept, (gpointer) list, words);

  return (const char *const *) words;
}

/**
 * cw_word_list_has:
 * @list: as for cw_word_list_fold()
 * @folded: a text, folded
 *
 * Returns: whether @folded is one of the words
 */
gboolean
cw_word_list_has (const char *list, const char *folded)
{
  return g_strv_contains (cw_word_list_fold (list), folded);
}
