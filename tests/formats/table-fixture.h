/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-format.h"

G_BEGIN_DECLS

/**
 * TableFixture:
 *
 * A table of correspondences that has a row of every kind: between two small lists as a document
 * holds them, with list ids 1 and 2, item ids from 11 and from 21.
 */
typedef struct
{
  CwList *left;
  CwList *right;
  GPtrArray *mappings; /* of the rows */
  GArray *rows;        /* CwConcordanceRow */
  GPtrArray *left_lists;
  GPtrArray *right_lists;
} TableFixture;

void table_fixture_set_up (TableFixture *self, gconstpointer data);
void table_fixture_tear_down (TableFixture *self, gconstpointer data);

const CwConcordanceRow *table_fixture_get_row (TableFixture *self, guint index);
CwConcordanceHead table_fixture_get_head (TableFixture *self, const char *const *languages);
GBytes *
table_fixture_write (TableFixture *self, const char *format_key, const char *const *languages);
void table_fixture_check_golden (TableFixture *self, const char *format_key, const char *path);

G_END_DECLS
