# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the unittest cases of a test file and reports them as TAP: tap.main() at the end of the file."""
import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0

    def line(self, word, test, more=""):
        self.number += 1
        print(f"{word} {self.number} {test.id().removeprefix('__main__.')}{more}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.line("ok", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.line("ok", test, f" # SKIP {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.tell(test, self.failures)

    def addError(self, test, err):
        super().addError(test, err)
        self.tell(test, self.errors)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.tell(subtest, self.failures if issubclass(err[0], test.failureException) else self.errors)

    def tell(self, test, faults):
        self.line("not ok", test)
        for text in faults[-1][1].splitlines():
            print(f"# {text}", file=sys.stderr)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}")
    result = suite.run(TapResult())
    sys.exit(0 if result.wasSuccessful() else 1)
