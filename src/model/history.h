/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping.h"
#include "model/step.h"

G_BEGIN_DECLS

/**
 * CwHistoryAction:
 * @CW_HISTORY_EDIT: something was done
 * @CW_HISTORY_UNDO: an edit was taken back
 * @CW_HISTORY_REDO: it was done again
 */
typedef enum
{
  CW_HISTORY_EDIT,
  CW_HISTORY_UNDO,
  CW_HISTORY_REDO,
} CwHistoryAction;

/**
 * CwHistoryState:
 * @CW_HISTORY_DONE: it holds
 * @CW_HISTORY_UNDONE: it was taken back, and can be done again
 * @CW_HISTORY_DROPPED: it was taken back, and then something else was done
 *
 * What became of an edit.
 */
typedef enum
{
  CW_HISTORY_DONE,
  CW_HISTORY_UNDONE,
  CW_HISTORY_DROPPED,
} CwHistoryState;

#define CW_TYPE_HISTORY_STEP (cw_history_step_get_type ())

/**
 * CwHistoryStep:
 * @id: row in the journal; a later step has a greater one
 * @action: whether something was done, taken back or done again
 * @state: what became of it
 * @target_id: the edit that was taken back or done again; 0 for an edit
 * @step: what was done, taken back or done again
 * @author: who did it; may be empty
 * @made: when, ISO 8601 in UTC
 *
 * A step of the journal. Shared; to be taken as read only.
 */
typedef struct
{
  gint64 id;
  CwHistoryAction action;
  CwHistoryState state;
  gint64 target_id;
  CwStep *step;
  char *author;
  char *made;
} CwHistoryStep;

/**
 * CwHistoryKey:
 * @id: a step
 * @made: when, in seconds since 1970
 *
 * As much of a step as a long list needs.
 */
typedef struct
{
  gint64 id;
  gint64 made;
} CwHistoryKey;

/**
 * CwMappingChange:
 * @step_id: the step that changed it
 * @mapping_id: the mapping
 * @before: (nullable): as it was before the step; %NULL where it was made by it
 * @after: (nullable): as it was after the step; %NULL where it was deleted by it
 *
 * What a step did to a mapping.
 */
typedef struct
{
  gint64 step_id;
  gint64 mapping_id;
  CwMapping *before;
  CwMapping *after;
} CwMappingChange;

GType cw_history_step_get_type (void);

CwHistoryStep *cw_history_step_new (gint64 id,
                                    CwHistoryAction action,
                                    CwHistoryState state,
                                    gint64 target_id,
                                    CwStep *step,
                                    const char *author,
                                    const char *made);
CwHistoryStep *cw_history_step_ref (CwHistoryStep *self);
void cw_history_step_unref (CwHistoryStep *self);
gboolean cw_history_step_holds (const CwHistoryStep *self);
char *cw_history_step_format (const CwHistoryStep *self);

void cw_mapping_change_free (CwMappingChange *self);

const char *cw_history_action_to_key (CwHistoryAction action);
gboolean cw_history_action_from_key (const char *key, CwHistoryAction *action);
const char *cw_history_state_to_key (CwHistoryState state);
gboolean cw_history_state_from_key (const char *key, CwHistoryState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwHistoryStep, cw_history_step_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingChange, cw_mapping_change_free)

G_END_DECLS
