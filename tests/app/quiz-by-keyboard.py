#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""quiz-by-keyboard.py CHARTER PACK: takes the whole quiz of PACK with keys alone, and reads the screen as a screen
reader does. Half-way the program is killed, and has to go on at the same question with the same choices.

It runs on the screen and in the home that with-display makes, with GTK_A11Y=atspi. It waits for what it expects to
read, never for a time.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402

# What is inside these is told by their own names.
CLOSED = {Atspi.Role.PUSH_BUTTON, Atspi.Role.PAGE_TAB, Atspi.Role.SCROLL_BAR, Atspi.Role.LABEL, Atspi.Role.IMAGE}
PATIENCE = 20.0  # seconds until something that does not come is a fault


class Screen:
    """What a screen reader knows of the program."""

    def __init__(self, pid):
        self.pid = pid

    def application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def everything(self):
        """All that is to be seen, from outside in. (GTK 4.8 says of no widget that it is showing.)"""
        waiting = [self.application()]
        while waiting:
            one = waiting.pop()
            try:
                if one is None:
                    continue
                states = one.get_state_set()
                role = one.get_role()
                if role != Atspi.Role.APPLICATION and not states.contains(Atspi.StateType.VISIBLE):
                    continue
                yield one, one.get_name() or "", states
                count = 0 if role in CLOSED else one.get_child_count()
                waiting.extend(one.get_child_at_index(index) for index in reversed(range(count)))
            except gi.repository.GLib.Error:
                continue  # it went while it was looked at

    def find(self, pattern):
        for one, name, states in self.everything():
            if re.search(pattern, name):
                return one, name, states
        return None

    def focus(self):
        for _one, name, states in self.everything():
            if states.contains(Atspi.StateType.FOCUSED):
                return name
        return ""

    def names(self):
        return [name for _one, name, _states in self.everything() if name]


def press(*keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def until(what, question):
    """Waits until question gives something, and returns it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


class Quiz(unittest.TestCase):
    def setUp(self):
        home = os.environ["HOME"]
        self.packs = os.path.join(home, "packs")
        self.data = os.path.join(os.environ["XDG_DATA_HOME"], "charter")
        os.makedirs(self.packs, exist_ok=True)
        shutil.copy(PACK, self.packs)
        self.program = None

    def tearDown(self):
        if self.program is not None:
            self.program.kill()
            self.program.wait()

    # ---- the program

    def start(self):
        environment = dict(os.environ, CHARTER_PACKS_DIR=self.packs)
        self.program = subprocess.Popen([CHARTER], env=environment)
        self.screen = Screen(self.program.pid)
        self.read(r"^Practice$")
        until("the window to have the keyboard", lambda: self.screen.focus() or press("Tab"))

    def kill(self):
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()

    # ---- reading

    def read(self, pattern):
        try:
            return until(pattern, lambda: self.screen.find(pattern))
        except AssertionError as fault:
            raise AssertionError(f"{fault}; to be read is: {' | '.join(self.screen.names())}") from None

    def wait_for_focus(self, pattern):
        return until(f"focus on {pattern}", lambda: re.search(pattern, self.screen.focus()))

    # ---- doing

    def walk_to(self, pattern, key="Tab"):
        for _ in range(40):
            before = self.screen.focus()
            if re.search(pattern, before):
                return
            press(key)
            try:
                until("the focus to move", lambda: self.screen.focus() != before)
            except AssertionError:
                break
        self.fail(f"{key} does not lead to {pattern}; the focus is on {self.screen.focus()!r}")

    def choose(self, words):
        """Presses the letter of an option."""
        _one, name, _states = self.read(rf"^\w\. {re.escape(words)}$")
        press(name[0].lower())
        self.wait_until_checked(words)

    def is_checked(self, words):
        found = self.screen.find(rf"^\w\. {re.escape(words)}$")
        return found is not None and found[2].contains(Atspi.StateType.CHECKED)

    def wait_until_checked(self, words, checked=True):
        until(f"“{words}” to be chosen: {checked}", lambda: self.is_checked(words) == checked)

    def check(self, verdict):
        press("Return")
        self.read(verdict)
        self.wait_for_focus(r"^(Next|See Your Score)$")

    def go_on(self, number):
        press("Return")
        self.read(rf"^Question {number} of 9$")

    def pick(self, line, words, known):
        """Presses numbers until the drop-down that has the focus shows the words. known: numbers whose words were seen
        before; pressing one of them again would take it from where it is."""
        self.walk_to(rf"^{re.escape(line)}: ")
        for number in sorted(set("123") - set(known)):
            before = self.screen.focus()
            press(number)
            shown = until("a choice", lambda: self.screen.focus() not in (before, "") and self.screen.focus())
            known.append(number)
            if shown == f"{line}: {words}":
                return
        self.fail(f"no number chooses “{words}” for {line}")

    def log_state(self):
        """Of the files of the history: it changes when something was written."""
        return sorted((name, os.stat(os.path.join(self.data, name)).st_size, os.stat(os.path.join(self.data, name)).st_mtime_ns)
                      for name in os.listdir(self.data) if name.startswith("history"))

    # ---- the questions

    def single(self):
        self.choose("Find out what the delay does to the opening")
        self.check(r"^Correct\. The answer is A\.$")
        self.assertTrue(self.screen.find(r"^A\. Find out what the delay does to the opening\. Your answer, and correct$"))
        self.assertTrue(self.screen.find("First the effect, then the choice"))

    def multiple_killed_half_way(self):
        self.choose("Fit out the shop")
        before = self.log_state()
        self.choose("Bake the morning rolls")
        until("the choice to be written", lambda: self.log_state() != before)
        self.kill()
        self.start()
        press("alt+3")
        self.read(r"^Left at question 2 of 9$")
        self.walk_to(r"^Continue: The bakery$")
        press("Return")
        self.read(r"^Question 2 of 9$")
        self.wait_until_checked("Fit out the shop")
        self.wait_until_checked("Bake the morning rolls")
        press("b")
        self.wait_until_checked("Bake the morning rolls", False)
        self.choose("Train the first bakers")
        self.check(r"^Correct\. The answers are A, C\.$")

    def truefalse(self):
        self.choose("False")
        self.check(r"^Correct\.")

    def classify_with_a_mistake(self):
        _one, name, _states = self.read(r"^\d\. Project$")
        for left in (2, 1, 0):
            press(name[0])
            self.read(rf"{left} cards? left\." if left else r"All cards are sorted\.")
        self.check(r"^Partly right\. 2 of 3 are right\.$")
        self.assertTrue(self.screen.find(r"^Order flour every week, Project\. Belongs in “Operation”$"))

    def order(self):
        steps = ["Plan the shop", "Build the shop", "Let Jon accept it", "Run it"]
        press("alt+Down")  # an order that was never touched is not given by Enter
        self.read(r"is now 2 of 4\.$")
        for place, step in enumerate(steps, 1):
            self.walk_to(rf"^1\. ", "Up")
            self.walk_to(rf"^\d\. {step}, ", "Down")
            while not self.screen.find(rf"^{place}\. {step}, "):
                before = self.screen.focus()
                press("alt+Up")
                until("the step to move", lambda: self.screen.focus() not in ("", before))
        self.check(r"^Correct\. 4 of 4 are right\.$")

    def match(self):
        known = []
        self.pick("Output", "A shop with two ovens", known)
        known = known[-1:]
        self.pick("Benefit", "Money earned with bread", known)
        self.check(r"^Correct\. 2 of 2 are right\.$")
        self.assertTrue(self.screen.find(r"^Belong nowhere$"))

    def cloze(self):
        self.pick("Blank 1 of 2", "shop", [])
        self.pick("Blank 2 of 2", "money", [])
        self.check(r"^Correct\. 2 of 2 are right\.$")

    def typed(self, words, verdict):
        subprocess.run(["xdotool", "type", words], check=True)
        until("Check to be possible", lambda: self.is_sensitive("Check"))
        self.check(verdict)

    def is_sensitive(self, name):
        found = self.screen.find(rf"^{name}$")
        return found is not None and found[2].contains(Atspi.StateType.SENSITIVE)

    def report(self):
        press("Return")
        self.read(r"^Your Score$")
        self.read(r"^8 of 9 questions wholly right")
        names = self.screen.names()
        for number, outcome in enumerate(["Correct"] * 3 + ["Partly right"] + ["Correct"] * 5, 1):
            at = next(i for i, name in enumerate(names) if name.startswith(f"{number}. "))
            self.assertTrue(any(name.startswith(outcome) for name in names[at:at + 4]), names[at:at + 4])
        self.wait_for_focus(r"^Practise the Mistake$")
        press("Escape")
        self.read(r"best \d+ %")

    def test_whole_quiz(self):
        self.start()
        press("alt+3")
        self.read(r"^9 questions · 1 more can’t be shown yet$")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of 9$")
        self.single()
        self.go_on(2)
        self.multiple_killed_half_way()
        self.go_on(3)
        self.truefalse()
        self.go_on(4)
        self.classify_with_a_mistake()
        self.go_on(5)
        self.order()
        self.go_on(6)
        self.match()
        self.go_on(7)
        self.cloze()
        self.go_on(8)
        self.typed("6", r"^Correct\. The answer is 6 weeks\.$")
        self.go_on(9)
        self.typed("jon", r"^Correct\. The answer is Jon\.$")
        self.report()


CHARTER, PACK = sys.argv[1:3]
tap.main()
