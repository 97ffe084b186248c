/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/status.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>

static const char *const keys[CW_N_STATUSES] = {
  [CW_STATUS_DRAFT] = "draft",       [CW_STATUS_PROPOSED] = "proposed",
  [CW_STATUS_REVIEWED] = "reviewed", [CW_STATUS_DISPUTED] = "disputed",
  [CW_STATUS_REJECTED] = "rejected",
};

static const char *const names[CW_N_STATUSES] = {
  [CW_STATUS_DRAFT] = NC_ ("mapping status", "Draft"),
  [CW_STATUS_PROPOSED] = NC_ ("mapping status", "Proposed"),
  [CW_STATUS_REVIEWED] = NC_ ("mapping status", "Reviewed"),
  [CW_STATUS_DISPUTED] = NC_ ("mapping status", "Disputed"),
  [CW_STATUS_REJECTED] = NC_ ("mapping status", "Rejected"),
};

/**
 * cw_status_to_key:
 * @status: a status
 *
 * Returns: (transfer none): the key that stands in documents and exports, never translated
 */
const char *
cw_status_to_key (CwStatus status)
{
  g_return_val_if_fail (status < CW_N_STATUSES, NULL);

  return keys[status];
}

/**
 * cw_status_from_key:
 * @key: (nullable): a key such as "draft"
 * @status: (out): where the status goes
 *
 * Returns: whether @key is one of the five keys
 */
gboolean
cw_status_from_key (const char *key, CwStatus *status)
{
  guint index;

  if (!cw_key_lookup (keys, G_N_ELEMENTS (keys), key, &index))
    return FALSE;

  *status = index;
  return TRUE;
}

/**
 * cw_status_is_judgement:
 * @status: a status
 *
 * Returns: whether somebody looked at the mapping and said so: reviewed, disputed or rejected
 */
gboolean
cw_status_is_judgement (CwStatus status)
{
  return status == CW_STATUS_REVIEWED || status == CW_STATUS_DISPUTED ||
         status == CW_STATUS_REJECTED;
}

/**
 * cw_status_get_name:
 * @status: a status
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_status_get_name (CwStatus status)
{
  g_return_val_if_fail (status < CW_N_STATUSES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "mapping status", names[status]);
}
