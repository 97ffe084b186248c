/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-place.h"

#include <string.h>

struct _CwJsonPlace
{
  char *name;
  GString *pointer;
};

/**
 * cw_json_place_new:
 * @name: the file's name, for messages
 *
 * Returns: (transfer full): the root of the file
 */
CwJsonPlace *
cw_json_place_new (const char *name)
{
  CwJsonPlace *self = g_new0 (CwJsonPlace, 1);

  self->name = g_strdup (name);
  self->pointer = g_string_new (NULL);

  return self;
}

/**
 * cw_json_place_free:
 * @self: (nullable): a place
 */
void
cw_json_place_free (CwJsonPlace *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_string_free (self->pointer, TRUE);
  g_free (self);
}

/**
 * cw_json_place_enter:
 * @self: a place
 * @key: a key of the object there
 *
 * Goes down to the value at @key. Each way down is ended by cw_json_place_leave(), except after an
 * error.
 */
void
cw_json_place_enter (CwJsonPlace *self, const char *key)
{
  g_string_append_c (self->pointer, '/');
  for (const char *p = key; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (self->pointer, "~0");
      else if (*p == '/')
        g_string_append (self->pointer, "~1");
      else
        g_string_append_c (self->pointer, *p);
    }
}

/**
 * cw_json_place_enter_index:
 * @self: a place
 * @index: an index of the array there
 *
 * Goes down to the value at @index.
 */
void
cw_json_place_enter_index (CwJsonPlace *self, guint index)
{
  g_string_append_printf (self->pointer, "/%u", index);
}

/**
 * cw_json_place_leave:
 * @self: a place below the root
 *
 * Goes up one level.
 */
void
cw_json_place_leave (CwJsonPlace *self)
{
  const char *slash = strrchr (self->pointer->str, '/');

  g_return_if_fail (slash != NULL);

  g_string_truncate (self->pointer, slash - self->pointer->str);
}

static void
set_error (const CwJsonPlace *self, GError **error, CwFormatError code, const char *what)
{
  /* The root's pointer is an empty text, which a person would not see. */
  if (self->pointer->len == 0)
    cw_format_error_set_at_line (error, code, self->name, 1, 1, "%s", what);
  else
    cw_format_error_set_at_pointer (error, code, self->name, self->pointer->str, "%s", what);
}

/**
 * cw_json_place_fail:
 * @self: a place
 * @error: return location
 * @code: the kind of error
 * @format: what is wrong there, in the user's language
 * @...: arguments of @format
 *
 * Returns: %FALSE, with an error that names the place
 */
gboolean
cw_json_place_fail (const CwJsonPlace *self,
                    GError **error,
                    CwFormatError code,
                    const char *format,
                    ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  set_error (self, error, code, what);
  return FALSE;
}

/**
 * cw_json_place_fail_at:
 * @self: a place
 * @key: a key of the object there
 * @error: return location
 * @format: what is wrong at @key, in the user's language
 * @...: arguments of @format
 *
 * Returns: %FALSE, with %CW_FORMAT_ERROR_VALUE at @key
 */
gboolean
cw_json_place_fail_at (CwJsonPlace *self, const char *key, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  cw_json_place_enter (self, key);
  set_error (self, error, CW_FORMAT_ERROR_VALUE, what);
  cw_json_place_leave (self);
  return FALSE;
}
