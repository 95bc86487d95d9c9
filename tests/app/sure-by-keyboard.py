#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sure-by-keyboard.py CHARTER PACK: has the quiz of PACK ask how sure one is, and says so with keys alone; reads which
ideas a wrong answer comes from, and the report, where what was sure and wrong comes first. Once more as an exam, where
nothing of that is told before the end.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press, until  # noqa: E402

ASKED = r"^How sure are you\?$"
TOLD = r"^This choice often comes from:$"


class Sure(QuizTest):
    charter, *library = sys.argv[1:3]

    def begin(self):
        press("alt+3")
        self.walk_to(r"^(Start|Try Again): The library$")
        press("Return")
        self.read(r"^Question 1 of 3$")

    def have_it_asked(self):
        """It is off at first, and switched on where one is."""
        self.assertFalse(self.screen.find(ASKED))
        press("ctrl+3")  # nothing to say it to
        press("F10")
        self.walk_to(r"^_?Ask How Sure I Am$", "Down")
        press("Return")
        self.read(ASKED)
        until("the menu to go", lambda: not self.screen.find(r"Ask How Sure I Am$"))


    def say(self, key, told):
        press(key)
        self.read(told)

    def sure_and_wrong(self):
        self.choose("The project ends")
        self.say("ctrl+3", r"^You are sure$")
        self.say("ctrl+2", r"^You think so$")
        self.say("ctrl+2", ASKED)  # taken back
        self.say("ctrl+3", r"^You are sure$")
        self.check(r"^Not quite\.")
        self.assertFalse(self.screen.find(r"^You are sure$"))
        self.read(TOLD)
        self.walk_to(r"^What is built is done", "shift+Tab")
        press("Return")
        self.read(r"^It is done when somebody else has taken it over")
        self.walk_to(r"^Read the Section Again", "Down")
        press("Return")
        self.read(r"^Who runs it$")
        press("Escape")
        self.read(r"^Question 1 of 3$")
        self.walk_to(r"^Next$")

    def guessed_and_killed(self):
        """What was said and not yet checked is kept."""
        press("Return")
        self.read(r"^Question 2 of 3$")
        self.read(ASKED)
        self.choose("An operation")
        before = self.log_state()
        self.say("ctrl+1", r"^You guess$")
        until("that to be written", lambda: self.log_state() != before)
        self.kill()
        self.start()
        self.read(r"^Left at question 2 of 3$")
        self.walk_to(r"^Continue")
        press("Return")
        self.read(r"^You guess$")
        self.wait_for_focus(r"^B\. An operation$")
        press("Return")
        self.read(r"^Correct\.")
        self.assertFalse(self.screen.find(TOLD))
        self.wait_for_focus(r"^Next$")

    def unsaid_and_wrong(self):
        press("Return")
        self.read(r"^Question 3 of 3$")
        self.choose("Nobody, the project is over")
        self.check(r"^Not quite\.")  # nobody has to say
        self.read(TOLD)
        press("Return")

    def order_of(self, *patterns):
        """The places of what is to be read, from above."""
        names = self.screen.names()
        return [next(i for i, name in enumerate(names) if name.startswith(pattern)) for pattern in patterns]

    def report(self):
        self.read(r"^Your Score$")
        places = self.order_of("Sure, but Wrong", "1. ", "Ideas to Put Right", "What is built is done",
                               "Question by Question", "2. ", "3. ")
        self.assertEqual(places, sorted(places))
        outcomes = self.outcomes(3)
        self.assertRegex(outcomes[0], r"^Not quite · you were sure")
        self.assertRegex(outcomes[1], r"^Correct · guessed")
        self.assertNotRegex(outcomes[2], r"sure|guessed")
        self.read(r"^In 2 answers$")
        self.walk_to(r"^What is built is done")
        press("Return")
        self.read(r"^It is done when somebody else has taken it over")
        press("Escape")

    def exam(self):
        """The setting stands; nothing of it is told before the end."""
        press("alt+3")
        self.walk_to(r"^Build a Quiz$")
        press("Return")
        self.walk_to(r"^Mood$")
        press("Return")
        self.read(r"^Study$")
        press("Down", "Return")
        self.read(r"^No feedback until the end; answers can be changed$")
        self.walk_to(r"^Start$")
        press("Return")
        self.read(r"^Question 1 of 3$")
        self.read(ASKED)
        press("a")
        self.say("ctrl+1", r"^You guess$")
        press("Return")
        self.read(r"^Question 2 of 3$")
        press("alt+Page_Up")
        self.read(r"^You guess$")
        self.say("ctrl+3", r"^You are sure$")  # of an answer that is given already
        press("Return")
        self.read(r"^Question 2 of 3$")
        self.assertFalse(self.screen.find(TOLD))
        press("ctrl+r")
        self.read(r"^All Questions$")
        self.walk_to(r"^Finish$")
        press("Return")
        self.walk_to(r"^Finish Anyway")
        press("Return")
        self.read(r"^Your Score$")
        self.read(r"^Sure, but Wrong$")
        self.read(r"^Not quite · you were sure")
        self.delete_and_undo()
        self.quit()

    def delete_and_undo(self):
        """The attempt whose report is shown."""
        self.walk_to(r"^This Attempt$")
        press("space")
        self.walk_to(r"^_?Delete This Attempt$", "Down")
        press("Return")
        self.read(r"^The attempt was deleted\.")
        self.assertFalse(self.screen.find(r"^Your Score$"))
        self.walk_to(r"^Undo")
        press("space")
        self.read(r"^The attempt counts again$")

    def test_sure(self):
        self.start()
        self.begin()
        self.have_it_asked()
        self.sure_and_wrong()
        self.guessed_and_killed()
        self.unsaid_and_wrong()
        self.report()
        self.exam()


tap.main()
