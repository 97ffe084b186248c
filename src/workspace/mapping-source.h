/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"
#include "formats/table-source.h"
#include "model/mapping-plan.h"
#include "workspace/scratch.h"

G_BEGIN_DECLS

/**
 * CwSourceFormat:
 * @CW_SOURCE_TABLE: CSV, tab-separated values or a workbook, with columns that are matched
 * @CW_SOURCE_SSSOM: SSSOM/TSV or CSV
 * @CW_SOURCE_JSKOS: a JSKOS mapping, array, concordance, or NDJSON of mappings
 * @CW_SOURCE_JSON: a whole document as JSON
 * @CW_SOURCE_DOCUMENT: a document
 *
 * What mappings come from.
 */
typedef enum
{
  CW_SOURCE_TABLE,
  CW_SOURCE_SSSOM,
  CW_SOURCE_JSKOS,
  CW_SOURCE_JSON,
  CW_SOURCE_DOCUMENT,
} CwSourceFormat;

#define CW_N_SOURCE_FORMATS 5

/**
 * CwSourceChoices:
 * @has_format: whether @format is known, instead of being found out
 * @format: the format
 * @manner: how strictly it is read
 * @metadata: (nullable): where SSSOM's metadata are, if not in the file
 * @table: what is known of a table
 *
 * What a person may know better than the file tells. All zero is a good beginning; everything is
 * borrowed.
 */
typedef struct
{
  gboolean has_format;
  CwSourceFormat format;
  CwReadManner manner;
  GFile *metadata;
  CwTableChoices table;
} CwSourceChoices;

/**
 * CwMappingSource:
 *
 * A file with mappings, whatever its format. It belongs to one thread at a time.
 */
typedef struct _CwMappingSource CwMappingSource;

CwMappingSource *cw_mapping_source_open (GFile *file,
                                         const CwSourceChoices *choices,
                                         GCancellable *cancellable,
                                         GError **error);
CwMappingSource *cw_mapping_source_open_stream (GInputStream *stream,
                                                const char *name,
                                                const CwSourceChoices *choices,
                                                GCancellable *cancellable,
                                                GError **error);
void cw_mapping_source_free (CwMappingSource *self);

const char *cw_mapping_source_get_name (CwMappingSource *self);
CwSourceFormat cw_mapping_source_get_format (CwMappingSource *self);
CwTableSource *cw_mapping_source_get_table (CwMappingSource *self);
CwMappingPlan *cw_mapping_source_get_plan (CwMappingSource *self);
CwScratch *cw_mapping_source_open_document (CwMappingSource *self,
                                            gboolean writable,
                                            GCancellable *cancellable,
                                            GError **error);
gboolean cw_mapping_source_read (CwMappingSource *self,
                                 const CwRecordSink *sink,
                                 GCancellable *cancellable,
                                 GError **error);

const char *cw_source_format_to_key (CwSourceFormat format);
gboolean cw_source_format_from_key (const char *key, CwSourceFormat *format);
const char *cw_source_format_get_name (CwSourceFormat format);
char *cw_source_format_list_keys (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingSource, cw_mapping_source_free)

G_END_DECLS
