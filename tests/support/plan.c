/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"

static const char *const words[] = {
  "", "part of it", "先进材料", "a 'quoted' \"word\"", "two\nlines\tand a tab", "= not a formula",
};

static const char *
random_word (GRand *rand)
{
  return words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
}

static CwList *
random_list (GRand *rand, CwDocument *document)
{
  GPtrArray *lists = cw_document_get_lists (document);

  return g_ptr_array_index (lists, g_rand_int_range (rand, 0, (int) lists->len));
}

static const CwItem *
random_item (GRand *rand, CwList *list)
{
  return cw_list_get_item (list,
                           (guint) g_rand_int_range (rand, 0, (int) cw_list_get_n_items (list)));
}

/* Now and then one that is not there. */
static gint64
random_mapping_id (GRand *rand, GPtrArray *mappings)
{
  if (mappings->len == 0 || g_rand_int_range (rand, 0, 12) == 0)
    return 1000000;

  return ((CwMapping *) g_ptr_array_index (mappings,
                                           g_rand_int_range (rand, 0, (int) mappings->len)))
    ->id;
}

static CwRelation
random_relation (GRand *rand)
{
  return (CwRelation) g_rand_int_range (rand, CW_RELATION_NONE + 1, CW_N_RELATIONS);
}

static CwMapping *
random_mapping (GRand *rand, CwDocument *document)
{
  CwList *list = random_list (rand, document);
  const CwItem *subject = random_item (rand, list);
  CwList *other = random_list (rand, document);
  const CwItem *object = random_item (rand, other);
  CwMapping *mapping;

  if (object == subject || g_rand_int_range (rand, 0, 4) == 0)
    mapping = cw_mapping_new_absence (subject->id, cw_list_get_id (other),
                                      (CwAbsence) g_rand_int_range (rand, 0, CW_N_ABSENCES));
  else
    {
      mapping = cw_mapping_new (subject->id, random_relation (rand), object->id);
      mapping->negated = g_rand_int_range (rand, 0, 4) == 0;
    }

  mapping->confidence = g_rand_int_range (rand, -1, 11) / 10.0;
  if (mapping->confidence < 0)
    mapping->confidence = CW_CONFIDENCE_UNSET;
  mapping->status = (CwStatus) g_rand_int_range (rand, 0, CW_N_STATUSES);
  cw_mapping_set_text (&mapping->rationale, random_word (rand));
  cw_mapping_set_text (&mapping->note_shared, random_word (rand));
  cw_mapping_set_text (&mapping->note_subject, random_word (rand));
  cw_mapping_set_text (&mapping->note_object, random_word (rand));
  cw_mapping_set_text (&mapping->citation, random_word (rand));
  cw_mapping_set_text (&mapping->url, random_word (rand));
  cw_mapping_set_text (&mapping->quotation, random_word (rand));
  cw_mapping_set_text (&mapping->author, random_word (rand));

  return mapping;
}

static void
plan_absence (TestPlan *self, GRand *rand, CwDocument *document)
{
  GPtrArray *lists = cw_document_get_lists (document);

  self->left = random_item (rand, random_list (rand, document));
  self->reason = (CwAbsence) g_rand_int_range (rand, 0, CW_N_ABSENCES);
  self->rationale = g_strdup (random_word (rand));
  self->lists = g_ptr_array_new ();
  for (guint i = 0; i < lists->len; i++)
    {
      if (g_rand_boolean (rand))
        g_ptr_array_add (self->lists, g_ptr_array_index (lists, i));
    }
  if (self->lists->len == 0)
    g_ptr_array_add (self->lists, g_ptr_array_index (lists, 0));
}

/* The fields that the program changes together, by the name of the step. */
static const struct
{
  CwStepKind kind;
  CwMappingFields fields;
} patches[] = {
  { CW_STEP_RELATE, CW_MAPPING_RELATION },
  { CW_STEP_RELATE, CW_MAPPING_RELATION | CW_MAPPING_NEGATED },
  { CW_STEP_RELATE, CW_MAPPING_NEGATED },
  { CW_STEP_CONFIDENCE, CW_MAPPING_CONFIDENCE },
  { CW_STEP_STATUS, CW_MAPPING_STATUS },
  { CW_STEP_STATUS, CW_MAPPING_STATUS },
  { CW_STEP_RATIONALE, CW_MAPPING_RATIONALE },
  { CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED },
  { CW_STEP_NOTE, CW_MAPPING_NOTE_SUBJECT | CW_MAPPING_NOTE_OBJECT },
  { CW_STEP_EVIDENCE, CW_MAPPING_CITATION | CW_MAPPING_URL | CW_MAPPING_QUOTATION },
  { CW_STEP_REASON, CW_MAPPING_ABSENCE },
};

static void
plan_patch (TestPlan *self, GRand *rand, CwDocument *document, GPtrArray *mappings)
{
  int patch = g_rand_int_range (rand, 0, G_N_ELEMENTS (patches));
  gint64 id = random_mapping_id (rand, mappings);

  self->step_kind = patches[patch].kind;
  self->fields = patches[patch].fields;
  self->values = random_mapping (rand, document);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, id);
}

static void
plan_delete (TestPlan *self, GRand *rand, GPtrArray *mappings)
{
  int n = g_rand_int_range (rand, 0, 4);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int i = 0; i < n; i++)
    {
      gint64 id = random_mapping_id (rand, mappings);

      g_array_append_val (self->ids, id);
    }
}

static void
plan_insert (TestPlan *self, GRand *rand, CwDocument *document)
{
  int n = g_rand_int_range (rand, 0, 5);

  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (self->mappings, random_mapping (rand, document));
}

/* The same seed, document and mappings give the same plan. */
TestPlan *
test_plan_new_random (GRand *rand, CwDocument *document, GPtrArray *mappings)
{
  TestPlan *self = g_new0 (TestPlan, 1);

  self->kind = (TestPlanKind) g_rand_int_range (rand, 0, TEST_N_PLAN_KINDS);
  switch (self->kind)
    {
    case TEST_PLAN_LINK:
      self->left = random_item (rand, random_list (rand, document));
      do
        self->right = random_item (rand, random_list (rand, document));
      while (self->right == self->left);
      self->relation = random_relation (rand);
      break;
    case TEST_PLAN_ABSENCE:
      plan_absence (self, rand, document);
      break;
    case TEST_PLAN_PATCH:
      plan_patch (self, rand, document, mappings);
      break;
    case TEST_PLAN_DELETE:
      plan_delete (self, rand, mappings);
      break;
    case TEST_PLAN_INSERT:
      plan_insert (self, rand, document);
      break;
    case TEST_PLAN_UNDO:
    case TEST_PLAN_REDO:
      break;
    default:
      g_assert_not_reached ();
    }

  return self;
}

void
test_plan_free (TestPlan *self)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->values, cw_mapping_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  g_free (self->rationale);
  g_free (self);
}

static CwEdit *
make_edit (const TestPlan *self)
{
  switch (self->kind)
    {
    case TEST_PLAN_LINK:
      return cw_edit_new_link (self->left, self->relation, self->right);
    case TEST_PLAN_ABSENCE:
      return cw_edit_new_absence (self->left, self->lists, self->reason, self->rationale);
    case TEST_PLAN_PATCH:
      return cw_edit_new_patch (self->step_kind, g_array_index (self->ids, gint64, 0), self->values,
                                self->fields, "a", "b");
    case TEST_PLAN_DELETE:
      return cw_edit_new_delete ((const gint64 *) (gconstpointer) self->ids->data, self->ids->len,
                                 NULL, NULL);
    case TEST_PLAN_INSERT:
      return cw_edit_new_insert (self->mappings);
    case TEST_PLAN_UNDO:
    case TEST_PLAN_REDO:
    default:
      g_assert_not_reached ();
    }
}

gboolean
test_plan_do (const TestPlan *self, CwDocument *document, GError **error)
{
  if (self->kind == TEST_PLAN_UNDO)
    return cw_document_undo (document, error);
  if (self->kind == TEST_PLAN_REDO)
    return cw_document_redo (document, error);

  return cw_document_apply (document, make_edit (self), error);
}
