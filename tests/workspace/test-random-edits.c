/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "twin.h"

#define N_SEEDS 6
#define N_STEPS 150

/* A document, its twin, and the dump of every state that undo and redo can come to. */
typedef struct
{
  GRand *rand;
  char *path;
  CwDocument *document;
  TestTwin *twin;
  GPtrArray *dumps;
  gint64 n_steps;
} Pair;

static void
pair_open (Pair *pair, const char *folder, guint number)
{
  /* Random numbers begin anew in each case. */
  guint seed = (guint) g_test_rand_int () ^ (number * 2654435761u);

  g_test_message ("seed %u", seed);
  pair->rand = g_rand_new_with_seed (seed);
  pair->path = test_small_document_new (folder);
  pair->document = test_document_open (pair->path);
  pair->twin = test_twin_new (pair->path, "Ben");
  pair->dumps = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pair->dumps, test_database_dump (pair->path));
  pair->n_steps = 0;
}

static void
pair_close (Pair *pair)
{
  cw_document_close (pair->document);
  g_object_unref (pair->document);
  test_database_check (pair->path);
  test_twin_free (pair->twin);
  g_ptr_array_unref (pair->dumps);
  g_rand_free (pair->rand);
  g_free (pair->path);
}

/* The content is that of the twin, and to the letter what stood there the last time that the
 * document was in this state. */
static void
check_content (Pair *pair, gboolean new_state)
{
  guint place = test_twin_get_place (pair->twin);
  g_autoptr (GPtrArray) mappings = test_database_read_mappings (pair->path);
  g_autofree char *found = test_mappings_format (mappings);
  g_autofree char *wanted = test_mappings_format (test_twin_get_mappings (pair->twin));
  g_autofree char *dump = test_database_dump (pair->path);

  g_assert_cmpstr (found, ==, wanted);

  if (new_state)
    {
      g_assert_cmpuint (place, >, 0);
      g_assert_cmpstr (dump, !=, g_ptr_array_index (pair->dumps, place - 1));
      g_ptr_array_set_size (pair->dumps, (int) place);
      g_ptr_array_add (pair->dumps, g_steal_pointer (&dump));
      return;
    }

  g_assert_cmpstr (dump, ==, g_ptr_array_index (pair->dumps, place));
}

/* Nothing is ever taken out of the journal. */
static void
check_journal (Pair *pair, TestOutcome outcome)
{
  gint64 n_steps = test_database_get_int (pair->path, "SELECT count (*) FROM step");

  g_assert_cmpint (n_steps, ==, pair->n_steps + (outcome == TEST_OUTCOME_CHANGED ? 1 : 0));
  g_assert_cmpint (n_steps, ==,
                   test_database_get_int (pair->path, "SELECT coalesce (max (id), 0) FROM step"));
  pair->n_steps = n_steps;

  test_assert_same_step (cw_document_get_undo_step (pair->document),
                         test_twin_get_undo_step (pair->twin));
  test_assert_same_step (cw_document_get_redo_step (pair->document),
                         test_twin_get_redo_step (pair->twin));
}

static void
do_both (Pair *pair, const TestPlan *plan)
{
  g_autoptr (GError) error = NULL;
  gboolean moves = plan->kind == TEST_PLAN_UNDO || plan->kind == TEST_PLAN_REDO;
  TestOutcome outcome = test_twin_do (pair->twin, plan);
  gboolean done = test_plan_do (plan, pair->document, &error);

  if (outcome == TEST_OUTCOME_REFUSED)
    {
      g_assert_false (done);
      g_assert_nonnull (error);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_true (done);
    }

  check_content (pair, outcome == TEST_OUTCOME_CHANGED && !moves);
  check_journal (pair, outcome);
}

static void
reopen (Pair *pair)
{
  cw_document_close (pair->document);
  g_object_unref (pair->document);
  pair->document = test_document_open (pair->path);
  check_content (pair, FALSE);
  check_journal (pair, TEST_OUTCOME_UNCHANGED);
}

static void
do_kind (Pair *pair, TestPlanKind kind)
{
  TestPlan plan = { .kind = kind };

  do_both (pair, &plan);
}

/* Law 2, for every kind of edit in any order: what undo comes back to is what stood before, what
 * redo comes to is what was done, also after the document was closed. */
static void
test_random_sequence (gconstpointer data)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  Pair pair;

  pair_open (&pair, folder, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (TestPlan) plan = NULL;

      if (g_rand_int_range (pair.rand, 0, 20) == 0)
        reopen (&pair);
      plan = test_plan_new_random (pair.rand, pair.document, test_twin_get_mappings (pair.twin));
      do_both (&pair, plan);
    }

  /* All the way back, to the first state, and all the way forth. */
  while (test_twin_get_undo_step (pair.twin) != NULL)
    do_kind (&pair, TEST_PLAN_UNDO);
  do_kind (&pair, TEST_PLAN_UNDO);
  reopen (&pair);
  while (test_twin_get_redo_step (pair.twin) != NULL)
    do_kind (&pair, TEST_PLAN_REDO);
  do_kind (&pair, TEST_PLAN_REDO);
  pair_close (&pair);
}

/* Do, undo and redo each edit, over and over. */
static void
test_there_and_back (gconstpointer data)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  Pair pair;

  pair_open (&pair, folder, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < N_STEPS / 3; i++)
    {
      g_autoptr (TestPlan) plan =
        test_plan_new_random (pair.rand, pair.document, test_twin_get_mappings (pair.twin));

      do_both (&pair, plan);
      do_kind (&pair, TEST_PLAN_UNDO);
      do_kind (&pair, TEST_PLAN_REDO);
      do_kind (&pair, TEST_PLAN_UNDO);
      if (i % 2 == 0)
        do_kind (&pair, TEST_PLAN_REDO);
    }
  pair_close (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_SEEDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/random-edits/sequence/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random_sequence);
    }
  g_test_add_data_func ("/random-edits/there-and-back", GUINT_TO_POINTER (N_SEEDS),
                        test_there_and_back);

  return g_test_run ();
}
