/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwCheckRule:
 * @CW_CHECK_PAIR_TWICE: two items have more than one mapping, or one relation is denied twice
 * @CW_CHECK_EXACT_TWICE: an item is the same as two items of one list
 * @CW_CHECK_EXACT_AND_BROAD: two items are the same and one is part of the other, or each is part
 *   of the other
 * @CW_CHECK_LINKED_AND_ABSENT: an item is linked in a list and has no counterpart there
 * @CW_CHECK_IS_AND_IS_NOT: a relation of two items is both stated and denied
 * @CW_CHECK_HIERARCHY: two relations contradict what stands below what in the lists: a part
 *   contains what its whole is part of
 * @CW_CHECK_UNSUPPORTED_REVIEW: a mapping is reviewed and has neither rationale nor evidence
 * @CW_CHECK_ITEM_GONE: a mapping names an item that is no longer in its list
 *
 * What is looked for in the agreed mapping. Rejected mappings count for none of it.
 */
typedef enum
{
  CW_CHECK_PAIR_TWICE,
  CW_CHECK_EXACT_TWICE,
  CW_CHECK_EXACT_AND_BROAD,
  CW_CHECK_LINKED_AND_ABSENT,
  CW_CHECK_IS_AND_IS_NOT,
  CW_CHECK_HIERARCHY,
  CW_CHECK_UNSUPPORTED_REVIEW,
  CW_CHECK_ITEM_GONE,
} CwCheckRule;

#define CW_N_CHECK_RULES 8

const char *cw_check_rule_to_key (CwCheckRule rule);
gboolean cw_check_rule_from_key (const char *key, CwCheckRule *rule);
const char *cw_check_rule_get_name (CwCheckRule rule);
const char *cw_check_rule_get_explanation (CwCheckRule rule);

G_END_DECLS
