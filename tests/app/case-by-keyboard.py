#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""case-by-keyboard.py CHARTER PACK: plays the case of PACK to an ending with keys alone, and reads the screen as a
screen reader does. Twice the program is killed, and has to go on where it was: once while what a move did is read, and
once with a move chosen and not made. Then the case is played again, another way.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
from case_window import CaseTest  # noqa: E402
from window import press, until  # noqa: E402


class Case(CaseTest):
    charter, *library = sys.argv[1:3]

    def open_practice(self):
        press("alt+3")
        self.read(r"^The wheel stands still$")

    def begin(self, button):
        self.walk_to(rf"^{button}: The wheel stands still$")
        press("Return")

    def gauges(self, trust, money):
        self.read(rf"^The miller’s trust: {trust}")
        self.read(rf"^Money: {money}")

    def kill_and_start(self):
        self.kill()
        self.start()

    def first_move_killed_while_read(self):
        self.wait_for_scene(1, "In the yard")
        self.gauges("40$", "95$")
        self.assertFalse(self.is_sensitive("Make This Move"))
        press("Return")  # nothing is chosen, so nothing happens
        self.make_move("Ask him what he has heard before it stopped", r"^The miller’s trust: 40 → 60 \(\+20\)$")
        self.assertIsNone(self.screen.find(r"^This choice often comes from:$"))
        self.assertIsNone(self.screen.find(r"\. Sell the mill$"))  # what it would have brought is for another try
        self.kill_and_start()
        self.read(r"^Go on with the case$")  # Today offers it
        self.read(r"^Left after 1 move$")
        self.walk_to(r"^Continue$")
        press("Return")
        self.read(r"^Move 1$")
        self.wait_for_focus(r"^Continue$")
        self.gauges(r"60 \(\+20\)$", "95$")
        press("Return")

    def second_move_killed_while_chosen(self):
        self.wait_for_scene(2, "Move 2")
        self.gauges("60$", "95$")
        before = self.log_state()
        self.choose("Paint it")
        until("the choice to be written", lambda: self.log_state() != before)
        self.kill_and_start()
        self.open_practice()
        self.read(r"^Left after 1 move$")
        self.begin("Continue")
        self.wait_for_scene(2, "Move 2")
        self.wait_until_checked("Paint it")
        self.choose("Mend it with the miller")
        self.wait_until_checked("Paint it", False)
        press("Return")
        self.read(r"^No gauge has changed\.$")
        self.wait_for_focus(r"^See How It Ends$")
        press("Return")

    def ending(self):
        self.read(r"^How It Ended$")
        self.wait_for_focus(r"^It turns$")
        self.read(r"^100%$")
        self.read(r"^2 moves: 2 best, 0 fair, 0 poor$")
        self.read(r"^1\. Ask him what he has heard before it stopped, Best move\. In the yard\. "
                  r"The miller’s trust: 40 → 60 \(\+20\)$")
        self.read(r"^2\. Mend it with the miller, Best move\. No gauge has changed\.$")
        self.gauges(r"60 \(\+20\)$", "95$")

    def again(self):
        """By numbers, to the other ending; a gauge stops at both ends."""
        self.walk_to(r"^Play Again$")
        press("Return")
        self.wait_for_scene(1, "In the yard")
        _one, name, _states = self.read(r"^\w\. Sell the mill$")
        press(str("ABC".index(name[0]) + 1))
        self.wait_until_checked("Sell the mill")
        press("Return")
        self.read(r"^The miller’s trust: 40 → 0 \(−40\)\nMoney: 95 → 100 \(\+5\)$")
        self.read(r"^This choice often comes from:$")
        self.walk_to(r"^What is sold is solved$", "shift+Tab")
        press("Return")
        self.read(r"^Ask who needs what it made")
        self.walk_to(r"^See How It Ends$")
        self.wait_for_focus(r"^See How It Ends$")
        press("Return")
        self.wait_for_focus(r"^The End$")
        self.read(r"^0%$")

    def delete_and_undo(self):
        """The try that ended just now, where its ending is shown: the one before is the last then."""
        self.walk_to(r"^This Attempt$")
        press("space")
        self.walk_to(r"^_?Delete This Attempt$", "Down")
        press("Return")
        self.read(r"^The attempt was deleted\.")
        self.assertFalse(self.screen.find(r"^How It Ended$"))
        self.read(r"last ending “It turns” · best 100% · last try today$")
        self.walk_to(r"^Undo")
        press("space")
        self.was_told("The attempt counts again")

    def test_whole_case(self):
        self.start()
        self.open_practice()
        self.begin("Start")
        self.first_move_killed_while_read()
        self.second_move_killed_while_chosen()
        self.ending()
        self.again()
        self.delete_and_undo()
        self.read(r"^A case: you decide what happens next · last ending “The End” · best 100% · last try today$")
        self.read(r"^Play Again: The wheel stands still$")


tap.main()
