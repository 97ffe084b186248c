/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-table.h"

#include "model/list-builder.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
insert_text (CwConnection *connection,
             gint64 list_id,
             const char *field,
             const CwText *text,
             GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection, "INSERT INTO list_text (list_id, field, language, text) VALUES (?1, ?2, ?3, ?4)",
    error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    {
      const char *language = cw_text_get_language (text, i);

      cw_statement_bind (statement, "isss", list_id, field, language, cw_text_get (text, language));
      if (!cw_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_card (CwConnection *connection, const CwListCard *card, gint64 *list_id, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "INSERT INTO list (key, jurisdiction, issued, citation, document_number, url, supersedes, "
    "official_language, notes, verification, shipped, purpose, legal_force, iri, declined) "
    "VALUES (?1, ?2, ?3, coalesce (?4, ''), coalesce (?5, ''), coalesce (?6, ''), ?7, ?8, coalesce (?9, ''), "
    "coalesce (?10, ''), ?11, coalesce (?12, ''), coalesce (?13, ''), coalesce (?14, ''), "
    "coalesce (?15, ''))",
    error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "ssssssssssissss", card->key, card->jurisdiction, card->issued,
                     card->citation, card->document_number, card->url, card->supersedes,
                     card->official_language, card->notes, card->verification,
                     (gint64) card->shipped, card->purpose, card->legal_force, card->iri,
                     card->declined);
  if (!cw_statement_run (statement, error))
    return FALSE;

  *list_id = sqlite3_last_insert_rowid (connection->db);

  return insert_text (connection, *list_id, "short_title", card->short_title, error) &&
         insert_text (connection, *list_id, "title", card->title, error) &&
         insert_text (connection, *list_id, "issuer", card->issuer, error);
}

typedef struct
{
  CwStatement *item;
  CwStatement *label;
  CwStatement *figure;
} ItemStatements;

static void
item_statements_clear (ItemStatements *statements)
{
  g_clear_pointer (&statements->item, cw_statement_free);
  g_clear_pointer (&statements->label, cw_statement_free);
  g_clear_pointer (&statements->figure, cw_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ItemStatements, item_statements_clear)

static gboolean
item_statements_init (ItemStatements *statements, CwConnection *connection, GError **error)
{
  statements->item =
    cw_statement_new (connection,
                      "INSERT INTO item (list_id, parent_id, position, code, item_group, "
                      "verified, note, iri) VALUES (?1, nullif (?2, 0), ?3, ?4, ?5, ?6, "
                      "coalesce (?7, ''), coalesce (?8, ''))",
                      error);
  if (statements->item == NULL)
    return FALSE;
  statements->label = cw_statement_new (
    connection,
    "INSERT INTO label (item_id, language, text, kind, origin) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statements->label == NULL)
    return FALSE;
  statements->figure =
    cw_statement_new (connection,
                      "INSERT INTO figure (item_id, enterprises, share_percent, share_of, unit)"
                      " VALUES (?1, ?2, ?3, ?4, ?5)",
                      error);

  return statements->figure != NULL;
}

static gboolean
insert_labels (ItemStatements *statements, gint64 item_id, const CwItem *item, GError **error)
{
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      cw_statement_bind (statements->label, "issss", item_id, label->language, label->text,
                         cw_label_kind_to_key (label->kind),
                         cw_label_origin_to_key (label->origin));
      if (!cw_statement_run (statements->label, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_figures (ItemStatements *statements,
                gint64 item_id,
                const CwFigures *figures,
                GError **error)
{
  if (figures == NULL)
    return TRUE;

  cw_statement_bind (statements->figure, "iidss", item_id, figures->enterprises,
                     figures->share_percent, figures->share_of, figures->unit);

  return cw_statement_run (statements->figure, error);
}

/**
 * cw_list_table_insert:
 * @connection: a connection within a transaction
 * @list: a list that is not in the document yet
 * @error: return location
 *
 * Writes a list with its items, labels and figures.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_list_table_insert (CwConnection *connection, CwList *list, GError **error)
{
  g_auto (ItemStatements) statements = { 0 };
  g_autofree gint64 *ids = g_new (gint64, cw_list_get_n_items (list));
  gint64 list_id = 0;

  if (!insert_card (connection, cw_list_get_card (list), &list_id, error) ||
      !item_statements_init (&statements, connection, error))
    return FALSE;

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);
      gint64 parent_id = item->parent != NULL ? ids[item->parent->index] : 0;

      cw_statement_bind (statements.item, "iiississ", list_id, parent_id, (gint64) i, item->code,
                         item->group, (gint64) item->verified, item->note, item->iri);
      if (!cw_statement_run (statements.item, error))
        return FALSE;

      ids[i] = sqlite3_last_insert_rowid (connection->db);
      if (!insert_labels (&statements, ids[i], item, error) ||
          !insert_figures (&statements, ids[i], item->figures, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_texts (CwConnection *connection, gint64 list_id, CwListCard *card, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT field, language, text FROM list_text WHERE list_id = ?1",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", list_id);
  while (cw_statement_step (statement, &local_error))
    {
      const char *field = cw_statement_get_text (statement, 0);
      CwText *text = g_str_equal (field, "title")    ? card->title
                     : g_str_equal (field, "issuer") ? card->issuer
                                                     : card->short_title;

      cw_text_set (text, cw_statement_get_text (statement, 1),
                   cw_statement_get_text (statement, 2));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static CwListCard *
read_card (CwStatement *statement)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup (cw_statement_get_text (statement, 1));
  card->jurisdiction = g_strdup (cw_statement_get_text (statement, 2));
  card->issued = g_strdup (cw_statement_get_text (statement, 3));
  card->citation = g_strdup (cw_statement_get_text (statement, 4));
  card->document_number = g_strdup (cw_statement_get_text (statement, 5));
  card->url = g_strdup (cw_statement_get_text (statement, 6));
  card->supersedes = g_strdup (cw_statement_get_text (statement, 7));
  card->official_language = g_strdup (cw_statement_get_text (statement, 8));
  card->notes = g_strdup (cw_statement_get_text (statement, 9));
  card->verification = g_strdup (cw_statement_get_text (statement, 10));
  card->shipped = cw_statement_get_int (statement, 11) != 0;
  card->purpose = g_strdup (cw_statement_get_text (statement, 12));
  card->legal_force = g_strdup (cw_statement_get_text (statement, 13));
  card->iri = g_strdup (cw_statement_get_text (statement, 14));
  card->declined = g_strdup (cw_statement_get_text (statement, 15));

  return card;
}

/* One row a label; the columns of the item repeat. Items come parents first, so the chain of
 * items above the current one tells its depth. */
#define ITEMS_SQL                                                                                 \
  "SELECT i.id, i.parent_id, i.code, i.item_group, i.verified, "                                  \
  "l.language, l.text, l.kind, l.origin, f.enterprises, f.share_percent, f.share_of, f.unit, "    \
  "i.note, i.iri "                                                                                \
  "FROM item AS i LEFT JOIN label AS l ON l.item_id = i.id LEFT JOIN figure AS f ON f.item_id = " \
  "i.id WHERE i.list_id = ?1 ORDER BY i.position, l.id"

static gboolean
add_item_row (CwListBuilder *builder, CwStatement *statement, GArray *path)
{
  gint64 id = cw_statement_get_int (statement, 0);
  gint64 parent_id = cw_statement_get_int (statement, 1);

  while (path->len > 0 && g_array_index (path, gint64, path->len - 1) != parent_id)
    g_array_set_size (path, path->len - 1);
  if (parent_id != 0 && path->len == 0)
    {
      cw_statement_fail (statement, _ ("an item stands before the item above it"));
      return FALSE;
    }

  cw_list_builder_add_item (builder, id, path->len, cw_statement_get_text (statement, 2),
                            cw_statement_get_text (statement, 3),
                            cw_statement_get_int (statement, 4) != 0);
  g_array_append_val (path, id);
  cw_list_builder_set_note (builder, cw_statement_get_text (statement, 13));
  cw_list_builder_set_iri (builder, cw_statement_get_text (statement, 14));

  if (!cw_statement_is_null (statement, 9))
    {
      CwFigures figures = {
        .enterprises = cw_statement_get_int (statement, 9),
        .share_percent = cw_statement_get_double (statement, 10),
        .share_of = cw_statement_get_text (statement, 11),
        .unit = cw_statement_get_text (statement, 12),
      };

      cw_list_builder_set_figures (builder, &figures);
    }

  return TRUE;
}

static void
add_label_row (CwListBuilder *builder, CwStatement *statement)
{
  CwLabelKind kind;
  CwLabelOrigin origin;

  if (cw_statement_is_null (statement, 5))
    return;

  if (!cw_label_kind_from_key (cw_statement_get_text (statement, 7), &kind) ||
      !cw_label_origin_from_key (cw_statement_get_text (statement, 8), &origin))
    {
      cw_statement_fail (statement, _ ("a label is of an unknown kind"));
      return;
    }

  cw_list_builder_add_label (builder, cw_statement_get_text (statement, 5),
                             cw_statement_get_text (statement, 6), kind, origin);
}

static gboolean
load_items (CwConnection *connection, gint64 list_id, CwListBuilder *builder, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = cw_statement_new (connection, ITEMS_SQL, error);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last_id = 0;

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", list_id);
  while (cw_statement_step (statement, &local_error))
    {
      gint64 id = cw_statement_get_int (statement, 0);

      if (id != last_id && !add_item_row (builder, statement, path))
        continue;
      last_id = id;
      add_label_row (builder, statement);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static CwList *
load_list (CwConnection *connection, gint64 list_id, CwListCard *card, GError **error)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (list_id, card);
  g_autoptr (GError) local_error = NULL;
  CwList *list;

  if (!load_texts (connection, list_id, card, error) ||
      !load_items (connection, list_id, builder, error))
    return NULL;

  list = cw_list_builder_end (builder, &local_error);
  if (list == NULL)
    g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_DAMAGED, _ ("“%s” is damaged: %s"),
                 cw_connection_get_path (connection), local_error->message);

  return list;
}

#define CARDS_SQL                                                                      \
  "SELECT id, key, jurisdiction, issued, citation, document_number, url, supersedes, " \
  "official_language, notes, verification, shipped, purpose, legal_force, iri, declined FROM list "

/**
 * cw_list_table_get:
 * @connection: any connection
 * @list_id: a list's row
 * @list: (out) (nullable): the list, %NULL where it is not there
 * @error: return location
 *
 * Reads one list with all its items.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_list_table_get (CwConnection *connection, gint64 list_id, CwList **list, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, CARDS_SQL "WHERE id = ?1", error);

  *list = NULL;
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", list_id);
  if (cw_statement_step (statement, &local_error))
    {
      *list = load_list (connection, list_id, read_card (statement), error);
      return *list != NULL;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * cw_list_table_find_key:
 * @connection: any connection
 * @key: a list's unique name
 * @list_id: (out): its row, 0 where there is none
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_list_table_find_key (CwConnection *connection, const char *key, gint64 *list_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT id FROM list WHERE key = ?1", error);

  *list_id = 0;
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", key);
  if (cw_statement_step (statement, &local_error))
    *list_id = cw_statement_get_int (statement, 0);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * cw_list_table_load:
 * @connection: any connection
 * @error: return location
 *
 * Reads all lists with all their items.
 *
 * Returns: (transfer full) (element-type CwList): the lists, by jurisdiction and then the newest
 *   first; or %NULL with a #CwStoreError
 */
GPtrArray *
cw_list_table_load (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, CARDS_SQL "ORDER BY jurisdiction, issued DESC, key", error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    {
      gint64 id = cw_statement_get_int (statement, 0);
      CwListCard *card = read_card (statement);
      CwList *list = load_list (connection, id, card, error);

      if (list == NULL)
        return NULL;
      g_ptr_array_add (lists, list);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&lists);
}
