#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""progress-by-keyboard.py CHARTER PACK MAKE-HISTORY: goes to Progress with keys alone, without a history and with one of
1,000 answers, reads its charts and tables as a screen reader does, saves a picture, chooses a question and practises a
misconception.
"""
import os
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import Atspi, press, until  # noqa: E402

CHARTS = ["Days", "Right and Not Right", "Reviews to Come", "How Sure You Are", "Topics", "How You Forget"]
ANSWERS = 1000


class Progress(window.WindowTest):
    charter = sys.argv[1]
    library = [sys.argv[2]]
    make_history = sys.argv[3]

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.data, ignore_errors=True)

    def fill(self):
        os.makedirs(self.data)
        history = os.path.join(self.data, "history.db")
        subprocess.run([self.make_history, history, self.library[0], str(ANSWERS), "60"], check=True)

    def images(self):
        return {name: one for one, name, _states in self.screen.everything() if one.get_role() == Atspi.Role.IMAGE}

    def rows(self, beginning):
        return [name for name in self.screen.names() if name.startswith(beginning)]

    def press_button(self, name, key="Tab"):
        self.walk_to(rf"^{re.escape(name)}$", key)
        press("space")

    # ---- the steps

    def charts(self):
        self.read(r"^Days practised this week: \d+\. In the last half year: \d+; answers: 1000\.$")
        self.read(r"^Questions seen: \d+ of \d+\.")
        self.read(r"^The chance that you recall it today is about \d+%\.")
        images = until("all charts", lambda: set(CHARTS) <= set(self.images()) and self.images())
        for chart in CHARTS:
            self.assertTrue(images[chart].get_description(), chart)

    def table(self):
        self.press_button("Show as a Table: Days")
        self.read(r"^Day: .+, Answers: \d+, Right: \d+, Share: .+, Minutes: \d+$")
        rows = [re.search(r"Answers: (\d+), Right: (\d+)", row) for row in self.rows("Day: ")]
        self.assertEqual(sum(int(row[1]) for row in rows), ANSWERS)
        self.assertTrue(all(int(row[2]) <= int(row[1]) for row in rows))
        self.assertNotIn("Days", self.images())
        self.walk_to(r"^Save as a Picture…: Days$")
        press("Tab")
        self.wait_for_focus(r"^Day: ")
        first = self.screen.focus()
        press("Down")
        until("the next row", lambda: self.screen.focus() not in ("", first))
        self.assertTrue(self.screen.focus().startswith("Day: "))
        press("shift+Tab")
        self.wait_for_focus(r"^Save as a Picture…: Days$")
        press("shift+Tab", "space")
        until("the chart", lambda: "Days" in self.images())

    def save(self, ending):
        path = os.path.join(os.environ["HOME"], f"topics.{ending}")
        self.press_button("Save as a Picture…: Topics")
        until("the file chooser", lambda: len(self.screen.windows()) > 1)
        until("the name to be marked", lambda: self.screen.typed() > 0)
        press("ctrl+a")
        subprocess.run(["xdotool", "type", "--delay", "30", path], check=True)
        until("the path", lambda: self.screen.typed() == len(path))
        press("Return")
        until("the file chooser to close", lambda: len(self.screen.windows()) == 1)
        self.was_told(f"Saved as “topics\\.{ending}”")
        return window.read_written(path)

    def save_svg(self):
        root = ElementTree.fromstring(self.save("svg"))
        self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
        self.assertGreater(len(list(root.iter())), 50)

    def save_png(self):
        self.assertTrue(self.save("png").startswith(b"\x89PNG\r\n\x1a\n"))

    def question(self):
        before = self.read(r"^Question: .")[1]
        self.walk_to(r"^Question: ")
        press("space")
        until("the field to search in", lambda: self.screen.focus() != before)
        subprocess.run(["xdotool", "type", "--delay", "30", "the"], check=True)
        press("Down")
        self.walk_to(r"^(?!Search the questions)", "Down")
        press("Return")
        until("another question", lambda: self.screen.find(r"^Question: .")[1] != before)
        self.press_button("Show as a Table: How You Forget", "shift+Tab")
        self.read(r"^Day: .+, Grade: \w+, Chance to recall: .+, Then lasts: \d+ days?$")
        self.read(r"^Day: .+, Grade: today, Chance to recall: \d+%, ")

    def practise(self):
        names = self.screen.names()
        first = next(at for at, name in enumerate(names) if re.match(r"^Shown in \d+ of \d+ answers? · ", name))
        title = names[first - 1]
        self.walk_to(rf"^{re.escape(title)}$", "shift+Tab")
        press("space")
        self.walk_to(r"^Practise These$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        press("Escape")
        self.read(r"^Days practised this week")

    def test_with_answers(self):
        self.fill()
        self.start()
        press("alt+4")
        for step in (self.charts, self.table, self.question, self.practise):
            with self.subTest(step.__name__):
                step()
        self.quit()

    @window.with_chooser
    def test_saved(self):
        self.fill()
        self.start()
        press("alt+4")
        self.save_svg()
        self.save_png()
        self.quit()

    def test_without(self):
        self.start()
        press("alt+4")
        self.read(r"^Nothing to Show Yet$")
        self.walk_to(r"^Try a Scenario$")
        press("Return")
        self.wait_for_focus(r"^Build a Quiz")
        self.quit()


tap.main()
