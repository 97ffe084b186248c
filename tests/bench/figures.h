/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchFigures:
 *
 * What was measured again and again, in one unit.
 */
typedef struct _BenchFigures BenchFigures;

BenchFigures *bench_figures_new (void);
void bench_figures_free (BenchFigures *self);

void bench_figures_add (BenchFigures *self, double value);
void bench_figures_clear (BenchFigures *self);
guint bench_figures_get_n (BenchFigures *self);
double bench_figures_get_quantile (BenchFigures *self, double fraction);
double bench_figures_get_median (BenchFigures *self);
double bench_figures_get_sum (BenchFigures *self);
char *bench_figures_format (BenchFigures *self, const char *unit);

double bench_get_milliseconds (void);
double bench_get_processor_milliseconds (void);
double bench_get_peak_mebibytes (void);
void bench_print_heading (const char *format, ...) G_GNUC_PRINTF (1, 2);
void bench_print (const char *what, const char *format, ...) G_GNUC_PRINTF (2, 3);
void bench_check (gboolean sane, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchFigures, bench_figures_free)

G_END_DECLS
