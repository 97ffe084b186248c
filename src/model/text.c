/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/text.h"

#include "model/language.h"

#include <string.h>

typedef struct
{
  const char *language;
  char *string;
} Variant;

struct _CwText
{
  GArray *variants;
};

static void
variant_clear (gpointer data)
{
  Variant *variant = data;

  g_free (variant->string);
}

/**
 * cw_text_new:
 *
 * Returns: (transfer full): a text with no language yet
 */
CwText *
cw_text_new (void)
{
  CwText *self = g_new0 (CwText, 1);

  self->variants = g_array_new (FALSE, FALSE, sizeof (Variant));
  g_array_set_clear_func (self->variants, variant_clear);

  return self;
}

/**
 * cw_text_copy:
 * @self: (nullable): a text
 *
 * Returns: (transfer full) (nullable): a copy
 */
CwText *
cw_text_copy (const CwText *self)
{
  CwText *copy;

  if (self == NULL)
    return NULL;

  copy = cw_text_new ();
  for (guint i = 0; i < self->variants->len; i++)
    {
      const Variant *variant = &g_array_index (self->variants, Variant, i);

      cw_text_set (copy, variant->language, variant->string);
    }

  return copy;
}

/**
 * cw_text_free:
 * @self: (nullable): a text
 */
void
cw_text_free (CwText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->variants);
  g_free (self);
}

/**
 * cw_text_set:
 * @self: a text
 * @language: a BCP 47 language tag
 * @string: (nullable): the wording, UTF-8
 *
 * Adds the wording in @language, or replaces it, or takes it away where @string is %NULL.
 */
void
cw_text_set (CwText *self, const char *language, const char *string)
{
  Variant added = { g_intern_string (language), g_strdup (string) };
  guint at;

  for (at = 0; at < self->variants->len; at++)
    {
      Variant *variant = &g_array_index (self->variants, Variant, at);
      int order = cw_language_compare (language, variant->language);

      if (order == 0 && string == NULL)
        {
          g_array_remove_index (self->variants, at);
          return;
        }
      if (order == 0)
        {
          g_free (variant->string);
          *variant = added;
          return;
        }
      if (order < 0)
        break;
    }

  if (string != NULL)
    g_array_insert_val (self->variants, at, added);
}

/**
 * cw_text_get:
 * @self: (nullable): a text
 * @language: a BCP 47 language tag
 *
 * Returns: (transfer none) (nullable): the wording in exactly @language
 */
const char *
cw_text_get (const CwText *self, const char *language)
{
  if (self == NULL)
    return NULL;

  for (guint i = 0; i < self->variants->len; i++)
    {
      const Variant *variant = &g_array_index (self->variants, Variant, i);

      if (g_str_equal (variant->language, language))
        return variant->string;
    }

  return NULL;
}

/**
 * cw_text_choose:
 * @self: (nullable): a text
 * @languages: (array zero-terminated=1): tags, the most wanted first
 *
 * Returns: (transfer none): the wording in the first of @languages there is, else in the text's
 *   first language, else an empty string
 */
const char *
cw_text_choose (const CwText *self, const char *const *languages)
{
  if (self == NULL || self->variants->len == 0)
    return "";

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      const char *string = cw_text_get (self, languages[i]);

      if (string != NULL)
        return string;
    }

  return g_array_index (self->variants, Variant, 0).string;
}

/**
 * cw_text_get_n_languages:
 * @self: (nullable): a text
 *
 * Returns: in how many languages there is a wording
 */
guint
cw_text_get_n_languages (const CwText *self)
{
  return self != NULL ? self->variants->len : 0;
}

/**
 * cw_text_get_language:
 * @self: a text
 * @index: less than cw_text_get_n_languages()
 *
 * Returns: (transfer none): the tag of the language at @index
 */
const char *
cw_text_get_language (const CwText *self, guint index)
{
  g_return_val_if_fail (index < self->variants->len, NULL);

  return g_array_index (self->variants, Variant, index).language;
}

/**
 * cw_string_clean:
 * @string: (nullable): what somebody typed or a file holds, UTF-8
 *
 * Texts of lists are one line with no space at either end, of whatever script.
 *
 * Returns: (transfer full): @string with spaces for control characters, and none at its ends
 */
char *
cw_string_clean (const char *string)
{
  const char *start = string != NULL ? string : "";
  const char *end = start + strlen (start);
  char *clean;

  while (*start != '\0' && (g_unichar_isspace (g_utf8_get_char (start)) || (guchar) *start < 0x20))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *before = g_utf8_find_prev_char (start, end);

      if (!g_unichar_isspace (g_utf8_get_char (before)) && (guchar) *before >= 0x20)
        break;
      end = before;
    }

  clean = g_strndup (start, (gsize) (end - start));
  for (char *p = clean; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        *p = ' ';
    }

  return clean;
}
