/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/row-counter.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* In microseconds: what is quick says nothing, and nobody reads faster. */
#define FIRST (G_USEC_PER_SEC)
#define EVERY (G_USEC_PER_SEC / 5)

/* The clock is looked at now and then only. */
#define STRIDE 1024

struct _CwRowCounter
{
  guint n;
  gint64 next;
  gboolean shown;
};

/**
 * cw_row_counter_new:
 *
 * Returns: (transfer full) (nullable): a progress; %NULL where standard error is no terminal
 */
CwRowCounter *
cw_row_counter_new (void)
{
  CwRowCounter *self;

  if (!isatty (STDERR_FILENO))
    return NULL;

  self = g_new0 (CwRowCounter, 1);
  self->next = g_get_monotonic_time () + FIRST;

  return self;
}

/**
 * cw_row_counter_step:
 * @self: (nullable): a progress
 *
 * One more row is done.
 */
void
cw_row_counter_step (CwRowCounter *self)
{
  g_autofree char *text = NULL;
  gint64 now;

  if (self == NULL || ++self->n % STRIDE != 0)
    return;
  now = g_get_monotonic_time ();
  if (now < self->next)
    return;

  self->next = now + EVERY;
  self->shown = TRUE;
  /* Translators: how far a long task is; %u is how many rows of a file are done */
  text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", (gulong) self->n), self->n);
  fprintf (stderr, "\r\033[K%s", text);
  fflush (stderr);
}

/**
 * cw_row_counter_free:
 * @self: (nullable): a progress
 *
 * Wipes the line.
 */
void
cw_row_counter_free (CwRowCounter *self)
{
  if (self == NULL)
    return;

  if (self->shown)
    fputs ("\r\033[K", stderr);
  g_free (self);
}
