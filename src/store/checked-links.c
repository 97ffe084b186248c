/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/checked-links.h"

#include "store/statement.h"

#include <glib/gi18n-lib.h>

static void
read_link (CwStatement *statement, CwLink *link)
{
  CwRelation relation = CW_RELATION_NONE;
  CwStatus status = CW_STATUS_DRAFT;

  *link = (CwLink){
    .id = cw_statement_get_int (statement, 0),
    .subject_id = cw_statement_get_int (statement, 1),
    .object_id = cw_statement_get_int (statement, 2),
    .object_list_id = cw_statement_get_int (statement, 3),
    .negated = cw_statement_get_int (statement, 6) != 0,
  };
  if (!cw_relation_from_key (cw_statement_get_text (statement, 4), &relation) ||
      !cw_status_from_key (cw_statement_get_text (statement, 5), &status))
    cw_statement_fail (statement, _ ("a mapping has an unknown relation or status"));
  link->relation = (guint8) relation;
  link->status = (guint8) status;
}

/**
 * cw_checked_links_visit:
 * @connection: any connection
 * @visitor: (scope call): called for each agreed mapping, by id; not for those of a coding
 * @user_data: for @visitor
 * @error: return location
 *
 * Reads what the checks need of every mapping. A text of blanks only supports nothing.
 *
 * Returns: %FALSE with a #CwStoreError; %TRUE also where @visitor stopped it
 */
gboolean
cw_checked_links_visit (CwConnection *connection,
                        CwCheckedLinkVisitor visitor,
                        gpointer user_data,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "SELECT id, subject_id, object_id, object_list_id, relation, status, negated, "
    "trim (rationale || citation || url || quotation, char (9, 10, 13, 32)) <> '' "
    "FROM mapping WHERE coding_id IS NULL ORDER BY id",
    error);

  if (statement == NULL)
    return FALSE;

  while (cw_statement_step (statement, &local_error))
    {
      CwLink link;

      read_link (statement, &link);
      if (!cw_statement_is_broken (statement) &&
          !visitor (&link, cw_statement_get_int (statement, 7) != 0, user_data))
        return TRUE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}
