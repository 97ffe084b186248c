/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "plan.h"
#include "small-document.h"

#define N_SEEDS 4
#define N_STEPS 40
#define N_MORE 60

typedef enum
{
  BULK_PATCH,
  BULK_SWAP,
  BULK_DUPLICATE,
  BULK_DELETE,
  N_BULK_KINDS,
} BulkKind;

/* Something to do to many mappings of a document, and to its twin. */
typedef struct
{
  BulkKind kind;
  CwStepKind step_kind;
  CwMapping *values;
  CwMappingFields fields;
  GArray *ids;
} Bulk;

/* A document, and what it ought to hold: its mappings in an array. */
typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  GPtrArray *twin;
  gint64 next_id;
  GRand *rand;
  GArray *heard; /* what the document said had changed */
} Fixture;

static void
on_changed (CwDocument *document, GArray *ids, Fixture *self)
{
  g_array_set_size (self->heard, 0);
  g_array_append_vals (self->heard, ids->data, ids->len);
}

static void
add_more (Fixture *self)
{
  guint n_made = 0;

  while (n_made < N_MORE)
    {
      g_autoptr (TestPlan) plan = test_plan_new_random (self->rand, self->document, self->twin);
      g_autoptr (GError) error = NULL;

      if (plan->kind != TEST_PLAN_INSERT)
        continue;
      n_made += plan->mappings->len;
      test_plan_do (plan, self->document, &error);
      g_assert_no_error (error);
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  /* Random numbers begin anew in each case. */
  guint seed = (guint) g_test_rand_int () ^ (GPOINTER_TO_UINT (data) * 2654435761u);

  g_test_message ("seed %u", seed);
  self->rand = g_rand_new_with_seed (seed);
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->document = test_document_open (self->path);
  self->twin = test_database_read_mappings (self->path);
  add_more (self);
  g_ptr_array_unref (self->twin);
  self->twin = test_database_read_mappings (self->path);
  self->next_id =
    test_database_get_int (self->path, "SELECT seq FROM sqlite_sequence WHERE name = 'mapping'") +
    1;
  self->heard = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (self->document, "mappings-changed", G_CALLBACK (on_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  cw_document_close (self->document);
  g_object_unref (self->document);
  test_database_check (self->path);
  g_array_unref (self->heard);
  g_ptr_array_unref (self->twin);
  g_rand_free (self->rand);
  g_free (self->path);
  test_folder_free (self->folder);
}

static gboolean
is_chosen (const Bulk *bulk, const CwMapping *mapping)
{
  for (guint i = 0; i < bulk->ids->len; i++)
    {
      if (g_array_index (bulk->ids, gint64, i) == mapping->id)
        return TRUE;
    }

  return FALSE;
}

static void
patch_naively (CwMapping *mapping, const Bulk *bulk)
{
  if ((bulk->fields & CW_MAPPING_RELATION) && mapping->relation != CW_RELATION_NONE &&
      mapping->relation != bulk->values->relation)
    {
      mapping->relation = bulk->values->relation;
      if (mapping->status == CW_STATUS_REVIEWED)
        mapping->status = CW_STATUS_PROPOSED;
    }
  if (bulk->fields & CW_MAPPING_STATUS)
    mapping->status = bulk->values->status;
  if (bulk->fields & CW_MAPPING_CONFIDENCE)
    mapping->confidence = bulk->values->confidence;
  if (bulk->fields & CW_MAPPING_AUTHOR)
    cw_mapping_set_text (&mapping->author, bulk->values->author);
}

/* Inverts broad and narrow, and changes nothing else (law 8). */
static void
swap_naively (CwMapping *mapping)
{
  gint64 subject_id = mapping->subject_id;
  char *note = mapping->note_subject;

  if (mapping->relation == CW_RELATION_NONE)
    return;

  mapping->subject_id = mapping->object_id;
  mapping->object_id = subject_id;
  mapping->note_subject = mapping->note_object;
  mapping->note_object = note;
  if (mapping->relation == CW_RELATION_BROAD)
    mapping->relation = CW_RELATION_NARROW;
  else if (mapping->relation == CW_RELATION_NARROW)
    mapping->relation = CW_RELATION_BROAD;
}

/* Returns: how many mappings are others now */
static guint
do_naively (Fixture *self, const Bulk *bulk)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->twin);
  guint n_changed = 0;

  self->twin = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  for (guint i = 0; i < before->len; i++)
    {
      const CwMapping *old = g_ptr_array_index (before, i);
      CwMapping *mapping = cw_mapping_copy (old);
      gboolean chosen = is_chosen (bulk, old);

      if (chosen && bulk->kind == BULK_DELETE)
        {
          cw_mapping_unref (mapping);
          n_changed++;
          continue;
        }
      if (chosen && bulk->kind == BULK_PATCH)
        patch_naively (mapping, bulk);
      if (chosen && bulk->kind == BULK_SWAP)
        swap_naively (mapping);
      n_changed += !cw_mapping_equal (mapping, old);
      g_ptr_array_add (self->twin, mapping);
    }
  for (guint i = 0; bulk->kind == BULK_DUPLICATE && i < before->len; i++)
    {
      CwMapping *copy;

      if (!is_chosen (bulk, g_ptr_array_index (before, i)))
        continue;
      copy = cw_mapping_copy (g_ptr_array_index (before, i));
      copy->id = self->next_id++;
      copy->status = CW_STATUS_DRAFT;
      cw_mapping_set_text (&copy->author, "Ben");
      g_ptr_array_add (self->twin, copy);
      n_changed++;
    }

  return n_changed;
}

static CwEdit *
make_edit (const Bulk *bulk)
{
  switch (bulk->kind)
    {
    case BULK_PATCH:
      return cw_edit_new_bulk_patch (bulk->step_kind, bulk->ids, bulk->values, bulk->fields);
    case BULK_SWAP:
      return cw_edit_new_bulk_swap (bulk->ids);
    case BULK_DUPLICATE:
      return cw_edit_new_bulk_duplicate (bulk->ids);
    case BULK_DELETE:
    default:
      return cw_edit_new_bulk_delete (bulk->ids);
    }
}

static void
check_twin (Fixture *self)
{
  g_autoptr (GPtrArray) mappings = test_database_read_mappings (self->path);
  g_autofree char *found = test_mappings_format (mappings);
  g_autofree char *wanted = test_mappings_format (self->twin);

  g_assert_cmpstr (found, ==, wanted);
}

static void
check_dump (Fixture *self, const char *wanted)
{
  g_autofree char *dump = test_database_dump (self->path);

  g_assert_cmpstr (dump, ==, wanted);
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  cw_document_undo (self->document, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  cw_document_redo (self->document, &error);
  g_assert_no_error (error);
}

/* Does it, checks what came of it and how the step is called, takes it back and does it again. */
static void
do_both (Fixture *self, const Bulk *bulk)
{
  g_autofree char *before = test_database_dump (self->path);
  g_autofree char *after = NULL;
  gint64 n_steps = test_database_get_int (self->path, "SELECT count (*) FROM step");
  g_autoptr (GError) error = NULL;
  guint n_changed = do_naively (self, bulk);

  cw_document_apply (self->document, make_edit (bulk), &error);
  g_assert_no_error (error);
  check_twin (self);
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM step"), ==,
                   n_steps + (n_changed > 0));
  if (n_changed == 0)
    {
      check_dump (self, before);
      return;
    }

  g_assert_cmpint (cw_document_get_undo_step (self->document)->kind, ==, bulk->step_kind);
  g_assert_cmpuint (cw_document_get_undo_step (self->document)->n_rows, ==, n_changed);
  g_assert_cmpuint (self->heard->len, ==, n_changed);
  after = test_database_dump (self->path);
  g_assert_cmpstr (after, !=, before);
  undo (self);
  check_dump (self, before);
  g_assert_cmpuint (self->heard->len, ==, n_changed);
  redo (self);
  check_dump (self, after);
}

static void
choose_ids (Fixture *self, Bulk *bulk, int one_in)
{
  bulk->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->twin->len; i++)
    {
      if (g_rand_int_range (self->rand, 0, one_in) == 0)
        g_array_append_val (bulk->ids, ((CwMapping *) g_ptr_array_index (self->twin, i))->id);
    }
  /* One twice, and one that is not there. */
  if (bulk->ids->len > 0 && g_rand_boolean (self->rand))
    {
      gint64 first = g_array_index (bulk->ids, gint64, 0);
      gint64 gone = 1000000;

      g_array_append_val (bulk->ids, first);
      g_array_append_val (bulk->ids, gone);
    }
}

static void
choose_values (Fixture *self, Bulk *bulk)
{
  static const struct
  {
    CwStepKind kind;
    CwMappingFields fields;
  } patches[] = {
    { CW_STEP_RELATE, CW_MAPPING_RELATION },
    { CW_STEP_STATUS, CW_MAPPING_STATUS },
    { CW_STEP_CONFIDENCE, CW_MAPPING_CONFIDENCE },
    { CW_STEP_AUTHOR, CW_MAPPING_AUTHOR },
    { CW_STEP_RELATE, CW_MAPPING_RELATION | CW_MAPPING_STATUS },
    { CW_STEP_STATUS,
      CW_MAPPING_RELATION | CW_MAPPING_STATUS | CW_MAPPING_CONFIDENCE | CW_MAPPING_AUTHOR },
  };
  static const CwStepKind kinds[] = { 0, CW_STEP_SWAP, CW_STEP_DUPLICATE, CW_STEP_DELETE };
  static const char *const authors[] = { "Ann", "Ben", "", "O'Hara; 李" };
  guint i = (guint) g_rand_int_range (self->rand, 0, G_N_ELEMENTS (patches));

  bulk->step_kind = bulk->kind == BULK_PATCH ? patches[i].kind : kinds[bulk->kind];
  bulk->fields = patches[i].fields;
  bulk->values =
    cw_mapping_new (0, g_rand_int_range (self->rand, CW_RELATION_EXACT, CW_N_RELATIONS), 0);
  bulk->values->status = g_rand_int_range (self->rand, 0, CW_N_STATUSES);
  bulk->values->confidence = g_rand_int_range (self->rand, 0, 11) / 10.0;
  if (g_rand_int_range (self->rand, 0, 4) == 0)
    bulk->values->confidence = CW_CONFIDENCE_UNSET;
  cw_mapping_set_text (&bulk->values->author,
                       authors[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (authors))]);
}

static void
bulk_clear (Bulk *bulk)
{
  cw_mapping_unref (bulk->values);
  g_array_unref (bulk->ids);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      Bulk bulk = { g_rand_int_range (self->rand, 0, N_BULK_KINDS + 2) % N_BULK_KINDS };

      choose_values (self, &bulk);
      /* Few are deleted, so that some are left. */
      choose_ids (self, &bulk, bulk.kind == BULK_DELETE || bulk.kind == BULK_DUPLICATE ? 9 : 2);
      do_both (self, &bulk);
      bulk_clear (&bulk);
    }
  while (cw_document_get_undo_step (self->document) != NULL)
    undo (self);
  g_assert_cmpint (test_database_get_int (self->path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS);
}

/* What is so already is no step, and what was undone can still be redone. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  Bulk bulk = { .kind = BULK_PATCH };

  choose_values (self, &bulk);
  choose_ids (self, &bulk, 1);
  bulk.step_kind = CW_STEP_STATUS;
  bulk.fields = CW_MAPPING_STATUS;
  do_both (self, &bulk);
  do_both (self, &bulk);
  g_assert_cmpuint (do_naively (self, &bulk), ==, 0);

  /* Of absences only, none is turned round or related. */
  g_array_set_size (bulk.ids, 0);
  for (guint i = 0; i < self->twin->len; i++)
    {
      const CwMapping *mapping = g_ptr_array_index (self->twin, i);

      if (mapping->relation == CW_RELATION_NONE)
        g_array_append_val (bulk.ids, mapping->id);
    }
  g_assert_cmpuint (bulk.ids->len, >, 0);
  bulk.fields = CW_MAPPING_RELATION;
  g_assert_cmpuint (do_naively (self, &bulk), ==, 0);
  do_both (self, &bulk);
  bulk.kind = BULK_SWAP;
  g_assert_cmpuint (do_naively (self, &bulk), ==, 0);
  do_both (self, &bulk);

  g_array_set_size (bulk.ids, 0);
  undo (self);
  for (bulk.kind = 0; bulk.kind < N_BULK_KINDS; bulk.kind++)
    {
      g_autoptr (GError) error = NULL;

      cw_document_apply (self->document, make_edit (&bulk), &error);
      g_assert_no_error (error);
    }
  g_assert_nonnull (cw_document_get_redo_step (self->document));
  redo (self);
  check_twin (self);
  bulk_clear (&bulk);
}

/* Turned round twice is as before. */
static void
test_swap_twice (Fixture *self, gconstpointer data)
{
  Bulk bulk = { .kind = BULK_SWAP, .step_kind = CW_STEP_SWAP };
  g_autofree char *before = test_mappings_format (self->twin);
  g_autofree char *after = NULL;

  bulk.values = cw_mapping_new (0, CW_RELATION_EXACT, 0);
  choose_ids (self, &bulk, 1);
  do_both (self, &bulk);
  do_both (self, &bulk);
  after = test_mappings_format (self->twin);
  g_assert_cmpstr (after, ==, before);
  bulk_clear (&bulk);
}

/* Undo names what was done, without naming each of the many. */
static void
test_names (Fixture *self, gconstpointer data)
{
  static const struct
  {
    BulkKind kind;
    CwStepKind step_kind;
    const char *name;
  } names[] = {
    { BULK_SWAP, CW_STEP_SWAP, "Undo swap mappings" },
    { BULK_DUPLICATE, CW_STEP_DUPLICATE, "Undo duplicate mappings" },
    { BULK_DELETE, CW_STEP_DELETE, "Undo delete mappings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Bulk bulk = { .kind = names[i].kind, .step_kind = names[i].step_kind };
      g_autofree char *name = NULL;

      bulk.values = cw_mapping_new (0, CW_RELATION_EXACT, 0);
      choose_ids (self, &bulk, 1);
      do_both (self, &bulk);
      name = cw_step_format_undo (cw_document_get_undo_step (self->document));
      g_assert_cmpstr (name, ==, names[i].name);
      bulk_clear (&bulk);
    }
  g_assert_cmpuint (self->twin->len, ==, 0);
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (CwDocument) document = cw_document_open (self->path, TRUE, NULL);
  Bulk bulk = { 0 };

  choose_values (self, &bulk);
  choose_ids (self, &bulk, 1);
  for (bulk.kind = 0; bulk.kind < N_BULK_KINDS; bulk.kind++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cw_document_apply (document, make_edit (&bulk), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
    }
  check_twin (self);
  bulk_clear (&bulk);
  cw_document_close (document);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_SEEDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/bulk-edit/random/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_random, tear_down);
    }
  ADD ("/bulk-edit/nothing", test_nothing);
  ADD ("/bulk-edit/swap-twice", test_swap_twice);
  ADD ("/bulk-edit/names", test_names);
  ADD ("/bulk-edit/read-only", test_read_only);

  return g_test_run ();
}
