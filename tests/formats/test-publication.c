/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/publication.h"
#include "model/list-builder.h"
#include "table-fixture.h"

#include <locale.h>
#include <string.h>

/* What tests/formats/test-publication-pages.py reads. */
static void
check_all_pages (TableFixture *fixture)
{
  table_fixture_check_golden (fixture, "html", "tests/golden/publication.html");
  table_fixture_check_golden (fixture, "markdown", "tests/golden/publication.md");
  table_fixture_check_golden (fixture, "latex", "tests/golden/publication.tex");
}

static void
test_golden (TableFixture *fixture, gconstpointer data)
{
  check_all_pages (fixture);
}

static void
test_golden_in_comma_locale (TableFixture *fixture, gconstpointer data)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  check_all_pages (fixture);
  setlocale (LC_ALL, "C");
}

static CwPublication *
make (TableFixture *fixture, const CwConcordanceHead *head)
{
  CwPublication *publication = cw_publication_new (head);

  for (guint i = 0; i < fixture->rows->len; i++)
    cw_publication_add_row (publication, table_fixture_get_row (fixture, i));
  cw_publication_end (publication);

  return publication;
}

static char *
describe_group (const CwPublicationGroup *group)
{
  g_autoptr (GString) text = g_string_new (group->heading.code);

  for (guint i = 0; i < group->heading.texts->len; i++)
    g_string_append_printf (text, "/%s",
                            g_array_index (group->heading.texts, CwPublicationText, i).text);
  for (guint i = 0; i < group->entries->len; i++)
    {
      const CwPublicationEntry *entry = g_ptr_array_index (group->entries, i);

      g_string_append_printf (text, " | %s %s %s",
                              entry->left.code != NULL ? entry->left.code : "-", entry->phrase,
                              entry->right.code != NULL ? entry->right.code : "-");
      if (entry->note != NULL)
        g_string_append_printf (text, " [%u]", entry->note->number);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* By the categories of the left list and in its order; what only the right has comes last; notes are
 * numbered down the table. */
static void
test_groups (TableFixture *fixture, gconstpointer data)
{
  const char *const languages[] = { "en", "ja", NULL };
  const char *const wanted[] = {
    "1/Advanced materials/先進材料 | 1 is not the same as 1 | 1.1 shares a part with 1.1 [1]"
    " | 1.2 is still open -",
    "/Left list (2023)/左の目録（2023年）/field | 2 has no counterpart in - [2]",
    "/Left list (2023)/左の目録（2023年）/product | P1 is part of 2 [3]",
    "/Right list (2024)/右の目録（2024年）/Further items of the list on the right"
    " | - has no counterpart for 1.2 [4] | - is still open 1.2",
  };
  CwConcordanceHead head = table_fixture_get_head (fixture, languages);
  g_autoptr (CwPublication) publication = make (fixture, &head);

  g_assert_cmpuint (publication->groups->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *found = describe_group (g_ptr_array_index (publication->groups, i));

      g_assert_cmpstr (found, ==, wanted[i]);
    }
  g_assert_cmpuint (publication->notes->len, ==, 4);
}

/* The order in which rows come does not matter. */
static void
test_order (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = table_fixture_write (fixture, "markdown", NULL);
  g_autoptr (GArray) turned = g_array_new (FALSE, FALSE, sizeof (CwConcordanceRow));
  g_autoptr (GBytes) after = NULL;

  /* The two rows of the last item stay in their order. */
  for (guint i = 0; i < fixture->rows->len; i++)
    g_array_insert_val (turned, i == 6 ? turned->len : 0,
                        g_array_index (fixture->rows, CwConcordanceRow, i));
  g_array_unref (fixture->rows);
  fixture->rows = g_steal_pointer (&turned);
  after = table_fixture_write (fixture, "markdown", NULL);

  g_assert_true (g_bytes_equal (before, after));
}

static void
test_one_status (TableFixture *fixture, gconstpointer data)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (CwPublication) publication = NULL;
  const CwPublicationFact *fact;

  for (guint i = 0; i < fixture->mappings->len; i++)
    ((CwMapping *) g_ptr_array_index (fixture->mappings, i))->status = CW_STATUS_REVIEWED;
  publication = make (fixture, &head);

  g_assert_false (publication->has_status);
  fact = &g_array_index (publication->about, CwPublicationFact, 0);
  g_assert_cmpstr (fact->name, ==, "Status of all rows");
  g_assert_cmpstr (fact->value.text, ==, "Reviewed");
  g_assert_cmpuint (cw_publication_get_n_columns (publication), ==, 4);
}

static void
test_no_rows (TableFixture *fixture, gconstpointer data)
{
  const char *const formats[] = { "html", "markdown", "latex" };

  g_array_set_size (fixture->rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) page = table_fixture_write (fixture, formats[i], NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));

      g_assert_nonnull (strstr (text, "There is no correspondence to show."));
      g_assert_nonnull (strstr (text, "Right list (2024)"));
    }
}

/* A full disk. */
static void
test_error (TableFixture *fixture, gconstpointer data)
{
  char room[100];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (CwConcordanceWriter) writer =
    cw_concordance_format_find ("html")->open (stream, &head);
  g_autoptr (GError) error = NULL;

  g_assert_true (
    cw_concordance_writer_add_row (writer, table_fixture_get_row (fixture, 0), &error));
  g_assert_false (cw_concordance_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static const char *const hostile[] = {
  "<script>alert(1)</script> & \"quoted\" 'too' &amp;",
  "\\input{/etc/passwd} $x^2_i$ 50% #1 ~ {\\end{document}} [a] -- ^^5c",
  "| pipe `code` *bold* _it_ [link](javascript:x) ![p](q) ~~x~~ \\| <br>",
  "1. first\xe2\x80\xae desrever\xe2\x81\xa9 end",
  "- www.example.org https://example.org/x a@example.org :::",
};

static CwList *
make_hostile_list (gint64 id)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup ("xa-hostile-2024");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", hostile[0]);
  cw_text_set (card->title, "en", hostile[1]);
  cw_text_set (card->issuer, "en", hostile[2]);
  card->url = g_strdup ("javascript:alert(\"1\")");
  card->notes = g_strdup (hostile[3]);
  builder = cw_list_builder_new (id, card);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *code = g_strdup_printf ("%s%u", i == 0 ? "<&\\|>" : "a", i);

      cw_list_builder_add_item (builder, id * 10 + i, i == 0 ? 0 : 1, code, NULL, FALSE);
      cw_list_builder_add_label (builder, "en", hostile[i], CW_LABEL_PREFERRED, CW_LABEL_USER);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

/* Texts that would be read as something else by a browser, by Markdown, by TeX or in Turtle. */
static void
test_hostile (void)
{
  const char *const formats[] = { "html", "markdown", "latex", "turtle" };
  const char *const paths[] = { "tests/golden/publication-hostile.html",
                                "tests/golden/publication-hostile.md",
                                "tests/golden/publication-hostile.tex",
                                "tests/golden/publication-hostile.ttl" };
  g_autoptr (CwList) list = make_hostile_list (1);
  TableFixture fixture = { .left_lists = g_ptr_array_new (), .right_lists = g_ptr_array_new () };

  g_ptr_array_add (fixture.left_lists, list);
  g_ptr_array_add (fixture.right_lists, list);
  fixture.mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  fixture.rows = g_array_new (FALSE, FALSE, sizeof (CwConcordanceRow));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const CwItem *left = cw_list_get_item (list, i);
      const CwItem *right = cw_list_get_item (list, (i + 1) % G_N_ELEMENTS (hostile));
      CwMapping *mapping = cw_mapping_new (left->id, CW_RELATION_CLOSE, right->id);
      CwConcordanceRow row;

      cw_mapping_set_text (&mapping->rationale, hostile[i]);
      cw_mapping_set_text (&mapping->quotation, hostile[(i + 2) % G_N_ELEMENTS (hostile)]);
      cw_mapping_set_text (&mapping->author, hostile[i]);
      cw_mapping_set_text (&mapping->url, i % 2 == 0 ? "https://example.org/a?b=%41&c=\"{}\\#d_e>"
                                                     : "javascript:alert('x')");
      cw_concordance_row_init (&row, mapping, left, right, NULL, FALSE);
      g_ptr_array_add (fixture.mappings, mapping);
      g_array_append_val (fixture.rows, row);
    }

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    table_fixture_check_golden (&fixture, formats[i], paths[i]);

  g_ptr_array_unref (fixture.left_lists);
  g_ptr_array_unref (fixture.right_lists);
  g_ptr_array_unref (fixture.mappings);
  g_array_unref (fixture.rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                     \
  g_test_add ("/formats/publication/" name, TableFixture, NULL, table_fixture_set_up, function, \
              table_fixture_tear_down)
  ADD ("golden", test_golden);
  ADD ("golden-in-comma-locale", test_golden_in_comma_locale);
  ADD ("groups", test_groups);
  ADD ("order", test_order);
  ADD ("one-status", test_one_status);
  ADD ("no-rows", test_no_rows);
  ADD ("error", test_error);
#undef ADD
  g_test_add_func ("/formats/publication/hostile", test_hostile);

  return g_test_run ();
}
