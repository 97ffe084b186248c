/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/checks.h"
#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwCheckReport:
 * @findings: (element-type CwFinding): what was found, by rule, with the marks of what is intended
 * @n_open: how many of them are not marked as intended
 * @not_compared: (nullable): why the lists could not be compared with those of the program, so that
 *   nothing can be said of items that are gone
 *
 * What came of the checks.
 */
typedef struct
{
  GPtrArray *findings;
  guint n_open;
  char *not_compared;
} CwCheckReport;

void cw_document_run_checks_async (CwDocument *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CwCheckReport *
cw_document_run_checks_finish (CwDocument *self, GAsyncResult *result, GError **error);
CwCheckReport *cw_document_run_checks (CwDocument *self, GError **error);

CwCheckReport *cw_check_report_ref (CwCheckReport *self);
void cw_check_report_unref (CwCheckReport *self);
guint cw_check_report_count_rules (CwCheckReport *self);

char *cw_finding_format (const CwFinding *self, CwDocument *document, const char *const *languages);
char *
cw_finding_format_link (const CwLink *link, CwDocument *document, const char *const *languages);

CwEdit *
cw_edit_new_mark_finding (const CwFinding *finding, CwDocument *document, const char *reason);
CwEdit *cw_edit_new_unmark_finding (const CwFinding *finding, CwDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCheckReport, cw_check_report_unref)

G_END_DECLS
