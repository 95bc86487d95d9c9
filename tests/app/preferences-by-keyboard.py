#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""preferences-by-keyboard.py CHARTER PACK: changes each preference with keys alone, and finds it after a restart."""
import datetime
import os
import re
import resource
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import Atspi, press, until  # noqa: E402


class Preferences(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)

    def open_page(self, name="Study"):
        press("ctrl+comma")
        until("the preferences", lambda: window.active() == "Preferences")
        if name != "Study":
            self.walk_to(rf"^_?{name}$")
            press("space")

    def value(self, name):
        found = self.screen.find(rf"^{name}$")
        return found and found[0].get_value_iface() and round(found[0].get_value_iface().get_current_value())

    def wait_for_value(self, name, value):
        until(f"{name} to be {value}", lambda: self.value(name) == value)

    def type_number(self, name, number):
        self.walk_to(rf"^{name}$")
        press("ctrl+a", *str(number), "Return")
        self.wait_for_value(name, number)

    def close(self):
        """With Escape; where the focus went with a toast, the first one only brings it back."""
        for _ in range(2):
            press("Escape")
            try:
                until("the preferences to be closed", lambda: len(self.screen.windows()) == 1, patience=5)
                return
            except AssertionError:
                continue
        self.fail("Escape does not close the preferences")

    def restart(self):
        """As a crash would, right after the window has closed: what it showed is safe by then."""
        self.kill()
        self.start()

    def checked(self, name):
        found = self.screen.find(rf"^{name}")
        return found is not None and found[2].contains(Atspi.StateType.CHECKED)

    def test_how_sure(self):
        self.start()
        self.open_page()
        self.walk_to(r"^Ask How Sure I Am")
        self.assertFalse(self.checked("Ask How Sure I Am"))
        press("space")
        until("the switch", lambda: self.checked("Ask How Sure I Am"))
        self.close()
        self.restart()
        self.open_page()
        until("the switch", lambda: self.checked("Ask How Sure I Am"))
        self.close()
        self.quit()

    def open_calendar(self, button):
        """What a menu button opens is a part of it, and only the focus tells of that."""
        self.walk_to(button)
        press("space")
        until("the calendar", lambda: not re.search(button, self.screen.focus()))

    def test_exam_date(self):
        today = datetime.date.today()
        self.start()
        self.open_page()
        self.read(r"^Not set$")
        self.open_calendar(r"^Choose…$")
        press("Right", "Down", "Left", "Left", "Up", "Right", "Right", "Return")
        self.read(r"^Tomorrow$")
        self.walk_to(r"^\d+ \w+ \d{4}$", "shift+Tab")
        shown = self.screen.focus()
        self.assertIn(datetime.datetime.strptime(shown, "%d %B %Y").date() - today,
                      (datetime.timedelta(1), datetime.timedelta(2)))
        self.close()
        self.restart()
        self.open_page()
        self.open_calendar(rf"^{shown}$")
        self.walk_to(r"^Clear$")
        press("space")
        self.read(r"^Not set$")
        self.close()
        self.restart()
        self.open_page()
        self.read(r"^Not set$")
        self.close()
        self.quit()

    def focused_entry(self):
        """Of the list that is open. (The first entry is what the row shows; GTK 4.8 does not tell their names.)"""
        return next((i for i, (_words, focused) in enumerate(self.screen.entries() or []) if focused), None)

    def text_height(self):
        return self.screen.settled("^Welcome to Charter$").height

    def test_text_size(self):
        settings = os.path.join(os.environ["XDG_CONFIG_HOME"], "charter", "settings.ini")
        self.start()
        self.assertFalse(os.path.exists(settings))
        before = self.text_height()
        self.open_page()
        self.read(r"^100%$")
        self.choose_entry(r"^Text Size", 4)
        self.read(r"^150%$")
        with open(settings, encoding="utf-8") as file:
            self.assertIn("size=150\n", file.read())
        self.close()
        self.assertGreater(self.text_height(), before * 1.3)
        self.restart()
        self.assertGreater(self.text_height(), before * 1.3)
        self.quit()
        os.remove(settings)

    def choose_entry(self, row, place):
        """Of a row's list, from 0."""
        self.walk_to(row)
        press("space")
        until("the list", self.focused_entry)
        press("Home")
        for step in range(place):
            before = self.focused_entry()
            press("Down")
            until(f"the focus on {step + 1}", lambda: self.focused_entry() == before + 1)
        press("Return")

    def test_review(self):
        self.start()
        self.open_page("Review")
        self.wait_for_value("How Many Reviews a Day", 100)
        self.wait_for_value("How Many New Questions a Day", 10)
        self.wait_for_value("How Many Per Cent to Know", 90)
        self.type_number("How Many Reviews a Day", 40)
        self.type_number("How Many New Questions a Day", 3)
        self.choose_entry(r"^A Day Begins At", 5)
        self.read(r"^05:00$")
        self.type_number("How Many Per Cent to Know", 80)
        self.read(r"you would know 80 in 100\. What waits 30 days at 90% waits \d\d+ days\.$")
        self.type_number("How Many Days at Most", 60)
        self.close()
        self.restart()
        self.open_page("Review")
        for name, value in (("Reviews a Day", 40), ("New Questions a Day", 3), ("Per Cent to Know", 80), ("Days at Most", 60)):
            self.wait_for_value(f"How Many {name}", value)
        self.read(r"^05:00$")
        self.close()
        self.quit()

    def test_failed_save(self):
        self.start()
        self.open_page()
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        self.walk_to(r"^Ask How Sure I Am")
        was = self.checked("Ask How Sure I Am")
        press("space")
        self.read(r"^The disk did not take what was to be saved")
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.walk_to(r"^Try Again$", "shift+Tab")
        press("space")
        self.close()
        self.restart()
        self.open_page()
        until("the switch", lambda: self.checked("Ask How Sure I Am") != was)
        self.close()
        self.quit()

    def backups(self, pattern):
        return [name for name in os.listdir(os.path.join(self.data, "backups")) if re.match(pattern, name)]

    def restore(self, close=True):
        """The latest: the one that was made, then what was set aside for it."""
        self.open_page("Data")
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
            self.close()

    def test_backups(self):
        self.start()
        self.open_page("Review")
        self.type_number("How Many New Questions a Day", 5)
        self.close()
        self.open_page("Data")
        self.walk_to(r"^Make One$")
        press("space")
        self.read(r"^A backup was made$")
        until("the backup", lambda: self.backups(r"history-\d{4}-\d\d-\d\d-\d{6}\.db"))
        self.close()
        self.open_page("Review")
        self.type_number("How Many New Questions a Day", 7)
        self.close()
        self.restore()
        self.assertEqual(len(self.backups(r"history-before-restore-")), 1)
        self.open_page("Review")
        self.wait_for_value("How Many New Questions a Day", 5)
        self.close()
        self.restore()
        self.assertEqual(len(self.backups(r"history-before-restore-")), 2)
        self.restart()
        self.open_page("Review")
        self.wait_for_value("How Many New Questions a Day", 7)
        self.close()
        self.quit()

    def test_restore_undone(self):
        """What was restored is put back with the key for it."""
        self.start()
        self.open_page("Data")
        self.walk_to(r"^Make One$")
        press("space")
        self.read(r"^A backup was made$")
        self.close()
        self.open_page("Review")
        self.type_number("How Many New Questions a Day", 7)
        self.close()
        self.restore(close=False)
        press("ctrl+z")
        self.read(r"^Your history is as it was before$")
        self.close()
        self.restart()
        self.open_page("Review")
        self.wait_for_value("How Many New Questions a Day", 7)
        self.close()
        self.quit()

    def test_backups_from_elsewhere(self):
        """The list follows its folder while it is open."""
        self.start()
        self.open_page("Data")
        self.walk_to(r"^Make One$")
        press("space")
        self.read(r"^A backup was made$")
        self.read(r"^1, of ")
        folder = os.path.join(self.data, "backups")
        copy = os.path.join(folder, "history-2026-01-02-030405.db")
        shutil.copy(os.path.join(folder, self.backups("history-")[0]), copy)
        self.read(r"^2, the latest of ")
        os.remove(copy)
        self.read(r"^1, of ")
        self.close()
        self.quit()

    def answer_first(self):
        press("alt+3")
        self.walk_to(r"^(Start|Try Again): The bakery$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")

    def test_bring_back(self):
        """What was begun anew is listed after a restart, brought back there, taken away again by the toast’s button, and
        brought back for good."""
        self.start()
        self.open_page("Data")
        self.read(r"^Nothing$")
        self.close()
        self.answer_first()
        self.open_page("Data")
        self.walk_to(r"^Begin Anew with a Pack")
        press("space")
        self.walk_to(r"^Begin Anew$")
        press("space")
        self.read(r"^The pack begins anew$")
        self.read(r"^1, which can be undone$")
        self.close()
        self.restart()
        self.open_page("Data")
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
        self.read(r"^It is as it was before$")
        self.read(r"^1, which can be undone$")
        self.close()
        self.restart()
        self.open_page("Data")
        self.walk_to(r"^Deleted, Begun Anew, Left Out")
        press("space")
        self.walk_to(r"^Undo")
        press("space")
        self.read(r"^Nothing$")
        self.close()
        self.quit()

    def test_fit_without_history(self):
        self.start()
        self.open_page("Review")
        self.walk_to(r"^Fit$")
        press("space")
        self.read(r"^Too Little to Go By$")
        self.assertFalse(self.screen.find(r"^Use It"))
        press("Escape")
        self.close()
        self.quit()

    def test_begin_anew(self):
        self.start()
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")
        self.open_page("Data")
        self.walk_to(r"^Begin Anew with a Pack")
        press("space")
        self.walk_to(r"^Begin Anew$")
        press("space")
        self.read(r"^The pack begins anew$")
        self.walk_to(r"^Undo")
        press("space")
        self.read(r"^The pack is as it was before$")
        self.close()
        self.quit()

    def test_erase_everything(self):
        self.start()
        self.open_page("Review")
        self.type_number("How Many New Questions a Day", 5)
        self.close()
        self.open_page("Data")
        self.walk_to(r"^Make One$")
        press("space")
        self.read(r"^A backup was made$")
        self.walk_to(r"^Erase Everything…")
        press("Return")
        self.read(r"^Erase Everything\?$")
        self.read(r"^Export First…")
        self.walk_to(r"^Erase Everything( Erase Everything)?$")
        press("space")
        self.read(r"^Everything was erased$")
        self.wait_for_value("How Many New Questions a Day", 10)
        self.assertEqual(self.backups(r"history-\d{4}-\d\d-\d\d-\d{6}\.db"), [])
        self.close()
        self.restart()
        self.open_page("Review")
        self.wait_for_value("How Many New Questions a Day", 10)
        self.close()
        self.quit()


tap.main()
