/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "formats/list-json.h"
#include "model/list-builder.h"

#include <string.h>

/* The environment names the data folder; the source tree is what it stands in. */
char *
fixture_get_path (const char *path)
{
  const char *data = g_getenv ("CW_TEST_DATA");

  if (data == NULL)
    g_error ("CW_TEST_DATA is not set; run the tests with meson test");

  return g_build_filename (data, "..", path, NULL);
}

char *
fixture_read (const char *path, gsize *length)
{
  g_autofree char *full = fixture_get_path (path);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (full, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Paths in the source tree, sorted, so that a failure is the same on every machine. */
GPtrArray *
fixture_list_files (const char *folder, const char *suffix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *full = fixture_get_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (full, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, suffix) && !g_str_has_suffix (name, ".schema.json"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

CwList *
fixture_read_list (const char *path, gboolean shipped)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  CwList *list;

  contents = fixture_read (path, &length);
  list = cw_list_json_parse (contents, length, path, shipped, &error);
  g_assert_no_error (error);

  return list;
}

static CwListCard *
copy_card (const CwListCard *card)
{
  CwListCard *copy = cw_list_card_new ();

  cw_text_free (copy->short_title);
  cw_text_free (copy->title);
  cw_text_free (copy->issuer);
  copy->short_title = cw_text_copy (card->short_title);
  copy->title = cw_text_copy (card->title);
  copy->issuer = cw_text_copy (card->issuer);
  copy->key = g_strdup (card->key);
  copy->jurisdiction = g_strdup (card->jurisdiction);
  copy->issued = g_strdup (card->issued);
  copy->official_language = g_strdup (card->official_language);

  return copy;
}

/* The list as it is once a document holds it: with ids, items numbered on from @first_item_id. */
CwList *
fixture_put_in_document (CwList *list, gint64 list_id, gint64 first_item_id)
{
  g_autoptr (CwListBuilder) builder =
    cw_list_builder_new (list_id, copy_card (cw_list_get_card (list)));
  g_autoptr (GError) error = NULL;
  CwList *made;

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      cw_list_builder_add_item (builder, first_item_id + i, item->depth, item->code, item->group,
                                item->verified);
      for (guint j = 0; j < item->n_labels; j++)
        cw_list_builder_add_label (builder, item->labels[j].language, item->labels[j].text,
                                   item->labels[j].kind, item->labels[j].origin);
    }

  made = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);
  return made;
}

/* After a deliberate change of output, $CW_TEST_UPDATE_GOLDEN has golden files written anew. */
static void
update_golden (GBytes *bytes, const char *path)
{
  g_autofree char *full = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("CW_TEST_UPDATE_GOLDEN") == NULL || !g_str_has_prefix (path, "tests/golden/"))
    return;

  full = fixture_get_path (path);
  g_file_set_contents (full, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

/* Names the first line that differs, which g_assert_cmpmem() does not. */
void
fixture_assert_same_bytes (GBytes *bytes, const char *path)
{
  gsize length, wanted_length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *wanted = NULL;
  gsize same = 0;
  guint line = 1;

  update_golden (bytes, path);
  wanted = fixture_read (path, &wanted_length);

  while (same < MIN (length, wanted_length) && data[same] == wanted[same])
    line += data[same++] == '\n' ? 1 : 0;

  if (same < length || same < wanted_length)
    g_error ("%s:%u: not what was written, from byte %" G_GSIZE_FORMAT ": “%.60s” and “%.*s”", path,
             line, same, wanted + same, (int) MIN (60, length - same), data + same);
}
