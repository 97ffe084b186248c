#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl export --format sssom: read by another program, it is what the document holds."""
import datetime
import hashlib

import mapping_table
import program
from program import FILE, USAGE, Case
from sssom_file import MappingSet, check_canonical, hash_record

LISTS = "https://listcrosswalk.github.io/lists/"
NONE = "https://w3id.org/sssom/NoTermFound"
SKOS = "http://www.w3.org/2004/02/skos/core#"
INVERSE = {"broad": "narrow", "narrow": "broad"}
PREDICATES = {
    "none": "mappingRelation", "exact": "exactMatch", "close": "closeMatch", "broad": "broadMatch",
    "narrow": "narrowMatch", "overlap": "relatedMatch", "related": "relatedMatch",
}
PAIR = ("cn-future-2024", "us-eft-2018")


def restore(row):
    """A mapping as it was made, from a row of the file."""
    relation = row["ext_relation"]
    ends = [(row["subject_source"].removeprefix(LISTS), row.get("ext_subject_code"), row.get("ext_note_subject", "")),
            (row["object_source"].removeprefix(LISTS), row.get("ext_object_code"), row.get("ext_note_object", ""))]
    if "ext_inverted" in row:
        assert row["ext_inverted"] == "true"
        relation = INVERSE.get(relation, relation)
        ends.reverse()
    confidence = row.get("ext_confidence", row.get("confidence"))
    orcid = [iri.removeprefix("https://orcid.org/") for iri in row.get("author_id", [])]
    values = {
        "relation": relation,
        "negated": int(row.get("predicate_modifier") == "Not"),
        "confidence": None if confidence is None else float(confidence),
        "status": row["ext_status"],
        "absence": row.get("ext_absence_reason", ""),
        "rationale": row.get("comment", ""),
        "note_shared": row.get("ext_note_shared", ""),
        "note_subject": ends[0][2],
        "note_object": ends[1][2],
        "citation": row.get("ext_evidence_citation", ""),
        "url": row.get("ext_evidence_address") or "".join(row.get("see_also", [])),
        "quotation": row.get("ext_evidence_quotation", ""),
        "author": "".join(row.get("author_label", [])),
        "created": row.get("ext_created", ""),
        "modified": row.get("ext_modified", ""),
        "reviewer": "".join(row.get("reviewer_label", [])),
        "reviewed": row.get("ext_reviewed", ""),
        "author_orcid": row.get("ext_author_orcid") or "".join(orcid),
    }
    return (*ends[0][:2], *ends[1][:2], *(values[name] for name in mapping_table.VALUES))


class Sssom(Case):
    def setUp(self):
        super().setUp()
        self.document = self.make_document()
        mapping_table.salt(self.document)

    def export(self, *arguments):
        return self.output("export", "--format", "sssom", "--document", self.document, *arguments)

    def assert_restored(self, mappings, *lists):
        wanted = mapping_table.read(self.document, *lists)
        self.assertGreater(len(wanted), 90)
        self.assertEqual(mapping_table.order(map(restore, mappings.rows)), wanted)

    def test_one_pair(self):
        mappings = check_canonical(self, self.export(PAIR[0], "--", PAIR[1]))
        self.assert_restored(mappings, *PAIR)
        self.assertEqual(mappings.metadata["object_source"], "lists:us-eft-2018")
        self.assertEqual(mappings.metadata["object_source_version"], "2018-11-19")
        self.assertIn("starter mapping", mappings.metadata["mapping_set_description"])
        self.assertEqual(mappings.metadata["license"], "https://w3id.org/sssom/license/unspecified")
        self.assertRegex(mappings.metadata["mapping_set_id"], r"^urn:uuid:[0-9a-f-]{36}#cn-future-2024/us-eft-2018$")

    def test_from_the_other_side(self):
        mappings = check_canonical(self, self.export(PAIR[1], "--", PAIR[0]))
        self.assert_restored(mappings, *PAIR)
        self.assertEqual(mappings.metadata["subject_source"], "lists:us-eft-2018")

    def test_everything(self):
        mappings = check_canonical(self, self.export())
        self.assert_restored(mappings)
        self.assertNotIn("subject_source", mappings.metadata)

    def test_what_a_reader_of_sssom_alone_sees(self):
        rows = MappingSet(self.export(PAIR[0], "--", PAIR[1], "--languages", "en")).rows
        kinds = set()
        for row in rows:
            relation = row["ext_relation"]
            kinds.add((relation, "predicate_modifier" in row, row["subject_id"] == NONE))
            self.assertEqual(row["predicate_id"], SKOS + PREDICATES[relation])
            self.assertEqual(NONE in (row["subject_id"], row["object_id"]), relation == "none")
            for side in ("subject", "object"):
                there = row[side + "_id"] != NONE
                self.assertEqual(there, side + "_label" in row)
                self.assertEqual(there, side + "_type" in row)
                if there:
                    self.assertEqual(row[side + "_id"], f"{row[side + '_source']}/{row[f'ext_{side}_code']}")
                    self.assertEqual(row[f"ext_{side}_label_language"], "en")
            self.assertRegex(row.get("confidence", "0"), r"^(1|0(\.\d{1,3})?)$")
        # Every relation, a denied one, and absences on both sides
        self.assertEqual({relation for relation, _, _ in kinds}, set(PREDICATES))
        self.assertTrue(any(denied for _, denied, _ in kinds))
        self.assertIn(("none", False, True), kinds)
        self.assertIn(("none", False, False), kinds)

    def test_metadata_apart(self):
        sides = (PAIR[0], "--", PAIR[1])
        whole = self.export(*sides)
        path = self.folder / "table.sssom.yml"
        table = self.export("--metadata", path, *sides)
        metadata = path.read_text(encoding="utf-8")
        self.assertEqual("".join(f"#{line}\n" for line in metadata.splitlines()) + table, whole)
        self.assert_restored(MappingSet(table, metadata), *PAIR)

    def test_not_condensed(self):
        sides = (PAIR[0], "--", PAIR[1])
        condensed = MappingSet(self.export(*sides))
        expanded = MappingSet(self.export("--no-condense", *sides))
        self.assertIn("object_source", expanded.columns)
        self.assertNotIn("object_source", expanded.metadata)
        self.assertEqual(expanded.rows, condensed.rows)

    def test_hashes(self):
        added = {"ext_record_hash", "ext_mapping_sameness_id"}
        for options in ((), ("--no-condense",)):
            mappings = MappingSet(self.export("--hashes", *options, PAIR[0], "--", PAIR[1]))
            self.assertLess(added, set(mappings.columns))
            for row in mappings.rows:
                self.assertEqual(row["ext_record_hash"], hash_record(mappings, row, added))
                said = " ".join([row["subject_id"], row["predicate_id"], row["object_id"]])
                self.assertEqual(
                    row["ext_mapping_sameness_id"],
                    "mapping:" + hashlib.sha256(said.encode()).hexdigest() + "~" * ("predicate_modifier" in row))

    def test_dates_are_dates_and_versions_are_not(self):
        plain = self.make_document(self.folder / "plain.crosswalk")
        metadata = MappingSet(self.output("export", "-f", "sssom", "-d", plain, PAIR[0], "--", PAIR[1])).metadata
        self.assertIsInstance(metadata["mapping_date"], datetime.date)
        self.assertIsInstance(metadata["subject_source_version"], str)
        self.assertNotIn("sssom_version", metadata)
        reviewed = MappingSet(self.export(PAIR[0], "--", PAIR[1]))
        self.assertEqual(reviewed.metadata["sssom_version"], "1.1")

    def test_same_for_everybody(self):
        texts = {self.export(), self.output("export", "-f", "sssom", "-d", self.document, LANGUAGE="ja")}
        # Where the locale is not installed, this is the same as C
        texts.add(self.output("export", "-f", "sssom", "-d", self.document, LC_ALL="de_DE.UTF-8"))
        self.assertEqual(len(texts), 1)
        self.assertEqual(list(self.temporary.iterdir()), [])

    def test_unmapped_items_are_no_mappings(self):
        for key in ("sssom", "jskos", "jskos-ndjson"):
            errors = self.refused(USAGE, "export", "--format", key, "--unmapped", PAIR[0], "--", PAIR[1])
            self.assertIn(f"--unmapped does not go with {key}", errors)

    def test_coding_is_a_set_of_its_own(self):
        mappings = MappingSet(self.export("--coding", "Coding 1", PAIR[0], "--", PAIR[1]))
        self.assertTrue(mappings.metadata["mapping_set_id"].endswith("/coding/Coding%201"))
        self.assertEqual(mappings.metadata["mapping_set_title"], "Test (Coding 1)")

    def test_lists_named_elsewhere(self):
        import sqlite3

        with sqlite3.connect(self.document) as database:
            database.execute("UPDATE list SET iri = 'http://example.org/schemes/eft' WHERE key = 'us-eft-2018'")
            database.execute("UPDATE item SET iri = 'http://example.net/c#' || id WHERE code = '8.2' AND list_id = "
                             "(SELECT id FROM list WHERE key = 'us-eft-2018')")
        database.close()
        mappings = check_canonical(self, self.export(PAIR[0], "--", PAIR[1]))
        self.assertEqual(mappings.metadata["object_source"], "us-eft-2018.list:eft")
        ids = {row["object_id"] for row in mappings.rows} - {NONE}
        self.assertTrue(any(iri.startswith("http://example.net/c#") for iri in ids))
        self.assertTrue(all(iri.startswith(("http://example.net/c#", "http://example.org/schemes/eft/")) for iri in ids))

    def test_wrong_use(self):
        path = self.folder / "m.yml"
        for option in (["--hashes"], ["--no-condense"], ["--metadata", path]):
            self.assertIn("only for --format sssom", self.refused(USAGE, "export", "-f", "csv", *option))
        self.assertIn("a file of their own", self.refused(USAGE, "export", "-f", "sssom", "--metadata", "-"))
        self.assertIn("cannot both be",
                      self.refused(USAGE, "export", "-f", "sssom", "-o", path, "--metadata", path))
        self.assertIn("is the document itself",
                      self.refused(USAGE, "export", "-f", "sssom", "-d", self.document, "--metadata", self.document))
        self.assertFalse(path.exists())

    def test_metadata_that_cannot_be_written(self):
        path = self.folder / "out.sssom.tsv"
        path.write_text("old")
        errors = self.refused(FILE, "export", "-f", "sssom", "-d", self.document, "-o", path,
                              "--metadata", self.folder / "none" / "m.yml")
        self.assertIn("m.yml", errors)
        self.assertEqual(path.read_text(), "old")

    def test_no_room_for_what_waits(self):
        """Rows wait in a temporary file until all are known."""
        path = self.folder / "out.sssom.tsv"
        path.write_text("old")
        for key in ("sssom", "jskos"):
            errors = self.refused(FILE, "export", "-f", key, "-d", self.document, "-o", path,
                                  TMPDIR=str(self.folder / "none"))
            self.assertIn("none/", errors)
        self.assertEqual(path.read_text(), "old")


program.main()
