/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* How deep a list can be shown; what lies deeper is indented as much. */
#define CW_XLSX_MAX_DEPTH 7

/**
 * CwXlsxStyle:
 * @CW_XLSX_HEADER: heads a column
 * @CW_XLSX_TEXT: in a cell of its own width, wrapped
 * @CW_XLSX_WORD: on one line
 * @CW_XLSX_STRONG: like a text, and stands out
 * @CW_XLSX_COUNT: a whole number
 * @CW_XLSX_STRONG_COUNT: a whole number that stands out
 * @CW_XLSX_CONFIDENCE: a number with two places
 * @CW_XLSX_SHARE: a part of 1, in percent
 * @CW_XLSX_STRONG_SHARE: a part of 1 that stands out, in percent
 * @CW_XLSX_DATE: a day
 * @CW_XLSX_TIME: a day and a time
 * @CW_XLSX_LINK: leads somewhere
 * @CW_XLSX_TITLE: names the whole
 * @CW_XLSX_HEADING: names a part
 * @CW_XLSX_NOTICE: must be read
 * @CW_XLSX_LABEL: says what stands beside it
 * @CW_XLSX_MUTED: on one line, and stands back
 * @CW_XLSX_WHOLE: a whole number among texts
 * @CW_XLSX_PAGE: empty
 *
 * How a cell looks.
 */
typedef enum
{
  CW_XLSX_HEADER,
  CW_XLSX_TEXT,
  CW_XLSX_WORD,
  CW_XLSX_STRONG,
  CW_XLSX_COUNT,
  CW_XLSX_STRONG_COUNT,
  CW_XLSX_CONFIDENCE,
  CW_XLSX_SHARE,
  CW_XLSX_STRONG_SHARE,
  CW_XLSX_DATE,
  CW_XLSX_TIME,
  CW_XLSX_LINK,
  CW_XLSX_TITLE,
  CW_XLSX_HEADING,
  CW_XLSX_NOTICE,
  CW_XLSX_LABEL,
  CW_XLSX_MUTED,
  CW_XLSX_WHOLE,
  CW_XLSX_PAGE,
} CwXlsxStyle;

#define CW_N_XLSX_STYLES 19

/**
 * CwXlsxPalette:
 *
 * The formats of a workbook, which belong to it.
 */
typedef struct
{
  lxw_format *styles[CW_N_XLSX_STYLES];
  lxw_format *relations[CW_N_RELATIONS];
  lxw_format *denied[CW_N_RELATIONS];
  lxw_format *relation_words[CW_N_RELATIONS]; /* for rules: only the colour */
  lxw_format *depths[CW_XLSX_MAX_DEPTH + 1];
} CwXlsxPalette;

void cw_xlsx_palette_init (CwXlsxPalette *self, lxw_workbook *workbook);

G_END_DECLS
