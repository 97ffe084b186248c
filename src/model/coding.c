/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/coding.h"

G_DEFINE_BOXED_TYPE (CwCoding, cw_coding, cw_coding_ref, cw_coding_unref)

/**
 * cw_coding_new:
 * @name: what it is called
 * @coder: who judges in it
 *
 * Returns: (transfer full): a coding that is not done and in no document
 */
CwCoding *
cw_coding_new (const char *name, const char *coder)
{
  CwCoding *self = g_atomic_rc_box_new0 (CwCoding);

  self->name = g_strdup (name);
  self->coder = g_strdup (coder);
  self->created = g_strdup ("");

  return self;
}

/**
 * cw_coding_ref:
 * @self: a coding
 *
 * Returns: (transfer full): @self
 */
CwCoding *
cw_coding_ref (CwCoding *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
coding_clear (gpointer data)
{
  CwCoding *self = data;

  g_free (self->name);
  g_free (self->coder);
  g_free (self->created);
}

/**
 * cw_coding_unref:
 * @self: (transfer full): a coding
 */
void
cw_coding_unref (CwCoding *self)
{
  g_atomic_rc_box_release_full (self, coding_clear);
}

/**
 * cw_coding_find:
 * @codings: (element-type CwCoding): codings
 * @id: a coding
 *
 * Returns: (transfer none) (nullable): the coding, where it is among them
 */
CwCoding *
cw_coding_find (GPtrArray *codings, gint64 id)
{
  for (guint i = 0; i < codings->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (codings, i);

      if (coding->id == id)
        return coding;
    }

  return NULL;
}

/**
 * cw_coding_find_by_name:
 * @codings: (element-type CwCoding): codings
 * @name: a name, in whatever case
 *
 * Returns: (transfer none) (nullable): the coding that is called so
 */
CwCoding *
cw_coding_find_by_name (GPtrArray *codings, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < codings->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (codings, i);
      g_autofree char *found = g_utf8_casefold (coding->name, -1);

      if (g_str_equal (found, wanted))
        return coding;
    }

  return NULL;
}

/**
 * cw_settlement_new:
 * @item_id: an item
 * @other_id: another, in whatever order
 * @reason: why it was settled so
 *
 * Returns: (transfer full): a settlement that is in no document
 */
CwSettlement *
cw_settlement_new (gint64 item_id, gint64 other_id, const char *reason)
{
  CwSettlement *self = g_new0 (CwSettlement, 1);

  self->item_id = MIN (item_id, other_id);
  self->other_id = MAX (item_id, other_id);
  self->reason = g_strdup (reason);
  self->author = g_strdup ("");
  self->made = g_strdup ("");

  return self;
}

/**
 * cw_settlement_free:
 * @self: (nullable): a settlement
 */
void
cw_settlement_free (CwSettlement *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self->author);
  g_free (self->made);
  g_free (self);
}
