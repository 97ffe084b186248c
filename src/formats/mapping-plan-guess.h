/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping-plan.h"

G_BEGIN_DECLS

/* How many rows of a table tell enough. */
#define CW_MAPPING_PLAN_SAMPLE 200

CwMappingPlan *cw_mapping_plan_guess (GPtrArray *rows);

G_END_DECLS
