#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export-by-keyboard.py CHARTER PACK: saves the history from Preferences with keys alone, in each format, through the
real chooser of files, and reads the files.
"""
import csv
import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


@window.with_chooser
class Export(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)

    def answer_once(self):
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")

    def choose_place(self, path):
        self.walk_to(r"^Export…")
        before = window.active()
        press("Return")
        until("the chooser to have the keyboard", lambda: window.active() not in ("", before))
        until("the name to have the keyboard", lambda: self.screen.typed() > 0)
        press("ctrl+a")
        subprocess.run(["xdotool", "type", path], check=True)
        until("the name to be typed", lambda: self.screen.typed() >= len(path))
        press("shift+End", "Delete", "Return")

    def save(self, name):
        path = os.path.join(os.environ["HOME"], name)
        self.choose_place(path)
        return window.read_written(path).decode()

    def export(self, name):
        """In a program of its own: to which window the keyboard goes after a chooser is the window manager's matter."""
        self.start()
        self.open_preferences("Data")
        text = self.save(name)
        self.was_told("Your history was exported")
        self.kill()
        return text

    def test_each_format(self):
        self.start()
        self.answer_once()
        self.kill()
        lines = [json.loads(line) for line in self.export("history.jsonl").splitlines()]
        self.assertEqual([line["kind"] for line in lines if line.get("kind") == "answer"], ["answer"])
        self.assertEqual(len(list(csv.DictReader(self.export("history.csv").splitlines()))), 1)
        self.assertIn("answered", json.dumps(json.loads(self.export("history.json"))))


tap.main()
