/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/mapping-model.h"

/* How many rows are read at once around one that is looked at. */
#define PAGE 128

/* How many pages stay read after nobody looks at them any more. */
#define N_KEPT_PAGES 8

struct _CwMappingModel
{
  GObject parent_instance;

  CwDocument *document;
  CwMappingFilter *filter;
  CwMappingSort sort;
  gboolean descending;
  char **languages;

  GArray *ids;               /* gint64, in order */
  GArray *previous_ids;      /* while a change is told; else NULL */
  GHashTable *rows;          /* gint64 id → CwMappingRow; rows that somebody holds */
  GHashTable *pages;         /* number of a page → Load by which it is being read */
  GHashTable *loads;         /* every Load that is under way */
  GQueue kept;               /* GPtrArray of CwMappingRow; the pages read last, newest first */
  GCancellable *cancellable; /* of the search that is under way */
  gboolean started;          /* nothing is kept up to date before it was asked for once */
  guint n_loads;
};

#define NO_PAGE G_MAXUINT

/* Rows that are being read. */
typedef struct
{
  CwMappingModel *model;
  GArray *ids;
  guint page; /* NO_PAGE where they are read again */
  gboolean stale;
} Load;

enum
{
  SEARCH_BEGUN,
  SEARCHED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void search (CwMappingModel *self);
static void say_changed (CwMappingModel *self);
static void load_rows (CwMappingModel *self, GArray *ids, guint page);

static GType
cw_mapping_model_get_item_type (GListModel *model)
{
  return CW_TYPE_MAPPING_ROW;
}

static guint
cw_mapping_model_get_n_items (GListModel *model)
{
  return CW_MAPPING_MODEL (model)->ids->len;
}

typedef struct
{
  GHashTable *rows;
  gint64 id;
} Forget;

static void
on_row_finalized (gpointer data, GObject *where_the_object_was)
{
  Forget *forget = data;

  if (g_hash_table_lookup (forget->rows, &forget->id) == where_the_object_was)
    g_hash_table_remove (forget->rows, &forget->id);
  g_hash_table_unref (forget->rows);
  g_free (forget);
}

static CwMappingRow *
make_row (CwMappingModel *self, gint64 id)
{
  CwMappingRow *row = cw_mapping_row_new (id);
  Forget *forget = g_new0 (Forget, 1);

  forget->rows = g_hash_table_ref (self->rows);
  forget->id = id;
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
  g_object_weak_ref (G_OBJECT (row), on_row_finalized, forget);

  return row;
}

static gpointer
cw_mapping_model_get_item (GListModel *model, guint position)
{
  CwMappingModel *self = CW_MAPPING_MODEL (model);
  CwMappingRow *row;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;

  id = g_array_index (self->ids, gint64, position);
  row = g_hash_table_lookup (self->rows, &id);

  return row != NULL ? g_object_ref (row) : make_row (self, id);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cw_mapping_model_get_item_type;
  iface->get_n_items = cw_mapping_model_get_n_items;
  iface->get_item = cw_mapping_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwMappingModel,
                               cw_mapping_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cw_mapping_model_dispose (GObject *object)
{
  CwMappingModel *self = CW_MAPPING_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (cw_mapping_model_parent_class)->dispose (object);
}

static void
cw_mapping_model_finalize (GObject *object)
{
  CwMappingModel *self = CW_MAPPING_MODEL (object);

  cw_mapping_filter_free (self->filter);
  g_strfreev (self->languages);
  g_array_unref (self->ids);
  g_queue_clear_full (&self->kept, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->pages);
  g_hash_table_unref (self->loads);

  G_OBJECT_CLASS (cw_mapping_model_parent_class)->finalize (object);
}

static void
cw_mapping_model_class_init (CwMappingModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_mapping_model_dispose;
  object_class->finalize = cw_mapping_model_finalize;

  /**
   * CwMappingModel::search-begun:
   * @self: the model
   *
   * The mappings are looked for; what was asked about those before is out of date.
   */
  signals[SEARCH_BEGUN] = g_signal_new ("search-begun", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwMappingModel::searched:
   * @self: the model
   *
   * The ids for the filter and the order are there.
   */
  signals[SEARCHED] = g_signal_new ("searched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwMappingModel::failed:
   * @self: the model
   * @message: what went wrong, for the person
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cw_mapping_model_init (CwMappingModel *self)
{
  self->filter = cw_mapping_filter_new ();
  self->languages = g_new0 (char *, 1);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->pages = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->loads = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_queue_init (&self->kept);
}

/* Puts the rows that changed and show something into @again. */
static void
forget_content (CwMappingModel *self, GArray *ids, GArray *again)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      CwMappingRow *row = g_hash_table_lookup (self->rows, &id);

      if (row == NULL || cw_mapping_row_get_mapping (row) == NULL)
        continue;
      g_array_append_val (again, id);
      cw_mapping_row_set_mapping (row, NULL);
    }
}

/* What is being read may be read from before the change. */
static void
drop_loads (CwMappingModel *self, GArray *again)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_remove_all (self->pages);
  g_hash_table_iter_init (&iter, self->loads);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Load *load = key;

      if (!load->stale)
        g_array_append_vals (again, load->ids->data, load->ids->len);
      load->stale = TRUE;
    }
}

/* What changed and was looked at is read again; where it stands may have changed too. */
static void
on_mappings_changed (CwDocument *document, GArray *ids, CwMappingModel *self)
{
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!self->started)
    return;

  forget_content (self, ids, again);
  drop_loads (self, again);
  if (again->len > 0)
    load_rows (self, again, NO_PAGE);
  search (self);
}

/* The same mappings may have other labels and stand elsewhere. */
static void
on_lists_changed (CwDocument *document, CwMappingModel *self)
{
  if (!self->started)
    return;

  say_changed (self);
  search (self);
}

/**
 * cw_mapping_model_new:
 * @document: a document
 *
 * Returns: (transfer full): a model of all its mappings, empty until a filter, an order or
 *   languages were set and the mappings found
 */
CwMappingModel *
cw_mapping_model_new (CwDocument *document)
{
  CwMappingModel *self = g_object_new (CW_TYPE_MAPPING_MODEL, NULL);

  self->document = g_object_ref (document);
  g_signal_connect (document, "mappings-changed", G_CALLBACK (on_mappings_changed), self);
  g_signal_connect (document, "lists-changed", G_CALLBACK (on_lists_changed), self);

  return self;
}

static gint64
id_at (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* Emits the smallest change between two arrays: what agrees at the two ends stays untouched. */
static void
replace_ids (CwMappingModel *self, GArray *now)
{
  g_autoptr (GArray) old = self->ids;
  guint start = 0;
  guint end = 0;

  while (start < old->len && start < now->len && id_at (old, start) == id_at (now, start))
    start++;
  while (end < old->len - start && end < now->len - start &&
         id_at (old, old->len - 1 - end) == id_at (now, now->len - 1 - end))
    end++;

  self->ids = now;
  if (old->len - start - end > 0 || now->len - start - end > 0)
    {
      g_hash_table_remove_all (self->pages);
      self->previous_ids = old;
      g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                  now->len - start - end);
      self->previous_ids = NULL;
    }
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwMappingModel) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *ids = cw_document_search_finish (CW_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (ids == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  replace_ids (self, ids);
  g_signal_emit (self, signals[SEARCHED], 0);
}

/* A late answer to an earlier question is dropped. */
static void
search (CwMappingModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->started = TRUE;
  g_signal_emit (self, signals[SEARCH_BEGUN], 0);
  cw_document_search_async (self->document, self->filter, self->sort, self->descending,
                            (const char *const *) self->languages, self->cancellable, on_searched,
                            g_object_ref (self));
}

/* The same mappings have other labels. */
static void
say_changed (CwMappingModel *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (rows, g_object_ref (value));
  for (guint i = 0; i < rows->len; i++)
    {
      CwMappingRow *row = g_ptr_array_index (rows, i);

      if (cw_mapping_row_get_mapping (row) != NULL)
        cw_mapping_row_set_mapping (row, cw_mapping_row_get_mapping (row));
    }
}

/**
 * cw_mapping_model_set_languages:
 * @self: a model
 * @languages: (array zero-terminated=1): label languages, by which labels are sorted
 */
void
cw_mapping_model_set_languages (CwMappingModel *self, const char *const *languages)
{
  g_auto (GStrv) old = NULL;

  if (self->started && g_strv_equal ((const char *const *) self->languages, languages))
    return;

  old = g_steal_pointer (&self->languages);
  self->languages = g_strdupv ((char **) languages);
  say_changed (self);
  search (self);
}

/**
 * cw_mapping_model_set_filter:
 * @self: a model
 * @filter: which mappings; copied
 */
void
cw_mapping_model_set_filter (CwMappingModel *self, const CwMappingFilter *filter)
{
  CwMappingFilter *copy = cw_mapping_filter_copy (filter);

  cw_mapping_filter_free (self->filter);
  self->filter = copy;
  search (self);
}

/**
 * cw_mapping_model_get_filter:
 * @self: a model
 *
 * Returns: (transfer none): which mappings it shows
 */
const CwMappingFilter *
cw_mapping_model_get_filter (CwMappingModel *self)
{
  return self->filter;
}

/**
 * cw_mapping_model_set_sort:
 * @self: a model
 * @sort: by what
 * @descending: whether turned round
 */
void
cw_mapping_model_set_sort (CwMappingModel *self, CwMappingSort sort, gboolean descending)
{
  if (self->sort == sort && self->descending == descending)
    return;

  self->sort = sort;
  self->descending = descending;
  search (self);
}

/**
 * cw_mapping_model_get_id:
 * @self: a model
 * @position: a position
 *
 * Returns: the mapping there, without making a row
 */
gint64
cw_mapping_model_get_id (CwMappingModel *self, guint position)
{
  g_return_val_if_fail (position < self->ids->len, 0);

  return id_at (self->ids, position);
}

/**
 * cw_mapping_model_get_previous_id:
 * @self: a model that says "items-changed"
 * @position: a position as it was before
 *
 * Returns: the mapping that stood there
 */
gint64
cw_mapping_model_get_previous_id (CwMappingModel *self, guint position)
{
  g_return_val_if_fail (self->previous_ids != NULL && position < self->previous_ids->len, 0);

  return id_at (self->previous_ids, position);
}

/**
 * cw_mapping_model_find:
 * @self: a model
 * @id: a mapping
 *
 * Returns: its position, %G_MAXUINT where it does not show
 */
guint
cw_mapping_model_find (CwMappingModel *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (id_at (self->ids, i) == id)
        return i;
    }

  return G_MAXUINT;
}

/**
 * cw_mapping_model_is_searching:
 * @self: a model
 *
 * Returns: whether a search is under way
 */
gboolean
cw_mapping_model_is_searching (CwMappingModel *self)
{
  return self->cancellable != NULL;
}

static void
load_free (Load *load)
{
  g_hash_table_remove (load->model->loads, load);
  if (load->page != NO_PAGE &&
      g_hash_table_lookup (load->model->pages, GUINT_TO_POINTER (load->page)) == load)
    g_hash_table_remove (load->model->pages, GUINT_TO_POINTER (load->page));
  g_array_unref (load->ids);
  g_object_unref (load->model);
  g_free (load);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  g_autoptr (CwMappingModel) self = g_object_ref (load->model);
  gboolean stale = load->stale;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings =
    cw_document_load_mappings_finish (CW_DOCUMENT (source), result, &error);

  load_free (load);
  if (mappings == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  for (guint i = 0; !stale && i < mappings->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (mappings, i);
      CwMappingRow *row = g_hash_table_lookup (self->rows, &mapping->id);

      if (row != NULL && cw_mapping_row_get_mapping (row) == NULL)
        cw_mapping_row_set_mapping (row, mapping);
    }
}

static void
load_rows (CwMappingModel *self, GArray *ids, guint page)
{
  Load *load = g_new0 (Load, 1);

  load->model = g_object_ref (self);
  load->ids = g_array_ref (ids);
  load->page = page;
  g_hash_table_add (self->loads, load);
  if (page != NO_PAGE)
    g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), load);
  self->n_loads++;
  cw_document_load_mappings_async (self->document, (const gint64 *) (void *) ids->data, ids->len,
                                   on_loaded, load);
}

/* Holds the rows of a page for a while, so that going a little up and down reads nothing. */
static void
keep_rows (CwMappingModel *self, guint first, guint n_rows)
{
  GPtrArray *rows = g_ptr_array_new_full (n_rows, g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, cw_mapping_model_get_item (G_LIST_MODEL (self), first + i));
  g_queue_push_head (&self->kept, rows);
  if (self->kept.length > N_KEPT_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->kept));
}

/**
 * cw_mapping_model_want:
 * @self: a model
 * @position: a row that is looked at
 *
 * Has the row and its neighbours read, unless its content is there or under way. The rows say
 * "changed" when their content is there.
 */
void
cw_mapping_model_want (CwMappingModel *self, guint position)
{
  guint page = position / PAGE;
  guint first = page * PAGE;
  guint n_rows;
  CwMappingRow *row;
  g_autoptr (GArray) ids = NULL;

  if (position >= self->ids->len || g_hash_table_contains (self->pages, GUINT_TO_POINTER (page)))
    return;

  row = g_hash_table_lookup (self->rows, &g_array_index (self->ids, gint64, position));
  if (row != NULL && cw_mapping_row_get_mapping (row) != NULL)
    return;

  n_rows = MIN (PAGE, self->ids->len - first);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_rows);
  g_array_append_vals (ids, &g_array_index (self->ids, gint64, first), n_rows);
  keep_rows (self, first, n_rows);
  load_rows (self, ids, page);
}

/**
 * cw_mapping_model_get_n_loads:
 * @self: a model
 *
 * Returns: how many pages were read so far, for tests that count
 */
guint
cw_mapping_model_get_n_loads (CwMappingModel *self)
{
  return self->n_loads;
}
