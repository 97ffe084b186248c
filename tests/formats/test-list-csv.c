/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/list-csv.h"
#include "formats/list-json.h"
#include "model/list-builder.h"

#include <string.h>

#define LEFT "tests/fixtures/lists/xa-left-2023.json"

static CwListCard *
make_card (void)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup ("xa-made");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "Made");
  cw_text_set (card->title, "en", "Made");

  return card;
}

/* "CODE label; ~other …", indented by level. */
static char *
format (const CwListDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_list_draft_get_n_items (draft); i++)
    {
      const CwDraftItem *item = cw_list_draft_get_item (draft, i);

      if (i > 0)
        g_string_append_c (text, '/');
      for (guint j = 0; j < item->depth; j++)
        g_string_append_c (text, '>');
      g_string_append (text, item->code);
      for (guint j = 0; j < item->labels->len; j++)
        {
          const CwDraftLabel *label = cw_draft_item_get_label (item, j);

          g_string_append_printf (text, " %s%s:%s:%s",
                                  label->kind == CW_LABEL_ALTERNATIVE ? "~" : "", label->language,
                                  cw_label_origin_to_key (label->origin), label->text);
        }
      if (item->verified)
        g_string_append (text, " checked");
      if (*item->note != '\0')
        g_string_append_printf (text, " (%s)", item->note);
    }

  return g_string_free (text, FALSE);
}

static CwDelimitedTable *
parse (const char *data)
{
  g_autoptr (GError) error = NULL;
  CwDelimitedTable *table = cw_delimited_table_parse (data, strlen (data), "x.csv", &error);

  g_assert_no_error (error);

  return table;
}

static const struct
{
  const char *data;
  const char *wanted;
} cases[] = {
  { "code,label\n1,One\n1.1,Below\n2,Two\n",
    "1 en:official:One/>1.1 en:official:Below/2 en:official:Two" },
  /* A parent may come later, and is told by its code. */
  { "code,parent,name\nb,a,B\na,,A\nc,b,C\n",
    "a en:official:A/>b en:official:B/>>c en:official:C" },
  { "level,label\n1,A\n2,B\n2,C\n1,D\n",
    "1 en:official:A/>1.1 en:official:B/>1.2 en:official:C/2 en:official:D" },
  /* Spaces before the label, also those of East Asia. */
  { "label\nA\n  B\n    C\n  D\nE\n",
    "1 en:official:A/>1.1 en:official:B/>>1.1.1 en:official:C/>1.2 en:official:D/"
    "2 en:official:E" },
  { "項目\n甲\n　乙\n", "1 en:official:甲/>1.1 en:official:乙" },
  /* A column for each level. */
  { "label,label,label\nA,,\n,B,\n,,C\nD,,\n",
    "1 en:official:A/>1.1 en:official:B/>>1.1.1 en:official:C/2 en:official:D" },
  { "Code;Label (en);Label_ja;fr;Notes\n1;One;一;un;why\n",
    "1 en:official:One ja:translation:一 fr:translation:un (why)" },
  { "No.,Name,日本語,French,Alt label (Chinese),Colour\n1,One,一,un,壹,red\n",
    "1 en:official:One ja:translation:一 fr:translation:un ~zh-Hans:translation:壹" },
  { "code,label@en:user,alt@fr:user,verified\n1,One,un | deux\\|trois,no\n",
    "1 en:user:One ~fr:user:un ~fr:user:deux|trois" },
  { "code,label,checked\n1,One,yes\n2,Two,\n", "1 en:official:One checked/2 en:official:Two" },
  /* What stands in front of what a spreadsheet might run is taken back. */
  { "code,label\n'-1,'=SUM\n'2,''+x\n", "-1 en:official:=SUM/'2 en:official:'+x" },
  { "\"first\nline\",Name\nx,\"two\nlines\"\n", "1 en:official:two lines" },
};

static void
test_read (void)
{
  g_autoptr (CwListCard) card = make_card ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwDelimitedTable) table = parse (cases[i].data);
      g_autoptr (CwListPlan) plan = cw_list_csv_guess (table, "en");
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (CwListDraft) draft = cw_list_csv_read (table, plan, card, problems);
      g_autofree char *found = format (draft);

      if (problems->len > 0)
        g_error ("%s", (char *) g_ptr_array_index (problems, 0));
      g_assert_cmpstr (found, ==, cases[i].wanted);
    }
}

/* Law 5: every problem, each with its place. */
static const struct
{
  const char *data;
  const char *problems;
} broken[] = {
  { "code,label\n1,One\n1,Two\n3,\n,Four\n", "x.csv:3:1: the code “1” stands in line 2 already\n"
                                             "x.csv:4:3: the row has no label\n"
                                             "x.csv:5:1: the row has no code\n" },
  { "code,label\n1,One\n2.1,Two\n", "x.csv:3:1: there is no item “2” for “2.1” to stand under\n" },
  { "code,parent,label\n1,9,One\n", "x.csv:2:3: there is no item with the code “9”\n" },
  { "code,parent,label\n1,2,One\n2,1,Two\n", "x.csv:2:3: “1” would stand under itself\n"
                                             "x.csv:3:3: “2” would stand under itself\n" },
  { "level,label\n1,One\n3,Two\nx,Three\n",
    "x.csv:3:1: level 3 follows level 1; a level is missing between them\n"
    "x.csv:4:1: “x” is not a level, which is a number from 1\n" },
  { "code,label,checked,iri\n1,One,maybe,x\n",
    "x.csv:2:13: “x” does not begin with https:// or http://, or holds a space\n"
    "x.csv:2:7: “maybe” is neither “yes” nor “no”\n" },
  { "code,label@ja,checked\n1,一,yes\n",
    "x.csv:2:5: only the document’s own wording can be checked, and the row has none in “en”\n" },
  { "code,label,enterprises,share_percent\n1,One,many,5\n2,Two,5,101\n",
    "x.csv:2:7: “many” is not a whole number\n"
    "x.csv:3:9: “101” is not a number from 0 to 100\n" },
  { "code,label\n", "x.csv:1:1: the table has no items\n" },
};

static void
test_problems (void)
{
  g_autoptr (CwListCard) card = make_card ();

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (CwDelimitedTable) table = parse (broken[i].data);
      g_autoptr (CwListPlan) plan = cw_list_csv_guess (table, "en");
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (CwListDraft) draft = cw_list_csv_read (table, plan, card, problems);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < problems->len; j++)
        g_string_append_printf (found, "%s\n", (char *) g_ptr_array_index (problems, j));
      g_assert_nonnull (draft);
      g_assert_cmpstr (found->str, ==, broken[i].problems);
    }
}

/* A chain that is deeper than any list is refused, and is no danger. */
static void
test_deep (void)
{
  g_autoptr (GString) data = g_string_new ("code,parent,label\n");
  g_autoptr (CwListCard) card = make_card ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwDelimitedTable) table = NULL;
  g_autoptr (CwListPlan) plan = NULL;
  g_autoptr (CwListDraft) draft = NULL;

  for (guint i = 1; i < 5000; i++)
    g_string_append_printf (data, "c%u,%s%.0u,x\n", i, i > 1 ? "c" : "", i > 1 ? i - 1 : 0);
  table = parse (data->str);
  plan = cw_list_csv_guess (table, "en");
  draft = cw_list_csv_read (table, plan, card, problems);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==,
                   "x.csv:34:1: items are nested more than 32 deep");
}

static GBytes *
write_list (CwList *list)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  cw_list_csv_write (list, stream, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* With the card put back, the same list comes back: codes, order, levels, labels, figures. */
static void
assert_comes_back (CwList *list)
{
  g_autoptr (GBytes) bytes = write_list (list);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDelimitedTable) table =
    cw_delimited_table_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "x.csv",
                              &error);
  g_autoptr (CwListPlan) plan = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwListDraft) draft = NULL;
  g_autoptr (CwList) again = NULL;
  g_autoptr (GBytes) wanted = cw_list_json_format (list);
  g_autoptr (GBytes) found = NULL;

  g_assert_no_error (error);
  plan = cw_list_csv_guess (table, cw_list_get_card (list)->official_language);
  draft = cw_list_csv_read (table, plan, cw_list_get_card (list), problems);
  if (problems->len > 0)
    g_error ("%s: %s", cw_list_get_key (list), (char *) g_ptr_array_index (problems, 0));
  again = cw_list_draft_build (draft, &error);
  g_assert_no_error (error);
  found = cw_list_json_format (again);
  g_assert_true (g_bytes_equal (found, wanted));
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) paths = fixture_list_files ("data/lists", ".json");
  g_autoptr (CwList) left = fixture_read_list (LEFT, FALSE);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (CwList) list = fixture_read_list (g_ptr_array_index (paths, i), TRUE);

      assert_comes_back (list);
    }
  assert_comes_back (left);
}

static void
test_hard_texts (void)
{
  static const char *const texts[] = { "=1+1", "'=1+1", "''-x", "a|b\\c", "\"q\", r",
                                       "-5",   "@x",    "'",    "＝x",    "' =x" };
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card ());
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *code = g_strdup_printf ("=%u", i);

      cw_list_builder_add_item (builder, 0, 0, code, NULL, FALSE);
      cw_list_builder_set_note (builder, texts[i]);
      cw_list_builder_add_label (builder, "en", texts[i], CW_LABEL_PREFERRED, CW_LABEL_USER);
      cw_list_builder_add_label (builder, "fr", texts[i], CW_LABEL_ALTERNATIVE, CW_LABEL_USER);
      cw_list_builder_add_label (builder, "fr", "x | y", CW_LABEL_ALTERNATIVE, CW_LABEL_USER);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);
  assert_comes_back (list);
}

static void
test_golden (void)
{
  g_autoptr (CwList) list = fixture_read_list (LEFT, FALSE);
  g_autoptr (GBytes) bytes = write_list (list);

  fixture_assert_same_bytes (bytes, "tests/golden/list.csv");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/list-csv/read", test_read);
  g_test_add_func ("/formats/list-csv/problems", test_problems);
  g_test_add_func ("/formats/list-csv/deep", test_deep);
  g_test_add_func ("/formats/list-csv/round-trip", test_round_trip);
  g_test_add_func ("/formats/list-csv/hard-texts", test_hard_texts);
  g_test_add_func ("/formats/list-csv/golden", test_golden);

  return g_test_run ();
}
