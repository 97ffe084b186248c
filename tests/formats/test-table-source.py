#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks by openpyxl, and texts in many encodings by Python, as the program reads them.

Usage: test-table-source.py PRINT_TABLE
"""
import csv
import datetime
import io
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import openpyxl

PRINT_TABLE = sys.argv.pop(1)

CHINESE = [["代码", "名称", "关系"], ["1.1", "先进材料", "包含"], ["2", "人工智能与机器人", "相关"]]
TRADITIONAL = [["代碼", "名稱", "備註"], ["1", "先進材料與製造", "包含"], ["2", "人工智慧", "電腦網路"]]
JAPANESE = [["コード", "名称", "関係"], ["1", "先端材料", "含む"], ["2", "人工知能とロボット", "関連する"]]
WESTERN = [["Code", "Größe"], ["1", "Künstliche Intelligenz"], ["2", "Énergie – “côté”"]]


class Tables(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="cw-table-")
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "table"

    def read(self, *sheet):
        run = subprocess.run([PRINT_TABLE, self.path, *sheet], capture_output=True, encoding="utf-8")
        self.assertEqual(run.returncode, 0, run.stderr)
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        return {line["row"]: line["cells"] for line in lines}, run.stderr

    def test_encodings(self):
        cases = [
            (CHINESE, ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]),
            (JAPANESE, ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
                        "shift_jis", "cp932", "euc_jp"]),
            (TRADITIONAL, ["utf-8", "utf-16", "big5", "cp950"]),
            (WESTERN, ["utf-8", "utf-16-be", "cp1252"]),
        ]
        for rows, encodings in cases:
            for encoding in encodings:
                for delimiter in ",;\t|":
                    with self.subTest(encoding=encoding, delimiter=delimiter):
                        text = io.StringIO()
                        csv.writer(text, delimiter=delimiter).writerows(rows)
                        self.path.write_bytes(text.getvalue().encode(encoding))
                        found, problems = self.read()
                        self.assertEqual(list(found.values()), rows)
                        self.assertEqual(problems, "")

    def test_csv(self):
        rows = [["a", 'with "quotes"', "two\nlines"], ["", "x,y;z", "\t"], [" ", "'=1", "\u202eabc"]]
        for delimiter in ",;\t|":
            with open(self.path, "w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=delimiter).writerows(rows)
            found, _ = self.read()
            self.assertEqual(list(found.values()), rows)

    def test_workbook(self):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = "数据"
        sheet.append(["Left code", "Relation", "Right code", "Confidence", "Created", "Note"])
        sheet.append(["1.1", "包含", 2, 0.7, datetime.datetime(2026, 1, 2, 3, 4, 5), "two\nlines"])
        sheet.append([1.5, "=1+1", True, 0.0625, datetime.date(2026, 1, 2), datetime.time(1, 2, 3)])
        sheet.merge_cells("A4:C4")
        sheet["A4"] = "merged"
        sheet["F4"] = "#N/A"
        sheet["D6"] = 46024
        sheet["D6"].number_format = '[$-804]yyyy"年"m"月"d"日";@'
        sheet["E6"] = 0.5
        sheet["E6"].number_format = "0%"
        sheet["XFD1048576"] = "far"
        workbook.create_sheet("Second")["B2"] = "x"
        workbook.save(self.path)

        found, problems = self.read()
        self.assertEqual(found, {
            1: ["Left code", "Relation", "Right code", "Confidence", "Created", "Note"],
            2: ["1.1", "包含", "2", "0.7", "2026-01-02T03:04:05", "two\nlines"],
            3: ["1.5", "", "true", "0.0625", "2026-01-02", "01:02:03"],
            4: ["merged"],
            6: ["", "", "", "2026-01-02", "0.5"],
        })
        self.assertEqual([line.split(": ")[:3] for line in problems.splitlines()], [
            ["x:3:2", "warning", "no-cached-value"],
            ["x:4:6", "warning", "error-value"],
            ["x:1048576:16384", "warning", "cell-too-far"],
        ])
        self.assertEqual(self.read("Second")[0], {2: ["", "x"]})

    def test_1904(self):
        workbook = openpyxl.Workbook()
        workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        workbook.active["A1"] = datetime.date(2026, 1, 2)
        workbook.save(self.path)
        self.assertEqual(self.read()[0], {1: ["2026-01-02"]})

    def test_many_rows(self):
        workbook = openpyxl.Workbook(write_only=True)
        sheet = workbook.create_sheet()
        for i in range(5000):
            sheet.append([f"code {i}", i, "again and again"])
        workbook.save(self.path)
        found, _ = self.read()
        self.assertEqual(found, {i + 1: [f"code {i}", str(i), "again and again"] for i in range(5000)})


unittest.main(argv=sys.argv[:1])
