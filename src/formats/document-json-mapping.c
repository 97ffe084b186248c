/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/document-json-private.h"

#include "formats/json-shape.h"

#include <glib/gi18n-lib.h>

/* What is empty is left out, so that most mappings are a few lines. */
static const CwJsonMember members[] = {
  { "coding", CW_JSON_STRING, TRUE },       { "subject_list", CW_JSON_STRING },
  { "subject_code", CW_JSON_STRING },       { "relation", CW_JSON_STRING },
  { "negated", CW_JSON_BOOLEAN, TRUE },     { "object_list", CW_JSON_STRING },
  { "object_code", CW_JSON_STRING, TRUE },  { "absence", CW_JSON_STRING, TRUE },
  { "confidence", CW_JSON_NUMBER, TRUE },   { "status", CW_JSON_STRING },
  { "rationale", CW_JSON_STRING, TRUE },    { "note_shared", CW_JSON_STRING, TRUE },
  { "note_subject", CW_JSON_STRING, TRUE }, { "note_object", CW_JSON_STRING, TRUE },
  { "citation", CW_JSON_STRING, TRUE },     { "url", CW_JSON_STRING, TRUE },
  { "quotation", CW_JSON_STRING, TRUE },    { "author", CW_JSON_STRING, TRUE },
  { "author_orcid", CW_JSON_STRING, TRUE }, { "created", CW_JSON_STRING, TRUE },
  { "modified", CW_JSON_STRING, TRUE },     { "reviewer", CW_JSON_STRING, TRUE },
  { "reviewed", CW_JSON_STRING, TRUE },
};

/* Those of the members that are texts and nothing else, in the same order. */
static const struct
{
  const char *key;
  gsize offset;
} texts[] = {
  { "rationale", G_STRUCT_OFFSET (CwMapping, rationale) },
  { "note_shared", G_STRUCT_OFFSET (CwMapping, note_shared) },
  { "note_subject", G_STRUCT_OFFSET (CwMapping, note_subject) },
  { "note_object", G_STRUCT_OFFSET (CwMapping, note_object) },
  { "citation", G_STRUCT_OFFSET (CwMapping, citation) },
  { "url", G_STRUCT_OFFSET (CwMapping, url) },
  { "quotation", G_STRUCT_OFFSET (CwMapping, quotation) },
  { "author", G_STRUCT_OFFSET (CwMapping, author) },
  { "author_orcid", G_STRUCT_OFFSET (CwMapping, author_orcid) },
  { "created", G_STRUCT_OFFSET (CwMapping, created) },
  { "modified", G_STRUCT_OFFSET (CwMapping, modified) },
  { "reviewer", G_STRUCT_OFFSET (CwMapping, reviewer) },
  { "reviewed", G_STRUCT_OFFSET (CwMapping, reviewed) },
};

static void
print_object (CwJsonPrinter *printer, const CwDocumentItems *items, const CwMapping *mapping)
{
  CwList *list;

  if (mapping->relation != CW_RELATION_NONE)
    {
      _cw_document_items_print (printer, "object_list", "object_code",
                                _cw_document_items_get (items, mapping->object_id));
      return;
    }

  list = _cw_document_items_get_list (items, mapping->object_list_id);
  cw_json_printer_member_string (printer, "object_list", cw_list_get_key (list));
  _cw_document_json_print_text_if_any (printer, "absence", cw_absence_to_key (mapping->absence));
}

/*
 * _cw_document_mapping_print:
 * @printer: where to
 * @items: what the ids of @mapping stand for
 * @mapping: a mapping
 *
 * Prints a mapping as an object.
 */
void
_cw_document_mapping_print (CwJsonPrinter *printer,
                            const CwDocumentItems *items,
                            const CwMapping *mapping)
{
  const CwCoding *coding = g_hash_table_lookup (items->codings, &mapping->coding_id);

  cw_json_printer_begin_object (printer);
  if (coding != NULL)
    cw_json_printer_member_string (printer, "coding", coding->name);
  _cw_document_items_print (printer, "subject_list", "subject_code",
                            _cw_document_items_get (items, mapping->subject_id));
  cw_json_printer_member_string (printer, "relation", cw_relation_to_key (mapping->relation));
  if (mapping->negated)
    {
      cw_json_printer_key (printer, "negated");
      cw_json_printer_boolean (printer, TRUE);
    }
  print_object (printer, items, mapping);
  if (mapping->confidence >= 0)
    {
      cw_json_printer_key (printer, "confidence");
      cw_json_printer_number (printer, mapping->confidence);
    }
  cw_json_printer_member_string (printer, "status", cw_status_to_key (mapping->status));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    _cw_document_json_print_text_if_any (printer, texts[i].key,
                                         G_STRUCT_MEMBER (char *, mapping, texts[i].offset));
  cw_json_printer_end_object (printer);
}

static gboolean
read_relation (CwJsonPlace *place, JsonObject *object, CwRelation *relation, GError **error)
{
  const char *key = json_object_get_string_member (object, "relation");

  if (!cw_relation_from_key (key, relation))
    return cw_json_place_fail_at (place, "relation", error,
                                  /* Translators: %s is what stands there; keep the seven keys */
                                  _ ("“%s” is not one of exact, close, broad, narrow, overlap, "
                                     "related, none"),
                                  key);
  if (*relation == CW_RELATION_NONE && json_object_has_member (object, "object_code"))
    return cw_json_place_fail_at (place, "object_code", error,
                                  _ ("must be left out where the relation is “none”"));
  if (*relation != CW_RELATION_NONE && !json_object_has_member (object, "object_code"))
    return cw_json_place_fail_at (place, "object_code", error, _ ("is missing"));

  return TRUE;
}

static CwMapping *
read_ends (CwJsonPlace *place, const CwDocumentItems *items, JsonObject *object, GError **error)
{
  CwRelation relation;
  const CwItem *subject, *other;
  CwList *list;

  if (!read_relation (place, object, &relation, error) ||
      !_cw_document_items_find (items, place, object, "subject_list", "subject_code", &subject,
                                error))
    return NULL;

  if (relation == CW_RELATION_NONE)
    return _cw_document_items_find_list (items, place, object, "object_list", &list, error)
             ? cw_mapping_new_absence (subject->id, cw_list_get_id (list), CW_ABSENCE_UNSTATED)
             : NULL;

  if (!_cw_document_items_find (items, place, object, "object_list", "object_code", &other, error))
    return NULL;
  if (other == subject)
    {
      cw_json_place_fail_at (place, "object_code", error, _ ("must not be the same item"));
      return NULL;
    }

  return cw_mapping_new (subject->id, relation, other->id);
}

/* What there is to say of an absence, and of a link. */
static gboolean
read_kind (CwJsonPlace *place, JsonObject *object, CwMapping *mapping, GError **error)
{
  const char *absence = json_object_get_string_member_with_default (object, "absence", "");
  gboolean absent = mapping->relation == CW_RELATION_NONE;

  mapping->negated = json_object_get_boolean_member_with_default (object, "negated", FALSE);
  if (absent && mapping->negated)
    return cw_json_place_fail_at (place, "negated", error,
                                  _ ("must be left out where the relation is “none”"));
  if (!absent && *absence != '\0')
    return cw_json_place_fail_at (place, "absence", error,
                                  _ ("must be left out unless the relation is “none”"));

  return cw_absence_from_key (absence, &mapping->absence) ||
         cw_json_place_fail_at (place, "absence", error,
                                /* Translators: %s is what stands there; keep the five keys */
                                _ ("“%s” is not one of not-named, covered, other-list, "
                                   "out-of-scope, not-found"),
                                absence);
}

static gboolean
read_status (CwJsonPlace *place, JsonObject *object, CwStatus *status, GError **error)
{
  const char *key = json_object_get_string_member (object, "status");

  return cw_status_from_key (key, status) ||
         cw_json_place_fail_at (place, "status", error,
                                /* Translators: %s is what stands there; keep the five keys */
                                _ ("“%s” is not one of draft, proposed, reviewed, disputed, "
                                   "rejected"),
                                key);
}

static gboolean
read_confidence (CwJsonPlace *place, JsonObject *object, double *confidence, GError **error)
{
  if (!json_object_has_member (object, "confidence"))
    return TRUE;

  *confidence = json_object_get_double_member (object, "confidence");

  return (*confidence >= 0 && *confidence <= 1) ||
         cw_json_place_fail_at (place, "confidence", error, _ ("must be from 0 to 1"));
}

static gboolean
read_coding (CwJsonPlace *place,
             const CwDocumentItems *items,
             JsonObject *object,
             gint64 *coding_id,
             GError **error)
{
  const char *name = json_object_get_string_member_with_default (object, "coding", NULL);
  const CwCoding *coding;

  if (name == NULL)
    return TRUE;

  coding = g_hash_table_lookup (items->names, name);
  if (coding == NULL)
    return cw_json_place_fail_at (place, "coding", error,
                                  /* Translators: %s is the name of a coding */
                                  _ ("the file has no coding “%s”"), name);
  *coding_id = coding->id;

  return TRUE;
}

/*
 * _cw_document_mapping_read:
 * @place: where @object stands
 * @items: what names stand for, with ids
 * @object: a mapping
 * @error: return location
 *
 * Returns: (transfer full): the mapping, or %NULL with a #CwFormatError that names the place
 */
CwMapping *
_cw_document_mapping_read (CwJsonPlace *place,
                           const CwDocumentItems *items,
                           JsonObject *object,
                           GError **error)
{
  g_autoptr (CwMapping) mapping = NULL;

  if (!cw_json_check_members (place, object, members, G_N_ELEMENTS (members), error))
    return NULL;

  mapping = read_ends (place, items, object, error);
  if (mapping == NULL || !read_kind (place, object, mapping, error) ||
      !read_status (place, object, &mapping->status, error) ||
      !read_confidence (place, object, &mapping->confidence, error) ||
      !read_coding (place, items, object, &mapping->coding_id, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cw_mapping_set_text (&G_STRUCT_MEMBER (char *, mapping, texts[i].offset),
                         json_object_get_string_member_with_default (object, texts[i].key, NULL));

  return g_steal_pointer (&mapping);
}
