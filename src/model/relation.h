/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwRelation:
 * @CW_RELATION_NONE: the subject has no counterpart in a list (an absence, not a link)
 * @CW_RELATION_EXACT: the same thing, same scope (skos:exactMatch)
 * @CW_RELATION_CLOSE: nearly the same scope (skos:closeMatch)
 * @CW_RELATION_BROAD: the object is broader: the subject is part of it (skos:broadMatch)
 * @CW_RELATION_NARROW: the object is narrower: the subject contains it (skos:narrowMatch)
 * @CW_RELATION_OVERLAP: they share a part, and each has more besides
 * @CW_RELATION_RELATED: associated, with no shared part (skos:relatedMatch)
 *
 * How the subject of a mapping relates to its object. The names follow SKOS (W3C 2009, section 10),
 * which reads "A broadMatch B" as "B is broader than A". People only ever see the sentence.
 */
typedef enum
{
  CW_RELATION_NONE,
  CW_RELATION_EXACT,
  CW_RELATION_CLOSE,
  CW_RELATION_BROAD,
  CW_RELATION_NARROW,
  CW_RELATION_OVERLAP,
  CW_RELATION_RELATED,
} CwRelation;

#define CW_N_RELATIONS 7

const char *cw_relation_to_key (CwRelation relation);
gboolean cw_relation_from_key (const char *key, CwRelation *relation);
CwRelation cw_relation_inverse (CwRelation relation);
int cw_relation_strength (CwRelation relation);

const char *cw_relation_get_name (CwRelation relation);
const char *cw_relation_get_sign (CwRelation relation);
const char *cw_relation_get_phrase (CwRelation relation, gboolean negated);
char *cw_relation_format_sentence (CwRelation relation,
                                   gboolean negated,
                                   const char *subject,
                                   const char *object);

G_END_DECLS
