/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a window does not answer: the longest time between two moments at which the main loop
 * looks for something to do, in which neither a key nor the pointer is heard. */

/**
 * BenchStall:
 * @elapsed: milliseconds
 * @computed: what of it the window's thread computed; the rest others had the processor, or the
 *   display was waited for
 */
typedef struct
{
  double elapsed;
  double computed;
} BenchStall;

void bench_stall_begin (void);
void bench_stall_pause (void);
void bench_stall_resume (void);
BenchStall bench_stall_end (void);

G_END_DECLS
