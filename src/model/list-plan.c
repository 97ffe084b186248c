/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-plan.h"

#include <glib/gi18n-lib.h>

static const char *const role_names[CW_N_LIST_ROLES] = {
  [CW_ROLE_IGNORE] = NC_ ("column of a table", "Not used"),
  [CW_ROLE_CODE] = NC_ ("column of a table", "Code"),
  [CW_ROLE_LABEL] = NC_ ("column of a table", "Label"),
  [CW_ROLE_ALTERNATIVE] = NC_ ("column of a table", "Other labels"),
  [CW_ROLE_PARENT] = NC_ ("column of a table", "Code of the item above"),
  [CW_ROLE_LEVEL] = NC_ ("column of a table", "Level"),
  [CW_ROLE_NOTE] = NC_ ("column of a table", "Note"),
  [CW_ROLE_CHECKED] = NC_ ("column of a table", "Whether checked"),
  [CW_ROLE_GROUP] = NC_ ("column of a table", "Group"),
  [CW_ROLE_IRI] = NC_ ("column of a table", "IRI"),
  [CW_ROLE_ENTERPRISES] = NC_ ("column of a table", "Number of enterprises"),
  [CW_ROLE_SHARE] = NC_ ("column of a table", "Share in percent"),
  [CW_ROLE_SHARE_OF] = NC_ ("column of a table", "What 100 percent is"),
  [CW_ROLE_UNIT] = NC_ ("column of a table", "What is counted"),
};

static const char *const levels_names[CW_N_LIST_LEVELS] = {
  [CW_LEVELS_FLAT] = NC_ ("how levels are told", "One level"),
  [CW_LEVELS_BY_CODE] = NC_ ("how levels are told", "By code: 1.1 stands under 1"),
  [CW_LEVELS_BY_PARENT] = NC_ ("how levels are told", "By the code of the item above"),
  [CW_LEVELS_BY_NUMBER] = NC_ ("how levels are told", "By a number: 1 is the first level"),
  [CW_LEVELS_BY_INDENT] = NC_ ("how levels are told", "By indent, or a column for each level"),
};

/**
 * cw_list_plan_new:
 * @n_columns: how many columns the table has
 *
 * Returns: (transfer full): a plan that uses none of them
 */
CwListPlan *
cw_list_plan_new (guint n_columns)
{
  CwListPlan *self = g_new0 (CwListPlan, 1);

  self->has_header = TRUE;
  self->columns = g_array_new (FALSE, TRUE, sizeof (CwListColumn));
  g_array_set_size (self->columns, n_columns);

  return self;
}

/**
 * cw_list_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): a copy
 */
CwListPlan *
cw_list_plan_copy (const CwListPlan *self)
{
  CwListPlan *copy = g_new0 (CwListPlan, 1);

  copy->has_header = self->has_header;
  copy->levels = self->levels;
  copy->columns = g_array_copy (self->columns);

  return copy;
}

/**
 * cw_list_plan_free:
 * @self: (nullable): a plan
 */
void
cw_list_plan_free (CwListPlan *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_free (self);
}

/**
 * cw_list_plan_get_column:
 * @self: a plan
 * @index: less than the number of columns
 *
 * Returns: (transfer none): what that column holds
 */
CwListColumn *
cw_list_plan_get_column (const CwListPlan *self, guint index)
{
  return &g_array_index (self->columns, CwListColumn, index);
}

/**
 * cw_list_plan_find:
 * @self: a plan
 * @role: what a column holds
 *
 * Returns: the first such column, -1 where there is none
 */
int
cw_list_plan_find (const CwListPlan *self, CwListRole role)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (cw_list_plan_get_column (self, i)->role == role)
        return (int) i;
    }

  return -1;
}

/**
 * cw_list_role_get_name:
 * @role: what a column holds
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_list_role_get_name (CwListRole role)
{
  g_return_val_if_fail (role < CW_N_LIST_ROLES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column of a table", role_names[role]);
}

/**
 * cw_list_levels_get_name:
 * @levels: how levels are told
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_list_levels_get_name (CwListLevels levels)
{
  g_return_val_if_fail (levels < CW_N_LIST_LEVELS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "how levels are told", levels_names[levels]);
}
