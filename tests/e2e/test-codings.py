# SPDX-License-Identifier: GPL-3.0-or-later
"""A second coder works blind, is done, and settles a disagreement; by keys alone."""
import re

import driver

FUTURE = "cn-future-2024"
CET = "us-cet-2024"
FIRST = ((FUTURE, "1"), (CET, "1.1"))
SECOND = ((FUTURE, "1.2"), (CET, "1.3"))


class Codings(driver.Journey):
    def go_to_named(self, name, key="Tab"):
        """Brings the keyboard to the thing that a screen reader calls so."""
        for _ in range(40):
            focus = self.focus()
            if focus is not None and focus.spoken_name.startswith(name):
                return focus
            self.press(key)
            self.wait("another focus", lambda: self.focus() not in (focus, None))
        raise AssertionError(f"no {name} among what the keyboard comes to")

    def count(self):
        """What stands above the disagreements: how many, and how many of them are open."""
        for label in self.labels():
            found = re.fullmatch(r"(\d+) disagreements?, (\d+) open", label)
            if found:
                return int(found[1]), int(found[2])
        return None

    def link(self, pair, key, relation):
        (_, left), (_, right) = pair
        self.press("Escape")
        for side, code in (("left", left), ("right", right)):
            self.go_to(side)
            self.press("Home")
            self.wait("the first row", lambda: self.is_selected(side, "1"))
            self.arrow_to(side, code)
        self.press(key)
        self.wait_equal([relation], lambda: self.mappings(*pair, coding="Mine"))

    def begin(self):
        self.press("alt+3")
        self.wait_equal((219, 0), self.count)
        self.press("alt+n")
        self.wait_dialog("New coding")
        self.type("Mine")
        self.press("Return")
        self.wait_no_dialog()
        self.wait("the coding", lambda: any("your coding “Mine”" in label for label in self.labels()))
        self.wait_equal([("Mine", 0)], lambda: self.query("SELECT name, done FROM coding WHERE id = 3"))

    def check_blind(self):
        """Neither the table of agreement nor the agreed mapping can be reached."""
        self.press("alt+3")
        self.wait("the reason", lambda: "Finish your coding first" in self.labels())
        self.press("alt+1")
        self.go_to_named("Shown: Mine")
        self.press("space")
        row = self.wait("the chooser", lambda: self.main.find(name="Agreed mapping, Finish your coding first"))
        self.assertNotIn("sensitive", row.states)
        self.press("Escape")
        self.wait("the end of the chooser", lambda: self.main.find(
            name="Agreed mapping, Finish your coding first") is None)
        self.assertFalse(any("mapping" in name for name in self.row_names("left")))

    def finish(self):
        self.press("alt+m")
        self.wait("the question", lambda: self.program.top != self.main and
                  any("Are you done" in label for label in self.labels(self.program.top)))
        self.press("Return")
        self.wait_equal([(1,)], lambda: self.query("SELECT done FROM coding WHERE id = 3"))
        self.wait_no_dialog()

    def test_blind_then_settled(self):
        self.begin()
        self.choose_list("left", "future-2024", "Future industries (2024)", "1")
        self.choose_list("right", "cet-2024", "CET (2024)", "1")
        self.check_blind()
        self.link(FIRST, "5", "overlap")
        self.link(SECOND, "3", "broad")
        agreed = self.mappings(*FIRST)
        self.finish()

        self.press("alt+3")
        self.wait_equal((219, 0), self.count)
        self.go_to_named("Second coding", "shift+Tab")
        self.choose_in_list("Mine")
        self.wait("the disagreements", lambda: self.count() not in ((219, 0), None))
        total, n_open = self.count()
        self.assertGreaterEqual(total, 100)

        # The first row is the first pair, which only the new coding links
        self.press("alt+1", "alt+3")
        self.press("ctrl+Home")
        self.settle(total, n_open, agreed)

    def settle(self, total, n_open, agreed):
        reasons = """SELECT t.reason FROM settlement AS t JOIN item AS i ON i.id = t.item_id
                     JOIN item AS o ON o.id = t.other_id WHERE t.reason = 'Talked over'"""
        self.press("b")
        self.wait_dialog("Settle")
        self.press("ctrl+a")
        self.type("Talked over")
        self.press("Return")
        self.wait_no_dialog()
        self.wait_equal([("Talked over",)], lambda: self.query(reasons))
        settled = self.query("SELECT count(*) FROM mapping WHERE coding_id IS NULL")
        self.press("ctrl+z")
        self.wait_equal([], lambda: self.query(reasons))
        self.wait_equal((total, n_open), self.count)
        self.assertEqual(self.mappings(*FIRST), agreed)
        self.press("ctrl+shift+z")
        self.wait_equal([("Talked over",)], lambda: self.query(reasons))
        self.assertEqual(self.query("SELECT count(*) FROM mapping WHERE coding_id IS NULL"), settled)


driver.main()
