/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwFigures:
 * @enterprises: how many enterprises, in @unit
 * @share_percent: share in percent, of @share_of
 * @share_of: what 100 percent is, English
 * @unit: what is counted, English
 *
 * What a census published for an item of a list.
 */
typedef struct
{
  gint64 enterprises;
  double share_percent;
  const char *share_of;
  const char *unit;
} CwFigures;

G_END_DECLS
