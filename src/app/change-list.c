/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/change-list.h"

#include "workspace/change-words.h"

#include <glib/gi18n.h>

struct _CwChangeList
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (CwChangeList, cw_change_list, GTK_TYPE_WIDGET)

static void
cw_change_list_dispose (GObject *object)
{
  g_clear_pointer (&CW_CHANGE_LIST (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_change_list_parent_class)->dispose (object);
}

static void
cw_change_list_class_init (CwChangeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_change_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "changelist");
}

static void
cw_change_list_init (CwChangeList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
add_text (CwChangeList *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

/* Steps are few, so the fields of each are one text. */
static void
add_fields (CwChangeList *self, CwSession *session, const CwMappingChange *change)
{
  g_autoptr (GPtrArray) fields =
    cw_mapping_change_list_fields (change, cw_session_get_document (session),
                                   cw_session_get_languages (session));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *line = cw_field_change_format (g_ptr_array_index (fields, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (fields->len > 0)
    gtk_widget_set_margin_start (add_text (self, text->str, NULL), 12);
}

/**
 * cw_change_list_clear:
 * @self: a list
 *
 * Shows nothing.
 */
void
cw_change_list_clear (CwChangeList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/**
 * cw_change_list_show_step:
 * @self: a list
 * @session: for the document and the label languages
 * @step: a step
 * @changes: what it did, or the first of it
 *
 * Shows each mapping with what is other than before.
 */
void
cw_change_list_show_step (CwChangeList *self,
                          CwSession *session,
                          const CwHistoryStep *step,
                          const CwStepChanges *changes)
{
  g_autofree char *what = cw_history_step_format (step);
  guint n_more = changes->n_changes - changes->changes->len;

  cw_change_list_clear (self);
  add_text (self, what, "heading");
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const CwMappingChange *change = g_ptr_array_index (changes->changes, i);
      g_autofree char *title = cw_mapping_change_format (change, cw_session_get_document (session),
                                                         cw_session_get_languages (session));

      gtk_widget_set_margin_top (add_text (self, title, NULL), 6);
      add_fields (self, session, change);
    }

  if (changes->n_changes == 0)
    add_text (self, _ ("It changed no mapping."), "dim-label");
  else if (n_more > 0)
    {
      g_autofree char *more =
        /* Translators: how many mappings besides those that are listed */
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %u more mapping",
                                      "… and %u more mappings", n_more),
                         n_more);

      gtk_widget_set_margin_top (add_text (self, more, "dim-label"), 6);
    }
}

static char *
format_when (const CwHistoryStep *step)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_iso8601 (step->made, NULL);
  g_autoptr (GDateTime) local = made != NULL ? g_date_time_to_local (made) : NULL;
  g_autofree char *when =
    local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (step->made);

  /* Translators: when something was done, and who did it */
  return g_strdup_printf (_ ("%1$s, %2$s"), when,
                          *step->author != '\0' ? step->author : _ ("somebody"));
}

/**
 * cw_change_list_show_mapping:
 * @self: a list
 * @session: for the document and the label languages
 * @steps: (element-type CwHistoryStep): the steps that changed a mapping, the newest first
 * @changes: (element-type CwMappingChange): what each of them did to it
 * @more: whether there are older ones
 *
 * Shows for each step who and when, what was done, and what is other than before.
 */
void
cw_change_list_show_mapping (CwChangeList *self,
                             CwSession *session,
                             GPtrArray *steps,
                             GPtrArray *changes,
                             gboolean more)
{
  cw_change_list_clear (self);
  for (guint i = 0; i < MIN (steps->len, changes->len); i++)
    {
      const CwHistoryStep *step = g_ptr_array_index (steps, i);
      g_autofree char *when = format_when (step);
      g_autofree char *what = cw_history_step_format (step);
      GtkWidget *first = add_text (self, when, "caption");

      gtk_widget_add_css_class (first, "dim-label");
      gtk_widget_set_margin_top (first, 6);
      add_text (self, what, NULL);
      add_fields (self, session, g_ptr_array_index (changes, i));
    }

  if (changes->len == 0)
    add_text (self, _ ("It was not changed since it came into the document."), "dim-label");
  else if (more)
    add_text (self, _ ("Older changes are on the History page."), "dim-label");
}
