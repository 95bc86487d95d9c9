#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""today-by-keyboard.py CHARTER PACK: answers the quiz of PACK wrongly, reads what Today proposes for it and why, and
practises against the idea that the answers come from, until Today proposes it no more.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press, until  # noqa: E402

IDEA = r"^What is built is done$"


class Today(QuizTest):
    charter, *library = sys.argv[1:3]

    def answer(self, number, total, key, verdict):
        self.read(rf"^Question {number} of {total}$")
        press(key)
        self.check(verdict)
        press("Return")

    def go_home(self):
        self.read(r"^Your Score$")
        press("Escape", "alt+1")
        self.read(r"^This Week$")

    def answer_wrongly(self):
        press("alt+3")
        self.walk_to(r"^Start: The library$")
        press("Return")
        for number in (1, 2, 3):
            self.answer(number, 3, "a", r"^Not quite\.")
        self.go_home()

    def read_proposals(self):
        self.read(IDEA)
        self.read(r"^Your latest answers to 2 questions come from this idea\. About 1 minute\.$")
        self.read(r"^Mistakes Worth Another Look$")
        self.read(r"^3 questions were not wholly right the last time\. About 1 minute\.$")
        names = self.screen.names()
        places = [names.index(one) for one in ("What is built is done", "Mistakes Worth Another Look", "The library")]
        self.assertEqual(places, sorted(places))

    def practise(self):
        """As the best thing to do, or as a row below it."""
        self.walk_to(r"^(Practise|What is built is done)$")
        press("Return")
        self.answer(1, 2, "b", r"^Correct\.")
        self.answer(2, 2, "b", r"^Correct\.")
        self.go_home()

    def test_today(self):
        self.start()
        self.read(r"^Welcome to Charter$")
        self.answer_wrongly()
        self.read_proposals()
        self.kill()
        self.start()
        self.read_proposals()
        self.practise()
        self.read(r"^1 question was not wholly right the last time\.")
        until("the idea to go", lambda: not self.screen.find(IDEA))
        self.quit()


tap.main()
