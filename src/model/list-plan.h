/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/label.h"

G_BEGIN_DECLS

/**
 * CwListRole:
 *
 * What a column of a table holds that becomes a list.
 */
typedef enum
{
  CW_ROLE_IGNORE,
  CW_ROLE_CODE,
  CW_ROLE_LABEL,
  CW_ROLE_ALTERNATIVE,
  CW_ROLE_PARENT,
  CW_ROLE_LEVEL,
  CW_ROLE_NOTE,
  CW_ROLE_CHECKED,
  CW_ROLE_GROUP,
  CW_ROLE_IRI,
  CW_ROLE_ENTERPRISES,
  CW_ROLE_SHARE,
  CW_ROLE_SHARE_OF,
  CW_ROLE_UNIT,
} CwListRole;

#define CW_N_LIST_ROLES 14

/**
 * CwListLevels:
 * @CW_LEVELS_FLAT: all items stand on one level
 * @CW_LEVELS_BY_CODE: 1.1 stands under 1
 * @CW_LEVELS_BY_PARENT: a column holds the code of the item above
 * @CW_LEVELS_BY_NUMBER: a column holds the level, from 1
 * @CW_LEVELS_BY_INDENT: a label begins with spaces, or stands in one of several columns
 *
 * How a table tells which item stands under which.
 */
typedef enum
{
  CW_LEVELS_FLAT,
  CW_LEVELS_BY_CODE,
  CW_LEVELS_BY_PARENT,
  CW_LEVELS_BY_NUMBER,
  CW_LEVELS_BY_INDENT,
} CwListLevels;

#define CW_N_LIST_LEVELS 5

/**
 * CwListColumn:
 * @role: what it holds
 * @language: (nullable): of a label, interned
 * @origin: of a label: whose words
 */
typedef struct
{
  CwListRole role;
  const char *language;
  CwLabelOrigin origin;
} CwListColumn;

/**
 * CwListPlan:
 * @has_header: whether the first row names the columns
 * @levels: how levels are told
 * @columns: (element-type CwListColumn): what each column holds
 *
 * How a table is to be read.
 */
typedef struct
{
  gboolean has_header;
  CwListLevels levels;
  GArray *columns;
} CwListPlan;

CwListPlan *cw_list_plan_new (guint n_columns);
CwListPlan *cw_list_plan_copy (const CwListPlan *self);
void cw_list_plan_free (CwListPlan *self);
CwListColumn *cw_list_plan_get_column (const CwListPlan *self, guint index);
int cw_list_plan_find (const CwListPlan *self, CwListRole role);

const char *cw_list_role_get_name (CwListRole role);
const char *cw_list_levels_get_name (CwListLevels levels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListPlan, cw_list_plan_free)

G_END_DECLS
