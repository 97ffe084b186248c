/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mapping-editor.h"

#include "app/label-style.h"
#include "app/note-field.h"
#include "app/relation-style.h"

#include <glib/gi18n.h>

#define N_NOTES 7

/* Which text a field holds. What only one side has depends on how the mapping is read. */
typedef enum
{
  NOTE_RATIONALE,
  NOTE_SHARED,
  NOTE_LEFT,
  NOTE_RIGHT,
  NOTE_CITATION,
  NOTE_URL,
  NOTE_QUOTATION,
} Note;

struct _CwMappingEditor
{
  GtkWidget parent_instance;

  CwSession *session;
  CwEditActions *actions;
  CwMapping *mapping; /* what the fields show; NULL for none */
  gboolean inverted;  /* they show it read from its object */
  gboolean filling;
  guint confidence_id;

  GtkWidget *stack;
  GtkWidget *left_name;
  GtkWidget *phrase;
  GtkWidget *right_name;
  GtkWidget *relations;
  GtkWidget *buttons[CW_N_RELATIONS];
  GtkWidget *details;
  GtkWidget *reason_box;
  GtkWidget *reason;
  GtkWidget *status;
  GtkWidget *confidence_box;
  GtkWidget *confidence;
  GtkWidget *confidence_value;
  GtkWidget *notes[N_NOTES];
  GtkWidget *made;
};

G_DEFINE_FINAL_TYPE (CwMappingEditor, cw_mapping_editor, GTK_TYPE_WIDGET)

typedef struct
{
  gsize offset;
  CwMappingFields field;
  CwStepKind kind;
} NoteFacts;

static NoteFacts
get_note_facts (CwMappingEditor *self, Note note)
{
  static const NoteFacts facts[N_NOTES] = {
    [NOTE_RATIONALE] = { G_STRUCT_OFFSET (CwMapping, rationale), CW_MAPPING_RATIONALE,
                         CW_STEP_RATIONALE },
    [NOTE_SHARED] = { G_STRUCT_OFFSET (CwMapping, note_shared), CW_MAPPING_NOTE_SHARED,
                      CW_STEP_NOTE },
    [NOTE_LEFT] = { G_STRUCT_OFFSET (CwMapping, note_subject), CW_MAPPING_NOTE_SUBJECT,
                    CW_STEP_NOTE },
    [NOTE_RIGHT] = { G_STRUCT_OFFSET (CwMapping, note_object), CW_MAPPING_NOTE_OBJECT,
                     CW_STEP_NOTE },
    [NOTE_CITATION] = { G_STRUCT_OFFSET (CwMapping, citation), CW_MAPPING_CITATION,
                        CW_STEP_EVIDENCE },
    [NOTE_URL] = { G_STRUCT_OFFSET (CwMapping, url), CW_MAPPING_URL, CW_STEP_EVIDENCE },
    [NOTE_QUOTATION] = { G_STRUCT_OFFSET (CwMapping, quotation), CW_MAPPING_QUOTATION,
                         CW_STEP_EVIDENCE },
  };

  if (self->inverted && (note == NOTE_LEFT || note == NOTE_RIGHT))
    return facts[note == NOTE_LEFT ? NOTE_RIGHT : NOTE_LEFT];

  return facts[note];
}

static void
on_note_edited (CwNoteField *field, const char *text, CwMappingEditor *self)
{
  g_autoptr (CwMapping) values = NULL;
  NoteFacts facts;
  Note note = 0;

  if (self->mapping == NULL)
    return;

  while (self->notes[note] != GTK_WIDGET (field))
    note++;
  facts = get_note_facts (self, note);
  values = cw_mapping_copy (self->mapping);
  cw_mapping_set_text (&G_STRUCT_MEMBER (char *, values, facts.offset), text);
  cw_edit_actions_patch (self->actions, facts.kind, values->id, values, facts.field);
}

static void
patch_confidence (CwMappingEditor *self)
{
  g_autoptr (CwMapping) values = NULL;

  g_clear_handle_id (&self->confidence_id, g_source_remove);
  if (self->mapping == NULL)
    return;

  values = cw_mapping_copy (self->mapping);
  values->confidence = gtk_range_get_value (GTK_RANGE (self->confidence));
  cw_edit_actions_patch (self->actions, CW_STEP_CONFIDENCE, values->id, values,
                         CW_MAPPING_CONFIDENCE);
}

static gboolean
on_confidence_pause (gpointer user_data)
{
  CwMappingEditor *self = user_data;

  self->confidence_id = 0;
  patch_confidence (self);

  return G_SOURCE_REMOVE;
}

static void
show_confidence (CwMappingEditor *self, double confidence)
{
  g_autofree char *text = confidence < 0 ? g_strdup (C_ ("confidence", "Not given"))
                                         /* Translators: a confidence from 0 to 1, such as 0.7 */
                                         : g_strdup_printf (C_ ("confidence", "%.2f"), confidence);

  gtk_label_set_text (GTK_LABEL (self->confidence_value), text);
}

/* A drag of the slider is one step, not one for every pixel. */
static void
on_confidence_changed (CwMappingEditor *self)
{
  if (self->filling)
    return;

  show_confidence (self, gtk_range_get_value (GTK_RANGE (self->confidence)));
  g_clear_handle_id (&self->confidence_id, g_source_remove);
  self->confidence_id = g_timeout_add (400, on_confidence_pause, self);
}

static void
on_status_selected (CwMappingEditor *self)
{
  g_autoptr (CwMapping) values = NULL;

  if (self->filling || self->mapping == NULL)
    return;

  values = cw_mapping_copy (self->mapping);
  values->status = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));
  cw_edit_actions_patch (self->actions, CW_STEP_STATUS, values->id, values, CW_MAPPING_STATUS);
}

static void
on_reason_selected (CwMappingEditor *self)
{
  g_autoptr (CwMapping) values = NULL;

  if (self->filling || self->mapping == NULL)
    return;

  values = cw_mapping_copy (self->mapping);
  values->absence = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->reason));
  cw_edit_actions_patch (self->actions, CW_STEP_REASON, values->id, values, CW_MAPPING_ABSENCE);
}

static void update_relations (CwMappingEditor *self);

static void
on_relation_clicked (GtkToggleButton *button, CwMappingEditor *self)
{
  const char *key = g_object_get_data (G_OBJECT (button), "key");

  /* The button follows the document, not the press. */
  update_relations (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "edit.link", "s", key);
}

static void
add_relation_button (CwMappingEditor *self, CwRelation relation)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (cw_relation_get_name (relation));
  g_autofree char *number = g_strdup_printf ("%d", relation);
  g_autofree char *tooltip
    /* Translators: %1$s is a relation such as “is part of”; %2$s the key that chooses it */
    = g_strdup_printf (_ ("Left %1$s right (%2$s)"), cw_relation_get_phrase (relation, FALSE),
                       number);
  GtkWidget *key = gtk_label_new (number);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_add_css_class (key, "numeric");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "relation-button");
  cw_relation_style_apply (button, relation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cw_relation_get_name (relation), -1);
  g_object_set_data (G_OBJECT (button), "key", (gpointer) cw_relation_to_key (relation));
  g_signal_connect (button, "clicked", G_CALLBACK (on_relation_clicked), self);
  gtk_grid_attach (GTK_GRID (self->relations), button, (relation - 1) % 3, (relation - 1) / 3, 1,
                   1);
  self->buttons[relation] = button;
}

static void
set_names (GtkWidget *dropdown, const char *(*get_name) (guint), guint n_names)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_names; i++)
    gtk_string_list_append (names, get_name (i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (dropdown), G_LIST_MODEL (names));
}

static const char *
get_status_name (guint status)
{
  return cw_status_get_name (status);
}

static const char *
get_reason_name (guint reason)
{
  return cw_absence_get_name (reason);
}

static void
cw_mapping_editor_dispose (GObject *object)
{
  CwMappingEditor *self = CW_MAPPING_EDITOR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->confidence_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->mapping, cw_mapping_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cw_mapping_editor_parent_class)->dispose (object);
}

static void
bind_notes (GtkWidgetClass *widget_class)
{
  static const char *const names[N_NOTES] = { "rationale", "note_shared", "note_left", "note_right",
                                              "citation",  "url",         "quotation" };

  for (guint i = 0; i < N_NOTES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (CwMappingEditor, notes) +
                                                 (gssize) (i * sizeof (GtkWidget *)));
}

static void
cw_mapping_editor_class_init (CwMappingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_mapping_editor_dispose;

  g_type_ensure (CW_TYPE_NOTE_FIELD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/mapping-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, left_name);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, phrase);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, right_name);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, relations);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, details);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, reason_box);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, reason);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, status);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, confidence_box);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, confidence);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, confidence_value);
  gtk_widget_class_bind_template_child (widget_class, CwMappingEditor, made);
  bind_notes (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_confidence_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_status_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_selected);
}

static void
cw_mapping_editor_init (CwMappingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filling = TRUE;
  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    add_relation_button (self, relation);
  set_names (self->status, get_status_name, CW_N_STATUSES);
  set_names (self->reason, get_reason_name, CW_N_ABSENCES);
  for (Note note = 0; note < N_NOTES; note++)
    g_signal_connect (self->notes[note], "edited", G_CALLBACK (on_note_edited), self);
  self->filling = FALSE;
}

static void
show_name (CwMappingEditor *self, GtkWidget *label, const CwItem *item, CwList *list)
{
  const char *const *languages = cw_session_get_languages (self->session);
  const CwLabel *chosen = item != NULL ? cw_item_choose_label (item, languages) : NULL;
  g_autofree char *text = NULL;

  if (item != NULL)
    text = g_strdup_printf ("%s %s", item->code, chosen != NULL ? chosen->text : "");
  else if (list != NULL)
    text = g_strdup (cw_list_get_short_title (list, languages));

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_label_set_attributes (GTK_LABEL (label), chosen != NULL
                                                 ? cw_label_style_get_attributes (chosen->language)
                                                 : NULL);
}

/* The relation read from the left, CW_RELATION_NONE for an absence or where there is no mapping. */
static CwRelation
get_relation (CwMappingEditor *self)
{
  if (self->mapping == NULL)
    return CW_RELATION_NONE;

  return self->inverted ? cw_relation_inverse (self->mapping->relation) : self->mapping->relation;
}

static void
update_relations (CwMappingEditor *self)
{
  CwRelation current = get_relation (self);

  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[relation]), relation == current);
}

static void
update_sentence (CwMappingEditor *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  const CwItem *left = cw_session_get_selected (self->session, CW_SIDE_LEFT);
  const CwItem *right = cw_session_get_selected (self->session, CW_SIDE_RIGHT);
  CwList *list = NULL;
  CwRelation relation = get_relation (self);
  const char *phrase = C_ ("relation phrase", "is not linked to");

  if (self->mapping != NULL && self->mapping->relation == CW_RELATION_NONE)
    {
      left = cw_document_get_item (document, self->mapping->subject_id);
      right = NULL;
      list = cw_document_get_list_by_id (document, self->mapping->object_list_id);
    }
  else if (self->mapping != NULL)
    {
      left = cw_document_get_item (document, self->inverted ? self->mapping->object_id
                                                            : self->mapping->subject_id);
      right = cw_document_get_item (document, self->inverted ? self->mapping->subject_id
                                                             : self->mapping->object_id);
    }
  if (self->mapping != NULL)
    phrase = cw_relation_get_phrase (relation, self->mapping->negated);
  else if (left == NULL || right == NULL)
    phrase = C_ ("relation phrase", "is open");

  show_name (self, self->left_name, left != NULL ? left : right, NULL);
  show_name (self, self->right_name, left != NULL ? right : NULL, list);
  gtk_widget_set_visible (self->right_name, (left != NULL && right != NULL) || list != NULL);
  gtk_label_set_text (GTK_LABEL (self->phrase), phrase);
  if (self->mapping != NULL)
    cw_relation_style_apply (self->phrase, relation);
  else
    cw_relation_style_clear (self->phrase);
  gtk_widget_set_visible (self->relations, left != NULL && right != NULL);
}

/* An absence has nothing that is shared or that only one side has. */
static void
update_notes (CwMappingEditor *self)
{
  gboolean absence = self->mapping->relation == CW_RELATION_NONE;

  for (Note note = 0; note < N_NOTES; note++)
    {
      NoteFacts facts = get_note_facts (self, note);
      gboolean of_a_pair = note == NOTE_SHARED || note == NOTE_LEFT || note == NOTE_RIGHT;

      gtk_widget_set_visible (self->notes[note], !(absence && of_a_pair));
      cw_note_field_set_text (CW_NOTE_FIELD (self->notes[note]),
                              G_STRUCT_MEMBER (char *, self->mapping, facts.offset));
    }
}

static char *
format_made (const CwMapping *mapping)
{
  /* Translators: who made a mapping and when it was changed last, as a date */
  return g_strdup_printf (_ ("By %1$s, changed %2$.10s"),
                          *mapping->author != '\0' ? mapping->author : _ ("somebody"),
                          mapping->modified);
}

/* Returns: (nullable): who judged the mapping, and when */
static char *
format_reviewed (const CwMapping *mapping)
{
  const char *reviewer = *mapping->reviewer != '\0' ? mapping->reviewer : _ ("somebody");

  if (*mapping->reviewed == '\0')
    return NULL;

  switch (mapping->status)
    {
    case CW_STATUS_REVIEWED:
      /* Translators: who reviewed a mapping and when, as a date */
      return g_strdup_printf (_ ("Reviewed by %1$s, %2$.10s"), reviewer, mapping->reviewed);
    case CW_STATUS_DISPUTED:
      /* Translators: who disputed a mapping and when, as a date */
      return g_strdup_printf (_ ("Disputed by %1$s, %2$.10s"), reviewer, mapping->reviewed);
    case CW_STATUS_REJECTED:
      /* Translators: who rejected a mapping and when, as a date */
      return g_strdup_printf (_ ("Rejected by %1$s, %2$.10s"), reviewer, mapping->reviewed);
    case CW_STATUS_DRAFT:
    case CW_STATUS_PROPOSED:
    default:
      return NULL;
    }
}

static void
update_made (CwMappingEditor *self)
{
  g_autofree char *made = format_made (self->mapping);
  g_autofree char *reviewed = format_reviewed (self->mapping);
  g_autofree char *lines = reviewed != NULL ? g_strconcat (made, "\n", reviewed, NULL) : NULL;

  gtk_label_set_text (GTK_LABEL (self->made), lines != NULL ? lines : made);
}

static void
update_details (CwMappingEditor *self)
{
  gboolean absence;

  gtk_widget_set_visible (self->details, self->mapping != NULL);
  if (self->mapping == NULL)
    return;

  absence = self->mapping->relation == CW_RELATION_NONE;
  gtk_widget_set_visible (self->reason_box, absence);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->reason), self->mapping->absence);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), self->mapping->status);
  if (self->confidence_id == 0)
    {
      show_confidence (self, self->mapping->confidence);
      gtk_range_set_value (GTK_RANGE (self->confidence),
                           self->mapping->confidence < 0 ? 0.5 : self->mapping->confidence);
    }
  update_notes (self);
  update_made (self);
}

static void
show_mapping (CwMappingEditor *self)
{
  CwMapping *mapping = cw_session_get_mapping (self->session);
  gboolean anything = mapping != NULL ||
                      cw_session_get_selected (self->session, CW_SIDE_LEFT) != NULL ||
                      cw_session_get_selected (self->session, CW_SIDE_RIGHT) != NULL;
  gint64 old_id = self->mapping != NULL ? self->mapping->id : 0;
  gboolean inverted;

  /* It is being read; what is shown stays until it is here. */
  if (mapping == NULL && cw_session_get_mapping_id (self->session) != 0)
    return;

  /* What was typed belongs to what the fields showed until now. */
  inverted = mapping != NULL && cw_session_mapping_is_inverted (self->session, mapping);
  if (mapping == NULL || mapping->id != old_id || inverted != self->inverted)
    cw_mapping_editor_flush (self);
  g_clear_pointer (&self->mapping, cw_mapping_unref);
  if (mapping != NULL)
    self->mapping = cw_mapping_ref (mapping);
  self->inverted = inverted;

  self->filling = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), anything ? "mapping" : "nothing");
  update_sentence (self);
  update_relations (self);
  update_details (self);
  self->filling = FALSE;
}

static void
update_editable (CwMappingEditor *self)
{
  gboolean editable = cw_session_is_editable (self->session);

  for (Note note = 0; note < N_NOTES; note++)
    cw_note_field_set_editable (CW_NOTE_FIELD (self->notes[note]), editable);
  gtk_widget_set_sensitive (self->relations, editable);
  gtk_widget_set_sensitive (self->status, editable);
  gtk_widget_set_sensitive (self->reason, editable);
  gtk_widget_set_sensitive (self->confidence_box, editable);
}

/**
 * cw_mapping_editor_set_session:
 * @self: an editor
 * @session: whose current mapping it shows
 * @actions: how it is changed
 */
void
cw_mapping_editor_set_session (CwMappingEditor *self, CwSession *session, CwEditActions *actions)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->actions = g_object_ref (actions);
  g_signal_connect_swapped (session, "mapping-changed", G_CALLBACK (show_mapping), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (show_mapping), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (show_mapping), self);
  g_signal_connect_swapped (session, "coding-changed", G_CALLBACK (update_editable), self);
  update_editable (self);
  show_mapping (self);
}

/**
 * cw_mapping_editor_flush:
 * @self: an editor
 *
 * Saves at once what was typed and not saved yet.
 */
void
cw_mapping_editor_flush (CwMappingEditor *self)
{
  for (Note note = 0; note < N_NOTES; note++)
    cw_note_field_flush (CW_NOTE_FIELD (self->notes[note]));
  if (self->confidence_id != 0)
    patch_confidence (self);
}
