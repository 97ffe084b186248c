# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst takes the table out of the program."""
import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import driver


class Export(driver.Journey):
    def choose(self, format_name=None, scope=None, unmapped=False):
        """Sets the export dialog by keys and agrees."""
        self.press("ctrl+e")
        dialog = self.wait_dialog("Export")
        self.wait_focus("the button", "button")
        self.press("Tab")
        self.wait("the format", lambda: self.focus() is not None and self.focus().name == "Format")
        if format_name is not None:
            self.choose_in_list(format_name)
        if scope is not None:
            self.activate(dialog, scope)
        if unmapped:
            self.activate(dialog, "Items with no mapping too")
        self.press("alt+e")

    def activate(self, dialog, row):
        """Goes to a row of the dialog and presses it."""
        for _ in range(12):
            if self.focus() is not None and self.focus().name == row:
                break
            last = self.focus()
            self.press("Tab")
            self.wait("the next control", lambda last=last: self.focus() not in (last, None))
        self.assertEqual(self.focus().name, row)
        self.press("space")

    def test_all_as_csv_for_excel(self):
        path = self.home / "all.csv"
        self.choose("CSV for Excel", "All mappings")
        self.choose_file("Export", path)
        self.toast("Exported to all.csv")
        data = path.read_bytes()
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(data.count(b"\r\n"), data.count(b"\n") - self.newlines_in_values())
        header, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        self.assertEqual(header[:3], ["left_list", "left_code", "left_label_en"])
        self.assertEqual({len(row) for row in rows}, {len(header)})
        self.assertEqual([(len(rows),)], self.query("SELECT count(*) FROM mapping WHERE coding_id IS NULL"))
        column = header.index("relation")
        self.assertEqual(
            sorted(row[column] for row in rows),
            [row[0] for row in self.query(
                "SELECT relation FROM mapping WHERE coding_id IS NULL ORDER BY relation")])
        for row in rows:
            for value in row:
                self.assertNotIn(value[:1], list("=+-@\t"), value)

    def newlines_in_values(self):
        return sum(text.count("\n") for row in self.query(
            "SELECT rationale, note_shared, note_subject, note_object, citation, quotation FROM mapping"
            " WHERE coding_id IS NULL")
            for text in row)

    def test_what_is_shown_with_items_without_mapping(self):
        path = self.home / "shown.tsv"
        path.write_text("old", encoding="utf-8")
        self.choose("Tab-separated values", unmapped=True)
        self.choose_file("Export", path)
        self.toast("Exported to shown.tsv")
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), delimiter="\t",
                                   strict=True)
        self.assertEqual({len(row) for row in rows}, {len(header)})
        shown = [dict(zip(header, row)) for row in rows]
        self.assertEqual({row["left_list"] for row in shown} - {""}, {"cn-future-2024", "cn-emerging-2023"})
        self.assertEqual({row["right_list"] for row in shown} - {""}, {"us-cet-2024", "us-eft-2018"})
        mapped = [row for row in shown if row["relation"]]
        self.assertEqual([(len(mapped),)], self.query(
            """SELECT count(*) FROM mapping AS m JOIN item AS s ON s.id = m.subject_id
               LEFT JOIN item AS o ON o.id = m.object_id
               JOIN list AS a ON a.id = s.list_id JOIN list AS b ON b.id = coalesce(o.list_id, m.object_list_id)
               WHERE m.coding_id IS NULL AND ((a.key IN ('cn-future-2024', 'cn-emerging-2023') AND b.key IN ('us-cet-2024', 'us-eft-2018'))
                  OR (b.key IN ('cn-future-2024', 'cn-emerging-2023') AND a.key IN ('us-cet-2024', 'us-eft-2018')))"""))
        # The bars below the lists count the same
        opened = sum(int(name.split()[0]) for name in self.bar_names() if name.endswith(" open"))
        self.assertEqual(len(shown) - len(mapped), opened)
        self.assertGreater(opened, 0)
        # The choice is remembered
        self.press("ctrl+e")
        dialog = self.wait_dialog("Export")
        self.assertIn("Tab-separated values", [node.name for node in dialog.read()])
        self.press("Escape")
        self.wait_no_dialog()

    def bar_names(self):
        return [button.name for button in self.main.find_all("button")]

    def test_a_failure_leaves_the_old_file(self):
        folder = self.home / "archive"
        folder.mkdir()
        path = folder / "table.csv"
        path.write_text("old", encoding="utf-8")
        self.protect(folder)
        self.choose()
        self.choose_file("Export", path)
        self.wait("a message", lambda: any(str(path) in text for text in self.labels()))
        self.assertEqual(path.read_text(encoding="utf-8"), "old")
        self.assertEqual(os.listdir(folder), ["table.csv"])

    def test_copy(self):
        self.arrow_to("left", "1.1")
        name = self.selected("left")
        count = int(name.rsplit(", ", 2)[1].split()[0]) if "strongest" in name else 1
        self.press("ctrl+c")
        header, *rows = self.wait("the clipboard", self.pasted)
        self.assertEqual(header[:2], ["left_list", "left_code"])
        self.assertEqual(len(rows), count)
        for row in rows:
            self.assertEqual(row[:3], ["cn-future-2024", "1.1", "Intelligent manufacturing"])
            self.assertEqual(len(row), len(header))

    def pasted(self):
        done = subprocess.run([sys.executable, Path(__file__).parent / "clipboard.py"], capture_output=True, text=True,
                              env=dict(os.environ, GTK_A11Y="none", GSK_RENDERER="cairo"), check=False)
        return list(csv.reader(io.StringIO(done.stdout, newline=""), delimiter="\t", strict=True))


driver.main()
