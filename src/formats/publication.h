/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/**
 * CwPublicationText:
 * @language: (nullable): BCP 47 tag, interned; %NULL for the words of the program, which are in
 *   CwPublication.language; "" where it is not known
 * @text: UTF-8; may hold line breaks, and no other control or marks that turn the direction of text
 *
 * A text and the language it is in.
 */
typedef struct
{
  const char *language;
  char *text;
} CwPublicationText;

/**
 * CwPublicationFactKind:
 * @CW_PUBLICATION_WORDS: plain words
 * @CW_PUBLICATION_QUOTATION: the words of a document
 * @CW_PUBLICATION_ADDRESS: a URL, or what was typed for one
 *
 * How a fact is to be set.
 */
typedef enum
{
  CW_PUBLICATION_WORDS,
  CW_PUBLICATION_QUOTATION,
  CW_PUBLICATION_ADDRESS,
} CwPublicationFactKind;

/**
 * CwPublicationFact:
 * @name: (nullable): what it is, in the user's language
 * @value: what it says
 * @kind: how it is to be set
 */
typedef struct
{
  const char *name;
  CwPublicationText value;
  CwPublicationFactKind kind;
} CwPublicationFact;

/**
 * CwPublicationCell:
 * @list: the short title of the item's list where one has to be told; else its text is %NULL
 * @code: (nullable): the item's code; %NULL where the cell names a list or is empty
 * @texts: (element-type CwPublicationText): the labels, the most wanted first; or the titles of the
 *   list; empty where there is nothing on this side
 */
typedef struct
{
  CwPublicationText list;
  char *code;
  GArray *texts;
} CwPublicationCell;

/**
 * CwPublicationNote:
 * @number: counted from 1 through the whole table
 * @facts: (element-type CwPublicationFact): why, what is shared, the evidence
 */
typedef struct
{
  guint number;
  GArray *facts;
} CwPublicationNote;

/**
 * CwPublicationEntry:
 * @left: what stands on the left
 * @relation: the relation, for its colour
 * @open: whether nothing is said yet; @relation then means nothing
 * @negated: whether it says that the relation does not hold
 * @phrase: the middle of the sentence, between the two sides
 * @remark: (nullable): why there is no counterpart
 * @right: what stands on the right
 * @confidence: (nullable): 0 to 1, with a decimal point
 * @status: (nullable): where the judgement stands in its review; %NULL for an open one
 * @note: (nullable): its footnote
 * @n_rows: how many entries from this one on have the same item on the left; 0 where an entry before
 *   counts this one
 *
 * A row: read from left to right it is a sentence.
 */
typedef struct
{
  CwPublicationCell left;
  CwRelation relation;
  gboolean open;
  gboolean negated;
  const char *phrase;
  const char *remark;
  CwPublicationCell right;
  char *confidence;
  const char *status;
  CwPublicationNote *note;
  guint n_rows;
  /*< private >*/
  const CwItem *place; /* the item by which it is sorted */
} CwPublicationEntry;

/**
 * CwPublicationGroup:
 * @heading: a category of the list on the left; for a list that has no levels its title
 * @entries: (element-type CwPublicationEntry): its rows, never none
 */
typedef struct
{
  CwPublicationCell heading;
  GPtrArray *entries;
  /*< private >*/
  guint list;
  guint index;
} CwPublicationGroup;

/**
 * CwPublicationCard:
 * @heading: the list's short title
 * @facts: (element-type CwPublicationFact): what is known about the list as a document
 */
typedef struct
{
  CwPublicationText heading;
  GArray *facts;
} CwPublicationCard;

/**
 * CwPublication:
 * @language: BCP 47 tag of the words of the program
 * @title: of the document
 * @caveats: (element-type CwPublicationText): what a reader must know, a paragraph each
 * @left_titles: (element-type CwPublicationText): of the lists on the left that the rows name
 * @right_titles: (element-type CwPublicationText): of those on the right
 * @about: (element-type CwPublicationFact): whose judgements they are
 * @modified: (nullable): when the newest mapping was changed, ISO 8601 in UTC
 * @has_confidence: whether any entry has one
 * @has_status: whether entries differ in their status; where not, it stands in @about
 * @relations: which relations occur
 * @groups: (element-type CwPublicationGroup): the table
 * @notes: (element-type CwPublicationNote): (unowned): the footnotes, by number
 * @cards: (element-type CwPublicationCard): the lists that the rows name
 *
 * The table of correspondences as it is printed: what is said, not how it looks. Made of a head and
 * of rows, then rendered as a page of one kind or another.
 */
typedef struct
{
  const char *language;
  CwPublicationText title;
  GArray *caveats;
  GArray *left_titles;
  GArray *right_titles;
  GArray *about;
  char *modified;
  gboolean has_confidence;
  gboolean has_status;
  gboolean relations[CW_N_RELATIONS];
  GPtrArray *groups;
  GPtrArray *notes;
  GPtrArray *cards;
  /*< private >*/
  const CwConcordanceHead *head;
  GHashTable *groups_by_key;
  GPtrArray *left_lists;
  GPtrArray *right_lists;
  GPtrArray *authors;
  GPtrArray *reviewers;
  guint statuses;
} CwPublication;

CwPublication *cw_publication_new (const CwConcordanceHead *head);
void cw_publication_add_row (CwPublication *self, const CwConcordanceRow *row);
void cw_publication_end (CwPublication *self);
void cw_publication_free (CwPublication *self);

gboolean cw_publication_has_column (const char *key);
guint cw_publication_get_n_columns (const CwPublication *self);
const char *cw_publication_get_meaning (CwRelation relation);
char *cw_publication_fact_get_address (const CwPublicationFact *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPublication, cw_publication_free)

G_END_DECLS
