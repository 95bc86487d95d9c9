#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""contents-by-keyboard.py CHARTER: finds the way in a pack that is being written by its contents, which follow the
cursor, mark what has problems, and stay quick where there are thousands of questions.
"""
import os
import shutil
import subprocess
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

QUESTIONS = 2000


def write(words):
    subprocess.run(["xdotool", "type", "--delay", "30", words], check=True)


def make_bank(n):
    """A bank of so many questions. The one in the middle has a key that is neither true nor false."""
    def question(number):
        answer = "maybe" if number == n // 2 else "true"
        return (f'    <truefalse id="q-{number}" answer="{answer}">\n'
                f"      <stem><p>Number {number} is a number.</p></stem>\n"
                f"      <rationale><p>It counts.</p></rationale>\n    </truefalse>\n")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<pack xmlns="urn:charter:pack:1" format="1.0" id="org.example.many" release="1.0.0" xml:lang="en">\n'
            "  <info><title>Many numbers</title></info>\n"
            '  <lesson id="counting"><title>Counting</title>\n'
            '    <section id="by-ones"><title>By ones</title><p>One, two, three.</p></section>\n  </lesson>\n'
            f'  <bank id="numbers">\n    <title>Numbers</title>\n{"".join(map(question, range(1, n + 1)))}  </bank>\n</pack>\n')


class Contents(window.WindowTest):
    charter = sys.argv[1]

    def setUp(self):
        super().setUp()
        shutil.rmtree(os.path.join(self.data, "drafts"), ignore_errors=True)
        self.path = os.path.join(os.environ["HOME"], "pack.xml")

    def open(self, n, first):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(make_bank(n))
        self.start("--author", self.path, first=first)
        self.wait_for_focus(r"^Source")

    def selected(self):
        """The name of the row that is selected, once there is one."""
        for one, name, states in self.screen.everything():
            if one.get_role() == Atspi.Role.LIST_ITEM and states.contains(Atspi.StateType.SELECTED):
                return name
        return None

    def wait_for_row(self, name):
        until(f"the row “{name}” to be selected, and not {self.selected()!r}", lambda: self.selected() == name)

    def end(self):
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_follow_and_lead(self):
        self.open(4, first=r"^Lesson: Counting$")
        self.wait_for_row("Pack: Many numbers")
        press("ctrl+End", "Up", "Up")
        self.wait_for_row("Bank: Numbers")
        press("ctrl+shift+o")
        self.wait_for_focus(r"^Find in the Contents$")
        press("Down")
        self.wait_for_focus(r"^Bank: Numbers$")
        press("Down")
        self.wait_for_focus(r"^True or False: Number 1 is a number\.$")
        self.read(r"^Number 1 is a number\.$")  # in the preview
        press("Up", "Up", "Up")
        self.wait_for_row("Lesson: Counting")
        press("Return")
        self.wait_for_focus(r"^Source")
        write("<!-- here -->")
        press("ctrl+s")
        until("it to be written before the lesson", lambda: "<!-- here --><lesson" in self.saved())
        self.end()

    def saved(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def test_search(self):
        self.open(4, first=r"^Lesson: Counting$")
        press("ctrl+shift+o")
        self.wait_for_focus(r"^Find in the Contents$")
        write("NUMBER 3")
        until("one row", lambda: self.rows() == ["True or False: Number 3 is a number."])
        press("Return")
        self.wait_for_focus(r"^Source")
        self.wait_for_row("True or False: Number 3 is a number.")
        press("ctrl+shift+o")
        write("q-2 nobody")
        self.read(r"^Nothing Found$")
        press("Escape")
        self.read(r"^Lesson: Counting$")
        press("Escape")
        self.wait_for_focus(r"^Source")
        self.end()

    def rows(self):
        return [name for one, name, _states in self.screen.everything()
                if one.get_role() == Atspi.Role.LIST_ITEM and ": " in name]

    def test_hide_and_show(self):
        self.open(4, first=r"^Lesson: Counting$")
        press("F9")
        until("the contents to go", lambda: self.screen.find(r"^Lesson: Counting$") is None)
        self.wait_for_focus(r"^Source")
        press("F9")
        self.read(r"^Lesson: Counting$")
        self.wait_for_focus(r"^Find in the Contents$")
        self.end()

    def test_thousands(self):
        self.open(QUESTIONS, first=r"^Lesson: Counting$")
        press("ctrl+shift+o")
        self.wait_for_focus(r"^Find in the Contents$")
        write(f"number {QUESTIONS // 2} ")
        marked = f"True or False: Number {QUESTIONS // 2} is a number., Error"
        until("the row with its mark", lambda: self.rows() == [marked])
        press("Return")
        self.wait_for_focus(r"^Source")
        write("<!-- mended -->")
        press("ctrl+shift+o", "ctrl+a", "Delete")
        self.wait_for_row(marked)
        press("Down", "End")
        self.wait_for_row(f"True or False: Number {QUESTIONS} is a number.")
        self.read(rf"^Number {QUESTIONS} is a number\.$")
        press("ctrl+s")
        until("it to be saved", lambda: "<!-- mended -->" in self.saved())
        self.end()


tap.main()
