/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/corrections.h"
#include "workspace/list-edit.h"
#include "workspace/list-file.h"

#include <glib/gstdio.h>

/* A document whose third list counts as shipped, and a folder that takes the place of what the
 * program ships. */
typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
} Fixture;

static void
ship (Fixture *self, CwListDraft *draft)
{
  g_autofree char *path =
    g_build_filename (self->folder, "data", "lists", TEST_THIRD ".json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = cw_list_draft_build (draft, &error);

  g_assert_no_error (error);
  cw_list_file_save (list, CW_LIST_FILE_JSON, file, &error);
  g_assert_no_error (error);
}

static CwListDraft *
get_draft (Fixture *self)
{
  return cw_list_draft_new_from_list (cw_document_find_list (self->document, TEST_THIRD));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *lists = NULL;
  g_autofree char *shipped = NULL;
  g_autoptr (CwListDraft) draft = NULL;

  self->folder = test_folder_new ();
  lists = g_build_filename (self->folder, "data", "lists", NULL);
  g_mkdir_with_parents (lists, 0700);
  shipped = g_build_filename (self->folder, "data", NULL);
  g_setenv ("CROSSWALK_DATA_DIR", shipped, TRUE);

  self->path = test_small_document_new (self->folder);
  test_database_exec (self->path, "UPDATE list SET shipped = 1 WHERE key = '" TEST_THIRD "'");
  self->document = test_document_open (self->path);
  draft = get_draft (self);
  ship (self, draft);
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

static CwCorrections *
find (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  CwCorrections *corrections = cw_document_find_corrections (self->document, &error);

  g_assert_no_error (error);

  return corrections;
}

static void
assert_none (Fixture *self)
{
  g_autoptr (CwCorrections) corrections = find (self);

  g_assert_cmpuint (cw_corrections_get_n (corrections), ==, 0);
  g_assert_null (cw_corrections_find (corrections, TEST_THIRD));
}

static void
apply (Fixture *self, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_database_dump (self->path);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  cw_document_apply (self->document, edit, &error);
  g_assert_no_error (error);
  after = test_database_dump (self->path);
  g_assert_cmpstr (after, !=, before);

  cw_document_undo (self->document, &error);
  g_assert_no_error (error);
  again = test_database_dump (self->path);
  g_assert_cmpstr (again, ==, before);
  g_free (again);
  cw_document_redo (self->document, &error);
  g_assert_no_error (error);
  again = test_database_dump (self->path);
  g_assert_cmpstr (again, ==, after);
}

/* What the user adds is no difference. */
static void
test_same (Fixture *self, gconstpointer data)
{
  CwLabel mine = { "en", "Mine", CW_LABEL_PREFERRED, CW_LABEL_USER };
  CwLabel other = { "fr", "Autre", CW_LABEL_ALTERNATIVE, CW_LABEL_USER };

  assert_none (self);
  apply (self, cw_edit_new_item_note (test_document_get_item (self->document, TEST_THIRD, "1"),
                                      "A note"));
  apply (self, cw_edit_new_item_label (test_document_get_item (self->document, TEST_THIRD, "1"),
                                       NULL, &mine));
  apply (self, cw_edit_new_item_label (test_document_get_item (self->document, TEST_THIRD, "1"),
                                       NULL, &other));
  assert_none (self);
}

/* Item 1, which is mapped, is gone; 2 is called otherwise; 3 is new; the card is another. */
static void
ship_correction (Fixture *self)
{
  g_autoptr (CwListDraft) draft = get_draft (self);
  CwDraftItem *item;

  cw_list_draft_remove (draft, 0);
  item = cw_list_draft_get_item (draft, 0);
  g_free (cw_draft_item_get_label (item, 0)->text);
  cw_draft_item_get_label (item, 0)->text = g_strdup ("Autonomy");
  item = cw_list_draft_get_item (draft, cw_list_draft_append (draft, 0, "3"));
  cw_draft_item_add_label (item, "en", "Fusion", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
  g_free (draft->card->purpose);
  draft->card->purpose = g_strdup ("To set priorities");
  for (guint i = 0; i < cw_list_draft_get_n_items (draft); i++)
    {
      item = cw_list_draft_get_item (draft, i);
      for (guint j = item->labels->len; j-- > 0;)
        {
          if (cw_draft_item_get_label (item, j)->origin == CW_LABEL_USER)
            cw_draft_item_remove_label (item, j);
        }
      g_free (item->note);
      item->note = g_strdup ("");
    }
  ship (self, draft);
}

static void
test_what_is_said (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCorrections) corrections = NULL;
  const CwCorrection *correction;

  ship_correction (self);
  corrections = find (self);
  g_assert_cmpuint (cw_corrections_get_n (corrections), ==, 1);
  correction = cw_corrections_find (corrections, TEST_THIRD);
  g_assert_nonnull (correction);
  g_assert_cmpuint (correction->added->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (correction->added, 0), ==, "3 Fusion");
  g_assert_cmpuint (correction->gone->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (correction->gone, 0), ==, "1 Advanced engineering materials");
  g_assert_cmpuint (correction->relabelled->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (correction->relabelled, 0), ==,
                   "2 (en): Autonomous systems → Autonomy");
  g_assert_true (correction->card_changed);
  g_assert_cmpuint (correction->n_moved, ==, 0);
}

static void
test_take_and_keep (Fixture *self, gconstpointer data)
{
  CwLabel mine = { "en", "Mine", CW_LABEL_PREFERRED, CW_LABEL_USER };
  gint64 kept_id = test_document_get_item (self->document, TEST_THIRD, "1")->id;
  gint64 renamed_id = test_document_get_item (self->document, TEST_THIRD, "2")->id;
  g_autoptr (CwCorrections) corrections = NULL;
  const CwItem *item;

  apply (self, cw_edit_new_item_label (test_document_get_item (self->document, TEST_THIRD, "2"),
                                       NULL, &mine));
  ship_correction (self);
  corrections = find (self);
  apply (self, cw_edit_new_correction (cw_document_find_list (self->document, TEST_THIRD),
                                       cw_corrections_find (corrections, TEST_THIRD), TRUE));

  item = test_document_get_item (self->document, TEST_THIRD, "2");
  g_assert_cmpint (item->id, ==, renamed_id);
  g_assert_cmpuint (item->n_labels, ==, 2);
  g_assert_cmpstr (item->labels[0].text, ==, "Autonomy");
  g_assert_cmpstr (item->labels[1].text, ==, "Mine");
  g_assert_nonnull (cw_list_find_item (item->list, "3"));
  g_assert_cmpint (test_document_get_item (self->document, TEST_THIRD, "1")->id, ==, kept_id);
  g_assert_cmpstr (cw_list_get_card (item->list)->purpose, ==, "To set priorities");
  g_assert_true (cw_list_get_card (item->list)->shipped);
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS);
  /* The item that was kept is no reason to ask again. */
  assert_none (self);
}

static void
test_take_all (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCorrections) corrections = NULL;
  CwList *list;

  ship_correction (self);
  corrections = find (self);
  apply (self, cw_edit_new_correction (cw_document_find_list (self->document, TEST_THIRD),
                                       cw_corrections_find (corrections, TEST_THIRD), FALSE));
  list = cw_document_find_list (self->document, TEST_THIRD);
  g_assert_cmpuint (cw_list_get_n_items (list), ==, 2);
  g_assert_null (cw_list_find_item (list, "1"));
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS - 2);
  assert_none (self);
}

/* What was declined is not offered again, until something else is shipped. */
static void
test_decline (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCorrections) corrections = NULL;
  g_autoptr (CwCorrections) later = NULL;
  g_autoptr (CwListDraft) draft = NULL;

  ship_correction (self);
  corrections = find (self);
  apply (self, cw_edit_new_decline (cw_document_find_list (self->document, TEST_THIRD),
                                    cw_corrections_find (corrections, TEST_THIRD)));
  assert_none (self);
  g_assert_nonnull (cw_list_find_item (cw_document_find_list (self->document, TEST_THIRD), "1"));

  draft = get_draft (self);
  g_clear_pointer (&draft->card->declined, g_free);
  g_free (draft->card->legal_force);
  draft->card->legal_force = g_strdup ("None");
  ship (self, draft);
  later = find (self);
  g_assert_cmpuint (cw_corrections_get_n (later), ==, 1);
}

/* A list of the user's own is nobody else's, whatever it is called. */
static void
test_own_list (Fixture *self, gconstpointer data)
{
  ship_correction (self);
  cw_document_close (self->document);
  g_object_unref (self->document);
  test_database_exec (self->path, "UPDATE list SET shipped = 0");
  self->document = test_document_open (self->path);
  assert_none (self);
}

static void
test_nothing_shipped (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("CROSSWALK_DATA_DIR", "/nonexistent", TRUE);
  g_assert_null (cw_document_find_corrections (self->document, &error));
  g_assert_nonnull (error);
}

static void
add (const char *name, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/corrections/same", test_same);
  add ("/corrections/what-is-said", test_what_is_said);
  add ("/corrections/take-and-keep", test_take_and_keep);
  add ("/corrections/take-all", test_take_all);
  add ("/corrections/decline", test_decline);
  add ("/corrections/own-list", test_own_list);
  add ("/corrections/nothing-shipped", test_nothing_shipped);

  return g_test_run ();
}
