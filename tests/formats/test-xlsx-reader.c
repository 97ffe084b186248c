/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-reader.h"

#include "formats/error.h"
#include "package.h"

#include <string.h>

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* Rows joined by "/", cells by "|", and problems behind them. */
static char *
read_sheet (GBytes *bytes, const char *sheet, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (CwXlsxReader) reader = cw_xlsx_reader_open (stream, "x.xlsx", sheet, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;
  const CwDelimitedRow *row;
  CwProblem *problem;

  if (reader == NULL)
    return NULL;

  while ((row = cw_xlsx_reader_next (reader, &failure)) != NULL)
    {
      g_autofree char *cells = g_strjoinv ("|", row->fields);

      g_string_append_printf (text, "%s%u:%s", text->len > 0 ? "/" : "", row->line, cells);
      for (guint i = 0; i < row->n_fields; i++)
        g_assert_cmpuint (row->columns[i], ==, i + 1);
    }
  while ((problem = cw_xlsx_reader_pop_problem (reader)) != NULL)
    {
      g_autofree char *line = cw_problem_format (problem);

      g_string_append_printf (text, "\n%s", line);
      cw_problem_free (problem);
    }
  if (failure == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
assert_rows (const char *sheet, const PackagePart *others, guint n_others, const char *wanted)
{
  g_autoptr (GBytes) bytes = package_write_workbook (sheet, others, n_others);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = read_sheet (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_cells (void)
{
  static const char *const cases[][2] = {
    { PACKAGE_SHEET ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"),
      "1:Code|名称" },
    { PACKAGE_SHEET ("<row><c><v>1</v></c><c/><c><v>1.5</v></c></row><row><c><v>2</v></c></row>"),
      "1:1||1.5/2:2" },
    { PACKAGE_SHEET ("<row r='3'><c r='C3' t='b'><v>1</v></c><c r='D3' t='b'><v>0</v></c></row>"),
      "3:||true|false" },
    { PACKAGE_SHEET ("<row r='1'><c t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b"
                     "</t></r><rPh sb='0' eb='1'><t>reading</t></rPh></is></c></row>"),
      "1:a b" },
    { PACKAGE_SHEET ("<row r='1'><c t='str'><f>A2&amp;\"x\"</f><v>y_x000D_&lt;</v></c></row>"),
      "1:y\r<" },
    { PACKAGE_SHEET ("<row r='1'><c t='str'><f>\"\"</f><v></v></c><c><v>1</v></c></row>"), "1:|1" },
    { PACKAGE_SHEET ("<row r='1'><c t='d'><v>2026-01-02</v></c></row>"), "1:2026-01-02" },
    { PACKAGE_SHEET ("<row r='1'><c s='1'><v>46024</v></c><c s='2'><v>46024.5</v></c>"
                     "<c s='9'><v>46024</v></c></row>"),
      "1:2026-01-02|2026-01-02T12:00:00|46024" },
    { PACKAGE_SHEET ("<row r='1'><c><v>1.1000000000000001</v></c><c><v>7E-2</v></c></row>"),
      "1:1.1|0.07" },
    { PACKAGE_SHEET ("<row r='1' s='1' customFormat='1'/><row r='7'><c r='A7' s='1'/></row>"
                     "<row r='9'><c r='B9'><v>1</v></c></row>"),
      "9:|1" },
    /* What no spreadsheet runs, and marks that turn the direction of text, stay as they are. */
    { PACKAGE_SHEET ("<row r='1'><c t='inlineStr'><is><t>'=\xe2\x80\xaex</t></is></c></row>"),
      "1:'=\xe2\x80\xaex" },
    { PACKAGE_SHEET ("<row r='1'><c r='A1'><f>1+1</f></c><c r='B1'><f>1</f><v>1</v></c></row>"),
      "1:|1\nx.xlsx:1:1: warning: no-cached-value: the result of the formula is not in the file; "
      "open and save it in a spreadsheet" },
    { PACKAGE_SHEET ("<row r='2'><c r='B2' t='e'><v>#N/A</v></c></row>"),
      "\nx.xlsx:2:2: warning: error-value: the cell holds the error “#N/A”, and is read as empty" },
    { PACKAGE_SHEET ("<row r='1'><c r='A1'><v>1</v></c></row>"
                     "<row r='1048576'><c r='XFC1048576'><v>1</v></c><c r='XFD1048576'><v>1</v></c>"
                     "</row>"),
      "1:1\nx.xlsx:1048576:16383: warning: cell-too-far: cells so far to the right are not read" },
    { PACKAGE_SHEET (
        "<row r='1'><c t='inlineStr'><is><t>a_x0000_b_xD800_c_x5F_</t></is></c></row>"),
      "1:a_x0000_b_xD800_c_x5F_" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_rows (cases[i][0], NULL, 0, cases[i][1]);
}

/* As other programs write: a prefix before names, absolute targets, chart sheets, a hidden first
 * sheet, formats of their own, years from 1904. */
static void
test_quirks (void)
{
  static const PackagePart parts[] = {
    { "xl/workbook.xml",
      "<x:workbook xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='" RELATIONS
      "'><x:workbookPr date1904='true'/><x:sheets>"
      "<x:sheet name='Chart' sheetId='4' r:id='c'/>"
      "<x:sheet name='Hidden' sheetId='1' state='veryHidden' r:id='a'/>"
      "<x:sheet name='结果' sheetId='2' r:id='b'/></x:sheets></x:workbook>",
      -1 },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='c' Type='" RELATIONS "/chartsheet' Target='chartsheets/sheet1.xml'/>"
      "<Relationship Id='a' Type='" RELATIONS "/worksheet' Target='worksheets/sheet1.xml'/>"
      "<Relationship Id='b' Type='" RELATIONS "/worksheet' Target='/xl/../xl/worksheets/two.xml'/>"
      "<Relationship Id='s' Type='" RELATIONS "/styles' Target='./styles.xml'/>"
      "<Relationship Id='t' Type='" RELATIONS "/sharedStrings' Target='sharedStrings.xml'/>"
      "</Relationships>",
      -1 },
    { "xl/styles.xml",
      "<styleSheet " MAIN "><numFmts><numFmt numFmtId='164' formatCode='[$-804]yyyy\"年\"m\"月\"'/>"
      "<numFmt numFmtId='165' formatCode='0.00\" days\"'/>"
      "<numFmt numFmtId='166' formatCode='[h]:mm:ss'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>"
      "</cellXfs></styleSheet>",
      -1 },
    { "xl/sharedStrings.xml",
      "<sst " MAIN "><si><r><rPr><b/></rPr><t>先端</t></r><r><t>材料</t></r>"
      "<rPh sb='0' eb='2'><t>センタン</t></rPh></si></sst>",
      -1 },
    { "XL/Worksheets/two.xml",
      "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
      "<x:sheetData><x:row r='1'><x:c r='A1' t='s'><x:v>0</x:v></x:c><x:c r='B1' s='1'><x:v>1</x:v>"
      "</x:c><x:c r='C1' s='2'><x:v>1</x:v></x:c><x:c r='D1' s='3'><x:v>0.25</x:v></x:c></x:row>"
      "</x:sheetData></x:worksheet>",
      -1 },
  };
  g_autoptr (GBytes) bytes = package_write_workbook (PACKAGE_SHEET ("<row><c><v>1</v></c></row>"),
                                                     parts, G_N_ELEMENTS (parts));
  g_autofree char *first = read_sheet (bytes, NULL, NULL);
  g_autofree char *hidden = read_sheet (bytes, "Hidden", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (first, ==, "1:先端材料|1904-01-02|1|06:00:00");
  g_assert_cmpstr (hidden, ==, "1:1");
  g_assert_null (read_sheet (bytes, "Chart", &error));
  g_assert_cmpstr (error->message, ==, "x.xlsx: the workbook has no sheet “Chart”");
}

static void
assert_refused (GBytes *bytes, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_sheet (bytes, NULL, &error);

  g_assert_cmpstr (text, ==, NULL);
  g_assert_true (error->domain == CW_FORMAT_ERROR);
  g_assert_cmpstr (error->message, ==, wanted);
}

static void
assert_sheet_refused (const char *sheet, const char *wanted)
{
  g_autoptr (GBytes) bytes = package_write_workbook (sheet, NULL, 0);

  assert_refused (bytes, wanted);
}

static char *
repeat (const char *start, const char *piece, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

static void
test_refused (void)
{
  static const char *const cases[][2] = {
    { PACKAGE_SHEET ("<row r='2'/><row r='1'/>"),
      "x.xlsx:2:1: the rows do not stand in their order" },
    { PACKAGE_SHEET ("<row r='1048577'/>"), "x.xlsx:1:1: the rows do not stand in their order" },
    { PACKAGE_SHEET ("<row r='1'><c r='B1'/><c r='A1'/></row>"),
      "x.xlsx:1:1: the cells do not stand in their order" },
    { PACKAGE_SHEET ("<row r='1'><c r='A2'/></row>"),
      "x.xlsx:1:1: the cells do not stand in their order" },
    { PACKAGE_SHEET ("<row r='1'><c r='XFE1'/></row>"), "x.xlsx:1:16385: “XFE1” is no cell" },
    { PACKAGE_SHEET ("<row r='1'><c t='s'><v>2</v></c></row>"),
      "x.xlsx:1:1: “2” is no value of a cell" },
    { PACKAGE_SHEET ("<row r='1'><c><v>1e999</v></c></row>"),
      "x.xlsx:1:1: “1e999” is no value of a cell" },
    { PACKAGE_SHEET ("<row r='1'><c><v>0x10</v></c></row>"),
      "x.xlsx:1:1: “0x10” is no value of a cell" },
    { "<worksheet><sheetData>", "x.xlsx: xl/worksheets/sheet1.xml:1:23: no element found" },
    { "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><worksheet>&b;</worksheet>",
      "x.xlsx: xl/worksheets/sheet1.xml:1:13: a document type is declared, which no workbook does" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_sheet_refused (cases[i][0], cases[i][1]);
}

static void
test_limits (void)
{
  g_autofree char *nested = repeat ("<worksheet>", "<a>", 100000, "");
  g_autofree char *long_tag = repeat ("<worksheet a='", "0123456789abcdef", 512 * 1024, "'/>");
  g_autofree char *long_cell =
    repeat ("<worksheet><sheetData><row><c t='str'><v>", "0123456789abcdef", 70 * 1024, "</v></c>");
  g_autofree char *bomb =
    repeat ("<worksheet>", "                                ", 2 * 1024 * 1024, "</worksheet>");

  assert_sheet_refused (
    nested, "x.xlsx: xl/worksheets/sheet1.xml:1:201: elements are nested more than 64 deep");
  assert_sheet_refused (long_tag,
                        "x.xlsx: xl/worksheets/sheet1.xml:1:1: a tag is longer than 4 MiB");
  assert_sheet_refused (long_cell, "x.xlsx:1:1: the cell is longer than 1 MiB");
  assert_sheet_refused (bomb, "x.xlsx: the workbook’s part xl/worksheets/sheet1.xml unpacks to far "
                              "more than a table needs");
}

/* Parts that lie outside of the package are none, and nothing is ever written. */
static void
test_paths (void)
{
  static const PackagePart outside[] = {
    { "../../x", "y", -1 },
    { "/etc/passwd", "y", -1 },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='rId1' Type='" RELATIONS "/worksheet' Target='../../../etc/passwd'/>"
      "</Relationships>",
      -1 },
  };
  static const PackagePart external[] = {
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='rId1' Type='" RELATIONS "/worksheet' TargetMode='External' "
      "Target='file:///etc/passwd'/></Relationships>",
      -1 },
  };
  static const PackagePart missing[] = {
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='rId1' Type='" RELATIONS "/worksheet' Target='nowhere.xml'/>"
      "</Relationships>",
      -1 },
  };
  g_autoptr (GBytes) first = package_write_workbook ("", outside, G_N_ELEMENTS (outside));
  g_autoptr (GBytes) second = package_write_workbook ("", external, G_N_ELEMENTS (external));
  g_autoptr (GBytes) third = package_write_workbook ("", missing, G_N_ELEMENTS (missing));

  assert_refused (first, "x.xlsx: the workbook has no sheet with rows");
  assert_refused (second, "x.xlsx: the workbook has no sheet with rows");
  assert_refused (third, "x.xlsx: this is no whole XLSX workbook: it has no part xl/nowhere.xml");
}

static void
test_not_workbooks (void)
{
  static const PackagePart other[] = { { "mimetype", "application/epub+zip", -1 } };
  g_autoptr (GBytes) archive = package_write (other, G_N_ELEMENTS (other), NULL);
  static const PackagePart secret[] = { { "_rels/.rels", "<Relationships/>", -1 } };
  g_autoptr (GBytes) encrypted = package_write (secret, G_N_ELEMENTS (secret), "password");
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("PK\x03\x04 is no archive", 18);

  assert_refused (archive, "x.xlsx: this is no whole XLSX workbook: it has no part _rels/.rels");
  assert_refused (encrypted, "x.xlsx: the workbook is encrypted; save it without a password");
  assert_refused (nothing, "x.xlsx: this is no whole XLSX workbook; was it cut off?");
  assert_refused (text, "x.xlsx: this is no whole XLSX workbook; was it cut off?");
}

static GBytes *
write_small (void)
{
  return package_write_workbook (
    PACKAGE_SHEET ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46024</v></c></row>"
                   "<row r='2'><c r='A2' t='inlineStr'><is><t>x</t></is></c></row>"),
    NULL, 0);
}

/* Wherever a file is cut off, that is said. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) bytes = write_small ();

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_sheet (part, NULL, &error));
      g_assert_true (error->domain == CW_FORMAT_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "x.xlsx: "));
    }
}

/* Whatever byte is another, it is read, or an error that names the file. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = write_small ();
  gsize size = g_bytes_get_size (bytes);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; j <= i % 3; j++)
        copy[g_test_rand_int_range (0, (gint32) size)] = (char) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new (copy, size);
      text = read_sheet (damaged, NULL, &error);
      g_assert_true ((text == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_str_has_prefix (error->message, "x.xlsx:"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/xlsx-reader/cells", test_cells);
  g_test_add_func ("/formats/xlsx-reader/quirks", test_quirks);
  g_test_add_func ("/formats/xlsx-reader/refused", test_refused);
  g_test_add_func ("/formats/xlsx-reader/limits", test_limits);
  g_test_add_func ("/formats/xlsx-reader/paths", test_paths);
  g_test_add_func ("/formats/xlsx-reader/not-workbooks", test_not_workbooks);
  g_test_add_func ("/formats/xlsx-reader/cut-off", test_cut_off);
  g_test_add_func ("/formats/xlsx-reader/damaged", test_damaged);

  return g_test_run ();
}
