/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/document-json.h"

#include "formats/document-json-private.h"
#include "formats/json-load.h"
#include "formats/json-parts.h"
#include "formats/json-shape.h"
#include "formats/json-syntax.h"
#include "formats/list-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The file is checked as JSON once, and then read value by value: mappings, of which there may be a
 * million, are never all in memory as a tree. */

typedef enum
{
  PART_LISTS,
  PART_CODINGS,
  PART_SETTLEMENTS,
  PART_MARKS,
  PART_FILTERS,
  PART_MAPPINGS,
} Part;

#define N_PARTS 6

static const char *const part_keys[N_PARTS] = {
  [PART_LISTS] = "lists",
  [PART_CODINGS] = "codings",
  [PART_SETTLEMENTS] = "settlements",
  [PART_MARKS] = "finding_marks",
  [PART_FILTERS] = "kept_filters",
  [PART_MAPPINGS] = "mappings",
};

static const CwJsonMember head_members[] = {
  { "format", CW_JSON_STRING }, { "version", CW_JSON_INTEGER }, { "uuid", CW_JSON_STRING },
  { "title", CW_JSON_STRING },  { "notice", CW_JSON_STRING },   { "created", CW_JSON_STRING },
};

static const CwJsonMember coding_members[] = {
  { "name", CW_JSON_STRING },
  { "coder", CW_JSON_STRING },
  { "done", CW_JSON_BOOLEAN },
  { "created", CW_JSON_STRING },
};

static const CwJsonMember settlement_members[] = {
  { "item_list", CW_JSON_STRING },  { "item_code", CW_JSON_STRING },
  { "other_list", CW_JSON_STRING }, { "other_code", CW_JSON_STRING },
  { "reason", CW_JSON_STRING },     { "author", CW_JSON_STRING },
  { "made", CW_JSON_STRING },
};

static const CwJsonMember mark_members[] = {
  { "rule", CW_JSON_STRING },   { "finding", CW_JSON_STRING }, { "reason", CW_JSON_STRING },
  { "author", CW_JSON_STRING }, { "made", CW_JSON_STRING },
};

struct _CwDocumentJsonReader
{
  char *name;
  CwJsonPart root;
  CwJsonPart parts[N_PARTS]; /* their data is NULL until they are found */
  JsonObject *head;          /* what is no array */
};

static CwDocumentJsonReader *
reader_alloc (const char *data, gsize length, const char *name)
{
  CwDocumentJsonReader *self = g_new0 (CwDocumentJsonReader, 1);

  self->name = g_strdup (name);
  self->root = cw_json_part_new (data, length);
  self->head = json_object_new ();

  return self;
}

/**
 * cw_document_json_reader_free:
 * @self: (nullable): a reader
 */
void
cw_document_json_reader_free (CwDocumentJsonReader *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  json_object_unref (self->head);
  g_free (self);
}

static gboolean
find_part (const char *key, Part *part)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (g_str_equal (part_keys[i], key))
        {
          *part = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* A key that is not known, too, goes to the head, which complains of it. */
static gboolean
take_member (CwDocumentJsonReader *self,
             CwJsonPlace *place,
             const char *key,
             const CwJsonPart *value,
             GError **error)
{
  JsonNode *node;
  Part part;

  if (find_part (key, &part))
    {
      if (*value->data != '[')
        return cw_json_place_fail_at (place, key, error, _ ("must be an array"));
      self->parts[part] = *value;
      return TRUE;
    }

  node = cw_json_load_checked (value->data, value->length, self->name, error);
  if (node == NULL)
    return FALSE;
  json_object_set_member (self->head, key, node);

  return TRUE;
}

static gboolean
split_root (CwDocumentJsonReader *self, CwJsonPlace *place, GError **error)
{
  CwJsonPartIter iter;
  CwJsonPart value;
  char *key;

  if (*self->root.data != '{')
    return cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE, _ ("must be an object"));

  cw_json_part_iter_init (&iter, &self->root);
  while (cw_json_part_iter_next (&iter, &key, &value))
    {
      g_autofree char *owned = key;

      if (!take_member (self, place, owned, &value, error))
        return FALSE;
    }

  return TRUE;
}

/* Which file it is comes first: whoever chose the wrong one need not hear what it lacks. */
static gboolean
check_format (CwDocumentJsonReader *self, CwJsonPlace *place, GError **error)
{
  JsonNode *format = json_object_get_member (self->head, "format");
  JsonNode *version = json_object_get_member (self->head, "version");

  if (format == NULL || json_node_get_value_type (format) != G_TYPE_STRING ||
      !g_str_equal (json_node_get_string (format), CW_DOCUMENT_JSON_FORMAT))
    return cw_json_place_fail_at (place, "format", error,
                                  /* Translators: %s is a key that stays as it is */
                                  _ ("the file does not hold a whole document: this is not “%s”"),
                                  CW_DOCUMENT_JSON_FORMAT);
  if (version != NULL && json_node_get_value_type (version) == G_TYPE_INT64 &&
      json_node_get_int (version) > CW_DOCUMENT_JSON_VERSION)
    {
      cw_json_place_enter (place, "version");
      return cw_json_place_fail (place, error, CW_FORMAT_ERROR_UNSUPPORTED,
                                 _ ("the file comes from a later version of the program"));
    }

  return TRUE;
}

static gboolean
check_head (CwDocumentJsonReader *self, CwJsonPlace *place, GError **error)
{
  const char *uuid;

  if (!cw_json_check_members (place, self->head, head_members, G_N_ELEMENTS (head_members), error))
    return FALSE;
  if (json_object_get_int_member (self->head, "version") != CW_DOCUMENT_JSON_VERSION)
    return cw_json_place_fail_at (place, "version", error, _ ("must be %d"),
                                  CW_DOCUMENT_JSON_VERSION);

  uuid = json_object_get_string_member (self->head, "uuid");
  if (g_utf8_strlen (uuid, -1) != 36)
    return cw_json_place_fail_at (place, "uuid", error, _ ("must be a UUID (RFC 4122)"));

  for (guint i = 0; i < N_PARTS; i++)
    {
      if (self->parts[i].data == NULL)
        return cw_json_place_fail_at (place, part_keys[i], error, _ ("is missing"));
    }

  return TRUE;
}

/**
 * cw_document_json_reader_new:
 * @data: (array length=length): a file's text, UTF-8; must outlive the reader
 * @length: in bytes
 * @name: the file's name, for messages
 * @error: return location
 *
 * Checks that the file is JSON, see cw_json_syntax_check(), and the file of a whole document as
 * data/document.md describes it.
 *
 * Returns: (transfer full): a reader, or %NULL with a #CwFormatError that names the place
 */
CwDocumentJsonReader *
cw_document_json_reader_new (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (CwDocumentJsonReader) self = NULL;
  g_autoptr (CwJsonPlace) place = cw_json_place_new (name);

  if (!cw_json_syntax_check (data, length, name, error))
    return NULL;

  self = reader_alloc (data, length, name);

  return split_root (self, place, error) && check_format (self, place, error) &&
             check_head (self, place, error)
           ? g_steal_pointer (&self)
           : NULL;
}

/* Takes the next value of an array. */
typedef gboolean (*TakeValue) (CwJsonPlace *place,
                               JsonObject *object,
                               gpointer user_data,
                               GError **error);

static gboolean
take_value (CwDocumentJsonReader *self,
            CwJsonPlace *place,
            const CwJsonPart *value,
            TakeValue take,
            gpointer user_data,
            GError **error)
{
  g_autoptr (JsonNode) node = cw_json_load_checked (value->data, value->length, self->name, error);

  return node != NULL && cw_json_check_kind (place, node, CW_JSON_OBJECT, error) &&
         take (place, json_node_get_object (node), user_data, error);
}

static gboolean
visit_part (CwDocumentJsonReader *self,
            Part part,
            TakeValue take,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (CwJsonPlace) place = cw_json_place_new (self->name);
  CwJsonPartIter iter;
  CwJsonPart value;

  cw_json_place_enter (place, part_keys[part]);
  cw_json_part_iter_init (&iter, &self->parts[part]);
  for (guint i = 0; cw_json_part_iter_next (&iter, NULL, &value); i++)
    {
      cw_json_place_enter_index (place, i);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !take_value (self, place, &value, take, user_data, error))
        return FALSE;
      cw_json_place_leave (place);
    }

  return TRUE;
}

/* What is read into, and what was seen already. */
typedef struct
{
  CwDocumentContent *content;
  CwDocumentItems *items;
  GHashTable *seen;
} Reading;

static gboolean
check_once (Reading *self, CwJsonPlace *place, const char *key, const char *text, GError **error)
{
  if (*text == '\0')
    return cw_json_place_fail_at (place, key, error, _ ("must not be empty"));

  return g_hash_table_add (self->seen, g_strdup (text)) ||
         cw_json_place_fail_at (place, key, error,
                                /* Translators: %s is a name that has to be the only one */
                                _ ("“%s” stands twice"), text);
}

static gboolean
take_list (CwJsonPlace *place, JsonObject *object, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  CwList *list = _cw_list_json_read (place, object, CW_LIST_SOURCE_DOCUMENT, error);

  if (list == NULL)
    return FALSE;

  g_ptr_array_add (self->content->lists, list);

  return check_once (self, place, "id", cw_list_get_key (list), error);
}

static gboolean
take_coding (CwJsonPlace *place, JsonObject *object, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  CwCoding *coding;

  if (!cw_json_check_members (place, object, coding_members, G_N_ELEMENTS (coding_members), error))
    return FALSE;

  coding = cw_coding_new (json_object_get_string_member (object, "name"),
                          json_object_get_string_member (object, "coder"));
  coding->done = json_object_get_boolean_member (object, "done");
  g_free (coding->created);
  coding->created = g_strdup (json_object_get_string_member (object, "created"));
  g_ptr_array_add (self->content->codings, coding);

  return check_once (self, place, "name", coding->name, error);
}

static gboolean
take_mark (CwJsonPlace *place, JsonObject *object, gpointer user_data, GError **error)
{
  static const char *const filled[] = { "rule", "finding", "reason" };
  Reading *self = user_data;

  if (!cw_json_check_members (place, object, mark_members, G_N_ELEMENTS (mark_members), error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      if (*json_object_get_string_member (object, filled[i]) == '\0')
        return cw_json_place_fail_at (place, filled[i], error, _ ("must not be empty"));
    }
  g_ptr_array_add (self->content->marks,
                   cw_finding_mark_new (json_object_get_string_member (object, "rule"),
                                        json_object_get_string_member (object, "finding"),
                                        json_object_get_string_member (object, "reason"),
                                        json_object_get_string_member (object, "author"),
                                        json_object_get_string_member (object, "made")));

  return TRUE;
}

static gboolean
read_part (CwDocumentJsonReader *self,
           Part part,
           TakeValue take,
           CwDocumentContent *content,
           CwDocumentItems *items,
           GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { content, items, seen };

  return visit_part (self, part, take, &reading, NULL, error);
}

/**
 * cw_document_json_reader_read:
 * @self: a reader
 * @error: return location
 *
 * Reads what names nothing else: what the document says of itself, lists, codings, and marks, whose
 * findings are named as cw_finding_names_…() does.
 *
 * Returns: (transfer full): the content, without ids, settlements and filters; or %NULL with a
 *   #CwFormatError that names the place
 */
CwDocumentContent *
cw_document_json_reader_read (CwDocumentJsonReader *self, GError **error)
{
  g_autoptr (CwDocumentContent) content = cw_document_content_new ();

  content->uuid = g_strdup (json_object_get_string_member (self->head, "uuid"));
  content->title = g_strdup (json_object_get_string_member (self->head, "title"));
  content->notice = g_strdup (json_object_get_string_member (self->head, "notice"));
  content->created = g_strdup (json_object_get_string_member (self->head, "created"));

  return read_part (self, PART_LISTS, take_list, content, NULL, error) &&
             read_part (self, PART_CODINGS, take_coding, content, NULL, error) &&
             read_part (self, PART_MARKS, take_mark, content, NULL, error)
           ? g_steal_pointer (&content)
           : NULL;
}

static gboolean
take_settlement (CwJsonPlace *place, JsonObject *object, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  g_autofree char *pair = NULL;
  CwSettlement *settlement;
  const CwItem *a, *b;

  if (!cw_json_check_members (place, object, settlement_members, G_N_ELEMENTS (settlement_members),
                              error) ||
      !_cw_document_items_find (self->items, place, object, "item_list", "item_code", &a, error) ||
      !_cw_document_items_find (self->items, place, object, "other_list", "other_code", &b, error))
    return FALSE;
  if (a == b)
    return cw_json_place_fail_at (place, "other_code", error, _ ("must not be the same item"));

  settlement = cw_settlement_new (MIN (a->id, b->id), MAX (a->id, b->id),
                                  json_object_get_string_member (object, "reason"));
  g_free (settlement->author);
  settlement->author = g_strdup (json_object_get_string_member (object, "author"));
  g_free (settlement->made);
  settlement->made = g_strdup (json_object_get_string_member (object, "made"));
  g_ptr_array_add (self->content->settlements, settlement);

  pair = g_strdup_printf ("%s %s", a->code, b->code);
  if (!g_hash_table_add (self->seen, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                      settlement->item_id, settlement->other_id)))
    return cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE, _ ("“%s” stands twice"), pair);

  return TRUE;
}

static gboolean
take_filter (CwJsonPlace *place, JsonObject *object, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  CwKeptDefinition *kept = _cw_document_filter_read (place, self->items, object, error);

  if (kept == NULL)
    return FALSE;

  g_ptr_array_add (self->content->filters, kept);

  return check_once (self, place, "name", kept->name, error);
}

/**
 * cw_document_json_reader_read_rest:
 * @self: a reader
 * @content: what it has read, whose lists and codings have ids by now
 * @error: return location
 *
 * Reads into @content what names lists and items: settlements and filters.
 *
 * Returns: %FALSE with a #CwFormatError that names the place
 */
gboolean
cw_document_json_reader_read_rest (CwDocumentJsonReader *self,
                                   CwDocumentContent *content,
                                   GError **error)
{
  g_autoptr (CwDocumentItems) items = _cw_document_items_new (content);

  return read_part (self, PART_SETTLEMENTS, take_settlement, content, items, error) &&
         read_part (self, PART_FILTERS, take_filter, content, items, error);
}

typedef struct
{
  const CwDocumentItems *items;
  CwDocumentJsonTaker taker;
  gpointer user_data;
} Visit;

static gboolean
take_mapping (CwJsonPlace *place, JsonObject *object, gpointer user_data, GError **error)
{
  Visit *self = user_data;
  g_autoptr (CwMapping) mapping = _cw_document_mapping_read (place, self->items, object, error);

  return mapping != NULL && self->taker (mapping, self->user_data, error);
}

/**
 * cw_document_json_reader_visit:
 * @self: a reader
 * @content: what it has read, whose lists and codings have ids by now
 * @taker: (scope call): takes each mapping, in the order of the file
 * @user_data: for @taker
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: %FALSE with a #CwFormatError that names the place, %G_IO_ERROR_CANCELLED, or the taker's
 *   error
 */
gboolean
cw_document_json_reader_visit (CwDocumentJsonReader *self,
                               const CwDocumentContent *content,
                               CwDocumentJsonTaker taker,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (CwDocumentItems) items = _cw_document_items_new (content);
  Visit visit = { items, taker, user_data };

  return visit_part (self, PART_MAPPINGS, take_mapping, &visit, cancellable, error);
}
