# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of a file so that they print TAP."""
import sys
import traceback
import unittest

from desktop import TooLate


class TapResult(unittest.TestResult):
    """Prints a line of TAP for each test; one that fails says then what it saw.

    A test that waited too long is told of and can be run once more: a real window on a machine that has other
    work to do loses a key now and then. What was seen and is wrong is never tried again.
    """

    def __init__(self):
        super().__init__()
        self.number = 0
        self.again = False
        self.waited = False

    def startTest(self, test):
        super().startTest(test)
        self.waited = False

    def tell(self, test, good, note=""):
        self.number += 1
        print("ok" if good else "not ok", self.number, "-", test.id().split(".", 1)[-1] + note)
        sys.stdout.flush()

    def tell_failure(self, test, error):
        self.waited = issubclass(error[0], TooLate) and not self.again
        if self.waited:
            print("# once more:", test.id())
        else:
            self.tell(test, False)
        for frame in traceback.extract_tb(error[2]):
            if "/unittest/" not in frame.filename:
                print(f"# {frame.filename}:{frame.lineno}: {frame.line}")
        for line in "".join(traceback.format_exception_only(*error[:2])).splitlines():
            print("#", line)
        if hasattr(test, "keep_evidence"):
            for line in test.keep_evidence():
                print("#", line)
        sys.stdout.flush()

    def addSuccess(self, test):
        super().addSuccess(test)
        self.tell(test, True)

    def addFailure(self, test, err):
        self.tell_failure(test, err)
        if not self.waited:
            super().addFailure(test, err)

    def addError(self, test, err):
        self.tell_failure(test, err)
        if not self.waited:
            super().addError(test, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.tell(test, True, f" # SKIP {reason}")


def each(tests):
    for test in tests:
        if isinstance(test, unittest.TestSuite):
            yield from each(test)
        else:
            yield test


def run():
    """Whether all tests of the file that was called passed."""
    tests = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{tests.countTestCases()}")
    result = TapResult()
    for test in each(tests):
        result.again = False
        test.run(result)
        if result.waited:
            result.again = True
            type(test)(test._testMethodName).run(result)
    return result.wasSuccessful()
