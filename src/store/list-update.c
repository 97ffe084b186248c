/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-update.h"

#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Writes a changed list over the one that stands in the document: only what is another, so that the
 * journal holds no more than that. */

typedef struct
{
  CwConnection *connection;
  CwList *before;
  CwListDraft *after;
  GHashTable *kept; /* gint64 id → CwItem of @before */
  gboolean changed;
} Update;

static gboolean
run (Update *self, const char *sql, gint64 id, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  self->changed = TRUE;
  cw_statement_bind (statement, "i", id);

  return cw_statement_run (statement, error);
}

static gboolean
write_text (Update *self, const char *field, const CwText *text, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    self->connection,
    "INSERT INTO list_text (list_id, field, language, text) VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    {
      const char *language = cw_text_get_language (text, i);

      cw_statement_bind (statement, "isss", self->after->id, field, language,
                         cw_text_get (text, language));
      if (!cw_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
update_card (Update *self, GError **error)
{
  const CwListCard *card = self->after->card;
  g_autoptr (CwStatement) statement = NULL;

  if (cw_list_card_equal (cw_list_get_card (self->before), card))
    return TRUE;

  statement = cw_statement_new (
    self->connection,
    "UPDATE list SET key = ?2, jurisdiction = ?3, issued = ?4, citation = coalesce (?5, ''), "
    "document_number = coalesce (?6, ''), url = coalesce (?7, ''), supersedes = ?8, "
    "official_language = ?9, notes = coalesce (?10, ''), verification = coalesce (?11, ''), "
    "shipped = ?12, purpose = coalesce (?13, ''), legal_force = coalesce (?14, ''), "
    "iri = coalesce (?15, ''), declined = coalesce (?16, '') WHERE id = ?1",
    error);
  if (statement == NULL)
    return FALSE;

  self->changed = TRUE;
  cw_statement_bind (statement, "issssssssssissss", self->after->id, card->key, card->jurisdiction,
                     card->issued, card->citation, card->document_number, card->url,
                     card->supersedes, card->official_language, card->notes, card->verification,
                     (gint64) card->shipped, card->purpose, card->legal_force, card->iri,
                     card->declined);

  return cw_statement_run (statement, error) &&
         run (self, "DELETE FROM list_text WHERE list_id = ?1", self->after->id, error) &&
         write_text (self, "short_title", card->short_title, error) &&
         write_text (self, "title", card->title, error) &&
         write_text (self, "issuer", card->issuer, error);
}

/* What named the item has to be gone, or name another, by the end of the step. */
static gboolean
delete_item (Update *self, gint64 id, GError **error)
{
  return run (self, "DELETE FROM label WHERE item_id = ?1", id, error) &&
         run (self, "DELETE FROM figure WHERE item_id = ?1", id, error) &&
         run (self, "DELETE FROM item WHERE id = ?1", id, error);
}

/* Takes out what is not kept. */
static gboolean
delete_gone (Update *self, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < cw_list_draft_get_n_items (self->after); i++)
    g_hash_table_add (wanted, &cw_list_draft_get_item (self->after, i)->id);

  for (guint i = 0; i < cw_list_get_n_items (self->before); i++)
    {
      const CwItem *item = cw_list_get_item (self->before, i);

      if (g_hash_table_contains (wanted, &item->id))
        g_hash_table_insert (self->kept, (gpointer) &item->id, (gpointer) item);
      else if (!delete_item (self, item->id, error))
        return FALSE;
    }

  return TRUE;
}

/* Codes may go round among the items of a list, and each may be there only once at any time. */
static gboolean
clear_codes (Update *self, GError **error)
{
  for (guint i = 0; i < cw_list_draft_get_n_items (self->after); i++)
    {
      const CwDraftItem *item = cw_list_draft_get_item (self->after, i);
      const CwItem *old = g_hash_table_lookup (self->kept, &item->id);

      if (old != NULL && !g_str_equal (old->code, item->code) &&
          !run (self, "UPDATE item SET code = char (10) || id WHERE id = ?1", item->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_label (const CwLabel *a, const CwDraftLabel *b)
{
  return a->language == b->language && a->kind == b->kind && a->origin == b->origin &&
         g_str_equal (a->text, b->text);
}

/* Labels keep the order of their rows: from the first that is another on they are written anew. */
static gboolean
write_labels (Update *self, const CwDraftItem *item, const CwItem *old, GError **error)
{
  g_autoptr (CwStatement) statement = NULL;
  guint n_old = old != NULL ? old->n_labels : 0;
  guint same = 0;

  while (same < n_old && same < item->labels->len &&
         is_same_label (&old->labels[same], cw_draft_item_get_label (item, same)))
    same++;
  if (same == n_old && same == item->labels->len)
    return TRUE;

  self->changed = TRUE;
  statement = cw_statement_new (self->connection,
                                "DELETE FROM label WHERE item_id = ?1 AND id IN (SELECT id FROM "
                                "label WHERE item_id = ?1 ORDER BY id LIMIT -1 OFFSET ?2)",
                                error);
  if (statement == NULL)
    return FALSE;
  cw_statement_bind (statement, "ii", item->id, (gint64) same);
  if (!cw_statement_run (statement, error))
    return FALSE;

  g_clear_pointer (&statement, cw_statement_free);
  statement = cw_statement_new (
    self->connection,
    "INSERT INTO label (item_id, language, text, kind, origin) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = same; i < item->labels->len; i++)
    {
      const CwDraftLabel *label = cw_draft_item_get_label (item, i);

      cw_statement_bind (statement, "issss", item->id, label->language, label->text,
                         cw_label_kind_to_key (label->kind),
                         cw_label_origin_to_key (label->origin));
      if (!cw_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_figures (const CwFigures *a, const CwFigures *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->enterprises == b->enterprises && !(a->share_percent < b->share_percent) &&
         !(a->share_percent > b->share_percent) && g_str_equal (a->share_of, b->share_of) &&
         g_str_equal (a->unit, b->unit);
}

static gboolean
write_figures (Update *self, const CwDraftItem *item, const CwItem *old, GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (is_same_figures (old != NULL ? old->figures : NULL, item->figures))
    return TRUE;
  if (!run (self, "DELETE FROM figure WHERE item_id = ?1", item->id, error))
    return FALSE;
  if (item->figures == NULL)
    return TRUE;

  statement = cw_statement_new (self->connection,
                                "INSERT INTO figure (item_id, enterprises, share_percent, "
                                "share_of, unit) VALUES (?1, ?2, ?3, ?4, ?5)",
                                error);
  if (statement == NULL)
    return FALSE;
  cw_statement_bind (statement, "iidss", item->id, item->figures->enterprises,
                     item->figures->share_percent, item->figures->share_of, item->figures->unit);

  return cw_statement_run (statement, error);
}

static gboolean
is_same_item (const CwItem *old, const CwDraftItem *item, gint64 parent_id, guint position)
{
  return (old->parent != NULL ? old->parent->id : 0) == parent_id && old->index == position &&
         g_str_equal (old->code, item->code) && g_strcmp0 (old->group, item->group) == 0 &&
         !old->verified == !item->verified &&
         g_str_equal (old->note != NULL ? old->note : "", item->note) &&
         g_str_equal (old->iri != NULL ? old->iri : "", item->iri);
}

static gboolean
write_item (Update *self,
            CwStatement *insert,
            CwStatement *update,
            guint position,
            gint64 parent_id,
            GError **error)
{
  CwDraftItem *item = cw_list_draft_get_item (self->after, position);
  const CwItem *old = g_hash_table_lookup (self->kept, &item->id);
  CwStatement *statement = old == NULL ? insert : update;

  if (old == NULL || !is_same_item (old, item, parent_id, position))
    {
      self->changed = TRUE;
      cw_statement_bind (statement, "iiississi", self->after->id, parent_id, (gint64) position,
                         item->code, item->group, (gint64) (item->verified ? 1 : 0), item->note,
                         item->iri, item->id);
      if (!cw_statement_run (statement, error))
        return FALSE;
      if (old == NULL)
        item->id = sqlite3_last_insert_rowid (self->connection->db);
    }

  return write_labels (self, item, old, error) && write_figures (self, item, old, error);
}

static gboolean
write_items (Update *self, GError **error)
{
  g_autoptr (CwStatement) insert =
    cw_statement_new (self->connection,
                      "INSERT INTO item (list_id, parent_id, position, code, item_group, verified, "
                      "note, iri) VALUES (?1, nullif (?2, 0), ?3, ?4, ?5, ?6, ?7, ?8) "
                      "RETURNING ?9",
                      error);
  g_autoptr (CwStatement) update =
    insert != NULL
      ? cw_statement_new (self->connection,
                          "UPDATE item SET (list_id, parent_id, position, code, item_group, "
                          "verified, note, iri) = (?1, nullif (?2, 0), ?3, ?4, ?5, ?6, ?7, ?8) "
                          "WHERE id = ?9",
                          error)
      : NULL;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (update == NULL)
    return FALSE;

  for (guint i = 0; i < cw_list_draft_get_n_items (self->after); i++)
    {
      CwDraftItem *item = cw_list_draft_get_item (self->after, i);
      gint64 parent_id = item->depth > 0 ? g_array_index (path, gint64, item->depth - 1) : 0;

      if (!write_item (self, insert, update, i, parent_id, error))
        return FALSE;
      g_array_set_size (path, item->depth);
      g_array_append_val (path, item->id);
    }

  return TRUE;
}

/**
 * cw_list_update:
 * @connection: the writer, with a step open
 * @before: the list as it stands in the document
 * @after: the same list as it shall be; items without an id get one
 * @changed: (inout): set where anything is another
 * @error: return location
 *
 * What is said of items that go must go in the same step, or be said of others.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_list_update (CwConnection *connection,
                CwList *before,
                CwListDraft *after,
                gboolean *changed,
                GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  Update self = { connection, before, after, kept, FALSE };

  if (!update_card (&self, error) || !delete_gone (&self, error) || !clear_codes (&self, error) ||
      !write_items (&self, error))
    return FALSE;

  *changed |= self.changed;

  return TRUE;
}

/**
 * cw_list_delete:
 * @connection: the writer, with a step open
 * @list_id: a list
 * @error: return location
 *
 * Deletes a list with its items. What is said of them must go in the same step.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_list_delete (CwConnection *connection, gint64 list_id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM label WHERE item_id IN (SELECT id FROM item WHERE list_id = ?1)",
    "DELETE FROM figure WHERE item_id IN (SELECT id FROM item WHERE list_id = ?1)",
    "DELETE FROM item WHERE list_id = ?1",
    "DELETE FROM list_text WHERE list_id = ?1",
    "DELETE FROM list WHERE id = ?1",
  };
  Update self = { connection, NULL, NULL, NULL, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!run (&self, statements[i], list_id, error))
        return FALSE;
    }

  return TRUE;
}

/* Of each image the list it is about; what was inserted has an image without columns, and its row
 * is there, unless the same step took it out again. */
#define TOUCHED_SQL                                                                             \
  "WITH "                                                                                       \
  "items (id) AS ("                                                                             \
  "SELECT coalesce (c.item_id, l.item_id) FROM change_label AS c LEFT JOIN label AS l "         \
  "ON l.id = c.row_id WHERE c.step_id > ?1 "                                                    \
  "UNION SELECT coalesce (c.item_id, f.item_id) FROM change_figure AS c LEFT JOIN figure AS f " \
  "ON f.id = c.row_id WHERE c.step_id > ?1) "                                                   \
  "SELECT row_id FROM change_list WHERE step_id > ?1 "                                          \
  "UNION SELECT coalesce (c.list_id, t.list_id) FROM change_list_text AS c "                    \
  "LEFT JOIN list_text AS t ON t.id = c.row_id WHERE c.step_id > ?1 "                           \
  "UNION SELECT coalesce (c.list_id, i.list_id) FROM change_item AS c "                         \
  "LEFT JOIN item AS i ON i.id = c.row_id WHERE c.step_id > ?1 "                                \
  "UNION SELECT i.list_id FROM item AS i WHERE i.id IN (SELECT id FROM items)"

/**
 * cw_list_find_touched:
 * @connection: any connection
 * @since: a step
 * @list_ids: (element-type gint64): the lists that later steps touched are added here
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_list_find_touched (CwConnection *connection, gint64 since, GArray *list_ids, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (connection, TOUCHED_SQL, error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", since);

  return cw_statement_collect_ids (statement, list_ids, error);
}
