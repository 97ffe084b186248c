/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-strings.h"

#include "formats/xlsx-value.h"
#include "formats/xlsx-xml.h"

#include <string.h>

/* They all stand in memory. */
#define MAX_SIZE (256 * 1024 * 1024)

struct _CwXlsxStrings
{
  GString *text;   /* all of them */
  GArray *ends;    /* gsize, of each in @text */
  GString *string; /* the one that is read */
  gboolean in_text;
  guint n_phonetic; /* how deep in a reading, which says how a text is spoken */
};

static void
on_start (CwXlsxXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  CwXlsxStrings *self = user_data;

  if (g_str_equal (name, "si"))
    g_string_truncate (self->string, 0);
  else if (g_str_equal (name, "rPh"))
    self->n_phonetic++;
  else if (g_str_equal (name, "t"))
    self->in_text = self->n_phonetic == 0;
}

static void
on_end (CwXlsxXml *xml, const char *name, gpointer user_data)
{
  CwXlsxStrings *self = user_data;

  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "rPh"))
    self->n_phonetic--;
  else if (g_str_equal (name, "si"))
    {
      cw_xlsx_value_append_text (self->text, self->string->str, self->string->len);
      g_array_append_val (self->ends, self->text->len);
    }
}

static void
on_text (CwXlsxXml *xml, const char *text, gsize length, gpointer user_data)
{
  CwXlsxStrings *self = user_data;

  if (self->in_text)
    g_string_append_len (self->string, text, (gssize) length);
}

static const CwXlsxXmlHandlers handlers = { on_start, on_end, on_text };

/**
 * cw_xlsx_strings_read:
 * @package: a workbook, as for cw_xlsx_part_open()
 * @name: the file's name
 * @path: (nullable): name of the part; %NULL where the workbook has none
 * @error: return location
 *
 * Reads the shared strings (ECMA-376-1, 18.4): runs of one text are joined, and phonetic ones, which
 * say how it is spoken, left out.
 *
 * Returns: (transfer full): the strings, or %NULL with an error
 */
CwXlsxStrings *
cw_xlsx_strings_read (GInputStream *package, const char *name, const char *path, GError **error)
{
  g_autoptr (CwXlsxStrings) self = g_new0 (CwXlsxStrings, 1);

  self->text = g_string_new (NULL);
  self->string = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (path != NULL && !cw_xlsx_xml_read (package, name, path, MAX_SIZE, &handlers, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cw_xlsx_strings_free:
 * @self: (nullable): strings
 */
void
cw_xlsx_strings_free (CwXlsxStrings *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_string_free (self->string, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}

/**
 * cw_xlsx_strings_append:
 * @self: strings
 * @index: from 0
 * @text: where to append
 *
 * Returns: whether there is such a string
 */
gboolean
cw_xlsx_strings_append (const CwXlsxStrings *self, guint64 index, GString *text)
{
  gsize start;

  if (index >= self->ends->len)
    return FALSE;

  start = index > 0 ? g_array_index (self->ends, gsize, index - 1) : 0;
  g_string_append_len (text, self->text->str + start,
                       (gssize) (g_array_index (self->ends, gsize, index) - start));

  return TRUE;
}
