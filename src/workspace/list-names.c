/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/list-names.h"

#include <string.h>

/* Short enough that jurisdiction, year and a number still fit into a key. */
#define MAX_STEM 40

static void
append_part (GString *key, const char *text, gsize max)
{
  gboolean gap = key->len > 0;

  for (const char *p = text; *p != '\0' && key->len < max; p++)
    {
      if (!g_ascii_isalnum (*p))
        {
          gap = key->len > 0;
          continue;
        }
      if (gap && key->len > 0 && key->str[key->len - 1] != '-')
        g_string_append_c (key, '-');
      gap = FALSE;
      g_string_append_c (key, g_ascii_tolower (*p));
    }
}

/**
 * cw_document_make_list_key:
 * @self: a document
 * @jurisdiction: of the list, may be malformed
 * @title: of the list, in any language
 * @issued: its date, may be malformed
 *
 * Returns: (transfer full): a name for the list that no other has, such as "jp-my-list-2024"
 */
char *
cw_document_make_list_key (CwDocument *self,
                           const char *jurisdiction,
                           const char *title,
                           const char *issued)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  g_autofree char *year = g_strndup (issued, 4);
  gsize before;

  append_part (key, jurisdiction, 8);
  before = key->len;
  append_part (key, ascii, MAX_STEM);
  /* A title in another script has no letters that would do. */
  if (key->len == before)
    append_part (key, "list", MAX_STEM);
  if (strspn (year, "0123456789") == 4 && !g_str_has_suffix (key->str, year))
    append_part (key, year, MAX_STEM + 8);

  for (guint n = 2;; n++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", key->str, n);

      if (n == 2 && cw_document_find_list (self, key->str) == NULL)
        return g_strdup (key->str);
      if (cw_document_find_list (self, numbered) == NULL)
        return g_steal_pointer (&numbered);
    }
}
