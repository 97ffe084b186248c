/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/mapping-row.h"
#include "workspace/search.h"

G_BEGIN_DECLS

#define CW_TYPE_MAPPING_MODEL (cw_mapping_model_get_type ())

/**
 * CwMappingModel:
 *
 * The mappings of a document that pass a filter, in an order. Positions are cheap: an array of ids.
 * Rows are made when they are looked at, and read by pages of their neighbours; get_item() never
 * waits for the document. After an edit the ids are compared and the smallest change emitted, so
 * that a view keeps its place, focus and selection.
 *
 * Signals: search-begun, searched (the ids are there), failed (a message for the person).
 */
G_DECLARE_FINAL_TYPE (CwMappingModel, cw_mapping_model, CW, MAPPING_MODEL, GObject)

CwMappingModel *cw_mapping_model_new (CwDocument *document);

void cw_mapping_model_set_languages (CwMappingModel *self, const char *const *languages);
void cw_mapping_model_set_filter (CwMappingModel *self, const CwMappingFilter *filter);
const CwMappingFilter *cw_mapping_model_get_filter (CwMappingModel *self);
void cw_mapping_model_set_sort (CwMappingModel *self, CwMappingSort sort, gboolean descending);

gint64 cw_mapping_model_get_id (CwMappingModel *self, guint position);
gint64 cw_mapping_model_get_previous_id (CwMappingModel *self, guint position);
guint cw_mapping_model_find (CwMappingModel *self, gint64 id);
gboolean cw_mapping_model_is_searching (CwMappingModel *self);
void cw_mapping_model_want (CwMappingModel *self, guint position);
guint cw_mapping_model_get_n_loads (CwMappingModel *self);

G_END_DECLS
