#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""failed-review.py CHARTER PACK: in a review, a grade and a question left out that can't be saved are said, the question
stays, and Try Again saves them.

The disk is as good as full while no file of the program may grow (RLIMIT_FSIZE of the running program).
"""
import os
import resource
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press, until  # noqa: E402

STEMS = {"The sponsor decides.": "1", "The team pays.": "2"}  # and the key to press for what is right
FULL = r"^The disk did not take what was to be saved"


class FailedReview(QuizTest):
    charter, *library = sys.argv[1:3]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)

    def limit_files(self, size):
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def stem(self):
        return until("a question", lambda: next((stem for stem in STEMS if self.screen.find(f"^{stem}$")), None))

    def answer(self, rightly=True):
        right = STEMS[self.stem()]
        press(right if rightly else {"1": "2", "2": "1"}[right])
        until("Check to be possible", lambda: self.is_sensitive("Check"))
        self.check(r"^Correct\." if rightly else r"^Not quite\.")

    def make_mistakes(self):
        press("alt+3")
        self.walk_to(r"^Start: A new office$")
        press("Return")
        for number in (1, 2):
            self.read(rf"^Question {number} of 2$")
            self.answer(False)
            press("Return")
        self.read(r"^Your Score$")
        press("Escape")
        self.read(r"^Practice$")

    def begin_review(self):
        """Returns the question that it asks first."""
        self.start()
        self.make_mistakes()
        press("ctrl+d")
        self.read(r"^Question 1 of 2$")
        return self.stem()

    def say_in_vain(self, key):
        """What is said can't be saved: it is told, and the question stays."""
        stem, before = self.stem(), self.settled_log_state()
        self.limit_files(0)
        press(key)
        self.read(FULL)
        self.assertEqual(self.stem(), stem)
        self.assertEqual(self.log_state(), before)

    def try_again(self):
        self.limit_files(resource.RLIM_INFINITY)
        self.walk_to(r"^Try Again$", "shift+Tab")
        press("Return")

    def go_on_after_a_kill(self):
        self.kill()
        self.start()
        press("ctrl+d")
        self.read(r"^Question 2 of 2$")
        self.answer()
        press("Return")

    def test_grade(self):
        """Right, but graded “Again”: it comes once more."""
        stem = self.begin_review()
        self.answer()
        self.read(r"^Good, in \d+ days?, chosen$")
        self.say_in_vain("1")
        self.try_again()
        self.read(r"^Question 2 of 2$")
        self.go_on_after_a_kill()
        self.read(r"^Question 1 of 1$")
        self.assertEqual(self.stem(), stem)
        self.quit()

    def test_left_out(self):
        """It comes no more, though it was not recalled."""
        self.begin_review()
        self.say_in_vain("ctrl+l")
        self.try_again()
        self.read(r"^Question 2 of 2$")
        self.go_on_after_a_kill()
        self.read(r"^Review Finished$")
        self.quit()


tap.main()
