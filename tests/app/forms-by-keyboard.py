#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""forms-by-keyboard.py CHARTER: writes a scenario with a question of every kind from nothing, in forms and with keys
alone; and edits, orders and takes away what is in a question. The file is what it would be had it been written by hand.
"""
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

ALL_WELL = r"^No problems: the pack can be used as it is\.$"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<pack xmlns="urn:charter:pack:1" format="1.0" id="org.example.forms" release="1.0" xml:lang="en">
  <info>
    <title>Written in forms</title>
  </info>
"""
QUESTION = HEAD + """  <bank id="bank">
    <!-- The first one. -->
    <single id="first">
      <stem><p>Is it so?</p></stem>
      <option id="a" correct="true"><text>Yes</text></option> <!-- surely -->
      <option id="b"><text>No</text></option>
    </single>
  </bank>
</pack>
"""
KINDS = ["Single Choice", "Multiple Choice", "True or False", "Sorting Cards", "Matching", "Putting in Order", "Number",
         "Short Answer", "Text with Blanks", "Pointing at a Place", "Calculation"]


def write(words):
    subprocess.run(["xdotool", "type", "--delay", "20", words], check=True)


class Forms(window.WindowTest):
    charter = sys.argv[1]

    def setUp(self):
        super().setUp()
        shutil.rmtree(os.path.join(self.data, "drafts"), ignore_errors=True)
        self.path = os.path.join(os.environ["HOME"], "pack.xml")

    def saved(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def open(self, text, first=ALL_WELL):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)
        self.start("--author", self.path, first=first)
        self.wait_for_focus(r"^Source")

    def turn_to_form(self, unit):
        self.walk_to(r"^XML$", "shift+Tab")
        self.walk_to(r"^Form$", "Right", 3)
        press("space")
        self.read(rf"^{unit}$")

    def go_to(self, words):
        press("ctrl+f")
        write(words)
        press("Return", "Escape")
        self.wait_for_focus(r"^Source")

    def save(self, test):
        press("ctrl+s")
        return until("it to be saved", lambda: test(self.saved()) and self.saved())

    def add(self, what, kind):
        """From the menu of what can be added."""
        self.walk_to(rf"^{what}$")
        press("space")
        self.walk_to(rf"^{kind}", "Down", 20)
        press("Return")

    def pick(self, *keys):
        """From the list of what has the focus."""
        before = self.screen.focus()
        press("space")
        until("the list to be open", self.screen.entries)
        press(*keys, "Return")
        until("another choice", lambda: self.screen.entries() is None and self.screen.focus() not in ("", before))

    def end(self):
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_a_scenario_of_every_kind(self):
        self.open(HEAD + "</pack>\n", first=r"^Source")
        self.turn_to_form("About the Pack")
        self.add("Add", "Scenario")
        self.wait_for_focus(r"^Title$")
        press("ctrl+a")
        write("A wet week")
        for kind in KINDS:
            self.add("Add Question", kind)
            self.wait_for_focus(r"^Stem$")
            press("ctrl+a")
            write(f"What of {kind}?" if kind != "Calculation" else "What of Calculation {a} and {b}?")
            self.walk_to(r"^What This Is In$", "shift+Tab")
            press("space")
            self.wait_for_focus(r"^Title$")
        self.read(ALL_WELL)
        saved = self.save(lambda text: "What of Calculation" in text)
        for kind in KINDS:
            self.assertIn(f"<stem><p>What of {kind}", saved)
        self.assertTrue(saved.startswith(HEAD))
        self.end()

    def test_a_case(self):
        """With a second scene and a third ending, and moves that lead there."""
        self.open(HEAD + "</pack>\n", first=r"^Source")
        self.turn_to_form("About the Pack")
        self.add("Add", "Branching Case")
        self.wait_for_focus(r"^Title$")
        press("ctrl+a")
        write("The flood")
        self.walk_to(r"^Add Scene$", most=80)
        press("space")
        self.read(r"^Nothing leads to “scene”$")
        self.wait_for_focus(r"^Text$")
        press("ctrl+a")
        write("The water is in the cellar.")
        self.walk_to(r"^Add Move$", "shift+Tab")
        press("space")
        self.read(r"^Move C$")
        self.wait_for_focus(r"^Text$")
        press("ctrl+a")
        write("Look into the cellar")
        self.read(ALL_WELL)
        self.walk_to(r"^Add Ending$", most=80)
        press("space")
        self.wait_for_focus(r"^Text$")
        press("ctrl+a")
        write("Nobody gets wet.")
        self.walk_to(r"^Leads To: It ends well$", "shift+Tab", most=80)
        self.pick("End")
        self.read(ALL_WELL)
        self.walk_to(r"^How Good It Is: The best$")
        self.pick("Down")
        saved = self.save(lambda text: "Nobody gets wet" in text and 'grade="fair"' in text)
        self.assertTrue(saved.startswith(HEAD))
        self.assertIn("<title>The flood</title>", saved)
        self.assertIn('<move id="c" to="scene" grade="fair"><text>Look into the cellar</text></move>', saved)
        self.assertIn('to="ending" grade="fair"', saved)
        self.assertIn('<scene id="scene">\n      <title>A title</title>\n      <p>The water is in the cellar.</p>', saved)
        self.end()

    def test_drawings(self):
        """A drawing in a stem, and a picture to be pointed at in place of one; the words stay words."""
        self.open(QUESTION)
        self.go_to("Is it so")
        self.turn_to_form("Single Choice")
        self.add("Add Picture or Drawing", "Drawing")
        self.read(r"^Drawing$")
        self.walk_to(r"^Add Box$", most=60)
        press("space")
        self.wait_for_focus(r"^Text$")
        press("ctrl+a")
        write("Learn")
        self.walk_to(r"^Add Arrow$", most=60)
        press("space")
        self.read(r"^Arrow C$")
        saved = self.save(lambda text: text.count("<edge") == 3 and "Learn" in text)
        self.assertIn('      <stem><p>Is it so?</p><diagram kind="flow"', saved)
        self.assertIn('<node id="box"><text>Learn</text></node>', saved)
        self.assertIn('<edge from="three" to="box"></edge>', saved)
        self.read(ALL_WELL)
        for _ in range(40):
            press("ctrl+z")
        self.assertEqual(self.save(lambda text: "diagram" not in text), QUESTION)
        self.end()

    def test_moved_to_another_bank(self):
        """And back, after which every byte is where it was."""
        text = QUESTION.replace("</pack>", '  <bank id="other">\n    <title>Another bank</title>\n  </bank>\n</pack>')
        self.open(text)
        self.go_to("Is it so")
        self.turn_to_form("Single Choice")
        for place in ("Bank: Another bank", "Bank: bank"):
            self.walk_to(r"^Actions for Single Choice$", "shift+Tab")
            press("space")
            self.walk_to(r"^Move To…$", "Down")
            press("Return")
            self.wait_for_focus(r"^Search$")
            self.read(rf"^{place}$")
            write(place[6:])
            press("Return")
            until("the dialog to be closed", lambda: len(self.screen.windows()) == 1)
            self.wait_for_focus(r"^Stem$")
            if place == "Bank: Another bank":
                saved = self.save(lambda now: now != text)
                self.assertIn('<title>Another bank</title>\n    <single id="first">\n      <stem>', saved)
        saved = self.save(lambda now: now.index("Is it so") < now.index("Another bank"))
        self.assertEqual(saved, text)
        self.end()

    def test_a_question(self):
        self.open(QUESTION)
        self.go_to("Is it so")
        self.turn_to_form("Single Choice")
        self.read(r"^Single Choice$")
        self.walk_to(r"^Add Option$")
        press("space")
        self.wait_for_focus(r"^Text$")
        press("ctrl+a")
        write("R&D <says> so")
        press("alt+Up")
        self.read(r"^Option B$")
        self.wait_for_focus(r"^Text$")
        press("Return")
        self.wait_for_focus(r"^Why$")
        write("One.")
        press("Return")
        write("Two.")
        expected = QUESTION.replace(
            '<option id="b"><text>No</text></option>',
            '<option id="c"><text>R&amp;D &lt;says&gt; so</text><why><p>One.</p><p>Two.</p></why></option>\n'
            '      <option id="b"><text>No</text></option>')
        self.assertEqual(self.save(lambda text: "Two." in text), expected)
        for _ in range(40):
            press("ctrl+z")
        self.assertEqual(self.save(lambda text: "Two." not in text and "R&amp;D" not in text), QUESTION)
        self.end()


tap.main()
