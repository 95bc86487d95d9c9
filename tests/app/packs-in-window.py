#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""packs-in-window.py CHARTER PACK DRAG-FILE: opens a pack in each way that there is, tries it, adds it to the library, and takes
that back. The pack is one that holds only a bank.
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

PACK = os.path.abspath(sys.argv[2])
GUEST = r"^You can read and try this pack as it is\."


class Packs(window.WindowTest):
    charter = sys.argv[1]

    def added(self):
        return os.path.exists(os.path.join(self.data, "packs", "org.example.bank", "pack.xml"))

    def open_by_action(self):
        subprocess.run(["gdbus", "call", "--session", "--dest", "org.charterstudy.Charter", "--object-path",
                        "/org/charterstudy/Charter/window/1", "--method", "org.gtk.Actions.Activate", "open-file",
                        f"[<'file://{PACK}'>]", "{}"], check=True, stdout=subprocess.DEVNULL)

    def test_a_bank_is_played(self):
        self.start(PACK, first=GUEST)
        self.read(r"^Questions$")
        self.walk_to(r"^A handful of questions")
        press("Return")
        self.read(r"^Question 1 of 2$")
        press("0")  # the tenth option
        self.wait_until_checked("Close")
        press("Return")
        self.read(r"^Correct\. The answer is J\.$")
        self.quit()
        self.assertFalse(self.added())

    def test_cards_are_dragged(self):
        self.start(PACK, first=GUEST)
        self.walk_to(r"^A handful of questions")
        press("Return")
        self.read(r"^Question 1 of 2$")
        press("alt+s")
        self.read(r"^Question 2 of 2$")
        self.drag_card("Move the office", "Project")
        self.read(r"^Move the office, Project$")
        self.drag_card("Clean the office", "Project")
        self.read(r"^Clean the office, Project$")
        self.drag_card("Clean the office", "Operation")  # from one category to the other
        self.read(r"^Clean the office, Operation$")
        press("Return")
        self.read(r"^Correct\. 2 of 2 are right\.$")
        self.quit()

    def drag_card(self, card, category):
        window.drag(self.screen.spot(rf"^{card}, "), self.screen.spot(rf"^{category}$"))

    def test_added_and_taken_back(self):
        self.start(PACK, first=GUEST)
        self.walk_to(r"^Add to Library$")
        press("Return")
        self.read(r"^This pack is in your library\.$")
        self.wait_for_focus(r"^A handful of questions")
        self.assertTrue(self.added())
        press("ctrl+z")
        self.read(GUEST)
        until("the pack to go", lambda: not self.added())

        self.walk_to(r"^Add to Library$")
        press("Return")
        self.read(r"^This pack is in your library\.$")
        press("alt+3")
        self.read(r"^Start: A handful of questions$")
        self.quit()
        self.assertTrue(self.added())

    def test_opened_by_action(self):
        self.start()
        self.open_by_action()
        self.read(GUEST)
        self.quit()

    def test_dropped(self):
        self.start()
        other = subprocess.Popen([sys.argv[3], PACK])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        source = window.Screen(other.pid)
        until("something to drag", lambda: source.find(r"^Drag this$"))
        begin = source.spot(r"^Drag this$")
        left, top = window.corner(self.program.pid)
        # Onto a part of the window that the other does not lie on.
        window.drag(begin, next((left + x, top + 300) for x in (200, 800) if abs(left + x - begin[0]) > 250))
        self.read(GUEST)

    @window.with_chooser
    def test_opened_by_the_chooser(self):
        self.start()
        press("ctrl+o")
        self.read(r"^Open a Pack$")
        until("the chooser to have the keyboard", lambda: window.active() == "Open a Pack")
        subprocess.run(["xdotool", "type", PACK], check=True)
        until("the name to be typed", lambda: self.screen.typed() >= len(PACK))
        press("shift+End", "Delete", "Return")  # without what newer GTK has put after it to complete it
        self.read(GUEST)
        self.quit()

    def test_a_second_start_opens_in_the_first(self):
        self.start()
        subprocess.run([self.charter, PACK], check=True, timeout=window.PATIENCE)
        self.read(GUEST)
        self.quit()


tap.main()
