/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-pages-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many blocks as are laid out before others get their turn. */
#define STRIDE 24

/* Room between the words at the edge of the page and the text. In points. */
#define MARGIN_ROOM 16.0

/* No page is so low that it could not hold a few lines. In points. */
#define MIN_HEIGHT 60.0

/* A part of a block on a page. */
typedef struct
{
  guint block;
  gboolean first_on_page;
  double y;
  double height;
  guint starts[CW_PAGES_MAX_CELLS]; /* the line with which each cell begins */
} Part;

struct _CwPublicationPages
{
  CwPublicationPaper paper;
  CwSetter setter;
  GArray *blocks; /* CwBlock, the last of which heads the columns */
  GArray *parts;  /* Part */
  GArray *pages;  /* guint: the first part of each */
  GArray *marks;  /* CwPublicationMark */
  guint next;     /* block that was not placed yet */
  double y;       /* where the next part begins */
  gboolean has_columns;
  gboolean has_entry;
};

static PangoContext *
make_context (const CwPublication *publication)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Type is as wide on paper as in a file, whatever draws it. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (publication->language));

  return context;
}

static double
get_top (CwPublicationPages *self)
{
  return self->paper.top + MARGIN_ROOM;
}

static double
get_bottom (CwPublicationPages *self)
{
  return MAX (self->paper.height - self->paper.bottom - MARGIN_ROOM, get_top (self) + MIN_HEIGHT);
}

static void
begin_page (CwPublicationPages *self)
{
  g_array_append_val (self->pages, self->parts->len);
  self->y = get_top (self);
  self->has_columns = FALSE;
  self->has_entry = FALSE;
}

/**
 * cw_publication_pages_new:
 * @publication: a publication that was ended; borrowed as long as the pages are there
 * @paper: what it is laid out on
 *
 * Pages belong to the thread that made them.
 *
 * Returns: (transfer full): pages that are still to be laid out with cw_publication_pages_advance()
 */
CwPublicationPages *
cw_publication_pages_new (const CwPublication *publication, const CwPublicationPaper *paper)
{
  CwPublicationPages *self = g_new0 (CwPublicationPages, 1);
  const CwBlock columns = { CW_BLOCK_COLUMNS, NULL, 0 };

  self->paper = *paper;
  self->setter.publication = publication;
  self->setter.context = make_context (publication);
  self->setter.left = paper->left;
  self->setter.width = paper->width - paper->left - paper->right;
  self->blocks = _cw_pages_list_blocks (publication);
  g_array_append_val (self->blocks, columns);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (CwPublicationMark));
  begin_page (self);

  return self;
}

/**
 * cw_publication_pages_free:
 * @self: (nullable): pages
 */
void
cw_publication_pages_free (CwPublicationPages *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->setter.context);
  g_array_unref (self->blocks);
  g_array_unref (self->parts);
  g_array_unref (self->pages);
  g_array_unref (self->marks);
  g_free (self);
}

static const CwBlock *
get_block (CwPublicationPages *self, guint index)
{
  return &g_array_index (self->blocks, CwBlock, index);
}

static guint
get_columns_index (CwPublicationPages *self)
{
  return self->blocks->len - 1;
}

static gboolean
is_in_table (const CwBlock *block)
{
  return block->kind == CW_BLOCK_GROUP || block->kind == CW_BLOCK_ENTRY;
}

/* What must not stand alone at the foot of a page. */
static gboolean
leads (const CwBlock *block)
{
  return block->kind == CW_BLOCK_CAPTION || block->kind == CW_BLOCK_GROUP ||
         block->kind == CW_BLOCK_HEADING || block->kind == CW_BLOCK_CARD;
}

static double
get_height (const CwBlockSet *set)
{
  double height = 0;

  for (guint i = 0; i < set->n_cells; i++)
    {
      PangoRectangle logical;

      pango_layout_get_extents (set->cells[i].layout, NULL, &logical);
      height = MAX (height, (double) logical.height / PANGO_SCALE);
    }

  return set->above + height + set->below;
}

static double
measure (CwPublicationPages *self, guint index, gboolean first_on_page)
{
  CwBlockSet set;
  double height;

  _cw_pages_set_block (&self->setter, get_block (self, index), first_on_page, &set);
  height = get_height (&set);
  _cw_pages_clear_set (&set);

  return height;
}

/* How much room there has to be for a block to begin: for all of it, with what it leads to. A block
 * that no page can hold may begin anywhere. */
static double
find_need (CwPublicationPages *self, guint index)
{
  double most = get_bottom (self) - get_top (self);
  gboolean has_columns = self->has_columns;
  double need = 0;

  for (; index < get_columns_index (self); index++)
    {
      const CwBlock *block = get_block (self, index);
      double height = measure (self, index, FALSE);

      if (is_in_table (block) && !has_columns)
        {
          need += measure (self, get_columns_index (self), FALSE);
          has_columns = TRUE;
        }
      need += height > most * 0.8 ? MIN_HEIGHT : height;
      if (!leads (block))
        break;
    }

  return MIN (need, most);
}

/* Which lines of each cell come into @height, from @starts on. At least one goes on, so that there
 * is an end. Returns the height they take. */
static double
take_lines (const CwBlockSet *set, const guint *starts, double height, guint *ends)
{
  double most = 0;
  gboolean any = FALSE;

  for (guint pass = 0; pass < 2 && !any; pass++)
    {
      for (guint i = 0; i < set->n_cells; i++)
        {
          PangoLayoutIter *iter = pango_layout_get_iter (set->cells[i].layout);
          guint line = 0;
          int begin = -1;

          ends[i] = starts[i];
          do
            {
              int top, bottom;

              pango_layout_iter_get_line_yrange (iter, &top, &bottom);
              if (line++ < starts[i])
                continue;
              if (begin < 0)
                begin = top;
              /* The second time round a line is taken though it is too high. */
              if ((double) (bottom - begin) / PANGO_SCALE > height - set->above - set->below &&
                  (pass == 0 || ends[i] > starts[i]))
                break;
              ends[i] = line;
              any = TRUE;
              most = MAX (most, (double) (bottom - begin) / PANGO_SCALE);
            }
          while (pango_layout_iter_next_line (iter));
          pango_layout_iter_free (iter);
        }
    }

  return set->above + most + set->below;
}

static gboolean
is_done (const CwBlockSet *set, const guint *ends)
{
  for (guint i = 0; i < set->n_cells; i++)
    {
      if (ends[i] < (guint) pango_layout_get_line_count (set->cells[i].layout))
        return FALSE;
    }

  return TRUE;
}

static void
add_part (CwPublicationPages *self, guint block, gboolean first, double height, const guint *starts)
{
  Part part = { block, first, self->y, height, { 0 } };

  if (starts != NULL)
    memcpy (part.starts, starts, sizeof part.starts);
  g_array_append_val (self->parts, part);
  self->y += height;
}

static void
place_columns (CwPublicationPages *self, const CwBlock *block)
{
  if (!is_in_table (block) || self->has_columns)
    return;

  add_part (self, get_columns_index (self), FALSE, measure (self, get_columns_index (self), FALSE),
            NULL);
  self->has_columns = TRUE;
}

static void
add_mark (CwPublicationPages *self, const CwBlock *block)
{
  CwPublicationMark mark = { NULL, self->pages->len - 1, self->y };

  if (block->kind == CW_BLOCK_HEADING)
    mark.text = block->data;
  else if (block->kind == CW_BLOCK_GROUP)
    {
      const CwPublicationGroup *group = block->data;

      mark.text = group->heading.texts->len > 0
                    ? g_array_index (group->heading.texts, CwPublicationText, 0).text
                    : group->heading.code;
    }
  if (mark.text != NULL)
    g_array_append_val (self->marks, mark);
}

static gboolean
is_page_empty (CwPublicationPages *self)
{
  return g_array_index (self->pages, guint, self->pages->len - 1) == self->parts->len;
}

/* On as many pages as it takes. */
static void
place_block (CwPublicationPages *self, guint index)
{
  const CwBlock *block = get_block (self, index);
  guint starts[CW_PAGES_MAX_CELLS] = { 0 };
  gboolean first;
  CwBlockSet set;

  if (!is_page_empty (self) && self->y + find_need (self, index) > get_bottom (self))
    begin_page (self);
  place_columns (self, block);
  add_mark (self, block);
  first = block->kind == CW_BLOCK_ENTRY ? !self->has_entry : is_page_empty (self);
  self->has_entry = self->has_entry || is_in_table (block);
  if (block->kind == CW_BLOCK_GROUP)
    first = FALSE;

  _cw_pages_set_block (&self->setter, block, first, &set);
  while (TRUE)
    {
      guint ends[CW_PAGES_MAX_CELLS];
      double height = take_lines (&set, starts, get_bottom (self) - self->y, ends);

      add_part (self, index, first, height, starts);
      if (is_done (&set, ends))
        break;
      begin_page (self);
      place_columns (self, block);
      self->has_entry = is_in_table (block);
      memcpy (starts, ends, sizeof starts);
    }
  _cw_pages_clear_set (&set);
}

/**
 * cw_publication_pages_advance:
 * @self: pages
 *
 * Lays out a little more, so that many rows need not be waited for.
 *
 * Returns: whether everything is laid out
 */
gboolean
cw_publication_pages_advance (CwPublicationPages *self)
{
  for (guint i = 0; i < STRIDE && self->next < get_columns_index (self); i++)
    place_block (self, self->next++);

  return self->next == get_columns_index (self);
}

/**
 * cw_publication_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are by now
 */
guint
cw_publication_pages_get_n_pages (CwPublicationPages *self)
{
  return self->pages->len;
}

/**
 * cw_publication_pages_get_marks:
 * @self: pages
 *
 * Returns: (transfer none) (element-type CwPublicationMark): the headings, in their order
 */
const GArray *
cw_publication_pages_get_marks (CwPublicationPages *self)
{
  return self->marks;
}

static void
set_color (cairo_t *cr, const char *name)
{
  PangoColor color;

  if (pango_color_parse (&color, name))
    cairo_set_source_rgb (cr, color.red / 65535.0, color.green / 65535.0, color.blue / 65535.0);
}

static void
fill (cairo_t *cr, const char *color, double x, double y, double width, double height)
{
  if (color == NULL)
    return;

  set_color (cr, color);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
draw_cell (cairo_t *cr, const CwBlockCell *cell, double y, guint from, guint to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);
  guint line = 0;
  int begin = 0;

  set_color (cr, "#000000");
  do
    {
      int top;

      pango_layout_iter_get_line_yrange (iter, &top, NULL);
      if (line == from)
        begin = top;
      if (line >= from && line < to)
        {
          PangoRectangle logical;

          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          cairo_move_to (cr, cell->x + (double) logical.x / PANGO_SCALE,
                         y +
                           (double) (pango_layout_iter_get_baseline (iter) - begin) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, " %s", g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
}

static void
link_cell (cairo_t *cr, const CwBlockCell *cell, double y, double height)
{
  g_autoptr (GString) attributes = NULL;

  if (cell->link == NULL)
    return;

  attributes = g_string_new (cell->link);
  g_string_append (attributes, " rect=[");
  append_number (attributes, cell->x);
  append_number (attributes, y);
  append_number (attributes, cell->width);
  append_number (attributes, height);
  g_string_append (attributes, " ]");
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* A name by which links lead to a place. */
static void
name_place (cairo_t *cr, const char *name, double x, double y)
{
  g_autoptr (GString) attributes = g_string_new (NULL);

  g_string_append_printf (attributes, "name='%s' x=", name);
  append_number (attributes, x);
  g_string_append (attributes, " y=");
  append_number (attributes, y);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static gboolean
is_beginning (const Part *part)
{
  for (guint i = 0; i < CW_PAGES_MAX_CELLS; i++)
    {
      if (part->starts[i] > 0)
        return FALSE;
    }

  return TRUE;
}

static void
draw_part (CwPublicationPages *self, cairo_t *cr, const Part *part, gboolean linked)
{
  const CwBlock *block = get_block (self, part->block);
  double left = self->setter.left;
  double width = self->setter.width;
  guint ends[CW_PAGES_MAX_CELLS];
  CwBlockSet set;

  _cw_pages_set_block (&self->setter, block, part->first_on_page, &set);
  take_lines (&set, part->starts, part->height + 0.01, ends);
  fill (cr, set.band, left, part->y, width, part->height);
  fill (cr, set.bar, left, part->y, 3, part->height);
  if (block->kind == CW_BLOCK_COLUMNS)
    fill (cr, set.rule, left, part->y + part->height - 1, width, 1);
  else if (is_beginning (part))
    fill (cr, set.rule, left, part->y, width, 0.5);
  if (linked && set.target != NULL && is_beginning (part))
    name_place (cr, set.target, left, part->y);

  for (guint i = 0; i < set.n_cells; i++)
    {
      draw_cell (cr, &set.cells[i], part->y + set.above, part->starts[i], ends[i]);
      if (linked && ends[i] > part->starts[i])
        link_cell (cr, &set.cells[i], part->y + set.above, part->height - set.above - set.below);
    }
  _cw_pages_clear_set (&set);
}

static void
draw_margin (CwPublicationPages *self, cairo_t *cr, double y, const char *left, const char *right)
{
  CwBlockSet set;

  _cw_pages_set_margin (&self->setter, left, right, &set);
  for (guint i = 0; i < set.n_cells; i++)
    draw_cell (cr, &set.cells[i], y, 0, 1);
  _cw_pages_clear_set (&set);
}

/* The day of the newest mapping: when it is printed says less, and would make each file another. */
static char *
describe_date (const CwPublication *publication)
{
  g_autoptr (GDateTime) time = publication->modified != NULL
                                 ? g_date_time_new_from_iso8601 (publication->modified, NULL)
                                 : NULL;
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;

  /* Translators: at the foot of a page; %s is the day of the newest mapping */
  return day != NULL ? g_strdup_printf (_ ("Last changed on %s"), day) : g_strdup ("");
}

static char *
describe_sides (const CwPublication *publication)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GArray *const sides[] = { publication->left_titles, publication->right_titles };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      if (i > 0)
        g_string_append (text, " ⇄ ");
      for (guint j = 0; j < sides[i]->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " + " : "",
                                g_array_index (sides[i], CwPublicationText, j).text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cw_publication_pages_draw:
 * @self: pages that are all laid out
 * @cr: where to draw; a unit is a point, and the page begins at its top left corner
 * @page: less than cw_publication_pages_get_n_pages()
 * @linked: whether notes and addresses are links; all pages then have to be drawn, on one PDF surface
 *
 * Draws a page with its number.
 */
void
cw_publication_pages_draw (CwPublicationPages *self, cairo_t *cr, guint page, gboolean linked)
{
  const CwPublication *publication = self->setter.publication;
  g_autofree char *date = describe_date (publication);
  g_autofree char *sides = describe_sides (publication);
  /* Translators: the number of a page, and how many there are */
  g_autofree char *number =
    g_strdup_printf (C_ ("page", "%1$u / %2$u"), page + 1, self->pages->len);
  guint from, to;

  g_return_if_fail (page < self->pages->len);

  from = g_array_index (self->pages, guint, page);
  to =
    page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->parts->len;
  draw_margin (self, cr, self->paper.top, publication->title.text, sides);
  for (guint i = from; i < to; i++)
    draw_part (self, cr, &g_array_index (self->parts, Part, i), linked);
  draw_margin (self, cr, self->paper.height - self->paper.bottom - 10, date, number);
}
