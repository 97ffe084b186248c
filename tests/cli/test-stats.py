#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl stats: numbers that the database counts too."""
import json
import sqlite3
import subprocess
from collections import Counter

import program
from program import MAKE_DOCUMENT, USAGE, Case

INVERSE = {"broad": "narrow", "narrow": "broad"}


class Stats(Case):
    def make(self, *arguments):
        path = self.folder / "study.crosswalk"
        subprocess.run([MAKE_DOCUMENT, path, *arguments], check=True)
        return path

    def ask(self, *arguments):
        return json.loads(self.output("stats", "--json", *arguments))["pairs"]

    def read(self, path, coding="IS NULL"):
        """All mappings, and the number of items of each list."""
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        mappings = connection.execute(
            "SELECT m.*, sl.key AS subject_list, ol.key AS object_list FROM mapping AS m "
            "JOIN item AS s ON s.id = m.subject_id JOIN list AS sl ON sl.id = s.list_id "
            "LEFT JOIN item AS o ON o.id = m.object_id "
            "JOIN list AS ol ON ol.id = coalesce (o.list_id, m.object_list_id) "
            f"WHERE m.coding_id {coding}"
        ).fetchall()
        items = dict(connection.execute(
            "SELECT l.key, count (i.id) FROM list AS l LEFT JOIN item AS i ON i.list_id = l.id GROUP BY l.id"))
        of_list = dict(connection.execute("SELECT i.id, l.key FROM item AS i JOIN list AS l ON l.id = i.list_id"))
        connection.close()
        return mappings, items, of_list

    def count(self, path, left, right, coding="IS NULL"):
        """The same, counted in another way."""
        mappings, items, of_list = self.read(path, coding)
        mappings = [m for m in mappings if {m["subject_list"], m["object_list"]} == {left, right}]
        relations, statuses, states = Counter(), Counter(), {}
        negated = evidence = 0
        for m in mappings:
            turned = m["subject_list"] != left
            statuses[m["status"]] += 1
            evidence += any(m[key] for key in ("citation", "url", "quotation"))
            negated += m["negated"]
            if not m["negated"]:
                relations[INVERSE.get(m["relation"], m["relation"]) if turned else m["relation"]] += 1
            if m["negated"] or m["status"] == "rejected":
                continue
            for item in (m["subject_id"], m["object_id"]):
                if item is not None:
                    states.setdefault(item, set()).add("absent" if m["relation"] == "none" else "linked")

        def cover(key):
            of = [state for item, state in states.items() if of_list[item] == key]
            linked = sum("linked" in state for state in of)
            return {"items": items[key], "linked": linked, "no_counterpart": len(of) - linked,
                    "open": items[key] - len(of)}

        return {
            "left": left, "right": right, "left_items": cover(left), "right_items": cover(right),
            "mappings": len(mappings),
            "relations": {key: relations[key] for key in
                          ("none", "exact", "close", "broad", "narrow", "overlap", "related")},
            "negated": negated,
            "statuses": {key: statuses[key] for key in
                         ("draft", "proposed", "reviewed", "disputed", "rejected")},
            "with_evidence": evidence,
        }

    def test_against_the_database(self):
        path = self.make("--full", "11")
        mappings, _, _ = self.read(path)
        pairs = self.ask("--document", path)
        self.assertEqual(sum(pair["mappings"] for pair in pairs), len(mappings))
        self.assertEqual(len({frozenset((pair["left"], pair["right"])) for pair in pairs}), len(pairs))
        self.assertTrue(any(pair["left"] == pair["right"] for pair in pairs))
        for pair in pairs:
            self.assertEqual(pair, self.count(path, pair["left"], pair["right"]))

    def test_sides(self):
        path = self.make("--full", "12")
        sides = ["xa-list-0", "xa-list-2", "--", "xa-list-3", "xa-list-1"]
        pairs = self.ask("--document", path, *sides)
        self.assertEqual([(pair["left"], pair["right"]) for pair in pairs],
                         [("xa-list-0", "xa-list-3"), ("xa-list-0", "xa-list-1"),
                          ("xa-list-2", "xa-list-3"), ("xa-list-2", "xa-list-1")])
        for pair in pairs:
            self.assertEqual(pair, self.count(path, pair["left"], pair["right"]))

    def test_coding(self):
        path = self.make("--full", "13")
        connection = sqlite3.connect(path)
        coding_id, name = connection.execute("SELECT id, name FROM coding").fetchone()
        connection.close()
        pairs = self.ask("--document", path, "--coding", name)
        self.assertTrue(pairs)
        for pair in pairs:
            self.assertEqual(pair, self.count(path, pair["left"], pair["right"], f"= {coding_id}"))

    def test_nothing_between(self):
        pairs = self.ask("jp-critical-2022", "--", "kr-strategic-2022")
        self.assertEqual([pair["mappings"] for pair in pairs], [0])
        self.assertEqual(pairs[0]["left_items"]["open"], pairs[0]["left_items"]["items"])

    def test_text(self):
        self.assert_golden("stats.txt", self.output("stats", COLUMNS="120"))
        self.assert_golden("stats-sides.txt",
                           self.output("stats", "us-cet-2024", "--", "us-cet-2022", COLUMNS="120"))

    def test_no_mappings(self):
        self.output("new", self.folder / "empty.crosswalk", "--empty")
        self.assertEqual(self.output("stats", "-d", self.folder / "empty.crosswalk"), "There are no mappings.\n")

    def test_refused(self):
        self.assertIn("no list “nothing”", self.refused(USAGE, "stats", "nothing", "--", "us-cet-2024"))
        self.refused(USAGE, "stats", "us-cet-2024")
        self.assertIn("no coding “X”", self.refused(USAGE, "stats", "--coding", "X"))


program.main()
