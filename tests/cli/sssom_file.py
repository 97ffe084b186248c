# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads SSSOM/TSV after its specification, not after the program that writes it."""
import re
import unittest

import yaml

BUILT_IN = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "linkml": "https://w3id.org/linkml/",
}
# In the order of the schema
SLOTS = """record_id subject_id subject_label subject_category predicate_id predicate_label
predicate_modifier object_id object_label object_category mapping_justification author_id author_label
reviewer_id reviewer_label creator_id creator_label license subject_type subject_source
subject_source_version object_type object_source object_source_version predicate_type
mapping_provider mapping_source mapping_cardinality cardinality_scope mapping_tool mapping_tool_id
mapping_tool_version mapping_date publication_date review_date confidence reviewer_agreement
curation_rule curation_rule_text subject_match_field object_match_field match_string
subject_preprocessing object_preprocessing similarity_score similarity_measure see_also
issue_tracker_item other comment""".split()
SET_SLOTS = """sssom_version curie_map mapping_set_id mapping_set_version mapping_set_source
mapping_set_title mapping_set_description mapping_set_confidence creator_id creator_label license
subject_type subject_source subject_source_version object_type object_source object_source_version
predicate_type mapping_provider cardinality_scope mapping_tool mapping_tool_id mapping_tool_version
mapping_date publication_date subject_match_field object_match_field subject_preprocessing
object_preprocessing similarity_measure curation_rule curation_rule_text see_also issue_tracker other
comment extension_definitions""".split()
LISTS = set("""author_id author_label reviewer_id reviewer_label creator_id creator_label see_also
match_string""".split())
REFERENCES = set("""record_id subject_id predicate_id object_id mapping_justification author_id
reviewer_id creator_id subject_source object_source mapping_source mapping_tool_id
issue_tracker_item""".split())
PROPAGATED = set("""subject_type subject_source subject_source_version object_type object_source
object_source_version mapping_date mapping_tool mapping_tool_version mapping_provider""".split())
SINCE_1_1 = {"record_id", "review_date", "reviewer_agreement", "predicate_type", "cardinality_scope",
             "mapping_tool_id"}


def parse_table(text):
    """Rows of fields: separated by tabs, quoted where one holds a tab, a quotation mark or a line break."""
    rows, row, place = [], [], 0
    while place < len(text):
        if text[place] == '"':
            end = place + 1
            while text[end] != '"' or text[end + 1 : end + 2] == '"':
                end += 2 if text[end] == '"' else 1
            row.append(text[place + 1 : end].replace('""', '"'))
            place = end + 1
        else:
            end = re.compile(r"[\t\n]").search(text, place).start()
            field = text[place:end]
            if '"' in field or "\r" in field:
                raise ValueError(f"not quoted: {field!r}")
            row.append(field)
            place = end
        if text[place] not in "\t\n":
            raise ValueError(f"text after a quoted field: {text[place:place + 20]!r}")
        if text[place] == "\n":
            rows.append(row)
            row = []
        elif text[place + 1] == "\n":
            # The last field of a row is empty
            rows.append(row + [""])
            row = []
            place += 1
        place += 1
    return rows


def split_list(text):
    """Values are separated by “|”; “\\|” and “\\\\” stand for themselves, any other “\\” is one."""
    values = [""]
    place = 0
    while place < len(text):
        if text[place] == "\\" and text[place + 1 : place + 2] in {"|", "\\"}:
            values[-1] += text[place + 1]
            place += 1
        elif text[place] == "|":
            values.append("")
        else:
            values[-1] += text[place]
        place += 1
    return values


class MappingSet:
    """A set of mappings: metadata, columns, and rows with all that they share told in each."""

    def __init__(self, text, metadata=None):
        if metadata is None:
            lines = text.split("\n")
            head = [line for line in lines[: next(i for i, line in enumerate(lines) if line[:1] != "#")]]
            metadata = "".join(line[1:] + "\n" for line in head)
            text = "\n".join(lines[len(head) :])
        self.metadata_text = metadata
        self.metadata = yaml.safe_load(metadata)
        self.prefixes = {**BUILT_IN, **self.metadata.get("curie_map", {})}
        self.used = set()
        self.extensions = {
            definition["slot_name"]: self.expand(definition["property"])
            for definition in self.metadata.get("extension_definitions", [])
        }
        self.columns, *self.cells = parse_table(text)
        self.rows = [self.read_row(row) for row in self.cells]
        self.propagate()

    def expand(self, curie):
        prefix, local = curie.split(":", 1)
        if not re.fullmatch(r"[A-Za-z_][\w.-]*", prefix) or not local or " " in local or "|" in local:
            raise ValueError(f"no CURIE: {curie}")
        self.used.add(prefix)
        return self.prefixes[prefix] + local

    def read_value(self, slot, text):
        values = split_list(text) if slot in LISTS else [text]
        if slot in REFERENCES:
            values = [self.expand(value) for value in values]
        return values if slot in LISTS else values[0]

    def read_row(self, cells):
        if len(cells) != len(self.columns):
            raise ValueError(f"{len(cells)} cells in {len(self.columns)} columns: {cells}")
        return {slot: self.read_value(slot, text) for slot, text in zip(self.columns, cells) if text != ""}

    def propagate(self):
        for slot in PROPAGATED & set(self.metadata):
            if any(slot in row for row in self.rows):
                raise ValueError(f"{slot} stands in the metadata and in rows")
            for row in self.rows:
                row[slot] = self.read_value(slot, str(self.metadata[slot]))


def check_canonical(test: unittest.TestCase, text):
    """Whether a file has the one form that the specification calls canonical."""
    mappings = MappingSet(text)
    metadata = mappings.metadata
    test.assertEqual(list(metadata), [slot for slot in SET_SLOTS if slot in metadata])
    test.assertEqual(mappings.columns, [slot for slot in SLOTS if slot in mappings.columns] +
                     sorted(mappings.extensions, key=mappings.extensions.get))
    test.assertEqual(list(metadata["curie_map"]), sorted(metadata["curie_map"]))
    test.assertEqual(set(metadata["curie_map"]), mappings.used - set(BUILT_IN))
    for number, column in enumerate(mappings.columns):
        values = {row[number] for row in mappings.cells}
        test.assertNotEqual(values, {""}, f"{column} is empty")
        test.assertFalse(column in PROPAGATED and len(values) == 1, f"{column} could be condensed")
    test.assertEqual(mappings.cells, sorted(mappings.cells))
    test.assertEqual("sssom_version" in metadata, bool(SINCE_1_1 & set(mappings.columns)))
    for definition in metadata["extension_definitions"]:
        test.assertLessEqual(set(definition), {"slot_name", "property", "type_hint"})
        test.assertTrue(definition["slot_name"].startswith("ext_"))
    for required in ("mapping_set_id", "license"):
        test.assertRegex(metadata[required], r"^[a-z]+:\S+$")
    check_rows(test, mappings)
    return mappings


def check_rows(test, mappings):
    partners = {}
    for row in mappings.rows:
        if "NoTermFound" not in row["subject_id"] + row["object_id"]:
            partners.setdefault(("s", row["subject_id"]), set()).add(row["object_id"])
            partners.setdefault(("o", row["object_id"]), set()).add(row["subject_id"])
    for row in mappings.rows:
        for slot in ("subject_id", "predicate_id", "object_id", "mapping_justification"):
            test.assertIn(slot, row)
        if "review_date" in row:
            test.assertTrue(row["reviewer_label"])
        if row["subject_id"].endswith("/NoTermFound"):
            cardinality = "0:1"
        elif row["object_id"].endswith("/NoTermFound"):
            cardinality = "1:0"
        else:
            cardinality = ":".join(
                "n" if len(partners[key]) > 1 else "1"
                for key in (("o", row["object_id"]), ("s", row["subject_id"])))
        test.assertEqual(row["mapping_cardinality"], cardinality, row)


def hash_record(mappings, row, without):
    """The hash of SSSOM 1.1 of a row as it is in the file, without some extensions of it."""
    def atom(text):
        return f"{len(text.encode())}:{text}"

    parts = []
    for slot in SLOTS:
        if slot in {"record_id", "mapping_cardinality"} or slot not in row:
            continue
        value = "(" + "".join(map(atom, sorted(row[slot]))) + ")" if slot in LISTS else atom(row[slot])
        parts.append(f"({atom(slot)}{value})")
    extensions = sorted((mappings.extensions[slot], row[slot])
                        for slot in mappings.extensions if slot in row and slot not in without)
    if extensions:
        parts.append("(10:extensions(" + "".join(f"({atom(name)}{atom(value)})" for name, value in extensions) + "))")
    value = 0xCBF29CE484222325
    for byte in f"(7:mapping({''.join(parts)}))".encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value.to_bytes(8, "little").hex().upper()
