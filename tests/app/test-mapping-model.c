/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/mapping-model.h"
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "spin.h"
#include "workspace/document-private.h"

#define PAGE 128
#define N_MAPPINGS 1000
#define N_PAGES ((N_MAPPINGS + PAGE - 1) / PAGE)
#define N_EDITS 60

static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-Hans", "en", NULL };

/* Links between the first two lists, and absences, with few different values. */
#define FILL                                                                                     \
  "WITH RECURSIVE number (n) AS (VALUES (8) UNION ALL SELECT n + 1 FROM number WHERE n < 1000) " \
  "INSERT INTO mapping (subject_id, relation, object_id, object_list_id, status, rationale, "    \
  "created, modified) "                                                                          \
  "SELECT 1 + n % 5, iif (n % 10 = 0, 'none', 'broad'), iif (n % 10 = 0, NULL, 6 + n % 4), "     \
  "iif (n % 10 = 0, 2, NULL), iif (n % 3 = 0, 'reviewed', 'draft'), 'why ' || n, '', '' "        \
  "FROM number"

/* A model, and what a view believes it to hold: it only hears of the model's changes. */
typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  CwMappingModel *model;
  GArray *shadow;
  SignalCount searches;
  SignalCount failures;
} Fixture;

static gint64
id_at (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* A change is right, and no larger than it had to be. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, self->shadow->len);
  g_assert_cmpuint (self->shadow->len - removed + added, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < added; i++)
    {
      gint64 id = cw_mapping_model_get_id (self->model, position + i);

      g_array_append_val (fresh, id);
    }
  if (removed > 0 && added > 0)
    {
      g_assert_cmpint (id_at (fresh, 0), !=, id_at (self->shadow, position));
      g_assert_cmpint (id_at (fresh, added - 1), !=, id_at (self->shadow, position + removed - 1));
    }
  g_array_remove_range (self->shadow, position, removed);
  g_array_insert_vals (self->shadow, position, fresh->data, added);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  test_database_exec (self->path, FILL);
  self->document = test_document_open (self->path);
  self->shadow = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->model = cw_mapping_model_new (self->document);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (on_items_changed), self);
  signal_count_begin (&self->searches, self->model, "searched");
  signal_count_begin (&self->failures, self->model, "failed");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer model = self->model;

  g_assert_cmpuint (self->failures.n_times, ==, 0);
  signal_count_end (&self->searches);
  signal_count_end (&self->failures);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_add_weak_pointer (G_OBJECT (model), &model);
  g_object_unref (self->model);
  spin_until (model == NULL);
  cw_document_close (self->document);
  g_assert_finalize_object (self->document);
  test_database_check (self->path);
  g_array_unref (self->shadow);
  g_free (self->path);
  test_folder_free (self->folder);
}

static void
settle (Fixture *self)
{
  spin_until (!cw_mapping_model_is_searching (self->model));
}

static void
start (Fixture *self)
{
  cw_mapping_model_set_languages (self->model, english);
  g_assert_true (cw_mapping_model_is_searching (self->model));
  settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, N_MAPPINGS);
}

static CwMappingRow *
get_row (Fixture *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

/* Has a row read, and waits for it. */
static CwMapping *
read_row (Fixture *self, CwMappingRow *row, guint position)
{
  cw_mapping_model_want (self->model, position);
  spin_until (cw_mapping_row_get_mapping (row) != NULL);

  return cw_mapping_row_get_mapping (row);
}

static GArray *
make_ids (gint64 first, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      gint64 id = first + i;

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *applied = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ids);
  *applied = TRUE;
}

static void
apply (Fixture *self, CwEdit *edit)
{
  gboolean applied = FALSE;

  cw_document_apply_async (self->document, edit, on_applied, &applied);
  spin_until (applied);
}

static void
undo (Fixture *self)
{
  gboolean applied = FALSE;

  cw_document_undo_async (self->document, on_applied, &applied);
  spin_until (applied);
}

static CwEdit *
make_status (GArray *ids, CwStatus status)
{
  g_autoptr (CwMapping) values = cw_mapping_new (0, CW_RELATION_EXACT, 0);

  values->status = status;

  return cw_edit_new_bulk_patch (CW_STEP_STATUS, ids, values, CW_MAPPING_STATUS);
}

/* Who never looks at a table pays nothing for it. */
static void
test_unused (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = make_ids (1, 5);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (self->model)) == CW_TYPE_MAPPING_ROW);
  apply (self, make_status (ids, CW_STATUS_DISPUTED));
  g_assert_false (cw_mapping_model_is_searching (self->model));
  g_assert_null (self->document->searcher);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (self->model), 0));
  cw_mapping_model_want (self->model, 0);
  g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, 0);
  start (self);
}

/* Without a label language there is a table all the same. */
static void
test_no_language (Fixture *self, gconstpointer data)
{
  cw_mapping_model_set_languages (self->model, english + 1);
  settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, N_MAPPINGS);
  g_assert_cmpuint (self->searches.n_times, ==, 1);
  cw_mapping_model_set_languages (self->model, english + 1);
  g_assert_false (cw_mapping_model_is_searching (self->model));
}

/* Going through all rows reads nothing and asks the file nothing. */
static void
test_get_item (Fixture *self, gconstpointer data)
{
  guint64 n_read, n_searched;

  start (self);
  n_read = cw_worker_get_n_statements (self->document->reader);
  n_searched = cw_worker_get_n_statements (self->document->searcher);
  for (guint i = 0; i < N_MAPPINGS; i++)
    {
      g_autoptr (CwMappingRow) row = get_row (self, i);

      g_assert_cmpint (cw_mapping_row_get_id (row), ==, cw_mapping_model_get_id (self->model, i));
      g_assert_null (cw_mapping_row_get_mapping (row));
      g_assert_cmpuint (cw_mapping_model_find (self->model, cw_mapping_row_get_id (row)), ==, i);
    }
  g_assert_null (get_row (self, N_MAPPINGS));
  g_assert_cmpuint (cw_mapping_model_find (self->model, 1000000), ==, G_MAXUINT);
  g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, 0);
  g_assert_cmpuint (cw_worker_get_n_statements (self->document->reader), ==, n_read);
  g_assert_cmpuint (cw_worker_get_n_statements (self->document->searcher), ==, n_searched);
}

static void
filter_text (Fixture *self, const char *text)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

  cw_mapping_filter_set_text (filter, text);
  cw_mapping_model_set_filter (self->model, filter);
}

/* A row is the same object as long as somebody holds it, wherever it stands. */
static void
test_same_row (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingRow) row = NULL;
  g_autoptr (CwMappingRow) again = NULL;
  gint64 id;
  guint position;

  start (self);
  row = get_row (self, 500);
  id = cw_mapping_row_get_id (row);
  again = get_row (self, 500);
  g_assert_true (row == again);

  filter_text (self, "no such thing");
  settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 0);
  filter_text (self, "");
  cw_mapping_model_set_sort (self->model, CW_SORT_RATIONALE, TRUE);
  settle (self);
  g_clear_object (&again);
  position = cw_mapping_model_find (self->model, id);
  again = get_row (self, position);
  g_assert_true (row == again);
}

static void
test_content (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingRow) row = NULL;
  g_auto (SignalCount) changes = { 0 };
  g_autoptr (CwMapping) wanted = NULL;

  start (self);
  row = get_row (self, 300);
  signal_count_begin (&changes, row, "changed");
  wanted = cw_document_get_mapping (self->document, cw_mapping_row_get_id (row), NULL);
  g_assert_true (cw_mapping_equal (read_row (self, row, 300), wanted));
  g_assert_cmpuint (changes.n_times, ==, 1);
  g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, 1);
}

/* Each page is read once while it is looked at, and a little longer. */
static void
test_pages (Fixture *self, gconstpointer data)
{
  start (self);
  for (guint turn = 0; turn < 2; turn++)
    {
      for (guint i = 0; i < N_MAPPINGS; i++)
        {
          g_autoptr (CwMappingRow) row = get_row (self, i);

          cw_mapping_model_want (self->model, i);
          if (i % 7 == 0)
            read_row (self, row, i);
        }
      g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, N_PAGES);
    }
  cw_mapping_model_want (self->model, N_MAPPINGS);
  g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, N_PAGES);
}

/* A page that is under way is not asked for again. */
static void
test_pages_under_way (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingRow) row = NULL;

  start (self);
  row = get_row (self, PAGE);
  for (guint i = 0; i < PAGE; i++)
    cw_mapping_model_want (self->model, PAGE + i);
  g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, 1);
  read_row (self, row, PAGE);
  g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, 1);
}

/* What is looked at and changes is read again, by itself and at once; the rest is not. */
static void
test_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = make_ids (1, N_MAPPINGS);
  g_autoptr (CwMappingRow) row = NULL;
  g_autoptr (CwMappingRow) unread = NULL;

  start (self);
  row = get_row (self, 10);
  unread = get_row (self, 500);
  read_row (self, row, 10);
  for (guint i = 0; i < CW_N_STATUSES; i++)
    {
      CwStatus status = (cw_mapping_row_get_mapping (row)->status + 1) % CW_N_STATUSES;
      g_auto (SignalCount) changes = { 0 };

      signal_count_begin (&changes, row, "changed");
      apply (self, make_status (ids, status));
      settle (self);
      spin_until (cw_mapping_row_get_mapping (row) != NULL);
      g_assert_cmpint (cw_mapping_row_get_mapping (row)->status, ==, status);
      g_assert_cmpuint (changes.n_times, ==, 2);
      g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, 2 + i);
    }
  g_assert_null (cw_mapping_row_get_mapping (unread));
}

/* Whoever is being read while it changes does not come to show what it was. */
static void
test_edit_while_loading (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = make_ids (1, N_MAPPINGS);
  g_autoptr (CwMappingRow) row = NULL;

  start (self);
  row = get_row (self, 10);
  for (guint i = 0; i < N_EDITS; i++)
    {
      CwStatus status = i % CW_N_STATUSES;

      cw_mapping_row_set_mapping (row, NULL);
      cw_mapping_model_want (self->model, 10);
      apply (self, make_status (ids, status));
      spin_until (cw_mapping_row_get_mapping (row) != NULL);
      g_assert_cmpint (cw_mapping_row_get_mapping (row)->status, ==, status);
    }
}

/* A row whose mapping is gone stays empty and is asked for no more. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (CwMappingRow) row = NULL;
  guint n_loads;

  start (self);
  row = get_row (self, 10);
  read_row (self, row, 10);
  ids = make_ids (cw_mapping_row_get_id (row), 1);
  apply (self, cw_edit_new_bulk_delete (ids));
  settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, N_MAPPINGS - 1);
  g_assert_cmpuint (cw_mapping_model_find (self->model, cw_mapping_row_get_id (row)), ==,
                    G_MAXUINT);
  g_assert_null (cw_mapping_row_get_mapping (row));
  undo (self);
  settle (self);
  n_loads = cw_mapping_model_get_n_loads (self->model);
  g_assert_nonnull (read_row (self, row, 10));
  g_assert_cmpuint (cw_mapping_model_get_n_loads (self->model), ==, n_loads + 1);
}

/* Labels in other languages: the same rows, which say that they look different. */
static void
test_languages (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingRow) row = NULL;
  g_auto (SignalCount) changes = { 0 };

  start (self);
  row = get_row (self, 3);
  read_row (self, row, 3);
  signal_count_begin (&changes, row, "changed");
  cw_mapping_model_set_languages (self->model, english);
  g_assert_false (cw_mapping_model_is_searching (self->model));
  g_assert_cmpuint (changes.n_times, ==, 0);
  cw_mapping_model_set_languages (self->model, chinese);
  settle (self);
  g_assert_cmpuint (changes.n_times, ==, 1);
  g_assert_nonnull (cw_mapping_row_get_mapping (row));
}

static void
check_shadow (Fixture *self, const CwMappingFilter *filter, CwMappingSort sort, gboolean descending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) wanted =
    cw_document_search (self->document, filter, sort, descending, english, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (self->shadow->len, ==, wanted->len);
  g_assert_cmpmem (self->shadow->data, self->shadow->len * sizeof (gint64), wanted->data,
                   wanted->len * sizeof (gint64));
  for (guint i = 0; i < wanted->len; i++)
    g_assert_cmpint (cw_mapping_model_get_id (self->model, i), ==, id_at (wanted, i));
}

static void
edit_at_random (Fixture *self, GRand *rand)
{
  g_autoptr (GArray) ids =
    make_ids (g_rand_int_range (rand, 1, N_MAPPINGS), (guint) g_rand_int_range (rand, 1, 30));

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      apply (self, cw_edit_new_bulk_delete (ids));
      break;
    case 1:
      apply (self, cw_edit_new_bulk_duplicate (ids));
      break;
    case 2:
      apply (self, cw_edit_new_bulk_swap (ids));
      break;
    case 3:
      if (cw_document_get_undo_step (self->document) != NULL)
        undo (self);
      break;
    default:
      apply (self, make_status (ids, g_rand_int_range (rand, 0, CW_N_STATUSES)));
      break;
    }
}

static void
test_random (Fixture *self, gconstpointer data)
{
  guint seed = (guint) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  CwMappingSort sort = CW_SORT_LISTS;
  gboolean descending = FALSE;

  g_test_message ("seed %u", seed);
  start (self);
  for (guint i = 0; i < N_EDITS; i++)
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          cw_mapping_filter_set_value (filter, CW_FACET_STATUS,
                                       cw_status_to_key (g_rand_int_range (rand, 0, CW_N_STATUSES)),
                                       g_rand_boolean (rand));
          cw_mapping_model_set_filter (self->model, filter);
        }
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          sort = g_rand_int_range (rand, 0, CW_N_SORTS);
          descending = g_rand_boolean (rand);
          cw_mapping_model_set_sort (self->model, sort, descending);
        }
      edit_at_random (self, rand);
      settle (self);
      check_shadow (self, filter, sort, descending);
    }
}

/* Of many questions only the last is answered. */
static void
test_late_answers (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "why 1", "石墨烯", "no such thing", "", "graphene" };
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

  start (self);
  for (guint i = 0; i < G_N_ELEMENTS (texts) * 4; i++)
    {
      filter_text (self, texts[i % G_N_ELEMENTS (texts)]);
      cw_mapping_model_set_sort (self->model, i % CW_N_SORTS, FALSE);
      g_main_context_iteration (NULL, FALSE);
    }
  filter_text (self, "why 99");
  cw_mapping_model_set_sort (self->model, CW_SORT_RATIONALE, TRUE);
  self->searches.n_times = 0;
  settle (self);
  g_assert_cmpuint (self->searches.n_times, ==, 1);
  cw_mapping_filter_set_text (filter, "why 99");
  check_shadow (self, filter, CW_SORT_RATIONALE, TRUE);
  g_assert_cmpstr (cw_mapping_model_get_filter (self->model)->text, ==, "why 99");
  /* The same order again is no question. */
  cw_mapping_model_set_sort (self->model, CW_SORT_RATIONALE, TRUE);
  g_assert_false (cw_mapping_model_is_searching (self->model));
}

/* Nobody waits for an answer any more, and a row may outlive its model. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  gpointer model = cw_mapping_model_new (self->document);
  g_autoptr (CwMappingRow) row = NULL;

  g_object_add_weak_pointer (G_OBJECT (model), &model);
  cw_mapping_model_set_languages (model, chinese);
  spin_until (!cw_mapping_model_is_searching (model));
  row = g_list_model_get_item (model, 0);
  cw_mapping_model_want (model, 300);
  cw_mapping_model_set_sort (model, CW_SORT_RATIONALE, TRUE);
  g_object_unref (model);
  spin_until (model == NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/mapping-model/unused", test_unused);
  ADD ("/mapping-model/no-language", test_no_language);
  ADD ("/mapping-model/get-item", test_get_item);
  ADD ("/mapping-model/same-row", test_same_row);
  ADD ("/mapping-model/content", test_content);
  ADD ("/mapping-model/pages", test_pages);
  ADD ("/mapping-model/pages-under-way", test_pages_under_way);
  ADD ("/mapping-model/edit", test_edit);
  ADD ("/mapping-model/edit-while-loading", test_edit_while_loading);
  ADD ("/mapping-model/delete", test_delete);
  ADD ("/mapping-model/languages", test_languages);
  ADD ("/mapping-model/random", test_random);
  ADD ("/mapping-model/late-answers", test_late_answers);
  ADD ("/mapping-model/gone", test_gone);

  return g_test_run ();
}
