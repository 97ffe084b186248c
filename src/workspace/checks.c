/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/checks-private.h"

#include "store/checked-links.h"
#include "store/finding-mark-table.h"
#include "workspace/document-private.h"
#include "workspace/starter.h"
#include "workspace/wait.h"

static void
report_clear (gpointer data)
{
  CwCheckReport *self = data;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->not_compared);
}

/**
 * cw_check_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): @self
 */
CwCheckReport *
cw_check_report_ref (CwCheckReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * cw_check_report_unref:
 * @self: (transfer full): a report
 */
void
cw_check_report_unref (CwCheckReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

/**
 * cw_check_report_count_rules:
 * @self: a report
 *
 * Returns: of how many rules there are findings that are not intended
 */
guint
cw_check_report_count_rules (CwCheckReport *self)
{
  guint rules = 0;
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->mark == NULL)
        rules |= 1u << finding->rule;
    }
  for (; rules != 0; rules &= rules - 1)
    n++;

  return n;
}

/* The codes of every list that the program ships, as "list\ncode", and each list's key. */
GHashTable *
_cw_checks_read_shipped (GError **error)
{
  g_autofree char *folder = g_build_filename (cw_starter_get_data_folder (), "lists", NULL);
  g_autoptr (GPtrArray) lists = cw_starter_load_lists (folder, error);
  GHashTable *codes;

  if (lists == NULL)
    return NULL;

  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);
      const char *key = cw_list_get_key (list);

      g_hash_table_add (codes, g_strdup (key));
      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        g_hash_table_add (codes, g_strconcat (key, "\n", cw_list_get_item (list, j)->code, NULL));
    }

  return codes;
}

/* A document holds its lists, and keeps every item that is mapped. An item is gone from a list that
 * came with the program where the program ships the list today without its code. Of a list that the
 * program does not ship any more, and of the user's own, nothing can be said. */
static GHashTable *
find_gone (GPtrArray *lists, GHashTable *shipped)
{
  GHashTable *gone = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);
      const char *key = cw_list_get_key (list);

      if (!cw_list_get_card (list)->shipped || !g_hash_table_contains (shipped, key))
        continue;

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);
          g_autofree char *name = g_strconcat (key, "\n", item->code, NULL);

          if (!g_hash_table_contains (shipped, name))
            g_hash_table_add (gone, (gpointer) &item->id);
        }
    }

  return gone;
}

typedef struct
{
  GArray *links;
  GCancellable *cancellable;
} Collecting;

static gboolean
collect (const CwLink *link, gboolean supported, gpointer user_data)
{
  Collecting *collecting = user_data;
  CwCheckedLink checked = { *link, supported };

  g_array_append_val (collecting->links, checked);

  return !g_cancellable_is_cancelled (collecting->cancellable);
}

static gboolean
go_on (gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

/*
 * _cw_checks_find:
 * @connection: any connection
 * @lists: (element-type CwList): the document's lists
 * @shipped: (nullable): from _cw_checks_read_shipped()
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwFinding): what the checks find in the agreed mapping; or
 *   %NULL with an error
 */
GPtrArray *
_cw_checks_find (CwConnection *connection,
                 GPtrArray *lists,
                 GHashTable *shipped,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwCheckedLink));
  g_autoptr (GHashTable) gone = shipped != NULL ? find_gone (lists, shipped) : NULL;
  Collecting collecting = { links, cancellable };
  GPtrArray *findings;

  if (!cw_checked_links_visit (connection, collect, &collecting, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  findings = cw_checks_run (lists, links, gone, go_on, cancellable);
  if (findings == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);

  return findings;
}

/* Only the searcher's thread touches what it has read of the shipped lists. */
static CwCheckReport *
make_report (CwDocument *self,
             CwConnection *connection,
             GPtrArray *lists,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (CwCheckReport) report = g_atomic_rc_box_new0 (CwCheckReport);
  g_autoptr (GError) local_error = NULL;

  if (self->shipped_codes == NULL)
    self->shipped_codes = _cw_checks_read_shipped (&local_error);
  if (self->shipped_codes == NULL)
    report->not_compared = g_strdup (local_error->message);
  report->findings = _cw_checks_find (connection, lists, self->shipped_codes, cancellable, error);

  return report->findings != NULL ? g_steal_pointer (&report) : NULL;
}

static CwCheckReport *
run_checks (CwDocument *self,
            CwConnection *connection,
            GPtrArray *lists,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) marks = cw_finding_mark_table_load (connection, error);
  g_autoptr (CwCheckReport) report = NULL;

  if (marks == NULL)
    return NULL;
  report = make_report (self, connection, lists, cancellable, error);
  if (report == NULL)
    return NULL;

  cw_findings_take_marks (report->findings, marks);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->mark == NULL)
        report->n_open++;
    }

  return g_steal_pointer (&report);
}

static void
check_job (GTask *task, CwConnection *connection)
{
  GError *error = NULL;
  CwCheckReport *report =
    run_checks (g_task_get_source_object (task), connection, g_task_get_task_data (task),
                g_task_get_cancellable (task), &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) cw_check_report_unref);
  else
    g_task_return_error (task, error);
}

static GPtrArray *
copy_lists (GPtrArray *lists)
{
  GPtrArray *copy = g_ptr_array_new_full (lists->len, g_object_unref);

  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (lists, i)));

  return copy;
}

/**
 * cw_document_run_checks_async:
 * @self: a document
 * @cancellable: (nullable): to give up
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Looks through the agreed mapping for what cannot be, or should not be left.
 */
void
cw_document_run_checks_async (CwDocument *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_run_checks_async);
  g_task_set_task_data (task, copy_lists (cw_document_get_lists (self)),
                        (GDestroyNotify) g_ptr_array_unref);
  _cw_document_push_to_searcher (self, task, check_job);
}

/**
 * cw_document_run_checks_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the report, or %NULL with an error
 */
CwCheckReport *
cw_document_run_checks_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_run_checks:
 * @self: a document
 * @error: return location
 *
 * Like cw_document_run_checks_async(), but waits.
 *
 * Returns: (transfer full): the report, or %NULL with an error
 */
CwCheckReport *
cw_document_run_checks (CwDocument *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_run_checks_async (self, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_run_checks_finish (self, result, error);
}
