/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"
#include "table-fixture.h"

G_BEGIN_DECLS

/**
 * RecordCatcher:
 *
 * Keeps what a reader of mappings finds.
 */
typedef struct
{
  GPtrArray *records;  /* CwMappingRecord */
  GPtrArray *problems; /* CwProblem */
  gboolean success;
  GError *error;
} RecordCatcher;

RecordCatcher *record_catcher_new (void);
void record_catcher_free (RecordCatcher *self);
CwRecordSink record_catcher_get_sink (RecordCatcher *self);

const CwMappingRecord *record_catcher_get (RecordCatcher *self, guint index);
const CwProblem *record_catcher_find_problem (RecordCatcher *self, const char *rule);
guint record_catcher_count (RecordCatcher *self, CwSeverity severity);
char *record_catcher_list_problems (RecordCatcher *self);
void record_catcher_assert_row (RecordCatcher *self,
                                const CwConcordanceRow *row,
                                const char *const *languages);
void record_catcher_assert_no_problems (RecordCatcher *self);
RecordCatcher *record_catcher_read_sssom (const char *data,
                                          gsize length,
                                          const char *metadata,
                                          gssize metadata_length,
                                          CwReadManner manner);
RecordCatcher *record_catcher_read_sssom_text (const char *text, CwReadManner manner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordCatcher, record_catcher_free)

G_END_DECLS
