/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "process.h"
#include "small-document.h"
#include "twin.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ROUNDS 30
#define N_EDITS 200

/* A sequence of edits follows from a seed: the process that is killed makes it, and so does the
 * one that looks at what is left. */
typedef struct
{
  GRand *rand;
  CwDocument *document;
  TestTwin *twin;
} Sequence;

static void
sequence_begin (Sequence *sequence, CwDocument *document, const char *seed)
{
  sequence->rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (seed, NULL, 10));
  sequence->document = document;
  sequence->twin = test_twin_new (cw_document_get_path (document), "Ben");
}

static TestPlan *
sequence_next (Sequence *sequence)
{
  TestPlan *plan = test_plan_new_random (sequence->rand, sequence->document,
                                         test_twin_get_mappings (sequence->twin));

  test_twin_do (sequence->twin, plan);

  return plan;
}

static void
sequence_end (Sequence *sequence)
{
  g_rand_free (sequence->rand);
  test_twin_free (sequence->twin);
}

/* Edits the document and says so after each edit, until it is killed or done. */
static int
play_editor (char **arguments)
{
  g_autoptr (CwDocument) document = test_document_open (arguments[0]);
  Sequence sequence;

  sequence_begin (&sequence, document, arguments[1]);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TestPlan) plan = sequence_next (&sequence);

      test_plan_do (plan, document, NULL);
      g_assert_cmpint (write (STDOUT_FILENO, ".", 1), ==, 1);
    }
  cw_document_close (document);
  sequence_end (&sequence);

  return 0;
}

/* What the document ought to hold before the first edit and after each. */
static GPtrArray *
foresee (const char *path, const char *seed)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (path, TRUE, &error);
  Sequence sequence;

  g_assert_no_error (error);
  sequence_begin (&sequence, document, seed);
  g_ptr_array_add (states, test_mappings_format (test_twin_get_mappings (sequence.twin)));
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TestPlan) plan = sequence_next (&sequence);

      g_assert_nonnull (plan);
      g_ptr_array_add (states, test_mappings_format (test_twin_get_mappings (sequence.twin)));
    }
  sequence_end (&sequence);
  cw_document_close (document);

  return states;
}

/* Kills the editor some time after it has said that @after edits are done; returns how many it
 * has said are. */
static guint
kill_editor (const char *path, const char *seed, guint after, gulong wait)
{
  char buffer[N_EDITS];
  guint n_said = 0;
  gssize length;
  int output, status;
  GPid pid = test_process_start (&output, "editor", path, seed, NULL);

  while (n_said < after && (length = read (output, buffer, 1)) > 0)
    n_said += (guint) length;
  g_usleep (wait);
  kill (pid, SIGKILL);

  while ((length = read (output, buffer, sizeof buffer)) > 0)
    n_said += (guint) length;
  close (output);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);

  return n_said;
}

static void
check_content (const char *path, GPtrArray *states, guint n_said)
{
  g_autoptr (GPtrArray) mappings = test_database_read_mappings (path);
  g_autofree char *found = test_mappings_format (mappings);

  if (g_str_equal (found, g_ptr_array_index (states, n_said)))
    return;

  /* The edit that was under way is there, or it is not. */
  g_assert_cmpuint (n_said, <, N_EDITS);
  g_assert_cmpstr (found, ==, g_ptr_array_index (states, n_said + 1));
}

/* The document works again, and closing it leaves one file. */
static void
check_life (const char *folder, const char *path)
{
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autofree char *before = test_database_dump (path);
  g_autofree char *after = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  const CwItem *left = test_document_get_item (document, TEST_LEFT, "1.2");
  const CwItem *right = test_document_get_item (document, TEST_THIRD, "2");

  cw_document_check (document, &error);
  g_assert_no_error (error);
  for (CwRelation relation = CW_RELATION_EXACT; relation <= CW_RELATION_CLOSE; relation++)
    {
      cw_document_apply (document, cw_edit_new_link (left, relation, right), &error);
      g_assert_no_error (error);
    }
  while (!g_str_equal (before, after != NULL ? after : ""))
    {
      cw_document_undo (document, &error);
      g_assert_no_error (error);
      g_free (after);
      after = test_database_dump (path);
    }
  cw_document_close (document);

  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk\nstart.crosswalk");
}

/* Law 1 */
static void
test_kill (gconstpointer data)
{
  /* Random numbers begin anew in each case. */
  guint number = (guint) g_test_rand_int () ^ (GPOINTER_TO_UINT (data) * 2654435761u);
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *start = g_build_filename (folder, "start.crosswalk", NULL);
  g_autofree char *seed = g_strdup_printf ("%u", number);
  g_autoptr (GPtrArray) states = NULL;
  guint after = (guint) g_rand_int_range (rand, 0, N_EDITS + 1);
  guint n_said;

  test_file_copy (path, start);
  states = foresee (start, seed);
  n_said = kill_editor (path, seed, after, (gulong) g_rand_int_range (rand, 0, 4000));
  g_test_message ("seed %s, killed after %u, said %u", seed, after, n_said);
  test_database_check (path);
  check_content (path, states, n_said);
  check_life (folder, path);
}

int
main (int argc, char **argv)
{
  test_part_add ("editor", play_editor);
  test_process_init (&argc, &argv);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/kill/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kill);
    }

  return g_test_run ();
}
