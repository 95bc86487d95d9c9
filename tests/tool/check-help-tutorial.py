#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows the help's “Your first scenario in half an hour” to the letter.

usage: check-help-tutorial.py SOURCE-ROOT CHARTER-TOOL

Each section of the page that has a <screen> is a step. Its listings say what to write, its screen what “charter-tool
check” then says, and tests/fixtures/tutorial/step-N.xml is the whole file at that point.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT, TOOL = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
del sys.argv[1:]
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

MALLARD = "{http://projectmallard.org/1.0/}"
FILES = ROOT / "tests/fixtures/tutorial"
NAME = "ice-rink.xml"
KINDS = ["single", "multiple", "classify", "order", "cloze"]


def listings(element):
    return [listing.find(MALLARD + "code").text.strip("\n") for listing in element.iter(MALLARD + "listing")]


def read_steps():
    sections = ET.parse(ROOT / "help/C/tutorial.page").getroot().findall(MALLARD + "section")
    return [section for section in sections if section.find(MALLARD + "screen") is not None]


def read_file(number):
    return (FILES / f"step-{number}.xml").read_text(encoding="utf-8") if number > 0 else ""


def run_check(text):
    """What is said at a terminal of this text in a file of the page's name: the whole screen, and the status."""
    with tempfile.TemporaryDirectory() as place:
        (pathlib.Path(place) / NAME).write_text(text, encoding="utf-8")
        env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
        run = subprocess.run([TOOL, "check", NAME], cwd=place, env=env, capture_output=True, text=True, timeout=60)
    return f"$ charter-tool check {NAME}\n{run.stdout}{run.stderr}".strip(), run.returncode


class Tutorial(unittest.TestCase):
    maxDiff = None
    steps = read_steps()

    def test_each_step_has_its_file(self):
        self.assertEqual({f"step-{number}.xml" for number in range(1, len(self.steps) + 1)},
                         {path.name for path in FILES.iterdir()})

    def test_listings_stand_in_their_file(self):
        for number, step in enumerate(self.steps, 1):
            self.assertTrue(listings(step), f"step {number}")
            for listing in listings(step):
                self.assertEqual(read_file(number).count(listing), 1, f"step {number}")

    def test_what_is_new_is_what_is_shown(self):
        """A step adds its listings to the file before it, and nothing else; or it changes the line that it shows."""
        for number, step in enumerate(self.steps, 1):
            before, after = read_file(number - 1).splitlines(), read_file(number).splitlines()
            shown = [line for listing in listings(step) for line in listing.splitlines()]
            changes = [line for line in difflib.ndiff(before, after) if line[0] in "+-" and line[2:].strip()]
            added = [line[2:] for line in changes if line[0] == "+"]
            self.assertEqual([line for line in added if line not in shown], [], f"step {number}")
            if any(line[0] == "-" for line in changes):
                self.assertEqual((len(changes), added), (2, shown), f"step {number}")
            else:
                rest = read_file(number)
                for listing in listings(step):
                    kept = [line for line in listing.splitlines() if line.strip() and line not in added]
                    self.assertIn(kept, ([], [listing.splitlines()[-1]]), f"step {number} shows more than is new")
                    rest = rest.replace(listing, "" if not kept else kept[0])
                self.assertEqual("".join(rest.split()), "".join(read_file(number - 1).split()), f"step {number}")

    def test_screens_are_what_is_said(self):
        for number, step in enumerate(self.steps, 1):
            screen = "".join(step.find(MALLARD + "screen").itertext()).strip()
            self.assertEqual(screen, run_check(read_file(number))[0], f"step {number}")

    def test_one_mistake_on_the_way(self):
        failed = [number for number in range(1, len(self.steps) + 1) if run_check(read_file(number))[1] != 0]
        self.assertEqual(len(failed), 1)
        self.assertIn(failed[0] + 1, range(1, len(self.steps) + 1))

    def test_it_ends_with_five_kinds(self):
        pack = "{urn:charter:pack:1}"
        scenario = ET.parse(FILES / f"step-{len(self.steps)}.xml").find(pack + "scenario")
        kinds = [item.tag.removeprefix(pack) for item in scenario if item.find(pack + "stem") is not None]
        self.assertEqual(kinds, KINDS)
        text = read_file(len(self.steps))
        for part in ("<situation>", "<why>", "<check ref=", 'see="ready-to-run"', '<section id="ready-to-run">'):
            self.assertIn(part, text)

    def test_the_finished_file_is_the_last(self):
        page = ET.parse(ROOT / "help/C/tutorial-file.page")
        self.assertEqual(listings(page), [read_file(len(self.steps)).strip("\n")])

    def test_the_result_can_be_taken(self):
        """A quiz of the result asks five questions."""
        with tempfile.TemporaryDirectory() as place:
            shutil.copy(FILES / f"step-{len(self.steps)}.xml", pathlib.Path(place) / NAME)
            env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="", HOME=place, XDG_DATA_HOME=place)
            run = subprocess.run([TOOL, "quiz", "--no-history", "--seed=1", NAME], cwd=place, env=env, input="",
                                 capture_output=True, text=True, timeout=60)
        self.assertIn("5 questions", run.stdout)
        self.assertIn("Question 1/5", run.stdout)


tap.main()
