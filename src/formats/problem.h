/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

/**
 * CwSeverity:
 * @CW_SEVERITY_ERROR: what stands there is against the format's specification, or makes no sense;
 *   the row, or the file, cannot be taken
 * @CW_SEVERITY_WARNING: against the specification's advice, or lossy; it is taken as it stands
 * @CW_SEVERITY_ASSUMED: against the specification, and taken as what was surely meant; only in a
 *   lenient reading
 *
 * How bad a problem is.
 */
typedef enum
{
  CW_SEVERITY_ERROR,
  CW_SEVERITY_WARNING,
  CW_SEVERITY_ASSUMED,
} CwSeverity;

#define CW_N_SEVERITIES 3

/**
 * CwProblem:
 * @severity: how bad it is
 * @file: name of the file
 * @line: from 1; 0 where it has no place in a line
 * @column: from 1, in characters; 0 for the whole line
 * @pointer: (nullable): RFC 6901, in a file that is a tree
 * @rule: stable name of what was broken, such as "missing-licence"; for programs and the manual
 * @text: what is wrong, in the user's language
 *
 * Something about a file that a person should know.
 */
typedef struct
{
  CwSeverity severity;
  char *file;
  guint line;
  guint column;
  char *pointer;
  char *rule;
  char *text;
} CwProblem;

CwProblem *cw_problem_new (CwSeverity severity,
                           const char *file,
                           guint line,
                           guint column,
                           const char *rule,
                           const char *format,
                           ...) G_GNUC_PRINTF (6, 7);
CwProblem *cw_problem_new_at_pointer (CwSeverity severity,
                                      const char *file,
                                      const char *pointer,
                                      const char *rule,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (5, 6);
void cw_problem_free (CwProblem *self);
char *cw_problem_format (const CwProblem *self);
char *cw_problem_format_place (const CwProblem *self);
const char *cw_severity_to_key (CwSeverity severity);
const char *cw_severity_get_name (CwSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwProblem, cw_problem_free)

G_END_DECLS
