#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl lists and show."""
import json

import program
from program import DATA, USAGE, Case, cell, width


class Lists(Case):
    def test_golden(self):
        self.assert_golden("lists.txt", self.output("lists"))

    def test_counts(self):
        lines = self.output("lists", COLUMNS="200").splitlines()
        found = {line.split()[0]: [int(word) for word in line.split()[-2:]] for line in lines[1:]}
        expected = {}
        for path in (DATA / "lists").glob("*-*.json"):
            data = json.loads(path.read_text(encoding="utf-8"))
            counts = data["verification"]
            expected[data["id"]] = [counts["items"], counts["verified"]]
        self.assertEqual(found, expected)

    def test_alignment_of_chinese_titles(self):
        lines = self.output("lists", LANGUAGE="zh_CN").splitlines()
        issued = lines[0].index("Issued")
        self.assertTrue(any(width(line) > len(line) for line in lines))
        for line in lines[1:]:
            self.assertRegex(cell(line, issued, issued + 10), r"^\d{4}-\d\d-\d\d$")
            self.assertEqual(width(line), width(lines[0]))

    def test_takes_no_lists(self):
        self.assertIn("takes no lists", self.refused(USAGE, "lists", "us-cet-2024"))


class Show(Case):
    def test_golden(self):
        self.assert_golden("show-jp-critical-2022.txt", self.output("show", "jp-critical-2022"))

    def test_golden_with_groups_and_levels(self):
        output = self.output("show", "cn-future-2024", "--languages", "en,zh-Hans,ja", COLUMNS="140")
        self.assert_golden("show-cn-future-2024.txt", output)

    def test_whose_words(self):
        output = self.output("show", "jp-critical-2022", "-l", "ja", COLUMNS="200")
        items = output.split("\n\n", 1)[1].splitlines()[1:]
        data = json.loads((DATA / "lists" / "jp-critical-2022.json").read_text(encoding="utf-8"))
        self.assertEqual(len(items), data["verification"]["items"])
        self.assertEqual(
            sum(line.endswith("  checked official") for line in items),
            data["verification"]["verified"],
        )
        self.assertTrue(any(line.endswith("  official") for line in items))
        self.assertIn("seed", self.output("show", "us-eft-2018", "-l", "ja"))

    def test_nothing_is_cut(self):
        for columns in ("40", "60", "100"):
            with self.subTest(columns=columns):
                output = self.output("show", "us-cet-2024", "-l", "en,zh-Hans", COLUMNS=columns)
                self.assertNotIn("…", output)

    def test_width(self):
        for columns in (80, 100, 140):
            with self.subTest(columns=columns):
                output = self.output("show", "cn-future-2024", COLUMNS=str(columns))
                for line in output.splitlines():
                    self.assertLessEqual(width(line), columns, line)
                    self.assertEqual(line, line.rstrip())

    def test_names_one_list(self):
        self.assertIn("Name one list", self.refused(USAGE, "show"))
        self.assertIn("Name one list", self.refused(USAGE, "show", "us-cet-2024", "us-eft-2018"))
        self.assertIn("Name one list", self.refused(USAGE, "show", "us-cet-2024", "--", "us-eft-2018"))


program.main()
