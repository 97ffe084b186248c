/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/turtle-writer.h"
#include "model/item.h"

G_BEGIN_DECLS

void cw_list_skos_write (CwTurtleWriter *writer, CwList *list);

G_END_DECLS
