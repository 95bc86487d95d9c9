#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""fit-by-keyboard.py CHARTER PACK MAKE-HISTORY: fits the schedule to a history of 1,000 answers with keys alone, takes
it, finds it after a kill, undoes it, and finds that after a kill.
"""
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

ANSWERS = 1000


class Fit(window.WindowTest):
    charter = sys.argv[1]
    library = [sys.argv[2]]
    make_history = sys.argv[3]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)
        os.makedirs(self.data)
        history = os.path.join(self.data, "history.db")
        subprocess.run([self.make_history, history, self.library[0], str(ANSWERS), "60"], check=True)

    def open_page(self):
        self.open_preferences("Review")
        self.read(r"^Fit the Schedule to My History$")

    def restart(self):
        self.kill()
        self.start()
        self.open_page()

    def fit(self):
        self.walk_to(r"^Fit$")
        press("space")
        self.read(r"^A Schedule of Your Own$")

    def is_own(self):
        """Only who has a schedule of their own can go back from it."""
        return self.is_sensitive("Go Back")

    def test_used_and_undone(self):
        self.start()
        self.open_page()
        self.assertFalse(self.is_own())
        self.fit()
        self.walk_to(r"^Use It( Use It)?$")
        press("space")
        self.read(r"^The schedule was changed$")
        until("the way back", self.is_own)
        self.restart()
        until("the way back", self.is_own)
        self.walk_to(r"^Go Back$")
        press("space")
        self.read(r"^The schedule was changed$")
        until("the way back to go", lambda: not self.is_own())
        self.walk_to(r"^Undo")
        press("space")
        self.was_told("The schedule is as it was before")
        until("the way back", self.is_own)
        self.restart()
        until("the way back", self.is_own)

    def test_left_as_it_is(self):
        self.start()
        self.open_page()
        self.fit()
        press("Escape")
        until("the question to be closed", lambda: len(self.screen.windows()) == 2)
        self.restart()
        self.assertFalse(self.is_own())


tap.main()
