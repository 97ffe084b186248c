/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/mapping-import-private.h"

#include "model/key.h"
#include "workspace/blind.h"
#include "workspace/document-private.h"
#include "workspace/wait.h"

static const char *const states[CW_N_IMPORT_STATES] = {
  [CW_IMPORT_NEW] = "new",           [CW_IMPORT_SAME] = "same",
  [CW_IMPORT_CHANGED] = "changed",   [CW_IMPORT_CONFLICTING] = "conflicting",
  [CW_IMPORT_REPEATED] = "repeated", [CW_IMPORT_UNKNOWN] = "unknown",
};

static const char *const choices[CW_N_IMPORT_CHOICES] = {
  [CW_IMPORT_KEEP_MINE] = "mine",
  [CW_IMPORT_TAKE_THEIRS] = "theirs",
  [CW_IMPORT_KEEP_BOTH] = "both",
};

/**
 * cw_import_state_to_key:
 * @state: a state
 *
 * Returns: (transfer none): its key, such as "changed"; never translated
 */
const char *
cw_import_state_to_key (CwImportState state)
{
  g_return_val_if_fail (state < CW_N_IMPORT_STATES, NULL);

  return states[state];
}

/**
 * cw_import_choice_to_key:
 * @choice: a choice
 *
 * Returns: (transfer none): its key, such as "theirs"
 */
const char *
cw_import_choice_to_key (CwImportChoice choice)
{
  g_return_val_if_fail (choice < CW_N_IMPORT_CHOICES, NULL);

  return choices[choice];
}

/**
 * cw_import_choice_from_key:
 * @key: (nullable): a key such as "theirs"
 * @choice: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_import_choice_from_key (const char *key, CwImportChoice *choice)
{
  guint index;

  if (!cw_key_lookup (choices, G_N_ELEMENTS (choices), key, &index))
    return FALSE;

  *choice = index;

  return TRUE;
}

static void
row_free (gpointer data)
{
  CwImportRow *row = data;

  cw_mapping_record_free (row->record);
  g_free (row);
}

static gboolean
take_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  CwMappingImport *self = user_data;
  CwImportRow *row = g_new0 (CwImportRow, 1);

  row->record = record;
  g_ptr_array_add (self->rows, row);

  return TRUE;
}

static void
take_problem (CwProblem *problem, gpointer user_data)
{
  CwMappingImport *self = user_data;

  g_ptr_array_add (self->problems, problem);
}

static GPtrArray *
copy_lists (GPtrArray *lists)
{
  GPtrArray *copy = g_ptr_array_copy (lists, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  g_ptr_array_set_free_func (copy, g_object_unref);

  return copy;
}

/**
 * cw_mapping_import_new:
 * @document: the document
 * @file: name of the file, for messages and for lists that are made of it
 * @coding_id: the coding that it goes into, 0 for the agreed mapping
 * @left: (element-type CwList): the lists on the left, where the file does not say; may be empty
 * @right: (element-type CwList): the lists on the right, likewise
 * @make_items: whether items that no list has are made
 *
 * Returns: (transfer full): an import with no rows yet
 */
CwMappingImport *
cw_mapping_import_new (CwDocument *document,
                       const char *file,
                       gint64 coding_id,
                       GPtrArray *left,
                       GPtrArray *right,
                       gboolean make_items)
{
  CwMappingImport *self = g_atomic_rc_box_new0 (CwMappingImport);

  self->document = g_object_ref (document);
  self->file = g_strdup (file);
  self->coding_id = coding_id;
  self->left = copy_lists (left);
  self->right = copy_lists (right);
  self->make_items = make_items;
  self->sink = (CwRecordSink){ take_record, take_problem, self };
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_problem_free);

  return self;
}

/**
 * cw_mapping_import_ref:
 * @self: an import
 *
 * Returns: (transfer full): @self
 */
CwMappingImport *
cw_mapping_import_ref (CwMappingImport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
import_clear (gpointer data)
{
  CwMappingImport *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  cw_import_items_free (self->items);
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->right);
  g_free (self->file);
  g_object_unref (self->document);
}

/**
 * cw_mapping_import_unref:
 * @self: (transfer full): an import
 */
void
cw_mapping_import_unref (CwMappingImport *self)
{
  g_atomic_rc_box_release_full (self, import_clear);
}

/**
 * cw_mapping_import_get_sink:
 * @self: an import
 *
 * Returns: (transfer none): where a reader puts what it finds
 */
const CwRecordSink *
cw_mapping_import_get_sink (CwMappingImport *self)
{
  return &self->sink;
}

static void
compare_job (GTask *task, CwConnection *connection)
{
  CwMappingImport *self = g_task_get_task_data (task);
  GError *error = NULL;

  _cw_mapping_import_find_items (self, cw_worker_get_job_lists ());
  if (_cw_mapping_import_find_states (self, connection, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cw_mapping_import_compare_async:
 * @self: an import with all its rows
 * @cancellable: (nullable): to drop the answer
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds the items that the rows mean, and how they stand to what the document says. Nothing is
 * changed. Fails with %G_IO_ERROR_PERMISSION_DENIED where the document's author must not see it, see
 * cw_blind_may_show(). Until then nothing of @self may be used.
 */
void
cw_mapping_import_compare_async (CwMappingImport *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self->document, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, cw_mapping_import_compare_async);
  g_task_set_task_data (task, cw_mapping_import_ref (self),
                        (GDestroyNotify) cw_mapping_import_unref);
  if (!cw_blind_check_show (self->document->codings, self->document->author, self->coding_id,
                            &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  cw_worker_push (self->document->reader, task, compare_job);
}

/**
 * cw_mapping_import_compare_finish:
 * @self: an import
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_mapping_import_compare_finish (CwMappingImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self->document), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cw_mapping_import_compare:
 * @self: an import with all its rows
 * @error: return location
 *
 * Like cw_mapping_import_compare_async(), but waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_mapping_import_compare (CwMappingImport *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_mapping_import_compare_async (self, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_mapping_import_compare_finish (self, result, error);
}

/**
 * cw_mapping_import_get_n_rows:
 * @self: an import
 *
 * Returns: how many rows it has
 */
guint
cw_mapping_import_get_n_rows (CwMappingImport *self)
{
  return self->rows->len;
}

/**
 * cw_mapping_import_get_row:
 * @self: an import
 * @index: from 0, in the order of the file
 *
 * Returns: (transfer none): a row
 */
const CwImportRow *
cw_mapping_import_get_row (CwMappingImport *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, index);
}

/**
 * cw_mapping_import_get_problems:
 * @self: an import
 *
 * Returns: (transfer none) (element-type CwProblem): what is to be said of the file
 */
GPtrArray *
cw_mapping_import_get_problems (CwMappingImport *self)
{
  return self->problems;
}

/**
 * cw_mapping_import_get_items:
 * @self: an import that was compared
 *
 * Returns: (transfer none): the items that it makes
 */
CwImportItems *
cw_mapping_import_get_items (CwMappingImport *self)
{
  return self->items;
}

/**
 * cw_mapping_import_count:
 * @self: an import that was compared
 * @state: a state
 *
 * Returns: how many rows are in it
 */
guint
cw_mapping_import_count (CwMappingImport *self, CwImportState state)
{
  return self->counts[state];
}

static gboolean
is_choosable (const CwImportRow *row)
{
  return row->state == CW_IMPORT_CHANGED || row->state == CW_IMPORT_CONFLICTING;
}

gboolean
_cw_import_row_is_wanted (const CwImportRow *row)
{
  if (row->left_out)
    return FALSE;

  return row->state == CW_IMPORT_NEW || (is_choosable (row) && row->choice != CW_IMPORT_KEEP_MINE);
}

/**
 * cw_mapping_import_count_wanted:
 * @self: an import that was compared
 *
 * Returns: how many rows will change the document
 */
guint
cw_mapping_import_count_wanted (CwMappingImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (_cw_import_row_is_wanted (g_ptr_array_index (self->rows, i)))
        n++;
    }

  return n;
}

/* What only rows that stay out would need is not made. */
void
_cw_mapping_import_want_items (CwMappingImport *self)
{
  cw_import_items_want_none (self->items);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwImportRow *row = g_ptr_array_index (self->rows, i);

      if (!_cw_import_row_is_wanted (row))
        continue;
      cw_import_items_want_item (self->items, row->left.new_item);
      cw_import_items_want_item (self->items, row->right.new_item);
      cw_import_items_want_list (self->items, row->left.new_list);
      cw_import_items_want_list (self->items, row->right.new_list);
    }
}

static void
count_row (const CwImportRow *row, CwImportOutcome *outcome)
{
  if (row->state == CW_IMPORT_SAME)
    outcome->same++;
  else if (!_cw_import_row_is_wanted (row))
    outcome->out++;
  else if (row->state == CW_IMPORT_NEW)
    outcome->added++;
  else if (row->choice == CW_IMPORT_TAKE_THEIRS)
    outcome->changed++;
  else
    outcome->disputed++;
}

/**
 * cw_mapping_import_count_outcome:
 * @self: an import that was compared
 * @outcome: (out caller-allocates): what will come of its rows
 */
void
cw_mapping_import_count_outcome (CwMappingImport *self, CwImportOutcome *outcome)
{
  *outcome = (CwImportOutcome){ 0 };
  for (guint i = 0; i < self->rows->len; i++)
    count_row (g_ptr_array_index (self->rows, i), outcome);
  _cw_mapping_import_want_items (self);
  outcome->items = cw_import_items_count_wanted (self->items);
}

/**
 * cw_mapping_import_choose:
 * @self: an import that was compared
 * @index: a row that is changed or conflicting; others stay as they are
 * @choice: what becomes of it
 */
void
cw_mapping_import_choose (CwMappingImport *self, guint index, CwImportChoice choice)
{
  CwImportRow *row = g_ptr_array_index (self->rows, index);

  if (is_choosable (row))
    row->choice = choice;
}

/**
 * cw_mapping_import_choose_all:
 * @self: an import that was compared
 * @choice: what becomes of every row that is changed or conflicting
 */
void
cw_mapping_import_choose_all (CwMappingImport *self, CwImportChoice choice)
{
  for (guint i = 0; i < self->rows->len; i++)
    cw_mapping_import_choose (self, i, choice);
}

/**
 * cw_mapping_import_leave_out:
 * @self: an import
 * @index: a row
 * @left_out: whether it stays out
 */
void
cw_mapping_import_leave_out (CwMappingImport *self, guint index, gboolean left_out)
{
  CwImportRow *row = g_ptr_array_index (self->rows, index);

  row->left_out = left_out;
}

/**
 * cw_mapping_import_copy_choices:
 * @self: an import that was compared
 * @from: the same file, as it was read and compared before
 *
 * What was chosen for a row holds on, where the row still stands to the document as it did.
 */
void
cw_mapping_import_copy_choices (CwMappingImport *self, CwMappingImport *from)
{
  for (guint i = 0; i < MIN (self->rows->len, from->rows->len); i++)
    {
      CwImportRow *row = g_ptr_array_index (self->rows, i);
      const CwImportRow *before = g_ptr_array_index (from->rows, i);

      if (row->state != before->state || row->record->line != before->record->line ||
          row->mine != before->mine)
        continue;
      row->choice = before->choice;
      row->left_out = before->left_out;
    }
}
