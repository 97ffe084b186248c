/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/link-map-ribbons.h"
#include "lists.h"

#include "model/status.h"

#define LEFT_CODES "1 1.1 1.2 2 2.1 3"
#define RIGHT_CODES "1 1.1 1.1.1 1.1.2 2 2.1"

typedef struct
{
  CwList *left_list;
  CwList *right_list;
  CwOutlineModel *left;
  CwOutlineModel *right;
  GArray *links;
} Fixture;

static CwOutlineModel *
make_model (CwList *list)
{
  CwOutlineModel *model = cw_outline_model_new ();
  g_autoptr (GPtrArray) lists = lists_array (list, NULL);

  cw_outline_model_set_lists (model, lists);

  return model;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->left_list = lists_new (1, "left", LEFT_CODES);
  fixture->right_list = lists_new (2, "right", RIGHT_CODES);
  fixture->left = make_model (fixture->left_list);
  fixture->right = make_model (fixture->right_list);
  fixture->links = g_array_new (FALSE, FALSE, sizeof (CwLink));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->links);
  g_assert_finalize_object (fixture->left);
  g_assert_finalize_object (fixture->right);
  g_object_unref (fixture->left_list);
  g_object_unref (fixture->right_list);
}

static CwLink *
add_link (Fixture *fixture, const char *left, CwRelation relation, const char *right)
{
  CwLink link = { .id = fixture->links->len + 1,
                  .subject_id = lists_item_id (fixture->left_list, left),
                  .relation = (guint8) relation,
                  .status = CW_STATUS_REVIEWED };

  if (relation != CW_RELATION_NONE)
    link.object_id = lists_item_id (fixture->right_list, right);
  else
    link.object_list_id = cw_list_get_id (fixture->right_list);
  g_array_append_val (fixture->links, link);

  return &g_array_index (fixture->links, CwLink, fixture->links->len - 1);
}

static GArray *
collect (Fixture *fixture)
{
  g_autoptr (CwLinkIndex) index = cw_link_index_new (fixture->links);

  return cw_link_map_collect_ribbons (index, fixture->left, fixture->right);
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ribbons = NULL;
  CwRibbon *ribbon;

  add_link (fixture, "1.2", CW_RELATION_BROAD, "1.1.1")->status = CW_STATUS_DRAFT;
  add_link (fixture, "3", CW_RELATION_EXACT, "2");
  ribbons = collect (fixture);
  g_assert_cmpuint (ribbons->len, ==, 2);
  ribbon = &g_array_index (ribbons, CwRibbon, 0);
  g_assert_cmpint (ribbon->mapping_id, ==, 1);
  g_assert_cmpuint (ribbon->left_position, ==, 2);
  g_assert_cmpuint (ribbon->right_position, ==, 2);
  g_assert_cmpint (ribbon->relation, ==, CW_RELATION_BROAD);
  g_assert_cmpuint (ribbon->n_mappings, ==, 1);
  g_assert_true (ribbon->draft);
  g_assert_false (ribbon->left_folded);
  g_assert_false (ribbon->right_folded);
  g_assert_false (g_array_index (ribbons, CwRibbon, 1).draft);
}

/* What says that two items do not correspond is never drawn. */
static void
test_never_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ribbons = NULL;

  add_link (fixture, "1", CW_RELATION_EXACT, "1")->negated = TRUE;
  add_link (fixture, "2", CW_RELATION_EXACT, "2")->status = CW_STATUS_REJECTED;
  add_link (fixture, "3", CW_RELATION_NONE, NULL);
  ribbons = collect (fixture);
  g_assert_cmpuint (ribbons->len, ==, 0);
}

/* A mapping made from right to left is read from the left. */
static void
test_inverted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ribbons = NULL;
  CwLink *link = add_link (fixture, "2.1", CW_RELATION_BROAD, "2");
  gint64 left_id = link->subject_id;
  CwRibbon *ribbon;

  link->subject_id = link->object_id;
  link->object_id = left_id;
  ribbons = collect (fixture);
  g_assert_cmpuint (ribbons->len, ==, 1);
  ribbon = &g_array_index (ribbons, CwRibbon, 0);
  g_assert_cmpuint (ribbon->left_position, ==, 4);
  g_assert_cmpuint (ribbon->right_position, ==, 4);
  g_assert_cmpint (ribbon->relation, ==, CW_RELATION_NARROW);
}

/* A folded end joins what it is folded into, and mappings that run the same way then are one, in
 * the look of the strongest. */
static void
test_folded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ribbons = NULL;
  CwRibbon *ribbon;

  add_link (fixture, "1.1", CW_RELATION_OVERLAP, "1.1.1");
  add_link (fixture, "1.2", CW_RELATION_CLOSE, "1.1.2");
  add_link (fixture, "1.2", CW_RELATION_RELATED, "1.1.1");
  add_link (fixture, "1.2", CW_RELATION_CLOSE, "2.1");
  cw_outline_model_set_expanded (fixture->left, lists_find_row (fixture->left, "1"), FALSE);
  cw_outline_model_set_expanded (fixture->right, lists_find_row (fixture->right, "1.1"), FALSE);
  ribbons = collect (fixture);
  g_assert_cmpuint (ribbons->len, ==, 2);
  ribbon = &g_array_index (ribbons, CwRibbon, 0);
  g_assert_cmpuint (ribbon->left_position, ==, 0);
  g_assert_cmpuint (ribbon->right_position, ==, 1);
  g_assert_cmpuint (ribbon->n_mappings, ==, 3);
  g_assert_cmpint (ribbon->relation, ==, CW_RELATION_CLOSE);
  g_assert_cmpint (ribbon->mapping_id, ==, 2);
  g_assert_true (ribbon->left_folded);
  g_assert_true (ribbon->right_folded);
  ribbon = &g_array_index (ribbons, CwRibbon, 1);
  g_assert_cmpuint (ribbon->right_position, ==, 3);
  g_assert_cmpuint (ribbon->n_mappings, ==, 1);
  g_assert_true (ribbon->left_folded);
  g_assert_false (ribbon->right_folded);
}

static void
test_filtered_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ribbons = NULL;

  add_link (fixture, "1.1", CW_RELATION_CLOSE, "1.1.1");
  add_link (fixture, "2.1", CW_RELATION_CLOSE, "2.1");
  cw_outline_model_set_filter (fixture->left, "2.1");
  ribbons = collect (fixture);
  g_assert_cmpuint (ribbons->len, ==, 1);
  g_assert_cmpint (g_array_index (ribbons, CwRibbon, 0).mapping_id, ==, 2);
  g_assert_cmpuint (g_array_index (ribbons, CwRibbon, 0).left_position, ==, 1);
}

/* The plain way: the row that is the item, or the nearest above it. */
static guint
place (CwOutlineModel *model, CwList *list, gint64 id, gboolean *folded)
{
  const CwItem *item = NULL;

  for (guint i = 0; i < cw_list_get_n_items (list) && item == NULL; i++)
    {
      if (cw_list_get_item (list, i)->id == id)
        item = cw_list_get_item (list, i);
    }
  *folded = FALSE;
  for (; item != NULL; item = item->parent)
    {
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
        {
          g_autoptr (CwOutlineRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

          if (cw_outline_row_get_item (row) == item)
            return i;
        }
      *folded = TRUE;
    }

  return CW_OUTLINE_NOWHERE;
}

static gboolean
make_ribbon (Fixture *fixture, const CwLink *link, CwRibbon *ribbon)
{
  gboolean inverted = link->subject_id >= 2000;
  gboolean left_folded, right_folded;

  if (link->relation == CW_RELATION_NONE || link->negated || link->status == CW_STATUS_REJECTED)
    return FALSE;

  *ribbon = (CwRibbon){ .mapping_id = link->id,
                        .relation = link->relation,
                        .n_mappings = 1,
                        .draft = link->status == CW_STATUS_DRAFT };
  if (inverted && link->relation == CW_RELATION_BROAD)
    ribbon->relation = CW_RELATION_NARROW;
  else if (inverted && link->relation == CW_RELATION_NARROW)
    ribbon->relation = CW_RELATION_BROAD;
  ribbon->left_position = place (fixture->left, fixture->left_list,
                                 inverted ? link->object_id : link->subject_id, &left_folded);
  ribbon->right_position = place (fixture->right, fixture->right_list,
                                  inverted ? link->subject_id : link->object_id, &right_folded);
  ribbon->left_folded = left_folded;
  ribbon->right_folded = right_folded;

  return TRUE;
}

static void
check_ribbon (Fixture *fixture, const CwRibbon *found)
{
  CwRibbon wanted = { 0 };
  guint n_mappings = 0;

  for (guint i = 0; i < fixture->links->len; i++)
    {
      CwRibbon ribbon;

      if (!make_ribbon (fixture, &g_array_index (fixture->links, CwLink, i), &ribbon) ||
          ribbon.left_position != found->left_position ||
          ribbon.right_position != found->right_position)
        continue;
      if (n_mappings == 0 ||
          cw_relation_strength (ribbon.relation) < cw_relation_strength (wanted.relation))
        wanted = ribbon;
      n_mappings++;
    }

  g_assert_cmpuint (found->n_mappings, ==, n_mappings);
  g_assert_cmpint (found->mapping_id, ==, wanted.mapping_id);
  g_assert_cmpint (found->relation, ==, wanted.relation);
  g_assert_cmpint (found->draft, ==, wanted.draft);
  g_assert_cmpint (found->left_folded, ==, wanted.left_folded);
  g_assert_cmpint (found->right_folded, ==, wanted.right_folded);
}

static void
add_random_link (Fixture *fixture)
{
  const CwItem *left = cw_list_get_item (fixture->left_list, (guint) g_test_rand_int_range (0, 6));
  const CwItem *right =
    cw_list_get_item (fixture->right_list, (guint) g_test_rand_int_range (0, 6));
  CwRelation relation = (CwRelation) g_test_rand_int_range (0, CW_N_RELATIONS);
  CwLink *link = add_link (fixture, left->code, relation, right->code);

  link->status = (guint8) g_test_rand_int_range (0, CW_N_STATUSES);
  link->negated = link->object_id != 0 && g_test_rand_int_range (0, 5) == 0;
  if (link->object_id != 0 && g_test_rand_bit ())
    {
      link->subject_id = right->id;
      link->object_id = left->id;
    }
}

static void
fold_random_row (CwOutlineModel *model)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (CwOutlineRow) row =
    g_list_model_get_item (G_LIST_MODEL (model), (guint) g_test_rand_int_range (0, (int) n_rows));

  cw_outline_model_set_expanded (model, row, g_test_rand_bit ());
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) ribbons = NULL;
      guint n_mappings = 0;
      guint n_wanted = 0;

      g_array_set_size (fixture->links, 0);
      for (gint32 n_links = g_test_rand_int_range (0, 40); n_links > 0; n_links--)
        add_random_link (fixture);
      fold_random_row (fixture->left);
      fold_random_row (fixture->right);
      ribbons = collect (fixture);

      for (guint i = 0; i < ribbons->len; i++)
        {
          check_ribbon (fixture, &g_array_index (ribbons, CwRibbon, i));
          n_mappings += g_array_index (ribbons, CwRibbon, i).n_mappings;
        }
      /* None is missing and none runs twice. */
      for (guint i = 0; i < fixture->links->len; i++)
        {
          CwRibbon ribbon;

          n_wanted += make_ribbon (fixture, &g_array_index (fixture->links, CwLink, i), &ribbon);
        }
      g_assert_cmpuint (n_mappings, ==, n_wanted);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/link-map-ribbons/plain", test_plain);
  ADD ("/link-map-ribbons/never-drawn", test_never_drawn);
  ADD ("/link-map-ribbons/inverted", test_inverted);
  ADD ("/link-map-ribbons/folded", test_folded);
  ADD ("/link-map-ribbons/filtered-away", test_filtered_away);
  ADD ("/link-map-ribbons/random", test_random);

  return g_test_run ();
}
