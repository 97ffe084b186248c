/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-style.h"

/* A workbook is paper: the light colours of the program, which app/relation-style.c explains. A test
 * keeps them the same as ui/style.css. */
static const lxw_color_t relation_colors[CW_N_RELATIONS] = {
  [CW_RELATION_NONE] = 0xa51d2d,    [CW_RELATION_EXACT] = 0x00563f,
  [CW_RELATION_CLOSE] = 0x007a59,   [CW_RELATION_BROAD] = 0x0b57b0,
  [CW_RELATION_NARROW] = 0x4b3fa7,  [CW_RELATION_OVERLAP] = 0x945a00,
  [CW_RELATION_RELATED] = 0x8a3f86,
};

#define HEADER_COLOR 0xe6ebf1
#define HEADER_LINE_COLOR 0x77818e
#define LINE_COLOR 0xd5d9de
#define SIDE_LINE_COLOR 0xeceef1
#define NOTICE_COLOR 0xfdf3d0
#define MUTED_COLOR 0x5e5c64
#define LINK_COLOR 0x0b57b0

#define COUNT_FORMAT "#,##0"
#define SHARE_FORMAT "0%"

/* A cell begins at the top, since its neighbours may take several lines. */
static lxw_format *
add_format (lxw_workbook *workbook)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  return format;
}

static lxw_format *
add_cell_format (lxw_workbook *workbook)
{
  lxw_format *format = add_format (workbook);

  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, LINE_COLOR);
  format_set_right (format, LXW_BORDER_THIN);
  format_set_right_color (format, SIDE_LINE_COLOR);

  return format;
}

static lxw_format *
add_number_format (lxw_workbook *workbook, const char *number_format, gboolean strong)
{
  lxw_format *format = add_cell_format (workbook);

  format_set_num_format (format, number_format);
  if (strong)
    format_set_bold (format);

  return format;
}

static lxw_format *
add_text_format (lxw_workbook *workbook, gboolean strong)
{
  lxw_format *format = add_cell_format (workbook);

  format_set_text_wrap (format);
  if (strong)
    format_set_bold (format);

  return format;
}

static lxw_format *
add_header_format (lxw_workbook *workbook)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color (format, HEADER_COLOR);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, HEADER_LINE_COLOR);

  return format;
}

static void
add_page_formats (CwXlsxPalette *self, lxw_workbook *workbook)
{
  lxw_format *format;

  format = self->styles[CW_XLSX_LINK] = add_text_format (workbook, FALSE);
  format_set_font_color (format, LINK_COLOR);
  format_set_underline (format, LXW_UNDERLINE_SINGLE);

  format = self->styles[CW_XLSX_TITLE] = add_format (workbook);
  format_set_bold (format);
  format_set_font_size (format, 18);

  format = self->styles[CW_XLSX_HEADING] = add_format (workbook);
  format_set_bold (format);
  format_set_font_size (format, 13);

  format = self->styles[CW_XLSX_NOTICE] = add_format (workbook);
  format_set_text_wrap (format);
  format_set_bg_color (format, NOTICE_COLOR);

  format = self->styles[CW_XLSX_LABEL] = add_cell_format (workbook);
  format_set_text_wrap (format);
  format_set_font_color (format, MUTED_COLOR);

  format = self->styles[CW_XLSX_WHOLE] = add_number_format (workbook, COUNT_FORMAT, FALSE);
  format_set_align (format, LXW_ALIGN_LEFT);

  self->styles[CW_XLSX_PAGE] = add_format (workbook);

  format = self->styles[CW_XLSX_MUTED] = add_cell_format (workbook);
  format_set_font_color (format, MUTED_COLOR);
}

static void
add_relation_formats (CwXlsxPalette *self, lxw_workbook *workbook)
{
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      self->relations[i] = add_cell_format (workbook);
      format_set_bold (self->relations[i]);
      format_set_font_color (self->relations[i], relation_colors[i]);

      /* That a relation does not hold stands in a column of its own, and is seen here. */
      self->denied[i] = add_cell_format (workbook);
      format_set_font_strikeout (self->denied[i]);
      format_set_font_color (self->denied[i], relation_colors[i]);

      self->relation_words[i] = workbook_add_format (workbook);
      format_set_font_color (self->relation_words[i], relation_colors[i]);
    }
}

static void
add_depth_formats (CwXlsxPalette *self, lxw_workbook *workbook)
{
  for (guint i = 0; i <= CW_XLSX_MAX_DEPTH; i++)
    {
      self->depths[i] = add_text_format (workbook, i == 0);
      if (i > 0)
        format_set_indent (self->depths[i], (uint8_t) (2 * i));
    }
}

/**
 * cw_xlsx_palette_init:
 * @self: (out caller-allocates): the formats
 * @workbook: a workbook
 *
 * Gives a workbook its formats.
 */
void
cw_xlsx_palette_init (CwXlsxPalette *self, lxw_workbook *workbook)
{
  self->styles[CW_XLSX_HEADER] = add_header_format (workbook);
  self->styles[CW_XLSX_TEXT] = add_text_format (workbook, FALSE);
  self->styles[CW_XLSX_WORD] = add_cell_format (workbook);
  self->styles[CW_XLSX_STRONG] = add_text_format (workbook, TRUE);
  self->styles[CW_XLSX_COUNT] = add_number_format (workbook, COUNT_FORMAT, FALSE);
  self->styles[CW_XLSX_STRONG_COUNT] = add_number_format (workbook, COUNT_FORMAT, TRUE);
  self->styles[CW_XLSX_CONFIDENCE] = add_number_format (workbook, "0.00", FALSE);
  self->styles[CW_XLSX_SHARE] = add_number_format (workbook, SHARE_FORMAT, FALSE);
  self->styles[CW_XLSX_STRONG_SHARE] = add_number_format (workbook, SHARE_FORMAT, TRUE);
  self->styles[CW_XLSX_DATE] = add_number_format (workbook, "yyyy-mm-dd", FALSE);
  self->styles[CW_XLSX_TIME] = add_number_format (workbook, "yyyy-mm-dd hh:mm", FALSE);
  format_set_align (self->styles[CW_XLSX_CONFIDENCE], LXW_ALIGN_CENTER);
  format_set_align (self->styles[CW_XLSX_DATE], LXW_ALIGN_LEFT);
  format_set_align (self->styles[CW_XLSX_TIME], LXW_ALIGN_LEFT);
  add_page_formats (self, workbook);
  add_relation_formats (self, workbook);
  add_depth_formats (self, workbook);
}
