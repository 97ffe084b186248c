# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst looks for contradictions, keeps one on purpose, and goes back in the history; by keys alone."""
import driver


class Checks(driver.Journey):
    def count(self, table):
        return self.query(f"SELECT count(*) FROM {table}")[0][0]

    def duplicate_a_mapping(self):
        """Duplicates the second row of the table from its menu."""
        self.press("alt+2")
        self.wait("the table", lambda: any(label.endswith("mappings") for label in self.labels()))
        self.press("ctrl+f")
        self.wait_focus("the search", "search box")
        self.press("Escape")
        self.wait("the keyboard in the table", lambda: self.focus() and self.focus().role != "search box")
        self.press("Down")
        self.wait("the mapping in the inspector", lambda: len(self.sentence()) == 3)
        self.press("shift+F10")
        item = self.wait("the menu", lambda: self.menu_item())
        while item.name != "Duplicate":
            self.press("Down")
            item = self.wait(f"an item after {item.name}", lambda: self.menu_item() if self.menu_item() != item
                             else None)
        self.press("Return")

    def menu_item(self):
        focus = self.focus()
        return focus if focus is not None and "menu item" in focus.role else None

    def sentence(self):
        editor = self.main.find(name="CwMappingEditor")
        return self.labels(editor)[1:4] if editor is not None else []

    def test_find_mark_and_go_back(self):
        mappings = self.count("mapping")
        self.duplicate_a_mapping()
        self.wait_equal(mappings + 1, lambda: self.count("mapping"))
        subject, phrase, object_ = self.sentence()

        self.press("alt+4")
        self.wait("the finding", lambda: "8 checks, 1 with findings" in self.labels())
        self.wait("what was found", lambda: any(label.endswith("have 2 mappings") for label in self.labels()))
        self.wait_focus("the lines", "list item", "Findings")
        # The heading, the finding, its two mappings
        self.press("Down", "Down", "Down")
        copy = f"{subject} {phrase} {object_}"
        self.wait_equal(2, lambda: self.labels().count(copy))
        self.press("Return")
        self.wait("the table", lambda: self.button("Show all") is not None)
        self.wait_equal([subject, phrase, object_], self.sentence)

        self.press("alt+4")
        self.wait_focus("the lines", "list item", "Findings")
        self.press("alt+m")
        dialog = self.wait_dialog("Mark as intended")
        self.assertTrue(any(label.endswith("have 2 mappings") for label in self.labels(dialog)))
        self.type("Two views of one thing")
        self.press("Return")
        self.wait_no_dialog()
        self.wait_equal([("pair-twice", "Two views of one thing")],
                        lambda: self.query("SELECT rule, reason FROM finding_mark"))
        self.wait("nothing open", lambda: "8 checks, nothing found" in self.labels())
        self.wait("the mark", lambda: "Intended (1)" in self.labels())

        self.press("alt+5")
        self.wait_focus("the lines", "list item", "Steps")
        self.wait("the steps", lambda: "Duplicated mappings" in self.labels())
        # The day, the mark, the copy
        self.press("Down", "Down")
        self.wait("what it did", lambda: f"New: {copy}" in self.labels())
        self.press("alt+g")
        self.wait("the question", lambda: any("Take back 2 steps?" in self.labels(window)
                                              for window in self.program.windows))
        self.press("Return")
        self.wait_equal(mappings, lambda: self.count("mapping"))
        self.assertEqual(self.count("finding_mark"), 0)
        # Nothing is erased
        self.assertEqual(self.query("SELECT action FROM step ORDER BY id"),
                         [("edit",), ("edit",), ("undo",), ("undo",)])
        self.wait("the undone steps", lambda: "Undid: Duplicated mappings" in self.labels())

        self.press("ctrl+shift+z", "ctrl+shift+z")
        self.wait_equal((mappings + 1, 1), lambda: (self.count("mapping"), self.count("finding_mark")))
        self.press("alt+4")
        self.wait("nothing open", lambda: "8 checks, nothing found" in self.labels())


driver.main()
