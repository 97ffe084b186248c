/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwJsonPart:
 * @data: (array length=length): a value of a JSON text, without the space around it
 * @length: in bytes
 *
 * A value within a text that cw_json_syntax_check() has found to be good. So a long array can be read
 * value by value, and need never stand in memory as a tree.
 */
typedef struct
{
  const char *data;
  gsize length;
} CwJsonPart;

/**
 * CwJsonPartIter:
 *
 * Walks through the values of an array or an object.
 */
typedef struct
{
  /*< private >*/
  const char *at;
  const char *end;
} CwJsonPartIter;

CwJsonPart cw_json_part_new (const char *data, gsize length);
void cw_json_part_iter_init (CwJsonPartIter *iter, const CwJsonPart *part);
gboolean cw_json_part_iter_next (CwJsonPartIter *iter, char **key, CwJsonPart *value);

G_END_DECLS
