# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst says in the inspector why two items correspond."""
import driver


class Inspector(driver.Journey):
    def setUp(self):
        super().setUp()
        # Nanomanufacturing has one mapping
        self.arrow_to("left", "1.3")
        self.mapping, = self.query("""SELECT m.id FROM mapping AS m JOIN item AS i ON i.id = m.subject_id
                                 JOIN list AS l ON l.id = i.list_id JOIN item AS o ON o.id = m.object_id
                                 JOIN list AS ol ON ol.id = o.list_id
                                 WHERE m.coding_id IS NULL AND l.key = 'cn-future-2024' AND i.code = '1.3'
                                   AND ol.key IN ('us-cet-2024', 'us-eft-2018')""")[0]
        self.far, = self.query("SELECT code FROM item WHERE id = (SELECT object_id FROM mapping WHERE id = ?)",
                               self.mapping)[0]
        self.wait("the mapping", lambda: "Mappings of 1.3" in self.labels() and self.main.find("text box", "Why"))

    def saved(self, column):
        return self.query(f"SELECT {column} FROM mapping WHERE id = ?", self.mapping)[0][0]

    def go_into(self, name):
        field = self.wait(f"the field {name}", lambda: self.main.find("text box", name))
        self.click(field)
        self.wait_focused(name)

    def wait_focused(self, name):
        self.wait(f"the keyboard in {name}", lambda: self.focus() is not None and self.focus().name == name)

    def test_notes(self):
        before = self.saved("rationale")
        self.assertNotEqual(before, "")
        self.go_into("Why")
        self.press("ctrl+a")
        self.type("Both make parts smaller than 100 nm")
        for name in ("Shared", "Only on the left", "Only on the right", "Citation"):
            self.press("Tab")
            self.wait_focused(name)
        self.type("CET list, page 3")
        self.wait_equal("Both make parts smaller than 100 nm", lambda: self.saved("rationale"))
        self.wait_equal("CET list, page 3", lambda: self.saved("citation"))
        self.wait("the step's name", lambda: self.button(f"Undo change of evidence of 1.3 to {self.far}"))

        self.press("ctrl+z")
        self.wait_equal("", lambda: self.saved("citation"))
        self.wait("the step's name", lambda: self.button(f"Undo change of rationale of 1.3 to {self.far}"))
        self.press("ctrl+z")
        self.wait_equal(before, lambda: self.saved("rationale"))
        self.wait("the old words", lambda: self.main.find("text box", "Why").text == before)
        self.press("ctrl+shift+z")
        self.wait_equal("Both make parts smaller than 100 nm", lambda: self.saved("rationale"))

        # Each field has its column
        for name, column in (("Shared", "note_shared"), ("Only on the left", "note_subject"),
                             ("Only on the right", "note_object"), ("Address", "url"), ("Quotation", "quotation")):
            if name == "Shared":
                self.go_into(name)
            else:
                while self.focus().name != name:
                    last = self.focus()
                    self.press("Tab")
                    self.wait("the next field", lambda last=last: self.focus() not in (last, None))
            self.type(f"Text of {name}")
            self.wait_equal(f"Text of {name}", lambda column=column: self.saved(column))

    def test_words_are_saved_by_quitting(self):
        self.go_into("Why")
        self.press("ctrl+a")
        self.type("Typed a moment before the end")
        self.program.end()
        self.assertEqual(self.saved("rationale"), "Typed a moment before the end")

    def test_status_and_confidence(self):
        self.assertNotEqual(self.saved("status"), "reviewed")
        self.go_into("Why")
        self.press("shift+Tab")
        self.wait_focused("Confidence")
        before = self.saved("confidence")
        self.press("Right")
        self.wait("the confidence", lambda: self.saved("confidence") > before)
        self.press("shift+Tab")
        self.wait("the status", lambda: self.focus() is not None and self.focus().spoken_name == "Status")
        self.choose_in_list("Rejected")
        self.wait_equal("rejected", lambda: self.saved("status"))
        self.wait("the step's name", lambda: self.button(f"Undo change of status of 1.3 to {self.far}"))
        self.press("ctrl+z", "ctrl+z")
        self.wait_equal(before, lambda: self.saved("confidence"))


driver.main()
