/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"
#include "formats/table-source.h"
#include "model/mapping-plan.h"

G_BEGIN_DECLS

/**
 * CwRecordRowReader:
 *
 * Makes mappings out of the rows of a table.
 */
typedef struct _CwRecordRowReader CwRecordRowReader;

CwRecordRowReader *cw_record_row_reader_new (const CwTableSource *source,
                                             const CwMappingPlan *plan,
                                             CwReadManner manner,
                                             const CwRecordSink *sink);
void cw_record_row_reader_free (CwRecordRowReader *self);
CwMappingRecord *cw_record_row_reader_read (CwRecordRowReader *self, const CwDelimitedRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwRecordRowReader, cw_record_row_reader_free)

G_END_DECLS
