/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/printout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *cw_print_operation_new (CwPrintout *printout, const char *title);

G_END_DECLS
