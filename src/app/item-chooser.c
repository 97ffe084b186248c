/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/item-chooser.h"

#include "model/fold.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CwItemChooser
{
  AdwWindow parent_instance;

  char *wanted; /* folded */

  GtkWidget *sentence;
  GtkWidget *search_entry;
  GtkWidget *list_box;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwItemChooser, cw_item_chooser, ADW_TYPE_WINDOW)

static void
choose_row (CwItemChooser *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "item-id");
  gint64 chosen = *id;

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

static void
choose (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwItemChooser *self = CW_ITEM_CHOOSER (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list_box));

  if (row != NULL)
    choose_row (self, row);
}

static void
on_row_activated (CwItemChooser *self, GtkListBoxRow *row)
{
  choose_row (self, row);
}

static void
on_row_selected (CwItemChooser *self, GtkListBoxRow *row)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chooser.choose", row != NULL);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  CwItemChooser *self = user_data;

  return strstr (g_object_get_data (G_OBJECT (row), "words"), self->wanted) != NULL;
}

static void
on_search_changed (CwItemChooser *self)
{
  g_free (self->wanted);
  self->wanted = cw_fold_for_search (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list_box));
}

/* Enter takes the first that is found. */
static void
on_entry_activated (CwItemChooser *self)
{
  GtkListBoxRow *row;

  on_search_changed (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), i)) != NULL;
       i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          choose_row (self, row);
          return;
        }
    }
}

static void
cw_item_chooser_finalize (GObject *object)
{
  g_free (CW_ITEM_CHOOSER (object)->wanted);

  G_OBJECT_CLASS (cw_item_chooser_parent_class)->finalize (object);
}

static void
cw_item_chooser_class_init (CwItemChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_item_chooser_finalize;

  /**
   * CwItemChooser::chosen:
   * @self: the chooser
   * @item_id: the item
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/item-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CwItemChooser, sentence);
  gtk_widget_class_bind_template_child (widget_class, CwItemChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CwItemChooser, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_install_action (widget_class, "chooser.choose", NULL, choose);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_item_chooser_init (CwItemChooser *self)
{
  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list_box), filter_row, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chooser.choose", FALSE);
}

static void
add_row (CwItemChooser *self, CwSession *session, const CwItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text =
    g_strdup_printf ("%s %s", item->code, cw_session_get_label (session, item));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 9 + 18 * (int) item->depth);
  gtk_widget_set_margin_end (label, 9);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "item-id", g_memdup2 (&item->id, sizeof item->id),
                          g_free);
  g_object_set_data_full (G_OBJECT (row), "words", cw_fold_for_search (text), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list_box), row);
}

/**
 * cw_item_chooser_new:
 * @session: for the languages of labels
 * @item: the item that is merged; it and what is below it are not offered
 *
 * Returns: (transfer floating): the chooser
 */
GtkWidget *
cw_item_chooser_new (CwSession *session, const CwItem *item)
{
  CwItemChooser *self = g_object_new (CW_TYPE_ITEM_CHOOSER, NULL);
  g_autofree char *sentence = NULL;

  /* Translators: an item's code and name */
  sentence = g_strdup_printf (_ ("%1$s %2$s becomes one with:"), item->code,
                              cw_session_get_label (session, item));
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  for (guint i = 0; i < cw_list_get_n_items (item->list); i++)
    {
      if (i < item->index || i > item->index + item->n_descendants)
        add_row (self, session, cw_list_get_item (item->list, i));
    }
  gtk_widget_grab_focus (self->search_entry);

  return GTK_WIDGET (self);
}
