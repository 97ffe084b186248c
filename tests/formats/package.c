/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char roots[] =
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
  "<Relationship Id='a' Type='" RELATIONS "/officeDocument' Target='xl/workbook.xml'/>"
  "</Relationships>";

static const char relations[] =
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
  "<Relationship Id='rId1' Type='" RELATIONS "/worksheet' Target='worksheets/sheet1.xml'/>"
  "<Relationship Id='rId2' Type='" RELATIONS "/sharedStrings' Target='/xl/sharedStrings.xml'/>"
  "<Relationship Id='rId3' Type='" RELATIONS "/styles' Target='styles.xml'/>"
  "</Relationships>";

static const char workbook[] =
  "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='" RELATIONS
  "'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";

static const char strings[] =
  "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
  "<si><t>Code</t></si><si><t>名称</t></si></sst>";

static const char styles[] =
  "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/></cellXfs></styleSheet>";

GBytes *
package_write (const PackagePart *parts, guint n_parts, const char *password)
{
  struct archive *archive = archive_write_new ();
  gsize room = 1024 * 1024;
  gsize used = 0;
  char *buffer;

  for (guint i = 0; i < n_parts; i++)
    room += parts[i].length >= 0 ? (gsize) parts[i].length : strlen (parts[i].text);
  buffer = g_malloc (room);
  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  if (password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=traditional"), ==,
                       ARCHIVE_OK);
      g_assert_cmpint (archive_write_set_passphrase (archive, password), ==, ARCHIVE_OK);
    }
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = parts[i].length >= 0 ? (gsize) parts[i].length : strlen (parts[i].text);

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_size (entry, (gint64) length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts[i].text, length), ==, length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

GBytes *
package_write_workbook (const char *sheet, const PackagePart *others, guint n_others)
{
  const PackagePart own[] = {
    { "_rels/.rels", roots, -1 },
    { "xl/workbook.xml", workbook, -1 },
    { "xl/_rels/workbook.xml.rels", relations, -1 },
    { "xl/sharedStrings.xml", strings, -1 },
    { "xl/styles.xml", styles, -1 },
    { "xl/worksheets/sheet1.xml", sheet, -1 },
  };
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (PackagePart));

  for (guint i = 0; i < n_others; i++)
    g_array_append_val (parts, others[i]);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      gboolean replaced = FALSE;

      for (guint j = 0; j < n_others; j++)
        replaced = replaced || g_str_equal (others[j].name, own[i].name);
      if (!replaced)
        g_array_append_val (parts, own[i]);
    }

  return package_write ((PackagePart *) (void *) parts->data, parts->len, NULL);
}
