/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/read-log.h"

G_BEGIN_DECLS

GString *
cw_sssom_lines_to_yaml (const GString *lines, char separator, CwReadLog *log, guint *indent);

G_END_DECLS
