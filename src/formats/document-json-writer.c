/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/document-json.h"

#include "formats/document-json-private.h"
#include "formats/list-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much waits in memory before it is written. */
#define PIECE (64 * 1024)

struct _CwDocumentJsonWriter
{
  const CwDocumentContent *content;
  GOutputStream *stream;
  GCancellable *cancellable;
  CwDocumentItems *items;
  CwJsonPrinter *printer;
  guint n_waiting; /* mappings that are printed and not written */
};

/**
 * cw_document_json_writer_new:
 * @content: all of the document but its mappings, with ids; must outlive the writer
 * @stream: where; it is not closed
 * @cancellable: (nullable): to give up
 *
 * Returns: (transfer full): a writer of the file that data/document.md describes
 */
CwDocumentJsonWriter *
cw_document_json_writer_new (const CwDocumentContent *content,
                             GOutputStream *stream,
                             GCancellable *cancellable)
{
  CwDocumentJsonWriter *self = g_new0 (CwDocumentJsonWriter, 1);

  self->content = content;
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->items = _cw_document_items_new (content);
  self->printer = cw_json_printer_new ();

  return self;
}

/**
 * cw_document_json_writer_free:
 * @self: (nullable): a writer
 */
void
cw_document_json_writer_free (CwDocumentJsonWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  _cw_document_items_free (self->items);
  cw_json_printer_free (self->printer);
  g_free (self);
}

static gboolean
write_text (CwDocumentJsonWriter *self, const char *text, gsize length, GError **error)
{
  return g_output_stream_write_all (self->stream, text, length, NULL, self->cancellable, error);
}

/* Writes what is printed so far. */
static gboolean
flush (CwDocumentJsonWriter *self, GError **error)
{
  g_autoptr (GString) text = cw_json_printer_take (self->printer);

  self->n_waiting = 0;

  return write_text (self, text->str, text->len, error);
}

static void
print_head (CwDocumentJsonWriter *self)
{
  const CwDocumentContent *content = self->content;

  cw_json_printer_member_string (self->printer, "format", CW_DOCUMENT_JSON_FORMAT);
  cw_json_printer_key (self->printer, "version");
  cw_json_printer_integer (self->printer, CW_DOCUMENT_JSON_VERSION);
  cw_json_printer_member_string (self->printer, "uuid", content->uuid);
  cw_json_printer_member_string (self->printer, "title", content->title);
  cw_json_printer_member_string (self->printer, "notice", content->notice);
  cw_json_printer_member_string (self->printer, "created", content->created);
}

static gboolean
check_depth (CwList *list, GError **error)
{
  if (cw_list_get_n_levels (list) <= CW_LIST_MAX_LEVELS_IN_DOCUMENT)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               /* Translators: the id of a list, a number of levels */
               _ ("The items of “%1$s” are nested more than %2$u deep, which the file has no place "
                  "for"),
               cw_list_get_key (list), CW_LIST_MAX_LEVELS_IN_DOCUMENT);
  return FALSE;
}

static gboolean
write_lists (CwDocumentJsonWriter *self, GError **error)
{
  cw_json_printer_key (self->printer, "lists");
  cw_json_printer_begin_array (self->printer);
  for (guint i = 0; i < self->content->lists->len; i++)
    {
      CwList *list = g_ptr_array_index (self->content->lists, i);

      if (!check_depth (list, error))
        return FALSE;
      _cw_list_json_print (self->printer, list, TRUE);
      if (!flush (self, error))
        return FALSE;
    }
  cw_json_printer_end_array (self->printer);

  return TRUE;
}

static void
print_codings (CwDocumentJsonWriter *self)
{
  cw_json_printer_key (self->printer, "codings");
  cw_json_printer_begin_array (self->printer);
  for (guint i = 0; i < self->content->codings->len; i++)
    {
      const CwCoding *coding = g_ptr_array_index (self->content->codings, i);

      cw_json_printer_begin_object (self->printer);
      cw_json_printer_member_string (self->printer, "name", coding->name);
      cw_json_printer_member_string (self->printer, "coder", coding->coder);
      cw_json_printer_key (self->printer, "done");
      cw_json_printer_boolean (self->printer, coding->done);
      cw_json_printer_member_string (self->printer, "created", coding->created);
      cw_json_printer_end_object (self->printer);
    }
  cw_json_printer_end_array (self->printer);
}

typedef struct
{
  const CwItem *first;
  const CwItem *second;
  const CwSettlement *settlement;
} Settled;

static int
compare_settled (gconstpointer a, gconstpointer b)
{
  const Settled *x = a;
  const Settled *y = b;
  int order = _cw_document_items_compare (x->first, y->first);

  return order != 0 ? order : _cw_document_items_compare (x->second, y->second);
}

/* In a document the item with the smaller row stands first, which says nothing outside of it. */
static GArray *
sort_settlements (CwDocumentJsonWriter *self)
{
  GArray *settled = g_array_new (FALSE, FALSE, sizeof (Settled));

  for (guint i = 0; i < self->content->settlements->len; i++)
    {
      const CwSettlement *settlement = g_ptr_array_index (self->content->settlements, i);
      const CwItem *a = _cw_document_items_get (self->items, settlement->item_id);
      const CwItem *b = _cw_document_items_get (self->items, settlement->other_id);
      gboolean turn = _cw_document_items_compare (a, b) > 0;
      Settled pair = { turn ? b : a, turn ? a : b, settlement };

      g_array_append_val (settled, pair);
    }
  g_array_sort (settled, compare_settled);

  return settled;
}

static void
print_settlements (CwDocumentJsonWriter *self)
{
  g_autoptr (GArray) settled = sort_settlements (self);

  cw_json_printer_key (self->printer, "settlements");
  cw_json_printer_begin_array (self->printer);
  for (guint i = 0; i < settled->len; i++)
    {
      const Settled *pair = &g_array_index (settled, Settled, i);

      cw_json_printer_begin_object (self->printer);
      _cw_document_items_print (self->printer, "item_list", "item_code", pair->first);
      _cw_document_items_print (self->printer, "other_list", "other_code", pair->second);
      cw_json_printer_member_string (self->printer, "reason", pair->settlement->reason);
      cw_json_printer_member_string (self->printer, "author", pair->settlement->author);
      cw_json_printer_member_string (self->printer, "made", pair->settlement->made);
      cw_json_printer_end_object (self->printer);
    }
  cw_json_printer_end_array (self->printer);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const CwFindingMark *x = *(const CwFindingMark *const *) a;
  const CwFindingMark *y = *(const CwFindingMark *const *) b;
  int order = strcmp (x->made, y->made);

  if (order == 0)
    order = strcmp (x->rule, y->rule);
  if (order == 0)
    order = strcmp (x->fingerprint, y->fingerprint);
  if (order == 0)
    order = strcmp (x->author, y->author);

  return order != 0 ? order : strcmp (x->reason, y->reason);
}

static void
print_marks (CwDocumentJsonWriter *self)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_copy (self->content->marks, NULL, NULL);

  g_ptr_array_set_free_func (marks, NULL);
  g_ptr_array_sort (marks, compare_marks);
  cw_json_printer_key (self->printer, "finding_marks");
  cw_json_printer_begin_array (self->printer);
  for (guint i = 0; i < marks->len; i++)
    {
      const CwFindingMark *mark = g_ptr_array_index (marks, i);

      cw_json_printer_begin_object (self->printer);
      cw_json_printer_member_string (self->printer, "rule", mark->rule);
      cw_json_printer_member_string (self->printer, "finding", mark->fingerprint);
      cw_json_printer_member_string (self->printer, "reason", mark->reason);
      cw_json_printer_member_string (self->printer, "author", mark->author);
      cw_json_printer_member_string (self->printer, "made", mark->made);
      cw_json_printer_end_object (self->printer);
    }
  cw_json_printer_end_array (self->printer);
}

static void
print_filters (CwDocumentJsonWriter *self)
{
  cw_json_printer_key (self->printer, "kept_filters");
  cw_json_printer_begin_array (self->printer);
  for (guint i = 0; i < self->content->filters->len; i++)
    _cw_document_filter_print (self->printer, self->items,
                               g_ptr_array_index (self->content->filters, i));
  cw_json_printer_end_array (self->printer);
}

/**
 * cw_document_json_writer_begin:
 * @self: a writer that has written nothing
 * @error: return location
 *
 * Writes everything but the mappings, which follow.
 *
 * Returns: %FALSE with an error of the stream, or %G_IO_ERROR_NOT_SUPPORTED for a list that is nested
 *   too deep
 */
gboolean
cw_document_json_writer_begin (CwDocumentJsonWriter *self, GError **error)
{
  cw_json_printer_begin_object (self->printer);
  print_head (self);
  if (!write_lists (self, error))
    return FALSE;
  print_codings (self);
  print_settlements (self);
  print_marks (self);
  print_filters (self);
  cw_json_printer_key (self->printer, "mappings");
  cw_json_printer_begin_array (self->printer);

  return flush (self, error);
}

/**
 * cw_document_json_writer_add:
 * @self: a writer that has begun
 * @mapping: the next mapping, in the order of cw_mapping_order_visit()
 * @error: return location
 *
 * Returns: %FALSE with an error of the stream
 */
gboolean
cw_document_json_writer_add (CwDocumentJsonWriter *self, const CwMapping *mapping, GError **error)
{
  _cw_document_mapping_print (self->printer, self->items, mapping);

  /* A mapping is a few hundred bytes, as a rule. */
  return ++self->n_waiting < PIECE / 512 || flush (self, error);
}

/**
 * cw_document_json_writer_finish:
 * @self: a writer to which all mappings were added
 * @error: return location
 *
 * Returns: %FALSE with an error of the stream
 */
gboolean
cw_document_json_writer_finish (CwDocumentJsonWriter *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize length;

  cw_json_printer_end_array (self->printer);
  cw_json_printer_end_object (self->printer);
  bytes = cw_json_printer_end (self->printer);
  text = g_bytes_get_data (bytes, &length);

  return write_text (self, text, length, error);
}
