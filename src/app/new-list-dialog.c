/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/new-list-dialog.h"

#include "workspace/list-edit.h"
#include "workspace/list-names.h"

#include <glib/gi18n.h>

struct _CwNewListDialog
{
  AdwWindow parent_instance;

  CwSession *session;
  char *key;

  GtkWidget *title_row;
  GtkWidget *issuer_row;
  GtkWidget *jurisdiction_row;
  GtkWidget *date_row;
  GtkWidget *language_row;
  GtkWidget *problem;
};

enum
{
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwNewListDialog, cw_new_list_dialog, ADW_TYPE_WINDOW)

static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static CwListCard *
make_card (CwNewListDialog *self)
{
  CwListCard *card = cw_list_card_new ();
  g_autofree char *title = get_text (self->title_row);
  g_autofree char *issuer = get_text (self->issuer_row);

  card->jurisdiction = get_text (self->jurisdiction_row);
  card->issued = get_text (self->date_row);
  card->official_language = get_text (self->language_row);
  if (*title != '\0')
    {
      cw_text_set (card->short_title, card->official_language, title);
      cw_text_set (card->title, card->official_language, title);
    }
  if (*issuer != '\0')
    cw_text_set (card->issuer, card->official_language, issuer);
  card->key = cw_document_make_list_key (cw_session_get_document (self->session),
                                         card->jurisdiction, title, card->issued);

  return card;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwNewListDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  if (ids == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, self->key);
  gtk_window_close (GTK_WINDOW (self));
}

/* What is wrong with what was filled in is said here, and the dialog stays. */
static void
create (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwNewListDialog *self = CW_NEW_LIST_DIALOG (widget);
  g_autoptr (CwListDraft) draft = cw_list_draft_new (make_card (self));

  g_free (self->key);
  self->key = g_strdup (draft->card->key);
  cw_document_apply_async (cw_session_get_document (self->session),
                           cw_edit_new_list (draft, CW_STEP_LIST_NEW), on_applied,
                           g_object_ref (self));
}

static void
on_entry_activated (CwNewListDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "list.create", NULL);
}

static void
on_title_changed (CwNewListDialog *self)
{
  g_autofree char *title = get_text (self->title_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.create", *title != '\0');
}

static void
cw_new_list_dialog_finalize (GObject *object)
{
  CwNewListDialog *self = CW_NEW_LIST_DIALOG (object);

  g_clear_object (&self->session);
  g_free (self->key);

  G_OBJECT_CLASS (cw_new_list_dialog_parent_class)->finalize (object);
}

static void
cw_new_list_dialog_class_init (CwNewListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_new_list_dialog_finalize;

  /**
   * CwNewListDialog::created:
   * @self: the dialog
   * @key: the new list's unique name
   */
  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/new-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwNewListDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, CwNewListDialog, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, CwNewListDialog, jurisdiction_row);
  gtk_widget_class_bind_template_child (widget_class, CwNewListDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, CwNewListDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, CwNewListDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_install_action (widget_class, "list.create", NULL, create);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_new_list_dialog_init (CwNewListDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->jurisdiction_row), "XA");
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), today);
  on_title_changed (self);
}

/**
 * cw_new_list_dialog_new:
 * @session: whose document gets the list
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_new_list_dialog_new (CwSession *session)
{
  CwNewListDialog *self = g_object_new (CW_TYPE_NEW_LIST_DIALOG, NULL);
  const char *first = cw_session_get_languages (session)[0];

  self->session = g_object_ref (session);
  gtk_editable_set_text (GTK_EDITABLE (self->language_row), first != NULL ? first : "en");
  gtk_widget_grab_focus (self->title_row);

  return GTK_WIDGET (self);
}
