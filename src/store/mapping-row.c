/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-row.h"

#include <glib/gi18n-lib.h>

CwMapping *
_cw_mapping_row_read (CwStatement *statement)
{
  CwRelation relation = CW_RELATION_NONE;
  CwMapping *mapping;

  if (!cw_relation_from_key (cw_statement_get_text (statement, 2), &relation))
    cw_statement_fail (statement, _ ("a mapping has an unknown relation"));

  mapping = cw_mapping_new (cw_statement_get_int (statement, 1), relation,
                            cw_statement_get_int (statement, 3));
  mapping->id = cw_statement_get_int (statement, 0);
  mapping->object_list_id = cw_statement_get_int (statement, 4);
  mapping->negated = cw_statement_get_int (statement, 5) != 0;
  if (!cw_statement_is_null (statement, 6))
    mapping->confidence = cw_statement_get_double (statement, 6);
  if (!cw_status_from_key (cw_statement_get_text (statement, 7), &mapping->status) ||
      !cw_absence_from_key (cw_statement_get_text (statement, 8), &mapping->absence))
    cw_statement_fail (statement, _ ("a mapping has an unknown status or reason"));
  cw_mapping_set_text (&mapping->rationale, cw_statement_get_text (statement, 9));
  cw_mapping_set_text (&mapping->note_shared, cw_statement_get_text (statement, 10));
  cw_mapping_set_text (&mapping->note_subject, cw_statement_get_text (statement, 11));
  cw_mapping_set_text (&mapping->note_object, cw_statement_get_text (statement, 12));
  cw_mapping_set_text (&mapping->citation, cw_statement_get_text (statement, 13));
  cw_mapping_set_text (&mapping->url, cw_statement_get_text (statement, 14));
  cw_mapping_set_text (&mapping->quotation, cw_statement_get_text (statement, 15));
  cw_mapping_set_text (&mapping->author, cw_statement_get_text (statement, 16));
  cw_mapping_set_text (&mapping->created, cw_statement_get_text (statement, 17));
  cw_mapping_set_text (&mapping->modified, cw_statement_get_text (statement, 18));
  mapping->coding_id = cw_statement_get_int (statement, 19);
  cw_mapping_set_text (&mapping->reviewer, cw_statement_get_text (statement, 20));
  cw_mapping_set_text (&mapping->reviewed, cw_statement_get_text (statement, 21));
  cw_mapping_set_text (&mapping->author_orcid, cw_statement_get_text (statement, 22));

  return mapping;
}
