#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl export --format pdf: read back with poppler, it says what the CSV says."""
import collections
import csv
import io
import re
import shutil
import sqlite3
import subprocess
import unittest

import program
from program import Case

SIDES = ("cn-future-2024", "--", "us-cet-2024", "us-eft-2018")
PHRASES = {
    "exact": "is the same as",
    "close": "is nearly the same as",
    "broad": "is part of",
    "narrow": "contains",
    "overlap": "shares a part with",
    "related": "is associated with",
    "none": "has no counterpart",
}
A4 = (841.89, 595.276)


def words_of(text):
    """What is left of a text where spaces and line breaks do not count; at a line's end poppler drops a hyphen."""
    return re.sub(r"[\s\u2068\u2069-]+", "", text)


@unittest.skipIf(shutil.which("pdftotext") is None, "poppler-utils are not installed")
class Pdf(Case):
    def export(self, *arguments, name="table.pdf", **changes):
        path = self.folder / name
        self.output("export", "--format", "pdf", "--output", path, *arguments, **changes)
        return path

    def run_tool(self, *arguments):
        done = subprocess.run([str(argument) for argument in arguments], capture_output=True, check=True)
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode("utf-8")

    def read_pages(self, path):
        """The text of each page, line by line as it stands on paper."""
        text = self.run_tool("pdftotext", "-layout", path, "-")
        self.assertTrue(text.endswith("\f"))
        return text.split("\f")[:-1]

    def info(self, path):
        return dict(line.split(":", 1) for line in self.run_tool("pdfinfo", path).splitlines())

    def rows(self, *arguments):
        output = self.output("export", "--format", "csv", *arguments)
        return list(csv.DictReader(io.StringIO(output, newline=""), strict=True))

    def test_everything_is_on_it(self):
        arguments = (*SIDES, "--languages", "en,zh-Hans")
        rows = self.rows(*arguments)
        path = self.export(*arguments)
        pages = self.read_pages(path)
        table = [page for page in pages if re.search(r"^ *Future industries \(2024\) +Relation", page, re.M)]
        self.assertGreater(len(table), 5)
        # Cell by cell, so that the lines of one column stay together
        flow = words_of(self.run_tool("pdftotext", path, "-"))
        for row in rows:
            for key in ("left_label_en", "left_label_zh-Hans", "right_label_en", "right_label_zh-Hans", "rationale"):
                self.assertIn(words_of(row[key]), flow)
        layout = "\n".join(pages)
        codes = collections.Counter(re.findall(r"(?<![\w.])\d+(?:\.\d+)*(?![\w.%])", layout))
        for row in rows:
            for key in ("left_code", "right_code"):
                if row[key].replace(".", "").isdigit():
                    self.assertGreater(codes[row[key]], 0, row)
        for phrase in ("is part of", "has no counterpart in", "shares a part with"):
            self.assertIn(phrase, layout)
        self.assertIn("The starter mapping is an editorial draft", layout)
        self.assertIn("What the relations mean", layout)
        self.assertIn("Critical and Emerging Technologies List Update", layout)

    def test_every_row_is_there_once(self):
        rows = self.rows(*SIDES)
        path = self.export(*SIDES)
        layout = "\n".join(self.read_pages(path))
        table = layout[:layout.index("What the relations mean")]
        for relation, phrase in PHRASES.items():
            self.assertEqual(table.count(phrase), len([row for row in rows if row["relation"] == relation]), phrase)
        notes = len([row for row in rows if row["rationale"]])
        self.assertEqual(layout.count("Looked for"), len([row for row in rows if "Looked for" in row["rationale"]]))
        # A row leads to its note, and the note back
        names = re.findall(r'"((?:note|ref)-\d+)"', self.run_tool("pdfinfo", "-dests", path))
        self.assertEqual(sorted(names), sorted(f"{kind}-{number + 1}" for kind in ("note", "ref")
                                               for number in range(notes)))

    def test_pages(self):
        path = self.export(*SIDES, "--languages", "en,zh-Hans")
        pages = self.read_pages(path)
        info = self.info(path)
        self.assertEqual(int(info["Pages"]), len(pages))
        size = [float(number) for number in re.findall(r"[\d.]+", info["Page size"])[:2]]
        self.assertAlmostEqual(size[0], A4[0], places=1)
        self.assertAlmostEqual(size[1], A4[1], places=1)
        self.assertEqual(info["Title"].strip(), "Test")
        last_of_table = max(number for number, page in enumerate(pages) if "has no counterpart in" in page)
        for number, page in enumerate(pages):
            self.assertTrue(page.lstrip().startswith("Test"), page[:80])
            self.assertTrue(page.rstrip().endswith(f"{number + 1} / {len(pages)}"), page[-80:])
            if number < last_of_table:
                self.assertRegex(page, r"(?m)^ *Future industries \(2024\) +Relation +CET \(2024\) \+ EFT \(2018\) "
                                       r"+Confidence +Status")

    def test_same_bytes(self):
        path = self.make_document()
        database = sqlite3.connect(path)
        database.execute("UPDATE mapping SET modified = '2026-01-02T03:04:05Z'")
        database.commit()
        database.close()
        arguments = ("--document", path, *SIDES)
        first = self.export(*arguments).read_bytes()
        self.assertEqual(self.export(*arguments, name="again.pdf", TZ="Asia/Tokyo").read_bytes(), first)
        info = self.run_tool("pdfinfo", "-isodates", self.folder / "again.pdf")
        self.assertIn("2026-01-02T03:04:05", info)
        self.assertIn("Last changed on 2026-01-02", self.read_pages(self.folder / "again.pdf")[0])

    def test_text_that_no_page_holds(self):
        """Long notes and labels go on on the next page, word by word."""
        path = self.make_document()
        note = " ".join(f"n{number:05d}" for number in range(6000))
        label = " ".join(f"l{number:05d}" for number in range(1500))
        database = sqlite3.connect(path)
        mapping = database.execute(
            "SELECT m.id, m.subject_id FROM mapping AS m JOIN item AS i ON i.id = m.subject_id"
            " JOIN list AS l ON l.id = i.list_id WHERE l.key = 'cn-future-2024' AND m.coding_id IS NULL"
            " AND m.object_id IS NOT NULL LIMIT 1").fetchone()
        database.execute("UPDATE mapping SET rationale = ?, quotation = 'a' || char(10) || 'b' WHERE id = ?",
                         (note, mapping[0]))
        database.execute("UPDATE label SET text = ? WHERE item_id = ? AND language = 'en'", (label, mapping[1]))
        database.commit()
        database.close()
        pages = self.read_pages(self.export("--document", path, "cn-future-2024", "--", "us-cet-2024", "us-eft-2018",
                                            "--languages", "en"))
        text = "\n".join(pages)
        self.assertEqual(re.findall(r"\bn\d{5}\b", text), note.split())
        found = re.findall(r"\bl\d{5}\b", text)
        # The group is named after the item where it has no parent; in the table it stands at least once
        self.assertEqual(set(found), set(label.split()))
        self.assertGreaterEqual(len([page for page in pages if re.search(r"\bl\d{5}\b", page)]), 2)

    def test_hostile_texts(self):
        """What means something to PDF or to its links is only text."""
        path = self.make_document()
        texts = ["(a) \\( <b> 'c' %d [x] >> endobj", "שלום עולם 12", "\u202egnp.exe", "https://example.org/it's?a=[1]"]
        database = sqlite3.connect(path)
        ids = [row[0] for row in database.execute(
            "SELECT m.id FROM mapping AS m JOIN item AS i ON i.id = m.subject_id JOIN list AS l ON l.id = i.list_id"
            " WHERE l.key = 'cn-future-2024' AND m.coding_id IS NULL LIMIT ?", (len(texts),))]
        for mapping, text in zip(ids, texts):
            database.execute("UPDATE mapping SET rationale = ?, url = ? WHERE id = ?", (text, text, mapping))
        database.execute("UPDATE list SET url = ? WHERE key = 'us-cet-2024'", ("https://example.org/it's",))
        database.commit()
        database.close()
        path = self.export("--document", path, *SIDES)
        flow = words_of(self.run_tool("pdftotext", path, "-"))
        self.assertIn(words_of(texts[0]), flow)
        self.assertIn("example.org/it's", flow)
        self.assertGreater(int(self.info(path)["Pages"]), 1)

    def test_no_rows(self):
        path = self.make_document()
        database = sqlite3.connect(path)
        database.execute("DELETE FROM mapping")
        database.commit()
        database.close()
        text = "\n".join(self.read_pages(self.export("--document", path, *SIDES)))
        self.assertIn("There is no correspondence to show.", text)

    def test_columns(self):
        text = "\n".join(self.read_pages(self.export(*SIDES, "--columns", "status")))
        self.assertNotIn("Confidence", text)
        self.assertNotRegex(text, r"(?m)^ *Notes$")


program.main()
