/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-import.h"

G_BEGIN_DECLS

const char *cw_import_state_get_name (CwImportState state);
const char *cw_import_state_get_explanation (CwImportState state);
const char *cw_import_choice_get_name (CwImportChoice choice);

char *cw_mapping_import_name_end (CwMappingImport *self,
                                  guint index,
                                  gboolean right,
                                  const char *const *languages);
const char *cw_mapping_import_get_phrase (CwMappingImport *self, guint index);
char *cw_mapping_import_format_difference (CwMappingImport *self,
                                           guint index,
                                           const CwMapping *mine,
                                           const char *const *languages,
                                           guint max_length);
char *cw_mapping_import_format_outcome (CwMappingImport *self);

G_END_DECLS
