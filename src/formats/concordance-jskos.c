/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-jskos.h"

#include "formats/jskos-mapping.h"
#include "formats/jskos-printer.h"
#include "formats/spool.h"

#include <string.h>

/* A concordance leads from one list to one other, and the rows of several pairs of lists come mixed:
 * mappings wait in a spool, and memory holds only where each begins. */

/* Bytes kept before they go to the stream. */
#define BUFFER_SIZE (64 * 1024)

typedef struct
{
  CwList *left;
  CwList *right;
  GArray *mappings; /* Place */
  GArray *denied;   /* Place */
} Pair;

typedef struct
{
  guint64 offset; /* in the spool */
  gsize length;
} Place;

typedef struct
{
  CwConcordanceWriter parent;
  GOutputStream *stream;
  CwConcordanceHead head;
  gboolean as_lines;
  GString *buffer; /* of lines */
  CwSpool *spool;
  GPtrArray *pairs; /* in the order in which they came */
} Jskos;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_object_unref (pair->left);
  g_object_unref (pair->right);
  g_array_unref (pair->mappings);
  g_array_unref (pair->denied);
  g_free (pair);
}

static Pair *
get_pair (Jskos *self, CwList *left, CwList *right)
{
  Pair *pair;

  /* From the end: the rows of a pair mostly follow each other. */
  for (guint i = self->pairs->len; i > 0; i--)
    {
      pair = g_ptr_array_index (self->pairs, i - 1);
      if (pair->left == left && pair->right == right)
        return pair;
    }

  pair = g_new0 (Pair, 1);
  pair->left = g_object_ref (left);
  pair->right = g_object_ref (right);
  pair->mappings = g_array_new (FALSE, FALSE, sizeof (Place));
  pair->denied = g_array_new (FALSE, FALSE, sizeof (Place));
  g_ptr_array_add (self->pairs, pair);

  return pair;
}

static gboolean
write_buffer (Jskos *self, GError **error)
{
  gboolean written = g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len,
                                                NULL, NULL, error);

  g_string_truncate (self->buffer, 0);

  return written;
}

static gboolean
keep_mapping (Jskos *self,
              const CwConcordanceRow *row,
              const char *json,
              gsize length,
              GError **error)
{
  Pair *pair = get_pair (self, row->left_list, row->right_list);
  Place place = { cw_spool_get_length (self->spool), length };

  g_array_append_val (row->mapping->negated ? pair->denied : pair->mappings, place);

  return cw_spool_append (self->spool, json, length, error);
}

static gboolean
write_line (Jskos *self, const char *json, gsize length, GError **error)
{
  g_string_append_len (self->buffer, json, (gssize) length);
  g_string_append_c (self->buffer, '\n');

  return self->buffer->len < BUFFER_SIZE || write_buffer (self, error);
}

static gboolean
add_row (CwConcordanceWriter *writer, const CwConcordanceRow *row, GError **error)
{
  Jskos *self = (Jskos *) writer;
  g_autoptr (CwJsonPrinter) printer = NULL;
  g_autoptr (GString) json = NULL;

  /* An item with no mapping is none. A line that says that a relation does not hold would be read as
   * saying that it does: JSKOS has no other mappings. */
  if (row->mapping == NULL || (self->as_lines && row->mapping->negated))
    return TRUE;

  printer = cw_json_printer_new_on_one_line ();
  cw_jskos_print_mapping (printer, self->head.uuid, row);
  json = cw_json_printer_take (printer);

  return self->as_lines ? write_line (self, json->str, json->len, error)
                        : keep_mapping (self, row, json->str, json->len, error);
}

static gboolean
write_printed (Jskos *self, CwJsonPrinter *printer, GError **error)
{
  g_autoptr (GString) text = cw_json_printer_take (printer);

  g_string_append_len (self->buffer, text->str, (gssize) text->len);

  return self->buffer->len < BUFFER_SIZE || write_buffer (self, error);
}

static gboolean
print_mappings (Jskos *self,
                CwJsonPrinter *printer,
                const char *key,
                const GArray *places,
                const char *spool,
                GError **error)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      cw_json_printer_raw (printer, spool + place->offset, place->length);
      if (!write_printed (self, printer, error))
        return FALSE;
    }
  cw_json_printer_end_array (printer);

  return TRUE;
}

static void
print_name (CwJsonPrinter *printer, const char *name)
{
  cw_json_printer_key (printer, "prefLabel");
  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "und", name);
  cw_json_printer_end_object (printer);
}

static void
print_scheme (CwJsonPrinter *printer, const char *key, CwList *list)
{
  g_autofree char *uri = cw_list_get_iri (list);
  const CwListCard *card = cw_list_get_card (list);

  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "uri", uri);
  cw_jskos_print_list (printer, "notation", card->key);
  cw_jskos_print_text (printer, "prefLabel", card->title, FALSE);
  cw_jskos_print_string (printer, "startDate", card->issued);
  cw_json_printer_end_object (printer);
}

static gboolean
print_concordance (Jskos *self,
                   CwJsonPrinter *printer,
                   const Pair *pair,
                   const char *spool,
                   GError **error)
{
  g_autofree char *uri = cw_concordance_head_get_pair_iri (&self->head, pair->left, pair->right);
  g_autofree char *title = cw_concordance_head_get_title (&self->head);

  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "@context", CW_JSKOS_CONTEXT);
  cw_jskos_print_string (printer, "uri", uri);
  cw_jskos_print_list (printer, "type",
                       "http://rdf-vocabulary.ddialliance.org/xkos#Correspondence");
  if (*title != '\0')
    print_name (printer, title);
  cw_jskos_print_note (printer, "note", self->head.notice);
  print_scheme (printer, "fromScheme", pair->left);
  print_scheme (printer, "toScheme", pair->right);
  if (!print_mappings (self, printer, "mappings", pair->mappings, spool, error))
    return FALSE;
  /* Not among the mappings: a reader that knows no denials would take them for what they deny. */
  if (pair->denied->len > 0 &&
      !print_mappings (self, printer, "_denied", pair->denied, spool, error))
    return FALSE;
  cw_json_printer_end_object (printer);

  return TRUE;
}

/* One pair is one object, as most readers want it; several are an array. */
static gboolean
print_concordances (Jskos *self, CwJsonPrinter *printer, const char *spool, GError **error)
{
  gboolean as_array = self->pairs->len != 1;

  if (as_array)
    cw_json_printer_begin_array (printer);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      if (!print_concordance (self, printer, g_ptr_array_index (self->pairs, i), spool, error))
        return FALSE;
    }
  if (as_array)
    cw_json_printer_end_array (printer);

  return TRUE;
}

static gboolean
write_concordances (Jskos *self, GError **error)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  const char *spool = cw_spool_read (self->spool, error);

  if (spool == NULL)
    return FALSE;

  /* Where there is no mapping yet, there still is what it would be between. */
  if (self->pairs->len == 0 && self->head.left->len == 1 && self->head.right->len == 1)
    get_pair (self, g_ptr_array_index (self->head.left, 0),
              g_ptr_array_index (self->head.right, 0));
  if (!print_concordances (self, printer, spool, error) || !write_printed (self, printer, error))
    return FALSE;
  g_string_append_c (self->buffer, '\n');

  return TRUE;
}

static gboolean
finish (CwConcordanceWriter *writer, GError **error)
{
  Jskos *self = (Jskos *) writer;

  if (!self->as_lines && !write_concordances (self, error))
    return FALSE;

  return write_buffer (self, error) && g_output_stream_flush (self->stream, NULL, error);
}

static void
jskos_free (CwConcordanceWriter *writer)
{
  Jskos *self = (Jskos *) writer;

  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  cw_spool_free (self->spool);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

static const CwConcordanceWriterClass klass = { add_row, finish, jskos_free };

static CwConcordanceWriter *
jskos_open (GOutputStream *stream, const CwConcordanceHead *head, gboolean as_lines)
{
  Jskos *self = g_new0 (Jskos, 1);

  self->parent.klass = &klass;
  self->stream = g_object_ref (stream);
  self->head = *head;
  self->as_lines = as_lines;
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
  self->spool = cw_spool_new ();
  self->pairs = g_ptr_array_new_with_free_func (pair_free);

  return &self->parent;
}

/**
 * cw_concordance_jskos_open:
 * @stream: where to write; a reference is taken
 * @head: what is written; names are told in all languages, not only in its own
 *
 * Begins a JSKOS concordance, or an array of them where there are several pairs of lists. Rows with
 * no mapping are left out.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_jskos_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return jskos_open (stream, head, FALSE);
}

/**
 * cw_concordance_jskos_lines_open:
 * @stream: where to write; a reference is taken
 * @head: what is written; names are told in all languages, not only in its own
 *
 * Begins JSKOS mappings, one a line (NDJSON). Rows with no mapping are left out, and so are those
 * that deny a relation.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_jskos_lines_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return jskos_open (stream, head, TRUE);
}
