/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/comparison.h"

#include "cli/json-values.h"
#include "workspace/concordance-reader.h"

static void
print_keys (CwJsonPrinter *printer, const char *key, GPtrArray *lists)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < lists->len; i++)
    cw_json_printer_string (printer, cw_list_get_key (g_ptr_array_index (lists, i)));
  cw_json_printer_end_array (printer);
}

/* What somebody found: the relation is read from left to right. */
static void
print_judgement (CwJsonPrinter *printer, const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;

  cw_json_printer_member_string (printer, "relation", cw_relation_to_key (row->relation));
  cw_json_printer_key (printer, "negated");
  cw_json_printer_boolean (printer, mapping->negated);
  cw_json_printer_member_string (printer, "status", cw_status_to_key (mapping->status));
  cw_json_printer_key (printer, "confidence");
  if (mapping->confidence < 0)
    cw_json_printer_string (printer, NULL);
  else
    cw_json_printer_number (printer, mapping->confidence);
  if (row->relation == CW_RELATION_NONE)
    cw_json_printer_member_string (printer, "absence_reason", cw_absence_to_key (mapping->absence));
  cw_json_printer_member_string (printer, "rationale", mapping->rationale);
}

typedef struct
{
  const CwComparison *comparison;
  CwJsonPrinter *printer;
} Visit;

static gboolean
print_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  const Visit *visit = user_data;
  CwJsonPrinter *printer = visit->printer;
  g_autofree char *sentence =
    cw_concordance_row_format_sentence (row, visit->comparison->languages);

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "left_list",
                                 row->left_list != NULL ? cw_list_get_key (row->left_list) : NULL);
  cw_json_printer_key (printer, "left");
  cw_json_values_print_reference (printer, row->left, visit->comparison->languages);
  if (row->mapping != NULL)
    print_judgement (printer, row);
  else
    {
      cw_json_printer_member_string (printer, "relation", NULL);
      cw_json_printer_member_string (printer, "status", "open");
    }
  cw_json_printer_member_string (printer, "right_list",
                                 row->right_list != NULL ? cw_list_get_key (row->right_list)
                                                         : NULL);
  cw_json_printer_key (printer, "right");
  cw_json_values_print_reference (printer, row->right, visit->comparison->languages);
  cw_json_printer_member_string (printer, "sentence", sentence);
  cw_json_printer_end_object (printer);

  return TRUE;
}

/**
 * cw_comparison_print_json:
 * @self: a comparison
 * @printer: a printer
 * @error: return location
 *
 * Writes the comparison as JSON. Keys are English and the same in every version; only sentences
 * and labels are in the user's language.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_comparison_print_json (const CwComparison *self, CwJsonPrinter *printer, GError **error)
{
  Visit visit = { self, printer };

  cw_json_printer_begin_object (printer);
  print_keys (printer, "left", self->sides->left);
  print_keys (printer, "right", self->sides->right);
  cw_json_printer_member_string (printer, "notice", cw_document_get_notice (self->document));
  cw_json_printer_key (printer, "coverage");
  cw_json_printer_begin_object (printer);
  cw_json_values_print_coverage (printer, "left", &self->left);
  cw_json_values_print_coverage (printer, "right", &self->right);
  cw_json_printer_end_object (printer);

  cw_json_printer_key (printer, "rows");
  cw_json_printer_begin_array (printer);
  if (!cw_document_visit_rows (self->document, self->coding_id, self->sides->left,
                               self->sides->right, TRUE, print_row, &visit, error))
    return FALSE;
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  return TRUE;
}
