/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/checks-page.h"

#include "app/finding-cell.h"
#include "app/mark-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How long it waits after an edit whether another follows, in milliseconds. */
#define DELAY 250

struct _CwChecksPage
{
  GtkWidget parent_instance;

  CwSession *session;
  CwFindingModel *model;
  GtkSingleSelection *selection;
  GCancellable *cancellable; /* while it is being checked */
  guint delay_id;
  gboolean wants_focus; /* as soon as there are lines */
  gboolean outdated;    /* something was edited since the last report */

  GtkWidget *summary;
  GtkWidget *stack;
  GtkWidget *view;
};

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwChecksPage, cw_checks_page, GTK_TYPE_WIDGET)

static CwFindingRow *
get_row (CwChecksPage *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
update_actions (CwChecksPage *self)
{
  CwFindingRow *row = get_row (self);
  const CwFinding *finding = row != NULL ? cw_finding_row_get_finding (row) : NULL;
  gboolean writable = !cw_document_is_read_only (cw_session_get_document (self->session));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checks.go", finding != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checks.mark",
                                 writable && finding != NULL && finding->mark == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checks.unmark",
                                 writable && finding != NULL && finding->mark != NULL);
}

static void
go (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwFindingRow *row = get_row (CW_CHECKS_PAGE (widget));
  const CwLink *link = row != NULL ? cw_finding_row_get_link (row) : NULL;

  if (link != NULL)
    gtk_widget_activate_action (widget, "win.show-mapping", "x", link->id);
}

/* A finding that is being marked, while its reason is asked for. */
typedef struct
{
  CwChecksPage *page;
  CwFindingRow *row;
} Marking;

static void
marking_free (gpointer data, GClosure *closure)
{
  Marking *marking = data;

  g_object_unref (marking->page);
  g_object_unref (marking->row);
  g_free (marking);
}

static void
on_reason_given (CwMarkDialog *dialog, const char *reason, Marking *marking)
{
  CwSession *session = marking->page->session;

  cw_session_apply (session, cw_edit_new_mark_finding (cw_finding_row_get_finding (marking->row),
                                                       cw_session_get_document (session), reason));
}

static void
mark (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwChecksPage *self = CW_CHECKS_PAGE (widget);
  CwFindingRow *row = get_row (self);
  Marking *marking = g_new0 (Marking, 1);
  g_autofree char *sentence =
    cw_finding_format (cw_finding_row_get_finding (row), cw_session_get_document (self->session),
                       cw_session_get_languages (self->session));
  GtkWidget *dialog = cw_mark_dialog_new (sentence);

  marking->page = g_object_ref (self);
  marking->row = g_object_ref (row);
  g_signal_connect_data (dialog, "reason-given", G_CALLBACK (on_reason_given), marking,
                         marking_free, 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unmark (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwChecksPage *self = CW_CHECKS_PAGE (widget);

  cw_session_apply (self->session,
                    cw_edit_new_unmark_finding (cw_finding_row_get_finding (get_row (self)),
                                                cw_session_get_document (self->session)));
}

static void
on_activated (CwChecksPage *self, guint position)
{
  g_autoptr (CwFindingRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (cw_finding_row_get_kind (row) == CW_FINDING_ROW_HEADING)
    cw_finding_model_toggle (self->model, cw_finding_row_get_group (row));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-mapping", "x",
                                cw_finding_row_get_link (row)->id);
}

static char *
format_summary (CwCheckReport *report)
{
  guint n_rules = cw_check_report_count_rules (report);

  if (n_rules == 0)
    return g_strdup_printf (_ ("%u checks, nothing found"), CW_N_CHECK_RULES);

  /* Translators: %1$u is how many checks there are, %2$u how many of them found something */
  return g_strdup_printf (_ ("%1$u checks, %2$u with findings"), CW_N_CHECK_RULES, n_rules);
}

static void
show_report (CwChecksPage *self, CwCheckReport *report)
{
  g_autofree char *summary = format_summary (report);

  cw_finding_model_set_report (self->model, report);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_widget_set_tooltip_text (self->summary, report->not_compared);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    report->findings->len > 0 ? "findings" : "nothing");
  update_actions (self);
  g_signal_emit (self, signals[COUNTED], 0, report->n_open);
  if (self->wants_focus && gtk_widget_get_mapped (self->view))
    gtk_widget_grab_focus (self->view);
  self->wants_focus = FALSE;
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwChecksPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCheckReport) report =
    cw_document_run_checks_finish (CW_DOCUMENT (source), result, &error);

  if (report != NULL && self->session != NULL)
    show_report (self, report);
  else if (report == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    cw_session_fail (self->session, error->message);
}

static void
check (CwChecksPage *self)
{
  self->outdated = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cw_document_run_checks_async (cw_session_get_document (self->session), self->cancellable,
                                on_checked, g_object_ref (self));
}

static gboolean
check_after_delay (gpointer user_data)
{
  CwChecksPage *self = user_data;

  self->delay_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    check (self);

  return G_SOURCE_REMOVE;
}

/* A report is soon outdated by an edit; nobody pays for one that is not looked at. */
static void
on_edited (CwChecksPage *self)
{
  self->outdated = TRUE;
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->delay_id = g_timeout_add (DELAY, check_after_delay, self);
  else
    g_signal_emit (self, signals[COUNTED], 0, 0);
}

static void
on_map (CwChecksPage *self)
{
  if (self->session == NULL || !self->outdated)
    return;

  if (gtk_list_view_get_model (GTK_LIST_VIEW (self->view)) == NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  check (self);
}

static void
on_languages_changed (CwChecksPage *self)
{
  cw_finding_model_refresh (self->model);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, CwChecksPage *self)
{
  gtk_list_item_set_child (item, g_object_new (CW_TYPE_FINDING_CELL, NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, CwChecksPage *self)
{
  cw_finding_cell_bind (CW_FINDING_CELL (gtk_list_item_get_child (item)),
                        gtk_list_item_get_item (item), self->session);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, CwChecksPage *self)
{
  cw_finding_cell_unbind (CW_FINDING_CELL (gtk_list_item_get_child (item)));
}

/* There may be no lines yet that could take it. */
static gboolean
cw_checks_page_grab_focus (GtkWidget *widget)
{
  CwChecksPage *self = CW_CHECKS_PAGE (widget);

  self->wants_focus = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  return gtk_widget_grab_focus (self->view);
}

static void
cw_checks_page_dispose (GObject *object)
{
  CwChecksPage *self = CW_CHECKS_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
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

  G_OBJECT_CLASS (cw_checks_page_parent_class)->dispose (object);
}

static void
cw_checks_page_class_init (CwChecksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_checks_page_dispose;
  widget_class->grab_focus = cw_checks_page_grab_focus;

  /**
   * CwChecksPage::counted:
   * @self: the page
   * @n_open: how many findings are not intended; 0 also while that is not known
   */
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CwChecksPage, summary);
  gtk_widget_class_bind_template_child (widget_class, CwChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CwChecksPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "checks.go", NULL, go);
  gtk_widget_class_install_action (widget_class, "checks.mark", NULL, mark);
  gtk_widget_class_install_action (widget_class, "checks.unmark", NULL, unmark);
}

static void
cw_checks_page_init (CwChecksPage *self)
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
 * cw_checks_page_set_session:
 * @self: a page
 * @session: whose document it checks
 */
void
cw_checks_page_set_session (CwChecksPage *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->model = cw_finding_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_actions),
                           self, G_CONNECT_SWAPPED);
  /* Every edit, also one of marks only, sets the steps anew. */
  g_signal_connect_swapped (cw_session_get_document (session), "notify::undo-step",
                            G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (on_languages_changed), self);
  update_actions (self);
}

/**
 * cw_checks_page_get_model:
 * @self: a page
 *
 * Returns: (transfer none): its lines
 */
CwFindingModel *
cw_checks_page_get_model (CwChecksPage *self)
{
  return self->model;
}

/**
 * cw_checks_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the list
 */
GtkWidget *
cw_checks_page_get_view (CwChecksPage *self)
{
  return self->view;
}
