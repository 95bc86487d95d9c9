#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""attempts-by-keyboard.py CHARTER PACK MAKE-HISTORY: with keys alone, more of the attempts at the end of Progress are
shown, one is read again, deleted and brought back.
"""
import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

ANSWERS = 400
ROW = r"^\d+ \w+ \d{4}, \d\d:\d\d · \d+% · \d+ answers?$"


class Attempts(window.WindowTest):
    charter = sys.argv[1]
    library = [sys.argv[2]]
    make_history = sys.argv[3]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)
        os.makedirs(self.data)
        self.history = os.path.join(self.data, "history.db")
        subprocess.run([self.make_history, self.history, self.library[0], str(ANSWERS), "60"], check=True)
        self.n = self.count("session_state WHERE state = 1")

    def count(self, rows):
        """In a history that nobody has open."""
        with contextlib.closing(sqlite3.connect(self.history)) as database:
            return database.execute(f"SELECT count(*) FROM {rows}").fetchone()[0]

    def rows(self):
        return [name for name in self.screen.names() if re.match(ROW, name)]

    def test_attempts(self):
        self.assertGreater(self.n, 20)
        self.start()
        press("alt+4")
        until("the first attempts", lambda: len(self.rows()) == 20)
        self.walk_to(r"^Show More$", "shift+Tab")
        press("Return")
        until("all attempts", lambda: len(self.rows()) == min(self.n, 40))
        self.wait_for_focus(r"^Your Quiz$")
        n = len(self.rows())
        press("Return")
        self.read(r"^\d+ of \d+ points?$")
        press("Escape")
        self.wait_for_focus(r"^Your Quiz$")
        press("Return")
        self.read(r"^\d+ of \d+ points?$")
        self.walk_to(r"^This Attempt$", "shift+Tab")
        press("space")
        self.wait_for_focus(r"^Delete This Attempt$")
        press("Return")
        until("one less", lambda: len(self.rows()) == n - 1)
        self.wait_for_focus(r"^Your Quiz$")
        self.quit()
        self.assertEqual(self.count("event WHERE kind = 'delete'"), 1)


tap.main()
