/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/problem.h"

#include <glib/gi18n-lib.h>

static const char *const severities[CW_N_SEVERITIES] = {
  [CW_SEVERITY_ERROR] = "error",
  [CW_SEVERITY_WARNING] = "warning",
  [CW_SEVERITY_ASSUMED] = "assumed",
};

/**
 * cw_severity_to_key:
 * @severity: how bad a problem is
 *
 * Returns: (transfer none): its key, such as "error"; never translated
 */
const char *
cw_severity_to_key (CwSeverity severity)
{
  g_return_val_if_fail (severity < CW_N_SEVERITIES, NULL);

  return severities[severity];
}

/**
 * cw_severity_get_name:
 * @severity: how bad a problem is
 *
 * Returns: (transfer none): it as a word in the user's language
 */
const char *
cw_severity_get_name (CwSeverity severity)
{
  /* Translators: how bad a problem of a file is; the last is for what was surely meant */
  static const char *const names[CW_N_SEVERITIES] = {
    [CW_SEVERITY_ERROR] = NC_ ("severity", "Error"),
    [CW_SEVERITY_WARNING] = NC_ ("severity", "Warning"),
    [CW_SEVERITY_ASSUMED] = NC_ ("severity", "Assumed"),
  };

  g_return_val_if_fail (severity < CW_N_SEVERITIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "severity", names[severity]);
}

static CwProblem *
problem_new (CwSeverity severity, const char *file, const char *rule, char *text)
{
  CwProblem *self = g_new0 (CwProblem, 1);

  self->severity = severity;
  self->file = g_strdup (file);
  self->rule = g_strdup (rule);
  self->text = text;

  return self;
}

/**
 * cw_problem_new:
 * @severity: how bad it is
 * @file: name of the file
 * @line: from 1, or 0
 * @column: from 1, in characters, or 0
 * @rule: stable name of what was broken
 * @format: what is wrong, in the user's language
 * @...: arguments
 *
 * Returns: (transfer full): a problem
 */
CwProblem *
cw_problem_new (CwSeverity severity,
                const char *file,
                guint line,
                guint column,
                const char *rule,
                const char *format,
                ...)
{
  CwProblem *self;
  va_list args;

  va_start (args, format);
  self = problem_new (severity, file, rule, g_strdup_vprintf (format, args));
  va_end (args);
  self->line = line;
  self->column = column;

  return self;
}

/**
 * cw_problem_new_at_pointer:
 * @severity: how bad it is
 * @file: name of the file
 * @pointer: JSON pointer (RFC 6901)
 * @rule: stable name of what was broken
 * @format: what is wrong, in the user's language
 * @...: arguments
 *
 * Returns: (transfer full): a problem in a file that is a tree
 */
CwProblem *
cw_problem_new_at_pointer (CwSeverity severity,
                           const char *file,
                           const char *pointer,
                           const char *rule,
                           const char *format,
                           ...)
{
  CwProblem *self;
  va_list args;

  va_start (args, format);
  self = problem_new (severity, file, rule, g_strdup_vprintf (format, args));
  va_end (args);
  self->pointer = g_strdup (pointer);

  return self;
}

/**
 * cw_problem_free:
 * @self: (nullable): a problem
 */
void
cw_problem_free (CwProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->pointer);
  g_free (self->rule);
  g_free (self->text);
  g_free (self);
}

static void
append_place (const CwProblem *self, GString *text)
{
  if (self->line > 0)
    g_string_append_printf (text, ":%u", self->line);
  if (self->line > 0 && self->column > 0)
    g_string_append_printf (text, ":%u", self->column);
  if (self->pointer != NULL)
    g_string_append_printf (text, ": %s", self->pointer);
}

/**
 * cw_problem_format:
 * @self: a problem
 *
 * Returns: (transfer full): one line, as "FILE:LINE:COLUMN: SEVERITY: RULE: TEXT"; what is not known
 *   of the place is left out, and in a tree the pointer stands after the file
 */
char *
cw_problem_format (const CwProblem *self)
{
  g_autoptr (GString) text = g_string_new (self->file);

  append_place (self, text);
  g_string_append_printf (text, ": %s: %s: %s", cw_severity_to_key (self->severity), self->rule,
                          self->text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cw_problem_format_place:
 * @self: a problem
 *
 * Returns: (transfer full): where in its file it is, in the user's language; empty for the whole file
 */
char *
cw_problem_format_place (const CwProblem *self)
{
  if (self->pointer != NULL)
    return g_strdup (self->pointer);
  if (self->line == 0)
    return g_strdup ("");
  if (self->column == 0)
    /* Translators: a place in a file */
    return g_strdup_printf (_ ("Line %u"), self->line);

  /* Translators: a place in a file */
  return g_strdup_printf (_ ("Line %1$u, column %2$u"), self->line, self->column);
}
