/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/record-row.h"

#include "formats/delimited-writer.h"
#include "formats/record-values.h"
#include "formats/relation-words.h"
#include "model/orcid.h"
#include "model/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many different words are reported as assumed; a table that has more has other problems. */
#define MAX_ASSUMED 1000

struct _CwRecordRowReader
{
  const char *name;
  gboolean is_text; /* cells may have an apostrophe before what a spreadsheet would run */
  const CwMappingPlan *plan;
  gboolean strict;
  const CwRecordSink *sink;
  CwRelationWords *words;
  GHashTable *assumed; /* what was reported already: rule and word */

  GArray *columns[CW_N_MAPPING_ROLES]; /* (nullable) guint, of each role */
  const CwDelimitedRow *row;
  CwMappingRecord *record;
  gboolean is_bad;
};

/**
 * cw_record_row_reader_new:
 * @source: the table; must outlive the reader
 * @plan: what its columns hold; likewise
 * @manner: how it is read
 * @sink: takes the problems; likewise
 *
 * Returns: (transfer full): a reader
 */
CwRecordRowReader *
cw_record_row_reader_new (const CwTableSource *source,
                          const CwMappingPlan *plan,
                          CwReadManner manner,
                          const CwRecordSink *sink)
{
  CwRecordRowReader *self = g_new0 (CwRecordRowReader, 1);

  self->name = cw_table_source_get_name (source);
  self->is_text = cw_table_source_get_separator (source) != '\0';
  self->plan = plan;
  self->strict = manner == CW_READ_STRICT;
  self->sink = sink;
  self->words = cw_relation_words_new ();
  self->assumed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      CwMappingRole role = cw_mapping_plan_get_column (plan, i)->role;

      if (self->columns[role] == NULL)
        self->columns[role] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (self->columns[role], i);
    }

  return self;
}

/**
 * cw_record_row_reader_free:
 * @self: (nullable): a reader
 */
void
cw_record_row_reader_free (CwRecordRowReader *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < CW_N_MAPPING_ROLES; i++)
    g_clear_pointer (&self->columns[i], g_array_unref);
  cw_relation_words_free (self->words);
  g_hash_table_unref (self->assumed);
  g_free (self);
}

static void
report (CwRecordRowReader *self,
        CwSeverity severity,
        guint column,
        const char *rule,
        const char *text)
{
  guint line_number, line_column;

  cw_delimited_row_get_place (self->row, column, &line_number, &line_column);
  self->sink->take_problem (cw_problem_new (severity, self->name, line_number, line_column, rule,
                                            "%s", text),
                            self->sink->user_data);
}

/* The row stays out. */
static void G_GNUC_PRINTF (4, 5)
  refuse (CwRecordRowReader *self, guint column, const char *rule, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  report (self, CW_SEVERITY_ERROR, column, rule, text);
  self->is_bad = TRUE;
}

/* What is not needed stays empty. */
static void G_GNUC_PRINTF (4, 5)
  leave_out (CwRecordRowReader *self, guint column, const char *rule, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  report (self, self->strict ? CW_SEVERITY_ERROR : CW_SEVERITY_WARNING, column, rule, text);
  self->is_bad = self->is_bad || self->strict;
}

/* Says once how a word is read. Returns %FALSE in a strict reading, which reads no words. */
static gboolean G_GNUC_PRINTF (5, 6) assume (CwRecordRowReader *self,
                                             guint column,
                                             const char *rule,
                                             const char *word,
                                             const char *format,
                                             ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (self->strict)
    return FALSE;
  if (g_hash_table_size (self->assumed) >= MAX_ASSUMED ||
      !g_hash_table_add (self->assumed, g_strconcat (rule, "\n", word, NULL)))
    return TRUE;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  report (self, CW_SEVERITY_ASSUMED, column, rule, text);

  return TRUE;
}

static const char *
get_raw (CwRecordRowReader *self, guint column)
{
  const char *text = cw_delimited_row_get (self->row, column);

  return self->is_text ? cw_delimited_unguard (text) : text;
}

/* The first cell of a role that is not empty, and its column; else an empty text. */
static char *
find_cell (CwRecordRowReader *self, CwMappingRole role, guint *column)
{
  const GArray *columns = self->columns[role];

  *column = columns != NULL ? g_array_index (columns, guint, 0) : 0;
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      g_autofree char *cell = cw_string_clean (get_raw (self, g_array_index (columns, guint, i)));

      if (*cell == '\0')
        continue;
      *column = g_array_index (columns, guint, i);
      return g_steal_pointer (&cell);
    }

  return g_strdup ("");
}

/* Texts of several lines stay as they are. */
static void
take_text (CwRecordRowReader *self, CwMappingRole role, guint field)
{
  const GArray *columns = self->columns[role];

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const char *text = get_raw (self, g_array_index (columns, guint, i));

      if (*text == '\0')
        continue;
      cw_mapping_record_set_text (self->record, field, text);
      return;
    }
}

static void
replace (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static gboolean
is_no_term (const char *text)
{
  return g_str_equal (text, "sssom:NoTermFound") ||
         g_str_equal (text, "https://w3id.org/sssom/NoTermFound");
}

static void
read_end (CwRecordRowReader *self, CwRecordEnd *end, CwMappingRole list_role, const char *list)
{
  guint column;
  g_autofree char *iri = find_cell (self, list_role + 3, &column);

  replace (&end->list, find_cell (self, list_role, &column));
  if (*end->list == '\0')
    replace (&end->list, g_strdup (list));
  replace (&end->code, find_cell (self, list_role + 1, &column));
  replace (&end->label, find_cell (self, list_role + 2, &column));
  if (*end->label != '\0')
    {
      const char *language = cw_mapping_plan_get_column (self->plan, column)->language;

      replace (&end->language, g_strdup (language != NULL ? language : ""));
    }
  if (is_no_term (iri) || is_no_term (end->code))
    {
      end->absent = TRUE;
      replace (&end->code, g_strdup (""));
      replace (&end->label, g_strdup (""));
    }
  else if (strstr (iri, "://") != NULL || g_str_has_prefix (iri, "urn:"))
    replace (&end->iri, g_steal_pointer (&iri));
  else
    replace (&end->curie, g_steal_pointer (&iri));
}

static gboolean
is_empty (const CwRecordEnd *end)
{
  return *end->iri == '\0' && *end->curie == '\0' && *end->code == '\0' && *end->label == '\0';
}

/* The program's own words leave nothing to assume; a strict reading wants the key all the same. */
static gboolean
is_own_phrase (const CwRecordRowReader *self,
               const char *text,
               CwRelation relation,
               gboolean negated)
{
  return !self->strict && g_str_equal (text, cw_relation_get_phrase (relation, negated));
}

static void
read_relation (CwRecordRowReader *self)
{
  CwMapping *values = self->record->values;
  CwRelation relation = CW_RELATION_NONE;
  gboolean negated = FALSE;
  guint column;
  g_autofree char *text = find_cell (self, CW_MAPPING_ROLE_RELATION, &column);
  CwRelationReading reading;

  if (*text == '\0')
    {
      if (self->plan->has_relation)
        cw_mapping_record_set_relation (self->record, self->plan->relation);
      return;
    }

  reading = cw_relation_words_read (self->words, text, &relation, &negated);
  if (reading == CW_RELATION_READING_AMBIGUOUS)
    refuse (self, column, "ambiguous-relation",
            /* Translators: %s is a word or sign in a table, such as “<” or “broader” */
            _ ("“%s” is read in both directions; write “is part of” or “contains”, or broad or "
               "narrow as SKOS means it"),
            text);
  else if (reading == CW_RELATION_READING_UNKNOWN)
    refuse (self, column, "unknown-relation",
            /* Translators: %s is what stands in a table */
            _ ("“%s” is not a relation"), text);
  else if (reading == CW_RELATION_READING_WORD && !is_own_phrase (self, text, relation, negated) &&
           !assume (self, column, "word-for-relation", text,
                    /* Translators: %1$s is a word in a table, %2$s the relation it stands for, such
                     * as “is part of” */
                    _ ("“%1$s” is read as “%2$s”"), text,
                    cw_relation_get_phrase (relation, negated)))
    refuse (self, column, "word-for-relation",
            /* Translators: %s is what stands in a table */
            _ ("“%s” is not the key of a relation"), text);
  else
    {
      cw_mapping_record_set_relation (self->record, relation);
      values->negated = negated;
      if (negated)
        self->record->fields |= CW_MAPPING_NEGATED;
    }
}

static void
read_confidence (CwRecordRowReader *self)
{
  guint column;
  g_autofree char *text = find_cell (self, CW_MAPPING_ROLE_CONFIDENCE, &column);
  double confidence;
  gboolean is_plain;

  if (*text == '\0')
    return;
  if (!cw_record_parse_confidence (text, &confidence, &is_plain) ||
      (!is_plain && !assume (self, column, "form-of-confidence", "",
                             /* Translators: %1$s is what stands in a table, such as “70 %”, %2$g
                              * the number it stands for */
                             _ ("“%1$s” is read as %2$g"), text, confidence)))
    {
      leave_out (self, column, "bad-confidence",
                 /* Translators: %s is what stands in a table */
                 _ ("the confidence “%s” is not a number from 0 to 1"), text);
      return;
    }

  self->record->values->confidence = confidence;
  self->record->fields |= CW_MAPPING_CONFIDENCE;
}

static void
read_status (CwRecordRowReader *self)
{
  guint column;
  g_autofree char *text = find_cell (self, CW_MAPPING_ROLE_STATUS, &column);
  CwStatus status;
  gboolean is_plain;

  if (*text == '\0')
    return;
  if (!cw_record_parse_status (text, &status, &is_plain) ||
      (!is_plain && !assume (self, column, "word-for-status", text,
                             /* Translators: %1$s is a word in a table, %2$s what it stands for */
                             _ ("“%1$s” is read as “%2$s”"), text, cw_status_get_name (status))))
    {
      leave_out (self, column, "bad-status",
                 /* Translators: %s is what stands in a table */
                 _ ("“%s” is not a status"), text);
      return;
    }

  self->record->values->status = status;
  self->record->fields |= CW_MAPPING_STATUS;
}

static void
read_negated (CwRecordRowReader *self)
{
  guint column;
  g_autofree char *text = find_cell (self, CW_MAPPING_ROLE_NEGATED, &column);
  gboolean negated;
  gboolean is_plain;

  if (*text == '\0')
    return;
  /* A row that says the opposite would be taken if this were only left out. */
  if (!cw_record_parse_truth (text, &negated, &is_plain) ||
      (!is_plain && !assume (self, column, "word-for-negated", text,
                             /* Translators: %1$s is a word in a table, %2$s what it stands for */
                             _ ("“%1$s” is read as “%2$s”"), text,
                             negated ? C_ ("negated", "Yes") : C_ ("negated", "No"))))
    {
      refuse (self, column, "bad-negated",
              /* Translators: %s is what stands in a table */
              _ ("“%s” says neither yes nor no"), text);
      return;
    }

  self->record->values->negated = self->record->values->negated || negated;
  self->record->fields |= CW_MAPPING_NEGATED;
}

static void
read_absence (CwRecordRowReader *self)
{
  guint column;
  g_autofree char *text = find_cell (self, CW_MAPPING_ROLE_ABSENCE, &column);
  CwAbsence absence;
  gboolean is_plain;

  if (*text == '\0')
    return;
  if (!cw_record_parse_absence (text, &absence, &is_plain) ||
      (!is_plain && !assume (self, column, "word-for-reason", text,
                             /* Translators: %1$s is a word in a table, %2$s what it stands for */
                             _ ("“%1$s” is read as “%2$s”"), text, cw_absence_get_name (absence))))
    {
      leave_out (self, column, "bad-reason",
                 /* Translators: %s is what stands in a table */
                 _ ("“%s” is no reason for no counterpart that is known here"), text);
      return;
    }

  self->record->values->absence = absence;
  self->record->fields |= CW_MAPPING_ABSENCE;
}

static void
read_time (CwRecordRowReader *self, CwMappingRole role, guint field)
{
  guint column;
  g_autofree char *text = find_cell (self, role, &column);
  g_autofree char *time = NULL;
  gboolean is_plain;

  if (*text == '\0')
    return;

  time = cw_record_parse_time (text, &is_plain);
  /* Workbooks know no zones: nothing is assumed of them that the file could say. */
  if (time == NULL ||
      (!is_plain && self->is_text &&
       !assume (self, column, "form-of-time", "",
                /* Translators: %1$s is what stands in a table, %2$s a date and time */
                _ ("“%1$s” is read as %2$s"), text, time)))
    {
      leave_out (self, column, "bad-date",
                 /* Translators: %s is what stands in a table */
                 _ ("“%s” is not a date such as 2026-01-31"), text);
      return;
    }

  cw_mapping_record_set_text (self->record, field, time);
}

static void
read_orcid (CwRecordRowReader *self)
{
  guint column;
  g_autofree char *text = find_cell (self, CW_MAPPING_ROLE_ORCID, &column);
  g_autofree char *orcid = *text != '\0' ? cw_orcid_parse (text) : NULL;

  if (orcid != NULL)
    cw_mapping_record_set_text (self->record, CW_RECORD_ORCID, orcid);
  else if (*text != '\0')
    leave_out (self, column, "bad-orcid",
               /* Translators: %s is what stands in a table */
               _ ("“%s” is not an ORCID iD"), text);
}

static void
read_texts (CwRecordRowReader *self)
{
  static const struct
  {
    CwMappingRole role;
    guint field;
  } texts[] = {
    { CW_MAPPING_ROLE_RATIONALE, CW_MAPPING_RATIONALE },
    { CW_MAPPING_ROLE_NOTE_SHARED, CW_MAPPING_NOTE_SHARED },
    { CW_MAPPING_ROLE_NOTE_LEFT, CW_MAPPING_NOTE_SUBJECT },
    { CW_MAPPING_ROLE_NOTE_RIGHT, CW_MAPPING_NOTE_OBJECT },
    { CW_MAPPING_ROLE_CITATION, CW_MAPPING_CITATION },
    { CW_MAPPING_ROLE_URL, CW_MAPPING_URL },
    { CW_MAPPING_ROLE_QUOTATION, CW_MAPPING_QUOTATION },
    { CW_MAPPING_ROLE_AUTHOR, CW_MAPPING_AUTHOR },
    { CW_MAPPING_ROLE_REVIEWER, CW_RECORD_REVIEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    take_text (self, texts[i].role, texts[i].field);
}

/* Of “no counterpart” one end must be empty, of everything else none. */
static void
check_ends (CwRecordRowReader *self)
{
  CwMappingRecord *record = self->record;
  gboolean no_left = is_empty (&record->left);
  gboolean no_right = is_empty (&record->right);
  gboolean has_relation = (record->fields & CW_MAPPING_RELATION) != 0;
  gboolean absent = record->left.absent || record->right.absent ||
                    (has_relation && record->values->relation == CW_RELATION_NONE);
  guint column;

  g_free (find_cell (self, CW_MAPPING_ROLE_RELATION, &column));
  if (self->is_bad)
    return;
  if (no_left && no_right)
    refuse (self, column, "missing-item", _ ("neither of the two items is named"));
  else if (absent && !no_left && !no_right)
    refuse (self, column, "two-items-of-none",
            _ ("the row says that there is no counterpart, and names one"));
  else if (!absent && (no_left || no_right))
    refuse (self, column, "missing-item",
            no_left ? _ ("the item on the left is not named")
                    : _ ("the item on the right is not named"));
  else if (!absent && !has_relation && self->columns[CW_MAPPING_ROLE_RELATION] != NULL)
    refuse (self, column, "missing-relation", _ ("the relation is missing"));
  else if (absent)
    {
      cw_mapping_record_set_relation (record, CW_RELATION_NONE);
      record->left.absent = no_left;
      record->right.absent = no_right;
    }
}

/* A row without anything, or for an item that nobody has compared yet. */
static gboolean
is_no_mapping (CwRecordRowReader *self)
{
  guint column;
  g_autofree char *relation = find_cell (self, CW_MAPPING_ROLE_RELATION, &column);
  g_autofree char *status = find_cell (self, CW_MAPPING_ROLE_STATUS, &column);
  gboolean blank = TRUE;

  for (guint i = 0; blank && i < self->row->n_fields; i++)
    {
      g_autofree char *cell = cw_string_clean (self->row->fields[i]);

      blank = *cell == '\0';
    }

  return blank || (*relation == '\0' && *status != '\0' && cw_record_is_open (status));
}

/**
 * cw_record_row_reader_read:
 * @self: a reader
 * @row: a row below the header
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL where it stays out
 */
CwMappingRecord *
cw_record_row_reader_read (CwRecordRowReader *self, const CwDelimitedRow *row)
{
  g_autoptr (CwMappingRecord) record = NULL;

  self->row = row;
  if (is_no_mapping (self))
    return NULL;

  record = cw_mapping_record_new (row->line, NULL);
  self->record = record;
  self->is_bad = FALSE;
  read_end (self, &record->left, CW_MAPPING_ROLE_LEFT_LIST, self->plan->left_list);
  read_end (self, &record->right, CW_MAPPING_ROLE_RIGHT_LIST, self->plan->right_list);
  read_relation (self);
  check_ends (self);
  read_confidence (self);
  read_status (self);
  read_negated (self);
  read_absence (self);
  read_texts (self);
  read_orcid (self);
  read_time (self, CW_MAPPING_ROLE_CREATED, CW_RECORD_CREATED);
  read_time (self, CW_MAPPING_ROLE_MODIFIED, CW_RECORD_MODIFIED);
  read_time (self, CW_MAPPING_ROLE_REVIEWED, CW_RECORD_REVIEWED);
  self->record = NULL;

  return self->is_bad ? NULL : g_steal_pointer (&record);
}
