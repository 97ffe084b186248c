/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/facet-button.h"

#include <glib/gi18n.h>

struct _CwFacetButton
{
  GtkWidget parent_instance;

  CwFacet facet;
  gboolean filling;
  GtkWidget *button;
  GtkWidget *box;
};

enum
{
  VALUE_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const titles[CW_N_FACETS] = {
  [CW_FACET_RELATION] = NC_ ("facet", "Relation"),
  [CW_FACET_STATUS] = NC_ ("facet", "Status"),
  [CW_FACET_SUBJECT_LIST] = NC_ ("facet", "Left list"),
  [CW_FACET_OBJECT_LIST] = NC_ ("facet", "Right list"),
  [CW_FACET_CATEGORY] = NC_ ("facet", "Category"),
  [CW_FACET_CONFIDENCE] = NC_ ("facet", "Confidence"),
  [CW_FACET_AUTHOR] = NC_ ("facet", "Author"),
  [CW_FACET_EVIDENCE] = NC_ ("facet", "Evidence"),
  [CW_FACET_NEGATED] = NC_ ("facet", "Is or is not"),
};

G_DEFINE_FINAL_TYPE (CwFacetButton, cw_facet_button, GTK_TYPE_WIDGET)

static void
cw_facet_button_dispose (GObject *object)
{
  CwFacetButton *self = CW_FACET_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_facet_button_parent_class)->dispose (object);
}

static void
cw_facet_button_class_init (CwFacetButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_facet_button_dispose;

  /**
   * CwFacetButton::value-toggled:
   * @self: the button
   * @value: a value of the facet
   * @active: whether mappings with that value are wanted
   */
  signals[VALUE_TOGGLED] =
    g_signal_new ("value-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cw_facet_button_init (CwFacetButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->box, "popover-box");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * cw_facet_button_new:
 * @facet: the facet
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
cw_facet_button_new (CwFacet facet)
{
  CwFacetButton *self = g_object_new (CW_TYPE_FACET_BUTTON, NULL);

  self->facet = facet;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button),
                             g_dpgettext2 (GETTEXT_PACKAGE, "facet", titles[facet]));

  return GTK_WIDGET (self);
}

static char *
format_confidence (const char *value)
{
  gint64 tenth;

  if (*value == '\0')
    return g_strdup (C_ ("confidence", "Not given"));

  tenth = g_ascii_strtoll (value, NULL, 10);

  return tenth >= 10
           ? g_strdup_printf ("%.1f", 1.0)
           : g_strdup_printf ("%.1f – %.2f", (double) tenth / 10, (double) tenth / 10 + 0.09);
}

/* What a value is called in the user's language. */
static char *
format_value (CwFacetButton *self, CwSession *session, const char *value)
{
  CwDocument *document = cw_session_get_document (session);
  CwRelation relation;
  CwStatus status;
  const CwItem *item;
  CwList *list;

  switch (self->facet)
    {
    case CW_FACET_RELATION:
      return cw_relation_from_key (value, &relation) ? g_strdup (cw_relation_get_name (relation))
                                                     : g_strdup (value);
    case CW_FACET_STATUS:
      return cw_status_from_key (value, &status) ? g_strdup (cw_status_get_name (status))
                                                 : g_strdup (value);
    case CW_FACET_SUBJECT_LIST:
    case CW_FACET_OBJECT_LIST:
      list = cw_document_get_list_by_id (document, g_ascii_strtoll (value, NULL, 10));
      return g_strdup (
        list != NULL ? cw_list_get_short_title (list, cw_session_get_languages (session)) : value);
    case CW_FACET_CATEGORY:
      item = cw_document_get_item (document, g_ascii_strtoll (value, NULL, 10));
      return item != NULL
               ? g_strdup_printf ("%s %s", item->code, cw_session_get_label (session, item))
               : g_strdup (value);
    case CW_FACET_CONFIDENCE:
      return format_confidence (value);
    case CW_FACET_EVIDENCE:
      return g_strdup (*value == '1' ? C_ ("facet", "With evidence")
                                     : C_ ("facet", "Without evidence"));
    case CW_FACET_NEGATED:
      return g_strdup (*value == '1' ? C_ ("facet", "Is not") : C_ ("facet", "Is"));
    case CW_FACET_AUTHOR:
    default:
      return g_strdup (*value != '\0' ? value : _ ("somebody"));
    }
}

static void
on_toggled (GtkCheckButton *check, CwFacetButton *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[VALUE_TOGGLED], 0, g_object_get_data (G_OBJECT (check), "value"),
                   gtk_check_button_get_active (check));
}

static GtkWidget *
make_row (CwFacetButton *self, const char *value)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);

  return check;
}

static void
fill_row (GtkWidget *check, const char *name, guint n, gboolean active)
{
  GtkWidget *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
  g_autofree char *number = g_strdup_printf ("%u", n);
  /* Translators: %1$s is a value such as “Close”, %2$s how many mappings have it */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s, %2$s"), name, number);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), number);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static GtkWidget *
find_row (CwFacetButton *self, const char *value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (g_object_get_data (G_OBJECT (child), "value"), value))
        return child;
    }

  return NULL;
}

/* Puts the row of a value after another; one that is there stays the same, and keeps the focus. */
static GtkWidget *
place_row (CwFacetButton *self, GtkWidget *after, const char *value)
{
  GtkWidget *check = find_row (self, value);

  if (check == NULL)
    {
      check = make_row (self, value);
      gtk_box_insert_child_after (GTK_BOX (self->box), check, after);
    }
  else if (gtk_widget_get_prev_sibling (check) != after)
    gtk_box_reorder_child_after (GTK_BOX (self->box), check, after);

  return check;
}

static void
remove_rows_after (CwFacetButton *self, GtkWidget *last)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_last_child (self->box)) != last)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static guint
find_count (CwFacetButton *self, GArray *counts, const char *value)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const CwFacetCount *count = &g_array_index (counts, CwFacetCount, i);

      if (count->facet == self->facet && g_str_equal (count->value, value))
        return count->count;
    }

  return 0;
}

/**
 * cw_facet_button_set_counts:
 * @self: a button
 * @session: for the names of lists and items
 * @counts: (element-type CwFacetCount): the counts of all facets
 * @filter: which values are set
 *
 * A value that is set stays in the list even if no mapping has it any more.
 */
void
cw_facet_button_set_counts (CwFacetButton *self,
                            CwSession *session,
                            GArray *counts,
                            const CwMappingFilter *filter)
{
  GPtrArray *set = filter->values[self->facet];
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "facet", titles[self->facet]);
  g_autofree char *label = NULL;
  GtkWidget *last = NULL;

  self->filling = TRUE;
  for (guint i = 0; i < counts->len; i++)
    {
      const CwFacetCount *count = &g_array_index (counts, CwFacetCount, i);
      g_autofree char *name = NULL;

      if (count->facet != self->facet)
        continue;
      name = format_value (self, session, count->value);
      last = place_row (self, last, count->value);
      fill_row (last, name, count->count,
                cw_mapping_filter_has_value (filter, self->facet, count->value));
    }
  for (guint i = 0; set != NULL && i < set->len; i++)
    {
      const char *value = g_ptr_array_index (set, i);
      g_autofree char *name = format_value (self, session, value);

      if (find_count (self, counts, value) > 0)
        continue;
      last = place_row (self, last, value);
      fill_row (last, name, 0, TRUE);
    }
  remove_rows_after (self, last);
  self->filling = FALSE;

  /* Translators: %1$s is a facet such as “Status”, %2$u how many of its values are chosen */
  label = set != NULL ? g_strdup_printf (_ ("%1$s (%2$u)"), title, set->len) : g_strdup (title);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
}
