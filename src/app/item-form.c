/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/item-form.h"

#include "app/field-row.h"
#include "app/label-dialog.h"
#include "app/note-field.h"
#include "model/language.h"
#include "workspace/list-edit.h"

#include <glib/gi18n.h>

struct _CwItemForm
{
  GtkWidget parent_instance;

  CwSession *session;
  gint64 item_id;
  gboolean filling;

  GtkWidget *scrolled;
  GtkWidget *stack;
  GtkWidget *heading;
  GtkWidget *code;
  GtkWidget *checked_row;
  GtkWidget *checked;
  GtkWidget *labels; /* a preferences group */
  GPtrArray *label_rows;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (CwItemForm, cw_item_form, GTK_TYPE_WIDGET)

static const CwItem *
get_item (CwItemForm *self)
{
  return self->session != NULL
           ? cw_document_get_item (cw_session_get_document (self->session), self->item_id)
           : NULL;
}

static gboolean
may_change (CwItemForm *self, const CwItem *item)
{
  return !cw_list_get_card (item->list)->shipped &&
         !cw_document_is_read_only (cw_session_get_document (self->session));
}

static void
on_code_edited (CwFieldRow *row, const char *text, CwItemForm *self)
{
  const CwItem *item = get_item (self);

  if (item != NULL)
    cw_session_apply (self->session, cw_edit_new_item_code (item, text));
}

static void
on_checked (CwItemForm *self)
{
  const CwItem *item = get_item (self);

  if (item != NULL && !self->filling)
    cw_session_apply (self->session,
                      cw_edit_new_item_checked (item, gtk_switch_get_active (
                                                        GTK_SWITCH (self->checked))));
}

static void
on_note_edited (CwNoteField *field, const char *text, CwItemForm *self)
{
  const CwItem *item = get_item (self);

  if (item != NULL)
    cw_session_apply (self->session, cw_edit_new_item_note (item, text));
}

static const char *
get_origin_name (const CwItem *item, const CwLabel *label)
{
  if (cw_item_label_is_checked (item, label))
    return C_ ("origin of a label", "official wording, checked");

  switch (label->origin)
    {
    case CW_LABEL_OFFICIAL:
      return C_ ("origin of a label", "official wording, not checked");
    case CW_LABEL_SEED:
      return C_ ("origin of a label", "wording of the first slides");
    case CW_LABEL_TRANSLATION:
      return C_ ("origin of a label", "translation");
    case CW_LABEL_USER:
    default:
      return C_ ("origin of a label", "written here");
    }
}

/* A label as it was when its button was made. */
typedef struct
{
  CwLabel label;
  char *text;
} Kept;

static void
kept_free (gpointer data, GClosure *closure)
{
  Kept *kept = data;

  g_free (kept->text);
  g_free (kept);
}

static Kept *
keep (const CwLabel *label)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->label = *label;
  kept->text = g_strdup (label->text);
  kept->label.text = kept->text;

  return kept;
}

static CwItemForm *
find_form (GtkWidget *widget)
{
  return CW_ITEM_FORM (gtk_widget_get_ancestor (widget, CW_TYPE_ITEM_FORM));
}

static void
open_dialog (CwItemForm *self, const CwLabel *old)
{
  const CwItem *item = get_item (self);
  GtkWidget *dialog;

  if (item == NULL)
    return;

  dialog = cw_label_dialog_new (self->session, item, old);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_edit_clicked (GtkWidget *button, Kept *kept)
{
  open_dialog (find_form (button), &kept->label);
}

static void
on_remove_clicked (GtkWidget *button, Kept *kept)
{
  CwItemForm *self = find_form (button);
  const CwItem *item = get_item (self);

  if (item != NULL)
    cw_session_apply (self->session, cw_edit_new_item_label (item, &kept->label, NULL));
}

static void
on_add_clicked (CwItemForm *self)
{
  open_dialog (self, NULL);
}

static void
add_button (GtkWidget *row,
            const char *icon,
            const char *format,
            const CwLabel *label,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *name = g_strdup_printf (format, label->text);
#pragma GCC diagnostic pop

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", clicked, keep (label), kept_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_label_row (CwItemForm *self, const CwItem *item, const CwLabel *label)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean shipped = cw_list_get_card (item->list)->shipped;
  gboolean read_only = cw_document_is_read_only (cw_session_get_document (self->session));
  g_autofree char *language = cw_language_get_name (label->language);
  g_autofree char *subtitle = NULL;

  /* Translators: a language, then whose words a label is */
  subtitle = g_strdup_printf (label->kind == CW_LABEL_ALTERNATIVE
                                ? C_ ("origin of a label", "%1$s · another name · %2$s")
                                : C_ ("origin of a label", "%1$s · %2$s"),
                              language, get_origin_name (item, label));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (!read_only && (!shipped || label->origin == CW_LABEL_USER))
    {
      /* Translators: %s is a label of an item */
      add_button (row, "document-edit-symbolic", _ ("Change “%s”"), label,
                  G_CALLBACK (on_edit_clicked));
      add_button (row, "user-trash-symbolic", _ ("Take “%s” away"), label,
                  G_CALLBACK (on_remove_clicked));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->labels), row);
  g_ptr_array_add (self->label_rows, row);
}

static void
fill_labels (CwItemForm *self, const CwItem *item)
{
  for (guint i = 0; i < self->label_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->labels),
                                  g_ptr_array_index (self->label_rows, i));
  g_ptr_array_set_size (self->label_rows, 0);
  for (guint i = 0; i < item->n_labels; i++)
    add_label_row (self, item, &item->labels[i]);
}

/**
 * cw_item_form_show:
 * @self: a form
 * @item: (nullable): the item to show, as it is now
 */
void
cw_item_form_show (CwItemForm *self, const CwItem *item)
{
  gboolean own = item != NULL && may_change (self, item);
  gboolean same = item != NULL && item->id == self->item_id;
  g_autofree char *path = NULL;

  self->item_id = item != NULL ? item->id : 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), item != NULL ? "item" : "none");
  if (item == NULL)
    return;

  self->filling = TRUE;
  path = cw_item_get_path (item, cw_session_get_languages (self->session));
  gtk_label_set_text (GTK_LABEL (self->heading), path);
  if (!same)
    gtk_editable_set_text (GTK_EDITABLE (self->code), item->code);
  cw_field_row_set_text (CW_FIELD_ROW (self->code), item->code);
  gtk_editable_set_editable (GTK_EDITABLE (self->code), own);
  gtk_switch_set_active (GTK_SWITCH (self->checked), item->verified);
  gtk_widget_set_sensitive (self->checked_row, own);
  fill_labels (self, item);
  cw_note_field_set_text (CW_NOTE_FIELD (self->note), item->note != NULL ? item->note : "");
  cw_note_field_set_editable (CW_NOTE_FIELD (self->note),
                              !cw_document_is_read_only (cw_session_get_document (self->session)));
  self->filling = FALSE;
}

/**
 * cw_item_form_flush:
 * @self: a form
 *
 * Does what was typed and not done yet.
 */
void
cw_item_form_flush (CwItemForm *self)
{
  if (get_item (self) == NULL)
    return;

  cw_field_row_flush (CW_FIELD_ROW (self->code));
  cw_note_field_flush (CW_NOTE_FIELD (self->note));
}

static void
cw_item_form_dispose (GObject *object)
{
  CwItemForm *self = CW_ITEM_FORM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_item_form_parent_class)->dispose (object);
}

static void
cw_item_form_finalize (GObject *object)
{
  g_ptr_array_unref (CW_ITEM_FORM (object)->label_rows);

  G_OBJECT_CLASS (cw_item_form_parent_class)->finalize (object);
}

static void
cw_item_form_class_init (CwItemFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_item_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_item_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_basics (CwItemForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->code = cw_field_row_new (_ ("Code"));
  g_signal_connect (self->code, "edited", G_CALLBACK (on_code_edited), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->code);

  self->checked_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->checked_row),
                                 _ ("Wording was checked"));
  self->checked = gtk_switch_new ();
  gtk_widget_set_valign (self->checked, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->checked, "notify::active", G_CALLBACK (on_checked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->checked_row), self->checked);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->checked_row), self->checked);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->checked_row);

  return group;
}

static GtkWidget *
make_labels (CwItemForm *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->labels = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->labels), _ ("Labels"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _ ("Add a label"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a label"), -1);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_clicked), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->labels), add);

  return self->labels;
}

static void
cw_item_form_init (CwItemForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *none = adw_status_page_new ();

  self->label_rows = g_ptr_array_new ();
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->heading), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), make_basics (self));
  gtk_box_append (GTK_BOX (box), make_labels (self));
  self->note = g_object_new (CW_TYPE_NOTE_FIELD, NULL);
  cw_note_field_set_title (CW_NOTE_FIELD (self->note), _ ("Your note"));
  g_signal_connect (self->note, "edited", G_CALLBACK (on_note_edited), self);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_widget_add_css_class (box, "form-box");

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);

  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No item selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("Select an item to see and change its labels and note."));
  gtk_widget_add_css_class (none, "compact");

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_stack_add_named (GTK_STACK (self->stack), self->scrolled, "item");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * cw_item_form_set_session:
 * @self: a form
 * @session: whose document the items are of
 */
void
cw_item_form_set_session (CwItemForm *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}
