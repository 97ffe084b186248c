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
  GtkWidget *counts[CW_N_ITEM_STATES];
};

enum
{
  STATE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order in which they are told. */
static const CwItemState states[CW_N_ITEM_STATES] = { CW_ITEM_LINKED, CW_ITEM_ABSENT,
                                                      CW_ITEM_OPEN };

G_DEFINE_FINAL_TYPE (CwCoverageBar, cw_coverage_bar, GTK_TYPE_WIDGET)

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  CwCoverageBar *self = user_data;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  const CwItemState drawn[] = { CW_ITEM_LINKED, CW_ITEM_ABSENT };
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

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      double part = (double) width * self->coverage.counts[drawn[i]] / self->coverage.n_items;

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
  /**
   * CwCoverageBar::state-chosen:
   * @self: the bar
   * @state: a #CwItemState whose items the person wants to see
   */
  signals[STATE_CHOSEN] =
    g_signal_new ("state-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coveragebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
on_count_clicked (GtkButton *button, CwCoverageBar *self)
{
  for (CwItemState state = 0; state < CW_N_ITEM_STATES; state++)
    {
      if (self->counts[state] == GTK_WIDGET (button))
        g_signal_emit (self, signals[STATE_CHOSEN], 0, state);
    }
}

static GtkWidget *
make_count (CwCoverageBar *self, CwItemState state)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_tooltip_text (button, _ ("Show only these items"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_count_clicked), self);
  self->counts[state] = button;

  return button;
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

  for (guint i = 0; i < CW_N_ITEM_STATES; i++)
    gtk_widget_set_parent (make_count (self, states[i]), GTK_WIDGET (self));
}

static char *
format_count (CwItemState state, guint n)
{
  switch (state)
    {
    case CW_ITEM_LINKED:
      /* Translators: how many items of a side are linked to the other */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u linked", "%u linked", n), n);
    case CW_ITEM_ABSENT:
      /* Translators: how many items of a side were found to have no counterpart */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u no counterpart",
                                           "%u no counterpart", n),
                              n);
    case CW_ITEM_OPEN:
    default:
      /* Translators: how many items of a side are still to be looked at */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", n), n);
    }
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
  g_autoptr (GString) name = NULL;

  self->coverage = *coverage;
  total = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", coverage->n_items),
                           coverage->n_items);
  name = g_string_new (total);
  gtk_label_set_text (GTK_LABEL (self->total), total);
  for (guint i = 0; i < CW_N_ITEM_STATES; i++)
    {
      g_autofree char *count = format_count (states[i], coverage->counts[states[i]]);

      gtk_button_set_label (GTK_BUTTON (self->counts[states[i]]), count);
      g_string_append_printf (name, " · %s", count);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  gtk_widget_queue_draw (self->bar);
}
