/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct _BenchFigures
{
  GArray *values; /* double */
  gboolean sorted;
};

BenchFigures *
bench_figures_new (void)
{
  BenchFigures *self = g_new0 (BenchFigures, 1);

  self->values = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

void
bench_figures_free (BenchFigures *self)
{
  g_array_unref (self->values);
  g_free (self);
}

void
bench_figures_add (BenchFigures *self, double value)
{
  g_array_append_val (self->values, value);
  self->sorted = FALSE;
}

void
bench_figures_clear (BenchFigures *self)
{
  g_array_set_size (self->values, 0);
}

guint
bench_figures_get_n (BenchFigures *self)
{
  return self->values->len;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* 0 where nothing was measured. */
double
bench_figures_get_quantile (BenchFigures *self, double fraction)
{
  guint n = self->values->len;

  if (n == 0)
    return 0;
  if (!self->sorted)
    g_array_sort (self->values, compare_values);
  self->sorted = TRUE;

  return g_array_index (self->values, double, (guint) ((n - 1) * fraction + 0.5));
}

/* Of an even number of values the mean of the middle two. */
double
bench_figures_get_median (BenchFigures *self)
{
  guint n = self->values->len;
  double upper = bench_figures_get_quantile (self, 0.5);

  if (n == 0 || n % 2 == 1)
    return upper;

  return (g_array_index (self->values, double, n / 2 - 1) +
          g_array_index (self->values, double, n / 2)) /
         2;
}

double
bench_figures_get_sum (BenchFigures *self)
{
  double sum = 0;

  for (guint i = 0; i < self->values->len; i++)
    sum += g_array_index (self->values, double, i);

  return sum;
}

char *
bench_figures_format (BenchFigures *self, const char *unit)
{
  return g_strdup_printf ("median %.2f %s, least %.2f, 95%% %.2f (%u times)",
                          bench_figures_get_median (self), unit,
                          bench_figures_get_quantile (self, 0),
                          bench_figures_get_quantile (self, 0.95), bench_figures_get_n (self));
}

double
bench_get_milliseconds (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* What the calling thread has computed, which does not grow while others have the processor. */
double
bench_get_processor_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

/* The most memory that this process ever had resident. */
double
bench_get_peak_mebibytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

void
bench_print_heading (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  printf ("\n%s\n", text);
  fflush (stdout);
}

void
bench_print (const char *what, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  printf ("  %-46s %s\n", what, text);
  fflush (stdout);
}

/* A figure of what was not done is worse than none. */
void
bench_check (gboolean sane, const char *what)
{
  if (sane)
    return;

  fprintf (stderr, "Not so: %s\n", what);
  exit (1);
}
