/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

struct _CwStatement
{
  CwConnection *connection;
  sqlite3_stmt *stmt;
  char *broken;
};

/**
 * cw_statement_new:
 * @connection: a connection
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full): the prepared statement, or %NULL with a #CwStoreError
 */
CwStatement *
cw_statement_new (CwConnection *connection, const char *sql, GError **error)
{
  CwStatement *self;
  sqlite3_stmt *stmt = NULL;
  int result = sqlite3_prepare_v2 (connection->db, sql, -1, &stmt, NULL);

  if (result != SQLITE_OK)
    {
      _cw_connection_fail (connection, result, error);
      return NULL;
    }

  connection->n_statements++;
  self = g_new0 (CwStatement, 1);
  self->connection = connection;
  self->stmt = stmt;

  return self;
}

/**
 * cw_statement_free:
 * @self: (nullable): a statement
 */
void
cw_statement_free (CwStatement *self)
{
  if (self == NULL)
    return;

  sqlite3_finalize (self->stmt);
  g_free (self->broken);
  g_free (self);
}

static int
bind_value (CwStatement *self, int parameter, char type, va_list *args)
{
  switch (type)
    {
    case 'i':
      return sqlite3_bind_int64 (self->stmt, parameter, va_arg (*args, gint64));
    case 'd':
      return sqlite3_bind_double (self->stmt, parameter, va_arg (*args, double));
    case 's':
      return sqlite3_bind_text (self->stmt, parameter, va_arg (*args, const char *), -1,
                                SQLITE_TRANSIENT);
    case 't':
      return sqlite3_bind_text (self->stmt, parameter, va_arg (*args, const char *), -1,
                                SQLITE_STATIC);
    case 'n':
      return sqlite3_bind_null (self->stmt, parameter);
    default:
      g_assert_not_reached ();
    }
}

static void
bind_values (CwStatement *self, int first, const char *types, va_list *args)
{
  sqlite3_reset (self->stmt);
  for (int i = 0; types[i] != '\0'; i++)
    {
      int result = bind_value (self, first + i, types[i], args);

      if (result != SQLITE_OK)
        cw_statement_fail (self, sqlite3_errstr (result));
    }
}

/**
 * cw_statement_bind:
 * @self: a statement that is not running
 * @types: a letter a parameter: i for gint64, d for double, s for a string or %NULL that is copied, t
 *   for one that stays as it is until the statement has run or is freed, n for a null (no argument)
 * @...: the values, in order
 *
 * Sets all parameters, the first being ?1.
 */
void
cw_statement_bind (CwStatement *self, const char *types, ...)
{
  va_list args;

  va_start (args, types);
  bind_values (self, 1, types, &args);
  va_end (args);
}

/**
 * cw_statement_bind_from:
 * @self: a statement that is not running
 * @first: the number of the first parameter that is set
 * @types: as in cw_statement_bind()
 * @...: the values, in order
 *
 * Sets some parameters, for statements that write several rows.
 */
void
cw_statement_bind_from (CwStatement *self, int first, const char *types, ...)
{
  va_list args;

  va_start (args, types);
  bind_values (self, first, types, &args);
  va_end (args);
}

/**
 * cw_statement_bind_text:
 * @self: a statement that is not running
 * @parameter: from 1
 * @text: the value; copied
 *
 * Sets one parameter, for statements whose number of parameters is not fixed.
 */
void
cw_statement_bind_text (CwStatement *self, int parameter, const char *text)
{
  int result = sqlite3_bind_text (self->stmt, parameter, text, -1, SQLITE_TRANSIENT);

  if (result != SQLITE_OK)
    cw_statement_fail (self, sqlite3_errstr (result));
}

/**
 * cw_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Returns: %TRUE if there is a row to read; %FALSE at the end, or with @error set
 */
gboolean
cw_statement_step (CwStatement *self, GError **error)
{
  int result;

  if (self->broken != NULL)
    {
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_DAMAGED,
                   /* Translators: the first %s is a file name, the second says what is broken */
                   _ ("“%s” is damaged: %s"), self->connection->path, self->broken);
      return FALSE;
    }

  result = sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    _cw_connection_fail (self->connection, result, error);
  sqlite3_reset (self->stmt);

  return FALSE;
}

/**
 * cw_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs a statement whose rows, if any, are of no interest.
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
cw_statement_run (CwStatement *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (cw_statement_step (self, &local_error))
    continue;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * cw_statement_collect_ids:
 * @self: a statement
 * @ids: (element-type gint64): what its first column holds is added here, unless it is NULL
 * @error: return location
 *
 * Runs a statement to its end.
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
cw_statement_collect_ids (CwStatement *self, GArray *ids, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (cw_statement_step (self, &local_error))
    {
      gint64 id = cw_statement_get_int (self, 0);

      if (!cw_statement_is_null (self, 0))
        g_array_append_val (ids, id);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

gint64
cw_statement_get_int (CwStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
cw_statement_get_double (CwStatement *self, int column)
{
  return sqlite3_column_double (self->stmt, column);
}

gboolean
cw_statement_is_null (CwStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * cw_statement_get_text:
 * @self: a statement with a row
 * @column: from 0
 *
 * A text that is not valid UTF-8 can only come from a damaged file; it reads as empty, and the
 * next step fails.
 *
 * Returns: (transfer none) (nullable): the text until the next step, %NULL for a null
 */
const char *
cw_statement_get_text (CwStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);
  int length = sqlite3_column_bytes (self->stmt, column);

  if (text == NULL)
    return NULL;

  /* Also false for a NUL byte inside the text. */
  if (!g_utf8_validate_len (text, length, NULL))
    {
      cw_statement_fail (self, _ ("a text is not valid UTF-8"));
      return "";
    }

  return text;
}

/**
 * cw_statement_fail:
 * @self: a statement with a row
 * @what: what is wrong with the row, in the user's language
 *
 * Makes the next step fail as damaged.
 */
void
cw_statement_fail (CwStatement *self, const char *what)
{
  if (self->broken == NULL)
    self->broken = g_strdup (what);
}

/**
 * cw_statement_is_broken:
 * @self: a statement
 *
 * Returns: whether the next step will fail as damaged
 */
gboolean
cw_statement_is_broken (CwStatement *self)
{
  return self->broken != NULL;
}

/**
 * cw_statement_bind_ids:
 * @self: a statement that is not running
 * @parameter: from 1
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 *
 * Sets a parameter to a JSON array, for json_each().
 */
void
cw_statement_bind_ids (CwStatement *self, int parameter, const gint64 *ids, guint n_ids)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');
  cw_statement_bind_text (self, parameter, json->str);
}
