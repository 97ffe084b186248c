/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-page-private.h"

#include "app/table-cell.h"
#include "app/table-choice.h"

#include <glib/gi18n.h>
#include <string.h>

/* Editing in the cells of the table, as in a spreadsheet. The row that has the focus has a cursor
 * in one of its cells; Left and Right move it, Enter or F2 opens the cell, Enter or Tab writes what
 * was typed, Escape leaves it as it was. */

/* Pixels of a cell beside what stands in it. */
#define MARGIN 8

typedef enum
{
  EDIT_NOTHING,
  EDIT_CHOICE,
  EDIT_CONFIDENCE,
  EDIT_TEXT,
} EditKind;

static const struct
{
  EditKind kind;
  CwStepKind step;
  CwMappingFields field;
  gsize offset; /* of a text */
} facts[CW_N_COLUMNS] = {
  [CW_COLUMN_RELATION] = { EDIT_CHOICE, CW_STEP_RELATE, CW_MAPPING_RELATION, 0 },
  [CW_COLUMN_REASON] = { EDIT_CHOICE, CW_STEP_REASON, CW_MAPPING_ABSENCE, 0 },
  [CW_COLUMN_STATUS] = { EDIT_CHOICE, CW_STEP_STATUS, CW_MAPPING_STATUS, 0 },
  [CW_COLUMN_CONFIDENCE] = { EDIT_CONFIDENCE, CW_STEP_CONFIDENCE, CW_MAPPING_CONFIDENCE, 0 },
  [CW_COLUMN_RATIONALE] = { EDIT_TEXT, CW_STEP_RATIONALE, CW_MAPPING_RATIONALE,
                            G_STRUCT_OFFSET (CwMapping, rationale) },
  [CW_COLUMN_SHARED] = { EDIT_TEXT, CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED,
                         G_STRUCT_OFFSET (CwMapping, note_shared) },
  [CW_COLUMN_ONLY_LEFT] = { EDIT_TEXT, CW_STEP_NOTE, CW_MAPPING_NOTE_SUBJECT,
                            G_STRUCT_OFFSET (CwMapping, note_subject) },
  [CW_COLUMN_ONLY_RIGHT] = { EDIT_TEXT, CW_STEP_NOTE, CW_MAPPING_NOTE_OBJECT,
                             G_STRUCT_OFFSET (CwMapping, note_object) },
  [CW_COLUMN_CITATION] = { EDIT_TEXT, CW_STEP_EVIDENCE, CW_MAPPING_CITATION,
                           G_STRUCT_OFFSET (CwMapping, citation) },
  [CW_COLUMN_AUTHOR] = { EDIT_TEXT, CW_STEP_AUTHOR, CW_MAPPING_AUTHOR,
                         G_STRUCT_OFFSET (CwMapping, author) },
};

#define TEXT_OF(mapping, column) (G_STRUCT_MEMBER (char *, (mapping), facts[column].offset))

static GtkWidget *
get_row (GtkWidget *cell)
{
  while (!g_str_equal (gtk_widget_get_css_name (cell), "row"))
    cell = gtk_widget_get_parent (cell);

  return cell;
}

/* The row that has the focus, or in which it is. */
static GtkWidget *
find_focused_row (CwTablePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, self->view))
    return NULL;

  while (widget != self->view && !g_str_equal (gtk_widget_get_css_name (widget), "row"))
    widget = gtk_widget_get_parent (widget);

  return widget != self->view ? widget : NULL;
}

static CwTableCell *
find_cell (GtkWidget *widget, CwTableColumn column)
{
  if (CW_IS_TABLE_CELL (widget))
    return cw_table_cell_get_column (CW_TABLE_CELL (widget)) == column ? CW_TABLE_CELL (widget)
                                                                       : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CwTableCell *cell = find_cell (child, column);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

static CwTableCell *
find_cursor (CwTablePage *self)
{
  GtkWidget *row = find_focused_row (self);

  return row != NULL ? find_cell (row, self->cursor_column) : NULL;
}

/* NULL for a cell that shows nothing yet, or nothing any more. */
static CwMapping *
get_mapping (CwTableCell *cell)
{
  CwMappingRow *row = cell != NULL ? cw_table_cell_get_row (cell) : NULL;

  return row != NULL ? cw_mapping_row_get_mapping (row) : NULL;
}

/* The columns that can be edited and that show, in the order in which they stand. */
static GArray *
list_editable (CwTablePage *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  GArray *editable = g_array_new (FALSE, FALSE, sizeof (CwTableColumn));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, i);
      CwTableColumn column =
        GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view_column), "column"));

      if (facts[column].kind != EDIT_NOTHING && gtk_column_view_column_get_visible (view_column))
        g_array_append_val (editable, column);
    }

  return editable;
}

static void
set_cursor (CwTablePage *self, CwTableCell *cell)
{
  if (self->cursor_cell == cell)
    return;

  if (self->cursor_cell != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->cursor_cell), "cursor");
  g_set_weak_pointer (&self->cursor_cell, cell);
  if (cell != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "cursor");
}

/* Brings a cell that is out of sight to the side into view. */
static void
show_cell (CwTablePage *self, CwTableCell *cell)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), self->view, &bounds))
    return;

  value += (double) bounds.origin.x;
  gtk_adjustment_clamp_page (adjustment, value - MARGIN,
                             value + (double) bounds.size.width + MARGIN);
}

/* Returns: whether there is an editable column that way */
static gboolean
move_cursor (CwTablePage *self, int by)
{
  g_autoptr (GArray) editable = list_editable (self);
  int at = -1;

  for (guint i = 0; i < editable->len; i++)
    {
      if (g_array_index (editable, CwTableColumn, i) == self->cursor_column)
        at = (int) i;
    }
  at = at < 0 && by < 0 ? (int) editable->len - 1 : at + by;
  if (at < 0 || at >= (int) editable->len)
    return FALSE;

  self->cursor_column = g_array_index (editable, CwTableColumn, at);
  set_cursor (self, find_cursor (self));
  if (self->cursor_cell != NULL)
    show_cell (self, self->cursor_cell);

  return TRUE;
}

static void
apply (CwTablePage *self, const CwMapping *values)
{
  CwTableColumn column = self->cursor_column;
  CwDocument *document = cw_session_get_document (self->session);
  const CwItem *subject = cw_document_get_item (document, values->subject_id);
  const CwItem *object = cw_document_get_item (document, values->object_id);
  CwList *list = cw_document_get_list_by_id (document, values->object_list_id);
  const char *far = object != NULL ? object->code
                    : list != NULL
                      ? cw_list_get_short_title (list, cw_session_get_languages (self->session))
                      : NULL;

  cw_session_apply (self->session,
                    cw_edit_new_patch (facts[column].step, values->id, values, facts[column].field,
                                       subject != NULL ? subject->code : NULL, far));
}

/**
 * cw_table_parse_confidence:
 * @text: what was typed: "0.7", "0,7", "70 %", or nothing for none
 * @confidence: (out): the confidence, or %CW_CONFIDENCE_UNSET
 *
 * Returns: whether it can be understood as a number from 0 to 1
 */
gboolean
cw_table_parse_confidence (const char *text, double *confidence)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  char *end = NULL;
  double value;

  *confidence = CW_CONFIDENCE_UNSET;
  if (*plain == '\0')
    return TRUE;

  value = g_ascii_strtod (plain, &end);
  if (end == plain)
    return FALSE;
  while (g_ascii_isspace (*end))
    end++;
  if (*end == '%')
    {
      value /= 100;
      end++;
    }
  if (*end != '\0' || !(value >= 0 && value <= 1))
    return FALSE;

  *confidence = value;
  return TRUE;
}

static void
close_cell (CwTablePage *self)
{
  CwTableCell *cell = self->edited_cell;
  GtkWidget *row;

  if (cell == NULL)
    return;

  row = find_focused_row (self);
  g_clear_weak_pointer (&self->edited_cell);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  cw_table_cell_end_edit (cell);
}

/* Writes what was typed over what stood there when the cell was opened; the row may be being read
 * again. Returns: whether the cell could be closed */
static gboolean
commit_text (CwTablePage *self)
{
  CwTableColumn column = self->cursor_column;
  g_autofree char *text = g_strdup (cw_table_cell_get_edited (self->edited_cell));
  g_autoptr (CwMapping) values = cw_mapping_copy (self->opened);

  if (facts[column].kind == EDIT_TEXT)
    {
      cw_mapping_set_text (&TEXT_OF (values, column), text);
    }
  else if (!g_str_equal (text, self->opened_text) &&
           !cw_table_parse_confidence (text, &values->confidence))
    {
      cw_session_fail (self->session, _ ("The confidence is a number from 0 to 1"));
      return FALSE;
    }

  close_cell (self);
  if (!cw_mapping_equal (values, self->opened))
    apply (self, values);

  return TRUE;
}

static void
on_chosen (guint value, gpointer user_data)
{
  CwTablePage *self = user_data;
  g_autoptr (CwMapping) values = cw_mapping_copy (self->opened);

  if (self->cursor_column == CW_COLUMN_RELATION)
    values->relation = value;
  else if (self->cursor_column == CW_COLUMN_REASON)
    values->absence = value;
  else
    values->status = value;
  if (!cw_mapping_equal (values, self->opened))
    apply (self, values);
}

/* The row of a mapping, where it is on the screen. */
static GtkWidget *
find_row_of (GtkWidget *widget, gint64 id)
{
  CwMappingRow *row =
    CW_IS_TABLE_CELL (widget) ? cw_table_cell_get_row (CW_TABLE_CELL (widget)) : NULL;

  if (row != NULL && cw_mapping_row_get_id (row) == id)
    return get_row (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_mapped (child) ? find_row_of (child, id) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* After a choice the focus goes back to the row that it was made for. */
static void
on_moved_on (int by, gpointer user_data)
{
  CwTablePage *self = user_data;
  GtkWidget *row = self->opened != NULL ? find_row_of (self->view, self->opened->id) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
  if (by != 0 && move_cursor (self, by))
    _cw_table_page_edit_cell (self);
}

static void
open_choice (CwTablePage *self, CwTableCell *cell, const CwMapping *mapping)
{
  CwTableColumn column = self->cursor_column;

  if (column == CW_COLUMN_RELATION)
    cw_table_choice_popup (GTK_WIDGET (cell), CW_TABLE_CHOICE_RELATION, mapping->relation,
                           on_chosen, on_moved_on, self);
  else if (column == CW_COLUMN_REASON)
    cw_table_choice_popup (GTK_WIDGET (cell), CW_TABLE_CHOICE_REASON, mapping->absence, on_chosen,
                           on_moved_on, self);
  else
    cw_table_choice_popup (GTK_WIDGET (cell), CW_TABLE_CHOICE_STATUS, mapping->status, on_chosen,
                           on_moved_on, self);
}

/* An absence has a reason and no relation; a link has it the other way round. */
static const char *
explain_not_editable (CwTableColumn column, const CwMapping *mapping)
{
  gboolean absent = mapping->relation == CW_RELATION_NONE;

  if (column == CW_COLUMN_RELATION && absent)
    return _ ("An item with no counterpart has no relation; link it in Compare");
  if (column == CW_COLUMN_REASON && !absent)
    return _ ("Only an item with no counterpart has a reason");
  if ((column == CW_COLUMN_SHARED || column == CW_COLUMN_ONLY_RIGHT) && absent)
    return _ ("There is nothing on the other side to compare with");

  return NULL;
}

/* Opens the cell of the cursor. */
void
_cw_table_page_edit_cell (CwTablePage *self)
{
  CwTableCell *cell = find_cursor (self);
  CwMapping *mapping = get_mapping (cell);
  const char *obstacle;

  if (mapping == NULL)
    return;

  obstacle = cw_document_is_read_only (cw_session_get_document (self->session))
               ? _ ("The document is open read-only")
               : explain_not_editable (self->cursor_column, mapping);
  if (obstacle != NULL)
    {
      cw_session_fail (self->session, obstacle);
      return;
    }

  g_clear_pointer (&self->opened, cw_mapping_unref);
  self->opened = cw_mapping_ref (mapping);
  set_cursor (self, cell);
  show_cell (self, cell);
  if (facts[self->cursor_column].kind == EDIT_CHOICE)
    {
      open_choice (self, cell, mapping);
      return;
    }

  g_free (self->opened_text);
  self->opened_text = facts[self->cursor_column].kind == EDIT_TEXT
                        ? g_strdup (TEXT_OF (mapping, self->cursor_column))
                        : cw_table_column_format (CW_COLUMN_CONFIDENCE, self->session, mapping);
  g_set_weak_pointer (&self->edited_cell, cell);
  cw_table_cell_begin_edit (cell, self->opened_text);
}

static gboolean
on_key_while_editing (CwTablePage *self, guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      close_cell (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      commit_text (self);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (commit_text (self))
        on_moved_on (key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? -1 : 1, self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint keycode,
                GdkModifierType state,
                CwTablePage *self)
{
  gboolean mirrored = gtk_widget_get_direction (self->view) == GTK_TEXT_DIR_RTL;

  if (self->edited_cell != NULL)
    return on_key_while_editing (self, key, state);
  if (find_focused_row (self) == NULL ||
      (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_cursor (self, mirrored ? 1 : -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_cursor (self, mirrored ? -1 : 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      _cw_table_page_edit_cell (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The cursor goes where the focus goes; a cell that was left by the pointer keeps what was typed. */
static void
on_focus_moved (CwTablePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->edited_cell != NULL && focus != NULL &&
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->edited_cell)) && !commit_text (self))
    close_cell (self);
  set_cursor (self, find_cursor (self));
}

static void
on_root_changed (CwTablePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_moved), self,
                             G_CONNECT_SWAPPED);
}

static void
on_double_click (GtkGestureClick *gesture, int n_press, double x, double y, CwTablePage *self)
{
  CwTableCell *cell =
    CW_TABLE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  if (n_press != 2 || facts[cw_table_cell_get_column (cell)].kind == EDIT_NOTHING)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->cursor_column = cw_table_cell_get_column (cell);
  _cw_table_page_edit_cell (self);
}

void
_cw_table_page_setup_cell_editing (CwTablePage *self, CwTableCell *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_double_click), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (click));
}

void
_cw_table_page_setup_editing (CwTablePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cursor_column = CW_COLUMN_RELATION;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect (self, "notify::root", G_CALLBACK (on_root_changed), NULL);
}

void
_cw_table_page_dispose_editing (CwTablePage *self)
{
  g_clear_weak_pointer (&self->edited_cell);
  g_clear_weak_pointer (&self->cursor_cell);
  g_clear_pointer (&self->opened, cw_mapping_unref);
  g_clear_pointer (&self->opened_text, g_free);
}
