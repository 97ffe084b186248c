/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-xml.h"

#include "formats/error.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)

/* No part of a workbook is nested half as deep. */
#define MAX_DEPTH 64

/* expat keeps a tag until it is whole. */
#define MAX_TAG (4 * 1024 * 1024)

/* Between a namespace and a name; in no IRI. */
#define SEPARATOR '|'

struct _CwXlsxXml
{
  char *place; /* file and part */
  CwXlsxPart *part;
  XML_Parser parser;
  const CwXlsxXmlHandlers *handlers;
  gpointer user_data;
  guint depth;
  guint64 n_fed;
  gboolean paused;
  gboolean ended;
  GError *error;
};

/**
 * cw_xlsx_xml_take_error:
 * @self: a part
 * @error: (transfer full): why reading ends
 *
 * Ends reading, from within a handler. The first error counts.
 */
void
cw_xlsx_xml_take_error (CwXlsxXml *self, GError *error)
{
  if (self->error != NULL)
    {
      g_error_free (error);
      return;
    }

  self->error = error;
  XML_StopParser (self->parser, XML_FALSE);
}

static void G_GNUC_PRINTF (2, 3) fail (CwXlsxXml *self, const char *format, ...)
{
  GError *error = NULL;
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  cw_format_error_set_at_line (&error, CW_FORMAT_ERROR_SYNTAX, self->place,
                               (guint) XML_GetCurrentLineNumber (self->parser),
                               (guint) XML_GetCurrentColumnNumber (self->parser) + 1, "%s", text);
  cw_xlsx_xml_take_error (self, error);
}

static const char *
get_local_name (const char *name)
{
  const char *separator = strrchr (name, SEPARATOR);

  return separator != NULL ? separator + 1 : name;
}

static void XMLCALL
on_start (void *user_data, const XML_Char *name, const XML_Char **attributes)
{
  CwXlsxXml *self = user_data;

  if (self->error != NULL)
    return;
  if (++self->depth > MAX_DEPTH)
    fail (self, _ ("elements are nested more than %d deep"), MAX_DEPTH);
  else
    self->handlers->start (self, get_local_name (name), attributes, self->user_data);
}

static void XMLCALL
on_end (void *user_data, const XML_Char *name)
{
  CwXlsxXml *self = user_data;

  self->depth--;
  if (self->error == NULL)
    self->handlers->end (self, get_local_name (name), self->user_data);
}

static void XMLCALL
on_text (void *user_data, const XML_Char *text, int length)
{
  CwXlsxXml *self = user_data;

  if (self->error == NULL && self->handlers->text != NULL)
    self->handlers->text (self, text, (gsize) length, self->user_data);
}

/* No workbook has one, and entities can be made to grow without end. */
static void XMLCALL
on_doctype (void *user_data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int has_subset)
{
  fail (user_data, _ ("a document type is declared, which no workbook does"));
}

/**
 * cw_xlsx_xml_open:
 * @package: a workbook, as for cw_xlsx_part_open()
 * @name: the file's name
 * @path: name of the part
 * @max_size: how many bytes it may unpack to
 * @handlers: what to do; must outlive what is returned
 * @user_data: for them
 * @error: return location
 *
 * Returns: (transfer full): the part, or %NULL with an error
 */
CwXlsxXml *
cw_xlsx_xml_open (GInputStream *package,
                  const char *name,
                  const char *path,
                  guint64 max_size,
                  const CwXlsxXmlHandlers *handlers,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (CwXlsxPart) part = cw_xlsx_part_open (package, name, path, max_size, error);
  CwXlsxXml *self;

  if (part == NULL)
    return NULL;

  self = g_new0 (CwXlsxXml, 1);
  self->place = g_strdup_printf ("%s: %s", name, path);
  self->part = g_steal_pointer (&part);
  self->handlers = handlers;
  self->user_data = user_data;
  self->parser = XML_ParserCreateNS (NULL, SEPARATOR);
  XML_SetUserData (self->parser, self);
  XML_SetElementHandler (self->parser, on_start, on_end);
  XML_SetCharacterDataHandler (self->parser, on_text);
  XML_SetStartDoctypeDeclHandler (self->parser, on_doctype);

  return self;
}

/**
 * cw_xlsx_xml_close:
 * @self: (nullable): a part
 */
void
cw_xlsx_xml_close (CwXlsxXml *self)
{
  if (self == NULL)
    return;

  XML_ParserFree (self->parser);
  cw_xlsx_part_close (self->part);
  g_clear_error (&self->error);
  g_free (self->place);
  g_free (self);
}

/**
 * cw_xlsx_xml_pause:
 * @self: a part
 *
 * Pauses, from within a handler.
 */
void
cw_xlsx_xml_pause (CwXlsxXml *self)
{
  self->paused = TRUE;
  XML_StopParser (self->parser, XML_TRUE);
}

static void
feed (CwXlsxXml *self)
{
  void *buffer = XML_GetBuffer (self->parser, BUFFER_SIZE);
  gssize n_read;
  enum XML_Status status;

  if (buffer == NULL)
    {
      fail (self, "%s", XML_ErrorString (XML_ERROR_NO_MEMORY));
      return;
    }
  n_read = cw_xlsx_part_read (self->part, buffer, BUFFER_SIZE, &self->error);
  if (n_read < 0)
    return;

  self->n_fed += (guint64) n_read;
  status = XML_ParseBuffer (self->parser, (int) n_read, n_read == 0);
  self->ended = n_read == 0 && status != XML_STATUS_SUSPENDED;
  if (status == XML_STATUS_ERROR && self->error == NULL)
    fail (self, "%s", XML_ErrorString (XML_GetErrorCode (self->parser)));
  else if (self->error == NULL && status == XML_STATUS_OK && !self->ended &&
           self->n_fed - (guint64) MAX (XML_GetCurrentByteIndex (self->parser), 0) > MAX_TAG)
    fail (self, _ ("a tag is longer than %d MiB"), MAX_TAG / (1024 * 1024));
}

static void
resume (CwXlsxXml *self)
{
  XML_ParsingStatus state;
  enum XML_Status status;

  XML_GetParsingStatus (self->parser, &state);
  if (state.parsing != XML_SUSPENDED)
    {
      feed (self);
      return;
    }

  status = XML_ResumeParser (self->parser);
  self->ended = state.finalBuffer && status != XML_STATUS_SUSPENDED;
  if (status == XML_STATUS_ERROR && self->error == NULL)
    fail (self, "%s", XML_ErrorString (XML_GetErrorCode (self->parser)));
}

/**
 * cw_xlsx_xml_continue:
 * @self: a part
 * @error: return location
 *
 * Reads on until a handler pauses, or to the end.
 *
 * Returns: whether a handler paused; %FALSE at the end, or with a #CwFormatError
 */
gboolean
cw_xlsx_xml_continue (CwXlsxXml *self, GError **error)
{
  self->paused = FALSE;
  while (self->error == NULL && !self->paused && !self->ended)
    resume (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }

  return self->paused;
}

/**
 * cw_xlsx_xml_read:
 * @package: a workbook, as for cw_xlsx_part_open()
 * @name: the file's name
 * @path: name of the part
 * @max_size: how many bytes it may unpack to
 * @handlers: what to do
 * @user_data: for them
 * @error: return location
 *
 * Reads a part at once.
 *
 * Returns: whether it could be read
 */
gboolean
cw_xlsx_xml_read (GInputStream *package,
                  const char *name,
                  const char *path,
                  guint64 max_size,
                  const CwXlsxXmlHandlers *handlers,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (CwXlsxXml) self =
    cw_xlsx_xml_open (package, name, path, max_size, handlers, user_data, error);
  g_autoptr (GError) failure = NULL;

  if (self == NULL)
    return FALSE;

  while (cw_xlsx_xml_continue (self, &failure))
    ;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * cw_xlsx_xml_find:
 * @attributes: (array zero-terminated=1): names and values
 * @name: an attribute's name without its namespace
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
cw_xlsx_xml_find (const char **attributes, const char *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      if (g_str_equal (get_local_name (attributes[i]), name))
        return attributes[i + 1];
    }

  return NULL;
}
