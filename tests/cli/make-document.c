/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a document with the shipped lists and the starter mapping, and does some things to it where
 * asked to: cli-make-document FILE [--history]; or the short one of the tests, with --small; or one
 * that has something of everything, by chance, with --full SEED. */
#include "full-document.h"
#include "small-document.h"
#include "workspace/starter.h"

#include <glib/gstdio.h>

static const CwItem *
find (CwDocument *document, const char *list, const char *code)
{
  const CwItem *item = cw_list_find_item (cw_document_find_list (document, list), code);

  g_assert_nonnull (item);

  return item;
}

static void
apply (CwDocument *document, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (document, edit, &error);
  g_assert_no_error (error);
}

/* A link, another relation and back, and a status for many by somebody else. */
static void
make_history (const char *path)
{
  g_autoptr (GError) error = NULL;
  CwDocument *document = cw_document_open (path, FALSE, &error);
  const CwItem *left, *right;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_EXACT, 2);

  g_assert_no_error (error);
  left = find (document, "cn-15fyp-2025", "F1");
  right = find (document, "us-cet-2024", "16.1");
  cw_document_set_author (document, "Ada", NULL);
  apply (document, cw_edit_new_link (left, CW_RELATION_BROAD, right));
  apply (document, cw_edit_new_link (left, CW_RELATION_NARROW, right));
  g_assert_true (cw_document_undo (document, &error));

  cw_document_set_author (document, "Ben", NULL);
  values->confidence = 0.25;
  for (gint64 id = 1; id <= 2; id++)
    g_array_append_val (ids, id);
  apply (document, cw_edit_new_bulk_patch (CW_STEP_CONFIDENCE, ids, values, CW_MAPPING_CONFIDENCE));
  cw_document_close (document);
  g_object_unref (document);
}

static void
make_other (const char *path, char **arguments)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made =
    g_str_equal (arguments[0], "--small")
      ? test_small_document_new (folder)
      : test_full_document_new (folder, (guint32) g_ascii_strtoull (arguments[1], NULL, 10));

  g_assert_cmpint (g_rename (made, path), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, >=, 2);
  if (argc > 2 && !g_str_equal (argv[2], "--history"))
    {
      make_other (argv[1], argv + 2);
      return 0;
    }

  cw_starter_create_document (argv[1], "Test", CW_STARTER_MAPPED, &error);
  g_assert_no_error (error);
  if (argc > 2 && g_str_equal (argv[2], "--history"))
    make_history (argv[1]);

  return 0;
}
