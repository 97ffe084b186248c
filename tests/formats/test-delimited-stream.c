/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-stream.h"

#include "formats/error.h"

#include <string.h>

static CwDelimitedStream *
open_text (const char *data, gsize length)
{
  g_autoptr (GInputStream) bytes =
    g_memory_input_stream_new_from_data (data, (gssize) length, NULL);

  return cw_delimited_stream_new (bytes, "x.csv");
}

/* Rows joined by "/", cells by "|", with the place of each cell. */
static char *
read_all (CwDelimitedStream *stream, GError **error)
{
  GString *text = g_string_new (NULL);
  const CwDelimitedRow *row;

  while ((row = cw_delimited_stream_next (stream, NULL, error)) != NULL)
    {
      g_string_append_printf (text, "%s%u:", text->len > 0 ? "/" : "", row->line);
      for (guint i = 0; i < row->n_fields; i++)
        g_string_append_printf (text, "%s%s@%u.%u", i > 0 ? "|" : "", row->fields[i], row->lines[i],
                                row->columns[i]);
      g_assert_null (row->fields[row->n_fields]);
    }

  return g_string_free (text, FALSE);
}

static void
test_places (void)
{
  const char *data = "名称,b,\"c\r\nd\"\"e\",f\r\n\r\ng,,\n";
  g_autoptr (CwDelimitedStream) stream = open_text (data, strlen (data));
  g_autofree char *text = read_all (stream, NULL);

  g_assert_cmpstr (text, ==, "1:名称@1.1|b@1.4|c\r\nd\"e@1.6|f@2.7/4:g@4.1|@4.3|@4.4");
}

static void
test_separator (void)
{
  static const struct
  {
    const char *data;
    char separator;
  } cases[] = {
    { "a,b\n1,2\n", ',' },
    { "a;b;c\n1,5;2,5;3,5\n1,5;2,5;4,5\n", ';' },
    { "a\tb\n\"x\ty\"\t2\n", '\t' },
    { "a|b|c\n1|2, and more|3\n", '|' },
    { "A comparison, with a title; 2024\n\na;b;c\nd;e;f\n", ';' },
    { "a\n", ',' },
    { "\"x;y;z\",b\n\"1;2;3\",c\n", ',' },
    { "name\twords\nx\tone, two, three\ny\tone\n", '\t' },
    { "\"a\nb;c\nd;e\",f\n", ',' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwDelimitedStream) stream = open_text (cases[i].data, strlen (cases[i].data));

      g_assert_true (cw_delimited_stream_prepare (stream, NULL, NULL));
      g_assert_cmpint (cw_delimited_stream_get_separator (stream), ==, cases[i].separator);
    }
}

static void
test_chosen_separator (void)
{
  g_autoptr (CwDelimitedStream) stream = open_text ("a:b,c\n", 6);
  g_autofree char *text = NULL;

  cw_delimited_stream_set_separator (stream, ':');
  text = read_all (stream, NULL);
  g_assert_cmpstr (text, ==, "1:a@1.1|b,c@1.3");
}

/* Every border between two readings of the stream falls within a row. */
static void
test_borders (void)
{
  static const char row[] = "先端,\"a\"\"b\",\"c\r\nd\"\r\n";
  g_autoptr (GString) data = g_string_new ("x");
  g_autoptr (CwDelimitedStream) stream = NULL;
  const CwDelimitedRow *read;
  guint n = 0;

  while (data->len < 2 * 1024 * 1024)
    g_string_append (data, row);
  stream = open_text (data->str, data->len);
  while ((read = cw_delimited_stream_next (stream, NULL, NULL)) != NULL)
    {
      g_assert_cmpuint (read->line, ==, 1 + 2 * n);
      g_assert_cmpstr (read->fields[0], ==, n == 0 ? "x先端" : "先端");
      g_assert_cmpstr (read->fields[1], ==, "a\"b");
      g_assert_cmpstr (read->fields[2], ==, "c\r\nd");
      n++;
    }
  g_assert_cmpuint (n, ==, (data->len - 1) / (sizeof row - 1));
}

static char *
make (const char *start, const char *piece, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

static void
assert_refused (char *data, const char *message)
{
  g_autofree char *owned G_GNUC_UNUSED = data;
  g_autoptr (CwDelimitedStream) stream = open_text (data, strlen (data));
  g_autoptr (GError) error = NULL;
  g_autofree char *text G_GNUC_UNUSED = read_all (stream, &error);

  g_assert_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_limits (void)
{
  g_autofree char *full = make ("", "x", CW_ROW_MAX_CELL, "");
  g_autofree char *filled = g_strconcat (full, ",", NULL);
  g_autofree char *good = make ("", ",", CW_ROW_MAX_COLUMNS - 1, "\n");
  g_autoptr (CwDelimitedStream) stream = open_text (full, strlen (full));
  g_autoptr (CwDelimitedStream) wide = open_text (good, strlen (good));
  const CwDelimitedRow *row = cw_delimited_stream_next (stream, NULL, NULL);

  g_assert_cmpuint (strlen (row->fields[0]), ==, CW_ROW_MAX_CELL);
  g_assert_cmpuint (cw_delimited_stream_next (wide, NULL, NULL)->n_fields, ==, CW_ROW_MAX_COLUMNS);

  assert_refused (make ("a,", "x", 20 * 1024 * 1024, ""),
                  "x.csv:1:3: the cell is longer than 1 MiB; is a quotation mark missing?");
  assert_refused (make ("a,\"", "x\n", 10 * 1024 * 1024, ""),
                  "x.csv:1:3: the cell is longer than 1 MiB; is a quotation mark missing?");
  assert_refused (make ("", filled, 17, "\n"), "x.csv:1:15728656: the row is longer than 16 MiB");
  assert_refused (make ("a\n", ",", CW_ROW_MAX_COLUMNS, "\n"),
                  "x.csv:2:4097: the row has more than 4096 columns");
}

static void
test_cancelled (void)
{
  g_autoptr (CwDelimitedStream) stream = open_text ("a,b\nc,", 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cw_delimited_stream_next (stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/delimited-stream/places", test_places);
  g_test_add_func ("/formats/delimited-stream/separator", test_separator);
  g_test_add_func ("/formats/delimited-stream/chosen-separator", test_chosen_separator);
  g_test_add_func ("/formats/delimited-stream/borders", test_borders);
  g_test_add_func ("/formats/delimited-stream/limits", test_limits);
  g_test_add_func ("/formats/delimited-stream/cancelled", test_cancelled);

  return g_test_run ();
}
