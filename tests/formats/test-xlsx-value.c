/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-value.h"

static void
test_formats (void)
{
  static const struct
  {
    const char *format;
    CwXlsxNumberKind kind;
  } cases[] = {
    { "General", CW_XLSX_KIND_NUMBER },
    { "0.00", CW_XLSX_KIND_NUMBER },
    { "#,##0\" days\"", CW_XLSX_KIND_NUMBER },
    { "0.00E+00", CW_XLSX_KIND_NUMBER },
    { "[Red]0;[Blue]-0", CW_XLSX_KIND_NUMBER },
    { "\\d0", CW_XLSX_KIND_NUMBER },
    { "@", CW_XLSX_KIND_NUMBER },
    { "yyyy-mm-dd", CW_XLSX_KIND_DAY },
    { "DD.MM.YYYY", CW_XLSX_KIND_DAY },
    { "[$-411]yyyy\"年\"m\"月\"d\"日\";@", CW_XLSX_KIND_DAY },
    { "mmm", CW_XLSX_KIND_DAY },
    { "yyyy-mm-dd hh:mm", CW_XLSX_KIND_MOMENT },
    { "yyyy\\-mm\\-dd\"T\"hh:mm:ss", CW_XLSX_KIND_MOMENT },
    { "h:mm AM/PM", CW_XLSX_KIND_CLOCK },
    { "[h]:mm:ss", CW_XLSX_KIND_CLOCK },
    { "[hh]:mm", CW_XLSX_KIND_CLOCK },
    { "\"open", CW_XLSX_KIND_NUMBER },
    { "[open", CW_XLSX_KIND_NUMBER },
    { "\\", CW_XLSX_KIND_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cw_xlsx_value_parse_format (cases[i].format), ==, cases[i].kind);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *number;
    CwXlsxNumberKind kind;
    gboolean since_1904;
    const char *wanted; /* (nullable) */
  } cases[] = {
    { "1", CW_XLSX_KIND_NUMBER, FALSE, "1" },
    { "-0.5", CW_XLSX_KIND_NUMBER, FALSE, "-0.5" },
    { "0.70000000000000007", CW_XLSX_KIND_NUMBER, FALSE, "0.7000000000000001" },
    { "1", CW_XLSX_KIND_DAY, FALSE, "1900-01-01" },
    { "59", CW_XLSX_KIND_DAY, FALSE, "1900-02-28" },
    /* 29 February 1900, which never was. */
    { "60", CW_XLSX_KIND_DAY, FALSE, "60" },
    { "61", CW_XLSX_KIND_DAY, FALSE, "1900-03-01" },
    { "0", CW_XLSX_KIND_DAY, TRUE, "1904-01-01" },
    { "44562", CW_XLSX_KIND_DAY, TRUE, "2026-01-02" },
    { "46024", CW_XLSX_KIND_DAY, FALSE, "2026-01-02" },
    { "2958465", CW_XLSX_KIND_DAY, FALSE, "9999-12-31" },
    { "2958466", CW_XLSX_KIND_DAY, FALSE, "2958466" },
    { "-1", CW_XLSX_KIND_DAY, FALSE, "-1" },
    { "46024.999999999", CW_XLSX_KIND_MOMENT, FALSE, "2026-01-03T00:00:00" },
    { "46024.127835648", CW_XLSX_KIND_MOMENT, FALSE, "2026-01-02T03:04:05" },
    { "0.5", CW_XLSX_KIND_CLOCK, FALSE, "12:00:00" },
    { "46024.5", CW_XLSX_KIND_CLOCK, FALSE, "2026-01-02T12:00:00" },
    { "", CW_XLSX_KIND_NUMBER, FALSE, NULL },
    { "nan", CW_XLSX_KIND_NUMBER, FALSE, NULL },
    { "1e999", CW_XLSX_KIND_NUMBER, FALSE, NULL },
    { "1-2", CW_XLSX_KIND_NUMBER, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_cmpint (cw_xlsx_value_append_number (text, cases[i].number, cases[i].kind,
                                                    cases[i].since_1904),
                       ==, cases[i].wanted != NULL);
      g_assert_cmpstr (text->str, ==, cases[i].wanted != NULL ? cases[i].wanted : "");
    }
}

static void
test_references (void)
{
  static const char *const wrong[] = { "",         "A",   "1",           "A0",           "XFE1",
                                       "A1048577", "A1B", "AAAAAAAAAA1", "A99999999999", "$A$1",
                                       "Ä1" };
  guint column, row;

  g_assert_true (cw_xlsx_value_parse_reference ("A1", &column, &row));
  g_assert_cmpuint (column, ==, 1);
  g_assert_cmpuint (row, ==, 1);
  g_assert_true (cw_xlsx_value_parse_reference ("XFD1048576", &column, &row));
  g_assert_cmpuint (column, ==, 16384);
  g_assert_cmpuint (row, ==, 1048576);
  g_assert_true (cw_xlsx_value_parse_reference ("aa10", &column, &row));
  g_assert_cmpuint (column, ==, 27);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (cw_xlsx_value_parse_reference (wrong[i], &column, &row));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/xlsx-value/formats", test_formats);
  g_test_add_func ("/formats/xlsx-value/numbers", test_numbers);
  g_test_add_func ("/formats/xlsx-value/references", test_references);

  return g_test_run ();
}
