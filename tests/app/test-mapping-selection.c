/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/mapping-selection.h"
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "spin.h"

/* What is selected are mappings, wherever they stand; with many rows in place of others and with
 * few. */

#define N_MAPPINGS 1000
#define N_ROUNDS 40

static const char *const english[] = { "en", NULL };

#define FILL                                                                                     \
  "WITH RECURSIVE number (n) AS (VALUES (8) UNION ALL SELECT n + 1 FROM number WHERE n < 1000) " \
  "INSERT INTO mapping (subject_id, relation, object_id, status, rationale, created, modified) " \
  "SELECT 1 + n % 5, 'broad', 6 + n % 4, iif (n % 3 = 0, 'reviewed', 'draft'), "                 \
  "'why ' || n * 37 % 101, '', '' FROM number"

typedef struct
{
  TestFolder *folder;
  CwDocument *document;
  CwMappingModel *model;
  CwMappingSelection *selection;
  GPtrArray *shadow; /* CwMappingRow, as a view believes them to stand */
  guint n_told;      /* rows that a change of the selection was about */
} Fixture;

/* A view asks for the rows that are added, and only for those that are said to be there. */
static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Fixture *self)
{
  g_assert_cmpuint (position + removed, <=, self->shadow->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->shadow, position, removed);
  g_assert_cmpuint (self->shadow->len + added, ==, g_list_model_get_n_items (list));
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->shadow, (int) (position + i),
                        g_list_model_get_item (list, position + i));
  g_assert_null (g_list_model_get_item (list, self->shadow->len));
}

static void
on_selection_changed (GtkSelectionModel *list, guint position, guint n_items, Fixture *self)
{
  g_assert_cmpuint (position + n_items, <=, self->shadow->len);
  self->n_told = n_items;
}

static void
settle (Fixture *self)
{
  spin_until (!cw_mapping_model_is_searching (self->model));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = test_folder_new ();
  path = test_small_document_new (self->folder);
  test_database_exec (path, FILL);
  self->document = test_document_open (path);
  self->model = cw_mapping_model_new (self->document);
  self->selection = cw_mapping_selection_new (self->model);
  self->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  cw_mapping_selection_set_many (self->selection, GPOINTER_TO_UINT (data));
  g_signal_connect (self->selection, "items-changed", G_CALLBACK (on_items_changed), self);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  cw_mapping_model_set_languages (self->model, english);
  settle (self);
  g_assert_cmpuint (self->shadow->len, ==, N_MAPPINGS);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->selection, self);
  g_object_unref (self->selection);
  g_object_unref (self->model);
  g_ptr_array_unref (self->shadow);
  cw_document_close (self->document);
  g_object_unref (self->document);
  test_folder_free (self->folder);
}

/* Selects some rows; returns which mappings are selected then, by going through all rows. */
static GHashTable *
get_selected (Fixture *self)
{
  g_autoptr (GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->shadow->len; i++)
    {
      gint64 id = cw_mapping_row_get_id (g_ptr_array_index (self->shadow, i));

      g_assert_cmpint (id, ==, cw_mapping_model_get_id (self->model, i));
      g_assert_cmpint (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i),
                       ==, gtk_bitset_contains (chosen, i));
      if (gtk_bitset_contains (chosen, i))
        g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  g_assert_cmpuint (g_hash_table_size (ids), ==, gtk_bitset_get_size (chosen));

  return ids;
}

static void
assert_same (GHashTable *first, GHashTable *second)
{
  GHashTableIter iter;
  gpointer key;

  g_assert_cmpuint (g_hash_table_size (first), ==, g_hash_table_size (second));
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_assert_true (g_hash_table_contains (second, key));
}

static void
test_select (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GHashTable) all = NULL;

  g_assert_true (gtk_selection_model_select_item (model, 7, TRUE));
  g_assert_cmpuint (self->n_told, ==, 1);
  g_assert_true (gtk_selection_model_select_range (model, 10, 5, FALSE));
  g_assert_cmpuint (self->n_told, ==, 5);
  g_assert_true (gtk_selection_model_select_item (model, 7, FALSE));
  g_assert_cmpuint (self->n_told, ==, 5);
  g_assert_true (gtk_selection_model_is_selected (model, 14));
  g_assert_false (gtk_selection_model_is_selected (model, 15));
  g_assert_true (gtk_selection_model_unselect_item (model, 12));
  g_assert_cmpuint (self->n_told, ==, 1);
  g_assert_false (gtk_selection_model_is_selected (model, 12));
  g_assert_true (gtk_selection_model_select_range (model, N_MAPPINGS - 2, 100, TRUE));
  g_assert_true (gtk_selection_model_is_selected (model, N_MAPPINGS - 1));
  g_assert_false (gtk_selection_model_is_selected (model, N_MAPPINGS));
  g_assert_false (gtk_selection_model_is_selected (model, 7));
  g_assert_true (gtk_selection_model_select_all (model));
  all = get_selected (self);
  g_assert_cmpuint (g_hash_table_size (all), ==, N_MAPPINGS);
  g_assert_true (gtk_selection_model_unselect_all (model));
  g_assert_cmpuint (self->n_told, ==, N_MAPPINGS);
}

/* In whatever order, the same mappings are selected. */
static void
test_sort (Fixture *self, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint first = (guint) g_test_rand_int_range (0, N_MAPPINGS - 200);
      g_autoptr (GHashTable) before = NULL;
      g_autoptr (GHashTable) after = NULL;

      gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), first,
                                        (guint) g_test_rand_int_range (1, 200), g_test_rand_bit ());
      before = get_selected (self);
      cw_mapping_model_set_sort (self->model, (CwMappingSort) g_test_rand_int_range (0, CW_N_SORTS),
                                 g_test_rand_bit ());
      settle (self);
      after = get_selected (self);
      assert_same (before, after);
    }
}

/* What no longer shows is not selected when it shows again. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  g_autoptr (GHashTable) some = NULL;
  g_autoptr (GHashTable) again = NULL;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  cw_mapping_filter_set_value (filter, CW_FACET_STATUS, "reviewed", TRUE);
  cw_mapping_model_set_filter (self->model, filter);
  settle (self);
  some = get_selected (self);
  g_assert_cmpuint (g_hash_table_size (some), ==, self->shadow->len);
  g_assert_cmpuint (self->shadow->len, <, N_MAPPINGS);
  cw_mapping_filter_clear_facet (filter, CW_FACET_STATUS);
  cw_mapping_model_set_filter (self->model, filter);
  settle (self);
  g_assert_cmpuint (self->shadow->len, ==, N_MAPPINGS);
  again = get_selected (self);
  assert_same (some, again);
}

#define ADD(path, many, func) \
  g_test_add (path, Fixture, GUINT_TO_POINTER (many), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/mapping-selection/select", N_MAPPINGS, test_select);
  ADD ("/mapping-selection/sort", N_MAPPINGS, test_sort);
  ADD ("/mapping-selection/sort-many", 0, test_sort);
  ADD ("/mapping-selection/sort-some", 50, test_sort);
  ADD ("/mapping-selection/filter-some", 50, test_filter);
  ADD ("/mapping-selection/filter", N_MAPPINGS, test_filter);
  ADD ("/mapping-selection/filter-many", 0, test_filter);

  return g_test_run ();
}
