/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-order.h"

#include "store/mapping-row.h"

/* All mappings in an order that does not hang on their rows, so that two documents of the same
 * content are read alike. Only what is short is sorted in the database, so that a million mappings
 * do not stand in memory with all their texts; mappings of the same items at the same time are few,
 * and are sorted here. */

#define ORDER_SQL                                                                   \
  "SELECT m.id FROM mapping AS m JOIN item AS s ON s.id = m.subject_id "            \
  "JOIN list AS sl ON sl.id = s.list_id LEFT JOIN item AS o ON o.id = m.object_id " \
  "JOIN list AS ol ON ol.id = coalesce (o.list_id, m.object_list_id) "              \
  "ORDER BY m.coding_id, sl.key, s.position, ol.key, o.position, m.created"

static GArray *
read_order (CwConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CwStatement) statement = cw_statement_new (connection, ORDER_SQL, error);

  if (statement == NULL || !cw_statement_collect_ids (statement, ids, error))
    return NULL;

  return g_steal_pointer (&ids);
}

typedef struct
{
  CwStatement *statement;
  GPtrArray *alike; /* CwMapping, of the same items at the same time */
  CwMappingTaker taker;
  gpointer user_data;
} Visit;

static int
compare_mappings (gconstpointer a, gconstpointer b)
{
  return cw_mapping_compare (*(const CwMapping *const *) a, *(const CwMapping *const *) b);
}

static gboolean
flush (Visit *self, GError **error)
{
  g_ptr_array_sort (self->alike, compare_mappings);
  for (guint i = 0; i < self->alike->len; i++)
    {
      if (!self->taker (g_ptr_array_index (self->alike, i), self->user_data, error))
        return FALSE;
    }
  g_ptr_array_set_size (self->alike, 0);

  return TRUE;
}

static gboolean
is_alike (const CwMapping *a, const CwMapping *b)
{
  return a->coding_id == b->coding_id && a->subject_id == b->subject_id &&
         a->object_id == b->object_id && a->object_list_id == b->object_list_id &&
         g_str_equal (a->created, b->created);
}

static gboolean
visit_one (Visit *self, gint64 id, GError **error)
{
  g_autoptr (CwMapping) mapping = NULL;

  cw_statement_bind (self->statement, "i", id);
  if (!cw_statement_step (self->statement, error))
    return FALSE;

  mapping = _cw_mapping_row_read (self->statement);
  /* A broken value fails here. */
  if (!cw_statement_run (self->statement, error))
    return FALSE;

  if (self->alike->len > 0 && !is_alike (g_ptr_array_index (self->alike, 0), mapping) &&
      !flush (self, error))
    return FALSE;
  g_ptr_array_add (self->alike, g_steal_pointer (&mapping));

  return TRUE;
}

/**
 * cw_mapping_order_visit:
 * @connection: any connection, within a transaction
 * @taker: (scope call): called for each mapping
 * @user_data: for @taker
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads all mappings, first the agreed ones and then those of each coding, in the order in which the
 * codings were made; by the subject's list and its place there, by that of the object, and then by
 * cw_mapping_compare().
 *
 * Returns: %FALSE with a #CwStoreError, %G_IO_ERROR_CANCELLED, or the taker's error
 */
gboolean
cw_mapping_order_visit (CwConnection *connection,
                        CwMappingTaker taker,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) alike = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autoptr (GArray) ids = read_order (connection, error);
  g_autoptr (CwStatement) statement = NULL;
  Visit visit = { NULL, alike, taker, user_data };

  if (ids == NULL)
    return FALSE;
  statement =
    cw_statement_new (connection, "SELECT id, " CW_MAPPING_COLUMNS " FROM mapping WHERE id = ?1",
                      error);
  if (statement == NULL)
    return FALSE;

  visit.statement = statement;
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !visit_one (&visit, g_array_index (ids, gint64, i), error))
        return FALSE;
    }

  return flush (&visit, error);
}
