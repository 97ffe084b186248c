/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/connection-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (cw - store - error - quark, cw_store_error)

/* What the system said when it refused the last write; SQLite's own note of it does not survive the
 * rollback. */
static int
get_last_errno (sqlite3 *db)
{
  sqlite3_file *journal = NULL;
  int number = 0;

  sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  if (journal != NULL && journal->pMethods != NULL)
    journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &number);
  if (number == 0)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);

  return number != 0 ? number : sqlite3_system_errno (db);
}

/* SQLite has a code of its own for a full disk, but not for a full quota or the largest file that a
 * process may write. */
static int
classify (CwConnection *self, int result)
{
  if ((result & 0xff) != SQLITE_IOERR)
    return result & 0xff;

  switch (get_last_errno (self->db))
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return SQLITE_FULL;
    default:
      return SQLITE_IOERR;
    }
}

/* Passes on SQLite's own words behind the program's: they help whoever has to find the cause. */
gboolean
_cw_connection_fail (CwConnection *self, int result, GError **error)
{
  switch (classify (self, result))
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_DAMAGED, _ ("“%s” is damaged: %s"),
                   self->path, sqlite3_errmsg (self->db));
      break;
    case SQLITE_FULL:
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_SPACE,
                   _ ("There is no space left to write “%s”"), self->path);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NOT_WRITABLE, _ ("“%s” cannot be written"),
                   self->path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_BUSY,
                   _ ("Another program is writing “%s”"), self->path);
      break;
    default:
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_FAILED,
                   /* Translators: the first %s is a file name, the second SQLite's reason */
                   _ ("“%s”: %s"), self->path, sqlite3_errmsg (self->db));
    }

  return FALSE;
}
