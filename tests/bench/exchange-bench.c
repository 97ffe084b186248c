/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of many mappings out of a document, into one, and checked, by the command line; beside the
 * sqlite3 shell with the same document in the same folder.
 * Usage: crosswalk-bench-exchange CROSSWALKCTL [--short] */
#include "child.h"
#include "exchange-sql.h"
#include "figures.h"
#include "folder.h"
#include "many-mappings.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  const char *crosswalkctl;
  char *shell;
  const char *folder;
  guint n_mappings;
  guint n_turns;
} Bench;

typedef struct
{
  const char *format; /* of crosswalkctl export */
  const char *name;   /* of the file */
  char separator;
} Table;

static const Table tables[] = {
  { "csv", "mappings.csv", ',' },
  { "sssom", "mappings.sssom.tsv", '\t' },
};

static char *
get_path (const Bench *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* In a process of its own, so that this one stays small; see bench_child_run(). */
static void
make_document (const Bench *self, const char *name, guint n_mappings)
{
  guint n_items = CLAMP (self->n_mappings / 50, 300, 20000);
  BenchSize size = { n_items, n_items, n_mappings };
  g_autofree char *path = get_path (self, name);
  pid_t pid = fork ();
  int status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      if (n_mappings > 0)
        bench_many_make (self->shell, path, &size);
      else
        bench_document_make (path, &size);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  bench_check (WIFEXITED (status) && WEXITSTATUS (status) == 0, "the document was made");
}

/* How many lines begin with a byte; all lines for 0. */
static guint64
count_lines (const Bench *self, const char *name, char first)
{
  g_autofree char *path = get_path (self, name);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const char *line = g_mapped_file_get_contents (file);
  const char *end = line + g_mapped_file_get_length (file);
  guint64 n = 0;

  while (line < end)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));

      n += first == '\0' || *line == first;
      line = line_end != NULL ? line_end + 1 : end;
    }

  return n;
}

static double
get_mebibytes (const Bench *self, const char *name)
{
  g_autofree char *path = get_path (self, name);
  GStatBuf about;

  return g_stat (path, &about) == 0 ? (double) about.st_size / (1024 * 1024) : 0;
}

static void
run_shell (const Bench *self, const char *database, const char *sql, BenchChild *child)
{
  g_autofree char *path = get_path (self, database);
  const char *argv[] = { self->shell, "-batch", "-bail", path, NULL };

  bench_child_run (argv, sql, child);
}

/* Figures of the same thing, done by both in turns. */
typedef struct
{
  BenchFigures *own;
  BenchFigures *own_processor;
  BenchFigures *shell;
  BenchFigures *shell_processor;
  double own_memory;
  double shell_memory;
} Pair;

static void
pair_init (Pair *self)
{
  memset (self, 0, sizeof *self);
  self->own = bench_figures_new ();
  self->own_processor = bench_figures_new ();
  self->shell = bench_figures_new ();
  self->shell_processor = bench_figures_new ();
}

static void
pair_clear (Pair *self)
{
  bench_figures_free (self->own);
  bench_figures_free (self->own_processor);
  bench_figures_free (self->shell);
  bench_figures_free (self->shell_processor);
}

static void
pair_add (Pair *self, gboolean own, const BenchChild *child)
{
  bench_figures_add (own ? self->own : self->shell, child->elapsed);
  bench_figures_add (own ? self->own_processor : self->shell_processor, child->processor);
  if (own)
    self->own_memory = MAX (self->own_memory, child->memory);
  else
    self->shell_memory = MAX (self->shell_memory, child->memory);
}

static void
pair_print (Pair *self, const char *own, const char *shell)
{
  double time = bench_figures_get_median (self->own);
  double shell_time = bench_figures_get_median (self->shell);
  double processor = bench_figures_get_median (self->own_processor);
  double shell_processor = bench_figures_get_median (self->shell_processor);

  bench_print (own, "%.0f ms, processor %.0f ms, %.0f MiB", time, processor, self->own_memory);
  bench_print (shell, "%.0f ms, processor %.0f ms, %.0f MiB", shell_time, shell_processor,
               self->shell_memory);
  bench_print ("ratio", "%.2f, processor %.2f", time / shell_time, processor / shell_processor);
}

static void
export_own (const Bench *self, const Table *table, Pair *pair)
{
  g_autofree char *document = get_path (self, "many.crosswalk");
  g_autofree char *output = get_path (self, table->name);
  const char *argv[] = { self->crosswalkctl, "export",   "--format", table->format, "--document",
                         document,           "--output", output,     NULL };
  g_auto (BenchChild) child = { 0 };

  bench_child_run (argv, NULL, &child);
  pair_add (pair, TRUE, &child);
}

static void
export_by_shell (const Bench *self, gboolean sorted, Pair *pair)
{
  g_autofree char *output = get_path (self, "shell.csv");
  g_autofree char *sql = bench_exchange_format_select (output, sorted);
  g_auto (BenchChild) child = { 0 };

  run_shell (self, "many.crosswalk", sql, &child);
  pair_add (pair, FALSE, &child);
  bench_check (count_lines (self, "shell.csv", '\0') == self->n_mappings + 1,
               "the shell wrote a row for each mapping");
}

static void
measure_export (const Bench *self, const Table *table)
{
  Pair sorted, unsorted;

  bench_print_heading ("Export of %u mappings as %s", self->n_mappings, table->format);
  pair_init (&sorted);
  pair_init (&unsorted);
  for (guint i = 0; i < self->n_turns; i++)
    {
      export_own (self, table, &sorted);
      export_by_shell (self, TRUE, &sorted);
      if (i == 0)
        export_by_shell (self, FALSE, &unsorted);
    }
  bench_check (count_lines (self, table->name, '\0') - count_lines (self, table->name, '#') ==
                 self->n_mappings + 1,
               "there is a row for each mapping");

  bench_print ("size of the file", "%.0f MiB; the shell’s %.0f MiB",
               get_mebibytes (self, table->name), get_mebibytes (self, "shell.csv"));
  pair_print (&sorted, "crosswalkctl export", "sqlite3 shell: .mode csv of the same table");
  bench_print ("sqlite3 shell: the same in any order", "%.0f ms, processor %.0f ms",
               bench_figures_get_median (unsorted.shell),
               bench_figures_get_median (unsorted.shell_processor));
  pair_clear (&sorted);
  pair_clear (&unsorted);
}

/* Returns what it printed, JSON */
static char *
import_own (const Bench *self, const Table *table, BenchChild *child)
{
  g_autofree char *document = get_path (self, "imported.crosswalk");
  g_autofree char *input = get_path (self, table->name);
  const char *argv[] = {
    self->crosswalkctl, "import", input, "--document", document, "--json", NULL
  };

  bench_child_run (argv, NULL, child);

  return child->output;
}

static void
check_count (const char *json, const char *state, guint n, const char *what)
{
  g_autofree char *pattern = g_strdup_printf ("\"%s\":\\s*%u\\b", state, n);

  bench_check (g_regex_match_simple (pattern, json, 0, 0), what);
}

static void
import_by_shell (const Bench *self, const Table *table, BenchChild *child)
{
  g_autofree char *input = get_path (self, table->name);
  g_autofree char *database = get_path (self, "bare.db");
  g_autofree char *sql =
    bench_exchange_format_import (input, table->separator,
                                  (guint) count_lines (self, table->name, '#'));

  g_unlink (database);
  run_shell (self, "bare.db", sql, child);
  check_count (child->output, "n", self->n_mappings, "the shell read a row for each mapping");
}

static void
measure_import (const Bench *self, const Table *table)
{
  g_autofree char *lists = get_path (self, "lists.crosswalk");
  g_autofree char *document = get_path (self, "imported.crosswalk");
  g_autoptr (BenchFigures) again = bench_figures_new ();
  double memory = 0;
  Pair pair;

  bench_print_heading ("Import of %u mappings from %s", self->n_mappings, table->format);
  pair_init (&pair);
  for (guint i = 0; i < self->n_turns; i++)
    {
      g_auto (BenchChild) child = { 0 };
      const char *told;

      test_file_copy (lists, document);
      told = import_own (self, table, &child);
      check_count (told, "imported", self->n_mappings, "every mapping was imported");
      pair_add (&pair, TRUE, &child);

      told = import_own (self, table, &child);
      check_count (told, "imported", 0, "the second time nothing was imported");
      check_count (told, "same", self->n_mappings, "the second time every mapping was the same");
      bench_figures_add (again, child.elapsed);
      memory = MAX (memory, child.memory);

      import_by_shell (self, table, &child);
      pair_add (&pair, FALSE, &child);
    }

  pair_print (&pair, "crosswalkctl import", "sqlite3 shell: .import into a bare table");
  bench_print ("crosswalkctl import, the second time", "%.0f ms, %.0f MiB",
               bench_figures_get_median (again), memory);
  pair_clear (&pair);
}

/* The first rows of a table, as a table. */
static void
cut_table (const Bench *self, const Table *table, const char *name, guint n_rows)
{
  g_autofree char *from = get_path (self, table->name);
  g_autofree char *to = get_path (self, name);
  g_autoptr (GMappedFile) file = g_mapped_file_new (from, FALSE, NULL);
  const char *text = g_mapped_file_get_contents (file);
  const char *end = text;

  for (guint64 n = n_rows + 1 + count_lines (self, table->name, '#'); n > 0; n--)
    end = strchr (end, '\n') + 1;
  test_file_write (to, text, (gsize) (end - text));
}

static void
validate (const Bench *self, const char *name, guint n_rows)
{
  g_autofree char *path = get_path (self, name);
  g_autofree char *what = g_strdup_printf ("%u rows", n_rows);
  const char *argv[] = { self->crosswalkctl, "validate", "--strict", "--json", path, NULL };
  g_autoptr (BenchFigures) figures = bench_figures_new ();
  g_auto (BenchChild) child = { 0 };

  for (guint i = 0; i < self->n_turns; i++)
    {
      bench_child_run (argv, NULL, &child);
      bench_figures_add (figures, child.elapsed);
    }
  check_count (child.output, "mappings", n_rows, "each row is a mapping");
  bench_print (what, "%.0f ms, %.2f µs a row, %.1f MiB", bench_figures_get_median (figures),
               bench_figures_get_median (figures) * 1000 / n_rows, child.memory);
}

static void
measure_validate (const Bench *self, const Table *table)
{
  bench_print_heading ("crosswalkctl validate --strict of %s", table->format);
  cut_table (self, table, "first-rows", self->n_mappings / 10);
  validate (self, "first-rows", self->n_mappings / 10);
  validate (self, table->name, self->n_mappings);
}

int
main (int argc, char *argv[])
{
  gboolean brief = argc > 2 && g_str_equal (argv[2], "--short");
  g_autofree char *shell = g_find_program_in_path ("sqlite3");
  g_autoptr (TestFolder) folder = NULL;
  Bench bench;

  if (argc < 2)
    {
      g_printerr ("Usage: crosswalk-bench-exchange CROSSWALKCTL [--short]\n");
      return 2;
    }
  if (shell == NULL)
    {
      g_printerr ("sqlite3 was not found\n");
      return 77;
    }

  folder = test_folder_new ();
  bench = (Bench){ argv[1], shell, folder, brief ? 3000 : 1000000, brief ? 1 : 2 };
  make_document (&bench, "many.crosswalk", bench.n_mappings);
  make_document (&bench, "lists.crosswalk", 0);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    measure_export (&bench, &tables[i]);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    measure_import (&bench, &tables[i]);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    measure_validate (&bench, &tables[i]);

  return 0;
}
