# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the installed program as a person has it, and looks at what it says and saves.

Each test-*.py is called with the build folder, the program meson, and where programs and data are
installed.
"""
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import tap
from desktop import Desktop, is_inside, run_inside, wait_for

BUILD, MESON, BINDIR, DATADIR = sys.argv[1:5]
# What the log of a program may not hold
COMPLAINT = re.compile(r"WARNING|CRITICAL|ERROR|Sanitizer|assertion", re.IGNORECASE)
DOCUMENT = "crosswalk/My crosswalk.crosswalk"

# Set once the desktop stands
desktop = None
installed = None
bus = None


def install(folder):
    """Installs what was built into a folder; the caches that a package would make are made here."""
    subprocess.run([MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["glib-compile-schemas", "--strict", Path(f"{folder}{DATADIR}") / "glib-2.0/schemas"], check=True)
    return folder


def starting_with(text):
    """For a name of which only the beginning is known."""
    return re.compile(re.escape(text))


class Program:
    """A running program, its windows, and the document it began with."""

    def __init__(self, home, *arguments):
        self.home = home
        self.log = home / "log.txt"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([self.path(), *map(str, arguments)], env=self.environment(),
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.root = wait_for("the program on the accessibility bus",
                             lambda: self.check_alive() and bus.find_program(self.process.pid))

    @staticmethod
    def path():
        return f"{installed}{BINDIR}/crosswalk"

    def environment(self):
        data = f"{installed}{DATADIR}"
        return dict(os.environ, XDG_DATA_HOME=str(self.home / "data"), XDG_CONFIG_HOME=str(self.home / "config"),
                    XDG_CACHE_HOME=str(self.home / "cache"), XDG_STATE_HOME=str(self.home / "state"),
                    XDG_DATA_DIRS=f"{data}:/usr/local/share:/usr/share",
                    CROSSWALK_DATA_DIR=f"{data}/crosswalk", GSETTINGS_SCHEMA_DIR=f"{data}/glib-2.0/schemas",
                    GSETTINGS_BACKEND="keyfile", GDK_BACKEND="x11", GTK_A11Y="atspi", GSK_RENDERER="cairo",
                    G_DEBUG="fatal-warnings", LC_ALL="C.UTF-8", LANGUAGE="C")

    def call(self, *arguments):
        """Calls the program a second time, as from a file manager; what it does happens in the first."""
        return subprocess.run([self.path(), *map(str, arguments)], env=self.environment(), timeout=30, check=True,
                              stdin=subprocess.DEVNULL)

    def check_alive(self):
        code = self.process.poll()
        if code is not None:
            raise AssertionError(f"the program ended with {code}:\n{self.log.read_text()}")
        return True

    def kill(self):
        self.process.kill()
        self.process.wait()

    def end(self):
        """Quits as a person does; what is still being typed must be saved then."""
        desktop.press("ctrl+q")
        wait_for("the end of the program", lambda: self.process.poll() is not None)
        self.check_log()
        if self.process.returncode != 0:
            raise AssertionError(f"the program ended with {self.process.returncode}")

    def check_log(self):
        complaints = [line for line in self.log.read_text().splitlines() if COMPLAINT.search(line)]
        if complaints:
            raise AssertionError("the program complained:\n" + "\n".join(complaints))

    @property
    def windows(self):
        return [window for window in self.root.children if "visible" in window.states]

    def window(self, name):
        return next((window for window in self.windows if window.name == name), None)

    @property
    def stack(self):
        """The windows, first the one that has the keyboard; not every dialog says that it is active."""
        return sorted(self.windows, key=lambda window: ("modal" not in window.states, "active" not in window.states))

    @property
    def top(self):
        stack = self.stack
        return stack[0] if stack and stack[0].states & {"modal", "active"} else None


class Journey(unittest.TestCase):
    """A test with a person's folder of its own and the program running in it."""

    maxDiff = None

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(prefix="home-", dir=desktop.folder))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.program = None
        self.lists = {}
        self.good = True
        self.addCleanup(self.leave)
        self.start()

    def start(self, *arguments):
        desktop.point(1398, 898)
        self.program = Program(self.home, *arguments)
        self.main = self.wait("the window", lambda: self.program.top)
        self.main_number = self.wait("the keyboard in it", desktop.active_window)
        self.wait("the links", lambda: any("mapping" in name for name in self.row_names("left")))

    def leave(self):
        if self.program is None or self.program.process.poll() is not None:
            return
        if self.good:
            self.program.end()
        else:
            self.program.kill()

    def keep_evidence(self):
        """Keeps what a person wants to see after a failure; returns where it is."""
        self.good = False
        folder = Path(BUILD) / "meson-logs" / "e2e"
        folder.mkdir(parents=True, exist_ok=True)
        stem = folder / self.id().split(".", 1)[-1]
        desktop.screenshot(f"{stem}.png")
        yield f"see {stem}.png, .txt"
        with open(f"{stem}.txt", "w", encoding="utf-8") as file:
            if self.program is not None:
                file.write(self.program.log.read_text())
                if self.program.process.poll() is None:
                    file.write("\n".join(self.program.root.describe()))

    # Waiting

    def wait(self, what, question, seconds=15):
        return wait_for(what, lambda: self.program.check_alive() and question(), seconds)

    def wait_equal(self, expected, question, seconds=15):
        seen = []

        def ask():
            seen[:] = [question()]
            return seen[0] == expected

        try:
            self.wait(f"{expected!r}", ask, seconds)
        except AssertionError:
            self.assertEqual(seen[0], expected)

    # Using

    def press(self, *keys):
        desktop.press(*keys)

    def type(self, text):
        desktop.type(text)

    def wait_focus(self, what, role, *above):
        """Waits until a thing of a role has the keyboard, inside all that is named."""
        def ask():
            focus = self.focus()
            return focus if focus is not None and focus.role == role and focus.is_in(*above) else None
        return self.wait(what, ask)

    def wait_dialog(self, name):
        """Waits until a dialog is there and gets what is typed."""
        dialog = self.wait(f"the dialog {name}", lambda: self.program.window(name))
        self.wait("the keyboard in it", lambda: desktop.active_window() != self.main_number)
        return dialog

    def wait_no_dialog(self):
        self.wait("the end of the dialog", lambda: desktop.active_window() == self.main_number)
        self.wait("the window", lambda: self.program.top == self.main)

    def choose_list(self, side, words, title, first):
        """Puts one list on a side, by keys alone; its first item has the code first."""
        self.press("ctrl+l" if side == "left" else "ctrl+r")
        self.wait_focus("the search for lists", "search box", f"Lists on the {side}")
        self.type(words)
        self.press("Return")
        self.wait("the list", lambda: self.button(f"Lists on the {side}: {title}"))
        self.wait("its rows", lambda: self.first_code(side) == first)

    def first_code(self, side):
        return next(iter(self.row_names(side)), "").split(" ")[0]

    def go_to(self, side):
        """Brings the keyboard to the rows of a side."""
        focus = self.focus()
        if focus is not None and focus.role == "list item" and focus.is_in(f"Items on the {side}"):
            return
        self.press("F6")
        there = self.wait("the keyboard in a list", lambda: self.focused_side())
        if there != side:
            self.press("F6")
            self.wait_focus("the rows", "list item", f"Items on the {side}")

    def focused_side(self):
        focus = self.focus()
        if focus is None or focus.role != "list item":
            return None
        return next((side for side in ("left", "right") if focus.is_in(f"Items on the {side}")), None)

    def filter(self, side, text, *codes):
        """Filters a side and waits until just these items are left, with what they stand in."""
        self.go_to(side)
        self.press("ctrl+f")
        self.wait_focus("the filter", "search box")
        self.type(text)
        self.wait_equal(list(codes), lambda: [name.split(" ")[0] for name in self.row_names(side)])
        self.press("Return")
        self.wait_focus("the rows", "list item", f"Items on the {side}")

    def arrow_to(self, side, code):
        """Goes down from row to row until an item is selected."""
        self.go_to(side)
        while not self.is_selected(side, code):
            before = self.selected(side)
            self.press("Down")
            self.wait(f"a row after {before}", lambda: self.selected(side) not in (before, None))

    def is_selected(self, side, code):
        return (self.selected(side) or "").startswith(code + " ")

    def choose_in_list(self, label):
        """Opens the list of what has the keyboard and takes a line of it."""
        chooser = self.focus()
        self.press("space", "Home")
        line = self.wait_focus("the lines", "list item")
        while label not in [line.name] + [node.name for node in line.read()]:
            self.press("Down")
            line = self.wait(f"a line after {line.read()}", lambda: self.focus() if self.focus() not in (line, None)
                             else None, seconds=5)
        self.press("Return")
        self.wait("the end of the list", lambda: self.focus() == chooser)

    def choose_file(self, title, path):
        """Types a whole path into a file chooser."""
        replace = path.exists()
        self.wait_dialog(title)
        self.wait_focus("its entry", "text box")
        self.press("ctrl+a")
        self.type(str(path))
        self.press("Return")
        if replace:
            self.agree_to_replace()
        self.wait("the end of the file chooser", lambda: self.program.window(title) is None)

    def agree_to_replace(self):
        """Answers the question whether a file may be replaced."""
        self.wait("the question", lambda: any("eplace" in button.name for window in self.program.windows
                                              for button in window.find_all("button")))
        self.press("alt+r")

    def protect(self, path):
        """Makes what nobody can write, not even the superuser in whose name tests often run."""
        if os.geteuid() != 0:
            before = path.stat().st_mode
            path.chmod(before & 0o555)
            self.addCleanup(path.chmod, before)
            return
        if shutil.which("chattr") is None or subprocess.run(
                ["chattr", "+i", path], capture_output=True, check=False).returncode != 0:
            self.skipTest("the superuser can write every file here")
        self.addCleanup(subprocess.run, ["chattr", "-i", path], check=True)

    def toast(self, text):
        """Waits for a message at the foot of the window."""
        return self.wait(f"the message {text}", lambda: text in self.labels())

    def button(self, name, window=None):
        return (window or self.main).find("button", name)

    def wait_saved(self):
        self.wait("all changes saved", lambda: "All changes saved" in self.labels())

    # Looking

    def list_of(self, side):
        # It stays the same as long as the window does, and to find it takes long
        key = (self.main, side)
        if key not in self.lists:
            listing = self.main.find("list", f"Items on the {side}")
            if listing is None:
                return None
            self.lists[key] = listing
        return self.lists[key]

    def rows(self, side):
        """The rows of a side by what a screen reader says of them; as many as the view has made."""
        listing = self.list_of(side)
        return {row.name: row for row in listing.children} if listing else {}

    def row_names(self, side):
        return list(self.rows(side))

    def row(self, side, code):
        """The row of an item, or of the heading that begins so."""
        return next((row for name, row in self.rows(side).items() if name.startswith(code + " ")), None)

    def selected(self, side):
        return next((name for name, row in self.rows(side).items() if "selected" in row.states), None)

    def labels(self, node=None):
        return [label.name for label in (node or self.main).find_all("label")]

    def focus(self):
        return self.program.root.find_focus(self.program.stack)

    def place(self, node):
        """Where a thing is on the screen and where its window is: each x, y, width, height."""
        x, y, width, height = node.extents
        screens = desktop.windows()
        for above in (node, *node.ancestors):
            left, top, wide, high = above.extents
            at_top = above.parent == self.program.root
            for screen in screens:
                # Without a compositor a window has a border, inside its size
                border = (screen[2] - wide) // 2 if at_top else 0
                if (wide + 2 * border, high + 2 * border) == screen[2:] and 0 <= border <= 12:
                    return (screen[0] + border + x - left, screen[1] + border + y - top, width, height), screen
        raise AssertionError(f"no window on the screen has {node!r}")

    def point(self, node, right=0.5, down=0.5):
        """Brings the pointer over a thing, and waits until no tooltip lies in between."""
        (x, y, width, height), window = self.place(node)
        self.point_at(x + width * right, y + height * down, window)

    def point_at(self, x, y, window):
        def is_free():
            over = [place for place in desktop.windows()
                    if place[0] <= x < place[0] + place[2] and place[1] <= y < place[1] + place[3]]
            return min(over, key=lambda place: place[2] * place[3], default=None) == window

        # Where the pointer rests a tooltip may be about to come; it waits anew once the pointer moves
        desktop.point(x + 1, y + 1)
        desktop.point(x, y)
        if not is_free():
            desktop.point(x + 1, y + 1)
            self.wait("the end of the tooltip", is_free)

    def click(self, node, button=1):
        self.point(node)
        desktop.click(button)

    # What is saved

    @property
    def document(self):
        return self.home / "data" / DOCUMENT

    def query(self, statement, *values, path=None):
        """Rows of a document, read beside the program."""
        connection = sqlite3.connect(f"file:{path or self.document}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def mappings(self, left, right, coding=None):
        """Relations between two items, given as list and code, however they are turned; those of a
        coding, or of the agreed mapping."""
        return [row[0] for row in self.query(
            """SELECT relation FROM mapping AS m
               JOIN item AS s ON s.id = m.subject_id JOIN list AS sl ON sl.id = s.list_id
               JOIN item AS o ON o.id = m.object_id JOIN list AS ol ON ol.id = o.list_id
               LEFT JOIN coding AS c ON c.id = m.coding_id
               WHERE c.name IS ?5 AND ((sl.key = ?1 AND s.code = ?2 AND ol.key = ?3 AND o.code = ?4)
                  OR (sl.key = ?3 AND s.code = ?4 AND ol.key = ?1 AND o.code = ?2))""", *left, *right, coding)]


def main():
    global bus, desktop, installed
    if not is_inside():
        sys.exit(run_inside())
    with Desktop() as desktop:
        from accessible import Bus
        installed = install(str(desktop.folder / "installed"))
        bus = Bus()
        # The tests of the file that was called know this module under its own name
        good = tap.run()
    sys.exit(0 if good else 1)
