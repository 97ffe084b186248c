/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/* Documents of any size, the same every time: two lists of three levels with labels in three
 * languages, and mappings between them. */

#define BENCH_LEFT "bench-left"
#define BENCH_RIGHT "bench-right"

/**
 * BenchSize:
 * @n_left: items on the left
 * @n_right: items on the right
 * @n_mappings: mappings between them, no pair twice as long as they are at most
 *   @n_left × 100, and @n_right is no multiple of 101
 */
typedef struct
{
  guint n_left;
  guint n_right;
  guint n_mappings;
} BenchSize;

void bench_document_make (const char *path, const BenchSize *size);
CwDocument *bench_document_open (const char *path);
void bench_document_get_pair (const BenchSize *size, guint mapping, guint *left, guint *right);

G_END_DECLS
