/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/document-private.h"

#include "store/coding-table.h"
#include "store/journal-others.h"
#include "store/list-table.h"
#include "workspace/wait.h"

enum
{
  MAPPINGS_CHANGED,
  CODINGS_CHANGED,
  UNREVIEWED,
  LISTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

GParamSpec *_cw_document_properties[CW_DOCUMENT_N_PROPS];

G_DEFINE_FINAL_TYPE (CwDocument, cw_document, G_TYPE_OBJECT)

static void
cw_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CwDocument *self = CW_DOCUMENT (object);

  switch (prop_id)
    {
    case CW_DOCUMENT_PROP_UNDO_STEP:
      g_value_set_boxed (value, self->undo_step);
      break;
    case CW_DOCUMENT_PROP_REDO_STEP:
      g_value_set_boxed (value, self->redo_step);
      break;
    case CW_DOCUMENT_PROP_SAVED:
      g_value_set_boolean (value, cw_document_is_saved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_document_dispose (GObject *object)
{
  cw_document_close (CW_DOCUMENT (object));

  G_OBJECT_CLASS (cw_document_parent_class)->dispose (object);
}

static void
cw_document_finalize (GObject *object)
{
  CwDocument *self = CW_DOCUMENT (object);

  g_free (self->path);
  g_free (self->author);
  g_free (self->author_orcid);
  g_strfreev (self->searched_languages);
  g_clear_pointer (&self->shipped_codes, g_hash_table_unref);
  cw_document_info_free (self->info);
  g_clear_pointer (&self->codings, g_ptr_array_unref);
  g_clear_pointer (&self->lists, cw_list_set_unref);
  g_clear_pointer (&self->searched_lists, cw_list_set_unref);
  cw_step_free (self->undo_step);
  cw_step_free (self->redo_step);

  G_OBJECT_CLASS (cw_document_parent_class)->finalize (object);
}

static void
cw_document_class_init (CwDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = cw_document_get_property;
  object_class->dispose = cw_document_dispose;
  object_class->finalize = cw_document_finalize;

  _cw_document_properties[CW_DOCUMENT_PROP_UNDO_STEP] =
    g_param_spec_boxed ("undo-step", NULL, NULL, CW_TYPE_STEP, flags);
  _cw_document_properties[CW_DOCUMENT_PROP_REDO_STEP] =
    g_param_spec_boxed ("redo-step", NULL, NULL, CW_TYPE_STEP, flags);
  _cw_document_properties[CW_DOCUMENT_PROP_SAVED] =
    g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, CW_DOCUMENT_N_PROPS, _cw_document_properties);

  /**
   * CwDocument::mappings-changed:
   * @self: the document
   * @ids: (element-type gint64): the mappings that a step touched
   */
  signals[MAPPINGS_CHANGED] =
    g_signal_new ("mappings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  /**
   * CwDocument::codings-changed:
   * @self: the document
   *
   * There are other codings than before, or something else was settled.
   */
  signals[CODINGS_CHANGED] = g_signal_new ("codings-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwDocument::unreviewed:
   * @self: the document
   * @n_mappings: how many reviewed mappings an edit sent back to proposed
   */
  signals[UNREVIEWED] = g_signal_new ("unreviewed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CwDocument::lists-changed:
   * @self: the document
   *
   * A step touched lists. Those lists and their items are new objects, with the ids they had; the
   * old ones live as long as somebody holds their list.
   */
  signals[LISTS_CHANGED] = g_signal_new ("lists-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_document_init (CwDocument *self)
{
  self->author = g_strdup ("");
  self->author_orcid = g_strdup ("");
}

void
_cw_document_set_steps (CwDocument *self, CwStep *undo, CwStep *redo)
{
  cw_step_free (self->undo_step);
  cw_step_free (self->redo_step);
  self->undo_step = undo;
  self->redo_step = redo;

  g_object_notify_by_pspec (G_OBJECT (self), _cw_document_properties[CW_DOCUMENT_PROP_UNDO_STEP]);
  g_object_notify_by_pspec (G_OBJECT (self), _cw_document_properties[CW_DOCUMENT_PROP_REDO_STEP]);
}

void
_cw_document_add_pending (CwDocument *self, int n)
{
  self->n_pending += n;
  g_object_notify_by_pspec (G_OBJECT (self), _cw_document_properties[CW_DOCUMENT_PROP_SAVED]);
}

void
_cw_document_emit_changed (CwDocument *self, GArray *mapping_ids)
{
  g_signal_emit (self, signals[MAPPINGS_CHANGED], 0, mapping_ids);
}

void
_cw_document_take_codings (CwDocument *self, GPtrArray *codings)
{
  g_ptr_array_unref (self->codings);
  self->codings = codings;
  g_signal_emit (self, signals[CODINGS_CHANGED], 0);
}

void
_cw_document_emit_unreviewed (CwDocument *self, guint n_mappings)
{
  g_signal_emit (self, signals[UNREVIEWED], 0, n_mappings);
}

char *
_cw_document_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

GArray *
_cw_document_list_ids (GPtrArray *lists)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lists->len; i++)
    {
      gint64 id = cw_list_get_id (g_ptr_array_index (lists, i));

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * cw_document_classify_error:
 * @error: what came of opening a document
 *
 * Returns: whether there is a way round
 */
CwDocumentProblem
cw_document_classify_error (const GError *error)
{
  if (g_error_matches (error, CW_STORE_ERROR, CW_STORE_ERROR_NOT_WRITABLE))
    return CW_DOCUMENT_PROBLEM_NOT_WRITABLE;
  if (g_error_matches (error, CW_STORE_ERROR, CW_STORE_ERROR_CONFLICT))
    return CW_DOCUMENT_PROBLEM_CONFLICT;

  return CW_DOCUMENT_PROBLEM_OTHER;
}

/* A job in another thread sees the lists as they stood when it was asked for. */
static CwListSet *
get_lists (CwDocument *self)
{
  CwListSet *lists = cw_worker_get_job_lists ();

  return lists != NULL ? lists : self->lists;
}

static void
tell_workers (CwDocument *self)
{
  cw_worker_set_lists (self->writer, self->lists);
  cw_worker_set_lists (self->reader, self->lists);
  cw_worker_set_lists (self->searcher, self->lists);
  cw_worker_set_lists (self->exporter, self->lists);
}

/* After a step that touched lists: @list_ids names them, @lists are those that are there now. */
void
_cw_document_take_lists (CwDocument *self, GArray *list_ids, GPtrArray *lists)
{
  g_autoptr (CwListSet) old = self->lists;

  self->lists = cw_list_set_new_changed (old, list_ids, lists);
  tell_workers (self);
  g_signal_emit (self, signals[LISTS_CHANGED], 0);
}

static gboolean
load (CwDocument *self, CwConnection *connection, GError **error)
{
  GPtrArray *lists;

  self->info = cw_document_table_load (connection, error);
  if (self->info == NULL)
    return FALSE;
  lists = cw_list_table_load (connection, error);
  if (lists == NULL)
    return FALSE;
  self->lists = cw_list_set_new (lists);
  self->codings = cw_coding_table_load (connection, error);
  if (self->codings == NULL)
    return FALSE;

  return cw_journal_get_newest (connection, &self->seen_step, error) &&
         cw_journal_peek (connection, &self->undo_step, &self->redo_step, error);
}

/* One more connection to the document that is open, for a worker. */
CwConnection *
_cw_document_open_connection (CwDocument *self, GError **error)
{
  return cw_connection_open (self->path,
                             self->read_only ? CW_CONNECTION_READ_ONLY_AGAIN : CW_CONNECTION_READER,
                             error);
}

/**
 * cw_document_open:
 * @path: a crosswalk
 * @read_only: whether to leave it as it is in any case
 * @error: return location
 *
 * Opens a document. A file that is no crosswalk, is damaged, or comes from a newer version is
 * refused and left untouched.
 *
 * Returns: (transfer full): the document, or %NULL with an error that names the file and the
 *   reason
 */
CwDocument *
cw_document_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (CwDocument) self = g_object_new (CW_TYPE_DOCUMENT, NULL);
  CwConnectionMode mode = read_only ? CW_CONNECTION_READ_ONLY : CW_CONNECTION_READ_WRITE;
  g_autoptr (CwConnection) connection = cw_connection_open (path, mode, error);
  g_autoptr (CwConnection) second = NULL;

  if (connection == NULL || !load (self, connection, error))
    return NULL;

  self->path = g_strdup (path);
  self->read_only = read_only;
  if (read_only)
    {
      self->reader = cw_worker_new (g_steal_pointer (&connection), "reader");
      tell_workers (self);
      return g_steal_pointer (&self);
    }

  if (!cw_connection_start_writing (connection, error))
    return NULL;
  second = _cw_document_open_connection (self, error);
  if (second == NULL)
    return NULL;
  self->writer = cw_worker_new (g_steal_pointer (&connection), "writer");
  self->reader = cw_worker_new (g_steal_pointer (&second), "reader");
  tell_workers (self);

  return g_steal_pointer (&self);
}

typedef struct
{
  char *path;
  gboolean read_only;
} OpenData;

static void
open_data_free (gpointer data)
{
  OpenData *open_data = data;

  g_free (open_data->path);
  g_free (open_data);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OpenData *data = task_data;
  GError *error = NULL;
  CwDocument *document = cw_document_open (data->path, data->read_only, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_open_async:
 * @path: a crosswalk
 * @read_only: whether to leave it as it is in any case
 * @cancellable: (nullable): to give up waiting
 * @callback: called when it is open or refused
 * @user_data: for @callback
 *
 * Like cw_document_open(), without blocking.
 */
void
cw_document_open_async (const char *path,
                        gboolean read_only,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  data->path = g_strdup (path);
  data->read_only = read_only;
  g_task_set_source_tag (task, cw_document_open_async);
  g_task_set_task_data (task, data, open_data_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * cw_document_open_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the document, or %NULL with an error
 */
CwDocument *
cw_document_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_watch:
 * @self: a document
 *
 * From now on what other processes write into it is told, as soon as the system says so. To be
 * called from a thread that runs a main loop.
 */
void
cw_document_watch (CwDocument *self)
{
  if (self->watch == NULL && self->writer != NULL)
    self->watch = _cw_watch_new (self);
}

/**
 * cw_document_close:
 * @self: a document
 *
 * Waits until all edits are on disk and leaves one file with nothing beside it. Afterwards the
 * document can only be let go of.
 */
void
cw_document_close (CwDocument *self)
{
  g_clear_pointer (&self->watch, _cw_watch_free);
  g_clear_pointer (&self->searcher, cw_worker_stop);
  g_clear_pointer (&self->exporter, cw_worker_stop);
  g_clear_pointer (&self->reader, cw_worker_stop);
  g_clear_pointer (&self->writer, cw_worker_stop);
}

/**
 * cw_document_get_path:
 * @self: a document
 *
 * Returns: (transfer none): its file
 */
const char *
cw_document_get_path (CwDocument *self)
{
  return self->path;
}

/**
 * cw_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): its title
 */
const char *
cw_document_get_title (CwDocument *self)
{
  return self->info->title;
}

/**
 * cw_document_get_notice:
 * @self: a document
 *
 * Returns: (transfer none): what a reader must know about its content; may be empty
 */
const char *
cw_document_get_notice (CwDocument *self)
{
  return self->info->notice;
}

/**
 * cw_document_is_read_only:
 * @self: a document
 *
 * Returns: whether it was opened read-only
 */
gboolean
cw_document_is_read_only (CwDocument *self)
{
  return self->read_only;
}

/**
 * cw_document_is_saved:
 * @self: a document
 *
 * Returns: whether every edit made so far is on disk
 */
gboolean
cw_document_is_saved (CwDocument *self)
{
  return self->n_pending == 0;
}

/**
 * cw_document_get_lists:
 * @self: a document
 *
 * Returns: (transfer none) (element-type CwList): its lists, by jurisdiction and then the newest
 *   first
 */
GPtrArray *
cw_document_get_lists (CwDocument *self)
{
  return get_lists (self)->lists;
}

/**
 * cw_document_find_list:
 * @self: a document
 * @key: a list's unique name, such as "us-cet-2024"
 *
 * Returns: (transfer none) (nullable): the list
 */
CwList *
cw_document_find_list (CwDocument *self, const char *key)
{
  GPtrArray *lists = get_lists (self)->lists;

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      if (g_str_equal (cw_list_get_key (list), key))
        return list;
    }

  return NULL;
}

/**
 * cw_document_get_list_by_id:
 * @self: a document
 * @id: a list's row
 *
 * Returns: (transfer none) (nullable): the list
 */
CwList *
cw_document_get_list_by_id (CwDocument *self, gint64 id)
{
  return cw_list_set_get_list (get_lists (self), id);
}

/**
 * cw_document_get_item:
 * @self: a document
 * @id: an item's row
 *
 * Returns: (transfer none) (nullable): the item; it lives as long as its list, which an edit may
 *   replace
 */
const CwItem *
cw_document_get_item (CwDocument *self, gint64 id)
{
  return cw_list_set_get_item (get_lists (self), id);
}

/**
 * cw_document_get_codings:
 * @self: a document
 *
 * Returns: (transfer none) (element-type CwCoding): its codings, in the order in which they were
 *   made; another array after codings-changed
 */
GPtrArray *
cw_document_get_codings (CwDocument *self)
{
  return self->codings;
}

/**
 * cw_document_set_author:
 * @self: a document
 * @author: who makes the edits from now on; may be empty
 * @orcid: (nullable): the author's ORCID iD, such as 0000-0002-1825-0097
 */
void
cw_document_set_author (CwDocument *self, const char *author, const char *orcid)
{
  g_free (self->author);
  g_free (self->author_orcid);
  self->author = g_strdup (author);
  self->author_orcid = g_strdup (orcid != NULL ? orcid : "");
}

/**
 * cw_document_get_author:
 * @self: a document
 *
 * Returns: (transfer none): who makes the edits
 */
const char *
cw_document_get_author (CwDocument *self)
{
  return self->author;
}

/**
 * cw_document_get_undo_step:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the step that undo would take back
 */
const CwStep *
cw_document_get_undo_step (CwDocument *self)
{
  return self->undo_step;
}

/**
 * cw_document_get_redo_step:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the step that redo would do again
 */
const CwStep *
cw_document_get_redo_step (CwDocument *self)
{
  return self->redo_step;
}
