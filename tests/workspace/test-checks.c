/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/checks.h"

#include <string.h>

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->document = test_document_open (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_document_close (self->document);
  g_object_unref (self->document);
  test_database_check (self->path);
  g_free (self->path);
  test_folder_free (self->folder);
}

static CwCheckReport *
run (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  CwCheckReport *report = cw_document_run_checks (self->document, &error);

  g_assert_no_error (error);
  g_assert_null (report->not_compared);

  return report;
}

static void
apply (Fixture *self, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (self->document, edit, &error);
  g_assert_no_error (error);
}

/* Duplicates the mapping of left 1.1 and right 2, so that the pair is there twice. */
static void
make_finding (Fixture *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = TEST_MAPPING_INVERTED;

  g_array_append_val (ids, id);
  apply (self, cw_edit_new_bulk_duplicate (ids));
}

static CwFinding *
get_only (CwCheckReport *report)
{
  g_assert_cmpuint (report->findings->len, ==, 1);

  return g_ptr_array_index (report->findings, 0);
}

static void
test_finds (Fixture *self, gconstpointer data)
{
  static const char *const english[] = { "en", NULL };
  g_autoptr (CwCheckReport) before = run (self);
  g_autoptr (CwCheckReport) after = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *row = NULL;

  g_assert_cmpuint (before->findings->len, ==, 0);
  g_assert_cmpuint (cw_check_report_count_rules (before), ==, 0);

  make_finding (self);
  after = run (self);
  g_assert_cmpuint (after->n_open, ==, 1);
  g_assert_cmpuint (cw_check_report_count_rules (after), ==, 1);
  g_assert_cmpint (get_only (after)->rule, ==, CW_CHECK_PAIR_TWICE);
  sentence = cw_finding_format (get_only (after), self->document, english);
  g_assert_cmpstr (sentence, ==, "2 Nanomaterials and 1.1 Graphene have 2 mappings");
  row = cw_finding_format_link (&g_array_index (get_only (after)->links, CwLink, 0), self->document,
                                english);
  g_assert_cmpstr (row, ==, "2 Nanomaterials contains 1.1 Graphene");
}

/* What is in a coding is not checked. */
static void
test_codings (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) report = NULL;

  make_finding (self);
  test_database_exec (self->path, "INSERT INTO coding VALUES (1, 'first', 'Ada', 0, ''); "
                                  "UPDATE mapping SET coding_id = 1 WHERE id > 7");
  report = run (self);
  g_assert_cmpuint (report->findings->len, ==, 0);
}

/* A mark is one step, which undo takes back and redo makes again; it is known with who, when and
 * why, also after the document was opened anew. */
static void
test_mark (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) found = NULL;
  g_autoptr (CwCheckReport) marked = NULL;
  g_autoptr (CwCheckReport) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *name = NULL;

  make_finding (self);
  found = run (self);
  before = test_database_dump (self->path);
  apply (self, cw_edit_new_mark_finding (get_only (found), self->document, "  two views \n"));
  after = test_database_dump (self->path);
  g_assert_cmpstr (before, !=, after);
  name = cw_step_format_undo (cw_document_get_undo_step (self->document));
  g_assert_cmpstr (name, ==, "Undo mark of 2 and 1.1 as intended");

  marked = run (self);
  g_assert_cmpuint (marked->n_open, ==, 0);
  g_assert_cmpuint (cw_check_report_count_rules (marked), ==, 0);
  g_assert_cmpstr (get_only (marked)->mark->reason, ==, "two views");
  g_assert_cmpstr (get_only (marked)->mark->author, ==, "Ben");
  g_assert_cmpuint (strlen (get_only (marked)->mark->made), ==, 20);

  g_assert_true (cw_document_undo (self->document, &error));
  undone = test_database_dump (self->path);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (cw_document_redo (self->document, &error));
  redone = test_database_dump (self->path);
  g_assert_cmpstr (redone, ==, after);

  cw_document_close (self->document);
  g_object_unref (self->document);
  self->document = test_document_open (self->path);
  again = run (self);
  g_assert_cmpuint (again->n_open, ==, 0);
}

static void
test_unmark (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) found = NULL;
  g_autoptr (CwCheckReport) unmarked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  gint64 n_steps;

  make_finding (self);
  found = run (self);
  plain = test_database_dump (self->path);
  apply (self, cw_edit_new_mark_finding (get_only (found), self->document, "why"));
  marked = test_database_dump (self->path);
  apply (self, cw_edit_new_unmark_finding (get_only (found), self->document));
  unmarked = run (self);
  g_assert_cmpuint (unmarked->n_open, ==, 1);
  g_assert_null (get_only (unmarked)->mark);
  after = test_database_dump (self->path);
  g_assert_cmpstr (after, ==, plain);
  g_assert_true (cw_document_undo (self->document, &error));
  undone = test_database_dump (self->path);
  g_assert_cmpstr (undone, ==, marked);

  /* Nothing to take away, or marked already for the same reason: no step. */
  n_steps = test_database_get_int (self->path, "SELECT count (*) FROM step");
  apply (self, cw_edit_new_mark_finding (get_only (found), self->document, "why"));
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM step"), ==, n_steps);
  apply (self, cw_edit_new_mark_finding (get_only (found), self->document, "another reason"));
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM step"), ==,
                   n_steps + 1);
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM finding_mark"), ==, 1);
}

static void
test_no_reason (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) found = NULL;
  g_autoptr (GError) error = NULL;

  make_finding (self);
  found = run (self);
  g_assert_false (
    cw_document_apply (self->document,
                       cw_edit_new_mark_finding (get_only (found), self->document, " \t"), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM finding_mark"), ==, 0);
}

/* A mark counts for what was found, and no longer once that has changed. */
static void
test_mark_of_another (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) found = NULL;
  g_autoptr (CwCheckReport) changed = NULL;
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_OVERLAP, 2);

  make_finding (self);
  found = run (self);
  apply (self, cw_edit_new_mark_finding (get_only (found), self->document, "why"));
  apply (self, cw_edit_new_patch (CW_STEP_RELATE, TEST_N_MAPPINGS + 1, values, CW_MAPPING_RELATION,
                                  NULL, NULL));
  changed = run (self);
  g_assert_cmpuint (changed->n_open, ==, 1);
}

/* Of the lists that the program ships, an item that it does not ship is gone; of the user's own
 * lists nothing can be said. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) own = NULL;
  g_autoptr (CwCheckReport) shipped = NULL;

  cw_document_close (self->document);
  g_object_unref (self->document);
  test_database_exec (self->path, "UPDATE list SET key = 'us-cet-2024' WHERE key = '" TEST_RIGHT
                                  "'; UPDATE item SET code = '99.9' WHERE list_id = 2 "
                                  "AND code = '2'");
  self->document = test_document_open (self->path);
  own = run (self);
  g_assert_cmpuint (own->findings->len, ==, 0);

  cw_document_close (self->document);
  g_object_unref (self->document);
  test_database_exec (self->path, "UPDATE list SET shipped = 1");
  self->document = test_document_open (self->path);
  shipped = run (self);
  g_assert_cmpint (get_only (shipped)->rule, ==, CW_CHECK_ITEM_GONE);
  g_assert_cmpint (g_array_index (get_only (shipped)->links, CwLink, 0).id, ==,
                   TEST_MAPPING_INVERTED);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_null (cw_document_run_checks_finish (CW_DOCUMENT (source), result, error));
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  cw_document_run_checks_async (self->document, cancellable, on_checked, &error);
  g_cancellable_cancel (cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/workspace/checks/finds", test_finds);
  ADD ("/workspace/checks/codings", test_codings);
  ADD ("/workspace/checks/mark", test_mark);
  ADD ("/workspace/checks/unmark", test_unmark);
  ADD ("/workspace/checks/no-reason", test_no_reason);
  ADD ("/workspace/checks/mark-of-another", test_mark_of_another);
  ADD ("/workspace/checks/gone", test_gone);
  ADD ("/workspace/checks/cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
