/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-cell.h"
#include "app/table-page-private.h"
#include "app/window-private.h"
#include "database.h"
#include "folder.h"
#include "frames.h"
#include "many-mappings.h"
#include "shell.h"
#include "stall.h"
#include "window-bench.h"

#include <string.h>

#define TYPED "quan se"

typedef struct
{
  BenchWindow *window;
  CwTablePage *page;
  CwMappingModel *model;
  const char *shell;
  const char *path;
  BenchSize size;
  guint n_searched;
  guint n_counted;
  double worst; /* milliseconds of the longest stall of all */
} Table;

static void
count_up (guint *n)
{
  (*n)++;
}

static void
set_true (gboolean *value)
{
  *value = TRUE;
}

static void
print_stall (Table *table, const char *what, double elapsed, double shell)
{
  BenchStall stall = bench_stall_end ();
  g_autofree char *ratio =
    shell > 0 ? g_strdup_printf ("; shell %.0f ms, ratio %.2f", shell, elapsed / shell)
              : g_strdup ("");

  table->worst = MAX (table->worst, stall.elapsed);
  bench_print (what, "%.0f ms%s; blocked %.0f ms, computing %.0f", elapsed, ratio, stall.elapsed,
               stall.computed);
}

typedef struct
{
  GtkWidget *view;
  guint n_cells;
  guint n_empty;
} Sight;

static void
look_at (GtkWidget *widget, Sight *sight)
{
  graphene_rect_t bounds;
  CwMappingRow *row;

  if (!CW_IS_TABLE_CELL (widget))
    {
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        look_at (child, sight);
      return;
    }

  if (!gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, sight->view, &bounds) ||
      bounds.origin.y + bounds.size.height < 0 ||
      bounds.origin.y > (float) gtk_widget_get_height (sight->view))
    return;

  row = cw_table_cell_get_row (CW_TABLE_CELL (widget));
  sight->n_cells++;
  sight->n_empty += row == NULL || cw_mapping_row_get_mapping (row) == NULL;
}

/* Whether there is something in every row that can be seen. */
static gboolean
rows_are_filled (Table *table)
{
  Sight sight = { cw_table_page_get_view (table->page), 0, 0 };

  bench_stall_pause ();
  look_at (sight.view, &sight);
  bench_stall_resume ();

  return sight.n_empty == 0 &&
         (sight.n_cells > 0 || g_list_model_get_n_items (G_LIST_MODEL (table->model)) == 0);
}

/* Until a search has been made after @n_before and its rows are drawn. */
static double
wait_for_rows (Table *table, guint n_before)
{
  double drawn;

  while (table->n_searched == n_before || cw_mapping_model_is_searching (table->model))
    g_main_context_iteration (NULL, TRUE);
  do
    drawn = bench_frames_next (table->window->window);
  while (!rows_are_filled (table));

  return drawn;
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *n_counted = user_data;
  g_autoptr (GArray) counts = cw_document_count_facets_finish (CW_DOCUMENT (source), result, NULL);

  g_assert_nonnull (counts);
  (*n_counted)++;
}

/* The searcher does one thing after the other: when it has counted again, it has done all. */
static void
rest (Table *table)
{
  guint n_before = table->n_counted;

  cw_document_count_facets_async (table->window->document,
                                  cw_mapping_model_get_filter (table->model),
                                  cw_session_get_languages (table->window->session), NULL,
                                  on_counted, &table->n_counted);
  while (table->n_counted == n_before)
    g_main_context_iteration (NULL, TRUE);
  bench_frames_wait (table->window->window);
}

static double
ask_shell (Table *table, const char *sql)
{
  return bench_shell_run (table->shell, table->path, sql);
}

static void
measure_open (Table *table, GtkApplication *application)
{
  g_autofree char *sql = bench_many_format_sort (CW_SORT_LISTS);
  double check = ask_shell (table, "PRAGMA integrity_check (1); PRAGMA foreign_key_check;");
  double shell = ask_shell (table, sql);
  double start = bench_get_milliseconds ();
  double opened, shown;
  CwWindow *window;

  bench_stall_begin ();
  table->window = bench_window_new (application, table->path);
  opened = bench_get_milliseconds () - start;
  bench_print ("open the document", "%.0f ms; shell, the same checks %.0f ms, ratio %.2f", opened,
               check, opened / check);
  window = CW_WINDOW (table->window->window);
  bench_window_set_list (table->window, CW_SIDE_LEFT, BENCH_LEFT);
  bench_window_set_list (table->window, CW_SIDE_RIGHT, BENCH_RIGHT);
  bench_stall_begin ();
  bench_frames_show (table->window->window);
  start = bench_get_milliseconds ();
  while (cw_link_index_get_n_links (cw_session_get_links (table->window->session)) <
         table->size.n_mappings)
    g_main_context_iteration (NULL, TRUE);
  bench_frames_wait (table->window->window);
  print_stall (table, "lists side by side, until the links are read",
               bench_get_milliseconds () - start, 0);
  bench_print ("peak memory", "%.0f MiB", bench_get_peak_mebibytes ());

  _cw_window_make_pages (window);
  table->page = CW_TABLE_PAGE (window->table_page);
  table->model = cw_table_page_get_model (table->page);
  g_signal_connect_swapped (table->model, "searched", G_CALLBACK (count_up), &table->n_searched);
  bench_stall_begin ();
  start = bench_get_milliseconds ();
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (window->pages), "table");
  shown = wait_for_rows (table, 0) - start;
  bench_check (g_list_model_get_n_items (G_LIST_MODEL (table->model)) == table->size.n_mappings,
               "the table shows every mapping");
  rest (table);
  bench_print ("to the facets' counts", "%.0f ms", bench_get_milliseconds () - start);
  print_stall (table, "open the table, to the first rows", shown, shell);
  bench_print ("peak memory", "%.0f MiB", bench_get_peak_mebibytes ());
}

/* As a key does it: what stands there already is not taken away for it. */
static void
type (GtkEditable *entry, const char *typed)
{
  int position = (int) strlen (gtk_editable_get_text (entry));

  if (*typed == '\0')
    gtk_editable_set_text (entry, "");
  else
    gtk_editable_insert_text (entry, typed + position, -1, &position);
}

/* Letter by letter, each once the rows for the one before are there; 150 ms of each is the entry's
 * own wait for another letter. */
static void
measure_filter (Table *table)
{
  for (guint length = 1; length <= strlen (TYPED) + 1; length++)
    {
      g_autofree char *typed = g_strndup (TYPED, length <= strlen (TYPED) ? length : 0);
      g_autofree char *what = g_strdup_printf ("filter “%s”", typed);
      g_autofree char *sql = bench_many_format_search (typed);
      guint n_before = table->n_searched;
      double shell, start, elapsed;
      guint n_found;

      /* A space at the end is no word yet. */
      if (g_str_has_suffix (typed, " "))
        continue;
      shell = ask_shell (table, sql);
      bench_stall_begin ();
      start = bench_get_milliseconds ();
      type (GTK_EDITABLE (table->page->search_entry), typed);
      elapsed = wait_for_rows (table, n_before) - start;
      n_found = g_list_model_get_n_items (G_LIST_MODEL (table->model));
      bench_check (n_found > 0 && (*typed == '\0') == (n_found == table->size.n_mappings),
                   "the filter finds some, and without it all show");
      if (length == 1 || length == strlen (TYPED) || *typed == '\0')
        rest (table);
      print_stall (table, what, elapsed, shell);
    }
}

static void
measure_sort (Table *table, gboolean brief)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (cw_table_page_get_view (table->page));
  g_autoptr (BenchFigures) ratios = bench_figures_new ();

  for (CwTableColumn column = 0; column < CW_N_COLUMNS; column++)
    {
      g_autofree char *what = g_strdup_printf ("sort by %s", cw_table_column_get_key (column));
      g_autofree char *sql = NULL;
      guint n_before = table->n_searched;
      CwMappingSort sort;
      double shell, start, elapsed;

      if (!cw_table_column_get_sort (column, &sort) || (brief && column > CW_COLUMN_RELATION))
        continue;
      sql = bench_many_format_sort (sort);
      shell = ask_shell (table, sql);
      bench_stall_begin ();
      start = bench_get_milliseconds ();
      gtk_column_view_sort_by_column (view, table->page->columns[column], GTK_SORT_ASCENDING);
      elapsed = wait_for_rows (table, n_before) - start;
      bench_figures_add (ratios, elapsed / shell);
      rest (table);
      print_stall (table, what, elapsed, shell);
    }
  bench_print ("ratios of sorting", "median %.2f, most %.2f", bench_figures_get_median (ratios),
               bench_figures_get_quantile (ratios, 1));
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  rest (table);
}

static void
measure_jump (Table *table)
{
  GtkAdjustment *adjustment =
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (cw_table_page_get_view (table->page)));
  double start;

  for (guint end = 0; end < 2; end++)
    {
      double drawn;

      bench_stall_begin ();
      start = bench_get_milliseconds ();
      gtk_adjustment_set_value (adjustment, end == 0 ? gtk_adjustment_get_upper (adjustment) : 0);
      do
        drawn = bench_frames_next (table->window->window);
      while (!rows_are_filled (table));
      print_stall (table, end == 0 ? "jump to the end" : "back to the top", drawn - start, 0);
    }
}

/* Whether anything is other than it was. */
static char *
digest (Table *table)
{
  return test_database_get_text (
    table->path,
    "SELECT count (*) || ' ' || sum (id * instr ('exact close broad narrow overlap related', "
    "relation)) || ' ' || sum (id * unixepoch (modified) % 1000003) || ' ' || "
    "sum (id * length (status || reviewer || reviewed)) FROM mapping");
}

static double
change (Table *table, void (*begin) (Table *), const char *what, double shell)
{
  guint n_before = table->n_searched;
  gboolean on_disk = FALSE;
  double start, saved, elapsed;
  gulong handler = g_signal_connect_swapped (table->window->document, "mappings-changed",
                                             G_CALLBACK (set_true), &on_disk);

  bench_stall_begin ();
  start = bench_get_milliseconds ();
  begin (table);
  while (!on_disk)
    g_main_context_iteration (NULL, TRUE);
  saved = bench_get_milliseconds () - start;
  g_signal_handler_disconnect (table->window->document, handler);
  elapsed = wait_for_rows (table, n_before) - start;
  rest (table);
  bench_print ("  to the drawn rows", "%.0f ms", elapsed);
  print_stall (table, what, saved, shell);

  return saved;
}

static void
set_relation (Table *table)
{
  g_autoptr (GArray) ids = cw_table_page_get_selected (table->page);
  g_autoptr (CwMapping) values = cw_mapping_new (0, CW_RELATION_RELATED, 0);

  cw_session_apply (table->window->session,
                    cw_edit_new_bulk_patch (CW_STEP_RELATE, ids, values, CW_MAPPING_RELATION));
}

static void
undo (Table *table)
{
  cw_session_undo (table->window->session);
}

static void
redo (Table *table)
{
  cw_session_redo (table->window->session);
}

static void
measure_change (Table *table, const char *copy, guint n_rows)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (table->page->selection);
  g_autofree char *without_sql = bench_many_format_update (n_rows, FALSE);
  g_autofree char *with_sql = bench_many_format_update (n_rows, TRUE);
  g_autofree char *before = digest (table);
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  double shell, start;

  shell = bench_shell_run (table->shell, copy, without_sql);
  shell = bench_shell_run (table->shell, copy, with_sql) - shell;
  bench_stall_begin ();
  start = bench_get_milliseconds ();
  gtk_selection_model_select_range (selection, 0, n_rows, TRUE);
  start = bench_frames_next (table->window->window) - start;
  bench_frames_wait (table->window->window);
  print_stall (table, "select the rows", start, 0);

  change (table, set_relation, "set their relation, until on disk", shell);
  between = digest (table);
  bench_check (cw_document_get_undo_step (table->window->document)->n_rows > n_rows / 2 &&
                 !g_str_equal (before, between),
               "the mappings have another relation");
  change (table, undo, "undo it, until on disk", shell);
  after = digest (table);
  bench_check (g_str_equal (before, after), "undoing leaves every mapping as it was");
  change (table, redo, "redo it, until on disk", shell);
  again = digest (table);
  bench_check (g_str_equal (between, again), "redoing does the same again");
  bench_stall_begin ();
  start = bench_get_milliseconds ();
  gtk_selection_model_select_all (selection);
  start = bench_frames_next (table->window->window) - start;
  bench_frames_wait (table->window->window);
  print_stall (table, "select everything", start, 0);
}

/**
 * bench_large_table:
 * @application: the program
 * @folder: for documents
 * @shell: the sqlite3 program
 * @brief: whether only to see that it runs
 */
void
bench_large_table (GtkApplication *application,
                   const char *folder,
                   const char *shell,
                   gboolean brief)
{
  g_autofree char *path = g_build_filename (folder, "table.crosswalk", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);
  Table table = {
    .shell = shell,
    .path = path,
    .size = { brief ? 300 : 20000, brief ? 300 : 20000, brief ? 6000 : 1000000 },
  };
  double start = bench_get_milliseconds ();

  bench_print_heading ("A table of %u mappings over two lists of %u items", table.size.n_mappings,
                       table.size.n_left);
  bench_many_make (shell, path, &table.size);
  test_file_copy (path, copy);
  bench_print ("make the document", "%.0f ms", bench_get_milliseconds () - start);
  measure_open (&table, application);
  measure_filter (&table);
  bench_print ("peak memory, filtered", "%.0f MiB", bench_get_peak_mebibytes ());
  measure_sort (&table, brief);
  bench_print ("peak memory, sorted", "%.0f MiB", bench_get_peak_mebibytes ());
  measure_jump (&table);
  measure_change (&table, copy, brief ? 1000 : 100000);
  bench_print ("peak memory, changed and undone", "%.0f MiB", bench_get_peak_mebibytes ());
  bench_print ("longest the window was blocked", "%.0f ms", table.worst);
  bench_window_free (table.window);
}
