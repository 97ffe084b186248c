/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-draft.h"

#include <string.h>

static CwListDraft *
draft_new (void)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup ("mine");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-31");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "Mine");
  cw_text_set (card->title, "en", "Mine");

  return cw_list_draft_new (card);
}

/* Fills a draft from codes with a > before each for every level, such as "1 >1.1 >1.2 2"; each
 * item is called after its first code. */
static CwListDraft *
draft_parse (const char *text)
{
  CwListDraft *draft = draft_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint depth = (guint) strspn (words[i], ">");
      guint index = cw_list_draft_append (draft, depth, words[i] + depth);
      CwDraftItem *item = cw_list_draft_get_item (draft, index);

      item->id = i + 1;
      cw_draft_item_add_label (item, "en", item->code, CW_LABEL_PREFERRED, CW_LABEL_USER);
    }

  return draft;
}

/* "CODE=first code" where they differ. */
static char *
draft_format (CwListDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_list_draft_get_n_items (draft); i++)
    {
      const CwDraftItem *item = cw_list_draft_get_item (draft, i);
      const char *name = item->labels->len > 0 ? cw_draft_item_get_label (item, 0)->text : "new";

      if (i > 0)
        g_string_append_c (text, ' ');
      for (guint j = 0; j < item->depth; j++)
        g_string_append_c (text, '>');
      g_string_append (text, item->code);
      if (!g_str_equal (name, item->code))
        g_string_append_printf (text, "=%s", name);
    }

  return g_string_free (text, FALSE);
}

static void
assert_draft (CwListDraft *draft, const char *wanted)
{
  g_autofree char *found = draft_format (draft);

  g_assert_cmpstr (found, ==, wanted);
}

static guint
at (CwListDraft *draft, const char *code)
{
  int index = cw_list_draft_find_code (draft, code);

  g_assert_cmpint (index, !=, CW_DRAFT_NOWHERE);

  return (guint) index;
}

#define TREE "1 >1.1 >>1.1.1 >1.2 2 >2.1 3"

typedef struct
{
  const char *before;
  const char *code;
  gboolean (*move) (CwListDraft *draft, guint index);
  const char *after; /* NULL where it cannot go there */
} Move;

static const Move moves[] = {
  { TREE, "1", cw_list_draft_indent, NULL },
  { TREE, "2", cw_list_draft_indent, "1 >1.1 >>1.1.1 >1.2 >1.3=2 >>1.3.1=2.1 3" },
  { TREE, "1.2", cw_list_draft_indent, "1 >1.1 >>1.1.1 >>1.1.2=1.2 2 >2.1 3" },
  { TREE, "1.1", cw_list_draft_indent, NULL },
  { TREE, "1.1", cw_list_draft_outdent, "1 >1.2 4=1.1 >4.1=1.1.1 2 >2.1 3" },
  { TREE, "1.1.1", cw_list_draft_outdent, "1 >1.1 >1.3=1.1.1 >1.2 2 >2.1 3" },
  { TREE, "3", cw_list_draft_outdent, NULL },
  { TREE, "2", cw_list_draft_move_up, "2 >2.1 1 >1.1 >>1.1.1 >1.2 3" },
  { TREE, "1", cw_list_draft_move_up, NULL },
  { TREE, "1", cw_list_draft_move_down, "2 >2.1 1 >1.1 >>1.1.1 >1.2 3" },
  { TREE, "1.1", cw_list_draft_move_down, "1 >1.2 >1.1 >>1.1.1 2 >2.1 3" },
  { TREE, "2", cw_list_draft_move_down, "1 >1.1 >>1.1.1 >1.2 3 2 >2.1" },
  { TREE, "3", cw_list_draft_move_down, NULL },
  { TREE, "1.2", cw_list_draft_move_down, NULL },
  /* Codes that do not follow the levels are kept. */
  { "A >B7 C", "C", cw_list_draft_indent, "A >B7 >C" },
  { "A >B7 C", "B7", cw_list_draft_outdent, "A B7 C" },
  { "P1 P2", "P2", cw_list_draft_indent, "P1 >P1.1=P2" },
};

static void
test_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (CwListDraft) draft = draft_parse (moves[i].before);
      gboolean moved = moves[i].move (draft, at (draft, moves[i].code));

      g_assert_cmpint (moved, ==, moves[i].after != NULL);
      assert_draft (draft, moves[i].after != NULL ? moves[i].after : moves[i].before);
    }
}

static void
test_move_to (void)
{
  g_autoptr (CwListDraft) draft = draft_parse (TREE);

  g_assert_true (
    cw_list_draft_move (draft, at (draft, "1.1"), (int) at (draft, "2"), (int) at (draft, "2.1")));
  assert_draft (draft, "1 >1.2 2 >2.2=1.1 >>2.2.1=1.1.1 >2.1 3");
  /* Not below itself, and not where it is. */
  g_assert_false (
    cw_list_draft_move (draft, at (draft, "2"), (int) at (draft, "2.1"), CW_DRAFT_NOWHERE));
  g_assert_false (
    cw_list_draft_move (draft, at (draft, "2"), (int) at (draft, "2"), CW_DRAFT_NOWHERE));
  g_assert_false (cw_list_draft_move (draft, at (draft, "3"), CW_DRAFT_NOWHERE, CW_DRAFT_NOWHERE));
  g_assert_false (
    cw_list_draft_move (draft, at (draft, "2"), CW_DRAFT_NOWHERE, (int) at (draft, "3")));
  assert_draft (draft, "1 >1.2 2 >2.2=1.1 >>2.2.1=1.1.1 >2.1 3");
}

static void
test_add (void)
{
  g_autoptr (CwListDraft) draft = draft_parse ("P1 >P1.1 P2");
  g_autoptr (CwListDraft) empty = draft_new ();

  cw_list_draft_add_after (draft, (int) at (draft, "P1"));
  assert_draft (draft, "P1 >P1.1 P3=new P2");
  cw_list_draft_add_below (draft, (int) at (draft, "P1"));
  cw_list_draft_add_below (draft, (int) at (draft, "P2"));
  cw_list_draft_add_after (draft, CW_DRAFT_NOWHERE);
  assert_draft (draft, "P1 >P1.1 >P1.2=new P3=new P2 >P2.1=new P4=new");

  cw_list_draft_add_after (empty, CW_DRAFT_NOWHERE);
  cw_list_draft_add_below (empty, 0);
  assert_draft (empty, "1=new >1.1=new");
}

static void
test_remove (void)
{
  g_autoptr (CwListDraft) draft = draft_parse (TREE);

  cw_list_draft_remove (draft, at (draft, "1.1"));
  assert_draft (draft, "1 >1.2 2 >2.1 3");
  cw_list_draft_remove (draft, at (draft, "2"));
  assert_draft (draft, "1 >1.2 3");
}

static void
test_renumber (void)
{
  g_autoptr (CwListDraft) draft = draft_parse ("2 >2.5 >2.1 >>2.1.9 F3 1 F1");

  cw_list_draft_renumber (draft);
  assert_draft (draft, "1=2 >1.1=2.5 >1.2=2.1 >>1.2.1=2.1.9 F1=F3 2=1 F2=F1");
}

static void
test_codes (void)
{
  g_autoptr (CwListDraft) draft = draft_parse (TREE);
  g_autoptr (GError) error = NULL;
  g_autofree char *too_long = g_strnfill (65, '1');
  const char *const bad[] = { "", " 1", "1 ", "a\nb", "3", too_long };

  g_assert_true (cw_list_draft_codes_follow (draft));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (cw_list_draft_set_code (draft, at (draft, "1"), bad[i], &error));
      g_assert_error (error, CW_LIST_ERROR, CW_LIST_ERROR_CODE);
      g_clear_error (&error);
    }
  g_assert_true (cw_list_draft_set_code (draft, at (draft, "1"), "1", &error));
  g_assert_true (cw_list_draft_set_code (draft, at (draft, "1"), "A/b 7", &error));
  g_assert_no_error (error);
  assert_draft (draft, "A/b 7=1 >A/b 7.1=1.1 >>A/b 7.1.1=1.1.1 >A/b 7.2=1.2 2 >2.1 3");
}

/* The way through a draft changes nothing of a list. */
static void
test_round_trip (void)
{
  g_autoptr (CwListDraft) draft = draft_parse (TREE);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;
  g_autoptr (CwListDraft) again = NULL;
  g_autoptr (CwListDraft) copy = NULL;
  g_autoptr (CwList) second = NULL;
  CwDraftItem *item = cw_list_draft_get_item (draft, 1);

  item->verified = TRUE;
  g_free (item->note);
  item->note = g_strdup ("A\nB");
  g_free (item->iri);
  item->iri = g_strdup ("https://example.org/1");
  item->figures = g_new0 (CwFigures, 1);
  item->figures->enterprises = 7;
  item->figures->unit = g_strdup ("firms");
  item->figures->share_of = g_strdup ("all");
  cw_draft_item_add_label (item, "fr", "Autre", CW_LABEL_ALTERNATIVE, CW_LABEL_TRANSLATION);

  list = cw_list_draft_build (draft, &error);
  g_assert_no_error (error);
  again = cw_list_draft_new_from_list (list);
  copy = cw_list_draft_copy (again);
  second = cw_list_draft_build (copy, &error);
  g_assert_no_error (error);

  g_assert_true (cw_list_card_equal (cw_list_get_card (list), cw_list_get_card (second)));
  g_assert_cmpuint (cw_list_get_n_items (second), ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      const CwItem *a = cw_list_get_item (list, i);
      const CwItem *b = cw_list_get_item (second, i);

      g_assert_cmpint (a->id, ==, b->id);
      g_assert_cmpstr (a->code, ==, b->code);
      g_assert_cmpuint (a->depth, ==, b->depth);
      g_assert_cmpint (a->verified, ==, b->verified);
      g_assert_cmpstr (a->note, ==, b->note);
      g_assert_cmpstr (a->iri, ==, b->iri);
      g_assert_cmpuint (a->n_labels, ==, b->n_labels);
      for (guint j = 0; j < a->n_labels; j++)
        {
          g_assert_cmpstr (a->labels[j].text, ==, b->labels[j].text);
          g_assert_cmpint (a->labels[j].kind, ==, b->labels[j].kind);
          g_assert_cmpint (a->labels[j].origin, ==, b->labels[j].origin);
        }
    }
  g_assert_cmpint (cw_list_get_item (second, 1)->figures->enterprises, ==, 7);
  g_assert_cmpstr (cw_list_get_item (second, 1)->figures->unit, ==, "firms");
}

static void
test_card_check (void)
{
  g_autoptr (CwListDraft) draft = draft_new ();
  g_autoptr (GError) error = NULL;
  struct
  {
    char **field;
    const char *value;
  } bad[] = {
    { &draft->card->key, "Mine" },          { &draft->card->key, "" },
    { &draft->card->jurisdiction, "xa" },   { &draft->card->issued, "2024" },
    { &draft->card->issued, "2024-02-30" }, { &draft->card->official_language, "中文" },
    { &draft->card->supersedes, "a b" },    { &draft->card->url, "example.org" },
    { &draft->card->iri, "https://a b" },
  };

  g_assert_true (cw_list_card_check (draft->card, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      char *good = *bad[i].field;

      *bad[i].field = (char *) bad[i].value;
      g_assert_false (cw_list_card_check (draft->card, &error));
      g_assert_error (error, CW_LIST_ERROR, CW_LIST_ERROR_CARD);
      g_clear_error (&error);
      *bad[i].field = good;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/list-draft/moves", test_moves);
  g_test_add_func ("/model/list-draft/move-to", test_move_to);
  g_test_add_func ("/model/list-draft/add", test_add);
  g_test_add_func ("/model/list-draft/remove", test_remove);
  g_test_add_func ("/model/list-draft/renumber", test_renumber);
  g_test_add_func ("/model/list-draft/codes", test_codes);
  g_test_add_func ("/model/list-draft/round-trip", test_round_trip);
  g_test_add_func ("/model/list-draft/card-check", test_card_check);

  return g_test_run ();
}
