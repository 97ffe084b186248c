/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwDelimitedFlavour:
 * @CW_DELIMITED_CSV: commas and CRLF (RFC 4180), UTF-8
 * @CW_DELIMITED_CSV_BOM: the same after a byte order mark, by which Excel knows UTF-8
 * @CW_DELIMITED_TSV: tabs and LF, as spreadsheets take them from the clipboard
 */
typedef enum
{
  CW_DELIMITED_CSV,
  CW_DELIMITED_CSV_BOM,
  CW_DELIMITED_TSV,
} CwDelimitedFlavour;

/**
 * CwDelimitedWriter:
 *
 * Writes rows of fields to a stream, through a buffer. An error of the stream is kept, and every
 * later call that can report reports it.
 */
typedef struct _CwDelimitedWriter CwDelimitedWriter;

CwDelimitedWriter *cw_delimited_writer_new (GOutputStream *stream, CwDelimitedFlavour flavour);
void cw_delimited_writer_free (CwDelimitedWriter *self);

void cw_delimited_writer_write_field (CwDelimitedWriter *self, const char *text);
void cw_delimited_writer_write_number (CwDelimitedWriter *self, double value);
gboolean cw_delimited_writer_end_row (CwDelimitedWriter *self, GError **error);
gboolean cw_delimited_writer_finish (CwDelimitedWriter *self, GError **error);

gboolean cw_delimited_is_formula (const char *text);
const char *cw_delimited_unguard (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDelimitedWriter, cw_delimited_writer_free)

G_END_DECLS
