# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells assistive technology, asked anew each time so that no answer is old."""
import re

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
STATES = {1: "active", 4: "checked", 9: "expandable", 10: "expanded", 11: "focusable", 12: "focused",
          16: "modal", 20: "pressed", 22: "selectable", 23: "selected", 24: "sensitive", 30: "visible"}
# Before GTK 4.12 what has no name is named after its class; that is no name
CLASS_NAME = re.compile(r"(Gtk|Adw|Cw)[A-Z]\w+$")


class Bus:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, owner, path, interface, method, signature="()", *arguments):
        return self.connection.call_sync(owner, path, interface, method, GLib.Variant(signature, arguments), None,
                                         Gio.DBusCallFlags.NONE, 10000, None).unpack()

    def process_of(self, owner):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "GetConnectionUnixProcessID", "(s)", owner)[0]

    def find_program(self, process):
        """The accessible of a running program, or None while it has not said that it is there."""
        try:
            for program in Node(self, *REGISTRY).children:
                if self.process_of(program.owner) == process:
                    return program
        except GLib.Error:
            pass
        return None


def matches(wanted, text):
    return wanted is None or (wanted == text if isinstance(wanted, str) else wanted.search(text) is not None)


class Node:
    """A thing on the screen. One that is gone has no name, no states, and no children."""

    def __init__(self, bus, owner, path):
        self.bus, self.owner, self.path = bus, owner, path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def ask(self, default, interface, method, signature="()", *arguments):
        try:
            return self.bus.call(self.owner, self.path, interface, method, signature, *arguments)[0]
        except GLib.Error as error:
            if error.matches(Gio.dbus_error_quark(), Gio.DBusError.NO_REPLY):
                raise
            return default

    def get(self, default, name, interface=ACCESSIBLE):
        return self.ask(default, "org.freedesktop.DBus.Properties", "Get", "(ss)", interface, name)

    @property
    def name(self):
        return self.get("", "Name")

    @property
    def description(self):
        return self.get("", "Description")

    @property
    def role(self):
        return self.ask("", ACCESSIBLE, "GetRoleName")

    @property
    def states(self):
        words = self.ask([0, 0], ACCESSIBLE, "GetState")
        return {name for bit, name in STATES.items() if words[bit // 32] >> (bit % 32) & 1}

    @property
    def children(self):
        return [Node(self.bus, *reference) for reference in self.ask([], ACCESSIBLE, "GetChildren")]

    @property
    def parent(self):
        return Node(self.bus, *self.get(("", "/"), "Parent"))

    @property
    def text(self):
        return self.ask("", "org.a11y.atspi.Text", "GetText", "(ii)", 0, -1)

    @property
    def extents(self):
        """x, y, width and height, from the corner of the window."""
        return self.ask((0, 0, 0, 0), "org.a11y.atspi.Component", "GetExtents", "(u)", 1)

    @property
    def spoken_name(self):
        """What a screen reader says, which is not the name of a class."""
        name = self.name
        return "" if CLASS_NAME.match(name) else name

    @property
    def ancestors(self):
        above = self.parent
        while above.role not in ("", "application"):
            yield above
            above = above.parent

    def is_in(self, *names):
        """Whether it stands in things whose names begin so."""
        above = [node.name for node in self.ancestors] if names else []
        return all(any(name.startswith(start) for name in above) for start in names)

    def walk(self, into_rows=False):
        """What is shown inside, parents first; the rows of lists only on request."""
        for child in self.children:
            if "visible" not in child.states:
                continue
            yield child
            if into_rows or child.role != "list item":
                yield from child.walk(into_rows)

    def find_all(self, role=None, name=None, into_rows=False):
        for node in self.walk(into_rows):
            if (role is None or node.role == role) and matches(name, node.name):
                yield node

    def find(self, role=None, name=None, into_rows=False):
        return next(self.find_all(role, name, into_rows), None)

    def find_focus(self):
        """What has the keyboard, the innermost of those that say so."""
        focus = None
        for child in self.children:
            states = child.states
            if "visible" not in states:
                continue
            if "focused" in states:
                focus = child
            inner = child.find_focus()
            if inner is not None:
                return inner
        return focus

    def describe(self, depth=0):
        """The tree in lines, for a person who looks for what went wrong."""
        yield "  " * depth + f"{self!r} {' '.join(sorted(self.states))} {self.extents}"
        if self.role != "list item" or depth < 3:
            for child in self.children:
                yield from child.describe(depth + 1)
