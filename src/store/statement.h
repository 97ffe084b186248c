/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection-private.h"

G_BEGIN_DECLS

/**
 * CwStatement:
 *
 * A prepared statement. An error in reading a column is kept and comes out of the next
 * cw_statement_step().
 */
typedef struct _CwStatement CwStatement;

CwStatement *cw_statement_new (CwConnection *connection, const char *sql, GError **error);
void cw_statement_free (CwStatement *self);

void cw_statement_bind (CwStatement *self, const char *types, ...);
void cw_statement_bind_from (CwStatement *self, int first, const char *types, ...);
void cw_statement_bind_text (CwStatement *self, int parameter, const char *text);
void cw_statement_bind_ids (CwStatement *self, int parameter, const gint64 *ids, guint n_ids);
gboolean cw_statement_step (CwStatement *self, GError **error);
gboolean cw_statement_run (CwStatement *self, GError **error);
gboolean cw_statement_collect_ids (CwStatement *self, GArray *ids, GError **error);

gint64 cw_statement_get_int (CwStatement *self, int column);
double cw_statement_get_double (CwStatement *self, int column);
const char *cw_statement_get_text (CwStatement *self, int column);
gboolean cw_statement_is_null (CwStatement *self, int column);
void cw_statement_fail (CwStatement *self, const char *what);
gboolean cw_statement_is_broken (CwStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwStatement, cw_statement_free)

G_END_DECLS
