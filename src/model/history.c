/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/history.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (CwHistoryStep, cw_history_step, cw_history_step_ref, cw_history_step_unref)

static const char *const action_keys[] = {
  [CW_HISTORY_EDIT] = "edit",
  [CW_HISTORY_UNDO] = "undo",
  [CW_HISTORY_REDO] = "redo",
};

static const char *const state_keys[] = {
  [CW_HISTORY_DONE] = "done",
  [CW_HISTORY_UNDONE] = "undone",
  [CW_HISTORY_DROPPED] = "dropped",
};

/**
 * cw_history_step_new:
 * @id: row in the journal
 * @action: whether something was done, taken back or done again
 * @state: what became of it
 * @target_id: the edit that was taken back or done again; 0 for an edit
 * @step: (transfer full): what was done
 * @author: who did it
 * @made: when, ISO 8601 in UTC
 *
 * Returns: (transfer full): a step of the journal
 */
CwHistoryStep *
cw_history_step_new (gint64 id,
                     CwHistoryAction action,
                     CwHistoryState state,
                     gint64 target_id,
                     CwStep *step,
                     const char *author,
                     const char *made)
{
  CwHistoryStep *self = g_atomic_rc_box_new0 (CwHistoryStep);

  self->id = id;
  self->action = action;
  self->state = state;
  self->target_id = target_id;
  self->step = step;
  self->author = g_strdup (author);
  self->made = g_strdup (made);

  return self;
}

/**
 * cw_history_step_ref:
 * @self: a step
 *
 * Returns: (transfer full): @self
 */
CwHistoryStep *
cw_history_step_ref (CwHistoryStep *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
step_clear (gpointer data)
{
  CwHistoryStep *self = data;

  cw_step_free (self->step);
  g_free (self->author);
  g_free (self->made);
}

/**
 * cw_history_step_unref:
 * @self: (transfer full): a step
 */
void
cw_history_step_unref (CwHistoryStep *self)
{
  g_atomic_rc_box_release_full (self, step_clear);
}

/**
 * cw_history_step_holds:
 * @self: a step
 *
 * Returns: whether it is an edit that holds, so that one can go back to before it
 */
gboolean
cw_history_step_holds (const CwHistoryStep *self)
{
  return self->action == CW_HISTORY_EDIT && self->state == CW_HISTORY_DONE;
}

/**
 * cw_history_step_format:
 * @self: a step
 *
 * Returns: (transfer full): what was done, in the user's language, such as "Linked 2.2 to 14.6" or
 *   "Undid: Linked 2.2 to 14.6"
 */
char *
cw_history_step_format (const CwHistoryStep *self)
{
  g_autofree char *done = cw_step_format_done (self->step);

  switch (self->action)
    {
    case CW_HISTORY_UNDO:
      /* Translators: %s is what was done before, such as “Linked 2.2 to 14.6” */
      return g_strdup_printf (_ ("Undid: %s"), done);
    case CW_HISTORY_REDO:
      /* Translators: %s is what was done before, such as “Linked 2.2 to 14.6” */
      return g_strdup_printf (_ ("Did again: %s"), done);
    case CW_HISTORY_EDIT:
    default:
      return g_steal_pointer (&done);
    }
}

/**
 * cw_mapping_change_free:
 * @self: (nullable): a change
 */
void
cw_mapping_change_free (CwMappingChange *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->before, cw_mapping_unref);
  g_clear_pointer (&self->after, cw_mapping_unref);
  g_free (self);
}

/**
 * cw_history_action_to_key:
 * @action: an action
 *
 * Returns: (transfer none): the key in documents
 */
const char *
cw_history_action_to_key (CwHistoryAction action)
{
  g_return_val_if_fail (action < G_N_ELEMENTS (action_keys), NULL);

  return action_keys[action];
}

/**
 * cw_history_action_from_key:
 * @key: (nullable): a key such as "undo"
 * @action: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_history_action_from_key (const char *key, CwHistoryAction *action)
{
  guint index;

  if (!cw_key_lookup (action_keys, G_N_ELEMENTS (action_keys), key, &index))
    return FALSE;

  *action = index;
  return TRUE;
}

/**
 * cw_history_state_to_key:
 * @state: a state
 *
 * Returns: (transfer none): the key in documents
 */
const char *
cw_history_state_to_key (CwHistoryState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_keys), NULL);

  return state_keys[state];
}

/**
 * cw_history_state_from_key:
 * @key: (nullable): a key such as "undone"
 * @state: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_history_state_from_key (const char *key, CwHistoryState *state)
{
  guint index;

  if (!cw_key_lookup (state_keys, G_N_ELEMENTS (state_keys), key, &index))
    return FALSE;

  *state = index;
  return TRUE;
}
