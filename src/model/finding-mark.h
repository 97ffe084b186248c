/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwFindingMark:
 * @rule: key of the check, such as "pair-twice"
 * @fingerprint: what was found
 * @reason: why it is meant, in words
 * @author: who says so
 * @made: when, ISO 8601 in UTC
 *
 * That a finding of the checks is intended. It counts as long as the same thing is found.
 */
typedef struct
{
  char *rule;
  char *fingerprint;
  char *reason;
  char *author;
  char *made;
} CwFindingMark;

CwFindingMark *cw_finding_mark_new (const char *rule,
                                    const char *fingerprint,
                                    const char *reason,
                                    const char *author,
                                    const char *made);
CwFindingMark *cw_finding_mark_copy (const CwFindingMark *self);
void cw_finding_mark_free (CwFindingMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFindingMark, cw_finding_mark_free)

G_END_DECLS
