/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "refusal.h"
#include "small-document.h"
#include "store/schema.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_FLIP_SEEDS 400
#define N_CUT_SEEDS 60

/* A sound document to damage. */
typedef struct
{
  TestFolder *folder;
  char *path;
  guint8 *bytes;
  gsize length;
  GRand *rand;
} Sound;

static void
sound_begin (Sound *sound)
{
  sound->folder = test_folder_new ();
  sound->path = test_small_document_new (sound->folder);
  sound->bytes = test_file_read (sound->path, &sound->length);
  sound->rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

static void
sound_end (Sound *sound)
{
  test_folder_free (sound->folder);
  g_free (sound->path);
  g_free (sound->bytes);
  g_rand_free (sound->rand);
}

static void
put_big_endian (guint8 *bytes, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (bytes, &value, sizeof value);
}

typedef struct
{
  const char *name;
  gsize offset;
  guint32 value;
  int code;
} HeaderCase;

static const HeaderCase headers[] = {
  { "magic", 0, 0x53514c00, CW_STORE_ERROR_NOT_A_DOCUMENT },
  { "no-application-id", 68, 0, CW_STORE_ERROR_NOT_A_DOCUMENT },
  { "other-application-id", 68, 0x43577332, CW_STORE_ERROR_NOT_A_DOCUMENT },
  { "version-0", 60, 0, CW_STORE_ERROR_NOT_A_DOCUMENT },
  { "version-below-0", 60, 0xffffffff, CW_STORE_ERROR_NOT_A_DOCUMENT },
  { "older-version-than-its-tables", 60, 1, CW_STORE_ERROR_FOREIGN },
  { "next-version", 60, CW_SCHEMA_VERSION + 1, CW_STORE_ERROR_NEWER },
  { "version-of-the-far-future", 60, 0x7fffffff, CW_STORE_ERROR_NEWER },
  { "page-count", 28, 0x00ffffff, REFUSAL_ANY },
  { "free-list", 32, 0x00ffffff, REFUSAL_ANY },
  { "schema-format", 44, 9, REFUSAL_ANY },
  { "encoding", 56, 7, REFUSAL_ANY },
  { "page-size", 16, 0x03010101, REFUSAL_ANY },
  { "newer-format", 18, 0x03030040, REFUSAL_ANY },
};

static void
test_header (gconstpointer data)
{
  const HeaderCase *header = data;
  Sound sound;

  sound_begin (&sound);
  put_big_endian (sound.bytes + header->offset, header->value);
  test_file_write (sound.path, sound.bytes, sound.length);
  refusal_check (sound.path, header->code);
  sound_end (&sound);
}

static void
test_other_contents (void)
{
  static const char text[] = "subject_code\trelation\tobject_code\n";
  g_autofree char *long_text = g_strnfill (5000, 'S');
  Sound sound;

  sound_begin (&sound);
  test_file_write (sound.path, "", 0);
  refusal_check (sound.path, CW_STORE_ERROR_NOT_A_DOCUMENT);
  test_file_write (sound.path, sound.bytes, 99);
  refusal_check (sound.path, CW_STORE_ERROR_NOT_A_DOCUMENT);
  test_file_write (sound.path, sound.bytes, 100);
  refusal_check (sound.path, REFUSAL_ANY);
  test_file_write (sound.path, text, sizeof text);
  refusal_check (sound.path, CW_STORE_ERROR_NOT_A_DOCUMENT);
  test_file_write (sound.path, long_text, 5000);
  refusal_check (sound.path, CW_STORE_ERROR_NOT_A_DOCUMENT);
  memset (sound.bytes + 100, 0, sound.length - 100);
  test_file_write (sound.path, sound.bytes, sound.length);
  refusal_check (sound.path, REFUSAL_ANY);
  sound_end (&sound);
}

/* What a broken transfer leaves. */
static void
test_truncated (void)
{
  Sound sound;
  gsize page;

  sound_begin (&sound);
  page = ((gsize) sound.bytes[16] << 8) | sound.bytes[17];
  for (gsize length = page; length < sound.length; length += page)
    {
      test_file_write (sound.path, sound.bytes, length);
      refusal_check (sound.path, REFUSAL_ANY);
    }
  for (guint i = 0; i < N_CUT_SEEDS; i++)
    {
      test_file_write (sound.path, sound.bytes,
                       (gsize) g_rand_int_range (sound.rand, 0, (int) (sound.length - page)));
      refusal_check (sound.path, REFUSAL_ANY);
    }
  sound_end (&sound);
}

/* Half of the places near the beginning, where the header and the schema are, and none in the empty
 * parts of pages, where nobody looks. */
static void
flip (Sound *sound, guint8 *bytes)
{
  int end = g_rand_boolean (sound->rand) ? 16384 : (int) sound->length;
  int n = g_rand_int_range (sound->rand, 1, 9);

  while (n > 0)
    {
      int place = g_rand_int_range (sound->rand, 0, end);

      if (bytes[place] == 0)
        continue;
      bytes[place] ^= (guint8) g_rand_int_range (sound->rand, 1, 256);
      n--;
    }
}

/* What a bad disk leaves. The damage may be such that nobody can see it: then the document opens,
 * and else it stays as it is. */
static void
test_flipped (void)
{
  Sound sound;
  guint n_opened = 0;

  sound_begin (&sound);
  for (guint i = 0; i < N_FLIP_SEEDS; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (sound.bytes, sound.length);
      gboolean read_only = i % 4 == 0;
      g_autoptr (GError) error = NULL;
      g_autofree char *names = NULL;
      g_autofree char *hash = NULL;
      g_autofree char *hash_after = NULL;
      gboolean opened;

      flip (&sound, bytes);
      test_file_write (sound.path, bytes, sound.length);
      hash = test_file_hash (sound.path);
      opened = refusal_try (sound.path, read_only, &error);
      hash_after = test_file_hash (sound.path);
      if (opened)
        n_opened++;
      else if (strstr (error->message, sound.path) == NULL)
        g_error ("does not name the file: %s", error->message);
      if (!opened || read_only)
        g_assert_cmpstr (hash_after, ==, hash);
      names = test_folder_list (sound.folder);
      g_assert_cmpstr (names, ==, "small.crosswalk");
    }
  g_test_message ("%u of %u opened", n_opened, N_FLIP_SEEDS);
  g_assert_cmpuint (n_opened, <, N_FLIP_SEEDS);
  sound_end (&sound);
}

static void
check_no_file (const char *path, int code)
{
  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (refusal_try (path, read_only, &error));
      g_assert_error (error, CW_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, path));
    }
}

/* Things with a name that are no files. */
static void
test_no_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *missing = g_build_filename (folder, "missing.crosswalk", NULL);
  g_autofree char *directory = g_build_filename (folder, "folder.crosswalk", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.crosswalk", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling.crosswalk", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.crosswalk", NULL);
  g_autofree char *below = g_build_filename (missing, "file.crosswalk", NULL);
  g_autofree char *names = NULL;

  g_assert_no_errno (g_mkdir (directory, 0700));
  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_no_errno (symlink ("nothing.crosswalk", dangling));
  g_assert_no_errno (symlink ("loop.crosswalk", loop));

  check_no_file (missing, CW_STORE_ERROR_NO_ACCESS);
  check_no_file (below, CW_STORE_ERROR_NO_ACCESS);
  check_no_file (directory, CW_STORE_ERROR_NOT_A_DOCUMENT);
  check_no_file (pipe, CW_STORE_ERROR_NOT_A_DOCUMENT);
  check_no_file (dangling, CW_STORE_ERROR_NO_ACCESS);
  check_no_file (loop, CW_STORE_ERROR_NO_ACCESS);

  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==,
                   "dangling.crosswalk\nfolder.crosswalk\nloop.crosswalk\npipe.crosswalk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *path = g_strconcat ("/damaged/header/", headers[i].name, NULL);

      g_test_add_data_func (path, &headers[i], test_header);
    }
  g_test_add_func ("/damaged/other-contents", test_other_contents);
  g_test_add_func ("/damaged/truncated", test_truncated);
  g_test_add_func ("/damaged/flipped", test_flipped);
  g_test_add_func ("/damaged/no-file", test_no_file);

  return g_test_run ();
}
