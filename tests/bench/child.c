/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "child.h"

#include "figures.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define OUTPUT_SIZE 4096

static double
to_milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1000 + (double) time.tv_usec / 1000;
}

/* A file without a name that holds @text, at its beginning. */
static int
open_unnamed (const char *text)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("crosswalk-bench-XXXXXX", &name, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_unlink (name);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);

  return fd;
}

static pid_t
start (const char *const *argv, int input, int output)
{
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid > 0)
    return pid;

  dup2 (input, STDIN_FILENO);
  dup2 (output, STDOUT_FILENO);
  execv (argv[0], (char **) argv);
  _exit (127);
}

/**
 * bench_child_run:
 * @argv: (array zero-terminated=1): a program's path and its arguments
 * @input: (nullable): what it reads from standard input
 * @child: where it is told what it took; to be cleared
 *
 * Runs a program that must end well. The system counts the memory of whoever starts a program with the
 * program's, so this is for processes that are small themselves.
 */
void
bench_child_run (const char *const *argv, const char *input, BenchChild *child)
{
  int in = open_unnamed (input != NULL ? input : "");
  int out = open_unnamed ("");
  char output[OUTPUT_SIZE + 1] = "";
  double began = bench_get_milliseconds ();
  pid_t pid = start (argv, in, out);
  struct rusage usage;
  int status = 0;

  while (wait4 (pid, &status, 0, &usage) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  child->elapsed = bench_get_milliseconds () - began;
  child->processor = to_milliseconds (usage.ru_utime) + to_milliseconds (usage.ru_stime);
  child->memory = (double) usage.ru_maxrss / 1024;
  g_assert_cmpint (lseek (out, 0, SEEK_SET), ==, 0);
  g_assert_cmpint (read (out, output, OUTPUT_SIZE), >=, 0);
  g_free (child->output);
  child->output = g_strdup (output);
  g_close (in, NULL);
  g_close (out, NULL);
  bench_check (WIFEXITED (status) && WEXITSTATUS (status) == 0, argv[0]);
}

void
bench_child_clear (BenchChild *child)
{
  g_clear_pointer (&child->output, g_free);
}
