/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/mapping-row.h"

struct _CwMappingRow
{
  GObject parent_instance;

  gint64 id;
  CwMapping *mapping; /* NULL until it was read */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwMappingRow, cw_mapping_row, G_TYPE_OBJECT)

static void
cw_mapping_row_finalize (GObject *object)
{
  CwMappingRow *self = CW_MAPPING_ROW (object);

  g_clear_pointer (&self->mapping, cw_mapping_unref);

  G_OBJECT_CLASS (cw_mapping_row_parent_class)->finalize (object);
}

static void
cw_mapping_row_class_init (CwMappingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_mapping_row_finalize;

  /**
   * CwMappingRow::changed:
   * @self: the row
   *
   * Its content has come or is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_mapping_row_init (CwMappingRow *self)
{
}

/**
 * cw_mapping_row_new:
 * @id: a mapping
 *
 * Returns: (transfer full): a row whose content was not read yet
 */
CwMappingRow *
cw_mapping_row_new (gint64 id)
{
  CwMappingRow *self = g_object_new (CW_TYPE_MAPPING_ROW, NULL);

  self->id = id;

  return self;
}

/**
 * cw_mapping_row_get_id:
 * @self: a row
 *
 * Returns: the mapping's id
 */
gint64
cw_mapping_row_get_id (CwMappingRow *self)
{
  return self->id;
}

/**
 * cw_mapping_row_get_mapping:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the mapping, %NULL while it was not read yet
 */
CwMapping *
cw_mapping_row_get_mapping (CwMappingRow *self)
{
  return self->mapping;
}

/**
 * cw_mapping_row_set_mapping:
 * @self: a row
 * @mapping: (nullable): its content; %NULL to have it read again
 */
void
cw_mapping_row_set_mapping (CwMappingRow *self, CwMapping *mapping)
{
  CwMapping *old = self->mapping;

  self->mapping = mapping != NULL ? cw_mapping_ref (mapping) : NULL;
  g_clear_pointer (&old, cw_mapping_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}
