/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"
#include "formats/table-source.h"
#include "model/mapping-plan.h"

G_BEGIN_DECLS

/**
 * RecordList:
 *
 * What a reader of mappings found: the records, and the problems as lines of text.
 */
typedef struct
{
  GPtrArray *records;  /* CwMappingRecord */
  GPtrArray *problems; /* char * */
} RecordList;

void record_list_init (RecordList *self);
void record_list_clear (RecordList *self);
CwRecordSink record_list_get_sink (RecordList *self);
CwMappingRecord *record_list_get (RecordList *self, guint index);
char *record_list_join_problems (RecordList *self);

/* Opens a table that is all in memory; it must open. */
CwTableSource *record_list_open (const char *data, gsize length, const char *name);
/* Reads a table as its guessed plan says. */
void record_list_read (RecordList *self, const char *text, CwReadManner manner);

G_END_DECLS
