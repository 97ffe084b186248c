/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settle-dialog.h"

#include <glib/gi18n.h>

struct _CwSettleDialog
{
  AdwWindow parent_instance;

  CwDisagreementRow *row;

  GtkWidget *pair;
  GtkWidget *coding_rows[2];
  GtkWidget *coding_checks[2];
  GtkWidget *relation_row;
  GtkWidget *relation_check;
  GtkWidget *unlinked_row;
  GtkWidget *unlinked_check;
  GtkWidget *reason_row;
};

enum
{
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSettleDialog, cw_settle_dialog, ADW_TYPE_WINDOW)

static gboolean
is_chosen (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static CwRelation
get_other_relation (CwSettleDialog *self)
{
  return CW_RELATION_EXACT + adw_combo_row_get_selected (ADW_COMBO_ROW (self->relation_row));
}

/* Another relation than both codings have still rests on what they say. */
static CwMapping *
make_other (CwSettleDialog *self)
{
  const CwMapping *first = cw_disagreement_row_get_coding (self->row, 0);
  const CwMapping *second = cw_disagreement_row_get_coding (self->row, 1);
  const CwMapping *either = first != NULL ? first : second;
  CwMapping *agreed = cw_mapping_copy (either);

  agreed->relation = get_other_relation (self);
  if (first != NULL && second != NULL && first->confidence >= 0 && second->confidence >= 0)
    agreed->confidence = (first->confidence + second->confidence) / 2;

  return agreed;
}

static CwMapping *
make_agreed (CwSettleDialog *self)
{
  for (guint i = 0; i < 2; i++)
    {
      const CwMapping *mapping = cw_disagreement_row_get_coding (self->row, i);

      if (is_chosen (self->coding_checks[i]))
        return mapping != NULL ? cw_mapping_copy (mapping) : NULL;
    }

  return is_chosen (self->relation_check) ? make_other (self) : NULL;
}

static void
settle (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwSettleDialog *self = CW_SETTLE_DIALOG (widget);
  g_autoptr (CwMapping) agreed = make_agreed (self);

  g_signal_emit (self, signals[SETTLED], 0, agreed,
                 gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));
  gtk_window_close (GTK_WINDOW (self));
}

/* What was agreed on, and why, are both needed. */
static void
update_enabled (CwSettleDialog *self)
{
  g_autofree char *reason =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
  gboolean chosen = is_chosen (self->coding_checks[0]) || is_chosen (self->coding_checks[1]) ||
                    is_chosen (self->relation_check) || is_chosen (self->unlinked_check);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "settle.apply", chosen && *reason != '\0');
}

static void
on_reason_activated (CwSettleDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "settle.apply", NULL);
}

/* Choosing a relation chooses that it is another one. */
static void
on_relation_selected (CwSettleDialog *self)
{
  if (self->row != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->relation_check), TRUE);
}

static void
cw_settle_dialog_dispose (GObject *object)
{
  g_clear_object (&CW_SETTLE_DIALOG (object)->row);

  G_OBJECT_CLASS (cw_settle_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } pairs[] = {
    { "first_row", G_STRUCT_OFFSET (CwSettleDialog, coding_rows) },
    { "second_row", G_STRUCT_OFFSET (CwSettleDialog, coding_rows) + (gssize) sizeof (GtkWidget *) },
    { "first_check", G_STRUCT_OFFSET (CwSettleDialog, coding_checks) },
    { "second_check",
      G_STRUCT_OFFSET (CwSettleDialog, coding_checks) + (gssize) sizeof (GtkWidget *) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    gtk_widget_class_bind_template_child_full (widget_class, pairs[i].name, FALSE, pairs[i].offset);
  gtk_widget_class_bind_template_child (widget_class, CwSettleDialog, pair);
  gtk_widget_class_bind_template_child (widget_class, CwSettleDialog, relation_row);
  gtk_widget_class_bind_template_child (widget_class, CwSettleDialog, relation_check);
  gtk_widget_class_bind_template_child (widget_class, CwSettleDialog, unlinked_row);
  gtk_widget_class_bind_template_child (widget_class, CwSettleDialog, unlinked_check);
  gtk_widget_class_bind_template_child (widget_class, CwSettleDialog, reason_row);
}

static void
cw_settle_dialog_class_init (CwSettleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_settle_dialog_dispose;

  /**
   * CwSettleDialog::settled:
   * @self: the dialog
   * @agreed: (nullable): how the two relate, read from the left; %NULL where they are not linked
   * @reason: why
   */
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, CW_TYPE_MAPPING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/settle-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_enabled);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_relation_selected);
  gtk_widget_class_install_action (widget_class, "settle.apply", NULL, settle);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "settle.apply", NULL);
}

static void
cw_settle_dialog_init (CwSettleDialog *self)
{
  g_autoptr (GtkStringList) relations = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    gtk_string_list_append (relations, cw_relation_get_phrase (relation, FALSE));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->relation_row), G_LIST_MODEL (relations));
  update_enabled (self);
}

static void
show_coding (CwSettleDialog *self, guint coding, const char *name)
{
  const CwMapping *mapping = cw_disagreement_row_get_coding (self->row, coding);
  g_autofree char *sentence =
    mapping != NULL ? cw_relation_format_sentence (mapping->relation, mapping->negated,
                                                   cw_disagreement_row_get_left (self->row)->code,
                                                   cw_disagreement_row_get_right (self->row)->code)
                    : g_strdup (_ ("Not linked"));
  /* Translators: %1$s is the name of a coding, %2$s what it says, as a sentence */
  g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$s"), name, sentence);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *rationale = NULL;
  g_autofree char *subtitle = NULL;

  if (mapping != NULL && mapping->confidence >= 0)
    /* Translators: %1$.2f is a confidence such as 0.70, %2$s why somebody judged so */
    rationale =
      g_strdup_printf (_ ("Confidence %1$.2f. %2$s"), mapping->confidence, mapping->rationale);
  else
    rationale = g_strdup (mapping != NULL ? mapping->rationale : "");
  subtitle = g_markup_escape_text (rationale, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->coding_rows[coding]), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->coding_rows[coding]), subtitle);
}

/**
 * cw_settle_dialog_new:
 * @session: for the languages of labels
 * @row: on what the codings differ
 * @first_name: what the first coding is called
 * @second_name: what the second coding is called
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_settle_dialog_new (CwSession *session,
                      CwDisagreementRow *row,
                      const char *first_name,
                      const char *second_name)
{
  CwSettleDialog *self = g_object_new (CW_TYPE_SETTLE_DIALOG, NULL);
  const CwItem *left = cw_disagreement_row_get_left (row);
  const CwItem *right = cw_disagreement_row_get_right (row);
  g_autofree char *left_name =
    g_strdup_printf ("%s %s", left->code, cw_session_get_label (session, left));
  g_autofree char *right_name =
    g_strdup_printf ("%s %s", right->code, cw_session_get_label (session, right));
  const char *reason = cw_disagreement_row_get_reason (row);
  /* Translators: two items */
  g_autofree char *pair = g_strdup_printf (_ ("%1$s and %2$s"), left_name, right_name);

  gtk_label_set_text (GTK_LABEL (self->pair), pair);
  self->row = g_object_ref (row);
  show_coding (self, 0, first_name);
  show_coding (self, 1, second_name);
  /* Where one coding does not link them, that is a choice already. */
  gtk_widget_set_visible (self->unlinked_row, cw_disagreement_row_get_coding (row, 0) != NULL &&
                                                cw_disagreement_row_get_coding (row, 1) != NULL);
  if (reason != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->reason_row), reason);
  gtk_widget_grab_focus (self->coding_checks[0]);

  return GTK_WIDGET (self);
}

static void
choose (CwSettleDialog *self, GtkWidget *check)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_grab_focus (self->reason_row);
}

/**
 * cw_settle_dialog_choose_coding:
 * @self: a dialog
 * @coding: 0 for the first coding, 1 for the second
 *
 * Chooses what a coding says; the reason is what is missing then.
 */
void
cw_settle_dialog_choose_coding (CwSettleDialog *self, guint coding)
{
  choose (self, self->coding_checks[coding]);
}

/**
 * cw_settle_dialog_choose_relation:
 * @self: a dialog
 * @relation: how the two relate, read from the left; %CW_RELATION_NONE where they are not linked
 *
 * Chooses a relation, by the coding that has it where there is one.
 */
void
cw_settle_dialog_choose_relation (CwSettleDialog *self, CwRelation relation)
{
  for (guint i = 0; i < 2; i++)
    {
      const CwMapping *mapping = cw_disagreement_row_get_coding (self->row, i);

      if ((mapping != NULL ? mapping->relation : CW_RELATION_NONE) == relation)
        {
          choose (self, self->coding_checks[i]);
          return;
        }
    }

  if (relation == CW_RELATION_NONE)
    {
      choose (self, self->unlinked_check);
      return;
    }

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->relation_row), relation - CW_RELATION_EXACT);
  choose (self, self->relation_check);
}
