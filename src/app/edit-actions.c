/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/edit-actions.h"

#include "app/absence-dialog.h"
#include "workspace/export.h"

#include <glib/gi18n.h>

struct _CwEditActions
{
  GObject parent_instance;

  CwSession *session;
  GtkWidget *window; /* borrowed: it owns this object */
  GSimpleActionGroup *group;
};

G_DEFINE_FINAL_TYPE (CwEditActions, cw_edit_actions, G_TYPE_OBJECT)

static void
cw_edit_actions_dispose (GObject *object)
{
  CwEditActions *self = CW_EDIT_ACTIONS (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (cw_session_get_document (self->session), self);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (cw_edit_actions_parent_class)->dispose (object);
}

static void
cw_edit_actions_class_init (CwEditActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_edit_actions_dispose;
}

static void
cw_edit_actions_init (CwEditActions *self)
{
  self->group = g_simple_action_group_new ();
}

static void
link_items (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwEditActions *self = user_data;
  const CwItem *left = cw_session_get_selected (self->session, CW_SIDE_LEFT);
  const CwItem *right = cw_session_get_selected (self->session, CW_SIDE_RIGHT);
  CwRelation relation;

  if (!cw_relation_from_key (g_variant_get_string (parameter, NULL), &relation))
    return;
  if (left == NULL || right == NULL)
    {
      cw_session_fail (self->session, _ ("Select an item on each side to link them"));
      return;
    }
  if (left == right)
    {
      cw_session_fail (self->session, _ ("An item cannot be linked to itself"));
      return;
    }

  cw_session_settle_pair (self->session);
  cw_session_apply (self->session, cw_edit_new_link (left, relation, right));
}

/* Whether a mapping joins the item to one of the list. */
static gboolean
is_linked_in (CwEditActions *self, const CwItem *item, CwList *list)
{
  CwLinkIndex *links = cw_session_get_links (self->session);
  guint first = 0;
  guint n_entries = cw_link_index_lookup (links, item->id, &first);

  for (guint i = first; i < first + n_entries; i++)
    {
      const CwLink *link = cw_link_index_get_entry (links, i);
      const CwItem *far =
        cw_document_get_item (cw_session_get_document (self->session),
                              link->subject_id == item->id ? link->object_id : link->subject_id);

      if (cw_link_joins (link) && far != NULL && far->list == list)
        return TRUE;
    }

  return FALSE;
}

/* The lists opposite in which the item has no counterpart so far. */
static GPtrArray *
find_lists_without_link (CwEditActions *self, CwSide side, const CwItem *item)
{
  GPtrArray *opposite = cw_session_get_lists (self->session, cw_side_opposite (side));
  GPtrArray *without = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < opposite->len; i++)
    {
      CwList *list = g_ptr_array_index (opposite, i);

      if (!is_linked_in (self, item, list))
        g_ptr_array_add (without, g_object_ref (list));
    }

  return without;
}

typedef struct
{
  CwEditActions *actions; /* borrowed: the dialog goes with the window */
  const CwItem *item;
  CwList *list; /* of the item, which lives as long as it */
  GPtrArray *lists;
} Absence;

static void
absence_free (gpointer data, GClosure *closure)
{
  Absence *absence = data;

  g_object_unref (absence->list);
  g_ptr_array_unref (absence->lists);
  g_free (absence);
}

static void
on_absence_chosen (CwAbsenceDialog *dialog,
                   CwAbsence reason,
                   const char *rationale,
                   Absence *absence)
{
  CwSession *session = absence->actions->session;

  cw_session_apply (session,
                    cw_edit_new_absence (absence->item, absence->lists, reason, rationale));
}

static void
record_absence (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwEditActions *self = user_data;
  CwSide side = cw_session_get_active_side (self->session);
  const CwItem *item = cw_session_get_selected (self->session, side);
  g_autoptr (GPtrArray) lists = item != NULL ? find_lists_without_link (self, side, item) : NULL;
  Absence *absence;
  GtkWidget *dialog;

  if (!cw_session_check_editable (self->session))
    return;
  if (item == NULL)
    {
      cw_session_fail (self->session, _ ("Select the item that has no counterpart"));
      return;
    }
  if (lists->len == 0)
    {
      cw_session_fail (self->session,
                       _ ("The item is linked in every list opposite; delete its mappings first"));
      return;
    }

  dialog = cw_absence_dialog_new (self->session, item, lists);
  absence = g_new0 (Absence, 1);
  absence->actions = self;
  absence->item = item;
  absence->list = g_object_ref (item->list);
  absence->lists = g_steal_pointer (&lists);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self->window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (on_absence_chosen), absence, absence_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Codes or list names of a mapping's two ends, for the name of a step. */
static void
get_ends (CwEditActions *self, const CwMapping *mapping, const char **left, const char **right)
{
  CwDocument *document = cw_session_get_document (self->session);
  const CwItem *subject = cw_document_get_item (document, mapping->subject_id);
  const CwItem *object = cw_document_get_item (document, mapping->object_id);
  CwList *list = cw_document_get_list_by_id (document, mapping->object_list_id);
  const char *near = subject != NULL ? subject->code : NULL;
  const char *far = object != NULL ? object->code
                    : list != NULL ? cw_list_get_short_title (list, NULL)
                                   : NULL;
  gboolean inverted = object != NULL && cw_session_mapping_is_inverted (self->session, mapping);

  *left = inverted ? far : near;
  *right = inverted ? near : far;
}

static void
delete_mapping (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwEditActions *self = user_data;
  CwMapping *mapping = cw_session_get_mapping (self->session);
  const char *left, *right;

  if (mapping == NULL)
    {
      cw_session_fail (self->session, _ ("Select the mapping to delete"));
      return;
    }

  get_ends (self, mapping, &left, &right);
  cw_session_apply (self->session, cw_edit_new_delete (&mapping->id, 1, left, right));
}

/**
 * cw_edit_actions_patch:
 * @self: edit actions
 * @kind: what the step is called
 * @mapping_id: a mapping
 * @values: where the new values come from
 * @fields: which of them to take
 *
 * Changes fields of a mapping, which the inspector does as a person types.
 */
void
cw_edit_actions_patch (CwEditActions *self,
                       CwStepKind kind,
                       gint64 mapping_id,
                       const CwMapping *values,
                       CwMappingFields fields)
{
  const char *left, *right;

  get_ends (self, values, &left, &right);
  cw_session_apply (self->session,
                    cw_edit_new_patch (kind, mapping_id, values, fields, left, right));
}

/* That a relation does not hold is a finding too; it joins nothing and is not counted as a link. */
static void
negate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwEditActions *self = user_data;
  CwMapping *mapping = cw_session_get_mapping (self->session);
  g_autoptr (CwMapping) values = NULL;

  if (mapping == NULL || mapping->relation == CW_RELATION_NONE)
    {
      cw_session_fail (self->session, _ ("Select the mapping that does not hold"));
      return;
    }

  values = cw_mapping_copy (mapping);
  values->negated = !mapping->negated;
  cw_edit_actions_patch (self, CW_STEP_RELATE, mapping->id, values, CW_MAPPING_NEGATED);
}

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwEditActions *self = user_data;

  cw_session_undo (self->session);
}

static void
redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwEditActions *self = user_data;

  cw_session_redo (self->session);
}

typedef struct
{
  CwSession *session;
  GdkClipboard *clipboard;
} Copy;

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Copy *copy = user_data;
  g_autoptr (CwSession) session = copy->session;
  g_autoptr (GdkClipboard) clipboard = copy->clipboard;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cw_document_copy_finish (CW_DOCUMENT (source), result, &error);

  if (text == NULL)
    cw_session_fail (session, error->message);
  else
    gdk_clipboard_set_text (clipboard, text);
}

/* The mappings of the item selected last, or the current one alone where two items are paired. */
static GArray *
get_mappings_to_copy (CwEditActions *self)
{
  CwLinkIndex *links = cw_session_get_links (self->session);
  const CwItem *item = cw_session_get_active_item (self->session);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first = 0;
  guint n_entries = item != NULL ? cw_link_index_lookup (links, item->id, &first) : 0;

  for (guint i = first; i < first + n_entries; i++)
    g_array_append_val (ids, cw_link_index_get_entry (links, i)->id);

  return ids;
}

static void
copy_mappings (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwEditActions *self = user_data;
  g_autoptr (GArray) ids = get_mappings_to_copy (self);
  Copy *copy;

  if (ids->len == 0)
    {
      cw_session_fail (self->session, _ ("Select an item that has mappings to copy"));
      return;
    }

  copy = g_new0 (Copy, 1);
  copy->session = g_object_ref (self->session);
  copy->clipboard = g_object_ref (gtk_widget_get_clipboard (self->window));
  cw_document_copy_async (cw_session_get_document (self->session),
                          (const gint64 *) (void *) ids->data, ids->len,
                          cw_session_get_lists (self->session, CW_SIDE_LEFT),
                          cw_session_get_languages (self->session), on_copied, copy);
}

static const GActionEntry entries[] = {
  { .name = "link", .activate = link_items, .parameter_type = "s" },
  { .name = "absence", .activate = record_absence },
  { .name = "delete", .activate = delete_mapping },
  { .name = "negate", .activate = negate },
  { .name = "undo", .activate = undo },
  { .name = "redo", .activate = redo },
  { .name = "copy", .activate = copy_mappings },
};

static void
set_enabled (CwEditActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_enabled (CwEditActions *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  gboolean writable = !cw_document_is_read_only (document);

  set_enabled (self, "link", writable);
  set_enabled (self, "absence", writable);
  set_enabled (self, "delete", writable);
  set_enabled (self, "negate", writable);
  set_enabled (self, "undo", writable && cw_document_get_undo_step (document) != NULL);
  set_enabled (self, "redo", writable && cw_document_get_redo_step (document) != NULL);
}

/**
 * cw_edit_actions_new:
 * @session: what to act on
 * @window: where dialogs belong; it must own the actions
 *
 * Returns: (transfer full): the actions
 */
CwEditActions *
cw_edit_actions_new (CwSession *session, GtkWidget *window)
{
  CwEditActions *self = g_object_new (CW_TYPE_EDIT_ACTIONS, NULL);
  CwDocument *document = cw_session_get_document (session);

  self->session = g_object_ref (session);
  self->window = window;
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_swapped (document, "notify::undo-step", G_CALLBACK (update_enabled), self);
  g_signal_connect_swapped (document, "notify::redo-step", G_CALLBACK (update_enabled), self);
  update_enabled (self);

  return self;
}

/**
 * cw_edit_actions_get_group:
 * @self: edit actions
 *
 * Returns: (transfer none): the group, to be inserted as "edit"
 */
GActionGroup *
cw_edit_actions_get_group (CwEditActions *self)
{
  return G_ACTION_GROUP (self->group);
}
