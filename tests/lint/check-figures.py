#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-figures.py SOURCE-ROOT TOOL: docs/advice.md says what the advice finds on the labelled questions today."""
import pathlib
import subprocess
import sys
import unittest

TOOL = pathlib.Path(sys.argv.pop(2)).resolve()
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402


class Figures(unittest.TestCase):
    def test_the_page_is_true(self):
        printed = subprocess.run([sys.executable, ROOT / "tests/bench/advice.py", TOOL, ROOT / "tests/lint/labels"],
                                 check=True, capture_output=True, text=True).stdout
        self.assertIn(printed.rstrip(), (ROOT / "docs/advice.md").read_text(encoding="utf-8"))

    def test_each_question_is_judged_by_each(self):
        questions = {f"q{number:03}" for number in range(1, 241)}
        for path in sorted((ROOT / "tests/lint/labels").glob("*.csv")):
            judged = {line.split(",")[0] for line in path.read_text(encoding="utf-8").splitlines()}
            self.assertEqual(questions - judged, set(), path.name)


tap.main()
