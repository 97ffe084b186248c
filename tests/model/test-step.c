/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/step.h"

/* For each kind: a step about one pair, and about several mappings; steps about codings are called
 * the same in any case. */
static const struct
{
  const char *pair;
  const char *bulk;
  const char *done_pair;
  const char *done_bulk;
} names[CW_N_STEP_KINDS] = {
  [CW_STEP_CODING] = { "new coding", "new coding", "Began a coding", "Began a coding" },
  [CW_STEP_CODING_NAME] = { "rename coding", "rename coding", "Renamed a coding",
                            "Renamed a coding" },
  [CW_STEP_CODING_DONE] = { "coding is done", "coding is done", "Finished a coding",
                            "Finished a coding" },
  [CW_STEP_CODING_REOPEN] = { "reopen coding", "reopen coding", "Reopened a coding",
                              "Reopened a coding" },
  [CW_STEP_CODING_DELETE] = { "delete coding", "delete coding", "Deleted a coding",
                              "Deleted a coding" },
  [CW_STEP_SETTLE] = { "settle 2.2 and 14.6", "settle disagreements", "Settled 2.2 and 14.6",
                       "Settled disagreements" },
  [CW_STEP_LINK] = { "link 2.2 to 14.6", "link items", "Linked 2.2 to 14.6", "Linked items" },
  [CW_STEP_RELATE] = { "change of relation of 2.2 to 14.6", "change of relations",
                       "Changed the relation of 2.2 to 14.6", "Changed relations" },
  [CW_STEP_ABSENCE] = { "no counterpart of 2.2 in 14.6", "no counterpart",
                        "Found no counterpart of 2.2 in 14.6", "Found no counterpart" },
  [CW_STEP_DELETE] = { "delete 2.2 to 14.6", "delete mappings", "Deleted 2.2 to 14.6",
                       "Deleted mappings" },
  [CW_STEP_CONFIDENCE] = { "change of confidence of 2.2 to 14.6", "change of confidence",
                           "Changed the confidence of 2.2 to 14.6", "Changed confidence" },
  [CW_STEP_STATUS] = { "change of status of 2.2 to 14.6", "change of status",
                       "Changed the status of 2.2 to 14.6", "Changed status" },
  [CW_STEP_RATIONALE] = { "change of rationale of 2.2 to 14.6", "change of rationales",
                          "Changed the rationale of 2.2 to 14.6", "Changed rationales" },
  [CW_STEP_NOTE] = { "change of notes of 2.2 to 14.6", "change of notes",
                     "Changed the notes of 2.2 to 14.6", "Changed notes" },
  [CW_STEP_EVIDENCE] = { "change of evidence of 2.2 to 14.6", "change of evidence",
                         "Changed the evidence of 2.2 to 14.6", "Changed evidence" },
  [CW_STEP_REASON] = { "change of reason of 2.2 in 14.6", "change of reasons",
                       "Changed the reason of 2.2 in 14.6", "Changed reasons" },
  [CW_STEP_AUTHOR] = { "change of author of 2.2 to 14.6", "change of authors",
                       "Changed the author of 2.2 to 14.6", "Changed authors" },
  [CW_STEP_SWAP] = { "swap 2.2 and 14.6", "swap mappings", "Swapped 2.2 and 14.6",
                     "Swapped mappings" },
  [CW_STEP_DUPLICATE] = { "duplicate 2.2 to 14.6", "duplicate mappings", "Duplicated 2.2 to 14.6",
                          "Duplicated mappings" },
  [CW_STEP_MARK] = { "mark of 2.2 and 14.6 as intended", "mark of a finding as intended",
                     "Marked 2.2 and 14.6 as intended", "Marked a finding as intended" },
  [CW_STEP_UNMARK] = { "removal of the mark of 2.2 and 14.6", "removal of the mark of a finding",
                       "Took back the mark of 2.2 and 14.6", "Took back the mark of a finding" },
  [CW_STEP_KEEP_FILTER] = { "keep filter", "keep filter", "Kept a filter", "Kept a filter" },
  [CW_STEP_DROP_FILTER] = { "delete filter", "delete filter", "Deleted a filter",
                            "Deleted a filter" },
  [CW_STEP_LIST_NEW] = { "new list 2.2", "new list", "Began list 2.2", "Began a list" },
  [CW_STEP_LIST_IMPORT] = { "import of list 2.2", "import of a list", "Imported list 2.2",
                            "Imported a list" },
  [CW_STEP_LIST_CARD] = { "change of the card of 2.2", "change of a list’s card",
                          "Changed the card of 2.2", "Changed a list’s card" },
  [CW_STEP_LIST_DELETE] = { "delete list 2.2", "delete list", "Deleted list 2.2",
                            "Deleted a list" },
  [CW_STEP_LIST_RENUMBER] = { "numbering of 2.2", "numbering of items", "Numbered 2.2 anew",
                              "Numbered items anew" },
  [CW_STEP_LIST_CORRECT] = { "correction of 2.2", "correction of a list",
                             "Took the correction of 2.2", "Took the correction of a list" },
  [CW_STEP_LIST_DECLINE] = { "keep 2.2 as it is", "keep a list as it is", "Kept 2.2 as it is",
                             "Kept a list as it is" },
  [CW_STEP_ITEM_ADD] = { "add item 2.2 to 14.6", "add items", "Added item 2.2 to 14.6",
                         "Added items" },
  [CW_STEP_ITEM_CODE] = { "change of code 2.2 in 14.6", "change of codes",
                          "Changed code 2.2 in 14.6", "Changed codes" },
  [CW_STEP_ITEM_LABEL] = { "change of labels of 2.2 in 14.6", "change of labels",
                           "Changed labels of 2.2 in 14.6", "Changed labels" },
  [CW_STEP_ITEM_NOTE] = { "change of note on 2.2 in 14.6", "change of notes on items",
                          "Changed the note on 2.2 in 14.6", "Changed notes on items" },
  [CW_STEP_ITEM_CHECK] = { "change of checking of 2.2 in 14.6", "change of checking",
                           "Changed the checking of 2.2 in 14.6", "Changed checking" },
  [CW_STEP_ITEM_MOVE] = { "move 2.2 in 14.6", "move items", "Moved 2.2 in 14.6", "Moved items" },
  [CW_STEP_ITEM_DELETE] = { "delete item 2.2 of 14.6", "delete items", "Deleted item 2.2 of 14.6",
                            "Deleted items" },
  [CW_STEP_ITEM_MERGE] = { "merge 2.2 into 14.6", "merge items", "Merged 2.2 into 14.6",
                           "Merged items" },
  [CW_STEP_ITEM_SPLIT] = { "split 2.2 of 14.6", "split items", "Split 2.2 of 14.6", "Split items" },
  [CW_STEP_IMPORT] = { "import of mappings", "import of mappings", "Imported mappings",
                       "Imported mappings" },
};

static void
assert_names (const CwStep *step, const char *name, const char *wanted_done)
{
  g_autofree char *undo = cw_step_format_undo (step);
  g_autofree char *redo = cw_step_format_redo (step);
  g_autofree char *done = cw_step_format_done (step);
  g_autofree char *wanted_undo = g_strconcat ("Undo ", name, NULL);
  g_autofree char *wanted_redo = g_strconcat ("Redo ", name, NULL);

  g_assert_cmpstr (undo, ==, wanted_undo);
  g_assert_cmpstr (redo, ==, wanted_redo);
  g_assert_cmpstr (done, ==, wanted_done);
}

static void
test_pairs (void)
{
  for (guint i = 0; i < CW_N_STEP_KINDS; i++)
    {
      g_autoptr (CwStep) step = cw_step_new (i, "2.2", "14.6", 1);

      assert_names (step, names[i].pair, names[i].done_pair);
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

      assert_names (many, names[i].bulk, names[i].done_bulk);
      assert_names (nameless, names[i].bulk, names[i].done_bulk);
      assert_names (half, names[i].bulk, names[i].done_bulk);
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
  assert_names (copy, "delete 100%s to %n", "Deleted 100%s to %n");
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
