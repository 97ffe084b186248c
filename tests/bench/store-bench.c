/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents without a window: making and opening a large one, and how long an edit takes until it
 * is on disk; beside the sqlite3 shell with the same file in the same folder.
 * Usage: crosswalk-bench-store [--short] */
#include "figures.h"
#include "folder.h"
#include "generated-document.h"
#include "shell.h"

#include <gio/gio.h>

#define SELECT_ROWS                                                                          \
  "SELECT i.id, i.parent_id, i.code, i.item_group, i.verified, l.language, l.text, l.kind, " \
  "l.origin, f.enterprises, f.share_percent, f.share_of, f.unit FROM item AS i "             \
  "LEFT JOIN label AS l ON l.item_id = i.id LEFT JOIN figure AS f ON f.item_id = i.id "      \
  "ORDER BY i.list_id, i.position, l.id;"

/* The two checks that opening makes of every page. */
#define CHECK_ROWS "PRAGMA integrity_check (1); PRAGMA foreign_key_check;"

static void
measure_large (const char *shell, const char *folder, gboolean brief)
{
  BenchSize size = { brief ? 2000 : 100000, 100, 0 };
  g_autofree char *path = g_build_filename (folder, "large.crosswalk", NULL);
  g_autoptr (BenchFigures) make = bench_figures_new ();
  g_autoptr (BenchFigures) open = bench_figures_new ();
  g_autoptr (BenchFigures) check = bench_figures_new ();
  g_autoptr (BenchFigures) select = bench_figures_new ();
  g_autoptr (BenchFigures) shell_check = bench_figures_new ();
  g_autofree char *text = NULL;
  double memory = 0;
  guint n_items = 0;

  bench_print_heading ("A list of %u items, three levels, three languages", size.n_left);
  for (guint i = 0; i < (brief ? 2 : 9); i++)
    {
      g_autoptr (CwDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      double start = bench_get_milliseconds ();

      if (i < 3)
        {
          bench_document_make (path, &size);
          bench_figures_add (make, bench_get_milliseconds () - start);
        }

      bench_figures_add (select, bench_shell_run (shell, path, SELECT_ROWS));
      bench_figures_add (shell_check, bench_shell_run (shell, path, CHECK_ROWS));
      start = bench_get_milliseconds ();
      document = bench_document_open (path);
      bench_figures_add (open, bench_get_milliseconds () - start);
      start = bench_get_milliseconds ();
      cw_document_check (document, &error);
      g_assert_no_error (error);
      bench_figures_add (check, bench_get_milliseconds () - start);
      n_items = cw_list_get_n_items (cw_document_find_list (document, BENCH_LEFT));
      cw_document_close (document);
      if (i == 0)
        memory = bench_get_peak_mebibytes ();
    }

  bench_check (n_items == size.n_left, "the document has all items");
  bench_print ("items", "%u", n_items);
  bench_print ("make the document", "%s", text = bench_figures_format (make, "ms"));
  g_free (g_steal_pointer (&text));
  bench_print ("open it", "%s", text = bench_figures_format (open, "ms"));
  g_free (g_steal_pointer (&text));
  bench_print ("of that: check every page and row", "%s",
               text = bench_figures_format (check, "ms"));
  g_free (g_steal_pointer (&text));
  bench_print ("sqlite3 shell: SELECT of the same rows", "%s",
               text = bench_figures_format (select, "ms"));
  g_free (g_steal_pointer (&text));
  bench_print ("sqlite3 shell: the same checks", "%s",
               text = bench_figures_format (shell_check, "ms"));
  bench_print ("ratio, open to SELECT", "%.2f",
               bench_figures_get_median (open) / bench_figures_get_median (select));
  bench_print ("ratio, open without check to SELECT", "%.2f",
               (bench_figures_get_median (open) - bench_figures_get_median (check)) /
                 bench_figures_get_median (select));
  bench_print ("ratio, open to SELECT and checks", "%.2f",
               bench_figures_get_median (open) /
                 (bench_figures_get_median (select) + bench_figures_get_median (shell_check)));
  bench_print ("peak memory, made and opened", "%.0f MiB", memory);
}

static double
link_pairs (CwDocument *document, guint first, guint n_edits, const BenchSize *size)
{
  CwList *left_list = cw_document_find_list (document, BENCH_LEFT);
  CwList *right_list = cw_document_find_list (document, BENCH_RIGHT);
  double start = bench_get_milliseconds ();

  for (guint i = first; i < first + n_edits; i++)
    {
      g_autoptr (GError) error = NULL;
      guint left, right;

      bench_document_get_pair (size, size->n_mappings + i, &left, &right);
      cw_document_apply (document,
                         cw_edit_new_link (cw_list_get_item (left_list, left), CW_RELATION_CLOSE,
                                           cw_list_get_item (right_list, right)),
                         &error);
      g_assert_no_error (error);
    }

  return (bench_get_milliseconds () - start) / n_edits;
}

/* As many single-row transactions by the shell, less what starting it takes. */
static double
insert_pairs (const char *shell, const char *path, guint n_edits)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  double without;

  g_string_append (sql, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                        "SELECT count (*) FROM mapping;\n");
  without = bench_shell_run (shell, path, sql->str);
  for (guint i = 0; i < n_edits; i++)
    g_string_append_printf (sql,
                            "INSERT INTO mapping (subject_id, relation, object_id, status, author, "
                            "created, modified) VALUES (%u, 'close', %u, 'draft', 'Nobody', "
                            "'2024-01-02T03:04:05Z', '2024-01-02T03:04:05Z');\n",
                            i % 100 + 1, i % 100 + 150);

  return (bench_shell_run (shell, path, sql->str) - without) / n_edits;
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
measure_edits (const char *shell, const char *folder, guint n_mappings, gboolean brief)
{
  BenchSize size = { 500, 500, n_mappings };
  guint n_edits = brief ? 5 : 50;
  guint n_rounds = brief ? 2 : 9;
  g_autofree char *path = g_build_filename (folder, "edited.crosswalk", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);
  g_autoptr (BenchFigures) edits = bench_figures_new ();
  g_autoptr (BenchFigures) inserts = bench_figures_new ();
  g_autoptr (CwDocument) document = NULL;
  g_autofree char *text = NULL;

  bench_print_heading ("An edit among %u mappings, until it is on disk", n_mappings);
  bench_document_make (path, &size);
  copy_file (path, copy);
  document = bench_document_open (path);
  for (guint i = 0; i < n_rounds; i++)
    {
      bench_figures_add (edits, link_pairs (document, i * n_edits, n_edits, &size));
      bench_figures_add (inserts, insert_pairs (shell, copy, n_edits));
    }
  bench_check (cw_document_is_saved (document), "every edit is on disk");
  bench_check (cw_document_get_undo_step (document) != NULL, "an edit can be undone");
  cw_document_close (document);

  bench_print ("link two items", "%s", text = bench_figures_format (edits, "ms"));
  g_free (g_steal_pointer (&text));
  bench_print ("sqlite3 shell: INSERT of one row", "%s",
               text = bench_figures_format (inserts, "ms"));
  bench_print ("ratio", "%.2f",
               bench_figures_get_median (edits) / bench_figures_get_median (inserts));
}

int
main (int argc, char *argv[])
{
  gboolean brief = argc > 1 && g_str_equal (argv[1], "--short");
  g_autofree char *shell = g_find_program_in_path ("sqlite3");
  g_autoptr (TestFolder) folder = test_folder_new ();

  if (shell == NULL)
    {
      g_printerr ("sqlite3 was not found\n");
      return 77;
    }

  measure_large (shell, folder, brief);
  measure_edits (shell, folder, 1000, brief);
  if (!brief)
    measure_edits (shell, folder, 10000, brief);

  return 0;
}
