/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping-filter.h"

G_BEGIN_DECLS

/**
 * CwKeptFilter:
 * @name: what the person calls it
 * @filter: which mappings it shows
 *
 * A filter of the table that was given a name.
 */
typedef struct
{
  char *name;
  CwMappingFilter *filter;
} CwKeptFilter;

/**
 * CwKeptDefinition:
 * @name: what the person calls it
 * @definition: the filter as cw_kept_filter_write() writes it, or something that only a later
 *   version can read
 *
 * A filter that was given a name, as the document keeps it.
 */
typedef struct
{
  char *name;
  char *definition;
} CwKeptDefinition;

CwKeptFilter *cw_kept_filter_new (const char *name, const CwMappingFilter *filter);
void cw_kept_filter_free (CwKeptFilter *self);
char *cw_kept_filter_write (const CwMappingFilter *filter);
CwMappingFilter *cw_kept_filter_read (const char *text);

CwKeptDefinition *cw_kept_definition_new (const char *name, const char *definition);
void cw_kept_definition_free (CwKeptDefinition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwKeptFilter, cw_kept_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwKeptDefinition, cw_kept_definition_free)

G_END_DECLS
