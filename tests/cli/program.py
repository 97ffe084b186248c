# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs crosswalkctl for the tests, and the tests so that they print TAP.

Each test-*.py is called with the paths of crosswalkctl and of cli-make-document.
"""
import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
import unicodedata
import unittest
from pathlib import Path

# Absolute, so that a test can go into a folder of its own
PROGRAM, MAKE_DOCUMENT = map(os.path.abspath, sys.argv[1:3])
# What a test takes besides
MORE = sys.argv[3:]
DATA = Path(os.environ["CW_TEST_DATA"])
GOLDEN = Path(os.environ["CW_TEST_GOLDEN"]) / "cli"
# Golden files are written anew where this is set
UPDATE = "CW_TEST_UPDATE_GOLDEN" in os.environ

OK, NO, USAGE, FILE = range(4)


def describe():
    """What the program tells about itself: its head, and its commands."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="C")
    done = subprocess.run([PROGRAM, "--describe"], stdout=subprocess.PIPE, env=environment, check=True)
    head, *commands = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return head, commands


def make_template():
    """A document that the tests copy; to make one takes longer than to read it."""
    folder = tempfile.mkdtemp(prefix="cw-cli-")
    atexit.register(shutil.rmtree, folder)
    path = Path(folder) / "template.crosswalk"
    subprocess.run([MAKE_DOCUMENT, path], check=True)
    return path


TEMPLATE = make_template()


class Case(unittest.TestCase):
    """Each test has a folder of its own for all that the program may touch."""

    maxDiff = None
    # Whether the user has a document already
    own = True

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cw-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.data_home = self.folder / "data"
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        if self.own:
            self.make_document(self.data_home / "crosswalk" / "My crosswalk.crosswalk")

    def environment(self, **changes):
        environment = dict(os.environ, XDG_DATA_HOME=str(self.data_home), TMPDIR=str(self.temporary))
        environment.pop("COLUMNS", None)
        environment.update(changes)
        return environment

    def call(self, *arguments, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, **changes):
        """What came of running the program: exit code, standard output, standard error."""
        done = subprocess.run(
            [PROGRAM, *map(str, arguments)],
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=self.environment(**changes),
            timeout=60,
        )
        output = done.stdout.decode() if done.stdout is not None else None
        return done.returncode, output, done.stderr.decode()

    def output(self, *arguments, **changes):
        """Standard output of a call that is to succeed and to say nothing else."""
        code, output, errors = self.call(*arguments, **changes)
        self.assertEqual((code, errors), (OK, ""))
        return output

    def refused(self, expected, *arguments, **changes):
        """Standard error of a call that is to fail and to write nothing."""
        code, output, errors = self.call(*arguments, **changes)
        self.assertEqual(code, expected, errors)
        self.assertEqual(output, "")
        for line in errors.splitlines():
            self.assertTrue(line.startswith("crosswalkctl: "), line)
        return errors

    def make_document(self, path=None):
        path = path or self.folder / "study.crosswalk"
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(TEMPLATE, path)
        return path

    def assert_golden(self, name, output):
        path = GOLDEN / name
        if UPDATE:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(output, encoding="utf-8")
        self.assertEqual(output, path.read_text(encoding="utf-8"), name)


def width(text):
    """How many columns of a terminal a text takes."""
    columns = 0
    for character in text:
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


def cell(line, start, end=None):
    """What stands in a line from one column of the terminal to another."""
    found = ""
    column = 0
    for character in line:
        if column >= start and (end is None or column < end):
            found += character
        column += width(character)
    return found


class TapResult(unittest.TestResult):
    """Prints a line of TAP for each test."""

    def tell(self, test, good, note=""):
        print("ok" if good else "not ok", self.testsRun, "-", test.id().split(".", 1)[-1] + note)
        sys.stdout.flush()

    def tell_failure(self, test, error):
        self.tell(test, False)
        for line in "".join(traceback.format_exception(*error)).splitlines():
            print("#", line)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.tell(test, True)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.tell_failure(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.tell_failure(test, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.tell(test, True, f" # SKIP {reason}")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            for line in "".join(traceback.format_exception(*err)).splitlines():
                print("#", line)
            self.failed_parts = getattr(self, "failed_parts", set()) | {test.id()}

    def stopTest(self, test):
        # A test with parts that failed reports neither success nor failure
        if test.id() in getattr(self, "failed_parts", set()):
            self.tell(test, False)
        super().stopTest(test)


def main():
    tests = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{tests.countTestCases()}")
    result = TapResult()
    tests.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
