/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/absence.h"
#include "model/relation.h"
#include "model/status.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define CW_TYPE_MAPPING (cw_mapping_get_type ())

/* A mapping with no confidence given. */
#define CW_CONFIDENCE_UNSET (-1.0)

/**
 * CwMapping:
 * @id: row in the document, 0 where it is not in one yet
 * @subject_id: the item it is about
 * @relation: how the subject relates to the object
 * @object_id: the item on the other side; 0 for %CW_RELATION_NONE
 * @object_list_id: for %CW_RELATION_NONE the list that has no counterpart; else 0
 * @negated: whether it says that the relation does not hold
 * @confidence: 0 to 1, or %CW_CONFIDENCE_UNSET
 * @status: where it stands in its review
 * @absence: for %CW_RELATION_NONE, why
 * @rationale: why, in words
 * @note_shared: what both sides share
 * @note_subject: what only the subject has
 * @note_object: what only the object has
 * @citation: evidence: a document and place in it
 * @url: evidence: its address
 * @quotation: evidence: its words
 * @author: who made it
 * @created: when, ISO 8601 in UTC; empty until it is stored
 * @modified: when it was changed last, ISO 8601 in UTC
 * @coding_id: the coding it belongs to; 0 for the agreed mapping
 * @reviewer: who reviewed, disputed or rejected it; empty for other statuses
 * @reviewed: when, ISO 8601 in UTC
 * @author_orcid: the author's ORCID iD, such as 0000-0002-1825-0097; may be empty
 *
 * One judgement: that two items correspond in some way, or that an item has no counterpart in a
 * list. Strings are never %NULL. Take a mapping that others hold as read only and change a copy.
 */
typedef struct
{
  gint64 id;
  gint64 subject_id;
  CwRelation relation;
  gint64 object_id;
  gint64 object_list_id;
  gboolean negated;
  double confidence;
  CwStatus status;
  CwAbsence absence;
  char *rationale;
  char *note_shared;
  char *note_subject;
  char *note_object;
  char *citation;
  char *url;
  char *quotation;
  char *author;
  char *created;
  char *modified;
  gint64 coding_id;
  char *reviewer;
  char *reviewed;
  char *author_orcid;
} CwMapping;

/**
 * CwMappingFields:
 *
 * Fields of a mapping that a person edits, for cw_mapping_patch().
 */
typedef enum
{
  CW_MAPPING_RELATION = 1 << 0,
  CW_MAPPING_NEGATED = 1 << 1,
  CW_MAPPING_CONFIDENCE = 1 << 2,
  CW_MAPPING_STATUS = 1 << 3,
  CW_MAPPING_ABSENCE = 1 << 4,
  CW_MAPPING_RATIONALE = 1 << 5,
  CW_MAPPING_NOTE_SHARED = 1 << 6,
  CW_MAPPING_NOTE_SUBJECT = 1 << 7,
  CW_MAPPING_NOTE_OBJECT = 1 << 8,
  CW_MAPPING_CITATION = 1 << 9,
  CW_MAPPING_URL = 1 << 10,
  CW_MAPPING_QUOTATION = 1 << 11,
  CW_MAPPING_AUTHOR = 1 << 12,
} CwMappingFields;

GType cw_mapping_get_type (void);

CwMapping *cw_mapping_new (gint64 subject_id, CwRelation relation, gint64 object_id);
CwMapping *cw_mapping_new_absence (gint64 subject_id, gint64 object_list_id, CwAbsence reason);
CwMapping *cw_mapping_copy (const CwMapping *self);
CwMapping *cw_mapping_ref (CwMapping *self);
void cw_mapping_unref (CwMapping *self);
gboolean cw_mapping_equal (const CwMapping *a, const CwMapping *b);
int cw_mapping_compare (const CwMapping *a, const CwMapping *b);
void cw_mapping_take_text (char **field, char *text);
void cw_mapping_set_text (char **field, const char *text);
gboolean cw_mapping_has_evidence (const CwMapping *self);
void cw_mapping_invert (CwMapping *self);
void cw_mapping_swap_notes (CwMapping *self);
void
cw_mapping_stamp_review (CwMapping *self, CwStatus before, const char *reviewer, const char *time);
gboolean cw_mapping_patch (CwMapping *self, const CwMapping *values, CwMappingFields fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMapping, cw_mapping_unref)

G_END_DECLS
