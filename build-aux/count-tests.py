#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py TESTLOG.json STATUS: says what failed and what was skipped, then counts it all in one line.

A program that speaks TAP counts for each of its tests, any other for one. A program that breaks off, times out
or ends badly after its tests passed counts as one failure more. STATUS is the exit status of `meson test`.
"""
import json
import re
import sys

RESULT = re.compile(r"^(not )?ok\b[ \t]*\d*[ \t]*(?:- )?(.*?)(?:[ \t]*#[ \t]*(SKIP|TODO)\b[ \t]*(.*))?$", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.(\d+)(?:[ \t]*#[ \t]*SKIP\b[ \t]*(.*))?", re.IGNORECASE)


def read_tap(output):
    """Returns (results, plan, reason for skipping all); a result is (passed, name, reason for skipping)."""
    results, plan, skip_all = [], None, None
    for line in output.splitlines():
        if match := PLAN.match(line):
            plan = int(match[1])
            if plan == 0:
                skip_all = match[2] or "no reason given"
        elif match := RESULT.match(line):
            directive = (match[3] or "").upper()
            reason = (match[4] or "no reason given") if directive == "SKIP" else None
            results.append((match[1] is None or directive == "TODO", match[2], reason))
    return results, plan, skip_all


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []

    def add_program(self, test):
        name, verdict = test["name"], test["result"]
        results, plan, skip_all = read_tap(test.get("stdout") or "")
        if skip_all is not None and verdict in ("OK", "SKIP"):
            self.skipped.append(f"{name}: {skip_all}")
        elif plan is None or not results:
            self.add_whole(test)
        else:
            self.add_results(name, results)
            bad = sum(not passed for passed, _, _ in results)
            if len(results) < plan:
                self.failed.append(f"{name}: stopped after {len(results)} of {plan} tests ({verdict})")
            elif verdict not in ("OK", "SKIP", "EXPECTEDFAIL") and not bad:
                self.failed.append(f"{name}: its tests passed and the program did not end well ({verdict})")

    def add_results(self, name, results):
        for passed, title, reason in results:
            if reason is not None and passed:
                self.skipped.append(f"{name}: {title}: {reason}")
            elif passed:
                self.passed += 1
            else:
                self.failed.append(f"{name}: {title}")

    def add_whole(self, test):
        verdict = test["result"]
        if verdict in ("OK", "EXPECTEDFAIL"):
            self.passed += 1
        elif verdict == "SKIP":
            lines = ((test.get("stdout") or "") + (test.get("stderr") or "")).strip().splitlines()
            self.skipped.append(f"{test['name']}: {lines[-1] if lines else 'no reason given'}")
        else:
            self.failed.append(f"{test['name']} ({verdict})")


def report(tally):
    for title, names in (("Skipped", tally.skipped), ("Failed", tally.failed)):
        for name in names:
            print(f"{title}: {name}")
    line = f"{tally.passed} passed, {len(tally.failed)} failed"
    if tally.skipped:
        line += f", {len(tally.skipped)} skipped"
    print(line)


def main(path, status):
    tally = Tally()
    try:
        with open(path, encoding="utf-8") as log:
            for line in log:
                tally.add_program(json.loads(line))
    except FileNotFoundError:
        pass
    if status and not tally.failed:
        tally.failed.append(f"the test run itself (meson test ended with {status})")
    if not tally.passed and not tally.failed:
        tally.failed.append("no test was run")
    report(tally)
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
