/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/facet-button.h"
#include "app/table-cell.h"
#include "app/table-page-private.h"
#include "app/window-private.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

#define N_SHIPPED 768

static const StageSetting small = { .small = TRUE };
static const StageSetting read_only = { .small = TRUE, .read_only = TRUE };

static CwTablePage *
get_page (Stage *stage)
{
  return CW_TABLE_PAGE (stage->window->table_page);
}

static CwMappingModel *
get_model (Stage *stage)
{
  return cw_table_page_get_model (get_page (stage));
}

static guint
n_rows (Stage *stage)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (stage)));
}

/* Waits until the table shows what was asked for. */
static void
settle (Stage *stage)
{
  stage_settle (stage);
  spin_until (!cw_mapping_model_is_searching (get_model (stage)));
  stage_settle (stage);
}

static void
show_page (Stage *stage, const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stage->window->pages), name);
  settle (stage);
}

static void
set_up (Stage *stage, gconstpointer setting)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.listcrosswalk.Crosswalk");

  g_settings_reset (settings, "table-columns");
  stage_set_up (stage, setting);
  show_page (stage, "table");
}

/* As the document has it. */
static GArray *
search (Stage *stage, CwMappingSort sort, gboolean descending)
{
  g_autoptr (GError) error = NULL;
  GArray *ids =
    cw_document_search (stage->document, cw_mapping_model_get_filter (get_model (stage)), sort,
                        descending, cw_session_get_languages (stage->session), &error);

  g_assert_no_error (error);

  return ids;
}

static void
assert_order (Stage *stage, CwMappingSort sort, gboolean descending)
{
  g_autoptr (GArray) ids = search (stage, sort, descending);

  g_assert_cmpuint (n_rows (stage), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (cw_mapping_model_get_id (get_model (stage), i), ==,
                     g_array_index (ids, gint64, i));
}

typedef struct
{
  gint64 id;
  CwTableColumn column;
  GtkWidget *found;
  guint n_filled;
} CellSearch;

static void
look_for_cell (GtkWidget *widget, gpointer user_data)
{
  CellSearch *wanted = user_data;
  const char *text;

  if (!CW_IS_TABLE_CELL (widget) || !gtk_widget_get_mapped (widget))
    return;

  text = gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_first_child (widget)));
  wanted->n_filled += text != NULL && *text != '\0';
  if (cw_table_cell_get_row (CW_TABLE_CELL (widget)) != NULL &&
      cw_mapping_row_get_id (cw_table_cell_get_row (CW_TABLE_CELL (widget))) == wanted->id &&
      cw_table_cell_get_column (CW_TABLE_CELL (widget)) == wanted->column)
    wanted->found = widget;
}

/* What stands in a cell that is on the screen. */
static const char *
cell_text (Stage *stage, gint64 id, CwTableColumn column)
{
  CellSearch wanted = { .id = id, .column = column };

  widget_visit (cw_table_page_get_view (get_page (stage)), look_for_cell, &wanted);
  g_assert_nonnull (wanted.found);

  return gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_first_child (wanted.found)));
}

/* All mappings, and what stands in them. */
static void
test_first_sight (Stage *stage, gconstpointer data)
{
  CellSearch cells = { 0 };

  g_assert_cmpuint (n_rows (stage), ==, N_SHIPPED);
  g_assert_cmpint (test_database_get_int (stage->path, "SELECT count (*) FROM mapping "
                                                       "WHERE coding_id IS NULL"),
                   ==, N_SHIPPED);
  assert_order (stage, CW_SORT_LISTS, FALSE);
  widget_assert_says (stage->window->table_page, "768 mappings");
  widget_visit (stage->window->table_page, look_for_cell, &cells);
  g_assert_cmpuint (cells.n_filled, >, 100);
  g_assert_cmpuint (cw_mapping_model_get_n_loads (get_model (stage)), <=, 3);
}

/* Who only compares pays nothing for the table. */
static void
test_not_shown (Stage *stage, gconstpointer data)
{
  g_assert_cmpuint (n_rows (stage), ==, 0);
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "3");
  stage_do_with (stage, "edit.link", "close");
  g_assert_false (cw_mapping_model_is_searching (get_model (stage)));
  g_assert_cmpuint (n_rows (stage), ==, 0);
  show_page (stage, "table");
  g_assert_cmpuint (n_rows (stage), ==, TEST_N_MAPPINGS + 1);
}

/* Types into the search entry, which waits a little for more. */
static void
type (Stage *stage, const char *text)
{
  GtkWidget *entry = widget_part (stage->window->table_page, "search_entry");
  g_auto (SignalCount) changes = { 0 };

  signal_count_begin (&changes, entry, "search-changed");
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  spin_until (changes.n_times > 0);
  settle (stage);
}

static const char *
stack_shows (Stage *stage)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (widget_part (stage->window->table_page, "stack")));
}

static gboolean
do_action (Stage *stage, const char *action, const char *parameter)
{
  GtkWidget *page = stage->window->table_page;
  gboolean there = parameter != NULL ? gtk_widget_activate_action (page, action, "s", parameter)
                                     : gtk_widget_activate_action (page, action, NULL);

  settle (stage);

  return there;
}

static void
test_filter (Stage *stage, gconstpointer data)
{
  guint n_found;

  type (stage, "Quantum");
  n_found = n_rows (stage);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, N_SHIPPED);
  assert_order (stage, CW_SORT_LISTS, FALSE);
  type (stage, "quantum  ＣＯＭＰＵＴ");
  /* An entry waits for the next key before it tells what was typed */
  spin_until (n_rows (stage) < n_found);
  g_assert_cmpuint (n_rows (stage), >, 0);
  g_assert_cmpstr (stack_shows (stage), ==, "table");

  type (stage, "quantum no'such;thing%");
  spin_until (n_rows (stage) == 0);
  settle (stage);
  g_assert_cmpstr (stack_shows (stage), ==, "nothing");
  widget_assert_says (stage->window->table_page, "0 mappings");

  g_assert_true (do_action (stage, "table.clear-filter", NULL));
  g_assert_cmpuint (n_rows (stage), ==, N_SHIPPED);
  g_assert_cmpstr (stack_shows (stage), ==, "table");
}

typedef struct
{
  const char *value;
  GtkWidget *found;
} CheckSearch;

static void
look_for_check (GtkWidget *widget, gpointer user_data)
{
  CheckSearch *wanted = user_data;

  if (GTK_IS_CHECK_BUTTON (widget) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "value"), wanted->value) == 0)
    wanted->found = widget;
}

/* Returns: (nullable): the button of a value in a facet */
static GtkWidget *
find_check (Stage *stage, CwFacet facet, const char *value)
{
  CheckSearch wanted = { value, NULL };

  widget_visit (widget_find_nth (stage->window->table_page, CW_TYPE_FACET_BUTTON, facet),
                look_for_check, &wanted);

  return wanted.found;
}

static void
toggle (Stage *stage, CwFacet facet, const char *value, gboolean active)
{
  GtkWidget *check = NULL;

  spin_until ((check = find_check (stage, facet, value)) != NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  settle (stage);
}

static gint64
count (Stage *stage, const char *condition)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM mapping WHERE coding_id IS NULL AND (%s)", condition);

  return test_database_get_int (stage->path, sql);
}

static void
test_facets (Stage *stage, gconstpointer data)
{
  toggle (stage, CW_FACET_RELATION, "close", TRUE);
  g_assert_cmpuint (n_rows (stage), ==, count (stage, "relation = 'close'"));
  toggle (stage, CW_FACET_RELATION, "none", TRUE);
  g_assert_cmpuint (n_rows (stage), ==, count (stage, "relation IN ('close', 'none')"));
  widget_assert_says (stage->window->table_page, "Relation (2)");
  /* What is counted leaves its own facet out, so that others can be added. */
  spin_until (find_check (stage, CW_FACET_RELATION, "exact") != NULL);

  toggle (stage, CW_FACET_NEGATED, "0", TRUE);
  g_assert_cmpuint (n_rows (stage), ==,
                    count (stage, "relation IN ('close', 'none') AND NOT negated"));
  toggle (stage, CW_FACET_RELATION, "close", FALSE);
  toggle (stage, CW_FACET_RELATION, "none", FALSE);
  g_assert_cmpuint (n_rows (stage), ==, count (stage, "NOT negated"));
  g_assert_true (do_action (stage, "table.clear-filter", NULL));
  g_assert_cmpuint (n_rows (stage), ==, N_SHIPPED);
  spin_until (
    !gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (stage, CW_FACET_NEGATED, "0"))));
}

/* With the keyboard one value after the other can be set. */
static void
test_facet_focus (Stage *stage, gconstpointer data)
{
  GtkWidget *facet =
    widget_find_nth (stage->window->table_page, CW_TYPE_FACET_BUTTON, CW_FACET_STATUS);
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_widget_get_first_child (facet));
  GtkWidget *check;

  gtk_menu_button_popup (button);
  spin_until ((check = find_check (stage, CW_FACET_STATUS, "reviewed")) != NULL);
  spin_until (gtk_widget_get_mapped (check));
  gtk_widget_grab_focus (check);
  g_assert_true (gtk_widget_activate (check));
  settle (stage);
  widget_assert_says (stage->window->table_page, "Status (1)");
  g_assert_true (find_check (stage, CW_FACET_STATUS, "reviewed") == check);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (gtk_widget_has_focus (check));
  gtk_menu_button_popdown (button);
  settle (stage);
}

/* The columns' headers sort, both ways, and what is sorted by nothing is in the lists' order. */
static void
test_sort (Stage *stage, gconstpointer data)
{
  CwTablePage *page = get_page (stage);
  GtkColumnView *view = GTK_COLUMN_VIEW (cw_table_page_get_view (page));

  for (CwTableColumn column = 0; column < CW_N_COLUMNS; column++)
    {
      CwMappingSort sort;

      if (!cw_table_column_get_sort (column, &sort))
        {
          g_assert_null (gtk_column_view_column_get_sorter (page->columns[column]));
          continue;
        }
      gtk_column_view_sort_by_column (view, page->columns[column], GTK_SORT_ASCENDING);
      spin_until (!cw_mapping_model_is_searching (get_model (stage)));
      assert_order (stage, sort, FALSE);
      gtk_column_view_sort_by_column (view, page->columns[column], GTK_SORT_DESCENDING);
      spin_until (!cw_mapping_model_is_searching (get_model (stage)));
      assert_order (stage, sort, TRUE);
    }
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  settle (stage);
  assert_order (stage, CW_SORT_LISTS, FALSE);
}

static void
select_rows (Stage *stage, guint first, guint n)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (get_page (stage)->selection);

  gtk_selection_model_unselect_all (selection);
  gtk_selection_model_select_range (selection, first, n, TRUE);
  settle (stage);
}

/* Does it to all seven, and takes it back. */
static void
check_action (Stage *stage,
              const char *action,
              const char *parameter,
              const char *condition,
              gint64 n_wanted)
{
  g_autofree char *before = test_database_dump (stage->path);
  g_autofree char *after = NULL;

  select_rows (stage, 0, n_rows (stage));
  g_assert_true (do_action (stage, action, parameter));
  g_assert_cmpint (count (stage, condition), ==, n_wanted);
  g_assert_cmpuint (n_rows (stage), ==, count (stage, "1"));
  assert_order (stage, CW_SORT_LISTS, FALSE);
  stage_do (stage, "edit.undo");
  settle (stage);
  after = test_database_dump (stage->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (n_rows (stage), ==, TEST_N_MAPPINGS);
  assert_order (stage, CW_SORT_LISTS, FALSE);
}

static void
test_actions (Stage *stage, gconstpointer data)
{
  g_settings_set_string (stage->settings, "author-name", "Cara");
  check_action (stage, "table.relation", "related", "relation = 'related'", TEST_N_MAPPINGS - 1);
  check_action (stage, "table.status", "disputed", "status = 'disputed'", TEST_N_MAPPINGS);
  check_action (stage, "table.author", NULL, "author = 'Cara'", TEST_N_MAPPINGS);
  check_action (stage, "table.duplicate", NULL, "status = 'draft' AND author = 'Cara'",
                TEST_N_MAPPINGS);
  check_action (stage, "table.delete", NULL, "1", 0);
  /* Mapping 1 is broad the one way, 2 narrow the other. */
  check_action (stage, "table.swap", NULL,
                "(id = 1 AND relation = 'narrow') OR (id = 2 AND relation = 'broad')", 2);
  select_rows (stage, 0, TEST_N_MAPPINGS);
  g_assert_true (
    gtk_widget_activate_action (stage->window->table_page, "table.confidence", "d", 0.7));
  settle (stage);
  g_assert_cmpint (count (stage, "confidence = 0.7"), ==, TEST_N_MAPPINGS);
}

/* Some of them only; the selection stays with the mappings. */
static void
test_selection (Stage *stage, gconstpointer data)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  select_rows (stage, 1, 3);
  widget_assert_says (stage->window->table_page, "7 mappings, 3 selected");
  before = cw_table_page_get_selected (get_page (stage));
  g_assert_cmpuint (before->len, ==, 3);
  g_assert_true (do_action (stage, "table.status", "disputed"));
  after = cw_table_page_get_selected (get_page (stage));
  g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data,
                   after->len * sizeof (gint64));
  g_assert_cmpint (count (stage, "status = 'disputed'"), ==, 3);
}

/* What is done to nothing says so. */
static void
test_refused (Stage *stage, gconstpointer data)
{
  static const char *const actions[] = { "table.swap", "table.duplicate", "table.delete",
                                         "table.author" };
  gboolean locked = cw_document_is_read_only (stage->document);
  g_autofree char *before = test_database_dump (stage->path);
  g_autofree char *after = NULL;

  if (locked)
    select_rows (stage, 0, TEST_N_MAPPINGS);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *message = NULL;

      g_assert_true (do_action (stage, actions[i], NULL));
      message = stage_take_message (stage);
      g_assert_cmpstr (message, ==,
                       locked ? "The document is open read-only" : "Select mappings first");
    }
  after = test_database_dump (stage->path);
  g_assert_cmpstr (after, ==, before);
}

/* Before many are changed at once, there is a question. */
static void
test_many (Stage *stage, gconstpointer data)
{
  static const char *const answers[] = { "close", "apply" };

  select_rows (stage, 0, N_SHIPPED);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GtkWidget *dialog;

      g_assert_true (do_action (stage, "table.status", "disputed"));
      g_assert_cmpint (count (stage, "status = 'disputed'"), <, N_SHIPPED);
      dialog = widget_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                       "Change 768 mappings?");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answers[i]);
      gtk_window_destroy (GTK_WINDOW (dialog));
      settle (stage);
    }
  g_assert_cmpint (count (stage, "status = 'disputed'"), ==, N_SHIPPED);
  stage_do (stage, "edit.undo");
  settle (stage);
  g_assert_cmpint (count (stage, "status = 'disputed'"), <, N_SHIPPED);
}

/* What is selected alone is the current mapping. */
static void
test_show_mapping (Stage *stage, gconstpointer data)
{
  for (guint i = 0; i < TEST_N_MAPPINGS; i++)
    {
      gint64 id = cw_mapping_model_get_id (get_model (stage), i);

      select_rows (stage, i, 1);
      g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, id);
      spin_until (cw_session_get_mapping (stage->session) != NULL);
      g_assert_cmpint (cw_session_get_mapping (stage->session)->id, ==, id);
    }
}

/* What is on the screen changes when the mapping does, and comes back with undo. */
static void
test_cells_follow (Stage *stage, gconstpointer data)
{
  const gint64 id = TEST_MAPPING_FULL;

  g_assert_cmpstr (cell_text (stage, id, CW_COLUMN_STATUS), ==, "Reviewed");
  select_rows (stage, 0, TEST_N_MAPPINGS);
  g_assert_true (do_action (stage, "table.status", "disputed"));
  g_assert_cmpstr (cell_text (stage, id, CW_COLUMN_STATUS), ==, "Disputed");
  stage_do (stage, "edit.undo");
  settle (stage);
  g_assert_cmpstr (cell_text (stage, id, CW_COLUMN_STATUS), ==, "Reviewed");
}

static void
test_languages (Stage *stage, gconstpointer data)
{
  static const char *const chinese[] = { "zh-Hans", "en", NULL };
  const gint64 id = TEST_MAPPING_FULL;

  g_assert_cmpstr (cell_text (stage, id, CW_COLUMN_LEFT_LABEL), ==, "Advanced materials");
  cw_session_set_languages (stage->session, chinese);
  settle (stage);
  g_assert_cmpstr (cell_text (stage, id, CW_COLUMN_LEFT_LABEL), ==, "先进材料");
  g_assert_cmpstr (cell_text (stage, id, CW_COLUMN_RIGHT_LABEL), ==, "Materials");
}

static void
toggle_column (Stage *stage, CwTableColumn column)
{
  GtkWidget *box = widget_part (stage->window->table_page, "columns_box");
  GtkCheckButton *check =
    GTK_CHECK_BUTTON (widget_find_nth (box, GTK_TYPE_CHECK_BUTTON, (guint) column));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  settle (stage);
}

/* Which columns show is kept. */
static void
test_columns (Stage *stage, gconstpointer data)
{
  CwTablePage *page = get_page (stage);
  g_autoptr (CwTablePage) other = NULL;
  g_auto (GStrv) keys = NULL;

  for (CwTableColumn column = 0; column < CW_N_COLUMNS; column++)
    {
      gboolean shown = cw_table_column_is_shown_first (column);
      CwTableColumn found;

      g_assert_cmpint (gtk_column_view_column_get_visible (page->columns[column]), ==, shown);
      g_assert_true (cw_table_column_from_key (cw_table_column_get_key (column), &found));
      g_assert_cmpint (found, ==, column);
    }
  toggle_column (stage, CW_COLUMN_AUTHOR);
  toggle_column (stage, CW_COLUMN_STATUS);
  g_assert_cmpstr (cell_text (stage, TEST_MAPPING_FULL, CW_COLUMN_AUTHOR), ==, "Ann");
  keys = g_settings_get_strv (stage->settings, "table-columns");
  g_assert_true (g_strv_contains ((const char *const *) keys, "author"));
  g_assert_true (g_strv_contains ((const char *const *) keys, "left-code"));
  g_assert_false (g_strv_contains ((const char *const *) keys, "status"));

  other = g_object_ref_sink (g_object_new (CW_TYPE_TABLE_PAGE, NULL));
  cw_table_page_set_session (other, stage->session, stage->settings);
  for (CwTableColumn column = 0; column < CW_N_COLUMNS; column++)
    g_assert_cmpint (gtk_column_view_column_get_visible (other->columns[column]), ==,
                     gtk_column_view_column_get_visible (page->columns[column]));
}

static void
test_menu (Stage *stage, gconstpointer data)
{
  GtkWidget *menu = get_page (stage)->menu;

  select_rows (stage, 0, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (do_action (stage, "table.menu", NULL));
      g_assert_true (gtk_widget_get_visible (menu));
      gtk_popover_popdown (GTK_POPOVER (menu));
      settle (stage);
    }
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    const StageSetting *setting;
    void (*func) (Stage *, gconstpointer);
  } tests[] = {
    { "/table-page/first-sight", NULL, test_first_sight },
    { "/table-page/filter", NULL, test_filter },
    { "/table-page/facets", NULL, test_facets },
    { "/table-page/facet-focus", &small, test_facet_focus },
    { "/table-page/sort", NULL, test_sort },
    { "/table-page/many", NULL, test_many },
    { "/table-page/actions", &small, test_actions },
    { "/table-page/selection", &small, test_selection },
    { "/table-page/nothing-selected", &small, test_refused },
    { "/table-page/read-only", &read_only, test_refused },
    { "/table-page/show-mapping", &small, test_show_mapping },
    { "/table-page/cells-follow", &small, test_cells_follow },
    { "/table-page/languages", &small, test_languages },
    { "/table-page/columns", &small, test_columns },
    { "/table-page/menu", &small, test_menu },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, tests[i].setting, set_up, tests[i].func, stage_tear_down);
  g_test_add ("/table-page/not-shown", Stage, &small, stage_set_up, test_not_shown,
              stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
