# SPDX-License-Identifier: GPL-3.0-or-later
"""Several documents, copies, files that are none, and files that cannot be written."""
import hashlib

import driver


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Documents(driver.Journey):
    def open_by_call(self, path, name):
        """Opens a file from outside; it shows in the program that runs already."""
        self.program.call(path)
        return self.wait(f"the window {name}", lambda: self.program.window(name))

    def answer(self, dialog, start):
        """Presses the button of a message whose name begins so."""
        button = next(button for button in dialog.find_all("button")
                      if button.name.replace("_", "").startswith(start) and button.extents[2] > 0)
        self.click(button)

    def test_new(self):
        path = self.home / "Second.crosswalk"
        self.press("ctrl+n")
        dialog = self.wait_dialog("New document")
        self.press("alt+l")
        self.choose_file("New document", path)
        second = self.wait("the second window", lambda: self.program.window("Second"))
        self.assertIsNotNone(self.program.window("My crosswalk"))
        self.assertNotEqual(second, self.main)
        self.assertNotIn(dialog, self.program.windows)
        self.assertEqual(self.query("SELECT count(*) FROM mapping", path=path), [(0,)])
        self.assertEqual(self.query("SELECT count(*) FROM list", path=path), self.query("SELECT count(*) FROM list"))
        self.assertEqual(self.query("SELECT title FROM document", path=path), [("Second",)])
        # Each window has its own document
        self.wait("the keyboard in it", lambda: "active" in self.program.window("Second").states)
        self.press("ctrl+w")
        self.wait("the end of the second window", lambda: self.program.window("Second") is None)
        self.assertEqual([entry.name for entry in self.home.glob("Second*")], ["Second.crosswalk"])

    def test_copy(self):
        path = self.home / "A copy.crosswalk"
        self.press("ctrl+shift+s")
        self.choose_file("Save a copy", path)
        self.toast("Copy saved")
        self.assertEqual(self.query("PRAGMA integrity_check", path=path), [("ok",)])
        self.assertEqual(self.query("SELECT * FROM mapping", path=path), self.query("SELECT * FROM mapping"))
        before = self.program.process.pid
        self.open_by_call(path, self.query("SELECT title FROM document", path=path)[0][0])
        self.wait("two windows", lambda: len(self.program.windows) == 2)
        self.assertEqual(self.program.process.pid, before)
        # Opening it once more shows the window that is there
        self.program.call(path)
        self.program.call()
        self.wait("two windows", lambda: len(self.program.windows) == 2)

    def test_copy_onto_an_open_document_is_refused(self):
        before = self.query("SELECT uuid FROM document")
        self.press("ctrl+shift+s")
        self.choose_file("Save a copy", self.document)
        self.toast("That document is open and cannot be replaced")
        self.assertEqual(self.query("SELECT uuid FROM document"), before)

    def test_not_a_document(self):
        for name, data in (("Notes.crosswalk", b"This is a text and no crosswalk.\n" * 100),
                           ("Empty.crosswalk", b"")):
            path = self.home / name
            path.write_bytes(data)
            before = digest(path)
            self.program.call(path)
            dialog = self.wait_dialog("Document not opened")
            self.assertTrue(any(str(path) in text for text in self.labels(dialog)), self.labels(dialog))
            self.assertEqual(digest(path), before)
            self.press("Escape")
            self.wait_no_dialog()
            self.assertEqual(len(self.program.windows), 1)
            self.assertEqual([entry.name for entry in self.home.glob(name + "*")], [name])

    def test_missing_file(self):
        path = self.home / "Gone.crosswalk"
        self.program.call(path)
        dialog = self.wait_dialog("Document not opened")
        self.assertTrue(any(str(path) in text for text in self.labels(dialog)), self.labels(dialog))
        self.press("Escape")
        self.wait_no_dialog()
        self.assertFalse(path.exists())

    def test_read_only_file(self):
        path = self.home / "Archive.crosswalk"
        self.press("ctrl+shift+s")
        self.choose_file("Save a copy", path)
        self.toast("Copy saved")
        self.protect(path)
        before = digest(path)

        self.program.call(path)
        dialog = self.wait_dialog("Document not opened")
        self.assertTrue(any(str(path) in text for text in self.labels(dialog)), self.labels(dialog))
        self.answer(dialog, "Open Read-Only")
        self.wait("the read-only window", lambda: len(self.program.windows) == 2 and self.program.top not in
                  (None, self.main) and "Read-only" in self.labels(self.program.top))
        window = self.program.top
        self.assertNotIn("sensitive", self.button("Undo", window).states)
        self.main, self.lists = window, {}
        self.wait("the rows", lambda: any("mapping" in name for name in self.row_names("left")))
        self.arrow_to("left", "1.3")
        self.press("1", "Delete", "0")
        self.wait("the mapping", lambda: "Mappings of 1.3" in self.labels())
        self.assertEqual(len(self.program.windows), 2)
        self.assertEqual(digest(path), before)


driver.main()
