/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-writer.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* Writes one row of @fields and returns all that came out. */
static char *
write_row (CwDelimitedFlavour flavour, const char *const *fields)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwDelimitedWriter) writer = cw_delimited_writer_new (stream, flavour);
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  for (guint i = 0; fields[i] != NULL; i++)
    cw_delimited_writer_write_field (writer, fields[i]);
  cw_delimited_writer_end_row (writer, &error);
  g_assert_no_error (error);
  cw_delimited_writer_finish (writer, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

static void
assert_row (CwDelimitedFlavour flavour, const char *const *fields, const char *wanted)
{
  g_autofree char *written = write_row (flavour, fields);

  g_assert_cmpstr (written, ==, wanted);
}

typedef struct
{
  const char *text;
  const char *csv;
  const char *tsv;
} Case;

static const Case quoting[] = {
  { "", "", "" },
  { "plain", "plain", "plain" },
  { " space ", " space ", " space " },
  { "a,b", "\"a,b\"", "a,b" },
  { "a;b", "a;b", "a;b" },
  { "a\tb", "a\tb", "\"a\tb\"" },
  { "say \"so\"", "\"say \"\"so\"\"\"", "\"say \"\"so\"\"\"" },
  { "\"", "\"\"\"\"", "\"\"\"\"" },
  { "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
  { "two\r\nlines", "\"two\r\nlines\"", "\"two\r\nlines\"" },
  { "先进制造，“智能”", "先进制造，“智能”", "先进制造，“智能”" },
  { "国家전략기술、先進", "国家전략기술、先進", "国家전략기술、先進" },
};

static void
test_quoting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quoting); i++)
    {
      const char *fields[] = { quoting[i].text, "end", NULL };
      g_autofree char *csv = g_strconcat (quoting[i].csv, ",end\r\n", NULL);
      g_autofree char *tsv = g_strconcat (quoting[i].tsv, "\tend\n", NULL);

      assert_row (CW_DELIMITED_CSV, fields, csv);
      assert_row (CW_DELIMITED_TSV, fields, tsv);
    }
}

/* Law 6. */
static const Case formulas[] = {
  { "=1+1", "'=1+1", "'=1+1" },
  { "+1", "'+1", "'+1" },
  { "-1", "'-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)" },
  { "\t=1", "'\t=1", "\"'\t=1\"" },
  { "\tplain", "'\tplain", "\"'\tplain\"" },
  { "\r=1", "\"'\r=1\"", "\"'\r=1\"" },
  { "\nplain", "\"'\nplain\"", "\"'\nplain\"" },
  { " =1", "' =1", "' =1" },
  { "   @x", "'   @x", "'   @x" },
  { " \t x", "' \t x", "\"' \t x\"" },
  { "\xc2\xa0=1", "'\xc2\xa0=1", "'\xc2\xa0=1" },             /* no-break space */
  { "　=1", "'　=1", "'　=1" },                               /* ideographic space */
  { "\xef\xbb\xbf=1", "'\xef\xbb\xbf=1", "'\xef\xbb\xbf=1" }, /* byte order mark */
  { "\xe2\x80\x8b=1", "'\xe2\x80\x8b=1", "'\xe2\x80\x8b=1" }, /* zero width space */
  { "＝1", "'＝1", "'＝1" },
  { "＋1", "'＋1", "'＋1" },
  { "－1", "'－1", "'－1" },
  { "＠x", "'＠x", "'＠x" },
  { "−1", "'−1", "'−1" },
  { "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"",
    "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
  /* No formulas */
  { "a=1", "a=1", "a=1" },
  { "1-1", "1-1", "1-1" },
  { "–1", "–1", "–1" }, /* en dash */
  { "・項目", "・項目", "・項目" },
  { " ", " ", " " },
};

/* What looks guarded already gets one more apostrophe, so that reading takes away just that one. */
static void
test_unguard (void)
{
  static const char *const cases[][2] = {
    { "=1", "'=1" }, { "'=1", "''=1" }, { "'' -1", "''' -1" }, { "'plain", "'plain" }, { "'", "'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *fields[] = { cases[i][0], NULL };
      g_autofree char *line = g_strconcat (cases[i][1], "\r\n", NULL);

      assert_row (CW_DELIMITED_CSV, fields, line);
      g_assert_cmpstr (cw_delimited_unguard (cases[i][1]), ==, cases[i][0]);
    }
}

static void
test_formulas (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      const char *first[] = { formulas[i].text, NULL };
      const char *second[] = { "x", formulas[i].text, NULL };
      g_autofree char *csv = g_strconcat (formulas[i].csv, "\r\n", NULL);
      g_autofree char *tsv = g_strconcat ("x\t", formulas[i].tsv, "\n", NULL);

      assert_row (CW_DELIMITED_CSV, first, csv);
      assert_row (CW_DELIMITED_TSV, second, tsv);
      g_assert_cmpint (cw_delimited_is_formula (formulas[i].text), ==,
                       !g_str_equal (formulas[i].text, formulas[i].csv));
    }
}

static void
test_bom (void)
{
  const char *fields[] = { "先进", "=1", NULL };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwDelimitedWriter) writer = cw_delimited_writer_new (stream, CW_DELIMITED_CSV_BOM);

  assert_row (CW_DELIMITED_CSV_BOM, fields, "\xef\xbb\xbf先进,'=1\r\n");

  g_assert_true (cw_delimited_writer_finish (writer, NULL));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 3);
}

static void
check_numbers (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwDelimitedWriter) writer = cw_delimited_writer_new (stream, CW_DELIMITED_CSV);
  static const char wanted[] = "0.7,-1.5,1,,x,\r\n";

  cw_delimited_writer_write_number (writer, 0.7);
  cw_delimited_writer_write_number (writer, -1.5);
  cw_delimited_writer_write_number (writer, 1);
  cw_delimited_writer_write_number (writer, (double) NAN);
  cw_delimited_writer_write_field (writer, "x");
  cw_delimited_writer_write_field (writer, NULL);
  g_assert_true (cw_delimited_writer_end_row (writer, NULL));
  g_assert_true (cw_delimited_writer_finish (writer, NULL));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), wanted,
                   sizeof wanted - 1);
}

static void
test_numbers (void)
{
  check_numbers ();
}

static void
test_numbers_in_comma_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  check_numbers ();
  setlocale (LC_ALL, "C");
}

/* More than the buffer holds comes out whole and in order. */
static void
test_many_rows (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwDelimitedWriter) writer = cw_delimited_writer_new (stream, CW_DELIMITED_TSV);
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < 50000; i++)
    {
      cw_delimited_writer_write_number (writer, i);
      cw_delimited_writer_write_field (writer, "row");
      g_assert_true (cw_delimited_writer_end_row (writer, NULL));
      g_string_append_printf (wanted, "%u\trow\n", i);
    }
  g_assert_true (cw_delimited_writer_finish (writer, NULL));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)),
                   wanted->str, wanted->len);
}

/* A stream of fixed size is a full disk. */
static void
test_error_is_kept (void)
{
  char room[100];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (CwDelimitedWriter) writer = cw_delimited_writer_new (stream, CW_DELIMITED_CSV);
  g_autofree char *field = g_strnfill (40000, 'x');
  g_autoptr (GError) first = NULL;

  cw_delimited_writer_write_field (writer, field);
  g_assert_true (cw_delimited_writer_end_row (writer, NULL));
  cw_delimited_writer_write_field (writer, field);
  g_assert_false (cw_delimited_writer_end_row (writer, &first));
  g_assert_error (first, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) again = NULL;

      cw_delimited_writer_write_field (writer, "small");
      g_assert_false (cw_delimited_writer_end_row (writer, &again));
      g_assert_cmpstr (again->message, ==, first->message);
    }
  g_assert_false (cw_delimited_writer_end_row (writer, NULL));
  g_assert_false (cw_delimited_writer_finish (writer, NULL));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), <=,
                    sizeof room);
}

static void
test_error_at_the_end (void)
{
  char room[4];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (CwDelimitedWriter) writer = cw_delimited_writer_new (stream, CW_DELIMITED_CSV);
  g_autoptr (GError) error = NULL;

  cw_delimited_writer_write_field (writer, "five!");
  g_assert_true (cw_delimited_writer_end_row (writer, NULL));
  g_assert_false (cw_delimited_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/delimited-writer/quoting", test_quoting);
  g_test_add_func ("/formats/delimited-writer/formulas", test_formulas);
  g_test_add_func ("/formats/delimited-writer/unguard", test_unguard);
  g_test_add_func ("/formats/delimited-writer/bom", test_bom);
  g_test_add_func ("/formats/delimited-writer/numbers", test_numbers);
  g_test_add_func ("/formats/delimited-writer/numbers-in-comma-locale",
                   test_numbers_in_comma_locale);
  g_test_add_func ("/formats/delimited-writer/many-rows", test_many_rows);
  g_test_add_func ("/formats/delimited-writer/error-is-kept", test_error_is_kept);
  g_test_add_func ("/formats/delimited-writer/error-at-the-end", test_error_at_the_end);

  return g_test_run ();
}
