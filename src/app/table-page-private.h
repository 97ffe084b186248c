/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table-page.h"

#include "app/table-columns.h"

G_BEGIN_DECLS

struct _CwTablePage
{
  GtkWidget parent_instance;

  CwSession *session;
  GSettings *settings;
  CwMappingModel *model;
  GtkMultiSelection *selection;
  CwMappingFilter *filter;
  GCancellable *count_cancellable;
  gint64 wanted_id; /* a mapping to go to once it was found; 0 for none */
  gboolean shown;   /* nothing is searched before the page was looked at once */

  GtkColumnViewColumn *columns[CW_N_COLUMNS];
  GtkWidget *facets[CW_N_FACETS];

  GtkWidget *search_entry;
  GtkWidget *facet_box;
  GtkWidget *count;
  GtkWidget *columns_box;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *menu;
};

void _cw_table_page_setup_columns (CwTablePage *self);
void _cw_table_page_install_actions (GtkWidgetClass *widget_class);
void _cw_table_page_popup_menu (CwTablePage *self, GtkWidget *at, double x, double y);

G_END_DECLS
