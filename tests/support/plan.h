/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * TestPlanKind:
 *
 * All that can be done to a document: every kind of edit, and undo and redo.
 */
typedef enum
{
  TEST_PLAN_LINK,
  TEST_PLAN_ABSENCE,
  TEST_PLAN_PATCH,
  TEST_PLAN_DELETE,
  TEST_PLAN_INSERT,
  TEST_PLAN_UNDO,
  TEST_PLAN_REDO,
} TestPlanKind;

#define TEST_N_PLAN_KINDS 7

/**
 * TestPlan:
 *
 * Something to do to a document and to its twin.
 */
typedef struct
{
  TestPlanKind kind;
  const CwItem *left;
  const CwItem *right;
  CwRelation relation;
  GPtrArray *lists; /* CwList */
  CwAbsence reason;
  char *rationale;
  CwStepKind step_kind;
  CwMapping *values;
  CwMappingFields fields;
  GArray *ids;         /* gint64 */
  GPtrArray *mappings; /* CwMapping */
} TestPlan;

TestPlan *test_plan_new_random (GRand *rand, CwDocument *document, GPtrArray *mappings);
void test_plan_free (TestPlan *self);
gboolean test_plan_do (const TestPlan *self, CwDocument *document, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPlan, test_plan_free)

G_END_DECLS
