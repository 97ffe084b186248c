/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/agreement.h"
#include "analysis/kappa.h"
#include "links.h"
#include "model/list-builder.h"

#define EPSILON 1e-12

/* A list of @n_items items, numbered on from @first_id. */
static CwList *
make_list (gint64 id, gint64 first_id, guint n_items)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup_printf ("list-%d", (int) id);
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "A list");
  cw_text_set (card->title, "en", "A list");
  builder = cw_list_builder_new (id, card);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i + 1);

      cw_list_builder_add_item (builder, first_id + i, 0, code, NULL, FALSE);
      cw_list_builder_add_label (builder, "en", code, CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

/* Items 1 to 40 in list 1, 41 to 80 in list 2, as in links.h, and 81 to 83 in list 3. */
static GPtrArray *
make_lists (void)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (lists, make_list (LINKS_LEFT_LIST, 1, LINKS_N_ITEMS));
  g_ptr_array_add (lists, make_list (LINKS_RIGHT_LIST, LINKS_N_ITEMS + 1, LINKS_N_ITEMS));
  g_ptr_array_add (lists, make_list (3, 2 * LINKS_N_ITEMS + 1, 3));

  return lists;
}

static void
add (GArray *links, gint64 subject_id, CwRelation relation, gint64 object_id)
{
  CwLink link = { .id = links->len + 1,
                  .subject_id = subject_id,
                  .object_id = object_id,
                  .relation = (guint8) relation };

  g_array_append_val (links, link);
}

static void
assert_close (double found, double wanted)
{
  g_assert_cmpfloat_with_epsilon (found, wanted, EPSILON);
}

/* By hand: of 50, both say yes to 20 and no to 15: po = 0.7. The first says yes to half, the second
 * to 30: pe = 0.5 × 0.6 + 0.5 × 0.4 = 0.5. (0.7 − 0.5) ÷ (1 − 0.5) = 0.4. */
static void
test_kappa_by_hand (void)
{
  const guint64 two[] = { 20, 5, 10, 15 };
  /* po = 60 ÷ 100. Rows 40, 30, 30; columns 30, 40, 30: pe = 0.12 + 0.12 + 0.09 = 0.33. */
  const guint64 three[] = { 20, 15, 5, 5, 20, 5, 5, 5, 20 };
  const guint64 opposite[] = { 0, 7, 7, 0 };
  const guint64 by_chance[] = { 1, 2, 2, 4 };
  double kappa = 0;

  g_assert_true (cw_kappa_compute (two, 2, &kappa));
  assert_close (kappa, 0.4);
  g_assert_true (cw_kappa_compute (three, 3, &kappa));
  assert_close (kappa, (0.60 - 0.33) / (1 - 0.33));
  g_assert_true (cw_kappa_compute (opposite, 2, &kappa));
  assert_close (kappa, -1);
  g_assert_true (cw_kappa_compute (by_chance, 2, &kappa));
  assert_close (kappa, 0);
}

/* Where chance explains all agreement there is no kappa, and it is never “not a number”. */
static void
test_kappa_undefined (void)
{
  const guint64 nothing[] = { 0, 0, 0, 0 };
  const guint64 all_no[] = { 17080, 0, 0, 0 };
  const guint64 all_yes[] = { 0, 0, 0, 3 };
  const guint64 one_off[] = { 17079, 1, 0, 0 };
  double kappa = 7;

  g_assert_false (cw_kappa_compute (nothing, 2, &kappa));
  g_assert_false (cw_kappa_compute (all_no, 2, &kappa));
  g_assert_false (cw_kappa_compute (all_yes, 2, &kappa));
  assert_close (kappa, 7);
  g_assert_true (cw_kappa_compute (one_off, 2, &kappa));
  assert_close (kappa, 0);
}

/* One pair of lists with 40 × 40 pairs of items. */
static void
test_counts_by_hand (void)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (CwCodingComparison) comparison = NULL;
  const CwAgreement *agreement;
  const CwDisagreement *disagreement;
  double value = 0;

  add (first, 1, CW_RELATION_EXACT, 41);
  add (first, 2, CW_RELATION_BROAD, 42);
  add (first, 3, CW_RELATION_CLOSE, 43);
  add (first, 4, CW_RELATION_CLOSE, 44);
  add (second, 1, CW_RELATION_EXACT, 41);
  add (second, 42, CW_RELATION_NARROW, 2); /* the same, made from the other side */
  add (second, 3, CW_RELATION_OVERLAP, 43);
  add (second, 45, CW_RELATION_NARROW, 5);
  comparison = cw_coding_comparison_new (lists, first, second);

  g_assert_cmpuint (comparison->agreements->len, ==, 1);
  agreement = &g_array_index (comparison->agreements, CwAgreement, 0);
  g_assert_true (agreement->left == g_ptr_array_index (lists, 0));
  g_assert_true (agreement->right == g_ptr_array_index (lists, 1));
  g_assert_cmpuint (agreement->n_pairs, ==, 1600);
  g_assert_cmpuint (cw_agreement_count_linked (agreement, 0), ==, 4);
  g_assert_cmpuint (cw_agreement_count_linked (agreement, 1), ==, 4);
  g_assert_cmpuint (cw_agreement_count_both (agreement), ==, 3);
  g_assert_cmpuint (cw_agreement_count_same (agreement), ==, 2);
  g_assert_true (cw_agreement_get_percent (agreement, &value));
  assert_close (value, 100.0 * 1598 / 1600);
  g_assert_true (cw_agreement_get_kappa (agreement, &value));
  /* pe = (4² + 1596²) ÷ 1600² */
  assert_close (value, (1598.0 / 1600 - 2547232.0 / 2560000) / (1 - 2547232.0 / 2560000));
  g_assert_true (cw_agreement_get_relation_percent (agreement, &value));
  assert_close (value, 200.0 / 3);
  /* Three pairs: exact and broad alike, close against overlap: po = 2/3, pe = 2/9. */
  g_assert_true (cw_agreement_get_linked_relation_kappa (agreement, &value));
  assert_close (value, 4.0 / 7);
  /* po = 1597 ÷ 1600; in common are exact 1 × 1, broad 1 × 2, no link 1596 × 1596. */
  g_assert_true (cw_agreement_get_relation_kappa (agreement, &value));
  assert_close (value, (1597.0 / 1600 - 2547219.0 / 2560000) / (1 - 2547219.0 / 2560000));

  g_assert_cmpuint (comparison->disagreements->len, ==, 3);
  disagreement = &g_array_index (comparison->disagreements, CwDisagreement, 0);
  g_assert_cmpint (disagreement->left->id, ==, 3);
  g_assert_cmpint (disagreement->right->id, ==, 43);
  g_assert_cmpint (disagreement->first, ==, CW_RELATION_CLOSE);
  g_assert_cmpint (disagreement->second, ==, CW_RELATION_OVERLAP);
  g_assert_cmpint (disagreement->first_id, ==, 3);
  g_assert_cmpint (disagreement->second_id, ==, 3);
  disagreement = &g_array_index (comparison->disagreements, CwDisagreement, 2);
  g_assert_cmpint (disagreement->left->id, ==, 5);
  g_assert_cmpint (disagreement->first, ==, CW_RELATION_NONE);
  g_assert_cmpint (disagreement->second, ==, CW_RELATION_BROAD);
  g_assert_cmpint (disagreement->first_id, ==, 0);
}

/* A finding of absence says that the lists were compared; negated and rejected mappings too, but
 * they link nothing. */
static void
test_not_linked (void)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (CwCodingComparison) comparison = NULL;
  CwLink absence = { .id = 9, .subject_id = 1, .object_list_id = LINKS_RIGHT_LIST };
  const CwAgreement *agreement;
  double value = 0;

  g_array_append_val (first, absence);
  add (second, 1, CW_RELATION_EXACT, 41);
  g_array_index (second, CwLink, 0).negated = TRUE;
  add (second, 2, CW_RELATION_EXACT, 41);
  g_array_index (second, CwLink, 1).status = CW_STATUS_REJECTED;
  comparison = cw_coding_comparison_new (lists, first, second);

  g_assert_cmpuint (comparison->disagreements->len, ==, 0);
  g_assert_cmpuint (comparison->agreements->len, ==, 1);
  agreement = &g_array_index (comparison->agreements, CwAgreement, 0);
  g_assert_cmpuint (cw_agreement_count_linked (agreement, 0), ==, 0);
  g_assert_cmpuint (cw_agreement_count_linked (agreement, 1), ==, 0);
  g_assert_true (cw_agreement_get_percent (agreement, &value));
  assert_close (value, 100);
  g_assert_false (cw_agreement_get_kappa (agreement, &value));
  g_assert_false (cw_agreement_get_relation_kappa (agreement, &value));
  g_assert_false (cw_agreement_get_linked_relation_kappa (agreement, &value));
  g_assert_false (cw_agreement_get_relation_percent (agreement, &value));
}

/* Lists of which only one coding says something are not compared, but counted. */
static void
test_alone (void)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (CwCodingComparison) comparison = NULL;

  add (first, 1, CW_RELATION_EXACT, 81);
  add (first, 82, CW_RELATION_EXACT, 2);
  add (first, 1, CW_RELATION_EXACT, 41);
  add (second, 41, CW_RELATION_EXACT, 81);
  add (second, 41, CW_RELATION_EXACT, 1);
  add (second, 999, CW_RELATION_EXACT, 1); /* of a list that is not there */
  comparison = cw_coding_comparison_new (lists, first, second);

  g_assert_cmpuint (comparison->agreements->len, ==, 1);
  g_assert_cmpuint (comparison->disagreements->len, ==, 0);
  g_assert_cmpuint (comparison->n_alone[0], ==, 2);
  g_assert_cmpuint (comparison->n_alone[1], ==, 1);
}

/* Within one list a pair of items is one pair, whichever way round. */
static void
test_within_one_list (void)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (CwCodingComparison) comparison = NULL;
  const CwAgreement *agreement;

  add (first, 82, CW_RELATION_BROAD, 81);
  add (second, 81, CW_RELATION_NARROW, 82);
  add (second, 83, CW_RELATION_CLOSE, 81);
  comparison = cw_coding_comparison_new (lists, first, second);

  agreement = &g_array_index (comparison->agreements, CwAgreement, 0);
  g_assert_cmpuint (agreement->n_pairs, ==, 3);
  g_assert_cmpuint (cw_agreement_count_same (agreement), ==, 1);
  g_assert_cmpuint (comparison->disagreements->len, ==, 1);
}

/* How a coding relates a pair of items, read from the left: its first link that holds. */
static CwRelation
look_up (GArray *links, gint64 left, gint64 right)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwLink, i);

      if (!cw_link_joins (link))
        continue;
      if (link->subject_id == left && link->object_id == right)
        return (CwRelation) link->relation;
      if (link->subject_id == right && link->object_id == left)
        return cw_relation_inverse ((CwRelation) link->relation);
    }

  return CW_RELATION_NONE;
}

/* Against a search through every pair of items. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint) g_test_rand_int ());
  g_autoptr (GPtrArray) lists = make_lists ();

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GArray) first = links_new_random (rand, 300);
      g_autoptr (GArray) second = links_new_random (rand, 300);
      g_autoptr (CwCodingComparison) comparison = cw_coding_comparison_new (lists, first, second);
      const CwAgreement *agreement = &g_array_index (comparison->agreements, CwAgreement, 0);
      gboolean turned = agreement->left != g_ptr_array_index (lists, 0);
      guint64 counts[CW_N_RELATIONS][CW_N_RELATIONS] = { 0 };
      guint n_disagreements = 0;

      for (gint64 left = 1; left <= LINKS_N_ITEMS; left++)
        {
          for (gint64 right = LINKS_N_ITEMS + 1; right <= 2 * LINKS_N_ITEMS; right++)
            {
              CwRelation a = turned ? look_up (first, right, left) : look_up (first, left, right);
              CwRelation b = turned ? look_up (second, right, left) : look_up (second, left, right);

              counts[a][b]++;
              n_disagreements += a != b;
            }
        }
      g_assert_cmpuint (comparison->agreements->len, ==, 1);
      g_assert_cmpmem (agreement->counts, sizeof agreement->counts, counts, sizeof counts);
      g_assert_cmpuint (comparison->disagreements->len, ==, n_disagreements);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/kappa/by-hand", test_kappa_by_hand);
  g_test_add_func ("/analysis/kappa/undefined", test_kappa_undefined);
  g_test_add_func ("/analysis/agreement/by-hand", test_counts_by_hand);
  g_test_add_func ("/analysis/agreement/not-linked", test_not_linked);
  g_test_add_func ("/analysis/agreement/alone", test_alone);
  g_test_add_func ("/analysis/agreement/within-one-list", test_within_one_list);
  g_test_add_func ("/analysis/agreement/random", test_random);

  return g_test_run ();
}
