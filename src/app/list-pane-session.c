/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-pane-private.h"

#include <glib/gi18n.h>

/* How a list pane follows its session: lists, links, languages, and what is selected. */

/* Rows shown around the one that is scrolled to. */
#define CONTEXT_ROWS 4

/**
 * cw_list_pane_get_geometry:
 * @self: a pane
 * @target: a widget of the same window
 * @first_y: (out): where the first row begins, in pixels from the top of @target
 * @row_height: (out): how high each row is, in pixels
 *
 * Rows are all of one height, so one row on the screen tells where every other would be.
 *
 * Returns: %FALSE where no row is on the screen
 */
gboolean
cw_list_pane_get_geometry (CwListPane *self, GtkWidget *target, double *first_y, double *row_height)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);
      GtkWidget *cell = gtk_list_item_get_child (item);
      GtkWidget *row = gtk_widget_get_parent (cell);
      graphene_rect_t bounds;

      if (row == NULL || !gtk_widget_get_mapped (cell) ||
          !gtk_widget_compute_bounds (row, target, &bounds) || bounds.size.height < 1)
        continue;

      *row_height = (double) bounds.size.height;
      *first_y = (double) bounds.origin.y - gtk_list_item_get_position (item) * *row_height;
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_view (CwListPane *self, guint position)
{
  double first_y, height;
  double top;

  if (position == CW_OUTLINE_NOWHERE ||
      !cw_list_pane_get_geometry (self, self->scrolled, &first_y, &height))
    return FALSE;

  top = first_y + position * height;

  return top >= 0 && top + height <= gtk_widget_get_height (self->scrolled);
}

/* The action scrolls no further than it must. It is given a row a little beyond the wanted one, so
 * that that one does not stand at the very edge. */
static void
scroll_to (CwListPane *self, guint position)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1;
  double first_y, height;
  gboolean upwards = cw_list_pane_get_geometry (self, self->scrolled, &first_y, &height) &&
                     first_y + position * height < 0;
  guint beyond = upwards ? (position > CONTEXT_ROWS ? position - CONTEXT_ROWS : 0)
                         : MIN (position + CONTEXT_ROWS, last);

  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", beyond);
}

/**
 * cw_list_pane_reveal:
 * @self: a pane
 * @item_id: an item
 *
 * Unfolds what it stands in and scrolls to it.
 */
void
cw_list_pane_reveal (CwListPane *self, gint64 item_id)
{
  guint position;

  self->syncing = TRUE;
  position = cw_outline_model_reveal_item (self->model, item_id);
  self->syncing = FALSE;
  if (position != CW_OUTLINE_NOWHERE && !is_in_view (self, position))
    scroll_to (self, position);
}

/* One jurisdiction, or those of all lists of the side. */
static char *
format_jurisdictions (GPtrArray *lists)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < lists->len; i++)
    {
      const char *name = cw_list_picker_get_jurisdiction (g_ptr_array_index (lists, i));

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
format_titles (GPtrArray *lists, const char *const *languages)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < lists->len; i++)
    {
      if (i > 0)
        g_string_append (titles, " + ");
      g_string_append (titles, cw_list_get_short_title (g_ptr_array_index (lists, i), languages));
    }

  return g_string_free (titles, FALSE);
}

/* The rows, or why there are none. */
void
_cw_list_pane_update_stack (CwListPane *self)
{
  gboolean nothing =
    cw_outline_model_is_filtered (self->model) && cw_outline_model_get_n_matches (self->model) == 0;
  const char *page = nothing ? "nothing" : "list";

  if (cw_outline_model_get_lists (self->model)->len == 0)
    page = "no-lists";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
update_header (CwListPane *self)
{
  GPtrArray *lists = cw_session_get_lists (self->session, self->side);
  g_autofree char *jurisdictions = format_jurisdictions (lists);
  g_autofree char *titles = format_titles (lists, cw_session_get_languages (self->session));
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (self->jurisdiction),
                      lists->len > 0 ? jurisdictions : _ ("No list"));
  gtk_label_set_text (GTK_LABEL (self->titles), lists->len > 0 ? titles : _ ("Choose lists"));
  gtk_widget_set_tooltip_text (self->picker_button, titles);
  /* Translators: which lists are on the left or right; %s are their titles */
  name = g_strdup_printf (self->side == CW_SIDE_LEFT ? _ ("Lists on the left: %s")
                                                     : _ ("Lists on the right: %s"),
                          titles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picker_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  _cw_list_pane_update_stack (self);
}

static gboolean
holds_same (GPtrArray *lists, GPtrArray *shown, gboolean by_id)
{
  gboolean same = lists->len == shown->len;

  for (guint i = 0; same && i < lists->len; i++)
    {
      CwList *a = g_ptr_array_index (lists, i);
      CwList *b = g_ptr_array_index (shown, i);

      same = by_id ? cw_list_get_id (a) == cw_list_get_id (b) : a == b;
    }

  return same;
}

/* Other lists were chosen, or the same were edited: then what was folded stays so. */
static void
show_lists (CwListPane *self, GPtrArray *lists)
{
  GPtrArray *shown = cw_outline_model_get_lists (self->model);

  self->syncing = TRUE;
  if (holds_same (lists, shown, TRUE))
    cw_outline_model_refresh_lists (self->model, lists);
  else
    cw_outline_model_set_lists (self->model, lists);
  self->syncing = FALSE;
  _cw_list_pane_rebind (self);
}

static void
on_lists_changed (CwListPane *self)
{
  GPtrArray *lists = cw_session_get_lists (self->session, self->side);

  cw_list_picker_set_lists (self->picker,
                            cw_document_get_lists (cw_session_get_document (self->session)), lists,
                            cw_session_get_languages (self->session));
  if (holds_same (lists, cw_outline_model_get_lists (self->model), FALSE))
    return;

  show_lists (self, lists);
  update_header (self);
}

static void
on_links_changed (CwListPane *self)
{
  self->syncing = TRUE;
  cw_outline_model_set_links (self->model, cw_session_get_links (self->session),
                              cw_session_get_lists (self->session, cw_side_opposite (self->side)));
  self->syncing = FALSE;
  _cw_list_pane_update_stack (self);
  _cw_list_pane_emit_view_changed (self);
}

static void
select_position (CwListPane *self, guint position)
{
  gboolean was_syncing = self->syncing;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position != CW_OUTLINE_NOWHERE
                                                        ? position
                                                        : GTK_INVALID_LIST_POSITION);
  self->syncing = was_syncing;
}

static gboolean
any_in_view (CwListPane *self, GArray *item_ids)
{
  for (guint i = 0; i < item_ids->len; i++)
    {
      gboolean folded;
      guint position =
        cw_outline_model_find_item (self->model, g_array_index (item_ids, gint64, i), &folded);

      if (!folded && is_in_view (self, position))
        return TRUE;
    }

  return FALSE;
}

/* Brings the first counterpart into view, but not away from an item that is being paired. */
static void
follow (CwListPane *self, GArray *counterparts)
{
  const CwItem *selected = cw_session_get_selected (self->session, self->side);
  gint64 target = 0;

  if (cw_session_get_active_side (self->session) == self->side)
    {
      if (selected != NULL)
        target = selected->id;
    }
  else if (cw_session_get_follow (self->session) && !any_in_view (self, counterparts))
    {
      if (cw_session_get_is_pairing (self->session) && selected != NULL &&
          is_in_view (self, cw_outline_model_find_item (self->model, selected->id, NULL)))
        return;
      if (selected != NULL && !cw_session_get_is_pairing (self->session))
        target = selected->id;
      else if (counterparts->len > 0)
        target = g_array_index (counterparts, gint64, 0);
    }

  if (target != 0)
    cw_list_pane_reveal (self, target);
}

/* Selects the row of the session's item wherever it is now, or none while it does not show. */
void
_cw_list_pane_sync_selection (CwListPane *self)
{
  const CwItem *item =
    self->session != NULL ? cw_session_get_selected (self->session, self->side) : NULL;
  gboolean folded = FALSE;
  guint position = CW_OUTLINE_NOWHERE;

  if (item != NULL)
    position = cw_outline_model_find_item (self->model, item->id, &folded);
  select_position (self, folded ? CW_OUTLINE_NOWHERE : position);
  _cw_list_pane_emit_view_changed (self);
}

static void
on_session_selection_changed (CwListPane *self)
{
  g_autoptr (GArray) counterparts = cw_session_get_counterparts (self->session, self->side);

  cw_outline_model_set_marked (self->model, (const gint64 *) (void *) counterparts->data,
                               counterparts->len);
  follow (self, counterparts);
  _cw_list_pane_sync_selection (self);
}

static void
on_languages_changed (CwListPane *self)
{
  update_header (self);
  _cw_list_pane_rebind (self);
  cw_list_picker_set_languages (self->picker, cw_session_get_languages (self->session));
}

void
_cw_list_pane_follow_session (CwListPane *self)
{
  g_signal_connect_swapped (self->session, "lists-changed", G_CALLBACK (on_lists_changed), self);
  g_signal_connect_swapped (self->session, "links-changed", G_CALLBACK (on_links_changed), self);
  g_signal_connect_swapped (self->session, "selection-changed",
                            G_CALLBACK (on_session_selection_changed), self);
  g_signal_connect_swapped (self->session, "languages-changed", G_CALLBACK (on_languages_changed),
                            self);
}
