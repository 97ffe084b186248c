/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-set.h"

#include "model/date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
value_free (gpointer data)
{
  CwSssomValue *value = data;

  g_free (value->name);
  g_free (value->text);
  g_free (value);
}

static void
extension_free (gpointer data)
{
  CwSssomExtension *extension = data;

  g_free (extension->name);
  g_free (extension->property);
  g_free (extension->type_hint);
  g_free (extension);
}

/**
 * cw_sssom_set_new:
 * @file: the file that the metadata stand in
 *
 * Returns: (transfer full): a set that says nothing
 */
CwSssomSet *
cw_sssom_set_new (const char *file)
{
  CwSssomSet *self = g_new0 (CwSssomSet, 1);

  self->file = g_strdup (file);
  self->declared = g_ptr_array_new_with_free_func (value_free);
  self->definitions = g_ptr_array_new_with_free_func (extension_free);
  self->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->extensions = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * cw_sssom_set_free:
 * @self: (nullable): a set
 */
void
cw_sssom_set_free (CwSssomSet *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < CW_SSSOM_N_FIELDS; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
  g_hash_table_unref (self->extensions);
  g_hash_table_unref (self->prefixes);
  g_ptr_array_unref (self->definitions);
  g_ptr_array_unref (self->declared);
  g_free (self->file);
  g_free (self);
}

static CwSssomValue *
value_new (const char *name, const char *text, CwReadPlace place)
{
  CwSssomValue *value = g_new0 (CwSssomValue, 1);

  value->name = g_strdup (name);
  value->text = g_strdup (text);
  value->place = place;

  return value;
}

/**
 * cw_sssom_set_add_value:
 * @self: a set
 * @field: a #CwSssomFieldId
 * @text: a value of it
 * @place: where it stands; its file must outlive the set
 */
void
cw_sssom_set_add_value (CwSssomSet *self, guint field, const char *text, CwReadPlace place)
{
  if (self->values[field] == NULL)
    self->values[field] = g_ptr_array_new_with_free_func (value_free);
  g_ptr_array_add (self->values[field], value_new (NULL, text, place));
}

/**
 * cw_sssom_set_declare:
 * @self: a set
 * @prefix: the prefix
 * @iri: what it stands for
 * @place: where it is declared
 */
void
cw_sssom_set_declare (CwSssomSet *self, const char *prefix, const char *iri, CwReadPlace place)
{
  g_ptr_array_add (self->declared, value_new (prefix, iri, place));
}

/**
 * cw_sssom_set_get:
 * @self: a set
 * @field: a #CwSssomFieldId
 *
 * Returns: (transfer none) (nullable): the first value of the slot
 */
const char *
cw_sssom_set_get (const CwSssomSet *self, guint field)
{
  const GPtrArray *values = self->values[field];

  return values != NULL ? ((CwSssomValue *) g_ptr_array_index (values, 0))->text : NULL;
}

/**
 * cw_sssom_set_expand:
 * @self: a set that was checked
 * @text: a reference
 * @iri: (out) (transfer full) (nullable): its IRI, where there is one
 *
 * Returns: what stands there
 */
CwSssomForm
cw_sssom_set_expand (const CwSssomSet *self, const char *text, char **iri)
{
  const char *colon = strchr (text, ':');
  g_autofree char *prefix = NULL;
  const char *base;

  *iri = NULL;
  if (!cw_sssom_uri_is_valid (text, TRUE))
    return CW_SSSOM_FORM_NONE;
  if (colon == NULL)
    return CW_SSSOM_FORM_BARE;

  prefix = g_strndup (text, (gsize) (colon - text));
  base = g_hash_table_lookup (self->prefixes, prefix);
  if (base == NULL)
    base = cw_sssom_prefix_get_built_in (prefix);
  if (base != NULL && colon[1] != '\0')
    {
      *iri = g_strconcat (base, colon + 1, NULL);
      return CW_SSSOM_FORM_DECLARED;
    }
  if (cw_sssom_uri_is_valid (text, FALSE) &&
      (g_str_has_prefix (colon, "://") || g_ascii_strcasecmp (prefix, "urn") == 0))
    {
      *iri = g_strdup (text);
      return CW_SSSOM_FORM_IRI;
    }

  return cw_sssom_prefix_is_valid (prefix) && colon[1] != '\0' ? CW_SSSOM_FORM_UNDECLARED
                                                               : CW_SSSOM_FORM_NONE;
}

static char *
find_fault_of_reference (const CwSssomSet *self,
                         const CwSssomField *field,
                         const char *text,
                         const char **rule)
{
  g_autofree char *iri = NULL;

  switch (cw_sssom_set_expand (self, text, &iri))
    {
    case CW_SSSOM_FORM_DECLARED:
      break;
    case CW_SSSOM_FORM_UNDECLARED:
      *rule = "undeclared-prefix";
      return g_strdup_printf (
        /* Translators: the first %s is a name before a colon, the second the whole reference */
        _ ("the prefix “%.*s” of “%s” is not declared in curie_map"), (int) strcspn (text, ":"),
        text, text);
    case CW_SSSOM_FORM_IRI:
      *rule = "full-iri";
      /* Translators: %s is an IRI */
      return g_strdup_printf (_ ("“%s” must be shortened with a prefix of curie_map"), text);
    default:
      *rule = "no-reference";
      /* Translators: %s is a value of a table */
      return g_strdup_printf (_ ("“%s” is not a prefix, a colon and a name"), text);
    }

  if (g_str_equal (iri, CW_SSSOM_NO_TERM) && !g_str_equal (field->name, "subject_id") &&
      !g_str_equal (field->name, "object_id"))
    {
      *rule = "no-term-found";
      return g_strdup_printf (
        /* Translators: %s is the name of a column; sssom:NoTermFound stays as it is */
        _ ("sssom:NoTermFound can stand in subject_id and object_id, not in %s"), field->name);
    }
  if (field == cw_sssom_field_get (CW_SSSOM_FIELD_JUSTIFICATION) &&
      !cw_sssom_justification_is_known (iri))
    {
      *rule = "unknown-justification";
      /* Translators: %s is a value of a table */
      return g_strdup_printf (_ ("“%s” is no justification that SSSOM knows"), text);
    }

  return NULL;
}

static char *
find_fault_of_number (const CwSssomField *field, const char *text, const char **rule)
{
  double number;

  if (!cw_sssom_number_parse (text, &number))
    {
      *rule = "no-number";
      /* Translators: %s is a value of a table */
      return g_strdup_printf (_ ("“%s” is not a number"), text);
    }
  if (number < field->minimum || number > 1)
    {
      *rule = "out-of-range";
      /* Translators: the first %s is a number as it was written, %d the least number, 0 or -1 */
      return g_strdup_printf (_ ("“%s” is not between %d and 1"), text, (int) field->minimum);
    }

  return NULL;
}

static char *
find_fault_of_word (const CwSssomSet *self,
                    const CwSssomField *field,
                    const char *text,
                    const char **rule)
{
  if (!g_strv_contains (field->words, text))
    {
      g_autofree char *words = g_strjoinv (", ", (char **) field->words);

      *rule = "unknown-value";
      /* Translators: the first %s is a value of a table, the second the name of its column, the third
         the values that are allowed */
      return g_strdup_printf (_ ("“%s” is no value of %s; these are: %s"), text, field->name,
                              words);
    }
  if (cw_sssom_word_is_new (text) && !self->is_new)
    {
      *rule = "needs-version-1.1";
      /* Translators: %s is a value of a table; sssom_version stays as it is */
      return g_strdup_printf (_ ("“%s” needs sssom_version: \"1.1\""), text);
    }

  return NULL;
}

/* SSSOM 1.0 took relative URIs, and any text to see also. */
static char *
find_fault_of_uri (const CwSssomSet *self,
                   const CwSssomField *field,
                   const char *text,
                   const char **rule)
{
  if (!self->is_new && field == cw_sssom_field_get (CW_SSSOM_FIELD_SEE_ALSO))
    return NULL;
  if (cw_sssom_uri_is_valid (text, !self->is_new))
    return NULL;

  *rule = "no-uri";
  /* Translators: %s is a value of a table */
  return g_strdup_printf (_ ("“%s” is not an absolute URI"), text);
}

/**
 * cw_sssom_set_find_fault:
 * @self: a set that was checked
 * @field: a slot
 * @text: a value of it, not empty
 * @rule: (out) (transfer none) (nullable): which rule it breaks
 *
 * Checks one value after SSSOM's schema.
 *
 * Returns: (transfer full) (nullable): what is wrong with it, or %NULL
 */
char *
cw_sssom_set_find_fault (const CwSssomSet *self,
                         const CwSssomField *field,
                         const char *text,
                         const char **rule)
{
  switch (field->type)
    {
    case CW_SSSOM_TYPE_REFERENCE:
      return find_fault_of_reference (self, field, text, rule);
    case CW_SSSOM_TYPE_URI:
      return find_fault_of_uri (self, field, text, rule);
    case CW_SSSOM_TYPE_NUMBER:
      return find_fault_of_number (field, text, rule);
    case CW_SSSOM_TYPE_WORD:
      return find_fault_of_word (self, field, text, rule);
    case CW_SSSOM_TYPE_DATE:
      if (cw_date_is_valid (text))
        return NULL;
      *rule = "no-date";
      /* Translators: %s is a value of a table; YYYY-MM-DD is the form of a date */
      return g_strdup_printf (_ ("“%s” is not a day in the form YYYY-MM-DD"), text);
    default:
      return NULL;
    }
}
