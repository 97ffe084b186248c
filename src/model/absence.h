/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwAbsence:
 * @CW_ABSENCE_UNSTATED: no reason was given
 * @CW_ABSENCE_NOT_NAMED: the list does not name such a thing
 * @CW_ABSENCE_COVERED: only a broader item covers it
 * @CW_ABSENCE_OTHER_LIST: it stands in another list
 * @CW_ABSENCE_OUT_OF_SCOPE: the list is not about such things
 * @CW_ABSENCE_NOT_FOUND: looked for and not found
 *
 * Why an item has no counterpart in a list.
 */
typedef enum
{
  CW_ABSENCE_UNSTATED,
  CW_ABSENCE_NOT_NAMED,
  CW_ABSENCE_COVERED,
  CW_ABSENCE_OTHER_LIST,
  CW_ABSENCE_OUT_OF_SCOPE,
  CW_ABSENCE_NOT_FOUND,
} CwAbsence;

#define CW_N_ABSENCES 6

const char *cw_absence_to_key (CwAbsence absence);
gboolean cw_absence_from_key (const char *key, CwAbsence *absence);
const char *cw_absence_get_name (CwAbsence absence);

G_END_DECLS
