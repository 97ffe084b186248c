/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "workspace/corrections.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_LIST_CORRECTION (cw_list_correction_get_type ())

/**
 * CwListCorrection:
 *
 * Shows what a correction of a shipped list would change, mappings included, and takes or declines
 * it. Makes the edit itself.
 */
G_DECLARE_FINAL_TYPE (CwListCorrection, cw_list_correction, CW, LIST_CORRECTION, AdwWindow)

GtkWidget *
cw_list_correction_new (CwSession *session, CwList *list, const CwCorrection *correction);

G_END_DECLS
