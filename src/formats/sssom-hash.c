/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-hash.h"

#include <string.h>

/* FNV-1a with 64 bits (RFC 9923). */
#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

struct _CwSssomRecord
{
  GString *expression;
  gboolean in_extensions;
};

/**
 * cw_sssom_record_new:
 *
 * Returns: (transfer full): a record in which no slot has a value yet
 */
CwSssomRecord *
cw_sssom_record_new (void)
{
  CwSssomRecord *self = g_new0 (CwSssomRecord, 1);

  self->expression = g_string_new ("(7:mapping(");

  return self;
}

/**
 * cw_sssom_record_free:
 * @self: (nullable): a record
 */
void
cw_sssom_record_free (CwSssomRecord *self)
{
  if (self == NULL)
    return;

  g_string_free (self->expression, TRUE);
  g_free (self);
}

/* A byte string with its length in bytes before it. */
static void
append_atom (GString *expression, const char *text)
{
  g_string_append_printf (expression, "%" G_GSIZE_FORMAT ":", strlen (text));
  g_string_append (expression, text);
}

/**
 * cw_sssom_record_add:
 * @self: a record
 * @slot: a slot that can have one value
 * @value: its value; a reference as its whole IRI, a number as SSSOM writes it
 */
void
cw_sssom_record_add (CwSssomRecord *self, const char *slot, const char *value)
{
  g_string_append_c (self->expression, '(');
  append_atom (self->expression, slot);
  append_atom (self->expression, value);
  g_string_append_c (self->expression, ')');
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* By code point, which UTF-8 keeps. */
static GPtrArray *
sort_texts (const char *const *texts)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) texts[i]);
  g_ptr_array_sort (sorted, compare_texts);

  return sorted;
}

/**
 * cw_sssom_record_add_list:
 * @self: a record
 * @slot: a slot that can have several values
 * @values: (array zero-terminated=1): its values, in any order
 */
void
cw_sssom_record_add_list (CwSssomRecord *self, const char *slot, const char *const *values)
{
  g_autoptr (GPtrArray) sorted = sort_texts (values);

  g_string_append_c (self->expression, '(');
  append_atom (self->expression, slot);
  g_string_append_c (self->expression, '(');
  for (guint i = 0; i < sorted->len; i++)
    append_atom (self->expression, g_ptr_array_index (sorted, i));
  g_string_append (self->expression, "))");
}

/**
 * cw_sssom_record_add_extension:
 * @self: a record; only more extensions may follow
 * @property: the IRI of the extension's property
 * @value: its value
 */
void
cw_sssom_record_add_extension (CwSssomRecord *self, const char *property, const char *value)
{
  if (!self->in_extensions)
    g_string_append (self->expression, "(10:extensions(");
  self->in_extensions = TRUE;
  cw_sssom_record_add (self, property, value);
}

/**
 * cw_sssom_record_end:
 * @self: a record that is complete
 *
 * Returns: (transfer full): its hash, 16 hexadecimal digits
 */
char *
cw_sssom_record_end (CwSssomRecord *self)
{
  guint64 hash = FNV_OFFSET;
  GString *text = g_string_sized_new (16);

  if (self->in_extensions)
    g_string_append (self->expression, "))");
  g_string_append (self->expression, "))");

  for (gsize i = 0; i < self->expression->len; i++)
    hash = (hash ^ (guchar) self->expression->str[i]) * FNV_PRIME;
  /* The published hashes have the low byte first. */
  for (guint i = 0; i < 8; i++, hash >>= 8)
    g_string_append_printf (text, "%02X", (guint) (hash & 0xff));

  return g_string_free (text, FALSE);
}

/**
 * cw_sssom_record_get_expression:
 * @self: a record
 *
 * Returns: (transfer none): what is hashed, as far as it is built
 */
const char *
cw_sssom_record_get_expression (const CwSssomRecord *self)
{
  return self->expression->str;
}

static void
append_joined (GString *text, const char *const *iris)
{
  g_autoptr (GPtrArray) sorted = sort_texts (iris);

  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            (const char *) g_ptr_array_index (sorted, i));
}

/**
 * cw_mapping_sameness_id:
 * @subjects: (array zero-terminated=1): IRIs, in any order
 * @predicate: an IRI
 * @objects: (array zero-terminated=1): IRIs, in any order
 * @negated: whether the mapping says that this does not hold
 *
 * Whoever says it and why, two mappings that say the same have the same identifier (Mapping
 * Sameness Identifier 0.9.0).
 *
 * Returns: (transfer full): the identifier
 */
char *
cw_mapping_sameness_id (const char *const *subjects,
                        const char *predicate,
                        const char *const *objects,
                        gboolean negated)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *digest = NULL;

  append_joined (text, subjects);
  g_string_append_printf (text, " %s ", predicate);
  append_joined (text, objects);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);

  return g_strconcat ("mapping:", digest, negated ? "~" : NULL, NULL);
}
