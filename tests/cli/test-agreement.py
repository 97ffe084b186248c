#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl agreement, and --coding."""
import csv
import io
import json
import pwd
import os
import re
import sqlite3

import program
from program import DATA, USAGE, Case

BOTH = ("Coding 1", "Coding 2")


def read_figures():
    """The table of data/mappings/README.md, which another program reckoned."""
    text = (DATA / "mappings" / "README.md").read_text(encoding="utf-8")
    part = text.split("## Agreement of the two codings", 1)[1].split("\n## ", 1)[0]
    for line in part.splitlines():
        found = re.match(r"\| `([^`]+)__([^`]+)` \|(.*)\|$", line)
        if found:
            yield found[1], found[2], [cell.strip() for cell in found[3].split("|")]


class Agreement(Case):
    def test_golden(self):
        self.assert_golden("agreement.txt", self.output("agreement", *BOTH, COLUMNS="160"))

    def test_golden_without_a_document(self):
        (self.data_home / "crosswalk" / "My crosswalk.crosswalk").unlink()
        self.assert_golden("agreement.txt", self.output("agreement", *BOTH, COLUMNS="160"))

    def test_published_figures(self):
        report = json.loads(self.output("agreement", *BOTH, "--json"))
        found = {(entry["left"], entry["right"]): entry for entry in report["agreement"]}
        figures = list(read_figures())
        self.assertEqual(len(figures), 8)
        self.assertEqual(len(found), len(figures))
        for left, right, cells in figures:
            with self.subTest(left=left, right=right):
                entry = found[left, right]
                self.assertEqual(entry["pairs"], int(cells[0]))
                self.assertEqual(entry["linked_by_first"], int(cells[1]))
                self.assertEqual(entry["linked_by_second"], int(cells[2]))
                self.assertEqual(entry["linked_by_both"], int(cells[3]))
                self.assertEqual(f"{entry['agreement_percent']:.1f}", cells[4])
                self.assertEqual(f"{entry['kappa']:.2f}", cells[5])
                self.assertEqual(f"{entry['same_relation_percent']:.0f}", cells[7])
                self.assertEqual(f"{entry['kappa_relation']:.2f}", cells[8])
        self.assertEqual((report["disagreements"], report["open"]), (219, 0))

    def test_with_itself(self):
        report = json.loads(self.output("agreement", "coding 1", "Coding 1", "--json"))
        for entry in report["agreement"]:
            self.assertEqual(entry["kappa"], 1)
            self.assertEqual(entry["kappa_relation"], 1)
        self.assertEqual(report["disagreements"], 0)

    def test_wrong_usage(self):
        self.assertIn("Name two codings", self.refused(USAGE, "agreement"))
        self.assertIn("Name two codings", self.refused(USAGE, "agreement", *BOTH, "Coding 1"))
        self.assertIn("there are Coding 1, Coding 2", self.refused(USAGE, "agreement", "Coding 1", "X"))

    def add_coding(self, coder):
        path = self.data_home / "crosswalk" / "My crosswalk.crosswalk"
        database = sqlite3.connect(path)
        database.execute(
            "INSERT INTO coding (name, coder, created) VALUES ('Mine', ?, '2026-01-01T00:00:00Z')",
            (coder,),
        )
        database.commit()
        database.close()

    def test_blind(self):
        """Who has not finished sees their own coding only; others do not see that one."""
        me = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0] or "Unknown"
        self.add_coding(me)
        self.output("export", "--format", "csv", "--coding", "Mine")
        for arguments in (
            ("agreement", *BOTH),
            ("compare",),
            ("export", "--format", "csv"),
            ("export", "--format", "csv", "--coding", "Coding 1"),
        ):
            self.assertIn("Finish your coding first", self.refused(USAGE, *arguments))

    def test_unfinished_coding_of_another(self):
        self.add_coding("Somebody else")
        self.output("agreement", *BOTH)
        message = self.refused(USAGE, "export", "--format", "csv", "--coding", "Mine")
        self.assertIn("the coding of Somebody else and not done yet", message)


class Coding(Case):
    def test_export(self):
        for name, folder in (("Coding 1", "coding-1"), ("coding 2", "coding-2"), (None, "agreed")):
            with self.subTest(coding=name):
                path = DATA / "mappings" / folder / "cn-future-2024__us-eft-2018.tsv"
                with path.open(encoding="utf-8") as file:
                    shipped = {
                        (row["subject_code"], row["relation"], row["object_code"], row["rationale"])
                        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                    }
                chosen = ("--coding", name) if name else ()
                output = self.output(
                    "export", "--format", "csv", *chosen, "cn-future-2024", "--", "us-eft-2018"
                )
                found = {
                    (row["left_code"], row["relation"], row["right_code"], row["rationale"])
                    for row in csv.DictReader(io.StringIO(output, newline=""))
                }
                self.assertEqual(found, shipped)

    def test_compare(self):
        sides = ("cn-future-2024", "--", "us-eft-2018", "--json")
        agreed = json.loads(self.output("compare", *sides))
        first = json.loads(self.output("compare", "--coding", "Coding 1", *sides))
        self.assertNotEqual(agreed["rows"], first["rows"])
        self.assertIn("no coding “X”", self.refused(USAGE, "compare", "--coding", "X", *sides))


program.main()
