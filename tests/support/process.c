/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* setresuid() */

#include "process.h"

#include <locale.h>
#include <stdarg.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define MAX_ARGUMENTS 16

static const char *program;
static GHashTable *parts;

void
test_part_add (const char *name, TestPart part)
{
  if (parts == NULL)
    parts = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (parts, (gpointer) name, (gpointer) part);
}

/* Instead of g_test_init(), once all parts are added: where the program was started to play one,
 * it does not return. */
void
test_process_init (int *argc, char ***argv)
{
  program = (*argv)[0];
  if (*argc > 2 && g_str_equal ((*argv)[1], "--part"))
    {
      TestPart part = (TestPart) g_hash_table_lookup (parts, (*argv)[2]);

      g_assert_nonnull (part);
      setlocale (LC_ALL, "");
      /* Past the leak check, which cannot look at a process that changed its user. */
      _exit (part (*argv + 3));
    }

  g_test_init (argc, argv, NULL);
}

static GPid
start (int *output, const char *part, va_list rest)
{
  const char *arguments[MAX_ARGUMENTS] = { program, "--part", part };
  g_autoptr (GError) error = NULL;
  guint n = 3;
  GPid pid;

  do
    {
      g_assert_cmpuint (n, <, MAX_ARGUMENTS);
      arguments[n] = va_arg (rest, const char *);
    }
  while (arguments[n++] != NULL);

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);

  return pid;
}

/* The process's standard output can be read from @output. */
GPid
test_process_start (int *output, const char *part, ...)
{
  va_list rest;
  GPid pid;

  va_start (rest, part);
  pid = start (output, part, rest);
  va_end (rest);

  return pid;
}

/* Runs a part to its end and returns its exit status, which is 0 where all went well. */
int
test_process_run (const char *part, ...)
{
  char buffer[256];
  int output, status;
  va_list rest;
  GPid pid;

  va_start (rest, part);
  pid = start (&output, part, rest);
  va_end (rest);

  while (read (output, buffer, sizeof buffer) > 0)
    continue;
  close (output);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

/* The root user may do everything, which permissions cannot be tested with. */
void
test_process_become_nobody (void)
{
  if (geteuid () != 0)
    return;

  g_assert_no_errno (setresgid (NOBODY, NOBODY, NOBODY));
  g_assert_no_errno (setresuid (NOBODY, NOBODY, NOBODY));
  prctl (PR_SET_DUMPABLE, 1);
}
