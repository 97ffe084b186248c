/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/codings-page.h"
#include "app/models/agreement-row.h"
#include "app/models/disagreement.h"

G_BEGIN_DECLS

struct _CwCodingsPage
{
  GtkWidget parent_instance;

  CwSession *session;
  gboolean stale; /* to be read once it is seen */
  gboolean filling;
  gboolean wants_focus; /* once there is something to focus */
  GCancellable *cancellable;
  CwCodingReport *report;
  GPtrArray *choices; /* CwCoding: those that are done, in the order of the menus */
  gint64 chosen[2];

  GListStore *agreements;    /* CwAgreementRow */
  GListStore *disagreements; /* CwDisagreementRow */
  GtkSingleSelection *selection;
  GtkColumnViewColumn *linked_columns[2];
  GtkColumnViewColumn *coding_columns[2];

  GtkWidget *stack;
  GtkWidget *blind_page;
  GtkWidget *few_page;
  GtkWidget *coding_menus[2];
  GtkWidget *filter_menu;
  GtkWidget *agreement_view;
  GtkWidget *alone;
  GtkWidget *count;
  GtkWidget *view;
  GtkWidget *view_stack;
};

void _cw_codings_page_setup_columns (CwCodingsPage *self);
void _cw_codings_page_name_columns (CwCodingsPage *self, const char *const *names);

G_END_DECLS
