/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/wait.h"

/**
 * cw_wait_begin:
 * @self: (out caller-allocates): a wait
 *
 * To be called before the asynchronous call is made with cw_wait_callback().
 */
void
cw_wait_begin (CwWait *self)
{
  self->context = g_main_context_new ();
  self->result = NULL;
  g_main_context_push_thread_default (self->context);
}

/**
 * cw_wait_callback:
 * @source: (nullable): the object that was called
 * @result: what came of it
 * @user_data: the #CwWait
 */
void
cw_wait_callback (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWait *self = user_data;

  self->result = g_object_ref (result);
}

/**
 * cw_wait_end:
 * @self: a wait
 *
 * Blocks until the call has been answered.
 *
 * Returns: (transfer full): the result, for the call's finish function
 */
GAsyncResult *
cw_wait_end (CwWait *self)
{
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);

  g_main_context_pop_thread_default (self->context);
  g_main_context_unref (self->context);

  return self->result;
}
