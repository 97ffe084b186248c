/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/relation-style.h"

/* The colours stand here for drawing and in ui/style.css for text; a test keeps them the same. They
 * tell apart for the common kinds of colour blindness (after Okabe and Ito 2008) and have at least
 * 4.5:1 against the window's background (WCAG 2.2, 1.4.3). */
static const struct
{
  const char *css_class;
  const char *light;
  const char *dark;
} styles[CW_N_RELATIONS] = {
  [CW_RELATION_NONE] = { "relation-none", "#a51d2d", "#ff8f85" },
  [CW_RELATION_EXACT] = { "relation-exact", "#00563f", "#8ff0a4" },
  [CW_RELATION_CLOSE] = { "relation-close", "#007a59", "#40d9a8" },
  [CW_RELATION_BROAD] = { "relation-broad", "#0b57b0", "#62a0ea" },
  [CW_RELATION_NARROW] = { "relation-narrow", "#4b3fa7", "#a79df5" },
  [CW_RELATION_OVERLAP] = { "relation-overlap", "#945a00", "#f5c211" },
  [CW_RELATION_RELATED] = { "relation-related", "#8a3f86", "#dc8add" },
};

/**
 * cw_relation_style_get_color:
 * @relation: a relation
 * @dark: whether the window is dark
 * @color: (out caller-allocates): its colour
 */
void
cw_relation_style_get_color (CwRelation relation, gboolean dark, GdkRGBA *color)
{
  g_return_if_fail (relation < CW_N_RELATIONS);

  gdk_rgba_parse (color, dark ? styles[relation].dark : styles[relation].light);
}

/**
 * cw_relation_style_get_class:
 * @relation: a relation
 *
 * Returns: (transfer none): the style class that gives text its colour
 */
const char *
cw_relation_style_get_class (CwRelation relation)
{
  g_return_val_if_fail (relation < CW_N_RELATIONS, NULL);

  return styles[relation].css_class;
}

/**
 * cw_relation_style_clear:
 * @widget: a widget
 *
 * Takes the style class of any relation away.
 */
void
cw_relation_style_clear (GtkWidget *widget)
{
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    gtk_widget_remove_css_class (widget, styles[i].css_class);
}

/**
 * cw_relation_style_apply:
 * @widget: a widget
 * @relation: a relation
 *
 * Gives a widget the colour of a relation in place of any other.
 */
void
cw_relation_style_apply (GtkWidget *widget, CwRelation relation)
{
  if (gtk_widget_has_css_class (widget, styles[relation].css_class))
    return;

  cw_relation_style_clear (widget);
  gtk_widget_add_css_class (widget, styles[relation].css_class);
}
