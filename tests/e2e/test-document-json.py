# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole document leaves the program as JSON, and comes back as a document."""
import json

import desktop
import driver


class DocumentJson(driver.Journey):
    def export(self, path, window):
        self.press("ctrl+shift+e")
        self.choose_file("Export everything", path)
        self.wait("the message", lambda: f"Exported to {path.name}" in self.labels(window))
        return path.read_text(encoding="utf-8")

    def open_json(self, path):
        """Names a file in the file chooser, which shows a place to type on demand."""
        self.press("ctrl+o")
        self.wait_dialog("Open document")
        self.press("ctrl+l")
        self.wait_focus("its entry", "text box")
        self.press("ctrl+a")
        self.type(str(path))
        # Where the chooser began with recent files, the first time only leads to the folder.
        self.press("Return")
        try:
            self.wait("the end of the file chooser", lambda: self.program.window("Open document") is None, seconds=4)
        except desktop.TooLate:
            self.press("Return")
            self.wait("the end of the file chooser", lambda: self.program.window("Open document") is None)

    def test_there_and_back(self):
        source = self.home / "Mine.crosswalk.json"
        text = self.export(source, self.main)
        self.assertEqual([(len(json.loads(text)["mappings"]),)], self.query("SELECT count(*) FROM mapping"))

        target = self.home / "Back.crosswalk"
        self.open_json(source)
        self.choose_file("Save as document", target)
        self.wait("the second window", lambda: len(self.program.windows) == 2)
        self.assertEqual(self.query("SELECT uuid FROM document", path=target), self.query("SELECT uuid FROM document"))
        second = next(window for window in self.program.windows if window != self.main)
        self.wait("the keyboard in it", lambda: "active" in second.states)
        self.assertEqual(self.export(self.home / "Again.json", second), text)

    def test_not_a_document(self):
        source = self.home / "Other.json"
        source.write_text("{}", encoding="utf-8")
        self.open_json(source)
        self.choose_file("Save as document", self.home / "Other.crosswalk")
        self.wait("a message", lambda: any("does not hold a whole document" in text for text in self.labels()))
        self.assertEqual([entry.name for entry in self.home.glob("Other*")], ["Other.json"])


driver.main()
