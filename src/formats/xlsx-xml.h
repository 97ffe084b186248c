/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/xlsx-part.h"

G_BEGIN_DECLS

/**
 * CwXlsxXml:
 *
 * Reads a part of a workbook as XML, with as many pauses as one likes.
 */
typedef struct _CwXlsxXml CwXlsxXml;

/**
 * CwXlsxXmlHandlers:
 * @start: an element begins; names are without their namespace
 * @end: an element ends
 * @text: (nullable): characters of the innermost element, perhaps in several pieces
 *
 * What happens while a part is read.
 */
typedef struct
{
  void (*start) (CwXlsxXml *xml, const char *name, const char **attributes, gpointer user_data);
  void (*end) (CwXlsxXml *xml, const char *name, gpointer user_data);
  void (*text) (CwXlsxXml *xml, const char *text, gsize length, gpointer user_data);
} CwXlsxXmlHandlers;

CwXlsxXml *cw_xlsx_xml_open (GInputStream *package,
                             const char *name,
                             const char *path,
                             guint64 max_size,
                             const CwXlsxXmlHandlers *handlers,
                             gpointer user_data,
                             GError **error);
void cw_xlsx_xml_close (CwXlsxXml *self);

gboolean cw_xlsx_xml_continue (CwXlsxXml *self, GError **error);
void cw_xlsx_xml_pause (CwXlsxXml *self);
void cw_xlsx_xml_take_error (CwXlsxXml *self, GError *error);
const char *cw_xlsx_xml_find (const char **attributes, const char *name);

gboolean cw_xlsx_xml_read (GInputStream *package,
                           const char *name,
                           const char *path,
                           guint64 max_size,
                           const CwXlsxXmlHandlers *handlers,
                           gpointer user_data,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwXlsxXml, cw_xlsx_xml_close)

G_END_DECLS
