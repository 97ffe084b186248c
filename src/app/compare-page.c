/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-page.h"

#include <glib/gi18n.h>

/* Below this width labels are shown in the first language only. */
#define TWO_LINES_WIDTH 620

struct _CwComparePage
{
  GtkWidget parent_instance;

  CwSession *session;

  GtkWidget *left_pane;
  GtkWidget *right_pane;
  GtkWidget *middle_header;
  GtkWidget *link_map;
  GtkSizeGroup *headers;
  GtkSizeGroup *panes;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (CwComparePage, cw_compare_page, GTK_TYPE_WIDGET)

static GMenu *
make_link_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu *links = g_menu_new ();
  GMenu *others = g_menu_new ();

  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    {
      g_autofree char *action = g_strdup_printf ("edit.link('%s')", cw_relation_to_key (relation));

      g_menu_append (links, cw_relation_get_name (relation), action);
    }
  g_menu_append (others, _ ("No counterpart…"), "edit.absence");
  g_menu_append (others, _ ("Delete mapping"), "edit.delete");
  g_menu_append (others, _ ("Copy mappings"), "edit.copy");
  g_menu_append_section (menu, _ ("Link the selected items"), G_MENU_MODEL (links));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  g_object_unref (links);
  g_object_unref (others);

  return g_steal_pointer (&menu);
}

static void
popup_menu (CwComparePage *self, GtkWidget *at, double x, double y)
{
  double page_x, page_y;

  gtk_widget_translate_coordinates (at, GTK_WIDGET (self), x, y, &page_x, &page_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) page_x, (int) page_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_row_menu (CwListPane *pane, CwOutlineRow *row, double x, double y, CwComparePage *self)
{
  popup_menu (self, GTK_WIDGET (pane), x, y);
}

/* What is dragged and what it is dropped on become the selected pair; the menu asks how. */
static void
on_dropped (CwListPane *pane,
            CwOutlineRow *dragged,
            CwOutlineRow *target,
            GtkWidget *at,
            CwComparePage *self)
{
  CwSide side = GTK_WIDGET (pane) == self->left_pane ? CW_SIDE_LEFT : CW_SIDE_RIGHT;

  cw_session_select (self->session, cw_side_opposite (side), cw_outline_row_get_item (dragged));
  cw_session_select (self->session, side, cw_outline_row_get_item (target));
  popup_menu (self, at, gtk_widget_get_width (at) / 2.0, gtk_widget_get_height (at) / 2.0);
}

static void
swap_sides (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cw_session_swap (CW_COMPARE_PAGE (widget)->session);
}

static void
focus_filter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cw_list_pane_focus_filter (cw_compare_page_get_active_pane (CW_COMPARE_PAGE (widget)));
}

/* Goes from one side to the other, to the rows. */
static void
switch_side (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwComparePage *self = CW_COMPARE_PAGE (widget);
  gboolean on_left = GTK_WIDGET (cw_compare_page_get_active_pane (self)) == self->left_pane;

  cw_list_pane_focus_list (CW_LIST_PANE (on_left ? self->right_pane : self->left_pane));
}

static void
choose_lists (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwComparePage *self = CW_COMPARE_PAGE (widget);
  gboolean left = g_str_equal (g_variant_get_string (parameter, NULL), "left");

  cw_list_pane_open_picker (CW_LIST_PANE (left ? self->left_pane : self->right_pane));
}

static void
fold_all (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwComparePage *self = CW_COMPARE_PAGE (widget);
  gboolean expand = g_str_equal (action_name, "compare.unfold-all");

  for (guint side = 0; side < CW_N_SIDES; side++)
    cw_outline_model_set_all_expanded (cw_list_pane_get_model (
                                         cw_compare_page_get_pane (self, side)),
                                       expand);
}

/* The next item on this side of which nothing is said yet. */
static void
next_open (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwComparePage *self = CW_COMPARE_PAGE (widget);
  CwListPane *pane = cw_compare_page_get_active_pane (self);
  CwSide side = GTK_WIDGET (pane) == self->left_pane ? CW_SIDE_LEFT : CW_SIDE_RIGHT;
  const CwItem *item =
    cw_outline_model_find_next_open (cw_list_pane_get_model (pane),
                                     cw_session_get_selected (self->session, side));

  if (item == NULL)
    {
      cw_session_fail (self->session, _ ("No item is open on this side"));
      return;
    }

  cw_session_select (self->session, side, item);
  cw_list_pane_reveal (pane, item->id);
}

static void
unselect (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwComparePage *self = CW_COMPARE_PAGE (widget);

  cw_session_select (self->session, CW_SIDE_LEFT, NULL);
  cw_session_select (self->session, CW_SIDE_RIGHT, NULL);
}

static void
cw_compare_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwComparePage *self = CW_COMPARE_PAGE (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean two_lines = width >= TWO_LINES_WIDTH &&
                       cw_session_get_languages (self->session)[0] != NULL &&
                       cw_session_get_languages (self->session)[1] != NULL;

  cw_list_pane_set_two_lines (CW_LIST_PANE (self->left_pane), two_lines);
  cw_list_pane_set_two_lines (CW_LIST_PANE (self->right_pane), two_lines);
  gtk_widget_allocate (child, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
cw_compare_page_measure (GtkWidget *widget,
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
cw_compare_page_dispose (GObject *object)
{
  CwComparePage *self = CW_COMPARE_PAGE (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->headers);
  g_clear_object (&self->panes);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cw_compare_page_parent_class)->dispose (object);
}

static void
cw_compare_page_class_init (CwComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_compare_page_dispose;
  widget_class->measure = cw_compare_page_measure;
  widget_class->size_allocate = cw_compare_page_size_allocate;

  g_type_ensure (CW_TYPE_LIST_PANE);
  g_type_ensure (CW_TYPE_LINK_MAP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CwComparePage, left_pane);
  gtk_widget_class_bind_template_child (widget_class, CwComparePage, right_pane);
  gtk_widget_class_bind_template_child (widget_class, CwComparePage, middle_header);
  gtk_widget_class_bind_template_child (widget_class, CwComparePage, link_map);
  gtk_widget_class_bind_template_callback (widget_class, on_row_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);

  gtk_widget_class_install_action (widget_class, "compare.swap", NULL, swap_sides);
  gtk_widget_class_install_action (widget_class, "compare.filter", NULL, focus_filter);
  gtk_widget_class_install_action (widget_class, "compare.switch-side", NULL, switch_side);
  gtk_widget_class_install_action (widget_class, "compare.choose", "s", choose_lists);
  gtk_widget_class_install_action (widget_class, "compare.fold-all", NULL, fold_all);
  gtk_widget_class_install_action (widget_class, "compare.unfold-all", NULL, fold_all);
  gtk_widget_class_install_action (widget_class, "compare.next-open", NULL, next_open);
  gtk_widget_class_install_action (widget_class, "compare.unselect", NULL, unselect);
}

static void
cw_compare_page_init (CwComparePage *self)
{
  g_autoptr (GMenu) menu = make_link_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->headers = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  gtk_size_group_add_widget (self->headers,
                             cw_list_pane_get_header (CW_LIST_PANE (self->left_pane)));
  gtk_size_group_add_widget (self->headers,
                             cw_list_pane_get_header (CW_LIST_PANE (self->right_pane)));
  gtk_size_group_add_widget (self->headers, self->middle_header);
  self->panes = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->panes, self->left_pane);
  gtk_size_group_add_widget (self->panes, self->right_pane);

  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/**
 * cw_compare_page_set_session:
 * @self: a page
 * @session: what it shows
 */
void
cw_compare_page_set_session (CwComparePage *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  cw_list_pane_set_session (CW_LIST_PANE (self->left_pane), session);
  cw_list_pane_set_session (CW_LIST_PANE (self->right_pane), session);
  cw_link_map_set_session (CW_LINK_MAP (self->link_map), session, CW_LIST_PANE (self->left_pane),
                           CW_LIST_PANE (self->right_pane));
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (gtk_widget_queue_resize),
                            self);
}

/**
 * cw_compare_page_get_pane:
 * @self: a page
 * @side: which side
 *
 * Returns: (transfer none): the pane of that side
 */
CwListPane *
cw_compare_page_get_pane (CwComparePage *self, CwSide side)
{
  return CW_LIST_PANE (side == CW_SIDE_LEFT ? self->left_pane : self->right_pane);
}

/**
 * cw_compare_page_get_link_map:
 * @self: a page
 *
 * Returns: (transfer none): the ribbons
 */
CwLinkMap *
cw_compare_page_get_link_map (CwComparePage *self)
{
  return CW_LINK_MAP (self->link_map);
}

/**
 * cw_compare_page_get_active_pane:
 * @self: a page
 *
 * Returns: (transfer none): the pane that has the focus, else that in which something was selected
 *   last
 */
CwListPane *
cw_compare_page_get_active_pane (CwComparePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->left_pane))
    return CW_LIST_PANE (self->left_pane);
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->right_pane))
    return CW_LIST_PANE (self->right_pane);

  return cw_compare_page_get_pane (self, cw_session_get_active_side (self->session));
}
