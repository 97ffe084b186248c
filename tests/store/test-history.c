/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "plan.h"
#include "small-document.h"
#include "store/connection-private.h"
#include "store/history.h"
#include "workspace/document-private.h"

/* What the journal tells of every step, against copies of all mappings taken before and after each
 * step. */

typedef struct
{
  gint64 step_id;
  GPtrArray *before;
  GPtrArray *after;
} Snapshot;

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  CwConnection *reader;
  GArray *snapshots;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->document = test_document_open (self->path);
  self->reader = cw_connection_open (self->path, CW_CONNECTION_READER, &error);
  g_assert_no_error (error);
  self->snapshots = g_array_new (FALSE, FALSE, sizeof (Snapshot));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < self->snapshots->len; i++)
    {
      Snapshot *snapshot = &g_array_index (self->snapshots, Snapshot, i);

      g_ptr_array_unref (snapshot->before);
      g_ptr_array_unref (snapshot->after);
    }
  g_array_unref (self->snapshots);
  cw_connection_close (self->reader);
  cw_document_close (self->document);
  g_object_unref (self->document);
  g_free (self->path);
  test_folder_free (self->folder);
}

static gint64
get_last_step (Fixture *self)
{
  return test_database_get_int (self->path, "SELECT coalesce (max (id), 0) FROM step");
}

/* Does things at random and keeps a copy of everything around each step. */
static void
make_history (Fixture *self, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) before = test_database_read_mappings (self->path);
      gint64 last = get_last_step (self);
      g_autoptr (TestPlan) plan = test_plan_new_random (rand, self->document, before);
      Snapshot snapshot;

      test_plan_do (plan, self->document, NULL);
      if (get_last_step (self) == last)
        continue;
      snapshot.step_id = get_last_step (self);
      snapshot.before = g_steal_pointer (&before);
      snapshot.after = test_database_read_mappings (self->path);
      g_array_append_val (self->snapshots, snapshot);
    }
}

static CwMapping *
find (GPtrArray *mappings, gint64 id)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (mappings, i);

      if (mapping->id == id)
        return mapping;
    }

  return NULL;
}

static gboolean
is_same (const CwMapping *a, const CwMapping *b)
{
  return a == NULL || b == NULL ? a == b : cw_mapping_equal (a, b);
}

static void
append_change (GString *text, gint64 id, const CwMapping *before, const CwMapping *after)
{
  if (is_same (before, after))
    return;

  g_string_append_printf (text, "%d\n", (int) id);
  if (before != NULL)
    test_mappings_append_line (text, before);
  g_string_append (text, "->\n");
  if (after != NULL)
    test_mappings_append_line (text, after);
}

static gint64
get_last_mapping (Fixture *self)
{
  return test_database_get_int (self->path,
                                "SELECT seq FROM sqlite_sequence WHERE name = 'mapping'");
}

static char *
format_wanted (Fixture *self, const Snapshot *snapshot)
{
  GString *text = g_string_new (NULL);

  for (gint64 id = 1; id <= get_last_mapping (self); id++)
    append_change (text, id, find (snapshot->before, id), find (snapshot->after, id));

  return g_string_free (text, FALSE);
}

static void
check_steps (Fixture *self)
{
  guint n_changes_seen = 0;

  for (guint i = 0; i < self->snapshots->len; i++)
    {
      const Snapshot *snapshot = &g_array_index (self->snapshots, Snapshot, i);
      g_autoptr (GError) error = NULL;
      guint n_changes = 0;
      g_autoptr (GPtrArray) changes =
        cw_history_load_changes (self->reader, snapshot->step_id, 1000, &n_changes, &error);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *wanted = format_wanted (self, snapshot);

      g_assert_no_error (error);
      g_assert_cmpuint (changes->len, <=, n_changes);
      for (guint j = 0; j < changes->len; j++)
        {
          const CwMappingChange *change = g_ptr_array_index (changes, j);

          g_assert_cmpint (change->step_id, ==, snapshot->step_id);
          append_change (found, change->mapping_id, change->before, change->after);
          n_changes_seen++;
        }
      g_assert_cmpstr (found->str, ==, wanted);
    }
  g_assert_cmpuint (n_changes_seen, >, 0);
}

/* All that happened to one mapping, the newest first, in pages. */
static void
check_mapping (Fixture *self, gint64 id)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  gint64 before_step = 0;

  for (guint i = self->snapshots->len; i > 0; i--)
    {
      const Snapshot *snapshot = &g_array_index (self->snapshots, Snapshot, i - 1);

      append_change (wanted, id, find (snapshot->before, id), find (snapshot->after, id));
    }

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes =
        cw_history_load_changes_of (self->reader, id, before_step, 3, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (changes->len, <=, 3);
      if (changes->len == 0)
        break;
      for (guint i = 0; i < changes->len; i++)
        {
          const CwMappingChange *change = g_ptr_array_index (changes, i);

          g_assert_true (before_step == 0 || change->step_id < before_step);
          before_step = change->step_id;
          append_change (found, id, change->before, change->after);
        }
    }
  g_assert_cmpstr (found->str, ==, wanted->str);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  make_history (self, rand, 250);
  check_steps (self);
  for (gint64 id = 1; id <= get_last_mapping (self); id++)
    check_mapping (self, id);
}

/* One step that touches a row several times, makes one and deletes it again, and deletes one that
 * was changed before. */
static void
test_within_a_step (Fixture *self, gconstpointer data)
{
  g_autoptr (CwConnection) writer = NULL;
  g_autoptr (CwStep) step = cw_step_new (CW_STEP_RATIONALE, NULL, NULL, 3);
  const CwJournalStamp stamp = { "Ben", "2024-02-03T04:05:06Z", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const CwMappingChange *first, *second;
  guint n_changes = 0;

  cw_document_close (self->document);
  writer = cw_connection_open (self->path, CW_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (cw_connection_start_writing (writer, &error));
  g_assert_true (cw_journal_begin (writer, step, &stamp, &error));
  _cw_connection_exec (
    writer,
    "UPDATE mapping SET rationale = 'r1' WHERE id = 1; "
    "UPDATE mapping SET rationale = 'r2' WHERE id = 1; "
    "UPDATE mapping SET url = 'u' WHERE id = 2; DELETE FROM mapping WHERE id = 2; "
    "INSERT INTO mapping (id, subject_id, relation, object_id, created, modified) "
    "VALUES (50, 5, 'close', 8, '', ''); DELETE FROM mapping WHERE id = 50",
    &error);
  g_assert_no_error (error);
  g_assert_true (cw_journal_commit (writer, NULL, &error));

  changes = cw_history_load_changes (writer, 1, 100, &n_changes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_cmpuint (changes->len, ==, 2);
  first = g_ptr_array_index (changes, 0);
  g_assert_cmpint (first->mapping_id, ==, 1);
  g_assert_cmpstr (first->before->rationale, ==, "Part of it; 一部分.");
  g_assert_cmpstr (first->after->rationale, ==, "r2");
  second = g_ptr_array_index (changes, 1);
  g_assert_cmpint (second->mapping_id, ==, 2);
  g_assert_cmpstr (second->before->url, ==, "");
  g_assert_null (second->after);
}

/* A step of many mappings is read in part and counted whole. */
static void
test_limit (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_EXACT, 2);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  values->confidence = 0.25;
  for (gint64 id = 1; id <= TEST_N_MAPPINGS; id++)
    g_array_append_val (ids, id);
  cw_document_apply (self->document,
                     cw_edit_new_bulk_patch (CW_STEP_CONFIDENCE, ids, values,
                                             CW_MAPPING_CONFIDENCE),
                     &error);
  g_assert_no_error (error);

  changes = cw_history_load_changes (self->reader, 1, 3, &n_changes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpuint (n_changes, ==, TEST_N_MAPPINGS);
}

/* The list of steps: newest first, by author, with what became of each. */
static void
test_steps (Fixture *self, gconstpointer data)
{
  const CwItem *left = test_document_get_item (self->document, TEST_LEFT, "2");
  const CwItem *right = test_document_get_item (self->document, TEST_RIGHT, "1");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) hers = NULL;
  g_autoptr (GPtrArray) authors = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  cw_document_apply (self->document, cw_edit_new_link (left, CW_RELATION_EXACT, right), &error);
  g_assert_no_error (error);
  cw_document_set_author (self->document, "Cleo", NULL);
  cw_document_apply (self->document, cw_edit_new_link (left, CW_RELATION_CLOSE, right), &error);
  g_assert_no_error (error);
  g_assert_true (cw_document_undo (self->document, &error));
  g_assert_true (cw_document_redo (self->document, &error));
  g_assert_true (cw_document_undo (self->document, &error));

  keys = cw_history_find (self->reader, NULL, &error);
  g_assert_no_error (error);
  hers = cw_history_find (self->reader, "Cleo", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 5);
  g_assert_cmpuint (hers->len, ==, 4);
  for (guint i = 0; i < keys->len; i++)
    {
      const CwHistoryKey *key = &g_array_index (keys, CwHistoryKey, i);

      g_assert_cmpint (key->id, ==, 5 - i);
      g_assert_cmpint (ABS (key->made - g_get_real_time () / G_USEC_PER_SEC), <, 600);
      g_array_append_val (ids, key->id);
    }
  authors = cw_history_find_authors (self->reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (authors->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (authors, 0), ==, "Ben");

  steps = cw_history_load (self->reader, (const gint64 *) (void *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < steps->len; i++)
    {
      const CwHistoryStep *step = g_ptr_array_index (steps, i);
      g_autofree char *done = cw_history_step_format (step);
      guint n_back = 0;

      g_assert_true (cw_history_count_from (self->reader, step->id, &n_back, &error));
      g_string_append_printf (text, "%s %s %s %d: %s, %u\n", step->author,
                              cw_history_action_to_key (step->action),
                              cw_history_state_to_key (step->state), (int) step->target_id, done,
                              n_back);
      g_assert_cmpint (cw_history_step_holds (step), ==, n_back > 0);
    }
  g_assert_cmpstr (text->str, ==,
                   "Cleo undo done 2: Undid: Changed the relation of 2 to 1, 0\n"
                   "Cleo redo done 2: Did again: Changed the relation of 2 to 1, 0\n"
                   "Cleo undo done 2: Undid: Changed the relation of 2 to 1, 0\n"
                   "Cleo edit undone 0: Changed the relation of 2 to 1, 0\n"
                   "Ben edit done 0: Linked 2 to 1, 1\n");
}

/* Going back: the document is as it was before the step, to the letter; everything can be done
 * again; and the journal has grown. */
static void
test_go_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autofree char *last = NULL;
  g_autofree char *now = NULL;
  gint64 n_steps, n_edits;
  gboolean more_to_redo;
  guint place = 0;

  while (place < 10)
    {
      make_history (self, rand, 60);
      while (cw_document_get_redo_step (self->document) != NULL)
        g_assert_true (cw_document_redo (self->document, NULL));
      place = (guint) test_database_get_int (
        self->path, "SELECT count (*) FROM step WHERE action = 'edit' AND state = 'done'");
    }
  last = test_database_dump (self->path);
  n_steps = get_last_step (self);
  more_to_redo = cw_document_get_redo_step (self->document) != NULL;

  for (guint round = 0; round < 5; round++)
    {
      guint nth = (guint) g_rand_int_range (rand, 0, (int) place);
      g_autofree char *sql =
        g_strdup_printf ("SELECT id FROM step WHERE action = 'edit' AND state = 'done' "
                         "ORDER BY id LIMIT 1 OFFSET %u",
                         nth);
      gint64 step_id = test_database_get_int (self->path, sql);
      g_autofree char *by_hand = NULL;
      g_autofree char *back = NULL;
      g_autoptr (GError) error = NULL;

      /* The same, one by one */
      for (guint i = nth; i < place; i++)
        g_assert_true (cw_document_undo (self->document, &error));
      by_hand = test_database_dump (self->path);
      for (guint i = nth; i < place; i++)
        g_assert_true (cw_document_redo (self->document, &error));

      n_edits = get_last_step (self);
      g_assert_true (cw_document_go_back (self->document, step_id, &error));
      g_assert_no_error (error);
      back = test_database_dump (self->path);
      g_assert_cmpstr (back, ==, by_hand);
      g_assert_cmpint (get_last_step (self), ==, n_edits + (place - nth));

      for (guint i = nth; i < place; i++)
        g_assert_true (cw_document_redo (self->document, &error));
      g_assert_true ((cw_document_get_redo_step (self->document) != NULL) == more_to_redo);
      g_free (now);
      now = test_database_dump (self->path);
      g_assert_cmpstr (now, ==, last);
    }
  g_assert_cmpint (get_last_step (self), >, n_steps);
  test_database_check (self->path);
}

static void
on_changed (CwDocument *document, GArray *ids, GArray *seen)
{
  g_array_append_vals (seen, ids->data, ids->len);
}

/* What cannot be gone back to is refused, and nothing is done. */
static void
test_go_back_refused (Fixture *self, gconstpointer data)
{
  const CwItem *left = test_document_get_item (self->document, TEST_LEFT, "2");
  const CwItem *right = test_document_get_item (self->document, TEST_RIGHT, "1");
  const gint64 wrong[] = { 2, 3, 4, 99, 0, -1 };
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cw_document_apply (self->document, cw_edit_new_link (left, CW_RELATION_EXACT, right), &error);
  cw_document_apply (self->document, cw_edit_new_link (left, CW_RELATION_CLOSE, right), &error);
  g_assert_true (cw_document_undo (self->document, &error));
  before = test_database_dump (self->path);
  g_signal_connect (self->document, "mappings-changed", G_CALLBACK (on_changed), seen);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (cw_document_go_back (self->document, wrong[i], &error));
      g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE);
      g_clear_error (&error);
    }
  after = test_database_dump (self->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (seen->len, ==, 0);

  g_assert_true (cw_document_redo (self->document, &error));
  g_array_set_size (seen, 0);
  g_assert_true (cw_document_go_back (self->document, 1, &error));
  /* The absence that the link took away is back; the link was touched by two steps. */
  g_assert_cmpuint (seen->len, ==, 2);
  g_assert_cmpint (g_array_index (seen, gint64, 0), ==, TEST_MAPPING_ABSENCE);
  g_assert_cmpint (g_array_index (seen, gint64, 1), ==, TEST_N_MAPPINGS + 1);
  g_assert_null (cw_document_get_undo_step (self->document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/history/random", test_random);
  ADD ("/history/within-a-step", test_within_a_step);
  ADD ("/history/limit", test_limit);
  ADD ("/history/steps", test_steps);
  ADD ("/history/go-back", test_go_back);
  ADD ("/history/go-back-refused", test_go_back_refused);
#undef ADD

  return g_test_run ();
}
