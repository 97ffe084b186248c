/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The metadata at the head of a table, as spreadsheets leave them. */

typedef struct
{
  CwReadLog *log;
  char separator;
  guint line;
  guint indent; /* spaces after “#” in the first line */
  gboolean begun;
} Lines;

static CwReadPlace
get_place (const Lines *self)
{
  return (CwReadPlace){ NULL, self->line, 1, NULL };
}

/* A line of CSV between quotation marks: the cell, and what stands after it. */
static char *
unquote (Lines *self, const char *line)
{
  GString *cell = g_string_new (NULL);
  const CwReadPlace place = get_place (self);
  const char *p = line + 1;

  for (; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
    {
      g_string_append_c (cell, *p);
      p += *p == '"';
    }
  if (*p == '"')
    g_string_append (cell, p + 1);
  cw_read_log_habit (self->log, &place, "quoted-metadata",
                     _ ("a line of the metadata stands between quotation marks"));

  return g_string_free (cell, FALSE);
}

static void
drop_separators (Lines *self, char *line)
{
  gsize length = strlen (line);
  const CwReadPlace place = get_place (self);

  while (length > 0 && (line[length - 1] == '\t' || line[length - 1] == self->separator))
    length--;
  if (line[length] == '\0')
    return;

  line[length] = '\0';
  cw_read_log_habit (
    self->log, &place, "trailing-tabs",
    _ ("there are empty cells after the end of a line, as spreadsheets leave them"));
}

/* After “#”: without as many spaces as the first line has. */
static const char *
drop_indent (Lines *self, const char *text)
{
  guint n_spaces = (guint) strspn (text, " ");
  const CwReadPlace place = get_place (self);

  if (text[n_spaces] == '\0')
    return text + n_spaces;
  if (!self->begun)
    self->indent = n_spaces;
  self->begun = TRUE;
  if (n_spaces < self->indent)
    cw_read_log_habit (self->log, &place, "metadata-indent",
                       _ ("a line of the metadata has fewer spaces after “#” than the first"));

  return text + MIN (n_spaces, self->indent);
}

/* At the margin stands a key or an item of a list. Words that are neither are a remark, also after
 * one space: what goes on from the line above is indented further. */
static gboolean
is_remark (Lines *self, const char *text)
{
  guint n_spaces = (guint) strspn (text, " ");
  const CwReadPlace place = get_place (self);

  if (cw_read_log_is_strict (self->log) || strchr (text, ':') != NULL ||
      !g_unichar_isalnum (g_utf8_get_char (text + n_spaces)) ||
      (self->begun && n_spaces > self->indent + 1))
    return FALSE;

  cw_read_log_habit (self->log, &place, "metadata-remark",
                     _ ("a line that begins with “#” is a remark, and is left out"));
  return TRUE;
}

static void
append_line (Lines *self, char *line, GString *yaml)
{
  g_autofree char *cell = *line == '"' ? unquote (self, line) : NULL;
  char *text = cell != NULL ? cell : line;

  drop_separators (self, text);
  if (*text == '#' && !is_remark (self, text + 1))
    g_string_append (yaml, drop_indent (self, text + 1));
}

/**
 * cw_sssom_lines_to_yaml:
 * @lines: lines that begin with “#”, and empty ones
 * @separator: what stands between the cells of the table
 * @log: where problems go
 * @indent: (out): how many characters were taken from the begin of each line
 *
 * Takes away the “#” and as many spaces as follow it in the first line (SSSOM/TSV, “Embedded
 * metadata”), besides what spreadsheets add.
 *
 * Returns: (transfer full): YAML, with the same lines
 */
GString *
cw_sssom_lines_to_yaml (const GString *lines, char separator, CwReadLog *log, guint *indent)
{
  GString *yaml = g_string_new (NULL);
  Lines self = { .log = log, .separator = separator };
  g_auto (GStrv) split = g_strsplit (lines->str, "\n", -1);

  for (guint i = 0; split[i] != NULL && split[i + 1] != NULL; i++)
    {
      self.line = i + 1;
      append_line (&self, split[i], yaml);
      g_string_append_c (yaml, '\n');
    }
  *indent = self.indent + 1;

  return yaml;
}
