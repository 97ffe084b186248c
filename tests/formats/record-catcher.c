/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-catcher.h"

#include "formats/sssom-reader.h"

static gboolean
take_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  RecordCatcher *self = user_data;

  g_ptr_array_add (self->records, record);

  return TRUE;
}

static void
take_problem (CwProblem *problem, gpointer user_data)
{
  RecordCatcher *self = user_data;

  g_ptr_array_add (self->problems, problem);
}

RecordCatcher *
record_catcher_new (void)
{
  RecordCatcher *self = g_new0 (RecordCatcher, 1);

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_record_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_problem_free);

  return self;
}

void
record_catcher_free (RecordCatcher *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->problems);
  g_clear_error (&self->error);
  g_free (self);
}

CwRecordSink
record_catcher_get_sink (RecordCatcher *self)
{
  return (CwRecordSink){ take_record, take_problem, self };
}

const CwMappingRecord *
record_catcher_get (RecordCatcher *self, guint index)
{
  g_assert_cmpuint (index, <, self->records->len);

  return g_ptr_array_index (self->records, index);
}

/* The first of a rule. */
const CwProblem *
record_catcher_find_problem (RecordCatcher *self, const char *rule)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const CwProblem *problem = g_ptr_array_index (self->problems, i);

      if (g_str_equal (problem->rule, rule))
        return problem;
    }

  return NULL;
}

guint
record_catcher_count (RecordCatcher *self, CwSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < self->problems->len; i++)
    n += ((const CwProblem *) g_ptr_array_index (self->problems, i))->severity == severity;

  return n;
}

char *
record_catcher_list_problems (RecordCatcher *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      g_autofree char *line = cw_problem_format (g_ptr_array_index (self->problems, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

static void
assert_end (const CwRecordEnd *end, const CwItem *item, CwList *list, const char *const *languages)
{
  const CwLabel *label = item != NULL ? cw_item_choose_label (item, languages) : NULL;
  g_autofree char *iri = item != NULL ? cw_item_get_iri (item) : g_strdup ("");
  g_autofree char *list_iri = cw_list_get_iri (list);

  g_assert_cmpint (end->absent, ==, item == NULL);
  g_assert_cmpstr (end->iri, ==, iri);
  g_assert_cmpstr (end->curie, ==, "");
  g_assert_cmpstr (end->list, ==, list_iri);
  g_assert_cmpstr (end->code, ==, item != NULL ? item->code : "");
  g_assert_cmpstr (end->label, ==, label != NULL ? label->text : "");
  g_assert_cmpstr (end->language, ==, label != NULL ? label->language : "");
}

static const CwMappingRecord *
find_record (RecordCatcher *self, const CwConcordanceRow *row)
{
  const char *left = row->left != NULL ? row->left->code : "";
  const char *right = row->right != NULL ? row->right->code : "";

  for (guint i = 0; i < self->records->len; i++)
    {
      const CwMappingRecord *record = g_ptr_array_index (self->records, i);

      if (g_str_equal (record->left.code, left) && g_str_equal (record->right.code, right))
        return record;
    }

  g_error ("no record of %s and %s", left, right);
}

/* Every field of a mapping, but its ids. */
static void
assert_values (const CwMappingRecord *record, const CwConcordanceRow *row)
{
  const CwMapping *values = record->values;
  const CwMapping *mapping = row->mapping;
  gboolean inverted = row->left == NULL || row->left->id != mapping->subject_id;
  g_autoptr (CwMapping) wanted = cw_mapping_copy (mapping);

  g_assert_cmpint (record->inverted, ==, inverted);
  wanted->id = values->id;
  wanted->subject_id = values->subject_id;
  wanted->object_id = values->object_id;
  wanted->object_list_id = values->object_list_id;
  wanted->relation = row->relation;
  cw_mapping_set_text (&wanted->note_subject, cw_concordance_row_get_left_note (row));
  cw_mapping_set_text (&wanted->note_object, cw_concordance_row_get_right_note (row));
  g_assert_cmpint (values->relation, ==, wanted->relation);
  g_assert_cmpstr (values->rationale, ==, wanted->rationale);
  g_assert_cmpstr (values->created, ==, wanted->created);
  g_assert_true (cw_mapping_equal (values, wanted));
  g_assert_true (record->fields & CW_MAPPING_RELATION);
  g_assert_cmpint ((record->fields & CW_MAPPING_CONFIDENCE) != 0, ==, mapping->confidence >= 0);
  g_assert_cmpint ((record->fields & CW_MAPPING_URL) != 0, ==, *mapping->url != '\0');
}

/* That one of the records says all that a row says. */
void
record_catcher_assert_row (RecordCatcher *self,
                           const CwConcordanceRow *row,
                           const char *const *languages)
{
  const CwMappingRecord *record = find_record (self, row);

  assert_end (&record->left, row->left, row->left_list, languages);
  assert_end (&record->right, row->right, row->right_list, languages);
  assert_values (record, row);
}

void
record_catcher_assert_no_problems (RecordCatcher *catcher)
{
  g_autofree char *problems = record_catcher_list_problems (catcher);

  g_assert_cmpstr (problems, ==, "");
  g_assert_no_error (catcher->error);
}

/* Reads a SSSOM file that is all in memory. */
RecordCatcher *
record_catcher_read_sssom (const char *data,
                           gsize length,
                           const char *metadata,
                           gssize metadata_length,
                           CwReadManner manner)
{
  RecordCatcher *catcher = record_catcher_new ();
  CwRecordSink sink = record_catcher_get_sink (catcher);
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) external =
    metadata != NULL ? g_memory_input_stream_new_from_data (metadata, metadata_length, NULL) : NULL;

  catcher->success =
    cw_sssom_read (stream, "x.tsv", external, "x.yml", manner, &sink, NULL, &catcher->error);
  g_assert_cmpint (catcher->success, ==, catcher->error == NULL);

  return catcher;
}

RecordCatcher *
record_catcher_read_sssom_text (const char *text, CwReadManner manner)
{
  return record_catcher_read_sssom (text, strlen (text), NULL, 0, manner);
}
