/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"
#include "plain-list.h"
#include "window-bench.h"

#include <string.h>

/* What a person types to find something, a letter at a time, and takes away again. */
#define TYPED "quantum se"

static void
measure_show (BenchWindow *window, guint n_items)
{
  CwOutlineModel *model =
    cw_list_pane_get_model (cw_compare_page_get_pane (window->page, CW_SIDE_LEFT));
  double start, computed, set, drawn;

  bench_frames_show (window->window);
  bench_frames_wait (window->window);
  start = bench_get_milliseconds ();
  computed = bench_get_processor_milliseconds ();
  bench_window_set_list (window, CW_SIDE_LEFT, BENCH_LEFT);
  set = bench_get_processor_milliseconds () - computed;
  drawn = bench_frames_next (window->window);
  bench_check (g_list_model_get_n_items (G_LIST_MODEL (model)) == n_items, "all items show");
  bench_print ("show the list, to the drawn frame", "%.0f ms", drawn - start);
  bench_print ("  processor, of that before the frame", "%.0f ms, %.0f ms",
               bench_get_processor_milliseconds () - computed, set);

  start = bench_get_milliseconds ();
  bench_window_set_list (window, CW_SIDE_RIGHT, BENCH_RIGHT);
  drawn = bench_frames_next (window->window);
  bench_print ("put another list opposite", "%.0f ms", drawn - start);
  bench_frames_wait (window->window);
}

/* Without a view: what the filter itself takes. */
static void
measure_model (BenchWindow *window, guint n_items)
{
  g_autoptr (CwOutlineModel) model = cw_outline_model_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (BenchFigures) keys = bench_figures_new ();
  g_autofree char *text = NULL;
  double start = bench_get_processor_milliseconds ();
  double first = 0;

  g_ptr_array_add (lists, cw_document_find_list (window->document, BENCH_LEFT));
  cw_outline_model_set_lists (model, lists);
  bench_print ("model alone: set the list", "%.1f ms", bench_get_processor_milliseconds () - start);

  for (guint length = 1; length <= strlen (TYPED); length++)
    {
      g_autofree char *typed = g_strndup (TYPED, length);

      start = bench_get_processor_milliseconds ();
      cw_outline_model_set_filter (model, typed);
      if (length == 1)
        first = bench_get_processor_milliseconds () - start;
      else
        bench_figures_add (keys, bench_get_processor_milliseconds () - start);
      bench_check (cw_outline_model_get_n_matches (model) > 0, "something is found");
    }
  bench_check (cw_outline_model_get_n_matches (model) < n_items / 2, "not everything is found");
  bench_print ("model alone: first key, all texts folded", "%.1f ms", first);
  bench_print ("model alone: each further key", "%s", text = bench_figures_format (keys, "ms"));
}

/* In time of the processor; the wait for the next frame, up to 17 ms, comes on top. */
static double
press_key (BenchWindow *window, CwOutlineModel *model, const char *typed)
{
  double start = bench_get_processor_milliseconds ();

  cw_outline_model_set_filter (model, typed);
  bench_frames_next (window->window);

  return bench_get_processor_milliseconds () - start;
}

static void
measure_filter (BenchWindow *window, guint n_items)
{
  CwOutlineModel *model =
    cw_list_pane_get_model (cw_compare_page_get_pane (window->page, CW_SIDE_LEFT));
  g_autoptr (BenchFigures) keys = bench_figures_new ();
  g_autofree char *text = NULL;
  double first = 0;

  for (guint length = 1; length <= strlen (TYPED); length++)
    {
      g_autofree char *typed = g_strndup (TYPED, length);
      double key = press_key (window, model, typed);

      if (length == 1)
        first = key;
      else
        bench_figures_add (keys, key);
    }
  bench_print ("filter, to the drawn frame: first key", "%.1f ms", first);
  bench_print ("filter, to the drawn frame: each further key", "%s",
               text = bench_figures_format (keys, "ms"));
  bench_print ("rows then, of which found", "%u, %u",
               g_list_model_get_n_items (G_LIST_MODEL (model)),
               cw_outline_model_get_n_matches (model));
  bench_print ("filter taken away, to the drawn frame", "%.1f ms", press_key (window, model, ""));
  bench_check (g_list_model_get_n_items (G_LIST_MODEL (model)) == n_items, "all items show again");
}

static void
measure_scroll (BenchWindow *window, gboolean brief)
{
  GtkWidget *view = bench_window_get_view (window, CW_SIDE_LEFT);
  GtkAdjustment *adjustment = bench_get_adjustment (view);
  guint n_frames = brief ? 10 : 400;
  g_autoptr (BenchScroll) jumps = bench_frames_scroll (view, adjustment, n_frames, 0, NULL, NULL);
  g_autoptr (BenchScroll) steps = bench_frames_scroll (view, adjustment, n_frames, 53, NULL, NULL);

  bench_check (jumps->n_binds > n_frames, "rows came into view");
  bench_scroll_print (jumps, "scroll top to bottom, a frame");
  bench_scroll_print (steps, "scroll by a notch of the wheel, a frame");
}

static void
measure_plain (guint n_rows, gboolean brief)
{
  GtkWidget *window = bench_plain_list_new (n_rows, 420, 44);
  GtkWidget *view = bench_plain_list_get_view (window);
  guint n_frames = brief ? 10 : 400;
  g_autoptr (BenchScroll) jumps = NULL;
  g_autoptr (BenchScroll) steps = NULL;

  bench_frames_show (window);
  jumps = bench_frames_scroll (view, bench_get_adjustment (view), n_frames, 0, NULL, NULL);
  steps = bench_frames_scroll (view, bench_get_adjustment (view), n_frames, 53, NULL, NULL);
  bench_scroll_print (jumps, "plain GtkListView, top to bottom, a frame");
  bench_scroll_print (steps, "plain GtkListView, by a notch, a frame");
  gtk_window_destroy (GTK_WINDOW (window));
}

void
bench_large_list (GtkApplication *application, const char *folder, gboolean brief)
{
  BenchSize size = { brief ? 2000 : 100000, 100, 0 };
  g_autofree char *path = g_build_filename (folder, "large.crosswalk", NULL);
  g_autoptr (BenchWindow) window = NULL;

  bench_print_heading ("A list of %u items in the window", size.n_left);
  bench_document_make (path, &size);
  bench_print ("peak memory, nothing open", "%.0f MiB", bench_get_peak_mebibytes ());
  window = bench_window_new (application, path);
  bench_print ("peak memory, document open", "%.0f MiB", bench_get_peak_mebibytes ());
  measure_show (window, size.n_left);
  bench_print ("peak memory, list shown", "%.0f MiB", bench_get_peak_mebibytes ());
  measure_filter (window, size.n_left);
  bench_print ("peak memory, filtered", "%.0f MiB", bench_get_peak_mebibytes ());
  measure_scroll (window, brief);
  bench_print ("peak memory, scrolled", "%.0f MiB", bench_get_peak_mebibytes ());
  measure_model (window, size.n_left);
  measure_plain (size.n_left, brief);
}
