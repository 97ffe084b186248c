/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/disagreement.h"

struct _CwDisagreementRow
{
  GObject parent_instance;

  const CwItem *left;
  const CwItem *right;
  CwMapping *codings[2];
  CwMapping *agreed;
  char *reason; /* NULL where it is open */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwDisagreementRow, cw_disagreement_row, G_TYPE_OBJECT)

static void
clear (CwDisagreementRow *self)
{
  g_clear_pointer (&self->codings[0], cw_mapping_unref);
  g_clear_pointer (&self->codings[1], cw_mapping_unref);
  g_clear_pointer (&self->agreed, cw_mapping_unref);
  g_clear_pointer (&self->reason, g_free);
}

static void
cw_disagreement_row_finalize (GObject *object)
{
  clear (CW_DISAGREEMENT_ROW (object));

  G_OBJECT_CLASS (cw_disagreement_row_parent_class)->finalize (object);
}

static void
cw_disagreement_row_class_init (CwDisagreementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_disagreement_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_disagreement_row_init (CwDisagreementRow *self)
{
}

static CwMapping *
ref_or_null (CwMapping *mapping)
{
  return mapping != NULL ? cw_mapping_ref (mapping) : NULL;
}

/**
 * cw_disagreement_row_new:
 * @content: what is said of the pair
 *
 * Returns: (transfer full): a row
 */
CwDisagreementRow *
cw_disagreement_row_new (const CwCodingRow *content)
{
  CwDisagreementRow *self = g_object_new (CW_TYPE_DISAGREEMENT_ROW, NULL);

  cw_disagreement_row_set_content (self, content);

  return self;
}

/**
 * cw_disagreement_row_set_content:
 * @self: a row
 * @content: what is said of the pair now
 */
void
cw_disagreement_row_set_content (CwDisagreementRow *self, const CwCodingRow *content)
{
  clear (self);
  self->left = content->left;
  self->right = content->right;
  self->codings[0] = ref_or_null (content->codings[0]);
  self->codings[1] = ref_or_null (content->codings[1]);
  self->agreed = ref_or_null (content->agreed);
  self->reason = content->settlement != NULL ? g_strdup (content->settlement->reason) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_disagreement_row_get_left:
 * @self: a row
 *
 * Returns: (transfer none): the item from which all of it reads
 */
const CwItem *
cw_disagreement_row_get_left (CwDisagreementRow *self)
{
  return self->left;
}

/**
 * cw_disagreement_row_get_right:
 * @self: a row
 *
 * Returns: (transfer none): the other item
 */
const CwItem *
cw_disagreement_row_get_right (CwDisagreementRow *self)
{
  return self->right;
}

/**
 * cw_disagreement_row_get_coding:
 * @self: a row
 * @coding: 0 for the first coding, 1 for the second
 *
 * Returns: (transfer none) (nullable): what it says; %NULL where it does not link the two
 */
const CwMapping *
cw_disagreement_row_get_coding (CwDisagreementRow *self, guint coding)
{
  return self->codings[coding];
}

/**
 * cw_disagreement_row_get_agreed:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what the agreed mapping says; %NULL where it does not link the
 *   two
 */
const CwMapping *
cw_disagreement_row_get_agreed (CwDisagreementRow *self)
{
  return self->agreed;
}

/**
 * cw_disagreement_row_get_reason:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): why it was settled so; %NULL where it is open
 */
const char *
cw_disagreement_row_get_reason (CwDisagreementRow *self)
{
  return self->reason;
}

static guint
hash_pair (gconstpointer data)
{
  const CwDisagreementRow *row = data;

  return g_direct_hash (row->left) * 31 + g_direct_hash (row->right);
}

static gboolean
equal_pair (gconstpointer a, gconstpointer b)
{
  const CwDisagreementRow *first = a;
  const CwDisagreementRow *second = b;

  return first->left == second->left && first->right == second->right;
}

/* The rows that are to be there; those that are there already are the same objects. */
static GPtrArray *
collect (GListStore *store, GPtrArray *rows, gboolean only_open)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (hash_pair, equal_pair, g_object_unref, NULL);
  GPtrArray *now = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    g_hash_table_add (old, g_list_model_get_item (G_LIST_MODEL (store), i));

  for (guint i = 0; i < rows->len; i++)
    {
      const CwCodingRow *content = g_ptr_array_index (rows, i);
      CwDisagreementRow wanted = { .left = content->left, .right = content->right };
      CwDisagreementRow *row;

      if (only_open && content->settlement != NULL)
        continue;

      row = g_hash_table_lookup (old, &wanted);
      if (row != NULL)
        cw_disagreement_row_set_content (row, content);
      g_ptr_array_add (now, row != NULL ? g_object_ref (row) : cw_disagreement_row_new (content));
    }

  return now;
}

static gboolean
is_at (GListStore *store, guint position, gpointer row)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (store), position);

  return object == row;
}

/**
 * cw_disagreement_update:
 * @store: #CwDisagreementRow
 * @rows: (element-type CwCodingRow): what there is now
 * @only_open: whether what is settled is left out
 *
 * Brings the rows up to date with the smallest change, so that the place, the focus and the
 * selection in a table stay.
 */
void
cw_disagreement_update (GListStore *store, GPtrArray *rows, gboolean only_open)
{
  g_autoptr (GPtrArray) now = collect (store, rows, only_open);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint start = 0;
  guint end = 0;

  while (start < n_old && start < now->len && is_at (store, start, g_ptr_array_index (now, start)))
    start++;
  while (end < n_old - start && end < now->len - start &&
         is_at (store, n_old - 1 - end, g_ptr_array_index (now, now->len - 1 - end)))
    end++;

  if (n_old - start - end > 0 || now->len - start - end > 0)
    g_list_store_splice (store, start, n_old - start - end,
                         now->len > 0 ? now->pdata + start : NULL, now->len - start - end);
}
