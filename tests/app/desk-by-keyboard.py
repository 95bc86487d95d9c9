#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""desk-by-keyboard.py CHARTER PACK: uses what lies on the desk beside the questions of PACK, with keys alone, and
highlights with the pointer too."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press, until  # noqa: E402

STEM = r"^The frost comes a week early\."
SITUATION = r"^Ines plants four hundred trees before the frost\. Half"
CALCULATOR = r"^Put the Calculator Away$"


class Desk(QuizTest):
    charter, *library = sys.argv[1:3]

    def begin(self):
        press("alt+3")
        self.walk_to(r"^(Start|Try Again): The orchard$")
        press("Return")
        self.read(r"^Question 1 of 3$")

    def take(self):
        press("ctrl+k")
        self.read(CALCULATOR)

    def is_gone(self):
        until("the calculator to be away", lambda: not self.screen.find(CALCULATOR))

    def work_out(self):
        """Digits are the calculator's while the focus is there, and Enter is its own."""
        self.take()
        press(*"500", "slash", "0", "comma", "8", "BackSpace", "8", "Return")
        self.wait_for_focus(r"^625$")
        self.assertTrue(self.screen.find(r"^Question 1 of 3$"))
        press("Return")
        self.wait_for_focus(r"^625$")
        press("ctrl+k")
        self.is_gone()
        self.take()
        self.wait_for_focus(r"^625$")  # as it was put away

    def use_as_answer(self):
        self.walk_to(r"^Use as the Answer$", "shift+Tab")
        press("Return")
        until("Check to be possible", lambda: self.is_sensitive("Check"))
        self.wait_for_focus(r"^(Your answer)?$")
        self.check(r"^Correct\b")

    def is_put_away_for_a_choice(self):
        press("Return")
        self.read(r"^Question 2 of 3$")
        self.is_gone()
        press("ctrl+k", "2")
        self.wait_until_checked("Ask for more money")
        self.assertFalse(self.screen.find(CALCULATOR))

    def go_to_third(self):
        press("Return")
        self.read(r"^Question 3 of 3$")
        self.highlighted("Ines plants", SITUATION)

    def highlighted(self, words, where=STEM):
        """What is said after the stem, or the situation."""
        told = words and f"Highlighted: {words}"
        until(f"“{told}” to be said", lambda: self.read(where)[0].get_description() == told)

    def highlight(self):
        """Selected with keys; kept when the program is killed; what touches is one; taken away by the same key."""
        press("ctrl+h")
        self.wait_for_focus(STEM)
        before = self.log_state()
        press(*["ctrl+shift+Right"] * 2, "ctrl+h")
        self.read(r"^“The frost” is highlighted\.$")
        self.highlighted("The frost")
        until("the highlight to be written", lambda: self.log_state() != before)
        self.kill()
        self.start()
        self.go_on()
        self.highlighted("The frost")
        press("ctrl+h")
        self.wait_for_focus(STEM)
        press("ctrl+Right", *["ctrl+shift+Right"] * 2, "ctrl+h")
        self.highlighted("The frost comes")
        press("Left", "ctrl+h")
        self.read(r"^“The frost comes” is no longer highlighted\.$")
        self.highlighted("")
        press("Escape")
        self.wait_for_focus(r"^B\. Ask for more money$")

    def highlight_situation(self):
        """It stands before the stem, and is the same for all of its questions, also for those that are answered."""
        press("ctrl+h")
        self.wait_for_focus(STEM)
        before = self.log_state()
        press("shift+Tab")
        self.wait_for_focus(SITUATION)
        press(*["ctrl+shift+Right"] * 2, "ctrl+h")
        self.read(r"^“Ines plants” is highlighted\.$")
        self.highlighted("Ines plants", SITUATION)
        self.highlighted("")
        until("the highlight to be written", lambda: self.log_state() != before)
        self.kill()
        self.start()
        self.go_on()
        self.highlighted("Ines plants", SITUATION)

    def highlight_with_pointer(self):
        """Two clicks select a word and offer to highlight it; one on a highlight takes it away."""
        x, y = self.screen.spot(STEM)
        subprocess.run(["xdotool", "mousemove", "--sync", str(x), str(y), "click", "--repeat", "2", "1"], check=True)
        self.wait_for_focus(r"^Highlight$")
        press("Return")
        word = self.read(r"^“\w+” is highlighted\.$")[1].split("”")[0][1:]
        self.highlighted(word)
        subprocess.run(["xdotool", "mousemove", "--sync", str(x + 1), str(y), "click", "1"], check=True)
        self.read(rf"^“{word}” is no longer highlighted\.$")
        self.highlighted("")
        self.walk_to(r"^[A-D]\. ")

    def go_on(self):
        press("alt+3")
        self.walk_to(r"^Continue: The orchard$")
        press("Return")
        self.read(r"^Question 2 of 3$")

    def strike_out(self):
        """By its letter, or with the focus on it; kept when the program is killed; what is chosen has no line."""
        press("shift+c")
        self.read(r"^C is struck out\.$")
        self.assertTrue(self.screen.find(r"^C\. Stop the planting, struck out$"))
        self.walk_to(r"^D\. Wait and see", "Down")
        before = self.log_state()
        press("Delete")
        self.read(r"^D is struck out\.$")
        until("the lines to be written", lambda: self.log_state() != before)
        self.kill()
        self.start()
        self.go_on()
        self.read(r"^C\. Stop the planting, struck out$")
        press("shift+c")
        self.read(r"^C is no longer struck out\.$")
        self.assertTrue(self.screen.find(r"^D\. Wait and see, struck out$"))
        press("d")
        self.wait_until_checked("Wait and see")
        press("shift+d")
        self.read(r"^D is chosen, and is not struck out\.$")
        self.assertTrue(self.screen.find(r"^D\. Wait and see$"))
        press("1", "shift+b")
        self.check(r"^Correct\b")
        self.assertFalse(self.screen.find(r"struck out"))

    def faults(self):
        self.take()
        self.wait_for_focus(r"^0$")
        press("5", "slash", "0", "equal")
        self.wait_for_focus(r"^Nothing can be divided by 0$")
        press("7")
        self.wait_for_focus(r"^Nothing can be divided by 0$")
        press("c", "9", "n", "r")
        self.wait_for_focus(r"^A number below 0 has no square root$")
        press("Escape", "1", "slash", "3", "Return")
        self.wait_for_focus(r"^0\.33333333333, rounded$")
        press("p", "c", "m", "asterisk", "3", "equal")
        self.wait_for_focus(r"^1$")

    def by_its_buttons(self):
        """Each of them is reached, and Space presses it without moving the focus on."""
        press("c")
        self.walk_to(r"^4$")
        press("space", "space")
        self.read(r"^44$")
        self.wait_for_focus(r"^4$")
        self.walk_to(r"^Square root$")
        press("Return")
        self.read(r"^6\.63324958071, rounded$")

    def leave_it(self):
        press("Escape", "Escape")
        self.is_gone()
        self.assertTrue(self.screen.find(r"^Question 3 of 3$"))
        self.type_answer("0.3")
        self.check(r"^Correct\b")

    def full_screen(self):
        """The way out stands beside the menu, on a question as elsewhere."""
        way_out = r"^Leave Full Screen$"
        self.assertFalse(self.screen.find(way_out))
        press("F11")
        self.read(way_out)
        self.walk_to(way_out, "shift+Tab")
        press("Return")
        until("the window to be as it was", lambda: not self.screen.find(way_out))
        self.begin()
        press("F11")
        self.read(way_out)
        press("F11")
        until("the window to be as it was", lambda: not self.screen.find(way_out))

    def test_desk(self):
        self.start()
        self.full_screen()
        self.work_out()
        self.use_as_answer()
        self.is_put_away_for_a_choice()
        self.highlight()
        self.highlight_situation()
        self.highlight_with_pointer()
        self.strike_out()
        self.go_to_third()
        self.faults()
        self.by_its_buttons()
        self.leave_it()
        self.quit()


tap.main()
