/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/coverage-bar.h"

#include "app/relation-style.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CwCoverageBar
{
  GtkWidget parent_instance;

  CwCoverage coverage;
  GtkWidget *total;
  GtkWidget *bar;
  GtkWidget *counts;
};

G_DEFINE_FINAL_TYPE (CwCoverageBar, cw_coverage_bar, GTK_TYPE_WIDGET)

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  CwCoverageBar *self = user_data;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  const CwItemState states[] = { CW_ITEM_LINKED, CW_ITEM_ABSENT };
  const CwRelation looks[] = { CW_RELATION_CLOSE, CW_RELATION_NONE };
  GdkRGBA color;
  double x = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  color.alpha *= 0.18f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);

  if (self->coverage.n_items == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      double part = (double) width * self->coverage.counts[states[i]] / self->coverage.n_items;

      cw_relation_style_get_color (looks[i], dark, &color);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_rectangle (cr, mirrored ? width - x - part : x, 0, part, height);
      cairo_fill (cr);
      x += part;
    }
}

static void
cw_coverage_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cw_coverage_bar_parent_class)->dispose (object);
}

static void
cw_coverage_bar_class_init (CwCoverageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_coverage_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coveragebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cw_coverage_bar_init (CwCoverageBar *self)
{
  self->total = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->total, "heading");
  gtk_widget_set_parent (self->total, GTK_WIDGET (self));

  self->bar = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->bar), 48);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bar), 8);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_bar, self, NULL);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_overflow (self->bar, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->bar, "coverage");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self->bar, G_CONNECT_SWAPPED);

  self->counts = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->counts), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->counts, "numeric");
  gtk_widget_set_parent (self->counts, GTK_WIDGET (self));
}

/**
 * cw_coverage_bar_set_coverage:
 * @self: a bar
 * @coverage: what it shows; copied
 */
void
cw_coverage_bar_set_coverage (CwCoverageBar *self, const CwCoverage *coverage)
{
  g_autofree char *total = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *name = NULL;

  self->coverage = *coverage;
  total = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", coverage->n_items),
                           coverage->n_items);
  /* Translators: how many items of one side are linked, were found to have no counterpart, and are
   * still to be looked at */
  counts = g_strdup_printf (_ ("%1$u linked · %2$u no counterpart · %3$u open"),
                            coverage->counts[CW_ITEM_LINKED], coverage->counts[CW_ITEM_ABSENT],
                            coverage->counts[CW_ITEM_OPEN]);
  name = g_strdup_printf ("%s: %s", total, counts);

  gtk_label_set_text (GTK_LABEL (self->total), total);
  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (self->bar);
}
