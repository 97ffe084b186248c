/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/mapping-plan-guess.h"

#include "formats/delimited-row.h"
#include "formats/mapping-headings.h"
#include "formats/record-values.h"
#include "formats/relation-words.h"

#include <string.h>

/* A title, a date, a note and the like may stand above a table. */
#define MAX_ABOVE 20

/* Columns farther right are not looked at: nobody has a table of mappings that is so wide. */
#define MAX_COLUMNS 128

/* A code is short, and has no blanks. */
#define MAX_CODE 16

typedef struct
{
  GPtrArray *rows; /* CwDelimitedRow */
  CwMappingPlan *plan;
  CwRelationWords *words;
  CwHeading *headings; /* one for each column */
  guint first;         /* row below the header */
} Guess;

static const CwDelimitedRow *
get_row (const Guess *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static gboolean
is_free (const Guess *self, guint column)
{
  return cw_mapping_plan_get_column (self->plan, column)->role == CW_MAPPING_ROLE_IGNORE;
}

static void
set_role (Guess *self, guint column, CwMappingRole role)
{
  CwMappingColumn *found = cw_mapping_plan_get_column (self->plan, column);

  /* Of what is no label, the first column counts. */
  if (!cw_mapping_role_is_label (role) && cw_mapping_plan_find (self->plan, role) >= 0)
    return;

  found->role = role;
  if (cw_mapping_role_is_label (role))
    found->language = self->headings[column].language;
}

/* A country heads a column where it does not stand in it again. */
static gboolean
is_place (const Guess *self, const CwHeading *heading, guint row, guint column)
{
  const char *cell = cw_delimited_row_get (get_row (self, row), column);

  if (!heading->is_place)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (i != row && g_str_equal (cw_delimited_row_get (get_row (self, i), column), cell))
        return FALSE;
    }

  return TRUE;
}

static guint
count_known (const Guess *self, guint index)
{
  const CwDelimitedRow *row = get_row (self, index);
  guint n = 0;

  for (guint i = 0; i < row->n_fields && i < MAX_COLUMNS; i++)
    {
      CwHeading heading;

      if (*row->fields[i] == '\0')
        continue;
      cw_heading_init (&heading, row->fields[i]);
      n += cw_heading_is_known (&heading) || is_place (self, &heading, index, i);
      cw_heading_clear (&heading);
    }

  return n;
}

static gboolean
find_header (Guess *self)
{
  for (guint i = 0; i < self->rows->len && i < MAX_ABOVE; i++)
    {
      if (count_known (self, i) >= 2)
        {
          self->plan->n_above = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
read_headings (Guess *self, const CwDelimitedRow *header)
{
  for (guint i = 0; i < self->plan->columns->len; i++)
    cw_heading_init (&self->headings[i], header != NULL ? cw_delimited_row_get (header, i) : "");
}

/* Whether all cells of a column that are not empty, and at least one, are of a kind. */
static gboolean
holds_only (const Guess *self, guint column, gboolean (*is_kind) (const Guess *, const char *))
{
  guint n = 0;

  for (guint i = self->first; i < self->rows->len; i++)
    {
      const char *cell = cw_delimited_row_get (get_row (self, i), column);

      if (*cell == '\0')
        continue;
      if (!is_kind (self, cell))
        return FALSE;
      n++;
    }

  return n > 0;
}

static gboolean
is_relation (const Guess *self, const char *cell)
{
  CwRelation relation;
  gboolean negated;

  return cw_relation_words_read (self->words, cell, &relation, &negated) !=
         CW_RELATION_READING_UNKNOWN;
}

static gboolean
is_confidence (const Guess *self, const char *cell)
{
  double confidence;
  gboolean is_plain;

  return cw_record_parse_confidence (cell, &confidence, &is_plain);
}

/* "1.2", "AI-3", "P1", "四": letters alone are a code only where there are few of them. */
static gboolean
is_code (const Guess *self, const char *cell)
{
  gboolean has_digit = FALSE;
  glong length = g_utf8_strlen (cell, -1);

  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
      has_digit = has_digit || g_unichar_isdigit (g_utf8_get_char (p));
    }

  return length <= MAX_CODE && (has_digit || length <= 3);
}

static gboolean
is_iri (const Guess *self, const char *cell)
{
  return strstr (cell, "://") != NULL && strpbrk (cell, " \t") == NULL;
}

/* Lists are called by the country that made them. */
static gboolean
is_country (const Guess *self, const char *cell)
{
  return cw_heading_is_place (cell);
}

static CwHeadingKind
guess_kind (const Guess *self, guint column)
{
  if (self->headings[column].kind != CW_HEADING_UNKNOWN)
    return self->headings[column].kind;
  if (holds_only (self, column, is_iri))
    return CW_HEADING_IRI;

  if (holds_only (self, column, is_country))
    return CW_HEADING_LIST;

  return holds_only (self, column, is_code) ? CW_HEADING_CODE : CW_HEADING_LABEL;
}

static void
use_headings (Guess *self)
{
  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      const CwHeading *heading = &self->headings[i];

      if (heading->role != CW_MAPPING_ROLE_IGNORE)
        set_role (self, i, heading->role);
      else if (heading->kind == CW_HEADING_UNKNOWN && heading->side != CW_HEADING_NO_SIDE &&
               *heading->rest == '\0')
        set_role (self, i,
                  cw_heading_get_item_role (guess_kind (self, i),
                                            heading->side == CW_HEADING_RIGHT));
    }
}

/* Columns that are headed by the names of two sides: “China code, China, US code, US”. The first name
 * is the left side. */
static void
use_names (Guess *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      const CwHeading *heading = &self->headings[i];

      if (is_free (self, i) && heading->kind != CW_HEADING_UNKNOWN && *heading->rest != '\0' &&
          heading->side == CW_HEADING_NO_SIDE &&
          !g_ptr_array_find_with_equal_func (names, heading->rest, g_str_equal, NULL))
        g_ptr_array_add (names, heading->rest);
    }
  if (names->len != 2)
    return;

  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      const CwHeading *heading = &self->headings[i];
      guint side;

      if (is_free (self, i) && heading->side == CW_HEADING_NO_SIDE &&
          g_ptr_array_find_with_equal_func (names, heading->rest, g_str_equal, &side))
        set_role (self, i, cw_heading_get_item_role (guess_kind (self, i), side == 1));
    }
}

/* Columns that stand there twice: “Code, Name, Relation, Code, Name”. */
static void
use_pairs (Guess *self)
{
  for (CwHeadingKind kind = CW_HEADING_LIST; kind <= CW_HEADING_IRI; kind++)
    {
      guint n_free = 0;
      guint places[2];

      for (guint i = 0; i < self->plan->columns->len; i++)
        {
          const CwHeading *heading = &self->headings[i];

          if (is_free (self, i) && heading->kind == kind && heading->side == CW_HEADING_NO_SIDE &&
              *heading->rest == '\0')
            {
              if (n_free < G_N_ELEMENTS (places))
                places[n_free] = i;
              n_free++;
            }
        }
      if (n_free != 2)
        continue;
      set_role (self, places[0], cw_heading_get_item_role (kind, FALSE));
      set_role (self, places[1], cw_heading_get_item_role (kind, TRUE));
    }
}

static void
find_by_content (Guess *self, CwMappingRole role, gboolean (*is_kind) (const Guess *, const char *))
{
  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      if (cw_mapping_plan_find (self->plan, role) >= 0)
        return;
      if (is_free (self, i) && holds_only (self, i, is_kind))
        set_role (self, i, role);
    }
}

/* Which side a column is on that no heading tells: left of the relation, or right of it; and where
 * there is no relation, the first one of each kind is left. */
static gboolean
stands_right (const Guess *self, guint column, CwHeadingKind kind)
{
  int relation = cw_mapping_plan_find (self->plan, CW_MAPPING_ROLE_RELATION);

  if (relation > 0 && relation + 1 < (int) self->plan->columns->len)
    return (int) column > relation;

  return cw_mapping_plan_find (self->plan, cw_heading_get_item_role (kind, FALSE)) >= 0;
}

static void
find_items (Guess *self)
{
  gboolean wants_left = !cw_mapping_plan_has_side (self->plan, FALSE);
  gboolean wants_right = !cw_mapping_plan_has_side (self->plan, TRUE);

  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      CwHeadingKind kind;
      gboolean right;

      if (!is_free (self, i))
        continue;
      kind = guess_kind (self, i);
      right = wants_left && wants_right ? stands_right (self, i, kind) : wants_right;
      if ((right ? wants_right : wants_left) &&
          cw_mapping_plan_find (self->plan, cw_heading_get_item_role (kind, right)) < 0)
        set_role (self, i, cw_heading_get_item_role (kind, right));
    }
}

/* A header in words nobody knows, above a column whose other cells are all of one kind. */
static gboolean
first_row_differs (Guess *self)
{
  gboolean (*const tests[]) (const Guess *, const char *) = { is_relation, is_confidence, is_code,
                                                              is_iri };
  const CwDelimitedRow *row = get_row (self, 0);

  self->first = 1;
  for (guint i = 0; i < row->n_fields && i < MAX_COLUMNS; i++)
    {
      for (guint j = 0; *row->fields[i] != '\0' && j < G_N_ELEMENTS (tests); j++)
        {
          if (holds_only (self, i, tests[j]) && !tests[j](self, row->fields[i]))
            return TRUE;
        }
    }

  return FALSE;
}

static guint
count_columns (GPtrArray *rows)
{
  guint n_columns = 0;

  for (guint i = 0; i < rows->len; i++)
    n_columns = MAX (n_columns, ((const CwDelimitedRow *) g_ptr_array_index (rows, i))->n_fields);

  return MIN (n_columns, MAX_COLUMNS);
}

/**
 * cw_mapping_plan_guess:
 * @rows: (element-type CwDelimitedRow): the first rows of a table, %CW_MAPPING_PLAN_SAMPLE or all
 *
 * Guesses from headings and cells what each column of a table of mappings holds. The header is the
 * first row, among the first 20, that has two headings which are known.
 *
 * Returns: (transfer full): the plan
 */
CwMappingPlan *
cw_mapping_plan_guess (GPtrArray *rows)
{
  guint n_columns = count_columns (rows);
  CwMappingPlan *plan = cw_mapping_plan_new (n_columns);
  g_autoptr (CwRelationWords) words = cw_relation_words_new ();
  g_autofree CwHeading *headings = g_new0 (CwHeading, MAX (n_columns, 1));
  Guess guess = { rows, plan, words, headings, 0 };

  plan->has_header = rows->len > 0 && (find_header (&guess) || first_row_differs (&guess));
  guess.first = plan->n_above + (plan->has_header ? 1 : 0);
  read_headings (&guess, plan->has_header ? get_row (&guess, plan->n_above) : NULL);

  use_headings (&guess);
  use_names (&guess);
  use_pairs (&guess);
  find_by_content (&guess, CW_MAPPING_ROLE_RELATION, is_relation);
  if (!plan->has_header)
    find_by_content (&guess, CW_MAPPING_ROLE_CONFIDENCE, is_confidence);
  find_items (&guess);

  for (guint i = 0; i < n_columns; i++)
    cw_heading_clear (&headings[i]);

  return plan;
}
