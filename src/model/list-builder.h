/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"

G_BEGIN_DECLS

#define CW_LIST_ERROR (cw_list_error_quark ())

/**
 * CwListError:
 * @CW_LIST_ERROR_CODE: a code is empty or stands twice
 * @CW_LIST_ERROR_LABEL: an item has no label, an empty one, or two of one kind
 * @CW_LIST_ERROR_CARD: the card lacks something or holds a malformed value
 */
typedef enum
{
  CW_LIST_ERROR_CODE,
  CW_LIST_ERROR_LABEL,
  CW_LIST_ERROR_CARD,
} CwListError;

GQuark cw_list_error_quark (void);

/**
 * CwListBuilder:
 *
 * Puts a #CwList together, item by item, each parent before its children.
 */
typedef struct _CwListBuilder CwListBuilder;

CwListBuilder *cw_list_builder_new (gint64 id, CwListCard *card);
void cw_list_builder_free (CwListBuilder *self);

void cw_list_builder_add_item (CwListBuilder *self,
                               gint64 id,
                               guint depth,
                               const char *code,
                               const char *group,
                               gboolean verified);
void cw_list_builder_set_figures (CwListBuilder *self, const CwFigures *figures);
void cw_list_builder_set_note (CwListBuilder *self, const char *note);
void cw_list_builder_set_iri (CwListBuilder *self, const char *iri);
void cw_list_builder_add_label (CwListBuilder *self,
                                const char *language,
                                const char *text,
                                CwLabelKind kind,
                                CwLabelOrigin origin);

CwList *cw_list_builder_end (CwListBuilder *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListBuilder, cw_list_builder_free)

G_END_DECLS
