#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl import: what was exported comes back, and nothing that is unclear slips in."""
import json
import sqlite3

import mapping_table
import program
from program import FILE, NO, OK, USAGE, Case

FORMATS = {"csv": "csv", "csv-bom": "csv", "tsv": "tsv", "xlsx": "xlsx", "sssom": "sssom.tsv",
           "jskos": "json", "jskos-ndjson": "ndjson", "json": "json"}
SIDES = ["--left", "cn-future-2024", "--right", "us-cet-2024"]


class Import(Case):
    def setUp(self):
        super().setUp()
        self.target = self.folder / "target.crosswalk"

    def rows(self, path=None):
        """All that a mapping says but its number, as SQLite sees it."""
        connection = sqlite3.connect(path or self.target)
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute("SELECT * FROM mapping WHERE coding_id IS NULL")]
        connection.close()
        for row in rows:
            del row["id"]
        return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))

    def file(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return path

    def make_full(self):
        """A document with odd values in every field, and one with the same lists and no mappings."""
        full = self.make_document(self.folder / "full.crosswalk")
        mapping_table.salt(full)
        connection = sqlite3.connect(full)
        # What is no ORCID iD is left out of a table, and told of
        connection.execute("UPDATE mapping SET author_orcid = '0000-0002-1825-0097' WHERE author_orcid <> ''")
        # A workbook has one kind of line end
        connection.execute("UPDATE mapping SET rationale = replace(rationale, char(13), '')")
        # What has no author or time gets those of the import, and what is there twice comes in once
        connection.execute("DELETE FROM mapping WHERE relation = 'none' AND absence = '' AND created = ''")
        for field, value in (("author", "Ann"), ("created", "2026-01-02T03:04:05Z"), ("modified", "2026-01-03T00:00:00Z")):
            connection.execute(f"UPDATE mapping SET {field} = ? WHERE {field} = ''", [value])
        connection.commit()
        connection.close()
        self.output("new", self.target, "--empty")
        return full

    def ends(self, path):
        """The same with names for ids, which differ between documents."""
        connection = sqlite3.connect(path)
        names = dict(connection.execute("SELECT item.id, key || ' ' || code FROM item JOIN list ON list.id = list_id"))
        lists = dict(connection.execute("SELECT id, key FROM list"))
        connection.close()
        rows = self.rows(path)
        for row in rows:
            row["subject_id"] = names[row["subject_id"]]
            row["object_id"] = names.get(row["object_id"])
            row["object_list_id"] = lists.get(row["object_list_id"])
        return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))

    def test_round_trip(self):
        """Through every format that holds all of a mapping, and a second time without a change."""
        full = self.make_full()
        empty = self.target.read_bytes()
        for key, suffix in FORMATS.items():
            with self.subTest(key):
                self.target.write_bytes(empty)
                path = self.folder / f"table.{suffix}"
                self.output("export", "--document", full, "--format", key, "--output", path)
                code, output, errors = self.call("import", path, "--document", self.target)
                self.assertEqual((code, errors), (OK, ""))
                # NDJSON has no place for what is denied
                wanted = [row for row in self.ends(full) if key != "jskos-ndjson" or not row["negated"]]
                self.assertEqual(self.ends(self.target), wanted)
                code, output, errors = self.call("import", path, "--document", self.target)
                self.assertTrue(output.endswith("\n0 mappings imported\n"), output)
                self.assertEqual(self.ends(self.target), wanted)
                code, output, errors = self.call("diff", full, self.target)
                self.assertEqual(len(output.splitlines()), len(self.rows(full)) - len(wanted))

    def test_step(self):
        """One step, which says what it was."""
        self.make_document(self.target)
        path = self.file("pairs.csv", "left,right,relation\n1.1,7.2,close\n1.2,7.3,related\n")
        code, output, _ = self.call("import", path, "--document", self.target, *SIDES,
                                    "--column", "1=left_code", "--column", "2=right_code")
        self.assertEqual((code, output.splitlines()[-1]), (OK, "2 mappings imported"))
        self.assertIn("Imported mappings", self.output("history", "--document", self.target))

    def test_dry_run(self):
        self.make_document(self.target)
        before = self.rows()
        path = self.file("pairs.csv", "left_code,relation,right_code\n1.1,close,7.2\n")
        output = self.output("import", path, "--document", self.target, *SIDES, "--dry-run", "--json")
        self.assertEqual(json.loads(output)["new"] + json.loads(output)["conflicting"], 1)
        self.assertEqual(json.loads(output)["imported"], 0)
        self.assertEqual(self.rows(), before)

    def test_chinese_table(self):
        """A table in GB18030 that names items by their Chinese names only."""
        self.output("new", self.target, "--empty")
        items = json.loads(self.output("show", "cn-future-2024", "--json", "--document", self.target))
        path = self.file("对照.csv", "左侧名称,关系,右侧代码\n智能制造,相关,7.2\n", "gb18030")
        code, output, errors = self.call("import", path, "--document", self.target, *SIDES)
        self.assertEqual((code, output.splitlines()[-1]), (OK, "1 mapping imported"), errors)
        self.assertEqual([row["relation"] for row in self.rows()], ["related"])
        self.assertTrue(items)

    def test_unclear_rows(self):
        """They stay out, each with its line; the others go in, unless the file must be right."""
        self.output("new", self.target, "--empty")
        path = self.file("pairs.csv", "left_code,relation,right_code\n1.1,close,7.2\n1.1,<,7.3\n99,exact,7.2\n")
        code, output, errors = self.call("import", path, "--document", self.target, *SIDES, "--strict")
        self.assertEqual((code, output.splitlines()[-1], self.rows()), (NO, "0 mappings imported", []))
        self.assertIn(f"{path}:3:5: error: ", errors)
        self.assertIn(f"{path}:4: error: unknown-item: ", errors)
        code, output, errors = self.call("import", path, "--document", self.target, *SIDES)
        self.assertEqual((code, output.splitlines()[-1]), (NO, "1 mapping imported"))
        self.assertEqual(len(self.rows()), 1)

    def test_new_items(self):
        self.output("new", self.target, "--empty")
        path = self.file("pairs.csv", "left_list,left_code,left_label,relation,right_code\nMy list,a,First,close,7.2\n")
        code, output, _ = self.call("import", path, "--document", self.target, "--right", "us-cet-2024", "--new-items")
        self.assertEqual((code, output.splitlines()[-1]), (OK, "1 mapping imported"))
        lists = self.output("lists", "--document", self.target)
        self.assertIn("My list", lists)

    def test_prefer(self):
        for prefer, relations in {"mine": ["close"], "theirs": ["exact"], "both": ["close", "exact"]}.items():
            with self.subTest(prefer):
                self.target.unlink(missing_ok=True)
                self.output("new", self.target, "--empty")
                for relation in ("close", "exact"):
                    path = self.file("pairs.csv", f"left_code,relation,right_code\n1.1,{relation},7.2\n")
                    code, _, errors = self.call("import", path, "--document", self.target, *SIDES, "--prefer", prefer)
                    self.assertEqual((code, errors), (OK, ""))
                self.assertEqual(sorted(row["relation"] for row in self.rows()), relations)
                self.assertEqual({row["status"] for row in self.rows()} == {"disputed"}, prefer == "both")

    def test_standard_input(self):
        self.output("new", self.target, "--empty")
        path = self.file("pairs.csv", "left_code\trelation\tright_code\n1.1\tclose\t7.2\n")
        with open(path, "rb") as stream:
            code, output, errors = self.call("import", "-", "--document", self.target, *SIDES, stdin=stream)
        self.assertEqual((code, errors), (OK, ""))
        self.assertEqual(len(self.rows()), 1)

    def test_refused(self):
        self.make_document(self.target)
        before = self.rows()
        table = self.file("pairs.csv", "left_code,relation,right_code\n1.1,close,7.2\n")
        for expected, *arguments in (
            (USAGE,), (USAGE, table, table), (USAGE, table, "--prefer", "hers"), (USAGE, table, "--from", "xls"),
            (USAGE, table, "--separator", "dot"), (USAGE, table, "--relation", "same"),
            (FILE, table, "--column", "4=left_code"), (FILE, table, "--column", "1=left"),
            (USAGE, table, "--left", "nowhere"), (USAGE, table, "--coding", "Nobody’s"),
            (FILE, self.folder / "none.csv"), (FILE, self.folder),
        ):
            with self.subTest(arguments):
                self.refused(expected, "import", *arguments, "--document", self.target)
        self.assertEqual(self.rows(), before)


program.main()
