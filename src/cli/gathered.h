/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "cli/reading.h"
#include "workspace/scratch.h"

G_BEGIN_DECLS

/**
 * CwGathering:
 * @CW_GATHER_WRITABLE: the document is going to be changed
 * @CW_GATHER_INCOMPLETE: rows that cannot be taken may stay out
 */
typedef enum
{
  CW_GATHER_WRITABLE = 1 << 0,
  CW_GATHER_INCOMPLETE = 1 << 1,
} CwGathering;

CwScratch *cw_gathered_open (const char *path,
                             const CwReading *reading,
                             CwGathering gathering,
                             CwExit *status);

G_END_DECLS
