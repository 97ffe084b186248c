/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

G_BEGIN_DECLS

/**
 * CwMappingRole:
 *
 * What a column of a table of mappings holds. Left and right are read as the relation is read:
 * “left is part of right”.
 */
typedef enum
{
  CW_MAPPING_ROLE_IGNORE,
  CW_MAPPING_ROLE_LEFT_LIST,
  CW_MAPPING_ROLE_LEFT_CODE,
  CW_MAPPING_ROLE_LEFT_LABEL,
  CW_MAPPING_ROLE_LEFT_IRI,
  CW_MAPPING_ROLE_RIGHT_LIST,
  CW_MAPPING_ROLE_RIGHT_CODE,
  CW_MAPPING_ROLE_RIGHT_LABEL,
  CW_MAPPING_ROLE_RIGHT_IRI,
  CW_MAPPING_ROLE_RELATION,
  CW_MAPPING_ROLE_CONFIDENCE,
  CW_MAPPING_ROLE_STATUS,
  CW_MAPPING_ROLE_NEGATED,
  CW_MAPPING_ROLE_ABSENCE,
  CW_MAPPING_ROLE_RATIONALE,
  CW_MAPPING_ROLE_NOTE_SHARED,
  CW_MAPPING_ROLE_NOTE_LEFT,
  CW_MAPPING_ROLE_NOTE_RIGHT,
  CW_MAPPING_ROLE_CITATION,
  CW_MAPPING_ROLE_URL,
  CW_MAPPING_ROLE_QUOTATION,
  CW_MAPPING_ROLE_AUTHOR,
  CW_MAPPING_ROLE_ORCID,
  CW_MAPPING_ROLE_CREATED,
  CW_MAPPING_ROLE_MODIFIED,
  CW_MAPPING_ROLE_REVIEWER,
  CW_MAPPING_ROLE_REVIEWED,
  CW_MAPPING_ROLE_SENTENCE,
} CwMappingRole;

#define CW_N_MAPPING_ROLES 28

/**
 * CwMappingColumn:
 * @role: what it holds
 * @language: (nullable): of a label, BCP 47, interned
 */
typedef struct
{
  CwMappingRole role;
  const char *language;
} CwMappingColumn;

/**
 * CwMappingPlan:
 * @n_above: how many rows stand above the table, such as a title
 * @has_header: whether the first row of the table names the columns
 * @columns: (element-type CwMappingColumn): what each column holds
 * @left_list: the list of the left items where no column names it: its key, IRI or title; may be
 *   empty
 * @right_list: the same of the right items
 * @has_relation: whether @relation stands for rows that name no relation
 * @relation: see @has_relation
 *
 * How a table of mappings is to be read.
 */
typedef struct
{
  guint n_above;
  gboolean has_header;
  GArray *columns;
  char *left_list;
  char *right_list;
  gboolean has_relation;
  CwRelation relation;
} CwMappingPlan;

CwMappingPlan *cw_mapping_plan_new (guint n_columns);
CwMappingPlan *cw_mapping_plan_copy (const CwMappingPlan *self);
void cw_mapping_plan_free (CwMappingPlan *self);
CwMappingColumn *cw_mapping_plan_get_column (const CwMappingPlan *self, guint index);
int cw_mapping_plan_find (const CwMappingPlan *self, CwMappingRole role);
gboolean cw_mapping_plan_has_side (const CwMappingPlan *self, gboolean right);

gboolean cw_mapping_role_is_label (CwMappingRole role);
const char *cw_mapping_role_to_key (CwMappingRole role);
gboolean cw_mapping_role_from_key (const char *key, CwMappingRole *role);
char *cw_mapping_role_list_keys (void);
const char *cw_mapping_role_get_name (CwMappingRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingPlan, cw_mapping_plan_free)

G_END_DECLS
