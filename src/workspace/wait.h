/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwWait:
 *
 * Waits for one asynchronous call, for callers without a main loop: the command line and tests.
 */
typedef struct
{
  GMainContext *context;
  GAsyncResult *result;
} CwWait;

void cw_wait_begin (CwWait *self);
void cw_wait_callback (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *cw_wait_end (CwWait *self);

G_END_DECLS
