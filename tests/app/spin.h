/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Spin:
 *
 * Runs the main loop until something has come about. Every turn waits for an event, never for a
 * time, but for the deadline that makes the test fail.
 */
typedef struct
{
  guint deadline_id;
  gboolean expired;
} Spin;

void spin_begin (Spin *self);
gboolean spin_turn (Spin *self);
void spin_end (Spin *self);

#define spin_until(condition)                  \
  G_STMT_START                                 \
  {                                            \
    Spin _spin;                                \
    spin_begin (&_spin);                       \
    while (!(condition) && spin_turn (&_spin)) \
      ;                                        \
    spin_end (&_spin);                         \
    g_assert_true (condition);                 \
  }                                            \
  G_STMT_END

/* How often a signal came. */
typedef struct
{
  gpointer object;
  gulong handler;
  guint n_times;
} SignalCount;

void signal_count_begin (SignalCount *self, gpointer object, const char *signal);
void signal_count_end (SignalCount *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SignalCount, signal_count_end)

G_END_DECLS
