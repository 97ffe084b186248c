/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/reading.h"

#include "cli/output.h"
#include "cli/row-counter.h"
#include "model/mapping-plan.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/**
 * cw_reading_fill_entries:
 * @self: where the options go; outlives the entries
 * @entries: (array): at least %CW_N_READING_ENTRIES of them, to be filled
 */
void
cw_reading_fill_entries (CwReading *self, GOptionEntry *entries)
{
  const GOptionEntry filled[CW_N_READING_ENTRIES] = {
    { "from", 'f', 0, G_OPTION_ARG_STRING, &self->from,
      N_ ("What the file is: table, sssom, jskos, json or crosswalk; found out by itself"),
      N_ ("FORMAT") },
    { "strict", 's', 0, G_OPTION_ARG_NONE, &self->strict,
      N_ ("Take the word of the file’s specification, and nothing that breaks it"), NULL },
    { "metadata", 0, 0, G_OPTION_ARG_FILENAME, &self->metadata,
      N_ ("With sssom: where the metadata are, if not above the table"), N_ ("FILE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &self->sheet,
      N_ ("Of a workbook: which sheet; else the first"),
      /* Translators: stands for a name in the help of the command line */
      N_ ("NAME") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding,
      N_ ("Of a table: how its text is encoded, such as GB18030; found out by itself"),
      N_ ("NAME") },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &self->separator,
      N_ ("Of a table: what stands between cells: comma, semicolon, tab or pipe"), N_ ("NAME") },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->columns,
      N_ ("Of a table: what a column holds, such as 2=left_code or 3=right_label:zh-Hans; as often "
          "as needed"),
      /* Translators: stands for a column and what it holds in the help of the command line; “=” stays */
      N_ ("NUMBER=ROLE") },
    { "left", 0, 0, G_OPTION_ARG_STRING, &self->left,
      N_ ("The list on the left, where the file does not name it"),
      /* Translators: stands for a list in the help of the command line */
      N_ ("LIST") },
    { "right", 0, 0, G_OPTION_ARG_STRING, &self->right,
      N_ ("The list on the right, where the file does not name it"), N_ ("LIST") },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &self->relation,
      N_ ("Of a table: the relation of rows that name none, such as close"),
      /* Translators: stands for a relation in the help of the command line */
      N_ ("RELATION") },
  };

  memcpy (entries, filled, sizeof filled);
}

static gboolean
find_separator (const char *name, char *separator)
{
  static const struct
  {
    const char *name;
    char separator;
  } known[] = {
    { "comma", ',' }, { ",", ',' },    { "semicolon", ';' }, { ";", ';' },
    { "tab", '\t' },  { "pipe", '|' }, { "|", '|' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].name, name))
        {
          *separator = known[i].separator;
          return TRUE;
        }
    }

  /* Translators: %s is what was typed; the words stay as they are */
  cw_complain (_ ("There is no separator “%s”; there are comma, semicolon, tab and pipe"), name);

  return FALSE;
}

/**
 * cw_reading_check:
 * @self: options
 *
 * Returns: whether they make sense; %FALSE after a complaint
 */
gboolean
cw_reading_check (const CwReading *self)
{
  CwSourceFormat format;
  CwRelation relation;
  char separator;

  if (self->from != NULL && !cw_source_format_from_key (self->from, &format))
    {
      g_autofree char *keys = cw_source_format_list_keys ();

      /* Translators: the first %s is what was typed, the second the keys that are known */
      cw_complain (_ ("There is no format “%s”; there are %s"), self->from, keys);
      return FALSE;
    }
  if (self->relation != NULL && !cw_relation_from_key (self->relation, &relation))
    {
      /* Translators: %s is what was typed */
      cw_complain (_ ("There is no relation “%s”"), self->relation);
      return FALSE;
    }

  return self->separator == NULL || find_separator (self->separator, &separator);
}

/* What was guessed to be the same in another column is not. */
static void
forget_others (CwMappingPlan *plan, const CwMappingColumn *column)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      CwMappingColumn *other = cw_mapping_plan_get_column (plan, i);

      if (other != column && other->role == column->role && other->language == column->language)
        other->role = CW_MAPPING_ROLE_IGNORE;
    }
}

/* "2=left_code" or "3=right_label:zh-Hans" */
static gboolean
set_column (CwMappingPlan *plan, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  g_auto (GStrv) role = parts[0] != NULL && parts[1] != NULL ? g_strsplit (parts[1], ":", 2) : NULL;
  guint64 number = 0;
  CwMappingColumn *column;

  if (role == NULL || role[0] == NULL ||
      !g_ascii_string_to_unsigned (parts[0], 10, 1, plan->columns->len, &number, NULL))
    {
      /* Translators: the first %s is what was typed, %u how many columns the table has */
      cw_complain (_ ("“%s” names no column: give its number, up to %u, and what it holds"), text,
                   plan->columns->len);
      return FALSE;
    }

  column = cw_mapping_plan_get_column (plan, (guint) number - 1);
  if (!cw_mapping_role_from_key (role[0], &column->role))
    {
      g_autofree char *keys = cw_mapping_role_list_keys ();

      /* Translators: the first %s is what was typed, the second the words that are known */
      cw_complain (_ ("A column cannot hold “%s”; there are %s"), role[0], keys);
      return FALSE;
    }
  column->language = role[1] != NULL ? g_intern_string (role[1]) : NULL;
  forget_others (plan, column);

  return TRUE;
}

static gboolean
mend_plan (const CwReading *self, CwMappingSource *source)
{
  CwMappingPlan *plan = cw_mapping_source_get_plan (source);

  if (plan == NULL)
    return TRUE;

  if (self->relation != NULL)
    plan->has_relation = cw_relation_from_key (self->relation, &plan->relation);
  for (guint i = 0; self->columns != NULL && self->columns[i] != NULL; i++)
    {
      if (!set_column (plan, self->columns[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_reading_open:
 * @self: options that make sense
 * @path: a file, or "-" for standard input
 *
 * Returns: (transfer full) (nullable): the file; %NULL after a complaint
 */
CwMappingSource *
cw_reading_open (const CwReading *self, const char *path)
{
  g_autoptr (GFile) metadata = self->metadata != NULL ? g_file_new_for_path (self->metadata) : NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (CwMappingSource) source = NULL;
  g_autoptr (GError) error = NULL;
  CwSourceChoices choices = {
    .has_format = self->from != NULL,
    .manner = self->strict ? CW_READ_STRICT : CW_READ_LENIENT,
    .metadata = metadata,
    .table = { .encoding = self->encoding, .sheet = self->sheet },
  };

  if (self->from != NULL)
    cw_source_format_from_key (self->from, &choices.format);
  if (self->separator != NULL)
    find_separator (self->separator, &choices.table.separator);

  if (g_str_equal (path, "-"))
    {
      input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      /* Translators: a name for what is read from a pipe */
      source = cw_mapping_source_open_stream (input, _ ("standard input"), &choices, NULL, &error);
    }
  else
    source = cw_mapping_source_open (file, &choices, NULL, &error);
  if (source == NULL)
    {
      cw_complain ("%s", error->message);
      return NULL;
    }

  return mend_plan (self, source) ? g_steal_pointer (&source) : NULL;
}

/* Counts what goes by, for whoever waits before a terminal. */
typedef struct
{
  const CwRecordSink *sink;
  CwRowCounter *progress;
} Counted;

static gboolean
count_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  const Counted *counted = user_data;

  cw_row_counter_step (counted->progress);

  return counted->sink->take_record (record, counted->sink->user_data, error);
}

static void
pass_problem (CwProblem *problem, gpointer user_data)
{
  const Counted *counted = user_data;

  counted->sink->take_problem (problem, counted->sink->user_data);
}

/**
 * cw_reading_run:
 * @source: a file
 * @sink: (scope call): takes what is found
 * @error: return location
 *
 * Reads a file, and tells a terminal how far it is.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_reading_run (CwMappingSource *source, const CwRecordSink *sink, GError **error)
{
  g_autoptr (CwRowCounter) progress = cw_row_counter_new ();
  Counted counted = { sink, progress };
  const CwRecordSink counting = { count_record, pass_problem, &counted };

  return cw_mapping_source_read (source, &counting, NULL, error);
}

/**
 * cw_reading_clear:
 * @self: options
 */
void
cw_reading_clear (CwReading *self)
{
  g_free (self->from);
  g_free (self->metadata);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->separator);
  g_free (self->left);
  g_free (self->right);
  g_free (self->relation);
  g_strfreev (self->columns);
}
