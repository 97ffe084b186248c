/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/json-place.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CwJsonKind:
 * @CW_JSON_STRING: a text
 * @CW_JSON_STRING_OR_NULL: a text or null
 * @CW_JSON_INTEGER: a whole number, written without point and exponent
 * @CW_JSON_NUMBER: any number
 * @CW_JSON_BOOLEAN: true or false
 * @CW_JSON_OBJECT: an object
 * @CW_JSON_ARRAY: an array
 *
 * What a value of a JSON file may be.
 */
typedef enum
{
  CW_JSON_STRING,
  CW_JSON_STRING_OR_NULL,
  CW_JSON_INTEGER,
  CW_JSON_NUMBER,
  CW_JSON_BOOLEAN,
  CW_JSON_OBJECT,
  CW_JSON_ARRAY,
} CwJsonKind;

/**
 * CwJsonMember:
 * @key: the key
 * @kind: what its value is
 * @optional: whether it may be missing
 *
 * A key that an object may have.
 */
typedef struct
{
  const char *key;
  CwJsonKind kind;
  gboolean optional;
} CwJsonMember;

gboolean
cw_json_check_kind (const CwJsonPlace *place, JsonNode *node, CwJsonKind kind, GError **error);
gboolean cw_json_check_members (CwJsonPlace *place,
                                JsonObject *object,
                                const CwJsonMember *members,
                                guint n_members,
                                GError **error);

G_END_DECLS
