/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bench_shell_run (const char *shell, const char *path, const char *sql);

G_END_DECLS
