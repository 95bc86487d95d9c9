#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sitting-by-keyboard.py CHARTER HOME BANK: what may happen around an exam of HOME, which draws from BANK too, with keys
alone: a bank that is not there, a number that gives the same paper, hiding clock and pace, starting anew, a disk that
takes nothing while a section is closed.
"""
import os
import resource
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

CLOCK = r"^\d+ minutes? left$"
PACE = r"you are (on time|\d+ minutes? (ahead|behind))$"
SEED = "20261123"


class Sitting(window.WindowTest):
    charter, *library = sys.argv[1:4]

    def open_rules(self):
        """Also while one is left half-way: then its card leads there by Start Over."""
        press("alt+3")
        self.walk_to(r"^(Rules|Start Over): A rehearsal$")
        press("Return")
        self.read(r"^Rules$")
        self.wait_for_focus(r"^(Start$|Go On With It)")
        until("the form to be drawn", lambda: self.is_sensitive("Start") or self.is_sensitive("Start Anew"))

    def begin(self):
        self.walk_to(r"^Start( Anew)?$")
        press("Return")
        self.read(r"^Question 1 of \d$")

    def leave(self):
        press("Escape")
        self.read(r"^Left at question \d of \d")

    def stem(self):
        return self.read(r"^Is .*\?$")[1]

    # ---- before

    def test_1_lacks(self):
        """Told before it is begun, in sentences that say what can be done."""
        os.remove(os.path.join(self.packs, os.path.basename(self.library[1])))
        self.start()
        self.open_rules()
        self.read(r"^What Your Packs Lack for It$")
        self.read(r"^Questions are also drawn from a pack that is not in your library\. Ask whoever made this exam for the "
                  r"pack “org\.example\.exam\.bank”, and open it\.")
        self.assertRegex(" ".join(self.screen.names()), r"The exam wants 9 questions, and 4 that fit were found\.")
        self.begin()
        self.read(r"^Question 1 of 4$")
        self.quit()

    def draw_with_number(self):
        """Returns: the questions of the first section, as they come."""
        self.open_rules()
        self.walk_to(r"^The Same Exam for Several People$", "shift+Tab")
        press("space", "Tab")
        subprocess.run(["xdotool", "type", SEED], check=True)
        press("Tab")  # what is typed is not told, but comes before this
        until("the number to be left", lambda: self.screen.focus())
        until("the form to be drawn", lambda: self.is_sensitive("Start") or self.is_sensitive("Start Anew"))
        self.begin()
        stems = []
        for number in (1, 2, 3):
            self.read(rf"^Question {number} of 9$")
            stems.append(self.stem())
            self.choose("Yes")
            press("Return")
        self.read(r"^Questions of This Section$")
        return stems

    def test_2_number(self):
        """The same number, the same questions in the same order; and starting anew ends the one before."""
        self.start()
        first = self.draw_with_number()
        press("Escape")
        self.read(r"^Question 3 of 9$")
        self.leave()
        self.assertEqual(self.draw_with_number(), first)
        press("Escape")
        self.read(r"^Question 3 of 9$")
        self.leave()
        press("alt+1")
        self.read(r"^Left at question 3 of 9")
        self.assertEqual(len([name for name in self.screen.names() if name == "Continue"]), 1)
        self.quit()

    # ---- clock and pace

    def choose_in_menu(self, words):
        press("F10")
        self.walk_to(words, "Down")
        press("Return")

    def test_3_hidden(self):
        """Each by its own, kept when the program ends, and shown again."""
        self.start()
        self.open_rules()
        self.begin()
        self.read(CLOCK)
        self.read(PACE)
        self.choose_in_menu(r"^Show the Time Left$")
        until("the clock to be hidden", lambda: not self.screen.find(CLOCK))
        self.read(PACE)
        self.choose_in_menu(r"^Show the Pace$")
        until("the pace to be hidden", lambda: not self.screen.find(PACE))
        self.read(r"^Section 1 of 3: First$")
        self.leave()
        self.quit()
        self.start()
        press("alt+3")
        self.walk_to(r"^Continue: A rehearsal$")
        press("Return")
        self.read(r"^Section 1 of 3: First$")
        self.assertFalse(self.screen.find(CLOCK) or self.screen.find(PACE))
        self.choose_in_menu(r"^Show the Time Left$")
        self.read(CLOCK)
        self.choose_in_menu(r"^Show the Pace$")
        self.read(PACE)
        self.quit()

    # ---- a disk that takes nothing

    def limit_files(self, size):
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def test_4_failed_close(self):
        """Said, nothing lost, and done with Try Again."""
        self.start()
        self.open_rules()
        self.begin()
        self.read(r"^Question 1 of 9$")
        before = self.log_state()
        self.choose("Yes")
        until("the choice to be written", lambda: self.log_state() != before)
        press("ctrl+r")
        self.read(r"^Questions of This Section$")
        self.limit_files(0)
        self.walk_to(r"^End This Section$")
        press("Return")
        self.read(r"^End This Section\?$")
        self.walk_to(r"^End Section\b")
        press("Return")
        self.read(r"^The disk did not take what was to be saved")
        self.limit_files(resource.RLIM_INFINITY)
        self.walk_to(r"^Try Again$", "shift+Tab")
        press("Return")
        self.read(r"^The clock of the exam stands still\.$")
        self.kill()
        self.start()
        press("alt+3")
        self.walk_to(r"^Continue: A rehearsal$")
        press("Return")
        self.read(r"^The clock of the exam stands still\.$")
        self.wait_for_focus(r"^Go On$")
        press("Return")
        self.read(r"^Question 4 of 9$")
        self.quit()


tap.main()
