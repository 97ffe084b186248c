#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl convert, merge and diff: files and documents in and out, none of them harmed."""
import json
import sqlite3

import program
from program import FILE, NO, OK, USAGE, Case

SIDES = ["--left", "cn-future-2024", "--right", "us-cet-2024"]
TABLE = "left_code,relation,right_code,confidence\n1.1,close,7.2,0.5\n1.2,none,,\n"


class Convert(Case):
    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def count(self, path, where="1"):
        connection = sqlite3.connect(path)
        number = connection.execute(f"SELECT count(*) FROM mapping WHERE coding_id IS NULL AND {where}").fetchone()[0]
        connection.close()
        return number

    def test_suffixes(self):
        """What comes out, its name says."""
        table = self.file("pairs.csv", TABLE)
        for name, begins in (
            ("a.sssom.tsv", "#curie_map:"), ("a.tsv", "left_list\t"), ("a.md", "# "), ("a.html", "<!DOCTYPE html>"),
            ("a.jskos.json", "{"), ("a.ndjson", "{"), ("a.ttl", "@prefix"), ("a.tex", "%"), ("a.json", "{"),
        ):
            with self.subTest(name):
                out = self.folder / name
                self.output("convert", table, out, *SIDES)
                self.assertTrue(out.read_text(encoding="utf-8").startswith(begins), out.read_text()[:80])
        self.assertEqual(json.loads((self.folder / "a.json").read_text())["format"], "crosswalk-document")

    def test_there_and_back(self):
        """Through each format that is read, and the pairs are the same."""
        current = self.file("pairs.csv", TABLE)
        for name in ("a.sssom.tsv", "b.jskos.json", "c.xlsx", "d.json", "e.crosswalk", "f.ndjson", "g.tsv", "h.csv"):
            out = self.folder / name
            self.output("convert", current, out, *(SIDES if current.name == "pairs.csv" else []))
            current = out
        self.assertEqual(self.output("diff", self.folder / "e.crosswalk", current), "")
        lines = self.output("convert", current, "-", "--to", "csv").splitlines()
        self.assertEqual(len(lines), 3)
        self.assertTrue(lines[1].startswith("cn-future-2024,1.1,"), lines[1])

    def test_pipe(self):
        table = self.file("pairs.csv", TABLE)
        with open(table, "rb") as stream:
            output = self.output("convert", "-", "-", "--to", "sssom", *SIDES, stdin=stream)
        self.assertIn("skos:closeMatch", output)

    def test_whole_document(self):
        """Of a document nothing is lost on the way through a pipe, and it is only read."""
        document = self.make_document()
        before = document.read_bytes()
        everything = self.output("convert", document, "-", "--to", "json")
        self.assertEqual(everything, self.output("export", "--format", "json", "--document", document))
        with open(self.file("all.json", everything), "rb") as stream:
            self.assertEqual(self.output("convert", "-", "-", "--to", "json", stdin=stream), everything)
        self.assertEqual(document.read_bytes(), before)

    def test_incomplete(self):
        """Rows that are not clear stay out and are told of; with --strict nothing is written."""
        table = self.file("pairs.csv", "left_code,relation,right_code\n1.1,close,7.2\n1.2,<,7.3\n")
        out = self.folder / "a.tsv"
        code, _, errors = self.call("convert", table, out, *SIDES, "--strict")
        self.assertEqual((code, out.exists()), (NO, False))
        code, _, errors = self.call("convert", table, out, *SIDES)
        self.assertEqual(code, NO)
        self.assertIn(f"{table}:3:5: error: ", errors)
        self.assertEqual(len(out.read_text().splitlines()), 2)

    def test_refused(self):
        document = self.make_document()
        before = document.read_bytes()
        table = self.file("pairs.csv", TABLE)
        for expected, *arguments in (
            (USAGE, table), (USAGE, table, self.folder / "out"), (USAGE, table, self.folder / "out", "--to", "doc"),
            (USAGE, table, table), (USAGE, document, document, "--to", "csv"),
            (USAGE, table, document), (USAGE, table, "-", "--to", "crosswalk"),
            (FILE, self.folder / "none.csv", self.folder / "out.tsv"),
        ):
            with self.subTest(arguments):
                self.refused(expected, "convert", *arguments)
        self.assertEqual(document.read_bytes(), before)

    def test_merge(self):
        """A third document; those that were merged stay as they were."""
        first = self.folder / "first.crosswalk"
        self.output("convert", self.file("pairs.csv", TABLE), first, *SIDES)
        second = self.file("more.csv", "left_code,relation,right_code\n1.1,exact,7.2\n2,related,7.3\n")
        before = first.read_bytes(), second.read_bytes()
        for prefer, disputed, total in (("mine", 0, 3), ("theirs", 0, 3), ("both", 2, 4), (None, 2, 4)):
            with self.subTest(prefer):
                merged = self.folder / f"merged-{prefer}.crosswalk"
                output = self.output("merge", first, second, *SIDES, "--output", merged,
                                     *(["--prefer", prefer] if prefer else []))
                self.assertIn(": 1 new, 0 the same, 0 changed, 1 conflicting, ", output)
                self.assertEqual((self.count(merged, "status = 'disputed'"), self.count(merged)), (disputed, total))
        self.assertEqual((first.read_bytes(), second.read_bytes()), before)
        self.refused(USAGE, "merge", first, second, "--output", first)
        self.refused(USAGE, "merge", first, "--output", self.folder / "x.crosswalk")
        self.refused(USAGE, "merge", first, second)

    def test_diff(self):
        first = self.file("a.csv", "left_code,relation,right_code\n1.1,close,7.2\n1.2,exact,7.3\n2,related,7.4\n")
        second = self.file("b.csv", "left_code,relation,right_code\n1.1,close,7.2\n1.2,broad,7.3\n3,none,\n")
        code, output, errors = self.call("diff", first, second, *SIDES)
        self.assertEqual((code, errors), (NO, ""))
        self.assertEqual(output.splitlines(), [
            "-\tcn-future-2024 2\trelated\tus-cet-2024 7.4",
            "+\tcn-future-2024 3\tnone\tus-cet-2024",
            "<\tcn-future-2024 1.2\texact\tus-cet-2024 7.3",
            ">\tcn-future-2024 1.2\tbroad\tus-cet-2024 7.3",
        ])
        code, output, _ = self.call("diff", first, second, *SIDES, "--json")
        self.assertEqual({key: len(rows) for key, rows in json.loads(output).items()},
                         {"removed": 1, "added": 1, "changed": 1, "unclear": 0})
        self.assertEqual(self.output("diff", first, first, *SIDES), "")

    def test_diff_turned(self):
        """A mapping that is written the other way round is the same one."""
        first = self.file("a.csv", "left_list,left_code,relation,right_list,right_code\n"
                                   "cn-future-2024,1.1,broad,us-cet-2024,7.2\n")
        second = self.file("b.csv", "left_list,left_code,relation,right_list,right_code\n"
                                    "us-cet-2024,7.2,narrow,cn-future-2024,1.1\n")
        self.assertEqual(self.output("diff", first, second), "")

    def test_details(self):
        """The same mapping with another confidence is changed."""
        first = self.file("a.csv", "left_code,relation,right_code,confidence\n1.1,close,7.2,0.5\n")
        second = self.file("b.csv", "left_code,relation,right_code,confidence\n1.1,close,7.2,0.6\n")
        code, output, _ = self.call("diff", first, second, *SIDES)
        self.assertEqual((code, len(output.splitlines())), (NO, 2))


class Validate(Case):
    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_own_exports(self):
        """Whatever the program writes is valid by the word of its specification."""
        document = self.make_document()
        for key, name in (("sssom", "a.sssom.tsv"), ("jskos", "a.json"), ("jskos-ndjson", "a.ndjson"),
                          ("csv", "a.csv"), ("xlsx", "a.xlsx"), ("json", "all.json")):
            with self.subTest(key):
                path = self.folder / name
                self.output("export", "--format", key, "--output", path, "--document", document)
                code, output, errors = self.call("validate", "--strict", path)
                self.assertEqual((code, output), (OK, ""), output)
                self.assertIn(" 0 errors, 0 warnings, 0 assumed", errors)

    def test_problems(self):
        path = self.file("a.sssom.tsv", "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
                                        "x:1\tskos:exactMatch\tx:2\tsemapv:ManualMappingCuration\t2\n")
        code, output, errors = self.call("validate", "--strict", path)
        self.assertEqual(code, NO)
        for line in output.splitlines():
            self.assertRegex(line, rf"^{path}(:\d+(:\d+)?)?: (error|warning|assumed): [a-z0-9-]+: .")
        self.assertIn(f"{path}:2:", output)
        code, output, _ = self.call("validate", "--strict", path, "--json")
        problems = json.loads(output)["problems"]
        self.assertTrue(any(problem["line"] == 2 and problem["severity"] == "error"
                            for problem in problems if "line" in problem), problems)

    def test_broken(self):
        for name, text in (("a.json", '{"from": '), ("b.ndjson", '{"from": {}}\n{'), ("all.json", '{"format": "crosswalk-document"}')):
            with self.subTest(name):
                code, _, errors = self.call("validate", self.file(name, text))
                self.assertEqual(code, NO, errors)
                self.assertIn(str(self.folder / name), errors)
        self.refused(FILE, "validate", self.folder / "none.tsv")
        self.refused(USAGE, "validate")


program.main()
