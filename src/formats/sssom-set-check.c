/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-set.h"

#include "formats/sssom-value.h"

#include <glib/gi18n-lib.h>

/* What SSSOM says of metadata besides their syntax. */

static void
check_version (CwSssomSet *self, CwReadLog *log)
{
  const GPtrArray *values = self->values[CW_SSSOM_FIELD_VERSION];
  const CwSssomValue *value = values != NULL ? g_ptr_array_index (values, 0) : NULL;

  if (value == NULL)
    return;

  self->is_new = g_str_equal (value->text, "1.1");
  if (self->is_new)
    return;

  if (g_str_equal (value->text, "1.0"))
    cw_read_log_lapse (log, &value->place, "version-1.0", NULL,
                       _ ("SSSOM 1.0 has no slot sssom_version, so none can say 1.0"));
  else
    cw_read_log_lapse (log, &value->place, "unknown-version", NULL,
                       /* Translators: %s is a version number */
                       _ ("version %s of SSSOM is not known"), value->text);
}

static void
check_prefix (CwSssomSet *self, const CwSssomValue *value, CwReadLog *log)
{
  const char *built_in = cw_sssom_prefix_get_built_in (value->name);
  g_autofree char *iri = g_strdup (value->text);

  if (!cw_read_log_is_strict (log))
    cw_sssom_text_repair (log, &value->place, iri);
  if (built_in != NULL && !g_str_equal (built_in, iri))
    {
      cw_read_log_lapse (log, &value->place, "redefined-prefix", value->name,
                         /* Translators: the first %s is a prefix, the second an IRI */
                         _ ("the prefix “%s” always stands for %s"), value->name, built_in);
      return;
    }
  if (!cw_sssom_prefix_is_valid (value->name))
    cw_read_log_lapse (log, &value->place, "no-prefix", value->name,
                       /* Translators: %s is a name in a file */
                       _ ("“%s” cannot be a prefix"), value->name);
  if (!cw_sssom_uri_is_valid (iri, FALSE))
    {
      cw_read_log_error (log, &value->place, "no-uri",
                         /* Translators: the first %s is a prefix, the second what it should stand
                            for */
                         _ ("the prefix “%s” cannot stand for “%s”, which is not an absolute URI"),
                         value->name, iri);
      return;
    }
  if (g_hash_table_contains (self->prefixes, value->name))
    cw_read_log_lapse (log, &value->place, "duplicate-key", value->name,
                       /* Translators: %s is a prefix */
                       _ ("the prefix “%s” is declared twice; the first is taken"), value->name);
  else
    g_hash_table_insert (self->prefixes, g_strdup (value->name), g_steal_pointer (&iri));
}

static void
check_presence (const CwSssomSet *self, guint field, const char *rule, CwReadLog *log)
{
  const CwReadPlace place = { self->file, 1, 1, NULL };

  if (self->values[field] != NULL)
    return;

  cw_read_log_lapse (log, &place, rule, NULL,
                     /* Translators: %s is the name of a field of a file */
                     _ ("the metadata lack “%s”"), cw_sssom_field_get (field)->name);
}

/* What is spread over the rows is checked there in a lenient reading. */
static void
check_value (CwSssomSet *self, const CwSssomField *field, CwSssomValue *value, CwReadLog *log)
{
  const char *rule = NULL;
  g_autofree char *fault = NULL;

  if (!cw_read_log_is_strict (log) &&
      (!cw_sssom_value_repair (log, field, &value->place, value->text) ||
       (field->flags & CW_SSSOM_SPREADS) != 0))
    return;

  fault = cw_sssom_set_find_fault (self, field, value->text, &rule);
  if (fault != NULL)
    cw_read_log_lapse (log, &value->place, rule, field->name, "%s", fault);
}

static void
check_values (CwSssomSet *self, guint id, CwReadLog *log)
{
  const CwSssomField *field = cw_sssom_field_get (id);
  const GPtrArray *values = self->values[id];

  if (values == NULL || id == CW_SSSOM_FIELD_VERSION)
    return;

  if ((field->flags & CW_SSSOM_NEW_IN_SET) != 0 && !self->is_new)
    {
      const CwSssomValue *first = g_ptr_array_index (values, 0);

      cw_read_log_lapse (log, &first->place, "needs-version-1.1", field->name,
                         /* Translators: %s is the name of a field; sssom_version stays as it is */
                         _ ("the slot “%s” needs sssom_version: \"1.1\""), field->name);
    }
  for (guint i = 0; i < values->len; i++)
    check_value (self, field, g_ptr_array_index (values, i), log);
}

static void
expand (const CwSssomSet *self, char **reference)
{
  g_autofree char *iri = NULL;

  if (cw_sssom_set_expand (self, *reference, &iri) == CW_SSSOM_FORM_DECLARED)
    {
      g_free (*reference);
      *reference = g_steal_pointer (&iri);
    }
}

static gboolean
is_reference (const CwSssomSet *self, const char *text)
{
  g_autofree char *iri = NULL;

  return *text == '\0' || cw_sssom_set_expand (self, text, &iri) == CW_SSSOM_FORM_DECLARED;
}

/* One that is wrong is as if it were not there. */
static void
check_extension (CwSssomSet *self, CwSssomExtension *extension, CwReadLog *log)
{
  gboolean is_named = *extension->name != '\0' && cw_sssom_prefix_is_valid (extension->name) &&
                      cw_sssom_field_find (extension->name, CW_SSSOM_IN_ROW) < 0 &&
                      !g_hash_table_contains (self->extensions, extension->name);

  if (!is_named)
    {
      cw_read_log_lapse (log, &extension->place, "bad-extension", NULL,
                         /* Translators: %s is the name of a column, which may be empty */
                         _ ("“%s” cannot be the name of an extension"), extension->name);
      return;
    }
  if (!is_reference (self, extension->property) || !is_reference (self, extension->type_hint))
    cw_read_log_lapse (log, &extension->place, "bad-extension", extension->name,
                       /* Translators: %s is the name of a column */
                       _ ("the property and the type of the extension “%s” must each be a prefix "
                          "that is declared, a colon and a name"),
                       extension->name);
  expand (self, &extension->property);
  expand (self, &extension->type_hint);
  g_hash_table_insert (self->extensions, extension->name, extension);
}

/**
 * cw_sssom_set_check:
 * @self: a set with all its metadata
 * @log: where problems go
 *
 * Checks the metadata and makes their prefixes and extensions ready for use.
 */
void
cw_sssom_set_check (CwSssomSet *self, CwReadLog *log)
{
  check_version (self, log);
  for (guint i = 0; i < self->declared->len; i++)
    check_prefix (self, g_ptr_array_index (self->declared, i), log);
  check_presence (self, CW_SSSOM_FIELD_SET_ID, "missing-mapping-set-id", log);
  check_presence (self, CW_SSSOM_FIELD_LICENSE, "missing-license", log);
  for (guint i = 0; i < CW_SSSOM_N_FIELDS; i++)
    check_values (self, i, log);
  for (guint i = 0; i < self->definitions->len; i++)
    check_extension (self, g_ptr_array_index (self->definitions, i), log);
}
