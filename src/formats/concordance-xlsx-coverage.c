/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-xlsx-private.h"

#include <glib/gi18n-lib.h>

#define MOST_WORD 24
#define MOST_TEXT 48

#define BAR_COLOR 0xcfe3d5

enum
{
  COLUMN_KEY,
  COLUMN_LIST,
  COLUMN_OPPOSITE,
  COLUMN_CODE,
  COLUMN_CATEGORY,
  COLUMN_ITEMS,
  COLUMN_LINKED,
  COLUMN_ABSENT,
  COLUMN_OPEN,
  COLUMN_SHARE,
  N_COLUMNS
};

typedef struct
{
  guint n_items;
  guint counts[CW_N_TALLY_STATES];
} Coverage;

static void
write_headers (CwXlsxSheet *sheet)
{
  /* Translators: these head the columns of a table that says how far a list is compared */
  static const struct
  {
    const char *title;
    guint most;
  } columns[N_COLUMNS] = {
    [COLUMN_KEY] = { NC_ ("column", "Key"), MOST_WORD },
    [COLUMN_LIST] = { NC_ ("column", "List"), MOST_TEXT },
    [COLUMN_OPPOSITE] = { NC_ ("column", "Compared with"), MOST_TEXT },
    [COLUMN_CODE] = { NC_ ("column", "Code"), MOST_WORD },
    [COLUMN_CATEGORY] = { NC_ ("column", "Category"), MOST_TEXT },
    [COLUMN_ITEMS] = { NC_ ("column", "Items"), MOST_WORD },
    [COLUMN_LINKED] = { NC_ ("column", "Linked"), MOST_WORD },
    [COLUMN_ABSENT] = { NC_ ("column", "No counterpart"), MOST_WORD },
    [COLUMN_OPEN] = { NC_ ("column", "Open"), MOST_WORD },
    [COLUMN_SHARE] = { NC_ ("column", "Share linked"), MOST_WORD },
  };

  cw_xlsx_sheet_begin_table (sheet);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      cw_xlsx_sheet_set_limit (sheet, i, columns[i].most);
      cw_xlsx_sheet_write_header (sheet, i,
                                  g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i].title));
    }
  /* Room for the bars. */
  sheet->widths[COLUMN_SHARE] = MOST_WORD;
}

static char *
name_lists (GPtrArray *lists, const char *const *languages)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < lists->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "",
                            cw_list_get_short_title (g_ptr_array_index (lists, i), languages));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_coverage (Coverage *sum, const Coverage *more)
{
  sum->n_items += more->n_items;
  for (guint i = 0; i < CW_N_TALLY_STATES; i++)
    sum->counts[i] += more->counts[i];
}

/* An item and all below it. */
static void
count_branch (CwConcordanceTally *tally,
              const CwItem *item,
              GPtrArray *opposite,
              Coverage *coverage)
{
  *coverage = (Coverage){ .n_items = item->n_descendants + 1 };
  for (guint i = 0; i <= item->n_descendants; i++)
    coverage->counts[cw_concordance_tally_get_state (tally,
                                                     cw_list_get_item (item->list, item->index + i),
                                                     opposite)]++;
}

static void
write_counts (CwXlsxSheet *sheet, const Coverage *coverage, gboolean strong)
{
  CwXlsxStyle count = strong ? CW_XLSX_STRONG_COUNT : CW_XLSX_COUNT;
  CwXlsxStyle share = strong ? CW_XLSX_STRONG_SHARE : CW_XLSX_SHARE;

  cw_xlsx_sheet_write_number (sheet, COLUMN_ITEMS, coverage->n_items, count);
  cw_xlsx_sheet_write_number (sheet, COLUMN_LINKED, coverage->counts[CW_TALLY_LINKED], count);
  cw_xlsx_sheet_write_number (sheet, COLUMN_ABSENT, coverage->counts[CW_TALLY_ABSENT], count);
  cw_xlsx_sheet_write_number (sheet, COLUMN_OPEN, coverage->counts[CW_TALLY_OPEN], count);
  if (coverage->n_items > 0)
    cw_xlsx_sheet_write_number (sheet, COLUMN_SHARE,
                                (double) coverage->counts[CW_TALLY_LINKED] / coverage->n_items,
                                share);
  else
    cw_xlsx_sheet_write_text (sheet, COLUMN_SHARE, "", share);
}

static void
write_list (CwXlsxSheet *sheet,
            CwConcordanceTally *tally,
            CwList *list,
            const char *const *languages)
{
  g_autoptr (GPtrArray) opposite = cw_concordance_tally_find_opposite (tally, list);
  g_autofree char *against = name_lists (opposite, languages);
  const char *name = cw_list_get_short_title (list, languages);
  guint n_items = cw_list_get_n_items (list);
  Coverage whole = { 0 };
  Coverage branch;

  for (guint i = 0; i < n_items; i += branch.n_items)
    {
      count_branch (tally, cw_list_get_item (list, i), opposite, &branch);
      add_coverage (&whole, &branch);
    }

  if (!cw_xlsx_sheet_begin_row (sheet))
    return;
  cw_xlsx_sheet_write_text (sheet, COLUMN_KEY, cw_list_get_key (list), CW_XLSX_MUTED);
  cw_xlsx_sheet_write_text (sheet, COLUMN_LIST, name, CW_XLSX_STRONG);
  cw_xlsx_sheet_write_text (sheet, COLUMN_OPPOSITE, against, CW_XLSX_STRONG);
  cw_xlsx_sheet_write_text (sheet, COLUMN_CODE, "", CW_XLSX_WORD);
  cw_xlsx_sheet_write_text (sheet, COLUMN_CATEGORY, _ ("The whole list"), CW_XLSX_STRONG);
  write_counts (sheet, &whole, TRUE);

  for (guint i = 0; i < n_items; i += branch.n_items)
    {
      const CwItem *item = cw_list_get_item (list, i);

      count_branch (tally, item, opposite, &branch);
      if (!cw_xlsx_sheet_begin_row (sheet))
        return;
      cw_xlsx_sheet_write_text (sheet, COLUMN_KEY, cw_list_get_key (list), CW_XLSX_MUTED);
      cw_xlsx_sheet_write_text (sheet, COLUMN_LIST, name, CW_XLSX_LABEL);
      cw_xlsx_sheet_write_text (sheet, COLUMN_OPPOSITE, "", CW_XLSX_LABEL);
      cw_xlsx_sheet_write_text (sheet, COLUMN_CODE, item->code, CW_XLSX_WORD);
      cw_xlsx_sheet_write_text (sheet, COLUMN_CATEGORY, _cw_xlsx_choose_label (item, languages),
                                CW_XLSX_TEXT);
      write_counts (sheet, &branch, FALSE);
    }
}

static void
add_bars (CwXlsxSheet *sheet)
{
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_DATA_BAR,
    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .min_value = 0,
    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .max_value = 1,
    .bar_color = BAR_COLOR,
    .bar_solid = LXW_TRUE,
    .data_bar_2010 = LXW_TRUE,
  };

  if (sheet->n_rows > 1)
    cw_xlsx_sheet_check (sheet, worksheet_conditional_format_range (sheet->worksheet, 1,
                                                                    COLUMN_SHARE, sheet->n_rows - 1,
                                                                    COLUMN_SHARE, &rule));
}

void
_cw_xlsx_write_coverage (CwXlsxSheet *sheet,
                         CwConcordanceTally *tally,
                         const char *const *languages)
{
  GPtrArray *lists = cw_concordance_tally_get_lists (tally);

  write_headers (sheet);
  for (guint i = 0; i < lists->len; i++)
    write_list (sheet, tally, g_ptr_array_index (lists, i), languages);
  if (sheet->book->error != NULL)
    return;

  cw_xlsx_sheet_set_width (sheet, COLUMN_KEY, CW_XLSX_WORD);
  cw_xlsx_sheet_set_width (sheet, COLUMN_LIST, CW_XLSX_TEXT);
  cw_xlsx_sheet_set_width (sheet, COLUMN_OPPOSITE, CW_XLSX_TEXT);
  cw_xlsx_sheet_set_width (sheet, COLUMN_CODE, CW_XLSX_WORD);
  cw_xlsx_sheet_set_width (sheet, COLUMN_CATEGORY, CW_XLSX_TEXT);
  for (guint i = COLUMN_ITEMS; i < COLUMN_SHARE; i++)
    cw_xlsx_sheet_set_width (sheet, i, CW_XLSX_COUNT);
  cw_xlsx_sheet_set_width (sheet, COLUMN_SHARE, CW_XLSX_SHARE);
  add_bars (sheet);
  cw_xlsx_sheet_finish_table (sheet, N_COLUMNS);
}
