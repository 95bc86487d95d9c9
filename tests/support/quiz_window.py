# SPDX-License-Identifier: GPL-3.0-or-later
"""How the questions of a quiz are answered with keys alone, for all tests that take one."""
import re
import subprocess

from window import WindowTest, press, until

NUMBERS = "1234567890"  # the keys of the first ten choices

OUTCOME = r"^(Correct|Partly right|Not quite|Not answered)\b"


class QuizTest(WindowTest):

    def check(self, verdict):
        press("Return")
        self.read(verdict)
        self.wait_for_focus(r"^(Next|See Your Score)$")

    # ---- cards

    def sort_cards(self, places, put=None):
        """Each card of the pile, as it comes to have the focus, goes to the category that places has for it.
        put: presses the keys for the number of a category; its number key unless told."""
        for left in reversed(range(len(places))):
            self.wait_for_focus(r", not sorted yet$")
            card = self.screen.focus().removesuffix(", not sorted yet")
            _one, name, _states = self.read(rf"^\d\. {re.escape(places[card])}$")
            (put or press)(name[0])
            told = rf"{left} cards? left\." if left else r"All cards are sorted\."
            self.read(rf"^“{re.escape(card)}” is in “{re.escape(places[card])}”\. {told}$")

    # ---- steps

    def put_in_order(self, steps):
        for place, step in enumerate(steps, 1):
            self.walk_to(r"^1\. ", "Up")
            self.walk_to(rf"^\d+\. {re.escape(step)}, ", "Down")
            while not self.screen.find(rf"^{place}\. {re.escape(step)}, "):
                before = self.screen.focus()
                press("alt+Up")
                until("the step to move", lambda: self.screen.focus() not in ("", before))

    # ---- lines and blanks

    def pick(self, line, words, known, numbers=NUMBERS):
        """Presses numbers until the drop-down of a line or blank shows the words. known: which words each number
        brought before; pressing one of them again would take it from where it is."""
        self.walk_to(rf"^{re.escape(line)}: ")
        tried = [number for number in numbers if known.get(number) == words]
        for number in tried or [number for number in numbers if number not in known]:
            before = self.screen.focus()
            press(number)
            shown = until("a choice", lambda: self.screen.focus() not in (before, "") and self.screen.focus())
            known[number] = shown.removeprefix(f"{line}: ")
            if known[number] == words:
                return
        self.fail(f"no number chooses “{words}” for {line}")

    # ---- words and numbers

    def type_answer(self, words):
        self.wait_for_focus(r"^(Your answer)?$")  # GTK 4.8 does not tell of fields
        subprocess.run(["xdotool", "type", "--", words], check=True)
        until("Check to be possible", lambda: self.is_sensitive("Check"))

    # ---- the report

    def outcomes(self, total):
        """What the report says of each question: its outcome, and what stands beside that."""
        names = self.screen.names()
        found = []
        for number in range(1, total + 1):
            line = next(i for i, name in enumerate(names) if name.startswith(f"{number}. "))
            found.append(next((name for name in names[line:line + 4] if re.search(OUTCOME, name)), ""))
        return found
