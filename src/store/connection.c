/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/connection-private.h"

#include "store/header.h"
#include "store/journal-private.h"
#include "store/schema.h"
#include "store/statement.h"
#include "store/upgrade.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 10000

gboolean
_cw_connection_exec (CwConnection *self, const char *sql, GError **error)
{
  int result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  self->n_statements++;

  return result == SQLITE_OK || _cw_connection_fail (self, result, error);
}

gboolean
_cw_connection_begin (CwConnection *self, GError **error)
{
  return _cw_connection_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
_cw_connection_commit (CwConnection *self, GError **error)
{
  if (_cw_connection_exec (self, "COMMIT", error))
    return TRUE;

  _cw_connection_rollback (self);

  return FALSE;
}

void
_cw_connection_rollback (CwConnection *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/* Nothing that a file brings along may run: no functions in its schema, no extension, no writing
 * of the schema by hand. */
static void
harden (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
}

/* SQLite counts its memory with a lock for each piece, which takes a twentieth of the time and tells
 * nobody anything. It can be told so only before it is used for the first time. */
static void
leave_memory_uncounted (void)
{
  static gsize told = 0;

  if (g_once_init_enter (&told))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&told, 1);
    }
}

CwConnection *
_cw_connection_new (const char *path, int flags, CwConnectionMode mode, GError **error)
{
  g_autoptr (CwConnection) self = g_new0 (CwConnection, 1);
  int result;

  leave_memory_uncounted ();
  self->path = g_strdup (path);
  self->mode = mode;
  result =
    sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (self->db == NULL || result != SQLITE_OK)
    {
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_ACCESS, _ ("“%s” cannot be opened: %s"),
                   path, self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result));
      return NULL;
    }

  harden (self->db);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  if (!_cw_connection_exec (self,
                            "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; "
                            "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;",
                            error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static CwConnection *
open_immutable (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);
  CwConnection *self = _cw_connection_new (immutable, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                                           CW_CONNECTION_READ_ONLY, error);

  if (self == NULL)
    return NULL;

  g_free (self->path);
  self->path = g_strdup (path);

  return self;
}

static CwConnection *
open_read_write (const char *path, const char *real_path, GError **error)
{
  gboolean has_log = _cw_connection_stands_beside (real_path, "-wal");
  CwConnection *self;

  if (!is_writable (real_path))
    {
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NOT_WRITABLE, _ ("“%s” cannot be written"),
                   path);
      return NULL;
    }

  self = _cw_connection_new (path, SQLITE_OPEN_READWRITE, CW_CONNECTION_READ_WRITE, error);

  /* Should the document be refused, a log that was left beside it stays where it is. */
  if (self != NULL && has_log)
    sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  return self;
}

/* A document on a read-only medium cannot have the files beside it that SQLite wants for locking;
 * it can then not be changed by anybody either. One that says that it has a log, and has none,
 * would be given one. */
static CwConnection *
open_read_only (const char *path, const char *real_path, gboolean logged, GError **error)
{
  gboolean alone = !_cw_connection_stands_beside (real_path, "-wal") &&
                   !_cw_connection_stands_beside (real_path, "-journal");

  if (alone && (logged || !is_writable (real_path)))
    return open_immutable (path, error);

  return _cw_connection_new (path, SQLITE_OPEN_READONLY, CW_CONNECTION_READ_ONLY, error);
}

static CwConnection *
open_for_mode (const char *path, CwConnectionMode mode, gboolean logged, GError **error)
{
  g_autofree char *real_path = NULL;
  char *resolved = realpath (path, NULL);

  /* What stands beside a document stands beside the file that a symbolic link leads to. */
  real_path = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);

  switch (mode)
    {
    case CW_CONNECTION_READ_WRITE:
      return open_read_write (path, real_path, error);
    case CW_CONNECTION_READ_ONLY:
    case CW_CONNECTION_READ_ONLY_AGAIN:
      return open_read_only (path, real_path, logged, error);
    case CW_CONNECTION_READER:
    default:
      return _cw_connection_new (path, SQLITE_OPEN_READONLY, mode, error);
    }
}

/* The writer goes on with the upgraded document; the others read an upgraded copy that nobody else
 * sees, and leave the document as it is. */
static CwConnection *
open_upgraded (CwConnection *old, int version, GError **error)
{
  gboolean writes = old->mode == CW_CONNECTION_READ_WRITE;
  g_autofree char *uuid = g_uuid_string_random ();
  char *resolved = realpath (old->path, NULL);
  g_autofree char *path = g_strdup (resolved != NULL ? resolved : old->path);
  g_autofree char *name = g_strdup_printf ("crosswalk-%s", uuid);
  g_autofree char *copy = writes ? g_strdup_printf ("%s.%.8s.part", path, uuid)
                                 : g_build_filename (g_get_tmp_dir (), name, NULL);
  CwConnection *self = NULL;

  free (resolved);
  if ((!writes || _cw_connection_check_replaceable (path, error)) &&
      _cw_upgrade_copy (old, version, copy, error) &&
      (!writes || _cw_upgrade_replace (path, version, copy, error)))
    self = writes ? _cw_connection_new (old->path, SQLITE_OPEN_READWRITE, old->mode, error)
                  : open_immutable (copy, error);
  if (self == NULL || !writes)
    _cw_connection_remove_temporary (copy);
  if (self != NULL && !writes)
    {
      g_free (self->path);
      self->path = g_strdup (old->path);
    }

  return self;
}

/**
 * cw_connection_open:
 * @path: a document
 * @mode: how
 * @error: return location
 *
 * Opens somebody's file with care: header, schema and content are checked before it is used, and
 * nothing is written before cw_connection_start_writing(). A document of an older version in which
 * all is well is upgraded; what it was stays beside it. A reader of a document that this process
 * already has open for writing skips the checks, and one more of a document that it reads only skips
 * that of the content, which takes the longest.
 *
 * Returns: (transfer full): the connection, or %NULL with a #CwStoreError
 */
CwConnection *
cw_connection_open (const char *path, CwConnectionMode mode, GError **error)
{
  g_autoptr (CwConnection) self = NULL;
  gboolean logged = FALSE;
  int version = 0;

  if (!cw_header_check (path, &version, &logged, error))
    return NULL;

  self = open_for_mode (path, mode, logged, error);
  if (self == NULL)
    return NULL;

  if (mode != CW_CONNECTION_READER && !cw_schema_check (self, version, error))
    return NULL;
  if ((mode == CW_CONNECTION_READ_WRITE || mode == CW_CONNECTION_READ_ONLY) &&
      !cw_connection_check (self, error))
    return NULL;

  return version == CW_SCHEMA_VERSION ? g_steal_pointer (&self)
                                      : open_upgraded (self, version, error);
}

/**
 * cw_connection_start_writing:
 * @self: a %CW_CONNECTION_READ_WRITE connection to a document in which all is well
 * @error: return location
 *
 * Makes it the writer, which keeps the journal.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_connection_start_writing (CwConnection *self, GError **error)
{
  g_return_val_if_fail (self->mode == CW_CONNECTION_READ_WRITE, FALSE);

  self->writing = TRUE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  /* synchronous = FULL: an edit that was said to be saved survives a power cut. Where a folder
   * cannot do WAL (a network share), SQLite stays with a rollback journal. */
  return _cw_connection_exec (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
                              error) &&
         _cw_journal_attach (self, error);
}

/**
 * cw_connection_close:
 * @self: (nullable) (transfer full): a connection
 *
 * Closes it. The writer leaves one file behind, with nothing beside it, that can be mailed and
 * read from a read-only medium; where another process still has the document open, SQLite refuses
 * that and the last one does it.
 */
void
cw_connection_close (CwConnection *self)
{
  if (self == NULL)
    return;

  if (self->writing)
    {
      sqlite3_busy_timeout (self->db, 0);
      sqlite3_exec (self->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    }
  sqlite3_close_v2 (self->db);
  g_free (self->path);
  g_free (self);
}

/**
 * cw_connection_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the document's path
 */
const char *
cw_connection_get_path (CwConnection *self)
{
  return self->path;
}

/**
 * cw_connection_get_mode:
 * @self: a connection
 *
 * Returns: how it was opened
 */
CwConnectionMode
cw_connection_get_mode (CwConnection *self)
{
  return self->mode;
}

static gboolean
check_pragma (CwConnection *self, const char *sql, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = cw_statement_new (self, sql, error);
  const char *answer;

  if (statement == NULL)
    return FALSE;

  if (cw_statement_step (statement, &local_error))
    {
      answer = cw_statement_get_text (statement, 0);
      if (g_strcmp0 (answer, "ok") == 0)
        return TRUE;

      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_DAMAGED, _ ("“%s” is damaged: %s"),
                   self->path, answer);
      return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * cw_connection_check:
 * @self: a connection
 * @error: return location
 *
 * Reads the whole document: pages, constraints, and whether every row that one names is there.
 *
 * Returns: whether it is sound; %FALSE with %CW_STORE_ERROR_DAMAGED
 */
gboolean
cw_connection_check (CwConnection *self, GError **error)
{
  return check_pragma (self, "PRAGMA integrity_check (1)", error) &&
         check_pragma (self,
                       "SELECT 'a row of ' || \"table\" || ' names a row that is not there' "
                       "FROM pragma_foreign_key_check LIMIT 1",
                       error) &&
         check_pragma (self,
                       "SELECT iif (count (*) = 1, 'ok', 'it has no title row') FROM document",
                       error);
}

/**
 * cw_connection_save_copy:
 * @self: a connection
 * @path: where the copy goes; an existing file is replaced once the copy is whole
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_connection_save_copy (CwConnection *self, const char *path, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *temporary = g_strdup_printf ("%s.%.8s.part", path, uuid);
  g_autoptr (CwStatement) statement = NULL;
  gboolean saved;

  if (!_cw_connection_check_replaceable (path, error))
    return FALSE;
  statement = cw_statement_new (self, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", temporary);
  saved =
    cw_statement_run (statement, error) && _cw_connection_put_in_place (temporary, path, error);
  if (!saved)
    _cw_connection_remove_temporary (temporary);

  return saved;
}

/**
 * cw_connection_hold:
 * @self: a connection that only reads, not held yet
 * @error: return location
 *
 * Makes all that is read until cw_connection_release() of one moment, whatever the writer does.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_connection_hold (CwConnection *self, GError **error)
{
  return _cw_connection_exec (self, "BEGIN", error);
}

/**
 * cw_connection_release:
 * @self: a connection that is held
 *
 * Lets it see again what was written meanwhile.
 */
void
cw_connection_release (CwConnection *self)
{
  _cw_connection_rollback (self);
}

/**
 * cw_connection_interrupt:
 * @self: a connection; may be called from another thread than the one that uses it
 *
 * Makes the statement that runs now fail.
 */
void
cw_connection_interrupt (CwConnection *self)
{
  sqlite3_interrupt (self->db);
}

/**
 * cw_connection_get_n_statements:
 * @self: a connection
 *
 * Returns: how many statements were prepared so far, for tests that count
 */
guint64
cw_connection_get_n_statements (CwConnection *self)
{
  return self->n_statements;
}
