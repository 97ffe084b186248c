/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/problem.h"
#include "model/concordance.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwRecordEnd:
 * @absent: whether the file says that there is no counterpart on this side (sssom:NoTermFound, an
 *   empty bundle of JSKOS, the relation "none")
 * @iri: absolute IRI of the item
 * @curie: a short form as it was written, whose prefix the file does not declare
 * @list: the list: its IRI, its key or its title
 * @code: the item's code in its list
 * @label: a name of the item
 * @language: of @label, BCP 47
 *
 * What a file says of one end of a mapping. Which item it is, is looked up later; what the file does
 * not say is empty. Strings are never %NULL.
 */
typedef struct
{
  gboolean absent;
  char *iri;
  char *curie;
  char *list;
  char *code;
  char *label;
  char *language;
} CwRecordEnd;

/* Fields of a mapping that a person does not edit, beside #CwMappingFields. */
#define CW_RECORD_ORCID (1u << 16)
#define CW_RECORD_CREATED (1u << 17)
#define CW_RECORD_MODIFIED (1u << 18)
#define CW_RECORD_REVIEWER (1u << 19)
#define CW_RECORD_REVIEWED (1u << 20)

/**
 * CwRecordText:
 * @field: of #CwMappingFields or CW_RECORD_…
 * @offset: where it stands in a #CwMapping
 *
 * A field that is a text.
 */
typedef struct
{
  guint field;
  gsize offset;
} CwRecordText;

#define CW_N_RECORD_TEXTS 13
#define CW_RECORD_TEXT(mapping, text) (G_STRUCT_MEMBER (char *, (mapping), (text)->offset))

const CwRecordText *cw_record_text_get (guint index);

/**
 * CwMappingRecord:
 * @line: where it begins in its file, from 1; 0 in a tree
 * @pointer: (nullable): where it is in a tree (RFC 6901)
 * @left: the subject, the source
 * @right: the object, the target
 * @inverted: whether the mapping was made from right to left; @values is read from left to right
 * @values: everything else; its relation is read from @left to @right, note_subject is that of
 *   @left; it has no ids
 * @fields: which fields of @values the file gives: #CwMappingFields and CW_RECORD_…; a cell that is
 *   empty gives nothing
 *
 * A mapping as a file says it.
 */
typedef struct
{
  guint line;
  char *pointer;
  CwRecordEnd left;
  CwRecordEnd right;
  gboolean inverted;
  CwMapping *values;
  guint fields;
} CwMappingRecord;

CwMappingRecord *cw_mapping_record_new (guint line, const char *pointer);
CwMappingRecord *cw_mapping_record_new_for_row (const CwConcordanceRow *row);
void cw_mapping_record_free (CwMappingRecord *self);

/* Texts: @text is copied. An empty one changes nothing. */
void cw_mapping_record_set_text (CwMappingRecord *self, guint field, const char *text);
void cw_mapping_record_set_relation (CwMappingRecord *self, CwRelation relation);

/**
 * CwRecordSink:
 * @take_record: (transfer full) takes the next mapping; returns %FALSE with an error to stop
 * @take_problem: (transfer full) takes a problem; reading goes on
 * @user_data: for both
 *
 * Where a reader puts what it finds, one after the other, so that a file of any length can be read
 * in little memory.
 */
typedef struct
{
  gboolean (*take_record) (CwMappingRecord *record, gpointer user_data, GError **error);
  void (*take_problem) (CwProblem *problem, gpointer user_data);
  gpointer user_data;
} CwRecordSink;

/**
 * CwReadManner:
 * @CW_READ_LENIENT: real files: what is surely meant is taken, and reported as
 *   %CW_SEVERITY_ASSUMED
 * @CW_READ_STRICT: the word of the specification: all that it forbids is %CW_SEVERITY_ERROR
 *
 * How a file is read.
 */
typedef enum
{
  CW_READ_LENIENT,
  CW_READ_STRICT,
} CwReadManner;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingRecord, cw_mapping_record_free)

G_END_DECLS
