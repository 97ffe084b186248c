/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchChild:
 * @elapsed: milliseconds from its start to its end
 * @processor: milliseconds that it computed, with all its threads and in the system
 * @memory: the most MiB that it ever had resident
 * @output: (transfer full): the first bytes that it wrote to standard output
 *
 * What running a program took.
 */
typedef struct
{
  double elapsed;
  double processor;
  double memory;
  char *output;
} BenchChild;

void bench_child_run (const char *const *argv, const char *input, BenchChild *child);
void bench_child_clear (BenchChild *child);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BenchChild, bench_child_clear)

G_END_DECLS
