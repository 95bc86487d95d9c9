#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""preferences-by-keyboard.py CHARTER PACK: changes each preference with keys alone, and finds it after a restart."""
import datetime
import os
import re
import resource
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import preferences_window  # noqa: E402
import tap  # noqa: E402
from window import press, until  # noqa: E402


class Preferences(preferences_window.PreferencesTest):
    charter, *library = sys.argv[1:3]

    def test_how_sure(self):
        self.start()
        self.open_preferences()
        self.walk_to(r"^Ask How Sure I Am")
        self.assertFalse(self.checked("Ask How Sure I Am"))
        press("space")
        until("the switch", lambda: self.checked("Ask How Sure I Am"))
        self.close_preferences()
        self.restart()
        self.open_preferences()
        until("the switch", lambda: self.checked("Ask How Sure I Am"))
        self.close_preferences()
        self.quit()

    def open_calendar(self, button):
        """What a menu button opens is a part of it, and only the focus tells of that."""
        self.walk_to(button)
        press("space")
        until("the calendar", lambda: not re.search(button, self.screen.focus()))

    def test_exam_date(self):
        today = datetime.date.today()
        self.start()
        self.open_preferences()
        self.read(r"^Not set$")
        self.open_calendar(r"^Choose…$")
        press("Right", "Down", "Left", "Left", "Up", "Right", "Right", "Return")
        self.read(r"^Tomorrow$")
        self.walk_to(r"^\d+ \w+ \d{4}$", "shift+Tab")
        shown = self.screen.focus()
        self.assertIn(datetime.datetime.strptime(shown, "%d %B %Y").date() - today,
                      (datetime.timedelta(1), datetime.timedelta(0)))  # midnight may pass meanwhile
        self.close_preferences()
        self.restart()
        self.open_preferences()
        self.open_calendar(rf"^{shown}$")
        self.walk_to(r"^Clear$")
        press("space")
        self.read(r"^Not set$")
        self.close_preferences()
        self.restart()
        self.open_preferences()
        self.read(r"^Not set$")
        self.close_preferences()
        self.quit()

    def text_height(self):
        return self.screen.settled("^Welcome to Charter$").height

    def test_text_size(self):
        settings = os.path.join(os.environ["XDG_CONFIG_HOME"], "charter", "settings.ini")
        self.start()
        self.assertFalse(os.path.exists(settings))
        before = self.text_height()
        self.open_preferences()
        self.read(r"^100%$")
        self.choose_entry(r"^Text Size", 4)
        self.read(r"^150%$")
        with open(settings, encoding="utf-8") as file:
            self.assertIn("size=150\n", file.read())
        self.close_preferences()
        self.assertGreater(self.text_height(), before * 1.3)
        self.restart()
        self.assertGreater(self.text_height(), before * 1.3)
        self.quit()
        os.remove(settings)

    def test_review(self):
        self.start()
        self.open_preferences("Review")
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
        self.close_preferences()
        self.restart()
        self.open_preferences("Review")
        for name, value in (("Reviews a Day", 40), ("New Questions a Day", 3), ("Per Cent to Know", 80), ("Days at Most", 60)):
            self.wait_for_value(f"How Many {name}", value)
        self.read(r"^05:00$")
        self.close_preferences()
        self.quit()

    def test_failed_save(self):
        self.start()
        self.open_preferences()
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        self.walk_to(r"^Ask How Sure I Am")
        was = self.checked("Ask How Sure I Am")
        press("space")
        self.read(r"^The disk did not take what was to be saved")
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.walk_to(r"^Try Again$", "shift+Tab")
        press("space")
        self.close_preferences()
        self.restart()
        self.open_preferences()
        until("the switch", lambda: self.checked("Ask How Sure I Am") != was)
        self.close_preferences()
        self.quit()

    def test_fit_without_history(self):
        self.start()
        self.open_preferences("Review")
        self.walk_to(r"^Fit$")
        press("space")
        self.read(r"^Too Little to Go By$")
        self.assertFalse(self.screen.find(r"^Use It"))
        press("Escape")
        self.close_preferences()
        self.quit()


tap.main()
