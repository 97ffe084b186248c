/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-printer.h"

#include "formats/number.h"

#include <string.h>

struct _CwJsonPrinter
{
  GString *text;
  guint depth;
  gboolean on_one_line;
  gboolean is_first;  /* nothing stands yet in the innermost array or object */
  gboolean after_key; /* the next value belongs to a key on the same line */
};

/**
 * cw_json_printer_new:
 *
 * Returns: (transfer full): a printer that has written nothing
 */
CwJsonPrinter *
cw_json_printer_new (void)
{
  CwJsonPrinter *self = g_new0 (CwJsonPrinter, 1);

  self->text = g_string_sized_new (64 * 1024);

  return self;
}

/**
 * cw_json_printer_new_on_one_line:
 *
 * Writes everything on one line, as Python's json.dumps (…, ensure_ascii=False) does.
 *
 * Returns: (transfer full): a printer that has written nothing
 */
CwJsonPrinter *
cw_json_printer_new_on_one_line (void)
{
  CwJsonPrinter *self = g_new0 (CwJsonPrinter, 1);

  self->text = g_string_new (NULL);
  self->on_one_line = TRUE;

  return self;
}

/**
 * cw_json_printer_free:
 * @self: (nullable): a printer
 */
void
cw_json_printer_free (CwJsonPrinter *self)
{
  if (self == NULL)
    return;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static void
break_line (CwJsonPrinter *self)
{
  if (self->on_one_line)
    return;

  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/* What stands between the last thing and a key or value that comes now. */
static void
separate (CwJsonPrinter *self)
{
  if (self->after_key || self->depth == 0)
    {
      self->after_key = FALSE;
      return;
    }

  if (!self->is_first)
    g_string_append (self->text, self->on_one_line ? ", " : ",");
  self->is_first = FALSE;
  break_line (self);
}

static void
begin (CwJsonPrinter *self, char bracket)
{
  separate (self);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_first = TRUE;
}

static void
end (CwJsonPrinter *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!self->is_first)
    break_line (self);
  self->is_first = FALSE;
  g_string_append_c (self->text, bracket);
}

/**
 * cw_json_printer_begin_object:
 * @self: a printer
 *
 * Begins an object: as the root, in an array, or after a key.
 */
void
cw_json_printer_begin_object (CwJsonPrinter *self)
{
  begin (self, '{');
}

/**
 * cw_json_printer_end_object:
 * @self: a printer in an object
 *
 * Ends the object.
 */
void
cw_json_printer_end_object (CwJsonPrinter *self)
{
  end (self, '}');
}

/**
 * cw_json_printer_begin_array:
 * @self: a printer
 *
 * Begins an array: as the root, in an array, or after a key.
 */
void
cw_json_printer_begin_array (CwJsonPrinter *self)
{
  begin (self, '[');
}

/**
 * cw_json_printer_end_array:
 * @self: a printer in an array
 *
 * Ends the array.
 */
void
cw_json_printer_end_array (CwJsonPrinter *self)
{
  end (self, ']');
}

/* The escapes of Python's json.encoder.ESCAPE_DCT; all else stands as itself. */
static void
append_quoted (GString *text, const char *string)
{
  static const char escaped[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";

  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      const char *found = strchr (escaped, *p);

      if (found != NULL)
        {
          g_string_append_c (text, '\\');
          g_string_append_c (text, letters[found - escaped]);
        }
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/**
 * cw_json_printer_key:
 * @self: a printer in an object
 * @key: a key, UTF-8
 *
 * Writes a key; its value follows.
 */
void
cw_json_printer_key (CwJsonPrinter *self, const char *key)
{
  separate (self);
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
  self->after_key = TRUE;
}

/**
 * cw_json_printer_string:
 * @self: a printer
 * @string: (nullable): a text, UTF-8; %NULL is written as null
 */
void
cw_json_printer_string (CwJsonPrinter *self, const char *string)
{
  separate (self);
  if (string != NULL)
    append_quoted (self->text, string);
  else
    g_string_append (self->text, "null");
}

/**
 * cw_json_printer_integer:
 * @self: a printer
 * @value: a whole number
 */
void
cw_json_printer_integer (CwJsonPrinter *self, gint64 value)
{
  separate (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * cw_json_printer_number:
 * @self: a printer
 * @value: a finite number
 *
 * Writes a number as Python writes a float: 19.5, 100.0, 1e-05.
 */
void
cw_json_printer_number (CwJsonPrinter *self, double value)
{
  gsize first;

  separate (self);
  first = self->text->len;
  cw_number_append (self->text, value);
  if (strpbrk (self->text->str + first, ".e") == NULL)
    g_string_append (self->text, ".0");
}

/**
 * cw_json_printer_boolean:
 * @self: a printer
 * @value: a truth value
 */
void
cw_json_printer_boolean (CwJsonPrinter *self, gboolean value)
{
  separate (self);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * cw_json_printer_member_string:
 * @self: a printer in an object
 * @key: the key
 * @string: (nullable): its value; %NULL is written as null
 */
void
cw_json_printer_member_string (CwJsonPrinter *self, const char *key, const char *string)
{
  cw_json_printer_key (self, key);
  cw_json_printer_string (self, string);
}

/**
 * cw_json_printer_member_integer:
 * @self: a printer in an object
 * @key: the key
 * @value: its value
 */
void
cw_json_printer_member_integer (CwJsonPrinter *self, const char *key, gint64 value)
{
  cw_json_printer_key (self, key);
  cw_json_printer_integer (self, value);
}

/**
 * cw_json_printer_raw:
 * @self: a printer
 * @json: (array length=length): a value that is JSON already
 * @length: its length in bytes
 */
void
cw_json_printer_raw (CwJsonPrinter *self, const char *json, gsize length)
{
  separate (self);
  g_string_append_len (self->text, json, (gssize) length);
}

/**
 * cw_json_printer_take:
 * @self: a printer
 *
 * Takes away what is written so far, so that it need not all be kept; more may follow.
 *
 * Returns: (transfer full): the text
 */
GString *
cw_json_printer_take (CwJsonPrinter *self)
{
  GString *taken = self->text;

  self->text = g_string_new (NULL);

  return taken;
}

/**
 * cw_json_printer_end:
 * @self: a printer whose root is complete; only to be freed afterwards
 *
 * Returns: (transfer full): the file's text, with a line end at its end
 */
GBytes *
cw_json_printer_end (CwJsonPrinter *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  g_string_append_c (self->text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
