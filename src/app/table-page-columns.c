/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-page-private.h"

#include <glib/gi18n.h>

/* Columns of the table: how their cells are made, which of them show, and by which one is sorted. */

static CwTableColumn
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (object), "column"));
}

static void
on_secondary_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CwTablePage *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CwMappingRow *row = cw_table_cell_get_row (CW_TABLE_CELL (cell));
  guint position;

  if (row == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  position = cw_mapping_model_find (self->model, cw_mapping_row_get_id (row));
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  _cw_table_page_popup_menu (self, cell, x, y);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, CwTablePage *self)
{
  GtkWidget *cell = cw_table_cell_new (get_column (factory));
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary_pressed), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  _cw_table_page_setup_cell_editing (self, CW_TABLE_CELL (cell));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, CwTablePage *self)
{
  CwMappingRow *row = gtk_list_item_get_item (item);

  cw_table_cell_bind (CW_TABLE_CELL (gtk_list_item_get_child (item)), row, self->session);
  if (cw_mapping_row_get_mapping (row) == NULL)
    cw_mapping_model_want (self->model, gtk_list_item_get_position (item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, CwTablePage *self)
{
  cw_table_cell_unbind (CW_TABLE_CELL (gtk_list_item_get_child (item)));
}

/* Sorting is the document's work. A sorter of a column only tells, when it is asked, that it is the
 * first one asked, and which way round: that is how the view's choice is read without an interface
 * younger than the floor. */
typedef struct
{
  int column;
} Probe;

static int
probe (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Probe *asked = g_object_get_data (G_OBJECT (user_data), "probe");

  if (asked != NULL && asked->column < 0)
    asked->column = (int) get_column (user_data);

  return GTK_ORDERING_SMALLER;
}

static void
on_sorter_changed (GtkSorter *sorter, GtkSorterChange change, CwTablePage *self)
{
  g_autoptr (CwMappingRow) first = cw_mapping_row_new (0);
  g_autoptr (CwMappingRow) second = cw_mapping_row_new (0);
  Probe asked = { -1 };
  CwMappingSort sort = CW_SORT_LISTS;
  GtkOrdering order;

  for (guint i = 0; i < CW_N_COLUMNS; i++)
    g_object_set_data (G_OBJECT (self->columns[i]), "probe", &asked);
  order = gtk_sorter_compare (sorter, first, second);
  for (guint i = 0; i < CW_N_COLUMNS; i++)
    g_object_set_data (G_OBJECT (self->columns[i]), "probe", NULL);

  if (asked.column >= 0)
    cw_table_column_get_sort (asked.column, &sort);
  cw_mapping_model_set_sort (self->model, sort, order == GTK_ORDERING_LARGER);
}

static int
get_width (CwTablePage *self, CwTableColumn column)
{
  g_autoptr (GVariant) widths = g_settings_get_value (self->settings, "table-column-widths");
  int width;

  if (g_variant_lookup (widths, cw_table_column_get_key (column), "i", &width) && width > 0)
    return width;

  return cw_table_column_get_width (column);
}

static void
add_column (CwTablePage *self, CwTableColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column =
    gtk_column_view_column_new (cw_table_column_get_title (column), factory);
  CwMappingSort sort;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (view_column), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);

  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, get_width (self, column));
  if (cw_table_column_get_sort (column, &sort))
    {
      g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (probe, view_column, NULL);

      gtk_column_view_column_set_sorter (view_column, GTK_SORTER (sorter));
    }
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), view_column);
  self->columns[column] = view_column;
}

static GtkColumnViewColumn *
get_nth (CwTablePage *self, guint n)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, n);

  return column; /* the view holds it */
}

/* Those that show, in the order in which they stand. */
static void
remember_columns (CwTablePage *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < CW_N_COLUMNS; i++)
    {
      GtkColumnViewColumn *column = get_nth (self, i);

      if (gtk_column_view_column_get_visible (column))
        g_ptr_array_add (keys, (gpointer) cw_table_column_get_key (get_column (column)));
    }
  g_ptr_array_add (keys, NULL);
  g_settings_set_strv (self->settings, "table-columns", (const char *const *) keys->pdata);
}

/* A column that is moved is taken away and put in again. */
static void
on_columns_moved (GListModel *columns,
                  guint position,
                  guint removed,
                  guint added,
                  CwTablePage *self)
{
  if (g_list_model_get_n_items (columns) == CW_N_COLUMNS)
    remember_columns (self);
}

static void
on_width_changed (GtkColumnViewColumn *column, GParamSpec *pspec, CwTablePage *self)
{
  const char *key = cw_table_column_get_key (get_column (column));
  g_autoptr (GVariant) old = g_settings_get_value (self->settings, "table-column-widths");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  int width;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_loop (&iter, "{&si}", &other, &width))
    {
      if (!g_str_equal (other, key))
        g_variant_builder_add (&builder, "{si}", other, width);
    }
  g_variant_builder_add (&builder, "{si}", key, gtk_column_view_column_get_fixed_width (column));
  g_settings_set_value (self->settings, "table-column-widths", g_variant_builder_end (&builder));
}

static void
on_column_toggled (GtkCheckButton *check, CwTablePage *self)
{
  gtk_column_view_column_set_visible (self->columns[get_column (check)],
                                      gtk_check_button_get_active (check));
  remember_columns (self);
}

static void
add_column_check (CwTablePage *self, CwTableColumn column, gboolean shown)
{
  GtkWidget *check = gtk_check_button_new_with_label (cw_table_column_get_title (column));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_column_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->columns_box), check);
}

/* The columns that were chosen in their order, then the others in theirs. */
static void
order_columns (char **keys, CwTableColumn order[CW_N_COLUMNS])
{
  gboolean placed[CW_N_COLUMNS] = { FALSE };
  guint n = 0;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      CwTableColumn column;

      if (cw_table_column_from_key (keys[i], &column) && !placed[column])
        {
          placed[column] = TRUE;
          order[n++] = column;
        }
    }
  for (CwTableColumn column = 0; column < CW_N_COLUMNS; column++)
    {
      if (!placed[column])
        order[n++] = column;
    }
}

void
_cw_table_page_setup_columns (CwTablePage *self)
{
  g_auto (GStrv) keys = g_settings_get_strv (self->settings, "table-columns");
  CwTableColumn order[CW_N_COLUMNS];

  order_columns (keys, order);
  for (guint i = 0; i < CW_N_COLUMNS; i++)
    {
      const char *key = cw_table_column_get_key (order[i]);
      gboolean shown = keys[0] == NULL ? cw_table_column_is_shown_first (order[i])
                                       : g_strv_contains ((const char *const *) keys, key);

      add_column (self, order[i]);
      gtk_column_view_column_set_visible (self->columns[order[i]], shown);
      g_signal_connect_object (self->columns[order[i]], "notify::fixed-width",
                               G_CALLBACK (on_width_changed), self, 0);
    }
  for (CwTableColumn column = 0; column < CW_N_COLUMNS; column++)
    add_column_check (self, column, gtk_column_view_column_get_visible (self->columns[column]));

  g_signal_connect_object (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)),
                           "items-changed", G_CALLBACK (on_columns_moved), self, 0);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), "changed",
                           G_CALLBACK (on_sorter_changed), self, 0);
}
