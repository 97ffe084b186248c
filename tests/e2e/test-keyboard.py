# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst links items and never touches the pointer."""
import driver

PLAN = "cn-15fyp-2025"
CET = "us-cet-2024"


class Keyboard(driver.Journey):
    def choose(self):
        self.choose_list("left", "15th", "15th Five-Year Plan (2025)", "E1")
        self.choose_list("right", "cet-2024", "CET (2024)", "1")

    def pair(self):
        """Selects quantum technology on the left and quantum computing on the right."""
        self.choose()
        self.arrow_to("left", "F1")
        self.filter("right", "quantum computing", "16", "16.1")
        self.arrow_to("right", "16.1")
        self.assertTrue(self.is_selected("left", "F1"))

    def relation(self):
        return self.mappings((PLAN, "F1"), (CET, "16.1"))

    def test_link_change_undo(self):
        self.pair()
        before = self.query("SELECT count(*) FROM mapping")

        self.press("2")
        self.wait_equal(["close"], self.relation)
        self.wait("the sentence", lambda: self.sentence() ==
                  ("F1 Quantum technology", "is nearly the same as", "16.1 Quantum computing"))
        self.wait("the step's name", lambda: self.button("Undo link F1 to 16.1"))
        self.assertTrue(any("pressed" in button.states for button in self.main.find_all("button", "Close")))

        self.press("5")
        self.wait_equal(["overlap"], self.relation)
        self.wait("the step's name", lambda: self.button("Undo change of relation of F1 to 16.1"))
        self.wait("the phrase", lambda: self.sentence()[1] == "shares a part with")

        self.press("ctrl+z")
        self.wait_equal(["close"], self.relation)
        self.wait("the step's name", lambda: self.button("Redo change of relation of F1 to 16.1"))
        self.press("ctrl+z")
        self.wait_equal([], self.relation)
        self.wait("the phrase", lambda: self.sentence()[1] == "is not linked to")
        self.assertEqual(self.query("SELECT count(*) FROM mapping"), before)
        self.press("ctrl+shift+z")
        self.wait_equal(["close"], self.relation)
        self.wait("the phrase", lambda: self.sentence()[1] == "is nearly the same as")
        self.wait_saved()

        self.press("Delete")
        self.wait_equal([], self.relation)
        self.wait("the step's name", lambda: self.button("Undo delete F1 to 16.1"))
        self.wait("the row", lambda: self.row("left", "F1") and
                  "F1 Quantum technology, open" in self.row_names("left"))

    def sentence(self):
        """What the inspector says of the two: left, relation, right."""
        labels = self.labels(self.main.find(name="CwMappingEditor"))
        return tuple(labels[1:4]) if len(labels) > 3 else ("", "", "")

    def test_each_digit_is_a_relation(self):
        self.pair()
        for key, relation in (("1", "exact"), ("2", "close"), ("3", "broad"), ("4", "narrow"),
                              ("5", "overlap"), ("KP_6", "related")):
            self.press(key)
            self.wait_equal([relation], self.relation)

    def test_absence(self):
        self.choose()
        self.arrow_to("left", "E4")
        self.press("0")
        dialog = self.wait_dialog("No counterpart")
        self.assertIn("E4 Low-altitude economy has no counterpart in CET (2024)", self.labels(dialog))
        # From the words up to the reason
        self.press("Up")
        self.wait_focus("the reason", "combo box")
        self.choose_in_list("Covered by a broader item")
        self.press("Return")
        self.wait_no_dialog()
        rows = """SELECT i.code, l.key, m.absence FROM mapping AS m JOIN item AS i ON i.id = m.subject_id
                  JOIN list AS l ON l.id = m.object_list_id JOIN list AS s ON s.id = i.list_id
                  WHERE m.relation = 'none' AND s.key = ?"""
        self.wait_equal([("E4", CET, "covered")], lambda: self.query(rows, PLAN))
        self.wait("the row", lambda: "E4 Low-altitude economy, no counterpart" in self.row_names("left"))
        self.wait("the step's name", lambda: self.button("Undo no counterpart of E4 in CET (2024)"))

        self.press("Delete")
        self.wait_equal([], lambda: self.query(rows, PLAN))
        self.press("ctrl+z")
        self.wait_equal([("E4", CET, "covered")], lambda: self.query(rows, PLAN))

    def test_absence_by_enter_alone(self):
        self.choose()
        self.arrow_to("left", "E3")
        self.press("0")
        self.wait_dialog("No counterpart")
        self.type("None of it")
        self.press("Return")
        self.wait_no_dialog()
        self.wait_equal([("none", "not-named", "None of it")], lambda: self.query(
            "SELECT relation, absence, rationale FROM mapping WHERE subject_id ="
            " (SELECT i.id FROM item AS i JOIN list AS l ON l.id = i.list_id WHERE l.key = ? AND code = 'E3')", PLAN))

    def test_digits_in_text_do_not_link(self):
        self.pair()
        steps = self.query("SELECT count(*) FROM step")
        self.press("ctrl+f")
        self.wait_focus("the filter", "search box")
        self.press("ctrl+a")
        self.type("16.2")
        self.wait_equal(["16", "16.2"], lambda: [name.split(" ")[0] for name in self.row_names("right")])
        self.press("0", "Delete", "BackSpace", "BackSpace")
        self.press("Escape")
        self.wait("all rows", lambda: len(self.row_names("right")) > 50)
        self.assertEqual(len(self.program.windows), 1)
        self.assertEqual(self.query("SELECT count(*) FROM step"), steps)

        self.press("2")
        self.wait_equal(["close"], self.relation)
        why = self.wait("the note", lambda: self.main.find("text box", "Why"))
        self.click(why)
        self.wait_focus("the note", "text box")
        self.type("2024: 1, 3 and 5")
        self.wait_equal([("2024: 1, 3 and 5", "close")], lambda: self.query(
            "SELECT rationale, relation FROM mapping ORDER BY id DESC LIMIT 1"))
        self.press("BackSpace", "Delete")
        self.wait_equal([("2024: 1, 3 and ",)], lambda: self.query(
            "SELECT rationale FROM mapping ORDER BY id DESC LIMIT 1"))
        self.assertEqual(self.relation(), ["close"])

    def test_keys_that_cannot_do_anything_say_so(self):
        self.go_to("left")
        self.press("1")
        self.toast("Select an item on each side to link them")
        self.press("Delete")
        self.toast("Select the mapping to delete")


driver.main()
