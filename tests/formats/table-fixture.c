/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-fixture.h"

#include "fixture.h"

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
add_row (TableFixture *fixture, const CwItem *subject, CwRelation relation, const CwItem *object)
{
  CwMapping *mapping = cw_mapping_new (subject->id, relation, object->id);
  CwConcordanceRow row;

  cw_concordance_row_init (&row, mapping, subject, object, NULL, subject->list == fixture->right);
  g_ptr_array_add (fixture->mappings, mapping);
  g_array_append_val (fixture->rows, row);

  return mapping;
}

static CwMapping *
add_absence (TableFixture *fixture, const CwItem *subject, CwList *list, CwAbsence reason)
{
  CwMapping *mapping = cw_mapping_new_absence (subject->id, cw_list_get_id (list), reason);
  CwConcordanceRow row;

  cw_concordance_row_init (&row, mapping, subject, NULL, list, subject->list == fixture->right);
  g_ptr_array_add (fixture->mappings, mapping);
  g_array_append_val (fixture->rows, row);

  return mapping;
}

static void
add_open (TableFixture *fixture, const CwItem *item)
{
  CwConcordanceRow row;

  cw_concordance_row_init_unmapped (&row, item, item->list == fixture->right);
  g_array_append_val (fixture->rows, row);
}

static void
add_links (TableFixture *fixture)
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
add_others (TableFixture *fixture)
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

void
table_fixture_set_up (TableFixture *fixture, gconstpointer data)
{
  fixture->left = read_into_document ("tests/fixtures/lists/xa-left-2023.json", 1);
  fixture->right = read_into_document ("tests/fixtures/lists/xb-right-2024.json", 2);
  fixture->left_lists = g_ptr_array_new ();
  g_ptr_array_add (fixture->left_lists, fixture->left);
  fixture->right_lists = g_ptr_array_new ();
  g_ptr_array_add (fixture->right_lists, fixture->right);
  fixture->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  fixture->rows = g_array_new (FALSE, FALSE, sizeof (CwConcordanceRow));
  add_links (fixture);
  add_others (fixture);
}

void
table_fixture_tear_down (TableFixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->left_lists);
  g_ptr_array_unref (fixture->right_lists);
  g_array_unref (fixture->rows);
  g_ptr_array_unref (fixture->mappings);
  g_object_unref (fixture->left);
  g_object_unref (fixture->right);
}

const CwConcordanceRow *
table_fixture_get_row (TableFixture *fixture, guint index)
{
  g_assert_cmpuint (index, <, fixture->rows->len);

  return &g_array_index (fixture->rows, CwConcordanceRow, index);
}

CwConcordanceHead
table_fixture_get_head (TableFixture *fixture, const char *const *languages)
{
  return (CwConcordanceHead){
    .uuid = "6f7b5f5c-0d0b-4c53-9a8e-0123456789ab",
    .title = "Left & right",
    .notice = "An editorial draft.\nCheck it against the documents.",
    .left = fixture->left_lists,
    .right = fixture->right_lists,
    .languages = languages,
  };
}

GBytes *
table_fixture_write (TableFixture *fixture, const char *format_key, const char *const *languages)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, languages);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwConcordanceWriter) table =
    cw_concordance_format_find (format_key)->open (stream, &head);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < fixture->rows->len; i++)
    {
      cw_concordance_writer_add_row (table, table_fixture_get_row (fixture, i), &error);
      g_assert_no_error (error);
    }
  cw_concordance_writer_finish (table, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* In English and Chinese. */
void
table_fixture_check_golden (TableFixture *fixture, const char *format_key, const char *path)
{
  const char *const languages[] = { "en", "zh-Hans", NULL };
  g_autoptr (GBytes) bytes = table_fixture_write (fixture, format_key, languages);

  fixture_assert_same_bytes (bytes, path);
}
