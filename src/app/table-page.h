/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/edit-actions.h"
#include "app/models/mapping-model.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_TABLE_PAGE (cw_table_page_get_type ())

/**
 * CwTablePage:
 *
 * All mappings of the document as a table: filtered, sorted, and changed many at once.
 */
G_DECLARE_FINAL_TYPE (CwTablePage, cw_table_page, CW, TABLE_PAGE, GtkWidget)

void cw_table_page_set_session (CwTablePage *self, CwSession *session, GSettings *settings);
CwMappingModel *cw_table_page_get_model (CwTablePage *self);
GtkWidget *cw_table_page_get_view (CwTablePage *self);
GArray *cw_table_page_get_selected (CwTablePage *self);
void cw_table_page_focus_filter (CwTablePage *self);
void cw_table_page_reveal (CwTablePage *self, gint64 mapping_id);

GArray *cw_table_page_get_ids (CwTablePage *self);

G_END_DECLS
