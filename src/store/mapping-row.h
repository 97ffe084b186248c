/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping.h"
#include "store/statement.h"

G_BEGIN_DECLS

/* The one order in which a mapping's columns are read and written. */
#define CW_MAPPING_COLUMNS                                                                         \
  "subject_id, relation, object_id, object_list_id, negated, confidence, status, absence, "        \
  "rationale, note_shared, note_subject, note_object, citation, url, quotation, author, created, " \
  "modified, coding_id, reviewer, reviewed, author_orcid"
#define CW_N_MAPPING_COLUMNS 22

/* Reads id and CW_MAPPING_COLUMNS, from column 0 on. */
CwMapping *_cw_mapping_row_read (CwStatement *statement);

G_END_DECLS
