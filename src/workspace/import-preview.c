/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/import-preview.h"

#include "formats/mapping-plan-guess.h"
#include "formats/text-encoding.h"

#include <string.h>

/* A file is read in a thread of its own, as it may be long and on a slow disk; what it says is
 * compared on the document's reader. */

/* What a sample shows of a cell. In characters. */
#define MAX_SAMPLE 80

static CwImportSetup *
setup_new (void)
{
  CwImportSetup *self = g_new0 (CwImportSetup, 1);

  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  self->right = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * cw_import_setup_new_for_file:
 * @file: a file
 *
 * Returns: (transfer full): it, with nothing said of it
 */
CwImportSetup *
cw_import_setup_new_for_file (GFile *file)
{
  CwImportSetup *self = setup_new ();

  self->file = g_object_ref (file);
  self->name = g_file_get_parse_name (file);

  return self;
}

/**
 * cw_import_setup_new_for_text:
 * @text: a text, UTF-8, such as that of the clipboard
 * @name: what it is called, for messages
 *
 * Returns: (transfer full): it, with nothing said of it
 */
CwImportSetup *
cw_import_setup_new_for_text (const char *text, const char *name)
{
  CwImportSetup *self = setup_new ();

  self->bytes = g_bytes_new (text, strlen (text));
  self->name = g_strdup (name);

  return self;
}

static void
copy_lists (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (g_ptr_array_index (from, i)));
}

/**
 * cw_import_setup_copy:
 * @self: what is to be imported
 *
 * Returns: (transfer full): a copy
 */
CwImportSetup *
cw_import_setup_copy (const CwImportSetup *self)
{
  CwImportSetup *copy = g_memdup2 (self, sizeof *self);

  copy->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  copy->name = g_strdup (self->name);
  copy->encoding = g_strdup (self->encoding);
  copy->sheet = g_strdup (self->sheet);
  copy->plan = self->plan != NULL ? cw_mapping_plan_copy (self->plan) : NULL;
  copy->left = g_ptr_array_new_with_free_func (g_object_unref);
  copy->right = g_ptr_array_new_with_free_func (g_object_unref);
  copy_lists (copy->left, self->left);
  copy_lists (copy->right, self->right);

  return copy;
}

/**
 * cw_import_setup_free:
 * @self: (nullable): what is to be imported
 */
void
cw_import_setup_free (CwImportSetup *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->encoding);
  g_free (self->sheet);
  cw_mapping_plan_free (self->plan);
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->right);
  g_free (self);
}

/**
 * cw_import_setup_list_encodings:
 *
 * Returns: (transfer none) (array zero-terminated=1): names of how the text of a table may be encoded
 */
const char *const *
cw_import_setup_list_encodings (void)
{
  return cw_text_encoding_list ();
}

/**
 * cw_import_preview_free:
 * @self: (nullable): a preview
 */
void
cw_import_preview_free (CwImportPreview *self)
{
  if (self == NULL)
    return;

  g_free (self->encoding);
  g_strfreev (self->sheets);
  g_free (self->sheet);
  cw_mapping_plan_free (self->plan);
  g_strfreev (self->headings);
  g_strfreev (self->samples);
  g_clear_pointer (&self->import, cw_mapping_import_unref);
  g_clear_error (&self->error);
  g_free (self);
}

typedef struct
{
  CwImportSetup *setup;
  CwImportPreview *preview; /* NULL once it was handed on */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  cw_import_setup_free (reading->setup);
  cw_import_preview_free (reading->preview);
  g_free (reading);
}

/* SSSOM recommends “.sssom.yml” beside “.sssom.tsv”. */
static GFile *
find_metadata (GFile *file)
{
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GFile) metadata = NULL;
  g_autofree char *name = NULL;
  g_autofree char *metadata_name = NULL;
  char *dot;

  if (folder == NULL)
    return NULL;
  name = g_file_get_basename (file);
  dot = strrchr (name, '.');
  if (dot == NULL)
    return NULL;

  *dot = '\0';
  if (!g_str_has_suffix (name, ".sssom"))
    return NULL;
  metadata_name = g_strconcat (name, ".yml", NULL);
  metadata = g_file_get_child (folder, metadata_name);

  return g_file_query_exists (metadata, NULL) ? g_steal_pointer (&metadata) : NULL;
}

static CwMappingSource *
open_source (const CwImportSetup *setup, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) metadata = find_metadata (setup->file);
  const CwSourceChoices choices = {
    .has_format = setup->has_format,
    .format = setup->format,
    .manner = setup->manner,
    .metadata = metadata,
    .table = { setup->encoding, setup->separator, setup->sheet },
  };
  g_autoptr (GInputStream) stream = NULL;

  if (setup->file != NULL)
    return cw_mapping_source_open (setup->file, &choices, cancellable, error);

  stream = g_memory_input_stream_new_from_bytes (setup->bytes);

  return cw_mapping_source_open_stream (stream, setup->name, &choices, cancellable, error);
}

static char *
shorten (const char *cell)
{
  g_autofree char *clean = g_utf8_make_valid (cell, -1);
  g_autofree char *start = NULL;

  g_strdelimit (clean, "\n\r\t", ' ');
  g_strstrip (clean);
  if (g_utf8_strlen (clean, -1) <= MAX_SAMPLE)
    return g_steal_pointer (&clean);

  start = g_utf8_substring (clean, 0, MAX_SAMPLE);

  return g_strconcat (start, "…", NULL);
}

static char *
find_sample (GPtrArray *rows, guint first, guint column)
{
  for (guint i = first; i < rows->len; i++)
    {
      const char *cell = cw_delimited_row_get (g_ptr_array_index (rows, i), column);
      g_autofree char *sample = shorten (cell != NULL ? cell : "");

      if (*sample != '\0')
        return g_steal_pointer (&sample);
    }

  return g_strdup ("");
}

static void
describe_columns (CwImportPreview *preview, GPtrArray *rows)
{
  const CwMappingPlan *plan = preview->plan;
  guint first = plan->n_above + (plan->has_header ? 1 : 0);
  guint n_columns = plan->columns->len;

  preview->headings = g_new0 (char *, n_columns + 1);
  preview->samples = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *heading = plan->has_header && plan->n_above < rows->len
                              ? cw_delimited_row_get (g_ptr_array_index (rows, plan->n_above), i)
                              : NULL;

      preview->headings[i] = shorten (heading != NULL ? heading : "");
      preview->samples[i] = find_sample (rows, first, i);
    }
}

/* What a person has said of the columns counts. */
static void
take_plan (CwMappingPlan *plan, const CwMappingPlan *said)
{
  g_autoptr (CwMappingPlan) copy = cw_mapping_plan_copy (said);
  CwMappingPlan before = *plan;

  *plan = *copy;
  *copy = before;
}

static void
describe_table (const CwImportSetup *setup,
                CwImportPreview *preview,
                CwMappingSource *source,
                GCancellable *cancellable)
{
  g_autoptr (GPtrArray) rows = NULL;
  CwTableSource *table = cw_mapping_source_get_table (source);
  CwMappingPlan *plan = cw_mapping_source_get_plan (source);

  if (table == NULL || plan == NULL)
    return;

  if (setup->plan != NULL)
    take_plan (plan, setup->plan);
  preview->encoding = g_strdup (cw_table_source_get_encoding (table));
  preview->separator = cw_table_source_get_separator (table);
  preview->sheets = g_strdupv ((char **) cw_table_source_get_sheets (table));
  preview->sheet = g_strdup (cw_table_source_get_sheet (table));
  preview->plan = cw_mapping_plan_copy (plan);
  rows = cw_table_source_peek (table, CW_MAPPING_PLAN_SAMPLE, cancellable);
  describe_columns (preview, rows);
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  CwImportPreview *preview = reading->preview;
  g_autoptr (CwMappingSource) source = open_source (reading->setup, cancellable, &preview->error);

  if (source != NULL)
    {
      preview->format = cw_mapping_source_get_format (source);
      describe_table (reading->setup, preview, source, cancellable);
      cw_mapping_source_read (source, cw_mapping_import_get_sink (preview->import), cancellable,
                              &preview->error);
    }

  g_task_return_boolean (task, TRUE);
}

static void
return_preview (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&reading->preview),
                         (GDestroyNotify) cw_import_preview_free);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CwImportPreview *preview = ((Reading *) g_task_get_task_data (task))->preview;

  cw_mapping_import_compare_finish (preview->import, result, &preview->error);
  return_preview (task);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CwImportPreview *preview = ((Reading *) g_task_get_task_data (task))->preview;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (preview->error != NULL)
    {
      return_preview (task);
      return;
    }

  cw_mapping_import_compare_async (preview->import, g_task_get_cancellable (task), on_compared,
                                   g_object_ref (task));
}

/**
 * cw_document_preview_import_async:
 * @self: a document
 * @setup: what is to be imported; copied
 * @cancellable: (nullable): to give up
 * @callback: called when it is known what would come of it
 * @user_data: for @callback
 *
 * Reads mappings and compares them with those of the document. Nothing is changed.
 */
void
cw_document_preview_import_async (CwDocument *self,
                                  const CwImportSetup *setup,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) reader = g_task_new (NULL, cancellable, on_read, task);
  Reading *reading = g_new0 (Reading, 1);

  reading->setup = cw_import_setup_copy (setup);
  reading->preview = g_new0 (CwImportPreview, 1);
  reading->preview->import = cw_mapping_import_new (self, setup->name, setup->coding_id,
                                                    setup->left, setup->right, setup->make_items);
  g_task_set_source_tag (task, cw_document_preview_import_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_set_task_data (reader, reading, NULL);
  g_task_run_in_thread (reader, read_in_thread);
}

/**
 * cw_document_preview_import_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what would come of it, or why it cannot be read; %NULL with an error where
 *   it was cancelled
 */
CwImportPreview *
cw_document_preview_import_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
