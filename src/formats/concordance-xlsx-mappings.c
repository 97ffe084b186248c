/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-xlsx-private.h"

#include "model/absence.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A drop-down holds this many characters, with the commas between its words. */
#define MAX_CHOICES 255

#define MAX_WORDS 8

typedef enum
{
  KIND_TEXT,
  KIND_WORD,
  KIND_RELATION,
  KIND_STATUS,
  KIND_NEGATED,
  KIND_ABSENCE,
  KIND_NUMBER,
  KIND_TIME,
  KIND_ADDRESS,
} Kind;

/* By the key of the column, or the beginning of one that has its language behind it. A column that
 * is not named here is a text. */
static const struct
{
  const char *key;
  Kind kind;
  guint most; /* width in digits */
} layouts[] = {
  { "left_list", KIND_WORD, 24 },       { "left_code", KIND_WORD, 16 },
  { "left_label", KIND_TEXT, 34 },      { "relation", KIND_RELATION, 20 },
  { "sentence", KIND_TEXT, 48 },        { "right_list", KIND_WORD, 24 },
  { "right_code", KIND_WORD, 16 },      { "right_label", KIND_TEXT, 34 },
  { "confidence", KIND_NUMBER, 14 },    { "status", KIND_STATUS, 16 },
  { "negated", KIND_NEGATED, 12 },      { "absence_reason", KIND_ABSENCE, 28 },
  { "rationale", KIND_TEXT, 54 },       { "evidence_quotation", KIND_TEXT, 54 },
  { "evidence_url", KIND_ADDRESS, 40 }, { "author_orcid", KIND_WORD, 22 },
  { "author", KIND_TEXT, 24 },          { "created", KIND_TIME, 20 },
  { "modified", KIND_TIME, 20 },        { "reviewer", KIND_TEXT, 24 },
  { "reviewed", KIND_TIME, 20 },
};

#define DEFAULT_MOST 40

static gboolean
is_of (const char *key, const char *name)
{
  gsize length = strlen (name);

  return g_str_has_prefix (key, name) && (key[length] == '\0' || key[length] == '_');
}

static Kind
get_kind (const CwConcordanceColumns *columns, guint column, guint *most)
{
  const char *key = cw_concordance_columns_get_key (columns, column);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      if (is_of (key, layouts[i].key))
        {
          *most = layouts[i].most;
          return layouts[i].kind;
        }
    }
  *most = DEFAULT_MOST;

  return KIND_TEXT;
}

static const char *
get_truth_name (gboolean truth)
{
  return truth ? C_ ("negated", "Yes") : C_ ("negated", "No");
}

void
_cw_xlsx_mappings_begin (CwXlsxSheet *sheet, const CwConcordanceColumns *columns)
{
  cw_xlsx_sheet_begin_table (sheet);
  for (guint i = 0; i < cw_concordance_columns_get_n_columns (columns); i++)
    {
      g_autofree char *title = cw_concordance_columns_get_title (columns, i);

      guint most;

      get_kind (columns, i, &most);
      cw_xlsx_sheet_set_limit (sheet, i, most);
      cw_xlsx_sheet_write_header (sheet, i, title);
    }
}

/* What files say with a key is said in words. */
static void
write_judgement (CwXlsxSheet *sheet, guint column, Kind kind, const CwConcordanceRow *row)
{
  const CwXlsxPalette *palette = &sheet->book->palette;
  const CwMapping *mapping = row->mapping;

  if (mapping == NULL)
    {
      cw_xlsx_sheet_write_text (sheet, column,
                                kind == KIND_STATUS ? _cw_xlsx_get_state_name (CW_TALLY_OPEN) : "",
                                CW_XLSX_WORD);
      return;
    }

  if (kind == KIND_RELATION)
    cw_xlsx_sheet_write_text_as (sheet, column, cw_relation_get_name (row->relation),
                                 mapping->negated ? palette->denied[row->relation]
                                                  : palette->relations[row->relation]);
  else if (kind == KIND_STATUS)
    cw_xlsx_sheet_write_text (sheet, column, cw_status_get_name (mapping->status), CW_XLSX_WORD);
  else if (kind == KIND_NEGATED)
    cw_xlsx_sheet_write_text (sheet, column, get_truth_name (mapping->negated), CW_XLSX_WORD);
  else if (row->relation == CW_RELATION_NONE && mapping->absence != CW_ABSENCE_UNSTATED)
    cw_xlsx_sheet_write_text (sheet, column, cw_absence_get_name (mapping->absence), CW_XLSX_TEXT);
  else
    cw_xlsx_sheet_write_text (sheet, column, "", CW_XLSX_TEXT);
}

static void
write_number (CwXlsxSheet *sheet, guint column, double number)
{
  if (isfinite (number))
    cw_xlsx_sheet_write_number (sheet, column, number, CW_XLSX_CONFIDENCE);
  else
    cw_xlsx_sheet_write_text (sheet, column, "", CW_XLSX_CONFIDENCE);
}

void
_cw_xlsx_mappings_add (CwXlsxSheet *sheet,
                       const CwConcordanceColumns *columns,
                       const CwConcordanceRow *row,
                       GString *text)
{
  guint most;

  if (!cw_xlsx_sheet_begin_row (sheet))
    return;

  for (guint i = 0; i < cw_concordance_columns_get_n_columns (columns); i++)
    {
      Kind kind = get_kind (columns, i, &most);

      if (cw_concordance_columns_is_number (columns, i))
        {
          write_number (sheet, i, cw_concordance_columns_get_number (columns, i, row));
          continue;
        }

      g_string_truncate (text, 0);
      cw_concordance_columns_append_text (columns, i, row, text);
      if (kind == KIND_TIME)
        cw_xlsx_sheet_write_time (sheet, i, text->str);
      else if (kind == KIND_ADDRESS)
        cw_xlsx_sheet_write_address (sheet, i, text->str);
      else if (kind == KIND_TEXT || kind == KIND_WORD)
        cw_xlsx_sheet_write_text (sheet, i, text->str,
                                  kind == KIND_WORD ? CW_XLSX_WORD : CW_XLSX_TEXT);
      else
        write_judgement (sheet, i, kind, row);
    }
}

static guint
list_words (Kind kind, const char **words)
{
  guint n_words = 0;

  if (kind == KIND_RELATION)
    {
      /* The strongest first, as the buttons of the program stand. */
      for (guint i = 1; i < CW_N_RELATIONS; i++)
        words[n_words++] = cw_relation_get_name (i);
      words[n_words++] = cw_relation_get_name (CW_RELATION_NONE);
    }
  else if (kind == KIND_STATUS)
    {
      for (guint i = 0; i < CW_N_STATUSES; i++)
        words[n_words++] = cw_status_get_name (i);
    }
  else if (kind == KIND_ABSENCE)
    {
      /* An empty cell gives no reason. */
      for (guint i = CW_ABSENCE_UNSTATED + 1; i < CW_N_ABSENCES; i++)
        words[n_words++] = cw_absence_get_name (i);
    }
  else if (kind == KIND_NEGATED)
    {
      words[n_words++] = get_truth_name (TRUE);
      words[n_words++] = get_truth_name (FALSE);
    }

  return n_words;
}

/* A word with a comma, or too many letters, cannot stand in a drop-down: then there is none. */
static gboolean
fit_choices (const char **words, guint n_words)
{
  glong length = n_words;

  for (guint i = 0; i < n_words; i++)
    {
      if (strchr (words[i], ',') != NULL)
        return FALSE;
      length += g_utf8_strlen (words[i], -1);
    }

  return n_words > 0 && length <= MAX_CHOICES;
}

/* Down to the last row a sheet can have, for rows that are added. */
static void
add_choices (CwXlsxSheet *sheet, guint column, Kind kind)
{
  const char *words[MAX_WORDS + 1] = { NULL };
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST };
  lxw_col_t place = (lxw_col_t) column;

  G_STATIC_ASSERT (CW_N_RELATIONS <= MAX_WORDS && CW_N_STATUSES <= MAX_WORDS &&
                   CW_N_ABSENCES <= MAX_WORDS);
  if (!fit_choices (words, list_words (kind, words)))
    return;

  /* The library changes nothing there; later versions of it say so. */
  validation.value_list = (void *) words;
  cw_xlsx_sheet_check (sheet,
                       worksheet_data_validation_range (sheet->worksheet, 1, place,
                                                        CW_XLSX_MAX_ROWS - 1, place, &validation));
}

/* A relation that is chosen from the drop-down takes its colour. */
static void
add_colors (CwXlsxSheet *sheet, guint column)
{
  lxw_col_t place = (lxw_col_t) column;

  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      g_autofree char *word = g_strdup_printf ("\"%s\"", cw_relation_get_name (i));
      lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = word,
        .format = sheet->book->palette.relation_words[i],
      };

      cw_xlsx_sheet_check (sheet,
                           worksheet_conditional_format_range (sheet->worksheet, 1, place,
                                                               CW_XLSX_MAX_ROWS - 1, place, &rule));
    }
}

static CwXlsxStyle
get_empty_style (Kind kind)
{
  switch (kind)
    {
    case KIND_NUMBER:
      return CW_XLSX_CONFIDENCE;
    case KIND_TIME:
      return CW_XLSX_TIME;
    case KIND_WORD:
    case KIND_RELATION:
    case KIND_STATUS:
    case KIND_NEGATED:
      return CW_XLSX_WORD;
    default:
      return CW_XLSX_TEXT;
    }
}

void
_cw_xlsx_mappings_end (CwXlsxSheet *sheet, const CwConcordanceColumns *columns)
{
  guint n_columns = cw_concordance_columns_get_n_columns (columns);

  if (sheet->book->error != NULL)
    return;

  for (guint i = 0; i < n_columns; i++)
    {
      guint most;
      Kind kind = get_kind (columns, i, &most);

      cw_xlsx_sheet_set_width (sheet, i, get_empty_style (kind));
      add_choices (sheet, i, kind);
      if (kind == KIND_RELATION)
        add_colors (sheet, i);
    }
  cw_xlsx_sheet_finish_table (sheet, n_columns);
  /* Too wide for one page to be read. */
  worksheet_fit_to_pages (sheet->worksheet, 3, 0);
}
