# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody starts the program for the first time."""
import driver


class FirstStart(driver.Journey):
    def test_first_start(self):
        self.assertEqual(self.main.name, "My crosswalk")
        print('\n'.join('# '+l for l in self.main.describe()))


driver.main()
