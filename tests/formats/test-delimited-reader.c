/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-reader.h"

#include <string.h>

/* Rows joined by "/", cells by "|". */
static char *
format (const CwDelimitedTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const CwDelimitedRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *cells = g_strjoinv ("|", row->fields);

      g_string_append_printf (text, "%s%u:%s", i > 0 ? "/" : "", row->line, cells);
    }

  return g_string_free (text, FALSE);
}

static void
assert_read (const char *data, gsize length, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDelimitedTable) table = cw_delimited_table_parse (data, length, "x.csv", &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = format (table);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_read (void)
{
  static const char *const cases[][2] = {
    { "a,b\n1,2\n", "1:a|b/2:1|2" },
    { "a,b\r\n1,2", "1:a|b/2:1|2" },
    { "a,b\r1,2\r", "1:a|b/2:1|2" },
    { "a;b\n1,5;2\n", "1:a|b/2:1,5|2" },
    { "a\tb\n\"x\ty\"\t2\n", "1:a|b/2:x\ty|2" },
    { "\"a,b\",c\n", "1:a,b|c" },
    { "\"a\"\"b\",\"\"\n", "1:a\"b|" },
    { "\"a\nb\",c\nd,e\n", "1:a\nb|c/3:d|e" },
    { "\"a\r\nb\",c\r\nd,e\r\n", "1:a\r\nb|c/3:d|e" },
    { "a,\n,b\n", "1:a|/2:|b" },
    { "a\n\n\nb\n", "1:a/4:b" },
    { "5\" pipe,x\n", "1:5\" pipe|x" },
    { "\xef\xbb\xbf項目,b\n", "1:項目|b" },
    { "a\n", "1:a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_read (cases[i][0], strlen (cases[i][0]), cases[i][1]);
}

static void
test_utf16 (void)
{
  static const char little[] = "\xff\xfe"
                               "a\0\t\0\x11\x62\r\0\n\0"
                               "b\0\t\0c\0";
  static const char big[] = "\xfe\xff"
                            "\0a\0,\x62\x11";

  assert_read (little, sizeof little - 1, "1:a|我/2:b|c");
  assert_read (big, sizeof big - 1, "1:a|我");
}

/* Law 5. */
static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    const char *message;
  } cases[] = {
    { "", 0, "x.csv:1:1: the file is empty" },
    { "\n\n", 2, "x.csv:1:1: the file is empty" },
    { "a,\"b\nc", 6, "x.csv:1:3: the quotation mark is never closed" },
    { "a,b\n\"c\" d,e\n", 12,
      "x.csv:2:4: after a closing quotation mark the next cell or row is expected" },
    { "a\nb\xff\n", 5, "x.csv:2:2: not valid UTF-8" },
    { "a\nb\0c\n", 6, "x.csv:2:2: a character that no text holds (NUL)" },
    { "\xff\xfe"
      "a",
      3, "x.csv:1:1: not valid UTF-16LE" },
    { "\xff\xfe"
      "a\0\n\0\0\0b\0",
      10, "x.csv:2:1: a character that no text holds (NUL)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CwDelimitedTable) table =
        cw_delimited_table_parse (cases[i].data, cases[i].length, "x.csv", &error);

      g_assert_null (table);
      g_assert_true (error->domain == CW_FORMAT_ERROR);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_places (void)
{
  const char *data = "a,bb,\"c\nd\",e\nf\n";
  g_autoptr (CwDelimitedTable) table = cw_delimited_table_parse (data, strlen (data), "x", NULL);
  const CwDelimitedRow *row = g_ptr_array_index (table->rows, 0);

  g_assert_cmpuint (row->columns[0], ==, 1);
  g_assert_cmpuint (row->columns[1], ==, 3);
  g_assert_cmpuint (row->columns[2], ==, 6);
  g_assert_cmpuint (row->lines[2], ==, 1);
  g_assert_cmpuint (row->lines[3], ==, 2);
  g_assert_cmpuint (row->columns[3], ==, 4);
  g_assert_cmpstr (cw_delimited_row_get (row, 9), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/delimited-reader/read", test_read);
  g_test_add_func ("/formats/delimited-reader/utf16", test_utf16);
  g_test_add_func ("/formats/delimited-reader/refused", test_refused);
  g_test_add_func ("/formats/delimited-reader/places", test_places);

  return g_test_run ();
}
