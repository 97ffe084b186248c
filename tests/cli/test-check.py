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
        self.assertEqual(self.output("check", path), f"{path} is sound\n")
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


program.main()
