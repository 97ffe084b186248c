/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/json-place.h"
#include "model/list-builder.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CwListItemsReader:
 * @place: where it is in the file
 * @builder: where the items go
 * @codes: codes seen so far
 * @official_language: the list's
 * @shipped: whether the list comes with the program
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
  gboolean shipped;
  guint n_items;
  guint n_verified;
} CwListItemsReader;

gboolean _cw_list_items_read (CwListItemsReader *self, JsonArray *items, GError **error);
gboolean _cw_list_json_check_words (const CwJsonPlace *place,
                                    const char *words,
                                    gboolean may_be_empty,
                                    GError **error);
gboolean _cw_list_json_check_language (const CwJsonPlace *place, const char *tag, GError **error);
gboolean _cw_list_json_is_slug (const char *string, char separator);

G_END_DECLS
