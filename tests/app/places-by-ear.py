#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""places-by-ear.py CHARTER PACK: goes from Today to Learn and into a lesson with keys alone, and reads each as a
screen reader does: what can have the focus has a name, headings are headings, and the order is that of the eyes.
"""
import os
import re
import sys
from xml.etree import ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import Atspi, press, until  # noqa: E402

# A name that GTK makes of a type, or in which the mark of a mnemonic is left.
NO_NAME = re.compile(r"^$|^(Gtk|Adw|Charter)[A-Z]\w+$|_")
# These hold what has the focus, and need no name.
HOLDERS = {Atspi.Role.SCROLL_PANE, Atspi.Role.PANEL, Atspi.Role.FILLER}


def lessons():
    name = "{urn:charter:pack:1}"
    return [lesson.findtext(name + "title") for lesson in ElementTree.parse(sys.argv[2]).iter(name + "lesson")]


class Places(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def headings(self):
        return [name for one, name, _states in self.screen.everything() if one.get_role() == Atspi.Role.HEADING]

    def check_names(self):
        nameless = [(one.get_role_name(), name) for one, name, states in self.screen.everything()
                    if states.contains(Atspi.StateType.FOCUSABLE) and one.get_role() not in HOLDERS
                    and NO_NAME.search(name)]
        self.assertEqual(nameless, [])

    def follow(self, key, *names):
        for name in names:
            press(key)
            self.wait_for_focus(rf"^{re.escape(name)}")

    def wait_for_headings(self, *names):
        until(f"the headings {names}", lambda: [name for name in self.headings() if name in names] == list(names))

    def test_places(self):
        self.start()
        with self.subTest("Today"):
            self.wait_for_focus(r"^Read$")
            self.wait_for_headings("Welcome to Charter", "Or Begin With")
            self.follow("Tab", "AWS migration", "Side by side", "Open a pack of your own", "Today")
            self.follow("Right", "Learn", "Practice")
            self.check_names()
        with self.subTest("Learn"):
            press("alt+2")
            self.wait_for_focus(r"^Two kinds of work$")
            self.wait_for_headings("Projects and operations", "Scenarios to Try")
            self.follow("Tab", *lessons()[1:], "AWS migration")
            self.check_names()
        with self.subTest("lesson"):
            self.walk_to(r"^What makes a project$", key="shift+Tab")
            press("Return")
            self.wait_for_focus(r"^What makes a project$")
            self.wait_for_headings("What makes a project")
            self.check_names()
        with self.subTest("back"):
            press("Escape")
            self.wait_for_focus(r"^What makes a project$")
            self.wait_for_headings("Projects and operations")


tap.main()
