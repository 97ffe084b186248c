#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""--json: valid, and the same facts as in the shipped files."""
import csv
import json

import program
from program import DATA, Case


def reject_repeats(pairs):
    found = dict(pairs)
    assert len(found) == len(pairs), [key for key, _ in pairs]
    return found


def walk(items, parent=None):
    for item in items:
        yield item, parent
        yield from walk(item.get("children", []), item["code"])


class Json(Case):
    def parse(self, *arguments, **changes):
        output = self.output(*arguments, "--json", **changes)
        self.assertTrue(output.endswith("\n"))
        return json.loads(output, object_pairs_hook=reject_repeats)

    def shipped(self, key):
        return json.loads((DATA / "lists" / f"{key}.json").read_text(encoding="utf-8"))

    def test_lists(self):
        lists = self.parse("lists")["lists"]
        self.assertEqual(
            sorted(entry["key"] for entry in lists),
            sorted(path.stem for path in (DATA / "lists").glob("*-*.json")),
        )
        for entry in lists:
            data = self.shipped(entry["key"])
            self.assertEqual(entry["jurisdiction"], data["jurisdiction"])
            self.assertEqual(entry["short_title"], data["short_title"])
            self.assertEqual(entry["issued"], data["issued"])
            self.assertEqual(entry["supersedes"], data["supersedes"])
            self.assertEqual(entry["items"], data["verification"]["items"])
            self.assertEqual(entry["checked"], data["verification"]["verified"])

    def test_show(self):
        for path in (DATA / "lists").glob("*-*.json"):
            with self.subTest(list=path.stem):
                data = self.shipped(path.stem)
                shown = self.parse("show", path.stem)
                self.assertEqual(shown["title"], data["title"])
                self.assertEqual(shown["issuer"], data["issuer"])
                self.assertEqual(shown["citation"], data["source"]["citation"])
                self.assertEqual(shown["notes"], data["notes"])
                self.assertEqual(len(shown["tree"]), data["verification"]["items"])
                for found, (item, parent) in zip(shown["tree"], walk(data["items"])):
                    self.check_item(found, item, parent, data["official_language"])

    def check_item(self, found, item, parent, official):
        self.assertEqual((found["code"], found["parent"]), (item["code"], parent))
        self.assertEqual(found["group"], item.get("group"))
        labels = {label["language"]: label for label in found["labels"]}
        self.assertEqual({tag: label["text"] for tag, label in labels.items()}, item["label"])
        self.assertEqual({tag: label["origin"] for tag, label in labels.items()}, item["label_source"])
        for tag, label in labels.items():
            self.assertEqual(label["checked"], item["verified"] and tag == official)
        if "figures" in item:
            self.assertEqual(found["figures"]["enterprises"], item["figures"]["enterprises"])
            self.assertEqual(
                found["figures"]["share_percent"], item["figures"]["share_of_group_percent"]
            )

    def test_show_in_one_language(self):
        for item in self.parse("show", "cn-future-2024", "--languages", "ja")["tree"]:
            self.assertEqual([label["language"] for label in item["labels"]], ["ja"])

    def test_compare(self):
        found = self.parse("compare", "cn-future-2024", "--", "us-cet-2024", "us-eft-2018")
        self.assertEqual(found["left"], ["cn-future-2024"])
        self.assertEqual(found["right"], ["us-cet-2024", "us-eft-2018"])
        self.assertIn("not official", found["notice"])
        for side, n_items in (("left", 66), ("right", 200)):
            counts = dict(found["coverage"][side])
            self.assertEqual(counts.pop("items"), n_items)
            self.assertEqual(sum(counts.values()), n_items)

        expected = []
        for right in found["right"]:
            path = DATA / "mappings" / "agreed" / f"cn-future-2024__{right}.tsv"
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                    expected.append(
                        (row["subject_code"], row["relation"], right, row["object_code"] or None,
                         float(row["confidence"]), row["rationale"])
                    )
        judged = [
            (row["left"]["code"], row["relation"], row["right_list"],
             row["right"] and row["right"]["code"], row["confidence"], row["rationale"])
            for row in found["rows"]
            if row["status"] != "open"
        ]
        self.assertEqual(sorted(judged, key=str), sorted(expected, key=str))

    def test_compare_open_rows(self):
        found = self.parse("compare", "cn-future-2024", "--", "us-eft-2018")
        rows = [row for row in found["rows"] if row["status"] == "open"]
        self.assertEqual(len(rows), found["coverage"]["right"]["open"])
        for row in rows:
            self.assertIsNone(row["relation"])
            self.assertIsNone(row["left"])
            self.assertEqual(row["right"]["list"], "us-eft-2018")
            self.assertEqual(row["sentence"], f"{row['right']['label']} is open")

    def test_sentences_have_both_names(self):
        for row in self.parse("compare", "cn-future-2024", "--", "us-eft-2018")["rows"]:
            if row["left"] and row["right"]:
                self.assertIn(row["left"]["label"], row["sentence"])
                self.assertIn(row["right"]["label"], row["sentence"])

    def test_labels_in_the_languages_asked_for(self):
        rows = self.parse("compare", "cn-future-2024", "--", "us-eft-2018", "-l", "ja,en")["rows"]
        ends = [row[side] for row in rows for side in ("left", "right") if row[side]]
        self.assertEqual({end["language"] for end in ends}, {"ja"})

    def test_check(self):
        path = self.make_document()
        self.assertEqual(self.parse("check", path), {
            "file": str(path), "sound": True, "problem": None, "checks": 8, "not_compared": None,
            "findings": [],
        })


program.main()
