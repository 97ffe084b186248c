/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/sssom-mapping.h"
#include "formats/sssom-rows.h"

G_BEGIN_DECLS

/**
 * CwSssomColumnKind:
 * @CW_SSSOM_COLUMN_NONE: nothing that is kept
 * @CW_SSSOM_COLUMN_FIELD: a slot of SSSOM
 * @CW_SSSOM_COLUMN_OWN: an extension of this program
 *
 * What a column holds.
 */
typedef enum
{
  CW_SSSOM_COLUMN_NONE,
  CW_SSSOM_COLUMN_FIELD,
  CW_SSSOM_COLUMN_OWN,
} CwSssomColumnKind;

/**
 * CwSssomColumns:
 * @kinds: (element-type CwSssomColumnKind): of each column
 * @ids: (element-type guint): of each column, its #CwSssomFieldId or #CwSssomOwn
 * @booleans: (element-type gboolean): whether its extension is declared to hold truth values
 * @names: (element-type utf8): as they were written
 * @n_columns: how many
 * @has_field: which slots have a column
 *
 * What the columns of a table hold.
 */
typedef struct
{
  GArray *kinds;
  GArray *ids;
  GArray *booleans;
  GPtrArray *names;
  guint n_columns;
  gboolean has_field[CW_SSSOM_N_FIELDS];
} CwSssomColumns;

CwSssomColumns *cw_sssom_columns_read (CwSssomRows *rows,
                                       const CwSssomSet *set,
                                       const char *name,
                                       CwReadLog *log,
                                       GError **error);
void cw_sssom_columns_free (CwSssomColumns *self);
void cw_sssom_columns_take (const CwSssomColumns *self,
                            CwSssomCell *cells,
                            guint n_cells,
                            CwReadLog *log,
                            CwSssomRowValues *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSssomColumns, cw_sssom_columns_free)

G_END_DECLS
