/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mapping-import-dialog.h"

#include "app/import-form.h"
#include "app/import-problems.h"
#include "app/import-table.h"
#include "workspace/import-words.h"

#include <glib/gi18n.h>

/* How long it waits after a change whether another follows, in milliseconds. */
#define DELAY 200

struct _CwMappingImportDialog
{
  AdwWindow parent_instance;

  CwSession *session;
  CwImportSetup *setup;
  CwImportPreview *preview;  /* NULL until the file was read */
  GCancellable *cancellable; /* while it is being read */
  guint delay_id;
  gboolean importing;

  GtkWidget *title;
  GtkWidget *import_button;
  GtkWidget *spinner;
  GtkWidget *form;
  GtkWidget *pages;
  GtkWidget *table;
  GtkStackPage *problems_page;
  GtkWidget *problems;
  GtkWidget *outcome;
};

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwMappingImportDialog, cw_mapping_import_dialog, ADW_TYPE_WINDOW)

/**
 * cw_mapping_import_dialog_is_reading:
 * @self: a dialog
 *
 * Returns: whether what it shows is about to change
 */
gboolean
cw_mapping_import_dialog_is_reading (CwMappingImportDialog *self)
{
  return self->delay_id != 0 || self->cancellable != NULL;
}

static gboolean
breaks_specification (CwMappingImport *import)
{
  GPtrArray *problems = cw_mapping_import_get_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      if (((CwProblem *) g_ptr_array_index (problems, i))->severity == CW_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_refused (CwMappingImportDialog *self)
{
  return self->setup->manner == CW_READ_STRICT && breaks_specification (self->preview->import);
}

/* What will come of it, and whether anything will. */
static void
update_outcome (CwMappingImportDialog *self)
{
  gboolean readable = self->preview != NULL && self->preview->error == NULL;
  gboolean refused = readable && is_refused (self);
  gboolean wanted =
    readable && !refused && cw_mapping_import_count_wanted (self->preview->import) > 0;
  g_autofree char *words = NULL;

  if (refused)
    words = g_strdup (_ ("Something breaks the file’s specification, and nothing can be imported "
                         "strictly."));
  else if (readable)
    words = cw_mapping_import_format_outcome (self->preview->import);
  else
    words = g_strdup (self->preview != NULL ? _ ("Nothing can be imported.") : "");

  gtk_label_set_text (GTK_LABEL (self->outcome), words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.do",
                                 wanted && !self->importing &&
                                   !cw_mapping_import_dialog_is_reading (self));
}

static void
update_busy (CwMappingImportDialog *self)
{
  gboolean reading = cw_mapping_import_dialog_is_reading (self);

  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), reading || self->importing);
  gtk_widget_set_sensitive (self->pages, !self->importing);
  gtk_widget_set_sensitive (self->form, !self->importing);
  update_outcome (self);
}

static void
show_problems (CwMappingImportDialog *self)
{
  guint n_problems = cw_mapping_import_get_problems (self->preview->import)->len;
  /* Translators: the name of a page; %u is how many problems a file has */
  g_autofree char *title = g_strdup_printf (_ ("Problems (%u)"), n_problems);

  cw_import_problems_show (CW_IMPORT_PROBLEMS (self->problems), self->preview->import);
  gtk_stack_page_set_title (self->problems_page, title);
}

static void
show_rows (CwMappingImportDialog *self)
{
  CwImportTable *table = CW_IMPORT_TABLE (self->table);

  if (self->preview->error != NULL)
    cw_import_table_show_message (table, "dialog-warning-symbolic",
                                  _ ("The file cannot be read like this"),
                                  self->preview->error->message);
  else if (cw_mapping_import_get_n_rows (self->preview->import) == 0)
    cw_import_table_show_message (table, "edit-find-symbolic", _ ("No mappings"),
                                  _ ("No row of it is a mapping. Say on the left how it is to be "
                                     "read, or see the problems."));
  else
    cw_import_table_show (table, self->preview->import);
}

static void
take_preview (CwMappingImportDialog *self, CwImportPreview *preview)
{
  if (self->preview != NULL && self->preview->error == NULL && preview->error == NULL)
    cw_mapping_import_copy_choices (preview->import, self->preview->import);
  cw_import_preview_free (self->preview);
  self->preview = preview;
  cw_import_form_show (CW_IMPORT_FORM (self->form), preview);
  show_rows (self);
  show_problems (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwMappingImportDialog) self = user_data;
  CwImportPreview *preview = cw_document_preview_import_finish (CW_DOCUMENT (source), result, NULL);

  /* It was cancelled: it is being read another way, or the dialog is gone. */
  if (preview == NULL)
    return;
  if (self->session == NULL)
    {
      cw_import_preview_free (preview);
      return;
    }

  g_clear_object (&self->cancellable);
  take_preview (self, preview);
  update_busy (self);
}

static gboolean
read_now (gpointer user_data)
{
  CwMappingImportDialog *self = user_data;

  self->delay_id = 0;
  self->cancellable = g_cancellable_new ();
  cw_document_preview_import_async (cw_session_get_document (self->session), self->setup,
                                    self->cancellable, on_read, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
stop_reading (CwMappingImportDialog *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_form_changed (CwMappingImportDialog *self)
{
  stop_reading (self);
  self->delay_id = g_timeout_add (DELAY, read_now, self);
  update_busy (self);
}

/* Somebody else edits the document meanwhile; our own import is on its way out. */
static void
on_document_changed (CwMappingImportDialog *self)
{
  if (!self->importing)
    on_form_changed (self);
}

static void
on_lists_changed (CwMappingImportDialog *self)
{
  if (self->importing)
    return;

  cw_import_form_update_lists (CW_IMPORT_FORM (self->form));
  on_form_changed (self);
}

static void
on_problem_activated (CwMappingImportDialog *self, CwProblemLine *line)
{
  if (!cw_import_table_go_to (CW_IMPORT_TABLE (self->table), cw_problem_line_get_problem (line)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "mappings");
  cw_import_table_go_to (CW_IMPORT_TABLE (self->table), cw_problem_line_get_problem (line));
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwMappingImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  if (self->session == NULL)
    return;

  self->importing = FALSE;
  if (ids == NULL)
    {
      /* What is compared may be outdated: it is compared again, and the reason stays to be read. */
      cw_session_fail (self->session, error->message);
      on_form_changed (self);
      return;
    }

  g_signal_emit (self, signals[IMPORTED], 0,
                 cw_mapping_import_count_wanted (self->preview->import));
  gtk_window_close (GTK_WINDOW (self));
}

static void
import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwMappingImportDialog *self = CW_MAPPING_IMPORT_DIALOG (widget);
  CwEdit *edit = cw_edit_new_import (self->preview->import);

  self->importing = TRUE;
  update_busy (self);
  cw_document_apply_async (cw_session_get_document (self->session), edit, on_imported,
                           g_object_ref (self));
}

static void
cw_mapping_import_dialog_dispose (GObject *object)
{
  CwMappingImportDialog *self = CW_MAPPING_IMPORT_DIALOG (object);

  stop_reading (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (cw_session_get_document (self->session), self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cw_mapping_import_dialog_parent_class)->dispose (object);
}

static void
cw_mapping_import_dialog_finalize (GObject *object)
{
  CwMappingImportDialog *self = CW_MAPPING_IMPORT_DIALOG (object);

  cw_import_preview_free (self->preview);
  cw_import_setup_free (self->setup);

  G_OBJECT_CLASS (cw_mapping_import_dialog_parent_class)->finalize (object);
}

static void
cw_mapping_import_dialog_class_init (CwMappingImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_mapping_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_mapping_import_dialog_finalize;

  /**
   * CwMappingImportDialog::imported:
   * @self: the dialog
   * @n_mappings: how many mappings the document took
   */
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (CW_TYPE_IMPORT_FORM);
  g_type_ensure (CW_TYPE_IMPORT_PROBLEMS);
  g_type_ensure (CW_TYPE_IMPORT_TABLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/mapping-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, problems_page);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, CwMappingImportDialog, outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_activated);
  gtk_widget_class_install_action (widget_class, "import.do", NULL, import);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_mapping_import_dialog_init (CwMappingImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
connect_document (CwMappingImportDialog *self, CwDocument *document)
{
  g_signal_connect_swapped (document, "mappings-changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (document, "lists-changed", G_CALLBACK (on_lists_changed), self);
}

static void
show_name (CwMappingImportDialog *self)
{
  g_autofree char *base =
    self->setup->file != NULL ? g_file_get_basename (self->setup->file) : NULL;
  g_autofree char *name =
    base != NULL ? g_filename_display_name (base) : g_strdup (self->setup->name);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), name);
}

/**
 * cw_mapping_import_dialog_new:
 * @session: what the window looks at; the mappings go into the coding that it shows
 * @setup: (transfer full): what is to be imported
 *
 * Returns: (transfer floating): a dialog, which begins to read
 */
GtkWidget *
cw_mapping_import_dialog_new (CwSession *session, CwImportSetup *setup)
{
  CwMappingImportDialog *self = g_object_new (CW_TYPE_MAPPING_IMPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->setup = setup;
  setup->coding_id = cw_session_get_coding (session);
  show_name (self);
  cw_import_table_set_session (CW_IMPORT_TABLE (self->table), session);
  cw_import_table_show_message (CW_IMPORT_TABLE (self->table), NULL, _ ("Reading…"), NULL);
  cw_import_form_begin (CW_IMPORT_FORM (self->form), session, setup);
  g_signal_connect_object (cw_import_table_get_model (CW_IMPORT_TABLE (self->table)), "decided",
                           G_CALLBACK (update_outcome), self, G_CONNECT_SWAPPED);
  connect_document (self, cw_session_get_document (session));
  read_now (self);
  update_busy (self);

  return GTK_WIDGET (self);
}
