/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/concordance-reader.h"
#include "workspace/starter.h"

#include <string.h>

/* A row in short, by codes: "1 broad 1", "2 none/list", "3/open", "/open 4". */
static gboolean
note_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  GPtrArray *lines = user_data;
  const char *left = row->left != NULL ? row->left->code : "";
  const char *right = row->right != NULL ? row->right->code : "";

  if (row->mapping == NULL)
    g_ptr_array_add (lines, g_strdup_printf ("%s?%s", left, right));
  else
    g_ptr_array_add (lines,
                     g_strdup_printf ("%s %s%s %s", left, row->mapping->negated ? "not-" : "",
                                      cw_relation_to_key (row->relation), right));

  return TRUE;
}

static char *
read_rows (CwDocument *document, GPtrArray *left, GPtrArray *right, gboolean with_unmapped)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  cw_document_visit_rows (document, 0, left, right, with_unmapped, note_row, lines, &error);
  g_assert_no_error (error);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("; ", (char **) lines->pdata);
}

/* In the order of the left side; what has no item there stands at the end. */
static void
test_order (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GPtrArray) left = test_document_get_lists (document, TEST_LEFT, NULL);
  g_autoptr (GPtrArray) right = test_document_get_lists (document, TEST_RIGHT, NULL);
  g_autoptr (GPtrArray) both = test_document_get_lists (document, TEST_THIRD, TEST_RIGHT, NULL);
  g_autofree char *rows = read_rows (document, left, right, FALSE);
  g_autofree char *back = read_rows (document, right, left, FALSE);
  g_autofree char *all = read_rows (document, left, right, TRUE);
  g_autofree char *all_back = read_rows (document, right, left, TRUE);
  g_autofree char *three = read_rows (document, left, both, FALSE);

  g_assert_cmpstr (rows, ==, "1 broad 1; 1.1 broad 2; 2 not-exact 3; 2 none ; 3 close 4");
  g_assert_cmpstr (back, ==, "1 narrow 1; 2 narrow 1.1; 3 not-exact 2; 4 close 3;  none 2");
  g_assert_cmpstr (all, ==,
                   "1 broad 1; 1.1 broad 2; 1.2?; 2 not-exact 3; 2 none ; 3 close 4; ?2.1");
  g_assert_cmpstr (all_back, ==,
                   "1 narrow 1; 2 narrow 1.1; 2.1?; 3 not-exact 2; 4 close 3;  none 2; ?1.2");
  /* The strongest first: part of it, then shares a part. */
  g_assert_cmpstr (three, ==,
                   "1 broad 1; 1 overlap 1; 1.1 broad 2; 2 not-exact 3; 2 none ; 3 close 4");
  cw_document_close (document);
}

/* Lists that stand on both sides: what is said within them is read once, as it was made. */
static void
test_both_sides (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  GPtrArray *lists = cw_document_get_lists (document);
  g_autofree char *rows = read_rows (document, lists, lists, FALSE);
  g_autofree char *all = read_rows (document, lists, lists, TRUE);

  g_assert_cmpstr (rows, ==,
                   "1 broad 1; 1 overlap 1; 2 not-exact 3; 2 none ; 3 close 4; 1 exact 1; "
                   "2 narrow 1.1");
  g_assert_cmpstr (all, ==,
                   "1 broad 1; 1 overlap 1; 1.2?; 2 not-exact 3; 2 none ; 3 close 4; 2?; "
                   "1 exact 1; 2 narrow 1.1; 2.1?");
  cw_document_close (document);
}

static gboolean
stop_at_third (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  guint *n_rows = user_data;

  if (++*n_rows < 3)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "enough");

  return FALSE;
}

static void
test_stop (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *lists = cw_document_get_lists (document);
  guint n_rows = 0;

  g_assert_false (
    cw_document_visit_rows (document, 0, lists, lists, TRUE, stop_at_third, &n_rows, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (n_rows, ==, 3);
  cw_document_close (document);
}

/* A row as it reads from the left, and as the same judgement reads once its sides are swapped. */
typedef struct
{
  GPtrArray *lines;
  gboolean swapped;
} Reading;

static void
append_end (GString *line, const CwItem *item, CwList *list, const char *note)
{
  g_string_append_printf (line, " %s %s “%s”", list != NULL ? cw_list_get_key (list) : "-",
                          item != NULL ? item->code : "-", note);
}

static gboolean
note_reading (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  CwRelation relation = row->relation;
  g_autoptr (GString) line = g_string_new (NULL);
  const char *left_note = "";
  const char *right_note = "";

  if (row->mapping != NULL)
    {
      left_note = cw_concordance_row_get_left_note (row);
      right_note = cw_concordance_row_get_right_note (row);
    }
  if (reading->swapped)
    {
      if (relation == CW_RELATION_BROAD)
        relation = CW_RELATION_NARROW;
      else if (relation == CW_RELATION_NARROW)
        relation = CW_RELATION_BROAD;
      append_end (line, row->right, row->right_list, right_note);
      append_end (line, row->left, row->left_list, left_note);
    }
  else
    {
      append_end (line, row->left, row->left_list, left_note);
      append_end (line, row->right, row->right_list, right_note);
    }

  if (row->mapping != NULL)
    {
      g_autoptr (CwMapping) rest = cw_mapping_copy (row->mapping);

      g_string_append_printf (line, " %s ", cw_relation_to_key (relation));
      test_mappings_append_line (line, rest);
    }
  g_ptr_array_add (reading->lines, g_string_free (g_steal_pointer (&line), FALSE));

  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
read_sorted (CwDocument *document,
             GPtrArray *left,
             GPtrArray *right,
             gboolean swapped,
             guint *n_rows)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { lines, swapped };
  g_autoptr (GError) error = NULL;

  cw_document_visit_rows (document, 0, left, right, TRUE, note_reading, &reading, &error);
  g_assert_no_error (error);
  *n_rows = lines->len;
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
check_swap (CwDocument *document, GPtrArray *left, GPtrArray *right)
{
  guint n_rows, n_swapped_rows;
  g_autofree char *rows = read_sorted (document, left, right, FALSE, &n_rows);
  g_autofree char *swapped_rows = read_sorted (document, right, left, TRUE, &n_swapped_rows);
  g_autofree char *wrong_rows = read_sorted (document, right, left, FALSE, &n_swapped_rows);

  g_assert_cmpuint (n_rows, ==, n_swapped_rows);
  g_assert_true (g_str_equal (rows, swapped_rows));
  g_assert_false (g_str_equal (rows, wrong_rows));
}

static GPtrArray *
lists_of (CwDocument *document, const char *jurisdiction)
{
  GPtrArray *all = cw_document_get_lists (document);
  GPtrArray *lists = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      CwList *list = g_ptr_array_index (all, i);

      if (g_str_equal (cw_list_get_card (list)->jurisdiction, jurisdiction))
        g_ptr_array_add (lists, list);
    }

  return lists;
}

/* Law 8 */
static void
test_swap (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.crosswalk", NULL);
  g_autofree char *small_path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwDocument) small = test_document_open (small_path);
  g_autoptr (GPtrArray) china = NULL;
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GPtrArray) newer = NULL;
  g_autoptr (GPtrArray) older = NULL;
  g_autoptr (GPtrArray) left = test_document_get_lists (small, TEST_LEFT, NULL);
  g_autoptr (GPtrArray) right = test_document_get_lists (small, TEST_RIGHT, TEST_THIRD, NULL);
  g_autoptr (GError) error = NULL;

  cw_starter_create_document (path, "A title", CW_STARTER_MAPPED, &error);
  g_assert_no_error (error);
  document = test_document_open (path);
  china = lists_of (document, "CN");
  states = lists_of (document, "US");
  newer = test_document_get_lists (document, "us-cet-2024", NULL);
  older = test_document_get_lists (document, "us-eft-2018", "us-cet-2022", NULL);
  check_swap (document, china, states);
  check_swap (document, newer, older);
  check_swap (small, left, right);
  cw_document_close (document);
  cw_document_close (small);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rows/order", test_order);
  g_test_add_func ("/rows/both-sides", test_both_sides);
  g_test_add_func ("/rows/stop", test_stop);
  g_test_add_func ("/rows/swap", test_swap);

  return g_test_run ();
}
