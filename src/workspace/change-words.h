/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/history.h"

G_BEGIN_DECLS

/**
 * CwFieldChange:
 * @field: what is changed, in the user's language, such as "Status"
 * @before: (nullable): what it was, as the program shows it; %NULL for nothing
 * @after: (nullable): what it became
 * @of_deleted: whether the mapping was deleted, and @before is what it said
 *
 * What happened to one field of a mapping.
 */
typedef struct
{
  const char *field;
  char *before;
  char *after;
  gboolean of_deleted;
} CwFieldChange;

char *cw_mapping_change_format (const CwMappingChange *self,
                                CwDocument *document,
                                const char *const *languages);
GPtrArray *cw_mapping_change_list_fields (const CwMappingChange *self,
                                          CwDocument *document,
                                          const char *const *languages);
void cw_field_change_free (CwFieldChange *self);
char *cw_field_change_format (const CwFieldChange *self);

G_END_DECLS
