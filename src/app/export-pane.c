/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-pane.h"

#include <glib/gi18n.h>

struct _CwExportPane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *spinner;
  GtkWidget *rows_label;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *text;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (CwExportPane, cw_export_pane, GTK_TYPE_WIDGET)

/* What a cell needs to be read; longer texts end in an ellipsis. In characters. */
#define MAX_CELL_WIDTH 28

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "width"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  const char *const *cells = g_object_get_data (gtk_list_item_get_item (item), "cells");

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), cells[column]);
}

/* As wide as its longest text, within bounds. A letter of Chinese is as wide as two of Latin. */
static int
find_width (const CwExportPreview *preview, guint index)
{
  int widest = 3;

  for (guint i = 0; i < preview->rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (preview->rows, i);
      int width = 1;

      for (const char *p = cells[index]; *p != '\0' && width < MAX_CELL_WIDTH;
           p = g_utf8_next_char (p))
        width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
      widest = MAX (widest, width);
    }

  return widest;
}

static void
add_column (CwExportPane *self, const CwExportPreview *preview, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (preview->titles[index], factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (factory), "width", GINT_TO_POINTER (find_width (preview, index)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  g_object_unref (column);
}

static void
clear_columns (CwExportPane *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
    }
}

static void
show_table (CwExportPane *self, const CwExportPreview *preview)
{
  g_autoptr (GListStore) rows = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GtkNoSelection) selection = NULL;

  for (guint i = 0; i < preview->rows->len; i++)
    {
      g_autoptr (GObject) row = g_object_new (G_TYPE_OBJECT, NULL);

      g_object_set_data_full (row, "cells", g_strdupv (g_ptr_array_index (preview->rows, i)),
                              (GDestroyNotify) g_strfreev);
      g_list_store_append (rows, row);
    }

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), NULL);
  clear_columns (self);
  for (guint i = 0; preview->titles[i] != NULL; i++)
    add_column (self, preview, i);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "table");
}

/* Lines longer than this are cut: a text view lays out a line as a whole. */
#define MAX_LINE 2000

static char *
cut_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_utf8_strlen (lines[i], -1) > MAX_LINE)
        {
          g_autofree char *line = lines[i];
          g_autofree char *begin = g_utf8_substring (line, 0, MAX_LINE);

          lines[i] = g_strconcat (begin, "…", NULL);
        }
    }

  return g_strjoinv ("\n", lines);
}

static void
show_text (CwExportPane *self, const char *text)
{
  g_autofree char *cut = cut_lines (text);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), cut, -1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "text");
}

static GtkWidget *
make_head (CwExportPane *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Preview"));

  gtk_widget_add_css_class (title, "heading");
  self->rows_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->rows_label, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->rows_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->rows_label), 0);
  gtk_widget_set_hexpand (self->rows_label, TRUE);
  self->spinner = gtk_spinner_new ();
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->rows_label);
  gtk_box_append (GTK_BOX (head), self->spinner);

  return head;
}

static void
add_page (CwExportPane *self, GtkWidget *child, const char *name)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, name);
}

static void
cw_export_pane_dispose (GObject *object)
{
  CwExportPane *self = CW_EXPORT_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_export_pane_parent_class)->dispose (object);
}

static void
cw_export_pane_class_init (CwExportPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_export_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_text (CwExportPane *self)
{
  GtkTextView *view;

  self->text = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->text);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_monospace (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview"), -1);
}

static void
cw_export_pane_init (CwExportPane *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (self->stack, "card");
  gtk_widget_set_overflow (self->stack, GTK_OVERFLOW_HIDDEN);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->message), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->message, "dim-label");
  gtk_widget_add_css_class (self->message, "popover-box");
  gtk_stack_add_named (GTK_STACK (self->stack), self->message, "message");
  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_widget_add_css_class (self->view, "export-preview");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview"), -1);
  add_page (self, self->view, "table");
  make_text (self);
  add_page (self, self->text, "text");

  /* Its margins are inside: Tab goes by the middle of widgets, and is to come here last. */
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * cw_export_pane_set_busy:
 * @self: a pane
 * @busy: whether what it shows is about to change
 */
void
cw_export_pane_set_busy (CwExportPane *self, gboolean busy)
{
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

static char *
count_rows (const CwExportPreview *preview)
{
  gulong n_rows = (gulong) preview->n_rows;

  if (preview->n_shown == preview->n_rows)
    /* Translators: how many rows a file has */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu row", "%lu rows", n_rows), n_rows);

  /* Translators: how many rows are shown, and how many the file has */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The first %1$u of %2$lu row",
                                       "The first %1$u of %2$lu rows", n_rows),
                          preview->n_shown, n_rows);
}

/**
 * cw_export_pane_show:
 * @self: a pane
 * @preview: what to show
 */
void
cw_export_pane_show (CwExportPane *self, const CwExportPreview *preview)
{
  g_autofree char *rows = count_rows (preview);

  cw_export_pane_set_busy (self, FALSE);
  gtk_label_set_text (GTK_LABEL (self->rows_label), rows);
  if (preview->text != NULL)
    show_text (self, preview->text);
  else if (preview->rows->len > 0 && preview->titles[0] != NULL)
    show_table (self, preview);
  else
    {
      gtk_label_set_text (GTK_LABEL (self->message), preview->titles[0] == NULL
                                                       ? _ ("No column is chosen")
                                                       : _ ("There is nothing to export"));
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "message");
    }
}

/**
 * cw_export_pane_show_message:
 * @self: a pane
 * @message: why there is nothing to see
 */
void
cw_export_pane_show_message (CwExportPane *self, const char *message)
{
  cw_export_pane_set_busy (self, FALSE);
  gtk_label_set_text (GTK_LABEL (self->rows_label), "");
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "message");
}
