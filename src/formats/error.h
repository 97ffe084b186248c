/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_FORMAT_ERROR (cw_format_error_quark ())

/**
 * CwFormatError:
 * @CW_FORMAT_ERROR_SYNTAX: the text does not have the form of its format
 * @CW_FORMAT_ERROR_VALUE: the form is right, and a value is missing, unknown or contradictory
 * @CW_FORMAT_ERROR_UNSUPPORTED: well formed, but more than this program takes
 *
 * Why a file was refused. The message begins with the place, as "FILE:LINE:COLUMN: " or, where the
 * file is a tree, "FILE: /json/pointer: " (RFC 6901). Lines and columns count from 1, columns in
 * characters.
 */
typedef enum
{
  CW_FORMAT_ERROR_SYNTAX,
  CW_FORMAT_ERROR_VALUE,
  CW_FORMAT_ERROR_UNSUPPORTED,
} CwFormatError;

GQuark cw_format_error_quark (void);

void cw_format_error_set_at_line (GError **error,
                                  CwFormatError code,
                                  const char *name,
                                  guint line,
                                  guint column,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (6, 7);
void cw_format_error_set_at_byte (GError **error,
                                  CwFormatError code,
                                  const char *name,
                                  const char *data,
                                  gsize offset,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (6, 7);
void cw_format_error_set_at_pointer (GError **error,
                                     CwFormatError code,
                                     const char *name,
                                     const char *pointer,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (5, 6);

gboolean cw_format_check_utf8 (const char *data, gsize length, const char *name, GError **error);

G_END_DECLS
