/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include "small-document.h"
#include "workspace/export.h"
#include "workspace/wait.h"

#include <string.h>

/* What an export says of itself before and while it is written. */

static const char *const english[] = { "en", NULL };

static CwExport *
make_export (CwDocument *document, const char *format, gboolean with_unmapped)
{
  g_autoptr (GPtrArray) left = test_document_get_lists (document, TEST_LEFT, NULL);
  g_autoptr (GPtrArray) right = test_document_get_lists (document, TEST_RIGHT, NULL);

  return cw_export_new (cw_concordance_format_find (format), left, right, english, with_unmapped);
}

static char *
export_to_text (CwDocument *document, const char *format, gboolean with_unmapped)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  gboolean done =
    cw_document_export_to_stream (document, make_export (document, format, with_unmapped), stream,
                                  &error);

  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_false (g_output_stream_is_closed (stream));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static CwExportPreview *
preview (CwDocument *document, CwExport *export, guint n_rows)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CwExportPreview *made;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_preview_async (document, export, n_rows, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);
  made = cw_document_preview_finish (document, result, &error);
  g_assert_no_error (error);

  return made;
}

/* Every format shows something: the text is how the file begins, or the table has its rows; it is
 * counted what the whole file has. */
static void
test_preview (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);

  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    {
      const CwConcordanceFormat *format = cw_concordance_format_get (i);
      g_autoptr (CwExportPreview) whole =
        preview (document, make_export (document, format->key, !format->mappings_only), 100);
      g_autoptr (CwExportPreview) first =
        preview (document, make_export (document, format->key, !format->mappings_only), 2);

      g_test_message ("%s", format->key);
      g_assert_cmpuint (whole->n_rows, ==, format->mappings_only ? 5 : 7);
      g_assert_cmpuint (first->n_rows, ==, whole->n_rows);
      g_assert_cmpuint (whole->n_shown, ==, whole->n_rows);
      g_assert_cmpuint (first->n_shown, ==, 2);
      if (format->is_text)
        {
          g_autofree char *text = export_to_text (document, format->key, !format->mappings_only);

          g_assert_cmpstr (whole->text, ==, text);
          g_assert_cmpuint (strlen (first->text), <, strlen (text));
          g_assert_null (first->rows);
        }
      else
        {
          g_assert_cmpuint (whole->rows->len, ==, 7);
          g_assert_cmpuint (first->rows->len, ==, 2);
          g_assert_cmpuint (g_strv_length (g_ptr_array_index (first->rows, 1)), ==,
                            g_strv_length (first->titles));
          g_assert_null (first->text);
        }
    }
  cw_document_close (document);
}

static void
test_preview_of_chosen (void)
{
  static const char *const keys[] = { "left_code", "relation", NULL };
  static const gint64 ids[] = { TEST_MAPPING_NEIGHBOUR, TEST_MAPPING_ABSENCE,
                                TEST_MAPPING_INVERTED };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  CwExport *export = make_export (document, "csv", FALSE);
  g_autoptr (CwExportPreview) made = NULL;
  char **row;

  g_array_append_vals (chosen, ids, G_N_ELEMENTS (ids));
  cw_export_set_chosen (export, chosen);
  cw_export_set_columns (export, keys);
  made = preview (document, export, 2);
  g_assert_cmpuint (made->n_rows, ==, 3);
  g_assert_cmpuint (made->rows->len, ==, 2);
  g_assert_cmpstr (made->titles[1], ==, "Relation");
  row = g_ptr_array_index (made->rows, 1);
  g_assert_cmpstr (row[0], ==, "2");
  g_assert_cmpstr (row[1], ==, "none");
  cw_document_close (document);
}

/* As many rows are counted as are announced. */
static void
test_progress (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "table.csv", NULL);
  g_autoptr (CwProgress) progress = cw_progress_new ();
  CwExport *export = make_export (document, "csv", TRUE);

  cw_export_set_progress (export, progress);
  g_assert_cmpuint (cw_progress_get_total (progress), ==, 0);
  g_assert_true (cw_document_export (document, export, file, NULL, NULL));
  g_assert_cmpuint (cw_progress_get_total (progress), ==, 7);
  g_assert_cmpuint (cw_progress_get_done (progress), ==, 7);
  cw_document_close (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-preview/formats", test_preview);
  g_test_add_func ("/export-preview/chosen", test_preview_of_chosen);
  g_test_add_func ("/export-preview/progress", test_progress);

  return g_test_run ();
}
