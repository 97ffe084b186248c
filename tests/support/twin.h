/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan.h"

G_BEGIN_DECLS

/**
 * TestTwin:
 *
 * What a document ought to hold: its mappings in an array, and every state it was in as a copy of
 * that array. Undo and redo go back and forth among the copies.
 */
typedef struct _TestTwin TestTwin;

/**
 * TestOutcome:
 * @TEST_OUTCOME_CHANGED: it is done, as one step
 * @TEST_OUTCOME_UNCHANGED: there was nothing to do, and no step
 * @TEST_OUTCOME_REFUSED: it is an error, and nothing is done
 */
typedef enum
{
  TEST_OUTCOME_CHANGED,
  TEST_OUTCOME_UNCHANGED,
  TEST_OUTCOME_REFUSED,
} TestOutcome;

TestTwin *test_twin_new (const char *path, const char *author);
void test_twin_free (TestTwin *self);

TestOutcome test_twin_do (TestTwin *self, const TestPlan *plan);
GPtrArray *test_twin_get_mappings (TestTwin *self);
guint test_twin_get_place (TestTwin *self);
const CwStep *test_twin_get_undo_step (TestTwin *self);
const CwStep *test_twin_get_redo_step (TestTwin *self);
void test_assert_same_step (const CwStep *step, const CwStep *wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestTwin, test_twin_free)

G_END_DECLS
