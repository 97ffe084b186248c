/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/absence.h"
#include "model/status.h"

G_BEGIN_DECLS

/* What cells of a table say, in a form that a mapping can hold. */

gboolean cw_record_parse_confidence (const char *text, double *confidence, gboolean *is_plain);
gboolean cw_record_parse_truth (const char *text, gboolean *truth, gboolean *is_plain);
gboolean cw_record_parse_status (const char *text, CwStatus *status, gboolean *is_plain);
gboolean cw_record_parse_absence (const char *text, CwAbsence *absence, gboolean *is_plain);
char *cw_record_parse_time (const char *text, gboolean *is_plain);
gboolean cw_record_is_open (const char *text);

G_END_DECLS
