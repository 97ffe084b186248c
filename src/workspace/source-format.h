/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-source.h"

G_BEGIN_DECLS

/* How many bytes at the beginning of a file tell what it is. */
#define CW_SOURCE_FORMAT_SAMPLE 65536

CwSourceFormat cw_source_format_guess (const char *data, gsize length);

G_END_DECLS
