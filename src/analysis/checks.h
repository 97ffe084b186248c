/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/check-rule.h"
#include "model/finding-mark.h"
#include "model/item.h"
#include "model/link.h"

G_BEGIN_DECLS

/**
 * CwCheckedLink:
 * @link: a mapping
 * @supported: whether it has a rationale or evidence
 *
 * As much of a mapping as the checks need.
 */
typedef struct
{
  CwLink link;
  gboolean supported;
} CwCheckedLink;

/**
 * CwFinding:
 * @rule: which check found it
 * @links: (element-type CwLink): the mappings it is about, as they are stored
 * @item_id: the one item it is about; 0 where it is about a pair or more
 * @list_id: the list it is about; 0 where there is none
 * @fingerprint: what was found: the same as long as the items, relations and denials are the same,
 *   whichever way round a mapping was made; another as soon as one of them changes
 * @mark: (nullable): that it is intended
 *
 * Something that the checks found.
 */
typedef struct
{
  CwCheckRule rule;
  GArray *links;
  gint64 item_id;
  gint64 list_id;
  char *fingerprint;
  CwFindingMark *mark;
} CwFinding;

/**
 * CwChecksGoOn:
 * @user_data: as given
 *
 * Returns: %FALSE to give up
 */
typedef gboolean (*CwChecksGoOn) (gpointer user_data);

GPtrArray *cw_checks_run (GPtrArray *lists,
                          GArray *links,
                          GHashTable *gone,
                          CwChecksGoOn go_on,
                          gpointer user_data);
void cw_finding_free (CwFinding *self);
void cw_findings_take_marks (GPtrArray *findings, GPtrArray *marks);

G_END_DECLS
