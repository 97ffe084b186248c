/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/import-line.h"

struct _CwImportLine
{
  GObject parent_instance;

  CwMappingImport *import;
  guint index;
  CwMapping *mine;           /* NULL until it was read */
  GCancellable *cancellable; /* once it was asked for */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwImportLine, cw_import_line, G_TYPE_OBJECT)

static void
cw_import_line_finalize (GObject *object)
{
  CwImportLine *self = CW_IMPORT_LINE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->mine, cw_mapping_unref);
  cw_mapping_import_unref (self->import);

  G_OBJECT_CLASS (cw_import_line_parent_class)->finalize (object);
}

static void
cw_import_line_class_init (CwImportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_import_line_finalize;

  /**
   * CwImportLine::changed:
   * @self: the line
   *
   * Something else becomes of it, or what the document says of it has come.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_import_line_init (CwImportLine *self)
{
}

/**
 * cw_import_line_new:
 * @import: an import that was compared
 * @index: one of its rows
 *
 * Returns: (transfer full): the row as an object
 */
CwImportLine *
cw_import_line_new (CwMappingImport *import, guint index)
{
  CwImportLine *self = g_object_new (CW_TYPE_IMPORT_LINE, NULL);

  self->import = cw_mapping_import_ref (import);
  self->index = index;

  return self;
}

/**
 * cw_import_line_get_import:
 * @self: a line
 *
 * Returns: (transfer none): what it belongs to
 */
CwMappingImport *
cw_import_line_get_import (CwImportLine *self)
{
  return self->import;
}

/**
 * cw_import_line_get_index:
 * @self: a line
 *
 * Returns: which row of the import it is
 */
guint
cw_import_line_get_index (CwImportLine *self)
{
  return self->index;
}

/**
 * cw_import_line_get_row:
 * @self: a line
 *
 * Returns: (transfer none): the row
 */
const CwImportRow *
cw_import_line_get_row (CwImportLine *self)
{
  return cw_mapping_import_get_row (self->import, self->index);
}

/**
 * cw_import_line_is_choosable:
 * @self: a line
 *
 * Returns: whether the document says something else, so that one has to choose
 */
gboolean
cw_import_line_is_choosable (CwImportLine *self)
{
  CwImportState state = cw_import_line_get_row (self)->state;

  return state == CW_IMPORT_CHANGED || state == CW_IMPORT_CONFLICTING;
}

/**
 * cw_import_line_get_mine:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what the document says instead; %NULL while it was not read
 */
CwMapping *
cw_import_line_get_mine (CwImportLine *self)
{
  return self->mine;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwImportLine) self = user_data;

  /* Where it is gone meanwhile, the document tells of it, and all is compared again. */
  self->mine = cw_document_get_mapping_finish (CW_DOCUMENT (source), result, NULL);
  if (self->mine != NULL)
    cw_import_line_tell (self);
}

/**
 * cw_import_line_load:
 * @self: a line
 * @document: the document it is compared with
 *
 * Has read what the document says instead, unless that was done before.
 */
void
cw_import_line_load (CwImportLine *self, CwDocument *document)
{
  if (self->cancellable != NULL || !cw_import_line_is_choosable (self))
    return;

  self->cancellable = g_cancellable_new ();
  cw_document_get_mapping_async (document, cw_import_line_get_row (self)->mine, self->cancellable,
                                 on_loaded, g_object_ref (self));
}

/**
 * cw_import_line_tell:
 * @self: a line whose row is another now
 */
void
cw_import_line_tell (CwImportLine *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
