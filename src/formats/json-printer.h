/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwJsonPrinter:
 *
 * Writes JSON as Python's json.dumps (…, ensure_ascii=False, indent=2) does. The list files have
 * this form, and json-glib's generator does not write it: it puts " : " after a key.
 */
typedef struct _CwJsonPrinter CwJsonPrinter;

CwJsonPrinter *cw_json_printer_new (void);
CwJsonPrinter *cw_json_printer_new_on_one_line (void);
void cw_json_printer_free (CwJsonPrinter *self);

void cw_json_printer_begin_object (CwJsonPrinter *self);
void cw_json_printer_end_object (CwJsonPrinter *self);
void cw_json_printer_begin_array (CwJsonPrinter *self);
void cw_json_printer_end_array (CwJsonPrinter *self);
void cw_json_printer_key (CwJsonPrinter *self, const char *key);
void cw_json_printer_string (CwJsonPrinter *self, const char *string);
void cw_json_printer_integer (CwJsonPrinter *self, gint64 value);
void cw_json_printer_number (CwJsonPrinter *self, double value);
void cw_json_printer_boolean (CwJsonPrinter *self, gboolean value);
void cw_json_printer_member_string (CwJsonPrinter *self, const char *key, const char *string);
void cw_json_printer_member_integer (CwJsonPrinter *self, const char *key, gint64 value);
void cw_json_printer_raw (CwJsonPrinter *self, const char *json, gsize length);

GString *cw_json_printer_take (CwJsonPrinter *self);
GBytes *cw_json_printer_end (CwJsonPrinter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwJsonPrinter, cw_json_printer_free)

G_END_DECLS
