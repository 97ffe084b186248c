/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/history.h"

#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/json-values.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/user-languages.h"
#include "workspace/change-words.h"

#include <glib/gi18n.h>

/* How many steps are read at once, and how many mappings of one step are told in JSON. */
#define PAGE 256
#define N_CHANGES 1000

typedef struct
{
  CwDocument *document;
  const char *const *languages;
} History;

/* Called for each step, the newest first; returns FALSE with an error to stop. */
typedef gboolean (*StepFunc) (const History *self,
                              const CwHistoryStep *step,
                              gpointer target,
                              GError **error);

static gboolean
visit_page (const History *self,
            GArray *keys,
            guint first,
            StepFunc func,
            gpointer target,
            GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) steps = NULL;

  for (guint i = first; i < MIN (first + PAGE, keys->len); i++)
    g_array_append_val (ids, g_array_index (keys, CwHistoryKey, i).id);
  steps =
    cw_document_load_steps (self->document, (const gint64 *) (void *) ids->data, ids->len, error);
  if (steps == NULL)
    return FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      if (!func (self, g_ptr_array_index (steps, i), target, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
visit (const History *self, int limit, StepFunc func, gpointer target, GError **error)
{
  g_autoptr (GArray) keys = cw_document_find_steps (self->document, NULL, error);

  if (keys == NULL)
    return FALSE;

  if (limit > 0 && (guint) limit < keys->len)
    g_array_set_size (keys, (guint) limit);
  for (guint i = 0; i < keys->len; i += PAGE)
    {
      if (!visit_page (self, keys, i, func, target, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
get_state_name (const CwHistoryStep *step)
{
  return step->action == CW_HISTORY_EDIT && step->state != CW_HISTORY_DONE
           ? C_ ("history", "undone")
           : "";
}

static gboolean
add_row (const History *self, const CwHistoryStep *step, gpointer target, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, step->id);
  g_autofree char *rows = g_strdup_printf ("%u", step->step->n_rows);
  g_autofree char *what = cw_history_step_format (step);
  const char *const cells[] = {
    id, step->made, step->author, what, rows, get_state_name (step),
  };

  cw_table_add_row (target, cells);

  return TRUE;
}

static void
print_fields (const History *self, CwJsonPrinter *printer, const CwMappingChange *change)
{
  g_autoptr (GPtrArray) fields =
    cw_mapping_change_list_fields (change, self->document, self->languages);

  cw_json_printer_key (printer, "fields");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < fields->len; i++)
    {
      const CwFieldChange *field = g_ptr_array_index (fields, i);

      cw_json_printer_begin_object (printer);
      cw_json_printer_member_string (printer, "field", field->field);
      cw_json_printer_member_string (printer, "before", field->before);
      cw_json_printer_member_string (printer, "after", field->after);
      cw_json_printer_end_object (printer);
    }
  cw_json_printer_end_array (printer);
}

static gboolean
print_changes (const History *self,
               CwJsonPrinter *printer,
               const CwHistoryStep *step,
               GError **error)
{
  g_autoptr (CwStepChanges) changes =
    cw_document_load_step_changes (self->document, step->id, N_CHANGES, error);

  if (changes == NULL)
    return FALSE;

  cw_json_printer_key (printer, "mappings");
  cw_json_printer_integer (printer, changes->n_changes);
  cw_json_printer_key (printer, "changes");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const CwMappingChange *change = g_ptr_array_index (changes->changes, i);
      g_autofree char *sentence =
        cw_mapping_change_format (change, self->document, self->languages);

      cw_json_printer_begin_object (printer);
      cw_json_printer_key (printer, "mapping");
      cw_json_printer_integer (printer, change->mapping_id);
      cw_json_printer_member_string (printer, "sentence", sentence);
      print_fields (self, printer, change);
      cw_json_printer_end_object (printer);
    }
  cw_json_printer_end_array (printer);

  return TRUE;
}

static gboolean
print_step (const History *self, const CwHistoryStep *step, gpointer target, GError **error)
{
  CwJsonPrinter *printer = target;
  g_autofree char *what = cw_history_step_format (step);
  gboolean good;

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "id");
  cw_json_printer_integer (printer, step->id);
  cw_json_printer_member_string (printer, "made", step->made);
  cw_json_printer_member_string (printer, "author", step->author);
  cw_json_printer_member_string (printer, "action", cw_history_action_to_key (step->action));
  cw_json_printer_key (printer, "target");
  if (step->target_id != 0)
    cw_json_printer_integer (printer, step->target_id);
  else
    cw_json_printer_string (printer, NULL);
  cw_json_printer_member_string (printer, "state", cw_history_state_to_key (step->state));
  cw_json_printer_member_string (printer, "kind", cw_step_kind_to_key (step->step->kind));
  cw_json_printer_member_string (printer, "what", what);
  good = print_changes (self, printer, step, error);
  cw_json_printer_end_object (printer);

  return good;
}

static CwExit
write_json (const History *self, int limit, GError **error)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  gboolean good;

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "steps");
  cw_json_printer_begin_array (printer);
  good = visit (self, limit, print_step, printer, error);
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  return good ? cw_output_write_json (printer) : CW_EXIT_FILE;
}

static CwExit
write_table (const History *self, int limit, GError **error)
{
  g_autoptr (CwTable) table = cw_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  cw_table_add_column (table, C_ ("history", "Step"), CW_TABLE_NUMBER);
  cw_table_add_column (table, C_ ("history", "When"), CW_TABLE_TEXT);
  cw_table_add_column (table, C_ ("history", "Who"), CW_TABLE_TEXT);
  cw_table_add_column (table, C_ ("history", "What"), CW_TABLE_FLEXIBLE);
  cw_table_add_column (table, C_ ("history", "Mappings"), CW_TABLE_NUMBER);
  /* Translators: heads a column that says of some steps that they were undone */
  cw_table_add_column (table, C_ ("history", "State"), CW_TABLE_TEXT);
  if (!visit (self, limit, add_row, table, error))
    return CW_EXIT_FILE;

  cw_table_append_to (table, cw_terminal_get_width (), CW_TABLE_CUT, text);

  return cw_output_write (text->str, text->len);
}

static CwExit
run_history (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autoptr (CwOpenDocument) document = NULL;
  g_auto (GStrv) own = NULL;
  g_autoptr (GError) error = NULL;
  History history;
  int limit = 0;
  CwExit status;
  const GOptionEntry more[] = {
    { "number", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("Only the newest steps, so many"),
      /* Translators: stands for a number in the help of the command line */
      N_ ("NUMBER") },
    { NULL },
  };

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_LANGUAGES | CW_TAKES_JSON,
                              more, argc, argv, &status))
    return status;
  if (line.left->len > 0 || line.right != NULL || limit < 0)
    {
      cw_complain (limit < 0 ? _ ("A number of steps is not negative")
                             : _ ("The command takes no lists"));
      return cw_command_line_refuse (self);
    }

  document = cw_document_source_open (line.document);
  if (document == NULL)
    return CW_EXIT_FILE;

  own = cw_user_languages_get ();
  history.document = document;
  history.languages = (const char *const *) (line.languages != NULL ? line.languages : own);
  status = line.json ? write_json (&history, limit, &error) : write_table (&history, limit, &error);
  if (error != NULL)
    cw_complain ("%s", error->message);

  return status;
}

const CwCommand cw_command_history = {
  "history",
  NULL,
  N_ ("Show what was done, by whom and when"),
  N_ ("Shows every step of a document, the newest first: when, who, what, and how many mappings. "
      "Undoing and doing again are steps too; nothing is erased. With --json each step has what it "
      "did to mappings, before and after."),
  "  crosswalkctl history\n"
  "  crosswalkctl history --number 10 --document study.crosswalk\n"
  "  crosswalkctl history --json",
  run_history,
};
