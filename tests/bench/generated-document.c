/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "generated-document.h"

#include "model/list-builder.h"
#include "store/document-table.h"
#include "store/list-table.h"
#include "store/mapping-table.h"

/* Of 1,000 items one is of the first level and 27 are of the second, with 36 below each. */
#define N_BELOW_FIRST 1000
#define N_BELOW_SECOND 37

#define NOW "2024-01-02T03:04:05Z"
#define N_LANGUAGES 3

static const char *const languages[N_LANGUAGES] = { "en", "zh-Hans", "ja" };

static const char *const words[N_LANGUAGES][16] = {
  { "advanced", "quantum", "materials", "sensing", "computing", "hypersonic", "renewable",
    "biological", "manufacturing", "autonomous", "networks", "semiconductor", "energy",
    "integrated", "systems", "propulsion" },
  { "先进", "量子", "材料", "传感", "计算", "高超声速", "可再生", "生物", "制造", "自主", "网络",
    "半导体", "能源", "集成", "系统", "推进" },
  { "先進", "量子", "材料", "センシング", "計算", "極超音速", "再生可能", "バイオ", "製造", "自律",
    "ネットワーク", "半導体", "エネルギー", "集積", "システム", "推進" },
};

static guint
get_depth (guint index)
{
  guint place = index % N_BELOW_FIRST;

  if (place == 0)
    return 0;

  return (place - 1) % N_BELOW_SECOND == 0 ? 1 : 2;
}

static char *
format_code (guint index)
{
  guint place = index % N_BELOW_FIRST;
  guint first = index / N_BELOW_FIRST + 1;

  switch (get_depth (index))
    {
    case 0:
      return g_strdup_printf ("%u", first);
    case 1:
      return g_strdup_printf ("%u.%u", first, (place - 1) / N_BELOW_SECOND + 1);
    default:
      return g_strdup_printf ("%u.%u.%u", first, (place - 1) / N_BELOW_SECOND + 1,
                              (place - 1) % N_BELOW_SECOND);
    }
}

/* Three to five words, which the item's place chooses. */
static char *
format_label (guint index, guint language)
{
  GString *text = g_string_new (NULL);
  guint32 state = index * 2654435761U + 12345;
  guint n_words = 3 + (state >> 28) % 3;

  for (guint i = 0; i < n_words; i++)
    {
      state = state * 1664525U + 1013904223U;
      if (i > 0 && language == 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[language][state >> 28]);
    }

  return g_string_free (text, FALSE);
}

static CwList *
make_list (const char *key, const char *jurisdiction, guint n_items)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup (key);
  card->jurisdiction = g_strdup (jurisdiction);
  card->issued = g_strdup ("2024-01-02");
  card->citation = g_strdup ("Generated");
  card->document_number = g_strdup ("");
  card->url = g_strdup ("");
  card->official_language = g_strdup ("en");
  card->notes = g_strdup ("");
  card->verification = g_strdup ("");
  cw_text_set (card->short_title, "en", key);
  cw_text_set (card->title, "en", "A list made for measuring");
  cw_text_set (card->issuer, "en", "Nobody");

  builder = cw_list_builder_new (0, card);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *code = format_code (i);

      cw_list_builder_add_item (builder, 0, get_depth (i), code, NULL, TRUE);
      for (guint j = 0; j < N_LANGUAGES; j++)
        {
          g_autofree char *label = format_label (i, j);

          cw_list_builder_add_label (builder, languages[j], label, CW_LABEL_PREFERRED,
                                     j == 0 ? CW_LABEL_OFFICIAL : CW_LABEL_TRANSLATION);
        }
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

static gboolean
insert_list (CwConnection *connection, const char *key, guint n_items, GError **error)
{
  g_autoptr (CwList) list = make_list (key, "US", n_items);

  return cw_list_table_insert (connection, list, error);
}

/* Which items the mapping with this number joins. */
void
bench_document_get_pair (const BenchSize *size, guint mapping, guint *left, guint *right)
{
  *left = mapping % size->n_left;
  *right = (*left * 37 + mapping / size->n_left * 101) % size->n_right;
}

static gboolean
insert_mappings (CwConnection *connection, const BenchSize *size, GError **error)
{
  g_autoptr (GPtrArray) lists = cw_list_table_load (connection, error);

  if (lists == NULL)
    return FALSE;

  for (guint i = 0; i < size->n_mappings; i++)
    {
      CwRelation relation = CW_RELATION_EXACT + i % (CW_N_RELATIONS - 1);
      g_autoptr (CwMapping) mapping = NULL;
      guint left, right;

      bench_document_get_pair (size, i, &left, &right);
      mapping = cw_mapping_new (cw_list_get_item (g_ptr_array_index (lists, 0), left)->id, relation,
                                cw_list_get_item (g_ptr_array_index (lists, 1), right)->id);
      mapping->status = i % 3 == 0 ? CW_STATUS_DRAFT : CW_STATUS_PROPOSED;
      cw_mapping_set_text (&mapping->rationale, "Both name the same field of work.");
      cw_mapping_set_text (&mapping->author, "Nobody");
      cw_mapping_set_text (&mapping->created, NOW);
      cw_mapping_set_text (&mapping->modified, NOW);
      if (!cw_mapping_table_insert (connection, mapping, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (CwConnection *connection, gpointer user_data, GError **error)
{
  const BenchSize *size = user_data;

  return cw_document_table_insert (connection, "For measuring", "", NOW, error) &&
         insert_list (connection, BENCH_LEFT, size->n_left, error) &&
         insert_list (connection, BENCH_RIGHT, size->n_right, error) &&
         insert_mappings (connection, size, error);
}

void
bench_document_make (const char *path, const BenchSize *size)
{
  g_autoptr (GError) error = NULL;

  cw_connection_create_document (path, fill, (gpointer) size, &error);
  g_assert_no_error (error);
}

CwDocument *
bench_document_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  CwDocument *document = cw_document_open (path, FALSE, &error);

  g_assert_no_error (error);

  return document;
}
