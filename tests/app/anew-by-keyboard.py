#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""anew-by-keyboard.py CHARTER PACK: begins anew with a pack, and with everything, with keys alone; brings back what can be."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import preferences_window  # noqa: E402
import tap  # noqa: E402
from window import press, until  # noqa: E402


class Anew(preferences_window.PreferencesTest):
    charter, *library = sys.argv[1:3]

    def answer_first(self):
        press("alt+3")
        self.walk_to(r"^(Start|Try Again): The bakery$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")

    def test_begin_anew(self):
        self.start()
        self.answer_first()
        self.open_preferences("Data")
        self.walk_to(r"^Begin Anew with a Pack")
        press("space")
        self.walk_to(r"^Begin Anew$")
        press("space")
        self.read(r"^The pack begins anew$")
        self.read(r"^1, which can be undone$")
        self.walk_to(r"^Undo")
        press("space")
        self.was_told("The pack is as it was before")
        self.read(r"^Nothing$")
        self.close_preferences()
        self.quit()

    def test_bring_back(self):
        """What was begun anew is listed after a restart, brought back there, taken away again by the toast’s button, and
        brought back for good."""
        self.start()
        self.open_preferences("Data")
        self.read(r"^Nothing$")
        self.close_preferences()
        self.answer_first()
        self.open_preferences("Data")
        self.walk_to(r"^Begin Anew with a Pack")
        press("space")
        self.walk_to(r"^Begin Anew$")
        press("space")
        self.read(r"^The pack begins anew$")
        self.read(r"^1, which can be undone$")
        self.close_preferences()
        self.restart()
        self.open_preferences("Data")
        self.read(r"^1, which can be undone$")
        self.walk_to(r"^Deleted, Begun Anew, Left Out")
        press("space")
        self.read(r"^Begun anew on .* · 1 answer$")
        self.walk_to(r"^Undo")
        press("space")
        self.read(r"^It counts again$")
        self.read(r"^Nothing$")
        self.walk_to(r"^Undo")
        press("space")
        self.was_told("It is as it was before")
        self.read(r"^1, which can be undone$")
        self.close_preferences()
        self.restart()
        self.open_preferences("Data")
        self.walk_to(r"^Deleted, Begun Anew, Left Out")
        press("space")
        self.walk_to(r"^Undo")
        press("space")
        self.read(r"^Nothing$")
        self.close_preferences()
        self.quit()

    def test_erase_everything(self):
        self.start()
        self.open_preferences("Review")
        self.type_number("How Many New Questions a Day", 5)
        self.close_preferences()
        self.open_preferences("Data")
        self.make_backup()
        self.walk_to(r"^Erase Everything…")
        press("Return")
        self.read(r"^Erase Everything\?$")
        self.read(r"^Export First…")
        self.walk_to(r"^Erase Everything( Erase Everything)?$")
        press("space")
        self.was_told("Everything was erased")
        until("the backups to go", lambda: not self.backups(preferences_window.BACKUP))
        self.close_preferences()
        self.open_preferences("Review")
        self.wait_for_value("How Many New Questions a Day", 10)
        self.close_preferences()
        self.restart()
        self.open_preferences("Review")
        self.wait_for_value("How Many New Questions a Day", 10)
        self.close_preferences()
        self.quit()

    def test_not_erased(self):
        """Who only presses Return erases nothing: the question begins on Cancel."""
        self.start()
        self.open_preferences("Data")
        self.make_backup()
        self.walk_to(r"^Erase Everything…")
        press("Return")
        self.read(r"^Erase Everything\?$")
        self.wait_for_focus(r"^_?Cancel")
        press("Return")
        until("the question to be gone", lambda: not self.screen.find(r"^Erase Everything\?$"))
        self.read(r"^1, of ")
        self.assertEqual(len(self.backups(preferences_window.BACKUP)), 1)
        with open(self.log, encoding="utf-8") as log:
            self.assertNotIn("erased", log.read())
        self.close_preferences()
        self.quit()


tap.main()
