/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"
#include "formats/table-source.h"
#include "model/mapping-plan.h"

G_BEGIN_DECLS

gboolean cw_record_table_read (CwTableSource *source,
                               const CwMappingPlan *plan,
                               CwReadManner manner,
                               const CwRecordSink *sink,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
