/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-slots.h"

#include "formats/curie-map.h"
#include "formats/number.h"
#include "model/date.h"
#include "model/list-draft.h"
#include "model/orcid.h"

#include <math.h>
#include <string.h>

/* A row from the side that a slot tells of. Rows are read from left to right, as the table shows
 * them: the left is the subject. */
struct _CwSssomView
{
  const CwSssomSlot *slot;
  const CwConcordanceRow *row;
  const CwItem *item; /* (nullable) */
  CwList *list;
  const char *const *languages;
};

#define EXTENSION "ext_"

/**
 * cw_relation_get_predicate:
 * @relation: a relation
 *
 * SKOS has nothing between associated and nearly the same, and so says of what shares a part that it
 * is associated. What has no counterpart is not in any relation of a mapping.
 *
 * Returns: (transfer none): the IRI of the property of SKOS (W3C 2009, section 10)
 */
const char *
cw_relation_get_predicate (CwRelation relation)
{
  static const char *const predicates[CW_N_RELATIONS] = {
    [CW_RELATION_NONE] = CW_SKOS_IRI "mappingRelation",
    [CW_RELATION_EXACT] = CW_SKOS_IRI "exactMatch",
    [CW_RELATION_CLOSE] = CW_SKOS_IRI "closeMatch",
    [CW_RELATION_BROAD] = CW_SKOS_IRI "broadMatch",
    [CW_RELATION_NARROW] = CW_SKOS_IRI "narrowMatch",
    [CW_RELATION_OVERLAP] = CW_SKOS_IRI "relatedMatch",
    [CW_RELATION_RELATED] = CW_SKOS_IRI "relatedMatch",
  };

  return predicates[relation];
}

static void
append_id (const CwSssomView *view, GString *value)
{
  g_autofree char *iri = view->item != NULL ? cw_item_get_iri (view->item) : NULL;

  g_string_append (value, iri != NULL ? iri : CW_SSSOM_IRI "NoTermFound");
}

static const CwLabel *
get_label (const CwSssomView *view)
{
  return view->item != NULL ? cw_item_choose_label (view->item, view->languages) : NULL;
}

static void
append_label (const CwSssomView *view, GString *value)
{
  const CwLabel *label = get_label (view);

  if (label != NULL)
    g_string_append (value, label->text);
}

static void
append_language (const CwSssomView *view, GString *value)
{
  const CwLabel *label = get_label (view);

  if (label != NULL)
    g_string_append (value, label->language);
}

static void
append_predicate (const CwSssomView *view, GString *value)
{
  g_string_append (value, cw_relation_get_predicate (view->row->relation));
}

static void
append_modifier (const CwSssomView *view, GString *value)
{
  if (view->row->mapping->negated)
    g_string_append (value, "Not");
}

/* Every mapping of a document is somebody's judgement, wherever the idea came from. */
static void
append_justification (const CwSssomView *view, GString *value)
{
  g_string_append (value, CW_SEMAPV_IRI "ManualMappingCuration");
}

static const char *
get_text (const CwSssomView *view)
{
  return G_STRUCT_MEMBER (char *, view->row->mapping, view->slot->offset);
}

static void
append_text (const CwSssomView *view, GString *value)
{
  g_string_append (value, get_text (view));
}

static gboolean
is_orcid (const char *text)
{
  g_autofree char *orcid = cw_orcid_parse (text);

  return g_strcmp0 (orcid, text) == 0;
}

static void
append_author_id (const CwSssomView *view, GString *value)
{
  if (is_orcid (get_text (view)))
    g_string_append_printf (value, CW_ORCID_IRI "%s", get_text (view));
}

/* What cannot be an identifier of the author is kept in its own words. */
static void
append_other_orcid (const CwSssomView *view, GString *value)
{
  if (!is_orcid (get_text (view)))
    append_text (view, value);
}

/* Where nothing was found there is nothing that has a type. */
static void
append_type (const CwSssomView *view, GString *value)
{
  if (view->item != NULL)
    g_string_append (value, "skos concept");
}

static void
append_source (const CwSssomView *view, GString *value)
{
  g_autofree char *iri = cw_list_get_iri (view->list);

  g_string_append (value, iri);
}

/* A list has no version but its date. */
static void
append_version (const CwSssomView *view, GString *value)
{
  g_string_append (value, cw_list_get_card (view->list)->issued);
}

/* The day of a time, which ISO 8601 has first. */
static void
append_day (const CwSssomView *view, GString *value)
{
  g_autofree char *day = g_strndup (get_text (view), strlen ("YYYY-MM-DD"));

  if (cw_date_is_valid (day))
    g_string_append (value, day);
}

/* SSSOM wants to know who reviewed what was reviewed. */
static void
append_review_day (const CwSssomView *view, GString *value)
{
  if (*view->row->mapping->reviewer != '\0')
    append_day (view, value);
}

/* Up to three decimals, half rounded up, in any locale. The allowance is for decimals that binary
 * has no exact form of: 0.7835 is 0.784. */
static void
append_rounded (GString *value, double confidence)
{
  guint thousandths = (guint) floor (confidence * 1000 + 0.5 + 1e-9);

  g_string_append_printf (value, "%u.%03u", thousandths / 1000, thousandths % 1000);
  while (value->str[value->len - 1] == '0')
    g_string_truncate (value, value->len - 1);
  if (value->str[value->len - 1] == '.')
    g_string_truncate (value, value->len - 1);
}

static void
append_confidence (const CwSssomView *view, GString *value)
{
  if (view->row->mapping->confidence >= 0)
    append_rounded (value, view->row->mapping->confidence);
}

/* Where rounding loses something. */
static void
append_exact_confidence (const CwSssomView *view, GString *value)
{
  g_autoptr (GString) rounded = g_string_new (NULL);
  g_autoptr (GString) exact = g_string_new (NULL);

  if (view->row->mapping->confidence < 0)
    return;

  append_rounded (rounded, view->row->mapping->confidence);
  cw_number_append (exact, view->row->mapping->confidence);
  if (!g_string_equal (rounded, exact))
    g_string_append_len (value, exact->str, (gssize) exact->len);
}

static void
append_address (const CwSssomView *view, GString *value)
{
  if (cw_iri_is_valid (get_text (view)))
    append_text (view, value);
}

/* What a person typed in its place. */
static void
append_other_address (const CwSssomView *view, GString *value)
{
  if (!cw_iri_is_valid (get_text (view)))
    append_text (view, value);
}

static void
append_absence (const CwSssomView *view, GString *value)
{
  if (view->row->relation == CW_RELATION_NONE)
    g_string_append (value, cw_absence_to_key (view->row->mapping->absence));
}

/* Whether the mapping was made from the object to the subject. */
static void
append_inverted (const CwSssomView *view, GString *value)
{
  if (view->row->left == NULL || view->row->left->id != view->row->mapping->subject_id)
    g_string_append (value, "true");
}

static void
append_note (const CwSssomView *view, GString *value)
{
  g_string_append (value, view->slot->flags & CW_SSSOM_OBJECT
                            ? cw_concordance_row_get_right_note (view->row)
                            : cw_concordance_row_get_left_note (view->row));
}

static void
append_code (const CwSssomView *view, GString *value)
{
  if (view->item != NULL)
    g_string_append (value, view->item->code);
}

static void
append_relation (const CwSssomView *view, GString *value)
{
  g_string_append (value, cw_relation_to_key (view->row->relation));
}

static void
append_status (const CwSssomView *view, GString *value)
{
  g_string_append (value, cw_status_to_key (view->row->mapping->status));
}

#define TEXT(field) G_STRUCT_OFFSET (CwMapping, field)
#define REQUIRED_REFERENCE (CW_SSSOM_REFERENCE | CW_SSSOM_REQUIRED)

/* In the order of SSSOM's schema, then the extensions in that of their properties. Left out is what
 * a document does not know: who or what proposed a mapping (mapping_tool, mapping_provider) above
 * all. */
static const CwSssomSlot slots[CW_SSSOM_N_SLOTS] = {
  { "subject_id", REQUIRED_REFERENCE, append_id },
  { "subject_label", 0, append_label },
  { "predicate_id", REQUIRED_REFERENCE, append_predicate },
  { "predicate_modifier", 0, append_modifier },
  { "object_id", REQUIRED_REFERENCE | CW_SSSOM_OBJECT, append_id },
  { "object_label", CW_SSSOM_OBJECT, append_label },
  { "mapping_justification", REQUIRED_REFERENCE, append_justification },
  { "author_id", CW_SSSOM_REFERENCE | CW_SSSOM_LIST, append_author_id, TEXT (author_orcid) },
  { "author_label", CW_SSSOM_LIST, append_text, TEXT (author) },
  { "reviewer_label", CW_SSSOM_LIST, append_text, TEXT (reviewer) },
  { "subject_type", CW_SSSOM_PROPAGATES, append_type },
  { "subject_source", CW_SSSOM_REFERENCE | CW_SSSOM_PROPAGATES, append_source },
  { "subject_source_version", CW_SSSOM_PROPAGATES, append_version },
  { "object_type", CW_SSSOM_OBJECT | CW_SSSOM_PROPAGATES, append_type },
  { "object_source", CW_SSSOM_OBJECT | CW_SSSOM_REFERENCE | CW_SSSOM_PROPAGATES, append_source },
  { "object_source_version", CW_SSSOM_OBJECT | CW_SSSOM_PROPAGATES, append_version },
  { CW_SSSOM_CARDINALITY, 0, NULL },
  { "mapping_date", CW_SSSOM_DATE | CW_SSSOM_PROPAGATES, append_day, TEXT (created) },
  { "review_date", CW_SSSOM_DATE | CW_SSSOM_SINCE_1_1, append_review_day, TEXT (reviewed) },
  { "confidence", 0, append_confidence },
  { "see_also", CW_SSSOM_LIST, append_address, TEXT (url) },
  { "comment", 0, append_text, TEXT (rationale) },
  { EXTENSION "absence_reason", 0, append_absence },
  { EXTENSION "author_orcid", 0, append_other_orcid, TEXT (author_orcid) },
  { EXTENSION "confidence", 0, append_exact_confidence },
  { EXTENSION "created", 0, append_text, TEXT (created) },
  { EXTENSION "evidence_address", 0, append_other_address, TEXT (url) },
  { EXTENSION "evidence_citation", 0, append_text, TEXT (citation) },
  { EXTENSION "evidence_quotation", 0, append_text, TEXT (quotation) },
  { EXTENSION "inverted", CW_SSSOM_BOOLEAN, append_inverted },
  { CW_SSSOM_SAMENESS_ID, 0, NULL },
  { EXTENSION "modified", 0, append_text, TEXT (modified) },
  { EXTENSION "note_object", CW_SSSOM_OBJECT, append_note },
  { EXTENSION "note_shared", 0, append_text, TEXT (note_shared) },
  { EXTENSION "note_subject", 0, append_note },
  { EXTENSION "object_code", CW_SSSOM_OBJECT, append_code },
  { EXTENSION "object_label_language", CW_SSSOM_OBJECT, append_language },
  { CW_SSSOM_RECORD_HASH, 0, NULL },
  { EXTENSION "relation", 0, append_relation },
  { EXTENSION "reviewed", 0, append_text, TEXT (reviewed) },
  { EXTENSION "status", 0, append_status },
  { EXTENSION "subject_code", 0, append_code },
  { EXTENSION "subject_label_language", 0, append_language },
};

/**
 * cw_sssom_slot_get:
 * @index: less than %CW_SSSOM_N_SLOTS
 *
 * Returns: (transfer none): a slot, in the order in which they are written
 */
const CwSssomSlot *
cw_sssom_slot_get (guint index)
{
  return &slots[index];
}

/**
 * cw_sssom_slot_append:
 * @self: a slot that the writer does not fill in
 * @row: a row with a mapping
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 * @value: where to append
 *
 * Appends the slot's one value as it is, a reference as its whole IRI; nothing where it has none.
 */
void
cw_sssom_slot_append (const CwSssomSlot *self,
                      const CwConcordanceRow *row,
                      const char *const *languages,
                      GString *value)
{
  gboolean is_object = (self->flags & CW_SSSOM_OBJECT) != 0;
  CwSssomView view = {
    .slot = self,
    .row = row,
    .item = is_object ? row->right : row->left,
    .list = is_object ? row->right_list : row->left_list,
    .languages = languages,
  };

  self->append (&view, value);
}

/**
 * cw_sssom_slot_get_extension_name:
 * @self: a slot
 *
 * Returns: (transfer none) (nullable): what is appended to %CW_TERMS_IRI for its property; %NULL for
 *   a slot of SSSOM
 */
const char *
cw_sssom_slot_get_extension_name (const CwSssomSlot *self)
{
  return g_str_has_prefix (self->name, EXTENSION) ? self->name + strlen (EXTENSION) : NULL;
}
