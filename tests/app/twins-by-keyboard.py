#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""twins-by-keyboard.py CHARTER PACK: of two questions between which one fact changes, the second one's answer shows the
first beside it; the first one's answer does not give the second away; the score report shows both. What is kept for
rehearsals alone has no card in Practice.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press  # noqa: E402

HEADING = r"^One Fact Changed$"


class Twins(QuizTest):
    charter, *library = sys.argv[1:3]

    def test_both_are_shown(self):
        self.start()
        press("alt+3")
        self.read(r"^1 more set of questions is kept for rehearsals of the exam\.$")
        self.assertIsNone(self.screen.find(r"The night ferry"))
        self.walk_to(r"^Start: The ferry line")
        press("Return")
        self.read(r"^Question 1 of 3$")
        self.choose("The project manager")
        self.check(r"^Correct\.")
        self.assertIsNone(self.screen.find(HEADING))
        press("Return")
        self.read(r"^Question 2 of 3$")
        self.choose("The project manager")
        self.check(r"^Not quite\.")
        self.read(HEADING)
        self.read(r"^€4,000 is below the limit\.$")
        self.assertIsNone(self.screen.find(r"Your answer, and correct$"))
        press("Return")
        self.read(r"^Question 3 of 3$")
        self.choose("True")
        self.check(r"^Correct\.")
        self.assertIsNone(self.screen.find(HEADING))
        press("Return")
        self.walk_to(r"^A pier is rebuilt|^1\. |Who decides\?", "Tab")
        press("Return")
        self.read(HEADING)


if __name__ == "__main__":
    tap.main()
