#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""built-quiz.py CHARTER PACK: the report on a quiz that was built tells the number with which it was drawn; with it the
same quiz is drawn once more, and from the report it is tried again.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press  # noqa: E402

NUMBER = r"^\d{10,20}$"  # too large to be met by chance
# What is answered to each question; only the first of these answers are right.
ANSWERS = {
    "What is the new engine?": "A deliverable",
    "What is the crossing at eight each morning?": "An operation",
    "Who takes the ferry over when the engine runs?": "The fitters",
    "What is the grinding of flour?": "A phase",
    "What is the mending of the roof after the storm?": "A habit",
}


class BuiltQuiz(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def open_builder(self):
        press("alt+3")
        self.walk_to(r"^Build a Quiz$")
        press("Return")
        self.read(r"^5 questions fit")

    def begin(self):
        self.walk_to(r"^Start$")
        press("Return")
        self.read(r"^Question 1 of 4$")

    def take(self):
        """Answers all of it. Returns: the questions as they came"""
        asked = []
        for number in range(1, 5):
            self.read(rf"^Question {number} of 4$")
            asked.append(next(name for name in self.screen.names() if name in ANSWERS))
            self.choose(ANSWERS[asked[-1]])
            press("Return")
            self.wait_for_focus(r"^(Next|See Your Score)$")
            press("Return")
        self.read(r"^Your Score$")
        return asked

    def number(self):
        return self.read(NUMBER)[1]

    def draw(self):
        self.open_builder()
        self.walk_to(r"^How Many Questions")
        press("ctrl+a", "4", "Tab")
        self.read(r"^5 questions fit, 4 of them are drawn$")
        self.begin()
        self.first = self.take()
        self.drawn = self.number()
        self.assertTrue(self.screen.find(r"^Drawn with the Number$"))
        self.walk_to(r"^Copy the Number$", "shift+Tab")
        press("Return")
        self.was_told("Number copied")

    def try_again(self):
        self.walk_to(r"^Try Again$")
        press("Return")
        self.assertEqual(sorted(self.take()), sorted(self.first))
        self.assertEqual(self.number(), self.drawn)

    def draw_the_same(self):
        press("Escape")
        self.open_builder()
        self.walk_to(r"^The Same Quiz Again")
        press("Return", "Tab", "ctrl+v")  # GTK 4.8 tells nothing of this field; the report tells what came into it
        self.begin()
        self.assertEqual(self.take(), self.first)
        self.assertEqual(self.number(), self.drawn)

    def practise_mistakes(self):
        """They are fewer, and no number draws them."""
        self.walk_to(r"^Practise \d Mistakes$", "shift+Tab")
        press("Return")
        self.read(r"^Question 1 of [23]$")
        while not self.screen.find(r"^Your Score$"):
            question = next(name for name in self.screen.names() if name in ANSWERS)
            self.choose(ANSWERS[question])
            press("Return")
            self.wait_for_focus(r"^(Next|See Your Score)$")
            last = self.screen.focus() == "See Your Score"
            press("Return")
            if last:
                self.read(r"^Your Score$")
            else:
                self.read(r"^Question [23] of [23]$")
        self.assertFalse(self.screen.find(NUMBER))
        self.assertFalse(self.screen.find(r"^Drawn with the Number$"))

    def test_built_quiz(self):
        self.start()
        self.draw()
        self.try_again()
        self.draw_the_same()
        self.practise_mistakes()
        self.quit()


tap.main()
