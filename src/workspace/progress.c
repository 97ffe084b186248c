/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/progress.h"

/* Pointers are what GLib adds to as one step on every machine. */
struct _CwProgress
{
  gatomicrefcount n_references;
  gpointer total;
  gpointer done;
};

/**
 * cw_progress_new:
 *
 * Returns: (transfer full): a count that has not begun
 */
CwProgress *
cw_progress_new (void)
{
  CwProgress *self = g_new0 (CwProgress, 1);

  g_atomic_ref_count_init (&self->n_references);

  return self;
}

/**
 * cw_progress_ref:
 * @self: a count
 *
 * Returns: (transfer full): @self
 */
CwProgress *
cw_progress_ref (CwProgress *self)
{
  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

/**
 * cw_progress_unref:
 * @self: (transfer full): a count
 */
void
cw_progress_unref (CwProgress *self)
{
  if (g_atomic_ref_count_dec (&self->n_references))
    g_free (self);
}

/**
 * cw_progress_set_total:
 * @self: a count
 * @total: how many there are to do
 */
void
cw_progress_set_total (CwProgress *self, guint64 total)
{
  g_atomic_pointer_set (&self->total, GSIZE_TO_POINTER ((gsize) total));
}

/**
 * cw_progress_add:
 * @self: a count
 * @n_done: how many more are done
 */
void
cw_progress_add (CwProgress *self, guint64 n_done)
{
  g_atomic_pointer_add (&self->done, (gssize) n_done);
}

/**
 * cw_progress_get_total:
 * @self: a count
 *
 * Returns: how many there are to do; 0 while it is not known
 */
guint64
cw_progress_get_total (CwProgress *self)
{
  return GPOINTER_TO_SIZE (g_atomic_pointer_get (&self->total));
}

/**
 * cw_progress_get_done:
 * @self: a count
 *
 * Returns: how many are done
 */
guint64
cw_progress_get_done (CwProgress *self)
{
  return GPOINTER_TO_SIZE (g_atomic_pointer_get (&self->done));
}
