/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include <math.h>

static void
check_text (const char *text)
{
  g_assert_true (text != NULL && g_utf8_validate (text, -1, NULL));
}

static void
check_end (const CwRecordEnd *end)
{
  check_text (end->iri);
  check_text (end->curie);
  check_text (end->list);
  check_text (end->code);
  check_text (end->label);
  check_text (end->language);
  g_assert_true (end->absent || *end->iri != '\0' || *end->curie != '\0' || *end->code != '\0' ||
                 *end->label != '\0');
}

static void
check_values (const CwMapping *values)
{
  g_assert_true (values->relation < CW_N_RELATIONS && values->status < CW_N_STATUSES &&
                 values->absence < CW_N_ABSENCES);
  g_assert_true (isfinite (values->confidence) && values->confidence <= 1);
  g_assert_true (values->confidence >= 0 || values->confidence <= CW_CONFIDENCE_UNSET);
  check_text (values->rationale);
  check_text (values->note_shared);
  check_text (values->note_subject);
  check_text (values->note_object);
  check_text (values->citation);
  check_text (values->url);
  check_text (values->quotation);
  check_text (values->author);
  check_text (values->author_orcid);
  check_text (values->created);
  check_text (values->modified);
  check_text (values->reviewer);
  check_text (values->reviewed);
}

static gboolean
take_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  check_end (&record->left);
  check_end (&record->right);
  check_values (record->values);
  g_assert_true (record->fields & CW_MAPPING_RELATION);
  g_assert_true ((record->left.absent || record->right.absent) ==
                 (record->values->relation == CW_RELATION_NONE));
  cw_mapping_record_free (record);

  return TRUE;
}

static void
take_problem (CwProblem *problem, gpointer user_data)
{
  g_autofree char *line = cw_problem_format (problem);

  check_text (line);
  g_assert_true (*problem->rule != '\0' && *problem->text != '\0');
  cw_problem_free (problem);
}

const CwRecordSink fuzz_sink = { take_record, take_problem, NULL };

void
fuzz_check_result (gboolean success, GError *error)
{
  g_assert_true (success == (error == NULL));
  if (error != NULL)
    check_text (error->message);
  g_clear_error (&error);
}
