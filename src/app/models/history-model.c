/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/history-model.h"

/* How many lines are read at once around one that is looked at. */
#define PAGE 64

/* A line: a step, or the heading of a day, which has no id. */
typedef struct
{
  gint64 id;
  gint64 made;
} Entry;

struct _CwHistoryModel
{
  GObject parent_instance;

  CwDocument *document;
  GArray *entries;           /* Entry, the newest first */
  GHashTable *rows;          /* gint64 id → CwHistoryRow of a step that somebody holds */
  GHashTable *wanted;        /* numbers of the pages that are being read */
  GCancellable *cancellable; /* of all that is under way */
  guint n_steps;
  guint n_loads;
};

enum
{
  FOUND,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
cw_history_model_get_item_type (GListModel *model)
{
  return CW_TYPE_HISTORY_ROW;
}

static guint
cw_history_model_get_n_items (GListModel *model)
{
  return CW_HISTORY_MODEL (model)->entries->len;
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

/* A view keeps its place and its selection only where a step is the same object as before. */
static CwHistoryRow *
make_row (CwHistoryModel *self, const Entry *entry)
{
  CwHistoryRow *row = cw_history_row_new (entry->id, entry->made);
  Forget *forget;

  if (entry->id == 0)
    return row;

  forget = g_new0 (Forget, 1);
  forget->rows = g_hash_table_ref (self->rows);
  forget->id = entry->id;
  g_hash_table_insert (self->rows, g_memdup2 (&entry->id, sizeof entry->id), row);
  g_object_weak_ref (G_OBJECT (row), on_row_finalized, forget);

  return row;
}

static gpointer
cw_history_model_get_item (GListModel *model, guint position)
{
  CwHistoryModel *self = CW_HISTORY_MODEL (model);
  const Entry *entry;
  CwHistoryRow *row;

  if (position >= self->entries->len)
    return NULL;

  entry = &g_array_index (self->entries, Entry, position);
  row = g_hash_table_lookup (self->rows, &entry->id);

  return row != NULL ? g_object_ref (row) : make_row (self, entry);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cw_history_model_get_item_type;
  iface->get_n_items = cw_history_model_get_n_items;
  iface->get_item = cw_history_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwHistoryModel,
                               cw_history_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cw_history_model_dispose (GObject *object)
{
  CwHistoryModel *self = CW_HISTORY_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (cw_history_model_parent_class)->dispose (object);
}

static void
cw_history_model_finalize (GObject *object)
{
  CwHistoryModel *self = CW_HISTORY_MODEL (object);

  g_array_unref (self->entries);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->wanted);

  G_OBJECT_CLASS (cw_history_model_parent_class)->finalize (object);
}

static void
cw_history_model_class_init (CwHistoryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_history_model_dispose;
  object_class->finalize = cw_history_model_finalize;

  /**
   * CwHistoryModel::found:
   * @self: the model
   *
   * The steps are there; their content is read as it is looked at.
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwHistoryModel::failed:
   * @self: the model
   * @message: what went wrong, for the person
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cw_history_model_init (CwHistoryModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wanted = g_hash_table_new (g_direct_hash, g_direct_equal);
}

/**
 * cw_history_model_new:
 * @document: a document
 *
 * Returns: (transfer full): a model with no lines until cw_history_model_find()
 */
CwHistoryModel *
cw_history_model_new (CwDocument *document)
{
  CwHistoryModel *self = g_object_new (CW_TYPE_HISTORY_MODEL, NULL);

  self->document = g_object_ref (document);

  return self;
}

static void
fail (CwHistoryModel *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

#define NO_PAGE G_MAXUINT

/* Rows that are being read. */
typedef struct
{
  CwHistoryModel *model;
  guint page; /* NO_PAGE where they are read again */
} Load;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Load *load = user_data;
  g_autoptr (CwHistoryModel) self = load->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps =
    cw_document_load_steps_finish (CW_DOCUMENT (source), result, &error);

  /* What was asked for before the steps were found again is asked for again. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_hash_table_remove (self->wanted, GUINT_TO_POINTER (load->page));
  if (steps == NULL)
    {
      fail (self, error);
      return;
    }

  for (guint i = 0; i < steps->len; i++)
    {
      CwHistoryStep *step = g_ptr_array_index (steps, i);
      CwHistoryRow *row = g_hash_table_lookup (self->rows, &step->id);

      if (row != NULL)
        cw_history_row_set_step (row, step);
    }
}

static void
load_rows (CwHistoryModel *self, GArray *ids, guint page)
{
  Load *load;

  if (ids->len == 0)
    return;

  load = g_new0 (Load, 1);
  load->model = g_object_ref (self);
  load->page = page;
  if (page != NO_PAGE)
    g_hash_table_add (self->wanted, GUINT_TO_POINTER (page));
  self->n_loads++;
  cw_document_load_steps_async (self->document, (const gint64 *) (void *) ids->data, ids->len,
                                self->cancellable, on_loaded, load);
}

/* What became of a step may have changed: those that are looked at are read again. */
static void
load_rows_again (CwHistoryModel *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_remove_all (self->wanted);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  load_rows (self, ids, NO_PAGE);
}

/**
 * cw_history_model_want:
 * @self: a model
 * @position: a line that is looked at
 *
 * Has the line and its neighbours read, unless their content is there or under way.
 */
void
cw_history_model_want (CwHistoryModel *self, guint position)
{
  guint page = position / PAGE;
  const Entry *entry;
  CwHistoryRow *row;
  g_autoptr (GArray) ids = NULL;

  if (position >= self->entries->len ||
      g_hash_table_contains (self->wanted, GUINT_TO_POINTER (page)))
    return;
  entry = &g_array_index (self->entries, Entry, position);
  row = g_hash_table_lookup (self->rows, &entry->id);
  if (entry->id == 0 || (row != NULL && cw_history_row_get_step (row) != NULL))
    return;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = page * PAGE; i < MIN ((page + 1) * PAGE, self->entries->len); i++)
    {
      gint64 id = g_array_index (self->entries, Entry, i).id;

      if (id != 0)
        g_array_append_val (ids, id);
    }
  load_rows (self, ids, page);
}

/* Days are those of the person's time zone. */
static int
get_day (gint64 made)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (made);

  return time == NULL ? 0 : g_date_time_get_year (time) * 1000 + g_date_time_get_day_of_year (time);
}

static GArray *
make_entries (GArray *keys)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), keys->len);
  int last_day = -1;

  for (guint i = 0; i < keys->len; i++)
    {
      const CwHistoryKey *key = &g_array_index (keys, CwHistoryKey, i);
      const Entry entry = { key->id, key->made };
      int day = get_day (key->made);

      if (day != last_day)
        {
          const Entry heading = { 0, key->made };

          g_array_append_val (entries, heading);
        }
      last_day = day;
      g_array_append_val (entries, entry);
    }

  return entries;
}

static gboolean
is_same (const Entry *a, const Entry *b)
{
  return a->id == b->id && (a->id != 0 || get_day (a->made) == get_day (b->made));
}

static void
replace_entries (CwHistoryModel *self, GArray *entries)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->entries);
  guint n_shared = MIN (old->len, entries->len);
  guint first = 0;
  guint last = 0;

  while (first < n_shared &&
         is_same (&g_array_index (old, Entry, first), &g_array_index (entries, Entry, first)))
    first++;
  while (last < n_shared - first &&
         is_same (&g_array_index (old, Entry, old->len - 1 - last),
                  &g_array_index (entries, Entry, entries->len - 1 - last)))
    last++;

  self->entries = entries;
  if (old->len > first + last || entries->len > first + last)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last,
                                entries->len - first - last);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwHistoryModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = cw_document_find_steps_finish (CW_DOCUMENT (source), result, &error);

  if (keys == NULL)
    {
      fail (self, error);
      return;
    }

  self->n_steps = keys->len;
  load_rows_again (self);
  replace_entries (self, make_entries (keys));
  g_signal_emit (self, signals[FOUND], 0);
}

/**
 * cw_history_model_find:
 * @self: a model
 * @author: (nullable): only the steps of one author
 *
 * Finds the steps, again after an edit.
 */
void
cw_history_model_find (CwHistoryModel *self, const char *author)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cw_document_find_steps_async (self->document, author, self->cancellable, on_found,
                                g_object_ref (self));
}

/**
 * cw_history_model_get_n_steps:
 * @self: a model
 *
 * Returns: how many steps there are, without the headings
 */
guint
cw_history_model_get_n_steps (CwHistoryModel *self)
{
  return self->n_steps;
}

/**
 * cw_history_model_get_n_loads:
 * @self: a model
 *
 * Returns: how many pages were read so far, for tests that count
 */
guint
cw_history_model_get_n_loads (CwHistoryModel *self)
{
  return self->n_loads;
}
