/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/link-map-ribbons.h"
#include "frames.h"
#include "plain-list.h"
#include "window-bench.h"

#define N_ITEMS 500

/* What the drawing of the ribbons alone takes, frame by frame. */
typedef struct
{
  GtkWidget *map;
  BenchFigures *record; /* computing paths */
  BenchFigures *raster; /* drawing them */
  BenchFigures *n_drawn;
} Ribbons;

static void
draw_ribbons (gpointer user_data)
{
  Ribbons *ribbons = user_data;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (ribbons->map);
  int height = gtk_widget_get_height (ribbons->map);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  double start = bench_get_processor_milliseconds ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (ribbons->map)->snapshot (ribbons->map, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  bench_figures_add (ribbons->record, bench_get_processor_milliseconds () - start);

  start = bench_get_processor_milliseconds ();
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  bench_figures_add (ribbons->raster, bench_get_processor_milliseconds () - start);
  bench_figures_add (ribbons->n_drawn, cw_link_map_get_n_drawn (CW_LINK_MAP (ribbons->map)));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
measure_collect (BenchWindow *window, guint n_mappings)
{
  CwLinkIndex *links = cw_session_get_links (window->session);
  g_autoptr (BenchFigures) collect = bench_figures_new ();
  g_autofree char *text = NULL;
  guint n_ribbons = 0;

  for (guint i = 0; i < 20; i++)
    {
      double start = bench_get_processor_milliseconds ();
      g_autoptr (GArray) ribbons =
        cw_link_map_collect_ribbons (links,
                                     cw_list_pane_get_model (
                                       cw_compare_page_get_pane (window->page, CW_SIDE_LEFT)),
                                     cw_list_pane_get_model (
                                       cw_compare_page_get_pane (window->page, CW_SIDE_RIGHT)));

      bench_figures_add (collect, bench_get_processor_milliseconds () - start);
      n_ribbons = ribbons->len;
    }
  bench_check (n_ribbons == n_mappings, "there is a ribbon for every mapping");
  bench_print ("ribbons", "%u", n_ribbons);
  bench_print ("collect them, once a change", "%s", text = bench_figures_format (collect, "ms"));
}

static void
print_ribbons (Ribbons *ribbons)
{
  g_autofree char *record = bench_figures_format (ribbons->record, "ms");
  g_autofree char *raster = bench_figures_format (ribbons->raster, "ms");

  bench_print ("ribbons drawn, a frame", "median %.0f, most %.0f",
               bench_figures_get_median (ribbons->n_drawn),
               bench_figures_get_quantile (ribbons->n_drawn, 1));
  bench_print ("of that frame: ribbons recorded", "%s", record);
  bench_print ("of that frame: ribbons drawn", "%s", raster);
}

static double
measure_scroll (BenchWindow *window, gboolean brief)
{
  GtkWidget *view = bench_window_get_view (window, CW_SIDE_LEFT);
  Ribbons ribbons = { GTK_WIDGET (cw_compare_page_get_link_map (window->page)),
                      bench_figures_new (), bench_figures_new (), bench_figures_new () };
  g_autoptr (BenchScroll) scroll =
    bench_frames_scroll (view, bench_get_adjustment (view), brief ? 10 : 400, 0, draw_ribbons,
                         &ribbons);
  double median = bench_figures_get_median (scroll->frame);

  bench_check (bench_figures_get_median (ribbons.n_drawn) > 0, "ribbons are drawn");
  bench_scroll_print (scroll, "scroll top to bottom, a frame");
  print_ribbons (&ribbons);
  bench_figures_free (ribbons.record);
  bench_figures_free (ribbons.raster);
  bench_figures_free (ribbons.n_drawn);

  return median;
}

static double
measure_without (BenchWindow *window, gboolean brief)
{
  GtkWidget *view = bench_window_get_view (window, CW_SIDE_LEFT);
  GtkWidget *map = GTK_WIDGET (cw_compare_page_get_link_map (window->page));
  g_autoptr (BenchScroll) scroll = NULL;

  gtk_widget_set_child_visible (map, FALSE);
  scroll = bench_frames_scroll (view, bench_get_adjustment (view), brief ? 10 : 400, 0, NULL, NULL);
  gtk_widget_set_child_visible (map, TRUE);
  bench_scroll_print (scroll, "the same without ribbons, a frame");

  return bench_figures_get_median (scroll->frame);
}

static double
measure_plain (gboolean brief)
{
  GtkWidget *window = bench_plain_list_new (N_ITEMS, 1280, 44);
  GtkWidget *view = bench_plain_list_get_view (window);
  g_autoptr (BenchScroll) scroll = NULL;

  bench_frames_show (window);
  scroll = bench_frames_scroll (view, bench_get_adjustment (view), brief ? 10 : 400, 0, NULL, NULL);
  bench_scroll_print (scroll, "plain GtkListView, a frame");
  gtk_window_destroy (GTK_WINDOW (window));

  return bench_figures_get_median (scroll->frame);
}

typedef struct
{
  double acknowledged;
  double shown; /* the links were read again */
  gboolean failed;
} Edit;

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Edit *edit = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  edit->acknowledged = bench_get_milliseconds ();
  edit->failed = ids == NULL || ids->len == 0;
}

static void
on_links_changed (CwSession *session, Edit *edit)
{
  edit->shown = bench_get_milliseconds ();
}

static void
measure_edits (BenchWindow *window, const BenchSize *size, guint n_edits)
{
  CwList *left_list = cw_document_find_list (window->document, BENCH_LEFT);
  CwList *right_list = cw_document_find_list (window->document, BENCH_RIGHT);
  g_autoptr (BenchFigures) acknowledged = bench_figures_new ();
  g_autoptr (BenchFigures) read = bench_figures_new ();
  g_autoptr (BenchFigures) shown = bench_figures_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_edits; i++)
    {
      Edit edit = { 0 };
      guint left, right;
      double start;

      bench_document_get_pair (size, size->n_mappings + i, &left, &right);
      g_signal_connect (window->session, "links-changed", G_CALLBACK (on_links_changed), &edit);
      start = bench_get_milliseconds ();
      cw_document_apply_async (window->document,
                               cw_edit_new_link (cw_list_get_item (left_list, left),
                                                 CW_RELATION_CLOSE,
                                                 cw_list_get_item (right_list, right)),
                               on_applied, &edit);
      while (edit.acknowledged <= 0 || edit.shown <= 0)
        g_main_context_iteration (NULL, TRUE);
      bench_check (!edit.failed, "the items are linked");
      bench_figures_add (acknowledged, edit.acknowledged - start);
      bench_figures_add (read, edit.shown - start);
      bench_figures_add (shown, bench_frames_next (window->window) - start);
      g_signal_handlers_disconnect_by_data (window->session, &edit);
      bench_frames_wait (window->window);
    }

  bench_check (cw_link_index_get_n_links (cw_session_get_links (window->session)) ==
                 size->n_mappings + n_edits,
               "every new link is among those that show");
  bench_print ("link two items, until on disk", "%s",
               text = bench_figures_format (acknowledged, "ms"));
  g_free (g_steal_pointer (&text));
  bench_print ("link two items, until the window knows", "%s",
               text = bench_figures_format (read, "ms"));
  g_free (g_steal_pointer (&text));
  bench_print ("link two items, to the drawn frame", "%s",
               text = bench_figures_format (shown, "ms"));
}

void
bench_ribbons (GtkApplication *application, const char *folder, guint n_mappings, gboolean brief)
{
  BenchSize size = { N_ITEMS, N_ITEMS, n_mappings };
  g_autofree char *path = g_build_filename (folder, "mapped.crosswalk", NULL);
  g_autoptr (BenchWindow) window = NULL;
  double with, without, plain;

  bench_print_heading ("%u mappings between two lists of %u items", n_mappings, N_ITEMS);
  bench_document_make (path, &size);
  window = bench_window_new (application, path);
  bench_frames_show (window->window);
  bench_window_set_list (window, CW_SIDE_LEFT, BENCH_LEFT);
  bench_window_set_list (window, CW_SIDE_RIGHT, BENCH_RIGHT);
  bench_frames_wait (window->window);

  measure_collect (window, n_mappings);
  with = measure_scroll (window, brief);
  without = measure_without (window, brief);
  plain = measure_plain (brief);
  bench_print ("ratio, with ribbons to without, to plain", "%.2f, %.2f", with / without,
               with / plain);
  measure_edits (window, &size, brief ? 3 : 30);
}
