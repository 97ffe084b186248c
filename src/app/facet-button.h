/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "model/mapping-filter.h"

G_BEGIN_DECLS

#define CW_TYPE_FACET_BUTTON (cw_facet_button_get_type ())

/**
 * CwFacetButton:
 *
 * Narrows the table of mappings by one facet: its values with how many mappings have each.
 *
 * Signals: value-toggled (a value and whether it is set).
 */
G_DECLARE_FINAL_TYPE (CwFacetButton, cw_facet_button, CW, FACET_BUTTON, GtkWidget)

GtkWidget *cw_facet_button_new (CwFacet facet);
void cw_facet_button_set_counts (CwFacetButton *self,
                                 CwSession *session,
                                 GArray *counts,
                                 const CwMappingFilter *filter);

G_END_DECLS
