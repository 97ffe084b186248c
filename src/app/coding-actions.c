/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/coding-actions.h"

#include "app/coding-dialog.h"
#include "app/compat.h"

#include <glib/gi18n.h>

struct _CwCodingActions
{
  GObject parent_instance;

  CwSession *session;
  GtkWidget *window; /* borrowed: it owns this object */
  GSimpleActionGroup *group;
  char *awaited; /* the coding to show once it is there, by name */
};

G_DEFINE_FINAL_TYPE (CwCodingActions, cw_coding_actions, G_TYPE_OBJECT)

static void
cw_coding_actions_dispose (GObject *object)
{
  CwCodingActions *self = CW_CODING_ACTIONS (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (cw_session_get_document (self->session), self);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->group);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (cw_coding_actions_parent_class)->dispose (object);
}

static void
cw_coding_actions_class_init (CwCodingActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_coding_actions_dispose;
}

static void
cw_coding_actions_init (CwCodingActions *self)
{
  self->group = g_simple_action_group_new ();
}

static GPtrArray *
get_codings (CwCodingActions *self)
{
  return cw_document_get_codings (cw_session_get_document (self->session));
}

static CwCoding *
get_shown (CwCodingActions *self)
{
  return cw_coding_find (get_codings (self), cw_session_get_coding (self->session));
}

static gboolean
is_own (CwCodingActions *self, const CwCoding *coding)
{
  return g_str_equal (coding->coder,
                      cw_document_get_author (cw_session_get_document (self->session)));
}

static void
show_coding (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwCodingActions *self = user_data;

  cw_session_set_coding (self->session, g_variant_get_int64 (parameter));
}

static void
present (CwCodingActions *self, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self->window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_new_named (CwCodingDialog *dialog, const char *name, CwCodingActions *self)
{
  g_free (self->awaited);
  self->awaited = g_strstrip (g_strdup (name));
  cw_session_apply (self->session, cw_edit_new_coding (name));
}

/* A coding that was just begun is what its coder wants to work in. */
static void
on_codings_changed (CwCodingActions *self)
{
  CwCoding *coding =
    self->awaited != NULL ? cw_coding_find_by_name (get_codings (self), self->awaited) : NULL;

  if (coding == NULL)
    return;

  g_clear_pointer (&self->awaited, g_free);
  cw_session_set_coding (self->session, coding->id);
  gtk_widget_activate_action (self->window, "win.page", "s", "compare");
}

static void
begin_coding (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwCodingActions *self = user_data;
  /* Translators: the name that is suggested for a new coding; %u is a number */
  g_autofree char *name = g_strdup_printf (_ ("Coding %u"), get_codings (self)->len + 1);
  GtkWidget *dialog = cw_coding_dialog_new (NULL, name);

  g_signal_connect_object (dialog, "named", G_CALLBACK (on_new_named), self, 0);
  present (self, dialog);
}

static void
on_renamed (CwCodingDialog *dialog, const char *name, CwCodingActions *self)
{
  CwCoding *coding = get_shown (self);

  if (coding != NULL)
    cw_session_apply (self->session, cw_edit_new_coding_name (coding->id, name));
}

static void
rename_coding (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwCodingActions *self = user_data;
  CwCoding *coding = get_shown (self);
  GtkWidget *dialog;

  if (coding == NULL)
    return;

  dialog = cw_coding_dialog_new (coding->name, coding->name);
  g_signal_connect_object (dialog, "named", G_CALLBACK (on_renamed), self, 0);
  present (self, dialog);
}

/* What is asked is asked about the coding that is shown, which stays while the question stands. */
static void
on_done_answered (const char *response, gpointer user_data)
{
  g_autoptr (CwCodingActions) self = user_data;
  CwCoding *coding = self->session != NULL ? get_shown (self) : NULL;

  if (coding != NULL && g_str_equal (response, "done"))
    cw_session_apply (self->session, cw_edit_new_coding_done (coding->id, TRUE));
}

static void
finish_coding (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwCodingActions *self = user_data;
  CwCoding *coding = get_shown (self);
  const CwAnswer answers[] = {
    { "close", _ ("_Not yet") },
    { "done", _ ("I am _done") },
    { NULL, NULL },
  };
  g_autofree char *heading = NULL;

  if (coding == NULL)
    return;

  /* Translators: %s is the name of a coding */
  heading = g_strdup_printf (_ ("Are you done with “%s”?"), coding->name);
  cw_compat_ask (GTK_WINDOW (self->window), heading,
                 _ ("You will see the agreed mapping and the other codings, and others will see "
                    "yours. It then stays as it is."),
                 answers, "done", on_done_answered, g_object_ref (self));
}

static void
reopen_coding (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwCodingActions *self = user_data;
  CwCoding *coding = get_shown (self);

  if (coding != NULL)
    cw_session_apply (self->session, cw_edit_new_coding_done (coding->id, FALSE));
}

static void
on_delete_answered (const char *response, gpointer user_data)
{
  g_autoptr (CwCodingActions) self = user_data;
  CwCoding *coding = self->session != NULL ? get_shown (self) : NULL;

  if (coding != NULL && g_str_equal (response, "delete"))
    cw_session_apply (self->session, cw_edit_new_coding_delete (coding->id));
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwCodingActions) self = user_data;
  g_autoptr (GArray) links = cw_document_find_links_finish (CW_DOCUMENT (source), result, NULL);
  CwCoding *coding = self->session != NULL ? get_shown (self) : NULL;
  const CwAnswer answers[] = {
    { "close", _ ("_Cancel") },
    { "delete", _ ("_Delete") },
    { NULL, NULL },
  };
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (links == NULL || coding == NULL)
    return;

  /* Translators: %s is the name of a coding */
  heading = g_strdup_printf (_ ("Delete “%s”?"), coding->name);
  body =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "Its %u judgement goes with it. What was settled stays. It is "
                                  "one step, which can be undone.",
                                  "Its %u judgements go with it. What was settled stays. It is "
                                  "one step, which can be undone.",
                                  links->len),
                     links->len);
  cw_compat_ask (GTK_WINDOW (self->window), heading, body, answers, "close", on_delete_answered,
                 g_object_ref (self));
}

/* Says first how much goes. */
static void
delete_coding (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwCodingActions *self = user_data;
  CwDocument *document = cw_session_get_document (self->session);
  GPtrArray *lists = cw_document_get_lists (document);
  CwCoding *coding = get_shown (self);

  if (coding != NULL)
    cw_document_find_links_async (document, coding->id, lists, lists, NULL, on_counted,
                                  g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "show", .activate = show_coding, .parameter_type = "x", .state = "int64 0" },
  { .name = "new", .activate = begin_coding },
  { .name = "rename", .activate = rename_coding },
  { .name = "done", .activate = finish_coding },
  { .name = "reopen", .activate = reopen_coding },
  { .name = "delete", .activate = delete_coding },
};

static void
set_enabled (CwCodingActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (CwCodingActions *self)
{
  gboolean writable = !cw_document_is_read_only (cw_session_get_document (self->session));
  CwCoding *coding = get_shown (self);
  gboolean own = coding != NULL && is_own (self, coding);
  GAction *show = g_action_map_lookup_action (G_ACTION_MAP (self->group), "show");

  g_simple_action_set_state (G_SIMPLE_ACTION (show),
                             g_variant_new_int64 (cw_session_get_coding (self->session)));
  set_enabled (self, "new", writable);
  set_enabled (self, "rename", writable && coding != NULL);
  set_enabled (self, "done", writable && own && !coding->done);
  set_enabled (self, "reopen", writable && own && coding->done);
  set_enabled (self, "delete", writable && coding != NULL);
}

/**
 * cw_coding_actions_new:
 * @session: what to act on
 * @window: where dialogs belong; it must own the actions
 *
 * Returns: (transfer full): the actions
 */
CwCodingActions *
cw_coding_actions_new (CwSession *session, GtkWidget *window)
{
  CwCodingActions *self = g_object_new (CW_TYPE_CODING_ACTIONS, NULL);

  self->session = g_object_ref (session);
  self->window = window;
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_swapped (cw_session_get_document (session), "codings-changed",
                            G_CALLBACK (on_codings_changed), self);
  g_signal_connect_swapped (session, "coding-changed", G_CALLBACK (update), self);
  update (self);

  return self;
}

/**
 * cw_coding_actions_get_group:
 * @self: coding actions
 *
 * Returns: (transfer none): the group, to be inserted as "coding"
 */
GActionGroup *
cw_coding_actions_get_group (CwCodingActions *self)
{
  return G_ACTION_GROUP (self->group);
}
