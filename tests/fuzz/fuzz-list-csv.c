/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-csv.h"
#include "fuzz-target.h"

static CwListCard *
make_card (void)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup ("made");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "Made");
  cw_text_set (card->title, "en", "Made");

  return card;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GError *error = NULL;
  g_autoptr (GError) unbuilt = NULL;
  g_autoptr (CwDelimitedTable) table =
    cw_delimited_table_parse ((const char *) data, size, "x.csv", &error);
  g_autoptr (CwListPlan) plan = table != NULL ? cw_list_csv_guess (table, "en") : NULL;
  g_autoptr (CwListCard) card = make_card ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwListDraft) draft = NULL;
  g_autoptr (CwList) list = NULL;

  fuzz_check_result (table != NULL, error);
  if (table == NULL)
    return 0;

  draft = cw_list_csv_read (table, plan, card, problems);
  list = draft != NULL ? cw_list_draft_build (draft, &unbuilt) : NULL;
  g_assert_true (draft == NULL || (list == NULL) == (unbuilt != NULL));

  return 0;
}
