/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwReplaceFileFill:
 * @stream: the new file; not to be closed
 * @user_data: as given
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: %FALSE with @error set to give up
 */
typedef gboolean (*CwReplaceFileFill) (GOutputStream *stream,
                                       gpointer user_data,
                                       GCancellable *cancellable,
                                       GError **error);

gboolean cw_replace_file (GFile *file,
                          CwReplaceFileFill fill,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
