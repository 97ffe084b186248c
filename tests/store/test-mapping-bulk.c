/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/journal.h"
#include "store/mapping-bulk.h"
#include "store/statement.h"

#define N_MANY 100000

static const CwJournalStamp stamp = { "Ben", "2024-02-03T04:05:06Z" };

typedef struct
{
  TestFolder *folder;
  char *path;
  CwConnection *connection;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->connection = cw_connection_open (self->path, CW_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  cw_connection_start_writing (self->connection, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_connection_close (self->connection);
  test_database_check (self->path);
  g_free (self->path);
  test_folder_free (self->folder);
}

/* Mappings of the same two items, a third of them reviewed, and absences between them; ids follow
 * those of the small document. */
static void
add_many (Fixture *self, guint n)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE number (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < %u) "
    "INSERT INTO mapping (subject_id, relation, object_id, object_list_id, status, author, "
    "created, modified) "
    "SELECT 1, iif (n %% 10 = 0, 'none', 'broad'), iif (n %% 10 = 0, NULL, 2 + n %% 7), "
    "iif (n %% 10 = 0, 2, NULL), iif (n %% 3 = 0, 'reviewed', 'draft'), 'Ann', '', '' FROM number",
    n);
  g_autoptr (GError) error = NULL;

  _cw_connection_exec (self->connection, sql, &error);
  g_assert_no_error (error);
}

static GArray *
make_ids (gint64 first, guint n)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = first + i;

      g_array_append_val (ids, id);
    }

  return ids;
}

static gint64
count (Fixture *self, const char *condition)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM mapping WHERE %s", condition);

  return test_database_get_int (self->path, sql);
}

typedef enum
{
  PATCH,
  SWAP,
  DUPLICATE,
  DELETE,
} Kind;

typedef struct
{
  Kind kind;
  CwMapping *values;
  CwMappingFields fields;
} Change;

static gboolean
run (Fixture *self, const Change *change, GArray *ids, guint *n_changed, GError **error)
{
  guint n_unreviewed = 0;

  switch (change->kind)
    {
    case PATCH:
      return cw_mapping_bulk_patch (self->connection, ids, change->values, change->fields,
                                    stamp.author, stamp.time, n_changed, &n_unreviewed, error);
    case SWAP:
      return cw_mapping_bulk_swap (self->connection, ids, stamp.time, n_changed, error);
    case DUPLICATE:
      return cw_mapping_bulk_duplicate (self->connection, ids, stamp.author, "", stamp.time,
                                        n_changed, error);
    case DELETE:
    default:
      return cw_mapping_bulk_delete (self->connection, ids, n_changed, error);
    }
}

/* As one step. Returns: how many mappings are others now */
static guint
change (Fixture *self, const Change *change, GArray *ids, guint64 *n_statements)
{
  g_autoptr (CwStep) step = cw_step_new (CW_STEP_STATUS, NULL, NULL, ids->len);
  g_autoptr (GError) error = NULL;
  guint64 before;
  guint n_changed = 0;

  cw_journal_begin (self->connection, step, &stamp, &error);
  g_assert_no_error (error);
  before = cw_connection_get_n_statements (self->connection);
  run (self, change, ids, &n_changed, &error);
  g_assert_no_error (error);
  if (n_statements != NULL)
    *n_statements = cw_connection_get_n_statements (self->connection) - before;
  cw_journal_commit (self->connection, NULL, &error);
  g_assert_no_error (error);

  return n_changed;
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  cw_journal_undo (self->connection, &stamp, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  cw_journal_redo (self->connection, &stamp, NULL, &error);
  g_assert_no_error (error);
}

static CwMapping *
make_values (void)
{
  CwMapping *values = cw_mapping_new (0, CW_RELATION_EXACT, 0);

  values->status = CW_STATUS_DISPUTED;
  values->confidence = 0.5;
  cw_mapping_set_text (&values->author, "Cara");

  return values;
}

/* Only what is asked for is taken from the values. */
static void
test_fields (Fixture *self, gconstpointer data)
{
  static const struct
  {
    CwMappingFields field;
    const char *changed;
    gint64 n;
  } fields[] = {
    { CW_MAPPING_RELATION, "relation = 'exact' AND NOT negated", TEST_N_MAPPINGS - 2 },
    { CW_MAPPING_STATUS, "status = 'disputed'", TEST_N_MAPPINGS },
    { CW_MAPPING_CONFIDENCE, "confidence = 0.5", TEST_N_MAPPINGS },
    { CW_MAPPING_AUTHOR, "author = 'Cara'", TEST_N_MAPPINGS },
  };
  g_autoptr (GArray) ids = make_ids (1, TEST_N_MAPPINGS);
  g_autoptr (CwMapping) values = make_values ();
  g_autofree char *before = test_database_dump (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *after = NULL;

      change (self, &(Change){ PATCH, values, fields[i].field }, ids, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          if (i == j)
            g_assert_cmpint (count (self, fields[j].changed), ==, fields[j].n);
          else
            g_assert_cmpint (count (self, fields[j].changed), <, fields[j].n);
        }
      undo (self);
      after = test_database_dump (self->path);
      g_assert_cmpstr (after, ==, before);
    }
}

/* A mapping counts once, however much of it changes. */
static void
test_all_fields (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = make_ids (1, TEST_N_MAPPINGS);
  g_autoptr (CwMapping) values = make_values ();
  Change all = { PATCH, values,
                 CW_MAPPING_RELATION | CW_MAPPING_STATUS | CW_MAPPING_CONFIDENCE |
                   CW_MAPPING_AUTHOR };

  g_assert_cmpuint (change (self, &all, ids, NULL), ==, TEST_N_MAPPINGS);
  g_assert_cmpint (count (self, "status = 'disputed' AND confidence = 0.5 AND author = 'Cara' AND "
                                "relation IN ('exact', 'none')"),
                   ==, TEST_N_MAPPINGS);
  g_assert_cmpint (count (self, "relation = 'none'"), ==, 1);
  g_assert_cmpuint (change (self, &all, ids, NULL), ==, 0);
}

/* A review belongs to the relation that it saw. */
static void
test_review (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (CwMapping) values = make_values ();

  add_many (self, 90);
  ids = make_ids (TEST_N_MAPPINGS + 1, 90);
  values->relation = CW_RELATION_BROAD;
  g_assert_cmpuint (change (self, &(Change){ PATCH, values, CW_MAPPING_RELATION }, ids, NULL), ==,
                    0);
  values->relation = CW_RELATION_CLOSE;
  g_assert_cmpuint (change (self, &(Change){ PATCH, values, CW_MAPPING_RELATION }, ids, NULL), ==,
                    81);
  g_assert_cmpint (count (self, "id > 7 AND relation = 'close' AND status = 'proposed'"), ==, 27);
  g_assert_cmpint (count (self, "id > 7 AND relation = 'close' AND status = 'draft'"), ==, 54);
  /* Absences are as they were. */
  g_assert_cmpint (count (self, "id > 7 AND relation = 'none' AND status = 'reviewed' AND "
                                "modified = ''"),
                   ==, 3);
  /* Who sets both at once knows the new relation. */
  values->relation = CW_RELATION_OVERLAP;
  values->status = CW_STATUS_REVIEWED;
  change (self, &(Change){ PATCH, values, CW_MAPPING_RELATION | CW_MAPPING_STATUS }, ids, NULL);
  g_assert_cmpint (count (self, "id > 7 AND relation = 'overlap' AND status = 'reviewed'"), ==, 81);
}

/* No confidence is another value than nought. */
static void
test_confidence (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = make_ids (1, TEST_N_MAPPINGS);
  g_autoptr (CwMapping) values = make_values ();
  Change set = { PATCH, values, CW_MAPPING_CONFIDENCE };

  values->confidence = 0;
  g_assert_cmpuint (change (self, &set, ids, NULL), ==, TEST_N_MAPPINGS);
  g_assert_cmpint (count (self, "confidence = 0"), ==, TEST_N_MAPPINGS);
  values->confidence = CW_CONFIDENCE_UNSET;
  g_assert_cmpuint (change (self, &set, ids, NULL), ==, TEST_N_MAPPINGS);
  g_assert_cmpint (count (self, "confidence IS NULL"), ==, TEST_N_MAPPINGS);
  g_assert_cmpuint (change (self, &set, ids, NULL), ==, 0);
  values->confidence = 1;
  g_assert_cmpuint (change (self, &set, ids, NULL), ==, TEST_N_MAPPINGS);
}

/* What is not in order is refused as a whole. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = make_ids (1, TEST_N_MAPPINGS);
  g_autoptr (CwMapping) values = make_values ();
  g_autoptr (CwStep) step = cw_step_new (CW_STEP_STATUS, NULL, NULL, 1);
  const Change changes[] = { { PATCH, values, CW_MAPPING_CONFIDENCE },
                             { PATCH, values, CW_MAPPING_RELATION } };
  g_autofree char *before = test_database_dump (self->path);

  values->confidence = 1.5;
  values->relation = CW_RELATION_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      guint n_changed = 0;

      cw_journal_begin (self->connection, step, &stamp, NULL);
      g_assert_false (run (self, &changes[i], ids, &n_changed, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (n_changed, ==, 0);
      cw_journal_rollback (self->connection);
      after = test_database_dump (self->path);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What is named twice is one, what is gone is none. */
static void
test_odd_ids (Fixture *self, gconstpointer data)
{
  const gint64 odd[] = { TEST_MAPPING_FULL, 1000000, TEST_MAPPING_FULL, -5, 0, G_MAXINT64 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) none = make_ids (1, 0);
  g_autoptr (CwMapping) values = make_values ();

  g_array_append_vals (ids, odd, G_N_ELEMENTS (odd));
  for (Kind kind = PATCH; kind <= DELETE; kind++)
    {
      Change once = { kind, values, CW_MAPPING_STATUS };

      g_assert_cmpuint (change (self, &once, ids, NULL), ==, 1);
      g_assert_cmpuint (change (self, &once, none, NULL), ==, 0);
    }
}

/* How many statements are prepared does not depend on how many mappings there are. */
static void
test_statements (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMapping) values = make_values ();
  g_autoptr (GArray) few = make_ids (1, 2);
  g_autoptr (GArray) many = make_ids (TEST_N_MAPPINGS + 1, 5000);

  add_many (self, 5000);
  for (Kind kind = PATCH; kind <= DELETE; kind++)
    {
      Change once = { kind, values, CW_MAPPING_STATUS | CW_MAPPING_AUTHOR };
      guint64 n_of_few, n_of_many;

      change (self, &once, few, &n_of_few);
      g_assert_cmpuint (change (self, &once, many, &n_of_many), >=, 4500);
      g_assert_cmpuint (n_of_many, ==, n_of_few);
    }
}

/* A sum over everything: the dump of so many is long. */
static char *
sum_up (Fixture *self)
{
  return test_database_get_text (
    self->path,
    "SELECT count (*) || ' ' || sum (id * (subject_id + 3 * coalesce (object_id, 0))) || ' ' || "
    "sum (id * instr ('draft proposed reviewed disputed rejected', status)) || ' ' || "
    "sum (id * instr ('exact close broad narrow overlap related none', relation)) || ' ' || "
    "sum (length (modified) * id) || ' ' || sum (length (author) * id) FROM mapping");
}

static void
there_and_back (Fixture *self, const Change *once, GArray *ids, guint n_wanted)
{
  g_autofree char *before = sum_up (self);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpuint (change (self, once, ids, NULL), ==, n_wanted);
  done = sum_up (self);
  g_assert_cmpstr (done, !=, before);
  undo (self);
  undone = sum_up (self);
  g_assert_cmpstr (undone, ==, before);
  redo (self);
  redone = sum_up (self);
  g_assert_cmpstr (redone, ==, done);
}

static void
test_thousands (Fixture *self, gconstpointer data)
{
  static const guint n_wanted[] = { 10000, 9000, 10000, 10000 };
  g_autoptr (CwMapping) values = make_values ();
  g_autoptr (GArray) ids = make_ids (TEST_N_MAPPINGS + 1, 10000);

  add_many (self, 10000);
  for (Kind kind = PATCH; kind <= DELETE; kind++)
    there_and_back (self, &(Change){ kind, values, CW_MAPPING_STATUS }, ids, n_wanted[kind]);
}

static void
test_hundred_thousand (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMapping) values = make_values ();
  g_autoptr (GArray) ids = make_ids (TEST_N_MAPPINGS + 1, N_MANY);

  add_many (self, N_MANY);
  there_and_back (self, &(Change){ PATCH, values, CW_MAPPING_STATUS }, ids, N_MANY);
  g_assert_cmpint (count (self, "status = 'disputed'"), ==, N_MANY);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/mapping-bulk/fields", test_fields);
  ADD ("/mapping-bulk/all-fields", test_all_fields);
  ADD ("/mapping-bulk/review", test_review);
  ADD ("/mapping-bulk/confidence", test_confidence);
  ADD ("/mapping-bulk/refused", test_refused);
  ADD ("/mapping-bulk/odd-ids", test_odd_ids);
  ADD ("/mapping-bulk/statements", test_statements);
  ADD ("/mapping-bulk/thousands", test_thousands);
  ADD ("/mapping-bulk/hundred-thousand", test_hundred_thousand);

  return g_test_run ();
}
