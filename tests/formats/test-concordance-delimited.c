/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/concordance-columns.h"
#include "formats/concordance-delimited.h"

#include <locale.h>
#include <math.h>

/* Two small lists as a document holds them: list ids 1 and 2, item ids from 11 and from 21. */
typedef struct
{
  CwList *left;
  CwList *right;
  GPtrArray *mappings; /* of the rows */
  GArray *rows;        /* CwConcordanceRow */
} Fixture;

static CwList *
read_into_document (const char *path, gint64 id)
{
  g_autoptr (CwList) list = fixture_read_list (path, FALSE);

  return fixture_put_in_document (list, id, id * 10 + 1);
}

static const CwItem *
find (CwList *list, const char *code)
{
  const CwItem *item = cw_list_find_item (list, code);

  g_assert_nonnull (item);
  return item;
}

static CwMapping *
add_row (Fixture *fixture, const CwItem *subject, CwRelation relation, const CwItem *object)
{
  CwMapping *mapping = cw_mapping_new (subject->id, relation, object->id);
  CwConcordanceRow row;

  cw_concordance_row_init (&row, mapping, subject, object, NULL, subject->list == fixture->right);
  g_ptr_array_add (fixture->mappings, mapping);
  g_array_append_val (fixture->rows, row);

  return mapping;
}

static CwMapping *
add_absence (Fixture *fixture, const CwItem *subject, CwList *list, CwAbsence reason)
{
  CwMapping *mapping = cw_mapping_new_absence (subject->id, cw_list_get_id (list), reason);
  CwConcordanceRow row;

  cw_concordance_row_init (&row, mapping, subject, NULL, list, subject->list == fixture->right);
  g_ptr_array_add (fixture->mappings, mapping);
  g_array_append_val (fixture->rows, row);

  return mapping;
}

static void
add_open (Fixture *fixture, const CwItem *item)
{
  CwConcordanceRow row;

  cw_concordance_row_init_unmapped (&row, item, item->list == fixture->right);
  g_array_append_val (fixture->rows, row);
}

static void
add_links (Fixture *fixture)
{
  CwMapping *mapping;

  mapping = add_row (fixture, find (fixture->left, "1.1"), CW_RELATION_OVERLAP,
                     find (fixture->right, "1.1"));
  mapping->confidence = 0.7;
  mapping->status = CW_STATUS_REVIEWED;
  cw_mapping_set_text (&mapping->rationale, "Both hold composites; only the left says \"smart\".");
  cw_mapping_set_text (&mapping->note_shared, "Composites");
  cw_mapping_set_text (&mapping->note_subject, "-smart");
  cw_mapping_set_text (&mapping->note_object, "=plain");
  cw_mapping_set_text (&mapping->citation, "Document, page 3");
  cw_mapping_set_text (&mapping->url, "https://example.org/a");
  cw_mapping_set_text (&mapping->quotation, "first line\nsecond line");
  cw_mapping_set_text (&mapping->author, "Müller");
  cw_mapping_set_text (&mapping->created, "2026-01-02T03:04:05Z");
  cw_mapping_set_text (&mapping->modified, "2026-01-03T00:00:00Z");
  cw_mapping_set_text (&mapping->reviewer, "=Reviewer");
  cw_mapping_set_text (&mapping->reviewed, "2026-01-04T05:06:07Z");
  cw_mapping_set_text (&mapping->author_orcid, "0000-0002-1825-0097");

  /* Made from the right: the table reads it from the left. */
  mapping =
    add_row (fixture, find (fixture->right, "2"), CW_RELATION_NARROW, find (fixture->left, "P1"));
  mapping->confidence = 0.9;
  cw_mapping_set_text (&mapping->rationale, " @home");
  cw_mapping_set_text (&mapping->note_subject, "all other shapes");
  cw_mapping_set_text (&mapping->note_object, "human shape");
  cw_mapping_set_text (&mapping->author, "先進");
}

static void
add_others (Fixture *fixture)
{
  CwMapping *mapping;

  mapping = add_absence (fixture, find (fixture->left, "2"), fixture->right, CW_ABSENCE_NOT_NAMED);
  mapping->status = CW_STATUS_PROPOSED;
  cw_mapping_set_text (&mapping->rationale, "Nothing near\tit.");

  mapping = add_absence (fixture, find (fixture->right, "1.2"), fixture->left, CW_ABSENCE_COVERED);
  mapping->confidence = 0.5;
  cw_mapping_set_text (&mapping->note_subject, "quantum");

  mapping =
    add_row (fixture, find (fixture->left, "1"), CW_RELATION_EXACT, find (fixture->right, "1"));
  mapping->confidence = 1;
  mapping->negated = TRUE;
  mapping->status = CW_STATUS_DISPUTED;

  add_open (fixture, find (fixture->left, "1.2"));
  add_open (fixture, find (fixture->right, "1.2"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->left = read_into_document ("tests/fixtures/lists/xa-left-2023.json", 1);
  fixture->right = read_into_document ("tests/fixtures/lists/xb-right-2024.json", 2);
  fixture->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  fixture->rows = g_array_new (FALSE, FALSE, sizeof (CwConcordanceRow));
  add_links (fixture);
  add_others (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->rows);
  g_ptr_array_unref (fixture->mappings);
  g_object_unref (fixture->left);
  g_object_unref (fixture->right);
}

static void
check_golden (Fixture *fixture, CwDelimitedFlavour flavour, const char *path)
{
  const char *const languages[] = { "en", "zh-Hans", NULL };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwConcordanceDelimited) table =
    cw_concordance_delimited_open (stream, flavour, languages);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < fixture->rows->len; i++)
    {
      cw_concordance_delimited_add_row (table, &g_array_index (fixture->rows, CwConcordanceRow, i),
                                        &error);
      g_assert_no_error (error);
    }
  cw_concordance_delimited_finish (table, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  fixture_assert_same_bytes (bytes, path);
}

static void
check_all_flavours (Fixture *fixture)
{
  check_golden (fixture, CW_DELIMITED_CSV, "tests/golden/concordance.csv");
  check_golden (fixture, CW_DELIMITED_CSV_BOM, "tests/golden/concordance-bom.csv");
  check_golden (fixture, CW_DELIMITED_TSV, "tests/golden/concordance.tsv");
}

static void
test_golden (Fixture *fixture, gconstpointer data)
{
  check_all_flavours (fixture);
}

static void
test_golden_in_comma_locale (Fixture *fixture, gconstpointer data)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  check_all_flavours (fixture);
  setlocale (LC_ALL, "C");
}

static guint
find_column (const CwConcordanceColumns *columns, const char *key)
{
  for (guint i = 0; i < cw_concordance_columns_get_n_columns (columns); i++)
    {
      if (g_str_equal (cw_concordance_columns_get_key (columns, i), key))
        return i;
    }

  g_error ("there is no column “%s”", key);
}

static void
assert_cell (const CwConcordanceColumns *columns,
             const char *key,
             const CwConcordanceRow *row,
             const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  cw_concordance_columns_append_text (columns, find_column (columns, key), row, text);
  g_assert_cmpstr (text->str, ==, wanted);
}

/* Without languages there is one label a side, in the list's own language. */
static void
test_no_languages (Fixture *fixture, gconstpointer data)
{
  const char *const none[] = { NULL };
  g_autoptr (CwConcordanceColumns) columns = cw_concordance_columns_new (NULL);
  g_autoptr (CwConcordanceColumns) same = cw_concordance_columns_new (none);
  const CwConcordanceRow *row = &g_array_index (fixture->rows, CwConcordanceRow, 4);

  g_assert_cmpuint (cw_concordance_columns_get_n_columns (columns), ==, 25);
  g_assert_cmpuint (cw_concordance_columns_get_n_columns (same), ==, 25);
  assert_cell (columns, "left_label", row, "先进材料");
  assert_cell (columns, "right_label", row, "Materials");
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  const char *const languages[] = { "ja", "tlh", NULL };
  g_autoptr (CwConcordanceColumns) columns = cw_concordance_columns_new (languages);
  g_autofree char *japanese =
    cw_concordance_columns_get_title (columns, find_column (columns, "left_label_ja"));
  g_autofree char *unknown =
    cw_concordance_columns_get_title (columns, find_column (columns, "right_label_tlh"));
  g_autofree char *plain =
    cw_concordance_columns_get_title (columns, find_column (columns, "relation"));

  g_assert_cmpstr (japanese, ==, "Left item (日本語)");
  g_assert_cmpstr (unknown, ==, "Right item (tlh)");
  g_assert_cmpstr (plain, ==, "Relation");
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwConcordanceColumns) columns = cw_concordance_columns_new (NULL);
  const CwConcordanceRow *rows = &g_array_index (fixture->rows, CwConcordanceRow, 0);
  guint confidence = find_column (columns, "confidence");
  double absent = cw_concordance_columns_get_number (columns, confidence, &rows[2]);
  double open = cw_concordance_columns_get_number (columns, confidence, &rows[5]);

  for (guint i = 0; i < cw_concordance_columns_get_n_columns (columns); i++)
    g_assert_cmpint (cw_concordance_columns_is_number (columns, i), ==, i == confidence);
  g_assert_true (
    G_APPROX_VALUE (cw_concordance_columns_get_number (columns, confidence, &rows[0]), 0.7, 1e-12));
  g_assert_true (isnan (absent));
  g_assert_true (isnan (open));
  assert_cell (columns, "confidence", &rows[0], "0.7");
  assert_cell (columns, "confidence", &rows[2], "");
}

/* A full disk already at the header. */
static void
test_error (Fixture *fixture, gconstpointer data)
{
  char room[10];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (CwConcordanceDelimited) table =
    cw_concordance_delimited_open (stream, CW_DELIMITED_CSV, NULL);
  const CwConcordanceRow *row = &g_array_index (fixture->rows, CwConcordanceRow, 0);
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  while (cw_concordance_delimited_add_row (table, row, &error))
    g_assert_cmpuint (n_rows++, <, 1000);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (cw_concordance_delimited_finish (table, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/formats/concordance-delimited/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("golden", test_golden);
  ADD ("golden-in-comma-locale", test_golden_in_comma_locale);
  ADD ("no-languages", test_no_languages);
  ADD ("titles", test_titles);
  ADD ("numbers", test_numbers);
  ADD ("error", test_error);
#undef ADD

  return g_test_run ();
}
