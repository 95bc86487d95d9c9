#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""author-by-keyboard.py CHARTER TEMPLATE: writes a scenario by hand, with nothing but what is proposed; follows problems, what
another program saves, and what a killed one had not saved. TEMPLATE is the scenario that new packs begin with.
"""
import glob
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

TEMPLATE = os.path.abspath(sys.argv[2])
ALL_WELL = r"^No problems: the pack can be used as it is\.$"


def write(words):
    subprocess.run(["xdotool", "type", "--delay", "30", words], check=True)


class Author(window.WindowTest):
    charter = sys.argv[1]

    def setUp(self):
        super().setUp()
        shutil.rmtree(os.path.join(self.data, "drafts"), ignore_errors=True)
        self.path = os.path.join(os.environ["HOME"], "pack.xml")
        with open(TEMPLATE, encoding="utf-8") as file:
            self.save_outside(file.read())

    def save_outside(self, text):
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(self.path + ".new", self.path)

    def saved(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def open(self, first=ALL_WELL):
        self.start("--author", self.path, first=first)
        self.wait_for_focus(r"^Source")

    def take(self, typed, proposal):
        """Types the beginning of an element and takes what is proposed."""
        write(typed)
        self.read(rf"^<{proposal}>$")
        press("Return")

    def fill(self, problem, tag, words):
        """Goes to the next problem, an element that is empty, and writes into it."""
        self.read(problem)
        press("F8", *["Right"] * len(tag))
        write(words)

    def end(self):
        """Ends without saving: asks, and is answered."""
        press("ctrl+w")
        self.read(r"^Save Changes\?$")
        self.walk_to(r"^Discard")
        press("Return")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_a_scenario_written_by_hand(self):
        self.save_outside('<?xml version="1.0" encoding="UTF-8"?>\n')
        self.open(first=r"^1 Problem$")
        press("ctrl+End")
        self.take("<", "pack")
        write("My pack")
        self.read(r"^My pack$")
        press("End", "Return")
        self.take("<sce", "scenario")
        write("A wet week")
        self.fill(r"^“p” is empty$", "<p>", "It rains on the site.")
        press("End", "Return")
        self.take("<sin", "single")
        write("What comes first?")
        self.fill(r"^2 Problems$", "<text>", "A roof")
        self.fill(r"^1 Problem$", "<text>", "A party")
        self.read(ALL_WELL)
        self.read(r"^What comes first\?$")  # in the preview, as learners see it
        press("ctrl+s")
        until("the pack to be saved", lambda: "A party" in self.saved())
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_begun_without_a_file(self):
        self.start("--author", first=r"^A New Pack$")
        self.walk_to(r"^A Scenario")
        press("Return")
        self.read(r"^Not saved yet$")
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_quit_with_something_unsaved(self):
        self.open()
        press("ctrl+End", "Up", "Up", "Up", "End", "Return")
        write("<!-- unsaved -->")
        press("ctrl+q")
        self.read(r"^Save Changes\?$")
        press("Escape")
        until("the dialog to go", lambda: self.screen.find(r"^Save Changes\?$") is None)
        self.wait_for_focus(r"^Source")
        press("ctrl+q")
        self.read(r"^Save Changes\?$")
        self.walk_to(r"^Save( Save)?$")
        press("Return")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)
        self.assertIn("<!-- unsaved -->", self.saved())

    def test_problems(self):
        self.open()
        before = self.saved()
        press("ctrl+End", "Up", "Up", "End", "Return")
        write("<oops/>")
        press("Escape")
        self.read(r"^“oops” is not an element of a pack$")
        press("ctrl+Home", "F8")
        press("shift+End", "Delete")
        self.read(ALL_WELL)
        for _ in range(20):
            press("ctrl+z")
        press("ctrl+s")
        until("all to be as it was", lambda: self.saved() == before)
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_mended_at_a_press(self):
        self.save_outside(self.saved().replace('topic="handover" difficulty', 'topic="handovre" difficulty'))
        self.open(first=r"^Mend$")
        self.walk_to(r"^Mend$")
        press("space")
        self.read(ALL_WELL)
        press("ctrl+s")
        until("the mended pack to be saved", lambda: 'topic="handovre"' not in self.saved())
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_another_program_saves(self):
        self.open()
        self.save_outside(self.saved().replace("<title>My scenario</title>", "<title>By another editor</title>"))
        self.read(r"^By another editor$")
        press("ctrl+Home")
        write("<!---->")
        self.save_outside(self.saved().replace("another editor", "a third one"))
        self.read(r"^Another program has changed this file, and here it has changes that are not saved\.")
        self.end()

    @window.with_chooser
    def test_imported(self):
        foreign, made = (os.path.join(os.environ["HOME"], name) for name in ("capitals.gift", "capitals-pack.xml"))
        with open(foreign, "w", encoding="utf-8") as file:
            file.write("::one:: Which is the capital of France? {=Paris ~Lyon}\n\n::two:: Why is it? {}\n")
        self.open()
        press("ctrl+n")
        self.read(r"^A New Pack$")
        self.walk_to(r"^Import Questions…")
        press("Return")
        self.choose("Import Questions", foreign)
        self.read(r"^1 of 2 Questions Can Be Taken$")
        self.read(r"^Left Behind$")
        self.read(r"^A question of the type “essay”$")
        press("ctrl+a")
        write("Capitals & rivers")
        press("Return")
        self.choose("Save the Pack", made)
        self.read(r"^capitals-pack\.xml$")
        with open(made, encoding="utf-8") as file:
            pack = file.read()
        self.assertIn("capital of France", pack)
        self.assertIn('id="imported.capitals-rivers"', pack)
        self.assertIn("<title>Capitals &amp; rivers</title>", pack)
        press("ctrl+w", "ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def choose(self, title, path):
        until("the chooser to have the keyboard", lambda: window.active() == title)
        press("ctrl+a")
        write(path)
        until("the name to be typed", lambda: self.screen.typed() >= len(path))
        press("shift+End", "Delete", "Return")

    def test_killed(self):
        self.open()
        press("ctrl+End", "Up", "Up", "Up", "End", "Return")
        write("<!-- not saved -->")
        until("it to be kept", lambda: any(
            b"not saved" in open(path, "rb").read() for path in glob.glob(os.path.join(self.data, "drafts", "*"))))
        self.kill()
        self.open(first=r"^What you had not saved the last time is here again\.$")
        press("ctrl+s")
        until("it to be saved", lambda: "<!-- not saved -->" in self.saved())
        self.assertEqual(glob.glob(os.path.join(self.data, "drafts", "*")), [])
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)


tap.main()
