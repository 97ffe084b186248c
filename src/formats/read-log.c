/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/read-log.h"

#include <glib/gi18n-lib.h>

/* Beyond these, what is the same but for its value is told together. */
#define MAX_KINDS 500

/* Something that may be there many times: the first of them, and how many. */
typedef struct
{
  CwProblem *first;
  guint n_times;
} Kind;

struct _CwReadLog
{
  char *name;
  CwReadManner manner;
  CwRecordSink sink;
  guint n_errors;
  GHashTable *by_key; /* rule and value → Kind, unowned */
  GPtrArray *kinds;   /* Kind, in the order in which they came */
};

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  cw_problem_free (kind->first);
  g_free (kind);
}

/**
 * cw_read_log_new:
 * @name: the file's name
 * @manner: how it is read
 * @sink: where problems go
 *
 * Returns: (transfer full): a log; end it with cw_read_log_finish()
 */
CwReadLog *
cw_read_log_new (const char *name, CwReadManner manner, const CwRecordSink *sink)
{
  CwReadLog *self = g_new0 (CwReadLog, 1);

  self->name = g_strdup (name);
  self->manner = manner;
  self->sink = *sink;
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kinds = g_ptr_array_new_with_free_func (kind_free);

  return self;
}

/**
 * cw_read_log_free:
 * @self: (nullable): a log
 */
void
cw_read_log_free (CwReadLog *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->kinds);
  g_free (self->name);
  g_free (self);
}

/**
 * cw_read_log_is_strict:
 * @self: a log
 *
 * Returns: whether the file is read by the word of its specification
 */
gboolean
cw_read_log_is_strict (const CwReadLog *self)
{
  return self->manner == CW_READ_STRICT;
}

/**
 * cw_read_log_get_n_errors:
 * @self: a log
 *
 * Returns: how many errors there were, but for habits of the file. Where it grows while a row is
 *   read, the row cannot be taken.
 */
guint
cw_read_log_get_n_errors (const CwReadLog *self)
{
  return self->n_errors;
}

static CwProblem *
problem_new (const CwReadLog *self,
             CwSeverity severity,
             const CwReadPlace *place,
             const char *rule,
             const char *text)
{
  CwProblem *problem = cw_problem_new (severity, place->file != NULL ? place->file : self->name,
                                       place->line, place->column, rule, "%s", text);

  problem->pointer = g_strdup (place->pointer);

  return problem;
}

static void
send (CwReadLog *self, CwProblem *problem)
{
  self->sink.take_problem (problem, self->sink.user_data);
}

static void
count (CwReadLog *self,
       CwSeverity severity,
       const CwReadPlace *place,
       const char *rule,
       const char *what,
       const char *text)
{
  gboolean is_full = self->kinds->len >= MAX_KINDS;
  g_autofree char *key =
    g_strdup_printf ("%u %s %s", severity, rule, what != NULL && !is_full ? what : "");
  Kind *kind = g_hash_table_lookup (self->by_key, key);

  if (kind == NULL)
    {
      kind = g_new0 (Kind, 1);
      kind->first = problem_new (self, severity, place, rule, text);
      g_ptr_array_add (self->kinds, kind);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), kind);
    }
  kind->n_times++;
}

static void
send_error (CwReadLog *self, const CwReadPlace *place, const char *rule, const char *text)
{
  self->n_errors++;
  send (self, problem_new (self, CW_SEVERITY_ERROR, place, rule, text));
}

/**
 * cw_read_log_error:
 * @self: a log
 * @place: where
 * @rule: stable name of what was broken
 * @format: what is wrong, in the user's language
 * @...: arguments
 *
 * Tells of an error; each goes to the sink by itself.
 */
void
cw_read_log_error (CwReadLog *self,
                   const CwReadPlace *place,
                   const char *rule,
                   const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  send_error (self, place, rule, text);
}

/**
 * cw_read_log_warn:
 * @self: a log
 * @place: where
 * @rule: stable name of what was broken
 * @what: (nullable): what tells warnings of one rule apart, such as the name of a column; all that
 *   share it are one problem
 * @format: what is wrong, in the user's language
 * @...: arguments
 *
 * Tells that something is lost, or against advice.
 */
void
cw_read_log_warn (CwReadLog *self,
                  const CwReadPlace *place,
                  const char *rule,
                  const char *what,
                  const char *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  count (self, CW_SEVERITY_WARNING, place, rule, what, text);
}

/**
 * cw_read_log_lapse:
 * @self: a log
 * @place: where
 * @rule: stable name of what was broken
 * @what: (nullable): what tells lapses of one rule apart; all that share it are one problem
 * @format: what is wrong, in the user's language
 * @...: arguments
 *
 * Tells of something that the specification forbids and that can be mended: an error in a strict
 * reading, an assumption in a lenient one.
 *
 * Returns: whether to mend it
 */
gboolean
cw_read_log_lapse (CwReadLog *self,
                   const CwReadPlace *place,
                   const char *rule,
                   const char *what,
                   const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  if (!cw_read_log_is_strict (self))
    {
      count (self, CW_SEVERITY_ASSUMED, place, rule, what, text);
      return TRUE;
    }

  send_error (self, place, rule, text);
  return FALSE;
}

/**
 * cw_read_log_habit:
 * @self: a log
 * @place: where
 * @rule: stable name of what was broken
 * @format: what is wrong, in the user's language
 * @...: arguments
 *
 * Tells of a lapse that says nothing against what the rows say, such as another line end: one
 * problem in either manner, however many there are.
 */
void
cw_read_log_habit (CwReadLog *self,
                   const CwReadPlace *place,
                   const char *rule,
                   const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  count (self, cw_read_log_is_strict (self) ? CW_SEVERITY_ERROR : CW_SEVERITY_ASSUMED, place, rule,
         NULL, text);
}

/**
 * cw_read_log_finish:
 * @self: a log
 *
 * Sends what was gathered, each at its first place. Call it at the end, also after a failure.
 */
void
cw_read_log_finish (CwReadLog *self)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      Kind *kind = g_ptr_array_index (self->kinds, i);
      g_autofree char *text = g_steal_pointer (&kind->first->text);

      kind->first->text =
        kind->n_times == 1
          ? g_strdup (text)
          /* Translators: %s is what is wrong, a sentence without a full stop; %u is
                               how often it is so in the file, at least 2 */
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u time in all)",
                                          "%s (%u times in all)", kind->n_times),
                             text, kind->n_times);
      send (self, g_steal_pointer (&kind->first));
    }
  g_hash_table_remove_all (self->by_key);
  g_ptr_array_set_size (self->kinds, 0);
}
