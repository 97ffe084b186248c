/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-pages-private.h"

#include "formats/publication-style.h"

#include <glib/gi18n-lib.h>

/* What stands on the pages, and how each part is set. Sizes are in points. */

#define TEXT "#1d1d20"
#define DIM "#5e5c64"
#define BAND "#f0f0f3"
#define LINE "#d0d0d6"
#define STRONG "#77767b"
#define LINK "#0b57b0"
#define CAVEAT "#fdf6e3"
#define CAVEAT_BAR "#b58900"

#define PADDING 6.0
#define CODE_WIDTH 32.0
#define NAME_WIDTH 150.0

/* More lists than these on one side are not named over the table, but only on their cards. */
#define MAX_TITLES 3

static const CwRunStyle normal = { 8.5, TEXT };
static const CwRunStyle strong = { 8.5, TEXT, .bold = TRUE };
static const CwRunStyle dim = { 8.5, DIM };
static const CwRunStyle other = { 7.5, DIM };
static const CwRunStyle of_list = { 7.5, DIM, .italic = TRUE };
static const CwRunStyle small = { 8, TEXT };
static const CwRunStyle small_link = { 8, LINK };
static const CwRunStyle small_dim = { 8, DIM };
static const CwRunStyle small_name = { 8, DIM, .bold = TRUE };
static const CwRunStyle column_title = { 8, DIM, .bold = TRUE };
static const CwRunStyle margin = { 7.5, DIM };
static const CwRunStyle title = { 18, TEXT, .bold = TRUE };
static const CwRunStyle heading = { 12, TEXT, .bold = TRUE };
static const CwRunStyle card_heading = { 9.5, TEXT, .bold = TRUE };

static CwBlockCell *
add_cell (CwBlockSet *set, const CwSetter *setter, double x, double width, CwRuns *runs)
{
  CwBlockCell *cell = &set->cells[set->n_cells++];

  g_assert (set->n_cells <= CW_PAGES_MAX_CELLS);
  cell->x = x;
  cell->width = width;
  cell->layout = _cw_runs_end (runs, setter, width);

  return cell;
}

static void
add_words (CwBlockSet *set,
           const CwSetter *setter,
           double x,
           double width,
           const CwPublicationText *text,
           const CwRunStyle *style)
{
  CwRuns runs;

  _cw_runs_init (&runs);
  _cw_runs_append (&runs, text->text, text->language, style);
  add_cell (set, setter, x, width, &runs);
}

static void
append_titles (CwRuns *runs, GArray *titles, const CwRunStyle *style)
{
  for (guint i = 0; i < titles->len; i++)
    {
      const CwPublicationText *text = &g_array_index (titles, CwPublicationText, i);

      if (i > 0)
        _cw_runs_append (runs, " + ", NULL, style);
      _cw_runs_append (runs, text->text, text->language, style);
    }
}

static gboolean
can_name (const GArray *titles)
{
  return titles->len > 0 && titles->len <= MAX_TITLES;
}

/* Where the columns of the table stand. */
typedef struct
{
  double left;
  double relation;
  double right;
  double confidence;
  double status;
  double side_width;
  double relation_width;
} Columns;

#define CONFIDENCE_WIDTH 56.0
#define STATUS_WIDTH 70.0

static void
find_columns (const CwSetter *setter, Columns *columns)
{
  const CwPublication *publication = setter->publication;
  double rest = setter->width - (publication->has_confidence ? CONFIDENCE_WIDTH : 0) -
                (publication->has_status ? STATUS_WIDTH : 0);

  columns->relation_width = rest * 0.2;
  columns->side_width = rest * 0.4;
  columns->left = setter->left;
  columns->relation = columns->left + columns->side_width;
  columns->right = columns->relation + columns->relation_width;
  columns->confidence = columns->right + columns->side_width;
  columns->status = columns->confidence + (publication->has_confidence ? CONFIDENCE_WIDTH : 0);
}

static void
add_column_title (CwBlockSet *set,
                  const CwSetter *setter,
                  double x,
                  double width,
                  const char *words,
                  GArray *titles)
{
  CwRuns runs;

  _cw_runs_init (&runs);
  if (titles != NULL && can_name (titles))
    append_titles (&runs, titles, &column_title);
  else
    _cw_runs_append (&runs, words, NULL, &column_title);
  add_cell (set, setter, x + PADDING, width - 2 * PADDING, &runs);
}

static void
set_columns (const CwSetter *setter, CwBlockSet *set)
{
  const CwPublication *publication = setter->publication;
  Columns columns;

  find_columns (setter, &columns);
  set->above = 3;
  set->below = 4;
  set->rule = STRONG;
  add_column_title (set, setter, columns.left, columns.side_width, C_ ("column", "Left item"),
                    publication->left_titles);
  add_column_title (set, setter, columns.relation, columns.relation_width,
                    C_ ("column", "Relation"), NULL);
  add_column_title (set, setter, columns.right, columns.side_width, C_ ("column", "Right item"),
                    publication->right_titles);
  if (publication->has_confidence)
    add_column_title (set, setter, columns.confidence, CONFIDENCE_WIDTH,
                      C_ ("column", "Confidence"), NULL);
  if (publication->has_status)
    add_column_title (set, setter, columns.status, STATUS_WIDTH, C_ ("column", "Status"), NULL);
}

/* The first label, the others smaller below it. */
static void
append_labels (CwRuns *runs, const CwPublicationCell *cell, const CwRunStyle *style)
{
  for (guint i = 0; i < cell->texts->len; i++)
    {
      const CwPublicationText *text = &g_array_index (cell->texts, CwPublicationText, i);

      if (i > 0)
        _cw_runs_append (runs, "\n", NULL, &other);
      _cw_runs_append (runs, text->text, text->language, i == 0 ? style : &other);
    }
  if (cell->list.text != NULL)
    {
      _cw_runs_append (runs, "\n", NULL, &of_list);
      _cw_runs_append (runs, cell->list.text, cell->list.language, &of_list);
    }
}

static void
add_side (CwBlockSet *set,
          const CwSetter *setter,
          double x,
          double width,
          const CwPublicationCell *cell)
{
  CwRuns code;
  CwRuns labels;
  double indent = cell->code != NULL ? CODE_WIDTH : 0;

  if (cell->code != NULL)
    {
      _cw_runs_init (&code);
      _cw_runs_append (&code, cell->code, NULL, &dim);
      add_cell (set, setter, x + PADDING, CODE_WIDTH - 4, &code);
    }
  _cw_runs_init (&labels);
  if (cell->code == NULL && cell->texts->len == 0)
    _cw_runs_append (&labels, "–", NULL, &dim);
  else
    append_labels (&labels, cell, cell->code != NULL ? &normal : &of_list);
  add_cell (set, setter, x + PADDING + indent, width - 2 * PADDING - indent, &labels);
}

static void
add_relation (CwBlockSet *set,
              const CwSetter *setter,
              double x,
              double width,
              const CwPublicationEntry *entry)
{
  g_autofree char *color =
    entry->open ? g_strdup (DIM) : cw_publication_style_get_color (entry->relation);
  const CwRunStyle phrase = { 8.5, color, .bold = !entry->open };
  const CwRunStyle raised = { 8.5, LINK, .raised = TRUE };
  CwBlockCell *cell;
  CwRuns runs;

  _cw_runs_init (&runs);
  _cw_runs_append (&runs, entry->phrase, NULL, &phrase);
  if (entry->note != NULL)
    {
      g_autofree char *number = g_strdup_printf ("\xe2\x80\xaf%u", entry->note->number);

      _cw_runs_append (&runs, number, NULL, &raised);
    }
  if (entry->remark != NULL)
    {
      _cw_runs_append (&runs, "\n", NULL, &other);
      _cw_runs_append (&runs, entry->remark, NULL, &other);
    }
  cell = add_cell (set, setter, x + PADDING, width - 2 * PADDING, &runs);
  if (entry->note == NULL)
    return;

  cell->link = g_strdup_printf ("dest='note-%u'", entry->note->number);
  set->target = g_strdup_printf ("ref-%u", entry->note->number);
}

/* An item that has several rows is named once, and again at the top of a page. */
static void
set_entry (const CwSetter *setter,
           const CwPublicationEntry *entry,
           gboolean first_on_page,
           CwBlockSet *set)
{
  const CwPublicationText confidence = { NULL, entry->confidence };
  const CwPublicationText status = { NULL, (char *) entry->status };
  gboolean named = entry->n_rows > 0 || first_on_page;
  Columns columns;

  find_columns (setter, &columns);
  set->above = named ? 4 : 2;
  set->below = 4;
  set->rule = named && !first_on_page ? LINE : NULL;
  if (named)
    add_side (set, setter, columns.left, columns.side_width, &entry->left);
  add_relation (set, setter, columns.relation, columns.relation_width, entry);
  add_side (set, setter, columns.right, columns.side_width, &entry->right);
  if (entry->confidence != NULL)
    add_words (set, setter, columns.confidence + PADDING, CONFIDENCE_WIDTH - 2 * PADDING,
               &confidence, &normal);
  if (setter->publication->has_status && entry->status != NULL)
    add_words (set, setter, columns.status + PADDING, STATUS_WIDTH - 2 * PADDING, &status, &other);
}

static void
set_group (const CwSetter *setter, const CwPublicationGroup *group, CwBlockSet *set)
{
  const CwPublicationCell *cell = &group->heading;
  CwRuns runs;

  _cw_runs_init (&runs);
  if (cell->code != NULL)
    {
      _cw_runs_append (&runs, cell->code, NULL, &dim);
      _cw_runs_append (&runs, "   ", NULL, &dim);
    }
  for (guint i = 0; i < cell->texts->len; i++)
    {
      const CwPublicationText *text = &g_array_index (cell->texts, CwPublicationText, i);

      if (i > 0)
        _cw_runs_append (&runs, "   ", NULL, &other);
      _cw_runs_append (&runs, text->text, text->language, i == 0 ? &strong : &other);
    }
  if (cell->list.text != NULL)
    {
      _cw_runs_append (&runs, "   ", NULL, &other);
      _cw_runs_append (&runs, cell->list.text, cell->list.language, &other);
    }
  set->above = 4;
  set->below = 4;
  set->band = BAND;
  add_cell (set, setter, setter->left + PADDING, setter->width - 2 * PADDING, &runs);
}

static void
set_caption (const CwSetter *setter, CwBlockSet *set)
{
  const CwPublication *publication = setter->publication;
  CwRuns runs;

  _cw_runs_init (&runs);
  if (can_name (publication->left_titles) && can_name (publication->right_titles))
    {
      append_titles (&runs, publication->left_titles, &heading);
      _cw_runs_append (&runs, " ⇄ ", NULL, &heading);
      append_titles (&runs, publication->right_titles, &heading);
    }
  else
    _cw_runs_append (&runs, _ ("Table of correspondences"), NULL, &heading);
  set->above = 12;
  set->below = 6;
  add_cell (set, setter, setter->left, setter->width, &runs);
}

static void
append_value (CwRuns *runs, const CwPublicationFact *fact, gboolean linked)
{
  gboolean quoted = fact->kind == CW_PUBLICATION_QUOTATION;
  const CwRunStyle *style = linked ? &small_link : &small;

  if (quoted)
    _cw_runs_append (runs, _ ("“"), NULL, style);
  _cw_runs_append (runs, fact->value.text, fact->value.language, style);
  if (quoted)
    _cw_runs_append (runs, _ ("”"), NULL, style);
}

static char *
make_link (const CwPublicationFact *fact)
{
  g_autofree char *address = cw_publication_fact_get_address (fact);
  g_auto (GStrv) parts = address != NULL ? g_strsplit (address, "'", -1) : NULL;
  g_autofree char *escaped = parts != NULL ? g_strjoinv ("%27", parts) : NULL;

  return escaped != NULL ? g_strdup_printf ("uri='%s'", escaped) : NULL;
}

static void
set_fact (const CwSetter *setter, const CwPublicationFact *fact, gboolean apart, CwBlockSet *set)
{
  const CwPublicationText name = { NULL, (char *) fact->name };
  char *link = make_link (fact);
  CwRuns runs;

  set->above = apart ? 10 : 1.5;
  set->below = 1.5;
  add_words (set, setter, setter->left, NAME_WIDTH - PADDING, &name, &small_dim);
  _cw_runs_init (&runs);
  append_value (&runs, fact, link != NULL);
  add_cell (set, setter, setter->left + NAME_WIDTH, setter->width - NAME_WIDTH, &runs)->link = link;
}

static void
set_note (const CwSetter *setter, const CwPublicationNote *note, CwBlockSet *set)
{
  g_autofree char *number = g_strdup_printf ("%u", note->number);
  CwBlockCell *cell;
  CwRuns runs;

  set->above = 2;
  set->below = 2;
  set->target = g_strdup_printf ("note-%u", note->number);
  _cw_runs_init (&runs);
  _cw_runs_append (&runs, number, NULL, &small_link);
  cell = add_cell (set, setter, setter->left, CODE_WIDTH - PADDING, &runs);
  cell->link = g_strdup_printf ("dest='ref-%u'", note->number);
  pango_layout_set_alignment (cell->layout, PANGO_ALIGN_RIGHT);

  _cw_runs_init (&runs);
  for (guint i = 0; i < note->facts->len; i++)
    {
      const CwPublicationFact *fact = &g_array_index (note->facts, CwPublicationFact, i);

      if (i > 0)
        _cw_runs_append (&runs, "\n", NULL, &small);
      if (fact->name != NULL)
        {
          _cw_runs_append (&runs, fact->name, NULL, &small_name);
          _cw_runs_append (&runs, "  ", NULL, &small);
        }
      append_value (&runs, fact, FALSE);
    }
  add_cell (set, setter, setter->left + CODE_WIDTH, setter->width - CODE_WIDTH, &runs);
}

static void
set_meaning (const CwSetter *setter, CwRelation relation, CwBlockSet *set)
{
  g_autofree char *color = cw_publication_style_get_color (relation);
  const CwRunStyle phrase = { 8.5, color, .bold = TRUE };
  const CwPublicationText name = { NULL, (char *) cw_relation_get_phrase (relation, FALSE) };
  const CwPublicationText meaning = { NULL, (char *) cw_publication_get_meaning (relation) };

  set->above = 1.5;
  set->below = 1.5;
  add_words (set, setter, setter->left, NAME_WIDTH - PADDING, &name, &phrase);
  add_words (set, setter, setter->left + NAME_WIDTH, setter->width - NAME_WIDTH, &meaning, &normal);
}

static void
set_text (const CwSetter *setter,
          const CwPublicationText *text,
          const CwRunStyle *style,
          double above,
          double below,
          CwBlockSet *set)
{
  set->above = above;
  set->below = below;
  add_words (set, setter, setter->left, setter->width, text, style);
}

static void
set_caveat (const CwSetter *setter, const CwPublicationText *text, gboolean first, CwBlockSet *set)
{
  set->above = first ? 6 : 2;
  set->below = 4;
  set->band = CAVEAT;
  set->bar = CAVEAT_BAR;
  add_words (set, setter, setter->left + 12, setter->width - 24, text, &normal);
}

void
_cw_pages_set_block (const CwSetter *setter,
                     const CwBlock *block,
                     gboolean first_on_page,
                     CwBlockSet *set)
{
  const CwPublicationText words = { NULL, (char *) block->data };

  *set = (CwBlockSet){ .n_cells = 0 };
  switch (block->kind)
    {
    case CW_BLOCK_TITLE:
      set_text (setter, block->data, &title, 0, 10, set);
      break;
    case CW_BLOCK_CAVEAT:
      set_caveat (setter, block->data, block->index == 0, set);
      break;
    case CW_BLOCK_FACT:
      set_fact (setter, block->data, block->index > 0, set);
      break;
    case CW_BLOCK_CAPTION:
      set_caption (setter, set);
      break;
    case CW_BLOCK_COLUMNS:
      set_columns (setter, set);
      break;
    case CW_BLOCK_GROUP:
      set_group (setter, block->data, set);
      break;
    case CW_BLOCK_ENTRY:
      set_entry (setter, block->data, first_on_page, set);
      break;
    case CW_BLOCK_HEADING:
      set_text (setter, &words, &heading, first_on_page ? 4 : 20, 6, set);
      break;
    case CW_BLOCK_WORDS:
      set_text (setter, &words, &normal, 8, 8, set);
      break;
    case CW_BLOCK_MEANING:
      set_meaning (setter, block->index, set);
      break;
    case CW_BLOCK_NOTE:
      set_note (setter, block->data, set);
      break;
    case CW_BLOCK_CARD:
      set_text (setter, block->data, &card_heading, first_on_page ? 2 : 10, 3, set);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What stands at the edge of every page: a line of words at each end. */
void
_cw_pages_set_margin (const CwSetter *setter, const char *left, const char *right, CwBlockSet *set)
{
  const char *const words[] = { left, right };
  double width = setter->width / 2 - PADDING;

  *set = (CwBlockSet){ .n_cells = 0 };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double x = setter->left + (i == 0 ? 0 : setter->width / 2 + PADDING);
      CwBlockCell *cell;
      CwRuns runs;

      _cw_runs_init (&runs);
      _cw_runs_append (&runs, words[i], NULL, &margin);
      cell = add_cell (set, setter, x, width, &runs);
      pango_layout_set_single_paragraph_mode (cell->layout, TRUE);
      pango_layout_set_height (cell->layout, -1);
      pango_layout_set_ellipsize (cell->layout, PANGO_ELLIPSIZE_END);
      if (i == 1)
        pango_layout_set_alignment (cell->layout, PANGO_ALIGN_RIGHT);
    }
}

void
_cw_pages_clear_set (CwBlockSet *set)
{
  for (guint i = 0; i < set->n_cells; i++)
    {
      g_object_unref (set->cells[i].layout);
      g_free (set->cells[i].link);
    }
  g_free (set->target);
  set->n_cells = 0;
}
