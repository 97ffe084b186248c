/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/split-dialog.h"

#include "workspace/item-counts.h"

#include <glib/gi18n.h>

struct _CwSplitDialog
{
  AdwWindow parent_instance;

  GtkWidget *sentence;
  GtkWidget *names;
  GtkWidget *copy_check;
  GtkWidget *effect;
};

enum
{
  SPLIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSplitDialog, cw_split_dialog, ADW_TYPE_WINDOW)

static char *
get_text (CwSplitDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->names));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
split (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwSplitDialog *self = CW_SPLIT_DIALOG (widget);
  g_autofree char *text = get_text (self);
  g_auto (GStrv) names = g_strsplit (text, "\n", -1);

  g_signal_emit (self, signals[SPLIT], 0, names,
                 gtk_check_button_get_active (GTK_CHECK_BUTTON (self->copy_check)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
update (CwSplitDialog *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.do", *text != '\0');
}

static void
cw_split_dialog_class_init (CwSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * CwSplitDialog::split:
   * @self: the dialog
   * @names: (array zero-terminated=1): what the new items are called
   * @copy: whether mappings are said of them too
   */
  signals[SPLIT] = g_signal_new ("split", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwSplitDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, CwSplitDialog, names);
  gtk_widget_class_bind_template_child (widget_class, CwSplitDialog, copy_check);
  gtk_widget_class_bind_template_child (widget_class, CwSplitDialog, effect);
  gtk_widget_class_install_action (widget_class, "split.do", NULL, split);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "split.do",
                                       NULL);
}

static void
cw_split_dialog_init (CwSplitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->names)), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwSplitDialog) self = user_data;
  CwMappingCounts counts;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (!cw_document_count_mappings_finish (CW_DOCUMENT (source), result, &counts, NULL))
    return;

  gtk_widget_set_visible (self->copy_check, counts.n_mappings > 0);
  if (counts.n_mappings == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->effect), _ ("No mapping names the item."));
      return;
    }
  words = cw_mapping_counts_format (&counts);
  text = g_strconcat (_ ("The copies are drafts, or proposed where the mapping was reviewed. The "
                         "item keeps its own mappings; those that were reviewed are proposed "
                         "again."),
                      "\n\n", words, NULL);
  gtk_label_set_text (GTK_LABEL (self->effect), text);
}

/**
 * cw_split_dialog_new:
 * @session: for the languages of labels
 * @item: the item to split
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_split_dialog_new (CwSession *session, const CwItem *item)
{
  CwSplitDialog *self = g_object_new (CW_TYPE_SPLIT_DIALOG, NULL);
  g_autofree char *sentence = NULL;

  /* Translators: an item's code and name */
  sentence = g_strdup_printf (_ ("New items after %1$s %2$s, one a line. The item itself stays."),
                              item->code, cw_session_get_label (session, item));
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);

  /* Only the item's own mappings are copied, not those of what is below it. */
  cw_document_count_own_mappings_async (cw_session_get_document (session), item, on_counted,
                                        g_object_ref (self));
  gtk_widget_grab_focus (self->names);

  return GTK_WIDGET (self);
}
