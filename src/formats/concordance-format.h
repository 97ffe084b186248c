/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/**
 * CwConcordanceFields:
 * @CW_FIELDS_FIXED: those that the format names, and no others
 * @CW_FIELDS_COLUMNS: any of the columns of #CwConcordanceColumns
 * @CW_FIELDS_PAGE: those of a page to be read, of which some may be left out
 *
 * What of a mapping a format tells.
 */
typedef enum
{
  CW_FIELDS_FIXED,
  CW_FIELDS_COLUMNS,
  CW_FIELDS_PAGE,
} CwConcordanceFields;

/**
 * CwConcordanceFormat:
 * @key: in settings and on the command line
 * @name: for people, to be translated; see cw_concordance_format_get_name()
 * @suffix: of its files, without the dot
 * @open: begins a table with its head; an error of the stream is reported by the next call
 * @mappings_only: whether it has no place for an item without a mapping
 * @fields: what of a mapping it tells
 * @is_text: whether the file says more to a person as text than a table of its cells would
 *
 * A format in which the table of correspondences leaves the program.
 */
typedef struct
{
  const char *key;
  const char *name;
  const char *suffix;
  CwConcordanceWriter *(*open) (GOutputStream *stream, const CwConcordanceHead *head);
  gboolean mappings_only;
  CwConcordanceFields fields;
  gboolean is_text;
} CwConcordanceFormat;

const CwConcordanceFormat *cw_concordance_format_get (guint index);
const CwConcordanceFormat *cw_concordance_format_find (const char *key);
guint cw_concordance_format_get_index (const CwConcordanceFormat *self);
const char *cw_concordance_format_get_name (const CwConcordanceFormat *self);
char *cw_concordance_format_list_keys (void);
gboolean cw_concordance_format_has_column (const CwConcordanceFormat *self, const char *key);
char *cw_concordance_format_list_columns (const CwConcordanceFormat *self);

G_END_DECLS
