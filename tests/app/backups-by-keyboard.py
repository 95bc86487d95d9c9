#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""backups-by-keyboard.py CHARTER PACK: makes backups with keys alone, restores them, and takes that back."""
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import preferences_window  # noqa: E402
import tap  # noqa: E402
from window import press, until  # noqa: E402


class Backups(preferences_window.PreferencesTest):
    charter, *library = sys.argv[1:3]

    def restore(self, close=True):
        """The latest: the one that was made, then what was set aside for it."""
        self.open_preferences("Data")
        until("backups to be listed", lambda: self.is_sensitive("Restore a Backup"))
        self.walk_to(r"^Restore a Backup")
        press("space")
        self.read(r"^(Made by you|Set aside when another was restored) · \d+ answers? · ")
        self.walk_to(r"^Restore…$")
        press("space")
        self.read(r"^Restore This Backup\?$")
        self.walk_to(r"^Restore( Restore)?$")
        press("space")
        self.read(r"^The backup was restored$")
        if close:
            self.close_preferences()

    def test_backups(self):
        self.start()
        self.open_preferences("Review")
        self.type_number("How Many New Questions a Day", 5)
        self.close_preferences()
        self.open_preferences("Data")
        self.make_backup()
        self.close_preferences()
        self.open_preferences("Review")
        self.type_number("How Many New Questions a Day", 7)
        self.close_preferences()
        self.restore()
        self.assertEqual(len(self.backups(r"history-before-restore-")), 1)
        self.open_preferences("Review")
        self.wait_for_value("How Many New Questions a Day", 5)
        self.close_preferences()
        self.restore()
        self.assertEqual(len(self.backups(r"history-before-restore-")), 2)
        self.restart()
        self.open_preferences("Review")
        self.wait_for_value("How Many New Questions a Day", 7)
        self.close_preferences()
        self.quit()

    def test_restore_undone(self):
        """What was restored is put back with the key for it."""
        self.start()
        self.open_preferences("Data")
        self.make_backup()
        self.close_preferences()
        self.open_preferences("Review")
        self.type_number("How Many New Questions a Day", 7)
        self.close_preferences()
        self.restore(close=False)
        press("ctrl+z")
        self.was_told("Your history is as it was before")
        self.read(r"^3, the latest of ")  # what was restored is set aside as well
        self.close_preferences()
        self.restart()
        self.open_preferences("Review")
        self.wait_for_value("How Many New Questions a Day", 7)
        self.close_preferences()
        self.quit()

    def test_restored_where_none_can_be_opened(self):
        """A folder has the history's name. First it is tried again in vain, then a backup takes its place."""
        history = os.path.join(self.data, "history.db")
        self.start()
        self.open_preferences("Review")
        self.type_number("How Many New Questions a Day", 7)
        self.close_preferences()
        self.open_preferences("Data")
        self.make_backup()
        self.close_preferences()
        self.quit()
        os.remove(history)
        os.mkdir(history)
        self.start()
        self.read(r"^Your answers are not being kept\. .*history\.db: something else has this name")
        self.open_preferences("Data")
        self.read(r"^Your History Can’t Be Opened$")
        self.read(r"^Answers can’t be kept in .*history\.db: something else has this name\. It was left as it is\.$")
        self.assertFalse(self.screen.find(r"^Make One$"))
        self.walk_to(r"^Try Again$")
        press("space")
        self.read(r"^Your History Could Not Be Opened$")
        press("Escape")
        until("the message to be gone", lambda: not self.screen.find(r"^Your History Could Not Be Opened$"))
        self.restore_what_is_listed()
        self.was_told("Your history is open again")
        self.read(r"^The backup was restored\. What stood in its place was set aside as “history\.db\.damaged-.*”\.$")
        self.assertTrue(any(os.path.isdir(os.path.join(self.data, name)) for name in os.listdir(self.data)
                            if name.startswith("history.db.damaged-")))
        self.open_preferences("Review")
        self.wait_for_value("How Many New Questions a Day", 7)
        self.close_preferences()
        self.quit()

    def restore_what_is_listed(self):
        self.open_preferences("Data")
        until("backups to be listed", lambda: self.is_sensitive("Restore a Backup"))
        self.walk_to(r"^Restore a Backup")
        press("space")
        self.walk_to(r"^Restore…$")
        press("space")
        self.read(r"^Your history becomes what it was on .* nothing of it is deleted\.$")
        self.walk_to(r"^Restore( Restore)?$")
        press("space")

    def test_backups_from_elsewhere(self):
        """The list follows its folder while it is open."""
        self.start()
        self.open_preferences("Data")
        self.make_backup()
        folder = os.path.join(self.data, "backups")
        copy = os.path.join(folder, "history-2026-01-02-030405.db")
        shutil.copy(os.path.join(folder, self.backups("history-")[0]), copy)
        self.read(r"^2, the latest of ")
        os.remove(copy)
        self.read(r"^1, of ")
        self.close_preferences()
        self.quit()


tap.main()
