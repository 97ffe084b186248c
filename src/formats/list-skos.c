/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-skos.h"

static void
add_texts (CwTurtleWriter *writer, const char *predicate, const CwText *text)
{
  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    {
      const char *language = cw_text_get_language (text, i);

      cw_turtle_writer_add_text (writer, predicate, language, cw_text_get (text, language));
    }
}

static void
add_item (CwTurtleWriter *writer, const char *predicate, const CwItem *item)
{
  g_autofree char *iri = cw_item_get_iri (item);

  cw_turtle_writer_add_iri (writer, predicate, iri);
}

/* The items right below @parent, or of the first level. */
static void
add_children (CwTurtleWriter *writer, const char *predicate, CwList *list, const CwItem *parent)
{
  guint first = parent != NULL ? parent->index + 1 : 0;
  guint end = parent != NULL ? first + parent->n_descendants : cw_list_get_n_items (list);

  for (guint i = first; i < end;)
    {
      const CwItem *item = cw_list_get_item (list, i);

      add_item (writer, predicate, item);
      i += item->n_descendants + 1;
    }
}

static void
write_scheme (CwTurtleWriter *writer, CwList *list, const char *iri)
{
  const CwListCard *card = cw_list_get_card (list);

  cw_turtle_writer_set_subject (writer, iri);
  cw_turtle_writer_add_name (writer, "rdf:type", "skos:ConceptScheme");
  cw_turtle_writer_add_text (writer, "dcterms:identifier", NULL, card->key);
  add_texts (writer, "dcterms:title", card->title);
  add_texts (writer, "skos:prefLabel", card->short_title);
  if (cw_text_get_n_languages (card->issuer) > 0)
    {
      cw_turtle_writer_begin_blank (writer, "dcterms:publisher");
      cw_turtle_writer_add_name (writer, "rdf:type", "foaf:Organization");
      add_texts (writer, "foaf:name", card->issuer);
      cw_turtle_writer_end_blank (writer);
    }
  cw_turtle_writer_add_typed (writer, "dcterms:issued", "xsd:date", card->issued);
  cw_turtle_writer_add_text (writer, "dcterms:language", NULL, card->official_language);
  cw_turtle_writer_add_text (writer, "dcterms:bibliographicCitation", NULL, card->citation);
  cw_turtle_writer_add_text (writer, "dcterms:source", NULL, card->url);
  cw_turtle_writer_add_text (writer, "crosswalk:document_number", NULL, card->document_number);
  cw_turtle_writer_add_text (writer, "crosswalk:purpose", NULL, card->purpose);
  cw_turtle_writer_add_text (writer, "crosswalk:legal_force", NULL, card->legal_force);
  cw_turtle_writer_add_text (writer, "skos:note", NULL, card->notes);
  cw_turtle_writer_add_text (writer, "skos:editorialNote", NULL, card->verification);
  add_children (writer, "skos:hasTopConcept", list, NULL);
}

/* One preferred label a language, and no other that is the same (SKOS Reference, S13 and S14). */
static void
add_labels (CwTurtleWriter *writer, const CwItem *item)
{
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];
      const CwLabel *preferred = cw_item_get_label (item, label->language);

      if (label == preferred)
        cw_turtle_writer_add_text (writer, "skos:prefLabel", label->language, label->text);
      else if (preferred == NULL || !g_str_equal (label->text, preferred->text))
        cw_turtle_writer_add_text (writer, "skos:altLabel", label->language, label->text);
    }
}

static void
write_concept (CwTurtleWriter *writer, const CwItem *item, const char *scheme)
{
  g_autofree char *iri = cw_item_get_iri (item);

  cw_turtle_writer_set_subject (writer, iri);
  cw_turtle_writer_add_name (writer, "rdf:type", "skos:Concept");
  cw_turtle_writer_add_iri (writer, "skos:inScheme", scheme);
  if (item->parent == NULL)
    cw_turtle_writer_add_iri (writer, "skos:topConceptOf", scheme);
  cw_turtle_writer_add_text (writer, "skos:notation", NULL, item->code);
  add_labels (writer, item);
  cw_turtle_writer_add_text (writer, "skos:note", NULL, item->note);
  if (item->parent != NULL)
    add_item (writer, "skos:broader", item->parent);
  add_children (writer, "skos:narrower", item->list, item);
}

/**
 * cw_list_skos_write:
 * @writer: where to write
 * @list: a list
 *
 * Writes a list as a SKOS concept scheme (W3C 2009) with all its concepts.
 */
void
cw_list_skos_write (CwTurtleWriter *writer, CwList *list)
{
  g_autofree char *iri = cw_list_get_iri (list);

  write_scheme (writer, list, iri);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    write_concept (writer, cw_list_get_item (list, i), iri);
}
