#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""preview-by-keyboard.py CHARTER EXAM BANK: what the preview of a pack that is written shows of other packs: the questions
that an exam draws from the library, and a section that is taught there. EXAM is an exam that draws from BANK.
"""
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

EXAM, BANK = map(os.path.abspath, sys.argv[2:])
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<pack xmlns="urn:charter:pack:1" format="1.0" release="1.0.0" xml:lang="en" '
TEACHING = HEAD + """id="org.example.tides">
  <info><title>Tides</title></info>
  <lesson id="moon"><title>The moon</title>
    <section id="pull"><title>How it pulls</title><p>The side that is near is pulled more.</p></section>
  </lesson>
</pack>
"""
ASKING = HEAD + """id="org.example.harbour">
  <info><title>A harbour</title><use pack="org.example.tides"/></info>
  <bank id="water"><title>Water</title>
    <truefalse id="twice" answer="true" see="org.example.tides#pull">
      <stem><p>The tide comes twice a day.</p></stem>
      <rationale><p>Near the moon, and far from it.</p></rationale>
    </truefalse>
  </bank>
</pack>
"""


def write(words):
    subprocess.run(["xdotool", "type", "--delay", "30", words], check=True)


class Preview(window.WindowTest):
    charter = sys.argv[1]

    def setUp(self):
        super().setUp()
        for folder in (self.packs, os.path.join(self.data, "drafts")):
            shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(self.packs)
        self.path = os.path.join(os.environ["HOME"], "pack.xml")

    def open(self, first, search):
        """At the part of the pack that is found by these words."""
        self.start("--author", self.path, first=first)
        self.wait_for_focus(r"^Source")
        press("ctrl+shift+o")
        self.wait_for_focus(r"^Find in the Contents$")
        write(search)
        press("Return")
        self.wait_for_focus(r"^Source")

    def end(self):
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)

    def test_an_exam_with_its_bank(self):
        shutil.copy(EXAM, self.path)
        shutil.copy(BANK, self.packs)
        self.open(r"^Exam: A rehearsal$", "rehearsal")
        self.read(r"^For Example$")
        self.read(r"^Is there a vendor\?$")  # of the bank
        self.read(r"^Is there a budget\?$")  # its own
        self.read(r"^3 sections$")
        self.end()

    def test_an_exam_without_its_bank(self):
        shutil.copy(EXAM, self.path)
        self.open(r"^Exam: A rehearsal$", "rehearsal")
        self.read(r"^For Example$")
        self.read(r"^It is not in your library, so nothing can be drawn from it here\.$")
        self.read(r"^What Your Packs Lack for It$")
        self.assertIsNone(self.screen.find(r"^Is there a vendor\?$"))
        self.end()

    def test_a_section_of_another_pack(self):
        for path, text in ((self.path, ASKING), (os.path.join(self.packs, "tides.xml"), TEACHING)):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        self.open(r"^Bank: Water$", "twice")
        self.read(r"^The tide comes twice a day\.$")
        self.click(r"^\w\. True$")
        self.click(r"^_?Check$")
        self.click(r"^Read the Section Again")
        self.read(r"^The side that is near is pulled more\.$")
        self.read(r"^Tides$")
        self.click(r"^Back$")
        self.read(r"^The tide comes twice a day\.$")
        until("the lesson to go", lambda: self.screen.find(r"^Tides$") is None)
        self.end()

    def click(self, pattern):
        self.read(pattern)
        subprocess.run(["xdotool", "mousemove", *map(str, self.screen.spot(pattern)), "click", "1"], check=True)


tap.main()
