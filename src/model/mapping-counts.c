/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mapping-counts.h"

#include <glib/gi18n-lib.h>

/**
 * cw_mapping_counts_format:
 * @self: counts
 *
 * Returns: (transfer full): the counts in words, a line for each relation and one for reviewed
 *   mappings; empty where there are none
 */
char *
cw_mapping_counts_format (const CwMappingCounts *self)
{
  GString *text = g_string_new (NULL);

  for (CwRelation relation = 0; relation < CW_N_RELATIONS; relation++)
    {
      guint n = self->by_relation[relation];

      if (n == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              /* Translators: %1$u mappings of a relation; %2$s is its name, such as
                               * “Nearly the same” */
                              g_dngettext (GETTEXT_PACKAGE, "%1$u mapping: %2$s",
                                           "%1$u mappings: %2$s", n),
                              n, cw_relation_get_name (relation));
    }
  if (self->n_reviewed > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u of them is reviewed",
                                           "%u of them are reviewed", self->n_reviewed),
                              self->n_reviewed);
    }

  return g_string_free (text, FALSE);
}
