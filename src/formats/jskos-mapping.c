/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-mapping.h"

#include "formats/curie-map.h"
#include "formats/jskos-printer.h"
#include "formats/sssom-hash.h"
#include "formats/sssom-slots.h"
#include "model/list-draft.h"
#include "model/orcid.h"

/* Rows are read from left to right: the left is where a mapping comes from. What JSKOS has no field
 * for stands in fields of our own, whose names begin with an underscore; a reader that does not know
 * them keeps or drops them (JSKOS, “Unknown fields”). */

/* A set of one resource, known by its name, its IRI or both. */
static void
print_named (CwJsonPrinter *printer, const char *key, const char *name, const char *uri)
{
  if (*name == '\0' && uri == NULL)
    return;

  cw_json_printer_key (printer, key);
  cw_json_printer_begin_array (printer);
  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "uri", uri);
  if (*name != '\0')
    {
      cw_json_printer_key (printer, "prefLabel");
      cw_json_printer_begin_object (printer);
      cw_jskos_print_string (printer, "und", name);
      cw_json_printer_end_object (printer);
    }
  cw_json_printer_end_object (printer);
  cw_json_printer_end_array (printer);
}

static void
print_concept (CwJsonPrinter *printer, const CwItem *item)
{
  g_autofree char *uri = cw_item_get_iri (item);
  g_autofree char *scheme = cw_list_get_iri (item->list);

  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "uri", uri);
  cw_jskos_print_list (printer, "notation", item->code);
  cw_jskos_print_preferred (printer, item);
  cw_jskos_print_resource (printer, "inScheme", scheme);
  cw_json_printer_end_object (printer);
}

/* A set with nothing in it says that there is no counterpart. */
static void
print_bundle (CwJsonPrinter *printer, const char *key, const CwItem *item)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "memberSet");
  cw_json_printer_begin_array (printer);
  if (item != NULL)
    print_concept (printer, item);
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);
}

/* Which list it is, without its items. */
static void
print_scheme (CwJsonPrinter *printer, const char *key, CwList *list)
{
  g_autofree char *uri = cw_list_get_iri (list);

  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  cw_jskos_print_string (printer, "uri", uri);
  cw_jskos_print_list (printer, "notation", cw_list_get_key (list));
  cw_json_printer_end_object (printer);
}

static void
print_sameness_id (CwJsonPrinter *printer, const CwConcordanceRow *row)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *id = NULL;

  if (row->left == NULL || row->right == NULL)
    return;

  left = cw_item_get_iri (row->left);
  right = cw_item_get_iri (row->right);
  id = cw_mapping_sameness_id ((const char *const[]){ left, NULL },
                               cw_relation_get_predicate (row->relation),
                               (const char *const[]){ right, NULL }, row->mapping->negated);
  cw_jskos_print_list (printer, "identifier", id);
}

static void
print_author (CwJsonPrinter *printer, const CwMapping *mapping)
{
  g_autofree char *orcid = cw_orcid_parse (mapping->author_orcid);
  g_autofree char *uri = orcid != NULL ? g_strconcat (CW_ORCID_IRI, orcid, NULL) : NULL;

  print_named (printer, "creator", mapping->author, uri);
  if (g_strcmp0 (orcid, mapping->author_orcid) != 0)
    cw_jskos_print_string (printer, "_orcid", mapping->author_orcid);
}

/* The document that is cited, at its address. */
static void
print_evidence (CwJsonPrinter *printer, const CwMapping *mapping)
{
  gboolean has_uri = cw_iri_is_valid (mapping->url);

  print_named (printer, "source", mapping->citation, has_uri ? mapping->url : NULL);
  if (!has_uri)
    cw_jskos_print_string (printer, "_evidenceAddress", mapping->url);
  cw_jskos_print_string (printer, "_evidenceQuotation", mapping->quotation);
}

static void
print_flag (CwJsonPrinter *printer, const char *key, gboolean is_set)
{
  if (!is_set)
    return;

  cw_json_printer_key (printer, key);
  cw_json_printer_boolean (printer, TRUE);
}

static void
print_judgement (CwJsonPrinter *printer, const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;

  cw_jskos_print_string (printer, "_relation", cw_relation_to_key (row->relation));
  print_flag (printer, "_inverted", row->left == NULL || row->left->id != mapping->subject_id);
  print_flag (printer, "_negated", mapping->negated);
  if (row->relation == CW_RELATION_NONE)
    cw_jskos_print_string (printer, "_absenceReason", cw_absence_to_key (mapping->absence));
  cw_jskos_print_string (printer, "_status", cw_status_to_key (mapping->status));
  cw_jskos_print_string (printer, "_reviewer", mapping->reviewer);
  cw_jskos_print_string (printer, "_reviewed", mapping->reviewed);
  cw_jskos_print_string (printer, "_noteShared", mapping->note_shared);
  cw_jskos_print_string (printer, "_noteFrom", cw_concordance_row_get_left_note (row));
  cw_jskos_print_string (printer, "_noteTo", cw_concordance_row_get_right_note (row));
}

/**
 * cw_jskos_print_mapping:
 * @printer: a printer
 * @uuid: of the document
 * @row: a row with a mapping
 *
 * Writes a mapping as a JSKOS object.
 */
void
cw_jskos_print_mapping (CwJsonPrinter *printer, const char *uuid, const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;
  g_autofree char *uri =
    g_strdup_printf ("urn:uuid:%s#mapping/%" G_GINT64_FORMAT, uuid, mapping->id);

  cw_json_printer_begin_object (printer);
  /* One that is in no document yet has no name. */
  if (mapping->id != 0)
    cw_jskos_print_string (printer, "uri", uri);
  print_sameness_id (printer, row);
  cw_jskos_print_list (printer, "type", cw_relation_get_predicate (row->relation));
  print_bundle (printer, "from", row->left);
  print_bundle (printer, "to", row->right);
  print_scheme (printer, "fromScheme", row->left_list);
  print_scheme (printer, "toScheme", row->right_list);
  if (mapping->confidence >= 0)
    {
      cw_json_printer_key (printer, "mappingRelevance");
      cw_json_printer_number (printer, mapping->confidence);
    }
  cw_jskos_print_string (printer, "justification", CW_SEMAPV_IRI "ManualMappingCuration");
  print_author (printer, mapping);
  cw_jskos_print_string (printer, "created", mapping->created);
  cw_jskos_print_string (printer, "modified", mapping->modified);
  cw_jskos_print_note (printer, "note", mapping->rationale);
  print_evidence (printer, mapping);
  print_judgement (printer, row);
  cw_json_printer_end_object (printer);
}
