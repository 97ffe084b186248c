/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

#include "app/coding-actions.h"
#include "app/edit-actions.h"
#include "workspace/export.h"
#include "workspace/import-preview.h"

G_BEGIN_DECLS

struct _CwWindow
{
  AdwApplicationWindow parent_instance;

  CwSession *session;
  CwEditActions *edit_actions;
  CwCodingActions *coding_actions;
  GSettings *settings;
  GCancellable *export_cancellable; /* while an export is written */
  CwProgress *export_progress;      /* the same */
  guint export_source;
  GFile *exported;
  GFile *imported; /* what a document is to be made of, while it is asked where */

  GtkWidget *switcher;
  GtkWidget *pages;
  GtkWidget *status_bar;
  GtkWidget *toasts;
  GtkWidget *export_bar;
  GtkWidget *export_label;
  GtkWidget *export_fraction;
  GtkWidget *correction_bar;
  GtkWidget *author_bar;
  GtkWidget *layout;
  GtkWidget *compare_page;
  GtkWidget *inspector;
  GtkWidget *language_button;
  GtkWidget *menu_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *inspector_button;
  GtkWidget *notice_button;
  GtkWidget *notice_label;
  AdwViewStackPage *checks_stack_page;
  GtkWidget *table_place;
  GtkWidget *checks_place;
  GtkWidget *codings_place;
  GtkWidget *history_place;
  GtkWidget *coding_button;
  GtkWidget *coding_bar;

  /* Made when they are shown, or when there is time; %NULL before */
  GtkWidget *table_page;
  GtkWidget *checks_page;
  GtkWidget *codings_page;
  GtkWidget *history_page;
  guint pages_source;
};

void _cw_window_install_document_actions (GtkWidgetClass *widget_class);
void _cw_window_install_export_actions (GtkWidgetClass *widget_class);
void _cw_window_install_import_actions (GtkWidgetClass *widget_class);
void _cw_window_connect_import (CwWindow *self);
void _cw_window_import_mappings (CwWindow *self, CwImportSetup *setup);
void _cw_window_install_print_action (GtkWidgetClass *widget_class);
void _cw_window_begin_export (CwWindow *self, GFile *file);
void _cw_window_finish_export (CwWindow *self, const GError *error);
void _cw_window_export_to (CwWindow *self, CwExport *settings, GFile *file);
void _cw_window_end_export (CwWindow *self);
gboolean _cw_window_ask_about_export (CwWindow *self);
void _cw_window_install_json_action (GtkWidgetClass *widget_class);
void _cw_window_import_document (CwWindow *self, GFile *json);
char *_cw_window_get_new_path (CwWindow *self, GFile *file);
void _cw_window_install_list_actions (GtkWidgetClass *widget_class);
void _cw_window_forget_lists (CwWindow *self);
void _cw_window_close_lists (CwWindow *self);
void _cw_window_find_corrections (CwWindow *self);

void _cw_window_connect_pages (CwWindow *self);
void _cw_window_make_pages (CwWindow *self);
void _cw_window_forget_pages (CwWindow *self);
void _cw_window_install_page_action (GtkWidgetClass *widget_class);

void _cw_window_connect_others (CwWindow *self);
void _cw_window_install_others_action (GtkWidgetClass *widget_class);
gboolean _cw_window_shares_document (CwWindow *self, CwDocument *document);
void _cw_window_connect_author (CwWindow *self);
void _cw_window_update_author (CwWindow *self);
void _cw_window_install_author_action (GtkWidgetClass *widget_class);

G_END_DECLS
