/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/edit-private.h"

#include "store/mapping-bulk.h"

/* Edits of many mappings as one step. */

static CwEdit *
bulk_new (CwEditFunc func, CwStepKind kind, GArray *mapping_ids)
{
  CwEdit *self = _cw_edit_new (func, cw_step_new (kind, NULL, NULL, mapping_ids->len));

  self->ids = g_array_copy (mapping_ids);

  return self;
}

/* The step says how many mappings it really touched. */
static gboolean
finish (CwEdit *self, guint n_changed, gboolean *changed)
{
  self->step->n_rows = n_changed;
  *changed = n_changed > 0;

  return TRUE;
}

static gboolean
run_patch (CwEdit *self,
           CwConnection *connection,
           const CwJournalStamp *stamp,
           gboolean *changed,
           GError **error)
{
  guint n_changed = 0;

  return cw_mapping_bulk_patch (connection, self->ids, self->values, self->fields, stamp->author,
                                stamp->time, &n_changed, &self->n_unreviewed, error) &&
         finish (self, n_changed, changed);
}

/**
 * cw_edit_new_bulk_patch:
 * @kind: what the step is called
 * @mapping_ids: (element-type gint64): mappings
 * @values: where the new values come from
 * @fields: which of relation, status, confidence and author to take
 *
 * Sets the same value in many mappings. Absences keep that they are absences.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_bulk_patch (CwStepKind kind,
                        GArray *mapping_ids,
                        const CwMapping *values,
                        CwMappingFields fields)
{
  CwEdit *self = bulk_new (run_patch, kind, mapping_ids);

  self->values = cw_mapping_copy (values);
  self->fields = fields;

  return self;
}

static gboolean
run_swap (CwEdit *self,
          CwConnection *connection,
          const CwJournalStamp *stamp,
          gboolean *changed,
          GError **error)
{
  guint n_changed = 0;

  return cw_mapping_bulk_swap (connection, self->ids, stamp->time, &n_changed, error) &&
         finish (self, n_changed, changed);
}

/**
 * cw_edit_new_bulk_swap:
 * @mapping_ids: (element-type gint64): mappings
 *
 * Turns mappings round: each says the same, read from its other end.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_bulk_swap (GArray *mapping_ids)
{
  return bulk_new (run_swap, CW_STEP_SWAP, mapping_ids);
}

static gboolean
run_duplicate (CwEdit *self,
               CwConnection *connection,
               const CwJournalStamp *stamp,
               gboolean *changed,
               GError **error)
{
  guint n_changed = 0;

  return cw_mapping_bulk_duplicate (connection, self->ids, stamp->author, stamp->orcid, stamp->time,
                                    &n_changed, error) &&
         finish (self, n_changed, changed);
}

/**
 * cw_edit_new_bulk_duplicate:
 * @mapping_ids: (element-type gint64): mappings
 *
 * Makes a draft with the same content of each mapping.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_bulk_duplicate (GArray *mapping_ids)
{
  return bulk_new (run_duplicate, CW_STEP_DUPLICATE, mapping_ids);
}

static gboolean
run_delete (CwEdit *self,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  guint n_changed = 0;

  return cw_mapping_bulk_delete (connection, self->ids, &n_changed, error) &&
         finish (self, n_changed, changed);
}

/**
 * cw_edit_new_bulk_delete:
 * @mapping_ids: (element-type gint64): mappings; those that are gone already are passed over
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_bulk_delete (GArray *mapping_ids)
{
  return bulk_new (run_delete, CW_STEP_DELETE, mapping_ids);
}
