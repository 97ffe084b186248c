/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/**
 * CwConcordanceFormat:
 * @key: in settings and on the command line
 * @name: for people, to be translated; see cw_concordance_format_get_name()
 * @suffix: of its files, without the dot
 * @open: begins a table with its head; an error of the stream is reported by the next call
 * @mappings_only: whether it has no place for an item without a mapping
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
} CwConcordanceFormat;

const CwConcordanceFormat *cw_concordance_format_get (guint index);
const CwConcordanceFormat *cw_concordance_format_find (const char *key);
guint cw_concordance_format_get_index (const CwConcordanceFormat *self);
const char *cw_concordance_format_get_name (const CwConcordanceFormat *self);
char *cw_concordance_format_list_keys (void);

G_END_DECLS
