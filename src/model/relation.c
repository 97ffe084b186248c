/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/relation.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>

static const char *const keys[CW_N_RELATIONS] = {
  [CW_RELATION_NONE] = "none",       [CW_RELATION_EXACT] = "exact",
  [CW_RELATION_CLOSE] = "close",     [CW_RELATION_BROAD] = "broad",
  [CW_RELATION_NARROW] = "narrow",   [CW_RELATION_OVERLAP] = "overlap",
  [CW_RELATION_RELATED] = "related",
};

typedef struct
{
  CwRelation inverse;
  /* 1 is the strongest; the order the shipped tables are sorted in */
  int strength;
  const char *name;
  const char *sign;
  const char *phrase;
  const char *negated_phrase;
  const char *sentence;
  const char *negated_sentence;
} RelationFacts;

/* Translators: in each of the sentences below %1$s and %2$s are the names of two items of two
 * technology lists; the first is the item on the left. Keep the direction. */
static const RelationFacts facts[CW_N_RELATIONS] = {
  [CW_RELATION_NONE] = { CW_RELATION_NONE, 7, NC_ ("relation", "No counterpart"), "∅",
                         NC_ ("relation phrase", "has no counterpart in"),
                         NC_ ("relation phrase", "has no counterpart in"),
                         /* Translators: %1$s is an item, %2$s the name of a list */
                         N_ ("%1$s has no counterpart in %2$s"),
                         N_ ("%1$s has no counterpart in %2$s") },
  [CW_RELATION_EXACT] = { CW_RELATION_EXACT, 1, NC_ ("relation", "Exact"), "=",
                          NC_ ("relation phrase", "is the same as"),
                          NC_ ("relation phrase", "is not the same as"),
                          N_ ("%1$s is the same as %2$s"), N_ ("%1$s is not the same as %2$s") },
  [CW_RELATION_CLOSE] = { CW_RELATION_CLOSE, 2, NC_ ("relation", "Close"), "≈",
                          NC_ ("relation phrase", "is nearly the same as"),
                          NC_ ("relation phrase", "is not nearly the same as"),
                          N_ ("%1$s is nearly the same as %2$s"),
                          N_ ("%1$s is not nearly the same as %2$s") },
  [CW_RELATION_BROAD] = { CW_RELATION_NARROW, 3, NC_ ("relation", "Part of"), "⊂",
                          NC_ ("relation phrase", "is part of"),
                          NC_ ("relation phrase", "is not part of"), N_ ("%1$s is part of %2$s"),
                          N_ ("%1$s is not part of %2$s") },
  [CW_RELATION_NARROW] = { CW_RELATION_BROAD, 4, NC_ ("relation", "Contains"), "⊃",
                           NC_ ("relation phrase", "contains"),
                           NC_ ("relation phrase", "does not contain"), N_ ("%1$s contains %2$s"),
                           N_ ("%1$s does not contain %2$s") },
  [CW_RELATION_OVERLAP] = { CW_RELATION_OVERLAP, 5, NC_ ("relation", "Overlaps"), "∩",
                            NC_ ("relation phrase", "shares a part with"),
                            NC_ ("relation phrase", "shares no part with"),
                            N_ ("%1$s shares a part with %2$s"),
                            N_ ("%1$s shares no part with %2$s") },
  [CW_RELATION_RELATED] = { CW_RELATION_RELATED, 6, NC_ ("relation", "Related"), "∼",
                            NC_ ("relation phrase", "is associated with"),
                            NC_ ("relation phrase", "is not associated with"),
                            N_ ("%1$s is associated with %2$s"),
                            N_ ("%1$s is not associated with %2$s") },
};

/**
 * cw_relation_to_key:
 * @relation: a relation
 *
 * Returns: (transfer none): the key that stands in documents and exports, never translated
 */
const char *
cw_relation_to_key (CwRelation relation)
{
  g_return_val_if_fail (relation < CW_N_RELATIONS, NULL);

  return keys[relation];
}

/**
 * cw_relation_from_key:
 * @key: (nullable): a key such as "broad"
 * @relation: (out): where the relation goes
 *
 * Returns: whether @key is one of the seven keys
 */
gboolean
cw_relation_from_key (const char *key, CwRelation *relation)
{
  guint index;

  if (!cw_key_lookup (keys, G_N_ELEMENTS (keys), key, &index))
    return FALSE;

  *relation = index;
  return TRUE;
}

/**
 * cw_relation_inverse:
 * @relation: a relation read from A to B
 *
 * Returns: the same relation read from B to A: broad and narrow change places, the others stay
 */
CwRelation
cw_relation_inverse (CwRelation relation)
{
  g_return_val_if_fail (relation < CW_N_RELATIONS, relation);

  return facts[relation].inverse;
}

/**
 * cw_relation_strength:
 * @relation: a relation
 *
 * Returns: a rank for sorting, 1 (exact) to 7 (no counterpart)
 */
int
cw_relation_strength (CwRelation relation)
{
  g_return_val_if_fail (relation < CW_N_RELATIONS, 0);

  return facts[relation].strength;
}

/**
 * cw_relation_get_name:
 * @relation: a relation
 *
 * Returns: (transfer none): a short name for buttons and legends, in the user's language
 */
const char *
cw_relation_get_name (CwRelation relation)
{
  g_return_val_if_fail (relation < CW_N_RELATIONS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "relation", facts[relation].name);
}

/**
 * cw_relation_get_sign:
 * @relation: a relation
 *
 * A sign is a help for the eye beside a word; it never stands alone, because formats disagree on
 * the direction of such signs.
 *
 * Returns: (transfer none): one character
 */
const char *
cw_relation_get_sign (CwRelation relation)
{
  g_return_val_if_fail (relation < CW_N_RELATIONS, NULL);

  return facts[relation].sign;
}

/**
 * cw_relation_get_phrase:
 * @relation: a relation
 * @negated: whether the mapping says that the relation does not hold
 *
 * The middle of the sentence, for where the two names stand on lines of their own.
 *
 * Returns: (transfer none): a phrase in the user's language
 */
const char *
cw_relation_get_phrase (CwRelation relation, gboolean negated)
{
  g_return_val_if_fail (relation < CW_N_RELATIONS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "relation phrase",
                       negated ? facts[relation].negated_phrase : facts[relation].phrase);
}

/**
 * cw_relation_format_sentence:
 * @relation: a relation
 * @negated: whether the mapping says that the relation does not hold
 * @subject: the name of the item on the left
 * @object: the name of the item on the right, or of the list for %CW_RELATION_NONE
 *
 * Returns: (transfer full): the mapping as a whole sentence in the user's language
 */
char *
cw_relation_format_sentence (CwRelation relation,
                             gboolean negated,
                             const char *subject,
                             const char *object)
{
  const char *format;

  g_return_val_if_fail (relation < CW_N_RELATIONS, NULL);

  format = negated ? facts[relation].negated_sentence : facts[relation].sentence;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, format), subject, object);
#pragma GCC diagnostic pop
}
