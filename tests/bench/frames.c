/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"

/* With nothing to do so often, each time for 5 ms, a window rests; a blinking cursor never does. */
#define N_IDLE_ROUNDS 20
#define PATIENCE 3000

typedef struct
{
  double begun; /* by the processor */
  double computed;
  double ended;
  guint n_ended;
} Frames;

static void
on_before_paint (GdkFrameClock *clock, Frames *frames)
{
  frames->begun = bench_get_processor_milliseconds ();
}

static void
on_after_paint (GdkFrameClock *clock, Frames *frames)
{
  frames->computed = bench_get_processor_milliseconds () - frames->begun;
  frames->ended = bench_get_milliseconds ();
  frames->n_ended++;
}

static void
wait_for_frame (Frames *frames, GdkFrameClock *clock)
{
  guint n_before = frames->n_ended;

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (frames->n_ended == n_before)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the window has drawn a frame and nothing else is to be done at once. */
static double
draw_frame (GtkWidget *window)
{
  Frames frames = { 0 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frames);
  wait_for_frame (&frames, clock);
  g_signal_handlers_disconnect_by_data (clock, &frames);

  return frames.ended;
}

/* Lets everything come to rest: answers of other threads, animations, idle work. */
void
bench_frames_wait (GtkWidget *window)
{
  double start = bench_get_milliseconds ();
  guint n_idle = 0;

  while (n_idle < N_IDLE_ROUNDS && bench_get_milliseconds () - start < PATIENCE)
    {
      n_idle = g_main_context_iteration (NULL, FALSE) ? 0 : n_idle + 1;
      if (n_idle > 0)
        g_usleep (5000);
    }
}

/* Shows a window; returns when its first frame was drawn, as bench_get_milliseconds() does. */
double
bench_frames_show (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);

  return draw_frame (window);
}

/* Returns when the next frame was drawn. */
double
bench_frames_next (GtkWidget *window)
{
  return draw_frame (window);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, guint *n_binds)
{
  (*n_binds)++;
}

typedef struct
{
  GtkAdjustment *adjustment;
  double value;
} Tick;

/* In the frame itself, as scrolling by a wheel is. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Tick *tick = user_data;

  gtk_adjustment_set_value (tick->adjustment, tick->value);

  return G_SOURCE_REMOVE;
}

/**
 * bench_frames_scroll:
 * @view: a list view in a window that shows
 * @adjustment: by which it is scrolled
 * @n_frames: in how many frames
 * @pixels: how far in each, or 0 to come to the end with the last one
 * @func: (nullable): called after each frame
 * @user_data: for @func
 *
 * Scrolls from the top.
 */
BenchScroll *
bench_frames_scroll (GtkWidget *view,
                     GtkAdjustment *adjustment,
                     guint n_frames,
                     double pixels,
                     BenchFrameFunc func,
                     gpointer user_data)
{
  BenchScroll *scroll = g_new0 (BenchScroll, 1);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  GtkListItemFactory *factory = gtk_list_view_get_factory (GTK_LIST_VIEW (view));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (view));
  Frames frames = { 0 };

  gtk_adjustment_set_value (adjustment, 0);
  bench_frames_wait (window);

  scroll->frame = bench_figures_new ();
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), &scroll->n_binds);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frames);
  for (guint i = 1; i <= n_frames; i++)
    {
      double end =
        gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
      Tick tick = { adjustment, pixels > 0 ? i * pixels : end * i / n_frames };

      gtk_widget_add_tick_callback (view, on_tick, &tick, NULL);
      wait_for_frame (&frames, clock);
      bench_figures_add (scroll->frame, frames.computed);
      if (func != NULL)
        func (user_data);
    }
  scroll->n_frames = n_frames;
  g_signal_handlers_disconnect_by_data (clock, &frames);
  g_signal_handlers_disconnect_by_data (factory, &scroll->n_binds);

  return scroll;
}

void
bench_scroll_free (BenchScroll *scroll)
{
  bench_figures_free (scroll->frame);
  g_free (scroll);
}

void
bench_scroll_print (BenchScroll *scroll, const char *what)
{
  g_autofree char *frame = bench_figures_format (scroll->frame, "ms");

  bench_print (what, "%s, %.1f binds a frame", frame,
               (double) scroll->n_binds / (double) scroll->n_frames);
}
