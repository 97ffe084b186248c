/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sidebar-layout.h"

/* Narrower than this, the sidebar lies over the content. */
#define NARROW_WIDTH 1120
#define SIDEBAR_WIDTH 340

struct _CwSidebarLayout
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *sidebar;
  gboolean keep_sidebar; /* beside the content */
  gboolean over_sidebar; /* over the content */
  gboolean narrow;
  guint notify_id;
};

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_SIDEBAR,
  PROP_SHOW_SIDEBAR,
  PROP_KEEP_SIDEBAR,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CwSidebarLayout, cw_sidebar_layout, GTK_TYPE_WIDGET)

static gboolean
is_shown (CwSidebarLayout *self)
{
  return self->narrow ? self->over_sidebar : self->keep_sidebar;
}

static void
set_child (CwSidebarLayout *self, GtkWidget **child, GtkWidget *widget)
{
  g_clear_pointer (child, gtk_widget_unparent);
  *child = widget;
  if (widget != NULL)
    gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

static void
cw_sidebar_layout_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  CwSidebarLayout *self = CW_SIDEBAR_LAYOUT (widget);

  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, SIDEBAR_WIDTH);
      *natural += self->keep_sidebar ? SIDEBAR_WIDTH : 0;
    }
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static gboolean
notify_in_idle (gpointer user_data)
{
  CwSidebarLayout *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);

  return G_SOURCE_REMOVE;
}

/* Where there is no room for it, the sidebar is put away until it is asked for. Whoever listens may
 * change its own size, which must not happen while sizes are being given out. */
static void
set_narrow (CwSidebarLayout *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  self->over_sidebar = FALSE;
  if (narrow)
    gtk_widget_add_css_class (self->sidebar, "over");
  else
    gtk_widget_remove_css_class (self->sidebar, "over");
  if (self->notify_id == 0)
    self->notify_id = g_idle_add (notify_in_idle, self);
}

static void
cw_sidebar_layout_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwSidebarLayout *self = CW_SIDEBAR_LAYOUT (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean shown;
  int sidebar_width = MIN (SIDEBAR_WIDTH, width);
  int content_width;

  set_narrow (self, width < NARROW_WIDTH);
  shown = is_shown (self);
  gtk_widget_set_child_visible (self->sidebar, shown);
  content_width = shown && !self->narrow ? width - sidebar_width : width;
  allocate_at (self->content, mirrored ? width - content_width : 0, content_width, height);
  if (shown)
    allocate_at (self->sidebar, mirrored ? 0 : width - sidebar_width, sidebar_width, height);
}

static void
cw_sidebar_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CwSidebarLayout *self = CW_SIDEBAR_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, is_shown (self));
      break;
    case PROP_KEEP_SIDEBAR:
      g_value_set_boolean (value, self->keep_sidebar);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_shown (CwSidebarLayout *self, gboolean shown)
{
  if (self->narrow)
    self->over_sidebar = shown;
  else if (self->keep_sidebar != shown)
    {
      self->keep_sidebar = shown;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEEP_SIDEBAR]);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cw_sidebar_layout_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CwSidebarLayout *self = CW_SIDEBAR_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_SIDEBAR:
      set_child (self, &self->sidebar, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      set_shown (self, g_value_get_boolean (value));
      break;
    case PROP_KEEP_SIDEBAR:
      self->keep_sidebar = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_sidebar_layout_dispose (GObject *object)
{
  CwSidebarLayout *self = CW_SIDEBAR_LAYOUT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_sidebar_layout_parent_class)->dispose (object);
}

static void
cw_sidebar_layout_class_init (CwSidebarLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cw_sidebar_layout_dispose;
  object_class->get_property = cw_sidebar_layout_get_property;
  object_class->set_property = cw_sidebar_layout_set_property;
  widget_class->measure = cw_sidebar_layout_measure;
  widget_class->size_allocate = cw_sidebar_layout_size_allocate;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KEEP_SIDEBAR] = g_param_spec_boolean ("keep-sidebar", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cw_sidebar_layout_init (CwSidebarLayout *self)
{
}

/**
 * cw_sidebar_layout_get_is_narrow:
 * @self: a layout
 *
 * Returns: whether the sidebar lies over the content
 */
gboolean
cw_sidebar_layout_get_is_narrow (CwSidebarLayout *self)
{
  return self->narrow;
}
