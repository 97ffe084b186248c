/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-editor-private.h"

#include "app/compat.h"
#include "app/item-chooser.h"
#include "app/list-files.h"
#include "app/split-dialog.h"
#include "workspace/item-counts.h"

#include <glib/gi18n.h>

static GtkWindow *
get_window (CwListEditor *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
add_item (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _cw_list_editor_open_line (CW_LIST_EDITOR (widget), CW_LINE_AFTER);
}

static void
add_below (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _cw_list_editor_open_line (CW_LIST_EDITOR (widget), CW_LINE_BELOW);
}

static void
rename_item (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _cw_list_editor_open_line (CW_LIST_EDITOR (widget), CW_LINE_NAME);
}

static void
move_item (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    CwItemMove move;
  } moves[] = {
    { "items.up", CW_ITEM_UP },
    { "items.down", CW_ITEM_DOWN },
    { "items.indent", CW_ITEM_INDENT },
    { "items.outdent", CW_ITEM_OUTDENT },
  };
  CwListEditor *self = CW_LIST_EDITOR (widget);
  const CwItem *item = cw_list_editor_get_item (self);

  for (guint i = 0; item != NULL && i < G_N_ELEMENTS (moves); i++)
    {
      if (g_str_equal (moves[i].action, action_name))
        _cw_list_editor_apply (self, cw_edit_new_item_move (item, moves[i].move, NULL));
    }
}

/* What is to be done to what once the person has agreed. Items are named by their ids, since an edit
 * may come in between. */
typedef struct
{
  CwListEditor *editor;
  gint64 item_id; /* 0 for the whole list */
  gint64 into_id;
  char *heading;
  char *intro;
  const char *answer;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->editor);
  g_free (question->heading);
  g_free (question->intro);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
do_it (Question *question)
{
  CwListEditor *self = question->editor;
  CwDocument *document = cw_session_get_document (self->session);
  const CwItem *item = cw_document_get_item (document, question->item_id);
  const CwItem *into = cw_document_get_item (document, question->into_id);
  CwList *list = cw_list_editor_get_list (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (question->item_id == 0)
    {
      if (list != NULL)
        _cw_list_editor_apply (self, cw_edit_new_list_delete (list));
      return;
    }
  if (item == NULL || (question->into_id != 0 && into == NULL))
    return;

  if (into != NULL)
    {
      _cw_list_editor_apply (self, cw_edit_new_item_merge (item, into));
      cw_list_editor_select (self, question->into_id);
      return;
    }
  g_ptr_array_add (items, (gpointer) item);
  _cw_list_editor_apply (self, cw_edit_new_item_delete (items));
}

static void
on_answered (const char *response, gpointer user_data)
{
  g_autoptr (Question) question = user_data;

  if (g_str_equal (response, "do"))
    do_it (question);
  _cw_list_editor_focus_items (question->editor);
}

/* What happens to the mappings is said first. */
static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  CwListEditor *self = question->editor;
  g_autoptr (GError) error = NULL;
  CwMappingCounts counts;
  g_autofree char *words = NULL;
  g_autofree char *body = NULL;
  const char *heading = question->heading;
  CwAnswer answers[] = {
    { "close", _ ("_Cancel") },
    { "do", question->answer },
    { NULL, NULL },
  };

  if (!cw_document_count_mappings_finish (CW_DOCUMENT (source), result, &counts, &error))
    {
      cw_session_fail (self->session, error->message);
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  words = cw_mapping_counts_format (&counts);
  body = counts.n_mappings > 0 ? g_strconcat (question->intro, "\n\n", words, NULL)
                               : g_strdup (_ ("No mapping names it. Undo brings it back."));
  cw_compat_ask (get_window (self), heading, body, answers, "do", on_answered,
                 g_steal_pointer (&question));
}

static void
ask (CwListEditor *self, Question *question, const CwItem *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  question->editor = g_object_ref (self);
  if (item != NULL)
    g_ptr_array_add (items, (gpointer) item);
  cw_document_count_mappings_async (cw_session_get_document (self->session), items,
                                    item == NULL ? cw_list_editor_get_list (self) : NULL,
                                    on_counted, question);
}

static void
delete_item (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListEditor *self = CW_LIST_EDITOR (widget);
  const CwItem *item = cw_list_editor_get_item (self);
  Question *question;

  if (item == NULL)
    return;

  question = g_new0 (Question, 1);
  question->item_id = item->id;
  question->answer = _ ("_Delete");
  question->heading =
    item->n_descendants > 0
      ? g_strdup_printf (
          /* Translators: %1$s is an item's code, %2$u how many stand below it */
          g_dngettext (GETTEXT_PACKAGE, "Delete %1$s and the %2$u item below it?",
                       "Delete %1$s and the %2$u items below it?", item->n_descendants),
          item->code, item->n_descendants)
      /* Translators: an item's code and its name */
      : g_strdup_printf (_ ("Delete %1$s %2$s?"), item->code,
                         cw_session_get_label (self->session, item));
  question->intro = g_strdup (
    _ ("These mappings are deleted with it, in every coding. Undo brings all of it back."));
  ask (self, question, item);
}

static void
delete_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListEditor *self = CW_LIST_EDITOR (widget);
  CwList *list = cw_list_editor_get_list (self);
  Question *question;

  if (list == NULL)
    return;

  question = g_new0 (Question, 1);
  question->answer = _ ("_Delete list");
  /* Translators: %s is the title of a list */
  question->heading =
    g_strdup_printf (_ ("Delete the list “%s”?"),
                     cw_list_get_short_title (list, cw_session_get_languages (self->session)));
  question->intro = g_strdup (
    _ ("These mappings are deleted with it, in every coding. Undo brings all of it back."));
  ask (self, question, NULL);
}

static void
on_into_chosen (CwItemChooser *chooser, gint64 into_id, CwListEditor *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  const CwItem *item = cw_list_editor_get_item (self);
  const CwItem *into = cw_document_get_item (document, into_id);
  Question *question;

  if (item == NULL || into == NULL)
    return;

  question = g_new0 (Question, 1);
  question->item_id = item->id;
  question->into_id = into_id;
  question->answer = _ ("_Merge");
  /* Translators: two items’ codes */
  question->heading = g_strdup_printf (_ ("Merge %1$s into %2$s?"), item->code, into->code);
  question->intro = g_strdup_printf (
    /* Translators: an item’s code */
    _ (
      "These mappings are said of %s from now on. What it says already is not said twice; what was "
      "reviewed is proposed again. Its names become alternative labels."),
    into->code);
  ask (self, question, item);
}

static void
merge_item (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListEditor *self = CW_LIST_EDITOR (widget);
  const CwItem *item = cw_list_editor_get_item (self);
  GtkWidget *chooser;

  if (item == NULL)
    return;

  chooser = cw_item_chooser_new (self->session, item);
  gtk_window_set_transient_for (GTK_WINDOW (chooser), get_window (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (chooser), TRUE);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_into_chosen), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
on_split (CwSplitDialog *dialog, const char *const *names, gboolean copy, CwListEditor *self)
{
  const CwItem *item = cw_list_editor_get_item (self);

  if (item != NULL)
    _cw_list_editor_apply (self, cw_edit_new_item_split (item, names, copy));
}

static void
split_item (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListEditor *self = CW_LIST_EDITOR (widget);
  const CwItem *item = cw_list_editor_get_item (self);
  GtkWidget *dialog;

  if (item == NULL)
    return;

  dialog = cw_split_dialog_new (self->session, item);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), get_window (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "split", G_CALLBACK (on_split), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
renumber (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListEditor *self = CW_LIST_EDITOR (widget);
  CwList *list = cw_list_editor_get_list (self);

  if (list != NULL)
    _cw_list_editor_apply (self, cw_edit_new_list_renumber (list));
}

static void
export_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListEditor *self = CW_LIST_EDITOR (widget);
  CwList *list = cw_list_editor_get_list (self);

  if (list != NULL)
    cw_list_files_export (get_window (self), self->session, list);
}

static void
show_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListEditor *self = CW_LIST_EDITOR (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->view);
  graphene_rect_t bounds;

  if (cw_list_editor_get_item (self) == NULL)
    return;
  if (row == NULL || !gtk_widget_compute_bounds (row, widget, &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, 48, 48);
  _cw_list_editor_popup_menu (self, (double) bounds.origin.x + 24,
                              (double) (bounds.origin.y + bounds.size.height));
}

void
_cw_list_editor_popup_menu (CwListEditor *self, double x, double y)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GMenu *model = gtk_application_get_menu_by_id (application, "items");
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (model));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_item;
  gboolean changes; /* more than what is the user's own */
} actions[] = {
  { "items.add", add_item, FALSE, TRUE },
  { "items.add-below", add_below, TRUE, TRUE },
  { "items.rename", rename_item, TRUE, FALSE },
  { "items.up", move_item, TRUE, TRUE },
  { "items.down", move_item, TRUE, TRUE },
  { "items.indent", move_item, TRUE, TRUE },
  { "items.outdent", move_item, TRUE, TRUE },
  { "items.delete", delete_item, TRUE, TRUE },
  { "items.merge", merge_item, TRUE, TRUE },
  { "items.split", split_item, TRUE, TRUE },
  { "items.renumber", renumber, FALSE, TRUE },
  { "items.export", export_list, FALSE, FALSE },
  { "items.delete-list", delete_list, FALSE, TRUE },
  { "items.menu", show_menu, TRUE, FALSE },
};

void
_cw_list_editor_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

void
_cw_list_editor_update_actions (CwListEditor *self)
{
  gboolean has_list = cw_list_editor_get_list (self) != NULL;
  gboolean has_item = cw_list_editor_get_item (self) != NULL;
  gboolean may_change = _cw_list_editor_may_change (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   has_list && (has_item || !actions[i].needs_item) &&
                                     (may_change || !actions[i].changes));
}
