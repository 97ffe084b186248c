/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/search.h"

#include "store/mapping-search.h"
#include "workspace/document-private.h"
#include "workspace/wait.h"

/* Searching has a thread and a connection of its own, so that a long search does not keep the rows
 * waiting that are on the screen. */

typedef struct
{
  CwMappingFilter *filter;
  CwMappingSort sort;
  gboolean descending;
  char **languages;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  cw_mapping_filter_free (search->filter);
  g_strfreev (search->languages);
  g_free (search);
}

static gboolean
ensure_searcher (CwDocument *self, GError **error)
{
  CwConnection *connection;

  /* After closing, the push to a searcher that is not there tells so. */
  if (self->searcher != NULL || self->reader == NULL)
    return TRUE;

  connection = _cw_document_open_connection (self, error);
  if (connection == NULL)
    return FALSE;

  self->searcher = cw_worker_new (connection, "searcher");
  cw_worker_set_lists (self->searcher, self->lists);

  return TRUE;
}

/* Only the searcher's thread touches what it was prepared for. */
static gboolean
prepare (CwDocument *self, CwConnection *connection, char **languages, GError **error)
{
  const char *const *wanted = (const char *const *) languages;
  CwListSet *lists = cw_worker_get_job_lists ();

  if (self->searched_languages != NULL && self->searched_lists == lists &&
      g_strv_equal ((const char *const *) self->searched_languages, wanted))
    return TRUE;

  g_clear_pointer (&self->searched_languages, g_strfreev);
  g_clear_pointer (&self->searched_lists, cw_list_set_unref);
  if (!cw_mapping_search_prepare (connection, lists->lists, wanted, error))
    return FALSE;

  self->searched_languages = g_strdupv (languages);
  self->searched_lists = cw_list_set_ref (lists);

  return TRUE;
}

static void
interrupt (GCancellable *cancellable, CwConnection *connection)
{
  cw_connection_interrupt (connection);
}

/* Whoever types on does not wait for the answer to what stood there before. */
static gulong
make_interruptible (GTask *task, CwConnection *connection)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  return cancellable != NULL
           ? g_cancellable_connect (cancellable, G_CALLBACK (interrupt), connection, NULL)
           : 0;
}

static void
search_job (GTask *task, CwConnection *connection)
{
  CwDocument *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  GArray *ids = NULL;
  gulong handler = 0;

  if (prepare (self, connection, search->languages, &error))
    {
      handler = make_interruptible (task, connection);
      ids = cw_mapping_search_find (connection, cw_document_get_lists (self), search->filter,
                                    search->sort, search->descending, &error);
      g_cancellable_disconnect (g_task_get_cancellable (task), handler);
    }
  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
count_job (GTask *task, CwConnection *connection)
{
  CwDocument *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  GArray *counts = NULL;
  gulong handler = 0;

  if (prepare (self, connection, search->languages, &error))
    {
      handler = make_interruptible (task, connection);
      counts =
        cw_mapping_search_count (connection, cw_document_get_lists (self), search->filter, &error);
      g_cancellable_disconnect (g_task_get_cancellable (task), handler);
    }
  if (counts != NULL)
    g_task_return_pointer (task, counts, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/* Takes @task over. */
void
_cw_document_push_to_searcher (CwDocument *self, GTask *task, CwWorkerJob job)
{
  GError *error = NULL;

  if (!ensure_searcher (self, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  cw_worker_push (self->searcher, task, job);
}

static void
push_search (CwDocument *self, GTask *task, Search *search, CwWorkerJob job)
{
  g_task_set_task_data (task, search, search_free);
  _cw_document_push_to_searcher (self, task, job);
}

static Search *
search_new (const CwMappingFilter *filter,
            CwMappingSort sort,
            gboolean descending,
            const char *const *languages)
{
  Search *search = g_new0 (Search, 1);

  search->filter = cw_mapping_filter_copy (filter);
  search->sort = sort;
  search->descending = descending;
  search->languages = g_strdupv ((char **) languages);

  return search;
}

/**
 * cw_document_search_async:
 * @self: a document
 * @filter: which mappings
 * @sort: in which order
 * @descending: whether that order is turned round
 * @languages: (array zero-terminated=1): label languages, by which labels are sorted
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
cw_document_search_async (CwDocument *self,
                          const CwMappingFilter *filter,
                          CwMappingSort sort,
                          gboolean descending,
                          const char *const *languages,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_search_async);
  push_search (self, task, search_new (filter, sort, descending, languages), search_job);
}

/**
 * cw_document_search_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the ids of the mappings, in order; or %NULL with
 *   an error
 */
GArray *
cw_document_search_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_search:
 * @self: a document
 * @filter: which mappings
 * @sort: in which order
 * @descending: whether that order is turned round
 * @languages: (array zero-terminated=1): label languages, by which labels are sorted
 * @error: return location
 *
 * Like cw_document_search_async(), but waits.
 *
 * Returns: (transfer full) (element-type gint64): the ids, or %NULL with an error
 */
GArray *
cw_document_search (CwDocument *self,
                    const CwMappingFilter *filter,
                    CwMappingSort sort,
                    gboolean descending,
                    const char *const *languages,
                    GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_search_async (self, filter, sort, descending, languages, NULL, cw_wait_callback,
                            &wait);
  result = cw_wait_end (&wait);

  return cw_document_search_finish (self, result, error);
}

/**
 * cw_document_count_facets_async:
 * @self: a document
 * @filter: which mappings
 * @languages: (array zero-terminated=1): label languages
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Counts the values of every facet among the mappings that pass all other facets.
 */
void
cw_document_count_facets_async (CwDocument *self,
                                const CwMappingFilter *filter,
                                const char *const *languages,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_count_facets_async);
  push_search (self, task, search_new (filter, CW_SORT_LISTS, FALSE, languages), count_job);
}

/**
 * cw_document_count_facets_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwFacetCount): the counts, or %NULL with an error
 */
GArray *
cw_document_count_facets_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_job (GTask *task, CwConnection *connection)
{
  GArray *ids = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *mappings =
    cw_mapping_search_load (connection, (const gint64 *) (void *) ids->data, ids->len, &error);

  if (mappings != NULL)
    g_task_return_pointer (task, mappings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_load_mappings_async:
 * @self: a document
 * @ids: (array length=n_ids): mappings
 * @n_ids: how many
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads a page of a table.
 */
void
cw_document_load_mappings_async (CwDocument *self,
                                 const gint64 *ids,
                                 guint n_ids,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);

  g_array_append_vals (copy, ids, n_ids);
  g_task_set_source_tag (task, cw_document_load_mappings_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  cw_worker_push (self->reader, task, load_job);
}

/**
 * cw_document_load_mappings_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwMapping): those of the mappings that are there, in any
 *   order; or %NULL with an error
 */
GPtrArray *
cw_document_load_mappings_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
