# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of a file so that they print TAP."""
import sys
import traceback
import unittest


class TapResult(unittest.TestResult):
    """Prints a line of TAP for each test; one that fails says first what it saw."""

    def tell(self, test, good, note=""):
        print("ok" if good else "not ok", self.testsRun, "-", test.id().split(".", 1)[-1] + note)
        sys.stdout.flush()

    def tell_failure(self, test, error):
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
        super().addFailure(test, err)
        self.tell_failure(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.tell_failure(test, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.tell(test, True, f" # SKIP {reason}")


def run():
    """Whether all tests of the file that was called passed."""
    tests = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{tests.countTestCases()}")
    result = TapResult()
    tests.run(result)
    return result.wasSuccessful()
