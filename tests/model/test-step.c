/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/step.h"

/* For each kind: a step about one pair, and about several mappings. */
static const struct
{
  const char *pair;
  const char *bulk;
} names[CW_N_STEP_KINDS] = {
  [CW_STEP_LINK] = { "link 2.2 to 14.6", "link items" },
  [CW_STEP_RELATE] = { "change of relation of 2.2 to 14.6", "change of relations" },
  [CW_STEP_ABSENCE] = { "no counterpart of 2.2 in 14.6", "no counterpart" },
  [CW_STEP_DELETE] = { "delete 2.2 to 14.6", "delete mappings" },
  [CW_STEP_CONFIDENCE] = { "change of confidence of 2.2 to 14.6", "change of confidence" },
  [CW_STEP_STATUS] = { "change of status of 2.2 to 14.6", "change of status" },
  [CW_STEP_RATIONALE] = { "change of rationale of 2.2 to 14.6", "change of rationales" },
  [CW_STEP_NOTE] = { "change of notes of 2.2 to 14.6", "change of notes" },
  [CW_STEP_EVIDENCE] = { "change of evidence of 2.2 to 14.6", "change of evidence" },
  [CW_STEP_REASON] = { "change of reason of 2.2 in 14.6", "change of reasons" },
  [CW_STEP_AUTHOR] = { "change of author of 2.2 to 14.6", "change of authors" },
  [CW_STEP_SWAP] = { "swap 2.2 and 14.6", "swap mappings" },
  [CW_STEP_DUPLICATE] = { "duplicate 2.2 to 14.6", "duplicate mappings" },
  [CW_STEP_LIST_NEW] = { "new list 2.2", "new list" },
  [CW_STEP_LIST_IMPORT] = { "import of list 2.2", "import of a list" },
  [CW_STEP_LIST_CARD] = { "change of the card of 2.2", "change of a list’s card" },
  [CW_STEP_LIST_DELETE] = { "delete list 2.2", "delete list" },
  [CW_STEP_LIST_RENUMBER] = { "numbering of 2.2", "numbering of items" },
  [CW_STEP_LIST_CORRECT] = { "correction of 2.2", "correction of a list" },
  [CW_STEP_LIST_DECLINE] = { "keep 2.2 as it is", "keep a list as it is" },
  [CW_STEP_ITEM_ADD] = { "add item 2.2 to 14.6", "add items" },
  [CW_STEP_ITEM_CODE] = { "change of code 2.2 in 14.6", "change of codes" },
  [CW_STEP_ITEM_LABEL] = { "change of labels of 2.2 in 14.6", "change of labels" },
  [CW_STEP_ITEM_NOTE] = { "change of note on 2.2 in 14.6", "change of notes on items" },
  [CW_STEP_ITEM_CHECK] = { "change of checking of 2.2 in 14.6", "change of checking" },
  [CW_STEP_ITEM_MOVE] = { "move 2.2 in 14.6", "move items" },
  [CW_STEP_ITEM_DELETE] = { "delete item 2.2 of 14.6", "delete items" },
  [CW_STEP_ITEM_MERGE] = { "merge 2.2 into 14.6", "merge items" },
  [CW_STEP_ITEM_SPLIT] = { "split 2.2 of 14.6", "split items" },
};

static void
assert_names (const CwStep *step, const char *name)
{
  g_autofree char *undo = cw_step_format_undo (step);
  g_autofree char *redo = cw_step_format_redo (step);
  g_autofree char *wanted_undo = g_strconcat ("Undo ", name, NULL);
  g_autofree char *wanted_redo = g_strconcat ("Redo ", name, NULL);

  g_assert_cmpstr (undo, ==, wanted_undo);
  g_assert_cmpstr (redo, ==, wanted_redo);
}

static void
test_pairs (void)
{
  for (guint i = 0; i < CW_N_STEP_KINDS; i++)
    {
      g_autoptr (CwStep) step = cw_step_new (i, "2.2", "14.6", 1);

      assert_names (step, names[i].pair);
    }
}

static void
test_bulk (void)
{
  for (guint i = 0; i < CW_N_STEP_KINDS; i++)
    {
      g_autoptr (CwStep) many = cw_step_new (i, "2.2", "14.6", 3);
      g_autoptr (CwStep) nameless = cw_step_new (i, NULL, NULL, 1);
      g_autoptr (CwStep) half = cw_step_new (i, "2.2", NULL, 1);

      assert_names (many, names[i].bulk);
      assert_names (nameless, names[i].bulk);
      assert_names (half, names[i].bulk);
    }
}

static void
test_copy (void)
{
  g_autoptr (CwStep) step = cw_step_new (CW_STEP_DELETE, "100%s", "%n", 1);
  g_autoptr (CwStep) copy = cw_step_copy (step);

  g_assert_null (cw_step_copy (NULL));
  g_assert_cmpint (copy->kind, ==, CW_STEP_DELETE);
  g_assert_cmpuint (copy->n_rows, ==, 1);
  assert_names (copy, "delete 100%s to %n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/step/pairs", test_pairs);
  g_test_add_func ("/model/step/bulk", test_bulk);
  g_test_add_func ("/model/step/copy", test_copy);

  return g_test_run ();
}
