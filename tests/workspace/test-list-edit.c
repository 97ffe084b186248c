/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/error.h"
#include "workspace/item-counts.h"
#include "workspace/list-edit.h"

#include <string.h>

/* A document with two own lists and mappings between them, and one list that counts as shipped. */
typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  guint n_lists_changed;
} Fixture;

static void
on_lists_changed (CwDocument *document, Fixture *self)
{
  self->n_lists_changed++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  test_database_exec (self->path, "UPDATE list SET shipped = 1 WHERE key = '" TEST_THIRD "'");
  self->document = test_document_open (self->path);
  g_signal_connect (self->document, "lists-changed", G_CALLBACK (on_lists_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  cw_document_close (self->document);
  g_object_unref (self->document);
  test_database_check (self->path);
  g_free (self->path);
  test_folder_free (self->folder);
}

static CwList *
get_list (Fixture *self, const char *key)
{
  return cw_document_find_list (self->document, key);
}

static const CwItem *
get_item (Fixture *self, const char *key, const char *code)
{
  return test_document_get_item (self->document, key, code);
}

/* "CODE name; alternative, …" a line, indented by level. */
static char *
format_list (CwList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      for (guint j = 0; j < item->depth; j++)
        g_string_append_c (text, '>');
      g_string_append (text, item->code);
      for (guint j = 0; j < item->n_labels; j++)
        g_string_append_printf (text, " %s%s:%s",
                                item->labels[j].kind == CW_LABEL_ALTERNATIVE ? "~" : "",
                                item->labels[j].language, item->labels[j].text);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* What the document holds in memory is what stands in the file. */
static void
check_memory (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) again = cw_document_open (self->path, TRUE, &error);
  GPtrArray *lists = cw_document_get_lists (self->document);
  GPtrArray *wanted;

  g_assert_no_error (error);
  wanted = cw_document_get_lists (again);
  g_assert_cmpuint (lists->len, ==, wanted->len);
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *a = g_ptr_array_index (lists, i);
      CwList *b = g_ptr_array_index (wanted, i);
      g_autofree char *found = format_list (a);
      g_autofree char *stored = format_list (b);

      g_assert_cmpint (cw_list_get_id (a), ==, cw_list_get_id (b));
      g_assert_true (cw_list_card_equal (cw_list_get_card (a), cw_list_get_card (b)));
      g_assert_cmpstr (found, ==, stored);
      for (guint j = 0; j < cw_list_get_n_items (a); j++)
        {
          const CwItem *item = cw_list_get_item (a, j);

          g_assert_true (cw_document_get_item (self->document, item->id) == item);
          g_assert_cmpstr (item->note, ==, cw_list_get_item (b, j)->note);
          g_assert_cmpint (item->verified, ==, cw_list_get_item (b, j)->verified);
        }
    }
  cw_document_close (again);
}

/* Law 2: dump (do; undo) is dump (before), dump (do; undo; redo) is dump (do). */
static void
apply (Fixture *self, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_database_dump (self->path);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n_heard = self->n_lists_changed;

  cw_document_apply (self->document, edit, &error);
  g_assert_no_error (error);
  after = test_database_dump (self->path);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpuint (self->n_lists_changed, ==, n_heard + 1);
  check_memory (self);

  cw_document_undo (self->document, &error);
  g_assert_no_error (error);
  undone = test_database_dump (self->path);
  g_assert_cmpstr (undone, ==, before);
  check_memory (self);

  cw_document_redo (self->document, &error);
  g_assert_no_error (error);
  redone = test_database_dump (self->path);
  g_assert_cmpstr (redone, ==, after);
  g_assert_cmpuint (self->n_lists_changed, ==, n_heard + 3);
  check_memory (self);
}

static void
assert_list (Fixture *self, const char *key, const char *wanted)
{
  g_autofree char *found = format_list (get_list (self, key));

  g_assert_cmpstr (found, ==, wanted);
}

static void
assert_refused (Fixture *self, CwEdit *edit, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_database_dump (self->path);
  g_autofree char *after = NULL;
  guint n_heard = self->n_lists_changed;

  g_assert_false (cw_document_apply (self->document, edit, &error));
  g_assert_error (error, domain, code);
  after = test_database_dump (self->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (self->n_lists_changed, ==, n_heard);
}

static CwListDraft *
make_draft (const char *key)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup (key);
  card->jurisdiction = g_strdup ("XC");
  card->issued = g_strdup ("2025-01-02");
  card->official_language = g_strdup ("en");
  card->purpose = g_strdup ("To test");
  card->legal_force = g_strdup ("None");
  cw_text_set (card->short_title, "en", "Mine");
  cw_text_set (card->title, "en", "A list of mine");

  return cw_list_draft_new (card);
}

static void
test_create (Fixture *self, gconstpointer data)
{
  g_autoptr (CwListDraft) draft = make_draft ("xc-mine");
  const CwItem *first;

  apply (self, cw_edit_new_list (draft, CW_STEP_LIST_NEW));
  g_assert_cmpstr (cw_list_get_card (get_list (self, "xc-mine"))->purpose, ==, "To test");
  g_assert_cmpstr (cw_list_get_card (get_list (self, "xc-mine"))->legal_force, ==, "None");
  g_assert_false (cw_list_get_card (get_list (self, "xc-mine"))->shipped);

  apply (self, cw_edit_new_item_add (get_list (self, "xc-mine"), NULL, FALSE, "en", " One ",
                                     CW_LABEL_USER));
  first = get_item (self, "xc-mine", "1");
  apply (self, cw_edit_new_item_add (first->list, first, FALSE, "ja", "二", CW_LABEL_OFFICIAL));
  first = get_item (self, "xc-mine", "1");
  apply (self, cw_edit_new_item_add (first->list, first, TRUE, "en", "Below", CW_LABEL_USER));
  assert_list (self, "xc-mine", "1 en:One\n>1.1 en:Below\n2 ja:二\n");

  assert_refused (self, cw_edit_new_list (draft, CW_STEP_LIST_NEW), CW_LIST_ERROR,
                  CW_LIST_ERROR_CARD);
  assert_refused (self,
                  cw_edit_new_item_add (get_list (self, "xc-mine"), NULL, FALSE, "en", "  ",
                                        CW_LABEL_USER),
                  CW_LIST_ERROR, CW_LIST_ERROR_LABEL);
}

static void
test_card (Fixture *self, gconstpointer data)
{
  CwList *list = get_list (self, TEST_LEFT);
  g_autoptr (CwListCard) card = cw_list_card_copy (cw_list_get_card (list));

  g_free (card->key);
  card->key = g_strdup ("xa-renamed");
  g_free (card->jurisdiction);
  card->jurisdiction = g_strdup ("XZ");
  card->supersedes = g_strdup (TEST_RIGHT);
  cw_text_set (card->title, "fr", "Une liste");
  apply (self, cw_edit_new_list_card (list, card));
  g_assert_null (get_list (self, TEST_LEFT));
  g_assert_nonnull (get_list (self, "xa-renamed"));
  /* It stands after the others now. */
  g_assert_cmpstr (cw_list_get_key (g_ptr_array_index (cw_document_get_lists (self->document), 2)),
                   ==, "xa-renamed");

  g_free (card->key);
  card->key = g_strdup (TEST_RIGHT);
  assert_refused (self, cw_edit_new_list_card (get_list (self, "xa-renamed"), card), CW_LIST_ERROR,
                  CW_LIST_ERROR_CARD);
  assert_refused (self, cw_edit_new_list_card (get_list (self, TEST_THIRD), card), G_IO_ERROR,
                  G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_delete_list (Fixture *self, gconstpointer data)
{
  apply (self, cw_edit_new_list_delete (get_list (self, TEST_RIGHT)));
  g_assert_null (get_list (self, TEST_RIGHT));
  /* Only what joins the two that are left is left. */
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM mapping"), ==, 1);
  assert_refused (self, cw_edit_new_list_delete (get_list (self, TEST_THIRD)), G_IO_ERROR,
                  G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_move (Fixture *self, gconstpointer data)
{
  apply (self, cw_edit_new_item_move (get_item (self, TEST_RIGHT, "4"), CW_ITEM_INDENT, NULL));
  apply (self, cw_edit_new_item_move (get_item (self, TEST_RIGHT, "2.1"), CW_ITEM_OUTDENT, NULL));
  apply (self, cw_edit_new_item_move (get_item (self, TEST_RIGHT, "1"), CW_ITEM_DOWN, NULL));
  assert_list (self, TEST_RIGHT,
               "2 en:Nanomaterials\n1 en:Materials\n4 en:Carbon forms\n"
               "3 en:Robotics zh-Hans:机器人\n>3.1 en:Ledgers\n");
  apply (self, cw_edit_new_item_move (get_item (self, TEST_RIGHT, "3"), CW_ITEM_BEFORE,
                                      get_item (self, TEST_RIGHT, "2")));
  apply (self, cw_edit_new_item_move (get_item (self, TEST_RIGHT, "3.1"), CW_ITEM_AFTER,
                                      get_item (self, TEST_RIGHT, "1")));
  apply (self, cw_edit_new_item_move (get_item (self, TEST_RIGHT, "2"), CW_ITEM_BELOW,
                                      get_item (self, TEST_RIGHT, "3")));
  /* Codes go round. */
  apply (self, cw_edit_new_list_renumber (get_list (self, TEST_RIGHT)));
  assert_list (self, TEST_RIGHT,
               "1 en:Robotics zh-Hans:机器人\n>1.1 en:Nanomaterials\n2 en:Materials\n"
               "3 en:Ledgers\n4 en:Carbon forms\n");
  assert_refused (self, cw_edit_new_item_move (get_item (self, TEST_THIRD, "2"), CW_ITEM_UP, NULL),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_code (Fixture *self, gconstpointer data)
{
  apply (self, cw_edit_new_item_code (get_item (self, TEST_RIGHT, "2"), "N"));
  g_assert_nonnull (cw_list_find_item (get_list (self, TEST_RIGHT), "N.1"));
  assert_refused (self, cw_edit_new_item_code (get_item (self, TEST_RIGHT, "N"), "3"),
                  CW_LIST_ERROR, CW_LIST_ERROR_CODE);
  assert_refused (self, cw_edit_new_item_code (get_item (self, TEST_THIRD, "2"), "9"), G_IO_ERROR,
                  G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_labels (Fixture *self, gconstpointer data)
{
  CwLabel old = { "en", "Materials", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL };
  CwLabel renamed = { "en", "Matter ", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL };
  CwLabel other = { "fr", "Matière", CW_LABEL_ALTERNATIVE, CW_LABEL_TRANSLATION };
  CwLabel bad = { "français", "Matière", CW_LABEL_PREFERRED, CW_LABEL_USER };
  const CwItem *item = get_item (self, TEST_RIGHT, "1");

  g_assert_true (item->verified);
  apply (self, cw_edit_new_item_label (item, &old, &renamed));
  /* What was checked was the old wording. */
  g_assert_false (get_item (self, TEST_RIGHT, "1")->verified);
  apply (self, cw_edit_new_item_checked (get_item (self, TEST_RIGHT, "1"), TRUE));
  apply (self, cw_edit_new_item_label (get_item (self, TEST_RIGHT, "1"), NULL, &other));
  assert_list (self, TEST_RIGHT,
               "1 en:Matter ~fr:Matière\n2 en:Nanomaterials\n>2.1 en:Carbon forms\n"
               "3 en:Robotics zh-Hans:机器人\n4 en:Ledgers\n");

  item = get_item (self, TEST_RIGHT, "1");
  assert_refused (self, cw_edit_new_item_label (item, NULL, &renamed), CW_LIST_ERROR,
                  CW_LIST_ERROR_LABEL);
  assert_refused (self, cw_edit_new_item_label (item, NULL, &other), CW_LIST_ERROR,
                  CW_LIST_ERROR_LABEL);
  assert_refused (self, cw_edit_new_item_label (item, NULL, &bad), CW_LIST_ERROR,
                  CW_LIST_ERROR_LABEL);
  assert_refused (self, cw_edit_new_item_label (item, &old, NULL), CW_LIST_ERROR,
                  CW_LIST_ERROR_LABEL);

  renamed.text = "Matter";
  apply (self, cw_edit_new_item_label (item, &renamed, NULL));
  item = get_item (self, TEST_RIGHT, "1");
  g_assert_false (item->verified);
  assert_refused (self, cw_edit_new_item_label (item, &other, NULL), CW_LIST_ERROR,
                  CW_LIST_ERROR_LABEL);
  assert_refused (self, cw_edit_new_item_checked (item, TRUE), CW_LIST_ERROR, CW_LIST_ERROR_LABEL);
}

/* Law 7: a published wording is never overwritten; what the user adds is beside it. */
static void
test_shipped (Fixture *self, gconstpointer data)
{
  CwLabel theirs = { "en", "Autonomous systems", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL };
  CwLabel claimed = { "fr", "Systèmes", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL };
  CwLabel mine = { "en", "Robots", CW_LABEL_PREFERRED, CW_LABEL_USER };
  CwLabel second = { "en", "Machines", CW_LABEL_PREFERRED, CW_LABEL_USER };
  CwLabel other = { "en", "Drones", CW_LABEL_ALTERNATIVE, CW_LABEL_USER };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  apply (self, cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), NULL, &mine));
  apply (self, cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), NULL, &other));
  apply (self, cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), &mine, &second));
  apply (self, cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), &other, NULL));
  apply (self, cw_edit_new_item_note (get_item (self, TEST_THIRD, "2"), "See 1.\nCheck."));
  g_assert_cmpstr (get_item (self, TEST_THIRD, "2")->note, ==, "See 1.\nCheck.");
  g_assert_cmpstr (cw_item_get_label (get_item (self, TEST_THIRD, "2"), "en")->text, ==,
                   "Autonomous systems");

  assert_refused (self, cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), &theirs, &second),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_refused (self, cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), &theirs, NULL),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_refused (self, cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), NULL, &claimed),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_refused (self,
                  cw_edit_new_item_label (get_item (self, TEST_THIRD, "2"), &second, &claimed),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_refused (self, cw_edit_new_item_checked (get_item (self, TEST_THIRD, "2"), TRUE),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_refused (self,
                  cw_edit_new_item_add (get_list (self, TEST_THIRD), NULL, FALSE, "en", "New",
                                        CW_LABEL_USER),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_ptr_array_add (items, (gpointer) get_item (self, TEST_THIRD, "2"));
  assert_refused (self, cw_edit_new_item_delete (items), G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_refused (self,
                  cw_edit_new_item_merge (get_item (self, TEST_THIRD, "2"),
                                          get_item (self, TEST_THIRD, "1")),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static gint64
count (Fixture *self, const char *condition)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM mapping WHERE ", condition, NULL);

  return test_database_get_int (self->path, sql);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  /* With what is below it: two mappings of 1 and one of 1.1. */
  g_ptr_array_add (items, (gpointer) get_item (self, TEST_LEFT, "1"));
  g_ptr_array_add (items, (gpointer) get_item (self, TEST_LEFT, "1.1"));
  g_ptr_array_add (items, (gpointer) get_item (self, TEST_LEFT, "3"));
  apply (self, cw_edit_new_item_delete (items));
  assert_list (self, TEST_LEFT, "2 en:Robots, \"humanoid\" zh-Hans:人形机器人\n");
  g_assert_cmpint (count (self, "TRUE"), ==, TEST_N_MAPPINGS - 4);
}

/* What is said before something is deleted is what is deleted. */
static void
test_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *nothing = NULL;
  CwMappingCounts counts;
  CwMappingCounts none = { 0 };

  g_ptr_array_add (items, (gpointer) get_item (self, TEST_LEFT, "1"));
  g_ptr_array_add (items, (gpointer) get_item (self, TEST_LEFT, "1.1"));
  g_assert_true (cw_document_count_mappings (self->document, items, NULL, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_mappings, ==, 3);
  g_assert_cmpuint (counts.by_relation[CW_RELATION_BROAD], ==, 1);
  g_assert_cmpuint (counts.by_relation[CW_RELATION_NARROW], ==, 1);
  g_assert_cmpuint (counts.by_relation[CW_RELATION_OVERLAP], ==, 1);
  g_assert_cmpuint (counts.n_reviewed, ==, 1);
  words = cw_mapping_counts_format (&counts);
  g_assert_cmpstr (words, ==,
                   "1 mapping: Part of\n1 mapping: Contains\n1 mapping: Overlaps\n"
                   "1 of them is reviewed");
  nothing = cw_mapping_counts_format (&none);
  g_assert_cmpstr (nothing, ==, "");

  g_assert_true (cw_document_count_mappings (self->document, NULL, get_list (self, TEST_RIGHT),
                                             &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_mappings, ==, TEST_N_MAPPINGS - 1);
  g_assert_cmpuint (counts.by_relation[CW_RELATION_NONE], ==, 1);
}

/* Right 1 and 2 become one: what was said of 2 is said of 1, the review is to be given again. */
static void
test_merge (Fixture *self, gconstpointer data)
{
  gint64 id = get_item (self, TEST_RIGHT, "1")->id;
  gint64 left = get_item (self, TEST_LEFT, "1.1")->id;
  g_autofree char *of_left =
    g_strdup_printf ("subject_id = %" G_GINT64_FORMAT " AND relation = 'narrow' AND object_id = "
                     "%" G_GINT64_FORMAT,
                     id, left);

  apply (self, cw_edit_new_item_merge (get_item (self, TEST_RIGHT, "2"),
                                       get_item (self, TEST_RIGHT, "1")));
  assert_list (self, TEST_RIGHT,
               "1 en:Materials ~en:Nanomaterials\n>1.1 en:Carbon forms\n"
               "3 en:Robotics zh-Hans:机器人\n4 en:Ledgers\n");
  g_assert_cmpint (count (self, of_left), ==, 1);
  g_assert_cmpint (count (self, "status = 'reviewed'"), ==, 0);
  g_assert_cmpint (count (self, "TRUE"), ==, TEST_N_MAPPINGS);
  assert_refused (self,
                  cw_edit_new_item_merge (get_item (self, TEST_RIGHT, "1"),
                                          get_item (self, TEST_RIGHT, "1.1")),
                  G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* What would be said twice is dropped, whichever way round it was made; what contradicts is kept for
 * the analyst to see; an absence goes where there is a link. */
static void
test_merge_drops_what_is_said_twice (Fixture *self, gconstpointer data)
{
  const CwItem *one = get_item (self, TEST_LEFT, "1");
  const CwItem *two = get_item (self, TEST_LEFT, "2");
  const CwItem *right = get_item (self, TEST_RIGHT, "1");
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autofree char *pair = NULL;
  g_autoptr (GError) error = NULL;

  /* 1 is part of right 1; so is 2, made the other way round; and 2 is associated with it too. */
  g_ptr_array_add (more, cw_mapping_new (right->id, CW_RELATION_NARROW, two->id));
  g_ptr_array_add (more, cw_mapping_new (two->id, CW_RELATION_RELATED, right->id));
  g_ptr_array_add (more, cw_mapping_new (one->id, CW_RELATION_RELATED, two->id));
  cw_document_apply (self->document, cw_edit_new_insert (more), &error);
  g_assert_no_error (error);
  pair = g_strdup_printf ("(subject_id = %1$" G_GINT64_FORMAT " AND object_id = "
                          "%2$" G_GINT64_FORMAT ") OR (subject_id = %2$" G_GINT64_FORMAT
                          " AND object_id = %1$" G_GINT64_FORMAT ")",
                          one->id, right->id);

  apply (self, cw_edit_new_item_merge (two, one));
  g_assert_cmpint (count (self, pair), ==, 2);
  g_assert_cmpint (count (self, "relation = 'none'"), ==, 0);
  /* One said twice, one that joined the two, one absence. */
  g_assert_cmpint (count (self, "TRUE"), ==, TEST_N_MAPPINGS + 3 - 3);
  g_assert_cmpint (count (self, "negated = 1"), ==, 1);
}

static void
test_split (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Metals", " Ceramics ", "", NULL };
  static const char *const none[] = { " ", NULL };
  g_autofree char *of_new = NULL;

  apply (self, cw_edit_new_item_split (get_item (self, TEST_LEFT, "1"), names, TRUE));
  assert_list (self, TEST_LEFT,
               "1 en:Advanced materials zh-Hans:先进材料\n>1.1 en:Graphene zh-Hans:石墨烯\n"
               ">1.2 en:Rare earths zh-Hans:稀土\n4 en:Metals\n5 en:Ceramics\n"
               "2 en:Robots, \"humanoid\" zh-Hans:人形机器人\n3 en:Blockchain\n");
  of_new = g_strdup_printf ("subject_id = %" G_GINT64_FORMAT
                            " AND status = 'proposed' AND relation = 'broad' AND author = 'Ben'",
                            get_item (self, TEST_LEFT, "5")->id);
  g_assert_cmpint (count (self, of_new), ==, 1);
  g_assert_cmpint (count (self, "TRUE"), ==, TEST_N_MAPPINGS + 4);
  g_assert_cmpint (count (self, "status = 'reviewed'"), ==, 0);

  apply (self, cw_edit_new_item_split (get_item (self, TEST_LEFT, "3"), names, FALSE));
  g_assert_cmpint (count (self, "TRUE"), ==, TEST_N_MAPPINGS + 4);
  assert_refused (self, cw_edit_new_item_split (get_item (self, TEST_LEFT, "3"), none, FALSE),
                  G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* What is not there any more by the time of the edit. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (CwList) list = g_object_ref (get_list (self, TEST_LEFT));
  const CwItem *item = cw_list_find_item (list, "2");
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, (gpointer) item);
  apply (self, cw_edit_new_item_delete (items));
  assert_refused (self, cw_edit_new_item_note (item, "x"), CW_STORE_ERROR, CW_STORE_ERROR_GONE);
  g_assert_null (cw_document_get_item (self->document, item->id));
  apply (self, cw_edit_new_list_delete (list));
  assert_refused (self, cw_edit_new_list_renumber (list), CW_STORE_ERROR, CW_STORE_ERROR_GONE);
}

/* An edit that changes nothing is no step. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (self->document,
                     cw_edit_new_item_move (get_item (self, TEST_LEFT, "1"), CW_ITEM_UP, NULL),
                     &error);
  g_assert_no_error (error);
  cw_document_apply (self->document, cw_edit_new_item_code (get_item (self, TEST_LEFT, "1"), "1"),
                     &error);
  g_assert_no_error (error);
  g_assert_null (cw_document_get_undo_step (self->document));
  g_assert_cmpuint (self->n_lists_changed, ==, 0);
}

/* An edit of mappings leaves the lists alone. */
static void
test_mappings_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CwList *list = get_list (self, TEST_LEFT);

  cw_document_apply (self->document,
                     cw_edit_new_link (get_item (self, TEST_LEFT, "3"), CW_RELATION_EXACT,
                                       get_item (self, TEST_RIGHT, "2")),
                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_lists_changed, ==, 0);
  g_assert_true (get_list (self, TEST_LEFT) == list);
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

  add ("/list-edit/create", test_create);
  add ("/list-edit/card", test_card);
  add ("/list-edit/delete-list", test_delete_list);
  add ("/list-edit/move", test_move);
  add ("/list-edit/code", test_code);
  add ("/list-edit/labels", test_labels);
  add ("/list-edit/shipped", test_shipped);
  add ("/list-edit/delete", test_delete);
  add ("/list-edit/counts", test_counts);
  add ("/list-edit/merge", test_merge);
  add ("/list-edit/merge-drops-what-is-said-twice", test_merge_drops_what_is_said_twice);
  add ("/list-edit/split", test_split);
  add ("/list-edit/gone", test_gone);
  add ("/list-edit/nothing", test_nothing);
  add ("/list-edit/mappings-only", test_mappings_only);

  return g_test_run ();
}
