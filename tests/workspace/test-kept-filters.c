/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/kept-filters.h"
#include "workspace/wait.h"

static GPtrArray *
load (CwDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *kept;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_load_filters_async (document, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);
  kept = cw_document_load_filters_finish (document, result, &error);
  g_assert_no_error (error);

  return kept;
}

static CwMappingFilter *
make_filter (const char *text)
{
  CwMappingFilter *filter = cw_mapping_filter_new ();

  cw_mapping_filter_set_text (filter, text);
  cw_mapping_filter_set_value (filter, CW_FACET_STATUS, "draft", TRUE);

  return filter;
}

static void
keep (CwDocument *document, const char *name, const char *text)
{
  g_autoptr (CwMappingFilter) filter = make_filter (text);
  g_autoptr (GError) error = NULL;

  cw_document_apply (document, cw_edit_new_keep_filter (name, filter), &error);
  g_assert_no_error (error);
}

static void
test_keep (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (CwDocument) again = NULL;

  keep (document, "  Mine ", "quantum");
  keep (document, "All drafts", "");
  keep (document, "Mine", "laser"); /* takes the place of the other */
  cw_document_close (document);

  again = test_document_open (path);
  kept = load (again);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpstr (((CwKeptFilter *) g_ptr_array_index (kept, 0))->name, ==, "All drafts");
  g_assert_cmpstr (((CwKeptFilter *) g_ptr_array_index (kept, 1))->name, ==, "Mine");
  g_assert_cmpstr (((CwKeptFilter *) g_ptr_array_index (kept, 1))->filter->text, ==, "laser");
  cw_document_close (again);
}

/* Each step is undone and done again like any other. */
static void
test_undo (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (dumps, test_database_dump (path));
  keep (document, "Mine", "quantum");
  g_ptr_array_add (dumps, test_database_dump (path));
  keep (document, "Mine", "laser");
  g_ptr_array_add (dumps, test_database_dump (path));
  cw_document_apply (document, cw_edit_new_drop_filter ("Mine"), &error);
  g_assert_no_error (error);
  g_ptr_array_add (dumps, test_database_dump (path));

  for (guint i = 3; i > 0; i--)
    {
      g_autofree char *dump = NULL;

      cw_document_undo (document, &error);
      g_assert_no_error (error);
      dump = test_database_dump (path);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
    }
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *dump = NULL;

      cw_document_redo (document, &error);
      g_assert_no_error (error);
      dump = test_database_dump (path);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
  cw_document_close (document);
}

/* What changes nothing is no step; what has no name is refused. */
static void
test_nothing (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (CwMappingFilter) filter = make_filter ("x");
  g_autoptr (GError) error = NULL;

  keep (document, "Mine", "quantum");
  keep (document, "Mine", "quantum");
  cw_document_apply (document, cw_edit_new_drop_filter ("Nobody's"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM step"), ==, 1);
  g_assert_false (cw_document_apply (document, cw_edit_new_keep_filter ("  ", filter), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  cw_document_close (document);
}

/* One that no version can read is left out and stays where it is. */
static void
test_unreadable (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  test_database_exec (path, "INSERT INTO kept_filter VALUES (NULL, 'Odd', 'nonsense')");
  document = test_document_open (path);
  keep (document, "Mine", "quantum");
  kept = load (document);
  g_assert_cmpuint (kept->len, ==, 1);
  cw_document_close (document);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM kept_filter"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kept-filters/keep", test_keep);
  g_test_add_func ("/kept-filters/undo", test_undo);
  g_test_add_func ("/kept-filters/nothing", test_nothing);
  g_test_add_func ("/kept-filters/unreadable", test_unreadable);

  return g_test_run ();
}
