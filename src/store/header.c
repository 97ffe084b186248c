/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/header.h"

#include "store/schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The database header: https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_READ_VERSION 19
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);

  return GUINT32_FROM_BE (value);
}

static gboolean
fail_to_open (const char *path, int number, GError **error)
{
  if (number == EACCES || number == EPERM)
    g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_ACCESS, _ ("You may not read “%s”"),
                 path);
  else if (number == ENOENT)
    g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_ACCESS, _ ("There is no file “%s”"),
                 path);
  else
    g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_ACCESS,
                 /* Translators: the first %s is a file name, the second the system's reason */
                 _ ("“%s” cannot be read: %s"), path, g_strerror (number));

  return FALSE;
}

static gboolean
fail_not_a_document (const char *path, GError **error)
{
  g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NOT_A_DOCUMENT, _ ("“%s” is not a crosswalk"),
               path);

  return FALSE;
}

/* Read through SQLite, since a process that opens and closes a database file by itself loses every
 * lock that its connections hold on it: another program would then take the document for closed,
 * and its log away from under us. https://www.sqlite.org/howtocorrupt.html section 2.2 */
static int
read_by_sqlite (const char *path, guint8 header[HEADER_SIZE], int *number)
{
  sqlite3 *db = NULL;
  sqlite3_file *file = NULL;
  int result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_EXRESCODE, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (result == SQLITE_OK)
    result = file->pMethods != NULL ? file->pMethods->xRead (file, header, HEADER_SIZE, 0)
                                    : SQLITE_CANTOPEN;
  if (result != SQLITE_OK)
    *number = db != NULL ? sqlite3_system_errno (db) : ENOMEM;
  sqlite3_close (db);

  return result;
}

static gboolean
read_header (const char *path, guint8 header[HEADER_SIZE], GError **error)
{
  struct stat info;
  int number = 0;
  int result;

  if (stat (path, &info) < 0)
    return fail_to_open (path, errno, error);
  /* Not to hang on a pipe that somebody named .crosswalk. */
  if (!S_ISREG (info.st_mode))
    return fail_not_a_document (path, error);
  if (access (path, R_OK) < 0)
    return fail_to_open (path, errno, error);

  result = read_by_sqlite (path, header, &number);
  if (result == SQLITE_IOERR_SHORT_READ)
    return fail_not_a_document (path, error);
  if (result != SQLITE_OK)
    return fail_to_open (path, number != 0 ? number : EIO, error);

  return TRUE;
}

/**
 * cw_header_check:
 * @path: a file
 * @version: (out): the schema version the file claims to have
 * @logged: (out): whether it says that changes stand in a write-ahead log beside it first
 * @error: return location
 *
 * Reads the first bytes of a file, before SQLite is let near it.
 *
 * Returns: whether they are those of a crosswalk that this program can read; %FALSE with a
 *   #CwStoreError
 */
gboolean
cw_header_check (const char *path, int *version, gboolean *logged, GError **error)
{
  guint8 header[HEADER_SIZE];

  if (!read_header (path, header, error))
    return FALSE;

  if (memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0 ||
      read_big_endian (header + HEADER_APPLICATION_ID) != CW_SCHEMA_APPLICATION_ID)
    return fail_not_a_document (path, error);

  *logged = header[HEADER_READ_VERSION] == 2;
  *version = (int) read_big_endian (header + HEADER_USER_VERSION);
  if (*version > CW_SCHEMA_VERSION)
    {
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of Crosswalk"), path);
      return FALSE;
    }
  if (*version < 1)
    return fail_not_a_document (path, error);

  return TRUE;
}
