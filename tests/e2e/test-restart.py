# SPDX-License-Identifier: GPL-3.0-or-later
"""The program dies in the middle of work and is started again."""
import driver

PLAN = "cn-15fyp-2025"
CET = "us-cet-2024"


class Restart(driver.Journey):
    def relation(self):
        return self.mappings((PLAN, "E1"), (CET, "1.3"))

    def test_killed_after_edits(self):
        self.choose_list("left", "15th", "15th Five-Year Plan (2025)", "E1")
        self.choose_list("right", "cet-2024", "CET (2024)", "1")
        self.go_to("left")
        self.press("space")
        self.wait("the item on the left", lambda: self.is_selected("left", "E1"))
        # On the way to its counterpart the item stays selected
        self.arrow_to("right", "1.3")
        self.assertTrue(self.is_selected("left", "E1"))
        self.press("2")
        self.wait_equal(["close"], self.relation)
        self.press("6")
        self.wait_equal(["related"], self.relation)
        self.wait_saved()
        self.program.kill()

        self.start()
        self.assertEqual(self.relation(), ["related"])
        self.assertEqual(self.query("PRAGMA integrity_check"), [("ok",)])
        self.assertIn("sensitive", self.wait(
            "the step's name", lambda: self.button("Undo change of relation of E1 to 1.3")).states)
        self.press("ctrl+z")
        self.wait_equal(["close"], self.relation)
        self.wait("the step's name", lambda: self.button("Undo link E1 to 1.3"))
        self.press("ctrl+z")
        self.wait_equal([], self.relation)
        self.wait("the step's name", lambda: self.button("Redo link E1 to 1.3"))
        self.press("ctrl+shift+z")
        self.wait_equal(["close"], self.relation)


driver.main()
