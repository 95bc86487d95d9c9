#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""exam-by-keyboard.py CHARTER PACK: builds a quiz of PACK with keys alone and takes it as an exam: answers are changed,
questions flagged and left open, the program is killed half-way, search is closed, and what was open is told before the
end.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import Atspi, press, until  # noqa: E402

# Each question, its key and another answer, and what its scenario is called.
KEYS = {
    "What is the new engine?": ("A deliverable", "A routine", "The ferry"),
    "What is the crossing at eight each morning?": ("An operation", "A change", "The ferry"),
    "Who takes the ferry over when the engine runs?": ("The captain", "The fitters", "The ferry"),
    "What is the grinding of flour?": ("An operation", "A phase", "The mill"),
    "What is the mending of the roof after the storm?": ("A project", "A habit", "The mill"),
}
FEEDBACK = r"^(Correct|Not quite|Partly right)\b|Your answer|^Why$"


class Exam(window.WindowTest):
    charter, *library = sys.argv[1:3]

    # ---- building

    def open_builder(self):
        press("alt+3")
        self.walk_to(r"^Build a Quiz$")
        press("Return")
        self.read(r"^5 questions fit$")

    def choose_in_row(self, title, words, shown):
        """Opens a row's list and takes the entry below the one that is chosen."""
        self.walk_to(rf"^{title}")
        press("Return")
        self.read(rf"^{words}$")
        press("Down", "Return")
        self.read(shown)

    def build(self):
        self.open_builder()
        self.wait_for_focus(r"^None$")
        press("Return")
        self.read(r"^No question fits\. Choose more topics\.$")
        self.assertFalse(self.is_sensitive("Start"))
        self.walk_to(r"^People$")
        press("space")
        self.read(r"^1 question fits$")
        self.walk_to(r"^All$", "shift+Tab")
        press("Return")
        self.read(r"^5 questions fit$")
        self.assertTrue(self.screen.find(r"^There are no mistakes in this pack so far$"))
        self.choose_in_row("Difficulty From", "1, easiest", r"^4 questions fit$")
        self.walk_to("^Difficulty From")
        press("Return")
        self.read(r"^3$")
        press("Up", "Return")
        self.read(r"^5 questions fit$")
        self.choose_in_row("Mood", "Study", r"^No feedback until the end; answers can be changed$")
        self.walk_to(r"^Time Limit$")
        press("space")
        self.read(r"^7 minutes for all of it$")
        self.walk_to(r"^Start$")
        press("Return")
        self.read(r"^Your Quiz$")
        self.read(r"^Question 1 of 5$")

    # ---- answering

    def question(self):
        return next(name for name in self.screen.names() if name in KEYS)

    def answer(self, right=True):
        """Chooses, and goes on; nothing tells whether it was right."""
        question = self.question()
        key, other, scenario = KEYS[question]
        self.assertTrue(self.screen.find(rf"^{scenario}$"))
        self.choose(key if right else other)
        self.assertFalse(self.screen.find(FEEDBACK))
        return question

    def next(self, number):
        press("Return")
        self.read(rf"^Question {number} of 5$")
        self.assertFalse(self.screen.find(FEEDBACK))

    def states(self):
        """What the review sheet says of each question."""
        self.read(r"^All Questions$")
        names = self.screen.names()
        found = {}
        for number in range(1, 6):
            at = next(i for i, name in enumerate(names) if name.startswith(f"{number}. "))
            found[number] = next(name for name in names[at + 1:] if re.match("Answered|Open", name))
        return [found[number] for number in range(1, 6)]

    def take_half(self):
        self.answer()
        self.next(2)
        press("alt+f", "alt+Page_Down")  # left open, with a flag
        self.read(r"^Question 3 of 5$")
        self.third = self.answer(right=False)
        self.next(4)
        press("alt+Page_Up")
        self.read(r"^Question 3 of 5$")
        self.wait_until_checked(KEYS[self.third][1])
        self.answer()
        press("alt+Page_Down")
        self.read(r"^Question 4 of 5$")
        self.answer(right=False)
        press("ctrl+r")
        self.assertEqual(self.states(), ["Answered", "Open · flagged", "Answered", "Answered", "Open"])
        self.read(r"^3 of 5 questions answered · 1 flagged$")
        press("Escape")
        self.read(r"^Question 4 of 5$")

    def kill_and_resume(self):
        left = self.read(r"^\d minutes? left$")[1]
        self.kill()
        self.start()
        self.read(r"^Your Quiz$")
        self.go_on()
        self.read(rf"^{left}$")

    def search_is_closed(self):
        """As long as the exam is on the screen; who leaves it stops the clock, and may look things up."""
        press("ctrl+f")
        told = self.read(r"^Search is closed during the exam\.$")
        self.assertIn(told[0].get_role(), (Atspi.Role.STATUS_BAR, Atspi.Role.LABEL))
        press("ctrl+f", "ctrl+f")  # what is told again takes the place of what was told
        press("ctrl+r")
        self.read(r"^All Questions$")
        press("ctrl+f")
        self.read(r"^Search is closed during the exam\.$")
        self.assertTrue(self.screen.find(r"^All Questions$"))
        press("Escape")
        self.read(r"^Question 4 of 5$")
        press("alt+2", "ctrl+f")
        self.wait_for_focus(r"^Search$")
        press("Escape", "alt+1")
        self.go_on()

    def go_on(self):
        self.read(r"^Left at question 4 of 5 · \d:\d\d left$")
        self.walk_to(r"^Continue")
        press("Return")
        self.read(r"^Question 4 of 5$")

    def finish(self):
        press("ctrl+r")
        self.assertEqual(self.states(), ["Answered", "Open · flagged", "Answered", "Answered", "Open"])
        self.walk_to(r"^Finish$")
        press("Return")
        self.read(r"^2 Questions Are Open$")
        press("Escape")
        until("the dialog to go", lambda: not self.screen.find(r"^2 Questions Are Open$"))
        self.walk_to(r"^Back to Question 4$", "shift+Tab")
        press("shift+Tab")  # to the list, where it was left
        self.walk_to(r"^2\. ", "Up")
        press("Return")
        self.read(r"^Question 2 of 5$")
        self.answer()
        press("ctrl+r")
        self.assertEqual(self.states(), ["Answered", "Answered · flagged", "Answered", "Answered", "Open"])
        self.walk_to(r"^Finish$")
        press("Return")
        self.read(r"^1 Question Is Open$")
        self.walk_to(r"^Finish Anyway")
        press("Return")

    def report(self):
        self.read(r"^Your Score$")
        self.read(r"^60%$")
        self.read(r"^3 of 5 questions wholly right .*\n1 was not answered and counts as not right\.")
        self.assertTrue(self.screen.find(r"^Not answered"))
        self.wait_for_focus(r"^Practise 2 Mistakes$")
        self.ask_to_print()
        press("Escape")
        self.read(r"^This Week$")

    def ask_to_print(self):
        before = window.active()
        press("ctrl+p")
        until("the dialog of printing", lambda: window.active() not in ("", before))
        press("Escape")
        until("the window again", lambda: window.active() == before)

    def practise_mistakes(self):
        """The wrong one only: what was left open was not answered."""
        press("alt+3")
        self.walk_to(r"^Build a Quiz$")
        press("Return")
        self.read(r"^1 question was not wholly right the last time$")
        self.walk_to(r"^Only Mistakes$")
        press("space")
        self.read(r"^1 question fits$")
        self.walk_to(r"^Start$")
        press("Return")
        self.read(r"^Question 1 of 1$")
        self.read(r"^2 minutes left$")  # the mood and the time limit were remembered

    def test_exam(self):
        self.start()
        self.build()
        self.take_half()
        self.kill_and_resume()
        self.search_is_closed()
        self.finish()
        self.report()
        self.practise_mistakes()
        self.quit()


tap.main()
