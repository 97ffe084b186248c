/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/error.h"

#include <string.h>

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = test_small_document_new (fixture->folder);
  fixture->document = test_document_open (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cw_document_close (fixture->document);
  g_object_unref (fixture->document);
  test_database_check (fixture->path);
  g_free (fixture->path);
  test_folder_free (fixture->folder);
}

static const CwItem *
item (Fixture *fixture, const char *list_key, const char *code)
{
  return test_document_get_item (fixture->document, list_key, code);
}

static gint64
count (Fixture *fixture, const char *what)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", what, NULL);

  return test_database_get_int (fixture->path, sql);
}

static void
apply (Fixture *fixture, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gint64 n_steps = count (fixture, "step");

  cw_document_apply (fixture->document, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "step"), ==, n_steps + 1);
}

/* Nothing is done, and there is no step. */
static void
apply_in_vain (Fixture *fixture, CwEdit *edit)
{
  g_autofree char *before = test_database_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_steps = count (fixture, "step");

  cw_document_apply (fixture->document, edit, &error);
  g_assert_no_error (error);
  after = test_database_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (count (fixture, "step"), ==, n_steps);
}

/* It is refused, nothing is done, there is no step, and what was undone can still be redone. */
static void
apply_refused (Fixture *fixture, CwEdit *edit, GQuark domain, int code)
{
  g_autofree char *before = test_database_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwStep) redo = cw_step_copy (cw_document_get_redo_step (fixture->document));
  gint64 n_steps = count (fixture, "step");

  g_assert_false (cw_document_apply (fixture->document, edit, &error));
  g_assert_error (error, domain, code);
  after = test_database_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (count (fixture, "step"), ==, n_steps);
  g_assert_cmpint (cw_document_get_redo_step (fixture->document) != NULL, ==, redo != NULL);
  g_assert_true (cw_document_is_saved (fixture->document));
}

static CwMapping *
get (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  CwMapping *mapping = cw_document_get_mapping (fixture->document, id, &error);

  g_assert_no_error (error);

  return mapping;
}

static void
check_undo (Fixture *fixture, const char *name)
{
  g_autofree char *found = cw_step_format_undo (cw_document_get_undo_step (fixture->document));

  g_assert_cmpstr (found, ==, name);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwMapping) mapping = NULL;

  apply (fixture, cw_edit_new_link (item (fixture, TEST_LEFT, "1.2"), CW_RELATION_NARROW,
                                    item (fixture, TEST_RIGHT, "4")));
  mapping = get (fixture, TEST_N_MAPPINGS + 1);
  g_assert_cmpint (mapping->subject_id, ==, item (fixture, TEST_LEFT, "1.2")->id);
  g_assert_cmpint (mapping->object_id, ==, item (fixture, TEST_RIGHT, "4")->id);
  g_assert_cmpint (mapping->object_list_id, ==, 0);
  g_assert_cmpint (mapping->relation, ==, CW_RELATION_NARROW);
  g_assert_cmpint (mapping->status, ==, CW_STATUS_DRAFT);
  g_assert_false (mapping->negated);
  g_assert_cmpfloat (mapping->confidence, <, 0);
  g_assert_cmpstr (mapping->rationale, ==, "");
  g_assert_cmpstr (mapping->author, ==, "Ben");
  g_assert_true (g_str_has_suffix (mapping->created, "Z"));
  g_assert_cmpuint (strlen (mapping->created), ==, strlen ("2024-01-02T03:04:05Z"));
  g_assert_cmpstr (mapping->modified, ==, mapping->created);
  check_undo (fixture, "Undo link 1.2 to 4");
}

/* Pressing another key on two linked items changes how they are linked, in the direction in which
 * the link was made. */
static void
test_relink (Fixture *fixture, gconstpointer data)
{
  const CwItem *left = item (fixture, TEST_LEFT, "1");
  const CwItem *right = item (fixture, TEST_RIGHT, "1");
  g_autoptr (CwMapping) before = get (fixture, TEST_MAPPING_FULL);
  g_autoptr (CwMapping) after = NULL;
  g_autoptr (CwMapping) wanted = cw_mapping_copy (before);

  apply (fixture, cw_edit_new_link (left, CW_RELATION_CLOSE, right));
  after = get (fixture, TEST_MAPPING_FULL);
  g_assert_cmpint (count (fixture, "mapping"), ==, TEST_N_MAPPINGS);
  check_undo (fixture, "Undo change of relation of 1 to 1");

  /* A review belongs to the content that it saw. */
  wanted->relation = CW_RELATION_CLOSE;
  wanted->status = CW_STATUS_PROPOSED;
  g_assert_cmpstr (after->modified, !=, before->modified);
  cw_mapping_set_text (&wanted->modified, after->modified);
  g_assert_true (cw_mapping_equal (after, wanted));
}

static void
test_relink_inverted (Fixture *fixture, gconstpointer data)
{
  const CwItem *left = item (fixture, TEST_LEFT, "1.1");
  const CwItem *right = item (fixture, TEST_RIGHT, "2");
  CwRelation relations[] = { CW_RELATION_NARROW, CW_RELATION_BROAD, CW_RELATION_OVERLAP };
  CwRelation stored[] = { CW_RELATION_BROAD, CW_RELATION_NARROW, CW_RELATION_OVERLAP };

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autoptr (CwMapping) mapping = NULL;

      apply (fixture, cw_edit_new_link (left, relations[i], right));
      mapping = get (fixture, TEST_MAPPING_INVERTED);
      g_assert_cmpint (mapping->relation, ==, stored[i]);
      g_assert_cmpint (mapping->subject_id, ==, right->id);
      g_assert_cmpint (mapping->object_id, ==, left->id);
      g_assert_cmpint (count (fixture, "mapping"), ==, TEST_N_MAPPINGS);
      apply_in_vain (fixture, cw_edit_new_link (left, relations[i], right));
      apply_in_vain (fixture, cw_edit_new_link (right, cw_relation_inverse (relations[i]), left));
    }
}

/* A mapping that says that two items do not correspond is not one of their links. */
/* What was rejected and is linked again is a draft again, even by the same relation. */
static void
test_relink_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwMapping) after = NULL;

  apply (fixture, cw_edit_new_link (item (fixture, TEST_LEFT, "3"), CW_RELATION_CLOSE,
                                    item (fixture, TEST_RIGHT, "4")));
  after = get (fixture, TEST_MAPPING_REJECTED);
  g_assert_cmpint (after->status, ==, CW_STATUS_DRAFT);
  g_assert_cmpint (after->relation, ==, CW_RELATION_CLOSE);
  g_assert_cmpint (count (fixture, "mapping"), ==, TEST_N_MAPPINGS);
  check_undo (fixture, "Undo link 3 to 4");
}

static void
test_link_beside_negated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwMapping) negated = NULL;
  g_autoptr (CwMapping) linked = NULL;

  apply (fixture, cw_edit_new_link (item (fixture, TEST_LEFT, "2"), CW_RELATION_CLOSE,
                                    item (fixture, TEST_RIGHT, "3")));
  negated = get (fixture, TEST_MAPPING_NEGATED);
  g_assert_cmpint (negated->relation, ==, CW_RELATION_EXACT);
  linked = get (fixture, TEST_N_MAPPINGS + 1);
  g_assert_cmpint (linked->relation, ==, CW_RELATION_CLOSE);
}

/* What is linked has a counterpart after all, on either side; absences elsewhere stay. */
static void
test_link_removes_absence (Fixture *fixture, gconstpointer data)
{
  const CwItem *left = item (fixture, TEST_LEFT, "2");
  const CwItem *right = item (fixture, TEST_RIGHT, "2.1");
  g_autoptr (GPtrArray) left_list = test_document_get_lists (fixture->document, TEST_LEFT, NULL);
  g_autoptr (GPtrArray) third = test_document_get_lists (fixture->document, TEST_THIRD, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  apply (fixture, cw_edit_new_absence (right, left_list, CW_ABSENCE_NOT_FOUND, NULL));
  apply (fixture, cw_edit_new_absence (left, third, CW_ABSENCE_NOT_FOUND, NULL));
  g_assert_cmpint (count (fixture, "mapping WHERE relation = 'none'"), ==, 3);
  before = test_database_dump (fixture->path);

  apply (fixture, cw_edit_new_link (left, CW_RELATION_EXACT, right));
  g_assert_cmpint (count (fixture, "mapping WHERE relation = 'none'"), ==, 1);
  g_assert_cmpint (test_database_get_int (
                     fixture->path, "SELECT object_list_id FROM mapping WHERE relation = 'none'"),
                   ==, cw_list_get_id (g_ptr_array_index (third, 0)));

  cw_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  after = test_database_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_absence (Fixture *fixture, gconstpointer data)
{
  const CwItem *left = item (fixture, TEST_LEFT, "1.2");
  g_autoptr (GPtrArray) both =
    test_document_get_lists (fixture->document, TEST_RIGHT, TEST_THIRD, NULL);
  g_autoptr (GPtrArray) right = test_document_get_lists (fixture->document, TEST_RIGHT, NULL);
  g_autoptr (CwMapping) first = NULL;
  g_autoptr (CwMapping) second = NULL;

  apply (fixture, cw_edit_new_absence (left, both, CW_ABSENCE_COVERED, "under 1"));
  check_undo (fixture, "Undo no counterpart");
  first = get (fixture, TEST_N_MAPPINGS + 1);
  second = get (fixture, TEST_N_MAPPINGS + 2);
  g_assert_cmpint (first->relation, ==, CW_RELATION_NONE);
  g_assert_cmpint (first->object_id, ==, 0);
  g_assert_cmpint (first->object_list_id, ==, cw_list_get_id (g_ptr_array_index (both, 0)));
  g_assert_cmpint (second->object_list_id, ==, cw_list_get_id (g_ptr_array_index (both, 1)));
  g_assert_cmpint (second->absence, ==, CW_ABSENCE_COVERED);
  g_assert_cmpstr (second->rationale, ==, "under 1");

  /* Once more is nothing; another reason is a change, and leaves the words where there are no new
   * ones. */
  apply_in_vain (fixture, cw_edit_new_absence (left, both, CW_ABSENCE_COVERED, NULL));
  apply_in_vain (fixture, cw_edit_new_absence (left, both, CW_ABSENCE_COVERED, "under 1"));
  apply (fixture, cw_edit_new_absence (left, right, CW_ABSENCE_OUT_OF_SCOPE, NULL));
  check_undo (fixture, "Undo no counterpart of 1.2 in " TEST_RIGHT);
  cw_mapping_unref (first);
  cw_mapping_unref (second);
  first = get (fixture, TEST_N_MAPPINGS + 1);
  second = get (fixture, TEST_N_MAPPINGS + 2);
  g_assert_cmpint (first->absence, ==, CW_ABSENCE_OUT_OF_SCOPE);
  g_assert_cmpstr (first->rationale, ==, "under 1");
  g_assert_cmpint (second->absence, ==, CW_ABSENCE_COVERED);
}

/* Where it is linked it has a counterpart: there the edit does nothing, and it is refused where
 * there is nothing else to do. A rejected or negated mapping is no link. */
static void
test_absence_of_linked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) left = test_document_get_lists (fixture->document, TEST_LEFT, NULL);
  g_autoptr (GPtrArray) right = test_document_get_lists (fixture->document, TEST_RIGHT, NULL);
  g_autoptr (GPtrArray) both =
    test_document_get_lists (fixture->document, TEST_RIGHT, TEST_THIRD, NULL);

  apply_refused (fixture,
                 cw_edit_new_absence (item (fixture, TEST_LEFT, "1"), both, CW_ABSENCE_COVERED, ""),
                 G_IO_ERROR, G_IO_ERROR_EXISTS);
  apply_refused (fixture,
                 cw_edit_new_absence (item (fixture, TEST_LEFT, "1.1"), right, CW_ABSENCE_COVERED,
                                      ""),
                 G_IO_ERROR, G_IO_ERROR_EXISTS);
  apply_refused (fixture,
                 cw_edit_new_absence (item (fixture, TEST_RIGHT, "2"), left, CW_ABSENCE_COVERED,
                                      ""),
                 G_IO_ERROR, G_IO_ERROR_EXISTS);

  apply (fixture,
         cw_edit_new_absence (item (fixture, TEST_LEFT, "1.1"), both, CW_ABSENCE_COVERED, ""));
  g_assert_cmpint (count (fixture, "mapping WHERE relation = 'none'"), ==, 2);
  apply (fixture,
         cw_edit_new_absence (item (fixture, TEST_LEFT, "3"), right, CW_ABSENCE_COVERED, ""));
  g_assert_cmpint (count (fixture, "mapping WHERE relation = 'none'"), ==, 3);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { TEST_MAPPING_FULL, TEST_MAPPING_ABSENCE, 999 };

  apply (fixture, cw_edit_new_delete (ids, 1, "1", "1"));
  check_undo (fixture, "Undo delete 1 to 1");
  g_assert_cmpint (count (fixture, "mapping"), ==, TEST_N_MAPPINGS - 1);

  /* One that is gone spoils it for all. */
  apply_refused (fixture, cw_edit_new_delete (ids + 1, 2, NULL, NULL), CW_STORE_ERROR,
                 CW_STORE_ERROR_GONE);
  apply_refused (fixture, cw_edit_new_delete (ids, 1, NULL, NULL), CW_STORE_ERROR,
                 CW_STORE_ERROR_GONE);
  apply_in_vain (fixture, cw_edit_new_delete (ids, 0, NULL, NULL));

  ids[0] = TEST_MAPPING_THIRD;
  apply (fixture, cw_edit_new_delete (ids, 2, NULL, NULL));
  check_undo (fixture, "Undo delete mappings");
  g_assert_cmpint (count (fixture, "mapping"), ==, TEST_N_MAPPINGS - 3);
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autoptr (CwMapping) signed_one = NULL;
  g_autoptr (CwMapping) unsigned_one = NULL;

  apply_in_vain (fixture, cw_edit_new_insert (mappings));
  for (guint i = 0; i < 2; i++)
    {
      CwMapping *mapping = get (fixture, TEST_MAPPING_FULL);

      if (i == 1)
        cw_mapping_set_text (&mapping->author, "");
      g_ptr_array_add (mappings, mapping);
    }
  apply (fixture, cw_edit_new_insert (mappings));
  check_undo (fixture, "Undo link items");

  /* What was given stays as it was; what was stored has an id, times, and an author. */
  g_assert_cmpint (((CwMapping *) mappings->pdata[0])->id, ==, TEST_MAPPING_FULL);
  signed_one = get (fixture, TEST_N_MAPPINGS + 1);
  unsigned_one = get (fixture, TEST_N_MAPPINGS + 2);
  g_assert_cmpstr (signed_one->author, ==, "Ann");
  g_assert_cmpstr (unsigned_one->author, ==, "Ben");
  g_assert_cmpstr (signed_one->quotation, ==, "“materials”");
  g_assert_cmpint (signed_one->status, ==, CW_STATUS_REVIEWED);

  /* A broken one spoils it for all. */
  ((CwMapping *) mappings->pdata[1])->subject_id = 7777;
  apply_refused (fixture, cw_edit_new_insert (mappings), CW_STORE_ERROR, CW_STORE_ERROR_FAILED);
  ((CwMapping *) mappings->pdata[1])->subject_id = 1;
  ((CwMapping *) mappings->pdata[1])->confidence = 1.5;
  apply_refused (fixture, cw_edit_new_insert (mappings), CW_STORE_ERROR, CW_STORE_ERROR_FAILED);
}

/* A new edit leaves behind what was undone, for good. */
static void
test_edit_drops_redo (Fixture *fixture, gconstpointer data)
{
  const CwItem *left = item (fixture, TEST_LEFT, "1.2");
  const CwItem *right = item (fixture, TEST_RIGHT, "4");
  g_autoptr (GError) error = NULL;

  apply (fixture, cw_edit_new_link (left, CW_RELATION_EXACT, right));
  apply (fixture, cw_edit_new_link (left, CW_RELATION_CLOSE, right));
  cw_document_undo (fixture->document, &error);
  cw_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  g_assert_nonnull (cw_document_get_redo_step (fixture->document));
  g_assert_null (cw_document_get_undo_step (fixture->document));

  apply (fixture, cw_edit_new_link (left, CW_RELATION_BROAD, right));
  g_assert_null (cw_document_get_redo_step (fixture->document));
  g_assert_false (cw_document_redo (fixture->document, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE);
  g_clear_error (&error);

  cw_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  g_assert_false (cw_document_undo (fixture->document, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE);
  g_assert_cmpint (count (fixture, "step"), ==, 6);
}

static void
note_ids (CwDocument *document, GArray *ids, gpointer user_data)
{
  GString *seen = user_data;

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (seen, "%" G_GINT64_FORMAT " ", g_array_index (ids, gint64, i));
  g_string_append (seen, "| ");
}

/* Whoever shows mappings is told which have changed, whichever way. */
static void
test_changed_signal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  gint64 ids[] = { 5, 1 };
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->document, "mappings-changed", G_CALLBACK (note_ids), seen);
  apply (fixture, cw_edit_new_delete (ids, 2, NULL, NULL));
  apply (fixture, cw_edit_new_link (item (fixture, TEST_LEFT, "2"), CW_RELATION_EXACT,
                                    item (fixture, TEST_RIGHT, "2")));
  cw_document_undo (fixture->document, &error);
  cw_document_undo (fixture->document, &error);
  cw_document_redo (fixture->document, &error);
  g_assert_no_error (error);
  apply_refused (fixture, cw_edit_new_delete (ids, 2, NULL, NULL), CW_STORE_ERROR,
                 CW_STORE_ERROR_GONE);
  g_assert_cmpstr (seen->str, ==, "1 5 | 3 8 | 3 8 | 1 5 | 1 5 | ");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_database_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (fixture->path, TRUE, &error);
  gint64 id = TEST_MAPPING_FULL;

  g_assert_no_error (error);
  g_assert_false (cw_document_apply (document, cw_edit_new_delete (&id, 1, NULL, NULL), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (cw_document_undo (document, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (cw_document_redo (document, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_assert_true (cw_document_is_saved (document));
  cw_document_close (document);
  after = test_database_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(name, func) g_test_add ("/edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("link", test_link);
  ADD ("relink", test_relink);
  ADD ("relink-inverted", test_relink_inverted);
  ADD ("relink-rejected", test_relink_rejected);
  ADD ("link-beside-negated", test_link_beside_negated);
  ADD ("link-removes-absence", test_link_removes_absence);
  ADD ("absence", test_absence);
  ADD ("absence-of-linked", test_absence_of_linked);
  ADD ("delete", test_delete);
  ADD ("insert", test_insert);
  ADD ("edit-drops-redo", test_edit_drops_redo);
  ADD ("changed-signal", test_changed_signal);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
