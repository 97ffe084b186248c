/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-note.h"

#include "formats/publication-text.h"

#include <glib/gi18n-lib.h>

/* What a page may be without: the two items and the relation between them it always says. */
static const char *const columns[] = {
  "confidence",
  "status",
  "absence_reason",
  "rationale",
  "note_shared",
  "note_left",
  "note_right",
  "evidence_citation",
  "evidence_quotation",
  "evidence_url",
  "author",
  "reviewer",
  NULL,
};

/**
 * cw_publication_has_column:
 * @key: the key of a column, see cw_concordance_column_get_key()
 *
 * Returns: whether a page can have it or leave it out
 */
gboolean
cw_publication_has_column (const char *key)
{
  return g_strv_contains (columns, key);
}

/**
 * cw_publication_wants:
 * @head: what the file says of its whole table
 * @key: the key of a column that a page can leave out
 *
 * Returns: whether it stands on the page
 */
gboolean
cw_publication_wants (const CwConcordanceHead *head, const char *key)
{
  return head->columns == NULL || g_strv_contains (head->columns, key);
}

/**
 * cw_publication_note_new:
 * @head: what the file says of its whole table
 * @row: a row with a mapping
 *
 * Returns: (transfer full) (nullable): its footnote, not numbered yet; %NULL where there is nothing
 *   to say
 */
CwPublicationNote *
cw_publication_note_new (const CwConcordanceHead *head, const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;
  const struct
  {
    const char *column;
    const char *name;
    CwPublicationFactKind kind;
    const char *text;
  } facts[] = {
    { "rationale", NULL, CW_PUBLICATION_WORDS, mapping->rationale },
    { "note_shared", _ ("Shared by both"), CW_PUBLICATION_WORDS, mapping->note_shared },
    { "note_left", _ ("Only on the left"), CW_PUBLICATION_WORDS,
      cw_concordance_row_get_left_note (row) },
    { "note_right", _ ("Only on the right"), CW_PUBLICATION_WORDS,
      cw_concordance_row_get_right_note (row) },
    { "evidence_citation", _ ("Evidence"), CW_PUBLICATION_WORDS, mapping->citation },
    { "evidence_quotation", _ ("Quotation"), CW_PUBLICATION_QUOTATION, mapping->quotation },
    { "evidence_url", _ ("Address"), CW_PUBLICATION_ADDRESS, mapping->url },
  };
  CwPublicationNote *self = g_new0 (CwPublicationNote, 1);

  self->facts = cw_publication_facts_new ();
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      /* Whoever wrote it did not say in which language. */
      if (cw_publication_wants (head, facts[i].column))
        cw_publication_facts_add (self->facts, facts[i].name, facts[i].kind, "", facts[i].text);
    }
  if (self->facts->len > 0)
    return self;

  cw_publication_note_free (self);
  return NULL;
}

/**
 * cw_publication_note_free:
 * @self: (nullable): a footnote
 */
void
cw_publication_note_free (CwPublicationNote *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->facts);
  g_free (self);
}
