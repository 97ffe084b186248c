/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-xlsx-private.h"

#include "formats/xlsx-text.h"
#include "model/jurisdiction.h"
#include "model/language.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 24
#define VALUE_WIDTH 96

/* In points. */
#define TITLE_HEIGHT 28
#define HEADING_HEIGHT 22

/* A page of two columns: what is said, and of what. */
enum
{
  COLUMN_NAME,
  COLUMN_VALUE,
};

static void
skip_row (CwXlsxSheet *sheet)
{
  cw_xlsx_sheet_begin_row (sheet);
}

static void
write_fact_as (CwXlsxSheet *sheet, const char *name, const char *value, CwXlsxStyle style)
{
  if (value == NULL || *value == '\0' || !cw_xlsx_sheet_begin_row (sheet))
    return;

  cw_xlsx_sheet_write_text (sheet, COLUMN_NAME, name, CW_XLSX_LABEL);
  if (style == CW_XLSX_LINK)
    cw_xlsx_sheet_write_address (sheet, COLUMN_VALUE, value);
  else if (style == CW_XLSX_DATE)
    cw_xlsx_sheet_write_time (sheet, COLUMN_VALUE, value);
  else
    cw_xlsx_sheet_write_text (sheet, COLUMN_VALUE, value, style);
}

static void
write_fact (CwXlsxSheet *sheet, const char *name, const char *value)
{
  write_fact_as (sheet, name, value, CW_XLSX_TEXT);
}

static void
write_heading (CwXlsxSheet *sheet, const char *text)
{
  skip_row (sheet);
  if (!cw_xlsx_sheet_begin_row (sheet))
    return;

  cw_xlsx_sheet_raise_row (sheet, HEADING_HEIGHT);
  cw_xlsx_sheet_write_text (sheet, COLUMN_NAME, text, CW_XLSX_HEADING);
}

static void
write_title (CwXlsxSheet *sheet, const CwConcordanceHead *head)
{
  if (!cw_xlsx_sheet_begin_row (sheet))
    return;

  cw_xlsx_sheet_raise_row (sheet, TITLE_HEIGHT);
  cw_xlsx_sheet_write_text (sheet, COLUMN_NAME, head->title, CW_XLSX_TITLE);
  skip_row (sheet);
  /* The notice of the starter mapping is kept in English and shown in the user's language. */
  if (*head->notice != '\0')
    write_fact_as (sheet, _ ("Caution"), g_dgettext (GETTEXT_PACKAGE, head->notice),
                   CW_XLSX_NOTICE);
  write_fact (sheet, _ ("What it is not"),
              _ ("The correspondences are editorial judgements. They are not official and no legal "
                 "opinion: that two items are linked does not mean that a rule which names one "
                 "applies to the other, and says nothing about who is ahead in anything."));
}

static void
write_content (CwXlsxSheet *sheet, const CwConcordanceHead *head, guint n_mappings)
{
  write_heading (sheet, _ ("What it holds"));
  write_fact (sheet, _ ("Judgements of"),
              head->coding != NULL ? head->coding : _ ("The agreed mapping"));
  if (cw_xlsx_sheet_begin_row (sheet))
    {
      cw_xlsx_sheet_write_text (sheet, COLUMN_NAME, C_ ("column", "Mappings"), CW_XLSX_LABEL);
      cw_xlsx_sheet_write_number (sheet, COLUMN_VALUE, n_mappings, CW_XLSX_WHOLE);
    }
  write_fact (sheet, _ ("Confidence"),
              _ ("How sure the judgement is, from 0 to 1; not how much the items share."));
  write_fact (sheet, _ ("Times"), _ ("In UTC."));
  write_fact (sheet, _ ("State and coverage"),
              _ (
                "Counted from the mappings in this workbook, for each item by itself: a heading is "
                "not linked by what stands below it. Rejected and negated mappings do not link. An "
                "item has no counterpart when that was found for every list it is compared with."));
  write_fact (sheet, _ ("Document"), head->uuid);
}

static void
write_relations (CwXlsxSheet *sheet)
{
  write_heading (sheet, _ ("What the relations mean"));
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      /* The one that links nothing comes last. */
      CwRelation relation = (CwRelation) ((i + 1) % CW_N_RELATIONS);
      g_autofree char *sentence =
        /* Translators: stand for an item on the left and one on the right */
        cw_relation_format_sentence (relation, FALSE, C_ ("relation", "The item on the left"),
                                     relation == CW_RELATION_NONE
                                       ? C_ ("relation", "the lists on the right")
                                       : C_ ("relation", "the item on the right"));

      if (!cw_xlsx_sheet_begin_row (sheet))
        return;
      cw_xlsx_sheet_write_text_as (sheet, COLUMN_NAME, cw_relation_get_name (relation),
                                   sheet->book->palette.relations[relation]);
      cw_xlsx_sheet_write_text (sheet, COLUMN_VALUE, sentence, CW_XLSX_TEXT);
    }
  write_fact (sheet, _ ("Crossed out"), _ ("The relation was found not to hold."));
}

static void
write_card (CwXlsxSheet *sheet, CwList *list, CwXlsxSheet *target, const char *const *languages)
{
  const CwListCard *card = cw_list_get_card (list);
  const char *title = cw_text_choose (card->title, languages);
  const char *official = cw_text_get (card->title, card->official_language);
  g_autofree char *language = cw_language_get_name (card->official_language);

  skip_row (sheet);
  if (!cw_xlsx_sheet_begin_row (sheet))
    return;
  cw_xlsx_sheet_write_text (sheet, COLUMN_NAME, card->key, CW_XLSX_MUTED);
  cw_xlsx_sheet_write_link (sheet, COLUMN_VALUE, target, cw_list_get_short_title (list, languages),
                            CW_XLSX_LINK);
  write_fact_as (sheet, _ ("Title"), title, CW_XLSX_STRONG);
  if (official != title)
    write_fact (sheet, _ ("Title in the official language"), official);
  write_fact (sheet, _ ("Issued by"), cw_text_choose (card->issuer, languages));
  write_fact (sheet, _ ("Jurisdiction"), cw_jurisdiction_get_name (card->jurisdiction));
  write_fact_as (sheet, _ ("Issued on"), card->issued, CW_XLSX_DATE);
  write_fact (sheet, _ ("Number"), card->document_number);
  write_fact (sheet, _ ("Purpose"), card->purpose);
  write_fact (sheet, _ ("Legal force"), card->legal_force);
  write_fact (sheet, _ ("Source"), card->citation);
  write_fact_as (sheet, _ ("Address"), card->url, CW_XLSX_LINK);
  write_fact (sheet, _ ("Official language"), language);
  write_fact (sheet, _ ("Replaces"), card->supersedes);
  write_fact (sheet, _ ("How far it was checked"), card->verification);
  write_fact (sheet, _ ("Remarks"), card->notes);
}

/* What was cut since @n_told. */
static void
write_cut (CwXlsxSheet *sheet, guint n_told)
{
  CwXlsxBook *book = sheet->book;
  guint n_cut = book->n_cut - n_told;
  g_autofree char *text = NULL;

  if (n_cut == 0)
    return;

  write_heading (sheet, _ ("What is cut"));
  text = g_strdup_printf (
    /* Translators: the first number is of texts, the second of characters */
    g_dngettext (
      GETTEXT_PACKAGE,
      "%u text is longer than the %d characters that a cell can hold. It ends with an "
      "ellipsis here; the document, and its export as CSV, have it whole.",
      "%u texts are longer than the %d characters that a cell can hold. They end with an "
      "ellipsis here; the document, and its export as CSV, have them whole.",
      n_cut),
    n_cut, CW_XLSX_MAX_TEXT);
  write_fact (sheet, _ ("Longer texts"), text);
  write_fact (sheet, _ ("First cells"), book->cut_cells->str);
}

void
_cw_xlsx_write_about (CwXlsxSheet *sheet,
                      const CwConcordanceHead *head,
                      guint n_mappings,
                      GPtrArray *lists,
                      CwXlsxSheet *const *list_sheets)
{
  guint n_told;

  cw_xlsx_sheet_set_limit (sheet, COLUMN_NAME, NAME_WIDTH);
  cw_xlsx_sheet_set_limit (sheet, COLUMN_VALUE, VALUE_WIDTH);
  write_title (sheet, head);
  write_content (sheet, head, n_mappings);
  write_relations (sheet);
  n_told = sheet->book->n_cut;
  write_cut (sheet, 0);
  g_string_truncate (sheet->book->cut_cells, 0);
  write_heading (sheet, _ ("The lists"));
  for (guint i = 0; i < lists->len; i++)
    write_card (sheet, g_ptr_array_index (lists, i), list_sheets[i], head->languages);
  write_cut (sheet, n_told);
  if (sheet->book->error != NULL)
    return;

  /* The title is longer than its column, and may be. */
  sheet->widths[COLUMN_NAME] = NAME_WIDTH;
  sheet->widths[COLUMN_VALUE] = VALUE_WIDTH;
  cw_xlsx_sheet_set_width (sheet, COLUMN_NAME, CW_XLSX_PAGE);
  cw_xlsx_sheet_set_width (sheet, COLUMN_VALUE, CW_XLSX_PAGE);
  worksheet_gridlines (sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
  cw_xlsx_sheet_set_page (sheet, FALSE);
}
