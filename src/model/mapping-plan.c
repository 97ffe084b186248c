/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mapping-plan.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>

/* Those of the columns that an export writes, where there are such. */
static const char *const role_keys[CW_N_MAPPING_ROLES] = {
  [CW_MAPPING_ROLE_IGNORE] = "ignore",
  [CW_MAPPING_ROLE_LEFT_LIST] = "left_list",
  [CW_MAPPING_ROLE_LEFT_CODE] = "left_code",
  [CW_MAPPING_ROLE_LEFT_LABEL] = "left_label",
  [CW_MAPPING_ROLE_LEFT_IRI] = "left_iri",
  [CW_MAPPING_ROLE_RIGHT_LIST] = "right_list",
  [CW_MAPPING_ROLE_RIGHT_CODE] = "right_code",
  [CW_MAPPING_ROLE_RIGHT_LABEL] = "right_label",
  [CW_MAPPING_ROLE_RIGHT_IRI] = "right_iri",
  [CW_MAPPING_ROLE_RELATION] = "relation",
  [CW_MAPPING_ROLE_CONFIDENCE] = "confidence",
  [CW_MAPPING_ROLE_STATUS] = "status",
  [CW_MAPPING_ROLE_NEGATED] = "negated",
  [CW_MAPPING_ROLE_ABSENCE] = "absence_reason",
  [CW_MAPPING_ROLE_RATIONALE] = "rationale",
  [CW_MAPPING_ROLE_NOTE_SHARED] = "note_shared",
  [CW_MAPPING_ROLE_NOTE_LEFT] = "note_left",
  [CW_MAPPING_ROLE_NOTE_RIGHT] = "note_right",
  [CW_MAPPING_ROLE_CITATION] = "evidence_citation",
  [CW_MAPPING_ROLE_URL] = "evidence_url",
  [CW_MAPPING_ROLE_QUOTATION] = "evidence_quotation",
  [CW_MAPPING_ROLE_AUTHOR] = "author",
  [CW_MAPPING_ROLE_ORCID] = "author_orcid",
  [CW_MAPPING_ROLE_CREATED] = "created",
  [CW_MAPPING_ROLE_MODIFIED] = "modified",
  [CW_MAPPING_ROLE_REVIEWER] = "reviewer",
  [CW_MAPPING_ROLE_REVIEWED] = "reviewed",
  [CW_MAPPING_ROLE_SENTENCE] = "sentence",
};

/* Translators: what a column of somebody's table of correspondences holds. Left and right are the two
 * lists that are compared. */
static const char *const role_names[CW_N_MAPPING_ROLES] = {
  [CW_MAPPING_ROLE_IGNORE] = NC_ ("column of a table", "Not used"),
  [CW_MAPPING_ROLE_LEFT_LIST] = NC_ ("column of a table", "Left list"),
  [CW_MAPPING_ROLE_LEFT_CODE] = NC_ ("column of a table", "Left code"),
  [CW_MAPPING_ROLE_LEFT_LABEL] = NC_ ("column of a table", "Left label"),
  [CW_MAPPING_ROLE_LEFT_IRI] = NC_ ("column of a table", "Left IRI"),
  [CW_MAPPING_ROLE_RIGHT_LIST] = NC_ ("column of a table", "Right list"),
  [CW_MAPPING_ROLE_RIGHT_CODE] = NC_ ("column of a table", "Right code"),
  [CW_MAPPING_ROLE_RIGHT_LABEL] = NC_ ("column of a table", "Right label"),
  [CW_MAPPING_ROLE_RIGHT_IRI] = NC_ ("column of a table", "Right IRI"),
  [CW_MAPPING_ROLE_RELATION] = NC_ ("column of a table", "Relation"),
  [CW_MAPPING_ROLE_CONFIDENCE] = NC_ ("column of a table", "Confidence"),
  [CW_MAPPING_ROLE_STATUS] = NC_ ("column of a table", "Status"),
  [CW_MAPPING_ROLE_NEGATED] = NC_ ("column of a table", "Whether negated"),
  [CW_MAPPING_ROLE_ABSENCE] = NC_ ("column of a table", "Reason for no counterpart"),
  [CW_MAPPING_ROLE_RATIONALE] = NC_ ("column of a table", "Rationale"),
  [CW_MAPPING_ROLE_NOTE_SHARED] = NC_ ("column of a table", "Shared by both"),
  [CW_MAPPING_ROLE_NOTE_LEFT] = NC_ ("column of a table", "Only on the left"),
  [CW_MAPPING_ROLE_NOTE_RIGHT] = NC_ ("column of a table", "Only on the right"),
  [CW_MAPPING_ROLE_CITATION] = NC_ ("column of a table", "Evidence: citation"),
  [CW_MAPPING_ROLE_URL] = NC_ ("column of a table", "Evidence: address"),
  [CW_MAPPING_ROLE_QUOTATION] = NC_ ("column of a table", "Evidence: quotation"),
  [CW_MAPPING_ROLE_AUTHOR] = NC_ ("column of a table", "Author"),
  [CW_MAPPING_ROLE_ORCID] = NC_ ("column of a table", "Author’s ORCID iD"),
  [CW_MAPPING_ROLE_CREATED] = NC_ ("column of a table", "Created"),
  [CW_MAPPING_ROLE_MODIFIED] = NC_ ("column of a table", "Modified"),
  [CW_MAPPING_ROLE_REVIEWER] = NC_ ("column of a table", "Reviewer"),
  [CW_MAPPING_ROLE_REVIEWED] = NC_ ("column of a table", "Reviewed"),
  [CW_MAPPING_ROLE_SENTENCE] = NC_ ("column of a table", "In words"),
};

/**
 * cw_mapping_plan_new:
 * @n_columns: how many columns the table has
 *
 * Returns: (transfer full): a plan that uses none of them
 */
CwMappingPlan *
cw_mapping_plan_new (guint n_columns)
{
  CwMappingPlan *self = g_new0 (CwMappingPlan, 1);

  self->has_header = TRUE;
  self->columns = g_array_new (FALSE, TRUE, sizeof (CwMappingColumn));
  g_array_set_size (self->columns, n_columns);
  self->left_list = g_strdup ("");
  self->right_list = g_strdup ("");

  return self;
}

/**
 * cw_mapping_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): a copy
 */
CwMappingPlan *
cw_mapping_plan_copy (const CwMappingPlan *self)
{
  CwMappingPlan *copy = g_memdup2 (self, sizeof *self);

  copy->columns = g_array_copy (self->columns);
  copy->left_list = g_strdup (self->left_list);
  copy->right_list = g_strdup (self->right_list);

  return copy;
}

/**
 * cw_mapping_plan_free:
 * @self: (nullable): a plan
 */
void
cw_mapping_plan_free (CwMappingPlan *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_free (self->left_list);
  g_free (self->right_list);
  g_free (self);
}

/**
 * cw_mapping_plan_get_column:
 * @self: a plan
 * @index: less than the number of columns
 *
 * Returns: (transfer none): what that column holds
 */
CwMappingColumn *
cw_mapping_plan_get_column (const CwMappingPlan *self, guint index)
{
  return &g_array_index (self->columns, CwMappingColumn, index);
}

/**
 * cw_mapping_plan_find:
 * @self: a plan
 * @role: what a column holds
 *
 * Returns: the first such column, -1 where there is none
 */
int
cw_mapping_plan_find (const CwMappingPlan *self, CwMappingRole role)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (cw_mapping_plan_get_column (self, i)->role == role)
        return (int) i;
    }

  return -1;
}

/**
 * cw_mapping_plan_has_side:
 * @self: a plan
 * @right: which side
 *
 * Returns: whether a column tells which item stands on that side: by code, label or IRI
 */
gboolean
cw_mapping_plan_has_side (const CwMappingPlan *self, gboolean right)
{
  CwMappingRole first = right ? CW_MAPPING_ROLE_RIGHT_CODE : CW_MAPPING_ROLE_LEFT_CODE;
  CwMappingRole last = right ? CW_MAPPING_ROLE_RIGHT_IRI : CW_MAPPING_ROLE_LEFT_IRI;

  for (CwMappingRole role = first; role <= last; role++)
    {
      if (cw_mapping_plan_find (self, role) >= 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * cw_mapping_role_is_label:
 * @role: what a column holds
 *
 * Returns: whether it is a label, which has a language, and of which there may be several
 */
gboolean
cw_mapping_role_is_label (CwMappingRole role)
{
  return role == CW_MAPPING_ROLE_LEFT_LABEL || role == CW_MAPPING_ROLE_RIGHT_LABEL;
}

/**
 * cw_mapping_role_get_name:
 * @role: what a column holds
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_mapping_role_get_name (CwMappingRole role)
{
  g_return_val_if_fail (role < CW_N_MAPPING_ROLES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column of a table", role_names[role]);
}

/**
 * cw_mapping_role_to_key:
 * @role: a role
 *
 * Returns: (transfer none): its key, such as "left_code"; never translated
 */
const char *
cw_mapping_role_to_key (CwMappingRole role)
{
  g_return_val_if_fail (role < CW_N_MAPPING_ROLES, NULL);

  return role_keys[role];
}

/**
 * cw_mapping_role_from_key:
 * @key: (nullable): a key such as "left_code"
 * @role: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_mapping_role_from_key (const char *key, CwMappingRole *role)
{
  guint index;

  if (!cw_key_lookup (role_keys, G_N_ELEMENTS (role_keys), key, &index))
    return FALSE;

  *role = index;

  return TRUE;
}

/**
 * cw_mapping_role_list_keys:
 *
 * Returns: (transfer full): all keys, with commas, to tell a person
 */
char *
cw_mapping_role_list_keys (void)
{
  return cw_key_join (role_keys, G_N_ELEMENTS (role_keys));
}
