/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"

#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What libFuzzer calls with each input, and fuzz-driver.c where there is no libFuzzer. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A sink that takes everything, and stops the program where a record or problem is not what the seam
 * promises. */
extern const CwRecordSink fuzz_sink;

/* A reader's word is its error: it has one just where it failed. */
void fuzz_check_result (gboolean success, GError *error);

G_END_DECLS
