/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/read-log.h"

G_BEGIN_DECLS

/* What a cell and a row can hold; more is an error. */
#define CW_SSSOM_MAX_CELL (1024u * 1024)
#define CW_SSSOM_MAX_ROW (16u * 1024 * 1024)
#define CW_SSSOM_MAX_CELLS 4096u
#define CW_SSSOM_MAX_METADATA (4u * 1024 * 1024)

/**
 * CwSssomCell:
 * @text: (nullable): UTF-8; of the row that was read last
 * @line: in which line it begins, from 1
 * @column: in which column of that line, from 1, in characters
 *
 * A cell of a table.
 */
typedef struct
{
  char *text;
  guint line;
  guint column;
} CwSssomCell;

/**
 * CwSssomRows:
 *
 * The rows of a SSSOM table (“SSSOM/TSV”, after RFC 4180 with tabs), one after the other, in the
 * memory of one row.
 */
typedef struct _CwSssomRows CwSssomRows;

CwSssomRows *cw_sssom_rows_new (GInputStream *stream,
                                const char *name,
                                CwReadLog *log,
                                GCancellable *cancellable);
void cw_sssom_rows_free (CwSssomRows *self);

gboolean cw_sssom_rows_read_metadata (CwSssomRows *self, GString *lines, GError **error);
char cw_sssom_rows_find_separator (CwSssomRows *self);
gboolean cw_sssom_rows_next (CwSssomRows *self, GError **error);
CwSssomCell *cw_sssom_rows_get_cells (CwSssomRows *self, guint *n_cells);
gboolean cw_sssom_rows_keep (CwSssomRows *self, GError **error);
void cw_sssom_rows_rewind (CwSssomRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSssomRows, cw_sssom_rows_free)

G_END_DECLS
