/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/link-map-ribbons.h"
#include "app/session.h"
#include "folder.h"
#include "small-document.h"
#include "spin.h"
#include "workspace/starter.h"

/* A session on what the program ships, with the lists it shows first. */
typedef struct
{
  TestFolder *folder;
  CwDocument *document;
  CwSession *session;
} Fixture;

static void
show (Fixture *fixture, CwSide side, const char *key, const char *other_key)
{
  g_autoptr (GPtrArray) lists = test_document_get_lists (fixture->document, key, other_key, NULL);

  cw_session_set_lists (fixture->session, side, lists);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  path = g_build_filename (fixture->folder, "shipped.crosswalk", NULL);
  cw_starter_create_document (path, "Shipped", CW_STARTER_MAPPED, &error);
  g_assert_no_error (error);
  fixture->document = test_document_open (path);
  fixture->session = cw_session_new (fixture->document);
  show (fixture, CW_SIDE_LEFT, "cn-future-2024", "cn-emerging-2023");
  show (fixture, CW_SIDE_RIGHT, "us-cet-2024", "us-eft-2018");
  spin_until (cw_link_index_get_n_links (cw_session_get_links (fixture->session)) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  spin_until (G_OBJECT (fixture->session)->ref_count == 1);
  g_assert_finalize_object (fixture->session);
  cw_document_close (fixture->document);
  g_object_unref (fixture->document);
  test_folder_free (fixture->folder);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (cw_link_index_get_n_links (cw_session_get_links (fixture->session)), >, 100);
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      CwCoverage coverage;
      guint n_items = 0;
      guint n_counted = 0;
      GPtrArray *lists = cw_session_get_lists (fixture->session, side);

      cw_session_count (fixture->session, side, &coverage);
      for (guint i = 0; i < lists->len; i++)
        n_items += cw_list_get_n_items (g_ptr_array_index (lists, i));
      for (guint i = 0; i < CW_N_ITEM_STATES; i++)
        n_counted += coverage.counts[i];
      g_assert_cmpuint (coverage.n_items, ==, n_items);
      g_assert_cmpuint (n_counted, ==, n_items);
      g_assert_cmpuint (coverage.counts[CW_ITEM_LINKED], >, 0);
    }
}

/* Whether a mapping joins the two, and none joins the first to anything more strongly. */
static gboolean
is_first_counterpart (CwLinkIndex *links, const CwItem *item, const CwItem *far)
{
  int best = G_MAXINT;
  int here = G_MAXINT;

  for (guint i = 0; i < cw_link_index_get_n_links (links); i++)
    {
      const CwLink *link = cw_link_index_get_link (links, i);
      gboolean inverted = link->object_id == item->id;
      int strength = cw_relation_strength (inverted ? cw_relation_inverse (link->relation)
                                                    : (CwRelation) link->relation);

      if (!cw_link_joins (link) || (link->subject_id != item->id && !inverted))
        continue;
      best = MIN (best, strength);
      if (far != NULL && (inverted ? link->subject_id : link->object_id) == far->id)
        here = MIN (here, strength);
    }

  return here == best;
}

/* Every item of both sides, one after the other. */
static void
test_browse_all (Fixture *fixture, gconstpointer data)
{
  CwLinkIndex *links = cw_session_get_links (fixture->session);

  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      GPtrArray *lists = cw_session_get_lists (fixture->session, side);

      cw_session_settle_pair (fixture->session);
      for (guint i = 0; i < lists->len; i++)
        {
          CwList *list = g_ptr_array_index (lists, i);

          for (guint j = 0; j < cw_list_get_n_items (list); j++)
            {
              const CwItem *item = cw_list_get_item (list, j);

              cw_session_select (fixture->session, side, item);
              g_assert_true (cw_session_get_selected (fixture->session, side) == item);
              g_assert_true (
                is_first_counterpart (links, item,
                                      cw_session_get_selected (fixture->session,
                                                               cw_side_opposite (side))));
            }
        }
    }
}

static CwOutlineModel *
make_model (Fixture *fixture, CwSide side)
{
  CwOutlineModel *model = cw_outline_model_new ();

  cw_outline_model_set_lists (model, cw_session_get_lists (fixture->session, side));

  return model;
}

static GArray *
collect (Fixture *fixture)
{
  g_autoptr (CwOutlineModel) left = make_model (fixture, CW_SIDE_LEFT);
  g_autoptr (CwOutlineModel) right = make_model (fixture, CW_SIDE_RIGHT);

  return cw_link_map_collect_ribbons (cw_session_get_links (fixture->session), left, right);
}

static CwRelation
invert (CwRelation relation)
{
  switch (relation)
    {
    case CW_RELATION_BROAD:
      return CW_RELATION_NARROW;
    case CW_RELATION_NARROW:
      return CW_RELATION_BROAD;
    default:
      return relation;
    }
}

/* Law 8: swapping the two sides inverts broad and narrow and changes nothing else. */
static void
test_swap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) before = collect (fixture);
  g_autoptr (GArray) after = NULL;
  guint n_inverted = 0;

  cw_session_swap (fixture->session);
  after = collect (fixture);
  g_assert_cmpuint (before->len, >, 100);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const CwRibbon *old = &g_array_index (before, CwRibbon, i);
      const CwRibbon *now = &g_array_index (after, CwRibbon, i);

      g_assert_cmpint (now->mapping_id, ==, old->mapping_id);
      g_assert_cmpuint (now->left_position, ==, old->right_position);
      g_assert_cmpuint (now->right_position, ==, old->left_position);
      g_assert_cmpint (now->relation, ==, invert (old->relation));
      g_assert_cmpint (now->draft, ==, old->draft);
      g_assert_cmpuint (now->n_mappings, ==, old->n_mappings);
      n_inverted += now->relation != old->relation;
    }
  g_assert_cmpuint (n_inverted, >, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-shipped/counts", test_counts);
  ADD ("/session-shipped/browse-all", test_browse_all);
  ADD ("/session-shipped/swap", test_swap);

  return g_test_run ();
}
