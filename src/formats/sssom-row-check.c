/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-mapping.h"

#include "formats/sssom-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What SSSOM says of a row. */

static gboolean
is_given (const CwSssomRowValues *row, guint field)
{
  return row->fields[field].text != NULL && *row->fields[field].text != '\0';
}

static CwReadPlace
get_row_place (const CwSssomRowValues *row)
{
  return (CwReadPlace){ NULL, row->line, 1, NULL };
}

/* Values that a lenient reading can do without: what is wrong is left out. */
static gboolean
can_do_without (guint field)
{
  switch (field)
    {
    case CW_SSSOM_FIELD_CONFIDENCE:
    case CW_SSSOM_FIELD_MAPPING_DATE:
    case CW_SSSOM_FIELD_REVIEW_DATE:
    case CW_SSSOM_FIELD_REVIEWER_AGREEMENT:
    case CW_SSSOM_FIELD_SUBJECT_TYPE:
    case CW_SSSOM_FIELD_OBJECT_TYPE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
check_one (const CwSssomSet *set, CwReadLog *log, guint id, CwSssomValue *value, const char *text)
{
  const CwSssomField *field = cw_sssom_field_get (id);
  const char *rule = NULL;
  g_autofree char *fault = cw_sssom_set_find_fault (set, field, text, &rule);

  if (fault == NULL)
    return;

  if (cw_read_log_is_strict (log) || id == CW_SSSOM_FIELD_PREDICATE_MODIFIER)
    {
      cw_read_log_error (log, &value->place, rule, "%s", fault);
      return;
    }
  if (g_str_equal (rule, "needs-version-1.1"))
    return;

  /* Translators: %s is what is wrong with a value, a sentence without a full stop */
  cw_read_log_warn (log, &value->place, rule, field->name, _ ("%s; the value is left out"), fault);
  *value->text = '\0';
}

static void
check_field (const CwSssomSet *set, CwReadLog *log, CwSssomRowValues *row, guint id)
{
  const CwSssomField *field = cw_sssom_field_get (id);
  CwSssomValue *value = &row->fields[id];
  g_auto (GStrv) values = NULL;

  if (!is_given (row, id) || row->is_spread[id])
    return;
  if (!cw_read_log_is_strict (log))
    {
      if (!cw_sssom_value_repair (log, field, &value->place, value->text) ||
          (!can_do_without (id) && id != CW_SSSOM_FIELD_PREDICATE_MODIFIER))
        return;
    }
  if ((field->flags & CW_SSSOM_SEVERAL) == 0 || strpbrk (value->text, "|\\") == NULL)
    {
      check_one (set, log, id, value, value->text);
      return;
    }

  values = cw_sssom_list_split (value->text);
  for (guint i = 0; values[i] != NULL; i++)
    check_one (set, log, id, value, values[i]);
}

static gboolean
is_literal (const CwSssomRowValues *row, guint type)
{
  return is_given (row, type) && g_str_equal (row->fields[type].text, CW_SSSOM_LITERAL);
}

static void
check_side (CwReadLog *log, const CwSssomRowValues *row, gboolean is_object)
{
  guint id = is_object ? CW_SSSOM_FIELD_OBJECT_ID : CW_SSSOM_FIELD_SUBJECT_ID;
  guint label = is_object ? CW_SSSOM_FIELD_OBJECT_LABEL : CW_SSSOM_FIELD_SUBJECT_LABEL;
  guint type = is_object ? CW_SSSOM_FIELD_OBJECT_TYPE : CW_SSSOM_FIELD_SUBJECT_TYPE;
  CwReadPlace place = get_row_place (row);
  gboolean literal = is_literal (row, type);

  if (literal && !is_given (row, label) && is_given (row, id))
    cw_read_log_lapse (log, &place, "literal-without-label", cw_sssom_field_get (label)->name,
                       /* Translators: %s is the name of a column; rdfs literal stays as it is */
                       _ ("a row whose type is “rdfs literal” needs a value in %s"),
                       cw_sssom_field_get (label)->name);
  if (is_given (row, id) || (literal && is_given (row, label)))
    return;

  if (cw_read_log_is_strict (log) || !is_given (row, label))
    cw_read_log_error (log, &place, is_object ? "missing-object" : "missing-subject",
                       /* Translators: %s is the name of a column */
                       _ ("the row has no %s"), cw_sssom_field_get (id)->name);
  else
    cw_read_log_lapse (log, &place, is_object ? "missing-object" : "missing-subject", NULL,
                       /* Translators: %s is the name of a column */
                       _ ("a row has no %s, and is looked up by its label"),
                       cw_sssom_field_get (id)->name);
}

/* What the row cannot do without, beside its sides. */
static void
check_presence (CwReadLog *log, const CwSssomRowValues *row)
{
  CwReadPlace place = get_row_place (row);

  if (!is_given (row, CW_SSSOM_FIELD_PREDICATE_ID))
    cw_read_log_error (log, &place, "missing-predicate", _ ("the row has no predicate_id"));
  if (!is_given (row, CW_SSSOM_FIELD_JUSTIFICATION))
    cw_read_log_lapse (log, &place, "missing-justification", NULL,
                       _ ("the row has no mapping_justification"));
  if (is_given (row, CW_SSSOM_FIELD_REVIEWER_ID) || is_given (row, CW_SSSOM_FIELD_REVIEWER_LABEL))
    return;
  if (is_given (row, CW_SSSOM_FIELD_REVIEW_DATE) ||
      is_given (row, CW_SSSOM_FIELD_REVIEWER_AGREEMENT))
    cw_read_log_lapse (log, &place, "missing-reviewer", NULL,
                       _ ("the row tells of a review, and not who reviewed it"));
}

static void
check_predicate_type (CwReadLog *log, const CwSssomRowValues *row)
{
  if (is_literal (row, CW_SSSOM_FIELD_PREDICATE_TYPE) && cw_read_log_is_strict (log))
    cw_read_log_error (log, &row->fields[CW_SSSOM_FIELD_PREDICATE_TYPE].place, "predicate-type",
                       _ ("a predicate cannot be of the type “rdfs literal”"));
}

static void
check_source (const CwSssomSet *set,
              CwReadLog *log,
              const CwSssomRowValues *row,
              gboolean is_object)
{
  guint id = is_object ? CW_SSSOM_FIELD_OBJECT_ID : CW_SSSOM_FIELD_SUBJECT_ID;
  guint source = is_object ? CW_SSSOM_FIELD_OBJECT_SOURCE : CW_SSSOM_FIELD_SUBJECT_SOURCE;
  g_autofree char *iri = NULL;

  if (!is_given (row, id) || is_given (row, source))
    return;

  cw_sssom_set_expand (set, row->fields[id].text, &iri);
  if (g_strcmp0 (iri, CW_SSSOM_NO_TERM) == 0)
    cw_read_log_warn (log, &row->fields[id].place, "missing-source", NULL,
                      /* Translators: %s is the name of a column */
                      _ ("it is not said in which list there is no counterpart: there is no %s"),
                      cw_sssom_field_get (source)->name);
}

/**
 * cw_sssom_row_check:
 * @set: the metadata
 * @log: where problems go
 * @row: what a row says
 *
 * Checks a row, and in a lenient reading mends what it says: a value that has no meaning and can be
 * done without is left out.
 */
void
cw_sssom_row_check (const CwSssomSet *set, CwReadLog *log, CwSssomRowValues *row)
{
  for (guint i = 0; i < CW_SSSOM_N_FIELDS; i++)
    check_field (set, log, row, i);
  check_side (log, row, FALSE);
  check_side (log, row, TRUE);
  check_presence (log, row);
  check_predicate_type (log, row);
  check_source (set, log, row, FALSE);
  check_source (set, log, row, TRUE);
}
