/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-separator.h"

#include <string.h>

/* More rows tell nothing more. */
#define MAX_ROWS 32

/* In this order where nothing else decides. */
static const char candidates[] = { ',', ';', '\t', '|' };

#define N_CANDIDATES G_N_ELEMENTS (candidates)

typedef struct
{
  guint counts[N_CANDIDATES];
} Row;

static gboolean
is_candidate (char c)
{
  return memchr (candidates, c, N_CANDIDATES) != NULL;
}

/* Passes over a quoted cell; @p is at its quotation mark. */
static const char *
skip_quoted (const char *p, const char *end)
{
  for (p++; p < end; p++)
    {
      if (*p != '"')
        continue;
      if (p + 1 == end || p[1] != '"')
        return p + 1;
      p++;
    }

  return end;
}

/* Counts what stands in a row outside of quoted cells. Returns where the row ends. */
static const char *
count_row (const char *p, const char *end, Row *row)
{
  gboolean at_start = TRUE;

  while (p < end && *p != '\n' && *p != '\r')
    {
      if (at_start && *p == '"')
        {
          p = skip_quoted (p, end);
          at_start = FALSE;
          continue;
        }
      at_start = is_candidate (*p);
      for (guint i = 0; i < N_CANDIDATES; i++)
        row->counts[i] += *p == candidates[i];
      p++;
    }

  return p;
}

static guint
collect_rows (const char *text, gsize length, gboolean whole, Row *rows)
{
  const char *end = text + length;
  guint n_rows = 0;

  for (const char *p = text; p < end && n_rows < MAX_ROWS;)
    {
      Row row = { { 0 } };
      const char *stop = count_row (p, end, &row);

      /* The last one may go on. */
      if (stop > p && (stop < end || whole || n_rows == 0))
        rows[n_rows++] = row;
      for (p = stop; p < end && (*p == '\n' || *p == '\r'); p++)
        ;
    }

  return n_rows;
}

/* In how many rows a separator stands equally often; @often is how often. */
static guint
count_like_rows (const Row *rows, guint n_rows, guint candidate, guint *often)
{
  guint best = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      guint count = rows[i].counts[candidate];
      guint n_like = 0;

      for (guint j = 0; j < n_rows; j++)
        n_like += rows[j].counts[candidate] == count;
      if (count > 0 && (n_like > best || (n_like == best && count > *often)))
        {
          best = n_like;
          *often = count;
        }
    }

  return best;
}

/**
 * cw_delimited_separator_guess:
 * @text: (array length=length): the beginning of a table
 * @length: in bytes
 * @whole: whether @text is the whole table
 *
 * A table has as many separators in each row; a comma in words or numbers is there in some.
 *
 * Returns: the comma, semicolon, tab or bar that stands equally often in the most rows, and among
 *   those the one that stands most often
 */
char
cw_delimited_separator_guess (const char *text, gsize length, gboolean whole)
{
  Row rows[MAX_ROWS];
  guint n_rows = collect_rows (text, length, whole, rows);
  guint best = 0;
  guint best_rows = 0;
  guint best_often = 0;

  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      guint often = 0;
      guint n_like = count_like_rows (rows, n_rows, i, &often);

      if (n_like > best_rows || (n_like == best_rows && often > best_often))
        {
          best = i;
          best_rows = n_like;
          best_often = often;
        }
    }

  return candidates[best];
}
