/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/absence.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>

static const char *const keys[CW_N_ABSENCES] = {
  [CW_ABSENCE_UNSTATED] = "",
  [CW_ABSENCE_NOT_NAMED] = "not-named",
  [CW_ABSENCE_COVERED] = "covered",
  [CW_ABSENCE_OTHER_LIST] = "other-list",
  [CW_ABSENCE_OUT_OF_SCOPE] = "out-of-scope",
  [CW_ABSENCE_NOT_FOUND] = "not-found",
};

static const char *const names[CW_N_ABSENCES] = {
  [CW_ABSENCE_UNSTATED] = NC_ ("reason for no counterpart", "No reason given"),
  [CW_ABSENCE_NOT_NAMED] = NC_ ("reason for no counterpart", "Not named"),
  [CW_ABSENCE_COVERED] = NC_ ("reason for no counterpart", "Covered by a broader item"),
  [CW_ABSENCE_OTHER_LIST] = NC_ ("reason for no counterpart", "In another list"),
  [CW_ABSENCE_OUT_OF_SCOPE] = NC_ ("reason for no counterpart", "Out of scope"),
  [CW_ABSENCE_NOT_FOUND] = NC_ ("reason for no counterpart", "Not found"),
};

/**
 * cw_absence_to_key:
 * @absence: a reason
 *
 * Returns: (transfer none): the key that stands in documents and exports; empty for no reason
 */
const char *
cw_absence_to_key (CwAbsence absence)
{
  g_return_val_if_fail (absence < CW_N_ABSENCES, NULL);

  return keys[absence];
}

/**
 * cw_absence_from_key:
 * @key: (nullable): a key such as "not-named"
 * @absence: (out): where the reason goes
 *
 * Returns: whether @key is one of the keys
 */
gboolean
cw_absence_from_key (const char *key, CwAbsence *absence)
{
  guint index;

  if (!cw_key_lookup (keys, G_N_ELEMENTS (keys), key, &index))
    return FALSE;

  *absence = index;
  return TRUE;
}

/**
 * cw_absence_get_name:
 * @absence: a reason
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_absence_get_name (CwAbsence absence)
{
  g_return_val_if_fail (absence < CW_N_ABSENCES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "reason for no counterpart", names[absence]);
}
