/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/error.h"
#include "workspace/search.h"
#include "workspace/wait.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_EDITS 60

/* The program and others, or the program twice, with one document. */

static CwEdit *
make_note (CwStepKind kind, CwMappingFields field, const char *text)
{
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_EXACT, 2);

  cw_mapping_set_text (&values->note_shared, text);
  cw_mapping_set_text (&values->rationale, text);

  return cw_edit_new_patch (kind, TEST_MAPPING_FULL, values, field, NULL, NULL);
}

static CwEdit *
make_insert (CwDocument *document, const char *rationale)
{
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  CwMapping *mapping =
    cw_mapping_new (test_document_get_item (document, TEST_LEFT, "1")->id, CW_RELATION_EXACT,
                    test_document_get_item (document, TEST_RIGHT, "2")->id);

  cw_mapping_set_text (&mapping->rationale, rationale);
  g_ptr_array_add (mappings, mapping);

  return cw_edit_new_insert (mappings);
}

/* What was said to be saved is what is read next. */
static void
test_read_after_write (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *text = g_strdup_printf ("note %u", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (CwMapping) mapping = NULL;
      g_autoptr (GArray) links = NULL;
      GPtrArray *lists = cw_document_get_lists (document);

      cw_document_apply (document, make_note (CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, text), &error);
      g_assert_no_error (error);
      mapping = cw_document_get_mapping (document, TEST_MAPPING_FULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (mapping->note_shared, ==, text);

      cw_document_apply (document, make_insert (document, text), &error);
      g_assert_no_error (error);
      links = cw_document_find_links (document, 0, lists, lists, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (links->len, ==, TEST_N_MAPPINGS + i + 1);
    }
  cw_document_close (document);
}

typedef struct
{
  GMainLoop *loop;
  guint n_open;
  guint n_failed;
} Answers;

static void
edit_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers *answers = user_data;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, NULL);

  if (ids == NULL)
    answers->n_failed++;
  if (--answers->n_open == 0)
    g_main_loop_quit (answers->loop);
}

/* Edits asked for one upon the other are done in that order, and "saved" means all of them. */
static void
test_queue (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answers answers = { loop, 0, 0 };
  g_autofree char *notes = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      cw_document_apply_async (document, make_insert (document, text), edit_done, &answers);
      g_string_append_printf (wanted, "%s%u", i > 0 ? "\n" : "", i);
      answers.n_open++;
      g_assert_false (cw_document_is_saved (document));
    }
  g_main_loop_run (loop);
  g_assert_true (cw_document_is_saved (document));
  g_assert_cmpuint (answers.n_failed, ==, 0);
  notes = test_database_get_text (path, "SELECT rationale FROM mapping WHERE id > 7 ORDER BY id");
  g_assert_cmpstr (notes, ==, wanted->str);
  cw_document_close (document);
}

/* Closing waits for what was asked for. */
static void
test_close_with_queue (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answers answers = { loop, 0, 0 };
  g_autofree char *names = NULL;

  for (guint i = 0; i < N_EDITS; i++)
    {
      cw_document_apply_async (document, make_insert (document, "x"), edit_done, &answers);
      answers.n_open++;
    }
  cw_document_close (document);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + N_EDITS);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
  g_main_loop_run (loop);
  g_assert_cmpuint (answers.n_failed, ==, 0);
}

/* Two windows of two programs on one file take turns; none undoes what the other has done without
 * saying so, and nothing is lost. */
static void
test_two_writers (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) one = test_document_open (path);
  g_autoptr (CwDocument) two = test_document_open (path);
  g_autoptr (CwMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  guint n_done = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      CwDocument *document = i % 2 == 0 ? one : two;
      g_autofree char *text = g_strdup_printf ("%u", i);

      if (cw_document_apply (document, make_insert (document, text), NULL))
        n_done++;
    }
  g_assert_cmpuint (n_done, ==, N_EDITS);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + n_done);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM step"), ==, n_done);

  /* Two fields of one mapping, changed in two places. */
  cw_document_apply (one, make_note (CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, "from one"), &error);
  g_assert_no_error (error);
  g_assert_false (
    cw_document_apply (two, make_note (CW_STEP_RATIONALE, CW_MAPPING_RATIONALE, "from two"),
                       &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  /* Now it is known, and what is done is done on purpose. */
  cw_document_apply (two, make_note (CW_STEP_RATIONALE, CW_MAPPING_RATIONALE, "from two"), &error);
  g_assert_no_error (error);
  mapping = cw_document_get_mapping (one, TEST_MAPPING_FULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mapping->note_shared, ==, "from one");
  g_assert_cmpstr (mapping->rationale, ==, "from two");

  cw_document_close (one);
  cw_document_apply (two, make_insert (two, "after"), &error);
  g_assert_no_error (error);
  cw_document_close (two);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
  test_database_check (path);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + n_done + 1);
}

static void
on_changed (CwDocument *document, GArray *ids, GArray *seen)
{
  g_array_append_vals (seen, ids->data, ids->len);
}

static GArray *
watch (CwDocument *document)
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_signal_connect (document, "mappings-changed", G_CALLBACK (on_changed), seen);

  return seen;
}

static void
catch_up (CwDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_catch_up_async (document, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);
  ids = cw_document_apply_finish (document, result, &error);
  g_assert_no_error (error);
}

/* Who looks is told of what the other did, and whose step undo would take back. */
static void
test_told (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) one = test_document_open (path);
  g_autoptr (CwDocument) two = test_document_open (path);
  g_autoptr (GArray) seen = watch (two);
  g_autoptr (GError) error = NULL;

  cw_document_apply (one, make_note (CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, "from one"), &error);
  g_assert_no_error (error);
  g_assert_null (cw_document_get_undo_step (two));
  catch_up (two);
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_cmpint (g_array_index (seen, gint64, 0), ==, TEST_MAPPING_FULL);
  g_assert_cmpint (cw_document_get_undo_step (two)->kind, ==, CW_STEP_NOTE);

  /* There is nothing more to tell. */
  catch_up (two);
  g_assert_cmpuint (seen->len, ==, 1);
  cw_document_close (one);
  cw_document_close (two);
}

/* An edit of another row is no conflict, and tells of both. */
static void
test_other_row (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) one = test_document_open (path);
  g_autoptr (CwDocument) two = test_document_open (path);
  g_autoptr (GArray) seen = watch (two);
  gint64 third = TEST_MAPPING_THIRD;
  g_autoptr (GError) error = NULL;

  cw_document_apply (one, make_note (CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, "from one"), &error);
  g_assert_no_error (error);
  cw_document_apply (two, cw_edit_new_delete (&third, 1, NULL, NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->len, ==, 2);
  g_assert_cmpint (g_array_index (seen, gint64, 0), ==, TEST_MAPPING_FULL);
  g_assert_cmpint (g_array_index (seen, gint64, 1), ==, TEST_MAPPING_THIRD);
  cw_document_close (one);
  cw_document_close (two);
}

typedef struct
{
  GMainLoop *loop;
  CwEdit *edit;
  GError *error;
} Refused;

static void
on_refused (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Refused *refused = user_data;

  g_assert_null (cw_document_apply_finish (CW_DOCUMENT (source), result, &refused->error));
  refused->edit = cw_document_steal_edit (CW_DOCUMENT (source), result);
  g_main_loop_quit (refused->loop);
}

/* An edit that was refused is there to be asked for again, and is then done as it was meant. */
static void
test_again (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) one = test_document_open (path);
  g_autoptr (CwDocument) two = test_document_open (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Refused refused = { loop, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  cw_document_apply (one, make_note (CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, "from one"), &error);
  g_assert_no_error (error);
  cw_document_apply_async (two, make_note (CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, "from two"),
                           on_refused, &refused);
  g_main_loop_run (loop);
  g_assert_cmpint (cw_document_classify_error (refused.error), ==, CW_DOCUMENT_PROBLEM_CONFLICT);
  g_assert_nonnull (refused.edit);
  g_clear_error (&refused.error);
  note = test_database_get_text (path, "SELECT note_shared FROM mapping WHERE id = 1");
  g_assert_cmpstr (note, ==, "from one");

  cw_document_apply (two, refused.edit, &error);
  g_assert_no_error (error);
  g_free (note);
  note = test_database_get_text (path, "SELECT note_shared FROM mapping WHERE id = 1");
  g_assert_cmpstr (note, ==, "from two");
  cw_document_close (one);
  cw_document_close (two);
}

/* Undo does not take back what nobody here has seen. */
static void
test_undo_of_others (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) one = test_document_open (path);
  g_autoptr (CwDocument) two = test_document_open (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cw_document_apply (two, make_insert (two, "from two"), &error);
  g_assert_no_error (error);
  cw_document_apply (one, make_note (CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, "from one"), &error);
  g_assert_no_error (error);
  before = test_database_dump (path);
  g_assert_false (cw_document_undo (two, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  after = test_database_dump (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (cw_document_get_undo_step (two)->kind, ==, CW_STEP_NOTE);
  cw_document_undo (two, &error);
  g_assert_no_error (error);
  cw_document_close (one);
  cw_document_close (two);
}

static gpointer
write_many (gpointer path)
{
  g_autoptr (CwDocument) document = test_document_open (path);
  guint n_done = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      if (cw_document_apply (document, make_insert (document, "x"), NULL))
        n_done++;
    }
  cw_document_close (document);

  return GUINT_TO_POINTER (n_done);
}

/* The same at the same time. */
static void
test_two_writers_at_once (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  GThread *one = g_thread_new ("one", write_many, path);
  GThread *two = g_thread_new ("two", write_many, path);
  guint n_done = GPOINTER_TO_UINT (g_thread_join (one));
  g_autofree char *names = NULL;

  n_done += GPOINTER_TO_UINT (g_thread_join (two));
  g_assert_cmpuint (n_done, ==, 2 * N_EDITS);
  test_database_check (path);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + n_done);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
}

/* A reader in the middle of the table does not hold up an edit, nor see half of one. */
static void
test_reader_beside_writer (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) reader = cw_document_open (path, TRUE, &error);
  GPtrArray *lists = cw_document_get_lists (document);

  g_assert_no_error (error);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GArray) links = NULL;

      cw_document_apply (document, make_insert (document, "x"), &error);
      g_assert_no_error (error);
      links = cw_document_find_links (reader, 0, cw_document_get_lists (reader), lists, &error);
      g_assert_no_error (error);
    }
  cw_document_close (reader);
  cw_document_close (document);
}

/* A document that is let go of while something is being read from it, without having been closed:
 * the last to hold it may be the thread that read. */
static void
test_let_go (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);

  for (guint i = 0; i < N_EDITS; i++)
    {
      CwDocument *document = test_document_open (path);
      g_autoptr (GArray) links = NULL;
      g_autoptr (GError) error = NULL;

      links = cw_document_find_links (document, 0, cw_document_get_lists (document),
                                      cw_document_get_lists (document), &error);
      g_assert_no_error (error);
      cw_document_apply (document, make_insert (document, "x"), &error);
      g_assert_no_error (error);
      g_object_unref (document);
    }
  /* The last thread may still be about to close the file. */
  g_usleep (G_USEC_PER_SEC / 10);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + N_EDITS);
}

/* The bytes of a file by which SQLite says that it is read: SHARED_FIRST and SHARED_SIZE of
 * https://www.sqlite.org/src/file/src/os.h */
static gboolean
others_see_it_open (const char *path)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK,
                            .l_whence = SEEK_SET,
                            .l_start = 0x40000002,
                            .l_len = 510 };
      int fd = open (path, O_RDWR | O_CLOEXEC);

      _exit (fd < 0 || fcntl (fd, F_GETLK, &lock) < 0 ? 2 : lock.l_type == F_UNLCK);
    }
  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), !=, 2);

  return WEXITSTATUS (status) == 0;
}

/* While a document is open, no other program may take it for closed: it would put the log away.
 * Reading the file past SQLite, which each further connection could do, drops the locks. */
static void
test_stays_locked (void)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  g_autoptr (CwDocument) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  g_assert_true (others_see_it_open (path));
  ids = cw_document_search (document, filter, CW_SORT_LISTS, FALSE, languages, &error);
  g_assert_no_error (error);
  g_assert_true (others_see_it_open (path));
  second = cw_document_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (others_see_it_open (path));
  cw_document_close (second);
  g_assert_true (others_see_it_open (path));
  cw_document_close (document);
  g_assert_false (others_see_it_open (path));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/together/read-after-write", test_read_after_write);
  g_test_add_func ("/together/queue", test_queue);
  g_test_add_func ("/together/close-with-queue", test_close_with_queue);
  g_test_add_func ("/together/two-writers", test_two_writers);
  g_test_add_func ("/together/told", test_told);
  g_test_add_func ("/together/other-row", test_other_row);
  g_test_add_func ("/together/again", test_again);
  g_test_add_func ("/together/undo-of-others", test_undo_of_others);
  g_test_add_func ("/together/two-writers-at-once", test_two_writers_at_once);
  g_test_add_func ("/together/reader-beside-writer", test_reader_beside_writer);
  g_test_add_func ("/together/stays-locked", test_stays_locked);
  g_test_add_func ("/together/let-go", test_let_go);

  return g_test_run ();
}
