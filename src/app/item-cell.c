/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/item-cell.h"

#include "app/label-style.h"
#include "app/relation-style.h"

#include <glib/gi18n.h>

#define INDENT 18

struct _CwItemCell
{
  GtkWidget parent_instance;

  CwSide side;
  gboolean plain; /* nothing of links */
  CwOutlineRow *row;
  gulong row_handler;

  GtkWidget *outline; /* fold mark, code, labels */
  GtkWidget *expander;
  GtkWidget *code;
  GtkWidget *first;
  GtkWidget *second;
  GtkWidget *absent; /* NULL until an item has no counterpart: few have none */
  GtkWidget *count;
  GtkWidget *dot;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwItemCell, cw_item_cell, GTK_TYPE_WIDGET)

static void
cw_item_cell_dispose (GObject *object)
{
  CwItemCell *self = CW_ITEM_CELL (object);
  GtkWidget *child;

  cw_item_cell_unbind (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cw_item_cell_parent_class)->dispose (object);
}

static void
cw_item_cell_class_init (CwItemCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_item_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "itemcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * CwItemCell::toggled:
   * @self: the cell
   *
   * The fold mark was pressed.
   */
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_expander_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CwItemCell *self)
{
  if (self->row == NULL || !cw_outline_row_has_children (self->row))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static GtkWidget *
make_inscription (const char *css_class)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 6);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (inscription), 24);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (inscription), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (inscription), 1);
  gtk_widget_set_hexpand (inscription, TRUE);
  gtk_widget_add_css_class (inscription, css_class);

  return inscription;
}

static void
build_outline (CwItemCell *self)
{
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();

  self->outline = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (self->outline, TRUE);

  self->expander = gtk_image_new ();
  gtk_widget_add_css_class (self->expander, "fold-mark");
  g_signal_connect (click, "pressed", G_CALLBACK (on_expander_pressed), self);
  gtk_widget_add_controller (self->expander, GTK_EVENT_CONTROLLER (click));

  self->code = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->code), 0);
  gtk_widget_add_css_class (self->code, "item-code");

  self->first = make_inscription ("first-label");
  self->second = make_inscription ("second-label");
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_box_append (GTK_BOX (labels), self->first);
  gtk_box_append (GTK_BOX (labels), self->second);

  gtk_box_append (GTK_BOX (self->outline), self->expander);
  gtk_box_append (GTK_BOX (self->outline), self->code);
  gtk_box_append (GTK_BOX (self->outline), labels);
}

static void
cw_item_cell_init (CwItemCell *self)
{
  build_outline (self);

  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->count), 2);
  gtk_widget_add_css_class (self->count, "link-count");

  self->dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->dot, "relation-dot");
}

/* What the colour and the number at the inner edge mean, in words. */
static char *
describe_links (CwOutlineRow *row)
{
  guint n_links = cw_outline_row_get_n_links (row);

  if (n_links > 0)
    return g_strdup_printf (
      /* Translators: %1$u mappings of an item; %2$s is the name of the strongest relation among
         * them, such as “Close” */
      g_dngettext (GETTEXT_PACKAGE, "%1$u mapping: %2$s", "%1$u mappings, the strongest: %2$s",
                   n_links),
      n_links, cw_relation_get_name (cw_outline_row_get_strongest (row)));
  if (cw_outline_row_get_state (row) == CW_ITEM_ABSENT)
    return g_strdup (C_ ("item state", "no counterpart"));

  return g_strdup (C_ ("item state", "open"));
}

/* Told when asked: setting the text of a tooltip makes GTK ask the display where the pointer is,
 * for each row that is bound. */
static gboolean
on_query_tooltip (CwItemCell *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  const char *first = gtk_inscription_get_text (GTK_INSCRIPTION (self->first));
  const char *second = gtk_inscription_get_text (GTK_INSCRIPTION (self->second));
  const CwItem *item = self->row != NULL ? cw_outline_row_get_item (self->row) : NULL;
  g_autoptr (GString) text = NULL;

  if (self->row == NULL)
    return FALSE;

  text = g_string_new (first);
  if (item != NULL)
    {
      g_autofree char *links = self->plain ? NULL : describe_links (self->row);

      g_string_printf (text, "%s %s", item->code, first);
      if (second != NULL && *second != '\0')
        g_string_append_printf (text, "\n%s", second);
      if (links != NULL)
        g_string_append_printf (text, "\n%s", links);
    }
  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

/**
 * cw_item_cell_new:
 * @side: on which side it stands; its inner edge is towards the other
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
cw_item_cell_new (CwSide side)
{
  CwItemCell *self = g_object_new (CW_TYPE_ITEM_CELL, NULL);
  GtkWidget *left[] = { self->outline, self->count, self->dot };
  GtkWidget *right[] = { self->dot, self->count, self->outline };

  self->side = side;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    gtk_widget_set_parent (side == CW_SIDE_LEFT ? left[i] : right[i], GTK_WIDGET (self));
  if (side == CW_SIDE_RIGHT)
    {
      gtk_label_set_xalign (GTK_LABEL (self->count), 0);
      gtk_widget_add_css_class (GTK_WIDGET (self), "right-side");
    }

  return GTK_WIDGET (self);
}

/**
 * cw_item_cell_new_plain:
 *
 * Returns: (transfer floating): a cell that says nothing of links, for a list on its own
 */
GtkWidget *
cw_item_cell_new_plain (void)
{
  GtkWidget *cell = cw_item_cell_new (CW_SIDE_LEFT);
  CwItemCell *self = CW_ITEM_CELL (cell);

  self->plain = TRUE;
  gtk_widget_set_visible (self->count, FALSE);
  gtk_widget_set_visible (self->dot, FALSE);

  return cell;
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Between the labels and the number of links. */
static void
show_absent (CwItemCell *self, gboolean absent)
{
  GtkWidget *before = self->side == CW_SIDE_LEFT ? self->outline : self->count;

  if (self->absent == NULL && absent)
    {
      self->absent = gtk_label_new (C_ ("item state", "no counterpart"));
      gtk_widget_add_css_class (self->absent, "absent-pill");
      gtk_widget_set_valign (self->absent, GTK_ALIGN_CENTER);
      gtk_widget_insert_after (self->absent, GTK_WIDGET (self), before);
    }
  if (self->absent != NULL)
    gtk_widget_set_visible (self->absent, absent);
}

static void
update_links (CwItemCell *self)
{
  guint n_links = cw_outline_row_get_n_links (self->row);
  gboolean is_item = cw_outline_row_get_item (self->row) != NULL;
  gboolean absent = is_item && cw_outline_row_get_state (self->row) == CW_ITEM_ABSENT;
  g_autofree char *count = n_links > 1 ? g_strdup_printf ("%u", n_links) : NULL;

  show_absent (self, absent);
  gtk_label_set_text (GTK_LABEL (self->count), count != NULL ? count : "");
  gtk_widget_set_opacity (self->dot, n_links > 0 ? 1 : 0);
  if (n_links > 0)
    cw_relation_style_apply (self->dot, cw_outline_row_get_strongest (self->row));
}

static void
update_fold_mark (CwItemCell *self)
{
  gboolean expanded = cw_outline_row_is_expanded (self->row);

  if (!cw_outline_row_has_children (self->row))
    gtk_image_clear (GTK_IMAGE (self->expander));
  else
    gtk_image_set_from_icon_name (GTK_IMAGE (self->expander),
                                  expanded ? "pan-down-symbolic" : "pan-end-symbolic");
}

/* The row has the keyboard, not the cell in it, and before GTK 4.12 a row has no name of its own. */
static void
set_accessible_name (CwItemCell *self, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_accessible (CwItemCell *self)
{
  const CwItem *item = cw_outline_row_get_item (self->row);
  const char *first = gtk_inscription_get_text (GTK_INSCRIPTION (self->first));
  g_autofree char *links = NULL;
  g_autofree char *name = NULL;

  if (item == NULL)
    {
      set_accessible_name (self, first);
      return;
    }

  links = self->plain ? NULL : describe_links (self->row);
  name = self->plain ? g_strdup_printf ("%s %s", item->code, first)
                     : g_strdup_printf ("%s %s, %s", item->code, first, links);
  set_accessible_name (self, name);
}

static void
on_row_changed (CwOutlineRow *row, CwItemCell *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!self->plain)
    update_links (self);
  update_fold_mark (self);
  update_accessible (self);
  if (parent != NULL)
    set_class (parent, "marked", cw_outline_row_is_marked (row));
}

static void
show_label (GtkWidget *inscription, const CwLabel *label)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), label != NULL ? label->text : "");
  gtk_inscription_set_attributes (GTK_INSCRIPTION (inscription),
                                  label != NULL ? cw_label_style_get_attributes (label->language)
                                                : NULL);
}

static void
show_heading (CwItemCell *self, const char *const *languages)
{
  CwList *list = cw_outline_row_get_list (self->row);
  guint n_items = cw_list_get_n_items (list);
  /* Translators: how many items a list has */
  g_autofree char *count =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n_items), n_items);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->first),
                            cw_list_get_short_title (list, languages));
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->first), NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->second), count);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->second), NULL);
}

/* The second line repeats nothing: where there is no label in the second language, or it is the
 * one that stands above, the line stays empty. */
static void
show_item (CwItemCell *self, const CwItem *item, const char *const *languages)
{
  const CwLabel *first = cw_item_choose_label (item, languages);
  const CwLabel *second = NULL;

  if (languages[0] != NULL && languages[1] != NULL)
    second = cw_item_get_label (item, languages[1]);

  show_label (self->first, first);
  show_label (self->second, second != first ? second : NULL);
  if (self->plain && (second == NULL || second == first))
    gtk_widget_set_visible (self->second, FALSE);
}

/**
 * cw_item_cell_bind:
 * @self: a cell
 * @row: the row it shows
 * @languages: (array zero-terminated=1): the label languages
 * @two_lines: whether there is room for the second one
 */
void
cw_item_cell_bind (CwItemCell *self,
                   CwOutlineRow *row,
                   const char *const *languages,
                   gboolean two_lines)
{
  const CwItem *item = cw_outline_row_get_item (row);

  cw_item_cell_unbind (self);
  self->row = g_object_ref (row);
  self->row_handler = g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), self);

  gtk_widget_set_margin_start (self->expander, (int) cw_outline_row_get_depth (row) * INDENT);
  gtk_widget_set_visible (self->code, item != NULL);
  gtk_widget_set_visible (self->second, two_lines);
  gtk_label_set_text (GTK_LABEL (self->code), item != NULL ? item->code : "");
  /* Room for the longest code of the level, so that labels stand below one another. */
  gtk_label_set_width_chars (GTK_LABEL (self->code), item != NULL && item->depth > 0 ? 5 : 3);
  set_class (GTK_WIDGET (self), "list-heading", item == NULL);
  set_class (GTK_WIDGET (self), "top-item", item != NULL && item->depth == 0);
  set_class (GTK_WIDGET (self), "two-lines", two_lines);
  if (item != NULL)
    show_item (self, item, languages);
  else
    show_heading (self, languages);

  on_row_changed (row, self);
}

/**
 * cw_item_cell_unbind:
 * @self: a cell
 */
void
cw_item_cell_unbind (CwItemCell *self)
{
  if (self->row == NULL)
    return;

  g_clear_signal_handler (&self->row_handler, self->row);
  g_clear_object (&self->row);
}

/**
 * cw_item_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row it shows
 */
CwOutlineRow *
cw_item_cell_get_row (CwItemCell *self)
{
  return self->row;
}
