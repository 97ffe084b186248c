/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/delimited-reader.h"
#include "model/list-draft.h"
#include "model/list-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lists as CSV, with columns that a person can match. */

CwListPlan *cw_list_csv_guess (const CwDelimitedTable *table, const char *official_language);
CwListDraft *cw_list_csv_read (const CwDelimitedTable *table,
                               const CwListPlan *plan,
                               const CwListCard *card,
                               GPtrArray *problems);
gboolean cw_list_csv_write (CwList *list, GOutputStream *stream, GError **error);

G_END_DECLS
