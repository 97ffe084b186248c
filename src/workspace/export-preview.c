/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-columns.h"
#include "workspace/document-private.h"
#include "workspace/export-private.h"

#include <string.h>

/* More of a text than fits any window is not shown: a few rows can hold megabytes. */
#define MAX_TEXT (64 * 1024)

/* What a page is read by, besides what it may be without. */
static const char *const page_columns[] = { "left_code", "left_label", "sentence", "right_code",
                                            "right_label" };

/**
 * cw_export_preview_free:
 * @self: (nullable): a preview
 */
void
cw_export_preview_free (CwExportPreview *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_strfreev (self->titles);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* Hands the first rows on, then stops: those of items without a mapping have no other end. */
typedef struct
{
  guint n_left;
  guint n_shown;
  gboolean full;
  CwConcordanceVisitor visitor;
  gpointer user_data;
} First;

static gboolean
visit_first (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  First *first = user_data;

  if (first->n_left == 0)
    {
      first->full = TRUE;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "full");
      return FALSE;
    }

  first->n_left--;
  first->n_shown++;

  return first->visitor (row, first->user_data, error);
}

typedef struct
{
  CwExport *settings;
  guint n_rows;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cw_export_free (job->settings);
  g_free (job);
}

static gboolean
read_first (CwDocument *self,
            CwConnection *connection,
            const Job *job,
            CwExportPreview *preview,
            CwConcordanceVisitor visitor,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  First first = { job->n_rows, 0, FALSE, visitor, user_data };
  g_autoptr (GError) local_error = NULL;

  if (_cw_export_read (self, connection, job->settings, job->n_rows, visit_first, &first,
                       cancellable, &local_error) ||
      first.full)
    {
      preview->n_shown = first.n_shown;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
add_to_writer (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  return cw_concordance_writer_add_row (user_data, row, error);
}

/* Whole characters of UTF-8, whatever a writer made. */
static char *
take_text (GMemoryOutputStream *stream)
{
  const char *data = g_memory_output_stream_get_data (stream);
  gsize length = MIN (g_memory_output_stream_get_data_size (stream), MAX_TEXT);
  const char *end;

  if (data == NULL)
    return g_strdup ("");
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  g_utf8_validate (data, (gssize) length, &end);

  return g_strndup (data, (gsize) (end - data));
}

/* The writer's own words; metadata that get a file of their own are left out. */
static gboolean
write_text (CwDocument *self,
            CwConnection *connection,
            const Job *job,
            CwExportPreview *preview,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) metadata =
    job->settings->metadata_file != NULL || job->settings->metadata_beside
      ? g_memory_output_stream_new_resizable ()
      : NULL;
  CwConcordanceHead head;
  g_autoptr (CwConcordanceWriter) writer = NULL;

  _cw_export_get_head (self, job->settings, cancellable, &head);
  writer = _cw_export_open_writer (job->settings, &head, stream, metadata);
  if (!read_first (self, connection, job, preview, add_to_writer, writer, cancellable, error) ||
      !cw_concordance_writer_finish (writer, error))
    return FALSE;

  preview->text = take_text (G_MEMORY_OUTPUT_STREAM (stream));

  return TRUE;
}

/* The columns of the file; of a page what it says, as columns. */
static CwConcordanceColumns *
make_columns (const CwExport *settings)
{
  const char *const *languages = (const char *const *) settings->languages;
  g_autoptr (GPtrArray) keys = NULL;

  if (settings->format->fields != CW_FIELDS_PAGE)
    return cw_concordance_columns_new (languages, (const char *const *) settings->columns);

  keys = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (page_columns); i++)
    g_ptr_array_add (keys, (gpointer) page_columns[i]);
  for (guint i = 0; cw_concordance_column_get_key (i) != NULL; i++)
    {
      const char *key = cw_concordance_column_get_key (i);

      if (cw_concordance_format_has_column (settings->format, key) &&
          (settings->columns == NULL ||
           g_strv_contains ((const char *const *) settings->columns, key)))
        g_ptr_array_add (keys, (gpointer) key);
    }
  g_ptr_array_add (keys, NULL);

  return cw_concordance_columns_new (languages, (const char *const *) keys->pdata);
}

typedef struct
{
  CwConcordanceColumns *columns;
  GPtrArray *rows;
} Table;

static gboolean
add_to_table (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  Table *table = user_data;
  guint n_columns = cw_concordance_columns_get_n_columns (table->columns);
  char **cells = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    {
      GString *cell = g_string_new (NULL);

      cw_concordance_columns_append_text (table->columns, i, row, cell);
      cells[i] = g_string_free (cell, FALSE);
    }
  g_ptr_array_add (table->rows, cells);

  return TRUE;
}

static gboolean
make_table (CwDocument *self,
            CwConnection *connection,
            const Job *job,
            CwExportPreview *preview,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (CwConcordanceColumns) columns = make_columns (job->settings);
  guint n_columns = cw_concordance_columns_get_n_columns (columns);
  Table table = { columns, g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };

  preview->rows = table.rows;
  preview->titles = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    preview->titles[i] = cw_concordance_columns_get_title (columns, i);

  return read_first (self, connection, job, preview, add_to_table, &table, cancellable, error);
}

static void
preview_job (GTask *task, CwConnection *connection)
{
  CwDocument *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const Job *job = g_task_get_task_data (task);
  g_autoptr (CwExportPreview) preview = g_new0 (CwExportPreview, 1);
  GError *error = NULL;

  if (!_cw_export_count (self, connection, job->settings, &preview->n_rows, &error) ||
      !(job->settings->format->is_text
          ? write_text (self, connection, job, preview, cancellable, &error)
          : make_table (self, connection, job, preview, cancellable, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) cw_export_preview_free);
}

/**
 * cw_document_preview_async:
 * @self: a document
 * @settings: (transfer full): what is to be exported and how
 * @n_rows: how many rows to show
 * @cancellable: (nullable): to give up
 * @callback: called with the preview
 * @user_data: for @callback
 *
 * Shows what an export would write, from its first rows: the text of the file, or a table of what
 * its cells say. Fails as cw_document_export_async() does.
 */
void
cw_document_preview_async (CwDocument *self,
                           CwExport *settings,
                           guint n_rows,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->settings = settings;
  job->n_rows = n_rows;
  g_task_set_source_tag (task, cw_document_preview_async);
  g_task_set_task_data (task, job, job_free);
  _cw_export_push (self, settings, task, preview_job);
}

/**
 * cw_document_preview_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the preview, or %NULL with an error
 */
CwExportPreview *
cw_document_preview_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
