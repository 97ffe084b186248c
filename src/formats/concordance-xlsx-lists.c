/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-xlsx-private.h"

#include "model/language.h"

#include <glib/gi18n-lib.h>

/* Excel folds up to seven levels. */
#define MAX_LEVEL 7

#define MOST_CODE 16
#define MOST_LABEL 64
#define MOST_NOTE 60

const char *
_cw_xlsx_get_state_name (CwTallyState state)
{
  /* Translators: what is said of an item */
  static const char *const names[CW_N_TALLY_STATES] = {
    [CW_TALLY_OPEN] = NC_ ("item state", "Open"),
    [CW_TALLY_LINKED] = NC_ ("item state", "Linked"),
    [CW_TALLY_ABSENT] = NC_ ("item state", "No counterpart"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "item state", names[state]);
}

const char *
_cw_xlsx_choose_label (const CwItem *item, const char *const *languages)
{
  const CwLabel *label = cw_item_choose_label (item, languages);

  return label != NULL ? label->text : "";
}

static gboolean
has_notes (CwList *list)
{
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      if (item->note != NULL && *item->note != '\0')
        return TRUE;
    }

  return FALSE;
}

/* One for each language, or one for the words of the list itself. */
static guint
count_labels (const char *const *languages)
{
  return MAX (1, languages != NULL ? g_strv_length ((char **) languages) : 0);
}

static void
write_headers (CwXlsxSheet *sheet, const char *const *languages, gboolean with_notes)
{
  guint n_labels = count_labels (languages);

  cw_xlsx_sheet_begin_table (sheet);
  cw_xlsx_sheet_write_header (sheet, 0, C_ ("column", "Code"));
  for (guint i = 0; i < n_labels; i++)
    {
      g_autofree char *language = NULL;
      g_autofree char *title = NULL;

      if (languages == NULL || languages[i] == NULL)
        {
          cw_xlsx_sheet_write_header (sheet, i + 1, C_ ("column", "Item"));
          continue;
        }
      language = cw_language_get_name (languages[i]);
      /* Translators: head of a column; the first %s is “Item”, the second a language’s own name */
      title = g_strdup_printf (C_ ("column", "%s (%s)"), C_ ("column", "Item"), language);
      cw_xlsx_sheet_write_header (sheet, i + 1, title);
    }
  cw_xlsx_sheet_write_header (sheet, n_labels + 1, C_ ("column", "State"));
  cw_xlsx_sheet_write_header (sheet, n_labels + 2, C_ ("column", "Mappings"));
  if (with_notes)
    cw_xlsx_sheet_write_header (sheet, n_labels + 3, C_ ("column", "Note"));
}

static void
write_labels (CwXlsxSheet *sheet, const CwItem *item, const char *const *languages)
{
  lxw_format *format = sheet->book->palette.depths[MIN (item->depth, CW_XLSX_MAX_DEPTH)];

  if (languages == NULL || languages[0] == NULL)
    cw_xlsx_sheet_write_text_as (sheet, 1, _cw_xlsx_choose_label (item, NULL), format);

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      const CwLabel *label = cw_item_get_label (item, languages[i]);

      cw_xlsx_sheet_write_text_as (sheet, i + 1, label != NULL ? label->text : "", format);
    }
}

static void
write_item (CwXlsxSheet *sheet,
            const CwItem *item,
            CwConcordanceTally *tally,
            GPtrArray *opposite,
            const char *const *languages,
            gboolean with_notes)
{
  guint n_labels = count_labels (languages);
  CwTallyState state = cw_concordance_tally_get_state (tally, item, opposite);

  if (!cw_xlsx_sheet_begin_row (sheet))
    return;

  sheet->level = (uint8_t) MIN (item->depth, MAX_LEVEL);
  cw_xlsx_sheet_write_text (sheet, 0, item->code, CW_XLSX_WORD);
  write_labels (sheet, item, languages);
  if (state == CW_TALLY_ABSENT)
    cw_xlsx_sheet_write_text_as (sheet, n_labels + 1, _cw_xlsx_get_state_name (state),
                                 sheet->book->palette.relations[CW_RELATION_NONE]);
  else
    cw_xlsx_sheet_write_text (sheet, n_labels + 1, _cw_xlsx_get_state_name (state),
                              state == CW_TALLY_OPEN ? CW_XLSX_MUTED : CW_XLSX_WORD);
  cw_xlsx_sheet_write_number (sheet, n_labels + 2,
                              cw_concordance_tally_get_n_mappings (tally, item), CW_XLSX_COUNT);
  if (with_notes)
    cw_xlsx_sheet_write_text (sheet, n_labels + 3, item->note != NULL ? item->note : "",
                              CW_XLSX_TEXT);
}

static void
set_limits (CwXlsxSheet *sheet, guint n_labels)
{
  cw_xlsx_sheet_set_limit (sheet, 0, MOST_CODE);
  for (guint i = 1; i <= n_labels; i++)
    cw_xlsx_sheet_set_limit (sheet, i, MOST_LABEL);
  cw_xlsx_sheet_set_limit (sheet, n_labels + 1, MOST_CODE);
  cw_xlsx_sheet_set_limit (sheet, n_labels + 2, MOST_CODE);
  cw_xlsx_sheet_set_limit (sheet, n_labels + 3, MOST_NOTE);
}

static void
set_widths (CwXlsxSheet *sheet, guint n_labels, gboolean with_notes)
{
  cw_xlsx_sheet_set_width (sheet, 0, CW_XLSX_WORD);
  for (guint i = 1; i <= n_labels; i++)
    cw_xlsx_sheet_set_width (sheet, i, CW_XLSX_TEXT);
  cw_xlsx_sheet_set_width (sheet, n_labels + 1, CW_XLSX_WORD);
  cw_xlsx_sheet_set_width (sheet, n_labels + 2, CW_XLSX_COUNT);
  if (with_notes)
    cw_xlsx_sheet_set_width (sheet, n_labels + 3, CW_XLSX_TEXT);
}

void
_cw_xlsx_write_list (CwXlsxSheet *sheet,
                     CwList *list,
                     CwConcordanceTally *tally,
                     const char *const *languages)
{
  g_autoptr (GPtrArray) opposite = cw_concordance_tally_find_opposite (tally, list);
  gboolean with_notes = has_notes (list);
  guint n_labels = count_labels (languages);

  set_limits (sheet, n_labels);
  write_headers (sheet, languages, with_notes);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    write_item (sheet, cw_list_get_item (list, i), tally, opposite, languages, with_notes);
  if (sheet->book->error != NULL)
    return;

  set_widths (sheet, n_labels, with_notes);
  cw_xlsx_sheet_finish_table (sheet, n_labels + 3 + (with_notes ? 1 : 0));
  /* A heading stands above what it holds. */
  worksheet_outline_settings (sheet->worksheet, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
}
