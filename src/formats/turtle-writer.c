/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/turtle-writer.h"

#include "formats/curie-map.h"
#include "formats/error.h"

#include <glib/gi18n-lib.h>
#include <serd/serd.h>

struct _CwTurtleWriter
{
  GOutputStream *stream;
  GError *error;
  SerdEnv *env;
  SerdWriter *writer;
  SerdStatus status;
  char *subject;
  guint n_blanks;
  char *blank;   /* (nullable): the blank node that is being written */
  gboolean bare; /* whether nothing was said of it yet */
};

static const char *const prefixes[][2] = {
  { "dcterms", "http://purl.org/dc/terms/" },
  { "foaf", "http://xmlns.com/foaf/0.1/" },
  { "owl", "http://www.w3.org/2002/07/owl#" },
  { "pav", "http://purl.org/pav/" },
  { "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#" },
  { "rdfs", "http://www.w3.org/2000/01/rdf-schema#" },
  { "semapv", CW_SEMAPV_IRI },
  { "skos", CW_SKOS_IRI },
  { "sssom", CW_SSSOM_IRI },
  { "xkos", "http://rdf-vocabulary.ddialliance.org/xkos#" },
  { "xsd", "http://www.w3.org/2001/XMLSchema#" },
  { "crosswalk", CW_TERMS_IRI },
};

static size_t
sink (const void *buffer, size_t length, void *user_data)
{
  CwTurtleWriter *self = user_data;

  if (self->error == NULL)
    g_output_stream_write_all (self->stream, buffer, length, NULL, NULL, &self->error);

  /* What the stream could not take is told at the end. */
  return length;
}

static SerdNode
make_node (SerdType type, const char *string)
{
  return serd_node_from_string (type, (const guint8 *) string);
}

/**
 * cw_turtle_writer_new:
 * @stream: where to write; a reference is taken
 *
 * Returns: (transfer full): a writer that has written its prefixes
 */
CwTurtleWriter *
cw_turtle_writer_new (GOutputStream *stream)
{
  CwTurtleWriter *self = g_new0 (CwTurtleWriter, 1);

  self->stream = g_buffered_output_stream_new_sized (stream, 64 * 1024);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->stream), FALSE);
  self->env = serd_env_new (NULL);
  self->writer = serd_writer_new (SERD_TURTLE, SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED,
                                  self->env, NULL, sink, self);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      SerdNode name = make_node (SERD_LITERAL, prefixes[i][0]);
      SerdNode iri = make_node (SERD_URI, prefixes[i][1]);

      serd_env_set_prefix (self->env, &name, &iri);
      serd_writer_set_prefix (self->writer, &name, &iri);
    }

  return self;
}

/**
 * cw_turtle_writer_free:
 * @self: (nullable): a writer
 *
 * What was not finished is lost.
 */
void
cw_turtle_writer_free (CwTurtleWriter *self)
{
  if (self == NULL)
    return;

  serd_writer_free (self->writer);
  serd_env_free (self->env);
  g_object_unref (self->stream);
  g_clear_error (&self->error);
  g_free (self->subject);
  g_free (self->blank);
  g_free (self);
}

/**
 * cw_turtle_writer_finish:
 * @self: a writer, only to be freed afterwards
 * @error: return location
 *
 * The stream is flushed and stays open.
 *
 * Returns: whether everything was written
 */
gboolean
cw_turtle_writer_finish (CwTurtleWriter *self, GError **error)
{
  serd_writer_finish (self->writer);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->status != SERD_SUCCESS)
    {
      g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED,
                   /* Translators: %s is the reason, English */
                   _ ("Turtle cannot say this: %s"), serd_strerror (self->status));
      return FALSE;
    }

  return g_output_stream_flush (self->stream, NULL, error);
}

/**
 * cw_turtle_writer_set_subject:
 * @self: a writer
 * @iri: what the next statements are about
 */
void
cw_turtle_writer_set_subject (CwTurtleWriter *self, const char *iri)
{
  g_return_if_fail (self->blank == NULL);

  g_free (self->subject);
  self->subject = g_strdup (iri);
}

static void
add (CwTurtleWriter *self,
     SerdStatementFlags flags,
     const char *predicate,
     const SerdNode *object,
     const SerdNode *type,
     const SerdNode *language)
{
  gboolean in_blank = self->blank != NULL && !(flags & SERD_ANON_O_BEGIN);
  SerdNode subject =
    make_node (in_blank ? SERD_BLANK : SERD_URI, in_blank ? self->blank : self->subject);
  SerdNode name = make_node (SERD_CURIE, predicate);
  SerdStatus status;

  if (in_blank)
    flags |= SERD_ANON_CONT;
  status = serd_writer_write_statement (self->writer, flags, NULL, &subject, &name, object, type,
                                        language);
  if (self->status == SERD_SUCCESS)
    self->status = status;
}

/**
 * cw_turtle_writer_begin_blank:
 * @self: a writer
 * @predicate: how the subject relates to it
 *
 * Says that there is something without a name; the next statements are about it.
 */
void
cw_turtle_writer_begin_blank (CwTurtleWriter *self, const char *predicate)
{
  SerdNode node;

  g_return_if_fail (self->blank == NULL);

  self->blank = g_strdup_printf ("b%u", ++self->n_blanks);
  node = make_node (SERD_BLANK, self->blank);
  add (self, SERD_ANON_O_BEGIN, predicate, &node, NULL, NULL);
}

/**
 * cw_turtle_writer_end_blank:
 * @self: a writer
 *
 * The next statements are about the subject again.
 */
void
cw_turtle_writer_end_blank (CwTurtleWriter *self)
{
  SerdNode node = make_node (SERD_BLANK, self->blank);

  serd_writer_end_anon (self->writer, &node);
  g_clear_pointer (&self->blank, g_free);
}

/**
 * cw_turtle_writer_add_iri:
 * @self: a writer
 * @predicate: what is said
 * @iri: of what it is said
 */
void
cw_turtle_writer_add_iri (CwTurtleWriter *self, const char *predicate, const char *iri)
{
  SerdNode node = make_node (SERD_URI, iri);

  add (self, 0, predicate, &node, NULL, NULL);
}

/**
 * cw_turtle_writer_add_name:
 * @self: a writer
 * @predicate: what is said
 * @name: a term of a vocabulary with its prefix
 */
void
cw_turtle_writer_add_name (CwTurtleWriter *self, const char *predicate, const char *name)
{
  SerdNode node = make_node (SERD_CURIE, name);

  add (self, 0, predicate, &node, NULL, NULL);
}

/**
 * cw_turtle_writer_add_text:
 * @self: a writer
 * @predicate: what is said
 * @language: (nullable): BCP 47 tag, %NULL where it is not known
 * @text: (nullable): UTF-8; where there is none, nothing is said
 */
void
cw_turtle_writer_add_text (CwTurtleWriter *self,
                           const char *predicate,
                           const char *language,
                           const char *text)
{
  SerdNode node = make_node (SERD_LITERAL, text);
  SerdNode tag = make_node (SERD_LITERAL, language);

  if (text != NULL && *text != '\0')
    add (self, 0, predicate, &node, NULL, language != NULL ? &tag : NULL);
}

/**
 * cw_turtle_writer_add_typed:
 * @self: a writer
 * @predicate: what is said
 * @type: a datatype with its prefix, such as "xsd:date"
 * @text: (nullable): a literal of that type; where there is none, nothing is said
 */
void
cw_turtle_writer_add_typed (CwTurtleWriter *self,
                            const char *predicate,
                            const char *type,
                            const char *text)
{
  SerdNode node = make_node (SERD_LITERAL, text);
  SerdNode name = make_node (SERD_CURIE, type);

  if (text != NULL && *text != '\0')
    add (self, 0, predicate, &node, &name, NULL);
}
