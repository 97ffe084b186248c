/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-pages-private.h"

#include <glib/gi18n-lib.h>

/* What stands on the pages, in its order: the same as on a web page. */

static void
add (GArray *blocks, CwBlockKind kind, gconstpointer data, guint index)
{
  CwBlock block = { kind, data, index };

  g_array_append_val (blocks, block);
}

static void
add_facts (GArray *blocks, GArray *facts, gboolean apart)
{
  for (guint i = 0; i < facts->len; i++)
    add (blocks, CW_BLOCK_FACT, &g_array_index (facts, CwPublicationFact, i), apart && i == 0);
}

static void
add_table (GArray *blocks, const CwPublication *publication)
{
  if (publication->groups->len == 0)
    {
      add (blocks, CW_BLOCK_WORDS, _ ("There is no correspondence to show."), 0);
      return;
    }

  add (blocks, CW_BLOCK_CAPTION, NULL, 0);
  for (guint i = 0; i < publication->groups->len; i++)
    {
      const CwPublicationGroup *group = g_ptr_array_index (publication->groups, i);

      add (blocks, CW_BLOCK_GROUP, group, i);
      for (guint j = 0; j < group->entries->len; j++)
        add (blocks, CW_BLOCK_ENTRY, g_ptr_array_index (group->entries, j), j);
    }
}

static void
add_meanings (GArray *blocks, const CwPublication *publication)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      if (!publication->relations[i])
        continue;
      if (!begun)
        add (blocks, CW_BLOCK_HEADING, _ ("What the relations mean"), 0);
      begun = TRUE;
      add (blocks, CW_BLOCK_MEANING, NULL, i);
    }
}

/* Returns: (transfer full) (element-type CwBlock): what stands on the pages */
GArray *
_cw_pages_list_blocks (const CwPublication *publication)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (CwBlock));

  if (*publication->title.text != '\0')
    add (blocks, CW_BLOCK_TITLE, &publication->title, 0);
  for (guint i = 0; i < publication->caveats->len; i++)
    add (blocks, CW_BLOCK_CAVEAT, &g_array_index (publication->caveats, CwPublicationText, i), i);
  add_facts (blocks, publication->about, TRUE);
  add_table (blocks, publication);
  add_meanings (blocks, publication);
  if (publication->notes->len > 0)
    add (blocks, CW_BLOCK_HEADING, _ ("Notes"), 0);
  for (guint i = 0; i < publication->notes->len; i++)
    add (blocks, CW_BLOCK_NOTE, g_ptr_array_index (publication->notes, i), i);
  add (blocks, CW_BLOCK_HEADING, _ ("The lists"), 0);
  for (guint i = 0; i < publication->cards->len; i++)
    {
      const CwPublicationCard *card = g_ptr_array_index (publication->cards, i);

      add (blocks, CW_BLOCK_CARD, &card->heading, i);
      add_facts (blocks, card->facts, FALSE);
    }

  return blocks;
}
