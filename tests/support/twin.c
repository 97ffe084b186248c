/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin.h"

#include "database.h"

typedef struct
{
  GPtrArray *mappings;
  CwStep *step; /* what led here; NULL for the first */
} State;

struct _TestTwin
{
  GPtrArray *states;
  guint place;
  gint64 next_id;
  char *author;
};

static void
state_free (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->mappings);
  cw_step_free (state->step);
  g_free (state);
}

static void
add_state (TestTwin *self, GPtrArray *mappings, CwStep *step)
{
  State *state = g_new0 (State, 1);

  state->mappings = mappings;
  state->step = step;
  g_ptr_array_add (self->states, state);
}

/* Takes over what stands in the file now; what was done before is not known. */
TestTwin *
test_twin_new (const char *path, const char *author)
{
  TestTwin *self = g_new0 (TestTwin, 1);

  self->states = g_ptr_array_new_with_free_func (state_free);
  self->author = g_strdup (author);
  self->next_id =
    test_database_get_int (path, "SELECT seq FROM sqlite_sequence WHERE name = 'mapping'") + 1;
  add_state (self, test_database_read_mappings (path), NULL);

  return self;
}

void
test_twin_free (TestTwin *self)
{
  g_ptr_array_unref (self->states);
  g_free (self->author);
  g_free (self);
}

GPtrArray *
test_twin_get_mappings (TestTwin *self)
{
  return ((State *) g_ptr_array_index (self->states, self->place))->mappings;
}

/* How many steps hold. */
guint
test_twin_get_place (TestTwin *self)
{
  return self->place;
}

const CwStep *
test_twin_get_undo_step (TestTwin *self)
{
  return ((State *) g_ptr_array_index (self->states, self->place))->step;
}

const CwStep *
test_twin_get_redo_step (TestTwin *self)
{
  if (self->place + 1 == self->states->len)
    return NULL;

  return ((State *) g_ptr_array_index (self->states, self->place + 1))->step;
}

void
test_assert_same_step (const CwStep *step, const CwStep *wanted)
{
  if (wanted == NULL)
    {
      g_assert_null (step);
      return;
    }

  g_assert_nonnull (step);
  g_assert_cmpint (step->kind, ==, wanted->kind);
  g_assert_cmpstr (step->subject, ==, wanted->subject);
  g_assert_cmpstr (step->object, ==, wanted->object);
  g_assert_cmpuint (step->n_rows, ==, wanted->n_rows);
}

/* The mappings after an edit, while it is being made; @step is what it turns out to be. */
typedef struct
{
  TestTwin *twin;
  GPtrArray *mappings;
  gint64 next_id;
  CwStep *step;
} Draft;

static CwMapping *
find (Draft *draft, gint64 id)
{
  for (guint i = 0; i < draft->mappings->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (draft->mappings, i);

      if (mapping->id == id)
        return mapping;
    }

  return NULL;
}

static void
add (Draft *draft, const CwMapping *mapping)
{
  CwMapping *copy = cw_mapping_copy (mapping);

  copy->id = draft->next_id++;
  if (*copy->author == '\0')
    cw_mapping_set_text (&copy->author, draft->twin->author);
  g_ptr_array_add (draft->mappings, copy);
}

static CwMapping *
find_absence (Draft *draft, gint64 item_id, CwList *list)
{
  for (guint i = 0; i < draft->mappings->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (draft->mappings, i);

      if (mapping->relation == CW_RELATION_NONE && mapping->subject_id == item_id &&
          mapping->object_list_id == cw_list_get_id (list))
        return mapping;
    }

  return NULL;
}

static void
remove_absence (Draft *draft, const CwItem *item, CwList *list)
{
  CwMapping *absence = find_absence (draft, item->id, list);

  if (absence != NULL)
    g_ptr_array_remove (draft->mappings, absence);
}

static void
relate (CwMapping *mapping, CwRelation relation)
{
  mapping->relation = relation;
  if (mapping->status == CW_STATUS_REVIEWED)
    mapping->status = CW_STATUS_PROPOSED;
}

static TestOutcome
do_link (Draft *draft, const TestPlan *plan)
{
  g_autoptr (CwMapping) made = NULL;

  draft->step = cw_step_new (CW_STEP_LINK, plan->left->code, plan->right->code, 1);
  for (guint i = 0; i < draft->mappings->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (draft->mappings, i);
      CwRelation relation = plan->relation;

      if (mapping->negated)
        continue;
      if (mapping->subject_id == plan->right->id && mapping->object_id == plan->left->id)
        relation = relation == CW_RELATION_BROAD    ? CW_RELATION_NARROW
                   : relation == CW_RELATION_NARROW ? CW_RELATION_BROAD
                                                    : relation;
      else if (mapping->subject_id != plan->left->id || mapping->object_id != plan->right->id)
        continue;

      if (mapping->status == CW_STATUS_REJECTED)
        {
          mapping->relation = relation;
          mapping->status = CW_STATUS_DRAFT;
          remove_absence (draft, plan->left, plan->right->list);
          remove_absence (draft, plan->right, plan->left->list);
          return TEST_OUTCOME_CHANGED;
        }
      if (mapping->relation == relation)
        return TEST_OUTCOME_UNCHANGED;
      relate (mapping, relation);
      draft->step->kind = CW_STEP_RELATE;
      return TEST_OUTCOME_CHANGED;
    }

  made = cw_mapping_new (plan->left->id, plan->relation, plan->right->id);
  add (draft, made);
  remove_absence (draft, plan->left, plan->right->list);
  remove_absence (draft, plan->right, plan->left->list);

  return TEST_OUTCOME_CHANGED;
}

static gboolean
stands_in (CwList *list, gint64 item_id)
{
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      if (cw_list_get_item (list, i)->id == item_id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_linked (Draft *draft, gint64 item_id, CwList *list)
{
  for (guint i = 0; i < draft->mappings->len; i++)
    {
      const CwMapping *mapping = g_ptr_array_index (draft->mappings, i);

      if (mapping->relation == CW_RELATION_NONE || mapping->negated ||
          mapping->status == CW_STATUS_REJECTED)
        continue;
      if ((mapping->subject_id == item_id && stands_in (list, mapping->object_id)) ||
          (mapping->object_id == item_id && stands_in (list, mapping->subject_id)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
record_absence (Draft *draft, const TestPlan *plan, CwList *list)
{
  CwMapping *absence = find_absence (draft, plan->left->id, list);
  gboolean has_rationale = *plan->rationale != '\0';
  g_autoptr (CwMapping) made = NULL;

  if (absence == NULL)
    {
      made = cw_mapping_new_absence (plan->left->id, cw_list_get_id (list), plan->reason);
      cw_mapping_set_text (&made->rationale, plan->rationale);
      add (draft, made);
      return TRUE;
    }

  if (absence->absence == plan->reason && absence->status != CW_STATUS_REJECTED &&
      (!has_rationale || g_str_equal (absence->rationale, plan->rationale)))
    return FALSE;

  absence->absence = plan->reason;
  if (absence->status == CW_STATUS_REJECTED)
    absence->status = CW_STATUS_DRAFT;
  if (has_rationale)
    cw_mapping_set_text (&absence->rationale, plan->rationale);

  return TRUE;
}

static TestOutcome
do_absence (Draft *draft, const TestPlan *plan)
{
  const char *name =
    plan->lists->len == 1 ? cw_list_get_key (g_ptr_array_index (plan->lists, 0)) : NULL;
  TestOutcome outcome = TEST_OUTCOME_UNCHANGED;
  guint n_linked = 0;

  draft->step = cw_step_new (CW_STEP_ABSENCE, plan->left->code, name, plan->lists->len);
  for (guint i = 0; i < plan->lists->len; i++)
    {
      CwList *list = g_ptr_array_index (plan->lists, i);

      if (is_linked (draft, plan->left->id, list))
        n_linked++;
      else if (record_absence (draft, plan, list))
        outcome = TEST_OUTCOME_CHANGED;
    }

  return n_linked == plan->lists->len ? TEST_OUTCOME_REFUSED : outcome;
}

static gboolean
take_text (char **field, const char *value, gboolean wanted)
{
  if (!wanted || g_str_equal (*field, value))
    return FALSE;

  cw_mapping_set_text (field, value);

  return TRUE;
}

static TestOutcome
do_patch (Draft *draft, const TestPlan *plan)
{
  CwMapping *mapping = find (draft, g_array_index (plan->ids, gint64, 0));
  const CwMapping *values = plan->values;
  CwMappingFields fields = plan->fields;
  gboolean changed = FALSE;

  draft->step = cw_step_new (plan->step_kind, "a", "b", 1);
  if (mapping == NULL)
    return TEST_OUTCOME_REFUSED;

  if ((fields & CW_MAPPING_RELATION) && mapping->relation != values->relation)
    {
      relate (mapping, values->relation);
      changed = TRUE;
    }
  if ((fields & CW_MAPPING_NEGATED) && mapping->negated != values->negated)
    {
      mapping->negated = values->negated;
      relate (mapping, mapping->relation);
      changed = TRUE;
    }
  if ((fields & CW_MAPPING_ABSENCE) && mapping->absence != values->absence)
    {
      mapping->absence = values->absence;
      changed = TRUE;
    }
  if ((fields & CW_MAPPING_STATUS) && mapping->status != values->status)
    {
      mapping->status = values->status;
      changed = TRUE;
    }
  if ((fields & CW_MAPPING_CONFIDENCE) && ABS (mapping->confidence - values->confidence) > 1e-9)
    {
      mapping->confidence = values->confidence;
      changed = TRUE;
    }
  changed |= take_text (&mapping->rationale, values->rationale, fields & CW_MAPPING_RATIONALE);
  changed |=
    take_text (&mapping->note_shared, values->note_shared, fields & CW_MAPPING_NOTE_SHARED);
  changed |=
    take_text (&mapping->note_subject, values->note_subject, fields & CW_MAPPING_NOTE_SUBJECT);
  changed |=
    take_text (&mapping->note_object, values->note_object, fields & CW_MAPPING_NOTE_OBJECT);
  changed |= take_text (&mapping->citation, values->citation, fields & CW_MAPPING_CITATION);
  changed |= take_text (&mapping->url, values->url, fields & CW_MAPPING_URL);
  changed |= take_text (&mapping->quotation, values->quotation, fields & CW_MAPPING_QUOTATION);

  /* An absence has a list for its object, a reason, and no negation; a link has none of these. */
  if (mapping->object_id == 0
        ? mapping->relation != CW_RELATION_NONE || mapping->negated
        : mapping->relation == CW_RELATION_NONE || mapping->absence != CW_ABSENCE_UNSTATED)
    return TEST_OUTCOME_REFUSED;

  return changed ? TEST_OUTCOME_CHANGED : TEST_OUTCOME_UNCHANGED;
}

static TestOutcome
do_delete (Draft *draft, const TestPlan *plan)
{
  draft->step = cw_step_new (CW_STEP_DELETE, NULL, NULL, plan->ids->len);
  for (guint i = 0; i < plan->ids->len; i++)
    {
      CwMapping *mapping = find (draft, g_array_index (plan->ids, gint64, i));

      if (mapping == NULL)
        return TEST_OUTCOME_REFUSED;
      g_ptr_array_remove (draft->mappings, mapping);
    }

  return plan->ids->len > 0 ? TEST_OUTCOME_CHANGED : TEST_OUTCOME_UNCHANGED;
}

static TestOutcome
do_insert (Draft *draft, const TestPlan *plan)
{
  draft->step = cw_step_new (CW_STEP_LINK, NULL, NULL, plan->mappings->len);
  for (guint i = 0; i < plan->mappings->len; i++)
    add (draft, g_ptr_array_index (plan->mappings, i));

  return plan->mappings->len > 0 ? TEST_OUTCOME_CHANGED : TEST_OUTCOME_UNCHANGED;
}

static TestOutcome
move (TestTwin *self, int by)
{
  if ((by < 0 && self->place == 0) || (by > 0 && self->place + 1 == self->states->len))
    return TEST_OUTCOME_REFUSED;

  self->place = (guint) ((int) self->place + by);

  return TEST_OUTCOME_CHANGED;
}

static gpointer
copy_mapping (gconstpointer mapping, gpointer user_data)
{
  return cw_mapping_copy (mapping);
}

TestOutcome
test_twin_do (TestTwin *self, const TestPlan *plan)
{
  static TestOutcome (*const funcs[TEST_N_PLAN_KINDS]) (Draft *, const TestPlan *) = {
    [TEST_PLAN_LINK] = do_link,     [TEST_PLAN_ABSENCE] = do_absence, [TEST_PLAN_PATCH] = do_patch,
    [TEST_PLAN_DELETE] = do_delete, [TEST_PLAN_INSERT] = do_insert,
  };
  Draft draft = { self, NULL, self->next_id, NULL };
  TestOutcome outcome;

  if (plan->kind == TEST_PLAN_UNDO || plan->kind == TEST_PLAN_REDO)
    return move (self, plan->kind == TEST_PLAN_UNDO ? -1 : 1);

  draft.mappings = g_ptr_array_copy (test_twin_get_mappings (self), copy_mapping, NULL);
  g_ptr_array_set_free_func (draft.mappings, (GDestroyNotify) cw_mapping_unref);
  outcome = funcs[plan->kind](&draft, plan);

  if (outcome == TEST_OUTCOME_CHANGED)
    {
      g_ptr_array_set_size (self->states, (int) self->place + 1);
      add_state (self, draft.mappings, draft.step);
      self->place++;
      self->next_id = draft.next_id;
      return outcome;
    }

  g_ptr_array_unref (draft.mappings);
  cw_step_free (draft.step);

  return outcome;
}
