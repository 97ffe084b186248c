/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-list.h"

#include "formats/mapping-plan-guess.h"
#include "formats/record-table.h"

#include <string.h>

void
record_list_init (RecordList *self)
{
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_record_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

void
record_list_clear (RecordList *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->problems);
}

static gboolean
take_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  g_ptr_array_add (((RecordList *) user_data)->records, record);
  return TRUE;
}

static void
take_problem (CwProblem *problem, gpointer user_data)
{
  g_ptr_array_add (((RecordList *) user_data)->problems, cw_problem_format (problem));
  cw_problem_free (problem);
}

CwRecordSink
record_list_get_sink (RecordList *self)
{
  return (CwRecordSink){ take_record, take_problem, self };
}

CwMappingRecord *
record_list_get (RecordList *self, guint index)
{
  g_assert_cmpuint (index, <, self->records->len);
  return g_ptr_array_index (self->records, index);
}

char *
record_list_join_problems (RecordList *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (self->problems, i));

  return g_string_free (text, FALSE);
}

CwTableSource *
record_list_open (const char *data, gsize length, const char *name)
{
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GError) error = NULL;
  CwTableSource *source = cw_table_source_open (stream, name, NULL, NULL, &error);

  g_assert_no_error (error);
  return source;
}

void
record_list_read (RecordList *self, const char *text, CwReadManner manner)
{
  g_autoptr (CwTableSource) source = record_list_open (text, strlen (text), "x.csv");
  g_autoptr (GPtrArray) rows = cw_table_source_peek (source, CW_MAPPING_PLAN_SAMPLE, NULL);
  g_autoptr (CwMappingPlan) plan = cw_mapping_plan_guess (rows);
  CwRecordSink sink = record_list_get_sink (self);
  g_autoptr (GError) error = NULL;

  cw_record_table_read (source, plan, manner, &sink, NULL, &error);
  g_assert_no_error (error);
}
