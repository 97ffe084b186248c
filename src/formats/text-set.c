/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/text-set.h"

#include <string.h>

/* Open addressing with linear probing (Knuth, “The Art of Computer Programming” 3, 6.4, algorithm
 * L), at most half full. Zero marks what is free. */
struct _CwTextSet
{
  guint64 *slots;
  guint n_slots; /* a power of 2 */
  guint n_used;
};

#define FIRST_SIZE 1024

/**
 * cw_text_set_new:
 *
 * Returns: (transfer full): an empty set
 */
CwTextSet *
cw_text_set_new (void)
{
  CwTextSet *self = g_new0 (CwTextSet, 1);

  self->n_slots = FIRST_SIZE;
  self->slots = g_new0 (guint64, self->n_slots);

  return self;
}

/**
 * cw_text_set_free:
 * @self: (nullable): a set
 */
void
cw_text_set_free (CwTextSet *self)
{
  if (self == NULL)
    return;

  g_free (self->slots);
  g_free (self);
}

/* Whether @hash was put; %FALSE where it is there. */
static gboolean
put (guint64 *slots, guint n_slots, guint64 hash)
{
  guint place = (guint) (hash ^ (hash >> 32)) & (n_slots - 1);

  while (slots[place] != 0)
    {
      if (slots[place] == hash)
        return FALSE;
      place = (place + 1) & (n_slots - 1);
    }
  slots[place] = hash;

  return TRUE;
}

static void
grow (CwTextSet *self)
{
  guint n_slots = self->n_slots * 2;
  guint64 *slots = g_new0 (guint64, n_slots);

  for (guint i = 0; i < self->n_slots; i++)
    {
      if (self->slots[i] != 0)
        put (slots, n_slots, self->slots[i]);
    }
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

/**
 * cw_text_set_is_full:
 * @self: a set
 *
 * Returns: whether it takes no more texts
 */
gboolean
cw_text_set_is_full (const CwTextSet *self)
{
  return self->n_used >= CW_TEXT_SET_LIMIT;
}

/**
 * cw_text_set_add:
 * @self: a set
 * @hash: of a text, see cw_text_hash()
 *
 * Returns: whether the text is a new one; also where the set is full
 */
gboolean
cw_text_set_add (CwTextSet *self, guint64 hash)
{
  if (cw_text_set_is_full (self))
    return TRUE;

  if (self->n_used * 2 >= self->n_slots)
    grow (self);
  if (!put (self->slots, self->n_slots, MAX (hash, 1)))
    return FALSE;
  self->n_used++;

  return TRUE;
}

/**
 * cw_text_hash:
 * @hash: that of what stands before, or %CW_TEXT_HASH_START
 * @text: a text
 *
 * Returns: the hash of both with a border between them (FNV-1a, 64 bits)
 */
guint64
cw_text_hash (guint64 hash, const char *text)
{
  const guint64 prime = G_GUINT64_CONSTANT (0x100000001b3);

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * prime;

  return (hash ^ 0xff) * prime;
}
