#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""step-by-keyboard.py CHARTER PACK: two computers, which are two homes here, and one folder that both have. What is
answered at one is there at the other, with keys alone.
"""
import os
import shutil
import subprocess
import sys
import unittest.mock

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


class Step(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def setUp(self):
        super().setUp()
        self.folder = os.path.join(os.environ["HOME"], "shared")
        shutil.rmtree(self.folder, ignore_errors=True)
        os.mkdir(self.folder)
        self.homes = [os.path.join(os.environ["HOME"], name) for name in ("desk", "lap")]
        for home in self.homes:
            shutil.rmtree(home, ignore_errors=True)

    def start_at(self, home):
        with window.with_chooser, unittest.mock.patch.dict(os.environ, {"XDG_DATA_HOME": self.homes[home]}):
            self.start()

    def choose_folder(self):
        self.walk_to(r"^Choose…$")
        press("space")
        until("the chooser to have the keyboard", lambda: window.active() == "Choose the Shared Folder")
        subprocess.run(["xdotool", "type", "--delay", "30", self.folder], check=True)
        until("the path to be typed", lambda: self.screen.typed() >= len(self.folder))
        press("shift+End", "Delete", "Return")
        self.read(rf"^{self.folder}$")

    def answer(self):
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")

    def shared(self):
        return sorted(os.listdir(self.folder))

    def test_one_folder(self):
        self.start_at(0)
        self.open_preferences("Data")
        self.assertFalse(self.screen.find(r"^Now$"))
        self.choose_folder()
        self.read(r"^Last at \d\d:\d\d\. Since Charter was opened: 0 entries came in · 0 entries went out$")
        self.close_preferences()
        self.answer()
        until("the answer to be in the folder", self.shared)
        self.quit()

        self.start_at(1)
        self.open_preferences("Data")
        self.choose_folder()
        self.read(r"^Last at .* opened: 2 entries came in · 0 entries went out$")
        self.stop_after_restart()

    def test_restore(self):
        """What a backup is restored to be without does not come back from the folder; the undo goes on with it."""
        self.start_at(0)
        self.open_preferences("Data")
        self.walk_to(r"^Make One$")
        press("space")
        self.read(r"^1, of ")
        self.choose_folder()
        self.read(r"^Last at \d\d:\d\d\.")
        self.close_preferences()
        self.answer()
        until("the answer to be in the folder", self.shared)
        self.open_preferences("Data")
        self.walk_to(r"^Restore a Backup")
        press("space")
        self.walk_to(r"^Restore…$")
        press("space")
        self.read(r"This computer then stops keeping in step with the shared folder")
        self.walk_to(r"^Restore( Restore)?$")
        press("space")
        self.read(r"^The backup was restored$")
        until("the folder to be let go", lambda: not self.screen.find(r"^Now$"))
        press("ctrl+z")
        self.read(rf"^{self.folder}$")
        self.read(r"^Now$")
        self.quit()
        self.restore_for_good()

    def restore_for_good(self):
        """The latest: what the undo set aside."""
        self.start_at(0)
        self.read(r"^Continue")
        self.open_preferences("Data")
        self.walk_to(r"^Restore a Backup")
        press("space")
        self.read(r"^Set aside when another was restored · 0 answers · ")
        self.walk_to(r"^Restore…$")
        press("space")
        self.read(r"with 0 answers\.")
        self.walk_to(r"^Restore( Restore)?$")
        press("space")
        self.read(r"^The backup was restored$")
        self.quit()
        self.start_at(0)
        self.open_preferences("Data")
        self.walk_to(r"^Choose…$")
        self.assertFalse(self.screen.find(r"^Now$"))
        self.close_preferences()
        self.assertFalse(self.screen.find(r"^Continue"))
        self.quit()

    def stop_after_restart(self):
        """The folder is known at the next start. What is not Charter's is named there, and left."""
        self.quit()
        with open(os.path.join(self.folder, "letter.txt"), "w", encoding="utf-8") as file:
            file.write("Dear all\n")
        before = self.shared()
        self.start_at(1)
        self.read(r"^Continue")
        self.open_preferences("Data")
        self.read(rf"^{self.folder}$")
        self.read(r"^letter\.txt$")
        self.walk_to(r"^Now$")
        until("what came of it, in passing",
              lambda: self.screen.find(r"^0 entries came in · 0 entries went out$") or press("space"))
        self.walk_to(r"^Stop$")
        press("space")
        self.wait_for_focus(r"^Choose…$")
        until("what was found there to go", lambda: not self.screen.find(r"^(letter\.txt|Now)$"))
        self.assertEqual(self.shared(), before)
        self.quit()
        self.start_at(1)
        self.open_preferences("Data")
        self.walk_to(r"^Choose…$")
        self.assertFalse(self.screen.find(r"^Now$"))
        self.quit()


tap.main()
