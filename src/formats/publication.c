/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication.h"

#include "formats/number.h"
#include "formats/publication-card.h"
#include "formats/publication-note.h"
#include "formats/publication-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
cell_clear (CwPublicationCell *cell)
{
  cw_publication_text_clear (&cell->list);
  g_free (cell->code);
  g_array_unref (cell->texts);
}

static void
entry_free (gpointer data)
{
  CwPublicationEntry *entry = data;

  cell_clear (&entry->left);
  cell_clear (&entry->right);
  g_free (entry->confidence);
  cw_publication_note_free (entry->note);
  g_free (entry);
}

static void
group_free (gpointer data)
{
  CwPublicationGroup *group = data;

  cell_clear (&group->heading);
  g_ptr_array_unref (group->entries);
  g_free (group);
}

/* The catalogue of the user's language says in its header which it is; without one the words are
 * English. */
static const char *
find_language (void)
{
  const char *header = g_dgettext (GETTEXT_PACKAGE, "");
  const char *field = strstr (header, "Language: ");
  g_autofree char *tag = NULL;

  if (field == NULL)
    return "en";

  field += strlen ("Language: ");
  tag = g_strndup (field, strcspn (field, "@.\n"));
  g_strdelimit (tag, "_", '-');

  return *tag != '\0' ? g_intern_string (tag) : "en";
}

static GArray *
list_caveats (const CwConcordanceHead *head)
{
  GArray *caveats = cw_publication_texts_new ();
  const char *notice = head->notice;
  const char *translated;

  cw_publication_texts_add (
    caveats, NULL,
    _ ("The correspondences are editorial judgements. They rank no country and claim no legal "
       "equivalence."));
  if (notice == NULL || *notice == '\0')
    return caveats;

  /* The notice of the starter mapping is kept in English; what a user wrote is in any language. */
  translated = g_dgettext (GETTEXT_PACKAGE, notice);
  cw_publication_texts_add_lines (caveats, translated != notice ? NULL : "", translated);

  return caveats;
}

/**
 * cw_publication_new:
 * @head: what the file says of its whole table; borrowed until cw_publication_end()
 *
 * Returns: (transfer full): a publication without rows
 */
CwPublication *
cw_publication_new (const CwConcordanceHead *head)
{
  CwPublication *self = g_new0 (CwPublication, 1);

  self->language = find_language ();
  cw_publication_text_init (&self->title, "", head->title);
  self->caveats = list_caveats (head);
  self->left_titles = cw_publication_texts_new ();
  self->right_titles = cw_publication_texts_new ();
  self->about = cw_publication_facts_new ();
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->notes = g_ptr_array_new ();
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_publication_card_free);
  self->head = head;
  self->groups_by_key = g_hash_table_new (NULL, NULL);
  self->left_lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->right_lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->authors = g_ptr_array_new_with_free_func (g_free);
  self->reviewers = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * cw_publication_free:
 * @self: (nullable): a publication
 */
void
cw_publication_free (CwPublication *self)
{
  if (self == NULL)
    return;

  cw_publication_text_clear (&self->title);
  g_array_unref (self->caveats);
  g_array_unref (self->left_titles);
  g_array_unref (self->right_titles);
  g_array_unref (self->about);
  g_free (self->modified);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->cards);
  g_hash_table_unref (self->groups_by_key);
  g_ptr_array_unref (self->left_lists);
  g_ptr_array_unref (self->right_lists);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->reviewers);
  g_free (self);
}

static void
add_labels (const CwPublication *self, const CwItem *item, GArray *texts)
{
  const char *const *languages = self->head->languages;
  const CwLabel *label = cw_item_choose_label (item, languages);

  if (label != NULL)
    cw_publication_texts_add (texts, label->language, label->text);
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      label = cw_item_get_label (item, languages[i]);
      if (label != NULL)
        cw_publication_texts_add (texts, label->language, label->text);
    }
}

static void
set_list (const CwPublication *self, CwPublicationCell *cell, CwList *list)
{
  const char *title = cw_list_get_short_title (list, self->head->languages);

  cw_publication_text_init (&cell->list,
                            cw_publication_find_language (cw_list_get_card (list)->short_title,
                                                          title),
                            title);
}

/* An item, or the list in which there is none, or nothing. */
static void
fill_cell (const CwPublication *self, CwPublicationCell *cell, const CwItem *item, CwList *list)
{
  cell->texts = cw_publication_texts_new ();
  if (item != NULL)
    {
      CwPublicationText code;

      cw_publication_text_init (&code, NULL, item->code);
      cell->code = code.text;
      set_list (self, cell, item->list);
      add_labels (self, item, cell->texts);
    }
  else if (list != NULL)
    cw_publication_texts_add_title (cell->texts, list, self->head->languages);
}

static void
add_fact (GArray *facts, const char *name, CwPublicationFactKind kind, const char *string)
{
  /* Whoever wrote it did not say in which language. */
  cw_publication_facts_add (facts, name, kind, "", string);
}

static const char *
choose_phrase (const CwConcordanceRow *row)
{
  if (row->mapping == NULL)
    return C_ ("relation phrase", "is still open");
  if (row->relation == CW_RELATION_NONE && row->left == NULL)
    /* Translators: stands between the name of a list and an item of another list */
    return C_ ("relation phrase", "has no counterpart for");

  return cw_relation_get_phrase (row->relation, row->mapping->negated);
}

static void
fill_judgement (CwPublication *self, CwPublicationEntry *entry, const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;

  entry->relation = row->relation;
  entry->negated = mapping->negated;
  if (row->relation == CW_RELATION_NONE && mapping->absence != CW_ABSENCE_UNSTATED &&
      cw_publication_wants (self->head, "absence_reason"))
    entry->remark = cw_absence_get_name (mapping->absence);
  if (mapping->confidence >= 0 && cw_publication_wants (self->head, "confidence"))
    {
      g_autoptr (GString) number = g_string_new (NULL);

      cw_number_append (number, mapping->confidence);
      entry->confidence = g_string_free (g_steal_pointer (&number), FALSE);
      self->has_confidence = TRUE;
    }
  entry->note = cw_publication_note_new (self->head, row);
  self->relations[row->relation] = TRUE;
  if (!cw_publication_wants (self->head, "status"))
    return;

  entry->status = cw_status_get_name (mapping->status);
  self->statuses |= 1u << mapping->status;
}

/* What all items below one item of the first level have in common. Items that have nothing below
 * them would each be a group of one: where the list says that they belong together, or has only one
 * level, they are one group. */
static gconstpointer
find_key (const CwItem *root)
{
  const CwItem *first = root;

  if (root->n_descendants > 0)
    return root;
  if (root->group == NULL)
    return cw_list_get_n_levels (root->list) > 1 ? (gconstpointer) root : root->list;

  for (guint i = 0; i < root->index; i += first->n_descendants + 1)
    {
      first = cw_list_get_item (root->list, i);
      if (first->n_descendants == 0 && g_strcmp0 (first->group, root->group) == 0)
        return &first->group;
    }

  return &root->group;
}

static guint
place_list (GPtrArray *lists, CwList *list)
{
  guint place;

  return g_ptr_array_find (lists, list, &place) ? place : lists->len;
}

/* Groups of the right side stand after all of the left. */
static CwPublicationGroup *
add_group (CwPublication *self, const CwItem *root, gboolean on_right, gconstpointer key)
{
  CwPublicationGroup *group = g_new0 (CwPublicationGroup, 1);
  CwPublicationCell *heading = &group->heading;

  group->entries = g_ptr_array_new_with_free_func (entry_free);
  group->list = on_right ? self->head->left->len + 1 + place_list (self->head->right, root->list)
                         : place_list (self->head->left, root->list);
  group->index = on_right ? 0 : root->index;
  if (key == root && !on_right)
    fill_cell (self, heading, root, NULL);
  else
    fill_cell (self, heading, NULL, root->list);
  if (on_right)
    cw_publication_texts_add (heading->texts, NULL, _ ("Further items of the list on the right"));
  else if (key != root && root->group != NULL)
    cw_publication_texts_add (heading->texts, "", root->group);
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->groups_by_key, (gpointer) key, group);

  return group;
}

static CwPublicationGroup *
get_group (CwPublication *self, const CwConcordanceRow *row)
{
  gboolean on_right = row->left == NULL;
  const CwItem *root = on_right ? row->right : row->left;
  CwPublicationGroup *group;
  gconstpointer key;

  while (root->parent != NULL)
    root = root->parent;
  /* The card is another pointer than the list, for a list that stands on both sides. */
  key = on_right ? (gconstpointer) cw_list_get_card (root->list) : find_key (root);
  group = g_hash_table_lookup (self->groups_by_key, key);
  if (group == NULL)
    return add_group (self, root, on_right, key);

  if (!on_right)
    group->index = MIN (group->index, root->index);
  return group;
}

static void
name_list (GPtrArray *lists, CwList *list)
{
  if (list != NULL && !g_ptr_array_find (lists, list, NULL))
    g_ptr_array_add (lists, g_object_ref (list));
}

static void
name_person (GPtrArray *names, const char *name)
{
  if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* Times of ISO 8601 in UTC sort as text. */
static void
look_at_mapping (CwPublication *self, const CwMapping *mapping)
{
  if (cw_publication_wants (self->head, "author"))
    name_person (self->authors, mapping->author);
  if (cw_publication_wants (self->head, "reviewer"))
    name_person (self->reviewers, mapping->reviewer);
  if (*mapping->modified != '\0' && g_strcmp0 (mapping->modified, self->modified) > 0)
    {
      g_free (self->modified);
      self->modified = g_strdup (mapping->modified);
    }
}

/**
 * cw_publication_add_row:
 * @self: a publication
 * @row: a row; what is needed of it is kept
 *
 * Adds a row to the group it belongs to.
 */
void
cw_publication_add_row (CwPublication *self, const CwConcordanceRow *row)
{
  CwPublicationEntry *entry = g_new0 (CwPublicationEntry, 1);

  name_list (self->left_lists, row->left_list);
  name_list (self->right_lists, row->right_list);
  fill_cell (self, &entry->left, row->left, row->left_list);
  fill_cell (self, &entry->right, row->right, row->right_list);
  entry->place = row->left != NULL ? row->left : row->right;
  entry->open = row->mapping == NULL;
  entry->phrase = choose_phrase (row);
  if (row->mapping != NULL)
    {
      fill_judgement (self, entry, row);
      look_at_mapping (self, row->mapping);
    }
  g_ptr_array_add (get_group (self, row)->entries, entry);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const CwPublicationGroup *first = *(const CwPublicationGroup *const *) a;
  const CwPublicationGroup *second = *(const CwPublicationGroup *const *) b;

  if (first->list != second->list)
    return first->list < second->list ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  guint first = (*(const CwPublicationEntry *const *) a)->place->index;
  guint second = (*(const CwPublicationEntry *const *) b)->place->index;

  return (first > second) - (first < second);
}

static void
number_note (CwPublication *self, CwPublicationNote *note)
{
  if (note == NULL)
    return;

  g_ptr_array_add (self->notes, note);
  note->number = self->notes->len;
}

/* Rows stay in the order in which they came where they are about the same item. */
static void
order_group (CwPublication *self, CwPublicationGroup *group)
{
  CwPublicationEntry *first = NULL;

  g_ptr_array_sort (group->entries, compare_entries);
  for (guint i = 0; i < group->entries->len; i++)
    {
      CwPublicationEntry *entry = g_ptr_array_index (group->entries, i);

      if (first == NULL || first->place != entry->place || entry->left.code == NULL)
        first = entry;
      first->n_rows++;
      number_note (self, entry->note);
      if (self->right_lists->len <= 1)
        cw_publication_text_clear (&entry->right.list);
      cw_publication_text_clear (&entry->left.list);
    }
  if (self->left_lists->len <= 1)
    cw_publication_text_clear (&group->heading.list);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_names (CwPublication *self, const char *name, GPtrArray *names)
{
  g_autofree char *joined = NULL;

  if (names->len == 0)
    return;

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  add_fact (self->about, name, CW_PUBLICATION_WORDS, joined);
}

/* A status that all rows have is said once. */
static void
describe (CwPublication *self)
{
  self->has_status = (self->statuses & (self->statuses - 1)) != 0;
  add_fact (self->about, _ ("Coding"), CW_PUBLICATION_WORDS, self->head->coding);
  if (self->statuses != 0 && !self->has_status)
    cw_publication_facts_add (self->about, _ ("Status of all rows"), CW_PUBLICATION_WORDS, NULL,
                              cw_status_get_name (g_bit_nth_lsf (self->statuses, -1)));
  add_names (self, _ ("Judged by"), self->authors);
  add_names (self, _ ("Reviewed by"), self->reviewers);
}

/* The named lists in the order of the head, then those that it does not have; all of the head's
 * where no row names one. */
static GPtrArray *
order_lists (GPtrArray *head, GPtrArray *named)
{
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint i = 0; i < head->len; i++)
    {
      CwList *list = g_ptr_array_index (head, i);

      if (named->len == 0 || g_ptr_array_find (named, list, NULL))
        g_ptr_array_add (ordered, list);
    }
  for (guint i = 0; i < named->len; i++)
    {
      CwList *list = g_ptr_array_index (named, i);

      if (!g_ptr_array_find (ordered, list, NULL))
        g_ptr_array_add (ordered, list);
    }

  return ordered;
}

static void
add_title (CwPublication *self, GArray *titles, CwList *list)
{
  const CwText *title = cw_list_get_card (list)->short_title;
  const char *chosen = cw_text_choose (title, self->head->languages);

  cw_publication_texts_add (titles, cw_publication_find_language (title, chosen), chosen);
}

static void
describe_lists (CwPublication *self)
{
  g_autoptr (GPtrArray) left = order_lists (self->head->left, self->left_lists);
  g_autoptr (GPtrArray) right = order_lists (self->head->right, self->right_lists);

  for (guint i = 0; i < left->len; i++)
    {
      CwList *list = g_ptr_array_index (left, i);

      add_title (self, self->left_titles, list);
      g_ptr_array_add (self->cards, cw_publication_card_new (list, self->head->languages));
    }
  for (guint i = 0; i < right->len; i++)
    {
      CwList *list = g_ptr_array_index (right, i);

      add_title (self, self->right_titles, list);
      if (!g_ptr_array_find (left, list, NULL))
        g_ptr_array_add (self->cards, cw_publication_card_new (list, self->head->languages));
    }
}

/**
 * cw_publication_end:
 * @self: a publication that has all its rows
 *
 * Puts groups and rows in the order of the lists, numbers the footnotes and writes the cards of the
 * lists. A publication is rendered only after this.
 */
void
cw_publication_end (CwPublication *self)
{
  g_ptr_array_sort (self->groups, compare_groups);
  for (guint i = 0; i < self->groups->len; i++)
    order_group (self, g_ptr_array_index (self->groups, i));
  describe (self);
  describe_lists (self);
}

/**
 * cw_publication_get_n_columns:
 * @self: a publication
 *
 * Returns: how many columns its table has: left, relation, right, and what there is of confidence
 *   and status
 */
guint
cw_publication_get_n_columns (const CwPublication *self)
{
  return 3 + (self->has_confidence ? 1 : 0) + (self->has_status ? 1 : 0);
}

/**
 * cw_publication_get_meaning:
 * @relation: a relation
 *
 * Returns: (transfer none): what it is taken to mean, in the user's language
 */
const char *
cw_publication_get_meaning (CwRelation relation)
{
  static const char *const meanings[CW_N_RELATIONS] = {
    [CW_RELATION_NONE] = N_ ("No counterpart was found in the list"),
    [CW_RELATION_EXACT] = N_ ("The same thing with the same scope"),
    [CW_RELATION_CLOSE] = N_ ("Nearly the same scope, with small differences on either side"),
    [CW_RELATION_BROAD] = N_ ("The item on the left is one part of the item on the right"),
    [CW_RELATION_NARROW] = N_ ("The item on the right is one part of the item on the left"),
    [CW_RELATION_OVERLAP] = N_ ("They share a part, and each has more besides"),
    [CW_RELATION_RELATED] = N_ ("Associated as input, means or purpose, with no shared part"),
  };

  g_return_val_if_fail (relation < CW_N_RELATIONS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, meanings[relation]);
}
