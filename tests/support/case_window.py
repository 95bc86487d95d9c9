# SPDX-License-Identifier: GPL-3.0-or-later
"""How a case is played with keys alone, for all tests that play one."""
from window import WindowTest, press


class CaseTest(WindowTest):

    def wait_for_scene(self, number, heading):
        self.read(rf"^Move {number}$")
        self.wait_for_focus(rf"^{heading}$")

    def make_move(self, words, *changes):
        self.choose(words)
        press("Return")
        self.wait_for_focus(r"^(Continue|See How It Ends)$")
        for change in changes:
            self.read(change)
