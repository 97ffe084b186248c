/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Open to everybody, so that a test may go on as another user. */
TestFolder *
test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("crosswalk-XXXXXX", &error);

  g_assert_no_error (error);
  g_assert_no_errno (g_chmod (folder, 0777));

  return folder;
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GPtrArray) names = NULL;

      g_chmod (path, 0700);
      names = list_names (path);
      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

          remove_tree (child);
        }
    }

  g_remove (path);
}

void
test_folder_free (TestFolder *folder)
{
  remove_tree (folder);
  g_free (folder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in a folder, sorted, one a line. */
char *
test_folder_list (const char *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("\n", (char **) names->pdata);
}

guint8 *
test_file_read (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return (guint8 *) contents;
}

void
test_file_write (const char *path, gconstpointer data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

void
test_file_copy (const char *from, const char *to)
{
  gsize length;
  g_autofree guint8 *data = test_file_read (from, &length);

  test_file_write (to, data, length);
}

char *
test_file_hash (const char *path)
{
  gsize length;
  g_autofree guint8 *data = test_file_read (path, &length);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
}
