/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/mapping-import-private.h"

#include "model/fold.h"
#include "workspace/item-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which items the rows of a file mean. */

static CwProblem *
add_problem (CwMappingImport *self,
             const CwImportRow *row,
             CwSeverity severity,
             const char *rule,
             const char *text)
{
  const CwMappingRecord *record = row->record;
  CwProblem *problem =
    record->pointer != NULL
      ? cw_problem_new_at_pointer (severity, self->file, record->pointer, rule, "%s", text)
      : cw_problem_new (severity, self->file, record->line, 0, rule, "%s", text);

  g_ptr_array_add (self->problems, problem);

  return problem;
}

/* What the file calls an end, as one reads it. */
static char *
describe_end (const CwRecordEnd *end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const parts[] = { end->list, end->code, end->label };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", parts[i]);
    }
  if (text->len == 0)
    g_string_append (text, *end->curie != '\0' ? end->curie : end->iri);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
report_end (CwMappingImport *self,
            const CwImportRow *row,
            const CwRecordEnd *end,
            CwItemMatch match)
{
  g_autofree char *name = describe_end (end);
  g_autofree char *text = NULL;

  if (match == CW_ITEM_UNSAID)
    {
      add_problem (self, row, CW_SEVERITY_ERROR, "unnamed-item",
                   _ ("The row does not say which item it is about"));
      return;
    }

  /* Translators: %s is what a file calls an item, such as “us-cet-2024 7.2” */
  text = g_strdup_printf (match == CW_ITEM_AMBIGUOUS
                            ? _ ("“%s” may be more than one item; give its list and code")
                            : _ ("There is no item “%s”"),
                          name);
  add_problem (self, row, CW_SEVERITY_ERROR,
               match == CW_ITEM_AMBIGUOUS ? "ambiguous-item" : "unknown-item", text);
}

static gboolean
has_label (const CwItem *item, const char *label)
{
  g_autofree char *folded = cw_fold_for_search (label);

  for (guint i = 0; i < item->n_labels; i++)
    {
      g_autofree char *own = cw_fold_for_search (item->labels[i].text);

      if (g_str_equal (own, folded))
        return TRUE;
    }

  return FALSE;
}

/* A code that hits another item than was meant is the most dangerous slip there is. */
static void
check_label (CwMappingImport *self,
             const CwImportRow *row,
             const CwRecordEnd *end,
             const CwItem *item)
{
  const CwLabel *label = cw_item_choose_label (item, NULL);
  g_autofree char *text = NULL;

  if (*end->label == '\0' || has_label (item, end->label))
    return;

  /* Translators: %1$s is the code of an item, %2$s its name, %3$s what a file calls it */
  text = g_strdup_printf (_ ("%1$s is “%2$s” here; the file calls it “%3$s”"), item->code,
                          label != NULL ? label->text : item->code, end->label);
  add_problem (self, row, CW_SEVERITY_WARNING, "other-label", text);
}

static gboolean
find_end (CwMappingImport *self,
          CwItemFinder *finder,
          const CwImportRow *row,
          const CwRecordEnd *end,
          GPtrArray *usual,
          CwImportEnd *found)
{
  const CwItem *item;

  found->match = cw_item_finder_find (finder, end, usual, &item);
  if (self->make_items && found->match == CW_ITEM_UNKNOWN)
    item = cw_import_items_find (self->items, finder, end, usual);
  if (item != NULL)
    {
      found->item_id = item->id;
      check_label (self, row, end, item);
      return TRUE;
    }

  if (self->make_items && found->match == CW_ITEM_UNKNOWN)
    found->new_item = cw_import_items_add (self->items, finder, end, usual);
  if (found->new_item != CW_IMPORT_NOTHING)
    return TRUE;

  report_end (self, row, end, found->match);

  return FALSE;
}

/* An end with no item says in which list there is none. */
static gboolean
find_list (CwMappingImport *self,
           CwItemFinder *finder,
           const CwImportRow *row,
           const CwRecordEnd *end,
           GPtrArray *usual,
           CwImportEnd *found)
{
  CwList *list = cw_item_finder_find_list_of (finder, end, usual);
  g_autofree char *text = NULL;

  if (list != NULL)
    found->list_id = cw_list_get_id (list);
  else
    found->new_list = cw_import_items_find_list (self->items, end);
  if (list != NULL || found->new_list != CW_IMPORT_NOTHING)
    return TRUE;

  if (*end->list == '\0')
    {
      add_problem (self, row, CW_SEVERITY_ERROR, "unnamed-list",
                   _ ("The row does not say in which list there is no counterpart"));
      return FALSE;
    }
  /* Translators: %s is what a file calls a list */
  text = g_strdup_printf (_ ("There is no list “%s”"), end->list);
  add_problem (self, row, CW_SEVERITY_ERROR, "unknown-list", text);

  return FALSE;
}

static void
begin_row (CwImportRow *row)
{
  const CwImportEnd nothing = { .new_item = CW_IMPORT_NOTHING, .new_list = CW_IMPORT_NOTHING };

  row->left = nothing;
  row->right = nothing;
  row->state = CW_IMPORT_NEW;
  row->mine = 0;
  row->differs = 0;
}

static gboolean
find_items_of_row (CwMappingImport *self, CwItemFinder *finder, CwImportRow *row)
{
  const CwMappingRecord *record = row->record;
  gboolean left =
    record->left.absent || find_end (self, finder, row, &record->left, self->left, &row->left);
  gboolean right =
    record->right.absent || find_end (self, finder, row, &record->right, self->right, &row->right);

  return left && right;
}

static gboolean
is_self (const CwImportRow *row)
{
  return row->left.item_id != 0 && row->left.item_id == row->right.item_id;
}

static gboolean
check_row (CwMappingImport *self, CwItemFinder *finder, CwImportRow *row)
{
  const CwMappingRecord *record = row->record;

  if (record->left.absent && record->right.absent)
    {
      add_problem (self, row, CW_SEVERITY_ERROR, "unnamed-item",
                   _ ("The row has no item on either side"));
      return FALSE;
    }
  if (is_self (row))
    {
      add_problem (self, row, CW_SEVERITY_ERROR, "same-item",
                   _ ("Both sides of the row are the same item"));
      return FALSE;
    }
  if (record->right.absent)
    return find_list (self, finder, row, &record->right, self->right, &row->right);
  if (record->left.absent)
    return find_list (self, finder, row, &record->left, self->left, &row->left);
  if (record->values->relation == CW_RELATION_NONE)
    {
      add_problem (self, row, CW_SEVERITY_ERROR, "no-relation",
                   _ ("The row does not say how its two items are related"));
      return FALSE;
    }

  return TRUE;
}

/* What an earlier comparison said is forgotten; what the reader said stays. */
static void
forget (CwMappingImport *self)
{
  for (guint i = self->problems->len; i-- > self->n_read_problems;)
    g_ptr_array_remove_index (self->problems, i);
  memset (self->counts, 0, sizeof self->counts);
  g_clear_pointer (&self->items, cw_import_items_free);
}

void
_cw_mapping_import_find_items (CwMappingImport *self, CwListSet *lists)
{
  g_autoptr (CwItemFinder) finder = cw_item_finder_new (lists);

  if (self->items == NULL)
    self->n_read_problems = self->problems->len;
  forget (self);
  self->items = cw_import_items_new (self->document, self->file);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CwImportRow *row = g_ptr_array_index (self->rows, i);

      begin_row (row);
      if (!find_items_of_row (self, finder, row))
        row->state = CW_IMPORT_UNKNOWN;
    }
  /* Once all new lists are known */
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwImportRow *row = g_ptr_array_index (self->rows, i);

      if (row->state != CW_IMPORT_UNKNOWN && !check_row (self, finder, row))
        row->state = CW_IMPORT_UNKNOWN;
    }
}
