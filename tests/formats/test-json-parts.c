/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-parts.h"

#include "formats/json-syntax.h"

#include <string.h>

/* What stands in a value, as "key=value" lines. */
static char *
split (const char *json)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CwJsonPart part = cw_json_part_new (json, strlen (json));
  gboolean is_object = *part.data == '{';
  CwJsonPartIter iter;
  CwJsonPart value;
  char *key = NULL;

  cw_json_syntax_check (json, strlen (json), "x.json", &error);
  g_assert_no_error (error);
  cw_json_part_iter_init (&iter, &part);
  while (cw_json_part_iter_next (&iter, is_object ? &key : NULL, &value))
    {
      g_string_append_printf (found, "%s=%.*s\n", is_object ? key : "", (int) value.length,
                              value.data);
      g_clear_pointer (&key, g_free);
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
check (const char *json, const char *wanted)
{
  g_autofree char *found = split (json);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_arrays (void)
{
  check ("[]", "");
  check (" [ \n ] ", "");
  check ("[1]", "=1\n");
  check ("\t[ 1 , -2.5e3,true ,null ] \n", "=1\n=-2.5e3\n=true\n=null\n");
  check ("[[], {}, [[1], [2]], {\"a\": [3]}]", "=[]\n={}\n=[[1], [2]]\n={\"a\": [3]}\n");
}

/* Brackets, commas and quotation marks in texts are texts. */
static void
test_strings (void)
{
  check ("[\"]\", \"a, b\", \"\\\"\", \"\\\\\"]", "=\"]\"\n=\"a, b\"\n=\"\\\"\"\n=\"\\\\\"\n");
  check ("[{\"}\": \"{\"}, \"日本\"]", "={\"}\": \"{\"}\n=\"日本\"\n");
}

static void
test_objects (void)
{
  check ("{}", "");
  check ("{\"a\":1}", "a=1\n");
  check ("{ \"a\" : [1, 2] ,\n\"b:\\\"\" :{\"c\": {}}, \"\\u0064\":\"}\" }",
         "a=[1, 2]\nb:\"={\"c\": {}}\nd=\"}\"\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-parts/arrays", test_arrays);
  g_test_add_func ("/json-parts/strings", test_strings);
  g_test_add_func ("/json-parts/objects", test_objects);

  return g_test_run ();
}
