/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/read-log.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Where a reader of JSKOS mappings is, and where it tells what it finds. */
typedef struct
{
  CwReadLog *log;
  const CwRecordSink *sink;
  guint line;       /* in NDJSON, else 0 */
  GString *pointer; /* RFC 6901 */
} CwJskosReading;

/* One mapping becomes at most so many: a bundle of several concepts has pairs. */
#define CW_JSKOS_MAX_PAIRS 1000

/* What a kind of object may hold. */
typedef enum
{
  CW_JSKOS_MAPPING,
  CW_JSKOS_CONCORDANCE,
  CW_JSKOS_REGISTRY,
  CW_JSKOS_OTHER,
} CwJskosKind;

gsize _cw_jskos_enter (CwJskosReading *self, const char *key);
gsize _cw_jskos_enter_index (CwJskosReading *self, guint index);
void _cw_jskos_leave (CwJskosReading *self, gsize length);
CwReadPlace _cw_jskos_get_place (const CwJskosReading *self);
CwReadPlace _cw_jskos_get_place_of (const CwJskosReading *self, const char *key, char **pointer);
void
_cw_jskos_tell (CwJskosReading *self, const char *key, const char *rule, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
void
_cw_jskos_fail (CwJskosReading *self, const char *key, const char *rule, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

void _cw_jskos_check (CwJskosReading *self, JsonObject *object, CwJskosKind kind);
GPtrArray *_cw_jskos_read_side (CwJskosReading *self,
                                JsonObject *mapping,
                                const char *key,
                                JsonObject *scheme);
char *_cw_jskos_read_name (JsonObject *resource);
gboolean _cw_jskos_read_mapping (CwJskosReading *self,
                                 JsonObject *mapping,
                                 JsonObject *from_scheme,
                                 JsonObject *to_scheme,
                                 gboolean denied,
                                 GError **error);

#define CW_JSKOS_IS(node, type) \
  (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == (type))

G_END_DECLS
