/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-builder.h"

#include "model/date.h"
#include "model/language.h"
#include "model/list-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CwListBuilder
{
  CwListParts parts;
  GArray *path; /* guint: index of the last item on each level */
  GError *error;
};

G_DEFINE_QUARK (cw - list - error - quark, cw_list_error)

/**
 * cw_list_builder_new:
 * @id: the list's row in the document, 0 where it is not in one
 * @card: (transfer full): the list's card
 *
 * Returns: (transfer full): a builder for one list
 */
CwListBuilder *
cw_list_builder_new (gint64 id, CwListCard *card)
{
  CwListBuilder *self = g_new0 (CwListBuilder, 1);

  self->parts.id = id;
  self->parts.card = card;
  self->parts.items = g_array_new (FALSE, TRUE, sizeof (CwItem));
  self->parts.labels = g_array_new (FALSE, FALSE, sizeof (CwLabel));
  self->parts.figures = g_array_new (FALSE, FALSE, sizeof (CwFigures));
  self->parts.strings = g_string_chunk_new (4096);
  self->parts.by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->path = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * cw_list_builder_free:
 * @self: (nullable): a builder
 */
void
cw_list_builder_free (CwListBuilder *self)
{
  if (self == NULL)
    return;

  _cw_list_parts_clear (&self->parts);
  g_array_unref (self->path);
  g_clear_error (&self->error);
  g_free (self);
}

static void
  G_GNUC_PRINTF (3, 4) set_error (CwListBuilder *self, CwListError code, const char *format, ...)
{
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  self->error = g_error_new_valist (CW_LIST_ERROR, code, format, args);
  va_end (args);
}

static CwItem *
last_item (CwListBuilder *self)
{
  if (self->parts.items->len == 0)
    return NULL;

  return &g_array_index (self->parts.items, CwItem, self->parts.items->len - 1);
}

/**
 * cw_list_builder_add_item:
 * @self: a builder
 * @id: the item's row in the document, 0 where it is not in one
 * @depth: 0 for the first level; at most one more than that of the item before
 * @code: the item's code, unique in the list
 * @group: (nullable): part of the list it belongs to
 * @verified: whether its official wording was checked
 *
 * Adds an item after the last one. What is wrong is reported by cw_list_builder_end().
 */
void
cw_list_builder_add_item (CwListBuilder *self,
                          gint64 id,
                          guint depth,
                          const char *code,
                          const char *group,
                          gboolean verified)
{
  guint index = self->parts.items->len;
  CwItem item = { 0 };

  g_return_if_fail (depth <= self->path->len);

  if (*code == '\0')
    set_error (self, CW_LIST_ERROR_CODE, _ ("An item has no code"));

  item.id = id;
  item.index = index;
  item.depth = depth;
  item.code = g_string_chunk_insert (self->parts.strings, code);
  item.group = group != NULL ? g_string_chunk_insert_const (self->parts.strings, group) : NULL;
  item.verified = verified;
  item.labels = GSIZE_TO_POINTER (self->parts.labels->len);
  if (depth > 0)
    item.parent = GSIZE_TO_POINTER (g_array_index (self->path, guint, depth - 1) + 1);

  if (!g_hash_table_insert (self->parts.by_code, (char *) item.code, GUINT_TO_POINTER (index + 1)))
    set_error (self, CW_LIST_ERROR_CODE,
               /* Translators: %s is the code of an item of a list */
               _ ("The code “%s” stands twice"), code);

  g_array_append_val (self->parts.items, item);
  g_array_set_size (self->path, depth);
  g_array_append_val (self->path, index);
}

/**
 * cw_list_builder_set_figures:
 * @self: a builder
 * @figures: what a census says of the item added last; copied
 */
void
cw_list_builder_set_figures (CwListBuilder *self, const CwFigures *figures)
{
  CwItem *item = last_item (self);
  CwFigures copy = *figures;

  g_return_if_fail (item != NULL);

  copy.share_of = g_string_chunk_insert_const (self->parts.strings, figures->share_of);
  copy.unit = g_string_chunk_insert_const (self->parts.strings, figures->unit);
  g_array_append_val (self->parts.figures, copy);
  item->figures = GSIZE_TO_POINTER (self->parts.figures->len);
}

/**
 * cw_list_builder_set_note:
 * @self: a builder
 * @note: (nullable): remarks on the item added last
 */
void
cw_list_builder_set_note (CwListBuilder *self, const char *note)
{
  CwItem *item = last_item (self);

  g_return_if_fail (item != NULL);

  item->note =
    note != NULL && *note != '\0' ? g_string_chunk_insert (self->parts.strings, note) : NULL;
}

/**
 * cw_list_builder_set_iri:
 * @self: a builder
 * @iri: (nullable): an IRI of its own for the item added last
 */
void
cw_list_builder_set_iri (CwListBuilder *self, const char *iri)
{
  CwItem *item = last_item (self);

  g_return_if_fail (item != NULL);

  item->iri = iri != NULL && *iri != '\0' ? g_string_chunk_insert (self->parts.strings, iri) : NULL;
}

/**
 * cw_list_builder_add_label:
 * @self: a builder
 * @language: a BCP 47 language tag
 * @text: the wording, UTF-8
 * @kind: preferred or alternative
 * @origin: whose words
 *
 * Gives the item added last a label. Its labels keep the order in which they come.
 */
void
cw_list_builder_add_label (CwListBuilder *self,
                           const char *language,
                           const char *text,
                           CwLabelKind kind,
                           CwLabelOrigin origin)
{
  CwItem *item = last_item (self);
  CwLabel label = { 0 };

  g_return_if_fail (item != NULL);

  if (*text == '\0')
    set_error (self, CW_LIST_ERROR_LABEL,
               /* Translators: the first %s is an item's code, the second a language tag */
               _ ("Item “%s” has an empty label in “%s”"), item->code, language);
  if (!cw_language_is_valid (language))
    set_error (self, CW_LIST_ERROR_LABEL,
               /* Translators: the first %s is an item's code, the second a language tag */
               _ ("Item “%s” has a label in “%s”, which is no language tag"), item->code, language);

  label.language = g_intern_string (language);
  label.text = g_string_chunk_insert (self->parts.strings, text);
  label.kind = kind;
  label.origin = origin;
  g_array_append_val (self->parts.labels, label);
  item->n_labels++;
}

static void
check_card (CwListBuilder *self)
{
  const CwListCard *card = self->parts.card;

  if (card->key == NULL || *card->key == '\0')
    set_error (self, CW_LIST_ERROR_CARD, _ ("The list has no id"));
  else if (card->jurisdiction == NULL || strlen (card->jurisdiction) != 2)
    set_error (self, CW_LIST_ERROR_CARD, _ ("The list “%s” has no jurisdiction of two letters"),
               card->key);
  else if (!cw_date_is_valid (card->issued))
    set_error (self, CW_LIST_ERROR_CARD,
               _ ("The list “%s” has no date of issue in the form YYYY-MM-DD"), card->key);
  else if (!cw_language_is_valid (card->official_language))
    set_error (self, CW_LIST_ERROR_CARD, _ ("The list “%s” has no official language"), card->key);
  else if (cw_text_get_n_languages (card->short_title) == 0 ||
           cw_text_get_n_languages (card->title) == 0)
    set_error (self, CW_LIST_ERROR_CARD, _ ("The list “%s” has no title"), card->key);
}

/**
 * cw_list_builder_end:
 * @self: a builder; only to be freed afterwards
 * @error: return location
 *
 * Checks the whole and makes the list.
 *
 * Returns: (transfer full): the list, or %NULL with a #CwListError
 */
CwList *
cw_list_builder_end (CwListBuilder *self, GError **error)
{
  check_card (self);
  for (guint i = 0; i < self->parts.items->len; i++)
    {
      const CwItem *item = &g_array_index (self->parts.items, CwItem, i);

      if (item->n_labels == 0)
        set_error (self, CW_LIST_ERROR_LABEL, _ ("Item “%s” has no label"), item->code);
    }

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  return _cw_list_new_take (&self->parts);
}
