#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl export: read back, it is what the shipped tables say."""
import csv
import io
import os
import re
import shutil
import subprocess
import unittest

import program
from program import DATA, FILE, USAGE, Case

TABLES = sorted((DATA / "mappings" / "agreed").glob("*.tsv"))
INVERSE = {"broad": "narrow", "narrow": "broad"}


def read_shipped(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Export(Case):
    def read(self, *arguments, delimiter=","):
        output = self.output("export", *arguments)
        return list(csv.DictReader(io.StringIO(output, newline=""), delimiter=delimiter, strict=True))

    def test_every_table(self):
        self.assertEqual(len(TABLES), 8)
        for path in TABLES:
            left, right = path.stem.split("__")
            with self.subTest(left=left, right=right):
                found = self.read("--format", "csv", left, "--", right)
                shipped = read_shipped(path)
                self.assertEqual(len(found), len(shipped))
                self.assertEqual(
                    sorted((row["left_code"], row["relation"], row["right_code"], row["rationale"])
                           for row in found),
                    sorted((row["subject_code"], row["relation"], row["object_code"], row["rationale"])
                           for row in shipped),
                )

    def test_everything(self):
        found = self.read("--format", "csv")
        self.assertEqual(len(found), sum(len(read_shipped(path)) for path in TABLES))
        self.assertEqual(
            {(row["left_list"], row["right_list"]) for row in found},
            {tuple(path.stem.split("__")) for path in TABLES},
        )

    def test_swapped_sides(self):
        found = self.read("--format", "csv", "us-eft-2018", "--", "cn-future-2024")
        shipped = read_shipped(DATA / "mappings" / "agreed" / "cn-future-2024__us-eft-2018.tsv")
        self.assertEqual(
            sorted((row["right_code"], row["relation"], row["left_code"]) for row in found),
            sorted((row["subject_code"], INVERSE.get(row["relation"], row["relation"]), row["object_code"])
                   for row in shipped),
        )

    def test_formats_agree(self):
        sides = ("cn-future-2024", "--", "us-eft-2018", "--document", self.make_document())
        plain = self.output("export", "--format", "csv", *sides)
        marked = self.output("export", "--format", "csv-bom", *sides)
        self.assertEqual(marked, "\ufeff" + plain)
        self.assertEqual(
            self.read("--format", "tsv", *sides, delimiter="\t"), self.read("--format", "csv", *sides)
        )

    def test_unmapped(self):
        sides = ("cn-future-2024", "--", "us-eft-2018")
        found = self.read("--format", "csv", "--unmapped", *sides)
        opened = [row for row in found if row["status"] == "open"]
        self.assertEqual(len(found) - len(opened), len(self.read("--format", "csv", *sides)))
        self.assertEqual(len(opened), 31)
        self.assertEqual(len({row["left_code"] for row in found if row["left_code"]}), 66)
        self.assertEqual(len({row["right_code"] for row in found if row["right_code"]}), 60)

    def test_languages(self):
        sides = ("cn-future-2024", "--", "us-eft-2018")
        official = self.read("--format", "csv", *sides)[0]
        self.assertEqual(official["left_label"], "未来制造")
        row = self.read("--format", "csv", *sides, "--languages", "en,zh-Hans")[0]
        self.assertEqual(row["left_label_en"], "Future manufacturing")
        self.assertEqual(row["left_label_zh-Hans"], "未来制造")
        self.assertIn("right_label_zh-Hans", row)
        # Which language a label is in does not depend on who exports
        self.assertEqual(
            self.output("export", "-f", "csv").splitlines()[0],
            self.output("export", "-f", "csv", LANGUAGE="ja").splitlines()[0],
        )

    def test_file(self):
        path = self.folder / "out.csv"
        path.write_text("old")
        document = self.make_document()
        call = ("export", "--format", "csv", "--document", document)
        self.assertEqual(self.output(*call, "--output", path), "")
        with path.open(encoding="utf-8", newline="") as file:
            self.assertEqual(file.read(), self.output(*call))
        self.assertEqual(sorted(os.listdir(self.folder)), ["data", "out.csv", "study.crosswalk", "tmp"])

    def test_dash_is_standard_output(self):
        self.assertTrue(self.output("export", "-f", "tsv", "-o", "-").startswith("left_list\t"))

    def test_file_that_cannot_be_written(self):
        errors = self.refused(FILE, "export", "-f", "csv", "-o", self.folder / "none" / "out.csv")
        self.assertIn("out.csv” cannot be written: ", errors)
        self.assertIn("cannot be written", self.refused(FILE, "export", "-f", "csv", "-o", self.folder))

    def test_never_over_the_document(self):
        path = self.make_document()
        link = self.folder / "link.csv"
        link.symlink_to(path)
        before = path.read_bytes()
        for output in (path, link):
            errors = self.refused(USAGE, "export", "-f", "csv", "-d", path, "-o", output)
            self.assertIn("is the document itself", errors)
        self.assertEqual(path.read_bytes(), before)

    def test_pages(self):
        sides = ("cn-future-2024", "--", "us-eft-2018", "--languages", "en,ja")
        rows = self.read("--format", "csv", *sides)
        page = self.output("export", "--format", "html", *sides)
        self.assertEqual(page.count('<th scope="row"'), len(rows))
        self.assertEqual(page.count('<li id="note-'), len([row for row in rows if row["rationale"]]))
        self.assertIn('<bdi lang="ja">', page)
        self.assertIn("The starter mapping is an editorial draft", page)
        text = self.output("export", "--format", "markdown", *sides)
        self.assertEqual(len([line for line in text.splitlines() if line.startswith("| ")]),
                         len(rows) + 2 * text.count("| --- | --- | --- |"))
        paper = self.output("export", "--format", "latex", *sides)
        self.assertEqual(paper.count(" \\\\[3pt]\n"), len(rows))

    def test_columns(self):
        header = self.output("export", "-f", "csv", "--columns", "right_code, relation,left_label",
                             "--languages", "en,ja").splitlines()[0]
        self.assertEqual(header, "right_code,relation,left_label_en,left_label_ja")
        whole = self.read("--format", "csv")
        part = self.read("--format", "csv", "--columns", "left_code,confidence")
        self.assertEqual([list(row.items()) for row in part],
                         [[("left_code", row["left_code"]), ("confidence", row["confidence"])] for row in whole])
        page = self.output("export", "-f", "html", "--columns", "status")
        self.assertNotIn('<li id="note-', page)
        self.assertNotIn('<td class="confidence">', page)
        self.assertIn('<td class="status">', page)

    def test_columns_that_there_are_not(self):
        errors = self.refused(USAGE, "export", "-f", "csv", "--columns", "left_code,colour")
        self.assertIn("no column “colour” to choose for csv; there are left_list, left_code, ", errors)
        errors = self.refused(USAGE, "export", "-f", "markdown", "--columns", "left_code")
        self.assertIn("no column “left_code” to choose for markdown; there are confidence, ", errors)
        self.assertIn("“status” is named twice",
                      self.refused(USAGE, "export", "-f", "tsv", "--columns", "status,status"))
        self.assertIn("no column “”", self.refused(USAGE, "export", "-f", "tsv", "--columns", ""))
        for name in ("sssom", "jskos", "jskos-ndjson", "turtle"):
            self.assertIn("--columns does not go with " + name,
                          self.refused(USAGE, "export", "-f", name, "--columns", "status"))

    @unittest.skipIf(shutil.which("rapper") is None, "rapper is not installed")
    def test_turtle(self):
        path = self.folder / "all.ttl"
        self.output("export", "--format", "turtle", "--output", path)
        run = subprocess.run(["rapper", "-q", "-i", "turtle", path], capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        links = [row for row in self.read("--format", "csv") if row["relation"] != "none"]
        plain = [line for line in run.stdout.splitlines()
                 if re.search("> <http://www.w3.org/2004/02/skos/core#(exact|close|broad|narrow|related)Match> <", line)]
        self.assertEqual(len(plain), len(links))
        self.assertEqual(run.stdout.count("<http://www.w3.org/2004/02/skos/core#inScheme>"), 1078)

    def test_format(self):
        self.assertIn("--format", self.refused(USAGE, "export"))
        self.assertIn("no format “xls”", self.refused(USAGE, "export", "--format", "xls"))

    def test_bad_sides(self):
        self.assertIn("then “--”", self.refused(USAGE, "export", "-f", "csv", "us-cet-2024"))
        self.assertIn("then “--”", self.refused(USAGE, "export", "-f", "csv", "--"))


program.main()
