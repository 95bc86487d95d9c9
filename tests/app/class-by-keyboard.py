#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""class-by-keyboard.py CHARTER PACK MAKE-CLASS: hands out a result with keys alone, and looks at the results of a class."""
import csv
import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import class_files  # noqa: E402
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


class Class(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)
        self.folder = os.path.join(os.environ["HOME"], "results")
        shutil.rmtree(self.folder, ignore_errors=True)

    def open_class(self):
        class_files.write_class(self.folder)
        with open(os.path.join(self.folder, "spoilt.charter-result"), "w", encoding="utf-8") as file:
            file.write("nonsense")
        self.start(self.folder, first=r"^Facility$")
        self.wait_for_focus(r"^1\. q1, ")

    def walk_to_line(self, pattern):
        self.walk_to(pattern, key="Down")

    def test_table_item_and_back(self):
        self.open_class()
        self.walk_to_line(r"^5\. q5, Learners: 30, Facility: 50%, Discrimination: −")
        press("Return")
        self.read(r"^Those who do well elsewhere do worse here")
        self.read(r"^b: Wrong · 15 of 30 · best third: 13 of 17 · weakest third: 2 of 13$")
        self.read(r"^Internal|^Discrimination: −\d")
        press("Escape")
        self.wait_for_focus(r"^\d\. q\d, ")
        press("Escape")
        until("the window to be closed", lambda: window.active() != "Class Results")

    def test_figures_and_files(self):
        self.open_class()
        press("alt+2")
        self.wait_for_focus(r"^Learners: ")
        self.read(r"^Internal consistency: ")
        self.walk_to(r"^Files$")
        press("space")
        self.read(r"^spoilt\.charter-result: It is not whole")

    def test_line_where_it_is_written(self):
        subprocess.run([sys.argv[3], self.folder, sys.argv[2], "ferry", "4"], check=True)
        self.start(self.folder, first=r"^Facility$")
        self.wait_for_focus(r"^1\. Which of these is the project")
        press("Return")
        self.walk_to(r"^Show Where It Is Written$")
        press("space")
        self.wait_for_focus(r"^Source")
        with open(sys.argv[2], encoding="utf-8") as file:
            written = file.read()
        until("the caret to be at the question", lambda: self.screen.caret() == written.index('<single id="ramp"'))

    def test_two_papers(self):
        class_files.write_class(self.folder, 4)
        class_files.write(self.folder, [class_files.result("Eva", ["a", "b"], group="other")])
        self.start(self.folder, first=r"^Facility$")
        self.read(r"^Results of$")
        self.read(r"^org\.example\.elsewhere#all$")

    def test_nothing_to_read(self):
        os.makedirs(self.folder)
        self.start(self.folder, first=r"^Nothing to Read$")
        self.read(r"^There is no result file in what you opened\.$")
        self.walk_to(r"^Open Another Folder…$")

    def test_nothing_that_can_be_read(self):
        class_files.write(self.folder, [])
        with open(os.path.join(self.folder, "spoilt.charter-result"), "w", encoding="utf-8") as file:
            file.write("nonsense")
        self.start(self.folder, first=r"^Nothing Can Be Read$")
        self.read(r"^spoilt\.charter-result: It is not whole")


@window.with_chooser
class Saving(Class):
    def type_place(self, path):
        until("the name to have the keyboard", lambda: self.screen.typed() > 0)
        press("ctrl+a")
        subprocess.run(["xdotool", "type", path], check=True)
        until("the name to be typed", lambda: self.screen.typed() >= len(path))
        press("shift+End", "Delete", "Return")

    def choose_place(self, path):
        before = window.active()
        press("Return")
        until("the chooser to have the keyboard", lambda: window.active() not in ("", before))
        self.type_place(path)

    def test_table(self):
        path = os.path.join(os.environ["HOME"], "figures.csv")
        self.open_class()
        self.walk_to(r"^Save the Figures$")
        press("space")
        self.walk_to(r"^Save as Table…$", key="Down")
        self.choose_place(path)
        rows = list(csv.DictReader(window.read_written(path).decode().splitlines()))
        self.assertEqual([row["facility"] for row in rows if row["item"] == "q5" and row["what"] == "item"], ["0.5"])

    def test_result(self):
        path = os.path.join(os.environ["HOME"], "ana.charter-result")
        self.start()
        press("alt+3")
        self.walk_to(r"^Start: The ferry$")
        press("Return")
        self.read(r"^Question 1 of 1$")
        self.choose("The new ramp")
        press("Return")
        self.wait_for_focus(r"^See Your Score$")
        press("Return")
        self.read(r"^Your Score$")
        self.walk_to(r"^Save the Report$", "shift+Tab")
        press("space")
        self.walk_to(r"^Save a Result for the Instructor…$", key="Down")
        press("Return")
        self.wait_for_focus(r"^Name for the Instructor$")
        press("ctrl+a", "A", "n", "a")
        self.choose_place(path)
        saved = json.loads(window.read_written(path))
        self.assertEqual((saved["name"], saved["items"][0]["points"], saved["items"][0]["first"]), ("Ana", 1, True))


# What is in both is tried once.
for name in [name for name in vars(Class) if name.startswith("test_")]:
    setattr(Saving, name, None)

tap.main()
