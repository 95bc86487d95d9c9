#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""review-by-keyboard.py CHARTER PACK: answers the scenario of PACK with mistakes, and reviews these with keys alone:
grades, why it is due, a question left out and taken in again; killed half-way, it goes on.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press, until  # noqa: E402

STEMS = {"The sponsor decides.": "1", "The team pays.": "2"}  # and the key to press for what is right


class Review(QuizTest):
    charter, *library = sys.argv[1:3]

    def stem(self):
        return until("a question", lambda: next((stem for stem in STEMS if self.screen.find(f"^{stem}$")), None))

    def answer(self, rightly=True):
        right = STEMS[self.stem()]
        press(right if rightly else {"1": "2", "2": "1"}[right])
        until("Check to be possible", lambda: self.is_sensitive("Check"))
        press("Return")
        self.read(r"^Correct\." if rightly else r"^Not quite\.")

    def make_mistakes(self):
        press("alt+3")
        self.walk_to(r"^Start: A new office$")
        press("Return")
        self.read(r"^Question 1 of 2$")
        self.answer(False)
        press("Return")
        self.read(r"^Question 2 of 2$")
        self.answer(False)
        press("Return")
        self.read(r"^Your Score$")
        press("Escape")

    def nothing_is_due(self):
        press("ctrl+d")
        self.read(r"^Nothing Is Due$")
        self.read(r"^What you answer comes back here before you forget it\.$")
        press("Escape")
        self.read(r"^Practice$")

    def tell_why(self):
        press("ctrl+i")
        self.read(r"^You did not recall it earlier today\.$")

    def grade_by_rule_and_go_on(self):
        self.answer()
        self.read(r"^Again, today$")
        self.read(r"^Good, in \d+ days?, chosen$")
        self.read(r"^Graded “Good”$")
        self.wait_for_focus(r"^Next$")
        before = self.log_state()
        press("Return")
        self.read(r"^Question 2 of 2$")
        until("the place to be written", lambda: self.log_state() != before)

    def go_on_after_a_kill(self):
        stem = self.stem()
        self.kill()
        self.start()
        press("ctrl+d")
        self.read(r"^Question 2 of 2$")
        self.assertEqual(self.stem(), stem)

    def grade_again(self):
        """Right, but not recalled, says the learner: it comes once more, in a session of its own."""
        stem = self.stem()
        self.answer()
        self.read(r"^Good, in \d+ days?, chosen$")
        press("1")
        self.read(r"^Question 1 of 1$")
        self.assertEqual(self.stem(), stem)

    def leave_out(self):
        """The last question: what is left out without an answer is gone past."""
        press("ctrl+l")
        self.read(r"^Review Finished$")

    def take_in_again(self):
        self.walk_to(r"^Questions Left Out$")
        press("Return")
        self.read(r"^Reviews do not ask these\.$")
        self.walk_to(r"^(Ask Again|The (sponsor decides|team pays)\.)")
        press("Return")
        self.read(r"^No Question Is Left Out$")
        press("Escape", "Escape")

    def finish(self):
        press("ctrl+d")
        self.read(r"^Question 1 of 1$")
        self.answer()
        self.read(r"^Good, in \d+ days?, chosen$")
        press("4")
        self.read(r"^Review Finished$")
        self.read(r"1 question answered")
        self.read(r"Next: (tomorrow|in \d+ days), \d questions?\.")

    def test_whole_review(self):
        self.start()
        self.nothing_is_due()
        self.make_mistakes()
        press("ctrl+d")
        self.read(r"^Question 1 of 2$")
        self.tell_why()
        self.grade_by_rule_and_go_on()
        self.go_on_after_a_kill()
        self.grade_again()
        self.leave_out()
        self.take_in_again()
        self.finish()
        self.quit()


tap.main()
