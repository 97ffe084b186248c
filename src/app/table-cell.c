/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-cell.h"

#include "app/label-style.h"
#include "app/relation-style.h"

struct _CwTableCell
{
  GtkWidget parent_instance;

  CwTableColumn column;
  CwMappingRow *row;
  CwSession *session;
  gulong row_handler;
  GtkWidget *text;
  GtkWidget *entry; /* NULL unless it is being edited */
};

G_DEFINE_FINAL_TYPE (CwTableCell, cw_table_cell, GTK_TYPE_WIDGET)

static void
cw_table_cell_dispose (GObject *object)
{
  CwTableCell *self = CW_TABLE_CELL (object);
  GtkWidget *child;

  cw_table_cell_unbind (self);
  /* A choice that is open hangs on the cell, too. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->entry = NULL;
  self->text = NULL;

  G_OBJECT_CLASS (cw_table_cell_parent_class)->dispose (object);
}

static void
cw_table_cell_class_init (CwTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_table_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Told when asked: setting the text of a tooltip makes GTK ask the display where the pointer is,
 * for each cell that is bound. */
static gboolean
on_query_tooltip (CwTableCell *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (self->text));

  if (text == NULL || *text == '\0')
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
cw_table_cell_init (CwTableCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->text), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), 8);
  /* The mark of what is cut off may come from a taller font; from the top on it moves nothing. */
  gtk_inscription_set_yalign (GTK_INSCRIPTION (self->text), 0);
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

/**
 * cw_table_cell_new:
 * @column: the column it stands in
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
cw_table_cell_new (CwTableColumn column)
{
  CwTableCell *self = g_object_new (CW_TYPE_TABLE_CELL, NULL);

  self->column = column;
  if (column == CW_COLUMN_CONFIDENCE)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1);
  if (column == CW_COLUMN_CONFIDENCE || column == CW_COLUMN_LEFT_CODE ||
      column == CW_COLUMN_RIGHT_CODE)
    gtk_widget_add_css_class (self->text, "numeric");

  return GTK_WIDGET (self);
}

static void
show (CwMappingRow *row, CwTableCell *self)
{
  const CwMapping *mapping = cw_mapping_row_get_mapping (row);
  const char *language;
  g_autofree char *text = NULL;

  /* A row that is read again keeps what it shows until the new content is there. */
  if (mapping == NULL)
    return;

  text = cw_table_column_format (self->column, self->session, mapping);
  language = cw_table_column_get_language (self->column, self->session, mapping);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text),
                                  language != NULL ? cw_label_style_get_attributes (language)
                                                   : NULL);
  if (self->column == CW_COLUMN_RELATION)
    cw_relation_style_apply (self->text, mapping->relation);
}

/**
 * cw_table_cell_bind:
 * @self: a cell
 * @row: the row it shows
 * @session: for the label languages
 */
void
cw_table_cell_bind (CwTableCell *self, CwMappingRow *row, CwSession *session)
{
  cw_table_cell_unbind (self);
  self->row = g_object_ref (row);
  self->session = g_object_ref (session);
  self->row_handler = g_signal_connect (row, "changed", G_CALLBACK (show), self);
  if (cw_mapping_row_get_mapping (row) == NULL)
    gtk_inscription_set_text (GTK_INSCRIPTION (self->text), "");
  show (row, self);
}

/**
 * cw_table_cell_unbind:
 * @self: a cell
 */
void
cw_table_cell_unbind (CwTableCell *self)
{
  cw_table_cell_end_edit (self);
  if (self->row == NULL)
    return;

  g_clear_signal_handler (&self->row_handler, self->row);
  g_clear_object (&self->row);
  g_clear_object (&self->session);
}

/**
 * cw_table_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row it shows
 */
CwMappingRow *
cw_table_cell_get_row (CwTableCell *self)
{
  return self->row;
}

/**
 * cw_table_cell_get_column:
 * @self: a cell
 *
 * Returns: the column it stands in
 */
CwTableColumn
cw_table_cell_get_column (CwTableCell *self)
{
  return self->column;
}

/**
 * cw_table_cell_begin_edit:
 * @self: a cell
 * @text: what stands in it
 *
 * Puts a text to type in its place, with all of it selected and the focus in it.
 */
void
cw_table_cell_begin_edit (CwTableCell *self, const char *text)
{
  g_return_if_fail (self->entry == NULL);

  /* An entry, not a bare GtkText: that is nothing to assistive technology. */
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cw_table_column_get_title (self->column), -1);
  gtk_widget_set_visible (self->text, FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * cw_table_cell_get_edited:
 * @self: a cell that is being edited
 *
 * Returns: (transfer none): what was typed
 */
const char *
cw_table_cell_get_edited (CwTableCell *self)
{
  return self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

/**
 * cw_table_cell_end_edit:
 * @self: a cell
 *
 * Shows again what the mapping has.
 */
void
cw_table_cell_end_edit (CwTableCell *self)
{
  if (self->entry == NULL)
    return;

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_visible (self->text, TRUE);
}
