/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/concordance.h"
#include "model/list-builder.h"

typedef struct
{
  CwList *lasers; /* on the left; one item */
  CwList *optics; /* on the right; one item */
  const CwItem *laser;
  const CwItem *lens;
} Fixture;

static CwList *
make_list (const char *key, gint64 id, const char *title, const char *label)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (id, card);
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup (key);
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", title);
  cw_text_set (card->title, "en", title);
  cw_list_builder_add_item (builder, id * 10, 0, "1", NULL, FALSE);
  cw_list_builder_add_label (builder, "en", label, CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->lasers = make_list ("lasers", 1, "Lasers", "laser");
  fixture->optics = make_list ("optics", 2, "Optics", "lens");
  fixture->laser = cw_list_get_item (fixture->lasers, 0);
  fixture->lens = cw_list_get_item (fixture->optics, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->lasers);
  g_object_unref (fixture->optics);
}

static void
assert_row (const CwConcordanceRow *row,
            const char *sentence,
            const char *left_note,
            const char *right_note)
{
  g_autofree char *formatted = cw_concordance_row_format_sentence (row, NULL);

  g_assert_cmpstr (formatted, ==, sentence);
  g_assert_cmpstr (cw_concordance_row_get_left_note (row), ==, left_note);
  g_assert_cmpstr (cw_concordance_row_get_right_note (row), ==, right_note);
}

/* A mapping says the same, whichever of its ends stands on the left. */
static void
test_both_directions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwMapping) mapping =
    cw_mapping_new (fixture->laser->id, CW_RELATION_BROAD, fixture->lens->id);
  CwConcordanceRow row;

  cw_mapping_set_text (&mapping->note_subject, "of the laser");
  cw_mapping_set_text (&mapping->note_object, "of the lens");

  cw_concordance_row_init (&row, mapping, fixture->laser, fixture->lens, NULL, FALSE);
  g_assert_true (row.left == fixture->laser && row.left_list == fixture->lasers);
  g_assert_true (row.right == fixture->lens && row.right_list == fixture->optics);
  g_assert_cmpint (row.relation, ==, CW_RELATION_BROAD);
  assert_row (&row, "laser is part of lens", "of the laser", "of the lens");

  cw_concordance_row_init (&row, mapping, fixture->laser, fixture->lens, NULL, TRUE);
  g_assert_true (row.left == fixture->lens && row.left_list == fixture->optics);
  g_assert_true (row.right == fixture->laser && row.right_list == fixture->lasers);
  g_assert_cmpint (row.relation, ==, CW_RELATION_NARROW);
  assert_row (&row, "lens contains laser", "of the lens", "of the laser");
}

/* An absence speaks of the item that has no counterpart, on whichever side it stands. */
static void
test_absence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwMapping) mapping =
    cw_mapping_new_absence (fixture->laser->id, 2, CW_ABSENCE_NOT_FOUND);
  CwConcordanceRow row;

  cw_mapping_set_text (&mapping->note_subject, "of the laser");

  cw_concordance_row_init (&row, mapping, fixture->laser, NULL, fixture->optics, FALSE);
  g_assert_null (row.right);
  g_assert_true (row.right_list == fixture->optics);
  assert_row (&row, "laser has no counterpart in Optics", "of the laser", "");

  cw_concordance_row_init (&row, mapping, fixture->laser, NULL, fixture->optics, TRUE);
  g_assert_null (row.left);
  g_assert_true (row.left_list == fixture->optics);
  assert_row (&row, "laser has no counterpart in Optics", "", "of the laser");
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  CwConcordanceRow row;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  cw_concordance_row_init_unmapped (&row, fixture->laser, FALSE);
  g_assert_null (row.mapping);
  g_assert_true (row.left == fixture->laser && row.left_list == fixture->lasers);
  g_assert_true (row.right == NULL && row.right_list == NULL);
  left = cw_concordance_row_format_sentence (&row, NULL);
  g_assert_cmpstr (left, ==, "laser is open");

  cw_concordance_row_init_unmapped (&row, fixture->lens, TRUE);
  g_assert_true (row.left == NULL && row.left_list == NULL);
  g_assert_true (row.right == fixture->lens && row.right_list == fixture->optics);
  right = cw_concordance_row_format_sentence (&row, NULL);
  g_assert_cmpstr (right, ==, "lens is open");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/concordance/both-directions", Fixture, NULL, set_up, test_both_directions,
              tear_down);
  g_test_add ("/model/concordance/absence", Fixture, NULL, set_up, test_absence, tear_down);
  g_test_add ("/model/concordance/open", Fixture, NULL, set_up, test_open, tear_down);

  return g_test_run ();
}
