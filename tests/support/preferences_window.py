# SPDX-License-Identifier: GPL-3.0-or-later
"""How the preferences are opened, changed and closed with keys alone, for all tests of them."""
import os
import re
import shutil

import window
from window import Atspi, press, until

BACKUP = r"history-\d{4}-\d\d-\d\d-\d{6}\.db"  # one that was made


class PreferencesTest(window.WindowTest):

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)

    def value(self, name):
        found = self.screen.find(rf"^{name}$")
        return found and found[0].get_value_iface() and round(found[0].get_value_iface().get_current_value())

    def wait_for_value(self, name, value):
        until(f"{name} to be {value}", lambda: self.value(name) == value)

    def type_number(self, name, number):
        self.walk_to(rf"^{name}$")
        press("ctrl+a", *str(number), "Return")
        self.wait_for_value(name, number)

    def restart(self):
        """As a crash would, right after the window has closed: what it showed is safe by then."""
        self.kill()
        self.start()

    def checked(self, name):
        found = self.screen.find(rf"^{name}")
        return found is not None and found[2].contains(Atspi.StateType.CHECKED)

    def focused_entry(self):
        """Of the list that is open. (The first entry is what the row shows; GTK 4.8 does not tell their names.)"""
        return next((i for i, (_words, focused) in enumerate(self.screen.entries() or []) if focused), None)

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

    def backups(self, pattern):
        folder = os.path.join(self.data, "backups")
        return [name for name in os.listdir(folder) if re.match(pattern, name)] if os.path.isdir(folder) else []

    def make_backup(self):
        """The first one."""
        self.walk_to(r"^Make One$")
        press("space")
        until("the backup", lambda: self.backups(BACKUP))
        self.was_told("A backup was made")
        self.read(r"^1, of ")
