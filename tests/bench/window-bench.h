/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/compare-page.h"
#include "figures.h"
#include "generated-document.h"

G_BEGIN_DECLS

/**
 * BenchWindow:
 * @window: the program's window, which shows the document
 * @session: what it looks at
 * @page: its two sides
 * @document: the document
 */
typedef struct
{
  GtkWidget *window;
  CwSession *session;
  CwComparePage *page;
  CwDocument *document;
} BenchWindow;

BenchWindow *bench_window_new (GtkApplication *application, const char *path);
void bench_window_free (BenchWindow *self);
void bench_window_set_list (BenchWindow *self, CwSide side, const char *key);
GtkWidget *bench_window_get_view (BenchWindow *self, CwSide side);

void bench_large_list (GtkApplication *application, const char *folder, gboolean brief);
void
bench_ribbons (GtkApplication *application, const char *folder, guint n_mappings, gboolean brief);
void bench_large_table (GtkApplication *application,
                        const char *folder,
                        const char *shell,
                        gboolean brief);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchWindow, bench_window_free)

G_END_DECLS
