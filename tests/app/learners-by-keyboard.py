#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""learners-by-keyboard.py CHARTER TOOL PACK: several people who share a login, each with a history of their own. They are
added, changed to, removed and put back with keys alone.
"""
import configparser
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


class Learners(window.WindowTest):
    charter, tool, *library = sys.argv[1:4]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)

    # ---- what is on the disk

    def listed(self):
        """Names by id, and who is current."""
        parser = configparser.RawConfigParser()
        parser.read(os.path.join(self.data, "learners.ini"), encoding="utf-8")
        return parser

    def history_of(self, name):
        found = [one for one in self.listed().sections() if self.listed().get(one, "name", fallback="") == name]
        return os.path.join(self.data, "learners", found[0], "history.db") if found else None

    def count(self, path, kind="answer"):
        """How many events of a kind are in a history that nobody has open. It is closed at once, or Charter could not
        open it next."""
        with contextlib.closing(sqlite3.connect(path)) as database:
            return database.execute("SELECT count(*) FROM event WHERE kind = ?", (kind,)).fetchone()[0]

    # ---- what is done

    def type(self, words):
        before = self.screen.typed()
        subprocess.run(["xdotool", "type", "--delay", "30", words], check=True)
        until(f"“{words}” to be typed", lambda: self.screen.typed() == before + len(words))

    def add(self, name):
        self.walk_to(r"^Add a Learner…$")
        press("Return")
        until("the dialog", lambda: window.active() == "Add a Learner")
        self.type(name)
        press("Return")
        self.was_told(f"{name} was added")
        self.read(rf"^{name}$")

    def change_to(self, name):
        """With the one button there is: there are two learners in these tests."""
        self.walk_to(r"^Change$")
        press("space")
        self.read(rf"^{name} is learning now$")
        until("one window", lambda: len(self.screen.windows()) == 1)
        until("the window to have the keyboard", lambda: self.screen.focus() or press("Tab"))

    def answer(self):
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")

    # ---- the tests

    def test_two_learners(self):
        self.start()
        self.read(r"^Welcome to Charter$")
        self.open_preferences()
        self.add("Ana")
        self.close_preferences()
        self.read(r"^Welcome to Charter$")  # nobody gave the first one a name
        self.answer()

        self.open_preferences()  # in the midst of the quiz
        self.change_to("Ana")
        self.read(r"^Welcome to Charter, Ana$")
        self.assertFalse(self.screen.find(r"^Question 1 of"))
        self.assertFalse(self.screen.find(r"^Continue$"))
        press("alt+4")
        self.read(r"^Nothing")
        self.answer()
        self.open_preferences()
        self.change_to("First learner")
        self.read(r"^Left at question 1 of 12$")
        self.quit()
        self.assertEqual(self.count(self.history_of("Ana")), 1)
        self.assertEqual(self.count(os.path.join(self.data, "history.db")), 1)

    def test_removed_and_put_back(self):
        self.start()
        self.open_preferences()
        self.add("Ana")
        self.close_preferences()
        self.open_preferences()
        self.walk_to(r"^Menu of: Ana$")
        press("space", "Down", "Return")
        self.read(r"^Ana was removed from the list$")
        self.read(r"^Removed$")
        self.assertFalse(self.screen.find(r"^Menu of: Ana$"))
        press("ctrl+z")
        self.was_told("Ana is on the list again")
        self.read(r"^Menu of: Ana$")

    def test_no_history_to_open(self):
        self.start()
        self.open_preferences()
        self.add("Ana")
        self.close_preferences()
        os.makedirs(self.history_of("Ana"))  # where a file should be
        self.open_preferences()
        self.walk_to(r"^Change$")
        press("space")
        self.read(r"^The Learner Was Not Changed$")
        self.read(r"^Answers can’t be kept in ")
        press("Escape")
        until("the message to be gone", lambda: not self.screen.find(r"^The Learner Was Not Changed$"))
        self.answer()  # by whom it was before
        self.quit()
        self.assertTrue(os.path.isdir(self.history_of("Ana")))
        self.assertEqual(self.count(os.path.join(self.data, "history.db")), 1)

    def import_file(self, path, done):
        self.open_preferences("Data")
        self.walk_to(r"^Import…$")
        press("Return")
        until("the chooser", lambda: window.active() == "Import a History")
        subprocess.run(["xdotool", "type", "--delay", "30", path], check=True)
        until("the path to be typed", lambda: self.screen.typed() >= len(path))
        press("shift+End", "Delete", "Return")
        self.read(done)

    def test_import(self):
        lines = os.path.join(os.environ["HOME"], "old.jsonl")
        self.start()
        self.answer()
        self.quit()
        subprocess.run([self.tool, "history", "export", lines], check=True)
        shutil.rmtree(self.data)
        with open(lines, "a", encoding="utf-8") as file:
            file.write("Dear all\n")
        self.start()
        self.import_file(lines, r"entries are new\n\n1 line is left out:\nLine \d+: ")
        self.walk_to(r"^Import( Import)?$")
        press("space")
        self.read(r"^\d+ entries are new$")
        self.read(r"^Good \w+$")  # Today follows
        self.quit()
        self.assertEqual(self.count(os.path.join(self.data, "history.db")), 1)

    def test_import_unreadable(self):
        """Of what is there and can’t be read, whoever one is. Nothing has changed then, and a file can be chosen again."""
        broken = os.path.join(os.environ["HOME"], "broken.jsonl")
        os.symlink("/proc/self/mem", broken)  # its first byte is nowhere
        self.start()
        self.answer()
        self.kill()
        self.start()
        self.import_file(broken, r"^This File Can’t Be Read$")
        press("Escape")
        until("the message to be gone", lambda: not self.screen.find(r"^This File Can’t Be Read$"))
        self.read(r"^JSON Lines \(\.jsonl\) that Charter has exported")
        self.kill()
        self.assertEqual(self.count(os.path.join(self.data, "history.db")), 1)

    def test_nothing_to_import(self):
        """A file that is no history, and one of which all is there already."""
        lines = os.path.join(os.environ["HOME"], "none.jsonl")
        with open(lines, "wb") as file:
            file.write(b"\x00\xff\n")
        self.start()
        self.answer()
        self.kill()
        self.start()
        self.import_file(lines, r"^No line of this file is of a history\.")
        self.kill()
        subprocess.run([self.tool, "history", "export", lines], check=True)
        self.start()
        self.import_file(lines, r"^Nothing New in This File$")
        self.kill()
        self.assertEqual(self.count(os.path.join(self.data, "history.db")), 1)


tap.main()
