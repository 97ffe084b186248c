/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spin.h"

#include <glib-object.h>

/* Long enough for a sanitizer on a busy machine. */
#define DEADLINE_SECONDS 40

static gboolean
on_deadline (gpointer user_data)
{
  Spin *self = user_data;

  self->expired = TRUE;

  return G_SOURCE_CONTINUE;
}

void
spin_begin (Spin *self)
{
  self->expired = FALSE;
  self->deadline_id = g_timeout_add_seconds (DEADLINE_SECONDS, on_deadline, self);
}

/* Returns: whether there is time left */
gboolean
spin_turn (Spin *self)
{
  g_main_context_iteration (NULL, TRUE);

  return !self->expired;
}

void
spin_end (Spin *self)
{
  g_source_remove (self->deadline_id);
}

static void
count (SignalCount *self)
{
  self->n_times++;
}

void
signal_count_begin (SignalCount *self, gpointer object, const char *signal)
{
  self->object = g_object_ref (object);
  self->n_times = 0;
  self->handler = g_signal_connect_swapped (object, signal, G_CALLBACK (count), self);
}

void
signal_count_end (SignalCount *self)
{
  if (self->object != NULL)
    g_clear_signal_handler (&self->handler, self->object);
  g_clear_object (&self->object);
}
