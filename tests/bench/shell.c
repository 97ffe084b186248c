/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell.h"

#include "figures.h"

#include <gio/gio.h>
#include <string.h>

/**
 * bench_shell_run:
 * @shell: the sqlite3 program
 * @path: a document
 * @sql: statements, fewer than fit into a pipe
 *
 * What it prints is read, as by a program that wants the rows, but not kept.
 *
 * Returns: milliseconds from starting the shell to its end
 */
double
bench_shell_run (const char *shell, const char *path, const char *sql)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  double start = bench_get_milliseconds ();
  gssize n_skipped;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, shell, "-batch", "-bail", path, NULL);
  g_assert_no_error (error);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (process), sql, strlen (sql), NULL, NULL,
                             &error);
  g_assert_no_error (error);
  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_no_error (error);
  do
    n_skipped = g_input_stream_skip (g_subprocess_get_stdout_pipe (process), 65536, NULL, &error);
  while (n_skipped > 0);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  bench_check (g_subprocess_get_successful (process), "the sqlite3 shell did what it was told");

  return bench_get_milliseconds () - start;
}
