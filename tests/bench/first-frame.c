/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long programs take from being started to their first drawn frame, seen from the X server:
 * their window is there, and something is drawn in it. They are started in turns, and the first
 * one is what the others are compared with.
 * Usage: crosswalk-bench-first-frame RUNS NAME COMMAND [NAME COMMAND]... */
#include "figures.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

/* A window that draws nothing for so long has come to rest, in milliseconds. */
#define REST 400
#define PATIENCE 30000

/* Where a window's header bar is, in pixels from the top, and how many colours are more than one
 * background. */
#define HEADER_Y 14
#define HEADER_HEIGHT 20
#define N_COLORS 4

typedef struct
{
  const char *name;
  char **command;
  BenchFigures *first;     /* to the first drawn frame */
  BenchFigures *rest;      /* to the last frame before the window comes to rest */
  BenchFigures *n_frames;  /* drawn until then */
  BenchFigures *processor; /* time of the processor until the first drawn frame, all threads */
} Program;

typedef struct
{
  Display *display;
  int damage_event;
  Window window;
  GPid pid;
  double start;
  double first;
  double processor;
  double last;
  guint n_frames;
} Watch;

/* A window may be gone before what is asked about it is answered. */
static int
ignore_error (Display *display, XErrorEvent *error)
{
  return 0;
}

static gboolean
is_drawn (Watch *watch)
{
  XWindowAttributes attributes;
  unsigned long colors[N_COLORS];
  guint n_colors = 0;
  XImage *image;

  if (!XGetWindowAttributes (watch->display, watch->window, &attributes) ||
      attributes.map_state != IsViewable || attributes.height < HEADER_Y + HEADER_HEIGHT)
    return FALSE;
  image = XGetImage (watch->display, watch->window, 0, HEADER_Y, (unsigned) attributes.width,
                     HEADER_HEIGHT, AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;

  for (int y = 0; y < image->height && n_colors < N_COLORS; y++)
    {
      for (int x = 0; x < image->width && n_colors < N_COLORS; x++)
        {
          unsigned long color = XGetPixel (image, x, y);
          gboolean seen = FALSE;

          for (guint i = 0; i < n_colors; i++)
            seen = seen || colors[i] == color;
          if (!seen)
            colors[n_colors++] = color;
        }
    }
  XDestroyImage (image);

  return n_colors == N_COLORS;
}

/* What a process has computed so far, in all its threads. */
static double
get_processor (GPid pid)
{
  struct timespec time = { 0 };
  clockid_t clock;

  if (clock_getcpuclockid (pid, &clock) == 0)
    clock_gettime (clock, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static void
note_damage (Watch *watch)
{
  double now = bench_get_milliseconds ();

  if (watch->first <= 0 && !is_drawn (watch))
    return;
  if (watch->first <= 0)
    {
      watch->first = now;
      watch->processor = get_processor (watch->pid);
    }
  watch->last = now;
  watch->n_frames++;
}

static void
handle_event (Watch *watch, XEvent *event)
{
  if (event->type == MapNotify && !event->xmap.override_redirect && watch->window == None)
    {
      watch->window = event->xmap.window;
      XDamageCreate (watch->display, watch->window, XDamageReportNonEmpty);
      note_damage (watch);
      return;
    }

  if (event->type == watch->damage_event)
    {
      const XDamageNotifyEvent *notify = (const XDamageNotifyEvent *) event;

      XDamageSubtract (watch->display, notify->damage, None, None);
      if (notify->drawable == watch->window)
        note_damage (watch);
    }
}

static gboolean
is_over (Watch *watch)
{
  double now = bench_get_milliseconds ();

  return now - watch->start > PATIENCE || (watch->first > 0 && now - watch->last > REST);
}

static void
watch_window (Watch *watch)
{
  while (!is_over (watch))
    {
      while (XPending (watch->display) > 0)
        {
          XEvent event;

          XNextEvent (watch->display, &event);
          handle_event (watch, &event);
        }
      poll (&(struct pollfd){ ConnectionNumber (watch->display), POLLIN, 0 }, 1, 20);
    }
}

/* As by the button in its corner, so that it puts its document in order. */
static void
close_window (Watch *watch)
{
  XEvent event = { 0 };

  event.xclient.type = ClientMessage;
  event.xclient.window = watch->window;
  event.xclient.message_type = XInternAtom (watch->display, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) XInternAtom (watch->display, "WM_DELETE_WINDOW", False);
  XSendEvent (watch->display, watch->window, False, NoEventMask, &event);
  XFlush (watch->display);
}

static void
wait_for_end (GPid pid)
{
  double start = bench_get_milliseconds ();
  int status = 0;

  while (waitpid (pid, &status, WNOHANG) == 0)
    {
      if (bench_get_milliseconds () - start > PATIENCE)
        kill (pid, SIGKILL);
      g_usleep (2000);
    }
  bench_check (WIFEXITED (status) && WEXITSTATUS (status) == 0, "the program ended well");
}

static void
run_once (Display *display, int damage_base, Program *program, gboolean counts)
{
  Watch watch = { 0 };
  g_autoptr (GError) error = NULL;

  watch.display = display;
  watch.damage_event = damage_base + XDamageNotify;
  watch.start = bench_get_milliseconds ();
  g_spawn_async (NULL, program->command, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH,
                 NULL, NULL, &watch.pid, &error);
  g_assert_no_error (error);
  watch_window (&watch);
  bench_check (watch.first > 0, "the program has drawn a window");
  close_window (&watch);
  wait_for_end (watch.pid);
  if (!counts)
    return;

  bench_figures_add (program->first, watch.first - watch.start);
  bench_figures_add (program->rest, watch.last - watch.start);
  bench_figures_add (program->n_frames, watch.n_frames);
  bench_figures_add (program->processor, watch.processor);
}

static void
print_program (const Program *program, const Program *base)
{
  g_autofree char *first = bench_figures_format (program->first, "ms");
  double median = bench_figures_get_median (program->first);

  bench_print (program->name, "%s", first);
  bench_print ("  processor; until it rests, in frames", "%.0f ms; %.0f ms, %.0f",
               bench_figures_get_median (program->processor),
               bench_figures_get_median (program->rest),
               bench_figures_get_median (program->n_frames));
  if (program != base)
    bench_print ("  ratio of first frame, of processor", "%.2f, %.2f",
                 median / bench_figures_get_median (base->first),
                 bench_figures_get_median (program->processor) /
                   bench_figures_get_median (base->processor));
}

static void
read_program (Program *program, char **arguments)
{
  g_autoptr (GError) error = NULL;

  program->name = arguments[0];
  g_shell_parse_argv (arguments[1], NULL, &program->command, &error);
  g_assert_no_error (error);
  program->first = bench_figures_new ();
  program->rest = bench_figures_new ();
  program->n_frames = bench_figures_new ();
  program->processor = bench_figures_new ();
}

static void
clear_program (Program *program)
{
  g_strfreev (program->command);
  bench_figures_free (program->first);
  bench_figures_free (program->rest);
  bench_figures_free (program->n_frames);
  bench_figures_free (program->processor);
}

int
main (int argc, char *argv[])
{
  guint n_programs = argc > 3 ? ((guint) argc - 2) / 2 : 0;
  guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 0;
  g_autofree Program *programs = g_new0 (Program, n_programs);
  Display *display = XOpenDisplay (NULL);
  int damage_base, unused;

  if (n_programs == 0 || n_runs == 0)
    {
      g_printerr ("Usage: crosswalk-bench-first-frame RUNS NAME COMMAND [NAME COMMAND]...\n");
      return 2;
    }
  if (display == NULL || !XDamageQueryExtension (display, &damage_base, &unused))
    {
      g_printerr ("There is no X display with the DAMAGE extension\n");
      return 77;
    }

  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  for (guint i = 0; i < n_programs; i++)
    read_program (&programs[i], argv + 2 + 2 * i);
  for (guint run = 0; run <= n_runs; run++)
    {
      /* The first turn fills the caches. */
      for (guint i = 0; i < n_programs; i++)
        run_once (display, damage_base, &programs[i], run > 0);
    }
  for (guint i = 0; i < n_programs; i++)
    print_program (&programs[i], &programs[0]);

  for (guint i = 0; i < n_programs; i++)
    clear_program (&programs[i]);
  XCloseDisplay (display);

  return 0;
}
