/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-picker.h"

#include "model/fold.h"
#include "model/jurisdiction.h"
#include "model/text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CwListPicker
{
  GtkPopover parent_instance;

  GPtrArray *lists;  /* CwList */
  GPtrArray *chosen; /* CwList, in the order they were chosen */
  char **languages;
  gboolean filling;

  GtkWidget *search_entry;
  GtkWidget *list_box;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwListPicker, cw_list_picker, GTK_TYPE_POPOVER)

static CwList *
get_list (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "list");
}

static void
on_toggled (GtkCheckButton *check, CwListPicker *self)
{
  CwList *list = get_list (GTK_WIDGET (check));

  if (self->filling)
    return;

  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->chosen, g_object_ref (list));
  else
    g_ptr_array_remove (self->chosen, list);
  g_signal_emit (self, signals[PICKED], 0, self->chosen);
}

/* Looked for in every language a list has a title in, and in its key and jurisdiction. */
static char *
get_search_text (CwList *list)
{
  const CwListCard *card = cw_list_get_card (list);
  g_autoptr (GString) text = g_string_new (card->key);

  g_string_append_printf (text, "\n%s", cw_jurisdiction_get_name (card->jurisdiction));
  for (guint i = 0; i < cw_text_get_n_languages (card->short_title); i++)
    g_string_append_printf (text, "\n%s",
                            cw_text_get (card->short_title,
                                         cw_text_get_language (card->short_title, i)));
  for (guint i = 0; i < cw_text_get_n_languages (card->title); i++)
    g_string_append_printf (text, "\n%s",
                            cw_text_get (card->title, cw_text_get_language (card->title, i)));

  return cw_fold_for_search (text->str);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  CwListPicker *self = user_data;
  g_autofree char *wanted =
    cw_fold_for_search (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_autofree char *text = get_search_text (get_list (GTK_WIDGET (row)));

  return strstr (text, wanted) != NULL;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *here = cw_list_get_card (get_list (GTK_WIDGET (row)))->jurisdiction;
  GtkWidget *header;

  if (before != NULL &&
      g_str_equal (cw_list_get_card (get_list (GTK_WIDGET (before)))->jurisdiction, here))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  header = gtk_label_new (cw_jurisdiction_get_name (here));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "picker-heading");
  gtk_list_box_row_set_header (row, header);
}

static void
on_search_changed (CwListPicker *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list_box));
}

/* Activating a row, by Enter or a click beside its check mark, chooses that list alone. */
static void
on_row_activated (CwListPicker *self, GtkListBoxRow *row)
{
  g_ptr_array_set_size (self->chosen, 0);
  g_ptr_array_add (self->chosen, g_object_ref (get_list (GTK_WIDGET (row))));
  g_signal_emit (self, signals[PICKED], 0, self->chosen);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Enter takes the first list that is found. The entry tells of a change only after a pause, and
 * Enter may come before that. */
static void
on_search_activated (CwListPicker *self)
{
  GtkListBoxRow *row;

  on_search_changed (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), i)) != NULL;
       i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          on_row_activated (self, row);
          return;
        }
    }
}

static GtkWidget *
make_row (CwListPicker *self, CwList *list)
{
  const char *title = cw_list_get_short_title (list, (const char *const *) self->languages);
  guint n_items = cw_list_get_n_items (list);
  g_autofree char *count =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n_items), n_items);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *size = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 46);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (size, "dim-label");
  gtk_widget_add_css_class (size, "numeric");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_ptr_array_find (self->chosen, list, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  /* An edit may put another object in the place of the list while the row is there. */
  g_object_set_data_full (G_OBJECT (row), "list", g_object_ref (list), g_object_unref);
  g_object_set_data_full (G_OBJECT (check), "list", g_object_ref (list), g_object_unref);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_tooltip_text (row, cw_text_choose (cw_list_get_card (list)->title,
                                                    (const char *const *) self->languages));

  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), size);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  const CwListCard *first = cw_list_get_card (*(CwList *const *) a);
  const CwListCard *second = cw_list_get_card (*(CwList *const *) b);
  int order = cw_jurisdiction_compare (first->jurisdiction, second->jurisdiction);

  /* The newest first. */
  return order != 0 ? order : strcmp (second->issued, first->issued);
}

static void
fill (CwListPicker *self)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list_box)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list_box), child);
  for (guint i = 0; i < self->lists->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list_box),
                         make_row (self, g_ptr_array_index (self->lists, i)));
  self->filling = FALSE;
}

/* The rows are only made when somebody looks: they cost time at the start of the program. */
static void
on_show (CwListPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (self->lists != NULL)
    fill (self);
  gtk_widget_grab_focus (self->search_entry);
}

static void
cw_list_picker_finalize (GObject *object)
{
  CwListPicker *self = CW_LIST_PICKER (object);

  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_strfreev (self->languages);

  G_OBJECT_CLASS (cw_list_picker_parent_class)->finalize (object);
}

static void
cw_list_picker_class_init (CwListPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_list_picker_finalize;

  /**
   * CwListPicker::picked:
   * @self: the picker
   * @lists: (element-type CwList): the lists that are chosen now, in the order they were chosen
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/list-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, CwListPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CwListPicker, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
}

static void
cw_list_picker_init (CwListPicker *self)
{
  self->languages = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list_box), filter_row, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list_box), update_header, NULL, NULL);
}

/**
 * cw_list_picker_set_lists:
 * @self: a picker
 * @lists: (element-type CwList): all lists
 * @chosen: (element-type CwList): those that are chosen
 * @languages: (array zero-terminated=1): languages of titles, the most wanted first
 */
void
cw_list_picker_set_lists (CwListPicker *self,
                          GPtrArray *lists,
                          GPtrArray *chosen,
                          const char *const *languages)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  self->lists = g_ptr_array_copy (lists, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->lists, g_object_unref);
  g_ptr_array_sort (self->lists, compare_lists);

  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  self->chosen = g_ptr_array_copy (chosen, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->chosen, g_object_unref);

  cw_list_picker_set_languages (self, languages);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/**
 * cw_list_picker_set_languages:
 * @self: a picker
 * @languages: (array zero-terminated=1): languages of titles, the most wanted first
 */
void
cw_list_picker_set_languages (CwListPicker *self, const char *const *languages)
{
  g_strfreev (self->languages);
  self->languages = g_strdupv ((char **) languages);
}

/**
 * cw_list_picker_get_jurisdiction:
 * @list: a list
 *
 * Returns: (transfer none): the name of its jurisdiction in the user's language
 */
const char *
cw_list_picker_get_jurisdiction (CwList *list)
{
  return cw_jurisdiction_get_name (cw_list_get_card (list)->jurisdiction);
}
