/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/checks-page.h"
#include "app/codings-page.h"
#include "app/history-page.h"
#include "app/table-page.h"

/* The pages of the window, of which the first frame needs one: those that stand behind it are made
 * when the program has nothing else to do, which takes a tenth off the start. */

static void
on_findings_counted (CwChecksPage *page, guint n_open, CwWindow *self)
{
  adw_view_stack_page_set_badge_number (self->checks_stack_page, n_open);
}

static GtkWidget *
make_page (GtkWidget *place, GType type)
{
  GtkWidget *page = g_object_new (type, NULL);

  adw_bin_set_child (ADW_BIN (place), page);

  return page;
}

/* Makes the pages that are not there yet. */
void
_cw_window_make_pages (CwWindow *self)
{
  g_clear_handle_id (&self->pages_source, g_source_remove);
  if (self->checks_page != NULL)
    return;

  self->table_page = make_page (self->table_place, CW_TYPE_TABLE_PAGE);
  self->checks_page = make_page (self->checks_place, CW_TYPE_CHECKS_PAGE);
  g_signal_connect (self->checks_page, "counted", G_CALLBACK (on_findings_counted), self);
  self->codings_page = make_page (self->codings_place, CW_TYPE_CODINGS_PAGE);
  self->history_page = make_page (self->history_place, CW_TYPE_HISTORY_PAGE);
  cw_table_page_set_session (CW_TABLE_PAGE (self->table_page), self->session, self->settings);
  cw_checks_page_set_session (CW_CHECKS_PAGE (self->checks_page), self->session);
  cw_codings_page_set_session (CW_CODINGS_PAGE (self->codings_page), self->session);
  cw_history_page_set_session (CW_HISTORY_PAGE (self->history_page), self->session);
}

static gboolean
make_when_idle (gpointer user_data)
{
  CwWindow *self = user_data;

  self->pages_source = 0;
  _cw_window_make_pages (self);

  return G_SOURCE_REMOVE;
}

/* Only once a frame was drawn: before, there are moments with nothing to do too. */
static void
on_drawn (GdkFrameClock *clock, CwWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_drawn, self);
  self->pages_source = g_idle_add_full (G_PRIORITY_LOW, make_when_idle, self, NULL);
}

static void
on_realized (CwWindow *self)
{
  if (self->checks_page == NULL && self->pages_source == 0)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                             G_CALLBACK (on_drawn), self, 0);
}

void
_cw_window_forget_pages (CwWindow *self)
{
  g_clear_handle_id (&self->pages_source, g_source_remove);
}

/* Going round by Tab must not come to a page that does not show. */
static void
on_page_changed (CwWindow *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->pages));
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (ADW_VIEW_STACK (self->pages));

  if (self->session != NULL && shown != self->compare_page)
    _cw_window_make_pages (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = adw_view_stack_page_get_child (page);

      gtk_widget_set_can_focus (child, child == shown);
    }
}

void
_cw_window_connect_pages (CwWindow *self)
{
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (on_page_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "realize", G_CALLBACK (on_realized), NULL);
  on_page_changed (self);
}

static void
show_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  GtkWidget *page;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->pages),
                                         g_variant_get_string (parameter, NULL));
  /* These are lists, to be walked through by the arrow keys at once. */
  page = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->pages));
  if (page == self->checks_place)
    gtk_widget_grab_focus (self->checks_page);
  else if (page == self->history_place)
    gtk_widget_grab_focus (self->history_page);
  else if (page == self->codings_place)
    cw_codings_page_focus (CW_CODINGS_PAGE (self->codings_page));
}

void
_cw_window_install_page_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", show_page);
}
