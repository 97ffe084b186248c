/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "cli/reading.h"
#include "workspace/scratch.h"

G_BEGIN_DECLS

CwScratch *cw_gathered_open (const char *path,
                             const CwReading *reading,
                             gboolean may_be_incomplete,
                             CwExit *status);

G_END_DECLS
