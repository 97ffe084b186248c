/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/mapping-model.h"

/* How many rows are read at once around one that is looked at. */
#define PAGE 128

struct _CwMappingModel
{
  GObject parent_instance;

  CwDocument *document;
  CwMappingFilter *filter;
  CwMappingSort sort;
  gboolean descending;
  char **languages;

  GArray *ids;               /* gint64, in order */
  GHashTable *rows;          /* gint64 id → CwMappingRow; rows that somebody holds */
  GHashTable *pages;         /* first position of each page that is being read */
  GCancellable *cancellable; /* of the search that is under way */
  guint n_loads;
};

enum
{
  SEARCHED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void search (CwMappingModel *self);

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
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->pages);

  G_OBJECT_CLASS (cw_mapping_model_parent_class)->finalize (object);
}

static void
cw_mapping_model_class_init (CwMappingModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_mapping_model_dispose;
  object_class->finalize = cw_mapping_model_finalize;

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
}

/* What changed is read again when it is looked at; where it stands may have changed too. */
static void
on_mappings_changed (CwDocument *document, GArray *ids, CwMappingModel *self)
{
  for (guint i = 0; i < ids->len; i++)
    {
      CwMappingRow *row = g_hash_table_lookup (self->rows, &g_array_index (ids, gint64, i));

      if (row != NULL)
        cw_mapping_row_set_mapping (row, NULL);
    }
  search (self);
}

/**
 * cw_mapping_model_new:
 * @document: a document
 *
 * Returns: (transfer full): a model of all its mappings, empty until they were found
 */
CwMappingModel *
cw_mapping_model_new (CwDocument *document)
{
  CwMappingModel *self = g_object_new (CW_TYPE_MAPPING_MODEL, NULL);

  self->document = g_object_ref (document);
  g_signal_connect (document, "mappings-changed", G_CALLBACK (on_mappings_changed), self);

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
      g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                  now->len - start - end);
    }
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwMappingModel) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *ids = cw_document_search_finish (CW_DOCUMENT (source), result, &error);

  if (ids == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  g_clear_object (&self->cancellable);
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
  cw_document_search_async (self->document, self->filter, self->sort, self->descending,
                            (const char *const *) self->languages, self->cancellable, on_searched,
                            g_object_ref (self));
}

/**
 * cw_mapping_model_set_languages:
 * @self: a model
 * @languages: (array zero-terminated=1): label languages, by which labels are sorted
 */
void
cw_mapping_model_set_languages (CwMappingModel *self, const char *const *languages)
{
  g_auto (GStrv) old = self->languages;

  self->languages = g_strdupv ((char **) languages);
  if (!g_strv_equal ((const char *const *) old, languages))
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

typedef struct
{
  CwMappingModel *model;
  guint page;
} Load;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Load *load = user_data;
  g_autoptr (CwMappingModel) self = load->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings =
    cw_document_load_mappings_finish (CW_DOCUMENT (source), result, &error);

  g_hash_table_remove (self->pages, GUINT_TO_POINTER (load->page));
  if (mappings == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  for (guint i = 0; i < mappings->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (mappings, i);
      CwMappingRow *row = g_hash_table_lookup (self->rows, &mapping->id);

      if (row != NULL)
        cw_mapping_row_set_mapping (row, mapping);
    }
}

/**
 * cw_mapping_model_want:
 * @self: a model
 * @position: a row that is looked at
 *
 * Has the row and its neighbours read, unless that is under way. The rows say "changed" when their
 * content is there.
 */
void
cw_mapping_model_want (CwMappingModel *self, guint position)
{
  guint page = position / PAGE;
  guint first = page * PAGE;
  Load *load;

  if (first >= self->ids->len || !g_hash_table_add (self->pages, GUINT_TO_POINTER (page)))
    return;

  load = g_new0 (Load, 1);
  load->model = g_object_ref (self);
  load->page = page;
  self->n_loads++;
  cw_document_load_mappings_async (self->document, &g_array_index (self->ids, gint64, first),
                                   MIN (PAGE, self->ids->len - first), on_loaded, load);
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
