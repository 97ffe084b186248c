/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwSssomRecord:
 *
 * A mapping as the canonical S-expression that SSSOM hashes (SSSOM 1.1, “Hashing a SSSOM mapping
 * record”; RFC 9804). Add what has a value, in the order of the slots, then the extensions in the
 * order of their properties.
 */
typedef struct _CwSssomRecord CwSssomRecord;

CwSssomRecord *cw_sssom_record_new (void);
void cw_sssom_record_free (CwSssomRecord *self);

void cw_sssom_record_add (CwSssomRecord *self, const char *slot, const char *value);
void cw_sssom_record_add_list (CwSssomRecord *self, const char *slot, const char *const *values);
void cw_sssom_record_add_extension (CwSssomRecord *self, const char *property, const char *value);
char *cw_sssom_record_end (CwSssomRecord *self);
const char *cw_sssom_record_get_expression (const CwSssomRecord *self);

char *cw_mapping_sameness_id (const char *const *subjects,
                              const char *predicate,
                              const char *const *objects,
                              gboolean negated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSssomRecord, cw_sssom_record_free)

G_END_DECLS
