/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/judgement-table.h"

#include "formats/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  SUBJECT_CODE,
  RELATION,
  OBJECT_CODE,
  CONFIDENCE,
  RATIONALE,
  BASIS,
  N_FIELDS,
};

/* A coding's table ends with the rationale. */
static const char *const headers[N_FIELDS] = {
  [SUBJECT_CODE] = "subject_code", [RELATION] = "relation",   [OBJECT_CODE] = "object_code",
  [CONFIDENCE] = "confidence",     [RATIONALE] = "rationale", [BASIS] = "basis",
};

typedef struct
{
  const char *name;
  guint line;
  guint n_fields;
  char **fields;
  GHashTable *pairs;    /* "subject\tobject" */
  GHashTable *subjects; /* subject → its first CwJudgement */
} Reader;

/**
 * cw_judgement_free:
 * @self: (nullable): a judgement
 */
void
cw_judgement_free (CwJudgement *self)
{
  if (self == NULL)
    return;

  g_free (self->subject_code);
  g_free (self->object_code);
  g_free (self->rationale);
  g_free (self->basis);
  g_free (self);
}

/* In which column of the line a field begins; for one that is missing, where the line ends. */
static guint
column_of (const Reader *self, guint field)
{
  glong column = 1;

  for (guint i = 0; i < field && self->fields[i] != NULL; i++)
    {
      column += g_utf8_strlen (self->fields[i], -1);
      if (self->fields[i + 1] != NULL)
        column++;
    }

  return (guint) column;
}

static gboolean G_GNUC_PRINTF (4, 5)
  fail (const Reader *self, guint field, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  cw_format_error_set_at_line (error, CW_FORMAT_ERROR_VALUE, self->name, self->line,
                               column_of (self, field), "%s", what);
  return FALSE;
}

static gboolean
read_header (Reader *self, GError **error)
{
  guint n_fields = g_strv_length (self->fields);

  for (guint i = 0; i < n_fields && i < N_FIELDS; i++)
    {
      if (!g_str_equal (self->fields[i], headers[i]))
        /* Translators: %s is the name of a column, which is not translated */
        return fail (self, i, error, _ ("the column “%s” is expected"), headers[i]);
    }
  if (n_fields != BASIS && n_fields != N_FIELDS)
    return fail (self, MIN (n_fields, N_FIELDS), error,
                 _ ("the header must have %1$d or %2$d columns, not %3$u"), BASIS, N_FIELDS,
                 n_fields);

  self->n_fields = n_fields;
  return TRUE;
}

/* Digits, and a point with more digits; g_ascii_strtod() alone would take "0x1", "nan" or " 1". */
static gboolean
parse_confidence (const char *text, double *confidence)
{
  gsize n_whole = strspn (text, "0123456789");
  gsize n_rest = text[n_whole] == '.' ? strspn (text + n_whole + 1, "0123456789") : 0;
  gsize length = n_rest > 0 ? n_whole + 1 + n_rest : n_whole;

  if (n_whole == 0 || text[length] != '\0')
    return FALSE;

  *confidence = g_ascii_strtod (text, NULL);
  return *confidence >= 0 && *confidence <= 1;
}

static gboolean
check_fields (const Reader *self, GError **error)
{
  guint n_fields = g_strv_length (self->fields);

  if (n_fields != self->n_fields)
    return fail (self, MIN (n_fields, self->n_fields), error,
                 /* Translators: numbers of fields of a line of a table */
                 _ ("the line must have %1$u fields, not %2$u"), self->n_fields, n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      for (const char *p = self->fields[i]; *p != '\0'; p++)
        {
          if ((guchar) *p < 0x20)
            return fail (self, i, error, _ ("a control character in a field"));
        }
    }

  return TRUE;
}

static gboolean
check_ends (const Reader *self, CwRelation relation, GError **error)
{
  gboolean has_object = *self->fields[OBJECT_CODE] != '\0';

  if (*self->fields[SUBJECT_CODE] == '\0')
    return fail (self, SUBJECT_CODE, error, _ ("the subject is missing"));
  if (relation == CW_RELATION_NONE && has_object)
    return fail (self, OBJECT_CODE, error, _ ("an object stands beside “none”"));
  if (relation != CW_RELATION_NONE && !has_object)
    return fail (self, OBJECT_CODE, error, _ ("the object is missing"));
  return TRUE;
}

/* Each pair once, and an item without counterpart has nothing else. */
static gboolean
check_unique (Reader *self, const CwJudgement *judgement, GError **error)
{
  const char *subject = judgement->subject_code;
  const CwJudgement *first = g_hash_table_lookup (self->subjects, subject);

  if (!g_hash_table_add (self->pairs, g_strconcat (subject, "\t", self->fields[OBJECT_CODE], NULL)))
    return fail (self, SUBJECT_CODE, error,
                 /* Translators: codes of two items; the second is empty for “no counterpart” */
                 _ ("the pair “%1$s” and “%2$s” stands twice"), subject, self->fields[OBJECT_CODE]);
  if (first != NULL &&
      (first->relation == CW_RELATION_NONE || judgement->relation == CW_RELATION_NONE))
    return fail (self, RELATION, error,
                 /* Translators: %1$s is an item's code, %2$u a line number */
                 _ ("“%1$s” has both “none” and another line, %2$u"), subject, first->line);

  if (first == NULL)
    g_hash_table_insert (self->subjects, (char *) subject, (gpointer) judgement);
  return TRUE;
}

static CwJudgement *
read_judgement (Reader *self, GError **error)
{
  g_autoptr (CwJudgement) judgement = g_new0 (CwJudgement, 1);

  if (!check_fields (self, error))
    return NULL;
  if (!cw_relation_from_key (self->fields[RELATION], &judgement->relation))
    {
      fail (self, RELATION, error, _ ("“%s” is not a relation"), self->fields[RELATION]);
      return NULL;
    }
  if (!check_ends (self, judgement->relation, error))
    return NULL;
  if (!parse_confidence (self->fields[CONFIDENCE], &judgement->confidence))
    {
      fail (self, CONFIDENCE, error, _ ("the confidence “%s” is not a number from 0 to 1"),
            self->fields[CONFIDENCE]);
      return NULL;
    }

  judgement->subject_code = g_strdup (self->fields[SUBJECT_CODE]);
  if (judgement->relation != CW_RELATION_NONE)
    judgement->object_code = g_strdup (self->fields[OBJECT_CODE]);
  judgement->rationale = g_strdup (self->fields[RATIONALE]);
  if (self->n_fields > BASIS)
    judgement->basis = g_strdup (self->fields[BASIS]);
  judgement->line = self->line;

  return check_unique (self, judgement, error) ? g_steal_pointer (&judgement) : NULL;
}

static gboolean
read_line (Reader *self, GPtrArray *judgements, GError **error)
{
  CwJudgement *judgement;

  if (self->line == 1)
    return read_header (self, error);

  judgement = read_judgement (self, error);
  if (judgement == NULL)
    return FALSE;

  g_ptr_array_add (judgements, judgement);
  return TRUE;
}

static gboolean
read_lines (Reader *self, const char *data, gsize length, GPtrArray *judgements, GError **error)
{
  const char *end = data + length;

  for (const char *at = data; at < end; self->line++)
    {
      const char *stop = memchr (at, '\n', end - at);
      g_autofree char *line = stop != NULL ? g_strndup (at, stop - at) : NULL;
      gboolean good;

      if (line == NULL)
        {
          cw_format_error_set_at_byte (error, CW_FORMAT_ERROR_SYNTAX, self->name, data, length,
                                       _ ("the last line has no line end; is the file whole?"));
          return FALSE;
        }

      /* g_strsplit() makes no field of an empty line. */
      self->fields = *line != '\0' ? g_strsplit (line, "\t", -1) : g_new0 (char *, 1);
      good = read_line (self, judgements, error);
      g_clear_pointer (&self->fields, g_strfreev);
      if (!good)
        return FALSE;
      at = stop + 1;
    }

  return TRUE;
}

/**
 * cw_judgement_table_parse:
 * @data: (array length=length): a mapping table's text, UTF-8
 * @length: in bytes, or -1 where @data ends in NUL
 * @name: the file's name, for messages
 * @error: return location
 *
 * Reads a shipped mapping table, as data/mappings/README.md describes it: a header and lines of
 * fields with a tab between them and no quoting. Codes are not looked up in lists.
 *
 * Returns: (transfer full) (element-type CwJudgement): the judgements in the file's order, which
 *   the array owns; or %NULL with a #CwFormatError that names line and column
 */
GPtrArray *
cw_judgement_table_parse (const char *data, gssize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) judgements =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_judgement_free);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .name = name, .line = 1, .pairs = pairs, .subjects = subjects };

  if (length < 0)
    length = strlen (data);
  if (!cw_format_check_utf8 (data, length, name, error))
    return NULL;
  if (length == 0)
    {
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, name, 1, 1,
                                   _ ("the file is empty"));
      return NULL;
    }
  if (!read_lines (&reader, data, length, judgements, error))
    return NULL;

  return g_steal_pointer (&judgements);
}
