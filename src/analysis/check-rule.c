/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check-rule.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>

static const char *const keys[CW_N_CHECK_RULES] = {
  [CW_CHECK_PAIR_TWICE] = "pair-twice",
  [CW_CHECK_EXACT_TWICE] = "exact-twice",
  [CW_CHECK_EXACT_AND_BROAD] = "exact-and-broad",
  [CW_CHECK_LINKED_AND_ABSENT] = "linked-and-absent",
  [CW_CHECK_IS_AND_IS_NOT] = "is-and-is-not",
  [CW_CHECK_HIERARCHY] = "hierarchy",
  [CW_CHECK_UNSUPPORTED_REVIEW] = "unsupported-review",
  [CW_CHECK_ITEM_GONE] = "item-gone",
};

static const struct
{
  const char *name;
  const char *explanation;
} words[CW_N_CHECK_RULES] = {
  [CW_CHECK_PAIR_TWICE] = { NC_ ("check", "Same pair twice"),
                            N_ ("Two items have more than one mapping. One says all; delete or "
                                "reject the others.") },
  [CW_CHECK_EXACT_TWICE] = { NC_ ("check", "Same as two items of one list"),
                             N_ ("What is the same as two items of one list makes those two the "
                                 "same. One of the relations is probably a weaker one.") },
  [CW_CHECK_EXACT_AND_BROAD] = { NC_ ("check", "The same and a part at once"),
                                 N_ ("Two items cannot be the same while one is part of the "
                                     "other, nor can each be part of the other.") },
  [CW_CHECK_LINKED_AND_ABSENT] = { NC_ ("check", "Linked, and no counterpart"),
                                   N_ ("An item is linked to an item of a list and is recorded as "
                                       "having no counterpart in it.") },
  [CW_CHECK_IS_AND_IS_NOT] = { NC_ ("check", "Both is and is not"),
                               N_ ("The same relation of two items is stated and denied.") },
  [CW_CHECK_HIERARCHY] = { NC_ ("check", "Against the hierarchy"),
                           N_ ("A part cannot contain what its whole is part of: what stands "
                               "below what in a list does not agree with the relations.") },
  [CW_CHECK_UNSUPPORTED_REVIEW] = { NC_ ("check", "Reviewed without grounds"),
                                    N_ ("A reviewed mapping should say why, by a rationale or by "
                                        "evidence.") },
  [CW_CHECK_ITEM_GONE] = { NC_ ("check", "Item gone from its list"),
                           N_ ("A mapping names an item that the list, as it is published with "
                               "the program now, no longer has.") },
};

/**
 * cw_check_rule_to_key:
 * @rule: a check
 *
 * Returns: (transfer none): the key in documents and on the command line, never translated
 */
const char *
cw_check_rule_to_key (CwCheckRule rule)
{
  g_return_val_if_fail (rule < CW_N_CHECK_RULES, NULL);

  return keys[rule];
}

/**
 * cw_check_rule_from_key:
 * @key: (nullable): a key such as "pair-twice"
 * @rule: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_check_rule_from_key (const char *key, CwCheckRule *rule)
{
  guint index;

  if (!cw_key_lookup (keys, G_N_ELEMENTS (keys), key, &index))
    return FALSE;

  *rule = index;
  return TRUE;
}

/**
 * cw_check_rule_get_name:
 * @rule: a check
 *
 * Returns: (transfer none): what it finds, in a few words of the user's language
 */
const char *
cw_check_rule_get_name (CwCheckRule rule)
{
  g_return_val_if_fail (rule < CW_N_CHECK_RULES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "check", words[rule].name);
}

/**
 * cw_check_rule_get_explanation:
 * @rule: a check
 *
 * Returns: (transfer none): why that is worth a look, in the user's language
 */
const char *
cw_check_rule_get_explanation (CwCheckRule rule)
{
  g_return_val_if_fail (rule < CW_N_CHECK_RULES, NULL);

  return g_dgettext (GETTEXT_PACKAGE, words[rule].explanation);
}
