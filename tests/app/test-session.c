/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session.h"
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "spin.h"

/* A session on the small document, with its first list on the left and its second on the right. */
typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  CwSession *session;
  SignalCount failures;
} Fixture;

static void
settle (Fixture *fixture)
{
  g_auto (SignalCount) links = { 0 };
  GPtrArray *lists = cw_session_get_lists (fixture->session, CW_SIDE_LEFT);
  g_autoptr (GPtrArray) same = g_ptr_array_new ();

  g_ptr_array_extend (same, lists, NULL, NULL);
  signal_count_begin (&links, fixture->session, "links-changed");
  cw_session_set_lists (fixture->session, CW_SIDE_LEFT, same);
  spin_until (links.n_times > 0);
  spin_until (cw_session_get_mapping_id (fixture->session) == 0 ||
              cw_session_get_mapping (fixture->session) != NULL);
}

static void
show (Fixture *fixture, CwSide side, const char *key, const char *other_key)
{
  g_autoptr (GPtrArray) lists = test_document_get_lists (fixture->document, key, other_key, NULL);

  cw_session_set_lists (fixture->session, side, lists);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = test_small_document_new (fixture->folder);
  fixture->document = test_document_open (fixture->path);
  fixture->session = cw_session_new (fixture->document);
  signal_count_begin (&fixture->failures, fixture->session, "failed");
  show (fixture, CW_SIDE_LEFT, TEST_LEFT, NULL);
  show (fixture, CW_SIDE_RIGHT, TEST_RIGHT, NULL);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->failures.n_times, ==, 0);
  signal_count_end (&fixture->failures);
  settle (fixture);
  spin_until (G_OBJECT (fixture->session)->ref_count == 1);
  g_assert_finalize_object (fixture->session);
  spin_until (cw_document_is_saved (fixture->document));
  cw_document_close (fixture->document);
  g_object_unref (fixture->document);
  test_database_check (fixture->path);
  g_free (fixture->path);
  test_folder_free (fixture->folder);
}

static const CwItem *
left (Fixture *fixture, const char *code)
{
  return test_document_get_item (fixture->document, TEST_LEFT, code);
}

static const CwItem *
right (Fixture *fixture, const char *code)
{
  return test_document_get_item (fixture->document, TEST_RIGHT, code);
}

static void
assert_selected (Fixture *fixture, const CwItem *on_left, const CwItem *on_right)
{
  g_assert_true (cw_session_get_selected (fixture->session, CW_SIDE_LEFT) == on_left);
  g_assert_true (cw_session_get_selected (fixture->session, CW_SIDE_RIGHT) == on_right);
}

static void
assert_current (Fixture *fixture, gint64 id)
{
  g_assert_cmpint (cw_session_get_mapping_id (fixture->session), ==, id);
  if (id == 0)
    {
      g_assert_null (cw_session_get_mapping (fixture->session));
      return;
    }
  spin_until (cw_session_get_mapping (fixture->session) != NULL);
  g_assert_cmpint (cw_session_get_mapping (fixture->session)->id, ==, id);
}

/* Going down one side shows each item with its first counterpart. */
static void
test_browse (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  assert_selected (fixture, left (fixture, "1"), right (fixture, "1"));
  assert_current (fixture, TEST_MAPPING_FULL);
  g_assert_false (
    cw_session_mapping_is_inverted (fixture->session, cw_session_get_mapping (fixture->session)));
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1.1"));
  assert_selected (fixture, left (fixture, "1.1"), right (fixture, "2"));
  assert_current (fixture, TEST_MAPPING_INVERTED);
  g_assert_true (
    cw_session_mapping_is_inverted (fixture->session, cw_session_get_mapping (fixture->session)));
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1.2"));
  assert_selected (fixture, left (fixture, "1.2"), NULL);
  assert_current (fixture, 0);
  g_assert_false (cw_session_get_is_pairing (fixture->session));
}

static void
test_browse_on_the_right (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_RIGHT, right (fixture, "2"));
  g_assert_cmpint (cw_session_get_active_side (fixture->session), ==, CW_SIDE_RIGHT);
  assert_selected (fixture, left (fixture, "1.1"), right (fixture, "2"));
  assert_current (fixture, TEST_MAPPING_INVERTED);
}

/* Going over to the other side pairs the two. */
static void
test_pair (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  cw_session_select (fixture->session, CW_SIDE_RIGHT, right (fixture, "3"));
  g_assert_true (cw_session_get_is_pairing (fixture->session));
  assert_selected (fixture, left (fixture, "1"), right (fixture, "3"));
  assert_current (fixture, 0);
  cw_session_select (fixture->session, CW_SIDE_RIGHT, right (fixture, "1"));
  assert_selected (fixture, left (fixture, "1"), right (fixture, "1"));
  assert_current (fixture, TEST_MAPPING_FULL);
}

/* What was linked is done with: the next selection begins anew. */
static void
test_settled_pair (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  cw_session_select (fixture->session, CW_SIDE_RIGHT, right (fixture, "3"));
  cw_session_settle_pair (fixture->session);
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1.1"));
  g_assert_false (cw_session_get_is_pairing (fixture->session));
  assert_selected (fixture, left (fixture, "1.1"), right (fixture, "2"));
  cw_session_select (fixture->session, CW_SIDE_RIGHT, right (fixture, "3"));
  g_assert_true (cw_session_get_is_pairing (fixture->session));
}

static void
test_unselect (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  cw_session_select (fixture->session, CW_SIDE_LEFT, NULL);
  g_assert_true (cw_session_get_active_item (fixture->session) == right (fixture, "1"));
  cw_session_select (fixture->session, CW_SIDE_RIGHT, NULL);
  assert_selected (fixture, NULL, NULL);
  g_assert_null (cw_session_get_active_item (fixture->session));
  assert_current (fixture, 0);
}

/* Selecting what is selected says nothing. */
static void
test_select_again (Fixture *fixture, gconstpointer data)
{
  g_auto (SignalCount) selections = { 0 };

  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  signal_count_begin (&selections, fixture->session, "selection-changed");
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  g_assert_cmpuint (selections.n_times, ==, 0);
}

static void
assert_counterparts (Fixture *fixture, CwSide side, const CwItem *first, const CwItem *second)
{
  g_autoptr (GArray) ids = cw_session_get_counterparts (fixture->session, side);

  g_assert_cmpuint (ids->len, ==, (first != NULL) + (second != NULL));
  if (first != NULL)
    g_assert_cmpint (g_array_index (ids, gint64, 0), ==, first->id);
  if (second != NULL)
    g_assert_cmpint (g_array_index (ids, gint64, 1), ==, second->id);
}

static void
test_counterparts (Fixture *fixture, gconstpointer data)
{
  show (fixture, CW_SIDE_RIGHT, TEST_RIGHT, TEST_THIRD);
  settle (fixture);
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  assert_counterparts (fixture, CW_SIDE_RIGHT, right (fixture, "1"),
                       test_document_get_item (fixture->document, TEST_THIRD, "1"));
  assert_counterparts (fixture, CW_SIDE_LEFT, NULL, NULL);
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1.2"));
  assert_counterparts (fixture, CW_SIDE_RIGHT, NULL, NULL);
}

/* What is negated or rejected is no counterpart, though it is the item's current mapping where
 * there is nothing better: an absence is. */
static void
test_no_counterpart (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "2"));
  assert_counterparts (fixture, CW_SIDE_RIGHT, NULL, NULL);
  assert_selected (fixture, left (fixture, "2"), NULL);
  assert_current (fixture, TEST_MAPPING_ABSENCE);
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "3"));
  assert_counterparts (fixture, CW_SIDE_RIGHT, NULL, NULL);
  assert_selected (fixture, left (fixture, "3"), NULL);
  assert_current (fixture, TEST_MAPPING_REJECTED);
  /* As a pair they have a mapping all the same. */
  cw_session_select (fixture->session, CW_SIDE_RIGHT, right (fixture, "4"));
  assert_current (fixture, TEST_MAPPING_REJECTED);
}

static void
test_select_mapping (Fixture *fixture, gconstpointer data)
{
  cw_session_select_mapping (fixture->session, TEST_MAPPING_INVERTED);
  assert_selected (fixture, left (fixture, "1.1"), right (fixture, "2"));
  assert_current (fixture, TEST_MAPPING_INVERTED);
  cw_session_select_mapping (fixture->session, TEST_MAPPING_NEGATED);
  assert_selected (fixture, left (fixture, "2"), right (fixture, "3"));
  assert_current (fixture, TEST_MAPPING_NEGATED);
  cw_session_select_mapping (fixture->session, TEST_MAPPING_ABSENCE);
  assert_selected (fixture, left (fixture, "2"), NULL);
  assert_current (fixture, TEST_MAPPING_ABSENCE);
  /* One that is not between the two sides. */
  cw_session_select_mapping (fixture->session, TEST_MAPPING_THIRD);
  assert_current (fixture, TEST_MAPPING_ABSENCE);
}

static void
test_swap (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_database_dump (fixture->path);
  g_autofree char *after = NULL;

  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  assert_current (fixture, TEST_MAPPING_FULL);
  cw_session_swap (fixture->session);
  assert_selected (fixture, right (fixture, "1"), left (fixture, "1"));
  g_assert_cmpint (cw_session_get_active_side (fixture->session), ==, CW_SIDE_RIGHT);
  assert_current (fixture, TEST_MAPPING_FULL);
  g_assert_true (
    cw_session_mapping_is_inverted (fixture->session, cw_session_get_mapping (fixture->session)));
  cw_session_select_mapping (fixture->session, TEST_MAPPING_ABSENCE);
  assert_selected (fixture, NULL, left (fixture, "2"));
  cw_session_select (fixture->session, CW_SIDE_LEFT, right (fixture, "2"));
  assert_current (fixture, 0);
  after = test_database_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const char *const chinese[] = { "zh-Hans", "en", NULL };
  static const char *const unknown[] = { "xx", NULL };
  g_auto (SignalCount) changes = { 0 };

  signal_count_begin (&changes, fixture->session, "languages-changed");
  cw_session_set_languages (fixture->session, chinese);
  g_assert_cmpstr (cw_session_get_label (fixture->session, left (fixture, "1")), ==, "先进材料");
  g_assert_cmpstr (cw_session_get_label (fixture->session, left (fixture, "3")), ==, "Blockchain");
  cw_session_set_languages (fixture->session, chinese);
  g_assert_cmpuint (changes.n_times, ==, 1);
  cw_session_set_languages (fixture->session, unknown);
  g_assert_cmpuint (changes.n_times, ==, 2);
  g_assert_nonnull (cw_session_get_label (fixture->session, left (fixture, "3")));
}

/* An item whose list goes is not selected any more, nor is its mapping current. */
static void
test_other_lists (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  show (fixture, CW_SIDE_LEFT, TEST_THIRD, NULL);
  assert_selected (fixture, NULL, right (fixture, "1"));
  settle (fixture);
  assert_current (fixture, TEST_MAPPING_NEIGHBOUR);
  show (fixture, CW_SIDE_RIGHT, TEST_LEFT, NULL);
  settle (fixture);
  assert_selected (fixture, NULL, NULL);
  assert_current (fixture, 0);
}

/* A mapping chosen in the table is current though it is not between the two sides. */
static void
test_show_mapping (Fixture *fixture, gconstpointer data)
{
  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  cw_session_show_mapping (fixture->session, TEST_MAPPING_NEIGHBOUR);
  assert_selected (fixture, NULL, NULL);
  assert_current (fixture, TEST_MAPPING_NEIGHBOUR);
  show (fixture, CW_SIDE_LEFT, TEST_THIRD, NULL);
  settle (fixture);
  assert_current (fixture, TEST_MAPPING_NEIGHBOUR);
  /* Where it is, its ends are selected. */
  cw_session_show_mapping (fixture->session, TEST_MAPPING_NEIGHBOUR);
  show (fixture, CW_SIDE_LEFT, TEST_LEFT, NULL);
  settle (fixture);
  cw_session_show_mapping (fixture->session, TEST_MAPPING_INVERTED);
  assert_selected (fixture, left (fixture, "1.1"), right (fixture, "2"));
  assert_current (fixture, TEST_MAPPING_INVERTED);
}

/* Late answers to earlier questions are dropped. */
static void
test_many_questions (Fixture *fixture, gconstpointer data)
{
  g_auto (SignalCount) links = { 0 };

  signal_count_begin (&links, fixture->session, "links-changed");
  for (guint i = 0; i < 50; i++)
    show (fixture, CW_SIDE_RIGHT, i % 2 == 0 ? TEST_RIGHT : TEST_THIRD, NULL);
  spin_until (links.n_times > 0);
  g_assert_cmpuint (cw_link_index_get_n_links (cw_session_get_links (fixture->session)), ==, 1);
  g_assert_cmpint (cw_link_index_get_link (cw_session_get_links (fixture->session), 0)->id, ==,
                   TEST_MAPPING_THIRD);
  settle (fixture);
  g_assert_cmpuint (links.n_times, ==, 2);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ids);
}

static void
apply (Fixture *fixture, CwEdit *edit)
{
  g_auto (SignalCount) links = { 0 };

  signal_count_begin (&links, fixture->session, "links-changed");
  cw_document_apply_async (fixture->document, edit, on_applied, NULL);
  spin_until (links.n_times > 0);
}

static void
undo (Fixture *fixture)
{
  g_auto (SignalCount) links = { 0 };

  signal_count_begin (&links, fixture->session, "links-changed");
  cw_document_undo_async (fixture->document, on_applied, NULL);
  spin_until (links.n_times > 0);
}

/* The pair's mapping is current as soon as it is made, and as long as it is there. */
static void
test_current_follows_edits (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1.2"));
  cw_session_select (fixture->session, CW_SIDE_RIGHT, right (fixture, "3"));
  assert_current (fixture, 0);
  apply (fixture,
         cw_edit_new_link (left (fixture, "1.2"), CW_RELATION_CLOSE, right (fixture, "3")));
  id = cw_session_get_mapping_id (fixture->session);
  g_assert_cmpint (id, !=, 0);
  assert_current (fixture, id);
  g_assert_cmpint (cw_session_get_mapping (fixture->session)->relation, ==, CW_RELATION_CLOSE);

  apply (fixture,
         cw_edit_new_link (left (fixture, "1.2"), CW_RELATION_BROAD, right (fixture, "3")));
  spin_until (cw_session_get_mapping (fixture->session)->relation == CW_RELATION_BROAD);
  assert_current (fixture, id);
  undo (fixture);
  spin_until (cw_session_get_mapping (fixture->session)->relation == CW_RELATION_CLOSE);
  undo (fixture);
  spin_until (cw_session_get_mapping_id (fixture->session) == 0);
  assert_current (fixture, 0);
  assert_selected (fixture, left (fixture, "1.2"), right (fixture, "3"));
}

static void
test_delete_current (Fixture *fixture, gconstpointer data)
{
  gint64 id = TEST_MAPPING_FULL;

  cw_session_select (fixture->session, CW_SIDE_LEFT, left (fixture, "1"));
  assert_current (fixture, id);
  apply (fixture, cw_edit_new_delete (&id, 1, "1", "1"));
  spin_until (cw_session_get_mapping_id (fixture->session) == 0);
  assert_current (fixture, 0);
  undo (fixture);
  assert_current (fixture, id);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session/browse", test_browse);
  ADD ("/session/browse-on-the-right", test_browse_on_the_right);
  ADD ("/session/pair", test_pair);
  ADD ("/session/settled-pair", test_settled_pair);
  ADD ("/session/unselect", test_unselect);
  ADD ("/session/select-again", test_select_again);
  ADD ("/session/counterparts", test_counterparts);
  ADD ("/session/no-counterpart", test_no_counterpart);
  ADD ("/session/select-mapping", test_select_mapping);
  ADD ("/session/swap", test_swap);
  ADD ("/session/languages", test_languages);
  ADD ("/session/other-lists", test_other_lists);
  ADD ("/session/show-mapping", test_show_mapping);
  ADD ("/session/many-questions", test_many_questions);
  ADD ("/session/current-follows-edits", test_current_follows_edits);
  ADD ("/session/delete-current", test_delete_current);

  return g_test_run ();
}
