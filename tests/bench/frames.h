/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long a window takes for its frames. A scrolled frame is measured in time of the processor,
 * from the beginning of the frame to its end: everything is done in one thread, and others that use
 * the machine meanwhile do not count. What the display server does comes on top and is the same for
 * every program. */

/**
 * BenchScroll:
 * @n_frames: how many frames were drawn
 * @n_binds: how often a row was shown for another item
 * @frame: milliseconds of the processor, for each frame
 */
typedef struct
{
  guint n_frames;
  guint n_binds;
  BenchFigures *frame;
} BenchScroll;

/* Called at each frame of a scroll, when all is drawn. */
typedef void (*BenchFrameFunc) (gpointer user_data);

void bench_frames_wait (GtkWidget *window);
double bench_frames_show (GtkWidget *window);
double bench_frames_next (GtkWidget *window);
BenchScroll *bench_frames_scroll (GtkWidget *view,
                                  GtkAdjustment *adjustment,
                                  guint n_frames,
                                  double pixels,
                                  BenchFrameFunc func,
                                  gpointer user_data);
void bench_scroll_free (BenchScroll *scroll);
void bench_scroll_print (BenchScroll *scroll, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchScroll, bench_scroll_free)

G_END_DECLS
