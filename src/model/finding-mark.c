/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/finding-mark.h"

/**
 * cw_finding_mark_new:
 * @rule: key of the check
 * @fingerprint: what was found
 * @reason: why it is meant, in words
 * @author: who says so
 * @made: when, ISO 8601 in UTC
 *
 * Returns: (transfer full): a mark
 */
CwFindingMark *
cw_finding_mark_new (const char *rule,
                     const char *fingerprint,
                     const char *reason,
                     const char *author,
                     const char *made)
{
  CwFindingMark *self = g_new0 (CwFindingMark, 1);

  self->rule = g_strdup (rule);
  self->fingerprint = g_strdup (fingerprint);
  self->reason = g_strdup (reason);
  self->author = g_strdup (author);
  self->made = g_strdup (made);

  return self;
}

/**
 * cw_finding_mark_copy:
 * @self: (nullable): a mark
 *
 * Returns: (transfer full) (nullable): a copy
 */
CwFindingMark *
cw_finding_mark_copy (const CwFindingMark *self)
{
  if (self == NULL)
    return NULL;

  return cw_finding_mark_new (self->rule, self->fingerprint, self->reason, self->author,
                              self->made);
}

/**
 * cw_finding_mark_free:
 * @self: (nullable): a mark
 */
void
cw_finding_mark_free (CwFindingMark *self)
{
  if (self == NULL)
    return;

  g_free (self->rule);
  g_free (self->fingerprint);
  g_free (self->reason);
  g_free (self->author);
  g_free (self->made);
  g_free (self);
}
