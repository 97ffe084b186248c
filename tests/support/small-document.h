/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/* A document of three short lists and seven mappings. */

#define TEST_LEFT "xa-left-2020"
#define TEST_RIGHT "xb-right-2021"
#define TEST_THIRD "xb-third-2022"

/* Ids of its mappings. */
enum
{
  TEST_MAPPING_FULL = 1,  /* left 1 broad right 1, reviewed, with every text */
  TEST_MAPPING_INVERTED,  /* right 2 narrow left 1.1, proposed */
  TEST_MAPPING_ABSENCE,   /* left 2 in right */
  TEST_MAPPING_NEGATED,   /* left 2 not exact right 3 */
  TEST_MAPPING_REJECTED,  /* left 3 close right 4 */
  TEST_MAPPING_THIRD,     /* left 1 overlap third 1 */
  TEST_MAPPING_NEIGHBOUR, /* right 1 exact third 1 */
  TEST_N_MAPPINGS = TEST_MAPPING_NEIGHBOUR,
};

char *test_small_document_new (const char *folder);
CwDocument *test_document_open (const char *path);
const CwItem *test_document_get_item (CwDocument *document, const char *list_key, const char *code);
GPtrArray *
test_document_get_lists (CwDocument *document, const char *list_key, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
