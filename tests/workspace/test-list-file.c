/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include "small-document.h"
#include "workspace/list-edit.h"
#include "workspace/list-file.h"
#include "workspace/list-names.h"

#include <string.h>

static CwListImport *
open_text (const char *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  test_file_write (path, text, strlen (text));

  return cw_list_import_open (file, "en", error);
}

/* What is written in each format is known again, whatever its name. */
static void
test_formats (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *document_path = test_small_document_new (folder);
  CwDocument *document = test_document_open (document_path);
  CwList *list = cw_document_find_list (document, TEST_LEFT);

  for (CwListFileFormat format = 0; format < CW_N_LIST_FILE_FORMATS; format++)
    {
      g_autofree char *path = g_build_filename (folder, "list.txt", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (CwListImport) import = NULL;
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (CwListDraft) draft = NULL;
      g_autofree char *name = cw_list_file_suggest_name (list, format);
      CwListFileFormat again;

      g_assert_true (g_str_has_prefix (name, TEST_LEFT "."));
      g_assert_true (cw_list_file_format_from_key (cw_list_file_format_to_key (format), &again));
      g_assert_cmpint (again, ==, format);
      cw_list_file_save (list, format, file, &error);
      g_assert_no_error (error);
      import = cw_list_import_open (file, "en", &error);
      g_assert_no_error (error);
      g_assert_cmpint (cw_list_import_get_format (import), ==, format);

      cw_list_import_get_card (import)->key = cw_list_import_get_card (import)->key == NULL
                                                ? g_strdup ("xa-again")
                                                : cw_list_import_get_card (import)->key;
      draft = cw_list_import_read (import, problems);
      if (problems->len > 0)
        g_error ("%s", (char *) g_ptr_array_index (problems, 0));
      g_assert_cmpuint (cw_list_draft_get_n_items (draft), ==, cw_list_get_n_items (list));
      for (guint i = 0; i < cw_list_get_n_items (list); i++)
        {
          const CwItem *item = cw_list_get_item (list, i);
          const CwDraftItem *read = cw_list_draft_get_item (draft, i);

          g_assert_cmpstr (read->code, ==, item->code);
          g_assert_cmpuint (read->depth, ==, item->depth);
          g_assert_cmpuint (read->labels->len, ==, item->n_labels);
          g_assert_cmpint (read->verified, ==, item->verified);
        }
    }

  cw_document_close (document);
  g_object_unref (document);
}

/* Columns can be matched otherwise than guessed. */
static void
test_plan (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CwListImport) import =
    open_text (folder, "My list.csv", "ref,what\nA,One\nA.1,Two\n", &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwListDraft) draft = NULL;
  CwListPlan *plan;

  g_assert_no_error (error);
  g_assert_cmpuint (cw_list_import_get_n_columns (import), ==, 2);
  g_assert_cmpstr (cw_list_import_get_heading (import, 0), ==, "ref");
  g_assert_cmpstr (cw_list_import_get_sample (import, 1), ==, "One");
  g_assert_cmpstr (cw_text_get (cw_list_import_get_card (import)->title, "en"), ==, "My list");
  plan = cw_list_import_get_plan (import);
  cw_list_plan_get_column (plan, 0)->role = CW_ROLE_CODE;
  *cw_list_plan_get_column (plan, 1) = (CwListColumn){ CW_ROLE_LABEL, "en", CW_LABEL_OFFICIAL };
  plan->levels = CW_LEVELS_BY_CODE;
  cw_list_import_get_card (import)->key = g_strdup ("my-list");

  draft = cw_list_import_read (import, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (cw_list_draft_get_n_items (draft), ==, 2);
  g_assert_cmpuint (cw_list_draft_get_item (draft, 1)->depth, ==, 1);
}

/* What the card lacks is said too. */
static void
test_incomplete_card (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CwListImport) import = open_text (folder, "x.csv", "code,label\n1,One\n", &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwListDraft) draft = NULL;

  g_assert_no_error (error);
  draft = cw_list_import_read (import, problems);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "name for files"));
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "{", "{\"id\": 7}", "{\"prefLabel\": 7, \"concepts\": 7",
                                       "a,\"b" };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/x.json");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CwListImport) import = open_text (folder, "x.json", texts[i], &error);

      g_assert_null (import);
      g_assert_nonnull (strstr (error->message, "x.json:"));
      g_clear_error (&error);
    }
  g_assert_null (cw_list_import_open (missing, "en", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
assert_key (CwDocument *document,
            const char *jurisdiction,
            const char *title,
            const char *issued,
            const char *wanted)
{
  g_autofree char *key = cw_document_make_list_key (document, jurisdiction, title, issued);

  g_assert_cmpstr (key, ==, wanted);
  g_assert_true (cw_list_key_is_valid (key));
}

static void
test_names (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  CwDocument *document = test_document_open (path);

  assert_key (document, "JP", "Priority list", "2024-05-01", "jp-priority-list-2024");
  assert_key (document, "XA", "Left", "2020-05-01", "xa-left-2020-2");
  assert_key (document, "XA", "重点技术", "2024", "xa-list-2024");
  assert_key (document, "", "--", "soon", "list");
  assert_key (document, "XA", "A very long title of a list that goes on and on for ever",
              "2024-01-01", "xa-a-very-long-title-of-a-list-that-goes-2024");

  cw_document_close (document);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-file/formats", test_formats);
  g_test_add_func ("/list-file/plan", test_plan);
  g_test_add_func ("/list-file/incomplete-card", test_incomplete_card);
  g_test_add_func ("/list-file/refused", test_refused);
  g_test_add_func ("/list-file/names", test_names);

  return g_test_run ();
}
