/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/edit-private.h"

#include "store/coding-table.h"
#include "store/mapping-table.h"
#include "store/settlement-table.h"

#include <glib/gi18n-lib.h>

/* Edits of codings, and of what is settled between them. */

static gboolean
check_name (CwConnection *connection, const char *name, gint64 own_id, GError **error)
{
  g_autoptr (GPtrArray) codings = NULL;
  CwCoding *other;

  if (*name == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A coding needs a name"));
      return FALSE;
    }

  codings = cw_coding_table_load (connection, error);
  if (codings == NULL)
    return FALSE;

  other = cw_coding_find_by_name (codings, name);
  if (other == NULL || other->id == own_id)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               /* Translators: %s is the name of a coding */
               _ ("There is a coding “%s” already"), other->name);

  return FALSE;
}

static gboolean
run_new (CwEdit *self,
         CwConnection *connection,
         const CwJournalStamp *stamp,
         gboolean *changed,
         GError **error)
{
  g_autoptr (CwCoding) coding = cw_coding_new (self->text, stamp->author);

  if (!check_name (connection, self->text, 0, error))
    return FALSE;

  g_free (coding->created);
  coding->created = g_strdup (stamp->time);
  *changed = TRUE;

  return cw_coding_table_insert (connection, coding, error);
}

static CwEdit *
coding_new (CwEditFunc func, CwStepKind kind, gint64 coding_id, const char *name)
{
  CwEdit *self = _cw_edit_new (func, cw_step_new (kind, NULL, NULL, 0));

  self->left_id = coding_id;
  self->text = g_strstrip (g_strdup (name != NULL ? name : ""));

  return self;
}

/**
 * cw_edit_new_coding:
 * @name: what it is called
 *
 * Begins a coding, with nothing in it, whose coder is the author of the edit. Fails with
 * %G_IO_ERROR_EXISTS where there is one of that name.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_coding (const char *name)
{
  return coding_new (run_new, CW_STEP_CODING, 0, name);
}

static gboolean
run_name (CwEdit *self,
          CwConnection *connection,
          const CwJournalStamp *stamp,
          gboolean *changed,
          GError **error)
{
  g_autoptr (CwCoding) coding = cw_coding_table_get (connection, self->left_id, error);

  if (coding == NULL || !check_name (connection, self->text, self->left_id, error))
    return FALSE;
  if (g_str_equal (coding->name, self->text))
    return TRUE;

  g_free (coding->name);
  coding->name = g_strdup (self->text);
  *changed = TRUE;

  return cw_coding_table_update (connection, coding, error);
}

/**
 * cw_edit_new_coding_name:
 * @coding_id: a coding
 * @name: what it is called from now on
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_coding_name (gint64 coding_id, const char *name)
{
  return coding_new (run_name, CW_STEP_CODING_NAME, coding_id, name);
}

static gboolean
run_done (CwEdit *self,
          CwConnection *connection,
          const CwJournalStamp *stamp,
          gboolean *changed,
          GError **error)
{
  g_autoptr (CwCoding) coding = cw_coding_table_get (connection, self->left_id, error);
  gboolean done = self->step->kind == CW_STEP_CODING_DONE;

  if (coding == NULL)
    return FALSE;
  if (!g_str_equal (coding->coder, stamp->author))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   /* Translators: the first %s is the coder of a coding, the second its name */
                   _ ("Only %s can say whether “%s” is done"), coding->coder, coding->name);
      return FALSE;
    }
  if (coding->done == done)
    return TRUE;

  coding->done = done;
  *changed = TRUE;

  return cw_coding_table_update (connection, coding, error);
}

/**
 * cw_edit_new_coding_done:
 * @coding_id: a coding
 * @done: whether it is done
 *
 * Says that a coding is done, so that others may see it and its coder may see others, or takes it up
 * again. Only the coder can.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_coding_done (gint64 coding_id, gboolean done)
{
  return coding_new (run_done, done ? CW_STEP_CODING_DONE : CW_STEP_CODING_REOPEN, coding_id, NULL);
}

static gboolean
run_delete (CwEdit *self,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  *changed = TRUE;

  return cw_coding_table_count_mappings (connection, self->left_id, &self->step->n_rows, error) &&
         cw_coding_table_delete (connection, self->left_id, error);
}

/**
 * cw_edit_new_coding_delete:
 * @coding_id: a coding
 *
 * Deletes a coding with its judgements. What was settled, and the agreed mapping, stay.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_coding_delete (gint64 coding_id)
{
  return coding_new (run_delete, CW_STEP_CODING_DELETE, coding_id, NULL);
}

/* What the agreed mapping says of the pair, as far as it joins or forbids to. */
static GArray *
find_agreed (CwEdit *self, CwConnection *connection, GError **error)
{
  GArray *links = cw_mapping_table_find_links_of (connection, 0, self->left_id, error);

  for (guint i = links != NULL ? links->len : 0; i > 0; i--)
    {
      const CwLink *link = &g_array_index (links, CwLink, i - 1);
      gboolean pair = (link->subject_id == self->left_id && link->object_id == self->right_id) ||
                      (link->object_id == self->left_id && link->subject_id == self->right_id);

      if (!pair || link->negated)
        g_array_remove_index (links, i - 1);
    }

  return links;
}

/* One that was rejected stays, for the record. */
static gboolean
settle_unlinked (CwConnection *connection, GArray *links, GError **error)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwLink, i);

      if (cw_link_joins (link) && !cw_mapping_table_delete (connection, link->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle_linked (CwEdit *self,
               CwConnection *connection,
               GArray *links,
               const CwJournalStamp *stamp,
               GError **error)
{
  CwMappingFields fields = CW_MAPPING_RELATION | CW_MAPPING_CONFIDENCE | CW_MAPPING_RATIONALE;
  g_autoptr (CwMapping) wanted = cw_mapping_copy (self->values);
  g_autoptr (CwMapping) mapping = NULL;
  gboolean changed = FALSE;

  if (links->len == 0)
    return _cw_edit_insert_mapping (self, connection, wanted, stamp, error) &&
           _cw_edit_delete_absences (self, connection, error);

  mapping = cw_mapping_table_get (connection, g_array_index (links, CwLink, 0).id, error);
  if (mapping == NULL)
    return FALSE;
  if (mapping->subject_id != self->left_id)
    cw_mapping_invert (wanted);
  if (mapping->status == CW_STATUS_REJECTED)
    fields |= CW_MAPPING_STATUS;

  return _cw_edit_patch_mapping (self, connection, mapping, wanted, fields, stamp, &changed,
                                 error) &&
         _cw_edit_delete_absences (self, connection, error);
}

static gboolean
run_settle (CwEdit *self,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  g_autoptr (CwSettlement) settlement =
    cw_settlement_new (self->left_id, self->right_id, self->text);
  g_autoptr (GArray) links = NULL;

  if (*self->text == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("Settling needs a reason"));
      return FALSE;
    }

  links = find_agreed (self, connection, error);
  if (links == NULL)
    return FALSE;

  g_free (settlement->author);
  settlement->author = g_strdup (stamp->author);
  g_free (settlement->made);
  settlement->made = g_strdup (stamp->time);
  *changed = TRUE;

  return (self->values != NULL ? settle_linked (self, connection, links, stamp, error)
                               : settle_unlinked (connection, links, error)) &&
         cw_settlement_table_put (connection, settlement, error);
}

/**
 * cw_edit_new_settle:
 * @left: an item
 * @right: the other item
 * @agreed: (nullable): how they relate, read from @left, with confidence and rationale; %NULL where
 *   they are not linked
 * @reason: why it is settled so; not empty
 *
 * Settles a disagreement between codings: the agreed mapping says what was agreed on, and the reason
 * is kept.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_settle (const CwItem *left,
                    const CwItem *right,
                    const CwMapping *agreed,
                    const char *reason)
{
  CwEdit *self =
    _cw_edit_new (run_settle, cw_step_new (CW_STEP_SETTLE, left->code, right->code, 1));

  self->left_id = left->id;
  self->left_list_id = cw_list_get_id (left->list);
  self->right_id = right->id;
  self->right_list_id = cw_list_get_id (right->list);
  self->text = g_strstrip (g_strdup (reason));
  if (agreed == NULL)
    return self;

  self->values = cw_mapping_new (left->id, agreed->relation, right->id);
  self->values->confidence = agreed->confidence;
  cw_mapping_set_text (&self->values->rationale, agreed->rationale);

  return self;
}
