/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/read-log.h"
#include "formats/sssom-schema.h"

G_BEGIN_DECLS

/**
 * CwSssomValue:
 * @name: (nullable): of a prefix
 * @text: UTF-8
 * @place: where it stands
 *
 * A scalar of the metadata.
 */
typedef struct
{
  char *name;
  char *text;
  CwReadPlace place;
} CwSssomValue;

/**
 * CwSssomExtension:
 * @name: the column
 * @property: its property: a CURIE as it was written, and its IRI once the set was checked
 * @type_hint: what type its values have, likewise; empty where it is not said
 * @place: where it stands
 *
 * A column that the file brings along.
 */
typedef struct
{
  char *name;
  char *property;
  char *type_hint;
  CwReadPlace place;
} CwSssomExtension;

/**
 * CwSssomSet:
 * @file: the file that the metadata stand in
 * @values: (nullable) (element-type CwSssomValue): what stands in each slot
 * @declared: (element-type CwSssomValue): the prefixes as they are declared
 * @definitions: (element-type CwSssomExtension): the extensions as they are declared
 * @prefixes: (element-type utf8 utf8): name to IRI, once the set was checked
 * @extensions: (element-type utf8 CwSssomExtension): name to extension, once the set was checked
 * @is_new: whether it says that it is of SSSOM 1.1
 *
 * The metadata of a set of mappings.
 */
typedef struct
{
  char *file;
  GPtrArray *values[CW_SSSOM_N_FIELDS];
  GPtrArray *declared;
  GPtrArray *definitions;
  GHashTable *prefixes;
  GHashTable *extensions;
  gboolean is_new;
} CwSssomSet;

/**
 * CwSssomForm:
 * @CW_SSSOM_FORM_DECLARED: a CURIE whose prefix is known
 * @CW_SSSOM_FORM_UNDECLARED: a CURIE whose prefix is not
 * @CW_SSSOM_FORM_IRI: a whole IRI
 * @CW_SSSOM_FORM_BARE: a word without a prefix
 * @CW_SSSOM_FORM_NONE: nothing of these
 *
 * What stands where a reference should.
 */
typedef enum
{
  CW_SSSOM_FORM_DECLARED,
  CW_SSSOM_FORM_UNDECLARED,
  CW_SSSOM_FORM_IRI,
  CW_SSSOM_FORM_BARE,
  CW_SSSOM_FORM_NONE,
} CwSssomForm;

CwSssomSet *cw_sssom_set_new (const char *file);
void cw_sssom_set_free (CwSssomSet *self);
void cw_sssom_set_add_value (CwSssomSet *self, guint field, const char *text, CwReadPlace place);
void
cw_sssom_set_declare (CwSssomSet *self, const char *prefix, const char *iri, CwReadPlace place);

gboolean cw_sssom_set_parse (CwSssomSet *self,
                             const char *yaml,
                             gsize length,
                             guint indent,
                             CwReadLog *log,
                             GError **error);
void cw_sssom_set_check (CwSssomSet *self, CwReadLog *log);

const char *cw_sssom_set_get (const CwSssomSet *self, guint field);
CwSssomForm cw_sssom_set_expand (const CwSssomSet *self, const char *text, char **iri);
char *cw_sssom_set_find_fault (const CwSssomSet *self,
                               const CwSssomField *field,
                               const char *text,
                               const char **rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSssomSet, cw_sssom_set_free)

G_END_DECLS
