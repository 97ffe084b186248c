/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-editor-private.h"

#include "model/jurisdiction.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CwListEditor, cw_list_editor, GTK_TYPE_WIDGET)

/**
 * cw_list_editor_get_list:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the list it shows, as it is now
 */
CwList *
cw_list_editor_get_list (CwListEditor *self)
{
  if (self->session == NULL)
    return NULL;

  return cw_document_get_list_by_id (cw_session_get_document (self->session), self->list_id);
}

/**
 * cw_list_editor_get_item:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the selected item, as it is now
 */
const CwItem *
cw_list_editor_get_item (CwListEditor *self)
{
  if (self->session == NULL)
    return NULL;

  return cw_document_get_item (cw_session_get_document (self->session), self->item_id);
}

/**
 * cw_list_editor_get_model:
 * @self: an editor
 *
 * Returns: (transfer none): its rows
 */
CwOutlineModel *
cw_list_editor_get_model (CwListEditor *self)
{
  return self->model;
}

/**
 * cw_list_editor_get_view:
 * @self: an editor
 *
 * Returns: (transfer none): the list view of its items
 */
GtkWidget *
cw_list_editor_get_view (CwListEditor *self)
{
  return self->view;
}

/* Whether the list is the user's own, and can be written. */
gboolean
_cw_list_editor_may_change (CwListEditor *self)
{
  CwList *list = cw_list_editor_get_list (self);

  return list != NULL && !cw_list_get_card (list)->shipped &&
         !cw_document_is_read_only (cw_session_get_document (self->session));
}

void
_cw_list_editor_apply (CwListEditor *self, CwEdit *edit)
{
  cw_session_apply (self->session, edit);
}

static void
show_details (CwListEditor *self)
{
  cw_item_form_show (CW_ITEM_FORM (self->item_form), cw_list_editor_get_item (self));
  _cw_list_editor_update_actions (self);
}

static void
select_position (CwListEditor *self, guint position)
{
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position != CW_OUTLINE_NOWHERE
                                                        ? position
                                                        : GTK_INVALID_LIST_POSITION);
  self->syncing = FALSE;
}

static void
on_selection_changed (CwListEditor *self)
{
  CwOutlineRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (self->syncing || row == NULL)
    return;

  cw_item_form_flush (CW_ITEM_FORM (self->item_form));
  self->item_id = cw_outline_row_get_item (row)->id;
  gtk_stack_set_visible_child_name (GTK_STACK (self->side), "item");
  if (self->purpose == CW_LINE_NAME)
    _cw_list_editor_close_line (self);
  else if (self->purpose != CW_LINE_NONE)
    _cw_list_editor_open_line (self, self->purpose);
  show_details (self);
}

/**
 * cw_list_editor_select:
 * @self: an editor
 * @item_id: an item of its list
 *
 * Selects the item and brings it into view.
 */
void
cw_list_editor_select (CwListEditor *self, gint64 item_id)
{
  guint position;

  self->syncing = TRUE;
  position = cw_outline_model_reveal_item (self->model, item_id);
  self->syncing = FALSE;
  self->item_id = position != CW_OUTLINE_NOWHERE ? item_id : 0;
  select_position (self, position);
  if (position != CW_OUTLINE_NOWHERE)
    {
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
      gtk_stack_set_visible_child_name (GTK_STACK (self->side), "item");
    }
  show_details (self);
}

/* The row has the keyboard after its list was changed. */
void
_cw_list_editor_focus_items (CwListEditor *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);

      if (gtk_list_item_get_position (item) == position)
        {
          gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
          return;
        }
    }

  gtk_widget_grab_focus (self->view);
}

static void
update_header (CwListEditor *self, CwList *list)
{
  const char *const *languages = cw_session_get_languages (self->session);
  const CwListCard *card = list != NULL ? cw_list_get_card (list) : NULL;
  guint n_items = list != NULL ? cw_list_get_n_items (list) : 0;
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (self->list_menu, list != NULL);
  gtk_widget_set_visible (self->bar, list != NULL && !card->shipped);
  gtk_label_set_text (GTK_LABEL (self->title),
                      list != NULL ? cw_list_get_short_title (list, languages) : "");
  if (list == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->subtitle), "");
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "none");
      return;
    }

  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n_items), n_items);
  subtitle = g_strdup_printf (
    /* Translators: a jurisdiction, a date, and such as “12 items” */
    card->shipped ? _ ("%1$s · %2$s · %3$s · came with the program") : _ ("%1$s · %2$s · %3$s"),
    cw_jurisdiction_get_name (card->jurisdiction), card->issued, count);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_tooltip_text (self->title, cw_text_choose (card->title, languages));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_items > 0 ? "items" : "empty");
}

/* After an edit that added an item: the newest there is. */
static gint64
find_added (CwListEditor *self, CwList *list)
{
  gint64 newest = self->last_id;

  if (self->last_id == 0)
    return 0;

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    newest = MAX (newest, cw_list_get_item (list, i)->id);

  return newest > self->last_id ? newest : 0;
}

/* Where the selected item is gone, the one that stands there now is selected. */
static void
keep_selection (CwListEditor *self, guint position)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (CwOutlineRow) row = NULL;

  if (cw_list_editor_get_item (self) != NULL)
    {
      select_position (self, cw_outline_model_find_item (self->model, self->item_id, NULL));
      return;
    }

  self->item_id = 0;
  if (n_rows == 0 || position == GTK_INVALID_LIST_POSITION)
    return;
  position = MIN (position, n_rows - 1);
  row = CW_OUTLINE_ROW (g_list_model_get_object (G_LIST_MODEL (self->model), position));
  self->item_id = cw_outline_row_get_item (row)->id;
  select_position (self, position);
}

static void
refresh (CwListEditor *self)
{
  CwList *list = cw_list_editor_get_list (self);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  guint position = gtk_single_selection_get_selected (self->selection);
  gboolean had_focus = gtk_widget_get_focus_child (self->view) != NULL;
  gint64 added = 0;

  if (list != NULL)
    g_ptr_array_add (lists, list);
  self->syncing = TRUE;
  if (list != NULL && cw_outline_model_get_lists (self->model)->len == 1 &&
      cw_list_get_id (g_ptr_array_index (cw_outline_model_get_lists (self->model), 0)) ==
        self->list_id)
    cw_outline_model_refresh_lists (self->model, lists);
  else
    cw_outline_model_set_lists (self->model, lists);
  self->syncing = FALSE;
  _cw_list_editor_rebind (self);

  update_header (self, list);
  cw_list_form_show (CW_LIST_FORM (self->list_form), list);
  added = list != NULL ? find_added (self, list) : 0;
  if (added != 0)
    {
      self->last_id = 0;
      cw_list_editor_select (self, added);
      if (self->purpose != CW_LINE_NONE)
        _cw_list_editor_open_line (self, CW_LINE_AFTER);
    }
  else
    keep_selection (self, position);
  show_details (self);
  if (had_focus)
    _cw_list_editor_focus_items (self);
}

/**
 * cw_list_editor_show_list:
 * @self: an editor
 * @list_id: a list of the document, 0 for none
 */
void
cw_list_editor_show_list (CwListEditor *self, gint64 list_id)
{
  CwList *list;

  cw_list_editor_flush (self);
  if (self->list_id == list_id)
    return;

  _cw_list_editor_close_line (self);
  self->list_id = list_id;
  self->item_id = 0;
  self->last_id = 0;
  refresh (self);
  select_position (self, CW_OUTLINE_NOWHERE);
  list = cw_list_editor_get_list (self);
  cw_list_editor_show_card (self);
  if (list != NULL && cw_list_get_n_items (list) == 0 && _cw_list_editor_may_change (self))
    _cw_list_editor_open_line (self, CW_LINE_AFTER);
}

/**
 * cw_list_editor_show_card:
 * @self: an editor
 *
 * Shows the list's card beside its items.
 */
void
cw_list_editor_show_card (CwListEditor *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->side), "card");
}

/**
 * cw_list_editor_flush:
 * @self: an editor
 *
 * Does what was typed and not done yet.
 */
void
cw_list_editor_flush (CwListEditor *self)
{
  cw_item_form_flush (CW_ITEM_FORM (self->item_form));
  cw_list_form_flush (CW_LIST_FORM (self->list_form));
}

static void
on_languages_changed (CwListEditor *self)
{
  update_header (self, cw_list_editor_get_list (self));
  _cw_list_editor_rebind (self);
  cw_list_form_show (CW_LIST_FORM (self->list_form), cw_list_editor_get_list (self));
  show_details (self);
}

/* Enter, or two clicks. */
static void
on_activated (CwListEditor *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "items.rename", NULL);
}

static void
cw_list_editor_dispose (GObject *object)
{
  CwListEditor *self = CW_LIST_EDITOR (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cw_list_editor_parent_class)->dispose (object);
}

static void
cw_list_editor_finalize (GObject *object)
{
  g_ptr_array_unref (CW_LIST_EDITOR (object)->items);

  G_OBJECT_CLASS (cw_list_editor_parent_class)->finalize (object);
}

static void
cw_list_editor_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
cw_list_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (CW_LIST_EDITOR (widget)->menu));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, title);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, list_menu);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, empty);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, view);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, bar);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, line);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, line_label);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, line_entry);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, side);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, item_form);
  gtk_widget_class_bind_template_child (widget_class, CwListEditor, list_form);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, _cw_list_editor_on_line_activated);
}

static void
cw_list_editor_class_init (CwListEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cw_list_editor_dispose;
  object_class->finalize = cw_list_editor_finalize;
  widget_class->measure = cw_list_editor_measure;
  widget_class->size_allocate = cw_list_editor_size_allocate;

  g_type_ensure (CW_TYPE_ITEM_FORM);
  g_type_ensure (CW_TYPE_LIST_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/list-editor.ui");
  bind_children (widget_class);
  _cw_list_editor_install_actions (widget_class);
}

static void
add_button (CwListEditor *self, const char *icon, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->bar), button);
}

static void
fill_bar (CwListEditor *self)
{
  GtkWidget *gap = gtk_label_new (NULL);

  add_button (self, "list-add-symbolic", _ ("Add an item after this one (Insert)"), "items.add");
  add_button (self, "document-edit-symbolic", _ ("Change the name (Enter)"), "items.rename");
  add_button (self, "go-up-symbolic", _ ("Move up (Alt+Up)"), "items.up");
  add_button (self, "go-down-symbolic", _ ("Move down (Alt+Down)"), "items.down");
  add_button (self, "format-indent-less-symbolic", _ ("Move a level out (Alt+Left)"),
              "items.outdent");
  add_button (self, "format-indent-more-symbolic", _ ("Move under the item above (Alt+Right)"),
              "items.indent");
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (self->bar), gap);
  add_button (self, "user-trash-symbolic", _ ("Delete (Delete)"), "items.delete");
}

static void
cw_list_editor_init (CwListEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new ();
  self->model = cw_outline_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  _cw_list_editor_setup_rows (self);
  _cw_list_editor_setup_line (self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  fill_bar (self);

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/**
 * cw_list_editor_set_session:
 * @self: an editor
 * @session: whose document it edits
 */
void
cw_list_editor_set_session (CwListEditor *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  cw_item_form_set_session (CW_ITEM_FORM (self->item_form), session);
  cw_list_form_set_session (CW_LIST_FORM (self->list_form), session);
  g_signal_connect_swapped (session, "lists-changed", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (on_languages_changed), self);
  refresh (self);
}
