/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwStatus:
 * @CW_STATUS_DRAFT: written down, not yet put forward
 * @CW_STATUS_PROPOSED: put forward for review
 * @CW_STATUS_REVIEWED: a reviewer agreed with its content as it stands
 * @CW_STATUS_DISPUTED: somebody disagrees
 * @CW_STATUS_REJECTED: decided against, kept for the record
 *
 * Where a mapping stands in its review.
 */
typedef enum
{
  CW_STATUS_DRAFT,
  CW_STATUS_PROPOSED,
  CW_STATUS_REVIEWED,
  CW_STATUS_DISPUTED,
  CW_STATUS_REJECTED,
} CwStatus;

#define CW_N_STATUSES 5

const char *cw_status_to_key (CwStatus status);
gboolean cw_status_from_key (const char *key, CwStatus *status);
gboolean cw_status_is_judgement (CwStatus status);
const char *cw_status_get_name (CwStatus status);

G_END_DECLS
