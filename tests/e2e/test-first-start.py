# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody starts the program for the first time."""
import re

import driver

ITEM = re.compile(r"\S+ .+, (open|no counterpart|1 mapping: .+|\d+ mappings, the strongest: .+)$")


class FirstStart(driver.Journey):
    def test_first_start(self):
        self.assertEqual(self.main.name, "My crosswalk")
        self.wait_saved()
        self.assertTrue(self.document.is_file())
        self.assertEqual(self.query("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.query("SELECT count(*) FROM step"), [(0,)])

        self.assertIsNotNone(
            self.button("Lists on the left: Future industries (2024) + Emerging industries (2023)"))
        self.assertIsNotNone(self.button("Lists on the right: CET (2024) + EFT (2018)"))
        for side, headings in (
            ("left", ["Future industries (2024)", "Emerging industries (2023)"]),
            ("right", ["CET (2024)", "EFT (2018)"]),
        ):
            names = self.row_names(side)
            self.assertGreater(len(names), 50)
            self.assertEqual(names[0], headings[0])
            for name in names:
                if name not in headings:
                    self.assertRegex(name, ITEM)
            self.assertIn("visible", next(iter(self.rows(side).values())).states)

    def test_second_start_opens_the_same(self):
        made = self.query("SELECT uuid FROM document")
        self.program.end()
        # A closed document is one file
        self.assertEqual([path.name for path in self.document.parent.iterdir()], [self.document.name])
        self.start()
        self.assertEqual(self.query("SELECT uuid FROM document"), made)
        self.assertEqual(len(self.program.windows), 1)


driver.main()
