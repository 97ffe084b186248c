/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/import-model.h"

#include <string.h>

struct _CwImportModel
{
  GObject parent_instance;

  CwMappingImport *import; /* NULL while there is none */
  guint state;             /* those that are shown, or CW_IMPORT_ALL_STATES */
  GArray *rows;            /* guint, where not all are shown */
  GHashTable *lines;       /* index of a row → CwImportLine that somebody holds; borrowed */
  GHashTable *by_line;     /* line → the worst CwProblem there; NULL until somebody asks */
  GHashTable *by_pointer;  /* the same of places in a tree */
};

enum
{
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
cw_import_model_get_item_type (GListModel *model)
{
  return CW_TYPE_IMPORT_LINE;
}

static guint
cw_import_model_get_n_items (GListModel *model)
{
  CwImportModel *self = CW_IMPORT_MODEL (model);

  if (self->import == NULL)
    return 0;

  return self->rows != NULL ? self->rows->len : cw_mapping_import_get_n_rows (self->import);
}

typedef struct
{
  GHashTable *lines;
  guint index;
} Held;

static void
on_line_gone (gpointer data, GObject *line)
{
  g_autofree Held *held = data;

  if (g_hash_table_lookup (held->lines, GUINT_TO_POINTER (held->index)) == line)
    g_hash_table_remove (held->lines, GUINT_TO_POINTER (held->index));
  g_hash_table_unref (held->lines);
}

static gpointer
cw_import_model_get_item (GListModel *model, guint position)
{
  CwImportModel *self = CW_IMPORT_MODEL (model);
  CwImportLine *line;
  Held *held;
  guint index;

  if (position >= cw_import_model_get_n_items (model))
    return NULL;

  index = self->rows != NULL ? g_array_index (self->rows, guint, position) : position;
  line = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (index));
  if (line != NULL)
    return g_object_ref (line);

  line = cw_import_line_new (self->import, index);
  held = g_new0 (Held, 1);
  held->lines = g_hash_table_ref (self->lines);
  held->index = index;
  g_object_weak_ref (G_OBJECT (line), on_line_gone, held);
  g_hash_table_insert (self->lines, GUINT_TO_POINTER (index), line);

  return line;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cw_import_model_get_item_type;
  iface->get_n_items = cw_import_model_get_n_items;
  iface->get_item = cw_import_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwImportModel,
                               cw_import_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
forget_problems (CwImportModel *self)
{
  g_clear_pointer (&self->by_line, g_hash_table_unref);
  g_clear_pointer (&self->by_pointer, g_hash_table_unref);
}

static void
cw_import_model_finalize (GObject *object)
{
  CwImportModel *self = CW_IMPORT_MODEL (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_hash_table_unref (self->lines);
  forget_problems (self);
  g_clear_pointer (&self->import, cw_mapping_import_unref);

  G_OBJECT_CLASS (cw_import_model_parent_class)->finalize (object);
}

static void
cw_import_model_class_init (CwImportModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_import_model_finalize;

  /**
   * CwImportModel::decided:
   * @self: the model
   *
   * Something else becomes of a row, or of several.
   */
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_import_model_init (CwImportModel *self)
{
  self->state = CW_IMPORT_ALL_STATES;
  self->lines = g_hash_table_new (NULL, NULL);
}

/**
 * cw_import_model_new:
 *
 * Returns: (transfer full): a model with no rows
 */
CwImportModel *
cw_import_model_new (void)
{
  return g_object_new (CW_TYPE_IMPORT_MODEL, NULL);
}

static void
find_rows (CwImportModel *self)
{
  guint n_rows = self->import != NULL ? cw_mapping_import_get_n_rows (self->import) : 0;

  g_clear_pointer (&self->rows, g_array_unref);
  if (self->state == CW_IMPORT_ALL_STATES)
    return;

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_rows; i++)
    {
      if ((guint) cw_mapping_import_get_row (self->import, i)->state == self->state)
        g_array_append_val (self->rows, i);
    }
}

static void
show_rows (CwImportModel *self, guint n_before)
{
  find_rows (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before,
                              cw_import_model_get_n_items (G_LIST_MODEL (self)));
}

/**
 * cw_import_model_set_import:
 * @self: a model
 * @import: (nullable): an import that was compared
 */
void
cw_import_model_set_import (CwImportModel *self, CwMappingImport *import)
{
  guint n_before = cw_import_model_get_n_items (G_LIST_MODEL (self));
  CwMappingImport *before = self->import;

  self->import = import != NULL ? cw_mapping_import_ref (import) : NULL;
  g_hash_table_unref (self->lines);
  self->lines = g_hash_table_new (NULL, NULL);
  forget_problems (self);
  show_rows (self, n_before);
  g_clear_pointer (&before, cw_mapping_import_unref);
}

/**
 * cw_import_model_get_import:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): whose rows it shows
 */
CwMappingImport *
cw_import_model_get_import (CwImportModel *self)
{
  return self->import;
}

/**
 * cw_import_model_set_state:
 * @self: a model
 * @state: a #CwImportState, to show only rows in it, or %CW_IMPORT_ALL_STATES
 */
void
cw_import_model_set_state (CwImportModel *self, guint state)
{
  guint n_before = cw_import_model_get_n_items (G_LIST_MODEL (self));

  if (state == self->state)
    return;

  self->state = state;
  show_rows (self, n_before);
}

/**
 * cw_import_model_get_state:
 * @self: a model
 *
 * Returns: which rows it shows
 */
guint
cw_import_model_get_state (CwImportModel *self)
{
  return self->state;
}

/**
 * cw_import_model_find:
 * @self: a model
 * @index: a row of the import
 *
 * Returns: its position, or %G_MAXUINT where it is not shown
 */
guint
cw_import_model_find (CwImportModel *self, guint index)
{
  guint position;

  if (self->rows == NULL)
    return index < cw_import_model_get_n_items (G_LIST_MODEL (self)) ? index : G_MAXUINT;

  for (position = 0; position < self->rows->len; position++)
    {
      if (g_array_index (self->rows, guint, position) == index)
        return position;
    }

  return G_MAXUINT;
}

static void
keep_worse (GHashTable *table, gpointer key, CwProblem *problem)
{
  const CwProblem *known = g_hash_table_lookup (table, key);

  if (known == NULL || known->severity > problem->severity)
    g_hash_table_insert (table, key, problem);
}

static void
find_problems (CwImportModel *self)
{
  GPtrArray *problems = cw_mapping_import_get_problems (self->import);

  self->by_line = g_hash_table_new (NULL, NULL);
  self->by_pointer = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < problems->len; i++)
    {
      CwProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == CW_SEVERITY_ASSUMED)
        continue;
      if (problem->pointer != NULL)
        keep_worse (self->by_pointer, problem->pointer, problem);
      else
        keep_worse (self->by_line, GUINT_TO_POINTER (problem->line), problem);
    }
}

/**
 * cw_import_model_find_problem:
 * @self: a model
 * @index: a row of the import
 *
 * Returns: (transfer none) (nullable): the worst that is to be said of that row; what was assumed does
 *   not count
 */
const CwProblem *
cw_import_model_find_problem (CwImportModel *self, guint index)
{
  const CwMappingRecord *record = cw_mapping_import_get_row (self->import, index)->record;

  if (self->by_line == NULL)
    find_problems (self);

  return record->pointer != NULL ? g_hash_table_lookup (self->by_pointer, record->pointer)
         : record->line > 0 ? g_hash_table_lookup (self->by_line, GUINT_TO_POINTER (record->line))
                            : NULL;
}

/* Whether a place in a tree lies in another one. */
static gboolean
lies_in (const char *pointer, const char *outer)
{
  gsize length = outer != NULL ? strlen (outer) : 0;

  return pointer != NULL && outer != NULL && strncmp (pointer, outer, length) == 0 &&
         (pointer[length] == '\0' || pointer[length] == '/');
}

/**
 * cw_import_model_find_place:
 * @self: a model
 * @problem: a problem of the file
 *
 * Returns: the row of the import where it is, or %G_MAXUINT
 */
guint
cw_import_model_find_place (CwImportModel *self, const CwProblem *problem)
{
  guint n_rows = self->import != NULL ? cw_mapping_import_get_n_rows (self->import) : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const CwMappingRecord *record = cw_mapping_import_get_row (self->import, i)->record;

      if (problem->pointer != NULL ? lies_in (problem->pointer, record->pointer)
                                   : problem->line > 0 && record->line == problem->line)
        return i;
    }

  return G_MAXUINT;
}

/**
 * cw_import_model_choose:
 * @self: a model
 * @line: one of its lines
 * @choice: what becomes of it
 */
void
cw_import_model_choose (CwImportModel *self, CwImportLine *line, CwImportChoice choice)
{
  if (cw_import_line_get_import (line) != self->import ||
      cw_import_line_get_row (line)->choice == choice)
    return;

  cw_mapping_import_choose (self->import, cw_import_line_get_index (line), choice);
  cw_import_line_tell (line);
  g_signal_emit (self, signals[DECIDED], 0);
}

/**
 * cw_import_model_choose_all:
 * @self: a model
 * @choice: what becomes of every row that is changed or conflicting
 */
void
cw_import_model_choose_all (CwImportModel *self, CwImportChoice choice)
{
  g_autoptr (GList) lines = g_hash_table_get_values (self->lines);

  if (self->import == NULL)
    return;

  cw_mapping_import_choose_all (self->import, choice);
  g_list_foreach (lines, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = lines; l != NULL; l = l->next)
    {
      cw_import_line_tell (l->data);
      g_object_unref (l->data);
    }
  g_signal_emit (self, signals[DECIDED], 0);
}

/**
 * cw_import_model_leave_out:
 * @self: a model
 * @line: one of its lines
 * @left_out: whether it stays out
 */
void
cw_import_model_leave_out (CwImportModel *self, CwImportLine *line, gboolean left_out)
{
  if (cw_import_line_get_import (line) != self->import ||
      cw_import_line_get_row (line)->left_out == left_out)
    return;

  cw_mapping_import_leave_out (self->import, cw_import_line_get_index (line), left_out);
  cw_import_line_tell (line);
  g_signal_emit (self, signals[DECIDED], 0);
}
