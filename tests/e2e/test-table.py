# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst works through the table: edits in cells, many rows at once, what is open; by keys alone."""
import driver


class Table(driver.Journey):
    def open_table(self):
        self.press("alt+2")
        self.wait("the table", lambda: any(label.endswith("mappings") for label in self.labels()))
        self.press("ctrl+f")
        self.wait_focus("the search", "search box")

    def role(self):
        return getattr(self.focus(), "role", None)

    def to_rows(self):
        """From the search to the first row, which is then the current mapping."""
        self.press("Escape")
        self.wait("the keyboard in the table", lambda: self.role() not in (None, "search box"))
        self.press("Down")
        self.press("Up")
        self.wait("the mapping in the inspector", lambda: len(self.sentence()) == 3)

    def to_table_by_tab(self):
        """On with Tab until the keyboard is in the rows."""
        for _ in range(40):
            self.press("Tab")
            focus = self.focus()
            if focus is not None and any(above.name == "Mappings" for above in focus.ancestors):
                return
        self.fail("Tab never came to the rows")

    def sentence(self):
        editor = self.main.find(name="CwMappingEditor")
        return self.labels(editor)[1:4] if editor is not None else []

    def last_step(self):
        rows = self.query("SELECT kind, n_rows FROM step WHERE action = 'edit' ORDER BY id DESC LIMIT 1")
        return rows[0] if rows else None

    def changed(self):
        """The mapping that the last edit touched: relation, status, confidence, rationale."""
        return self.query(
            "SELECT relation, status, confidence, rationale FROM mapping WHERE id = "
            "(SELECT row_id FROM change_mapping ORDER BY seq DESC LIMIT 1)")

    def test_edit_in_cells(self):
        """Relation, then on with Tab to confidence, status and why; each is on disk at once, and undone."""
        self.open_table()
        self.to_rows()
        self.press("Return")
        self.wait("the relations", lambda: self.role() == "list item")
        self.press("6")
        self.wait_equal(("relate", 1), self.last_step)
        self.assertEqual(self.changed()[0][0], "related")
        self.wait("the keyboard back in the row", lambda: self.role() == "row")

        self.press("Right", "F2")
        self.wait("a text to type", lambda: self.role() == "text box")
        self.type("0.35")
        self.press("Tab")
        self.wait_equal(("confidence", 1), self.last_step)
        self.assertAlmostEqual(self.changed()[0][2], 0.35)

        self.wait("the statuses", lambda: self.role() == "list item")
        self.press("4")
        self.wait_equal(("status", 1), self.last_step)
        self.assertEqual(self.changed()[0][1], "disputed")
        self.wait("the keyboard back in the row", lambda: self.role() == "row")

        self.press("Right", "Return")
        self.wait("a text to type", lambda: self.role() == "text box")
        self.type("Looked at twice.")
        self.press("Return")
        self.wait_equal(("rationale", 1), self.last_step)
        self.assertEqual(self.changed()[0][3], "Looked at twice.")

        steps = self.query("SELECT count(*) FROM step WHERE state = 'done' AND action = 'edit'")[0][0]
        for done in range(steps - 1, -1, -1):
            self.press("ctrl+z")
            self.wait_equal(done, lambda: self.query(
                "SELECT count(*) FROM step WHERE state = 'done' AND action = 'edit'")[0][0])
        self.assertEqual(self.query("SELECT count(*) FROM mapping WHERE rationale = 'Looked at twice.'")[0][0], 0)

    def test_many_rows(self):
        """What a word finds is selected whole and set at once; one undo takes it back."""
        self.open_table()
        self.type("quantum comput")
        self.wait("what was found", lambda: any(label.endswith("mappings") and not label.startswith("768")
                                                for label in self.labels()))
        found = int(next(label for label in self.labels() if label.endswith("mappings")).split()[0])
        # Up from the search field there is nothing; F6 and Escape would take the words away
        self.press("shift+Tab")
        self.wait("the keyboard elsewhere", lambda: self.role() not in (None, "search box"))
        self.to_table_by_tab()
        self.press("ctrl+a")
        self.wait("all of them", lambda: any(f"{found} mappings, {found} selected" == label
                                             for label in self.labels()))
        self.press("5")
        self.wait_equal("relate", lambda: (self.last_step() or ("",))[0])
        changed = self.last_step()[1]
        self.assertGreater(changed, 1)
        self.press("ctrl+z")
        self.wait_equal([("undone",)], lambda: self.query("SELECT state FROM step WHERE kind = 'relate' AND action = 'edit'"))

    def test_next_open(self):
        """N goes from one open item to the next; 0 says of it that it has no counterpart, and why."""
        self.choose_list("left", "15th", "15th Five-Year Plan (2025)", "E1")
        self.choose_list("right", "cet-2024", "CET (2024)", "1")
        self.arrow_to("left", "F1")
        self.press("n")
        first = self.wait("an open item", lambda: self.selected("left"))
        self.press("0")
        self.wait_dialog("No counterpart")
        self.type("Looked through all of them")
        self.press("Return")
        self.wait_no_dialog()
        self.wait_equal("absence", lambda: (self.last_step() or ("",))[0])
        self.press("n")
        self.wait("the next open item", lambda: self.selected("left") not in (None, first))
        self.press("ctrl+z")
        self.wait_equal([("undone",)], lambda: self.query("SELECT state FROM step WHERE kind = 'absence' AND action = 'edit'"))


driver.main()
