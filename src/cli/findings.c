/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/findings.h"

#include "cli/json-values.h"
#include "cli/terminal-text.h"

#include <glib/gi18n.h>

static gboolean
is_shown (const CwFindingsView *self, const CwFinding *finding)
{
  return self->all || finding->mark == NULL;
}

static void
append_line (GString *text, const char *line)
{
  g_autofree char *clean = cw_terminal_text_clean (line);

  g_string_append (text, clean);
  g_string_append_c (text, '\n');
}

/* One finding is a line as compilers write them, so that tools can read it; its mappings follow,
 * unless the line quotes the only one. */
static void
append_finding (const CwFindingsView *self,
                const char *name,
                const CwFinding *finding,
                GString *text)
{
  const char *rule = cw_check_rule_to_key (finding->rule);
  gboolean quoted = finding->links->len == 1 && finding->rule != CW_CHECK_ITEM_GONE;
  g_autofree char *sentence = cw_finding_format (finding, self->document, self->languages);
  g_autofree char *line =
    finding->mark == NULL
      /* Translators: a line of the checks: file name, key of the check (not translated), what was
       * found */
      ? g_strdup_printf (_ ("%1$s: warning: %2$s: %3$s"), name, rule, sentence)
      /* Translators: the same for a finding that was marked as intended */
      : g_strdup_printf (_ ("%1$s: intended: %2$s: %3$s"), name, rule, sentence);

  append_line (text, line);
  for (guint i = 0; !quoted && i < finding->links->len; i++)
    {
      g_autofree char *row = cw_finding_format_link (&g_array_index (finding->links, CwLink, i),
                                                     self->document, self->languages);
      g_autofree char *indented = g_strconcat ("  ", row, NULL);

      append_line (text, indented);
    }

  if (finding->mark != NULL)
    {
      /* Translators: why a finding is intended, who says so, and the day */
      g_autofree char *reason =
        g_strdup_printf (_ ("  Intended: %1$s (%2$s, %3$.10s)"), finding->mark->reason,
                         finding->mark->author, finding->mark->made);

      append_line (text, reason);
    }
}

/**
 * cw_findings_append_text:
 * @self: what to print
 * @name: the document's file name
 * @text: where it goes
 *
 * Writes the findings as text, and at the end how many checks found something.
 */
void
cw_findings_append_text (const CwFindingsView *self, const char *name, GString *text)
{
  guint n_rules = cw_check_report_count_rules (self->report);

  for (guint i = 0; i < self->report->findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (self->report->findings, i);

      if (is_shown (self, finding))
        append_finding (self, name, finding, text);
    }

  if (self->report->not_compared != NULL)
    {
      g_autofree char *line =
        /* Translators: a file name, and the reason */
        g_strdup_printf (_ (
                           "%1$s: the lists could not be compared with those of the program: %2$s"),
                         name, self->report->not_compared);

      append_line (text, line);
    }
  if (n_rules == 0)
    g_string_append_printf (text, _ ("%u checks, nothing found\n"), CW_N_CHECK_RULES);
  else
    /* Translators: %1$u is how many checks there are, %2$u how many of them found something */
    g_string_append_printf (text, _ ("%1$u checks, %2$u with findings\n"), CW_N_CHECK_RULES,
                            n_rules);
}

static void
print_link (const CwFindingsView *self, CwJsonPrinter *printer, const CwLink *link)
{
  g_autofree char *sentence = cw_finding_format_link (link, self->document, self->languages);
  CwList *list = cw_document_get_list_by_id (self->document, link->object_list_id);

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "id");
  cw_json_printer_integer (printer, link->id);
  cw_json_printer_member_string (printer, "sentence", sentence);
  cw_json_printer_key (printer, "subject");
  cw_json_values_print_reference (printer, cw_document_get_item (self->document, link->subject_id),
                                  self->languages);
  cw_json_printer_member_string (printer, "relation", cw_relation_to_key (link->relation));
  cw_json_printer_key (printer, "negated");
  cw_json_printer_boolean (printer, link->negated);
  cw_json_printer_key (printer, "object");
  cw_json_values_print_reference (printer, cw_document_get_item (self->document, link->object_id),
                                  self->languages);
  cw_json_printer_member_string (printer, "object_list",
                                 list != NULL ? cw_list_get_key (list) : NULL);
  cw_json_printer_member_string (printer, "status", cw_status_to_key (link->status));
  cw_json_printer_end_object (printer);
}

static void
print_mark (CwJsonPrinter *printer, const CwFindingMark *mark)
{
  cw_json_printer_key (printer, "intended");
  if (mark == NULL)
    {
      cw_json_printer_string (printer, NULL);
      return;
    }

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "reason", mark->reason);
  cw_json_printer_member_string (printer, "author", mark->author);
  cw_json_printer_member_string (printer, "made", mark->made);
  cw_json_printer_end_object (printer);
}

static void
print_finding (const CwFindingsView *self, CwJsonPrinter *printer, const CwFinding *finding)
{
  g_autofree char *sentence = cw_finding_format (finding, self->document, self->languages);

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "rule", cw_check_rule_to_key (finding->rule));
  cw_json_printer_member_string (printer, "sentence", sentence);
  cw_json_printer_member_string (printer, "fingerprint", finding->fingerprint);
  print_mark (printer, finding->mark);
  cw_json_printer_key (printer, "mappings");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < finding->links->len; i++)
    print_link (self, printer, &g_array_index (finding->links, CwLink, i));
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);
}

/**
 * cw_findings_print_json:
 * @self: what to print
 * @printer: a printer in an object
 *
 * Writes the members that tell what the checks found.
 */
void
cw_findings_print_json (const CwFindingsView *self, CwJsonPrinter *printer)
{
  cw_json_printer_key (printer, "checks");
  cw_json_printer_integer (printer, CW_N_CHECK_RULES);
  cw_json_printer_member_string (printer, "not_compared", self->report->not_compared);
  cw_json_printer_key (printer, "findings");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < self->report->findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (self->report->findings, i);

      if (is_shown (self, finding))
        print_finding (self, printer, finding);
    }
  cw_json_printer_end_array (printer);
}
