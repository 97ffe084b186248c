/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/error.h"
#include "workspace/blind.h"
#include "workspace/coding-report.h"
#include "workspace/search.h"

static const char *const english[] = { "en", NULL };

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  guint n_codings_changed;
  guint n_unreviewed;
} Fixture;

static void
count_change (Fixture *self)
{
  self->n_codings_changed++;
}

static void
count_unreviewed (CwDocument *document, guint n_mappings, Fixture *self)
{
  self->n_unreviewed += n_mappings;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->document = test_document_open (self->path);
  g_signal_connect_swapped (self->document, "codings-changed", G_CALLBACK (count_change), self);
  g_signal_connect (self->document, "unreviewed", G_CALLBACK (count_unreviewed), self);
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

static const CwItem *
left (Fixture *self, const char *code)
{
  return test_document_get_item (self->document, TEST_LEFT, code);
}

static const CwItem *
right (Fixture *self, const char *code)
{
  return test_document_get_item (self->document, TEST_RIGHT, code);
}

static void
become (Fixture *self, const char *author)
{
  cw_document_set_author (self->document, author, NULL);
}

/* Law 2 for each edit: what undo comes back to is what stood before, redo to what was done. */
static void
apply (Fixture *self, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_database_dump (self->path);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  cw_document_apply (self->document, edit, &error);
  g_assert_no_error (error);
  done = test_database_dump (self->path);
  g_assert_cmpstr (done, !=, before);
  cw_document_undo (self->document, &error);
  g_assert_no_error (error);
  undone = test_database_dump (self->path);
  g_assert_cmpstr (undone, ==, before);
  cw_document_redo (self->document, &error);
  g_assert_no_error (error);
  redone = test_database_dump (self->path);
  g_assert_cmpstr (redone, ==, done);
}

static void
apply_in (Fixture *self, gint64 coding_id, CwEdit *edit)
{
  cw_edit_set_coding (edit, coding_id);
  apply (self, edit);
}

static void
refuse (Fixture *self, CwEdit *edit, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_database_dump (self->path);
  g_autofree char *after = NULL;

  g_assert_false (cw_document_apply (self->document, edit, &error));
  g_assert_error (error, G_IO_ERROR, code);
  after = test_database_dump (self->path);
  g_assert_cmpstr (after, ==, before);
}

static void
refuse_in (Fixture *self, gint64 coding_id, CwEdit *edit)
{
  cw_edit_set_coding (edit, coding_id);
  refuse (self, edit, G_IO_ERROR_PERMISSION_DENIED);
}

/* Begins a coding of whoever is at work. */
static gint64
begin (Fixture *self, const char *name)
{
  apply (self, cw_edit_new_coding (name));

  return cw_coding_find_by_name (cw_document_get_codings (self->document), name)->id;
}

static CwCoding *
find (Fixture *self, gint64 id)
{
  return cw_coding_find (cw_document_get_codings (self->document), id);
}

static guint
count_links (Fixture *self, gint64 coding_id)
{
  GPtrArray *lists = cw_document_get_lists (self->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) links =
    cw_document_find_links (self->document, coding_id, lists, lists, &error);

  g_assert_no_error (error);

  return links->len;
}

static void
test_begin (Fixture *self, gconstpointer data)
{
  gint64 id;

  g_assert_cmpuint (cw_document_get_codings (self->document)->len, ==, 0);
  apply (self, cw_edit_new_coding ("  Mine "));
  id = cw_coding_find_by_name (cw_document_get_codings (self->document), "Mine")->id;
  g_assert_cmpuint (self->n_codings_changed, ==, 3); /* done, undone, redone */
  g_assert_cmpstr (find (self, id)->name, ==, "Mine");
  g_assert_cmpstr (find (self, id)->coder, ==, "Ben");
  g_assert_false (find (self, id)->done);
  g_assert_true (g_str_has_suffix (find (self, id)->created, "Z"));

  refuse (self, cw_edit_new_coding ("mine"), G_IO_ERROR_EXISTS);
  refuse (self, cw_edit_new_coding (" "), G_IO_ERROR_INVALID_ARGUMENT);
  apply (self, cw_edit_new_coding_name (id, "MINE"));
  g_assert_cmpstr (find (self, id)->name, ==, "MINE");
  begin (self, "Other");
  refuse (self, cw_edit_new_coding_name (id, "other"), G_IO_ERROR_EXISTS);
}

/* The same edits in a coding and in the agreed mapping know nothing of each other. */
static void
test_apart (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  g_autoptr (GPtrArray) lists = test_document_get_lists (self->document, TEST_RIGHT, NULL);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = begin (self, "Mine");

  g_assert_cmpuint (count_links (self, id), ==, 0);
  /* Linked in the agreed mapping already, and found to have no counterpart there. */
  apply_in (self, id, cw_edit_new_link (left (self, "1"), CW_RELATION_CLOSE, right (self, "1")));
  apply_in (self, id, cw_edit_new_link (left (self, "2"), CW_RELATION_CLOSE, right (self, "1")));
  g_assert_cmpuint (count_links (self, id), ==, 2);
  g_assert_cmpuint (count_links (self, 0), ==, TEST_N_MAPPINGS);

  /* Linked there, but not here; the other way round. */
  apply_in (self, id, cw_edit_new_absence (left (self, "1.1"), lists, CW_ABSENCE_NOT_FOUND, NULL));
  g_assert_cmpuint (count_links (self, id), ==, 3);
  /* A link takes the absence of its own coding away. */
  apply_in (self, id, cw_edit_new_link (left (self, "1.1"), CW_RELATION_EXACT, right (self, "4")));
  g_assert_cmpuint (count_links (self, id), ==, 3);
  /* The second key changes the relation instead of linking twice. */
  apply_in (self, id, cw_edit_new_link (right (self, "4"), CW_RELATION_BROAD, left (self, "1.1")));
  g_assert_cmpuint (count_links (self, id), ==, 3);
  g_assert_cmpuint (count_links (self, 0), ==, TEST_N_MAPPINGS);

  filter->coding_id = id;
  found = cw_document_search (self->document, filter, CW_SORT_LISTS, FALSE, english, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 3);
}

/* What each of the two may see, and when. */
static void
test_blind (Fixture *self, gconstpointer data)
{
  gint64 bens = begin (self, "Ben's");
  gint64 anns;
  GPtrArray *codings;

  become (self, "Ann");
  anns = begin (self, "Ann's");
  codings = cw_document_get_codings (self->document);

  g_assert_true (cw_blind_may_show (codings, "Ben", bens));
  g_assert_false (cw_blind_may_show (codings, "Ben", anns));
  g_assert_false (cw_blind_may_show (codings, "Ben", 0));
  g_assert_false (cw_blind_may_show (codings, "Ann", bens));
  g_assert_true (cw_blind_may_show (codings, "Cleo", 0));
  g_assert_false (cw_blind_may_show (codings, "Cleo", anns));
  g_assert_false (cw_blind_may_show (codings, "Cleo", 999));
  g_assert_cmpint (cw_blind_choose (codings, "Ben", 0), ==, bens);
  g_assert_cmpint (cw_blind_choose (codings, "Ben", anns), ==, bens);
  g_assert_cmpint (cw_blind_choose (codings, "Cleo", anns), ==, 0);

  apply (self, cw_edit_new_coding_done (anns, TRUE));
  codings = cw_document_get_codings (self->document);
  /* Ben, who is not done, still sees neither. */
  g_assert_false (cw_blind_may_show (codings, "Ben", anns));
  g_assert_false (cw_blind_may_show (codings, "Ben", 0));
  g_assert_true (cw_blind_may_show (codings, "Ann", anns));
  g_assert_true (cw_blind_may_show (codings, "Ann", 0));
  g_assert_false (cw_blind_may_show (codings, "Ann", bens));
  g_assert_cmpint (cw_blind_choose (codings, "Ann", anns), ==, anns);

  become (self, "Ben");
  apply (self, cw_edit_new_coding_done (bens, TRUE));
  codings = cw_document_get_codings (self->document);
  g_assert_true (cw_blind_may_show (codings, "Ben", anns));
  g_assert_true (cw_blind_may_show (codings, "Ann", bens));
  g_assert_null (cw_blind_get_unfinished (codings, "Ben"));
}

/* A coding is changed by its coder, until it is done. */
static void
test_who_may_edit (Fixture *self, gconstpointer data)
{
  gint64 bens = begin (self, "Ben's");
  CwEdit *link;

#define LINK cw_edit_new_link (left (self, "1"), CW_RELATION_CLOSE, right (self, "2"))
  become (self, "Ann");
  refuse_in (self, bens, LINK);
  refuse (self, cw_edit_new_coding_done (bens, TRUE), G_IO_ERROR_PERMISSION_DENIED);
  link = LINK;
  apply (self, link);
  become (self, "Ben");
  refuse_in (self, 0, LINK);
  refuse_in (self, 999, LINK);
  refuse (self, cw_edit_new_settle (left (self, "1"), right (self, "2"), NULL, "so"),
          G_IO_ERROR_PERMISSION_DENIED);
  apply_in (self, bens, LINK);
  apply (self, cw_edit_new_coding_done (bens, TRUE));
  refuse_in (self, bens, cw_edit_new_link (left (self, "1"), CW_RELATION_EXACT, right (self, "2")));
  become (self, "Ann");
  refuse (self, cw_edit_new_coding_done (bens, FALSE), G_IO_ERROR_PERMISSION_DENIED);
  become (self, "Ben");
  apply (self, cw_edit_new_coding_done (bens, FALSE));
  apply_in (self, bens, cw_edit_new_link (left (self, "1"), CW_RELATION_EXACT, right (self, "2")));
#undef LINK
}

/* Its judgements go with it, and nothing else; one undo brings all of it back. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = begin (self, "Mine");

  apply_in (self, id, cw_edit_new_link (left (self, "1"), CW_RELATION_CLOSE, right (self, "1")));
  apply_in (self, id, cw_edit_new_link (left (self, "2"), CW_RELATION_CLOSE, right (self, "2")));
  apply (self, cw_edit_new_coding_delete (id));
  g_assert_null (find (self, id));
  g_assert_cmpuint (count_links (self, 0), ==, TEST_N_MAPPINGS);
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS);
  g_assert_cmpuint (cw_document_get_undo_step (self->document)->n_rows, ==, 2);
  g_assert_false (cw_document_apply (self->document, cw_edit_new_coding_delete (id), &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE);
  g_clear_error (&error);

  cw_document_undo (self->document, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (find (self, id)->name, ==, "Mine");
  g_assert_cmpuint (count_links (self, id), ==, 2);
}

/* Two finished codings: alike in one pair, different in two, and two that only one has. */
static void
make_two_codings (Fixture *self, gint64 *first, gint64 *second)
{
  *first = begin (self, "First");
  apply_in (self, *first,
            cw_edit_new_link (left (self, "1"), CW_RELATION_EXACT, right (self, "1")));
  apply_in (self, *first,
            cw_edit_new_link (left (self, "1.1"), CW_RELATION_BROAD, right (self, "2")));
  apply_in (self, *first,
            cw_edit_new_link (left (self, "2"), CW_RELATION_CLOSE, right (self, "1")));
  apply_in (self, *first,
            cw_edit_new_link (left (self, "3"), CW_RELATION_CLOSE, right (self, "4")));
  apply (self, cw_edit_new_coding_done (*first, TRUE));
  become (self, "Ann");
  *second = begin (self, "Second");
  apply_in (self, *second,
            cw_edit_new_link (right (self, "1"), CW_RELATION_EXACT, left (self, "1")));
  apply_in (self, *second,
            cw_edit_new_link (right (self, "2"), CW_RELATION_BROAD, left (self, "1.1")));
  apply_in (self, *second,
            cw_edit_new_link (left (self, "2"), CW_RELATION_RELATED, right (self, "1")));
  apply_in (self, *second,
            cw_edit_new_link (right (self, "3"), CW_RELATION_NARROW, left (self, "3")));
  apply (self, cw_edit_new_coding_done (*second, TRUE));
}

static CwCodingReport *
compare (Fixture *self, gint64 first, gint64 second)
{
  g_autoptr (GError) error = NULL;
  CwCodingReport *report = cw_document_compare_codings (self->document, first, second, &error);

  g_assert_no_error (error);

  return report;
}

static CwCodingRow *
find_row (CwCodingReport *report, const CwItem *item, const CwItem *other)
{
  for (guint i = 0; i < report->rows->len; i++)
    {
      CwCodingRow *row = g_ptr_array_index (report->rows, i);

      if (row->left == item && row->right == other)
        return row;
    }

  return NULL;
}

static void
test_report (Fixture *self, gconstpointer data)
{
  gint64 first, second;
  g_autoptr (CwCodingReport) report = NULL;
  CwCodingRow *row;

  make_two_codings (self, &first, &second);
  report = compare (self, first, second);
  g_assert_cmpuint (report->comparison->agreements->len, ==, 1);
  g_assert_cmpuint (report->rows->len, ==, 4);
  g_assert_cmpuint (report->n_open, ==, 4);
  g_assert_null (find_row (report, left (self, "1"), right (self, "1")));

  row = find_row (report, left (self, "1.1"), right (self, "2"));
  g_assert_cmpint (row->codings[0]->relation, ==, CW_RELATION_BROAD);
  /* Read from the left, as it was made from the right. */
  g_assert_cmpint (row->codings[1]->relation, ==, CW_RELATION_NARROW);
  g_assert_cmpint (row->agreed->relation, ==, CW_RELATION_BROAD);
  g_assert_cmpint (row->agreed->id, ==, TEST_MAPPING_INVERTED);
  row = find_row (report, left (self, "3"), right (self, "3"));
  g_assert_null (row->codings[0]);
  g_assert_cmpint (row->codings[1]->relation, ==, CW_RELATION_BROAD);
  row = find_row (report, left (self, "3"), right (self, "4"));
  g_assert_null (row->codings[1]);
  g_assert_null (row->agreed); /* rejected */
  g_assert_null (row->settlement);
}

/* Nobody compares who has not finished, and nobody an unfinished coding. */
static void
test_report_is_blind (Fixture *self, gconstpointer data)
{
  gint64 first, second;
  g_autoptr (GError) error = NULL;

  make_two_codings (self, &first, &second);
  apply (self, cw_edit_new_coding_done (second, FALSE));
  g_assert_null (cw_document_compare_codings (self->document, first, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  become (self, "Ben");
  g_assert_null (cw_document_compare_codings (self->document, first, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static CwMapping *
make_agreed (CwRelation relation, double confidence, const char *rationale)
{
  CwMapping *mapping = cw_mapping_new (1, relation, 2);

  mapping->confidence = confidence;
  cw_mapping_set_text (&mapping->rationale, rationale);

  return mapping;
}

static void
test_settle (Fixture *self, gconstpointer data)
{
  gint64 first, second;
  g_autoptr (CwCodingReport) report = NULL;
  g_autoptr (CwMapping) narrow = make_agreed (CW_RELATION_NARROW, 0.7, "Contains it.");
  CwCodingRow *row;

  make_two_codings (self, &first, &second);
  /* Changes what the agreed mapping says, though it was made from the other side. */
  apply (self, cw_edit_new_settle (left (self, "1.1"), right (self, "2"), narrow, " talked over "));
  /* Puts a new one in, and takes the absence away that says the contrary. */
  apply (self, cw_edit_new_settle (left (self, "2"), right (self, "1"), narrow, "talked over"));
  /* Takes up again what was rejected. */
  apply (self, cw_edit_new_settle (left (self, "3"), right (self, "4"), narrow, "talked over"));
  /* Nothing is linked, and that is settled. */
  apply (self, cw_edit_new_settle (left (self, "3"), right (self, "3"), NULL, "a far cry"));
  refuse (self, cw_edit_new_settle (left (self, "3"), right (self, "3"), NULL, " "),
          G_IO_ERROR_INVALID_ARGUMENT);

  report = compare (self, first, second);
  g_assert_cmpuint (report->rows->len, ==, 4);
  g_assert_cmpuint (report->n_open, ==, 0);
  row = find_row (report, left (self, "1.1"), right (self, "2"));
  g_assert_cmpint (row->agreed->id, ==, TEST_MAPPING_INVERTED);
  g_assert_cmpint (row->agreed->relation, ==, CW_RELATION_NARROW);
  g_assert_cmpfloat_with_epsilon (row->agreed->confidence, 0.7, 1e-9);
  g_assert_cmpstr (row->agreed->rationale, ==, "Contains it.");
  g_assert_cmpstr (row->settlement->reason, ==, "talked over");
  g_assert_cmpstr (row->settlement->author, ==, "Ann");
  row = find_row (report, left (self, "2"), right (self, "1"));
  g_assert_cmpint (row->agreed->relation, ==, CW_RELATION_NARROW);
  g_assert_cmpint (row->agreed->coding_id, ==, 0);
  g_assert_cmpint (test_database_get_int (self->path,
                                          "SELECT count (*) FROM mapping WHERE relation = 'none'"),
                   ==, 0);
  row = find_row (report, left (self, "3"), right (self, "4"));
  g_assert_cmpint (row->agreed->id, ==, TEST_MAPPING_REJECTED);
  g_assert_cmpint (row->agreed->status, ==, CW_STATUS_DRAFT);
  row = find_row (report, left (self, "3"), right (self, "3"));
  g_assert_null (row->agreed);
  g_assert_cmpstr (row->settlement->reason, ==, "a far cry");

  /* Settled anew: what was linked no longer is, and the reason is the later one. */
  apply (self,
         cw_edit_new_settle (left (self, "1.1"), right (self, "2"), NULL, "on second thought"));
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM settlement"), ==, 4);
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM mapping WHERE id = 2"),
                   ==, 0);
}

/* Whoever changes what was reviewed is told so. */
static void
test_unreviewed (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_CLOSE, 2);
  g_autoptr (CwMapping) settled = make_agreed (CW_RELATION_OVERLAP, 0.5, "");
  g_autoptr (GError) error = NULL;
  const gint64 chosen[] = { TEST_MAPPING_FULL, TEST_MAPPING_INVERTED, TEST_MAPPING_ABSENCE };

  cw_document_apply (self->document,
                     cw_edit_new_link (left (self, "1"), CW_RELATION_BROAD, right (self, "1")),
                     &error);
  g_assert_cmpuint (self->n_unreviewed, ==, 0);
  cw_document_apply (self->document,
                     cw_edit_new_link (left (self, "1"), CW_RELATION_EXACT, right (self, "1")),
                     &error);
  g_assert_cmpuint (self->n_unreviewed, ==, 1);
  cw_document_undo (self->document, &error);
  g_assert_cmpuint (self->n_unreviewed, ==, 1);

  g_array_append_vals (ids, chosen, G_N_ELEMENTS (chosen));
  cw_document_apply (self->document,
                     cw_edit_new_bulk_patch (CW_STEP_RELATE, ids, values, CW_MAPPING_RELATION),
                     &error);
  g_assert_cmpuint (self->n_unreviewed, ==, 2);
  cw_document_undo (self->document, &error);
  cw_document_apply (self->document,
                     cw_edit_new_settle (left (self, "1"), right (self, "1"), settled, "so"),
                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_unreviewed, ==, 3);
}

static CwEdit *
make_random_edit (Fixture *self, GRand *rand, gint64 *coding_id)
{
  static const char *const left_codes[] = { "1", "1.1", "1.2", "2", "3" };
  static const char *const right_codes[] = { "1", "2", "3", "4" };
  GPtrArray *codings = cw_document_get_codings (self->document);
  CwCoding *coding =
    codings->len > 0
      ? g_ptr_array_index (codings, g_rand_int_range (rand, 0, (gint32) codings->len))
      : NULL;
  const CwItem *item = left (self, left_codes[g_rand_int_range (rand, 0, 5)]);
  const CwItem *other = right (self, right_codes[g_rand_int_range (rand, 0, 4)]);
  CwRelation relation = (CwRelation) g_rand_int_range (rand, 1, CW_N_RELATIONS);
  g_autoptr (CwMapping) agreed = make_agreed (relation, 0.5, "Random.");
  g_autofree char *name = g_strdup_printf ("Coding %d", g_rand_int_range (rand, 0, 5));

  *coding_id = coding != NULL && g_rand_boolean (rand) ? coding->id : 0;
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
    case 1:
      return cw_edit_new_coding (name);
    case 2:
      return cw_edit_new_coding_name (coding != NULL ? coding->id : 1, name);
    case 3:
      return cw_edit_new_coding_done (coding != NULL ? coding->id : 1, g_rand_boolean (rand));
    case 4:
      return cw_edit_new_coding_delete (coding != NULL ? coding->id : 1);
    case 5:
    case 6:
      return cw_edit_new_settle (item, other, g_rand_boolean (rand) ? agreed : NULL, "random");
    default:
      return cw_edit_new_link (item, relation, other);
    }
}

/* Law 2 for every operation on codings, in any order and by anybody: all the way back and forth. */
static void
test_random (Fixture *self, gconstpointer data)
{
  static const char *const people[] = { "Ann", "Ben" };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint) g_test_rand_int ());
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (dumps, test_database_dump (self->path));
  for (guint i = 0; i < 120; i++)
    {
      gint64 coding_id = 0;
      CwEdit *edit = make_random_edit (self, rand, &coding_id);
      gint64 n_steps = test_database_get_int (self->path, "SELECT count (*) FROM step");

      become (self, people[g_rand_int_range (rand, 0, 2)]);
      cw_edit_set_coding (edit, coding_id);
      cw_document_apply (self->document, edit, NULL);
      if (test_database_get_int (self->path, "SELECT count (*) FROM step") > n_steps)
        g_ptr_array_add (dumps, test_database_dump (self->path));
    }
  g_assert_cmpuint (dumps->len, >, 20);

  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *dump = NULL;

      cw_document_undo (self->document, NULL);
      dump = test_database_dump (self->path);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
    }
  g_assert_null (cw_document_get_undo_step (self->document));
  for (guint i = 1; i < dumps->len; i++)
    {
      g_autofree char *dump = NULL;

      cw_document_redo (self->document, NULL);
      dump = test_database_dump (self->path);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/codings/begin", test_begin);
  ADD ("/codings/apart", test_apart);
  ADD ("/codings/blind", test_blind);
  ADD ("/codings/who-may-edit", test_who_may_edit);
  ADD ("/codings/delete", test_delete);
  ADD ("/codings/report", test_report);
  ADD ("/codings/report/blind", test_report_is_blind);
  ADD ("/codings/settle", test_settle);
  ADD ("/codings/unreviewed", test_unreviewed);
  ADD ("/codings/random", test_random);

  return g_test_run ();
}
