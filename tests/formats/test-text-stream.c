/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/text-stream.h"

#include "formats/error.h"
#include "formats/text-encoding.h"

#include <string.h>

#define CHINESE "代码,名称,关系\n1.1,先进材料,包含\n2,人工智能与机器人,部分\n"
#define TRADITIONAL "代碼,名稱,備註\n1,先進材料與製造,包含\n2,人工智慧,電腦網路\n"
#define JAPANESE "コード,名称,関係\n1,先端材料,含む\n2,人工知能とロボット,関連する\n"
#define WESTERN "Code;Bezeichnung;Größe\n1;Künstliche Intelligenz;“groß”\n2;Énergie – côté\n"

static char *
read_all (const char *data, gsize length, gsize at_once, char **encoding, GError **error)
{
  g_autoptr (GInputStream) bytes =
    g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) text = cw_text_stream_open (bytes, "x.csv", encoding, NULL, error);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *buffer = g_malloc (at_once);
  gssize n_read;

  if (text == NULL)
    return NULL;
  while ((n_read = g_input_stream_read (text, buffer, at_once, NULL, error)) > 0)
    g_string_append_len (all, buffer, n_read);

  return n_read == 0 ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

static void
assert_found (const char *text, const char *mark, gsize n_mark, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  g_autofree char *decoded = NULL;
  gsize length;
  g_autofree char *plain = g_convert (text, -1, cw_text_encoding_get_iconv_name (encoding), "UTF-8",
                                      NULL, &length, &error);
  g_autoptr (GByteArray) data = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (data, (const guint8 *) mark, (guint) n_mark);
  g_byte_array_append (data, (const guint8 *) plain, (guint) length);
  decoded = read_all ((const char *) data->data, data->len, 7, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, encoding);
  g_assert_cmpstr (decoded, ==, text);
}

static void
test_marks (void)
{
  static const char *const texts[] = { CHINESE, JAPANESE, TRADITIONAL, WESTERN, "a,b\n", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      assert_found (texts[i], "\xef\xbb\xbf", 3, "UTF-8");
      assert_found (texts[i], "\xff\xfe", 2, "UTF-16LE");
      assert_found (texts[i], "\xfe\xff", 2, "UTF-16BE");
      assert_found (texts[i], "\xff\xfe\0\0", 4, "UTF-32LE");
      assert_found (texts[i], "\0\0\xfe\xff", 4, "UTF-32BE");
    }
}

static void
test_without_mark (void)
{
  static const char *const texts[] = { CHINESE, JAPANESE, TRADITIONAL, WESTERN, "a,b\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      assert_found (texts[i], "", 0, "UTF-8");
      assert_found (texts[i], "", 0, "UTF-16LE");
      assert_found (texts[i], "", 0, "UTF-16BE");
    }
}

static void
test_legacy (void)
{
  static const char *const chinese[] = { CHINESE, "代码,名称\n", "名称\n", "备注：无\n",
                                         "1,量子信息\n",
                                         /* Katakana in a Chinese table. */
                                         "代码,日文名称\n1,半导体材料（コード）和高性能计算\n" };
  static const char *const japanese[] = { JAPANESE, "コード,名称\n", "宇宙,量子技術\n",
                                          "技術\tこれは試験です\n" };
  static const char *const western[] = { WESTERN, "für\n", "naïve, café\n", "a – b\n", "10 €\n" };

  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    assert_found (chinese[i], "", 0, "GB18030");
  for (guint i = 0; i < G_N_ELEMENTS (japanese); i++)
    {
      assert_found (japanese[i], "", 0, "Shift_JIS");
      assert_found (japanese[i], "", 0, "EUC-JP");
    }
  assert_found (TRADITIONAL, "", 0, "Big5");
  for (guint i = 0; i < G_N_ELEMENTS (western); i++)
    assert_found (western[i], "", 0, "Windows-1252");
}

/* A character stands across every border of what is converted at once. */
static void
test_long (void)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "GB18030", "Shift_JIS" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      for (guint shift = 0; shift < 4; shift++)
        {
          g_autoptr (GString) text = g_string_new_len ("xyz", shift);

          while (text->len < 1024 * 1024)
            g_string_append (text, "先端材料、量子技術のコード\n");
          {
            g_autoptr (GError) error = NULL;
            g_autofree char *encoding = g_strdup (encodings[i]);
            gsize length;
            g_autofree char *data =
              g_convert (text->str, -1, cw_text_encoding_get_iconv_name (encoding), "UTF-8", NULL,
                         &length, &error);
            g_autofree char *decoded = read_all (data, length, 64 * 1024, &encoding, &error);

            g_assert_no_error (error);
            g_assert_true (strcmp (decoded, text->str) == 0);
          }
        }
    }
}

static void
test_forced (void)
{
  static const char greek[] = "\xe1\xe2\xe3";
  g_autofree char *encoding = g_strdup ("ISO-8859-7");
  g_autofree char *unknown = g_strdup ("no-such-encoding");
  g_autofree char *text = read_all (greek, 3, 10, &encoding, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "αβγ");
  g_assert_null (read_all (greek, 3, 10, &unknown, &error));
  g_assert_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED);
  g_assert_cmpstr (error->message, ==,
                   "x.csv:1:1: the encoding no-such-encoding is not known here");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    const char *encoding; /* (nullable) */
    const char *message;
  } cases[] = {
    { "a\nb\0c\n", 6, NULL, "x.csv:2:2: a character that no text holds (NUL)" },
    { "\xef\xbb\xbf"
      "a\xff",
      5, NULL, "x.csv:1:2: not valid UTF-8" },
    { "a\xe4\xb8", 3, "UTF-8", "x.csv:1:2: not valid UTF-8" },
    { "a\xed\xa0\x80", 4, "UTF-8", "x.csv:1:2: not valid UTF-8" },
    { "\xff\xfe"
      "a\0\n\0\0\xd8"
      "b\0",
      10, NULL, "x.csv:2:1: not valid UTF-16LE" },
    { "\xff\xfe"
      "a\0\n\0b\0\0\0",
      10, NULL, "x.csv:2:2: a character that no text holds (NUL)" },
    { "ab\n\x83\x52\x83", 6, "Shift_JIS", "x.csv:2:2: not valid Shift_JIS" },
    { "ab\nc\x80\xff", 6, "GB18030", "x.csv:2:2: not valid GB18030" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *encoding = g_strdup (cases[i].encoding);
      g_autofree char *text = read_all (cases[i].data, cases[i].length, 100, &encoding, &error);

      g_assert_cmpstr (text, ==, NULL);
      g_assert_true (error->domain == CW_FORMAT_ERROR);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* One broken byte far down does not make another text of it. */
static void
test_broken_later (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *decoded = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "先进材料\n");
  g_string_append (text, "材料\xff\n");
  decoded = read_all (text->str, text->len, 4096, NULL, &error);
  g_assert_null (decoded);
  g_assert_cmpstr (error->message, ==, "x.csv:100001:3: not valid UTF-8");

  g_clear_error (&error);
  g_assert_null (read_all (text->str + 100000 * 13 - 13 * 50, 13 * 50 + 8, 4096, NULL, &error));
  g_assert_cmpstr (error->message, ==, "x.csv:51:3: not valid UTF-8");
}

/* No bytes crash it, and what it gives is UTF-8. */
static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      char data[64];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof data + 1);
      g_autofree char *text = NULL;

      for (gsize j = 0; j < length; j++)
        data[j] = (char) g_test_rand_int_range (0, 256);
      text = read_all (data, length, 5, NULL, NULL);
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/text-stream/marks", test_marks);
  g_test_add_func ("/formats/text-stream/without-mark", test_without_mark);
  g_test_add_func ("/formats/text-stream/legacy", test_legacy);
  g_test_add_func ("/formats/text-stream/long", test_long);
  g_test_add_func ("/formats/text-stream/forced", test_forced);
  g_test_add_func ("/formats/text-stream/refused", test_refused);
  g_test_add_func ("/formats/text-stream/broken-later", test_broken_later);
  g_test_add_func ("/formats/text-stream/random", test_random);

  return g_test_run ();
}
