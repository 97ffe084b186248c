/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-jskos.h"

#include "formats/json-load.h"
#include "formats/json-shape.h"
#include "formats/list-jskos-private.h"
#include "model/language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Deeper than any list known, and no danger to the stack. */
#define MAX_LEVELS 32

#define SKOS_CONCEPT_SCHEME "http://www.w3.org/2004/02/skos/core#ConceptScheme"

/* JSKOS files come from many programs: fields that are not known are passed over, and of those that
 * are, only what has the right kind is taken. What an item cannot do without is an error. */

typedef struct
{
  CwDraftItem *item;
  char *uri;     /* may be NULL */
  char *broader; /* may be NULL */
  int parent;
  GArray *children; /* guint */
  guint place;      /* in "concepts" */
  gboolean done;
} Concept;

typedef struct
{
  CwJsonPlace *place;
  CwListCard *card;
  GPtrArray *concepts; /* Concept */
  GHashTable *by_uri;  /* uri → index + 1 */
  GHashTable *by_code;
} Reader;

static void
concept_free (gpointer data)
{
  Concept *concept = data;

  cw_draft_item_free (concept->item);
  g_free (concept->uri);
  g_free (concept->broader);
  g_array_unref (concept->children);
  g_free (concept);
}

static gboolean
check_type (Reader *self, JsonObject *scheme, GError **error)
{
  const char *type = _cw_jskos_get_first (scheme, "type");

  if (type == NULL || g_str_equal (type, SKOS_CONCEPT_SCHEME))
    return TRUE;

  return cw_json_place_fail_at (self->place, "type", error,
                                /* Translators: %s is an IRI */
                                _ ("must be a concept scheme, not “%s”"), type);
}

/* What the scheme does not say is left empty, for the person to fill in. */
static void
read_card (Reader *self, JsonObject *scheme)
{
  CwListCard *card = self->card;
  const char *key = _cw_jskos_get_first (scheme, "notation");
  const char *iri = _cw_jskos_get_string (scheme, "_iri");
  const char *uri = _cw_jskos_get_string (scheme, "uri");
  const char *issued = _cw_jskos_get_string (scheme, "startDate");
  JsonArray *publishers = _cw_jskos_get_array (scheme, "publisher");

  card->key = g_strdup (key);
  card->jurisdiction = g_strdup (_cw_jskos_get_string (scheme, "_jurisdiction"));
  card->official_language = g_strdup (_cw_jskos_get_string (scheme, "_officialLanguage"));
  card->legal_force = g_strdup (_cw_jskos_get_string (scheme, "_legalForce"));
  card->citation = g_strdup (_cw_jskos_get_string (scheme, "_citation"));
  card->supersedes = g_strdup (_cw_jskos_get_string (scheme, "_supersedes"));
  card->url = g_strdup (_cw_jskos_get_string (scheme, "url"));
  card->issued = g_strdup (issued != NULL ? issued : _cw_jskos_get_string (scheme, "issued"));
  card->document_number = g_strdup (_cw_jskos_get_first (scheme, "identifier"));
  card->purpose = _cw_jskos_read_line (scheme, "definition");
  card->notes = _cw_jskos_read_line (scheme, "note");
  card->verification = _cw_jskos_read_line (scheme, "editorialNote");
  _cw_jskos_read_text (scheme, "prefLabel", FALSE, card->title);
  _cw_jskos_read_text (scheme, "altLabel", TRUE, card->short_title);
  if (cw_text_get_n_languages (card->short_title) == 0)
    _cw_jskos_read_text (scheme, "prefLabel", FALSE, card->short_title);
  if (publishers != NULL && json_array_get_length (publishers) > 0 &&
      JSON_NODE_HOLDS_OBJECT (json_array_get_element (publishers, 0)))
    _cw_jskos_read_text (json_array_get_object_element (publishers, 0), "prefLabel", FALSE,
                         card->issuer);

  /* Another program's scheme keeps its own name; one of ours only if it had one. */
  if (iri != NULL)
    card->iri = g_strdup (iri);
  else if (uri != NULL && !g_str_has_prefix (uri, CW_LIST_BASE_IRI) && cw_iri_is_valid (uri))
    card->iri = g_strdup (uri);
  if (card->official_language == NULL && cw_text_get_n_languages (card->title) > 0)
    card->official_language = g_strdup (cw_text_get_language (card->title, 0));
}

/* Labels as this program writes them. */
static gboolean
read_own_labels (Reader *self, JsonObject *object, CwDraftItem *item, GError **error)
{
  JsonArray *labels = _cw_jskos_get_array (object, "_labels");

  cw_json_place_enter (self->place, "_labels");
  for (guint i = 0; i < json_array_get_length (labels); i++)
    {
      JsonNode *node = json_array_get_element (labels, i);
      JsonObject *label = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *language = label != NULL ? _cw_jskos_get_string (label, "language") : NULL;
      const char *text = label != NULL ? _cw_jskos_get_string (label, "text") : NULL;
      CwLabelKind kind;
      CwLabelOrigin origin;

      cw_json_place_enter_index (self->place, i);
      if (text == NULL || *text == '\0' || !cw_language_is_valid (language) ||
          !cw_label_kind_from_key (_cw_jskos_get_string (label, "kind"), &kind) ||
          !cw_label_origin_from_key (_cw_jskos_get_string (label, "origin"), &origin))
        return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE,
                                   _ ("must have language, text, kind and origin"));
      cw_draft_item_add_label (item, language, text, kind, origin);
      cw_json_place_leave (self->place);
    }
  cw_json_place_leave (self->place);

  return TRUE;
}

static void
add_label (Reader *self,
           CwDraftItem *item,
           const char *language,
           const char *text,
           CwLabelKind kind)
{
  g_autofree char *tag = _cw_jskos_restore_case (language);
  g_autofree char *words = cw_string_clean (text);
  CwLabelOrigin origin =
    g_strcmp0 (tag, self->card->official_language) == 0 ? CW_LABEL_OFFICIAL : CW_LABEL_TRANSLATION;

  if (*words == '\0' || !cw_language_is_valid (tag) || cw_draft_item_holds (item, tag, words))
    return;

  cw_draft_item_add_label (item, tag, words, kind, origin);
}

static void
read_labels (Reader *self, JsonObject *object, CwDraftItem *item)
{
  JsonObject *preferred = _cw_jskos_get_object (object, "prefLabel");
  JsonObject *others = _cw_jskos_get_object (object, "altLabel");
  JsonObjectIter iter;
  const char *language;

  if (preferred != NULL)
    {
      json_object_iter_init_ordered (&iter, preferred);
      while (json_object_iter_next_ordered (&iter, &language, NULL))
        {
          const char *text = _cw_jskos_get_string (preferred, language);

          if (text != NULL)
            add_label (self, item, language, text, CW_LABEL_PREFERRED);
        }
    }
  if (others == NULL)
    return;

  json_object_iter_init_ordered (&iter, others);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    {
      JsonArray *names = _cw_jskos_get_array (others, language);

      for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
        {
          JsonNode *name = json_array_get_element (names, i);

          if (json_node_get_value_type (name) == G_TYPE_STRING)
            add_label (self, item, language, json_node_get_string (name), CW_LABEL_ALTERNATIVE);
        }
    }
}

static void
read_figures (JsonObject *object, CwDraftItem *item)
{
  JsonObject *figures = _cw_jskos_get_object (object, "_figures");
  const char *share_of = figures != NULL ? _cw_jskos_get_string (figures, "share_of") : NULL;
  const char *unit = figures != NULL ? _cw_jskos_get_string (figures, "unit") : NULL;

  if (share_of == NULL || unit == NULL)
    return;

  item->figures = g_new0 (CwFigures, 1);
  item->figures->enterprises = json_object_get_int_member_with_default (figures, "enterprises", 0);
  item->figures->share_percent =
    json_object_get_double_member_with_default (figures, "share_of_group_percent", 0);
  item->figures->share_of = g_strdup (share_of);
  item->figures->unit = g_strdup (unit);
}

/* The code is the notation; without one, what the uri ends with. */
static char *
get_code (JsonObject *object, const char *uri)
{
  const char *notation = _cw_jskos_get_first (object, "notation");
  const char *end;

  if (notation != NULL)
    return cw_string_clean (notation);
  if (uri == NULL)
    return g_strdup ("");

  end = strrchr (uri, '#');
  if (end == NULL)
    end = strrchr (uri, '/');

  return g_uri_unescape_string (end != NULL ? end + 1 : uri, NULL);
}

static gboolean
check_concept (Reader *self, Concept *concept, const char *code, GError **error)
{
  if (code == NULL || !cw_list_code_is_valid (code))
    return cw_json_place_fail_at (self->place, "notation", error,
                                  _ ("the concept has no notation that can be a code"));
  if (g_hash_table_contains (self->by_code, code))
    return cw_json_place_fail_at (self->place, "notation", error, _ ("the code “%s” stands twice"),
                                  code);
  if (concept->uri != NULL && g_hash_table_contains (self->by_uri, concept->uri))
    return cw_json_place_fail_at (self->place, "uri", error,
                                  /* Translators: %s is an IRI */
                                  _ ("“%s” stands twice"), concept->uri);

  return TRUE;
}

static gboolean
read_concept (Reader *self, JsonObject *object, guint index, const char *broader, GError **error)
{
  Concept *concept = g_new0 (Concept, 1);
  g_autofree char *code = NULL;
  const char *iri = _cw_jskos_get_string (object, "_iri");
  const char *group = _cw_jskos_get_string (object, "_group");

  concept->uri = g_strdup (_cw_jskos_get_string (object, "uri"));
  concept->broader =
    g_strdup (broader != NULL ? broader : _cw_jskos_get_first_uri (object, "broader"));
  concept->parent = CW_DRAFT_NOWHERE;
  concept->children = g_array_new (FALSE, FALSE, sizeof (guint));
  concept->place = index;
  code = get_code (object, concept->uri);
  concept->item = cw_draft_item_new (0, code != NULL ? code : "");
  g_ptr_array_add (self->concepts, concept);
  if (!check_concept (self, concept, code, error))
    return FALSE;

  g_hash_table_insert (self->by_code, concept->item->code, concept);
  if (concept->uri != NULL)
    g_hash_table_insert (self->by_uri, concept->uri, GUINT_TO_POINTER (self->concepts->len));

  if (_cw_jskos_get_array (object, "_labels") != NULL)
    {
      if (!read_own_labels (self, object, concept->item, error))
        return FALSE;
    }
  else
    read_labels (self, object, concept->item);
  if (concept->item->labels->len == 0)
    return cw_json_place_fail_at (self->place, "prefLabel", error, _ ("the concept has no label"));

  g_free (concept->item->note);
  concept->item->note = _cw_jskos_read_notes (object, "note");
  concept->item->verified =
    json_object_get_boolean_member_with_default (object, "_verified", FALSE);
  concept->item->group = g_strdup (group);
  if (iri == NULL && concept->uri != NULL && _cw_jskos_get_array (object, "_labels") == NULL &&
      cw_iri_is_valid (concept->uri))
    iri = concept->uri;
  if (iri != NULL)
    {
      g_free (concept->item->iri);
      concept->item->iri = g_strdup (iri);
    }
  read_figures (object, concept->item);

  return TRUE;
}

/* Concepts may stand one beside the other, each naming the broader one, or inside one another. */
static gboolean
read_concepts (Reader *self,
               JsonObject *object,
               const char *key,
               const char *broader,
               guint depth,
               GError **error)
{
  JsonArray *array = _cw_jskos_get_array (object, key);

  if (array == NULL)
    return TRUE;
  if (depth >= MAX_LEVELS)
    return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_UNSUPPORTED,
                               _ ("items are nested more than %d deep"), MAX_LEVELS);

  cw_json_place_enter (self->place, key);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *concept;

      /* "There are more, which are not listed": then the list is not whole. */
      cw_json_place_enter_index (self->place, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE,
                                   _ ("must be a concept; the file does not hold all of them"));
      concept = json_node_get_object (node);
      /* One that is only named stands elsewhere in full. */
      if (_cw_jskos_get_object (concept, "prefLabel") != NULL ||
          _cw_jskos_get_array (concept, "notation") != NULL ||
          _cw_jskos_get_array (concept, "_labels") != NULL)
        {
          if (!read_concept (self, concept, i, broader, error) ||
              !read_concepts (self, concept, "narrower", _cw_jskos_get_string (concept, "uri"),
                              depth + 1, error))
            return FALSE;
        }
      cw_json_place_leave (self->place);
    }
  cw_json_place_leave (self->place);

  return TRUE;
}

static Concept *
get_concept (Reader *self, guint index)
{
  return g_ptr_array_index (self->concepts, index);
}

static gboolean
find_parents (Reader *self, GError **error)
{
  for (guint i = 0; i < self->concepts->len; i++)
    {
      Concept *concept = get_concept (self, i);

      if (concept->broader == NULL)
        continue;
      concept->parent =
        (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_uri, concept->broader)) - 1;
      if (concept->parent == CW_DRAFT_NOWHERE)
        {
          cw_json_place_enter (self->place, "concepts");
          cw_json_place_enter_index (self->place, concept->place);
          return cw_json_place_fail_at (self->place, "broader", error,
                                        /* Translators: %s is an IRI */
                                        _ ("there is no concept “%s”"), concept->broader);
        }
      g_array_append_val (get_concept (self, (guint) concept->parent)->children, i);
    }

  return TRUE;
}

static void
place_concept (Reader *self, CwListDraft *draft, guint index, guint depth)
{
  Concept *concept = get_concept (self, index);

  if (depth >= MAX_LEVELS)
    return;

  concept->done = TRUE;
  concept->item->depth = depth;
  g_ptr_array_add (draft->items, cw_draft_item_copy (concept->item));
  for (guint i = 0; i < concept->children->len; i++)
    place_concept (self, draft, g_array_index (concept->children, guint, i), depth + 1);
}

static gboolean
place_all (Reader *self, CwListDraft *draft, GError **error)
{
  for (guint i = 0; i < self->concepts->len; i++)
    {
      if (get_concept (self, i)->parent == CW_DRAFT_NOWHERE)
        place_concept (self, draft, i, 0);
    }
  for (guint i = 0; i < self->concepts->len; i++)
    {
      Concept *concept = get_concept (self, i);

      if (concept->done)
        continue;
      cw_json_place_enter (self->place, "concepts");
      cw_json_place_enter_index (self->place, concept->place);
      return cw_json_place_fail_at (self->place, "broader", error,
                                    _ ("“%s” stands under itself, or too deep"),
                                    concept->item->code);
    }

  return TRUE;
}

static gboolean
read_scheme (Reader *self, JsonNode *root, GError **error)
{
  JsonObject *scheme;

  if (JSON_NODE_HOLDS_ARRAY (root) && json_array_get_length (json_node_get_array (root)) == 1)
    {
      cw_json_place_enter_index (self->place, 0);
      root = json_array_get_element (json_node_get_array (root), 0);
    }
  if (!cw_json_check_kind (self->place, root, CW_JSON_OBJECT, error))
    return FALSE;

  scheme = json_node_get_object (root);
  if (!check_type (self, scheme, error))
    return FALSE;
  read_card (self, scheme);
  if (!read_concepts (self, scheme, "topConcepts", NULL, 0, error))
    return FALSE;
  if (self->concepts->len > 0 && _cw_jskos_get_array (scheme, "concepts") != NULL)
    {
      /* Both may be given; the whole list is what counts. */
      g_hash_table_remove_all (self->by_uri);
      g_hash_table_remove_all (self->by_code);
      g_ptr_array_set_size (self->concepts, 0);
    }

  return read_concepts (self, scheme, "concepts", NULL, 0, error) && find_parents (self, error);
}

/**
 * cw_list_jskos_parse:
 * @data: (array length=length): a JSKOS file's text, UTF-8: a concept scheme with its concepts
 * @length: in bytes, or -1 where @data ends in NUL
 * @name: the file's name, for messages
 * @error: return location
 *
 * Fields of the card that a scheme need not have may be %NULL or empty in what is returned: the
 * person is to be asked for them. Fields that are not known are passed over.
 *
 * Returns: (transfer full): the list, or %NULL with a #CwFormatError that names line and column
 *   where the file is no JSON, else a JSON pointer
 */
CwListDraft *
cw_list_jskos_parse (const char *data, gssize length, const char *name, GError **error)
{
  g_autoptr (CwJsonPlace) place = cw_json_place_new (name);
  g_autoptr (GPtrArray) concepts = g_ptr_array_new_with_free_func (concept_free);
  g_autoptr (GHashTable) by_uri = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CwListDraft) draft = cw_list_draft_new (cw_list_card_new ());
  g_autoptr (JsonNode) root = cw_json_load (data, length, name, error);
  Reader reader = { place, draft->card, concepts, by_uri, by_code };

  if (root == NULL || !read_scheme (&reader, root, error) || !place_all (&reader, draft, error))
    return NULL;

  return g_steal_pointer (&draft);
}
