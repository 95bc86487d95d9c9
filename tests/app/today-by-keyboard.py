#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""today-by-keyboard.py CHARTER PACK BESIDE: answers the quiz of PACK wrongly, reads what Today proposes for it and why,
and practises against the idea that the answers come from, until Today proposes it no more. Then the same with BESIDE, a
pack whose question shows that idea of PACK.
"""
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press, until  # noqa: E402

IDEA = r"^What is built is done$"


class Today(QuizTest):
    charter, library, beside = sys.argv[1], sys.argv[2:3], sys.argv[3]

    def answer(self, number, total, key, verdict):
        self.read(rf"^Question {number} of {total}$")
        press(key)
        self.check(verdict)
        press("Return")

    def go_home(self):
        self.read(r"^Your Score$")
        press("Escape", "alt+1")
        self.read(r"^This Week$")

    def answer_wrongly(self, scenario, total):
        press("alt+3")
        self.walk_to(rf"^Start: {scenario}$")
        press("Return")
        for number in range(1, total + 1):
            self.answer(number, total, "a", r"^Not quite\.")
        self.go_home()

    def read_proposals(self):
        self.read(IDEA)
        self.read(r"^Your latest answers to 2 questions come from this idea\. About 1 minute\.$")
        self.read(r"^Mistakes Worth Another Look$")
        self.read(r"^3 questions were not wholly right the last time\. About 1 minute\.$")
        names = self.screen.names()
        places = [names.index(one) for one in ("What is built is done", "Mistakes Worth Another Look", "The library")]
        self.assertEqual(places, sorted(places))

    def practise(self, total):
        """As the best thing to do, or as a row below it."""
        self.walk_to(r"^(Practise|What is built is done)$")
        press("Return")
        for number in range(1, total + 1):
            self.answer(number, total, "b", r"^Correct\.")
        self.go_home()

    def test_today(self):
        self.start()
        self.read(r"^Welcome to Charter$")
        self.answer_wrongly("The library", 3)
        self.read_proposals()
        self.kill()
        self.start()
        self.read_proposals()
        self.practise(2)
        self.read(r"^1 question was not wholly right the last time\.")
        until("the idea to go", lambda: not self.screen.find(IDEA))
        self.quit()
        self.find_idea_of_another_pack()

    def read_progress(self):
        """What answers of both packs show of it is told as one."""
        press("alt+4")
        self.read(r"^Shown in 3 of 5 answers · still on 1 question · last on ")
        told = {name for name in self.screen.names() if name.startswith("Shown in ")}
        self.assertEqual(len(told), 2, told)
        self.walk_to(IDEA, "shift+Tab")
        press("space")
        self.read(r"^3 questions that can show it$")
        self.quit()
        self.start()

    def find_idea_of_another_pack(self):
        """It is named in that pack's words, and practised on the questions of both."""
        shutil.copy(self.beside, self.packs)
        self.start()
        self.answer_wrongly("The harbour", 1)
        self.read(IDEA)
        self.read(r"^Your latest answer to 1 question comes from this idea\. About 1 minute\.$")
        self.read_progress()
        self.practise(3)
        until("the idea to go", lambda: not self.screen.find(IDEA))
        self.quit()


tap.main()
