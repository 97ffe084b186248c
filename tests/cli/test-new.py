#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl new: documents from nothing and from JSON, never in the place of a file."""
import json
import os
import sqlite3
import subprocess

import program
from program import FILE, MAKE_DOCUMENT, OK, USAGE, Case


class New(Case):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "new.crosswalk"

    def ask(self, sql, path=None):
        connection = sqlite3.connect(path or self.path)
        answer = connection.execute(sql).fetchone()[0]
        connection.close()
        return answer

    def export(self, path):
        return self.output("export", "--format", "json", "--document", path)

    def make_json(self, *arguments):
        """A document with something of everything, and its JSON."""
        path = self.folder / "full.crosswalk"
        subprocess.run([MAKE_DOCUMENT, path, "--full", "3"], check=True)
        target = self.folder / "full.json"
        target.write_text(self.export(path), encoding="utf-8")
        return path, target

    def test_starter(self):
        self.assertEqual(self.output("new", self.path), "")
        self.assertEqual(self.ask("SELECT title FROM document"), "new")
        self.assertEqual(self.ask("SELECT count(*) FROM list"), 18)
        self.assertGreater(self.ask("SELECT count(*) FROM mapping"), 500)
        self.assertIn("is sound", self.output("check", self.path))

    def test_empty(self):
        self.output("new", self.path, "--empty", "--title", "Mine – 我的")
        self.assertEqual(self.ask("SELECT title FROM document"), "Mine – 我的")
        self.assertEqual(self.ask("SELECT count(*) FROM list"), 18)
        self.assertEqual(self.ask("SELECT count(*) FROM mapping"), 0)

    def test_from_json(self):
        original, source = self.make_json()
        self.output("new", self.path, "--from", source)
        self.assertEqual(self.export(self.path), source.read_text(encoding="utf-8"))
        self.assertEqual(self.ask("SELECT uuid FROM document"), self.ask("SELECT uuid FROM document", original))
        self.assertEqual(self.ask("SELECT count(*) FROM step"), 0)
        findings = [
            [(finding["rule"], finding.get("intended")) for finding in
             json.loads(self.call("check", "--all", "--json", path)[1])["findings"]]
            for path in (original, self.path)
        ]
        self.assertEqual(sorted(findings[0], key=str), sorted(findings[1], key=str))

    def test_from_standard_input(self):
        _, source = self.make_json()
        with open(source, "rb") as stdin:
            code, output, errors = self.call("new", self.path, "--from", "-", stdin=stdin)
        self.assertEqual((code, output, errors), (OK, "", ""))
        self.assertEqual(self.export(self.path), source.read_text(encoding="utf-8"))

    def test_title_of_import(self):
        _, source = self.make_json()
        self.output("new", self.path, "--from", source, "--title", "Another")
        self.assertEqual(self.ask("SELECT title FROM document"), "Another")

    def test_never_replaces(self):
        _, source = self.make_json()
        self.path.write_text("mine")
        for more in ([], ["--from", source], ["--empty"]):
            self.assertIn("is there already", self.refused(FILE, "new", self.path, *more))
        self.assertEqual(self.path.read_text(), "mine")
        os.mkdir(self.folder / "folder")
        self.assertIn("is there already", self.refused(FILE, "new", self.folder / "folder"))

    def test_bad_json(self):
        _, source = self.make_json()
        good = source.read_text(encoding="utf-8")
        for text, place in (
            ("", "1:1: "),
            (good[:-4], "“,” or"),
            ("{}", "/format: "),
            (good.replace('"version": 1', '"version": 9'), "/version: "),
            (good.replace('"relation": "exact"', '"relation": "same"', 1), "/relation: “same”"),
        ):
            with self.subTest(place=place):
                source.write_text(text, encoding="utf-8")
                errors = self.refused(FILE, "new", self.path, "--from", source)
                self.assertIn(f"{source}:", errors)
                self.assertIn(place, errors)
        self.assertIn("none.json", self.refused(FILE, "new", self.path, "--from", self.folder / "none.json"))
        # Nothing is left beside it
        self.assertEqual(sorted(path.name for path in self.folder.iterdir() if "new" in path.name), [])

    def test_refused(self):
        self.assertIn("Name the file", self.refused(USAGE, "new"))
        self.assertIn("Name the file", self.refused(USAGE, "new", "a.crosswalk", "b.crosswalk"))
        self.assertIn("--empty", self.refused(USAGE, "new", self.path, "--from", "x.json", "--empty"))
        self.refused(FILE, "new", self.folder / "no-folder" / "new.crosswalk")


program.main()
