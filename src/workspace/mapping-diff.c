/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/mapping-diff.h"

#include "workspace/concordance-reader.h"
#include "workspace/mapping-import-private.h"

typedef struct
{
  GHashTable *met; /* ids of mappings that the other knows in some form */
  GPtrArray *removed;
} Walk;

static gboolean
visit (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  if (!g_hash_table_contains (walk->met, &row->mapping->id))
    g_ptr_array_add (walk->removed, cw_mapping_copy (row->mapping));

  return TRUE;
}

static void
sort_row (CwMappingDiff *self, CwImportRow *row, GHashTable *met)
{
  switch (row->state)
    {
    case CW_IMPORT_NEW:
      g_ptr_array_add (self->added, row);
      break;
    case CW_IMPORT_CHANGED:
    case CW_IMPORT_CONFLICTING:
      g_ptr_array_add (self->changed, row);
      break;
    case CW_IMPORT_UNKNOWN:
      g_ptr_array_add (self->unclear, row);
      break;
    case CW_IMPORT_SAME:
    case CW_IMPORT_REPEATED:
    default:
      break;
    }

  if (row->mine != 0)
    g_hash_table_add (met, &row->mine);
}

/**
 * cw_mapping_diff_new:
 * @import: an import that was compared
 * @error: return location
 *
 * Returns: (transfer full): how it differs from its document, or %NULL with an error
 */
CwMappingDiff *
cw_mapping_diff_new (CwMappingImport *import, GError **error)
{
  g_autoptr (CwMappingDiff) self = g_new0 (CwMappingDiff, 1);
  g_autoptr (GHashTable) met = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *lists = cw_document_get_lists (import->document);
  Walk walk = { met, NULL };

  self->added = g_ptr_array_new ();
  self->changed = g_ptr_array_new ();
  self->unclear = g_ptr_array_new ();
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  walk.removed = self->removed;

  for (guint i = 0; i < import->rows->len; i++)
    sort_row (self, g_ptr_array_index (import->rows, i), met);
  if (!cw_document_visit_rows (import->document, import->coding_id, lists, lists, FALSE, visit,
                               &walk, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cw_mapping_diff_free:
 * @self: (nullable): a difference
 */
void
cw_mapping_diff_free (CwMappingDiff *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->unclear);
  g_ptr_array_unref (self->removed);
  g_free (self);
}
