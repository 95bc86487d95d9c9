#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""packs-in-window.py CHARTER PACK DRAG-FILE: opens a pack in each way that there is, tries it, adds it to the library, and takes
that back. The pack is one that holds only a bank.
"""
import os
import shutil
import subprocess
import sys
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

PACK = os.path.abspath(sys.argv[2])
GUEST = r"^You can read and try this pack as it is\."


class Packs(window.WindowTest):
    charter = sys.argv[1]

    def setUp(self):
        super().setUp()
        shutil.rmtree(os.path.join(self.data, "packs"), ignore_errors=True)

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

    def write(self, name, *edits, pack_up=False):
        """The pack with some of its words replaced, as a file of its own."""
        text = open(PACK, encoding="utf-8").read()
        for before, after in edits:
            self.assertIn(before, text)
            text = text.replace(before, after, 1)
        path = os.path.join(self.data, name)
        os.makedirs(self.data, exist_ok=True)
        if pack_up:
            with zipfile.ZipFile(path, "w") as packed:
                packed.writestr("pack.xml", text)
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        return path

    def show_packs(self):
        subprocess.run(["gdbus", "call", "--session", "--dest", "org.charterstudy.Charter", "--object-path",
                        "/org/charterstudy/Charter/window/1", "--method", "org.gtk.Actions.Activate", "show-packs",
                        "[]", "{}"], check=True, stdout=subprocess.DEVNULL)

    def add(self, button):
        self.walk_to(button)
        press("Return")
        self.read(r"^This pack is in your library\.$")

    def test_packed_up_updated_and_removed(self):
        self.start(self.write("bank.charter", pack_up=True), first=GUEST)
        self.add(r"^Add to Library$")
        self.assertTrue(self.added())
        self.quit()

        self.start(self.write("new.charter", ('release="1.0"', 'release="1.1"'),
                              ("Sort the work.", "Sort this work."), pack_up=True),
                   first=r"^You have this pack in release 1\.0; this is release 1\.1\. 1 question has other words\. "
                         r"What you answered is kept\.$")
        self.read(r"^1 Change$")
        self.read(r"^Other words$")
        self.add(r"^Update$")

        self.show_packs()
        self.read(r"^Added by You$")
        self.read(r"^Release 1\.1 ")
        self.walk_to(r"^Menu of: Loose questions$")
        press("space", "Down", "Down", "Return")
        self.read(r"^“Loose questions” removed\. What you answered is kept\.$")
        until("the pack to go", lambda: not self.added())
        press("ctrl+z")
        until("the pack to be there again", self.added)
        self.read(r"^Menu of: Loose questions$")
        self.quit()

    def test_the_same_release_again(self):
        self.start(PACK, first=GUEST)
        self.add(r"^Add to Library$")
        self.quit()
        self.start(PACK, first=r"^This release of the pack is in your library already\.$")
        self.quit()

    def test_edited(self):
        """What is saved of a pack of the library is read anew there."""
        self.start(PACK, first=GUEST)
        self.add(r"^Add to Library$")
        self.show_packs()
        self.walk_to(r"^Menu of: Loose questions$")
        press("space", "Return")
        until("the window to write in", lambda: window.active() == "Loose questions")
        self.wait_for_focus(r"^Source")
        self.read(r"^Pack: Loose questions$")
        press("ctrl+f")
        until("the search to have the keyboard", lambda: self.screen.focus() and self.screen.typed() == 0)
        subprocess.run(["xdotool", "type", "--delay", "30", "<title>loose"], check=True)
        press("Return", "Escape")
        self.wait_for_focus(r"^Source")
        press("Right")
        subprocess.run(["xdotool", "type", "--delay", "30", "r"], check=True)
        press("ctrl+s")
        self.read(r"^Menu of: Looser questions$")
        press("ctrl+w")
        self.quit()

    @window.with_chooser
    def test_handed_out(self):
        self.start(PACK, first=GUEST)
        self.add(r"^Add to Library$")
        self.show_packs()
        self.walk_to(r"^Menu of: Loose questions$")
        press("space", "Down", "Return")
        until("the chooser to have the keyboard", lambda: window.active() == "Hand a Pack Out")
        place = os.path.join(self.data, "out.charter")
        press("ctrl+a")
        subprocess.run(["xdotool", "type", place], check=True)
        press("Return")
        self.read(r"^Saved as out\.charter$")
        with zipfile.ZipFile(place) as packed, open(PACK, "rb") as pack:
            self.assertEqual(packed.read("pack.xml"), pack.read())
        self.quit()

    def test_a_zip_without_a_pack(self):
        path = os.path.join(self.data, "empty.charter")
        os.makedirs(self.data, exist_ok=True)
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("notes.txt", "nothing")
        self.start(path)
        self.read(r"^The zip holds no pack\.xml\.")
        self.quit()

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
