/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A document that has something in every table and column, by chance and the same for the same
 * seed: lists that came with the program and the user's own, codings, mappings of every sort,
 * settlements, marks of findings that are there and of such that are not, filters. */
char *test_full_document_new (const char *folder, guint32 seed);

G_END_DECLS
