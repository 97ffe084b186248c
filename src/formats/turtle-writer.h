/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwTurtleWriter:
 *
 * Writes RDF as Turtle (W3C Recommendation, 2014), a statement at a time. Predicates and types are
 * given with a prefix, such as "skos:prefLabel"; resources by their IRI.
 */
typedef struct _CwTurtleWriter CwTurtleWriter;

CwTurtleWriter *cw_turtle_writer_new (GOutputStream *stream);
void cw_turtle_writer_free (CwTurtleWriter *self);
gboolean cw_turtle_writer_finish (CwTurtleWriter *self, GError **error);

void cw_turtle_writer_set_subject (CwTurtleWriter *self, const char *iri);
void cw_turtle_writer_begin_blank (CwTurtleWriter *self, const char *predicate);
void cw_turtle_writer_end_blank (CwTurtleWriter *self);
void cw_turtle_writer_add_iri (CwTurtleWriter *self, const char *predicate, const char *iri);
void cw_turtle_writer_add_name (CwTurtleWriter *self, const char *predicate, const char *name);
void cw_turtle_writer_add_text (CwTurtleWriter *self,
                                const char *predicate,
                                const char *language,
                                const char *text);
void cw_turtle_writer_add_typed (CwTurtleWriter *self,
                                 const char *predicate,
                                 const char *type,
                                 const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTurtleWriter, cw_turtle_writer_free)

G_END_DECLS
