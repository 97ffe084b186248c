/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-source.h"

G_BEGIN_DECLS

/**
 * CwReading:
 *
 * The options by which a user tells how a file with mappings is to be read.
 */
typedef struct
{
  char *from;
  char *metadata;
  char *sheet;
  char *encoding;
  char *separator;
  char *left;
  char *right;
  char *relation;
  char **columns;
  gboolean strict;
} CwReading;

#define CW_N_READING_ENTRIES 10

void cw_reading_fill_entries (CwReading *self, GOptionEntry *entries);
gboolean cw_reading_check (const CwReading *self);
CwMappingSource *cw_reading_open (const CwReading *self, const char *path);
gboolean cw_reading_run (CwMappingSource *source, const CwRecordSink *sink, GError **error);
void cw_reading_clear (CwReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CwReading, cw_reading_clear)

G_END_DECLS
