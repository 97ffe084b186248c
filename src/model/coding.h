/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CW_TYPE_CODING (cw_coding_get_type ())

/**
 * CwCoding:
 * @id: row in the document, 0 where it is not in one yet
 * @name: what it is called, unique in its document
 * @coder: who judges in it
 * @done: whether the coder has finished, so that others may see it
 * @created: when, ISO 8601 in UTC
 *
 * A named set of judgements beside the agreed mapping. Immutable once others hold it.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *coder;
  gboolean done;
  char *created;
} CwCoding;

/**
 * CwSettlement:
 * @id: row in the document, 0 where it is not in one yet
 * @item_id: the item of the pair with the smaller id
 * @other_id: the other item
 * @reason: why it was settled so
 * @author: who settled it
 * @made: when, ISO 8601 in UTC
 *
 * A disagreement between codings that was talked over. What was agreed on stands in the agreed
 * mapping, or nothing does.
 */
typedef struct
{
  gint64 id;
  gint64 item_id;
  gint64 other_id;
  char *reason;
  char *author;
  char *made;
} CwSettlement;

GType cw_coding_get_type (void);

CwCoding *cw_coding_new (const char *name, const char *coder);
CwCoding *cw_coding_ref (CwCoding *self);
void cw_coding_unref (CwCoding *self);
CwCoding *cw_coding_find (GPtrArray *codings, gint64 id);
CwCoding *cw_coding_find_by_name (GPtrArray *codings, const char *name);

CwSettlement *cw_settlement_new (gint64 item_id, gint64 other_id, const char *reason);
void cw_settlement_free (CwSettlement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCoding, cw_coding_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSettlement, cw_settlement_free)

G_END_DECLS
