/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-correction.h"

#include "workspace/item-counts.h"

#include <glib/gi18n.h>

struct _CwListCorrection
{
  AdwWindow parent_instance;

  CwSession *session;
  gint64 list_id;
  CwEdit *take[2]; /* letting unused items go only, or all that are gone */
  CwEdit *decline;

  GtkWidget *box;
  GtkWidget *keep_check;
};

G_DEFINE_FINAL_TYPE (CwListCorrection, cw_list_correction, ADW_TYPE_WINDOW)

static void
take (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListCorrection *self = CW_LIST_CORRECTION (widget);
  gboolean keep = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->keep_check));

  cw_session_apply (self->session, g_steal_pointer (&self->take[keep ? 1 : 0]));
  gtk_window_close (GTK_WINDOW (self));
}

static void
decline (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwListCorrection *self = CW_LIST_CORRECTION (widget);

  cw_session_apply (self->session, g_steal_pointer (&self->decline));
  gtk_window_close (GTK_WINDOW (self));
}

static void
cw_list_correction_finalize (GObject *object)
{
  CwListCorrection *self = CW_LIST_CORRECTION (object);

  g_clear_object (&self->session);
  cw_edit_free (self->take[0]);
  cw_edit_free (self->take[1]);
  cw_edit_free (self->decline);

  G_OBJECT_CLASS (cw_list_correction_parent_class)->finalize (object);
}

static void
cw_list_correction_class_init (CwListCorrectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_list_correction_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/list-correction.ui");
  gtk_widget_class_bind_template_child (widget_class, CwListCorrection, box);
  gtk_widget_class_bind_template_child (widget_class, CwListCorrection, keep_check);
  gtk_widget_class_install_action (widget_class, "correction.take", NULL, take);
  gtk_widget_class_install_action (widget_class, "correction.decline", NULL, decline);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_list_correction_init (CwListCorrection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_text (CwListCorrection *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (g_strcmp0 (css_class, "heading") == 0)
    gtk_widget_set_margin_top (label, 9);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_lines (CwListCorrection *self, const char *title, GPtrArray *lines)
{
  if (lines->len == 0)
    return;

  add_text (self, title, "heading");
  for (guint i = 0; i < lines->len; i++)
    add_text (self, g_ptr_array_index (lines, i), NULL);
}

static void
add_counts (CwListCorrection *self, const CwCorrection *correction)
{
  g_autofree char *moved =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item stands elsewhere",
                                  "%u items stand elsewhere", correction->n_moved),
                     correction->n_moved);
  g_autofree char *other = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u item differs in whether it was checked, its group or its figures",
                 "%u items differ in whether they were checked, their group or their figures",
                 correction->n_other),
    correction->n_other);

  if (correction->n_moved + correction->n_other == 0 && !correction->card_changed)
    return;

  add_text (self, _ ("Other changes"), "heading");
  if (correction->n_moved > 0)
    add_text (self, moved, NULL);
  if (correction->n_other > 0)
    add_text (self, other, NULL);
  if (correction->card_changed)
    add_text (self, _ ("The list’s card says something else"), NULL);
}

static void
on_gone_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwListCorrection) self = user_data;
  CwMappingCounts counts;
  g_autofree char *text = NULL;

  if (!cw_document_count_mappings_finish (CW_DOCUMENT (source), result, &counts, NULL))
    return;

  text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "Keep the items that are gone if something is said of them (%u mapping). "
                 "Otherwise that is deleted.",
                 "Keep the items that are gone if something is said of them (%u "
                 "mappings). Otherwise that is deleted.",
                 counts.n_mappings),
    counts.n_mappings);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->keep_check), text);
}

static void
on_relabelled_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwListCorrection) self = user_data;
  CwMappingCounts counts;
  g_autofree char *text = NULL;

  if (!cw_document_count_mappings_finish (CW_DOCUMENT (source), result, &counts, NULL) ||
      counts.n_mappings == 0)
    return;

  text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "%u mapping names an item that is worded otherwise. It stays.",
                                  "%u mappings name items that are worded otherwise. They stay.",
                                  counts.n_mappings),
                     counts.n_mappings);
  add_text (self, text, "dim-label");
}

static GPtrArray *
get_items (CwListCorrection *self, GArray *ids)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const CwItem *item = cw_document_get_item (cw_session_get_document (self->session),
                                                 g_array_index (ids, gint64, i));

      if (item != NULL)
        g_ptr_array_add (items, (gpointer) item);
    }

  return items;
}

/**
 * cw_list_correction_new:
 * @session: whose document it changes
 * @list: a list that came with the program
 * @correction: its correction
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_list_correction_new (CwSession *session, CwList *list, const CwCorrection *correction)
{
  CwListCorrection *self = g_object_new (CW_TYPE_LIST_CORRECTION, NULL);
  CwDocument *document = cw_session_get_document (session);
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) relabelled = NULL;
  g_autofree char *intro = NULL;

  self->session = g_object_ref (session);
  self->list_id = cw_list_get_id (list);
  self->take[0] = cw_edit_new_correction (list, correction, FALSE);
  self->take[1] = cw_edit_new_correction (list, correction, TRUE);
  self->decline = cw_edit_new_decline (list, correction);

  /* Translators: %s is the title of a list */
  intro =
    g_strdup_printf (_ ("The program ships “%s” with these changes. Your labels and notes, and "
                        "what is said of items that are still there, stay."),
                     cw_list_get_short_title (list, cw_session_get_languages (session)));
  add_text (self, intro, NULL);
  add_lines (self, _ ("New items"), correction->added);
  add_lines (self, _ ("Items that are gone"), correction->gone);
  add_lines (self, _ ("Other wording"), correction->relabelled);
  add_counts (self, correction);

  gone = get_items (self, correction->gone_ids);
  relabelled = get_items (self, correction->relabelled_ids);
  gtk_widget_set_visible (self->keep_check, gone->len > 0);
  if (gone->len > 0)
    cw_document_count_mappings_async (document, gone, NULL, on_gone_counted, g_object_ref (self));
  if (relabelled->len > 0)
    cw_document_count_mappings_async (document, relabelled, NULL, on_relabelled_counted,
                                      g_object_ref (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "correction.take",
                                 !cw_document_is_read_only (document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "correction.decline",
                                 !cw_document_is_read_only (document));

  return GTK_WIDGET (self);
}
