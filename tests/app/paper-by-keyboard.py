#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""paper-by-keyboard.py CHARTER PACK: has a scenario saved on paper with keys alone, through the real chooser of folders,
and reads the files; asks for the printing of a lesson.
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


# GTK's chooser and its printing keep what they found: with sanitizers, leaks are not looked for here.
@window.with_chooser
class Paper(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def open_dialog(self, key):
        """Of the card that has the focus."""
        before = window.active()
        press(*key)
        until("a window of its own", lambda: window.active() not in ("", before))
        return window.active()

    def test_save(self):
        folder = os.path.join(os.environ["HOME"], "papers")
        os.makedirs(folder)
        self.start()
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        self.open_dialog(["ctrl+p"])
        self.walk_to(r"^Versions")
        until("the number to have the keyboard", lambda: self.screen.typed() > 0 or press("Tab"))
        press("Up")
        self.walk_to(r"^Save…")
        press("Return")
        until("the chooser to have the keyboard", lambda: window.active() == "Save the Papers")
        subprocess.run(["xdotool", "type", "--delay", "30", folder], check=True)
        until("the path to be typed", lambda: self.screen.typed() >= len(folder))
        press("shift+End", "Delete", "Return")
        self.read(r"^4 papers and keys saved, as PDF and HTML$")
        wanted = {f"bakery-{sheet}.{ending}" for sheet in ("A", "A-key", "B", "B-key") for ending in ("html", "pdf")}
        self.assertEqual(set(os.listdir(folder)), wanted)
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "rb") as file:
                self.assertIn(file.read(5), (b"%PDF-", b"<!DOC"))

    def test_lesson(self):
        self.start()
        press("alt+2")
        self.walk_to(r"^Ovens$")
        press("Return")
        self.read(r"^The project builds the bakery; the bakers bake\.$")
        before = window.active()
        self.open_dialog(["ctrl+p"])
        press("Escape")
        until("the window again", lambda: window.active() == before)


tap.main()
