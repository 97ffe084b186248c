/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table-page.h"

#include "app/models/mapping-selection.h"
#include "app/table-cell.h"
#include "app/table-columns.h"

G_BEGIN_DECLS

struct _CwTablePage
{
  GtkWidget parent_instance;

  CwSession *session;
  GSettings *settings;
  CwMappingModel *model;
  CwMappingSelection *selection;
  CwMappingFilter *filter;
  GCancellable *count_cancellable;
  gint64 wanted_id; /* a mapping to go to once it was found; 0 for none */
  gboolean shown;   /* nothing is searched before the page was looked at once */

  GtkColumnViewColumn *columns[CW_N_COLUMNS];
  GtkWidget *facets[CW_N_FACETS];

  GtkWidget *search_entry;
  GtkWidget *facet_box;
  GtkWidget *filter_menu;
  GtkWidget *count;
  GtkWidget *columns_box;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *menu;

  CwTableColumn cursor_column;
  CwTableCell *cursor_cell; /* weak */
  CwTableCell *edited_cell; /* weak; NULL unless text is being typed */
  CwMapping *opened;        /* as it was when its cell was opened */
  char *opened_text;        /* what stood there */
};

void _cw_table_page_setup_columns (CwTablePage *self);
void _cw_table_page_setup_editing (CwTablePage *self);
void _cw_table_page_setup_cell_editing (CwTablePage *self, CwTableCell *cell);
void _cw_table_page_dispose_editing (CwTablePage *self);
void _cw_table_page_edit_cell (CwTablePage *self);
void _cw_table_page_install_actions (GtkWidgetClass *widget_class);
void _cw_table_page_popup_menu (CwTablePage *self, GtkWidget *at, double x, double y);

G_END_DECLS
