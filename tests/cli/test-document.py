#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which document the commands read, and what they leave behind."""
import os
import sqlite3

import program
from program import FILE, Case

OWN = "My crosswalk.crosswalk"


def run_sql(path, sql):
    connection = sqlite3.connect(path)
    changed = connection.executescript(sql).rowcount
    connection.close()
    return changed


def rename_list(path, title):
    run_sql(path, "UPDATE list_text SET text = '%s' WHERE field = 'short_title'" % title)


class Document(Case):
    own = False

    def test_shipped_data_where_there_is_none(self):
        for arguments in (
            ["lists"], ["show", "us-cet-2020"], ["compare"], ["export", "--format", "csv"],
        ):
            self.output(*arguments)
            self.assertFalse(self.data_home.exists())
            self.assertEqual(os.listdir(self.temporary), [])

    def test_own_document(self):
        path = self.make_document(self.data_home / "crosswalk" / OWN)
        rename_list(path, "Mine")
        before = path.read_bytes()
        self.assertIn("  Mine  ", self.output("lists"))
        self.assertEqual(path.read_bytes(), before)
        self.assertEqual(os.listdir(path.parent), [OWN])

    def test_named_document_goes_before_the_own_one(self):
        rename_list(self.make_document(self.data_home / "crosswalk" / OWN), "Mine")
        path = self.make_document()
        rename_list(path, "Named")
        for arguments in (["--document", path], [f"--document={path}"], ["-d", path]):
            output = self.output("lists", *arguments)
            self.assertIn("  Named  ", output)
            self.assertNotIn("Mine", output)

    def test_damaged_own_document_is_not_passed_over(self):
        path = self.make_document(self.data_home / "crosswalk" / OWN)
        path.write_text("no document")
        self.assertIn("not a crosswalk", self.refused(FILE, "lists"))
        self.assertEqual(path.read_text(), "no document")

    def test_missing_document(self):
        self.assertIn("There is no file", self.refused(FILE, "lists", "-d", self.folder / "none"))

    def test_missing_data(self):
        errors = self.refused(FILE, "lists", CROSSWALK_DATA_DIR=str(self.folder / "none"))
        self.assertIn("none", errors)
        self.assertEqual(os.listdir(self.temporary), [])

    def test_no_place_for_the_temporary_document(self):
        self.refused(FILE, "lists", TMPDIR=str(self.folder / "none"))

    def test_words_do_not_steer_the_terminal(self):
        path = self.make_document()
        rename_list(path, "\x1b]0;owned\x07\x1b[31m")
        run_sql(path, "UPDATE label SET text = 'a' || char (27) || '[2Jb' || char (10) || 'c'")
        for arguments in (
            ["lists"], ["compare", "cn-future-2024", "--", "us-eft-2018"], ["show", "us-eft-2018"],
        ):
            output = self.output(*arguments, "-d", path, COLUMNS="200")
            self.assertNotIn("\x1b", output)
            self.assertNotIn("\x07", output)
        self.assertIn("a\ufffd[2Jb c", output)

    def test_rejected_disputed_negated(self):
        path = self.make_document()
        run_sql(
            path,
            "UPDATE mapping SET status = CASE id % 3 WHEN 0 THEN 'rejected' WHEN 1 THEN 'disputed'"
            " ELSE 'proposed' END, negated = relation = 'close'",
        )
        sides = ("cn-future-2024", "--", "us-eft-2018")
        output = self.output("compare", *sides, "-d", path, COLUMNS="200")
        self.assertIn("  Overlaps (Rejected)  ", output)
        self.assertIn("  Overlaps (Disputed)  ", output)
        self.assertIn("  is not nearly the same as", output)

    def test_document_without_notice(self):
        path = self.make_document()
        run_sql(path, "UPDATE document SET notice = ''")
        output = self.output("compare", "cn-future-2024", "--", "us-eft-2018", "-d", path)
        self.assertTrue(output.endswith(" open\n"), output[-200:])


program.main()
