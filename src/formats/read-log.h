/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"

G_BEGIN_DECLS

/**
 * CwReadPlace:
 * @file: (nullable): the file, where it is not the one that the log is of
 * @line: from 1, or 0
 * @column: from 1, or 0
 * @pointer: (nullable): in a tree (RFC 6901)
 *
 * Where a problem is.
 */
typedef struct
{
  const char *file;
  guint line;
  guint column;
  const char *pointer;
} CwReadPlace;

/**
 * CwReadLog:
 *
 * What a reader of mappings says of its file. It decides by the manner of reading how bad something
 * is, and gathers what is the same all over the file into one problem that says how often it is
 * there.
 */
typedef struct _CwReadLog CwReadLog;

CwReadLog *cw_read_log_new (const char *name, CwReadManner manner, const CwRecordSink *sink);
void cw_read_log_free (CwReadLog *self);

gboolean cw_read_log_is_strict (const CwReadLog *self);
guint cw_read_log_get_n_errors (const CwReadLog *self);

void cw_read_log_error (CwReadLog *self,
                        const CwReadPlace *place,
                        const char *rule,
                        const char *format,
                        ...) G_GNUC_PRINTF (4, 5);
void cw_read_log_warn (CwReadLog *self,
                       const CwReadPlace *place,
                       const char *rule,
                       const char *what,
                       const char *format,
                       ...) G_GNUC_PRINTF (5, 6);
gboolean cw_read_log_lapse (CwReadLog *self,
                            const CwReadPlace *place,
                            const char *rule,
                            const char *what,
                            const char *format,
                            ...) G_GNUC_PRINTF (5, 6);
void cw_read_log_habit (CwReadLog *self,
                        const CwReadPlace *place,
                        const char *rule,
                        const char *format,
                        ...) G_GNUC_PRINTF (4, 5);
void cw_read_log_finish (CwReadLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwReadLog, cw_read_log_free)

G_END_DECLS
