#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl export --format json: the form and the schema that data/document.md promises."""
import json
import sqlite3
import subprocess
import unittest

import program
from program import DATA, FILE, MAKE_DOCUMENT, USAGE, Case

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None

# Something of each sort, in the short document of the tests
MORE = """
UPDATE document SET uuid = '00000000-0000-4000-8000-000000000000';
INSERT INTO coding (name, coder, done, created) VALUES ('Second look', 'Cai', 1, '2024-02-01T00:00:00Z');
INSERT INTO mapping (subject_id, relation, object_id, created, modified, coding_id, author)
  SELECT a.id, 'close', b.id, '2024-02-02T00:00:00Z', '2024-02-02T00:00:00Z', 1, 'Cai'
  FROM item AS a JOIN item AS b ON a.code = '1.1' AND b.code = '2.1';
INSERT INTO settlement (item_id, other_id, reason, author, made)
  SELECT a.id, b.id, 'Only a form of it', 'Ann', '2024-02-03T00:00:00Z'
  FROM item AS a JOIN item AS b ON a.code = '1.1' AND b.code = '2.1';
INSERT INTO kept_filter (name, definition)
  SELECT 'Left drafts', '(''robots'', {''status'': [''draft''], ''subject-list'': [''' || id || ''']})'
  FROM list WHERE key = 'xa-left-2020';
INSERT INTO finding_mark (rule, fingerprint, reason, author, made)
  VALUES ('pair-twice', 'gone:0', 'Both are meant', 'Ann', '2024-02-04T00:00:00Z');
INSERT INTO label (item_id, language, text, kind, origin)
  SELECT id, 'en', 'Seed words', 'preferred', 'seed' FROM item WHERE code = '1.1';
UPDATE item SET note = 'Two' || char (10) || 'lines' WHERE code = '1.2';
UPDATE list SET shipped = 1, declined = '0a1b' WHERE key = 'xb-right-2021';
"""


class DocumentJson(Case):
    def make(self, *arguments):
        path = self.folder / "study.crosswalk"
        path.unlink(missing_ok=True)
        subprocess.run([MAKE_DOCUMENT, path, *arguments], check=True)
        return path

    def export(self, path):
        return self.output("export", "--format", "json", "--document", path)

    def some_of_everything(self):
        path = self.make("--small")
        with sqlite3.connect(path) as connection:
            connection.executescript(MORE)
        connection.close()
        return path

    def every_document(self):
        yield self.some_of_everything()
        for seed in range(1, 5):
            yield self.make("--full", str(seed))
        yield self.make_document()

    def test_golden(self):
        self.assert_golden("document.json", self.export(self.some_of_everything()))

    def test_form(self):
        for path in self.every_document():
            output = self.export(path)
            self.assertEqual(json.dumps(json.loads(output), ensure_ascii=False, indent=2) + "\n", output)

    @unittest.skipUnless(Draft202012Validator, "there is no jsonschema")
    def test_schema(self):
        schema = json.loads((DATA / "document.schema.json").read_text())
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for path in self.every_document():
            validator.validate(json.loads(self.export(path)))
        # It says something: what the program refuses, it refuses.
        good = json.loads(self.export(self.some_of_everything()))
        for change in (
            {"version": 2},
            {"more": 1},
            {"lists": [{}]},
            {"mappings": [dict(good["mappings"][0], relation="none")]},
            {"mappings": [dict(good["mappings"][0], confidence=2)]},
            {"kept_filters": [{"name": "a"}]},
        ):
            self.assertFalse(validator.is_valid(dict(good, **change)), change)

    def test_every_mapping(self):
        """All fields, against the database."""
        path = self.make("--full", "7")
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        rows = connection.execute(
            "SELECT m.*, c.name AS coding, sl.key AS subject_list, s.code AS subject_code, "
            "ol.key AS object_list, o.code AS object_code FROM mapping AS m "
            "JOIN item AS s ON s.id = m.subject_id JOIN list AS sl ON sl.id = s.list_id "
            "LEFT JOIN item AS o ON o.id = m.object_id "
            "JOIN list AS ol ON ol.id = coalesce (o.list_id, m.object_list_id) "
            "LEFT JOIN coding AS c ON c.id = m.coding_id"
        ).fetchall()
        connection.close()
        expected = []
        for row in rows:
            found = {key: row[key] for key in row.keys() if key != "id" and not key.endswith("_id")}
            found["negated"] = bool(found["negated"])
            expected.append({key: value for key, value in found.items() if value not in (None, "", False)})
        mappings = json.loads(self.export(path))["mappings"]
        order = lambda mapping: json.dumps(mapping, sort_keys=True)
        self.assertEqual(sorted(mappings, key=order), sorted(expected, key=order))

    def test_file(self):
        path = self.make("--small")
        target = self.folder / "study.json"
        target.write_text("old")
        self.assertEqual(self.output("export", "-f", "json", "-d", path, "-o", target), "")
        self.assertEqual(target.read_text(), self.export(path))

    def test_refused(self):
        for arguments in (
            ["us-cet-2024", "--", "us-eft-2018"],
            ["--languages", "en"],
            ["--coding", "Coding 1"],
            ["--unmapped"],
            ["--hashes"],
        ):
            with self.subTest(arguments=arguments):
                errors = self.refused(USAGE, "export", "--format", "json", *arguments)
                self.assertIn("--format json writes the whole document", errors)
        path = self.make("--small")
        self.assertIn("the document itself",
                      self.refused(USAGE, "export", "-f", "json", "-d", path, "-o", path))
        self.assertIn(", json", self.refused(USAGE, "export"))

    def test_unfinished_coding(self):
        path = self.some_of_everything()
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE coding SET done = 0")
        connection.close()
        target = self.folder / "study.json"
        for output in ([], ["-o", target]):
            errors = self.refused(FILE, "export", "-f", "json", "-d", path, *output)
            self.assertIn("“Second look” is the coding of Cai and not done yet", errors)
        self.assertFalse(target.exists())


program.main()
