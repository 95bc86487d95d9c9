#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""rehearsal-by-keyboard.py CHARTER PACK…: sits the exam of the first pack with keys alone, by its rules: three sections
that close for good, two breaks that stop the clock, a flag, and an answer left open. The program is killed in a section
and in a break. In all packs “Yes” is right.
"""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

SECTIONS = ("First", "Second", "Third")


class Rehearsal(window.WindowTest):
    charter, *library = sys.argv[1:]

    # ---- before

    def read_rules(self):
        press("alt+3")
        self.read(r"^9 questions · 60 minutes · 2 breaks$")
        self.walk_to(r"^Rules: A rehearsal$")
        press("Return")
        self.read(r"^9 questions$")
        self.read(r"^2 of them do not count, and nobody is told which ones\.$")
        self.read(r"^3 sections$")
        self.read(r"^Each is closed for good .*\nSection 1: 3 questions · First\n")
        self.read(r"^15 minutes in all\. The clock of the exam stands still")
        self.assertFalse(self.screen.find(r"^What Your Packs Lack"))

    def begin(self):
        self.wait_for_focus(r"^Start$")
        until("the form to be drawn", lambda: self.is_sensitive("Start"))
        press("Return")
        self.at(1)

    # ---- questions

    def at(self, number):
        self.read(rf"^Question {number} of 9$")
        self.read(rf"^Section {(number + 2) // 3} of 3: {SECTIONS[(number - 1) // 3]} · you are (on time|\d+ minutes ahead)$")

    def next(self, number):
        press("Return")
        self.at(number)

    def left(self):
        """What the clock shows, in seconds."""
        shown = self.read(r"^\d+:\d\d$")[1].split(":")
        return int(shown[0]) * 60 + int(shown[1])

    def minutes_left(self):
        return int(self.read(r"^\d+ minutes? left$")[1].split()[0])

    def states(self):
        self.read(r"^Questions of This Section$")
        names = self.screen.names()
        found = {name[:2]: next(state for state in names[at:] if re.match("Answered|Open", state))
                 for at, name in enumerate(names) if re.match(r"\d\. ", name)}
        return list(found.items())

    def end_section(self, told):
        self.walk_to(r"^End This Section$")
        press("Return")
        self.read(r"^End This Section\?$")
        self.read(told)
        press("Escape")
        until("the dialog to go", lambda: not self.screen.find(r"^End This Section\?$"))
        self.walk_to(r"^End This Section$")
        press("Return")
        self.read(r"^End This Section\?$")
        self.walk_to(r"^End Section\b")
        press("Return")

    # ---- the three sections

    def sit_first(self):
        self.choose("Yes")
        self.next(2)
        press("alt+f", "alt+Page_Down")
        self.at(3)
        self.choose("No")
        press("Return")
        self.assertEqual(self.states(), [("1.", "Answered"), ("2.", "Open · flagged"), ("3.", "Answered")])
        self.end_section(r"^You can’t come back to its questions\. 1 is open and worth nothing\. 1 is flagged\.$")

    def killed_in_break(self):
        self.read(r"^The clock of the exam stands still\.$")
        self.read(r"^Next: Section 2 of 3: Second, 3 questions$")
        self.wait_for_focus(r"^Go On$")
        press("ctrl+r", "alt+Page_Up", "alt+f")  # nothing of this is to be had in a break
        self.read(r"^The clock of the exam stands still\.$")
        self.assertFalse(self.screen.find(r"^Questions of This Section$"))
        self.kill()
        self.start()
        self.read(r"^Left at question 4 of 9 · 59:\d\d left$")
        self.go_on()
        self.read(r"^The clock of the exam stands still\.$")
        press("Escape")
        self.go_on()
        self.wait_for_focus(r"^Go On$")
        press("Return")
        self.at(4)

    def go_on(self):
        self.read(r"^Left at question \d of 9 · \d+:\d\d left$")
        self.walk_to(r"^Continue")
        press("Return")

    def sit_second(self):
        self.choose("Yes")
        self.next(5)
        press("alt+Page_Up")
        self.at(4)
        press("alt+Page_Up")  # the first section is closed
        self.wait_until_checked("Yes")
        self.at(4)
        self.next(5)
        self.choose("Yes")
        self.kill()
        self.start()
        self.go_on()
        self.at(5)
        self.wait_until_checked("Yes")
        self.next(6)
        self.choose("Yes")
        press("Return")
        self.assertEqual(self.states(), [("4.", "Answered"), ("5.", "Answered"), ("6.", "Answered")])
        self.end_section(r"^You can’t come back to its questions\.$")
        self.wait_for_focus(r"^Go On$")
        self.read(r"^Next: Section 3 of 3: Third, 3 questions$")
        press("Return")

    def sit_third(self):
        """Sure, and wrong: of three questions one at least counts, so there is something to do next."""
        self.at(7)
        press("F10")
        self.walk_to(r"^Ask How Sure I Am$", "Down")
        press("Return")
        for number in (7, 8, 9):
            self.at(number)
            self.choose("No")
            press("ctrl+3")
            self.read(r"^You are sure$")
            if number < 9:
                press("Return")
        press("ctrl+r")
        self.assertEqual(self.states(), [("7.", "Answered"), ("8.", "Answered"), ("9.", "Answered")])
        self.walk_to(r"^Finish$")
        press("Return")

    def report(self):
        self.read(r"^Your Score$")
        names = " ".join(self.screen.names())
        self.assertRegex(names, r"\b[2-5] of 7 questions")
        self.save("report.html", r"^Save as Web Page…", r"<h1>.*A rehearsal")
        self.save("report.csv", r"^Save as Table…", r"^[^\n]*,[^\n]*\n.*\bbudget\b")
        self.drill()
        press("alt+3")
        self.read(r"^9 questions · 60 minutes · 2 breaks · best \d+% · last try today$")
        self.read(r"^Sit Again: A rehearsal$")

    def drill(self):
        """What next, by key: a quiz of the questions meant, and back to the report."""
        self.read(r"^What Next$")
        self.walk_to(r"^Put Right What You Were Sure Of")
        press("Return")
        self.read(r"^Question 1 of \d$")
        press("Escape")
        self.read(r"^Your Score$")
        press("Escape")

    def save(self, name, entry, expected):
        path = os.path.join(os.environ["HOME"], name)
        self.walk_to(r"^Save the Report$", "shift+Tab")
        before = window.active()
        press("Return")
        self.walk_to(entry, "Down")
        press("Return")
        until("the chooser to have the keyboard", lambda: window.active() not in ("", before))
        until("the name to have the keyboard", lambda: self.screen.typed() > 0)
        press("ctrl+a")
        subprocess.run(["xdotool", "type", path], check=True)
        until("the name to be typed", lambda: self.screen.typed() >= len(path))
        press("shift+End", "Delete", "Return")
        written = window.read_written(path).decode("utf-8")
        until("the window to have the keyboard", lambda: window.active() == before)
        self.assertRegex(written, re.compile(expected, re.DOTALL))

    def readiness(self):
        press("alt+4")
        self.read(r"^Readiness$")
        self.read(r"^A rehearsal\b")

    def test_rehearsal(self):
        self.start()
        self.read_rules()
        self.begin()
        self.sit_first()
        self.killed_in_break()
        self.sit_second()
        self.sit_third()
        self.report()
        self.readiness()
        self.quit()


tap.main()
