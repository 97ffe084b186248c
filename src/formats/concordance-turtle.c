/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-turtle.h"

#include "formats/correspondence.h"
#include "formats/curie-map.h"
#include "formats/list-skos.h"
#include "formats/number.h"

#include <string.h>

typedef struct
{
  CwConcordanceWriter parent;
  CwTurtleWriter *turtle;
  const CwConcordanceHead *head;
  char *set;           /* IRI of the set of mappings */
  GArray *rows;        /* CwConcordanceRow: what is written of */
  GPtrArray *mappings; /* of the rows */
  GPtrArray *lists;    /* CwList: which the rows or the head name */
} Turtle;

static const char *const predicates[CW_N_RELATIONS] = {
  [CW_RELATION_NONE] = "skos:mappingRelation", [CW_RELATION_EXACT] = "skos:exactMatch",
  [CW_RELATION_CLOSE] = "skos:closeMatch",     [CW_RELATION_BROAD] = "skos:broadMatch",
  [CW_RELATION_NARROW] = "skos:narrowMatch",   [CW_RELATION_OVERLAP] = "skos:relatedMatch",
  [CW_RELATION_RELATED] = "skos:relatedMatch",
};

static void
name_list (Turtle *self, CwList *list)
{
  if (list != NULL && !g_ptr_array_find (self->lists, list, NULL))
    g_ptr_array_add (self->lists, g_object_ref (list));
}

/* A reader of RDF takes each statement for true and knows nothing of a status of ours: what was
 * decided against stays out. */
static gboolean
add_row (CwConcordanceWriter *writer, const CwConcordanceRow *row, GError **error)
{
  Turtle *self = (Turtle *) writer;
  CwConcordanceRow kept = *row;
  CwMapping *mapping;

  if (row->mapping == NULL || row->mapping->status == CW_STATUS_REJECTED)
    return TRUE;

  name_list (self, row->left_list);
  name_list (self, row->right_list);
  mapping = cw_mapping_copy (row->mapping);
  g_ptr_array_add (self->mappings, mapping);
  kept.mapping = mapping;
  g_array_append_val (self->rows, kept);

  return TRUE;
}

static void
write_plain (Turtle *self, const CwConcordanceRow *row)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (row->relation == CW_RELATION_NONE || row->mapping->negated)
    return;

  left = cw_item_get_iri (row->left);
  right = cw_item_get_iri (row->right);
  cw_turtle_writer_set_subject (self->turtle, left);
  cw_turtle_writer_add_iri (self->turtle, predicates[row->relation], right);
}

static void
add_end (Turtle *self, const char *predicate, const char *label_predicate, const CwItem *item)
{
  const CwLabel *label;
  g_autofree char *iri = NULL;

  if (item == NULL)
    {
      cw_turtle_writer_add_name (self->turtle, predicate, "sssom:NoTermFound");
      return;
    }

  iri = cw_item_get_iri (item);
  label = cw_item_choose_label (item, self->head->languages);
  cw_turtle_writer_add_iri (self->turtle, predicate, iri);
  if (label != NULL)
    cw_turtle_writer_add_text (self->turtle, label_predicate, NULL, label->text);
}

static void
add_list (Turtle *self, const char *predicate, CwList *list)
{
  g_autofree char *iri = cw_list_get_iri (list);

  cw_turtle_writer_add_iri (self->turtle, predicate, iri);
}

/* The day of a time. */
static void
add_day (Turtle *self, const char *predicate, const char *time)
{
  g_autofree char *day = g_strndup (time, strlen ("2026-01-01"));

  cw_turtle_writer_add_typed (self->turtle, predicate, "xsd:date", day);
}

static void
add_people (Turtle *self, const CwMapping *mapping)
{
  if (*mapping->author_orcid != '\0')
    {
      g_autofree char *orcid = g_strconcat (CW_ORCID_IRI, mapping->author_orcid, NULL);

      cw_turtle_writer_add_iri (self->turtle, "pav:authoredBy", orcid);
    }
  cw_turtle_writer_add_text (self->turtle, "sssom:author_label", NULL, mapping->author);
  if (*mapping->reviewer == '\0')
    return;

  cw_turtle_writer_add_text (self->turtle, "sssom:reviewer_label", NULL, mapping->reviewer);
  add_day (self, "sssom:review_date", mapping->reviewed);
}

/* What SSSOM has no slot for is said in terms of our own. */
static void
add_own (Turtle *self, const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;

  cw_turtle_writer_add_text (self->turtle, "crosswalk:relation", NULL,
                             cw_relation_to_key (row->relation));
  cw_turtle_writer_add_text (self->turtle, "crosswalk:status", NULL,
                             cw_status_to_key (mapping->status));
  if (row->relation == CW_RELATION_NONE)
    cw_turtle_writer_add_text (self->turtle, "crosswalk:absence_reason", NULL,
                               cw_absence_to_key (mapping->absence));
  cw_turtle_writer_add_text (self->turtle, "crosswalk:note_shared", NULL, mapping->note_shared);
  cw_turtle_writer_add_text (self->turtle, "crosswalk:note_subject", NULL,
                             cw_concordance_row_get_left_note (row));
  cw_turtle_writer_add_text (self->turtle, "crosswalk:note_object", NULL,
                             cw_concordance_row_get_right_note (row));
  cw_turtle_writer_add_text (self->turtle, "dcterms:bibliographicCitation", NULL,
                             mapping->citation);
  cw_turtle_writer_add_text (self->turtle, "crosswalk:evidence_address", NULL, mapping->url);
  cw_turtle_writer_add_text (self->turtle, "crosswalk:evidence_quotation", NULL,
                             mapping->quotation);
}

static void
write_reified (Turtle *self, const CwConcordanceRow *row)
{
  const CwMapping *mapping = row->mapping;

  cw_turtle_writer_begin_blank (self->turtle, "sssom:mappings");
  cw_turtle_writer_add_name (self->turtle, "rdf:type", "owl:Axiom");
  add_end (self, "owl:annotatedSource", "sssom:subject_label", row->left);
  cw_turtle_writer_add_name (self->turtle, "owl:annotatedProperty", predicates[row->relation]);
  if (mapping->negated)
    cw_turtle_writer_add_name (self->turtle, "sssom:predicate_modifier", "sssom:NegatedPredicate");
  add_end (self, "owl:annotatedTarget", "sssom:object_label", row->right);
  add_list (self, "sssom:subject_source", row->left_list);
  add_list (self, "sssom:object_source", row->right_list);
  cw_turtle_writer_add_name (self->turtle, "sssom:mapping_justification",
                             "semapv:ManualMappingCuration");
  add_people (self, mapping);
  add_day (self, "dcterms:created", mapping->created);
  if (mapping->confidence >= 0)
    {
      g_autoptr (GString) number = g_string_new (NULL);

      cw_number_append (number, mapping->confidence);
      cw_turtle_writer_add_typed (self->turtle, "sssom:confidence", "xsd:double", number->str);
    }
  cw_turtle_writer_add_text (self->turtle, "rdfs:comment", NULL, mapping->rationale);
  add_own (self, row);
  cw_turtle_writer_end_blank (self->turtle);
}

static void
write_set (Turtle *self)
{
  cw_turtle_writer_set_subject (self->turtle, self->set);
  cw_turtle_writer_add_name (self->turtle, "rdf:type", "sssom:MappingSet");
  cw_turtle_writer_add_iri (self->turtle, "dcterms:license", CW_SSSOM_NO_LICENSE);
  cw_turtle_writer_add_text (self->turtle, "dcterms:title", NULL, self->head->title);
  cw_turtle_writer_add_text (self->turtle, "dcterms:description", NULL, self->head->notice);
  cw_turtle_writer_add_text (self->turtle, "crosswalk:coding", NULL, self->head->coding);
  for (guint i = 0; i < self->rows->len; i++)
    write_reified (self, &g_array_index (self->rows, CwConcordanceRow, i));
}

static void
add_items (Turtle *self, const char *predicate, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *iri = cw_item_get_iri (g_ptr_array_index (items, i));

      cw_turtle_writer_add_iri (self->turtle, predicate, iri);
    }
}

static void
write_correspondence (Turtle *self, GArray *rows)
{
  CwList *left = g_array_index (rows, CwConcordanceRow, 0).left_list;
  CwList *right = g_array_index (rows, CwConcordanceRow, 0).right_list;
  g_autoptr (GPtrArray) associations =
    cw_associations_find ((const CwConcordanceRow *) (gpointer) rows->data, rows->len);
  const char *const english[] = { "en", NULL };
  g_autofree char *name = g_strconcat (cw_list_get_key (left), "__", cw_list_get_key (right), NULL);
  g_autofree char *fragment = g_uri_escape_string (name, NULL, FALSE);
  g_autofree char *iri = g_strconcat (self->set, "#", fragment, NULL);
  g_autofree char *title = g_strdup_printf ("%s – %s", cw_list_get_short_title (left, english),
                                            cw_list_get_short_title (right, english));

  cw_turtle_writer_set_subject (self->turtle, iri);
  cw_turtle_writer_add_name (self->turtle, "rdf:type", "xkos:Correspondence");
  cw_turtle_writer_add_text (self->turtle, "skos:prefLabel", "en", title);
  add_list (self, "xkos:compares", left);
  if (right != left)
    add_list (self, "xkos:compares", right);
  for (guint i = 0; i < associations->len; i++)
    {
      const CwAssociation *association = g_ptr_array_index (associations, i);

      cw_turtle_writer_begin_blank (self->turtle, "xkos:madeOf");
      cw_turtle_writer_add_name (self->turtle, "rdf:type", "xkos:ConceptAssociation");
      add_items (self, "xkos:sourceConcept", association->sources);
      add_items (self, "xkos:targetConcept", association->targets);
      cw_turtle_writer_end_blank (self->turtle);
    }
}

/* A correspondence for each two lists, in the order in which rows first name them. */
static void
write_correspondences (Turtle *self)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GHashTable) rows_by_pair =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwConcordanceRow *row = &g_array_index (self->rows, CwConcordanceRow, i);
      g_autofree char *pair =
        g_strdup_printf ("%p %p", (gpointer) row->left_list, (gpointer) row->right_list);
      GArray *rows = g_hash_table_lookup (rows_by_pair, pair);

      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (CwConcordanceRow));
          g_ptr_array_add (pairs, rows);
          g_hash_table_insert (rows_by_pair, g_steal_pointer (&pair), rows);
        }
      g_array_append_vals (rows, row, 1);
    }

  for (guint i = 0; i < pairs->len; i++)
    write_correspondence (self, g_ptr_array_index (pairs, i));
}

static gboolean
finish (CwConcordanceWriter *writer, GError **error)
{
  Turtle *self = (Turtle *) writer;

  for (guint i = 0; i < self->lists->len; i++)
    cw_list_skos_write (self->turtle, g_ptr_array_index (self->lists, i));
  for (guint i = 0; i < self->rows->len; i++)
    write_plain (self, &g_array_index (self->rows, CwConcordanceRow, i));
  write_set (self);
  write_correspondences (self);

  return cw_turtle_writer_finish (self->turtle, error);
}

static void
turtle_free (CwConcordanceWriter *writer)
{
  Turtle *self = (Turtle *) writer;

  cw_turtle_writer_free (self->turtle);
  g_free (self->set);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

static const CwConcordanceWriterClass klass = { add_row, finish, turtle_free };

/**
 * cw_concordance_turtle_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 *
 * Begins RDF in Turtle: the lists in SKOS; each mapping that holds as a plain statement of SKOS; all
 * of them with who, when and why after SSSOM 1.0, “RDF/XML and Turtle”; and what belongs together
 * after XKOS. Rejected mappings and open items are left out.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_turtle_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  Turtle *self = g_new0 (Turtle, 1);

  self->parent.klass = &klass;
  self->turtle = cw_turtle_writer_new (stream);
  self->head = head;
  self->set = g_strconcat ("urn:uuid:", head->uuid, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (CwConcordanceRow));
  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < head->left->len; i++)
    name_list (self, g_ptr_array_index (head->left, i));
  for (guint i = 0; i < head->right->len; i++)
    name_list (self, g_ptr_array_index (head->right, i));

  return &self->parent;
}
