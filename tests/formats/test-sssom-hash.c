/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-hash.h"

/* The vectors are those that the specifications publish: “Hashing a SSSOM mapping record” of SSSOM
 * 1.1, and the examples of Mapping Sameness Identifier 0.9.0. */

#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define SEMAPV "https://w3id.org/semapv/vocab/"
#define OBO "http://purl.obolibrary.org/obo/"

static CwSssomRecord *
begin (const char *subject, const char *predicate, const char *object, const char *justification)
{
  CwSssomRecord *record = cw_sssom_record_new ();

  cw_sssom_record_add (record, "subject_id", subject);
  cw_sssom_record_add (record, "predicate_id", predicate);
  cw_sssom_record_add (record, "object_id", object);
  cw_sssom_record_add (record, "mapping_justification", justification);

  return record;
}

static void
assert_hash (CwSssomRecord *record, const char *wanted)
{
  g_autofree char *hash = cw_sssom_record_end (record);

  g_assert_cmpstr (hash, ==, wanted);
}

static void
test_list (void)
{
  const char *const creators[] = { "https://orcid.org/0000-0000-5678-1234",
                                   "https://orcid.org/0000-0000-1234-5678", NULL };
  g_autoptr (CwSssomRecord) record = begin (OBO "FBbt_00001234", SKOS "exactMatch",
                                            OBO "UBERON_0005678", SEMAPV "ManualMappingCuration");

  cw_sssom_record_add_list (record, "creator_id", creators);
  assert_hash (record, "0A442FB005783031");
  g_assert_cmpstr (cw_sssom_record_get_expression (record), ==,
                   "(7:mapping((10:subject_id44:" OBO "FBbt_00001234)(12:predicate_id46:" SKOS
                   "exactMatch)(9:object_id45:" OBO
                   "UBERON_0005678)(21:mapping_justification51:" SEMAPV
                   "ManualMappingCuration)(10:creator_id(37:https://orcid.org/"
                   "0000-0000-1234-567837:https://orcid.org/0000-0000-5678-1234))))");
}

static void
test_propagated (void)
{
  g_autoptr (CwSssomRecord) record = begin ("https://kewl-foodie.ince/food/F001", SKOS "exactMatch",
                                            OBO "FOODON_00002473", SEMAPV "ManualMappingCuration");

  cw_sssom_record_add (record, "subject_source", "https://kewl-foodie.ince/food/DB");
  cw_sssom_record_add (record, "object_source", "https://www.wikidata.org/wiki/Q55118395");
  cw_sssom_record_add (record, "object_source_version",
                       OBO "foodon/releases/2022-02-01/foodon.owl");
  cw_sssom_record_add (record, "mapping_date", "2022-05-02");
  cw_sssom_record_add (record, "confidence", "0.95");
  assert_hash (record, "97170EB542E9AE8F");
}

static void
test_plain (void)
{
  g_autoptr (CwSssomRecord) record =
    begin (OBO "FBbt_0009124", SKOS "exactMatch", OBO "UBERON_0000003", SEMAPV "LexicalMatching");

  assert_hash (record, "18F3436E89AA1AA2");
}

static void
test_score (void)
{
  g_autoptr (CwSssomRecord) record = begin (OBO "HP_0009124", SKOS "exactMatch", OBO "MP_0000003",
                                            SEMAPV "LexicalSimilarityThresholdMatching");

  cw_sssom_record_add (record, "mapping_provider", "https://w3id.org/sssom/core_team");
  cw_sssom_record_add (record, "similarity_score", "0.8");
  assert_hash (record, "0D45A2E8C64EBD65");
}

static void
test_extensions (void)
{
  g_autoptr (CwSssomRecord) record = cw_sssom_record_new ();

  cw_sssom_record_add (record, "subject_id", "https://example.org/entities/0001");
  cw_sssom_record_add (record, "subject_label", "alice");
  cw_sssom_record_add (record, "predicate_id", SKOS "closeMatch");
  cw_sssom_record_add (record, "object_id", "https://example.com/entities/0011");
  cw_sssom_record_add (record, "object_label", "alpha");
  cw_sssom_record_add (record, "mapping_justification", SEMAPV "ManualMappingCuration");
  cw_sssom_record_add_extension (record, "https://example.org/properties/barProperty", "111");
  cw_sssom_record_add_extension (record, "https://example.org/properties/bazProperty",
                                 "https://example.org/entities/BAZ_0001");
  assert_hash (record, "66BD0A57A976A109");
}

typedef struct
{
  const char *subjects[4];
  const char *predicate;
  const char *objects[2];
  gboolean negated;
  const char *id;
} Sameness;

static const Sameness samenesses[] = {
  { { "http://example.org/feline" },
    "http://www.w3.org/2002/07/owl#sameAs",
    { "http://example.com/cat" },
    FALSE,
    "mapping:95a088082ab2b2a68638aebbcc3fe3e0f229da75a8b5bdbb9f3f8cd5e1e4286e" },
  { { "http://example.org/red", "http://example.org/blue" },
    SKOS "closeMatch",
    { "http://example.com/green" },
    TRUE,
    "mapping:424e7a86ea29d5a0aaf1d3d7da9a864b48121ac465c67163aef56f6f87bb1ba8~" },
  /* Full-width b, mathematical sans-serif a, c: by code point, not by UTF-16. */
  { { "x:\xef\xbd\x82", "x:\xf0\x9d\x96\xba", "x:c" },
    "x:is",
    { "x:letter" },
    FALSE,
    "mapping:d1bbf3098de14c48971f01b3c884c7657fc42f00edabe1065045ce50e5966678" },
};

static void
test_sameness (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samenesses); i++)
    {
      const Sameness *sameness = &samenesses[i];
      g_autofree char *id = cw_mapping_sameness_id (sameness->subjects, sameness->predicate,
                                                    sameness->objects, sameness->negated);

      g_assert_cmpstr (id, ==, sameness->id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/sssom-hash/list", test_list);
  g_test_add_func ("/formats/sssom-hash/propagated", test_propagated);
  g_test_add_func ("/formats/sssom-hash/plain", test_plain);
  g_test_add_func ("/formats/sssom-hash/score", test_score);
  g_test_add_func ("/formats/sssom-hash/extensions", test_extensions);
  g_test_add_func ("/formats/sssom-hash/sameness", test_sameness);

  return g_test_run ();
}
