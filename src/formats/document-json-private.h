/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/json-place.h"
#include "formats/json-printer.h"
#include "model/document-content.h"
#include "model/item.h"
#include "model/mapping.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CwDocumentItems:
 * @items: id → item
 * @lists: id → list
 * @keys: key → list
 * @codings: id → coding
 * @names: name → coding
 *
 * What a document's row ids stand for, and what stands for them in a file. It borrows from the
 * content it was made of.
 */
typedef struct
{
  GHashTable *items;
  GHashTable *lists;
  GHashTable *keys;
  GHashTable *codings;
  GHashTable *names;
} CwDocumentItems;

CwDocumentItems *_cw_document_items_new (const CwDocumentContent *content);
void _cw_document_items_free (CwDocumentItems *self);
const CwItem *_cw_document_items_get (const CwDocumentItems *self, gint64 id);
CwList *_cw_document_items_get_list (const CwDocumentItems *self, gint64 id);
int _cw_document_items_compare (const CwItem *a, const CwItem *b);
void _cw_document_items_print (CwJsonPrinter *printer,
                               const char *list_key,
                               const char *code_key,
                               const CwItem *item);
gboolean _cw_document_items_find_list (const CwDocumentItems *self,
                                       CwJsonPlace *place,
                                       JsonObject *object,
                                       const char *list_key,
                                       CwList **list,
                                       GError **error);
gboolean _cw_document_items_find (const CwDocumentItems *self,
                                  CwJsonPlace *place,
                                  JsonObject *object,
                                  const char *list_key,
                                  const char *code_key,
                                  const CwItem **item,
                                  GError **error);

void _cw_document_mapping_print (CwJsonPrinter *printer,
                                 const CwDocumentItems *items,
                                 const CwMapping *mapping);
CwMapping *_cw_document_mapping_read (CwJsonPlace *place,
                                      const CwDocumentItems *items,
                                      JsonObject *object,
                                      GError **error);

void _cw_document_filter_print (CwJsonPrinter *printer,
                                const CwDocumentItems *items,
                                const CwKeptDefinition *kept);
CwKeptDefinition *_cw_document_filter_read (CwJsonPlace *place,
                                            const CwDocumentItems *items,
                                            JsonObject *object,
                                            GError **error);

void
_cw_document_json_print_text_if_any (CwJsonPrinter *printer, const char *key, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDocumentItems, _cw_document_items_free)

G_END_DECLS
