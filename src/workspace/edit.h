/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"
#include "model/mapping.h"
#include "model/step.h"

G_BEGIN_DECLS

/**
 * CwEdit:
 *
 * Something to be done to a document as one undoable step. Described here, done by
 * cw_document_apply_async().
 */
typedef struct _CwEdit CwEdit;

CwEdit *cw_edit_new_link (const CwItem *left, CwRelation relation, const CwItem *right);
CwEdit *
cw_edit_new_absence (const CwItem *item, GPtrArray *lists, CwAbsence reason, const char *rationale);
CwEdit *cw_edit_new_patch (CwStepKind kind,
                           gint64 mapping_id,
                           const CwMapping *values,
                           CwMappingFields fields,
                           const char *subject,
                           const char *object);
CwEdit *cw_edit_new_delete (const gint64 *mapping_ids,
                            guint n_mappings,
                            const char *subject,
                            const char *object);
CwEdit *cw_edit_new_insert (GPtrArray *mappings);
CwEdit *cw_edit_new_bulk_patch (CwStepKind kind,
                                GArray *mapping_ids,
                                const CwMapping *values,
                                CwMappingFields fields);
CwEdit *cw_edit_new_bulk_swap (GArray *mapping_ids);
CwEdit *cw_edit_new_bulk_duplicate (GArray *mapping_ids);
CwEdit *cw_edit_new_bulk_delete (GArray *mapping_ids);
CwEdit *cw_edit_new_coding (const char *name);
CwEdit *cw_edit_new_coding_name (gint64 coding_id, const char *name);
CwEdit *cw_edit_new_coding_done (gint64 coding_id, gboolean done);
CwEdit *cw_edit_new_coding_delete (gint64 coding_id);
CwEdit *cw_edit_new_settle (const CwItem *left,
                            const CwItem *right,
                            const CwMapping *agreed,
                            const char *reason);
void cw_edit_set_coding (CwEdit *self, gint64 coding_id);
void cw_edit_free (CwEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwEdit, cw_edit_free)

G_END_DECLS
