# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells assistive technology, asked anew each time so that no answer is old."""
import re

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
STATES = {1: "active", 4: "checked", 9: "expandable", 10: "expanded", 11: "focusable", 12: "focused",
          16: "modal", 20: "pressed", 22: "selectable", 23: "selected", 24: "sensitive", 30: "visible"}
# What has nothing inside that a person would look for
FEW_ROWS = 30
LEAVES = {"image", "label", "scroll bar", "slider", "text box"}
# Before GTK 4.12 what has no name is named after its class; that is no name
CLASS_NAME = re.compile(r"(Gtk|Adw|Cw)[A-Z]\w+$")


class Bus:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.focus = {}
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused",
                                         Gio.DBusSignalFlags.NONE, self.on_focus_changed)

    def on_focus_changed(self, connection, owner, path, interface, signal, parameters):
        """Programs tell when the keyboard goes elsewhere; to look for it takes long."""
        focused = parameters.unpack()[1]
        if focused:
            self.focus[owner] = path
        elif self.focus.get(owner) == path:
            del self.focus[owner]

    def ask(self, questions):
        """The answers to many questions, asked at once: each an owner, path, interface, method, arguments.

        None stands for the answer of what is not there any more.
        """
        answers = [None] * len(questions)
        # What has no parent any more names nobody to ask
        askable = [index for index, question in enumerate(questions) if question[0]]
        waiting = len(askable)

        def keep(connection, result, index):
            nonlocal waiting
            waiting -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()[0]
            except GLib.Error as error:
                if error.matches(Gio.dbus_error_quark(), Gio.DBusError.NO_REPLY):
                    raise

        for index in askable:
            self.connection.call(*questions[index], None, Gio.DBusCallFlags.NONE, 10000, None, keep, index)
        while waiting > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def process_of(self, owner):
        return self.ask([("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))])[0]

    def find_program(self, process):
        """The accessible of a running program, or None while it has not said that it is there."""
        programs = Node(self, *REGISTRY).children
        return next((program for program in programs if self.process_of(program.owner) == process), None)


def matches(wanted, text):
    return wanted is None or (wanted == text if isinstance(wanted, str) else wanted.search(text) is not None)


class Node:
    """A thing on the screen, as it was when it was looked at. One that is gone has no name and no states."""

    def __init__(self, bus, owner, path):
        self.bus, self.owner, self.path = bus, owner, path
        self.seen = None

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def question(self, method, interface=ACCESSIBLE, signature="()", *arguments):
        return self.owner, self.path, interface, method, GLib.Variant(signature, arguments)

    def property_question(self, name):
        return self.question("Get", "org.freedesktop.DBus.Properties", "(ss)", ACCESSIBLE, name)

    def ask(self, question, default):
        answer = self.bus.ask([question])[0]
        return default if answer is None else answer

    @staticmethod
    def look(nodes):
        """Looks at many things at once."""
        if not nodes:
            return
        answers = nodes[0].bus.ask([question for node in nodes for question in (
            node.question("GetRoleName"), node.property_question("Name"), node.question("GetState"))])
        for index, node in enumerate(nodes):
            role, name, words = answers[3 * index:3 * index + 3]
            states = {state for bit, state in STATES.items() if words and words[bit // 32] >> (bit % 32) & 1}
            node.seen = (role or "", name or "", states)

    def look_here(self):
        if self.seen is None:
            self.look([self])
        return self.seen

    @property
    def role(self):
        return self.look_here()[0]

    @property
    def name(self):
        return self.look_here()[1]

    @property
    def states(self):
        return self.look_here()[2]

    @property
    def children(self):
        children = [Node(self.bus, *reference) for reference in self.ask(self.question("GetChildren"), [])]
        self.look(children)
        return children

    @property
    def parent(self):
        return Node(self.bus, *self.ask(self.property_question("Parent"), ("", "/")))

    @property
    def text(self):
        return self.ask(self.question("GetText", "org.a11y.atspi.Text", "(ii)", 0, -1), "")

    @property
    def extents(self):
        """x, y, width and height, from the corner of the window."""
        return self.ask(self.question("GetExtents", "org.a11y.atspi.Component", "(u)", 1), (0, 0, 0, 0))

    @property
    def spoken_name(self):
        """What a screen reader says of it; before GTK 4.12 what has no name is named after its class."""
        node = self
        # What is inside a drop-down or a menu button has the keyboard in its place
        for node in (self, *self.ancestors):
            if node.name and not CLASS_NAME.match(node.name):
                return node.name
            if node is not self and node.role not in ("combo box", "button"):
                return ""
        return ""

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

    def read(self):
        """All that is shown inside, parents first, but not the rows of a long list."""
        below = {}
        level = [self]
        while level:
            found = self.bus.ask([node.question("GetChildren") for node in level])
            for node, references in zip(level, found):
                if node.role != "list" or len(references or []) <= FEW_ROWS:
                    below[node] = [Node(self.bus, *reference) for reference in references or []]
            self.look([child for children in below.values() for child in children if child.seen is None])
            following = []
            for node in level:
                below[node] = [child for child in below.get(node, []) if "visible" in child.states]
                following += [child for child in below[node] if child.role not in LEAVES]
            level = following

        def walk(node):
            for child in below.get(node, []):
                yield child
                yield from walk(child)

        return list(walk(self))

    def walk(self):
        """The same, asked for bit by bit."""
        references = self.ask(self.question("GetChildren"), [])
        if self.role == "list" and len(references) > FEW_ROWS:
            return
        children = [Node(self.bus, *reference) for reference in references]
        self.look(children)
        for child in children:
            if "visible" in child.states:
                yield child
                if child.role not in LEAVES:
                    yield from child.walk()

    def find_all(self, role=None, name=None):
        return [node for node in self.read() if node.is_a(role, name)]

    def find(self, role=None, name=None):
        # Buttons mostly stand near the beginning, all else far below
        nodes = self.walk() if role == "button" else self.read()
        return next((node for node in nodes if node.is_a(role, name)), None)

    def is_a(self, role, name):
        return (role is None or self.role == role) and matches(name, self.name)

    def find_focus(self, windows):
        """What has the keyboard in one of the windows of this program, or None."""
        # The answer comes after all that was told before it
        self.ask(self.question("GetState"), None)
        while GLib.MainContext.default().iteration(False):
            pass
        path = self.bus.focus.get(self.owner)
        node = Node(self.bus, self.owner, path) if path else None
        if node is not None and "focused" in node.states:
            # A window that is not in front may still have one
            if windows[1:] == [] or windows[0] in node.ancestors:
                return node
        # What a window begins with is not told
        nodes = windows[0].read() if windows else []
        return next((node for node in reversed(nodes) if "focused" in node.states), None)

    def describe(self, depth=0):
        """The tree in lines, for a person who looks for what went wrong."""
        yield "  " * depth + f"{self!r} {' '.join(sorted(self.states))} {self.extents}"
        for child in self.children if self.role != "list item" else []:
            yield from child.describe(depth + 1)
