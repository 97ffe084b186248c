/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/edit-private.h"

#include "store/coding-table.h"
#include "store/journal-others.h"
#include "store/mapping-table.h"
#include "workspace/blind.h"

#include <glib/gi18n-lib.h>

CwEdit *
_cw_edit_new (CwEditFunc func, CwStep *step)
{
  CwEdit *self = g_new0 (CwEdit, 1);

  self->func = func;
  self->step = step;

  return self;
}

/**
 * cw_edit_free:
 * @self: (nullable): an edit
 */
void
cw_edit_free (CwEdit *self)
{
  if (self == NULL)
    return;

  cw_step_free (self->step);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->values, cw_mapping_unref);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  g_free (self->text);
  cw_finding_mark_free (self->mark);
  cw_kept_filter_free (self->kept);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

/**
 * cw_edit_set_coding:
 * @self: an edit
 * @coding_id: a coding, or 0 for the agreed mapping, in which an edit is done unless this is called
 *
 * Does the edit among the judgements of a coding. Only its coder can do that, before it is done.
 * What is settled is settled in the agreed mapping in any case.
 */
void
cw_edit_set_coding (CwEdit *self, gint64 coding_id)
{
  if (self->step->kind != CW_STEP_SETTLE)
    self->coding_id = coding_id;
}

gboolean
_cw_edit_insert_mapping (CwEdit *self,
                         CwConnection *connection,
                         CwMapping *mapping,
                         const CwJournalStamp *stamp,
                         GError **error)
{
  mapping->coding_id = self->coding_id;
  cw_mapping_set_text (&mapping->created, stamp->time);
  cw_mapping_set_text (&mapping->modified, stamp->time);
  if (*mapping->author == '\0')
    {
      cw_mapping_set_text (&mapping->author, stamp->author);
      cw_mapping_set_text (&mapping->author_orcid, stamp->orcid);
    }

  return cw_mapping_table_insert (connection, mapping, error);
}

/* Takes the fields over and writes the mapping down; where nothing is other than it was, nothing is
 * written. */
gboolean
_cw_edit_patch_mapping (CwEdit *self,
                        CwConnection *connection,
                        CwMapping *mapping,
                        const CwMapping *values,
                        CwMappingFields fields,
                        const CwJournalStamp *stamp,
                        gboolean *changed,
                        GError **error)
{
  CwStatus before = mapping->status;

  if (!cw_mapping_patch (mapping, values, fields))
    return TRUE;

  *changed = TRUE;
  if (before == CW_STATUS_REVIEWED && mapping->status == CW_STATUS_PROPOSED &&
      !(fields & CW_MAPPING_STATUS))
    self->n_unreviewed++;
  cw_mapping_set_text (&mapping->modified, stamp->time);
  cw_mapping_stamp_review (mapping, before, stamp->author, stamp->time);

  return cw_mapping_table_update (connection, mapping, error);
}

static gboolean
delete_absence (CwEdit *self,
                CwConnection *connection,
                gint64 item_id,
                gint64 list_id,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwMapping) absence =
    cw_mapping_table_find_absence (connection, self->coding_id, item_id, list_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return absence == NULL || cw_mapping_table_delete (connection, absence->id, error);
}

/* What is linked has a counterpart after all. */
gboolean
_cw_edit_delete_absences (CwEdit *self, CwConnection *connection, GError **error)
{
  return delete_absence (self, connection, self->left_id, self->right_list_id, error) &&
         delete_absence (self, connection, self->right_id, self->left_list_id, error);
}

/* Two items are linked once: pressing another key changes how. One that was rejected is taken up
 * again, as a draft. */
static gboolean
change_link (CwEdit *self,
             CwConnection *connection,
             CwMapping *mapping,
             const CwJournalStamp *stamp,
             gboolean *changed,
             GError **error)
{
  gboolean rejected = mapping->status == CW_STATUS_REJECTED;
  CwMappingFields fields = CW_MAPPING_RELATION | (rejected ? CW_MAPPING_STATUS : 0);
  g_autoptr (CwMapping) wanted =
    cw_mapping_new (self->left_id, self->values->relation, self->right_id);

  if (mapping->subject_id != self->left_id)
    cw_mapping_invert (wanted);
  self->step->kind = rejected ? CW_STEP_LINK : CW_STEP_RELATE;

  return _cw_edit_patch_mapping (self, connection, mapping, wanted, fields, stamp, changed,
                                 error) &&
         (!rejected || _cw_edit_delete_absences (self, connection, error));
}

static gboolean
run_link (CwEdit *self,
          CwConnection *connection,
          const CwJournalStamp *stamp,
          gboolean *changed,
          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwMapping) mapping =
    cw_mapping_table_find_pair (connection, self->coding_id, self->left_id, self->right_id,
                                &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (mapping != NULL)
    return change_link (self, connection, mapping, stamp, changed, error);

  *changed = TRUE;
  mapping = cw_mapping_new (self->left_id, self->values->relation, self->right_id);

  return _cw_edit_insert_mapping (self, connection, mapping, stamp, error) &&
         _cw_edit_delete_absences (self, connection, error);
}

/**
 * cw_edit_new_link:
 * @left: an item on the left
 * @relation: how it relates to @right; not %CW_RELATION_NONE
 * @right: an item on the right
 *
 * Links two items. Where they are linked already, their relation changes, whichever way round the
 * mapping was made; an absence that says the contrary goes. A rejected mapping becomes a draft.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_link (const CwItem *left, CwRelation relation, const CwItem *right)
{
  CwEdit *self = _cw_edit_new (run_link, cw_step_new (CW_STEP_LINK, left->code, right->code, 1));

  g_return_val_if_fail (relation != CW_RELATION_NONE, self);

  self->left_id = left->id;
  self->left_list_id = cw_list_get_id (left->list);
  self->right_id = right->id;
  self->right_list_id = cw_list_get_id (right->list);
  self->values = cw_mapping_new (left->id, relation, right->id);

  return self;
}

static gboolean
record_absence (CwEdit *self,
                CwConnection *connection,
                gint64 list_id,
                const CwJournalStamp *stamp,
                guint *n_linked,
                gboolean *changed,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwMapping) absence = NULL;
  CwMappingFields fields;
  gboolean linked = FALSE;

  if (!cw_mapping_table_is_linked (connection, self->coding_id, self->left_id, list_id, &linked,
                                   error))
    return FALSE;
  if (linked)
    {
      (*n_linked)++;
      return TRUE;
    }

  absence = cw_mapping_table_find_absence (connection, self->coding_id, self->left_id, list_id,
                                           &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (absence == NULL)
    {
      absence = cw_mapping_new_absence (self->left_id, list_id, self->values->absence);
      cw_mapping_set_text (&absence->rationale, self->values->rationale);
      *changed = TRUE;
      return _cw_edit_insert_mapping (self, connection, absence, stamp, error);
    }

  /* One that was rejected is taken up again, as a draft. */
  fields = self->fields | (absence->status == CW_STATUS_REJECTED ? CW_MAPPING_STATUS : 0);

  return _cw_edit_patch_mapping (self, connection, absence, self->values, fields, stamp, changed,
                                 error);
}

static gboolean
run_absence (CwEdit *self,
             CwConnection *connection,
             const CwJournalStamp *stamp,
             gboolean *changed,
             GError **error)
{
  guint n_linked = 0;

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (!record_absence (self, connection, g_array_index (self->ids, gint64, i), stamp, &n_linked,
                           changed, error))
        return FALSE;
    }

  if (n_linked < self->ids->len)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               /* Translators: %s is the code of an item, such as 2.2 */
               _ ("%s is linked in every list opposite; delete its mappings first"),
               self->step->subject);

  return FALSE;
}

/**
 * cw_edit_new_absence:
 * @item: an item
 * @lists: (element-type CwList): the lists in which it has no counterpart; not empty
 * @reason: why
 * @rationale: (nullable): why, in words
 *
 * Records that an item has no counterpart. Lists in which it is linked are passed over; where it is
 * linked in all of them, the edit fails with %G_IO_ERROR_EXISTS.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_absence (const CwItem *item, GPtrArray *lists, CwAbsence reason, const char *rationale)
{
  const char *list_name =
    lists->len == 1 ? cw_list_get_short_title (g_ptr_array_index (lists, 0), NULL) : NULL;
  CwEdit *self =
    _cw_edit_new (run_absence, cw_step_new (CW_STEP_ABSENCE, item->code, list_name, lists->len));

  self->left_id = item->id;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < lists->len; i++)
    {
      gint64 id = cw_list_get_id (g_ptr_array_index (lists, i));

      g_array_append_val (self->ids, id);
    }
  self->values = cw_mapping_new_absence (item->id, 0, reason);
  self->fields = CW_MAPPING_ABSENCE;
  if (rationale != NULL && *rationale != '\0')
    {
      cw_mapping_set_text (&self->values->rationale, rationale);
      self->fields |= CW_MAPPING_RATIONALE;
    }

  return self;
}

static gboolean
run_patch (CwEdit *self,
           CwConnection *connection,
           const CwJournalStamp *stamp,
           gboolean *changed,
           GError **error)
{
  g_autoptr (CwMapping) mapping = cw_mapping_table_get (connection, self->left_id, error);

  return mapping != NULL && _cw_edit_patch_mapping (self, connection, mapping, self->values,
                                                    self->fields, stamp, changed, error);
}

/**
 * cw_edit_new_patch:
 * @kind: what the step is called
 * @mapping_id: the mapping to change
 * @values: where the new values come from
 * @fields: which of them to take
 * @subject: (nullable): code of the item on the left, for the step's name
 * @object: (nullable): code of the item, or name of the list, on the right
 *
 * Changes some fields of a mapping and leaves the others as they stand by then.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_patch (CwStepKind kind,
                   gint64 mapping_id,
                   const CwMapping *values,
                   CwMappingFields fields,
                   const char *subject,
                   const char *object)
{
  CwEdit *self = _cw_edit_new (run_patch, cw_step_new (kind, subject, object, 1));

  self->left_id = mapping_id;
  self->values = cw_mapping_copy (values);
  self->fields = fields;

  return self;
}

static gboolean
run_delete (CwEdit *self,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (!cw_mapping_table_delete (connection, g_array_index (self->ids, gint64, i), error))
        return FALSE;
      *changed = TRUE;
    }

  return TRUE;
}

/**
 * cw_edit_new_delete:
 * @mapping_ids: (array length=n_mappings): mappings
 * @n_mappings: how many
 * @subject: (nullable): code of the item on the left, for the name of a step about one mapping
 * @object: (nullable): code of the item, or name of the list, on the right
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_delete (const gint64 *mapping_ids,
                    guint n_mappings,
                    const char *subject,
                    const char *object)
{
  CwEdit *self =
    _cw_edit_new (run_delete, cw_step_new (CW_STEP_DELETE, subject, object, n_mappings));

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, mapping_ids, n_mappings);

  return self;
}

static gboolean
run_insert (CwEdit *self,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  for (guint i = 0; i < self->mappings->len; i++)
    {
      if (!_cw_edit_insert_mapping (self, connection, g_ptr_array_index (self->mappings, i), stamp,
                                    error))
        return FALSE;
      *changed = TRUE;
    }

  return TRUE;
}

/**
 * cw_edit_new_insert:
 * @mappings: (element-type CwMapping): mappings; copied
 *
 * Adds mappings as they are, without looking whether there are such already.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_insert (GPtrArray *mappings)
{
  CwEdit *self = _cw_edit_new (run_insert, cw_step_new (CW_STEP_LINK, NULL, NULL, mappings->len));

  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  for (guint i = 0; i < mappings->len; i++)
    g_ptr_array_add (self->mappings, cw_mapping_copy (g_ptr_array_index (mappings, i)));

  return self;
}

/* Other edits, of codings themselves or of lists, show nobody's judgements. */
static gboolean
is_about_mappings (const CwStep *step)
{
  return step->kind <= CW_STEP_DUPLICATE || step->kind == CW_STEP_SETTLE ||
         step->kind == CW_STEP_IMPORT;
}

static gboolean
check_coding (CwEdit *self, CwConnection *connection, const char *author, GError **error)
{
  g_autoptr (GPtrArray) codings = NULL;

  if (!is_about_mappings (self->step))
    return TRUE;

  codings = cw_coding_table_load (connection, error);

  return codings != NULL && cw_blind_check_edit (codings, author, self->coding_id, error);
}

/* Does the edit as one transaction and one step; an edit that changes nothing leaves no step. */
gboolean
_cw_edit_run (CwEdit *self,
              CwConnection *connection,
              const CwJournalStamp *stamp,
              GArray *mapping_ids,
              GError **error)
{
  gboolean changed = FALSE;

  if (!check_coding (self, connection, stamp->author, error))
    return FALSE;
  if (!cw_journal_begin (connection, self->step, stamp, error))
    return FALSE;

  if (!self->func (self, connection, stamp, &changed, error))
    {
      cw_journal_rollback (connection);
      return FALSE;
    }
  if (!changed)
    {
      cw_journal_rollback (connection);
      return TRUE;
    }
  if (!cw_journal_name (connection, self->step, error) ||
      (stamp->since != NULL && !cw_journal_check_conflict (connection, *stamp->since, error)))
    {
      cw_journal_rollback (connection);
      return FALSE;
    }

  return cw_journal_commit (connection, mapping_ids, error);
}
