/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/note-field.h"

/* How long a pause in typing is taken for the end of a thought, in milliseconds. */
#define PAUSE_MS 700

struct _CwNoteField
{
  GtkWidget parent_instance;

  GtkWidget *title;
  /* A text view does not ask for the height its text needs; an unseen label with the same text
   * does, and the view lies over it. */
  GtkWidget *sizer;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  gboolean filling;
  gboolean dirty;
  guint pause_id;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

enum
{
  EDITED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwNoteField, cw_note_field, GTK_TYPE_WIDGET)

static gboolean
on_pause (gpointer user_data)
{
  CwNoteField *self = user_data;

  self->pause_id = 0;
  cw_note_field_flush (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed (CwNoteField *self)
{
  g_autofree char *text = cw_note_field_get_text (self);

  gtk_label_set_text (GTK_LABEL (self->sizer), text);
  if (self->filling)
    return;

  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, on_pause, self);
}

static void
cw_note_field_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CwNoteField *self = CW_NOTE_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      cw_note_field_set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_note_field_dispose (GObject *object)
{
  CwNoteField *self = CW_NOTE_FIELD (object);
  GtkWidget *child;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cw_note_field_parent_class)->dispose (object);
}

static void
cw_note_field_class_init (CwNoteFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_note_field_dispose;
  object_class->set_property = cw_note_field_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CwNoteField::edited:
   * @self: the field
   * @text: the new text
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_note_field_init (CwNoteField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *frame = gtk_overlay_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "dim-label");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));

  self->sizer = gtk_label_new (NULL);
  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  /* Undo is that of the document: one step a change, also after the field is left. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_widget_add_css_class (self->view, "note");
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (cw_note_field_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  gtk_widget_add_css_class (frame, "note-frame");
  gtk_label_set_wrap (GTK_LABEL (self->sizer), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->sizer), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->sizer), 0);
  gtk_widget_set_opacity (self->sizer, 0);
  gtk_widget_add_css_class (self->sizer, "note");
  gtk_overlay_set_child (GTK_OVERLAY (frame), self->sizer);
  gtk_overlay_add_overlay (GTK_OVERLAY (frame), self->view);
  gtk_widget_set_parent (frame, GTK_WIDGET (self));
}

/**
 * cw_note_field_set_title:
 * @self: a field
 * @title: what the text is, in the user's language
 */
void
cw_note_field_set_title (CwNoteField *self, const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

/**
 * cw_note_field_set_text:
 * @self: a field
 * @text: what it shows
 *
 * Does nothing while the person is typing another text.
 */
void
cw_note_field_set_text (CwNoteField *self, const char *text)
{
  g_autofree char *old = cw_note_field_get_text (self);

  if (self->dirty || g_str_equal (old, text))
    return;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->filling = FALSE;
}

/**
 * cw_note_field_get_text:
 * @self: a field
 *
 * Returns: (transfer full): what it shows
 */
char *
cw_note_field_get_text (CwNoteField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/**
 * cw_note_field_flush:
 * @self: a field
 *
 * Says "edited" at once if something was typed since it last did.
 */
void
cw_note_field_flush (CwNoteField *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty)
    return;

  self->dirty = FALSE;
  text = cw_note_field_get_text (self);
  g_signal_emit (self, signals[EDITED], 0, text);
}

/**
 * cw_note_field_set_editable:
 * @self: a field
 * @editable: whether it can be changed
 */
void
cw_note_field_set_editable (CwNoteField *self, gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
}
