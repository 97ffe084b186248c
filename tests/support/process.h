/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A test that needs a process of its own (to be killed, to be another user, to have little room)
 * starts its own program again with a part to play. */

/**
 * TestPart:
 * @arguments: (array zero-terminated=1): what follows the part's name on the command line
 *
 * Plays a part in a process of its own. Asserts that fail end that process and so the test.
 *
 * Returns: the exit status; %TEST_PART_IMPOSSIBLE where the system does not let it be played
 */
typedef int (*TestPart) (char **arguments);

#define TEST_PART_IMPOSSIBLE 77

void test_part_add (const char *name, TestPart part);
void test_process_init (int *argc, char ***argv);

GPid test_process_start (int *output, const char *part, ...) G_GNUC_NULL_TERMINATED;
int test_process_run (const char *part, ...) G_GNUC_NULL_TERMINATED;
void test_process_become_nobody (void);

G_END_DECLS
