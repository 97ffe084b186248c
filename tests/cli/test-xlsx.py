#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crosswalkctl export --format xlsx: read back with openpyxl, it says what the CSV says."""
import csv
import datetime
import io
import json
import os
import re
import resource
import sqlite3
import subprocess
import warnings
import zipfile

import openpyxl

import program
from program import DATA, FILE, Case

SIDES = ("cn-future-2024", "--", "us-cet-2024", "us-eft-2018")
FIXED_SHEETS = ["Mappings", "Coverage", "About"]

RELATIONS = {
    "exact": "Exact",
    "close": "Close",
    "broad": "Part of",
    "narrow": "Contains",
    "overlap": "Overlaps",
    "related": "Related",
    "none": "No counterpart",
}
STATUSES = ["draft", "proposed", "reviewed", "disputed", "rejected"]
ABSENCES = {
    "not-named": "Not named",
    "covered": "Covered by a broader item",
    "other-list": "In another list",
    "out-of-scope": "Out of scope",
    "not-found": "Not found",
}
TIMES = {"created", "modified", "reviewed"}


def to_words(key, value):
    """What the workbook is to say where the CSV says @value."""
    if value == "":
        return None
    if key == "relation":
        return RELATIONS[value]
    if key == "status":
        return value.capitalize()
    if key == "negated":
        return {"true": "Yes", "false": "No"}[value]
    if key == "absence_reason":
        return ABSENCES[value]
    if key == "confidence":
        return float(value)
    if key in TIMES:
        return datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")
    # A formula is disarmed in the CSV, and is none in a workbook
    return re.sub(r"^'(?=\s*[=+\-@＝＋－＠−])", "", value)


def round_time(value):
    if isinstance(value, datetime.datetime):
        return (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
    return value


def load(path):
    with warnings.catch_warnings():
        # openpyxl does not know the bars of later versions of Excel
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


class Xlsx(Case):
    def export(self, *arguments, name="table.xlsx", **changes):
        path = self.folder / name
        self.output("export", "--format", "xlsx", "--output", path, *arguments, **changes)
        self.assertEqual(os.listdir(self.temporary), [], "temporary files are left")
        return load(path)

    def read_csv(self, *arguments):
        output = self.output("export", "--format", "csv", *arguments)
        return list(csv.DictReader(io.StringIO(output, newline=""), strict=True))

    def assert_same(self, workbook, rows):
        sheet = workbook["Mappings"]
        self.assertEqual(sheet.max_row, len(rows) + 1)
        for found, row in zip(sheet.iter_rows(min_row=2), rows):
            self.assertEqual(
                [round_time(cell.value) for cell in found],
                [to_words(key, value) for key, value in row.items()],
            )

    def assert_no_formula(self, workbook):
        for sheet in workbook:
            for row in sheet.iter_rows():
                for cell in row:
                    self.assertNotEqual(cell.data_type, "f", f"{sheet.title}!{cell.coordinate}")

    def change(self, *statements):
        """A document in which @statements were done."""
        path = self.make_document()
        with sqlite3.connect(path) as connection:
            for statement, *values in statements:
                self.assertGreater(connection.execute(statement, values).rowcount, 0, statement)
        connection.close()
        return path

    def test_everything(self):
        workbook = self.export()
        rows = self.read_csv()
        self.assertEqual(workbook.sheetnames[:3], FIXED_SHEETS)
        self.assertEqual(len(workbook.sheetnames), 3 + 18)
        self.assertEqual(workbook.active.title, "Mappings")
        self.assert_same(workbook, rows)
        self.assert_no_formula(workbook)

    def test_sides_and_languages(self):
        sides = (*SIDES, "--unmapped", "--languages", "en,zh-Hans,ja")
        workbook = self.export(*sides)
        rows = self.read_csv(*sides)
        self.assertIn("open", {row["status"] for row in rows})
        self.assert_same(workbook, rows)
        header = [cell.value for cell in workbook["Mappings"][1]]
        self.assertEqual(header[:5], ["Left list", "Left code", "Left item (English)",
                                      "Left item (中文)", "Left item (日本語)"])
        self.assertEqual(
            workbook.sheetnames,
            [*FIXED_SHEETS, "CN Future industries (2024)", "US CET (2024)", "US EFT (2018)"],
        )

    def test_table(self):
        sheet = self.export(*SIDES)["Mappings"]
        n_rows = len(self.read_csv(*SIDES))
        last = openpyxl.utils.get_column_letter(sheet.max_column)
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertEqual(sheet.auto_filter.ref, f"A1:{last}{n_rows + 1}")
        header = {cell.value: cell.column_letter for cell in sheet[1]}
        choices = {
            str(rule.sqref).split(":")[0]: rule.formula1
            for rule in sheet.data_validations.dataValidation
        }
        self.assertEqual(choices, {
            header["Relation"] + "2": '"' + ",".join(RELATIONS.values()) + '"',
            header["Status"] + "2": '"' + ",".join(map(str.capitalize, STATUSES)) + '"',
            header["Negated"] + "2": '"Yes,No"',
            header["Reason for no counterpart"] + "2": '"' + ",".join(ABSENCES.values()) + '"',
        })
        for column, number_format in (("Confidence", "0.00"), ("Created", "yyyy-mm-dd hh:mm")):
            cell = sheet[header[column] + "2"]
            self.assertIn(cell.data_type, "nd")
            self.assertEqual(cell.number_format, number_format)
        self.assertTrue(sheet[header["Rationale"] + "2"].alignment.wrap_text)
        # No column is too narrow for its word, or wider than a screen's half
        for column in sheet.column_dimensions.values():
            self.assertTrue(8 <= column.width <= 60, column.width)

    def test_rows_are_as_high_as_their_text(self):
        sheet = self.export(*SIDES)["Mappings"]
        column = next(cell for cell in sheet[1] if cell.value == "In words")
        width = sheet.column_dimensions[column.column_letter].width
        for row in range(2, sheet.max_row + 1):
            text = sheet.cell(row, column.column).value
            if len(text) > 1.5 * width:
                self.assertGreaterEqual(sheet.row_dimensions[row].height, 30, text)

    def test_colors_are_the_program_s(self):
        css = (DATA.parent / "ui" / "style.css").read_text(encoding="utf-8")
        wanted = dict(re.findall(r"^\.relation-(\w+) \{ color: #(\w{6}); \}", css, re.M))
        self.assertEqual(set(wanted), set(RELATIONS))
        sheet = self.export()["About"]
        found = {row[0].value: row[0].font.color.rgb[2:].lower()
                 for row in sheet.iter_rows() if row[0].value in RELATIONS.values()}
        self.assertEqual(found, {RELATIONS[key]: color for key, color in wanted.items()})

        sheet = self.export()["Mappings"]
        for row in sheet.iter_rows(min_row=2):
            key = next(key for key, word in RELATIONS.items() if word == row[3].value)
            self.assertEqual(row[3].font.color.rgb[2:].lower(), wanted[key])

    def test_coverage(self):
        coverage = json.loads(self.output("compare", "--json", *SIDES))["coverage"]
        sheet = self.export(*SIDES)["Coverage"]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        self.assertEqual(sheet.freeze_panes, "A2")
        for side, keys in (("left", SIDES[:1]), ("right", SIDES[2:])):
            for whole in (True, False):
                sums = [sum(row[i] for row in rows
                            if row[0] in keys and (row[4] == "The whole list") == whole)
                        for i in range(5, 9)]
                found = dict(zip(("items", "linked", "no_counterpart", "open"), sums))
                self.assertEqual(found, {key: coverage[side][key] for key in found})
        for row in rows:
            self.assertAlmostEqual(row[9], row[6] / row[5])
        self.assertEqual(sheet["J2"].number_format, "0%")
        self.assertEqual(sheet["C2"].value, "CET (2024)\nEFT (2018)")

    def test_lists(self):
        workbook = self.export(*SIDES, "--languages", "en,zh-Hans")
        rows = self.read_csv(*SIDES)
        listed = csv.DictReader(io.StringIO(
            self.output("list", "export", "cn-future-2024", "--format", "csv").removeprefix("\ufeff"),
            newline=""))
        sheet = workbook["CN Future industries (2024)"]
        found = list(sheet.iter_rows(min_row=2))
        self.assertEqual([cell.value for cell in sheet[1]],
                         ["Code", "Item (English)", "Item (中文)", "State", "Mappings"])
        self.assertEqual([row[0].value for row in found], [item["code"] for item in listed])
        for row in found:
            of_item = [other for other in rows if other["left_code"] == row[0].value]
            self.assertEqual(row[4].value, len(of_item))
            linked = any(other["relation"] != "none" for other in of_item)
            absent = {other["right_list"] for other in of_item if other["relation"] == "none"}
            self.assertEqual(
                row[3].value,
                "Linked" if linked else "No counterpart" if len(absent) == 2 else "Open")
            self.assertEqual(row[1].alignment.indent > 0, "." in row[0].value)
            level = sheet.row_dimensions[row[0].row].outlineLevel
            self.assertEqual(level, 1 if "." in row[0].value else 0)

    def test_about(self):
        sheet = self.export(*SIDES)["About"]
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        facts = {row[0].value: row[1] for row in sheet.iter_rows() if row[0].value is not None}
        self.assertIn("editorial draft", facts["Caution"].value)
        self.assertIn("editorial judgements", facts["What it is not"].value)
        self.assertEqual(facts["Mappings"].value, len(self.read_csv(*SIDES)))
        for key in ("cn-future-2024", "us-cet-2024", "us-eft-2018"):
            card = json.loads((DATA / "lists" / f"{key}.json").read_text(encoding="utf-8"))
            self.assertIn(card["verification"]["how"], texts)
            for field in ("purpose", "legal_force", "url"):
                if card.get(field):
                    self.assertIn(card[field], texts, field)
            self.assertEqual(facts[key].hyperlink.location.startswith("'"), True)
        self.assertEqual(facts["Address"].hyperlink.target, facts["Address"].value)
        self.assertNotIn("Longer texts", facts)

    def test_same_document_same_bytes(self):
        document = self.make_document()
        for name in ("a.xlsx", "b.xlsx"):
            self.export("--document", document, name=name)
        self.assertEqual((self.folder / "a.xlsx").read_bytes(), (self.folder / "b.xlsx").read_bytes())
        with zipfile.ZipFile(self.folder / "a.xlsx") as package:
            core = package.read("docProps/core.xml").decode()
            self.assertEqual({entry.date_time[0] for entry in package.infolist()}, {1980})
        self.assertIn("<dc:creator></dc:creator>", core)

    def test_hostile_texts(self):
        long = "長い" * 20000
        texts = {
            "rationale": "=cmd|'/C calc'!A0",
            "note_shared": "+1",
            "note_subject": "-1",
            "note_object": "@SUM(A1)",
            "citation": "a\x01b\x0b\ufffe",
            "url": "javascript:alert(1)",
            "quotation": long,
            "author": "line\nline & <tag> \"_x0041_\"",
        }
        document = self.change(
            (f"UPDATE mapping SET {', '.join(f'{key} = ?' for key in texts)} WHERE id = "
             "(SELECT min(id) FROM mapping WHERE coding_id IS NULL)", *texts.values()))
        workbook = self.export("--document", document)
        self.assert_no_formula(workbook)
        with zipfile.ZipFile(self.folder / "table.xlsx") as package:
            sheet = package.read("xl/worksheets/sheet1.xml").decode()
        self.assertNotIn("<f>", sheet)
        # Excel and LibreOffice take _x005F_ for an underscore
        self.assertIn("&lt;tag&gt; \"_x005F_x0041_\"", sheet)

        header = [cell.value for cell in workbook["Mappings"][1]]
        row = next(row for row in workbook["Mappings"].iter_rows(min_row=2)
                   if row[header.index("Rationale")].value == texts["rationale"])
        found = {name: cell for name, cell in zip(header, row)}
        self.assertEqual(found["Shared by both"].value, "+1")
        self.assertEqual(found["Shared by both"].data_type, "s")
        self.assertEqual({found["Only on the left"].value, found["Only on the right"].value},
                         {"-1", "@SUM(A1)"})
        self.assertEqual(found["Evidence: citation"].value, "a\ufffdb\ufffd\ufffd")
        self.assertEqual(found["Evidence: address"].value, texts["url"])
        self.assertIsNone(found["Evidence: address"].hyperlink)
        cut = found["Evidence: quotation"].value
        self.assertEqual(len(cut), 32767)
        self.assertEqual(cut, long[:32766] + "…")
        facts = {row[0].value: row[1].value for row in workbook["About"].iter_rows()}
        self.assertIn("1 text is longer than the 32767 characters", facts["Longer texts"])
        self.assertEqual(facts["First cells"], f"Mappings!{found['Evidence: quotation'].coordinate}")

    def test_addresses(self):
        good = ["https://example.org/a?b=c&d=%20#e", "http://example.org"]
        bad = ["https://", "ftp://example.org/", "file:///etc/passwd", "https://example.org/a b",
               "https://example.org/" + "a" * 2100, "see page 3", "internal:About!A1",
               "external:c:\\x.xlsx", "mailto:a@example.org"]
        document = self.change(*(
            ("UPDATE mapping SET url = ? WHERE id = (SELECT id FROM mapping WHERE coding_id IS NULL "
             "ORDER BY id LIMIT 1 OFFSET ?)", address, i) for i, address in enumerate(good + bad)))
        sheet = self.export("--document", document)["Mappings"]
        column = next(cell.column for cell in sheet[1] if cell.value == "Evidence: address")
        cells = {cell.value: cell for cell in (sheet.cell(row, column)
                 for row in range(2, sheet.max_row + 1)) if cell.value is not None}
        self.assertEqual(set(cells), set(good + bad))
        for address in good:
            link = cells[address].hyperlink
            self.assertEqual(link.target + ("#" + link.location if link.location else ""), address)
        for address in bad:
            self.assertIsNone(cells[address].hyperlink, address)

    def test_sheet_names(self):
        name = "A [very]: long*name/of?a\\list that goes on"
        document = self.change(
            ("UPDATE list_text SET text = ? WHERE field = 'short_title' AND list_id IN "
             "(SELECT id FROM list WHERE jurisdiction = 'CN')", name),
            ("UPDATE list_text SET text = ? WHERE field = 'short_title' AND list_id IN "
             "(SELECT id FROM list WHERE jurisdiction = 'JP')", "''"))
        names = self.export("--document", document).sheetnames
        self.assertEqual(len({name.casefold() for name in names}), len(names))
        for name in names:
            self.assertLessEqual(len(name), 31)
            self.assertIsNone(re.search(r"[][:*?/\\]", name), name)
        self.assertIn("CN A  very   long name of a lis", names)
        self.assertIn("CN A  very   long name of a l 2", names)

    def test_rejected_and_negated(self):
        document = self.change(
            ("UPDATE mapping SET negated = 1 WHERE relation = 'exact' AND coding_id IS NULL",),
            ("UPDATE mapping SET status = 'rejected' WHERE relation = 'broad' AND coding_id IS NULL",))
        sides = (*SIDES, "--document", document)
        coverage = json.loads(self.output("compare", "--json", *sides))["coverage"]
        workbook = self.export(*sides)
        self.assert_same(workbook, self.read_csv(*sides))
        rows = list(workbook["Coverage"].iter_rows(min_row=2, values_only=True))
        linked = sum(row[6] for row in rows if row[0] == SIDES[0] and row[4] == "The whole list")
        self.assertEqual(linked, coverage["left"]["linked"])
        for row in workbook["Mappings"].iter_rows(min_row=2):
            self.assertEqual(bool(row[3].font.strike), row[3].value == "Exact")

    def test_no_room_for_temporary_files(self):
        # A sheet in a temporary file is larger than the workbook, which would fit
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

        document = self.make_document()
        target = self.folder / "table.xlsx"
        target.write_text("old")
        done = subprocess.run(
            [program.PROGRAM, "export", "-f", "xlsx", "-d", str(document), "-o", str(target)],
            capture_output=True, env=self.environment(), preexec_fn=limit,
            # Python ignores the signal of a file that grows too large; so does the program then
            restore_signals=False, timeout=60, check=False)
        self.assertEqual(done.returncode, FILE, done.stderr)
        self.assertIn("came out incomplete", done.stderr.decode())
        self.assertEqual(target.read_text(), "old")
        self.assertEqual(os.listdir(self.temporary), [])
        self.assertEqual(sorted(os.listdir(self.folder)), ["data", "study.crosswalk", "table.xlsx", "tmp"])

    def test_no_temporary_folder(self):
        errors = self.refused(FILE, "export", "-f", "xlsx", TMPDIR=str(self.folder / "none"))
        self.assertIn("cannot be written", errors)


program.main()
