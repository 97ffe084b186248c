/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/list-edit.h"
#include "workspace/mapping-import.h"

#include <string.h>

/* Mappings of a file, on their way into the small document. */

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  GPtrArray *nothing;
} Stage;

static void
set_up (Stage *stage, gconstpointer data)
{
  stage->folder = test_folder_new ();
  stage->path = test_small_document_new (stage->folder);
  stage->document = test_document_open (stage->path);
  stage->nothing = g_ptr_array_new ();
}

static void
tear_down (Stage *stage, gconstpointer data)
{
  cw_document_close (stage->document);
  g_object_unref (stage->document);
  test_database_check (stage->path);
  g_ptr_array_unref (stage->nothing);
  g_free (stage->path);
  test_folder_free (stage->folder);
}

static CwMappingImport *
begin (Stage *stage, gboolean make_items)
{
  return cw_mapping_import_new (stage->document, "/somewhere/table.tsv", 0, stage->nothing,
                                stage->nothing, make_items);
}

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* An end as "LIST CODE", "=LABEL", "<IRI", "~CURIE" or "-LIST" for no counterpart there. */
static void
set_end (CwRecordEnd *end, const char *text)
{
  g_auto (GStrv) words = NULL;

  if (*text == '=')
    set (&end->label, text + 1);
  else if (*text == '<')
    set (&end->iri, text + 1);
  else if (*text == '~')
    set (&end->curie, text + 1);
  else if (*text == '-')
    {
      end->absent = TRUE;
      set (&end->list, text + 1);
    }
  else
    {
      words = g_strsplit (text, " ", 2);
      set (&end->list, words[0]);
      set (&end->code, words[1]);
    }
}

static CwMappingRecord *
add (CwMappingImport *import, const char *left, CwRelation relation, const char *right)
{
  const CwRecordSink *sink = cw_mapping_import_get_sink (import);
  CwMappingRecord *record = cw_mapping_record_new (cw_mapping_import_get_n_rows (import) + 2, NULL);

  set_end (&record->left, left);
  set_end (&record->right, right);
  cw_mapping_record_set_relation (record, relation);
  g_assert_true (sink->take_record (record, sink->user_data, NULL));

  return record;
}

static void
compare (CwMappingImport *import)
{
  g_autoptr (GError) error = NULL;

  cw_mapping_import_compare (import, &error);
  g_assert_no_error (error);
}

static void
assert_state (CwMappingImport *import, guint row, CwImportState state, gint64 mine)
{
  const CwImportRow *found = cw_mapping_import_get_row (import, row);

  g_assert_cmpstr (cw_import_state_to_key (found->state), ==, cw_import_state_to_key (state));
  g_assert_cmpint (found->mine, ==, mine);
}

static void
apply (Stage *stage, CwMappingImport *import)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (stage->document, cw_edit_new_import (import), &error);
  g_assert_no_error (error);
}

/* Where the document holds what was there before, whatever was undone meanwhile. */
static char *
dump (Stage *stage)
{
  g_autoptr (GPtrArray) mappings = test_database_read_mappings (stage->path);

  return test_mappings_format (mappings);
}

static gint64
count (Stage *stage, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM mapping WHERE %s", where);

  return test_database_get_int (stage->path, sql);
}

static void
undo (Stage *stage)
{
  g_autoptr (GError) error = NULL;

  cw_document_undo (stage->document, &error);
  g_assert_no_error (error);
}

#define L TEST_LEFT
#define R TEST_RIGHT

/* However a file names an item, it is the same one. */
static void
test_names (Stage *stage, gconstpointer data)
{
  static const char *const names[] = {
    L " 1.1",     "XA-LEFT-2020 1.1", "=Graphene",
    "=graphene",  "=石墨烯",          "<" CW_LIST_BASE_IRI L "/1.1",
    "~" L ":1.1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) left = test_document_get_lists (stage->document, L, NULL);
      g_autoptr (CwMappingImport) import =
        cw_mapping_import_new (stage->document, "table.tsv", 0, left, stage->nothing, FALSE);

      add (import, names[i], CW_RELATION_BROAD, R " 2");
      compare (import);
      assert_state (import, 0, CW_IMPORT_SAME, TEST_MAPPING_INVERTED);
      g_assert_cmpuint (cw_mapping_import_get_problems (import)->len, ==, 0);
    }
}

static const CwProblem *
get_problem (CwMappingImport *import, guint index)
{
  return g_ptr_array_index (cw_mapping_import_get_problems (import), index);
}

/* What is not clear stays out, and is told of with its line. */
static void
test_unknown (Stage *stage, gconstpointer data)
{
  static const struct
  {
    const char *left;
    const char *right;
    const char *rule;
  } cases[] = {
    { L " 9", R " 1", "unknown-item" },     { "nowhere 1", R " 1", "unknown-item" },
    { L " 1", "=", "unnamed-item" },        { L " 1", "-nowhere", "unknown-list" },
    { L " 1", "-", "unnamed-list" },        { "-" L, "-" R, "unnamed-item" },
    { L " 1", L " 1", "same-item" },        { "<https://example.org/1", R " 1", "unknown-item" },
    { L " 1.2", "-" R, "negated-absence" }, { L " 1.2", R " 3", "unnamed-relation" },
    { L " 1.2", R " 4", "none-with-item" },
  };
  g_autoptr (CwMappingImport) import = begin (stage, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean none = g_str_equal (cases[i].rule, "none-with-item");
      CwMappingRecord *record =
        add (import, cases[i].left, none ? CW_RELATION_NONE : CW_RELATION_EXACT, cases[i].right);

      record->values->negated = g_str_equal (cases[i].rule, "negated-absence");
      if (g_str_equal (cases[i].rule, "unnamed-relation"))
        record->fields = 0;
    }
  compare (import);

  g_assert_cmpuint (cw_mapping_import_count (import, CW_IMPORT_UNKNOWN), ==, G_N_ELEMENTS (cases));
  g_assert_cmpuint (cw_mapping_import_get_problems (import)->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        found = found || (get_problem (import, j)->line == i + 2 &&
                          g_str_equal (get_problem (import, j)->rule, cases[i].rule));
      g_assert_true (found);
    }
  g_assert_cmpuint (cw_mapping_import_count_wanted (import), ==, 0);
  apply (stage, import);
  g_assert_cmpint (count (stage, "1"), ==, TEST_N_MAPPINGS);
  g_assert_null (cw_document_get_undo_step (stage->document));
}

/* A code that hits another item than the file names is told of. */
static void
test_other_label (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMappingImport) import = begin (stage, FALSE);
  CwMappingRecord *record = add (import, L " 1.2", CW_RELATION_RELATED, R " 1");

  set (&record->left.label, "Rare Earths");
  set (&record->right.label, "Magnets");
  compare (import);
  assert_state (import, 0, CW_IMPORT_NEW, 0);
  g_assert_cmpuint (cw_mapping_import_get_problems (import)->len, ==, 1);
  g_assert_cmpstr (get_problem (import, 0)->rule, ==, "other-label");
  g_assert_nonnull (strstr (get_problem (import, 0)->text, "Magnets"));
}

static void
test_states (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMappingImport) import = begin (stage, FALSE);
  CwMappingRecord *record;

  add (import, L " 1", CW_RELATION_BROAD, R " 1");
  record = add (import, R " 1", CW_RELATION_NARROW, L " 1");
  record = add (import, L " 1.1", CW_RELATION_BROAD, R " 2");
  record->values->status = CW_STATUS_REVIEWED;
  record->fields |= CW_MAPPING_STATUS;
  add (import, L " 1", CW_RELATION_EXACT, R " 1");
  add (import, L " 2", CW_RELATION_EXACT, R " 3");
  add (import, L " 1.2", CW_RELATION_RELATED, R " 1");
  add (import, L " 2", CW_RELATION_NONE, "-" R);
  add (import, L " 1", CW_RELATION_NONE, "-" R);
  add (import, L " 2", CW_RELATION_CLOSE, R " 4");
  compare (import);

  assert_state (import, 0, CW_IMPORT_SAME, TEST_MAPPING_FULL);
  assert_state (import, 1, CW_IMPORT_REPEATED, 0);
  assert_state (import, 2, CW_IMPORT_CHANGED, TEST_MAPPING_INVERTED);
  g_assert_cmpuint (cw_mapping_import_get_row (import, 2)->differs, ==, CW_MAPPING_STATUS);
  assert_state (import, 3, CW_IMPORT_CONFLICTING, TEST_MAPPING_FULL);
  assert_state (import, 4, CW_IMPORT_CONFLICTING, TEST_MAPPING_NEGATED);
  assert_state (import, 5, CW_IMPORT_NEW, 0);
  assert_state (import, 6, CW_IMPORT_SAME, TEST_MAPPING_ABSENCE);
  assert_state (import, 7, CW_IMPORT_CONFLICTING, TEST_MAPPING_FULL);
  assert_state (import, 8, CW_IMPORT_CONFLICTING, TEST_MAPPING_ABSENCE);
}

/* A note of the left side is compared with the left side's, whichever way round the mapping stands. */
static void
test_notes_turn (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMappingImport) import = begin (stage, FALSE);
  CwMappingRecord *record = add (import, R " 1", CW_RELATION_NARROW, L " 1");

  cw_mapping_record_set_text (record, CW_MAPPING_NOTE_SUBJECT, "only right");
  cw_mapping_record_set_text (record, CW_MAPPING_NOTE_OBJECT, "only left, changed");
  compare (import);
  assert_state (import, 0, CW_IMPORT_CHANGED, TEST_MAPPING_FULL);
  g_assert_cmpuint (cw_mapping_import_get_row (import, 0)->differs, ==, CW_MAPPING_NOTE_SUBJECT);

  cw_mapping_import_choose_all (import, CW_IMPORT_TAKE_THEIRS);
  apply (stage, import);
  g_assert_cmpint (count (stage,
                          "note_subject = 'only left, changed' AND note_object = 'only right' "
                          "AND relation = 'broad'"),
                   ==, 1);
}

static void
fill_import (CwMappingImport *import)
{
  CwMappingRecord *record = add (import, L " 1", CW_RELATION_EXACT, R " 1");

  cw_mapping_record_set_text (record, CW_MAPPING_RATIONALE, "Theirs");
  record = add (import, L " 1.1", CW_RELATION_BROAD, R " 2");
  cw_mapping_record_set_text (record, CW_MAPPING_RATIONALE, "Theirs");
  record->values->status = CW_STATUS_REVIEWED;
  record->fields |= CW_MAPPING_STATUS;
  cw_mapping_record_set_text (record, CW_RECORD_REVIEWER, "Zoë");
  record = add (import, L " 1.2", CW_RELATION_RELATED, R " 1");
  cw_mapping_record_set_text (record, CW_MAPPING_AUTHOR, "Ben");
  cw_mapping_record_set_text (record, CW_RECORD_CREATED, "2023-05-06T00:00:00Z");
  record = add (import, L " 2", CW_RELATION_CLOSE, R " 4");
  record->inverted = TRUE;
  add (import, L " 3", CW_RELATION_NONE, "-" R);
  record = add (import, L " 1", CW_RELATION_NONE, "-" R);
  record->values->status = CW_STATUS_PROPOSED;
  record->fields |= CW_MAPPING_STATUS;
}

/* Whatever is chosen: a second time there is nothing to do, and one undo takes all of it back. */
static void
test_choices (Stage *stage, gconstpointer data)
{
  g_autofree char *before = dump (stage);

  for (guint choice = 0; choice < CW_N_IMPORT_CHOICES; choice++)
    {
      g_autoptr (CwMappingImport) import = begin (stage, FALSE);
      g_autoptr (CwMappingImport) again = begin (stage, FALSE);
      g_autofree char *after = NULL;
      g_autofree char *later = NULL;
      g_autofree char *undone = NULL;

      fill_import (import);
      compare (import);
      cw_mapping_import_choose_all (import, choice);
      apply (stage, import);
      g_assert_cmpint (cw_document_get_undo_step (stage->document)->kind, ==, CW_STEP_IMPORT);
      after = dump (stage);

      fill_import (again);
      compare (again);
      if (choice != CW_IMPORT_KEEP_MINE)
        cw_mapping_import_choose_all (again, choice);
      if (choice == CW_IMPORT_KEEP_BOTH)
        g_assert_cmpuint (cw_mapping_import_count (again, CW_IMPORT_SAME), ==, 6);
      if (choice != CW_IMPORT_TAKE_THEIRS)
        g_assert_cmpuint (cw_mapping_import_count_wanted (again), ==, 0);
      if (choice != CW_IMPORT_TAKE_THEIRS)
        {
          apply (stage, again);
          later = dump (stage);
          g_assert_cmpstr (later, ==, after);
        }

      undo (stage);
      undone = dump (stage);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
test_theirs (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMappingImport) import = begin (stage, FALSE);

  fill_import (import);
  compare (import);
  cw_mapping_import_choose_all (import, CW_IMPORT_TAKE_THEIRS);
  cw_mapping_import_leave_out (import, 5, TRUE);
  g_assert_cmpuint (cw_mapping_import_count_wanted (import), ==, 5);
  apply (stage, import);

  /* A reviewed mapping whose relation changes is proposed again; its other texts stay */
  g_assert_cmpint (count (stage, "id = 1 AND relation = 'exact' AND status = 'proposed' AND "
                                 "rationale = 'Theirs' AND citation = 'Gazette 7, p. 3'"),
                   ==, 1);
  g_assert_cmpint (count (stage, "id = 2 AND relation = 'narrow' AND status = 'reviewed' AND "
                                 "reviewer = 'Zoë' AND rationale = 'Theirs'"),
                   ==, 1);
  g_assert_cmpint (count (stage, "author = 'Ben' AND created = '2023-05-06T00:00:00Z' AND "
                                 "modified = created AND author_orcid = ''"),
                   ==, 1);
  /* It says that there is one after all */
  g_assert_cmpint (count (stage, "id = 3"), ==, 0);
  g_assert_cmpint (
    count (stage,
           "relation = 'close' AND status = 'draft' AND subject_id = (SELECT item.id FROM item "
           "JOIN list ON list.id = list_id WHERE key = '" R "' AND code = '4')"),
    ==, 1);
}

static void
test_both (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMappingImport) import = begin (stage, FALSE);

  fill_import (import);
  compare (import);
  cw_mapping_import_choose (import, 0, CW_IMPORT_KEEP_BOTH);
  apply (stage, import);
  g_assert_cmpint (count (stage, "id = 1 AND relation = 'broad' AND status = 'disputed'"), ==, 1);
  g_assert_cmpint (count (stage, "relation = 'exact' AND status = 'disputed' AND rationale = "
                                 "'Theirs' AND reviewer <> ''"),
                   ==, 1);
}

static CwMappingImport *
begin_foreign (Stage *stage)
{
  CwMappingImport *import = begin (stage, TRUE);
  CwMappingRecord *record =
    add (import, L " 1", CW_RELATION_CLOSE, "<https://example.org/skills/A%2F1");

  set (&record->right.list, "https://example.org/skills/");
  set (&record->right.label, "Skill one");
  record = add (import, L " 2", CW_RELATION_CLOSE, "<https://example.org/skills/A%2F1");
  set (&record->right.list, "https://example.org/skills/");
  add (import, "~TOOLS:7", CW_RELATION_BROAD, "=Hammers");
  record = add (import, L " 3", CW_RELATION_NONE, "-https://example.org/skills/");

  return import;
}

/* What no list has becomes a list of the user's own. */
static void
test_new_items (Stage *stage, gconstpointer data)
{
  g_autofree char *before = test_database_dump_without (stage->path, NULL);
  g_autoptr (CwMappingImport) import = begin_foreign (stage);
  g_autoptr (CwMappingImport) again = begin_foreign (stage);
  const CwItem *item;

  compare (import);
  g_assert_cmpuint (cw_mapping_import_count (import, CW_IMPORT_NEW), ==, 4);
  g_assert_cmpuint (cw_import_items_get_n_items (cw_mapping_import_get_items (import)), ==, 3);
  g_assert_cmpuint (cw_import_items_get_n_lists (cw_mapping_import_get_items (import)), ==, 3);
  apply (stage, import);

  item = test_document_get_item (stage->document, "xa-skills-2026", "A/1");
  g_assert_cmpstr (item->iri, ==, "https://example.org/skills/A%2F1");
  g_assert_cmpstr (cw_item_choose_label (item, NULL)->text, ==, "Skill one");
  g_assert_false (cw_list_get_card (item->list)->shipped);

  compare (again);
  g_assert_cmpuint (cw_mapping_import_count (again, CW_IMPORT_SAME), ==, 4);
  undo (stage);
  g_assert_cmpuint (cw_document_get_lists (stage->document)->len, ==, 3);
  g_assert_nonnull (before);
}

/* What only a row would need that stays out is not made. */
static void
test_unwanted_items (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMappingImport) import = begin (stage, TRUE);

  add (import, L " 1", CW_RELATION_CLOSE, "Mine a");
  add (import, L " 2", CW_RELATION_CLOSE, "Mine b");
  add (import, L " 3", CW_RELATION_CLOSE, "Yours a");
  compare (import);
  g_assert_cmpuint (cw_import_items_get_n_items (cw_mapping_import_get_items (import)), ==, 3);
  cw_mapping_import_leave_out (import, 1, TRUE);
  cw_mapping_import_leave_out (import, 2, TRUE);
  apply (stage, import);

  g_assert_cmpuint (cw_document_get_lists (stage->document)->len, ==, 4);
  g_assert_cmpint (test_database_get_int (stage->path, "SELECT count(*) FROM item JOIN list ON "
                                                       "list.id = list_id WHERE NOT shipped AND "
                                                       "key LIKE 'xa-mine%'"),
                   ==, 1);
}

/* Rows by chance, which may contradict the document and each other. */
static void
fill_by_chance (CwMappingImport *import, guint32 seed)
{
  static const char *const lefts[] = { L " 1", L " 1.1", L " 2", L " 3" };
  static const char *const rights[] = { R " 1", R " 2", R " 3", R " 4" };
  static const char *const texts[] = { "", "one", "two", "Part of it; 一部分." };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int n = g_rand_int_range (random, 1, 12);

  for (int i = 0; i < n; i++)
    {
      const char *left = lefts[g_rand_int_range (random, 0, G_N_ELEMENTS (lefts))];
      const char *right = rights[g_rand_int_range (random, 0, G_N_ELEMENTS (rights))];
      CwRelation relation = (CwRelation) g_rand_int_range (random, 0, CW_N_RELATIONS);
      gboolean turned = g_rand_boolean (random);
      CwMappingRecord *record;

      if (relation == CW_RELATION_NONE)
        record =
          turned ? add (import, "-" L, relation, right) : add (import, left, relation, "-" R);
      else
        record = turned ? add (import, right, relation, left) : add (import, left, relation, right);
      record->inverted = g_rand_boolean (random);
      record->values->negated =
        relation != CW_RELATION_NONE && g_rand_int_range (random, 0, 5) == 0;
      cw_mapping_record_set_text (record, CW_MAPPING_RATIONALE,
                                  texts[g_rand_int_range (random, 0, 4)]);
      cw_mapping_record_set_text (record, CW_MAPPING_NOTE_SUBJECT,
                                  texts[g_rand_int_range (random, 0, 2)]);
      if (g_rand_boolean (random))
        {
          record->values->status = (CwStatus) g_rand_int_range (random, 0, CW_N_STATUSES);
          record->fields |= CW_MAPPING_STATUS;
        }
      if (g_rand_boolean (random))
        {
          record->values->confidence = g_rand_int_range (random, 0, 3) / 2.0;
          record->fields |= CW_MAPPING_CONFIDENCE;
        }
    }
}

/* The law of every import: a second time there is nothing to do, and undo takes back just it. */
static void
test_by_chance (Stage *stage, gconstpointer data)
{
  for (guint32 seed = 1; seed <= 150; seed++)
    {
      CwImportChoice choice = (CwImportChoice) (seed % CW_N_IMPORT_CHOICES);
      g_autoptr (CwMappingImport) import = begin (stage, FALSE);
      g_autoptr (CwMappingImport) again = begin (stage, FALSE);
      g_autofree char *before = dump (stage);
      g_autofree char *undone = NULL;
      gboolean changes;

      g_test_message ("seed %u, %s", seed, cw_import_choice_to_key (choice));
      fill_by_chance (import, seed);
      compare (import);
      cw_mapping_import_choose_all (import, choice);
      changes = cw_mapping_import_count_wanted (import) > 0;
      apply (stage, import);

      fill_by_chance (again, seed);
      compare (again);
      cw_mapping_import_choose_all (again, choice);
      g_assert_cmpuint (cw_mapping_import_count_wanted (again), ==, 0);

      if (changes && seed % 2 == 0)
        {
          undo (stage);
          undone = dump (stage);
          g_assert_cmpstr (undone, ==, before);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/import/" name, Stage, NULL, set_up, func, tear_down)
  ADD ("names", test_names);
  ADD ("unknown", test_unknown);
  ADD ("other-label", test_other_label);
  ADD ("states", test_states);
  ADD ("notes-turn", test_notes_turn);
  ADD ("choices", test_choices);
  ADD ("theirs", test_theirs);
  ADD ("both", test_both);
  ADD ("new-items", test_new_items);
  ADD ("unwanted-items", test_unwanted_items);
  ADD ("by-chance", test_by_chance);

  return g_test_run ();
}
