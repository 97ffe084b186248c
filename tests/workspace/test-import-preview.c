/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/import-preview.h"
#include "workspace/import-words.h"

#include <string.h>

/* What would come of a file, found out without waiting. */

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
} Stage;

static void
set_up (Stage *stage, gconstpointer data)
{
  stage->folder = test_folder_new ();
  stage->path = test_small_document_new (stage->folder);
  stage->document = test_document_open (stage->path);
}

static void
tear_down (Stage *stage, gconstpointer data)
{
  cw_document_close (stage->document);
  g_object_unref (stage->document);
  test_database_check (stage->path);
  g_free (stage->path);
  test_folder_free (stage->folder);
}

typedef struct
{
  gboolean done;
  CwImportPreview *preview;
  GError *error;
} Answer;

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->preview =
    cw_document_preview_import_finish (CW_DOCUMENT (source), result, &answer->error);
  answer->done = TRUE;
}

static CwImportPreview *
look (Stage *stage, CwImportSetup *setup)
{
  Answer answer = { 0 };

  cw_document_preview_import_async (stage->document, setup, NULL, on_previewed, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);

  return answer.preview;
}

static CwImportSetup *
write_file (Stage *stage, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (stage->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  test_file_write (path, text, strlen (text));

  return cw_import_setup_new_for_file (file);
}

#define HEADER "left_list,left_code,relation,right_list,right_code,rationale\n"

/* A table, with what is found out of it. */
static void
test_table (Stage *stage, gconstpointer data)
{
  g_autoptr (CwImportSetup) setup =
    write_file (stage, "pairs.csv",
                HEADER TEST_LEFT ",1,broad," TEST_RIGHT ",1,Other\n" TEST_LEFT
                                 ",3,exact," TEST_RIGHT ",4,\n" TEST_LEFT ",2,exact," TEST_RIGHT
                                 ",2,\n" TEST_LEFT ",9,exact," TEST_RIGHT ",1,\n");
  g_autoptr (CwImportPreview) preview = look (stage, setup);
  CwImportOutcome outcome;

  g_assert_no_error (preview->error);
  g_assert_cmpint (preview->format, ==, CW_SOURCE_TABLE);
  g_assert_cmpstr (preview->encoding, ==, "UTF-8");
  g_assert_cmpint (preview->separator, ==, ',');
  g_assert_null (preview->sheets);
  g_assert_cmpuint (g_strv_length (preview->headings), ==, 6);
  g_assert_cmpstr (preview->headings[5], ==, "rationale");
  g_assert_cmpstr (preview->samples[5], ==, "Other");
  g_assert_cmpint (cw_mapping_plan_get_column (preview->plan, 5)->role, ==,
                   CW_MAPPING_ROLE_RATIONALE);
  g_assert_cmpuint (cw_mapping_import_get_n_rows (preview->import), ==, 4);
  g_assert_cmpuint (cw_mapping_import_count (preview->import, CW_IMPORT_CHANGED), ==, 1);
  g_assert_cmpuint (cw_mapping_import_count (preview->import, CW_IMPORT_UNKNOWN), ==, 1);

  cw_mapping_import_choose_all (preview->import, CW_IMPORT_TAKE_THEIRS);
  cw_mapping_import_count_outcome (preview->import, &outcome);
  g_assert_cmpuint (outcome.changed + outcome.added, ==, 3);
  g_assert_cmpuint (outcome.out, ==, 1);
}

/* What was said of the columns counts, and is not found out again. */
static void
test_plan (Stage *stage, gconstpointer data)
{
  g_autoptr (CwImportSetup) setup = write_file (stage, "codes.csv", "a;b\n1;3\n2;4\n");
  g_autoptr (CwImportPreview) before = look (stage, setup);
  g_autoptr (CwImportPreview) after = NULL;

  setup->plan = cw_mapping_plan_copy (before->plan);
  g_assert_cmpstr (before->headings[0], ==, "");
  setup->plan->has_header = TRUE;
  cw_mapping_plan_get_column (setup->plan, 0)->role = CW_MAPPING_ROLE_RIGHT_CODE;
  cw_mapping_plan_get_column (setup->plan, 1)->role = CW_MAPPING_ROLE_LEFT_CODE;
  setup->plan->has_relation = TRUE;
  setup->plan->relation = CW_RELATION_CLOSE;
  g_ptr_array_add (setup->left, g_object_ref (cw_document_find_list (stage->document, TEST_LEFT)));
  g_ptr_array_add (setup->right,
                   g_object_ref (cw_document_find_list (stage->document, TEST_RIGHT)));
  after = look (stage, setup);

  g_assert_no_error (after->error);
  g_assert_cmpstr (after->headings[0], ==, "a");
  g_assert_cmpuint (cw_mapping_import_get_n_rows (after->import), ==, 2);
  g_assert_cmpstr (cw_mapping_import_get_row (after->import, 0)->record->left.code, ==, "3");
  g_assert_cmpstr (cw_mapping_import_get_phrase (after->import, 0), ==,
                   cw_relation_get_phrase (CW_RELATION_CLOSE, FALSE));
}

/* What cannot be read is told of, with the place, and what is known of the file all the same. */
static void
test_unreadable (Stage *stage, gconstpointer data)
{
  g_autoptr (CwImportSetup) setup = write_file (stage, "none.csv", "confidence,author\n0.5,Ann\n");
  g_autoptr (CwImportSetup) broken = write_file (stage, "broken.json", "[{\"from\": ]");
  g_autoptr (GFile) nothing = g_file_new_for_path ("/nowhere/at-all.csv");
  g_autoptr (CwImportSetup) missing = cw_import_setup_new_for_file (nothing);
  g_autoptr (CwImportPreview) preview = look (stage, setup);
  g_autoptr (CwImportPreview) of_broken = look (stage, broken);
  g_autoptr (CwImportPreview) of_missing = look (stage, missing);

  g_assert_nonnull (preview->error);
  g_assert_nonnull (strstr (preview->error->message, "none.csv:1"));
  g_assert_cmpstr (preview->headings[0], ==, "confidence");
  g_assert_nonnull (of_broken->error);
  g_assert_nonnull (strstr (of_broken->error->message, "broken.json:1:"));
  g_assert_error (of_missing->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A text can be read again and again. */
static void
test_text (Stage *stage, gconstpointer data)
{
  g_autoptr (CwImportSetup) setup = cw_import_setup_new_for_text (
    "left_list\tleft_code\trelation\tright_list\tright_code\n" TEST_LEFT "\t2\texact\t" TEST_RIGHT
    "\t1\n",
    "the clipboard");
  g_autoptr (CwImportPreview) first = look (stage, setup);
  g_autoptr (CwImportPreview) second = look (stage, setup);

  g_assert_no_error (first->error);
  g_assert_no_error (second->error);
  g_assert_cmpint (second->separator, ==, '\t');
  g_assert_cmpuint (cw_mapping_import_get_n_rows (second->import), ==, 1);
}

/* Another document, opened in a thread. */
static void
test_document (Stage *stage, gconstpointer data)
{
  g_autofree char *path = g_build_filename (stage->folder, "other.crosswalk", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CwImportSetup) setup = cw_import_setup_new_for_file (file);
  g_autoptr (CwImportPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  cw_document_save_copy (stage->document, path, &error);
  g_assert_no_error (error);
  preview = look (stage, setup);
  g_assert_no_error (preview->error);
  g_assert_cmpint (preview->format, ==, CW_SOURCE_DOCUMENT);
  g_assert_cmpuint (cw_mapping_import_count (preview->import, CW_IMPORT_SAME), ==, TEST_N_MAPPINGS);
}

static void
test_metadata (Stage *stage, gconstpointer data)
{
  static const char yaml[] =
    "mapping_set_id: https://example.org/set\nlicense: https://example.org/licence\n"
    "curie_map:\n  L: https://example.org/l/\n  R: https://example.org/r/\n";
  g_autofree char *path = g_build_filename (stage->folder, "set.sssom.yml", NULL);
  g_autoptr (CwImportSetup) setup =
    write_file (stage, "set.sssom.tsv",
                "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
                "L:1\tskos:exactMatch\tR:2\tsemapv:ManualMappingCuration\n");
  g_autoptr (CwImportPreview) preview = NULL;

  test_file_write (path, yaml, strlen (yaml));
  preview = look (stage, setup);
  g_assert_no_error (preview->error);
  g_assert_cmpint (preview->format, ==, CW_SOURCE_SSSOM);
  g_assert_cmpstr (cw_mapping_import_get_row (preview->import, 0)->record->left.iri, ==,
                   "https://example.org/l/1");
}

static void
test_cancelled (Stage *stage, gconstpointer data)
{
  g_autoptr (CwImportSetup) setup = cw_import_setup_new_for_text ("a,b\n1,2\n", "text");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  cw_document_preview_import_async (stage->document, setup, cancellable, on_previewed, &answer);
  g_cancellable_cancel (cancellable);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.preview);
  g_clear_error (&answer.error);
}

/* What differs, in words, and what was chosen holds on when the file is read again. */
static void
test_words (Stage *stage, gconstpointer data)
{
  g_autoptr (CwImportSetup) setup =
    write_file (stage, "differs.csv",
                HEADER TEST_LEFT ",1,broad," TEST_RIGHT ",1,Other\n" TEST_LEFT
                                 ",1.1,exact," TEST_RIGHT ",2,\n" TEST_LEFT ",2,close," TEST_RIGHT
                                 ",4,\n");
  g_autoptr (CwImportPreview) preview = look (stage, setup);
  g_autoptr (CwImportPreview) again = look (stage, setup);
  static const struct
  {
    CwImportState state;
    const char *words;
  } rows[] = {
    { CW_IMPORT_CHANGED, "Other" },
    { CW_IMPORT_CONFLICTING, "Relation: " },
    { CW_IMPORT_CONFLICTING, "Here: " },
  };
  g_autofree char *outcome = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CwImportRow *row = cw_mapping_import_get_row (preview->import, i);
      g_autoptr (CwMapping) mine = cw_document_get_mapping (stage->document, row->mine, NULL);
      g_autofree char *words =
        cw_mapping_import_format_difference (preview->import, i, mine, NULL, 0);

      g_assert_cmpint (row->state, ==, rows[i].state);
      if (strstr (words, rows[i].words) == NULL)
        g_error ("“%s” does not say “%s”", words, rows[i].words);
    }

  cw_mapping_import_choose (preview->import, 0, CW_IMPORT_TAKE_THEIRS);
  cw_mapping_import_choose (preview->import, 1, CW_IMPORT_KEEP_BOTH);
  cw_mapping_import_copy_choices (again->import, preview->import);
  g_assert_cmpint (cw_mapping_import_get_row (again->import, 0)->choice, ==, CW_IMPORT_TAKE_THEIRS);
  outcome = cw_mapping_import_format_outcome (again->import);
  g_assert_cmpstr (outcome, ==,
                   "1 will be changed. 1 will stand beside yours as disputed. 1 stays out.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/import-preview/" name, Stage, NULL, set_up, func, tear_down)
  ADD ("table", test_table);
  ADD ("plan", test_plan);
  ADD ("unreadable", test_unreadable);
  ADD ("text", test_text);
  ADD ("document", test_document);
  ADD ("metadata", test_metadata);
  ADD ("cancelled", test_cancelled);
  ADD ("words", test_words);

  return g_test_run ();
}
