/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/mapping-import-private.h"

#include "store/mapping-table.h"
#include "workspace/edit-private.h"

/* An import, done. */

/* Mappings that wait to be inserted, so that not all of them stand in memory twice. */
#define BATCH 16384

typedef struct
{
  CwEdit *edit;
  CwMappingImport *import;
  CwConnection *connection;
  const CwJournalStamp *stamp;
  GPtrArray *added; /* CwMapping, to be inserted */
  GHashTable *met;  /* ids of mappings that the file says, too, or that took its words */
  GHashTable *gone; /* ids of mappings that went for it */
  guint n_rows;
} Run;

static void
set_if_empty (char **field, const char *text)
{
  if (**field == '\0' && text != NULL)
    cw_mapping_set_text (field, text);
}

/* What the file does not say is said by whoever imports it, now. */
static void
add_mapping (Run *self, CwMapping *mapping)
{
  if (*mapping->author == '\0')
    {
      set_if_empty (&mapping->author, self->stamp->author);
      set_if_empty (&mapping->author_orcid, self->stamp->orcid);
    }
  set_if_empty (&mapping->created, self->stamp->time);
  set_if_empty (&mapping->modified, mapping->created);
  g_ptr_array_add (self->added, mapping);
}

/* Puts what the file says in the place of a mapping that is there. */
static gboolean
replace (Run *self, CwMapping *mine, const CwMapping *wanted, guint fields, GError **error)
{
  g_autoptr (CwMapping) theirs = cw_mapping_copy (wanted);
  CwStatus before = mine->status;

  if (theirs->subject_id != mine->subject_id)
    cw_mapping_invert (theirs);
  _cw_import_take_fields (mine, theirs, fields | CW_MAPPING_RELATION | CW_MAPPING_NEGATED);
  cw_mapping_set_text (&mine->modified, self->stamp->time);
  cw_mapping_stamp_review (mine, before, self->stamp->author, self->stamp->time);
  _cw_import_take_stamps (mine, theirs, fields);

  return cw_mapping_table_update (self->connection, mine, error);
}

/* Where the file says that there is no counterpart, and the document that there is one, or the other
 * way round, one has to go for the other; but nothing that one row of a file says goes for another. */
static gboolean
take_theirs (Run *self, const CwImportRow *row, CwMapping *mine, CwMapping *theirs, GError **error)
{
  gboolean is_met = !g_hash_table_add (self->met, (gpointer) &row->mine);

  if (row->state == CW_IMPORT_CHANGED || (!is_met && _cw_import_is_same_pair (mine, theirs)))
    return replace (self, mine, theirs, row->record->fields, error);

  add_mapping (self, cw_mapping_ref (theirs));

  if (is_met)
    return TRUE;
  g_hash_table_add (self->gone, (gpointer) &row->mine);

  return cw_mapping_table_delete (self->connection, mine->id, error);
}

static gboolean
keep_both (Run *self, CwMapping *mine, CwMapping *theirs, GError **error)
{
  CwStatus before = mine->status;

  theirs->status = CW_STATUS_DISPUTED;
  cw_mapping_stamp_review (theirs, CW_STATUS_DRAFT, self->stamp->author, self->stamp->time);
  add_mapping (self, cw_mapping_ref (theirs));
  if (before == CW_STATUS_DISPUTED)
    return TRUE;

  mine->status = CW_STATUS_DISPUTED;
  cw_mapping_set_text (&mine->modified, self->stamp->time);
  cw_mapping_stamp_review (mine, before, self->stamp->author, self->stamp->time);

  return cw_mapping_table_update (self->connection, mine, error);
}

static gboolean
settle_row (Run *self, const CwImportRow *row, CwMapping *theirs, GError **error)
{
  g_autoptr (CwMapping) mine = NULL;

  /* Another row of the file took its place: there is nothing left to contradict. */
  if (g_hash_table_contains (self->gone, &row->mine))
    {
      add_mapping (self, cw_mapping_ref (theirs));
      return TRUE;
    }

  mine = cw_mapping_table_get (self->connection, row->mine, error);
  if (mine == NULL)
    return FALSE;

  return row->choice == CW_IMPORT_TAKE_THEIRS ? take_theirs (self, row, mine, theirs, error)
                                              : keep_both (self, mine, theirs, error);
}

static gint64
find_item_id (CwImportItems *items, const CwImportEnd *end)
{
  return end->new_item != CW_IMPORT_NOTHING ? cw_import_items_get_item_id (items, end->new_item)
                                            : end->item_id;
}

static gint64
find_list_id (CwImportItems *items, const CwImportEnd *end)
{
  return end->new_list != CW_IMPORT_NOTHING ? cw_import_items_get_list_id (items, end->new_list)
                                            : end->list_id;
}

static CwMapping *
make_mapping (Run *self, const CwImportRow *row)
{
  CwImportRow known = *row;

  known.left.item_id = find_item_id (self->import->items, &row->left);
  known.right.item_id = find_item_id (self->import->items, &row->right);
  known.left.list_id = find_list_id (self->import->items, &row->left);
  known.right.list_id = find_list_id (self->import->items, &row->right);

  return _cw_import_row_make_mapping (self->import, &known);
}

static gboolean
run_row (Run *self, const CwImportRow *row, GError **error)
{
  g_autoptr (CwMapping) theirs = NULL;

  if (!_cw_import_row_is_wanted (row))
    return TRUE;

  theirs = make_mapping (self, row);
  self->n_rows++;
  if (row->state != CW_IMPORT_NEW)
    return settle_row (self, row, theirs, error);

  add_mapping (self, g_steal_pointer (&theirs));

  return TRUE;
}

static void
meet_same (Run *self)
{
  for (guint i = 0; i < self->import->rows->len; i++)
    {
      const CwImportRow *row = g_ptr_array_index (self->import->rows, i);

      if (row->state == CW_IMPORT_SAME || row->state == CW_IMPORT_CHANGED)
        g_hash_table_add (self->met, (gpointer) &row->mine);
    }
}

static gboolean
insert_added (Run *self, GError **error)
{
  gboolean inserted = cw_mapping_table_insert_all (self->connection, self->added, error);

  g_ptr_array_set_size (self->added, 0);

  return inserted;
}

static gboolean
run_import (CwEdit *edit,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  CwMappingImport *import = edit->data;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autoptr (GHashTable) met = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  Run run = { edit, import, connection, stamp, added, met, gone, 0 };

  if (cw_mapping_import_count_wanted (import) == 0)
    return TRUE;
  _cw_mapping_import_want_items (import);
  if (!cw_import_items_store (import->items, connection, error))
    return FALSE;
  meet_same (&run);
  for (guint i = 0; i < import->rows->len; i++)
    {
      if (!run_row (&run, g_ptr_array_index (import->rows, i), error) ||
          (added->len >= BATCH && !insert_added (&run, error)))
        return FALSE;
    }

  edit->step->n_rows = run.n_rows;
  *changed = run.n_rows > 0;

  return insert_added (&run, error);
}

/**
 * cw_edit_new_import:
 * @import: an import that was compared; kept until the edit is done, and not to be changed until
 *   then
 *
 * Takes the rows of a file into the document, as one step: those that are new, and of those that
 * are changed or conflicting what was chosen. A mapping that the file gives no author has whoever
 * imports it; times, authors and reviews that it gives stay as they are.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_import (CwMappingImport *import)
{
  CwEdit *self = _cw_edit_new (run_import, cw_step_new (CW_STEP_IMPORT, NULL, NULL, 0));

  self->coding_id = import->coding_id;
  self->data = cw_mapping_import_ref (import);
  self->free_data = (GDestroyNotify) cw_mapping_import_unref;

  return self;
}
