/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-page-private.h"

#include "app/facet-button.h"
#include "app/filter-menu.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CwTablePage, cw_table_page, GTK_TYPE_WIDGET)

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwTablePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts =
    cw_document_count_facets_finish (CW_DOCUMENT (source), result, &error);

  if (counts == NULL)
    return;

  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    cw_facet_button_set_counts (CW_FACET_BUTTON (self->facets[facet]), self->session, counts,
                                self->filter);
}

static void
stop_counting (CwTablePage *self)
{
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
}

static void
count_facets (CwTablePage *self)
{
  stop_counting (self);
  self->count_cancellable = g_cancellable_new ();
  cw_document_count_facets_async (cw_session_get_document (self->session), self->filter,
                                  cw_session_get_languages (self->session), self->count_cancellable,
                                  on_counted, g_object_ref (self));
}

static void
apply_filter (CwTablePage *self)
{
  cw_mapping_model_set_filter (self->model, self->filter);
  cw_filter_menu_set_filter (CW_FILTER_MENU (self->filter_menu), self->filter);
}

static void
on_search_changed (CwTablePage *self)
{
  cw_mapping_filter_set_text (self->filter,
                              gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  apply_filter (self);
}

static void
on_search_stopped (CwTablePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (self->view);
}

static void
on_value_toggled (CwFacetButton *button, const char *value, gboolean active, CwTablePage *self)
{
  CwFacet facet = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "facet"));

  cw_mapping_filter_set_value (self->filter, facet, value, active);
  apply_filter (self);
}

static void
show_everything (CwTablePage *self)
{
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    cw_mapping_filter_clear_facet (self->filter, facet);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  cw_mapping_filter_set_text (self->filter, "");
  apply_filter (self);
}

static void
on_filter_chosen (CwFilterMenu *menu, const CwMappingFilter *filter, CwTablePage *self)
{
  cw_mapping_filter_free (self->filter);
  self->filter = cw_mapping_filter_copy (filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), filter->text);
  apply_filter (self);
  gtk_widget_grab_focus (self->view);
}

static void
clear_filter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_everything (CW_TABLE_PAGE (widget));
}

static void
update_count (CwTablePage *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n_chosen = gtk_bitset_get_size (chosen);
  /* Translators: how many mappings the table shows */
  g_autofree char *shown =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mapping", "%u mappings", n_rows), n_rows);
  /* Translators: %1$s is such as “12 mappings”, %2$u how many of them are selected */
  g_autofree char *text = n_chosen > 1
                            ? g_strdup_printf (_ ("%1$s, %2$u selected"), shown, (guint) n_chosen)
                            : g_strdup (shown);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.clear-filter",
                                 !cw_mapping_filter_is_empty (self->filter));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n_rows > 0 || cw_mapping_model_is_searching (self->model)
                                      ? "table"
                                      : "nothing");
}

/* The rows are in a list within the table, and the cells within a row. */
static gboolean
focus_row (GtkWidget *list, gint64 mapping_id)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);
      GtkWidget *content = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
      CwMappingRow *shown = content != NULL && CW_IS_TABLE_CELL (content)
                              ? cw_table_cell_get_row (CW_TABLE_CELL (content))
                              : NULL;

      if (shown != NULL && cw_mapping_row_get_id (shown) == mapping_id)
        return gtk_widget_grab_focus (row);
    }

  return FALSE;
}

static void
scroll_to (CwTablePage *self, guint position, gint64 mapping_id)
{
  GtkWidget *child = gtk_widget_get_first_child (self->view);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position) &&
          focus_row (child, mapping_id))
        return;
    }
}

/* Goes to the mapping that somebody wants to see as soon as it is among the rows; where the filter
 * hides it, the filter goes. */
static void
go_to_wanted (CwTablePage *self)
{
  gint64 id = self->wanted_id;
  guint position;

  if (id == 0 || !self->shown || cw_mapping_model_is_searching (self->model))
    return;

  position = cw_mapping_model_find (self->model, id);
  if (position == G_MAXUINT && !cw_mapping_filter_is_empty (self->filter))
    {
      show_everything (self);
      return;
    }

  self->wanted_id = 0;
  if (position == G_MAXUINT)
    return;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  scroll_to (self, position, id);
}

static void
on_searched (CwTablePage *self)
{
  update_count (self);
  go_to_wanted (self);
  count_facets (self);
}

static void
on_selection_changed (CwTablePage *self)
{
  g_autoptr (GArray) ids = cw_table_page_get_selected (self);

  if (ids->len == 1)
    cw_session_show_mapping (self->session, g_array_index (ids, gint64, 0));
  update_count (self);
}

static void
on_failed (CwMappingModel *model, const char *message, CwTablePage *self)
{
  cw_session_fail (self->session, message);
}

static void
on_coding_changed (CwTablePage *self)
{
  if (self->filter->coding_id == cw_session_get_coding (self->session))
    return;

  self->filter->coding_id = cw_session_get_coding (self->session);
  if (self->shown)
    apply_filter (self);
}

static void
on_languages_changed (CwTablePage *self)
{
  if (!self->shown)
    return;

  cw_mapping_model_set_languages (self->model, cw_session_get_languages (self->session));
  count_facets (self);
}

/* The table costs time that somebody who only compares should not pay: at the start, since a view
 * makes 200 rows whether it shows or not, and after each edit. */
static void
on_map (CwTablePage *self)
{
  if (self->shown || self->session == NULL)
    return;

  self->shown = TRUE;
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  cw_mapping_model_set_languages (self->model, cw_session_get_languages (self->session));
  if (self->filter->coding_id != cw_mapping_model_get_filter (self->model)->coding_id)
    apply_filter (self);
}

static void
cw_table_page_dispose (GObject *object)
{
  CwTablePage *self = CW_TABLE_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  _cw_table_page_dispose_editing (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cw_table_page_parent_class)->dispose (object);
}

static void
cw_table_page_finalize (GObject *object)
{
  cw_mapping_filter_free (CW_TABLE_PAGE (object)->filter);

  G_OBJECT_CLASS (cw_table_page_parent_class)->finalize (object);
}

static void
cw_table_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_allocate (child, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (CW_TABLE_PAGE (widget)->menu));
}

static void
cw_table_page_measure (GtkWidget *widget,
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
cw_table_page_class_init (CwTablePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cw_table_page_dispose;
  object_class->finalize = cw_table_page_finalize;
  widget_class->measure = cw_table_page_measure;
  widget_class->size_allocate = cw_table_page_size_allocate;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CwTablePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CwTablePage, facet_box);
  gtk_widget_class_bind_template_child (widget_class, CwTablePage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, CwTablePage, count);
  gtk_widget_class_bind_template_child (widget_class, CwTablePage, columns_box);
  gtk_widget_class_bind_template_child (widget_class, CwTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CwTablePage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_chosen);
  gtk_widget_class_install_action (widget_class, "table.clear-filter", NULL, clear_filter);
  _cw_table_page_install_actions (widget_class);
}

static void
add_facets (CwTablePage *self)
{
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      self->facets[facet] = cw_facet_button_new (facet);
      g_object_set_data (G_OBJECT (self->facets[facet]), "facet", GUINT_TO_POINTER (facet));
      g_signal_connect (self->facets[facet], "value-toggled", G_CALLBACK (on_value_toggled), self);
      gtk_box_append (GTK_BOX (self->facet_box), self->facets[facet]);
    }
}

static void
cw_table_page_init (CwTablePage *self)
{
  self->filter = cw_mapping_filter_new ();
  g_type_ensure (CW_TYPE_FILTER_MENU);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_facets (self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/**
 * cw_table_page_set_session:
 * @self: a page
 * @session: whose document it shows
 * @settings: where the choice of columns is kept
 */
void
cw_table_page_set_session (CwTablePage *self, CwSession *session, GSettings *settings)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  cw_filter_menu_set_session (CW_FILTER_MENU (self->filter_menu), session);
  self->model = cw_mapping_model_new (cw_session_get_document (session));
  self->selection = cw_mapping_selection_new (self->model);
  _cw_table_page_setup_columns (self);
  _cw_table_page_setup_editing (self);

  g_signal_connect_object (self->model, "search-begun", G_CALLBACK (stop_counting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "searched", G_CALLBACK (on_searched), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (on_failed), self, 0);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (on_languages_changed), self);
  g_signal_connect_swapped (session, "coding-changed", G_CALLBACK (on_coding_changed), self);
  on_coding_changed (self);
}

/**
 * cw_table_page_get_model:
 * @self: a page
 *
 * Returns: (transfer none): its rows
 */
CwMappingModel *
cw_table_page_get_model (CwTablePage *self)
{
  return self->model;
}

/**
 * cw_table_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the table
 */
GtkWidget *
cw_table_page_get_view (CwTablePage *self)
{
  return self->view;
}

/**
 * cw_table_page_get_selected:
 * @self: a page
 *
 * Returns: (transfer full) (element-type gint64): the mappings that are selected
 */
GArray *
cw_table_page_get_selected (CwTablePage *self)
{
  g_autoptr (GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = cw_mapping_model_get_id (self->model, position);

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * cw_table_page_focus_filter:
 * @self: a page
 */
void
cw_table_page_focus_filter (CwTablePage *self)
{
  gtk_widget_grab_focus (self->search_entry);
}

/**
 * cw_table_page_get_ids:
 * @self: a page
 *
 * Returns: (transfer full) (element-type gint64): the mappings that the table shows, in its order
 */
GArray *
cw_table_page_get_ids (CwTablePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = cw_mapping_model_get_id (self->model, i);

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * cw_table_page_reveal:
 * @self: a page
 * @mapping_id: a mapping
 *
 * Selects the row of a mapping and brings it into view, as soon as the rows are there. Where the
 * filter hides it, all rows are shown.
 */
void
cw_table_page_reveal (CwTablePage *self, gint64 mapping_id)
{
  self->wanted_id = mapping_id;
  go_to_wanted (self);
}
