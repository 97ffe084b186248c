# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst makes a list, compares it, and takes all of it back, by keys alone."""
import driver

MINE = "xa-my-list-%"
CET = "us-cet-2024"


class OwnList(driver.Journey):
    def items(self):
        return self.query("""SELECT i.code, l.text FROM item AS i JOIN label AS l ON l.item_id = i.id
                             JOIN list ON list.id = i.list_id WHERE list.key LIKE ? ORDER BY i.position""", MINE)

    def add(self, name, *items):
        self.type(name)
        self.press("Return")
        self.wait_equal(list(items), self.items)
        self.wait_focus("the line for the next item", "text box")

    def make(self):
        self.press("ctrl+shift+l")
        self.wait_dialog("Lists")
        lists = driver.desktop.active_window()
        self.press("alt+n")
        self.wait("the dialog", lambda: self.program.window("New list"))
        self.wait("the keyboard in it", lambda: driver.desktop.active_window() != lists)
        self.type("My list")
        self.press("Return")
        self.wait("the line for the first item",
                  lambda: self.focus() and self.focus().spoken_name == "New item in English")
        self.add("Quantum", ("1", "Quantum"))
        self.add("Quantum computers", ("1", "Quantum"), ("2", "Quantum computers"))
        self.add("Robots", ("1", "Quantum"), ("2", "Quantum computers"), ("3", "Robots"))
        self.press("Escape")
        self.wait_focus("the new item", "list item")
        self.press("Up", "alt+Right")
        self.wait_equal([("1", "Quantum"), ("1.1", "Quantum computers"), ("3", "Robots")], self.items)

    def test_make_compare_undo(self):
        self.make()
        self.press("ctrl+w")
        self.wait_no_dialog()
        self.choose_list("left", "My list", "My list", "1")
        self.choose_list("right", "cet-2024", "CET (2024)", "1")
        self.arrow_to("left", "1.1")
        self.filter("right", "quantum computing", "16", "16.1")
        self.arrow_to("right", "16.1")
        key = self.query("SELECT key FROM list WHERE key LIKE ?", MINE)[0][0]
        self.press("2")
        self.wait_equal(["close"], lambda: self.mappings((key, "1.1"), (CET, "16.1")))

        # The link, the move, three items and the list
        for left in (3, 3, 2, 1, 0):
            self.press("ctrl+z")
            self.wait_equal(left, lambda: len(self.items()))
        self.press("ctrl+z")
        self.wait_equal([], lambda: self.query("SELECT key FROM list WHERE key LIKE ?", MINE))
        self.wait("the side without it", lambda: self.row_names("left") == [])
        self.wait("the end", lambda: self.button("Redo new list My list"))

    def test_delete_says_what_goes(self):
        self.make()
        self.press("Up", "Delete")
        dialog = self.wait("the question", lambda: self.program.top if self.program.top and
                           self.program.top.find("label", "Delete 1 and the 1 item below it?") else None)
        self.assertIn("No mapping names it. Undo brings it back.", self.labels(dialog))
        self.press("Return")
        self.wait_equal([("3", "Robots")], self.items)
        self.press("ctrl+z")
        self.wait_equal(3, lambda: len(self.items()))
        self.press("ctrl+w")
        self.wait_no_dialog()


driver.main()
