/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history-page.h"

#include "app/change-list.h"
#include "app/compat.h"
#include "app/history-cell.h"

#include <glib/gi18n.h>

/* How many mappings of a step are shown in full. */
#define N_SHOWN 100

struct _CwHistoryPage
{
  GtkWidget parent_instance;

  CwSession *session;
  CwHistoryModel *model;
  GtkSingleSelection *selection;
  GPtrArray *authors; /* utf8; the first is NULL and stands for all */
  GCancellable *changes_cancellable;
  CwStepChanges *changes; /* of the selected step; NULL while they are read */
  gboolean wants_focus;   /* as soon as there are lines */
  gboolean outdated;
  gboolean filling;

  GtkWidget *author;
  GtkWidget *count;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *details;
};

G_DEFINE_FINAL_TYPE (CwHistoryPage, cw_history_page, GTK_TYPE_WIDGET)

static void
report (CwHistoryPage *self, const GError *error)
{
  if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    cw_session_fail (self->session, error->message);
}

static CwHistoryRow *
get_row (CwHistoryPage *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
update_actions (CwHistoryPage *self)
{
  gboolean writable = !cw_document_is_read_only (cw_session_get_document (self->session));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.go-back",
                                 writable && self->changes != NULL &&
                                   self->changes->n_to_go_back > 0);
}

static void
show_changes (CwHistoryPage *self)
{
  CwHistoryRow *row = get_row (self);
  CwHistoryStep *step = row != NULL ? cw_history_row_get_step (row) : NULL;

  if (self->changes != NULL && step != NULL)
    cw_change_list_show_step (CW_CHANGE_LIST (self->details), self->session, step, self->changes);
  else
    cw_change_list_clear (CW_CHANGE_LIST (self->details));
  update_actions (self);
}

static void
on_changes_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  CwStepChanges *changes =
    cw_document_load_step_changes_finish (CW_DOCUMENT (source), result, &error);

  if (changes == NULL)
    {
      report (self, error);
      return;
    }
  if (self->session == NULL)
    {
      cw_step_changes_free (changes);
      return;
    }

  g_clear_pointer (&self->changes, cw_step_changes_free);
  self->changes = changes;
  show_changes (self);
}

static void
read_changes (CwHistoryPage *self)
{
  CwHistoryRow *row = get_row (self);

  g_cancellable_cancel (self->changes_cancellable);
  g_clear_object (&self->changes_cancellable);
  g_clear_pointer (&self->changes, cw_step_changes_free);
  update_actions (self);
  if (row == NULL || cw_history_row_is_day (row))
    {
      show_changes (self);
      return;
    }

  self->changes_cancellable = g_cancellable_new ();
  cw_document_load_step_changes_async (cw_session_get_document (self->session),
                                       cw_history_row_get_step_id (row), N_SHOWN,
                                       self->changes_cancellable, on_changes_read,
                                       g_object_ref (self));
}

static void
on_gone_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  if (ids == NULL)
    report (self, error);
}

/* Going back, while the question is asked. */
typedef struct
{
  CwHistoryPage *page;
  gint64 step_id;
} Back;

static void
on_answered (const char *response, gpointer user_data)
{
  g_autofree Back *back = user_data;
  g_autoptr (CwHistoryPage) self = back->page;

  if (g_str_equal (response, "back") && self->session != NULL)
    cw_document_go_back_async (cw_session_get_document (self->session), back->step_id, on_gone_back,
                               g_object_ref (self));
}

static void
go_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwHistoryPage *self = CW_HISTORY_PAGE (widget);
  const CwAnswer answers[] = { { "close", _ ("_Cancel") },
                               { "back", _ ("_Go back") },
                               { NULL, NULL } };
  guint n_steps = self->changes != NULL ? self->changes->n_to_go_back : 0;
  g_autofree char *heading = NULL;
  Back *back;

  if (n_steps == 0)
    return;

  back = g_new0 (Back, 1);
  back->page = g_object_ref (self);
  back->step_id = cw_history_row_get_step_id (get_row (self));
  /* Translators: a question before many steps are undone at once */
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Take back %u step?",
                                          "Take back %u steps?", n_steps),
                             n_steps);
  cw_compat_ask (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                 _ (
                   "This step and all later ones are undone, each as a step of its own. Nothing is "
                   "erased: Redo does them again, one by one."),
                 answers, "back", on_answered, back);
}

static const char *
get_author (CwHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->author));

  return self->authors != NULL && selected < self->authors->len
           ? g_ptr_array_index (self->authors, selected)
           : NULL;
}

static void
on_author_selected (CwHistoryPage *self)
{
  if (!self->filling && self->model != NULL)
    cw_history_model_find (self->model, get_author (self));
}

static void
fill_authors (CwHistoryPage *self, GPtrArray *authors)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_author (self));
  guint selected = 0;

  gtk_string_list_append (names, _ ("All authors"));
  g_ptr_array_insert (authors, 0, NULL);
  for (guint i = 1; i < authors->len; i++)
    {
      const char *author = g_ptr_array_index (authors, i);

      gtk_string_list_append (names, *author != '\0' ? author : _ ("somebody"));
      if (g_strcmp0 (author, chosen) == 0)
        selected = i;
    }

  self->filling = TRUE;
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  self->authors = g_ptr_array_ref (authors);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->author), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->author), selected);
  self->filling = FALSE;
}

static gboolean
is_same_authors (GPtrArray *old, GPtrArray *new)
{
  if (old == NULL || old->len != new->len + 1)
    return FALSE;

  for (guint i = 0; i < new->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (old, i + 1), g_ptr_array_index (new, i)))
        return FALSE;
    }

  return TRUE;
}

static void
on_authors_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) authors =
    cw_document_find_step_authors_finish (CW_DOCUMENT (source), result, &error);

  if (authors == NULL)
    report (self, error);
  else if (self->session != NULL && !is_same_authors (self->authors, authors))
    fill_authors (self, authors);
}

static void
find (CwHistoryPage *self)
{
  self->outdated = FALSE;
  cw_history_model_find (self->model, get_author (self));
  cw_document_find_step_authors_async (cw_session_get_document (self->session), NULL,
                                       on_authors_found, g_object_ref (self));
}

static void
on_found (CwHistoryPage *self)
{
  guint n_steps = cw_history_model_get_n_steps (self->model);
  /* Translators: how many steps the history has */
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", n_steps), n_steps);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_steps > 0 ? "steps" : "nothing");
  /* The step is the same, but what came of it may be another. */
  read_changes (self);
  if (self->wants_focus && gtk_widget_get_mapped (self->view))
    gtk_widget_grab_focus (self->view);
  self->wants_focus = FALSE;
}

static void
on_failed (CwHistoryModel *model, const char *message, CwHistoryPage *self)
{
  cw_session_fail (self->session, message);
}

static void
on_edited (CwHistoryPage *self)
{
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    find (self);
}

static void
on_map (CwHistoryPage *self)
{
  if (self->session == NULL || !self->outdated)
    return;

  if (gtk_list_view_get_model (GTK_LIST_VIEW (self->view)) == NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  find (self);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, CwHistoryPage *self)
{
  gtk_list_item_set_child (item, g_object_new (CW_TYPE_HISTORY_CELL, NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, CwHistoryPage *self)
{
  cw_history_cell_bind (CW_HISTORY_CELL (gtk_list_item_get_child (item)),
                        gtk_list_item_get_item (item));
  cw_history_model_want (self->model, gtk_list_item_get_position (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, CwHistoryPage *self)
{
  cw_history_cell_unbind (CW_HISTORY_CELL (gtk_list_item_get_child (item)));
}

/* There may be no lines yet that could take it. */
static gboolean
cw_history_page_grab_focus (GtkWidget *widget)
{
  CwHistoryPage *self = CW_HISTORY_PAGE (widget);

  self->wants_focus = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  return gtk_widget_grab_focus (self->view);
}

static void
cw_history_page_dispose (GObject *object)
{
  CwHistoryPage *self = CW_HISTORY_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->changes_cancellable);
  g_clear_object (&self->changes_cancellable);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (cw_session_get_document (self->session), self);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  g_clear_pointer (&self->changes, cw_step_changes_free);

  G_OBJECT_CLASS (cw_history_page_parent_class)->dispose (object);
}

static void
cw_history_page_class_init (CwHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_history_page_dispose;
  widget_class->grab_focus = cw_history_page_grab_focus;

  g_type_ensure (CW_TYPE_CHANGE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CwHistoryPage, author);
  gtk_widget_class_bind_template_child (widget_class, CwHistoryPage, count);
  gtk_widget_class_bind_template_child (widget_class, CwHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CwHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, CwHistoryPage, details);
  gtk_widget_class_bind_template_callback (widget_class, on_author_selected);
  gtk_widget_class_install_action (widget_class, "history.go-back", NULL, go_back);
}

static void
cw_history_page_init (CwHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->outdated = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  g_object_unref (factory);
}

/**
 * cw_history_page_set_session:
 * @self: a page
 * @session: whose document's history it shows
 */
void
cw_history_page_set_session (CwHistoryPage *self, CwSession *session)
{
  CwDocument *document = cw_session_get_document (session);

  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->model = cw_history_model_new (document);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (read_changes),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (on_failed), self, 0);
  g_signal_connect_swapped (document, "notify::undo-step", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (show_changes), self);
  update_actions (self);
}

/**
 * cw_history_page_get_model:
 * @self: a page
 *
 * Returns: (transfer none): its lines
 */
CwHistoryModel *
cw_history_page_get_model (CwHistoryPage *self)
{
  return self->model;
}

/**
 * cw_history_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the list
 */
GtkWidget *
cw_history_page_get_view (CwHistoryPage *self)
{
  return self->view;
}
