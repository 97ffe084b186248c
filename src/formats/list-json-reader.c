/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-json.h"

#include "formats/json-load.h"
#include "formats/json-shape.h"
#include "formats/list-json-private.h"
#include "model/date.h"
#include "model/list-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CwJsonMember list_members[] = {
  { "id", CW_JSON_STRING },
  { "jurisdiction", CW_JSON_STRING },
  { "short_title", CW_JSON_OBJECT },
  { "title", CW_JSON_OBJECT },
  { "issuer", CW_JSON_OBJECT },
  { "issued", CW_JSON_STRING },
  { "source", CW_JSON_OBJECT },
  { "supersedes", CW_JSON_STRING_OR_NULL },
  { "official_language", CW_JSON_STRING },
  { "notes", CW_JSON_STRING },
  { "verification", CW_JSON_OBJECT },
  { "items", CW_JSON_ARRAY },
  { "purpose", CW_JSON_STRING, TRUE },
  { "legal_force", CW_JSON_STRING, TRUE },
  { "iri", CW_JSON_STRING, TRUE },
  /* Only in a document, from here on. */
  { "shipped", CW_JSON_BOOLEAN, TRUE },
  { "declined", CW_JSON_STRING, TRUE },
};

#define N_DOCUMENT_MEMBERS 2

static const CwJsonMember source_members[] = {
  { "citation", CW_JSON_STRING },
  { "document_number", CW_JSON_STRING },
  { "url", CW_JSON_STRING },
};

static const CwJsonMember verification_members[] = {
  { "items", CW_JSON_INTEGER },
  { "verified", CW_JSON_INTEGER },
  { "how", CW_JSON_STRING },
};

static gboolean
read_text (CwJsonPlace *place,
           JsonObject *object,
           const char *key,
           CwListSource source,
           gboolean may_be_empty,
           CwText *text,
           GError **error)
{
  JsonObject *variants = json_object_get_object_member (object, key);
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (json_object_get_size (variants) == 0 && !may_be_empty)
    return cw_json_place_fail_at (place, key, error, _ ("must not be empty"));

  cw_json_place_enter (place, key);
  json_object_iter_init_ordered (&iter, variants);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      cw_json_place_enter (place, language);
      if (!_cw_list_json_check_language (place, language, error) ||
          !cw_json_check_kind (place, node, CW_JSON_STRING, error) ||
          !_cw_list_json_check_words (place, source, json_node_get_string (node), FALSE, error))
        return FALSE;
      cw_text_set (text, language, json_node_get_string (node));
      cw_json_place_leave (place);
    }
  cw_json_place_leave (place);

  return TRUE;
}

static gboolean
read_words (CwJsonPlace *place,
            JsonObject *object,
            const char *key,
            CwListSource source,
            gboolean may_be_empty,
            char **field,
            GError **error)
{
  const char *words = json_object_get_string_member (object, key);

  cw_json_place_enter (place, key);
  if (!_cw_list_json_check_words (place, source, words, may_be_empty, error))
    return FALSE;
  cw_json_place_leave (place);

  *field = g_strdup (words);
  return TRUE;
}

static gboolean
read_source (CwJsonPlace *place,
             JsonObject *list,
             CwListSource from,
             CwListCard *card,
             GError **error)
{
  JsonObject *source = json_object_get_object_member (list, "source");

  cw_json_place_enter (place, "source");
  if (!cw_json_check_members (place, source, source_members, G_N_ELEMENTS (source_members),
                              error) ||
      !read_words (place, source, "citation", from, from != CW_LIST_SOURCE_SHIPPED, &card->citation,
                   error) ||
      !read_words (place, source, "document_number", from, TRUE, &card->document_number, error))
    return FALSE;

  card->url = g_strdup (json_object_get_string_member (source, "url"));
  if (from != CW_LIST_SOURCE_DOCUMENT && *card->url != '\0' && !cw_iri_is_valid (card->url))
    return cw_json_place_fail_at (place, "url", error,
                                  _ ("must be empty or begin with https:// or http://"));
  cw_json_place_leave (place);

  return TRUE;
}

/* What a document holds obeyed the rules of its time; of these only what the program cannot do
 * without is asked of it. */
static gboolean
check_names (CwJsonPlace *place, CwListSource source, const CwListCard *card, GError **error)
{
  gboolean kept = source == CW_LIST_SOURCE_DOCUMENT;

  if (kept ? *card->key == '\0' : !cw_list_key_is_valid (card->key))
    return cw_json_place_fail_at (place, "id", error,
                                  _ ("must be lower-case letters and digits joined by hyphens"));
  if (strlen (card->jurisdiction) != 2 || (!kept && (!g_ascii_isupper (card->jurisdiction[0]) ||
                                                     !g_ascii_isupper (card->jurisdiction[1]))))
    return cw_json_place_fail_at (place, "jurisdiction", error,
                                  _ ("must be two capital letters (ISO 3166-1, or EU)"));
  if (!cw_date_is_valid (card->issued))
    return cw_json_place_fail_at (place, "issued", error, _ ("must be a date YYYY-MM-DD"));
  if (!kept && card->supersedes != NULL && !cw_list_key_is_valid (card->supersedes))
    return cw_json_place_fail_at (place, "supersedes", error,
                                  _ ("must be the id of a list, or null"));

  cw_json_place_enter (place, "official_language");
  if (!_cw_list_json_check_language (place, card->official_language, error))
    return FALSE;
  cw_json_place_leave (place);

  return TRUE;
}

/* What older files do not have. */
static gboolean
read_extra_words (CwJsonPlace *place,
                  JsonObject *object,
                  const char *key,
                  CwListSource source,
                  char **field,
                  GError **error)
{
  return !json_object_has_member (object, key) ||
         read_words (place, object, key, source, FALSE, field, error);
}

static gboolean
read_extras (CwJsonPlace *place,
             JsonObject *list,
             CwListSource source,
             CwListCard *card,
             GError **error)
{
  if (!read_extra_words (place, list, "purpose", source, &card->purpose, error) ||
      !read_extra_words (place, list, "legal_force", source, &card->legal_force, error) ||
      !read_extra_words (place, list, "iri", source, &card->iri, error) ||
      !read_extra_words (place, list, "declined", source, &card->declined, error))
    return FALSE;
  if (source != CW_LIST_SOURCE_DOCUMENT && card->iri != NULL && !cw_iri_is_valid (card->iri))
    return cw_json_place_fail_at (place, "iri", error,
                                  _ ("must begin with https:// or http:// and hold no space"));

  return TRUE;
}

static gboolean
read_card (CwJsonPlace *place,
           JsonObject *list,
           CwListSource source,
           CwListCard *card,
           GError **error)
{
  card->key = g_strdup (json_object_get_string_member (list, "id"));
  card->jurisdiction = g_strdup (json_object_get_string_member (list, "jurisdiction"));
  card->issued = g_strdup (json_object_get_string_member (list, "issued"));
  card->official_language = g_strdup (json_object_get_string_member (list, "official_language"));
  if (!json_object_get_null_member (list, "supersedes"))
    card->supersedes = g_strdup (json_object_get_string_member (list, "supersedes"));

  return check_names (place, source, card, error) &&
         read_text (place, list, "short_title", source, FALSE, card->short_title, error) &&
         read_text (place, list, "title", source, FALSE, card->title, error) &&
         read_text (place, list, "issuer", source, source != CW_LIST_SOURCE_SHIPPED, card->issuer,
                    error) &&
         read_source (place, list, source, card, error) &&
         read_words (place, list, "notes", source, TRUE, &card->notes, error) &&
         read_extras (place, list, source, card, error);
}

static gboolean
read_verification (CwJsonPlace *place,
                   JsonObject *list,
                   CwListSource source,
                   CwListCard *card,
                   GError **error)
{
  JsonObject *verification = json_object_get_object_member (list, "verification");

  cw_json_place_enter (place, "verification");
  if (!cw_json_check_members (place, verification, verification_members,
                              G_N_ELEMENTS (verification_members), error) ||
      !read_words (place, verification, "how", source, TRUE, &card->verification, error))
    return FALSE;
  cw_json_place_leave (place);

  return TRUE;
}

static gboolean
check_count (CwJsonPlace *place,
             JsonObject *verification,
             const char *key,
             guint counted,
             GError **error)
{
  gint64 said = json_object_get_int_member (verification, key);

  if (said == counted)
    return TRUE;

  return cw_json_place_fail_at (place, key, error,
                                /* Translators: two numbers of items of a list */
                                _ ("says %1$" G_GINT64_FORMAT ", but there are %2$u"), said,
                                counted);
}

static gboolean
check_counts (CwListItemsReader *reader, JsonObject *list, GError **error)
{
  JsonObject *verification = json_object_get_object_member (list, "verification");

  cw_json_place_enter (reader->place, "verification");
  if (!check_count (reader->place, verification, "items", reader->n_items, error) ||
      !check_count (reader->place, verification, "verified", reader->n_verified, error))
    return FALSE;
  cw_json_place_leave (reader->place);

  return TRUE;
}

static CwList *
read_items (CwJsonPlace *place,
            JsonObject *list,
            CwListSource source,
            CwListCard *card,
            GError **error)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, card);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) local = NULL;
  CwListItemsReader reader = {
    place, builder, codes, card->official_language, source, card->shipped
  };
  CwList *made;

  cw_json_place_enter (place, "items");
  if (!_cw_list_items_read (&reader, json_object_get_array_member (list, "items"), error))
    return NULL;
  cw_json_place_leave (place);
  if (!check_counts (&reader, list, error))
    return NULL;

  made = cw_list_builder_end (builder, &local);
  if (made == NULL)
    cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE, "%s", local->message);
  return made;
}

/*
 * _cw_list_json_read:
 * @place: where @list stands
 * @list: a list as data/lists/README.md describes it
 * @source: where it is read from
 * @error: return location
 *
 * Returns: (transfer full): the list, without ids; or %NULL with a #CwFormatError that names the
 *   place
 */
CwList *
_cw_list_json_read (CwJsonPlace *place, JsonObject *list, CwListSource source, GError **error)
{
  g_autoptr (CwListCard) card = cw_list_card_new ();
  guint n_members = G_N_ELEMENTS (list_members);

  if (source != CW_LIST_SOURCE_DOCUMENT)
    n_members -= N_DOCUMENT_MEMBERS;
  if (!cw_json_check_members (place, list, list_members, n_members, error))
    return NULL;

  card->shipped = source == CW_LIST_SOURCE_SHIPPED ||
                  json_object_get_boolean_member_with_default (list, "shipped", FALSE);
  if (!read_card (place, list, source, card, error) ||
      !read_verification (place, list, source, card, error))
    return NULL;

  return read_items (place, list, source, g_steal_pointer (&card), error);
}

/**
 * cw_list_json_parse:
 * @data: (array length=length): a list file's text, UTF-8
 * @length: in bytes, or -1 where @data ends in NUL
 * @name: the file's name, for messages
 * @shipped: whether the list comes with the program
 * @error: return location
 *
 * Reads a list file as data/lists/README.md describes it. Unknown and missing keys, values of
 * another kind, labels that do not say whose words they are and counts that contradict the items
 * are errors. Only the order of keys is free.
 *
 * Where alt_source does not say whose words the names in alt_label are, they are taken for the
 * compilers' in a shipped list, for the user's in another.
 *
 * Returns: (transfer full): the list, outside of any document; or %NULL with a #CwFormatError that
 *   names line and column where the file is no JSON, else a JSON pointer
 */
CwList *
cw_list_json_parse (const char *data,
                    gssize length,
                    const char *name,
                    gboolean shipped,
                    GError **error)
{
  g_autoptr (CwJsonPlace) place = cw_json_place_new (name);
  g_autoptr (JsonNode) root = cw_json_load (data, length, name, error);

  if (root == NULL || !cw_json_check_kind (place, root, CW_JSON_OBJECT, error))
    return NULL;

  return _cw_list_json_read (place, json_node_get_object (root),
                             shipped ? CW_LIST_SOURCE_SHIPPED : CW_LIST_SOURCE_USER, error);
}
