#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""practice-by-keyboard.py CHARTER PACK…: in Practice, with the cards of all packs: Tab stops at each list of cards and not
at each card, arrows go through all of them, and Return on a card begins it.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

STOPS = 4  # in a list: a card, and its buttons


class Practice(window.WindowTest):
    charter, library = sys.argv[1], sys.argv[2:]

    def go(self, key):
        """Returns: where the focus is then"""
        before = self.screen.focus()
        press(key)
        return until(f"{key} to move the focus from {before}", lambda: self.screen.focus() not in ("", before) and self.screen.focus())

    def cards(self):
        """Their titles in their order, by their first buttons."""
        found = (re.fullmatch(r"(?:Start|Rules): (.+)", name) for name in self.screen.names())
        return [one[1] for one in found if one]

    def test_cards(self):
        self.start()
        press("alt+3")
        self.wait_for_focus(r"^Build a Quiz$")
        cards = self.cards()
        self.assertGreater(len(cards), 5 * len(self.library))
        last = f"Rules: {cards[-1]}" if f"Rules: {cards[-1]}" in self.screen.names() else f"Start: {cards[-1]}"

        with self.subTest("arrows"):
            for card in cards:
                self.assertEqual(self.go("Down"), card, cards)
            press("Down")  # there is nothing below
            self.assertEqual(self.go("Up"), cards[-2])
            self.assertEqual(self.go("Down"), cards[-1])
            self.assertEqual(self.go("Tab"), last)
            press("Home")
            self.walk_to(r"^Build a Quiz$", "Up", most=len(cards))

        with self.subTest("stops"):
            stops = [self.go("Tab")]
            while stops[-1] in cards or ": " in stops[-1]:
                stops.append(self.go("Tab"))
            reached = [stop for stop in stops if stop in cards]
            self.assertLessEqual(len(reached), 2 * len(self.library))
            self.assertLessEqual(len(stops), STOPS * len(reached) + 1)

        with self.subTest("begun"):
            self.walk_to(rf"^{re.escape(cards[0])}$")
            second = self.go("Down")
            press("Return")
            self.read(r"^Question 1 of \d+$")
            press("Escape")
            self.wait_for_focus(rf"^{re.escape(second)}$")
        self.quit()


tap.main()
