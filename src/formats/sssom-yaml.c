/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yaml.h>

/* The metadata as libyaml's events, one after the other: nothing is built from them but what is
 * wanted. Aliases, which could make much of little, are refused with the anchors and tags that SSSOM
 * forbids. */

/* Three are enough for extension definitions. */
#define MAX_DEPTH 8

typedef struct
{
  CwSssomSet *set;
  CwReadLog *log;
  yaml_parser_t parser;
  yaml_event_t event;
  gboolean has_event;
  guint depth;
  guint indent;
  GHashTable *seen; /* keys at the top */
} Yaml;

static CwReadPlace
get_place (const Yaml *self, const yaml_mark_t *mark)
{
  return (CwReadPlace){ self->set->file, (guint) mark->line + 1,
                        (guint) mark->column + 1 + self->indent, NULL };
}

static gboolean G_GNUC_PRINTF (4, 5)
  fail (const Yaml *self, const yaml_mark_t *mark, GError **error, const char *format, ...)
{
  CwReadPlace place = get_place (self, mark);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, place.file, place.line, place.column,
                               "%s", what);
  return FALSE;
}

static gboolean
check_event (Yaml *self, GError **error)
{
  const yaml_event_t *event = &self->event;
  const yaml_char_t *anchor = NULL;
  const yaml_char_t *tag = NULL;

  switch (event->type)
    {
    case YAML_ALIAS_EVENT:
      return fail (self, &event->start_mark, error,
                   _ ("the metadata of SSSOM can have no aliases"));
    case YAML_DOCUMENT_START_EVENT:
      if (event->data.document_start.version_directive != NULL ||
          event->data.document_start.tag_directives.start !=
            event->data.document_start.tag_directives.end)
        return fail (self, &event->start_mark, error,
                     _ ("the metadata of SSSOM can have no YAML directives"));
      return TRUE;
    case YAML_SCALAR_EVENT:
      anchor = event->data.scalar.anchor;
      tag = event->data.scalar.tag;
      break;
    case YAML_SEQUENCE_START_EVENT:
      anchor = event->data.sequence_start.anchor;
      tag = event->data.sequence_start.tag;
      self->depth++;
      break;
    case YAML_MAPPING_START_EVENT:
      anchor = event->data.mapping_start.anchor;
      tag = event->data.mapping_start.tag;
      self->depth++;
      break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      self->depth--;
      return TRUE;
    default:
      return TRUE;
    }

  if (anchor != NULL)
    return fail (self, &event->start_mark, error, _ ("the metadata of SSSOM can have no anchors"));
  if (tag != NULL)
    return fail (self, &event->start_mark, error, _ ("the metadata of SSSOM can have no tags"));
  if (self->depth > MAX_DEPTH)
    return fail (self, &event->start_mark, error, _ ("the metadata are nested too deeply"));

  return TRUE;
}

static gboolean
next_event (Yaml *self, GError **error)
{
  if (self->has_event)
    yaml_event_delete (&self->event);
  self->has_event = FALSE;
  if (!yaml_parser_parse (&self->parser, &self->event))
    return fail (self, &self->parser.problem_mark, error,
                 /* Translators: %s is the reason, in English, of the library that reads YAML */
                 _ ("the metadata are not valid YAML: %s"),
                 self->parser.problem != NULL ? self->parser.problem : "");
  self->has_event = TRUE;

  return check_event (self, error);
}

static gboolean
is_end (const Yaml *self)
{
  return self->event.type == YAML_MAPPING_END_EVENT || self->event.type == YAML_SEQUENCE_END_EVENT;
}

/* To the end of the node whose first event has come. */
static gboolean
skip_node (Yaml *self, GError **error)
{
  guint depth = self->depth;

  if (self->event.type == YAML_SCALAR_EVENT)
    return TRUE;
  while (self->depth >= depth)
    {
      if (!next_event (self, error))
        return FALSE;
    }

  return TRUE;
}

/* The scalar that has come; %NULL for null (YAML 1.2.2, section 10.3.2) and for one with a zero
 * character. */
static const char *
get_scalar (const Yaml *self)
{
  static const char *const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
  const char *text = (const char *) self->event.data.scalar.value;

  if (strlen (text) != self->event.data.scalar.length ||
      (self->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE && g_strv_contains (nulls, text)))
    return NULL;

  return text;
}

/* Takes the key that has come, and goes on to its value. */
static gboolean
take_key (Yaml *self, char **key, CwReadPlace *place, GError **error)
{
  *place = get_place (self, &self->event.start_mark);
  if (self->event.type != YAML_SCALAR_EVENT)
    return fail (self, &self->event.start_mark, error, _ ("a key must be a word"));
  *key = g_strdup ((const char *) self->event.data.scalar.value);

  return next_event (self, error);
}

static void
tell_wrong_kind (Yaml *self, const char *key, const CwReadPlace *place)
{
  cw_read_log_error (self->log, place, "wrong-kind",
                     /* Translators: %s is the name of a field of a file */
                     _ ("“%s” holds another kind of value"), key);
}

static gboolean
read_prefixes (Yaml *self, GError **error)
{
  if (self->event.type != YAML_MAPPING_START_EVENT)
    {
      CwReadPlace place = get_place (self, &self->event.start_mark);

      if (self->event.type != YAML_SCALAR_EVENT || get_scalar (self) != NULL)
        tell_wrong_kind (self, "curie_map", &place);
      return skip_node (self, error);
    }
  if (!next_event (self, error))
    return FALSE;
  while (!is_end (self))
    {
      g_autofree char *name = NULL;
      CwReadPlace place;
      const char *iri;

      if (!take_key (self, &name, &place, error))
        return FALSE;
      iri = self->event.type == YAML_SCALAR_EVENT ? get_scalar (self) : NULL;
      if (iri != NULL)
        cw_sssom_set_declare (self->set, name, iri, place);
      else
        tell_wrong_kind (self, name, &place);
      if (!skip_node (self, error) || !next_event (self, error))
        return FALSE;
    }

  return TRUE;
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text != NULL ? text : "");
}

static gboolean
read_definition (Yaml *self, GError **error)
{
  CwSssomExtension *extension = g_new0 (CwSssomExtension, 1);

  g_ptr_array_add (self->set->definitions, extension);
  extension->name = g_strdup ("");
  extension->property = g_strdup ("");
  extension->type_hint = g_strdup ("");
  extension->place = get_place (self, &self->event.start_mark);
  if (self->event.type != YAML_MAPPING_START_EVENT)
    return skip_node (self, error);
  if (!next_event (self, error))
    return FALSE;
  while (!is_end (self))
    {
      g_autofree char *key = NULL;
      CwReadPlace place;
      const char *text;

      if (!take_key (self, &key, &place, error))
        return FALSE;
      text = self->event.type == YAML_SCALAR_EVENT ? get_scalar (self) : NULL;
      if (g_str_equal (key, "slot_name"))
        set_text (&extension->name, text);
      else if (g_str_equal (key, "property"))
        set_text (&extension->property, text);
      else if (g_str_equal (key, "type_hint"))
        set_text (&extension->type_hint, text);
      else
        tell_wrong_kind (self, key, &place);
      if (!skip_node (self, error) || !next_event (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_definitions (Yaml *self, GError **error)
{
  CwReadPlace place = get_place (self, &self->event.start_mark);

  if (self->event.type != YAML_SEQUENCE_START_EVENT)
    {
      if (self->event.type != YAML_SCALAR_EVENT || get_scalar (self) != NULL)
        tell_wrong_kind (self, "extension_definitions", &place);
      return skip_node (self, error);
    }
  if (!next_event (self, error))
    return FALSE;
  while (!is_end (self))
    {
      if (!read_definition (self, error) || !next_event (self, error))
        return FALSE;
    }

  return TRUE;
}

static void
take_scalar (Yaml *self, guint field)
{
  const char *text = get_scalar (self);

  if (text != NULL)
    cw_sssom_set_add_value (self->set, field, text, get_place (self, &self->event.start_mark));
}

/* One value is a list of one. */
static gboolean
read_values (Yaml *self, guint field, GError **error)
{
  const CwSssomField *schema = cw_sssom_field_get (field);
  CwReadPlace place = get_place (self, &self->event.start_mark);

  if (self->event.type == YAML_SCALAR_EVENT)
    {
      take_scalar (self, field);
      return TRUE;
    }
  if (self->event.type != YAML_SEQUENCE_START_EVENT || (schema->flags & CW_SSSOM_SEVERAL) == 0)
    {
      tell_wrong_kind (self, schema->name, &place);
      return skip_node (self, error);
    }
  if (!next_event (self, error))
    return FALSE;
  while (!is_end (self))
    {
      if (self->event.type == YAML_SCALAR_EVENT)
        take_scalar (self, field);
      else
        tell_wrong_kind (self, schema->name, &place);
      if (!skip_node (self, error) || !next_event (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_field (Yaml *self, const char *key, const CwReadPlace *place, GError **error)
{
  int field = cw_sssom_field_find (key, CW_SSSOM_IN_SET);

  if (!g_hash_table_add (self->seen, g_strdup (key)))
    {
      cw_read_log_lapse (self->log, place, "duplicate-key", key,
                         /* Translators: %s is the name of a field of a file */
                         _ ("“%s” stands twice in the metadata; the first is taken"), key);
      return skip_node (self, error);
    }
  if (field < 0)
    {
      cw_read_log_lapse (self->log, place, "unknown-slot", key,
                         /* Translators: %s is the name of a field of a file */
                         _ ("SSSOM knows no slot “%s” of a set of mappings"), key);
      return skip_node (self, error);
    }
  if (field == CW_SSSOM_FIELD_CURIE_MAP)
    return read_prefixes (self, error);
  if (field == CW_SSSOM_FIELD_EXTENSIONS)
    return read_definitions (self, error);

  return read_values (self, (guint) field, error);
}

static gboolean
read_root (Yaml *self, GError **error)
{
  if (self->event.type == YAML_SCALAR_EVENT && get_scalar (self) == NULL)
    return TRUE;
  if (self->event.type != YAML_MAPPING_START_EVENT)
    return fail (self, &self->event.start_mark, error,
                 _ ("the metadata must be lines of a key, a colon and a value"));
  if (!next_event (self, error))
    return FALSE;
  while (!is_end (self))
    {
      g_autofree char *key = NULL;
      CwReadPlace place;

      if (!take_key (self, &key, &place, error) || !read_field (self, key, &place, error) ||
          !next_event (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_stream (Yaml *self, GError **error)
{
  /* The stream begins. */
  if (!next_event (self, error) || !next_event (self, error))
    return FALSE;
  if (self->event.type == YAML_STREAM_END_EVENT)
    return TRUE;
  /* The document begins; afterwards it ends, and the stream. */
  if (!next_event (self, error) || !read_root (self, error) || !next_event (self, error) ||
      !next_event (self, error))
    return FALSE;

  return self->event.type == YAML_STREAM_END_EVENT ||
         fail (self, &self->event.start_mark, error,
               _ ("the metadata must be one YAML document, not several"));
}

/**
 * cw_sssom_set_parse:
 * @self: a set
 * @yaml: (array length=length): the metadata, UTF-8
 * @length: in bytes
 * @indent: how many characters of the file stand before each line
 * @log: where problems go
 * @error: return location
 *
 * Adds what stands in the metadata to the set (YAML 1.2.2, without what SSSOM forbids).
 *
 * Returns: whether they could be read; else with %CW_FORMAT_ERROR_SYNTAX where they are no YAML, or
 *   have anchors, aliases, tags or directives
 */
gboolean
cw_sssom_set_parse (CwSssomSet *self,
                    const char *yaml,
                    gsize length,
                    guint indent,
                    CwReadLog *log,
                    GError **error)
{
  Yaml reader = { .set = self, .log = log, .indent = indent };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean success;

  if (!yaml_parser_initialize (&reader.parser))
    g_error ("libyaml found no memory");
  yaml_parser_set_encoding (&reader.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&reader.parser, (const guchar *) yaml, length);
  reader.seen = seen;
  success = read_stream (&reader, error);
  if (reader.has_event)
    yaml_event_delete (&reader.event);
  yaml_parser_delete (&reader.parser);

  return success;
}
