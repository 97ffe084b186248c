/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets.h"

void
widget_visit (GtkWidget *root, WidgetVisitor visitor, gpointer user_data)
{
  visitor (root, user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    widget_visit (child, visitor, user_data);
}

typedef struct
{
  GType type;
  const char *tooltip;
  guint n_to_skip;
  gboolean mapped;
  GtkWidget *found;
  guint n_found;
} Search;

static void
look (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (!G_TYPE_CHECK_INSTANCE_TYPE (widget, search->type) ||
      (search->tooltip != NULL &&
       g_strcmp0 (gtk_widget_get_tooltip_text (widget), search->tooltip) != 0) ||
      (search->mapped && !gtk_widget_get_mapped (widget)))
    return;

  if (search->n_found++ == search->n_to_skip)
    search->found = widget;
}

/* The first widget of a type; the test fails where there is none. */
GtkWidget *
widget_find (GtkWidget *root, GType type)
{
  return widget_find_nth (root, type, 0);
}

GtkWidget *
widget_find_nth (GtkWidget *root, GType type, guint n)
{
  Search search = { .type = type, .n_to_skip = n };

  widget_visit (root, look, &search);
  g_assert_nonnull (search.found);

  return search.found;
}

GtkWidget *
widget_find_with_tooltip (GtkWidget *root, GType type, const char *tooltip)
{
  Search search = { .type = type, .tooltip = tooltip };

  widget_visit (root, look, &search);
  g_assert_nonnull (search.found);

  return search.found;
}

guint
widget_count_mapped (GtkWidget *root, GType type)
{
  Search search = { .type = type, .mapped = TRUE };

  widget_visit (root, look, &search);

  return search.n_found;
}

/* What a template calls by that name. */
GtkWidget *
widget_part (GtkWidget *widget, const char *name)
{
  GObject *part = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (part);

  return GTK_WIDGET (part);
}

/* Returns: (nullable): a window of that type */
GtkWidget *
widget_find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
        return l->data;
    }

  return NULL;
}

typedef struct
{
  const char *text;
  gboolean found;
} Words;

static void
look_for_words (GtkWidget *widget, gpointer user_data)
{
  Words *words = user_data;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words->text))
    words->found = TRUE;
}

/* Some label that is on the screen has this text. */
void
widget_assert_says (GtkWidget *root, const char *text)
{
  Words words = { text, FALSE };

  widget_visit (root, look_for_words, &words);
  if (!words.found)
    g_error ("“%s” is not to be read", text);
}

void
widget_assert_name (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

void
widget_get_bounds (GtkWidget *widget, GtkWidget *target, graphene_rect_t *bounds)
{
  g_assert_true (gtk_widget_compute_bounds (widget, target, bounds));
}
