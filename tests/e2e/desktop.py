# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that nobody sees: an X server in memory, a window manager, the two buses, and hands.

A test file runs itself again inside a session bus of its own; see run_inside().
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZE = (1400, 900)
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
INSIDE = "CW_E2E_FOLDER"


class TooLate(AssertionError):
    """What was waited for did not come."""


def wait_for(what, question, seconds=15):
    """The first answer to a question that is true; it is asked again until the time is over."""
    end = time.monotonic() + seconds
    pause = 0.02
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TooLate(f"waited {seconds} s for {what}; the last answer was {answer!r}")
        time.sleep(pause)
        pause = min(pause * 1.3, 0.15)


def run_inside():
    """Runs this file again with a session bus and folders of its own; returns its exit code."""
    folder = Path(tempfile.mkdtemp(prefix="cw-e2e-"))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    environment = dict(os.environ, **{INSIDE: str(folder)}, HOME=str(folder), XDG_RUNTIME_DIR=str(runtime))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
        environment.pop(name, None)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())
    # Who ends this ends all that it began, and the folder still goes
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        return subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_inside():
    return INSIDE in os.environ


def output_of(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False).stdout


class Desktop:
    def __init__(self):
        self.processes = []
        self.folder = Path(os.environ[INSIDE])

    def __enter__(self):
        try:
            self.start_display()
            self.manager = None
            self.spawn(LAUNCHER, "--launch-immediately")
            wait_for("the window manager", self.manage, 60)
            self.point(SIZE[0] - 2, SIZE[1] - 2)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()

    def spawn(self, *arguments, **more):
        with open(self.folder / "desktop.log", "ab") as log:
            process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **more)
        self.processes.append(process)
        return process

    def manage(self):
        """Whether there is a window manager; one that ended, as may happen to the first who speak to
        a display, is started again."""
        if self.manager is None or self.manager.poll() is not None:
            self.manager = self.spawn("openbox")
        return "0x" in output_of("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    def start_display(self):
        ours, theirs = os.pipe()
        # -r: no key repeats itself when the machine is busy between press and release
        self.spawn("Xvfb", "-displayfd", str(theirs), "-r", "-nolisten", "tcp",
                   "-screen", "0", "{}x{}x24".format(*SIZE), pass_fds=[theirs])
        os.close(theirs)
        with os.fdopen(ours) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("the X server did not start")
        os.environ["DISPLAY"] = ":" + number

    # Hands

    def tool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def press(self, *keys):
        self.tool("key", *keys)

    def type(self, text):
        self.tool("type", "--delay", "4", "--", text)

    def point(self, x, y):
        self.tool("mousemove", round(x), round(y))

    def click(self, button=1):
        self.tool("click", button)

    def hold(self):
        self.tool("mousedown", 1)

    def release(self):
        self.tool("mouseup", 1)

    # Eyes

    def windows(self):
        """Where the program's windows, popovers and tooltips are: (x, y, width, height)."""
        text = output_of("xdotool", "search", "--onlyvisible", "--class", "^crosswalk$",
                         "getwindowgeometry", "--shell", "%@")
        return [tuple(map(int, place)) for place in
                re.findall(r"X=(-?\d+)\nY=(-?\d+)\nWIDTH=(\d+)\nHEIGHT=(\d+)", text)]

    def active_window(self):
        """The X server's number of the window that gets what is typed."""
        return output_of("xdotool", "getactivewindow").strip()

    def picture(self, x, y, width, height):
        """The pixels of a part of the screen, to compare with another look at it."""
        return subprocess.run(
            ["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8", "rgb:-"],
            capture_output=True, check=True).stdout

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=False)
