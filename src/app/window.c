/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/coding-bar.h"
#include "app/coding-button.h"
#include "app/inspector.h"
#include "app/language-button.h"
#include "app/notice-bar.h"
#include "app/shortcuts.h"
#include "app/sidebar-layout.h"
#include "app/status-bar.h"
#include "app/table-page.h"
#include "config.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CwWindow, cw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (CW_WINDOW (widget)->menu_button));
}

static void
show_shortcuts (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *shortcuts = cw_shortcuts_new_window ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (shortcuts));
}

/* The pages are inside the window, and keys are pressed anywhere in it. */
static void
forward_to_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (CW_WINDOW (widget)->compare_page, action_name, parameter);
}

static void
focus_filter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->pages)) == self->table_place)
    cw_table_page_focus_filter (CW_TABLE_PAGE (self->table_page));
  else
    gtk_widget_activate_action (self->compare_page, "compare.filter", NULL);
}

/* In the table, where all that is said of a pair stands side by side. */
static void
show_mapping (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  adw_view_stack_set_visible_child (ADW_VIEW_STACK (self->pages), self->table_place);
  cw_session_show_mapping (self->session, g_variant_get_int64 (parameter));
  cw_table_page_reveal (CW_TABLE_PAGE (self->table_page), g_variant_get_int64 (parameter));
  g_object_set (self->layout, "show-sidebar", TRUE, NULL);
}

static void
show_state (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  guint side, state;

  g_variant_get (parameter, "(uu)", &side, &state);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->pages), "compare");
  cw_list_pane_show_state (cw_compare_page_get_pane (CW_COMPARE_PAGE (self->compare_page), side),
                           (int) state);
}

static gboolean
on_close_request (GtkWindow *window)
{
  CwWindow *self = CW_WINDOW (window);

  cw_inspector_flush (CW_INSPECTOR (self->inspector));
  if (_cw_window_ask_about_export (self))
    return TRUE;
  _cw_window_close_lists (self);

  return GTK_WINDOW_CLASS (cw_window_parent_class)->close_request (window);
}

static void
cw_window_dispose (GObject *object)
{
  CwWindow *self = CW_WINDOW (object);
  g_autoptr (CwDocument) document = NULL;

  _cw_window_end_export (self);
  _cw_window_close_lists (self);
  _cw_window_forget_pages (self);
  if (self->session != NULL)
    {
      document = g_object_ref (cw_session_get_document (self->session));
      g_signal_handlers_disconnect_by_data (document, self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "edit", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "coding", NULL);
  /* The first holds what is inside the window, which holds the window's actions; the second is told
   * of changes as long as anything holds it, and would tell the actions that are gone. */
  if (self->settings != NULL)
    {
      g_action_map_remove_action (G_ACTION_MAP (self), "inspector");
      g_action_map_remove_action (G_ACTION_MAP (self), "follow-counterpart");
    }
  g_clear_object (&self->edit_actions);
  g_clear_object (&self->coding_actions);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->imported);
  g_clear_object (&self->exported);

  G_OBJECT_CLASS (cw_window_parent_class)->dispose (object);

  /* Now, not when the last task lets go of it: the file is to be whole when the window is gone. */
  if (document != NULL && !_cw_window_shares_document (self, document))
    cw_document_close (document);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CwWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, table_place);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, status_bar);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, export_bar);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, export_label);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, export_fraction);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, correction_bar);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, author_bar);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, compare_page);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, language_button);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, notice_button);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, checks_stack_page);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, checks_place);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, codings_place);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, history_place);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, coding_button);
  gtk_widget_class_bind_template_child (widget_class, CwWindow, coding_bar);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
  } forwarded[] = {
    { "compare.swap", NULL },      { "compare.switch-side", NULL }, { "compare.choose", "s" },
    { "compare.fold-all", NULL },  { "compare.unfold-all", NULL },  { "compare.unselect", NULL },
    { "compare.next-open", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i].name, forwarded[i].type,
                                     forward_to_page);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, focus_filter);
  _cw_window_install_page_action (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-state", "(uu)", show_state);
  gtk_widget_class_install_action (widget_class, "win.show-mapping", "x", show_mapping);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, show_menu);
  _cw_window_install_author_action (widget_class);
  _cw_window_install_others_action (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts);
  _cw_window_install_document_actions (widget_class);
  _cw_window_install_export_actions (widget_class);
  _cw_window_install_import_actions (widget_class);
  _cw_window_install_print_action (widget_class);
  _cw_window_install_list_actions (widget_class);
  cw_shortcuts_add_bindings (widget_class);
}

static void
cw_window_class_init (CwWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;

  g_type_ensure (CW_TYPE_CODING_BAR);
  g_type_ensure (CW_TYPE_CODING_BUTTON);
  g_type_ensure (CW_TYPE_COMPARE_PAGE);
  g_type_ensure (CW_TYPE_INSPECTOR);
  g_type_ensure (CW_TYPE_LANGUAGE_BUTTON);
  g_type_ensure (CW_TYPE_NOTICE_BAR);
  g_type_ensure (CW_TYPE_SIDEBAR_LAYOUT);
  g_type_ensure (CW_TYPE_STATUS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/listcrosswalk/Crosswalk/ui/window.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
bind_settings (CwWindow *self)
{
  static const struct
  {
    const char *key;
    const char *property;
  } bound[] = {
    { "window-width", "default-width" },
    { "window-height", "default-height" },
    { "window-maximized", "maximized" },
  };
  g_autoptr (GAction) inspector = NULL;
  g_autoptr (GAction) follow = NULL;

  self->settings = g_settings_new (CW_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    g_settings_bind (self->settings, bound[i].key, self, bound[i].property,
                     G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "inspector-visible", self->layout, "keep-sidebar",
                   G_SETTINGS_BIND_DEFAULT);

  inspector = G_ACTION (g_property_action_new ("inspector", self->layout, "show-sidebar"));
  g_action_map_add_action (G_ACTION_MAP (self), inspector);
  follow = g_settings_create_action (self->settings, "follow-counterpart");
  g_action_map_add_action (G_ACTION_MAP (self), follow);
}

static void
cw_window_init (CwWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _cw_window_connect_pages (self);
  bind_settings (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-export", FALSE);
  if (CW_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

/* The buttons name the step they take back or do again. */
static void
update_steps (CwWindow *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  const CwStep *undo = cw_document_get_undo_step (document);
  const CwStep *redo = cw_document_get_redo_step (document);
  g_autofree char *undo_name = undo != NULL ? cw_step_format_undo (undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_name = redo != NULL ? cw_step_format_redo (redo) : g_strdup (_ ("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo_name);
  gtk_widget_set_tooltip_text (self->redo_button, redo_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  undo_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  redo_name, -1);
}

static void
on_failed (CwSession *session, const char *message, CwWindow *self)
{
  cw_window_show_message (self, message);
}

/* A review belongs to the relation that it saw. */
static void
on_unreviewed (CwDocument *document, guint n_mappings, CwWindow *self)
{
  g_autofree char *several = NULL;

  if (n_mappings == 1)
    {
      cw_window_show_message (self, _ ("Back to proposed, since the relation changed"));
      return;
    }

  several =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "%u mapping is back to proposed, since its relation changed",
                                  "%u mappings are back to proposed, since their relation changed",
                                  n_mappings),
                     n_mappings);
  cw_window_show_message (self, several);
}

static void
on_languages_changed (CwWindow *self)
{
  g_settings_set_strv (self->settings, "label-languages", cw_session_get_languages (self->session));
}

static void
on_follow_changed (CwWindow *self)
{
  cw_session_set_follow (self->session,
                         g_settings_get_boolean (self->settings, "follow-counterpart"));
}

static GPtrArray *
find_lists (CwDocument *document, const char *const *keys)
{
  GPtrArray *lists = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      CwList *list = cw_document_find_list (document, keys[i]);

      if (list != NULL)
        g_ptr_array_add (lists, list);
    }

  return lists;
}

/* First sight: China's future and emerging industries beside the US lists. A document that holds
 * others begins with nothing chosen. */
static void
show_first_lists (CwWindow *self)
{
  static const char *const left_keys[] = { "cn-future-2024", "cn-emerging-2023", NULL };
  static const char *const right_keys[] = { "us-cet-2024", "us-eft-2018", NULL };
  CwDocument *document = cw_session_get_document (self->session);
  g_autoptr (GPtrArray) left = find_lists (document, left_keys);
  g_autoptr (GPtrArray) right = find_lists (document, right_keys);

  cw_session_set_lists (self->session, CW_SIDE_LEFT, left);
  cw_session_set_lists (self->session, CW_SIDE_RIGHT, right);
}

static void
connect_session (CwWindow *self)
{
  CwDocument *document = cw_session_get_document (self->session);

  g_signal_connect (self->session, "failed", G_CALLBACK (on_failed), self);
  _cw_window_connect_others (self);
  g_signal_connect (document, "unreviewed", G_CALLBACK (on_unreviewed), self);
  g_signal_connect_swapped (self->session, "languages-changed", G_CALLBACK (on_languages_changed),
                            self);
  g_signal_connect_swapped (document, "notify::undo-step", G_CALLBACK (update_steps), self);
  g_signal_connect_swapped (document, "notify::redo-step", G_CALLBACK (update_steps), self);
  g_signal_connect_object (self->settings, "changed::follow-counterpart",
                           G_CALLBACK (on_follow_changed), self, G_CONNECT_SWAPPED);
  _cw_window_connect_author (self);
  _cw_window_connect_import (self);
}

static void
show_notice (CwWindow *self, const char *notice)
{
  gtk_widget_set_visible (self->notice_button, *notice != '\0');
  if (*notice != '\0')
    /* The notice of the starter mapping is kept in English and shown in the user's language. */
    gtk_label_set_text (GTK_LABEL (self->notice_label), g_dgettext (GETTEXT_PACKAGE, notice));
}

static void
set_document (CwWindow *self, CwDocument *document)
{
  g_auto (GStrv) languages = g_settings_get_strv (self->settings, "label-languages");

  self->session = cw_session_new (document);
  self->edit_actions = cw_edit_actions_new (self->session, GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "edit",
                                  cw_edit_actions_get_group (self->edit_actions));
  self->coding_actions = cw_coding_actions_new (self->session, GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "coding",
                                  cw_coding_actions_get_group (self->coding_actions));
  cw_session_set_languages (self->session, (const char *const *) languages);
  connect_session (self);
  on_follow_changed (self);
  _cw_window_update_author (self);

  cw_compare_page_set_session (CW_COMPARE_PAGE (self->compare_page), self->session);
  cw_status_bar_set_session (CW_STATUS_BAR (self->status_bar), self->session);
  cw_inspector_set_session (CW_INSPECTOR (self->inspector), self->session, self->edit_actions);
  cw_language_button_set_session (CW_LANGUAGE_BUTTON (self->language_button), self->session);
  cw_coding_button_set_session (CW_CODING_BUTTON (self->coding_button), self->session);
  cw_coding_bar_set_session (CW_CODING_BAR (self->coding_bar), self->session);

  gtk_window_set_title (GTK_WINDOW (self), cw_document_get_title (document));
  show_notice (self, cw_document_get_notice (document));
  update_steps (self);
  show_first_lists (self);
  _cw_window_find_corrections (self);
}

static gboolean
release_in_idle (gpointer application)
{
  g_application_release (application);

  return G_SOURCE_REMOVE;
}

/* It may be closed by one of its own threads. */
static void
on_document_closed (gpointer application, GObject *document)
{
  g_idle_add (release_in_idle, application);
}

/* A document may outlive its window by what is still to be written. The program does not end before
 * all is on disk. */
static void
stay_until_closed (GtkApplication *application, CwDocument *document)
{
  g_application_hold (G_APPLICATION (application));
  g_object_weak_ref (G_OBJECT (document), on_document_closed, application);
}

/**
 * cw_window_new:
 * @application: the application
 * @document: what it shows
 *
 * Returns: (transfer floating): a window
 */
GtkWidget *
cw_window_new (GtkApplication *application, CwDocument *document)
{
  CwWindow *self = g_object_new (CW_TYPE_WINDOW, "application", application, NULL);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button),
                                  G_MENU_MODEL (
                                    gtk_application_get_menu_by_id (application, "primary")));
  set_document (self, document);
  stay_until_closed (application, document);

  return GTK_WIDGET (self);
}

/**
 * cw_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what it looks at
 */
CwSession *
cw_window_get_session (CwWindow *self)
{
  return self->session;
}

/**
 * cw_window_get_compare_page:
 * @self: a window
 *
 * Returns: (transfer none): the page with the two sides
 */
CwComparePage *
cw_window_get_compare_page (CwWindow *self)
{
  return CW_COMPARE_PAGE (self->compare_page);
}

/**
 * cw_window_show_message:
 * @self: a window
 * @message: what the person should know, in a line
 */
void
cw_window_show_message (CwWindow *self, const char *message)
{
  /* The title of a toast is markup. */
  g_autofree char *title = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}
