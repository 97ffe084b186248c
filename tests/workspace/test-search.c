/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/search.h"

static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-Hans", "en", NULL };

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
} Fixture;

/* With read-only as data, where wanted. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->document = cw_document_open (self->path, GPOINTER_TO_INT (data), &error);
  g_assert_no_error (error);
  g_assert_cmpint (cw_document_is_read_only (self->document), ==, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_document_close (self->document);
  g_assert_finalize_object (self->document);
  test_database_check (self->path);
  g_free (self->path);
  test_folder_free (self->folder);
}

/* What is found, as "1 4 2". */
static char *
find (Fixture *self,
      const char *text,
      CwMappingSort sort,
      gboolean descending,
      const char *const *languages)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  GString *found = g_string_new (NULL);

  cw_mapping_filter_set_text (filter, text);
  ids = cw_document_search (self->document, filter, sort, descending, languages, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (found, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ids, gint64, i));

  return g_string_free (found, FALSE);
}

static void
check (Fixture *self,
       const char *text,
       CwMappingSort sort,
       const char *const *languages,
       const char *wanted)
{
  g_autofree char *found = find (self, text, sort, FALSE, languages);

  g_assert_cmpstr (found, ==, wanted);
}

/* Full, inverted, absence, negated, rejected, third, neighbour; the third list stands before the
 * right one, because it is younger. */
static void
test_find (Fixture *self, gconstpointer data)
{
  check (self, "", CW_SORT_LISTS, english, "1 6 4 3 5 7 2");
  check (self, "", CW_SORT_CREATED, english, "1 6 4 3 5 7 2");
  check (self, "blockchain", CW_SORT_LISTS, english, "5");
  check (self, "石墨烯", CW_SORT_LISTS, english, "2");
  check (self, "nothing of the kind", CW_SORT_LISTS, english, "");
}

/* Other languages give another order, and the first come back. */
static void
test_languages (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      check (self, "", CW_SORT_SUBJECT_LABEL, english, "1 6 5 7 2 4 3");
      check (self, "", CW_SORT_SUBJECT_LABEL, chinese, "5 7 2 4 3 1 6");
      check (self, "", CW_SORT_SUBJECT_LABEL, chinese + 2, "1 6 5 7 2 4 3");
    }
}

static void
test_descending (Fixture *self, gconstpointer data)
{
  g_autofree char *up = find (self, "", CW_SORT_OBJECT_LABEL, FALSE, english);
  g_autofree char *down = find (self, "", CW_SORT_OBJECT_LABEL, TRUE, english);

  /* An absence has no object, so it is the last both ways. */
  g_assert_cmpstr (up, ==, "6 7 2 5 1 4 3");
  g_assert_cmpstr (down, ==, "4 1 5 2 6 7 3");
}

static void
apply (Fixture *self, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (self->document, edit, &error);
  g_assert_no_error (error);
}

/* What was said to be saved is found next. */
static void
test_after_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_EXACT, 2);
  g_autoptr (GError) error = NULL;
  const gint64 id = TEST_MAPPING_THIRD;

  check (self, "unheard", CW_SORT_LISTS, english, "");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("Unheard of%u", i);

      cw_mapping_set_text (&values->rationale, text);
      apply (self, cw_edit_new_patch (CW_STEP_RATIONALE, TEST_MAPPING_REJECTED, values,
                                      CW_MAPPING_RATIONALE, NULL, NULL));
      check (self, text, CW_SORT_LISTS, english, "5");
    }
  apply (self, cw_edit_new_delete (&id, 1, NULL, NULL));
  check (self, "", CW_SORT_LISTS, english, "1 4 3 5 7 2");
  cw_document_undo (self->document, &error);
  g_assert_no_error (error);
  check (self, "", CW_SORT_LISTS, english, "1 6 4 3 5 7 2");
  apply (self, cw_edit_new_link (test_document_get_item (self->document, TEST_LEFT, "1.2"),
                                 CW_RELATION_CLOSE,
                                 test_document_get_item (self->document, TEST_RIGHT, "4")));
  check (self, "", CW_SORT_LISTS, english, "1 6 8 4 3 5 7 2");
}

typedef struct
{
  GMainLoop *loop;
  guint n_open;
  GArray *counts;
  GPtrArray *mappings;
  guint n_cancelled;
} Answers;

static void
answered (Answers *answers)
{
  if (--answers->n_open == 0)
    g_main_loop_quit (answers->loop);
}

static void
wait_for (Answers *answers, guint n)
{
  answers->loop = g_main_loop_new (NULL, FALSE);
  answers->n_open = n;
  g_main_loop_run (answers->loop);
  g_main_loop_unref (answers->loop);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers *answers = user_data;
  g_autoptr (GError) error = NULL;

  answers->counts = cw_document_count_facets_finish (CW_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  answered (answers);
}

static guint
get_count (GArray *counts, CwFacet facet, const char *value)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const CwFacetCount *count = &g_array_index (counts, CwFacetCount, i);

      if (count->facet == facet && g_str_equal (count->value, value))
        return count->count;
    }

  return 0;
}

static void
test_count (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  Answers answers = { 0 };

  cw_mapping_filter_set_value (filter, CW_FACET_RELATION, "exact", TRUE);
  cw_document_count_facets_async (self->document, filter, english, NULL, on_counted, &answers);
  wait_for (&answers, 1);
  g_assert_cmpuint (get_count (answers.counts, CW_FACET_RELATION, "exact"), ==, 2);
  g_assert_cmpuint (get_count (answers.counts, CW_FACET_RELATION, "broad"), ==, 1);
  g_assert_cmpuint (get_count (answers.counts, CW_FACET_RELATION, "none"), ==, 1);
  g_assert_cmpuint (get_count (answers.counts, CW_FACET_NEGATED, "1"), ==, 1);
  g_assert_cmpuint (get_count (answers.counts, CW_FACET_NEGATED, "0"), ==, 1);
  g_assert_cmpuint (get_count (answers.counts, CW_FACET_STATUS, "draft"), ==, 2);
  g_assert_cmpuint (get_count (answers.counts, CW_FACET_STATUS, "reviewed"), ==, 0);
  g_array_unref (answers.counts);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers *answers = user_data;
  g_autoptr (GError) error = NULL;

  answers->mappings = cw_document_load_mappings_finish (CW_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  answered (answers);
}

static void
test_load (Fixture *self, gconstpointer data)
{
  gint64 ids[] = { TEST_MAPPING_NEIGHBOUR, 1000, TEST_MAPPING_FULL };
  Answers answers = { 0 };

  cw_document_load_mappings_async (self->document, ids, G_N_ELEMENTS (ids), on_loaded, &answers);
  /* They are copied. */
  ids[0] = TEST_MAPPING_ABSENCE;
  wait_for (&answers, 1);
  g_assert_cmpuint (answers.mappings->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      CwMapping *mapping = g_ptr_array_index (answers.mappings, i);
      g_autoptr (CwMapping) wanted = cw_document_get_mapping (self->document, mapping->id, NULL);

      g_assert_cmpint (mapping->id, !=, TEST_MAPPING_ABSENCE);
      g_assert_true (cw_mapping_equal (mapping, wanted));
    }
  g_ptr_array_unref (answers.mappings);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers *answers = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_search_finish (CW_DOCUMENT (source), result, &error);

  g_assert_true (ids != NULL || error != NULL);
  if (ids == NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      answers->n_cancelled++;
    }
  answered (answers);
}

/* Whoever no longer wants to know is not told. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  Answers answers = { 0 };

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      cw_document_search_async (self->document, filter, CW_SORT_LISTS, FALSE,
                                i % 2 == 0 ? english : chinese, cancellable, on_found, &answers);
      if (i < 49)
        g_cancellable_cancel (cancellable);
    }
  wait_for (&answers, 50);
  g_assert_cmpuint (answers.n_cancelled, ==, 49);
}

/* Closing waits for what is under way. */
static void
test_close (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  Answers answers = { 0 };

  cw_document_search_async (self->document, filter, CW_SORT_LISTS, FALSE, english, NULL, on_found,
                            &answers);
  cw_document_close (self->document);
  wait_for (&answers, 1);
  g_assert_cmpuint (answers.n_cancelled, ==, 0);
}

/* Searching leaves no trace in the file. */
static void
test_untouched (Fixture *self, gconstpointer data)
{
  g_autofree char *before = test_file_hash (self->path);
  g_autofree char *after = NULL;

  check (self, "", CW_SORT_SUBJECT_LABEL, chinese, "5 7 2 4 3 1 6");
  check (self, "graphene", CW_SORT_LISTS, chinese, "2");
  after = test_file_hash (self->path);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
#define ADD_READ_ONLY(path, func) \
  g_test_add (path, Fixture, GINT_TO_POINTER (TRUE), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/search/find", test_find);
  ADD ("/search/languages", test_languages);
  ADD ("/search/descending", test_descending);
  ADD ("/search/after-edit", test_after_edit);
  ADD ("/search/count", test_count);
  ADD ("/search/load", test_load);
  ADD ("/search/cancel", test_cancel);
  ADD ("/search/close", test_close);
  ADD ("/search/untouched", test_untouched);
  ADD_READ_ONLY ("/search/read-only/find", test_find);
  ADD_READ_ONLY ("/search/read-only/languages", test_languages);
  ADD_READ_ONLY ("/search/read-only/count", test_count);
  ADD_READ_ONLY ("/search/read-only/load", test_load);
  ADD_READ_ONLY ("/search/read-only/untouched", test_untouched);

  return g_test_run ();
}
