/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-pane-private.h"

#include <glib/gi18n.h>

/* Rows before the first frame: about what a window of its height shows. */
#define FIRST_ROWS 14
#define ROW_HEIGHT 46

enum
{
  PROP_0,
  PROP_SIDE,
  N_PROPS,
};

enum
{
  VIEW_CHANGED,
  ROW_MENU,
  DROPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwListPane, cw_list_pane, GTK_TYPE_WIDGET)

void
_cw_list_pane_emit_view_changed (CwListPane *self)
{
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
_cw_list_pane_emit_row_menu (CwListPane *self, CwOutlineRow *row, double x, double y)
{
  g_signal_emit (self, signals[ROW_MENU], 0, row, x, y);
}

void
_cw_list_pane_emit_dropped (CwListPane *self,
                            CwOutlineRow *dragged,
                            CwOutlineRow *target,
                            GtkWidget *at)
{
  g_signal_emit (self, signals[DROPPED], 0, dragged, target, at);
}

static void
on_search_changed (GtkSearchEntry *entry, CwListPane *self)
{
  self->syncing = TRUE;
  cw_outline_model_set_filter (self->model, gtk_editable_get_text (GTK_EDITABLE (entry)));
  self->syncing = FALSE;
  _cw_list_pane_update_stack (self);
  _cw_list_pane_emit_view_changed (self);
}

static void
on_state_selected (GtkDropDown *dropdown, GParamSpec *pspec, CwListPane *self)
{
  cw_outline_model_set_state_filter (self->model, (int) gtk_drop_down_get_selected (dropdown) - 1);
  on_search_changed (GTK_SEARCH_ENTRY (self->search_entry), self);
}

static void
on_search_stopped (GtkSearchEntry *entry, CwListPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (self->view);
}

/* The entry tells of a change only after a pause, and Enter may come before that. */
static void
on_search_activated (GtkSearchEntry *entry, CwListPane *self)
{
  on_search_changed (entry, self);
  gtk_widget_grab_focus (self->view);
}

static void
on_selection_changed (CwListPane *self)
{
  CwOutlineRow *row;

  if (self->syncing || self->session == NULL)
    return;

  /* A row that is folded or filtered away leaves the view, not the session. */
  row = gtk_single_selection_get_selected_item (self->selection);
  if (row != NULL)
    cw_session_select (self->session, self->side, cw_outline_row_get_item (row));
}

static void
on_row_activated (CwListPane *self, guint position)
{
  g_autoptr (CwOutlineRow) row =
    CW_OUTLINE_ROW (g_list_model_get_object (G_LIST_MODEL (self->model), position));

  if (row != NULL)
    cw_outline_model_set_expanded (self->model, row, !cw_outline_row_is_expanded (row));
}

static void
on_picked (CwListPicker *picker, GPtrArray *lists, CwListPane *self)
{
  cw_session_set_lists (self->session, self->side, lists);
}

/* Goes to a row, with the keyboard too. */
static void
go_to (CwListPane *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);

      if (gtk_list_item_get_position (item) == position)
        gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
    }
}

/* Right unfolds or goes to the first item below; left folds or goes to the item above. */
static gboolean
fold_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  CwListPane *self = CW_LIST_PANE (gtk_widget_get_ancestor (widget, CW_TYPE_LIST_PANE));
  gboolean unfold = g_variant_get_boolean (args);
  guint position = gtk_single_selection_get_selected (self->selection);
  CwOutlineRow *row = gtk_single_selection_get_selected_item (self->selection);
  guint target;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    unfold = !unfold;
  if (row == NULL)
    return FALSE;

  if (cw_outline_row_has_children (row) && cw_outline_row_is_expanded (row) != unfold)
    {
      cw_outline_model_set_expanded (self->model, row, unfold);
      return TRUE;
    }

  /* All that is below an item may be filtered away. */
  target = unfold ? position + 1 : cw_outline_model_find_parent (self->model, position);
  if (target == CW_OUTLINE_NOWHERE ||
      (unfold && cw_outline_model_find_parent (self->model, target) != position))
    return FALSE;

  go_to (self, target);

  return TRUE;
}

static void
add_key (GtkEventController *controller, guint key, gboolean unfold)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                            gtk_callback_action_new (fold_by_key, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (unfold));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Tab leaves the rows, which are gone through with the arrow keys; a list view would stop at each. */
static gboolean
leave_by_tab (GtkWidget *view, GVariant *args, gpointer user_data)
{
  gboolean forward = g_variant_get_boolean (args);
  GtkDirectionType direction = forward ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD;
  GtkRoot *root = gtk_widget_get_root (view);

  for (GtkWidget *widget = view; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *beside = widget;

      while ((beside = forward ? gtk_widget_get_next_sibling (beside)
                               : gtk_widget_get_prev_sibling (beside)) != NULL)
        {
          if (gtk_widget_child_focus (beside, direction))
            return TRUE;
        }
    }

  gtk_root_set_focus (root, NULL);

  return gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static void
add_tab (GtkEventController *controller, GdkModifierType modifiers, gboolean forward)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Tab, modifiers),
                                            gtk_callback_action_new (leave_by_tab, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (forward));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
setup_keys (CwListPane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, GDK_KEY_Right, TRUE);
  add_key (controller, GDK_KEY_Left, FALSE);
  add_tab (controller, 0, TRUE);
  add_tab (controller, GDK_SHIFT_MASK, FALSE);
  gtk_widget_add_controller (self->view, controller);
}

static void
setup_state_dropdown (CwListPane *self)
{
  const char *names[] = { /* Translators: which items of a list to show */
                          C_ ("items to show", "All items"), C_ ("items to show", "Open"),
                          C_ ("items to show", "Linked"), C_ ("items to show", "No counterpart"),
                          NULL
  };
  g_autoptr (GtkStringList) strings = gtk_string_list_new (names);

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->state_dropdown), G_LIST_MODEL (strings));
  g_signal_connect_object (self->state_dropdown, "notify::selected", G_CALLBACK (on_state_selected),
                           self, 0);
}

static void
on_first_frame (GdkFrameClock *clock, CwListPane *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

/* A list view makes 200 rows at once, whatever shows of them. The first frame does with what the
 * window holds, and comes that much sooner. */
static void
cw_list_pane_realize (GtkWidget *widget)
{
  CwListPane *self = CW_LIST_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  int width, height;

  if (gtk_slice_list_model_get_size (self->slice) == FIRST_ROWS && GTK_IS_WINDOW (root))
    {
      gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
      gtk_slice_list_model_set_size (self->slice, (guint) MAX (FIRST_ROWS, height / ROW_HEIGHT));
    }

  GTK_WIDGET_CLASS (cw_list_pane_parent_class)->realize (widget);
}

static void
cw_list_pane_map (GtkWidget *widget)
{
  CwListPane *self = CW_LIST_PANE (widget);

  GTK_WIDGET_CLASS (cw_list_pane_parent_class)->map (widget);

  if (gtk_slice_list_model_get_size (self->slice) < G_MAXUINT)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (on_first_frame), self, 0);
}

static void
cw_list_pane_constructed (GObject *object)
{
  CwListPane *self = CW_LIST_PANE (object);
  GtkAdjustment *adjustment;
  const char *name =
    self->side == CW_SIDE_LEFT ? _ ("Items on the left") : _ ("Items on the right");

  G_OBJECT_CLASS (cw_list_pane_parent_class)->constructed (object);

  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), 0, FIRST_ROWS);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* A menu button centres what is in it; a choice of lists reads better from the edge. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->picker_box), GTK_ALIGN_FILL);
  _cw_list_pane_setup_rows (self);
  setup_keys (self);
  setup_state_dropdown (self);

  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (_cw_list_pane_sync_selection),
                           self, G_CONNECT_SWAPPED);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (_cw_list_pane_emit_view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (_cw_list_pane_emit_view_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
cw_list_pane_dispose (GObject *object)
{
  CwListPane *self = CW_LIST_PANE (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (cw_list_pane_parent_class)->dispose (object);
}

static void
cw_list_pane_finalize (GObject *object)
{
  CwListPane *self = CW_LIST_PANE (object);

  g_clear_object (&self->model);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (cw_list_pane_parent_class)->finalize (object);
}

static void
cw_list_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CwListPane *self = CW_LIST_PANE (object);

  switch (prop_id)
    {
    case PROP_SIDE:
      self->side = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_list_pane_class_init (CwListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cw_list_pane_constructed;
  object_class->dispose = cw_list_pane_dispose;
  object_class->finalize = cw_list_pane_finalize;
  object_class->set_property = cw_list_pane_set_property;
  widget_class->map = cw_list_pane_map;
  widget_class->realize = cw_list_pane_realize;

  properties[PROP_SIDE] =
    g_param_spec_uint ("side", NULL, NULL, CW_SIDE_LEFT, CW_SIDE_RIGHT, CW_SIDE_LEFT,
                       G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[VIEW_CHANGED] = g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_MENU] =
    g_signal_new ("row-menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, CW_TYPE_OUTLINE_ROW, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[DROPPED] =
    g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, CW_TYPE_OUTLINE_ROW, CW_TYPE_OUTLINE_ROW, GTK_TYPE_WIDGET);

  g_type_ensure (CW_TYPE_LIST_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CwListPane, header);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, picker_button);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, picker);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, picker_box);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, jurisdiction);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, titles);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, state_dropdown);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CwListPane, view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cw_list_pane_init (CwListPane *self)
{
  GtkLayoutManager *layout;

  self->model = cw_outline_model_new ();
  self->items = g_ptr_array_new ();
  self->two_lines = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * cw_list_pane_set_session:
 * @self: a pane
 * @session: what it shows one side of
 */
void
cw_list_pane_set_session (CwListPane *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  _cw_list_pane_follow_session (self);
}

/**
 * cw_list_pane_get_model:
 * @self: a pane
 *
 * Returns: (transfer none): its rows
 */
CwOutlineModel *
cw_list_pane_get_model (CwListPane *self)
{
  return self->model;
}

/**
 * cw_list_pane_get_header:
 * @self: a pane
 *
 * Returns: (transfer none): what stands above the rows
 */
GtkWidget *
cw_list_pane_get_header (CwListPane *self)
{
  return self->header;
}

/**
 * cw_list_pane_get_view:
 * @self: a pane
 *
 * Returns: (transfer none): the view of the rows
 */
GtkWidget *
cw_list_pane_get_view (CwListPane *self)
{
  return self->view;
}

/**
 * cw_list_pane_focus_filter:
 * @self: a pane
 */
void
cw_list_pane_focus_filter (CwListPane *self)
{
  gtk_widget_grab_focus (self->search_entry);
}

/**
 * cw_list_pane_focus_list:
 * @self: a pane
 */
void
cw_list_pane_focus_list (CwListPane *self)
{
  gtk_widget_grab_focus (self->view);
}

/**
 * cw_list_pane_open_picker:
 * @self: a pane
 */
void
cw_list_pane_open_picker (CwListPane *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->picker_button));
}

/**
 * cw_list_pane_show_state:
 * @self: a pane
 * @state: a #CwItemState to show only such items, or -1 for all
 *
 * A state that shows already is let go of, so that the same press shows all again.
 */
void
cw_list_pane_show_state (CwListPane *self, int state)
{
  guint wanted = (guint) (state + 1);

  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state_dropdown)) == wanted)
    wanted = 0;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state_dropdown), wanted);
}

/**
 * cw_list_pane_set_two_lines:
 * @self: a pane
 * @two_lines: whether there is room for labels in a second language
 */
void
cw_list_pane_set_two_lines (CwListPane *self, gboolean two_lines)
{
  if (self->two_lines == two_lines)
    return;

  self->two_lines = two_lines;
  if (self->session != NULL)
    _cw_list_pane_rebind (self);
  _cw_list_pane_emit_view_changed (self);
}
