/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/figure-bars.h"

#include "app/label-style.h"

#include <glib/gi18n.h>

/* The items beside it: those with the same parent. */
static GPtrArray *
get_siblings (const CwItem *item)
{
  GPtrArray *siblings = g_ptr_array_new ();

  for (guint i = 0; i < cw_list_get_n_items (item->list); i++)
    {
      const CwItem *other = cw_list_get_item (item->list, i);

      if (other->parent == item->parent && other->figures != NULL)
        g_ptr_array_add (siblings, (gpointer) other);
    }

  return siblings;
}

static gint64
get_largest (GPtrArray *items)
{
  gint64 largest = 1;

  for (guint i = 0; i < items->len; i++)
    {
      const CwItem *item = g_ptr_array_index (items, i);

      largest = MAX (largest, item->figures->enterprises);
    }

  return largest;
}

static void
add_bar (GtkWidget *grid,
         int row,
         const CwItem *item,
         gboolean own,
         gint64 largest,
         const char *const *languages)
{
  const CwLabel *chosen = cw_item_choose_label (item, languages);
  const char *text = chosen != NULL ? chosen->text : item->code;
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, (double) largest);
  /* Translators: a number of enterprises, with the thousands separator of the language */
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, item->figures->enterprises);
  GtkWidget *value = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, text);
  if (chosen != NULL)
    gtk_label_set_attributes (GTK_LABEL (name), cw_label_style_get_attributes (chosen->language));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double) item->figures->enterprises);
  gtk_widget_set_size_request (bar, 90, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "figure-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (value, "numeric");
  if (own)
    {
      gtk_widget_add_css_class (name, "heading");
      gtk_widget_add_css_class (bar, "own");
    }
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), bar, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), value, 2, row, 1, 1);
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

/**
 * cw_figure_bars_new:
 * @item: an item with figures
 * @languages: (array zero-terminated=1): languages, the most wanted first
 *
 * Returns: (transfer floating): its figures in numbers, and as bars beside its siblings
 */
GtkWidget *
cw_figure_bars_new (const CwItem *item, const char *const *languages)
{
  g_autoptr (GPtrArray) siblings = get_siblings (item);
  gint64 largest = get_largest (siblings);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  /* Translators: %1$'lld is a number, %2$s what is counted, such as enterprises above designated
   * size */
  g_autofree char *count =
    g_strdup_printf (_ ("%1$'lld %2$s"), (long long) item->figures->enterprises,
                     item->figures->unit);
  /* Translators: %1$.1f is a percentage, %2$s what the whole is */
  g_autofree char *share = g_strdup_printf (_ ("%1$.1f %% of %2$s"), item->figures->share_percent,
                                            item->figures->share_of);

  gtk_box_append (GTK_BOX (box), make_text (count));
  gtk_box_append (GTK_BOX (box), make_text (share));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < siblings->len; i++)
    {
      const CwItem *sibling = g_ptr_array_index (siblings, i);

      add_bar (grid, (int) i, sibling, sibling == item, largest, languages);
    }
  gtk_box_append (GTK_BOX (box), grid);

  return box;
}
