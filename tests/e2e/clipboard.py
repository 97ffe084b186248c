# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the text on the clipboard, as another program would paste it."""
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

loop = GLib.MainLoop()


def on_read(clipboard, result):
    try:
        sys.stdout.write(clipboard.read_text_finish(result) or "")
    except GLib.Error as error:
        sys.exit(error.message)
    finally:
        loop.quit()


Gtk.init()
Gdk.Display.get_default().get_clipboard().read_text_async(None, on_read)
GLib.timeout_add_seconds(10, loop.quit)
loop.run()
