/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/problem-model.h"

struct _CwProblemLine
{
  GObject parent_instance;

  CwMappingImport *import; /* owns the problem */
  const CwProblem *problem;
};

G_DEFINE_FINAL_TYPE (CwProblemLine, cw_problem_line, G_TYPE_OBJECT)

static void
cw_problem_line_finalize (GObject *object)
{
  g_clear_pointer (&CW_PROBLEM_LINE (object)->import, cw_mapping_import_unref);

  G_OBJECT_CLASS (cw_problem_line_parent_class)->finalize (object);
}

static void
cw_problem_line_class_init (CwProblemLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_problem_line_finalize;
}

static void
cw_problem_line_init (CwProblemLine *self)
{
}

/**
 * cw_problem_line_get_problem:
 * @self: a line
 *
 * Returns: (transfer none): the problem
 */
const CwProblem *
cw_problem_line_get_problem (CwProblemLine *self)
{
  return self->problem;
}

struct _CwProblemModel
{
  GObject parent_instance;

  CwMappingImport *import; /* NULL while there is none */
};

static GType
cw_problem_model_get_item_type (GListModel *model)
{
  return CW_TYPE_PROBLEM_LINE;
}

static guint
cw_problem_model_get_n_items (GListModel *model)
{
  CwProblemModel *self = CW_PROBLEM_MODEL (model);

  return self->import != NULL ? cw_mapping_import_get_problems (self->import)->len : 0;
}

static gpointer
cw_problem_model_get_item (GListModel *model, guint position)
{
  CwProblemModel *self = CW_PROBLEM_MODEL (model);
  CwProblemLine *line;

  if (position >= cw_problem_model_get_n_items (model))
    return NULL;

  line = g_object_new (CW_TYPE_PROBLEM_LINE, NULL);
  line->import = cw_mapping_import_ref (self->import);
  line->problem = g_ptr_array_index (cw_mapping_import_get_problems (self->import), position);

  return line;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cw_problem_model_get_item_type;
  iface->get_n_items = cw_problem_model_get_n_items;
  iface->get_item = cw_problem_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwProblemModel,
                               cw_problem_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cw_problem_model_finalize (GObject *object)
{
  g_clear_pointer (&CW_PROBLEM_MODEL (object)->import, cw_mapping_import_unref);

  G_OBJECT_CLASS (cw_problem_model_parent_class)->finalize (object);
}

static void
cw_problem_model_class_init (CwProblemModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_problem_model_finalize;
}

static void
cw_problem_model_init (CwProblemModel *self)
{
}

/**
 * cw_problem_model_new:
 *
 * Returns: (transfer full): a model with no problems
 */
CwProblemModel *
cw_problem_model_new (void)
{
  return g_object_new (CW_TYPE_PROBLEM_MODEL, NULL);
}

/**
 * cw_problem_model_set_import:
 * @self: a model
 * @import: (nullable): whose problems it shows
 */
void
cw_problem_model_set_import (CwProblemModel *self, CwMappingImport *import)
{
  guint n_before = cw_problem_model_get_n_items (G_LIST_MODEL (self));
  CwMappingImport *before = self->import;

  self->import = import != NULL ? cw_mapping_import_ref (import) : NULL;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before,
                              cw_problem_model_get_n_items (G_LIST_MODEL (self)));
  g_clear_pointer (&before, cw_mapping_import_unref);
}
