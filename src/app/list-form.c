/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-form.h"

#include "app/field-row.h"
#include "app/list-card.h"
#include "model/language.h"
#include "workspace/list-edit.h"

#include <glib/gi18n.h>
#include <stddef.h>

/* The fields of a card. Those of a text are shown in one language at a time. */
typedef struct
{
  const char *title;
  gsize offset;
  gboolean is_text;
} Field;

static const Field fields[] = {
  { N_ ("Short title"), offsetof (CwListCard, short_title), TRUE },
  { N_ ("Title"), offsetof (CwListCard, title), TRUE },
  { N_ ("Issued by"), offsetof (CwListCard, issuer), TRUE },
  { N_ ("Number of the document"), offsetof (CwListCard, document_number), FALSE },
  { N_ ("Issued on (YYYY-MM-DD)"), offsetof (CwListCard, issued), FALSE },
  { N_ ("Purpose"), offsetof (CwListCard, purpose), FALSE },
  { N_ ("Legal force"), offsetof (CwListCard, legal_force), FALSE },
  { N_ ("Source, as one would cite it"), offsetof (CwListCard, citation), FALSE },
  { N_ ("Address"), offsetof (CwListCard, url), FALSE },
  { N_ ("Replaces (name of a list)"), offsetof (CwListCard, supersedes), FALSE },
  { N_ ("Jurisdiction (two letters)"), offsetof (CwListCard, jurisdiction), FALSE },
  { N_ ("Official language (tag)"), offsetof (CwListCard, official_language), FALSE },
  { N_ ("How far it was checked"), offsetof (CwListCard, verification), FALSE },
  { N_ ("Remarks"), offsetof (CwListCard, notes), FALSE },
  { N_ ("Name in files and addresses"), offsetof (CwListCard, key), FALSE },
  { N_ ("IRI, where it has one of its own"), offsetof (CwListCard, iri), FALSE },
};

#define N_FIELDS G_N_ELEMENTS (fields)
#define N_TEXTS 3

struct _CwListForm
{
  GtkWidget parent_instance;

  CwSession *session;
  gint64 list_id;
  char *language; /* of the texts */
  GPtrArray *tags;
  gboolean filling;

  GtkWidget *stack;
  GtkWidget *facts; /* a box for the text of a shipped list's card */
  GtkWidget *language_row;
  GtkWidget *rows[N_FIELDS];
};

G_DEFINE_FINAL_TYPE (CwListForm, cw_list_form, GTK_TYPE_WIDGET)

static CwList *
get_list (CwListForm *self)
{
  return self->session != NULL
           ? cw_document_get_list_by_id (cw_session_get_document (self->session), self->list_id)
           : NULL;
}

static const char *
get_value (const CwListCard *card, const Field *field, const char *language)
{
  const char *value = field->is_text
                        ? cw_text_get (G_STRUCT_MEMBER (CwText *, card, field->offset), language)
                        : G_STRUCT_MEMBER (char *, card, field->offset);

  return value != NULL ? value : "";
}

static void
set_value (CwListCard *card, const Field *field, const char *language, const char *value)
{
  char **string;

  if (field->is_text)
    {
      cw_text_set (G_STRUCT_MEMBER (CwText *, card, field->offset), language,
                   *value != '\0' ? value : NULL);
      return;
    }

  string = G_STRUCT_MEMBER_P (card, field->offset);
  g_free (*string);
  /* What is not replaced is not there, rather than empty. */
  *string =
    *value == '\0' && field->offset == offsetof (CwListCard, supersedes) ? NULL : g_strdup (value);
}

static void
fill_fields (CwListForm *self, const CwListCard *card)
{
  for (guint i = 0; i < N_FIELDS; i++)
    cw_field_row_set_text (CW_FIELD_ROW (self->rows[i]),
                           get_value (card, &fields[i], self->language));
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwListForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);
  CwList *list = get_list (self);

  if (ids != NULL)
    return;

  cw_session_fail (self->session, error->message);
  if (list != NULL)
    fill_fields (self, cw_list_get_card (list));
}

static void
on_edited (GtkWidget *row, const char *text, CwListForm *self)
{
  const Field *field = g_object_get_data (G_OBJECT (row), "field");
  CwList *list = get_list (self);
  g_autoptr (CwListCard) card = NULL;

  if (list == NULL)
    return;

  card = cw_list_card_copy (cw_list_get_card (list));
  set_value (card, field, self->language, text);
  cw_document_apply_async (cw_session_get_document (self->session),
                           cw_edit_new_list_card (list, card), on_applied, g_object_ref (self));
}

static void
on_language_selected (CwListForm *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language_row));
  CwList *list = get_list (self);

  if (self->filling || list == NULL || selected >= self->tags->len)
    return;

  for (guint i = 0; i < N_TEXTS; i++)
    cw_field_row_flush (CW_FIELD_ROW (self->rows[i]));
  g_free (self->language);
  self->language = g_strdup (g_ptr_array_index (self->tags, selected));
  fill_fields (self, cw_list_get_card (list));
}

static void
add_tag (GPtrArray *tags, const char *tag)
{
  if (!g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
    g_ptr_array_add (tags, g_strdup (tag));
}

static void
add_tags (GPtrArray *tags, const CwText *text)
{
  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    add_tag (tags, cw_text_get_language (text, i));
}

/* The official language, those that show, and those in which something is said. */
static void
fill_languages (CwListForm *self, const CwListCard *card)
{
  const char *const *shown = cw_session_get_languages (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint index = 0;

  g_ptr_array_set_size (self->tags, 0);
  add_tag (self->tags, card->official_language);
  for (guint i = 0; shown[i] != NULL; i++)
    add_tag (self->tags, shown[i]);
  add_tags (self->tags, card->short_title);
  add_tags (self->tags, card->title);
  add_tags (self->tags, card->issuer);

  for (guint i = 0; i < self->tags->len; i++)
    {
      g_autofree char *name = cw_language_get_name (g_ptr_array_index (self->tags, i));

      gtk_string_list_append (names, name);
    }
  if (self->language != NULL)
    g_ptr_array_find_with_equal_func (self->tags, self->language, g_str_equal, &index);
  g_free (self->language);
  self->language = g_strdup (g_ptr_array_index (self->tags, index));

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->language_row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language_row), index);
  self->filling = FALSE;
}

static void
show_facts (CwListForm *self, CwList *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->facts)) != NULL)
    gtk_box_remove (GTK_BOX (self->facts), child);
  gtk_box_append (GTK_BOX (self->facts),
                  cw_list_card_new_facts (list, cw_session_get_languages (self->session)));
}

/**
 * cw_list_form_show:
 * @self: a form
 * @list: (nullable): the list whose card to show, as it is now
 */
void
cw_list_form_show (CwListForm *self, CwList *list)
{
  const CwListCard *card = list != NULL ? cw_list_get_card (list) : NULL;
  gboolean same = list != NULL && cw_list_get_id (list) == self->list_id;

  self->list_id = list != NULL ? cw_list_get_id (list) : 0;
  if (list == NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "none");
      return;
    }
  if (card->shipped || cw_document_is_read_only (cw_session_get_document (self->session)))
    {
      show_facts (self, list);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "facts");
      return;
    }

  if (!same)
    g_clear_pointer (&self->language, g_free);
  fill_languages (self, card);
  for (guint i = 0; !same && i < N_FIELDS; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->rows[i]),
                           get_value (card, &fields[i], self->language));
  fill_fields (self, card);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "fields");
}

/**
 * cw_list_form_flush:
 * @self: a form
 *
 * Does what was typed and not done yet.
 */
void
cw_list_form_flush (CwListForm *self)
{
  CwList *list = get_list (self);

  if (list == NULL || cw_list_get_card (list)->shipped)
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    cw_field_row_flush (CW_FIELD_ROW (self->rows[i]));
}

static void
cw_list_form_dispose (GObject *object)
{
  CwListForm *self = CW_LIST_FORM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_list_form_parent_class)->dispose (object);
}

static void
cw_list_form_finalize (GObject *object)
{
  CwListForm *self = CW_LIST_FORM (object);

  g_ptr_array_unref (self->tags);
  g_free (self->language);

  G_OBJECT_CLASS (cw_list_form_parent_class)->finalize (object);
}

static void
cw_list_form_class_init (CwListFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_list_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_list_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_fields (CwListForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *titles = adw_preferences_group_new ();
  GtkWidget *others = adw_preferences_group_new ();

  self->language_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language_row), _ ("Titles in"));
  g_signal_connect_swapped (self->language_row, "notify::selected",
                            G_CALLBACK (on_language_selected), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (titles), self->language_row);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->rows[i] = cw_field_row_new (g_dgettext (GETTEXT_PACKAGE, fields[i].title));
      g_object_set_data (G_OBJECT (self->rows[i]), "field", (gpointer) &fields[i]);
      g_signal_connect (self->rows[i], "edited", G_CALLBACK (on_edited), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (i < N_TEXTS ? titles : others),
                                 self->rows[i]);
    }
  gtk_box_append (GTK_BOX (box), titles);
  gtk_box_append (GTK_BOX (box), others);
  gtk_widget_add_css_class (box, "form-box");

  return box;
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);

  return scrolled;
}

static void
cw_list_form_init (CwListForm *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->facts, "form-box");

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_scrolled (self->facts), "facts");
  gtk_stack_add_named (GTK_STACK (self->stack), make_scrolled (make_fields (self)), "fields");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * cw_list_form_set_session:
 * @self: a form
 * @session: whose document the lists are of
 */
void
cw_list_form_set_session (CwListForm *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}
