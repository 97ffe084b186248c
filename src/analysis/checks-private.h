/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/checks.h"

G_BEGIN_DECLS

/* A mapping of two items that counts, read from the item with the smaller id. */
typedef struct
{
  gint64 a;
  gint64 b;
  guint link; /* its place among all */
  guint8 relation;
  guint8 negated;
} CwCheckedPair;

/* What the checks work on. */
typedef struct
{
  GArray *links;     /* CwCheckedLink */
  GHashTable *items; /* gint64 → CwItem */
  GArray *pairs;     /* CwCheckedPair, by pair; what is stated before what is denied */
  GPtrArray *findings;
} CwChecks;

CwFinding *_cw_checks_add (CwChecks *self, CwCheckRule rule);
void _cw_finding_add_link (CwFinding *self, CwChecks *checks, guint link);
const CwItem *_cw_checks_find_item (CwChecks *self, gint64 id);

void _cw_checks_find_against_hierarchy (CwChecks *self);

G_END_DECLS
