/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"
#include "model/status.h"

G_BEGIN_DECLS

/**
 * CwMappingSort:
 *
 * What a table of mappings is sorted by. Rows that agree in it stay in the order of the lists.
 */
typedef enum
{
  CW_SORT_LISTS, /* the order of the subject's list, the strongest first */
  CW_SORT_SUBJECT_LIST,
  CW_SORT_SUBJECT_CODE,
  CW_SORT_SUBJECT_LABEL,
  CW_SORT_RELATION,
  CW_SORT_OBJECT_LIST,
  CW_SORT_OBJECT_CODE,
  CW_SORT_OBJECT_LABEL,
  CW_SORT_CONFIDENCE,
  CW_SORT_STATUS,
  CW_SORT_RATIONALE,
  CW_SORT_AUTHOR,
  CW_SORT_CREATED,
  CW_SORT_MODIFIED,
  CW_SORT_REVIEWER,
  CW_SORT_REVIEWED,
} CwMappingSort;

#define CW_N_SORTS 16

/**
 * CwFacet:
 * @CW_FACET_RELATION: by relation
 * @CW_FACET_STATUS: by status
 * @CW_FACET_SUBJECT_LIST: by the list of the subject
 * @CW_FACET_OBJECT_LIST: by the list of the object, or of the absence
 * @CW_FACET_CATEGORY: by the item of the first level above the subject
 * @CW_FACET_CONFIDENCE: by confidence, in tenths
 * @CW_FACET_AUTHOR: by author
 * @CW_FACET_EVIDENCE: by whether there is evidence
 * @CW_FACET_NEGATED: by whether the mapping says that the relation does not hold
 *
 * By what a table of mappings can be narrowed.
 */
typedef enum
{
  CW_FACET_RELATION,
  CW_FACET_STATUS,
  CW_FACET_SUBJECT_LIST,
  CW_FACET_OBJECT_LIST,
  CW_FACET_CATEGORY,
  CW_FACET_CONFIDENCE,
  CW_FACET_AUTHOR,
  CW_FACET_EVIDENCE,
  CW_FACET_NEGATED,
} CwFacet;

#define CW_N_FACETS 9

/**
 * CwMappingFilter:
 * @text: words, each of which has to stand in a code, a label in any language, or a text; may be
 *   empty
 * @values: for each facet, (element-type utf8) the values that pass; %NULL where all do
 * @coding_id: the coding it is about, 0 for the agreed mapping
 *
 * Which mappings a table shows. Values are the keys of relations and statuses, ids of lists and
 * items, tenths of confidence, names of authors, "0" and "1".
 */
typedef struct
{
  char *text;
  GPtrArray *values[CW_N_FACETS];
  gint64 coding_id;
} CwMappingFilter;

CwMappingFilter *cw_mapping_filter_new (void);
CwMappingFilter *cw_mapping_filter_copy (const CwMappingFilter *self);
void cw_mapping_filter_free (CwMappingFilter *self);
gboolean cw_mapping_filter_is_empty (const CwMappingFilter *self);
void cw_mapping_filter_set_text (CwMappingFilter *self, const char *text);
void cw_mapping_filter_set_value (CwMappingFilter *self,
                                  CwFacet facet,
                                  const char *value,
                                  gboolean passes);
gboolean
cw_mapping_filter_has_value (const CwMappingFilter *self, CwFacet facet, const char *value);
void cw_mapping_filter_clear_facet (CwMappingFilter *self, CwFacet facet);

const char *cw_facet_to_key (CwFacet facet);
gboolean cw_facet_from_key (const char *key, CwFacet *facet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingFilter, cw_mapping_filter_free)

/**
 * CwFacetCount:
 * @facet: which facet
 * @value: which value of it
 * @count: how many mappings would show with this value, all other facets being as they are
 */
typedef struct
{
  CwFacet facet;
  char *value;
  guint count;
} CwFacetCount;

G_END_DECLS
