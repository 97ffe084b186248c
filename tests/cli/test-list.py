#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl list: lists that go out as files and come in from them."""
import csv
import io
import json

import program
from program import DATA, FILE, USAGE, Case

TABLE = "code,label,label@ja:translation,note\n1,Chips,半導体,\n1.1,Memory,メモリ,first\n2,Robots,,\n"


class Export(Case):
    def test_own_format(self):
        """What the program ships is written as it is shipped."""
        shipped = DATA / "lists" / "kr-strategic-2022.json"
        self.assertEqual(self.output("list", "export", "kr-strategic-2022"), shipped.read_text(encoding="utf-8"))

    def test_csv(self):
        output = self.output("list", "export", "us-cet-2024", "--format", "csv")
        self.assertTrue(output.startswith("\ufeff"))
        rows = list(csv.DictReader(io.StringIO(output[1:])))
        self.assertEqual(len(rows), 140)
        self.assertEqual(rows[1]["code"], "1.1")
        self.assertEqual(rows[1]["parent"], "1")
        self.assertEqual(rows[0]["label@en:official"], "Advanced Computing")

    def test_jskos(self):
        scheme = json.loads(self.output("list", "export", "us-cet-2024", "-f", "jskos"))
        self.assertEqual(scheme["notation"], ["us-cet-2024"])
        self.assertEqual(len(scheme["concepts"]), 140)

    def test_file(self):
        path = self.folder / "list.csv"
        self.assertEqual(self.output("list", "export", "us-cet-2024", "--format=csv", "--output", path), "")
        self.assertEqual(
            path.read_bytes(),
            self.output("list", "export", "us-cet-2024", "--format=csv").encode(),
        )
        self.assertIn("cannot be written", self.refused(FILE, "list", "export", "us-cet-2024", "-o", self.folder))

    def test_refused(self):
        for arguments in ([], ["export"], ["export", "us-cet-2024", "us-eft-2018"], ["print", "us-cet-2024"]):
            with self.subTest(arguments=arguments):
                self.assertIn("“export” and a list", self.refused(USAGE, "list", *arguments))
        self.assertIn("json, csv, jskos", self.refused(USAGE, "list", "export", "us-cet-2024", "--format", "xls"))
        self.assertIn("the nearest", self.refused(USAGE, "list", "export", "us-cet-2042"))


class Import(Case):
    def setUp(self):
        super().setUp()
        self.document = self.make_document()
        self.table = self.folder / "table.csv"
        self.table.write_text(TABLE, encoding="utf-8")

    def take(self, *arguments):
        return self.output("list", "import", *arguments, "--document", self.document)

    def show(self, key):
        return json.loads(self.output("show", key, "--json", "--document", self.document))

    def keys(self):
        output = self.output("lists", "--document", self.document)
        return [line.split()[0] for line in output.splitlines()[1:]]

    def test_table(self):
        said = self.take(
            self.table, "--title", "What we make", "--jurisdiction", "JP", "--issued", "2026-04-01", "--language", "en"
        )
        self.assertEqual(said, "jp-what-we-make-2026: 3 items\n")
        own = self.show("jp-what-we-make-2026")
        self.assertEqual([item["code"] for item in own["tree"]], ["1", "1.1", "2"])
        self.assertEqual(own["tree"][1]["note"], "first")
        self.assertFalse(own["shipped"])
        self.assertIn("jp-what-we-make-2026", self.keys())
        history = self.output("history", "--document", self.document)
        self.assertIn("What we make", history)

    def test_same_name_again(self):
        first = self.take(self.table, "--title", "Ours", "--issued", "2026-04-01")
        again = self.take(self.table, "--title", "Ours", "--issued", "2026-04-01")
        self.assertEqual(first, "xa-ours-2026: 3 items\n")
        self.assertEqual(again, "xa-ours-2026-2: 3 items\n")

    def test_round_trips(self):
        for form in ("json", "csv", "jskos"):
            with self.subTest(form=form):
                path = self.folder / f"out.{'csv' if form == 'csv' else 'json'}"
                path.write_text(
                    self.output("list", "export", "jp-critical-2022", "--format", form), encoding="utf-8"
                )
                key = self.take(path, "--title", f"Again {form}", "--language", "ja").split(":")[0]
                self.assertEqual(self.show(key)["tree"], self.show("jp-critical-2022")["tree"])

    def test_columns_left_out(self):
        self.table.write_text("code,label,colour\n1,Chips,red\n2,Robots,blue\n", encoding="utf-8")
        said = self.take(self.table, "--title", "Ours", "--issued", "2026-04-01")
        self.assertEqual(said, "xa-ours-2026: 2 items\nLeft out: column 3 “colour”\n")

    def test_problems(self):
        before = self.keys()
        self.table.write_text("code,label\n1,Chips\n1,Robots\n2,\n", encoding="utf-8")
        errors = self.refused(FILE, "list", "import", self.table, "--document", self.document)
        self.assertIn("table.csv:3:1: ", errors)
        self.assertIn("table.csv:4:3: the row has no label", errors)
        self.assertEqual(self.keys(), before)

    def test_no_file(self):
        self.assertIn("nothing.csv", self.refused(FILE, "list", "import", self.folder / "nothing.csv"))

    def test_own_document(self):
        """Without --document, the list goes where the window looks for it."""
        self.assertEqual(self.output("list", "import", self.table, "-t", "Ours", "-i", "2026-04-01"), "xa-ours-2026: 3 items\n")
        self.assertIn("xa-ours-2026", self.output("lists"))


class FirstUse(Case):
    own = False

    def test_document_is_made(self):
        table = self.folder / "table.csv"
        table.write_text(TABLE, encoding="utf-8")
        self.output("list", "import", table, "-t", "Ours", "-i", "2026-04-01")
        self.assertIn("xa-ours-2026", self.output("lists"))


program.main()
