/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "plan.h"
#include "small-document.h"
#include "workspace/list-edit.h"

#define N_SEEDS 4
#define N_STEPS 120

/* A document, and the dump of every state that undo and redo can come to. */
typedef struct
{
  GRand *rand;
  char *path;
  CwDocument *document;
  GPtrArray *dumps;
  guint place;
} Walk;

static int
draw (Walk *walk, guint n)
{
  return g_rand_int_range (walk->rand, 0, (int) n);
}

static CwList *
draw_list (Walk *walk)
{
  GPtrArray *lists = cw_document_get_lists (walk->document);

  return lists->len > 0 ? g_ptr_array_index (lists, draw (walk, lists->len)) : NULL;
}

static const CwItem *
draw_item (Walk *walk, CwList *list)
{
  guint n_items = list != NULL ? cw_list_get_n_items (list) : 0;

  return n_items > 0 ? cw_list_get_item (list, (guint) draw (walk, n_items)) : NULL;
}

static CwEdit *
draw_label_edit (Walk *walk, const CwItem *item)
{
  static const char *const languages[] = { "en", "ja", "fr" };
  static const char *const texts[] = { "Alpha", "Beta", "先進" };
  CwLabel label = { languages[draw (walk, 3)], texts[draw (walk, 3)], (CwLabelKind) draw (walk, 2),
                    (CwLabelOrigin) draw (walk, CW_N_LABEL_ORIGINS) };
  const CwLabel *old = &item->labels[draw (walk, item->n_labels)];

  return cw_edit_new_item_label (item, draw (walk, 2) ? old : NULL, draw (walk, 3) ? &label : NULL);
}

static CwEdit *
draw_new_list (Walk *walk)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListDraft) draft = NULL;

  card->key = g_strdup_printf ("xc-list-%d", draw (walk, 4));
  card->jurisdiction = g_strdup ("XC");
  card->issued = g_strdup ("2025-01-02");
  card->official_language = g_strdup ("ja");
  cw_text_set (card->short_title, "en", "Mine");
  cw_text_set (card->title, "en", "Mine");
  draft = cw_list_draft_new (card);
  for (int i = draw (walk, 4); i > 0; i--)
    {
      guint index = cw_list_draft_add_below (draft, (int) cw_list_draft_get_n_items (draft) - 1);

      cw_draft_item_add_label (cw_list_draft_get_item (draft, index), "ja", "項目",
                               CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
    }

  return cw_edit_new_list (draft, CW_STEP_LIST_IMPORT);
}

static CwEdit *
draw_mappings (Walk *walk)
{
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);

  for (guint i = 0; i < 3; i++)
    {
      const CwItem *a = draw_item (walk, draw_list (walk));
      CwList *list = draw_list (walk);
      const CwItem *b = draw_item (walk, list);
      CwMapping *mapping;

      if (a == NULL || b == NULL || a == b)
        continue;
      mapping =
        draw (walk, 3)
          ? cw_mapping_new (a->id, (CwRelation) (1 + draw (walk, CW_N_RELATIONS - 1)), b->id)
          : cw_mapping_new_absence (a->id, cw_list_get_id (list), CW_ABSENCE_NOT_FOUND);
      mapping->status = (CwStatus) draw (walk, CW_N_STATUSES);
      g_ptr_array_add (mappings, mapping);
    }

  return cw_edit_new_insert (mappings);
}

static CwEdit *
draw_item_edit (Walk *walk, const CwItem *item)
{
  static const char *const names[] = { "One", "Two", NULL };
  static const char *const codes[] = { "1", "2", "A", "2.1" };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  switch (draw (walk, 9))
    {
    case 0:
      return cw_edit_new_item_add (item->list, item, draw (walk, 2), "en", "New", CW_LABEL_USER);
    case 1:
      return cw_edit_new_item_code (item, codes[draw (walk, G_N_ELEMENTS (codes))]);
    case 2:
      return cw_edit_new_item_checked (item, draw (walk, 2));
    case 3:
      return cw_edit_new_item_note (item, draw (walk, 2) ? "A\nnote" : "");
    case 4:
      return draw_label_edit (walk, item);
    case 5:
      for (int i = draw (walk, 2); i >= 0; i--)
        g_ptr_array_add (items, (gpointer) draw_item (walk, item->list));
      return cw_edit_new_item_delete (items);
    case 6:
      return cw_edit_new_item_merge (item, draw_item (walk, item->list));
    case 7:
      return cw_edit_new_item_split (item, names, draw (walk, 2));
    default:
      return cw_edit_new_item_move (item, (CwItemMove) draw (walk, CW_ITEM_BELOW + 1),
                                    draw_item (walk, item->list));
    }
}

static CwEdit *
draw_edit (Walk *walk)
{
  CwList *list = draw_list (walk);
  const CwItem *item = draw_item (walk, list);
  int kind = draw (walk, 16);

  if (list == NULL || kind == 0)
    return draw_new_list (walk);
  if (kind == 1)
    return cw_edit_new_list_delete (list);
  if (kind == 2)
    return cw_edit_new_list_renumber (list);
  if (kind == 3)
    {
      g_autoptr (CwListCard) card = cw_list_card_copy (cw_list_get_card (list));

      cw_text_set (card->issuer, "en", draw (walk, 2) ? "Somebody" : "Nobody");
      return cw_edit_new_list_card (list, card);
    }
  if (kind < 7)
    return draw_mappings (walk);
  if (item == NULL)
    return cw_edit_new_item_add (list, NULL, FALSE, "ja", "新", CW_LABEL_OFFICIAL);

  return draw_item_edit (walk, item);
}

/* What the document holds in memory is what stands in the file, ids, order and all. */
static void
check_memory (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) again = cw_document_open (walk->path, TRUE, &error);
  GPtrArray *lists = cw_document_get_lists (walk->document);
  GPtrArray *wanted;

  g_assert_no_error (error);
  wanted = cw_document_get_lists (again);
  g_assert_cmpuint (lists->len, ==, wanted->len);
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *a = g_ptr_array_index (lists, i);
      CwList *b = g_ptr_array_index (wanted, i);

      g_assert_cmpint (cw_list_get_id (a), ==, cw_list_get_id (b));
      g_assert_cmpuint (cw_list_get_n_items (a), ==, cw_list_get_n_items (b));
      for (guint j = 0; j < cw_list_get_n_items (a); j++)
        {
          const CwItem *x = cw_list_get_item (a, j);
          const CwItem *y = cw_list_get_item (b, j);

          g_assert_cmpint (x->id, ==, y->id);
          g_assert_cmpstr (x->code, ==, y->code);
          g_assert_cmpuint (x->depth, ==, y->depth);
          g_assert_cmpuint (x->n_labels, ==, y->n_labels);
          g_assert_true (cw_document_get_item (walk->document, x->id) == x);
        }
    }
  cw_document_close (again);
}

static void
check_dump (Walk *walk)
{
  g_autofree char *dump = test_database_dump (walk->path);

  g_assert_cmpstr (dump, ==, g_ptr_array_index (walk->dumps, walk->place));
  check_memory (walk);
}

static void
do_edit (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  gint64 before = test_database_get_int (walk->path, "SELECT count (*) FROM step");

  cw_document_apply (walk->document, draw_edit (walk), &error);
  if (error != NULL)
    g_assert_true (error->domain == CW_LIST_ERROR || error->domain == G_IO_ERROR);
  if (test_database_get_int (walk->path, "SELECT count (*) FROM step") == before)
    {
      check_dump (walk);
      return;
    }

  g_assert_no_error (error);
  g_ptr_array_set_size (walk->dumps, (int) ++walk->place);
  g_ptr_array_add (walk->dumps, test_database_dump (walk->path));
  check_memory (walk);
}

static void
go (Walk *walk, gboolean back)
{
  g_autoptr (GError) error = NULL;

  if (back ? walk->place == 0 : walk->place + 1 == walk->dumps->len)
    return;

  if (back)
    cw_document_undo (walk->document, &error);
  else
    cw_document_redo (walk->document, &error);
  g_assert_no_error (error);
  walk->place = back ? walk->place - 1 : walk->place + 1;
  check_dump (walk);
}

/* Law 2 for every edit of lists, in any order, between edits of mappings. */
static void
test_sequence (gconstpointer data)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  guint seed = (guint) g_test_rand_int () ^ (GPOINTER_TO_UINT (data) * 2654435761u);
  Walk walk = { 0 };

  g_test_message ("seed %u", seed);
  walk.rand = g_rand_new_with_seed (seed);
  walk.path = test_small_document_new (folder);
  test_database_exec (walk.path, "UPDATE list SET shipped = 1 WHERE key = '" TEST_THIRD "'");
  walk.document = test_document_open (walk.path);
  walk.dumps = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (walk.dumps, test_database_dump (walk.path));

  for (guint i = 0; i < N_STEPS; i++)
    {
      int what = draw (&walk, 6);

      if (what == 0)
        go (&walk, TRUE);
      else if (what == 1)
        go (&walk, FALSE);
      else
        do_edit (&walk);
    }
  while (walk.place > 0)
    go (&walk, TRUE);
  while (walk.place + 1 < walk.dumps->len)
    go (&walk, FALSE);
  g_assert_cmpuint (walk.place, >, 10);

  cw_document_close (walk.document);
  g_object_unref (walk.document);
  test_database_check (walk.path);
  g_ptr_array_unref (walk.dumps);
  g_rand_free (walk.rand);
  g_free (walk.path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_SEEDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/random-list-edits/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sequence);
    }

  return g_test_run ();
}
