/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-list.h"

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_widget_set_size_request (inscription, -1, GPOINTER_TO_INT (user_data));
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, inscription);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A window with a list of as many rows, with a text and nothing else in each. */
GtkWidget *
bench_plain_list_new (guint n_rows, int width, int row_height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_take (strings, g_strdup_printf ("%u advanced quantum materials", i));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (row_height));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (strings))),
                            factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);

  return window;
}

GtkWidget *
bench_plain_list_get_view (GtkWidget *window)
{
  return gtk_scrolled_window_get_child (
    GTK_SCROLLED_WINDOW (gtk_window_get_child (GTK_WINDOW (window))));
}

GtkAdjustment *
bench_get_adjustment (GtkWidget *view)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}
