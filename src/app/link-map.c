/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/link-map.h"

#include "app/link-map-ribbons.h"
#include "app/relation-style.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How near to a ribbon a click counts, in pixels. */
#define PICK_DISTANCE 7

struct _CwLinkMap
{
  GtkWidget parent_instance;

  CwSession *session;
  CwListPane *panes[CW_N_SIDES];
  GArray *ribbons; /* CwRibbon; NULL when to be collected again */
  guint n_collections;
  guint n_drawn;
  gint64 hovered_id;
};

G_DEFINE_FINAL_TYPE (CwLinkMap, cw_link_map, GTK_TYPE_WIDGET)

static GArray *
get_ribbons (CwLinkMap *self)
{
  if (self->ribbons == NULL && self->session != NULL)
    {
      self->n_collections++;
      self->ribbons =
        cw_link_map_collect_ribbons (cw_session_get_links (self->session),
                                     cw_list_pane_get_model (self->panes[CW_SIDE_LEFT]),
                                     cw_list_pane_get_model (self->panes[CW_SIDE_RIGHT]));
    }

  return self->ribbons;
}

static gboolean
get_columns (CwLinkMap *self, CwRibbonColumn columns[CW_N_SIDES])
{
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      if (!cw_list_pane_get_geometry (self->panes[side], GTK_WIDGET (self), &columns[side].first_y,
                                      &columns[side].row_height))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  cairo_t *cr;
  double width;
  gboolean mirrored;
  gboolean dark;
  const CwRibbon *ribbon;
  const CwRibbonPath *path;
  double alpha;
  double thickness;
} Stroke;

static double
mirror (const Stroke *stroke, double x)
{
  return stroke->mirrored ? stroke->width - x : x;
}

/* A filled dot ends a stub; a ring shows that the item itself is folded into the row. */
static void
draw_end (const Stroke *stroke, guint point, gboolean stub, gboolean folded)
{
  double x = stroke->path->x[point];
  double inset = point == 0 ? 5 : -5;

  if (!stub && !folded)
    return;

  cairo_new_path (stroke->cr);
  cairo_arc (stroke->cr, mirror (stroke, stub ? x : x + inset), stroke->path->y[point],
             stub ? 3.5 : 3, 0, 2 * G_PI);
  if (stub)
    {
      cairo_fill (stroke->cr);
      return;
    }
  cairo_set_line_width (stroke->cr, 1.5);
  cairo_stroke (stroke->cr);
}

static void
draw_ribbon (const Stroke *stroke)
{
  static const double dashes[] = { 6, 4 };
  const CwRibbonPath *path = stroke->path;
  GdkRGBA color;

  cw_relation_style_get_color (stroke->ribbon->relation, stroke->dark, &color);
  color.alpha = (float) stroke->alpha;
  gdk_cairo_set_source_rgba (stroke->cr, &color);

  cairo_new_path (stroke->cr);
  cairo_move_to (stroke->cr, mirror (stroke, path->x[0]), path->y[0]);
  cairo_curve_to (stroke->cr, mirror (stroke, path->x[1]), path->y[1], mirror (stroke, path->x[2]),
                  path->y[2], mirror (stroke, path->x[3]), path->y[3]);
  cairo_set_line_width (stroke->cr, stroke->thickness);
  cairo_set_dash (stroke->cr, dashes, stroke->ribbon->draft ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (stroke->cr);

  cairo_set_dash (stroke->cr, NULL, 0, 0);
  draw_end (stroke, 0, path->left != CW_RIBBON_INSIDE, stroke->ribbon->left_folded);
  draw_end (stroke, 3, path->right != CW_RIBBON_INSIDE, stroke->ribbon->right_folded);
}

/* Whether a ribbon has to do with what is selected; all do where nothing is. */
static gboolean
is_of_interest (CwLinkMap *self, const CwRibbon *ribbon, const guint selected[CW_N_SIDES])
{
  if (selected[CW_SIDE_LEFT] == CW_OUTLINE_NOWHERE && selected[CW_SIDE_RIGHT] == CW_OUTLINE_NOWHERE)
    return TRUE;

  return ribbon->left_position == selected[CW_SIDE_LEFT] ||
         ribbon->right_position == selected[CW_SIDE_RIGHT];
}

static void
find_selected (CwLinkMap *self, guint selected[CW_N_SIDES])
{
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      const CwItem *item = cw_session_get_selected (self->session, side);

      selected[side] = CW_OUTLINE_NOWHERE;
      if (item != NULL)
        selected[side] =
          cw_outline_model_find_item (cw_list_pane_get_model (self->panes[side]), item->id, NULL);
    }
}

/* Drawn in turns, so that what matters lies on top: the rest, what is selected, the current one. */
static guint
get_turn (CwLinkMap *self, const CwRibbon *ribbon, const guint selected[CW_N_SIDES])
{
  if (ribbon->mapping_id == cw_session_get_mapping_id (self->session) ||
      ribbon->mapping_id == self->hovered_id)
    return 2;

  return is_of_interest (self, ribbon, selected) ? 1 : 0;
}

static void
draw_turn (CwLinkMap *self,
           Stroke *stroke,
           const CwRibbonColumn columns[CW_N_SIDES],
           const guint selected[CW_N_SIDES],
           guint turn)
{
  static const double alphas[] = { 0.22, 0.75, 1.0 };
  static const double thicknesses[] = { 1.5, 2.0, 4.5 };
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const CwRibbon *ribbon = &g_array_index (self->ribbons, CwRibbon, i);
      CwRibbonPath path;

      if (!cw_ribbon_get_path (ribbon, &columns[CW_SIDE_LEFT], &columns[CW_SIDE_RIGHT],
                               stroke->width, height, &path) ||
          get_turn (self, ribbon, selected) != turn)
        continue;

      stroke->ribbon = ribbon;
      stroke->path = &path;
      stroke->alpha = alphas[turn];
      /* What leads off the screen must not bury what is on it. */
      if (turn < 2 && (path.left != CW_RIBBON_INSIDE || path.right != CW_RIBBON_INSIDE))
        stroke->alpha *= 0.55;
      stroke->thickness = thicknesses[turn];
      draw_ribbon (stroke);
      self->n_drawn++;
    }
}

static void
cw_link_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwLinkMap *self = CW_LINK_MAP (widget);
  CwRibbonColumn columns[CW_N_SIDES];
  guint selected[CW_N_SIDES];
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  Stroke stroke = { 0 };

  self->n_drawn = 0;
  if (get_ribbons (self) == NULL || !get_columns (self, columns))
    return;

  find_selected (self, selected);
  stroke.cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  stroke.width = width;
  stroke.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  stroke.dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  for (guint turn = 0; turn < 3; turn++)
    draw_turn (self, &stroke, columns, selected, turn);
  cairo_destroy (stroke.cr);
}

static const CwRibbon *
pick_ribbon (CwLinkMap *self, double x, double y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double best = PICK_DISTANCE;
  const CwRibbon *picked = NULL;
  CwRibbonColumn columns[CW_N_SIDES];

  if (get_ribbons (self) == NULL || !get_columns (self, columns))
    return NULL;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const CwRibbon *ribbon = &g_array_index (self->ribbons, CwRibbon, i);
      CwRibbonPath path;
      double distance;

      if (!cw_ribbon_get_path (ribbon, &columns[CW_SIDE_LEFT], &columns[CW_SIDE_RIGHT], width,
                               height, &path))
        continue;
      distance = cw_ribbon_path_get_distance (&path, x, y);
      if (distance < best)
        {
          best = distance;
          picked = ribbon;
        }
    }

  return picked;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CwLinkMap *self)
{
  gint64 id = cw_link_map_pick (self, x, y);

  if (id != 0)
    cw_session_select_mapping (self->session, id);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, CwLinkMap *self)
{
  gint64 id = cw_link_map_pick (self, x, y);

  if (id == self->hovered_id)
    return;

  self->hovered_id = id;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), id != 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (GtkEventControllerMotion *motion, CwLinkMap *self)
{
  self->hovered_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const CwLink *
find_link (CwLinkMap *self, gint64 mapping_id)
{
  CwLinkIndex *links = cw_session_get_links (self->session);

  for (guint i = 0; i < cw_link_index_get_n_links (links); i++)
    {
      if (cw_link_index_get_link (links, i)->id == mapping_id)
        return cw_link_index_get_link (links, i);
    }

  return NULL;
}

static gboolean
on_query_tooltip (CwLinkMap *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  const CwRibbon *ribbon = keyboard ? NULL : pick_ribbon (self, x, y);
  const CwLink *link = ribbon != NULL ? find_link (self, ribbon->mapping_id) : NULL;
  CwDocument *document;
  const CwItem *ends[2];
  g_autofree char *sentence = NULL;
  g_autofree char *more = NULL;

  if (link == NULL)
    return FALSE;

  document = cw_session_get_document (self->session);
  ends[0] = cw_document_get_item (document, link->subject_id);
  ends[1] = cw_document_get_item (document, link->object_id);
  if (ends[0] == NULL || ends[1] == NULL)
    return FALSE;
  if (link->relation != (guint8) ribbon->relation ||
      !g_ptr_array_find (cw_session_get_lists (self->session, CW_SIDE_LEFT), ends[0]->list, NULL))
    {
      const CwItem *end = ends[0];

      ends[0] = ends[1];
      ends[1] = end;
    }
  sentence = cw_relation_format_sentence (ribbon->relation, FALSE,
                                          cw_session_get_label (self->session, ends[0]),
                                          cw_session_get_label (self->session, ends[1]));
  if (ribbon->n_mappings > 1)
    {
      more = g_strdup_printf (
        /* Translators: %1$s is a sentence about two items; so many mappings run the same way */
        g_dngettext (GETTEXT_PACKAGE, "%1$s\nand %2$u more mapping", "%1$s\nand %2$u more mappings",
                     ribbon->n_mappings - 1),
        sentence, ribbon->n_mappings - 1);
      gtk_tooltip_set_text (tooltip, more);
      return TRUE;
    }
  gtk_tooltip_set_text (tooltip, sentence);

  return TRUE;
}

static void
forget_ribbons (CwLinkMap *self)
{
  g_clear_pointer (&self->ribbons, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cw_link_map_dispose (GObject *object)
{
  CwLinkMap *self = CW_LINK_MAP (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->ribbons, g_array_unref);

  G_OBJECT_CLASS (cw_link_map_parent_class)->dispose (object);
}

static void
cw_link_map_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 72 : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 0;
}

static void
cw_link_map_class_init (CwLinkMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_link_map_dispose;
  widget_class->snapshot = cw_link_map_snapshot;
  widget_class->measure = cw_link_map_measure;
  gtk_widget_class_set_css_name (widget_class, "linkmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cw_link_map_init (CwLinkMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Mappings between the two sides"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * cw_link_map_set_session:
 * @self: a map
 * @session: what is said between the two sides
 * @left: the rows on the left; must outlive @self
 * @right: the rows on the right; must outlive @self
 */
void
cw_link_map_set_session (CwLinkMap *self, CwSession *session, CwListPane *left, CwListPane *right)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->panes[CW_SIDE_LEFT] = left;
  self->panes[CW_SIDE_RIGHT] = right;
  g_signal_connect_swapped (session, "links-changed", G_CALLBACK (forget_ribbons), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (session, "mapping-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      g_signal_connect_object (cw_list_pane_get_model (self->panes[side]), "items-changed",
                               G_CALLBACK (forget_ribbons), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->panes[side], "view-changed",
                               G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
    }
}

/**
 * cw_link_map_get_n_ribbons:
 * @self: a map
 *
 * Returns: how many ribbons there are between rows that show, scrolled away or not
 */
guint
cw_link_map_get_n_ribbons (CwLinkMap *self)
{
  GArray *ribbons = get_ribbons (self);

  return ribbons != NULL ? ribbons->len : 0;
}

/**
 * cw_link_map_get_n_drawn:
 * @self: a map
 *
 * Returns: how many were drawn last
 */
guint
cw_link_map_get_n_drawn (CwLinkMap *self)
{
  return self->n_drawn;
}

/**
 * cw_link_map_get_n_collections:
 * @self: a map
 *
 * Returns: how often the ribbons were found out anew, for tests that count
 */
guint
cw_link_map_get_n_collections (CwLinkMap *self)
{
  return self->n_collections;
}

/**
 * cw_link_map_pick:
 * @self: a map
 * @x: a point, in pixels
 * @y: a point, in pixels
 *
 * Returns: the mapping whose ribbon runs nearest to the point, 0 where none is near
 */
gint64
cw_link_map_pick (CwLinkMap *self, double x, double y)
{
  const CwRibbon *ribbon = pick_ribbon (self, x, y);

  return ribbon != NULL ? ribbon->mapping_id : 0;
}
