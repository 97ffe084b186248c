/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_STORE_ERROR (cw_store_error_quark ())

/**
 * CwStoreError:
 * @CW_STORE_ERROR_NOT_A_DOCUMENT: the file is something else than a crosswalk
 * @CW_STORE_ERROR_DAMAGED: it is a crosswalk, but its content is broken
 * @CW_STORE_ERROR_NEWER: a newer version of the program wrote it
 * @CW_STORE_ERROR_FOREIGN: it holds tables, views or triggers that no crosswalk has
 * @CW_STORE_ERROR_NOT_WRITABLE: it can be read but not written; opening it read-only may work
 * @CW_STORE_ERROR_NO_ACCESS: it cannot be read
 * @CW_STORE_ERROR_NO_SPACE: the disk is full
 * @CW_STORE_ERROR_BUSY: another program holds it for longer than one wants to wait
 * @CW_STORE_ERROR_GONE: what was to be changed is not there any more
 * @CW_STORE_ERROR_CONFLICT: somebody else has changed it meanwhile
 * @CW_STORE_ERROR_FAILED: anything else
 */
typedef enum
{
  CW_STORE_ERROR_NOT_A_DOCUMENT,
  CW_STORE_ERROR_DAMAGED,
  CW_STORE_ERROR_NEWER,
  CW_STORE_ERROR_FOREIGN,
  CW_STORE_ERROR_NOT_WRITABLE,
  CW_STORE_ERROR_NO_ACCESS,
  CW_STORE_ERROR_NO_SPACE,
  CW_STORE_ERROR_BUSY,
  CW_STORE_ERROR_GONE,
  CW_STORE_ERROR_CONFLICT,
  CW_STORE_ERROR_FAILED,
} CwStoreError;

GQuark cw_store_error_quark (void);

G_END_DECLS
