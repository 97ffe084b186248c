/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cw_yaml_append_scalar (GString *yaml, const char *text);

G_END_DECLS
