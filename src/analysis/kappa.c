/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/kappa.h"

/**
 * cw_kappa_compute:
 * @table: (array): how often the first coder chose category i and the second category j, at
 *   i × @n_categories + j
 * @n_categories: how many categories there are
 * @kappa: (out): from −1 to 1; 1 is full agreement, 0 what chance alone would bring
 *
 * Cohen's kappa: (po − pe) ÷ (1 − pe), where po is the share on which the coders agree and pe the
 * share on which they would by chance, Σ row i × column i ÷ n². After J. Cohen, “A coefficient of
 * agreement for nominal scales”, Educational and Psychological Measurement 20 (1960), pages 37–46.
 *
 * Returns: %FALSE where it is undefined: there is nothing to judge, or both coders put everything
 *   into the same one category, so that chance alone explains all of it
 */
gboolean
cw_kappa_compute (const guint64 *table, guint n_categories, double *kappa)
{
  double total = 0;
  double agreed = 0;
  double by_chance = 0;

  for (guint i = 0; i < n_categories * n_categories; i++)
    total += (double) table[i];
  if (total <= 0)
    return FALSE;

  for (guint i = 0; i < n_categories; i++)
    {
      double row = 0;
      double column = 0;

      for (guint j = 0; j < n_categories; j++)
        {
          row += (double) table[i * n_categories + j];
          column += (double) table[j * n_categories + i];
        }
      if (row >= total && column >= total)
        return FALSE;
      agreed += (double) table[i * n_categories + i];
      by_chance += row / total * column;
    }

  /* In counts, not in shares, so that full agreement is 1 to the last digit. */
  *kappa = (agreed - by_chance) / (total - by_chance);

  return TRUE;
}
