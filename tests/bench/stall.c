/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stall.h"

#include "figures.h"

/* The main loop calls one function to wait, once in each round: what lies between two calls is one
 * stretch of work. */

static BenchStall longest;
static double busy_since;
static double computed_since;
static gboolean watching;

static void
note (void)
{
  double elapsed = bench_get_milliseconds () - busy_since;

  if (!watching || elapsed <= longest.elapsed)
    return;

  longest.elapsed = elapsed;
  longest.computed = bench_get_processor_milliseconds () - computed_since;
}

static void
restart (void)
{
  busy_since = bench_get_milliseconds ();
  computed_since = bench_get_processor_milliseconds ();
}

static int
wait_and_watch (GPollFD *fds, guint n_fds, int timeout)
{
  int n_ready;

  note ();
  n_ready = g_poll (fds, n_fds, timeout);
  restart ();

  return n_ready;
}

void
bench_stall_begin (void)
{
  g_main_context_set_poll_func (NULL, wait_and_watch);
  longest = (BenchStall){ 0 };
  watching = TRUE;
  restart ();
}

/* What is done until bench_stall_resume() is the measuring itself. */
void
bench_stall_pause (void)
{
  note ();
  watching = FALSE;
}

void
bench_stall_resume (void)
{
  watching = TRUE;
  restart ();
}

/* Returns: the longest stall since bench_stall_begin() */
BenchStall
bench_stall_end (void)
{
  note ();
  watching = FALSE;
  g_main_context_set_poll_func (NULL, NULL);

  return longest;
}
