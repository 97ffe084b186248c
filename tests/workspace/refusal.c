/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refusal.h"

#include "folder.h"
#include "small-document.h"
#include "workspace/concordance-reader.h"

#include <string.h>

static gboolean
count_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  g_autofree char *sentence = cw_concordance_row_format_sentence (row, NULL);

  g_assert_nonnull (sentence);

  return TRUE;
}

/* Opens a file and, where that works, reads all there is and goes back a step; nothing of it may
 * end the program. Returns whether the file was opened. */
gboolean
refusal_try (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (CwDocument) document = cw_document_open (path, read_only, error);
  g_autoptr (GArray) links = NULL;
  GPtrArray *lists;

  if (document == NULL)
    return FALSE;

  lists = cw_document_get_lists (document);
  links = cw_document_find_links (document, 0, lists, lists, NULL);
  cw_document_visit_rows (document, 0, lists, lists, TRUE, count_row, NULL, NULL);
  cw_document_undo (document, NULL);
  cw_document_close (document);

  return TRUE;
}

static void
check_mode (const char *path, int code, gboolean read_only)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *hash = test_file_hash (path);
  g_autofree char *names = test_folder_list (folder);
  g_autofree char *hash_after = NULL;
  g_autofree char *names_after = NULL;

  g_assert_false (refusal_try (path, read_only, &error));
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, path) == NULL)
    g_error ("does not name the file: %s", error->message);
  if (code != REFUSAL_ANY)
    g_assert_error (error, CW_STORE_ERROR, code);

  hash_after = test_file_hash (path);
  names_after = test_folder_list (folder);
  g_assert_cmpstr (hash_after, ==, hash);
  g_assert_cmpstr (names_after, ==, names);
}

/* SQLite tests no CHECK constraint in a file that is open read-only. Such a document may then open,
 * but it must not end the program. */
void
refusal_check_for_writing (const char *path, int code)
{
  g_autofree char *hash = test_file_hash (path);
  g_autofree char *hash_after = NULL;

  check_mode (path, code, FALSE);
  refusal_try (path, TRUE, NULL);
  hash_after = test_file_hash (path);
  g_assert_cmpstr (hash_after, ==, hash);
}

/* It is refused with @code, read-only and otherwise, and afterwards there is the same file with
 * nothing beside it that was not there before. */
void
refusal_check (const char *path, int code)
{
  check_mode (path, code, FALSE);
  check_mode (path, code, TRUE);
}
