/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lists-window.h"

#include "app/list-correction.h"
#include "app/list-files.h"
#include "app/new-list-dialog.h"
#include "model/jurisdiction.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CwListsWindow
{
  AdwWindow parent_instance;

  CwSession *session;
  gboolean filling;
  CwCorrections *corrections;
  GCancellable *cancellable; /* of what looks for corrections */

  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *correction;
  GtkWidget *correction_label;
  GtkWidget *toasts;
  GtkWidget *list_box;
  GtkWidget *editor;
};

G_DEFINE_FINAL_TYPE (CwListsWindow, cw_lists_window, ADW_TYPE_WINDOW)

static gint64
get_list_id (GtkListBoxRow *row)
{
  const gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "list-id") : NULL;

  return id != NULL ? *id : 0;
}

static const CwCorrection *
find_correction (CwListsWindow *self, CwList *list)
{
  return list != NULL && self->corrections != NULL
           ? cw_corrections_find (self->corrections, cw_list_get_key (list))
           : NULL;
}

static void
mark_row (CwListsWindow *self, GtkWidget *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), "list-key");

  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "mark"),
                          self->corrections != NULL &&
                            cw_corrections_find (self->corrections, key) != NULL);
}

/* Lists of which the program ships a corrected version. */
static void
mark_rows (CwListsWindow *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list_box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (GTK_IS_LIST_BOX_ROW (row))
        mark_row (self, row);
    }
}

/* The list that shows, if the program ships a corrected version of it. */
static void
update_correction (CwListsWindow *self)
{
  CwList *list = cw_list_editor_get_list (CW_LIST_EDITOR (self->editor));
  const CwCorrection *correction = find_correction (self, list);
  g_autofree char *text = NULL;

  if (correction != NULL)
    {
      /* Translators: %s is the short title of a list */
      text =
        g_strdup_printf (_ ("The program has a corrected version of “%s”. Nothing is changed "
                            "unless you take it."),
                         cw_list_get_short_title (list, cw_session_get_languages (self->session)));
      gtk_label_set_text (GTK_LABEL (self->correction_label), text);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->correction), correction != NULL);
}

static void
on_row_selected (CwListsWindow *self, GtkListBoxRow *row)
{
  if (self->filling || self->session == NULL)
    return;

  cw_list_editor_show_list (CW_LIST_EDITOR (self->editor), get_list_id (row));
  update_correction (self);
}

/* Lists of the user's own stand together, before the others. */
static const char *
get_group (CwList *list)
{
  const CwListCard *card = cw_list_get_card (list);

  return card->shipped ? cw_jurisdiction_get_name (card->jurisdiction) : _ ("Your own lists");
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *here = g_object_get_data (G_OBJECT (row), "group");
  const char *above = before != NULL ? g_object_get_data (G_OBJECT (before), "group") : NULL;
  GtkWidget *header;

  if (g_strcmp0 (above, here) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  header = gtk_label_new (here);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "picker-heading");
  gtk_list_box_row_set_header (row, header);
}

static GtkWidget *
make_row (CwListsWindow *self, CwList *list)
{
  const CwListCard *card = cw_list_get_card (list);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark = gtk_image_new_from_icon_name ("software-update-available-symbolic");
  GtkWidget *name =
    gtk_label_new (cw_list_get_short_title (list, cw_session_get_languages (self->session)));
  guint n_items = cw_list_get_n_items (list);
  g_autofree char *count =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n_items), n_items);
  g_autofree char *text = NULL;
  GtkWidget *note;
  gint64 id = cw_list_get_id (list);

  text = card->shipped ? g_strdup (count)
                       /* Translators: a jurisdiction, and such as “12 items” */
                       : g_strdup_printf (_ ("%1$s · %2$s"),
                                          cw_jurisdiction_get_name (card->jurisdiction), count);
  note = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_tooltip_text (mark, _ ("There is a corrected version"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("There is a corrected version"), -1);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_widget_set_tooltip_text (row, cw_text_choose (card->title,
                                                    cw_session_get_languages (self->session)));
  g_object_set_data_full (G_OBJECT (row), "list-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (row), "group", (gpointer) get_group (list));
  g_object_set_data_full (G_OBJECT (row), "list-key", g_strdup (card->key), g_free);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  mark_row (self, row);

  return row;
}

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  const CwListCard *first = cw_list_get_card (*(CwList *const *) a);
  const CwListCard *second = cw_list_get_card (*(CwList *const *) b);
  int order = cw_jurisdiction_compare (first->jurisdiction, second->jurisdiction);

  if (first->shipped != second->shipped)
    return first->shipped ? 1 : -1;

  return order != 0 ? order : strcmp (second->issued, first->issued);
}

static void
fill (CwListsWindow *self)
{
  g_autoptr (GPtrArray) lists =
    g_ptr_array_copy (cw_document_get_lists (cw_session_get_document (self->session)),
                      (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  gint64 shown = 0;
  CwList *list = cw_list_editor_get_list (CW_LIST_EDITOR (self->editor));
  GtkWidget *child;

  g_ptr_array_set_free_func (lists, g_object_unref);
  if (list != NULL)
    shown = cw_list_get_id (list);
  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list_box)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list_box), child);
  g_ptr_array_sort (lists, compare_lists);
  for (guint i = 0; i < lists->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (lists, i));

      gtk_list_box_append (GTK_LIST_BOX (self->list_box), row);
      if (cw_list_get_id (g_ptr_array_index (lists, i)) == shown)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list_box), GTK_LIST_BOX_ROW (row));
    }
  self->filling = FALSE;
}

/* Rows are made anew, so the keyboard would else be nowhere. */
static void
on_lists_changed (CwListsWindow *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->list_box) != NULL;
  GtkListBoxRow *row;

  fill (self);
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list_box));
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  if (row == NULL)
    cw_list_editor_show_list (CW_LIST_EDITOR (self->editor), 0);
  update_correction (self);
}

/**
 * cw_lists_window_show_list:
 * @self: the window
 * @list_id: a list of the document
 */
void
cw_lists_window_show_list (CwListsWindow *self, gint64 list_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), i)) != NULL;
       i++)
    {
      if (get_list_id (row) == list_id)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list_box), row);
    }
}

/**
 * cw_lists_window_get_editor:
 * @self: the window
 *
 * Returns: (transfer none): the editor of the list that shows
 */
CwListEditor *
cw_lists_window_get_editor (CwListsWindow *self)
{
  return CW_LIST_EDITOR (self->editor);
}

static void
show_new (CwListsWindow *self, const char *key)
{
  CwList *list = cw_document_find_list (cw_session_get_document (self->session), key);

  if (list != NULL)
    cw_lists_window_show_list (self, cw_list_get_id (list));
}

static void
on_created (CwNewListDialog *dialog, const char *key, CwListsWindow *self)
{
  show_new (self, key);
}

static void
new_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListsWindow *self = CW_LISTS_WINDOW (widget);
  GtkWidget *dialog = cw_new_list_dialog_new (self->session);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "created", G_CALLBACK (on_created), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_imported (const char *key, gpointer user_data)
{
  show_new (user_data, key);
}

static void
import_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListsWindow *self = CW_LISTS_WINDOW (widget);

  cw_list_files_import (GTK_WINDOW (self), self->session, on_imported, self);
}

/**
 * cw_lists_window_import:
 * @self: the window
 * @file: a list file
 *
 * Shows what the file would become, and imports it if the person agrees.
 */
void
cw_lists_window_import (CwListsWindow *self, GFile *file)
{
  cw_list_files_import_file (GTK_WINDOW (self), self->session, file, on_imported, self);
}

static void
correct (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListsWindow *self = CW_LISTS_WINDOW (widget);
  CwList *list = cw_list_editor_get_list (CW_LIST_EDITOR (self->editor));
  const CwCorrection *correction = find_correction (self, list);
  GtkWidget *dialog;

  if (correction == NULL)
    return;

  dialog = cw_list_correction_new (self->session, list, correction);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_failed (CwListsWindow *self, const char *message)
{
  g_autofree char *title = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* The title of a toast is markup. */
  title = g_markup_escape_text (message, -1);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (title));
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The buttons name the step they take back or do again. */
static void
update_steps (CwListsWindow *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  const CwStep *undo = cw_document_get_undo_step (document);
  const CwStep *redo = cw_document_get_redo_step (document);
  g_autofree char *undo_name = undo != NULL ? cw_step_format_undo (undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_name = redo != NULL ? cw_step_format_redo (redo) : g_strdup (_ ("Redo"));

  name_button (self->undo_button, undo_name);
  name_button (self->redo_button, redo_name);
}

static gboolean
on_close_request (GtkWindow *window)
{
  cw_list_editor_flush (CW_LIST_EDITOR (CW_LISTS_WINDOW (window)->editor));

  return GTK_WINDOW_CLASS (cw_lists_window_parent_class)->close_request (window);
}

static void
cw_lists_window_dispose (GObject *object)
{
  CwListsWindow *self = CW_LISTS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->corrections, cw_corrections_free);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (cw_session_get_document (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "edit", NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cw_lists_window_parent_class)->dispose (object);
}

static void
cw_lists_window_class_init (CwListsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_lists_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;

  g_type_ensure (CW_TYPE_LIST_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/lists-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CwListsWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CwListsWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CwListsWindow, correction);
  gtk_widget_class_bind_template_child (widget_class, CwListsWindow, correction_label);
  gtk_widget_class_bind_template_child (widget_class, CwListsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CwListsWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, CwListsWindow, editor);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_install_action (widget_class, "lists.new", NULL, new_list);
  gtk_widget_class_install_action (widget_class, "lists.import", NULL, import_list);
  gtk_widget_class_install_action (widget_class, "lists.correct", NULL, correct);
}

static void
cw_lists_window_init (CwListsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list_box), update_header, NULL, NULL);
}

static void
on_corrections_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwListsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  CwCorrections *corrections =
    cw_document_find_corrections_finish (CW_DOCUMENT (source), result, &error);

  /* Without the shipped lists there is nothing to compare with, and nothing that is missed. */
  if (corrections == NULL)
    return;

  cw_corrections_free (self->corrections);
  self->corrections = corrections;
  mark_rows (self);
  update_correction (self);
}

/* What was taken or declined is no correction any more. */
static void
find_corrections (CwListsWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cw_document_find_corrections_async (cw_session_get_document (self->session), self->cancellable,
                                      on_corrections_found, g_object_ref (self));
}

/**
 * cw_lists_window_new:
 * @session: whose document's lists it shows
 * @edit_actions: undo and redo
 *
 * Returns: (transfer none): the window, owned by GTK until it is closed
 */
GtkWidget *
cw_lists_window_new (CwSession *session, CwEditActions *edit_actions)
{
  CwListsWindow *self = g_object_new (CW_TYPE_LISTS_WINDOW, NULL);
  CwDocument *document = cw_session_get_document (session);
  gboolean writable = !cw_document_is_read_only (document);

  self->session = g_object_ref (session);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "edit",
                                  cw_edit_actions_get_group (edit_actions));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lists.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lists.import", writable);
  cw_list_editor_set_session (CW_LIST_EDITOR (self->editor), session);
  g_signal_connect_swapped (session, "lists-changed", G_CALLBACK (on_lists_changed), self);
  g_signal_connect_swapped (session, "lists-changed", G_CALLBACK (find_corrections), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (session, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect_swapped (document, "notify::undo-step", G_CALLBACK (update_steps), self);
  g_signal_connect_swapped (document, "notify::redo-step", G_CALLBACK (update_steps), self);
  update_steps (self);
  fill (self);
  find_corrections (self);

  return GTK_WIDGET (self);
}
