/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/codings-page-private.h"

#include "app/settle-dialog.h"
#include "workspace/blind.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CwCodingsPage, cw_codings_page, GTK_TYPE_WIDGET)

enum
{
  FILTER_ALL,
  FILTER_OPEN,
};

static gboolean
shows_only_open (CwCodingsPage *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter_menu)) == FILTER_OPEN;
}

static void
update_count (CwCodingsPage *self)
{
  guint n_rows = self->report->rows->len;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->disagreements));
  g_autofree char *all = g_strdup_printf (
    /* Translators: pairs of items on which two codings differ */
    g_dngettext (GETTEXT_PACKAGE, "%u disagreement", "%u disagreements", n_rows), n_rows);
  g_autofree char *text =
    /* Translators: %1$s is such as “12 disagreements”, %2$u how many of them are not settled */
    g_strdup_printf (_ ("%1$s, %2$u open"), all, self->report->n_open);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->view_stack), n_shown > 0   ? "rows"
                                                                  : n_rows == 0 ? "alike"
                                                                                : "settled");
}

/* Links between lists that only one of the two has judged cannot be compared. */
static void
update_alone (CwCodingsPage *self)
{
  const CwCodingComparison *comparison = self->report->comparison;
  guint n_alone = comparison->n_alone[0] + comparison->n_alone[1];
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u link is left out, since it is between lists that only one of the two judged.",
                 "%u links are left out, since they are between lists that only one of the two "
                 "judged.",
                 n_alone),
    n_alone);

  gtk_label_set_text (GTK_LABEL (self->alone), text);
  gtk_widget_set_visible (self->alone, n_alone > 0);
}

static void
show_agreements (CwCodingsPage *self)
{
  GArray *found = self->report->comparison->agreements;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, cw_agreement_row_new (&g_array_index (found, CwAgreement, i)));
  g_list_store_splice (self->agreements, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->agreements)), rows->pdata,
                       rows->len);
}

static void
show_report (CwCodingsPage *self)
{
  const char *names[2];

  if (self->report == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      CwCoding *coding = cw_coding_find (self->choices, self->chosen[i]);

      names[i] = coding != NULL ? coding->name : "";
    }
  _cw_codings_page_name_columns (self, names);
  show_agreements (self);
  cw_disagreement_update (self->disagreements, self->report->rows, shows_only_open (self));
  update_alone (self);
  update_count (self);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwCodingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  CwCodingReport *report =
    cw_document_compare_codings_finish (CW_DOCUMENT (source), result, &error);

  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->session != NULL)
        cw_session_fail (self->session, error->message);
      return;
    }

  cw_coding_report_free (self->report);
  self->report = report;
  show_report (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "report");
  if (self->wants_focus)
    gtk_widget_grab_focus (self->view);
  self->wants_focus = FALSE;
}

/* What must not be seen is not kept either. */
static void
forget (CwCodingsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, cw_coding_report_free);
  g_list_store_remove_all (self->agreements);
  g_list_store_remove_all (self->disagreements);
}

static void
compare (CwCodingsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cw_document_compare_codings_async (cw_session_get_document (self->session), self->chosen[0],
                                     self->chosen[1], self->cancellable, on_compared,
                                     g_object_ref (self));
}

static void
collect_choices (CwCodingsPage *self)
{
  GPtrArray *codings = cw_document_get_codings (cw_session_get_document (self->session));

  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < codings->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (codings, i);

      if (coding->done)
        g_ptr_array_add (self->choices, cw_coding_ref (coding));
    }
}

static gint64
get_choice (CwCodingsPage *self, guint position)
{
  return ((CwCoding *) g_ptr_array_index (self->choices, position))->id;
}

/* What was chosen stays; at first it is the last two. */
static void
keep_choice (CwCodingsPage *self)
{
  for (guint i = 0; i < 2; i++)
    {
      gint64 other = self->chosen[1 - i];

      if (cw_coding_find (self->choices, self->chosen[i]) != NULL)
        continue;
      self->chosen[i] = get_choice (self, self->choices->len - 2 + i);
      if (self->chosen[i] == other)
        self->chosen[i] = get_choice (self, self->choices->len - 1 - i);
    }
}

static gboolean
offers_choices (CwCodingsPage *self, GtkDropDown *menu)
{
  GListModel *names = gtk_drop_down_get_model (menu);

  if (names == NULL || g_list_model_get_n_items (names) != self->choices->len)
    return FALSE;

  for (guint i = 0; i < self->choices->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (self->choices, i);

      if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), coding->name))
        return FALSE;
    }

  return TRUE;
}

/* A menu that offers the same as before is left alone: it may be the one that is being used. */
static void
fill_menu (CwCodingsPage *self, GtkDropDown *menu)
{
  g_autoptr (GtkStringList) names = NULL;

  if (offers_choices (self, menu))
    return;

  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_append (names, ((CwCoding *) g_ptr_array_index (self->choices, i))->name);
  gtk_drop_down_set_model (menu, G_LIST_MODEL (names));
}

static void
fill_menus (CwCodingsPage *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      GtkDropDown *menu = GTK_DROP_DOWN (self->coding_menus[i]);

      fill_menu (self, menu);
      for (guint j = 0; j < self->choices->len; j++)
        {
          if (get_choice (self, j) == self->chosen[i])
            gtk_drop_down_set_selected (menu, j);
        }
    }
  self->filling = FALSE;
}

static void
show_blind (CwCodingsPage *self, const CwCoding *unfinished)
{
  g_autofree char *escaped = g_markup_escape_text (unfinished->name, -1);
  g_autofree char *description = g_strdup_printf (
    /* Translators: %s is the name of a coding */
    _ ("You have begun “%s”. How far codings agree is shown once you are done, so that your "
       "judgement is your own."),
    escaped);

  forget (self);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->blind_page), description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "blind");
}

/* Nothing is read as long as nobody looks. */
static void
reload (CwCodingsPage *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  CwCoding *unfinished =
    cw_blind_get_unfinished (cw_document_get_codings (document), cw_document_get_author (document));

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (unfinished != NULL)
    {
      show_blind (self, unfinished);
      return;
    }
  if (self->stale)
    return;

  collect_choices (self);
  if (self->choices->len < 2)
    {
      forget (self);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "few");
      return;
    }

  keep_choice (self);
  fill_menus (self);
  compare (self);
}

static void
on_map (CwCodingsPage *self)
{
  if (self->session != NULL && self->stale)
    reload (self);
}

/* A coding is not compared with itself: the other menu takes what this one had. */
static void
on_coding_selected (CwCodingsPage *self, guint i)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->coding_menus[i]));
  gint64 id;

  if (self->filling || position >= self->choices->len)
    return;

  id = get_choice (self, position);
  if (id == self->chosen[i])
    return;
  if (id == self->chosen[1 - i])
    self->chosen[1 - i] = self->chosen[i];
  self->chosen[i] = id;
  fill_menus (self);
  compare (self);
}

static void
on_first_selected (CwCodingsPage *self)
{
  on_coding_selected (self, 0);
}

static void
on_second_selected (CwCodingsPage *self)
{
  on_coding_selected (self, 1);
}

static void
on_filter_selected (CwCodingsPage *self)
{
  if (self->report == NULL)
    return;

  cw_disagreement_update (self->disagreements, self->report->rows, shows_only_open (self));
  update_count (self);
}

static void
on_settled (CwSettleDialog *dialog, CwMapping *agreed, const char *reason, CwCodingsPage *self)
{
  CwDisagreementRow *row = g_object_get_data (G_OBJECT (dialog), "row");

  cw_session_apply (self->session,
                    cw_edit_new_settle (cw_disagreement_row_get_left (row),
                                        cw_disagreement_row_get_right (row), agreed, reason));
}

/* Returns: the dialog, or NULL where there is nothing to settle or it must not be */
static CwSettleDialog *
ask (CwCodingsPage *self)
{
  CwDisagreementRow *row = gtk_single_selection_get_selected_item (self->selection);
  CwCoding *first = cw_coding_find (self->choices, self->chosen[0]);
  CwCoding *second = cw_coding_find (self->choices, self->chosen[1]);
  GtkWidget *dialog;

  if (row == NULL || first == NULL || second == NULL)
    {
      cw_session_fail (self->session, _ ("Select a disagreement to settle"));
      return NULL;
    }
  if (cw_document_is_read_only (cw_session_get_document (self->session)))
    {
      cw_session_fail (self->session, _ ("The document is open read-only"));
      return NULL;
    }

  dialog = cw_settle_dialog_new (self->session, row, first->name, second->name);
  g_object_set_data_full (G_OBJECT (dialog), "row", g_object_ref (row), g_object_unref);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "settled", G_CALLBACK (on_settled), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return CW_SETTLE_DIALOG (dialog);
}

static void
settle (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask (CW_CODINGS_PAGE (widget));
}

static void
settle_as (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *choice = g_variant_get_string (parameter, NULL);
  CwSettleDialog *dialog = ask (CW_CODINGS_PAGE (widget));
  CwRelation relation;

  if (dialog == NULL)
    return;

  if (g_str_equal (choice, "first") || g_str_equal (choice, "second"))
    cw_settle_dialog_choose_coding (dialog, g_str_equal (choice, "second"));
  else if (cw_relation_from_key (choice, &relation))
    cw_settle_dialog_choose_relation (dialog, relation);
}

/* The keys of the window act on what is selected on the two sides, which nobody sees from here. */
static gboolean
swallow (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return GDK_EVENT_STOP;
}

static void
on_row_activated (CwCodingsPage *self)
{
  ask (self);
}

static void
cw_codings_page_dispose (GObject *object)
{
  CwCodingsPage *self = CW_CODINGS_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (cw_session_get_document (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->agreements);
  g_clear_object (&self->disagreements);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cw_codings_page_parent_class)->dispose (object);
}

static void
cw_codings_page_finalize (GObject *object)
{
  CwCodingsPage *self = CW_CODINGS_PAGE (object);

  cw_coding_report_free (self->report);
  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (cw_codings_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gssize menus = G_STRUCT_OFFSET (CwCodingsPage, coding_menus);

  gtk_widget_class_bind_template_child_full (widget_class, "first_menu", FALSE, menus);
  gtk_widget_class_bind_template_child_full (widget_class, "second_menu", FALSE,
                                             menus + (gssize) sizeof (GtkWidget *));
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, blind_page);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, few_page);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, agreement_view);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, alone);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, count);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, view);
  gtk_widget_class_bind_template_child (widget_class, CwCodingsPage, view_stack);
  gtk_widget_class_bind_template_callback (widget_class, on_first_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_second_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *choice;
  } keys[] = {
    { GDK_KEY_a, "first" },   { GDK_KEY_b, "second" },  { GDK_KEY_1, "exact" },
    { GDK_KEY_2, "close" },   { GDK_KEY_3, "broad" },   { GDK_KEY_4, "narrow" },
    { GDK_KEY_5, "overlap" }, { GDK_KEY_6, "related" }, { GDK_KEY_0, "none" },
  };

  gtk_widget_class_install_action (widget_class, "codings.settle", NULL, settle);
  gtk_widget_class_install_action (widget_class, "codings.settle-as", "s", settle_as);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "codings.settle-as", "s",
                                         keys[i].choice);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, swallow, NULL);
}

static void
cw_codings_page_class_init (CwCodingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_codings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_codings_page_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/codings-page.ui");
  bind_children (widget_class);
  install_keys (widget_class);
}

static void
cw_codings_page_init (CwCodingsPage *self)
{
  g_autoptr (GtkNoSelection) none = NULL;

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_coding_unref);
  self->agreements = g_list_store_new (CW_TYPE_AGREEMENT_ROW);
  self->disagreements = g_list_store_new (CW_TYPE_DISAGREEMENT_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->disagreements)));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);

  none = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->agreements)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->agreement_view), GTK_SELECTION_MODEL (none));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  _cw_codings_page_setup_columns (self);
}

/**
 * cw_codings_page_set_session:
 * @self: a page
 * @session: whose codings it compares
 */
void
cw_codings_page_set_session (CwCodingsPage *self, CwSession *session)
{
  CwDocument *document = cw_session_get_document (session);

  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (document, "mappings-changed", G_CALLBACK (reload), self);
  g_signal_connect_swapped (document, "lists-changed", G_CALLBACK (reload), self);
  /* This follows codings-changed, and changes of the author too. */
  g_signal_connect_swapped (session, "coding-changed", G_CALLBACK (reload), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (show_report), self);
  reload (self);
}

/**
 * cw_codings_page_focus:
 * @self: a page
 *
 * Moves the focus to the disagreements, once they are there.
 */
void
cw_codings_page_focus (CwCodingsPage *self)
{
  self->wants_focus = self->report == NULL;
  if (!self->wants_focus)
    gtk_widget_grab_focus (self->view);
}

/**
 * cw_codings_page_get_agreements:
 * @self: a page
 *
 * Returns: (transfer none): the rows of the upper table, #CwAgreementRow
 */
GListModel *
cw_codings_page_get_agreements (CwCodingsPage *self)
{
  return G_LIST_MODEL (self->agreements);
}

/**
 * cw_codings_page_get_disagreements:
 * @self: a page
 *
 * Returns: (transfer none): the rows of the lower table, #CwDisagreementRow
 */
GListModel *
cw_codings_page_get_disagreements (CwCodingsPage *self)
{
  return G_LIST_MODEL (self->disagreements);
}

/**
 * cw_codings_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the lower table
 */
GtkWidget *
cw_codings_page_get_view (CwCodingsPage *self)
{
  return self->view;
}
