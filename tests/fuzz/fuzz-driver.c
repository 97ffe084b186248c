/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include <stdio.h>
#include <string.h>

/* Runs a target without libFuzzer: first over its corpus, then over changes of it that are the same
 * each time.
 *
 * Usage: fuzz-NAME SOURCE_ROOT CORPUS_FOLDER N_RUNS */

#define MAX_SIZE (32 * 1024)

/* What means something in one of the formats. */
static const char *const tokens[] = {
  "\t",
  "\n",
  "\r\n",
  ",",
  ";",
  "\"",
  "\"\"",
  "#",
  "|",
  "\\",
  "\\|",
  ":",
  "{",
  "}",
  "[",
  "]",
  "null",
  "true",
  "-1",
  "1e999",
  "0.5",
  "&a ",
  "*a",
  "!!str ",
  "---\n",
  "%YAML 1.2\n",
  "\\u0000",
  "\\ud800",
  "\xef\xbb\xbf",
  "\xff",
  "\xe2\x80\x9c",
  "sssom:NoTermFound",
  "skos:exactMatch",
  "2025-02-30",
  "\x1e",
  "curie_map",
  "extension_definitions",
  "memberSet",
  "mappings",
  "\xe2\x80\xae",
};

/* A folder has no order of its own, and each run is the same. */
static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
read_corpus (const char *root, const char *folder)
{
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      /* One a line, files of the source tree. */
      if (!g_str_equal (name, "seeds.txt") || !g_file_get_contents (path, &text, NULL, NULL))
        {
          g_ptr_array_add (paths, g_steal_pointer (&path));
          continue;
        }
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          if (*lines[i] != '\0')
            g_ptr_array_add (paths, g_build_filename (root, lines[i], NULL));
        }
    }
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    {
      char *data;
      gsize length;

      if (!g_file_get_contents (g_ptr_array_index (paths, i), &data, &length, NULL))
        g_error ("%s cannot be read", (char *) g_ptr_array_index (paths, i));
      g_ptr_array_add (corpus, g_bytes_new_take (data, length));
    }
  if (corpus->len == 0)
    g_error ("There is nothing in %s", folder);

  return corpus;
}

static gsize
choose (GRand *random, gsize limit)
{
  return limit == 0 ? 0 : (gsize) g_rand_int_range (random, 0, (gint32) limit);
}

/* A part of another file, or of the same one. */
static void
splice (GRand *random, GPtrArray *corpus, GByteArray *input, gsize place)
{
  gsize length;
  GBytes *other = g_ptr_array_index (corpus, choose (random, corpus->len));
  const guint8 *data = g_bytes_get_data (other, &length);
  gsize begin = choose (random, length);
  gsize wanted = choose (random, 200) + 1;
  gsize n = MIN (wanted, length - begin);
  g_autoptr (GByteArray) tail = g_byte_array_new ();

  g_byte_array_append (tail, input->data + place, (guint) (input->len - place));
  g_byte_array_set_size (input, (guint) place);
  if (n > 0)
    g_byte_array_append (input, data + begin, (guint) n);
  g_byte_array_append (input, tail->data, tail->len);
}

static void
insert (GByteArray *input, gsize place, const char *token)
{
  gsize n = strlen (token);
  gsize rest = input->len - place;

  g_byte_array_set_size (input, input->len + (guint) n);
  memmove (input->data + place + n, input->data + place, rest);
  memcpy (input->data + place, token, n);
}

static void
change (GRand *random, GPtrArray *corpus, GByteArray *input)
{
  gsize place = choose (random, input->len);
  gsize n_removed = choose (random, 40) + 1;

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      if (input->len > 0)
        input->data[place] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      if (input->len > 0)
        g_byte_array_remove_range (input, (guint) place,
                                   (guint) MIN (n_removed, input->len - place));
      break;
    case 2:
      splice (random, corpus, input, place);
      break;
    case 3:
      if (choose (random, 8) == 0)
        g_byte_array_set_size (input, (guint) place);
      break;
    default:
      insert (input, place, tokens[choose (random, G_N_ELEMENTS (tokens))]);
      break;
    }
  if (input->len > MAX_SIZE)
    g_byte_array_set_size (input, MAX_SIZE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) corpus = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint n_runs;

  if (argc != 4)
    {
      fprintf (stderr, "Usage: %s SOURCE_ROOT CORPUS_FOLDER N_RUNS\n", argv[0]);
      return 2;
    }
  corpus = read_corpus (argv[1], argv[2]);
  n_runs = (guint) g_ascii_strtoull (argv[3], NULL, 10);

  for (guint i = 0; i < corpus->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i), &length);

      LLVMFuzzerTestOneInput (data, length);
    }
  for (guint i = 0; i < n_runs; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i % corpus->len), &length);
      g_autoptr (GByteArray) input = g_byte_array_new ();
      gsize n_changes = choose (random, 8) + 1;

      if (length > 0)
        g_byte_array_append (input, data, (guint) length);
      for (gsize j = 0; j < n_changes; j++)
        change (random, corpus, input);
      LLVMFuzzerTestOneInput (input->data, input->len);
    }

  return 0;
}
