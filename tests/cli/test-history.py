#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl history: who did what and when, before and after."""
import json
import re
import subprocess

import program
from program import FILE, MAKE_DOCUMENT, USAGE, Case

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class History(Case):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "study.crosswalk"
        subprocess.run([MAKE_DOCUMENT, self.path, "--history"], check=True)

    def run_it(self, *arguments):
        output = self.output("history", "--document", self.path, "-l", "en", *arguments, COLUMNS="100")
        self.assertTrue(TIME.search(output))
        return TIME.sub("2026-02-03T04:05:06Z", output)

    def test_text(self):
        self.assert_golden("history.txt", self.run_it())

    def test_json(self):
        output = json.loads(self.run_it("--json"))
        self.assert_golden("history.json", json.dumps(output, ensure_ascii=False, indent=1) + "\n")
        self.assertEqual(
            [(step["action"], step["state"], step["author"]) for step in output["steps"]],
            [("edit", "done", "Ben"), ("undo", "done", "Ada"), ("edit", "dropped", "Ada"),
             ("edit", "done", "Ada")],
        )

    def test_number(self):
        self.assertEqual(len(json.loads(self.run_it("--json", "--number", "2"))["steps"]), 2)
        self.assertEqual(len(self.run_it("-n", "3").splitlines()), len(self.run_it().splitlines()) - 1)

    def test_nothing_done(self):
        self.assertEqual(json.loads(self.output("history", "--json")), {"steps": []})

    def test_refused(self):
        self.assertIn("negative", self.refused(USAGE, "history", "--number=-1"))
        self.assertIn("takes no lists", self.refused(USAGE, "history", "us-cet-2024"))
        self.refused(FILE, "history", "--document", self.folder / "none.crosswalk")


program.main()
