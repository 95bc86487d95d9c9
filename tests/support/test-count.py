#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of ./dev test tells the truth: logs of test runs, with what the count must be."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
sys.dont_write_bytecode = True
import tap  # noqa: E402 (its folder is known only now)

counter = os.path.join(here, "..", "..", "build-aux", "count-tests.py")


def program(name, result, *lines):
    return {"name": name, "result": result, "stdout": "\n".join(lines)}


class Count(unittest.TestCase):
    def count(self, *programs, status=0):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as log:
            log.writelines(json.dumps(one) + "\n" for one in programs)
            log.flush()
            run = subprocess.run([sys.executable, counter, log.name, str(status)], capture_output=True, text=True)
        return run.stdout.splitlines(), run.returncode

    def expect(self, line, code, *programs, status=0):
        lines, returned = self.count(*programs, status=status)
        self.assertEqual((lines[-1], returned), (line, code))
        return lines[:-1]

    def test_counts_each_test_of_a_program(self):
        self.expect("3 passed, 0 failed", 0,
                    program("a", "OK", "TAP version 13", "1..2", "ok 1 /x", "# a word", "ok 2 /y"), program("b", "OK", "done"))

    def test_counts_and_names_failures(self):
        told = self.expect("1 passed, 1 failed", 1, program("a", "FAIL", "1..2", "ok 1 /x", "not ok 2 /y - why"), status=1)
        self.assertEqual(told, ["Failed: a: /y - why"])

    def test_a_program_that_breaks_off_has_failed(self):
        self.expect("1 passed, 1 failed", 1, program("a", "ERROR", "1..5", "ok 1 /x"), status=1)

    def test_a_program_that_times_out_has_failed(self):
        self.expect("0 passed, 1 failed", 1, program("a", "TIMEOUT", ""), status=1)

    def test_a_leak_after_the_last_test_is_a_failure(self):
        self.expect("2 passed, 1 failed", 1, program("a", "ERROR", "1..2", "ok 1", "ok 2"), status=1)

    def test_skipped_tests_are_named_with_their_reason(self):
        told = self.expect("1 passed, 0 failed, 2 skipped", 0,
                           program("a", "OK", "1..2", "ok 1 /x", "ok 2 /y # SKIP no network"),
                           program("b", "SKIP", "1..0 # SKIP no screen"))
        self.assertEqual(told, ["Skipped: a: /y: no network", "Skipped: b: no screen"])

    def test_nested_results_and_quoted_ones_are_not_counted(self):
        self.expect("1 passed, 0 failed", 0, program("a", "OK", "1..1", "    ok 1 inner", "# ok 2 told", "ok 1 /x"))

    def test_a_run_that_failed_as_a_whole_is_no_success(self):
        self.expect("1 passed, 1 failed", 1, program("a", "OK", ""), status=2)

    def test_no_tests_at_all_is_no_success(self):
        self.expect("0 passed, 1 failed", 1)


if __name__ == "__main__":
    tap.main()
