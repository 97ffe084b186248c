/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/scratch.h"

#include "workspace/document-json.h"
#include "workspace/starter.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static CwScratch *
scratch_new (GError **error)
{
  g_autoptr (CwScratch) self = g_new0 (CwScratch, 1);

  self->folder = g_dir_make_tmp ("crosswalk-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  self->path = g_build_filename (self->folder, "scratch.crosswalk", NULL);

  return g_steal_pointer (&self);
}

static CwScratch *
scratch_open (CwScratch *scratch, GError **error)
{
  g_autoptr (CwScratch) self = scratch;

  self->document = cw_document_open (self->path, FALSE, error);

  return self->document != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * cw_scratch_new:
 * @error: return location
 *
 * Returns: (transfer full): a document with the shipped lists and no mappings, or %NULL with an
 *   error
 */
CwScratch *
cw_scratch_new (GError **error)
{
  g_autoptr (CwScratch) self = scratch_new (error);

  if (self == NULL ||
      !cw_starter_create_document (self->path, _ ("My crosswalk"), CW_STARTER_EMPTY, error))
    return NULL;

  return scratch_open (g_steal_pointer (&self), error);
}

/**
 * cw_scratch_new_reading:
 * @path: a document, which is only read
 * @error: return location
 *
 * Returns: (transfer full): the document itself, to be read, or %NULL with an error
 */
CwScratch *
cw_scratch_new_reading (const char *path, GError **error)
{
  g_autoptr (CwScratch) self = g_new0 (CwScratch, 1);

  self->document = cw_document_open (path, TRUE, error);

  return self->document != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * cw_scratch_new_copy:
 * @path: a document, which is only read
 * @error: return location
 *
 * Returns: (transfer full): a copy of the document, or %NULL with an error
 */
CwScratch *
cw_scratch_new_copy (const char *path, GError **error)
{
  g_autoptr (CwScratch) original = cw_scratch_new_reading (path, error);
  g_autoptr (CwScratch) self = original != NULL ? scratch_new (error) : NULL;

  if (self == NULL || !cw_scratch_keep (original, self->path, error))
    return NULL;

  return scratch_open (g_steal_pointer (&self), error);
}

/**
 * cw_scratch_new_from_json:
 * @json: a whole document
 * @name: its name, for messages
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): the document, or %NULL with an error that names the place
 */
CwScratch *
cw_scratch_new_from_json (GBytes *json, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (CwScratch) self = scratch_new (error);

  if (self == NULL || !cw_document_import_json_bytes (json, name, self->path, CW_JSON_IMPORT_NEW,
                                                      NULL, cancellable, error))
    return NULL;

  return scratch_open (g_steal_pointer (&self), error);
}

/**
 * cw_scratch_keep:
 * @self: a scratch document
 * @path: where it goes; what stands there is replaced
 * @error: return location
 *
 * Saves it as a document of its own.
 *
 * Returns: %FALSE with an error; what stood at @path is then as it was
 */
gboolean
cw_scratch_keep (CwScratch *self, const char *path, GError **error)
{
  return cw_document_save_copy (self->document, path, error);
}

/**
 * cw_scratch_free:
 * @self: (nullable): a scratch document
 *
 * Deletes what was made for it. Whoever holds @document still must not use it any more.
 */
void
cw_scratch_free (CwScratch *self)
{
  if (self == NULL)
    return;

  if (self->document != NULL)
    cw_document_close (self->document);
  g_clear_object (&self->document);
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}
