#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl compare."""
import csv

import program
from program import DATA, USAGE, Case, cell, width

WORDS = {
    "exact": "Exact",
    "close": "Close",
    "broad": "Part of",
    "narrow": "Contains",
    "overlap": "Overlaps",
    "related": "Related",
    "none": "No counterpart",
}
SIDES = ("cn-future-2024", "--", "us-eft-2018")


class Compare(Case):
    def test_golden(self):
        self.assert_golden("compare.txt", self.output("compare", *SIDES, COLUMNS="100"))

    def test_golden_chinese(self):
        output = self.output("compare", *SIDES, "--languages", "zh-Hans", COLUMNS="100")
        self.assert_golden("compare-zh.txt", output)

    def test_golden_wrapped(self):
        output = self.output("compare", *SIDES, "--wide", "none", COLUMNS="80")
        self.assertNotIn("…", output)
        self.assert_golden("compare-wrapped.txt", output)

    def test_first_sight(self):
        sides = ("cn-future-2024", "cn-emerging-2023", "--", "us-cet-2024", "us-eft-2018")
        output = self.output("compare", COLUMNS="100")
        self.assertEqual(output, self.output("compare", *sides, COLUMNS="100"))
        self.assert_golden("compare-first-sight.txt", output)

    def test_hundred_columns_where_nobody_says(self):
        self.assertEqual(self.output("compare", *SIDES), self.output("compare", *SIDES, COLUMNS="100"))
        self.assertEqual(
            self.output("compare", *SIDES, COLUMNS="wide"), self.output("compare", *SIDES, COLUMNS="100")
        )

    def test_rows_are_those_of_the_shipped_table(self):
        path = DATA / "mappings" / "agreed" / "cn-future-2024__us-eft-2018.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        expected = sorted((row["subject_code"], WORDS[row["relation"]], row["object_code"]) for row in rows)

        table = self.output("compare", *SIDES, COLUMNS="1000").split("\n\nOn the right only\n")[0]
        head, *lines = table.splitlines()
        label = head.index("Future industries")
        relation = head.index("Relation")
        found = []
        for line in lines:
            rest = line[relation:].split("  ", 1)
            right = rest[1].split() if len(rest) > 1 else [""]
            found.append((line[:label].strip(), rest[0], right[0]))
        self.assertEqual(sorted(found), expected)

    def test_alignment(self):
        for columns in (80, 100, 140, 200):
            for languages in ("en", "zh-Hans", "ja"):
                with self.subTest(columns=columns, languages=languages):
                    output = self.output("compare", *SIDES, "-l", languages, COLUMNS=str(columns))
                    self.check_alignment(output.split("\n\n")[0].splitlines(), columns)

    def check_alignment(self, lines, columns):
        relation = width(lines[0][: lines[0].index("Relation")])
        code = relation + len("No counterpart") + 2
        for line in lines:
            self.assertLessEqual(width(line), columns)
            self.assertEqual(line, line.rstrip())
        for line in lines[1:]:
            self.assertRegex(cell(line, 0, 6), r"^(P|\d+\.)?\d+ +$")
            self.assertEqual(cell(line, relation - 2, relation), "  ", line)
            self.assertIn(cell(line, relation, code).strip(), WORDS.values())
            self.assertRegex(cell(line, code, code + 6), r"^((\d+\.)?\d+ +)?$")

    def test_narrow_terminal(self):
        for line in self.output("compare", *SIDES, COLUMNS="50").split("\n\n")[0].splitlines():
            self.assertLessEqual(width(line), 50)

    def test_open_and_absent(self):
        output = self.output("compare", *SIDES, COLUMNS="200")
        self.assertRegex(output, r"(?m)^1\.3 +Nanomanufacturing +No counterpart$")
        self.assertIn("\nOn the right only\n", output)
        self.assertRegex(output, r"(?m)^ +Open +4\.2 +Stacked Memory on Chip$")

    def test_coverage(self):
        output = self.output("compare", *SIDES)
        self.assertIn("\nFuture industries (2024): 66 items, 39 linked, 27 no counterpart, 0 open\n", output)
        self.assertIn("\nEFT (2018): 60 items, 29 linked, 0 no counterpart, 31 open\n", output)

    def test_notice(self):
        self.assertIn("not official", " ".join(self.output("compare").split()))

    def test_swapped_sides(self):
        output = self.output("compare", "us-eft-2018", "--", "cn-future-2024", COLUMNS="200")
        self.assertRegex(output, r"(?m)^1 +Biotechnology +Contains +1\.2 +Biomanufacturing$")
        self.assertRegex(output, r"(?m)^ +No counterpart +1\.3 +Nanomanufacturing$")

    def test_options_may_stand_anywhere(self):
        expected = self.output("compare", *SIDES, "--languages", "ja")
        self.assertEqual(self.output("compare", "--languages", "ja", *SIDES), expected)
        self.assertEqual(
            self.output("compare", "cn-future-2024", "--languages=ja", "--", "us-eft-2018"), expected
        )

    def test_a_list_named_twice_counts_once(self):
        self.assertEqual(
            self.output("compare", "cn-future-2024", "cn-future-2024", "--", "us-eft-2018"),
            self.output("compare", *SIDES),
        )

    def test_bad_sides(self):
        for arguments in (
            ["us-cet-2024"],
            ["us-cet-2024", "us-eft-2018"],
            ["us-cet-2024", "--"],
            ["--", "us-cet-2024"],
            ["--"],
        ):
            with self.subTest(arguments=arguments):
                self.assertIn("then “--”", self.refused(USAGE, "compare", *arguments))
        self.assertIn("only once", self.refused(USAGE, "compare", "a", "--", "b", "--", "c"))
        self.assertIn(
            "“us-cet-2024” stands on both sides",
            self.refused(USAGE, "compare", "us-cet-2024", "--", "us-eft-2018", "us-cet-2024"),
        )
        self.assertIn("cut or none", self.refused(USAGE, "compare", "--wide", "all"))


program.main()
