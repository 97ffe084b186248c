/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/**
 * CwConnection:
 *
 * A connection to one document. It belongs to one thread at a time.
 */
typedef struct _CwConnection CwConnection;

/**
 * CwConnectionMode:
 * @CW_CONNECTION_READ_WRITE: the one writer, after cw_connection_start_writing()
 * @CW_CONNECTION_READER: reads beside the writer of the same process
 * @CW_CONNECTION_READ_ONLY: reads a document that cannot or shall not be written
 * @CW_CONNECTION_READ_ONLY_AGAIN: the same beside one of this process that has checked its content
 */
typedef enum
{
  CW_CONNECTION_READ_WRITE,
  CW_CONNECTION_READER,
  CW_CONNECTION_READ_ONLY,
  CW_CONNECTION_READ_ONLY_AGAIN,
} CwConnectionMode;

/**
 * CwConnectionFill:
 * @connection: a connection to the new document, within its first transaction
 * @user_data: as given
 * @error: return location
 *
 * Returns: %FALSE to give up
 */
typedef gboolean (*CwConnectionFill) (CwConnection *connection, gpointer user_data, GError **error);

gboolean cw_connection_create_document (const char *path,
                                        CwConnectionFill fill,
                                        gpointer user_data,
                                        GError **error);
gboolean cw_connection_create_new_document (const char *path,
                                            CwConnectionFill fill,
                                            gpointer user_data,
                                            GError **error);
CwConnection *cw_connection_open (const char *path, CwConnectionMode mode, GError **error);
gboolean cw_connection_start_writing (CwConnection *self, GError **error);
void cw_connection_close (CwConnection *self);
const char *cw_connection_get_path (CwConnection *self);
CwConnectionMode cw_connection_get_mode (CwConnection *self);
gboolean cw_connection_check (CwConnection *self, GError **error);
gboolean cw_connection_save_copy (CwConnection *self, const char *path, GError **error);
gboolean cw_connection_hold (CwConnection *self, GError **error);
void cw_connection_release (CwConnection *self);
void cw_connection_interrupt (CwConnection *self);
guint64 cw_connection_get_n_statements (CwConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwConnection, cw_connection_close)

G_END_DECLS
