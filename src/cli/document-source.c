/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/document-source.h"

#include "cli/output.h"
#include "workspace/starter.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static CwDocument *
open_starter_at (const char *path, GError **error)
{
  CwDocument *document;

  if (!cw_starter_create_document (path, _ ("My crosswalk"), CW_STARTER_MAPPED, error))
    return NULL;

  document = cw_document_open (path, TRUE, error);
  /* The open file stays readable; so nothing is left over, however the program ends. */
  g_unlink (path);

  return document;
}

/* Where the user has no document yet there is still something to read, and their data folder is
 * left to the window. */
static CwDocument *
open_starter (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("crosswalk-XXXXXX", error);
  g_autofree char *path = NULL;
  CwDocument *document;

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "starter.crosswalk", NULL);
  document = open_starter_at (path, error);
  g_rmdir (folder);

  return document;
}

static CwDocument *
open_own (GError **error)
{
  g_autofree char *path = cw_starter_get_default_path ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return open_starter (error);

  return cw_document_open (path, TRUE, error);
}

/**
 * cw_document_source_open:
 * @path: (nullable): the document that was named
 *
 * Opens a document for reading: the one named, else the user's own, else a new one with the shipped
 * lists and mappings that vanishes when it is closed.
 *
 * Returns: (transfer full) (nullable): the document; %NULL after a complaint
 */
CwOpenDocument *
cw_document_source_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  CwDocument *document = path != NULL ? cw_document_open (path, TRUE, &error) : open_own (&error);

  if (document == NULL)
    cw_complain ("%s", error->message);

  return document;
}

/**
 * cw_document_source_open_to_write:
 * @path: (nullable): the document that was named
 *
 * Opens a document for writing: the one named, else the user's own, made where there is none yet.
 *
 * Returns: (transfer full) (nullable): the document; %NULL after a complaint
 */
CwOpenDocument *
cw_document_source_open_to_write (const char *path)
{
  g_autofree char *own = path != NULL ? g_strdup (path) : cw_starter_get_default_path ();
  g_autoptr (GError) error = NULL;
  CwDocument *document = NULL;

  if (path != NULL || cw_starter_ensure_default (own, &error))
    document = cw_document_open (own, FALSE, &error);
  if (document == NULL)
    cw_complain ("%s", error->message);

  return document;
}

/**
 * cw_document_source_close:
 * @document: (nullable) (transfer full): a document
 */
void
cw_document_source_close (CwOpenDocument *document)
{
  if (document == NULL)
    return;

  cw_document_close (document);
  g_object_unref (document);
}
