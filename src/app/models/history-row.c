/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/history-row.h"

struct _CwHistoryRow
{
  GObject parent_instance;

  gint64 step_id; /* 0 for a day */
  gint64 made;
  CwHistoryStep *step; /* NULL until it was read */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwHistoryRow, cw_history_row, G_TYPE_OBJECT)

static void
cw_history_row_finalize (GObject *object)
{
  CwHistoryRow *self = CW_HISTORY_ROW (object);

  g_clear_pointer (&self->step, cw_history_step_unref);

  G_OBJECT_CLASS (cw_history_row_parent_class)->finalize (object);
}

static void
cw_history_row_class_init (CwHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_history_row_finalize;

  /**
   * CwHistoryRow::changed:
   * @self: the row
   *
   * Its content has come or is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_history_row_init (CwHistoryRow *self)
{
}

/**
 * cw_history_row_new:
 * @step_id: a step; 0 for the heading of a day
 * @made: when, in seconds since 1970
 *
 * Returns: (transfer full): a row whose content was not read yet
 */
CwHistoryRow *
cw_history_row_new (gint64 step_id, gint64 made)
{
  CwHistoryRow *self = g_object_new (CW_TYPE_HISTORY_ROW, NULL);

  self->step_id = step_id;
  self->made = made;

  return self;
}

/**
 * cw_history_row_is_day:
 * @self: a row
 *
 * Returns: whether it is the heading of a day
 */
gboolean
cw_history_row_is_day (CwHistoryRow *self)
{
  return self->step_id == 0;
}

/**
 * cw_history_row_get_step_id:
 * @self: a row
 *
 * Returns: its step; 0 for a day
 */
gint64
cw_history_row_get_step_id (CwHistoryRow *self)
{
  return self->step_id;
}

/**
 * cw_history_row_get_made:
 * @self: a row
 *
 * Returns: when, in seconds since 1970
 */
gint64
cw_history_row_get_made (CwHistoryRow *self)
{
  return self->made;
}

/**
 * cw_history_row_get_step:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its content; %NULL for a day, and until it was read
 */
CwHistoryStep *
cw_history_row_get_step (CwHistoryRow *self)
{
  return self->step;
}

/**
 * cw_history_row_set_step:
 * @self: a row
 * @step: its content
 */
void
cw_history_row_set_step (CwHistoryRow *self, CwHistoryStep *step)
{
  cw_history_step_ref (step);
  g_clear_pointer (&self->step, cw_history_step_unref);
  self->step = step;
  g_signal_emit (self, signals[CHANGED], 0);
}
