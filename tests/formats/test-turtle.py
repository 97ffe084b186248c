#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""RDF in Turtle, read back by rapper; skipped where it is not installed.

Usage: test-turtle.py SOURCE_ROOT
"""
import re
import shutil
import subprocess
import sys
import unittest
from collections import defaultdict
from pathlib import Path

GOLDEN = Path(sys.argv[1]) / "tests" / "golden"
SKIPPED = 77

SKOS = "http://www.w3.org/2004/02/skos/core#"
SSSOM = "https://w3id.org/sssom/"
OWL = "http://www.w3.org/2002/07/owl#"
XKOS = "http://rdf-vocabulary.ddialliance.org/xkos#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LEFT = "https://listcrosswalk.github.io/lists/xa-left-2023/"
RIGHT = "https://listcrosswalk.github.io/lists/xb-right-2024/"

TRIPLE = re.compile(
    r'(?:<([^>]*)>|_:(\w+)) <([^>]*)> (?:<([^>]*)>|_:(\w+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?) \.')


def read(name):
    run = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(GOLDEN / name)],
                         capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stderr == "", run.stderr
    triples = []
    for line in run.stdout.splitlines():
        match = TRIPLE.fullmatch(line)
        assert match, line
        subject, blank, predicate, iri, other, text, language, datatype = match.groups()
        if text is not None:
            text = re.sub(r"\\u(....)|\\U(.{8})", lambda m: chr(int(m[1] or m[2], 16)), text)
            text = re.sub(r'\\([tnr"\\])', lambda m: dict(t="\t", n="\n", r="\r").get(m[1], m[1]), text)
        triples.append((subject or "_:" + blank, predicate,
                        iri if iri is not None else "_:" + other if other else (text, language or datatype)))
    return triples


class Turtle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.triples = read("concordance.ttl")
        cls.about = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in cls.triples:
            cls.about[subject][predicate].append(value)

    def of_type(self, name):
        return [node for node in self.about.values() if name in node[TYPE]]

    def test_lists(self):
        self.assertEqual(len(self.of_type(SKOS + "ConceptScheme")), 2)
        self.assertEqual(len(self.of_type(SKOS + "Concept")), 5 + 4)
        for subject in (LEFT + "1.1", LEFT + "1.2"):
            self.assertEqual(self.about[subject][SKOS + "broader"], [LEFT + "1"])
        self.assertEqual(self.about[LEFT + "1"][SKOS + "narrower"], [LEFT + "1.1", LEFT + "1.2"])
        self.assertEqual(self.about[LEFT[:-1]][SKOS + "hasTopConcept"], [LEFT + "1", LEFT + "2", LEFT + "P1"])
        self.assertIn(("先进材料", "zh-Hans"), self.about[LEFT + "1"][SKOS + "prefLabel"])

    def test_labels_keep_the_rules_of_skos(self):
        for node in self.of_type(SKOS + "Concept"):
            languages = [language for _, language in node[SKOS + "prefLabel"]]
            self.assertEqual(len(languages), len(set(languages)))
            self.assertFalse(set(node[SKOS + "prefLabel"]) & set(node[SKOS + "altLabel"]))

    def test_only_what_holds_is_said_plainly(self):
        plain = [triple for triple in self.triples
                 if triple[1].startswith(SKOS) and (triple[1].endswith("Match") or "mapping" in triple[1])]
        self.assertEqual(sorted(plain), sorted([
            (LEFT + "1.1", SKOS + "relatedMatch", RIGHT + "1.1"),
            (LEFT + "P1", SKOS + "broadMatch", RIGHT + "2"),
        ]))

    def test_mappings(self):
        [mapping_set] = self.of_type(SSSOM + "MappingSet")
        mappings = [self.about[node] for node in mapping_set[SSSOM + "mappings"]]
        self.assertEqual(len(mappings), 5)
        for node in mappings:
            self.assertEqual(node[TYPE], [OWL + "Axiom"])
            self.assertEqual(len(node[OWL + "annotatedSource"]), 1)
            self.assertEqual(len(node[OWL + "annotatedProperty"]), 1)
            self.assertEqual(len(node[OWL + "annotatedTarget"]), 1)
            self.assertEqual(node[SSSOM + "subject_source"], [LEFT[:-1]])
        by_ends = {(node[OWL + "annotatedSource"][0], node[OWL + "annotatedTarget"][0]): node
                   for node in mappings}
        denied = by_ends[LEFT + "1", RIGHT + "1"]
        self.assertEqual(denied[SSSOM + "predicate_modifier"], [SSSOM + "NegatedPredicate"])
        self.assertIn((LEFT + "2", SSSOM + "NoTermFound"), by_ends)
        self.assertIn((SSSOM + "NoTermFound", RIGHT + "1.2"), by_ends)
        overlap = by_ends[LEFT + "1.1", RIGHT + "1.1"]
        self.assertEqual(overlap[SSSOM + "confidence"],
                         [("0.7", "http://www.w3.org/2001/XMLSchema#double")])
        self.assertEqual(overlap["http://purl.org/pav/authoredBy"],
                         ["https://orcid.org/0000-0002-1825-0097"])
        self.assertIn(("first line\nsecond line", None),
                      overlap["https://listcrosswalk.github.io/terms/evidence_quotation"])

    def test_associations(self):
        [correspondence] = self.of_type(XKOS + "Correspondence")
        found = [(tuple(self.about[node][XKOS + "sourceConcept"]), tuple(self.about[node][XKOS + "targetConcept"]))
                 for node in correspondence[XKOS + "madeOf"]]
        self.assertEqual(sorted(found), sorted([
            ((LEFT + "1.1",), (RIGHT + "1.1",)),
            ((LEFT + "P1",), (RIGHT + "2",)),
            ((LEFT + "2",), ()),
            ((), (RIGHT + "1.2",)),
        ]))

    def test_hostile_words_are_words(self):
        labels = {value[0] for _, predicate, value in read("publication-hostile.ttl")
                  if predicate == SKOS + "prefLabel"}
        self.assertIn("<script>alert(1)</script> & \"quoted\" 'too' &amp;", labels)
        self.assertIn("\\input{/etc/passwd} $x^2_i$ 50% #1 ~ {\\end{document}} [a] -- ^^5c", labels)


if shutil.which("rapper") is None:
    print("rapper is not installed")
    sys.exit(SKIPPED)
unittest.main(argv=sys.argv[:1])
