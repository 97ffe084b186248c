#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl check: sound or not, and nothing is changed."""
import json
import os
import sqlite3
import unittest

import program
from program import FILE, NO, OK, USAGE, Case


def run_sql(path, sql):
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


def truncate(path):
    os.truncate(path, os.path.getsize(path) // 2)


def overwrite_pages(path):
    with open(path, "r+b") as file:
        file.seek(os.path.getsize(path) // 2 // 4096 * 4096)
        file.write(b"\xaa" * 4096 * 4)


def forget_an_item(path):
    run_sql(path, "DELETE FROM item WHERE code = '1.2'")


def write_a_newer_version(path):
    run_sql(path, "PRAGMA user_version = 9999")


def bring_a_trigger(path):
    run_sql(path, "CREATE TRIGGER t AFTER DELETE ON mapping BEGIN DELETE FROM item; END")


def become_another_database(path):
    run_sql(path, "PRAGMA application_id = 1")


def become_text(path):
    path.write_text("left,right\n" * 100)


def become_empty(path):
    path.write_bytes(b"")


DAMAGE = [
    (truncate, "damaged"),
    (overwrite_pages, "damaged"),
    (forget_an_item, "damaged"),
    (write_a_newer_version, "newer version"),
    (bring_a_trigger, "study.crosswalk"),
    (become_another_database, "not a crosswalk"),
    (become_text, "not a crosswalk"),
    (become_empty, "not a crosswalk"),
]


class Check(Case):
    def test_sound(self):
        path = self.make_document()
        before = path.read_bytes(), sorted(os.listdir(self.folder))
        self.assertEqual(
            self.output("check", path), f"{path} is sound\n8 checks, nothing found\n"
        )
        self.assertEqual((path.read_bytes(), sorted(os.listdir(self.folder))), before)

    def test_damage(self):
        for damage, reason in DAMAGE:
            with self.subTest(damage=damage.__name__):
                path = self.make_document()
                damage(path)
                before = path.read_bytes(), sorted(os.listdir(self.folder))
                errors = self.refused(NO, "check", path)
                self.assertIn(reason, errors)
                self.assertIn("study.crosswalk", errors)
                self.assertEqual((path.read_bytes(), sorted(os.listdir(self.folder))), before)

    def test_damage_as_json(self):
        path = self.make_document()
        truncate(path)
        code, output, errors = self.call("check", path, "--json")
        self.assertEqual(code, NO)
        answer = json.loads(output)
        self.assertEqual((answer["file"], answer["sound"]), (str(path), False))
        self.assertEqual(errors, f"crosswalkctl: {answer['problem']}\n")

    def test_other_commands_refuse_damage(self):
        path = self.make_document()
        truncate(path)
        for arguments in (
            ["lists"], ["show", "us-cet-2024"], ["compare"], ["export", "--format", "csv"],
        ):
            with self.subTest(arguments=arguments):
                self.assertIn("damaged", self.refused(FILE, *arguments, "--document", path))

    def test_missing(self):
        errors = self.refused(FILE, "check", self.folder / "none.crosswalk")
        self.assertIn("There is no file", errors)
        self.refused(FILE, "check", "--json", self.folder / "none.crosswalk")

    def test_folder(self):
        self.assertIn("not a crosswalk", self.refused(NO, "check", self.folder))

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_unreadable(self):
        path = self.make_document()
        path.chmod(0)
        self.assertIn("may not read", self.refused(FILE, "check", path))

    def test_read_only_folder(self):
        path = self.make_document()
        path.chmod(0o400)
        self.assertEqual(self.call("check", path)[0], OK)

    def test_name_in_another_encoding(self):
        path = self.make_document()
        strange = os.path.join(os.fsencode(self.folder), b"\xff.crosswalk")
        os.rename(path, strange)
        code, output, errors = self.call("check", "--json", os.fsdecode(strange))
        self.assertEqual((code, errors), (OK, ""))
        self.assertTrue(json.loads(output)["sound"])

    def test_names_one_file(self):
        self.assertIn("Name one file", self.refused(USAGE, "check"))
        self.assertIn("Name one file", self.refused(USAGE, "check", "a", "b"))

    def test_looks_at_nothing_where_unsound(self):
        path = self.make_document()
        truncate(path)
        self.assertNotIn("findings", json.loads(self.call("check", path, "--json")[1]))


# One finding of each check, or more: subject, relation, object or list, and what else is set
CONTRADICTIONS = [
    # The same pair twice, with relations that exclude each other, and stated and denied
    ("cn-future-2024 2.4", "exact", "us-cet-2024 14.1", {}),
    ("us-cet-2024 14.1", "narrow", "cn-future-2024 2.4", {}),
    ("cn-future-2024 2.4", "exact", "us-cet-2024 14.1", {"negated": 1}),
    # The same as two of one list
    ("cn-future-2024 4.1", "exact", "us-cet-2024 4.1", {}),
    ("cn-future-2024 4.1", "exact", "us-cet-2024 4.2", {}),
    # Linked, and no counterpart
    ("cn-future-2024 3.1", "related", "us-cet-2024 2.1", {}),
    ("cn-future-2024 3.1", "none", "us-cet-2024", {"absence": "covered"}),
    # A part that contains what its whole is part of
    ("cn-future-2024 5", "broad", "us-cet-2024 17", {}),
    ("cn-future-2024 5.3", "narrow", "us-cet-2024 17", {}),
    # Reviewed without grounds
    ("cn-future-2024 1.1", "close", "us-cet-2024 3.1", {"status": "reviewed", "rationale": " "}),
    ("cn-future-2024 1.2", "close", "us-cet-2024 3.2", {"status": "reviewed", "url": "x"}),
    # An item that the program does not ship
    ("cn-future-2024 1.3", "close", "us-cet-2024 99.9", {}),
    # Rejected ones count for nothing
    ("cn-future-2024 4.1", "exact", "us-cet-2024 4.3", {"status": "rejected"}),
]


def contradict(path):
    connection = sqlite3.connect(path)

    def find(name):
        key, _, code = name.partition(" ")
        row = connection.execute(
            "SELECT id FROM list WHERE key = ?" if not code else
            "SELECT item.id FROM item JOIN list ON list.id = list_id WHERE key = ? AND code = ?",
            (key, code) if code else (key,),
        ).fetchone()
        return row[0]

    connection.execute("DELETE FROM mapping")
    connection.execute(
        "INSERT INTO item (list_id, position, code) SELECT id, 999, '99.9' FROM list "
        "WHERE key = 'us-cet-2024'"
    )
    connection.execute(
        "INSERT INTO label (item_id, language, text, kind, origin) VALUES "
        "(last_insert_rowid (), 'en', 'Perpetual motion', 'preferred', 'user')"
    )
    # What is in a coding is nobody's agreed opinion
    connection.execute("INSERT INTO coding (id, name, created) VALUES (9, 'a third one', '')")
    for number, (subject, relation, far, more) in enumerate(
        CONTRADICTIONS + [(*CONTRADICTIONS[0][:3], {"coding_id": 9})] * 2, 1
    ):
        values = {
            "id": number,
            "subject_id": find(subject),
            "relation": relation,
            "object_list_id" if relation == "none" else "object_id": find(far),
            "created": "",
            "modified": "",
            **more,
        }
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        connection.execute(
            f"INSERT INTO mapping ({names}) VALUES ({marks})", tuple(values.values())
        )
    connection.commit()
    connection.close()


def mark(path, rule, fingerprint):
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO finding_mark (rule, fingerprint, reason, author, made) VALUES "
        "(?, ?, 'Two names for one thing', 'Ann', '2026-02-03T04:05:06Z')",
        (rule, fingerprint),
    )
    connection.commit()
    connection.close()


class Findings(Case):
    def setUp(self):
        super().setUp()
        self.path = self.make_document()
        contradict(self.path)

    def text(self, *arguments, expected=OK):
        code, output, errors = self.call("check", self.path, "-l", "en", *arguments)
        self.assertEqual((code, errors), (expected, ""))
        return output.replace(str(self.path), "study.crosswalk")

    def json(self, *arguments):
        output = self.output("check", self.path, "-l", "en", "--json", *arguments)
        return json.loads(output.replace(str(self.path), "study.crosswalk"))

    def test_text(self):
        before = self.path.read_bytes()
        self.assert_golden("check-findings.txt", self.text())
        self.assertEqual(self.path.read_bytes(), before)

    def test_json(self):
        output = self.json()
        fingerprints = {finding.pop("fingerprint") for finding in output["findings"]}
        self.assertEqual({len(fingerprint) for fingerprint in fingerprints}, {64})
        self.assertEqual(len(fingerprints), 7)
        self.assert_golden(
            "check-findings.json", json.dumps(output, ensure_ascii=False, indent=1) + "\n"
        )
        self.assertEqual(
            [finding["rule"] for finding in output["findings"]],
            ["pair-twice", "exact-twice", "exact-and-broad", "linked-and-absent", "is-and-is-not",
             "hierarchy", "unsupported-review", "item-gone"],
        )

    def test_strict(self):
        self.assertEqual(self.text("--strict", expected=NO), self.text())
        self.assertEqual(
            self.call("check", "--strict", self.data_home / "crosswalk/My crosswalk.crosswalk")[0],
            OK,
        )

    def test_intended(self):
        findings = self.json()["findings"]
        mark(self.path, findings[1]["rule"], findings[1]["fingerprint"])
        self.assertNotIn("exact-twice", self.text())
        self.assertIn("8 checks, 7 with findings", self.text())
        self.assert_golden("check-intended.txt", self.text("--all"))
        self.assertEqual(len(self.json()["findings"]), 7)
        self.assertEqual(
            [finding["intended"] for finding in self.json("--all")["findings"]][1],
            {"reason": "Two names for one thing", "author": "Ann", "made": "2026-02-03T04:05:06Z"},
        )
        for finding in findings:
            mark(self.path, finding["rule"] + "-not", finding["fingerprint"])
        self.assertEqual(len(self.json()["findings"]), 7)
        for finding in self.json()["findings"]:
            mark(self.path, finding["rule"], finding["fingerprint"])
        self.assertIn("nothing found", self.text("--strict"))

    def test_lists_that_cannot_be_read(self):
        code, output, errors = self.call(
            "check", self.path, CROSSWALK_DATA_DIR=str(self.folder / "none")
        )
        self.assertEqual((code, errors), (OK, ""))
        self.assertIn("could not be compared", output)
        self.assertNotIn("item-gone", output)


program.main()
