/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-document.h"

#include "model/list-builder.h"
#include "store/document-table.h"
#include "store/list-table.h"
#include "store/mapping-table.h"

#include <string.h>

typedef struct
{
  guint depth;
  const char *code;
  const char *english;
  const char *chinese;
} ItemRow;

static const ItemRow left_items[] = {
  { 0, "1", "Advanced materials", "先进材料" },
  { 1, "1.1", "Graphene", "石墨烯" },
  { 1, "1.2", "Rare earths", "稀土" },
  { 0, "2", "Robots, \"humanoid\"", "人形机器人" },
  { 0, "3", "Blockchain", NULL },
};

static const ItemRow right_items[] = {
  { 0, "1", "Materials", NULL },      { 0, "2", "Nanomaterials", NULL },
  { 1, "2.1", "Carbon forms", NULL }, { 0, "3", "Robotics", "机器人" },
  { 0, "4", "Ledgers", NULL },
};

static const ItemRow third_items[] = {
  { 0, "1", "Advanced engineering materials", NULL },
  { 0, "2", "Autonomous systems", NULL },
};

static CwList *
make_list (const char *key,
           const char *jurisdiction,
           const char *issued,
           const ItemRow *rows,
           guint n_rows)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup (key);
  card->jurisdiction = g_strdup (jurisdiction);
  card->issued = g_strdup (issued);
  card->citation = g_strdup ("Gazette 7");
  card->document_number = g_strdup ("");
  card->url = g_strdup ("");
  card->official_language = g_strdup ("en");
  card->notes = g_strdup ("");
  card->verification = g_strdup ("");
  cw_text_set (card->short_title, "en", key);
  cw_text_set (card->title, "en", "A list made for tests");
  cw_text_set (card->issuer, "en", "Nobody");

  builder = cw_list_builder_new (0, card);
  for (guint i = 0; i < n_rows; i++)
    {
      cw_list_builder_add_item (builder, 0, rows[i].depth, rows[i].code, NULL, i % 2 == 0);
      cw_list_builder_add_label (builder, "en", rows[i].english, CW_LABEL_PREFERRED,
                                 CW_LABEL_OFFICIAL);
      if (rows[i].chinese != NULL)
        cw_list_builder_add_label (builder, "zh-Hans", rows[i].chinese, CW_LABEL_PREFERRED,
                                   CW_LABEL_TRANSLATION);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

static void
insert_list (CwConnection *connection, CwList *list)
{
  g_autoptr (CwList) owned = list;
  g_autoptr (GError) error = NULL;

  cw_list_table_insert (connection, owned, &error);
  g_assert_no_error (error);
}

static gint64
id_of (GPtrArray *lists, const char *list_key, const char *code)
{
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      if (g_str_equal (cw_list_get_key (list), list_key))
        return code != NULL ? cw_list_find_item (list, code)->id : cw_list_get_id (list);
    }

  g_assert_not_reached ();
}

static void
insert_mapping (CwConnection *connection, CwMapping *mapping, CwStatus status, gint64 id)
{
  g_autoptr (CwMapping) owned = mapping;
  g_autoptr (GError) error = NULL;

  owned->status = status;
  cw_mapping_set_text (&owned->author, "Ann");
  cw_mapping_set_text (&owned->created, "2024-01-02T03:04:05Z");
  cw_mapping_set_text (&owned->modified, "2024-01-02T03:04:05Z");
  cw_mapping_table_insert (connection, owned, &error);
  g_assert_no_error (error);
  g_assert_cmpint (owned->id, ==, id);
}

static CwMapping *
make_full_mapping (gint64 subject_id, gint64 object_id)
{
  CwMapping *mapping = cw_mapping_new (subject_id, CW_RELATION_BROAD, object_id);

  mapping->confidence = 0.7;
  cw_mapping_set_text (&mapping->rationale, "Part of it; 一部分.");
  cw_mapping_set_text (&mapping->note_shared, "shared");
  cw_mapping_set_text (&mapping->note_subject, "only left");
  cw_mapping_set_text (&mapping->note_object, "only right");
  cw_mapping_set_text (&mapping->citation, "Gazette 7, p. 3");
  cw_mapping_set_text (&mapping->url, "https://example.org/7");
  cw_mapping_set_text (&mapping->quotation, "“materials”");

  return mapping;
}

static void
insert_mappings (CwConnection *connection, GPtrArray *lists)
{
  gint64 left_2 = id_of (lists, TEST_LEFT, "2");
  CwMapping *negated = cw_mapping_new (left_2, CW_RELATION_EXACT, id_of (lists, TEST_RIGHT, "3"));

  negated->negated = TRUE;
  insert_mapping (connection,
                  make_full_mapping (id_of (lists, TEST_LEFT, "1"), id_of (lists, TEST_RIGHT, "1")),
                  CW_STATUS_REVIEWED, TEST_MAPPING_FULL);
  insert_mapping (connection,
                  cw_mapping_new (id_of (lists, TEST_RIGHT, "2"), CW_RELATION_NARROW,
                                  id_of (lists, TEST_LEFT, "1.1")),
                  CW_STATUS_PROPOSED, TEST_MAPPING_INVERTED);
  insert_mapping (connection,
                  cw_mapping_new_absence (left_2, id_of (lists, TEST_RIGHT, NULL),
                                          CW_ABSENCE_NOT_NAMED),
                  CW_STATUS_DRAFT, TEST_MAPPING_ABSENCE);
  insert_mapping (connection, negated, CW_STATUS_DRAFT, TEST_MAPPING_NEGATED);
  insert_mapping (connection,
                  cw_mapping_new (id_of (lists, TEST_LEFT, "3"), CW_RELATION_CLOSE,
                                  id_of (lists, TEST_RIGHT, "4")),
                  CW_STATUS_REJECTED, TEST_MAPPING_REJECTED);
  insert_mapping (connection,
                  cw_mapping_new (id_of (lists, TEST_LEFT, "1"), CW_RELATION_OVERLAP,
                                  id_of (lists, TEST_THIRD, "1")),
                  CW_STATUS_DRAFT, TEST_MAPPING_THIRD);
  insert_mapping (connection,
                  cw_mapping_new (id_of (lists, TEST_RIGHT, "1"), CW_RELATION_EXACT,
                                  id_of (lists, TEST_THIRD, "1")),
                  CW_STATUS_DRAFT, TEST_MAPPING_NEIGHBOUR);
}

static gboolean
fill (CwConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) lists = NULL;

  if (!cw_document_table_insert (connection, "Small", "For tests", "2024-01-02T03:04:05Z", error))
    return FALSE;

  insert_list (connection,
               make_list (TEST_LEFT, "XA", "2020-05-01", left_items, G_N_ELEMENTS (left_items)));
  insert_list (connection,
               make_list (TEST_RIGHT, "XB", "2021-05-01", right_items, G_N_ELEMENTS (right_items)));
  insert_list (connection,
               make_list (TEST_THIRD, "XB", "2022-05-01", third_items, G_N_ELEMENTS (third_items)));
  lists = cw_list_table_load (connection, error);
  if (lists == NULL)
    return FALSE;
  insert_mappings (connection, lists);

  return TRUE;
}

/* Makes the document and returns its path. */
char *
test_small_document_new (const char *folder)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "small.crosswalk", NULL);

  cw_connection_create_document (path, fill, NULL, &error);
  g_assert_no_error (error);

  return path;
}

CwDocument *
test_document_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  CwDocument *document = cw_document_open (path, FALSE, &error);

  g_assert_no_error (error);
  cw_document_set_author (document, "Ben", NULL);

  return document;
}

const CwItem *
test_document_get_item (CwDocument *document, const char *list_key, const char *code)
{
  const CwItem *item = cw_list_find_item (cw_document_find_list (document, list_key), code);

  g_assert_nonnull (item);

  return item;
}

GPtrArray *
test_document_get_lists (CwDocument *document, const char *list_key, ...)
{
  GPtrArray *lists = g_ptr_array_new ();
  va_list keys;

  va_start (keys, list_key);
  for (const char *key = list_key; key != NULL; key = va_arg (keys, const char *))
    {
      CwList *list = cw_document_find_list (document, key);

      g_assert_nonnull (list);
      g_ptr_array_add (lists, list);
    }
  va_end (keys);

  return lists;
}
