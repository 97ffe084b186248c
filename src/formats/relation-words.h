/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

G_BEGIN_DECLS

/**
 * CwRelationReading:
 * @CW_RELATION_READING_UNKNOWN: no word for a relation
 * @CW_RELATION_READING_AMBIGUOUS: a word or sign that some read from left to right and others from
 *   right to left
 * @CW_RELATION_READING_WORD: a word of a language, whose direction is certain
 * @CW_RELATION_READING_KEY: a key of this program, what its workbooks say, or a name out of SKOS
 *
 * How sure it is what a word means.
 */
typedef enum
{
  CW_RELATION_READING_UNKNOWN,
  CW_RELATION_READING_AMBIGUOUS,
  CW_RELATION_READING_WORD,
  CW_RELATION_READING_KEY,
} CwRelationReading;

/**
 * CwRelationWords:
 *
 * The words for relations that tables use.
 */
typedef struct _CwRelationWords CwRelationWords;

CwRelationWords *cw_relation_words_new (void);
void cw_relation_words_free (CwRelationWords *self);

CwRelationReading cw_relation_words_read (const CwRelationWords *self,
                                          const char *text,
                                          CwRelation *relation,
                                          gboolean *negated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwRelationWords, cw_relation_words_free)

G_END_DECLS
