# SPDX-License-Identifier: GPL-3.0-or-later
"""How a question of any kind, as pack.py reads it, is answered with keys alone, by more ways than one. Which way is drawn
from the seed CHARTER_SEED (1 unless told)."""
import os
import random
import re
import subprocess
import time

import pack
import window
from quiz_window import QuizTest, NUMBERS
from window import press, until

SEED = int(os.environ.get("CHARTER_SEED", "1"))
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def within(shown, expected, step):
    """Whether a number that is shown in steps is what an expected one was rounded to."""
    return abs(shown - expected) <= step / 2 + 1e-9


class AnsweringTest(QuizTest):

    def setUp(self):
        super().setUp()
        # A list that opens below the pointer takes what lies there as chosen.
        subprocess.run(["xdotool", "mousemove", *window.output_of("xdotool", "getdisplaygeometry").split()], check=True)
        self.random = random.Random(f"{SEED} {self.id()}")
        self.begun = time.monotonic()

    def tell(self, words):
        print(f"# {words}, {time.monotonic() - self.begun:.0f} s", flush=True)

    def read_all(self, paragraphs, where):
        missing = set(paragraphs) - set(self.screen.names())
        self.assertFalse(missing, f"of {where} is not to be read: {missing}")

    def leave_and_come_back(self, title, button="Continue"):
        """Escape leads to the list in Practice, to the button of what was left."""
        press("Escape")
        self.wait_for_focus(rf"^{button}: {re.escape(title)}$")
        press("Return")

    def tab_to(self, pattern, field=False):
        """As walk_to, and at no stop on the way the focus may be lost. field: it begins in a field, of which GTK 4.8
        does not tell."""
        stops = [self.screen.focus()]
        while not re.search(pattern, stops[-1]):
            self.assertLess(len(stops), 40, f"Tab does not lead to {pattern}; it leads to {stops}")
            press("Tab")
            until(f"Tab to move the focus, or it was lost after {stops}",
                  lambda: self.screen.focus() not in ("", stops[-1]))
            stops.append(self.screen.focus())
        self.assertTrue(field or stops[0], "nothing had the focus")

    def letter_of(self, option):
        return self.read(rf"^\w\. {re.escape(option)}$")[1][0]

    def choose_by_key(self, option, letter):
        press(letter.lower())

    def choose_by_number(self, option, letter):
        press(NUMBERS[LETTERS.index(letter)])

    def choose_by_arrows(self, option, letter):
        self.walk_to(r"^A\. ", "Up")
        self.walk_to(rf"^{letter}\. {re.escape(option)}$", "Down")
        press("space")

    def choose_by_tab(self, option, letter):
        """Backwards where it stands above: a list that is entered again begins at the row where it was left."""
        self.walk_to(rf"^{letter}\. {re.escape(option)}$", "Tab" if letter >= self.screen.focus()[0] else "shift+Tab")
        press("space")

    def give_choice(self, item, answer):
        ways = [self.choose_by_key, self.choose_by_number, self.choose_by_tab]
        if not isinstance(item, pack.Hotspot):
            ways.append(self.choose_by_arrows)
        for option in answer:
            self.random.choice(ways)(option, self.letter_of(option))
            self.wait_until_checked(option)

    def carry(self, number):
        """Picks the card up, goes to the category and puts it there."""
        press("space")
        self.read(r"is picked up\.")
        for target in range(2, int(number) + 1):
            press("Right")
            self.read(rf"”, {target} of \d\. Press Space to put the card there\.$")
        press("space")

    def give_classify(self, item, answer):
        self.sort_cards(answer, self.random.choice([None, self.carry]))

    def give_from_list(self, line, words):
        """Opens the list of a line or blank, and goes to the entry."""
        self.walk_to(rf"^{re.escape(line)}: ")
        press("space")
        entries = until("the list to open", self.screen.entries)
        there = next(place for place, entry in enumerate(entries) if entry[0] == words)
        here = next(place for place, entry in enumerate(entries) if entry[1])
        for place in range(here, there) if here < there else range(here, there, -1):
            press("Down" if here < there else "Up")
            aim = place + (1 if here < there else -1)
            until(f"the focus on {entries[aim][0]}", lambda: self.screen.entries()[aim][1])
        press("Return")
        self.wait_for_focus(rf"^{re.escape(line)}: {re.escape(words)}$")

    def give_pairs(self, item, answer):
        """known is common to the lines of a match, and each blank has its own."""
        from_list = self.random.random() < 0.5
        known = {}
        for line, words in answer.items():
            if isinstance(item, pack.Cloze):
                known = {}
            if from_list:
                self.give_from_list(line, words)
            else:
                self.pick(line, words, known, NUMBERS[:len(item.choices[line])])

    def order_by_number(self, steps):
        for place, step in enumerate(steps, 1):
            self.walk_to(rf"^{place}\. ", "Down" if place > 1 else "Up")
            self.walk_to(rf"^\d+\. {re.escape(step)}, ", "Down")
            if not self.screen.focus().startswith(f"{place}. "):
                press(NUMBERS[place - 1])
                self.wait_for_focus(rf"^{place}\. {re.escape(step)}, ")

    def order_by_carrying(self, steps):
        for place, step in enumerate(steps, 1):
            self.walk_to(rf"^{place}\. ", "Down" if place > 1 else "Up")
            self.walk_to(rf"^\d+\. {re.escape(step)}, ", "Down")
            press("space")
            self.wait_for_focus(r", picked up$")
            for above in range(int(self.screen.focus().partition(".")[0]) - 1, place - 1, -1):
                press("Up")
                self.wait_for_focus(rf"^{above}\. .*, picked up$")
            press("space")
            self.wait_for_focus(rf"^{place}\. .*\d$")

    def give_order(self, item, answer):
        self.random.choice([self.put_in_order, self.order_by_number, self.order_by_carrying])(answer)
        self.assertTrue(self.screen.find(rf"^{len(answer)}\. {re.escape(answer[-1])}, "))

    def give_typed(self, item, answer):
        self.type_answer(answer)

    GIVING = {pack.Choice: give_choice, pack.TrueFalse: give_choice, pack.Hotspot: give_choice,
              pack.Classify: give_classify, pack.Match: give_pairs, pack.Cloze: give_pairs, pack.Order: give_order,
              pack.Number: give_typed, pack.Short: give_typed}

    def give(self, item, answer):
        type(self).GIVING[type(item)](self, item, answer)
