/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/json-place.h"
#include "formats/json-printer.h"
#include "model/list-builder.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CwListSource:
 * @CW_LIST_SOURCE_SHIPPED: a file that comes with the program
 * @CW_LIST_SOURCE_USER: a file of a user's
 * @CW_LIST_SOURCE_DOCUMENT: the file of a whole document, which holds a list as it was kept there:
 *   with what only a document knows, and without the rules that a new list must obey
 *
 * Where a list is read from.
 */
typedef enum
{
  CW_LIST_SOURCE_SHIPPED,
  CW_LIST_SOURCE_USER,
  CW_LIST_SOURCE_DOCUMENT,
} CwListSource;

/* Deeper than any list known, and no danger to the stack. What a document holds may be deeper than
 * what is taken into it; brackets in JSON are nested at most 64 deep. */
#define CW_LIST_MAX_LEVELS 16
#define CW_LIST_MAX_LEVELS_IN_DOCUMENT 24

/**
 * CwListItemsReader:
 * @place: where it is in the file
 * @builder: where the items go
 * @codes: codes seen so far
 * @official_language: the list's
 * @source: where it is read from
 * @shipped: whether the list came with the program
 * @n_items: how many items were read
 * @n_verified: how many of them say that they were checked
 *
 * Reads the items of a list file.
 */
typedef struct
{
  CwJsonPlace *place;
  CwListBuilder *builder;
  GHashTable *codes;
  const char *official_language;
  CwListSource source;
  gboolean shipped;
  guint n_items;
  guint n_verified;
} CwListItemsReader;

gboolean _cw_list_items_read (CwListItemsReader *self, JsonArray *items, GError **error);
gboolean _cw_list_names_read (CwListItemsReader *self, JsonObject *item, GError **error);
CwList *
_cw_list_json_read (CwJsonPlace *place, JsonObject *list, CwListSource source, GError **error);
void _cw_list_json_print (CwJsonPrinter *printer, CwList *list, gboolean in_document);
gboolean _cw_list_json_check_words (const CwJsonPlace *place,
                                    CwListSource source,
                                    const char *words,
                                    gboolean may_be_empty,
                                    GError **error);
gboolean _cw_list_json_check_language (const CwJsonPlace *place, const char *tag, GError **error);
gboolean _cw_list_json_is_slug (const char *string, char separator);

G_END_DECLS
