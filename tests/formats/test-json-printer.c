/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-printer.h"
#include "formats/number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  double value;
  const char *number; /* as cw_number_append() writes it */
  const char *json;   /* as Python's repr() writes it */
} Case;

static const Case cases[] = {
  { 0, "0", "0.0" },
  { 1, "1", "1.0" },
  { 100, "100", "100.0" },
  { 19.5, "19.5", "19.5" },
  { 0.1, "0.1", "0.1" },
  { 0.1 + 0.2, "0.30000000000000004", "0.30000000000000004" },
  { 2.0 / 3.0, "0.6666666666666666", "0.6666666666666666" },
  { -0.07, "-0.07", "-0.07" },
  { 1234567.25, "1234567.25", "1234567.25" },
  { 0.0001, "0.0001", "0.0001" },
  { 0.00001, "1e-05", "1e-05" },
  { 1e15, "1000000000000000", "1000000000000000.0" },
  { 1e16, "1e+16", "1e+16" },
  { 1.5e300, "1.5e+300", "1.5e+300" },
  { 5e-324, "5e-324", "5e-324" },
};

static void
check_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) number = g_string_new (NULL);
      g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *line = g_strconcat (cases[i].json, "\n", NULL);

      cw_number_append (number, cases[i].value);
      g_assert_cmpstr (number->str, ==, cases[i].number);
      cw_json_printer_number (printer, cases[i].value);
      bytes = cw_json_printer_end (printer);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), line,
                       strlen (line));
    }
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

static void
test_not_finite (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  cw_number_append (text, (double) NAN);
  cw_number_append (text, (double) INFINITY);
  cw_number_append (text, (double) -INFINITY);
  g_assert_cmpstr (text->str, ==, "");
}

/* What Python writes for the same value, taken from Python. */
static void
test_python_form (void)
{
  static const char wanted[] =
    "{\n"
    "  \"empty\": {},\n"
    "  \"list\": [\n"
    "    [],\n"
    "    null,\n"
    "    -7,\n"
    "    true,\n"
    "    {\n"
    "      \"k\\n\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f 先进\"\n"
    "    }\n"
    "  ]\n"
    "}\n";
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  g_autoptr (GBytes) bytes = NULL;

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "empty");
  cw_json_printer_begin_object (printer);
  cw_json_printer_end_object (printer);
  cw_json_printer_key (printer, "list");
  cw_json_printer_begin_array (printer);
  cw_json_printer_begin_array (printer);
  cw_json_printer_end_array (printer);
  cw_json_printer_string (printer, NULL);
  cw_json_printer_integer (printer, -7);
  cw_json_printer_boolean (printer, TRUE);
  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "k\n");
  cw_json_printer_string (printer, "\"\\/\b\f\n\r\t\x01\x1f\x7f 先进");
  cw_json_printer_end_object (printer);
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  bytes = cw_json_printer_end (printer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                   sizeof wanted - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/json-printer/numbers", test_numbers);
  g_test_add_func ("/formats/json-printer/numbers-in-comma-locale", test_numbers_in_comma_locale);
  g_test_add_func ("/formats/json-printer/not-finite", test_not_finite);
  g_test_add_func ("/formats/json-printer/python-form", test_python_form);

  return g_test_run ();
}
