/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/nearest.h"

#include <string.h>

#define MOST_NAMES 3

/* How many letters must be added, removed or replaced to make one of the other (Levenshtein). */
static guint
measure_distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;

  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i + 1;
      for (gsize j = 0; j < n; j++)
        {
          guint replaced = diagonal + (a[i] != b[j]);

          diagonal = row[j + 1];
          row[j + 1] = MIN (replaced, MIN (row[j], row[j + 1]) + 1);
        }
    }

  return row[n];
}

typedef struct
{
  const char *name;
  guint distance;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return strcmp (first->name, second->name);
}

/**
 * cw_nearest_join:
 * @wanted: a name that is not known
 * @known: (array length=n_known): those that are
 * @n_known: how many
 *
 * Finds what was probably meant.
 *
 * Returns: (transfer full) (nullable): up to three names joined by commas, the nearest first; %NULL
 *   where none is near
 */
char *
cw_nearest_join (const char *wanted, const char *const *known, guint n_known)
{
  g_autofree char *folded = g_ascii_strdown (wanted, -1);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GString) names = g_string_new (NULL);
  guint limit = (guint) strlen (wanted) / 3;

  for (guint i = 0; i < n_known; i++)
    {
      gboolean holds = *folded != '\0' && strstr (known[i], folded) != NULL;
      Candidate candidate = { known[i], holds ? 0 : measure_distance (folded, known[i]) };

      if (candidate.distance <= limit)
        g_array_append_val (near, candidate);
    }
  if (near->len == 0)
    return NULL;

  g_array_sort (near, compare_candidates);
  for (guint i = 0; i < MIN (near->len, MOST_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            g_array_index (near, Candidate, i).name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}
