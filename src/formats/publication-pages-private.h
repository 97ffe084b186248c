/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/publication-pages.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Left code and label, relation, right code and label, confidence, status. */
#define CW_PAGES_MAX_CELLS 7

typedef enum
{
  CW_BLOCK_TITLE,
  CW_BLOCK_CAVEAT,
  CW_BLOCK_FACT,
  CW_BLOCK_CAPTION,
  CW_BLOCK_COLUMNS,
  CW_BLOCK_GROUP,
  CW_BLOCK_ENTRY,
  CW_BLOCK_HEADING,
  CW_BLOCK_WORDS,
  CW_BLOCK_MEANING,
  CW_BLOCK_NOTE,
  CW_BLOCK_CARD,
} CwBlockKind;

/**
 * CwBlock:
 * @kind: what it is
 * @data: (nullable): the part of the publication, as @kind needs it; or words
 * @index: which of several; of a fact, whether it stands apart from what is above it
 *
 * What is laid out as one: it moves to the next page as a whole, if a page can hold it.
 */
typedef struct
{
  CwBlockKind kind;
  gconstpointer data;
  guint index;
} CwBlock;

typedef struct
{
  double x;
  double width;
  PangoLayout *layout;
  char *link; /* (nullable): attributes of a link, as cairo_tag_begin() takes them */
} CwBlockCell;

/**
 * CwBlockSet:
 * @cells: side by side
 * @n_cells: how many
 * @above: room above the cells
 * @below: room below them
 * @band: (nullable): the colour behind it
 * @bar: (nullable): the colour of a bar at its beginning
 * @rule: (nullable): the colour of a line along its top
 * @target: (nullable): the name by which links lead to it
 *
 * A block set in type.
 */
typedef struct
{
  CwBlockCell cells[CW_PAGES_MAX_CELLS];
  guint n_cells;
  double above;
  double below;
  const char *band;
  const char *bar;
  const char *rule;
  char *target;
} CwBlockSet;

/**
 * CwSetter:
 * @publication: what is set
 * @context: with which type is set
 * @left: where the text begins
 * @width: how wide it is
 *
 * What setting a block in type needs.
 */
typedef struct
{
  const CwPublication *publication;
  PangoContext *context;
  double left;
  double width;
} CwSetter;

GArray *_cw_pages_list_blocks (const CwPublication *publication);
void _cw_pages_set_block (const CwSetter *setter,
                          const CwBlock *block,
                          gboolean first_on_page,
                          CwBlockSet *set);
void
_cw_pages_set_margin (const CwSetter *setter, const char *left, const char *right, CwBlockSet *set);
void _cw_pages_clear_set (CwBlockSet *set);

/* The texts of a block, run by run. */
typedef struct
{
  GString *text;
  PangoAttrList *attributes;
} CwRuns;

/**
 * CwRunStyle:
 * @size: in points
 * @color: as in CSS
 * @bold: whether it is bold
 * @italic: whether it is slanted
 * @raised: whether it is a number of a footnote
 */
typedef struct
{
  double size;
  const char *color;
  gboolean bold;
  gboolean italic;
  gboolean raised;
} CwRunStyle;

void _cw_runs_init (CwRuns *self);
void
_cw_runs_append (CwRuns *self, const char *text, const char *language, const CwRunStyle *style);
PangoLayout *_cw_runs_end (CwRuns *self, const CwSetter *setter, double width);

G_END_DECLS
