#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl export --format jskos and jskos-ndjson: what another reader of JSON finds in them."""
import copy
import json
import shutil
import subprocess
import unittest
from pathlib import Path

import jsonschema
import jskos_schema
import mapping_table
import program
from program import Case

LISTS = "https://listcrosswalk.github.io/lists/"
PAIR = ("cn-future-2024", "us-eft-2018")
INVERSE = {"broad": "narrow", "narrow": "broad"}


def name_of(mapping, field):
    named = mapping.get(field, [{}])[0]
    return named.get("prefLabel", {}).get("und", ""), named.get("uri", "")


def restore(mapping):
    """A mapping as it was made."""
    ends = []
    for side, note in (("from", "_noteFrom"), ("to", "_noteTo")):
        concepts = mapping[side]["memberSet"]
        code = concepts[0]["notation"][0] if concepts else None
        ends.append((mapping[side + "Scheme"]["notation"][0], code, mapping.get(note, "")))
    relation = mapping["_relation"]
    if mapping.get("_inverted"):
        relation = INVERSE.get(relation, relation)
        ends.reverse()
    author, orcid = name_of(mapping, "creator")
    citation, url = name_of(mapping, "source")
    values = {
        "relation": relation,
        "negated": int(mapping.get("_negated", False)),
        "confidence": mapping.get("mappingRelevance"),
        "status": mapping["_status"],
        "absence": mapping.get("_absenceReason", ""),
        "rationale": mapping.get("note", {"und": [""]})["und"][0],
        "note_shared": mapping.get("_noteShared", ""),
        "note_subject": ends[0][2],
        "note_object": ends[1][2],
        "citation": citation,
        "url": url or mapping.get("_evidenceAddress", ""),
        "quotation": mapping.get("_evidenceQuotation", ""),
        "author": author,
        "created": mapping.get("created", ""),
        "modified": mapping.get("modified", ""),
        "reviewer": mapping.get("_reviewer", ""),
        "reviewed": mapping.get("_reviewed", ""),
        "author_orcid": orcid.removeprefix("https://orcid.org/") or mapping.get("_orcid", ""),
    }
    return (*ends[0][:2], *ends[1][:2], *(values[name] for name in mapping_table.VALUES))


class Jskos(Case):
    def setUp(self):
        super().setUp()
        self.document = self.make_document()
        mapping_table.salt(self.document)

    def export(self, *arguments):
        return self.output("export", "--document", self.document, *arguments)

    def read(self, *arguments):
        return json.loads(self.export("--format", "jskos", *arguments))

    def assert_restored(self, concordances, *lists):
        mappings = [mapping for concordance in concordances
                    for mapping in concordance["mappings"] + concordance.get("_denied", [])]
        wanted = mapping_table.read(self.document, *lists)
        self.assertEqual(mapping_table.order(map(restore, mappings)), wanted)
        self.assertEqual(len({mapping["uri"] for mapping in mappings}), len(wanted))

    def test_one_pair(self):
        for sides in (PAIR, PAIR[::-1]):
            concordance = self.read(sides[0], "--", sides[1])
            jskos_schema.validate("concordance", concordance)
            self.assertEqual(concordance["fromScheme"]["uri"], LISTS + sides[0])
            self.assertEqual(concordance["toScheme"]["uri"], LISTS + sides[1])
            self.assert_restored([concordance], *PAIR)
            for mapping in concordance["mappings"]:
                self.assertEqual(mapping["fromScheme"]["uri"], LISTS + sides[0])

    def test_everything(self):
        concordances = self.read()
        pairs = [(each["fromScheme"]["uri"], each["toScheme"]["uri"]) for each in concordances]
        self.assertEqual(len(set(pairs)), len(pairs))
        self.assertEqual(len({each["uri"] for each in concordances}), len(pairs))
        for concordance in concordances:
            jskos_schema.validate("concordance", concordance)
        self.assert_restored(concordances)

    def test_what_a_reader_of_jskos_alone_sees(self):
        for mapping in self.read(PAIR[0], "--", PAIR[1])["mappings"]:
            self.assertNotIn("_negated", mapping)
            members = [mapping["from"]["memberSet"], mapping["to"]["memberSet"]]
            self.assertEqual([] in members, mapping["type"][0].endswith("mappingRelation"))
            self.assertEqual([] in members, "identifier" not in mapping)
            for concept in members[0] + members[1]:
                self.assertTrue(concept["uri"].startswith(concept["inScheme"][0]["uri"] + "/"))
                self.assertTrue(concept["prefLabel"])

    def test_concepts_are_those_of_the_list(self):
        """The names and codes are the same as where the list itself is exported."""
        scheme = json.loads(self.output("list", "export", PAIR[1], "--format", "jskos", "--document", self.document))
        concepts = {concept["uri"]: concept for concept in scheme["concepts"]}
        for mapping in self.read(PAIR[0], "--", PAIR[1])["mappings"]:
            for concept in mapping["to"]["memberSet"]:
                for field in ("notation", "prefLabel", "inScheme"):
                    self.assertEqual(concept[field], concepts[concept["uri"]][field])

    def test_lines(self):
        sides = (PAIR[0], "--", PAIR[1])
        output = self.export("--format", "jskos-ndjson", *sides)
        self.assertTrue(output.endswith("}\n"))
        lines = [json.loads(line) for line in output.splitlines()]
        for mapping in lines:
            jskos_schema.validate("mapping", mapping)
        # No line says what is not so
        self.assertEqual(lines, self.read(*sides)["mappings"])

    def test_schema_refuses(self):
        """The rules that the other tests rely on do refuse something."""
        good = self.read(PAIR[0], "--", PAIR[1])
        def without(field):
            return lambda value: value.pop(field)
        for spoil in (
            without("fromScheme"),
            lambda value: without("to")(value["mappings"][0]),
            lambda value: value["mappings"][0].update(type=["http://example.org/same"]),
            lambda value: value["mappings"][0].update(mappingRelevance=1.5),
            lambda value: value["mappings"][0].update(confidence=0.5),
            lambda value: value["mappings"][0]["from"]["memberSet"][0]["prefLabel"].update({"zh-Hans": "x"}),
            lambda value: value["mappings"][0]["from"]["memberSet"][0]["prefLabel"].update(en=""),
            lambda value: value["mappings"][0]["from"]["memberSet"][0].update(uri="no iri"),
        ):
            bad = copy.deepcopy(good)
            spoil(bad)
            with self.assertRaises(jsonschema.ValidationError):
                jskos_schema.validate("concordance", bad)



class Validator(Case):
    """What the npm package jskos-validate says, where Node.js finds it: see HACKING.md."""

    def setUp(self):
        super().setUp()
        self.node = shutil.which("node")
        if not self.node or subprocess.run([self.node, "-e", 'require.resolve("jskos-validate")'], cwd="/",
                                           stderr=subprocess.DEVNULL).returncode != 0:
            raise unittest.SkipTest("jskos-validate of npm was not found")

    def assert_valid(self, kind, *files):
        script = Path(__file__).with_name("jskos-validate.cjs").resolve()
        done = subprocess.run([self.node, script, kind, *files], cwd="/", stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stdout.decode()), (0, ""))

    def test_exports(self):
        document = self.make_document()
        mapping_table.salt(document)
        for kind, name, *arguments in (
            ("concordance", "all.json", "export", "--format", "jskos"),
            ("concordance", "pair.json", "export", "--format", "jskos", PAIR[0], "--", PAIR[1]),
            ("mapping", "all.ndjson", "export", "--format", "jskos-ndjson"),
            ("scheme", "list.json", "list", "export", "--format", "jskos", PAIR[0]),
        ):
            with self.subTest(name):
                path = self.folder / name
                self.output(arguments[0], "--document", document, "--output", path, *arguments[1:])
                self.assert_valid(kind, path)

    def test_refuses(self):
        path = self.folder / "bad.json"
        path.write_text('{"type": ["nonsense"], "from": 1}', encoding="utf-8")
        with self.assertRaises(AssertionError):
            self.assert_valid("mapping", path)


program.main()
