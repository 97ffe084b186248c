/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal.h"
#include "workspace/edit.h"

G_BEGIN_DECLS

gboolean _cw_edit_run (CwEdit *self,
                       CwConnection *connection,
                       const CwJournalStamp *stamp,
                       GArray *mapping_ids,
                       GError **error);

G_END_DECLS
