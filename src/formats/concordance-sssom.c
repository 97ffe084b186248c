/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-sssom.h"

#include "formats/spool.h"
#include "formats/sssom-hash.h"
#include "formats/sssom-metadata.h"

#include <string.h>

/* The canonical form has the rows sorted, tells at the top what all of them share, and counts how
 * many partners each item has; so nothing can be written before the last row is known. Rows wait in a
 * spool, each as all its cells with a zero byte after each: bytes that sort as the format wants its
 * rows sorted. In memory is only where each row begins and what it links. */

/* Bytes kept before they go to the stream. */
#define BUFFER_SIZE (64 * 1024)

typedef struct
{
  guint64 offset; /* in the spool */
  const CwItem *left;
  const CwItem *right;
} Row;

typedef struct
{
  CwConcordanceWriter parent;
  GOutputStream *stream;
  GOutputStream *metadata; /* (nullable) */
  CwConcordanceHead head;
  char **languages;
  gboolean expanded;
  gboolean with_hashes;
  CwCurieMap *prefixes;
  CwSssomColumn columns[CW_SSSOM_N_SLOTS];
  GString *values[CW_SSSOM_N_SLOTS]; /* of the row that is added */
  GString *cells;                    /* the same as they are kept */
  CwSpool *spool;
  GArray *rows;
  GHashTable *n_objects;  /* CwItem → how many different objects it has as a subject */
  GHashTable *n_subjects; /* CwItem → how many different subjects it has as an object */
} Sssom;

/* Only in slots with several values, a “|” separates them. */
static void
append_list_value (GString *cells, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '|' || *text == '\\')
        g_string_append_c (cells, '\\');
      g_string_append_c (cells, *text);
    }
}

static gboolean
append_cell (Sssom *self, guint index, GError **error)
{
  const CwSssomSlot *slot = cw_sssom_slot_get (index);
  const char *text = self->values[index]->str;

  if ((slot->flags & CW_SSSOM_REFERENCE) != 0 && *text != '\0')
    {
      text = cw_curie_map_shorten (self->prefixes, text, error);
      if (text == NULL)
        return FALSE;
    }
  if ((slot->flags & CW_SSSOM_LIST) != 0)
    append_list_value (self->cells, text);
  else
    g_string_append (self->cells, text);

  return TRUE;
}

static void
note_cell (CwSssomColumn *column, const char *cell, gboolean is_first)
{
  column->used = column->used || *cell != '\0';
  if (is_first)
    column->common = g_strdup (cell);
  else if (!column->varies)
    column->varies = !g_str_equal (column->common, cell);
}

static gboolean
keep_row (Sssom *self, const CwConcordanceRow *row, GError **error)
{
  Row kept = { cw_spool_get_length (self->spool), row->left, row->right };

  g_string_truncate (self->cells, 0);
  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      gsize begin = self->cells->len;

      if (!append_cell (self, i, error))
        return FALSE;
      note_cell (&self->columns[i], self->cells->str + begin, self->rows->len == 0);
      g_string_append_c (self->cells, '\0');
    }
  g_array_append_val (self->rows, kept);

  return cw_spool_append (self->spool, self->cells->str, self->cells->len, error);
}

static const char *
get_value (Sssom *self, const char *slot_name)
{
  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      if (g_str_equal (cw_sssom_slot_get (i)->name, slot_name))
        return self->values[i]->str;
    }

  g_return_val_if_reached ("");
}

/* Both are of what the row says otherwise: a reader that counts them again leaves them out. */
static void
add_to_record (Sssom *self, guint index, CwSssomRecord *record)
{
  const CwSssomSlot *slot = cw_sssom_slot_get (index);
  const char *extension = cw_sssom_slot_get_extension_name (slot);
  const char *value = self->values[index]->str;
  const char *const list[] = { value, NULL };
  g_autofree char *property = NULL;

  if (*value == '\0')
    return;

  if (extension != NULL)
    {
      property = g_strconcat (CW_TERMS_IRI, extension, NULL);
      cw_sssom_record_add_extension (record, property, value);
    }
  else if ((slot->flags & CW_SSSOM_LIST) != 0)
    cw_sssom_record_add_list (record, slot->name, list);
  else
    cw_sssom_record_add (record, slot->name, value);
}

static char *
get_record_hash (Sssom *self)
{
  g_autoptr (CwSssomRecord) record = cw_sssom_record_new ();

  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    add_to_record (self, i, record);

  return cw_sssom_record_end (record);
}

static char *
get_sameness_id (Sssom *self)
{
  const char *const subjects[] = { get_value (self, "subject_id"), NULL };
  const char *const objects[] = { get_value (self, "object_id"), NULL };

  return cw_mapping_sameness_id (subjects, get_value (self, "predicate_id"), objects,
                                 *get_value (self, "predicate_modifier") != '\0');
}

static void
fill_hashes (Sssom *self)
{
  g_autofree char *hash = get_record_hash (self);
  g_autofree char *sameness_id = get_sameness_id (self);

  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      const char *name = cw_sssom_slot_get (i)->name;

      if (g_str_equal (name, CW_SSSOM_RECORD_HASH))
        g_string_assign (self->values[i], hash);
      else if (g_str_equal (name, CW_SSSOM_SAMENESS_ID))
        g_string_assign (self->values[i], sameness_id);
    }
}

static gboolean
add_row (CwConcordanceWriter *writer, const CwConcordanceRow *row, GError **error)
{
  Sssom *self = (Sssom *) writer;

  /* An item with no mapping is none. */
  if (row->mapping == NULL)
    return TRUE;

  cw_curie_map_add_list (self->prefixes, row->left_list);
  cw_curie_map_add_list (self->prefixes, row->right_list);
  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      const CwSssomSlot *slot = cw_sssom_slot_get (i);

      g_string_truncate (self->values[i], 0);
      if (slot->append != NULL)
        cw_sssom_slot_append (slot, row, (const char *const *) self->languages, self->values[i]);
    }
  if (self->with_hashes)
    fill_hashes (self);

  return keep_row (self, row, error);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Row *first = a;
  const Row *second = b;

  if (first->left != second->left)
    return first->left < second->left ? -1 : 1;

  return first->right == second->right ? 0 : first->right < second->right ? -1 : 1;
}

static void
count_one_more (GHashTable *counts, const CwItem *item)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, item));

  g_hash_table_insert (counts, (gpointer) item, GUINT_TO_POINTER (n + 1));
}

static gboolean
is_several (GHashTable *counts, const CwItem *item)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, item)) > 1;
}

/* The order of addresses differs from run to run; what is counted does not. */
static void
count_partners (Sssom *self)
{
  g_autoptr (GArray) pairs = g_array_copy (self->rows);
  const Row *last = NULL;

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Row *row = &g_array_index (pairs, Row, i);

      if (row->left == NULL || row->right == NULL ||
          (last != NULL && compare_pairs (last, row) == 0))
        continue;
      count_one_more (self->n_objects, row->left);
      count_one_more (self->n_subjects, row->right);
      last = row;
    }
}

/* How many subjects its object has, and how many objects its subject. */
static const char *
get_cardinality (Sssom *self, const Row *row)
{
  static const char *const known[] = { "1:1", "1:n", "n:1", "n:n" };
  gboolean many_subjects, many_objects;

  if (row->right == NULL)
    return "1:0";
  if (row->left == NULL)
    return "0:1";

  many_subjects = is_several (self->n_subjects, row->right);
  many_objects = is_several (self->n_objects, row->left);

  return known[(many_subjects ? 2 : 0) + (many_objects ? 1 : 0)];
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *spool = user_data;
  const char *first = spool + ((const Row *) a)->offset;
  const char *second = spool + ((const Row *) b)->offset;

  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      int order = strcmp (first, second);

      if (order != 0)
        return order;
      first += strlen (first) + 1;
      second += strlen (second) + 1;
    }

  return 0;
}

static void
choose_columns (Sssom *self)
{
  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      CwSssomColumn *column = &self->columns[i];
      const CwSssomSlot *slot = cw_sssom_slot_get (i);

      if (g_str_equal (slot->name, CW_SSSOM_CARDINALITY))
        column->used = self->rows->len > 0;
      column->condensed = !self->expanded && column->used && !column->varies &&
                          (slot->flags & CW_SSSOM_PROPAGATES) != 0;
      if (cw_sssom_slot_get_extension_name (slot) != NULL && column->used)
        cw_curie_map_shorten (self->prefixes, CW_TERMS_IRI "extension", NULL);
    }
}

static gboolean
is_column (Sssom *self, guint index)
{
  if ((cw_sssom_slot_get (index)->flags & CW_SSSOM_REQUIRED) != 0)
    return TRUE;

  return self->columns[index].used && !self->columns[index].condensed;
}

static void
append_field (GString *text, const char *cell)
{
  gboolean quoted = strpbrk (cell, "\t\n\r\"") != NULL;

  if (quoted)
    g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  if (quoted)
    g_string_append_c (text, '"');
}

static void
append_row (Sssom *self, GString *text, const Row *row, const char *cell)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++, cell += strlen (cell) + 1)
    {
      gboolean counted = g_str_equal (cw_sssom_slot_get (i)->name, CW_SSSOM_CARDINALITY);

      if (!is_column (self, i))
        continue;
      if (begun)
        g_string_append_c (text, '\t');
      begun = TRUE;
      append_field (text, counted ? get_cardinality (self, row) : cell);
    }
  g_string_append_c (text, '\n');
}

static void
append_header (Sssom *self, GString *text)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      if (!is_column (self, i))
        continue;
      if (begun)
        g_string_append_c (text, '\t');
      begun = TRUE;
      g_string_append (text, cw_sssom_slot_get (i)->name);
    }
  g_string_append_c (text, '\n');
}

/* In the table, each line of the metadata has a “#” before it. */
static gboolean
write_metadata (Sssom *self, GString *text, GError **error)
{
  g_autofree char *yaml = cw_sssom_metadata_format (&self->head, self->columns, self->prefixes);
  g_auto (GStrv) lines = NULL;

  if (self->metadata != NULL)
    return g_output_stream_write_all (self->metadata, yaml, strlen (yaml), NULL, NULL, error) &&
           g_output_stream_flush (self->metadata, NULL, error);

  lines = g_strsplit (yaml, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (text, "#%s\n", lines[i]);

  return TRUE;
}

static gboolean
write_out (Sssom *self, GString *text, GError **error)
{
  if (!g_output_stream_write_all (self->stream, text->str, text->len, NULL, NULL, error))
    return FALSE;
  g_string_truncate (text, 0);

  return TRUE;
}

static gboolean
write_rows (Sssom *self, const char *spool, GString *text, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      append_row (self, text, row, spool + row->offset);
      if (text->len >= BUFFER_SIZE && !write_out (self, text, error))
        return FALSE;
    }

  return write_out (self, text, error) && g_output_stream_flush (self->stream, NULL, error);
}

static gboolean
finish (CwConcordanceWriter *writer, GError **error)
{
  Sssom *self = (Sssom *) writer;
  const char *spool = cw_spool_read (self->spool, error);
  g_autoptr (GString) text = g_string_sized_new (BUFFER_SIZE + 4096);

  if (spool == NULL)
    return FALSE;

  count_partners (self);
  g_array_sort_with_data (self->rows, compare_rows, (gpointer) spool);
  choose_columns (self);
  if (!write_metadata (self, text, error))
    return FALSE;
  append_header (self, text);

  return write_rows (self, spool, text, error);
}

static void
sssom_free (CwConcordanceWriter *writer)
{
  Sssom *self = (Sssom *) writer;

  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      g_string_free (self->values[i], TRUE);
      g_free (self->columns[i].common);
    }
  g_string_free (self->cells, TRUE);
  g_array_unref (self->rows);
  g_hash_table_unref (self->n_objects);
  g_hash_table_unref (self->n_subjects);
  cw_spool_free (self->spool);
  cw_curie_map_free (self->prefixes);
  g_strfreev (self->languages);
  g_clear_object (&self->metadata);
  g_object_unref (self->stream);
  g_free (self);
}

static const CwConcordanceWriterClass klass = { add_row, finish, sssom_free };

/* In the order of the sides, whichever row comes first. */
static void
add_lists (CwCurieMap *prefixes, GPtrArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    cw_curie_map_add_list (prefixes, g_ptr_array_index (lists, i));
}

/**
 * cw_concordance_sssom_open_with:
 * @stream: where to write; a reference is taken
 * @head: what is written
 * @options: how
 *
 * Begins a SSSOM/TSV file (Simple Standard for Sharing Ontological Mappings, 1.0, and 1.1 where there
 * are dates of reviews). Rows with no mapping are left out. With its extensions, which the file
 * declares, it says all that the document knows of its mappings.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_sssom_open_with (GOutputStream *stream,
                                const CwConcordanceHead *head,
                                const CwSssomOptions *options)
{
  Sssom *self = g_new0 (Sssom, 1);

  self->parent.klass = &klass;
  self->stream = g_object_ref (stream);
  g_set_object (&self->metadata, options->metadata);
  self->head = *head;
  self->languages = g_strdupv ((char **) head->languages);
  self->expanded = options->expanded;
  self->with_hashes = options->with_hashes;
  self->prefixes = cw_curie_map_new ();
  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    self->values[i] = g_string_new (NULL);
  self->cells = g_string_new (NULL);
  self->spool = cw_spool_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->n_objects = g_hash_table_new (NULL, NULL);
  self->n_subjects = g_hash_table_new (NULL, NULL);
  add_lists (self->prefixes, head->left);
  add_lists (self->prefixes, head->right);

  return &self->parent;
}

/**
 * cw_concordance_sssom_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 *
 * Begins a SSSOM/TSV file in its canonical form, see cw_concordance_sssom_open_with().
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_sssom_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return cw_concordance_sssom_open_with (stream, head, &(CwSssomOptions){ 0 });
}
