/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/finding-model.h"
#include "database.h"
#include "folder.h"
#include "small-document.h"

#include <string.h>

/* The lines of the page of findings as strings, kept up to date by what the model says has changed,
 * against what it shows when asked anew. */

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  CwFindingModel *model;
  GPtrArray *mirror; /* utf8 */
  guint n_replaced;
} Fixture;

static char *
describe (CwFindingModel *model, guint position)
{
  g_autoptr (CwFindingRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);
  const CwFinding *finding = cw_finding_row_get_finding (row);

  if (cw_finding_row_get_kind (row) == CW_FINDING_ROW_HEADING)
    return g_strdup_printf ("heading %u", cw_finding_row_get_group (row));

  return g_strdup_printf ("%u %.8s %d %d %s", cw_finding_row_get_kind (row), finding->fingerprint,
                          (int) cw_finding_row_get_link (row)->id,
                          cw_finding_row_get_link (row)->status,
                          finding->mark != NULL ? finding->mark->reason : "-");
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->n_replaced += removed + added;
  if (removed > 0)
    g_ptr_array_remove_range (self->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->mirror, (int) (position + i),
                        describe (CW_FINDING_MODEL (model), position + i));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->document = test_document_open (self->path);
  self->model = cw_finding_model_new ();
  self->mirror = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->model);
  g_ptr_array_unref (self->mirror);
  cw_document_close (self->document);
  g_object_unref (self->document);
  g_free (self->path);
  test_folder_free (self->folder);
}

static void
check_mirror (Fixture *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_assert_cmpuint (self->mirror->len, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *line = describe (self->model, i);

      g_assert_cmpstr (line, ==, g_ptr_array_index (self->mirror, i));
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (self->model), n_items));
}

/* Checks the document again and gives the model what was found. */
static CwCheckReport *
look_again (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  CwCheckReport *report = cw_document_run_checks (self->document, &error);

  g_assert_no_error (error);
  cw_finding_model_set_report (self->model, report);
  check_mirror (self);

  return report;
}

static void
apply (Fixture *self, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (self->document, edit, &error);
  g_assert_no_error (error);
}

static void
duplicate (Fixture *self, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  apply (self, cw_edit_new_bulk_duplicate (ids));
}

static void
test_lines (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) none = look_again (self);
  g_autoptr (CwCheckReport) found = NULL;
  g_autoptr (CwCheckReport) marked = NULL;
  CwFinding *finding;

  g_assert_cmpuint (none->findings->len, ==, 0);
  g_assert_cmpuint (self->mirror->len, ==, 0);

  duplicate (self, TEST_MAPPING_INVERTED);
  found = look_again (self);
  finding = g_ptr_array_index (found->findings, 0);
  /* The heading, the finding, its two mappings */
  g_assert_cmpuint (self->mirror->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (self->mirror, 0), ==, "heading 0");

  cw_finding_model_toggle (self->model, CW_CHECK_PAIR_TWICE);
  check_mirror (self);
  g_assert_cmpuint (self->mirror->len, ==, 1);
  cw_finding_model_toggle (self->model, CW_CHECK_PAIR_TWICE);
  check_mirror (self);
  g_assert_cmpuint (self->mirror->len, ==, 4);

  /* What is intended folds into a group of its own, with the reason when it is unfolded. */
  apply (self, cw_edit_new_mark_finding (finding, self->document, "why"));
  marked = look_again (self);
  g_assert_cmpuint (self->mirror->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (self->mirror, 0), ==, "heading 8");
  cw_finding_model_toggle (self->model, CW_FINDING_GROUP_INTENDED);
  check_mirror (self);
  g_assert_cmpuint (self->mirror->len, ==, 5);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (self->mirror, 2), "why"));
}

/* A report that finds the same changes nothing, and one that finds more changes only that. */
static void
test_smallest_change (Fixture *self, gconstpointer data)
{
  g_autoptr (CwCheckReport) first = NULL;
  g_autoptr (CwCheckReport) same = NULL;
  g_autoptr (CwCheckReport) more = NULL;

  duplicate (self, TEST_MAPPING_INVERTED);
  first = look_again (self);
  self->n_replaced = 0;
  same = look_again (self);
  g_assert_cmpuint (self->n_replaced, ==, 0);

  duplicate (self, TEST_MAPPING_THIRD);
  more = look_again (self);
  g_assert_cmpuint (self->mirror->len, ==, 7);
  g_assert_cmpuint (self->n_replaced, ==, 3);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (CwCheckReport) report = look_again (self);

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          cw_document_undo (self->document, NULL);
          break;
        case 1:
          cw_finding_model_toggle (self->model,
                                   (guint) g_rand_int_range (rand, 0, CW_N_FINDING_GROUPS));
          check_mirror (self);
          break;
        case 2:
          if (report->findings->len > 0)
            {
              CwFinding *finding =
                g_ptr_array_index (report->findings,
                                   g_rand_int_range (rand, 0, (int) report->findings->len));

              apply (self, finding->mark == NULL
                             ? cw_edit_new_mark_finding (finding, self->document, "so")
                             : cw_edit_new_unmark_finding (finding, self->document));
              break;
            }
          G_GNUC_FALLTHROUGH;
        default:
          duplicate (self, g_rand_int_range (rand, 1, TEST_N_MAPPINGS + 1));
          break;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/finding-model/lines", test_lines);
  ADD ("/finding-model/smallest-change", test_smallest_change);
  ADD ("/finding-model/random", test_random);
#undef ADD

  return g_test_run ();
}
