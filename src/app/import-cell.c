/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-cell.h"

#include "app/label-style.h"
#include "app/relation-style.h"
#include "workspace/import-words.h"

#include <glib/gi18n.h>

struct _CwImportCell
{
  GtkWidget parent_instance;

  CwImportColumn column;
  CwImportLine *line;
  gulong line_handler;
  CwImportModel *model; /* while it is bound */
  CwSession *session;

  GtkWidget *icon; /* of a state */
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (CwImportCell, cw_import_cell, GTK_TYPE_WIDGET)

/* How much is shown of what a field says, in characters; all of it is in the tooltip. */
#define MAX_LENGTH 40

static const char *const icons[CW_N_IMPORT_STATES] = {
  [CW_IMPORT_NEW] = "list-add-symbolic",
  [CW_IMPORT_SAME] = "object-select-symbolic",
  [CW_IMPORT_CHANGED] = "document-edit-symbolic",
  [CW_IMPORT_CONFLICTING] = "dialog-warning-symbolic",
  [CW_IMPORT_REPEATED] = "edit-copy-symbolic",
  [CW_IMPORT_UNKNOWN] = "dialog-question-symbolic",
};

static void
cw_import_cell_dispose (GObject *object)
{
  CwImportCell *self = CW_IMPORT_CELL (object);

  cw_import_cell_unbind (self);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_import_cell_parent_class)->dispose (object);
}

static void
cw_import_cell_class_init (CwImportCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_import_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importcell");
}

static void
cw_import_cell_init (CwImportCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

static void
set_widths (CwImportCell *self, int least, int most)
{
  gtk_label_set_width_chars (GTK_LABEL (self->label), least);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), most);
}

/**
 * cw_import_cell_new:
 * @column: what it shows
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
cw_import_cell_new (CwImportColumn column)
{
  CwImportCell *self = g_object_new (CW_TYPE_IMPORT_CELL, NULL);

  self->column = column;
  switch (column)
    {
    case CW_IMPORT_COLUMN_STATE:
      self->icon = gtk_image_new ();
      gtk_widget_insert_before (self->icon, GTK_WIDGET (self), self->label);
      gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_NONE);
      break;
    case CW_IMPORT_COLUMN_LINE:
      gtk_label_set_xalign (GTK_LABEL (self->label), 1);
      gtk_widget_set_hexpand (self->label, TRUE);
      gtk_widget_add_css_class (self->label, "numeric");
      gtk_widget_add_css_class (self->label, "dim-label");
      set_widths (self, 4, 10);
      break;
    case CW_IMPORT_COLUMN_RELATION:
      set_widths (self, 14, 20);
      break;
    case CW_IMPORT_COLUMN_REMARK:
      gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
      /* The label of a row that changes its height must not be one that is cut by GTK: such a one
       * says that it needs more width than it wants. */
      gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_NONE);
      set_widths (self, 22, 40);
      break;
    case CW_IMPORT_COLUMN_LEFT:
    case CW_IMPORT_COLUMN_RIGHT:
    default:
      set_widths (self, 10, 40);
      break;
    }

  return GTK_WIDGET (self);
}

static void
show (CwImportCell *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *text != '\0' ? text : NULL);
}

static void
show_state (CwImportCell *self)
{
  CwImportState state = cw_import_line_get_row (self->line)->state;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icons[state]);
  gtk_label_set_text (GTK_LABEL (self->label), cw_import_state_get_name (state));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), cw_import_state_get_explanation (state));
}

static void
show_line (CwImportCell *self)
{
  const CwMappingRecord *record = cw_import_line_get_row (self->line)->record;
  g_autofree char *line =
    record->line > 0 ? g_strdup_printf ("%u", record->line) : g_strdup (record->pointer);

  show (self, line != NULL ? line : "");
}

static void
show_end (CwImportCell *self, gboolean right)
{
  const CwImportRow *row = cw_import_line_get_row (self->line);
  const char *const *languages = cw_session_get_languages (self->session);
  const CwItem *item = cw_document_get_item (cw_session_get_document (self->session),
                                             right ? row->right.item_id : row->left.item_id);
  const CwLabel *label = item != NULL ? cw_item_choose_label (item, languages) : NULL;
  g_autofree char *name =
    cw_mapping_import_name_end (cw_import_line_get_import (self->line),
                                cw_import_line_get_index (self->line), right, languages);

  gtk_label_set_attributes (GTK_LABEL (self->label),
                            label != NULL ? cw_label_style_get_attributes (label->language) : NULL);
  show (self, name);
}

static void
show_relation (CwImportCell *self)
{
  const CwMappingRecord *record = cw_import_line_get_row (self->line)->record;
  gboolean absent = record->left.absent || record->right.absent;

  cw_relation_style_apply (self->label, absent ? CW_RELATION_NONE : record->values->relation);
  show (self, cw_mapping_import_get_phrase (cw_import_line_get_import (self->line),
                                            cw_import_line_get_index (self->line)));
}

/* What differs, and what is wrong. */
static char *
format_remark (CwImportCell *self, guint max_length)
{
  guint index = cw_import_line_get_index (self->line);
  const CwProblem *problem = cw_import_model_find_problem (self->model, index);
  CwMapping *mine = cw_import_line_get_mine (self->line);
  g_autofree char *difference =
    mine != NULL
      ? cw_mapping_import_format_difference (cw_import_line_get_import (self->line), index, mine,
                                             cw_session_get_languages (self->session), max_length)
      : NULL;

  if (problem == NULL)
    return difference != NULL ? g_steal_pointer (&difference) : g_strdup ("");
  if (difference == NULL)
    return g_strdup (problem->text);

  return g_strdup_printf ("%s\n%s", difference, problem->text);
}

static void
show_remark (CwImportCell *self)
{
  g_autofree char *shown = format_remark (self, MAX_LENGTH);
  g_autofree char *whole = format_remark (self, 0);

  gtk_label_set_text (GTK_LABEL (self->label), shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *whole != '\0' ? whole : NULL);
  cw_import_line_load (self->line, cw_session_get_document (self->session));
}

static void
update (CwImportCell *self)
{
  switch (self->column)
    {
    case CW_IMPORT_COLUMN_STATE:
      show_state (self);
      break;
    case CW_IMPORT_COLUMN_LINE:
      show_line (self);
      break;
    case CW_IMPORT_COLUMN_RELATION:
      show_relation (self);
      break;
    case CW_IMPORT_COLUMN_REMARK:
      show_remark (self);
      break;
    case CW_IMPORT_COLUMN_LEFT:
    case CW_IMPORT_COLUMN_RIGHT:
    default:
      show_end (self, self->column == CW_IMPORT_COLUMN_RIGHT);
      break;
    }
}

/**
 * cw_import_cell_bind:
 * @self: a cell
 * @line: what it shows
 * @model: where the line is from
 * @session: knows the languages of labels
 */
void
cw_import_cell_bind (CwImportCell *self,
                     CwImportLine *line,
                     CwImportModel *model,
                     CwSession *session)
{
  cw_import_cell_unbind (self);
  self->line = g_object_ref (line);
  self->model = g_object_ref (model);
  self->session = g_object_ref (session);
  self->line_handler = g_signal_connect_swapped (line, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * cw_import_cell_unbind:
 * @self: a cell
 */
void
cw_import_cell_unbind (CwImportCell *self)
{
  if (self->line != NULL)
    g_clear_signal_handler (&self->line_handler, self->line);
  g_clear_object (&self->line);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
}
