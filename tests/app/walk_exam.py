# SPDX-License-Identifier: GPL-3.0-or-later
"""Sits the exams that come with Charter with keys alone, for walk.py: from the card in Practice over rules, sections, breaks
and review sheets to the report.

“charter-tool exam” draws the same questions from the same number; each has to come on the screen in its turn. What is right
is read from the packs' XML, and of the questions that don't count nothing may come into the score.
"""
import glob
import json
import os
import re
import subprocess
import sys

import pack
from answering import AnsweringTest, SEED, within
from quiz_window import NUMBERS
from window import press, until

HOME = "pmp-exam"
MANY = 200  # cards in Practice, and more
WRONG = 4  # every fourth question is answered wrong


def list_exams(folder):
    """The shortest first."""
    return list(reversed(pack.Pack(os.path.join(folder, f"{HOME}.xml")).exams))


class Sitting(AnsweringTest):
    """Tests are added by walk.py, one for each exam."""
    charter = sys.argv[1]
    library = None  # questions come from all that are installed

    # ---- what will come

    def draw(self, exam):
        """The questions as they will come, each with its section and whether it counts."""
        packs = map(pack.Pack, glob.glob(os.path.join(sys.argv[2], "*.xml")))
        packs = {one.id: one for one in packs if one.language == "en"}
        tool = os.path.join(os.path.dirname(self.charter), "charter-tool")
        drawn = subprocess.run([tool, "exam", "--exam", exam.id, "--seed", str(SEED), "--json", HOME],
                               capture_output=True, text=True, check=True)
        self.form = json.loads(drawn.stdout)
        self.items = [packs[one["pack"]].items[one["item"]] for one in self.form["items"]]

    def is_last_of_section(self, number):
        asked = self.form["items"]
        return number == len(asked) or asked[number]["section"] != asked[number - 1]["section"]

    # ---- before

    def begin(self, exam):
        press("alt+3")
        self.wait_for_focus(r"^Build a Quiz$")
        self.walk_to_card(exam.title, "Rules")
        press("Return")
        self.wait_for_focus(r"^Start$")
        self.read(rf"^{len(self.items)} questions$")
        self.walk_to(r"^The Same Exam for Several People$", "shift+Tab")
        press("space", "Tab")
        subprocess.run(["xdotool", "type", str(SEED)], check=True)
        press("Tab")
        until("the form to be drawn", lambda: self.is_sensitive("Start"))
        self.walk_to(r"^Start$")
        press("Return")

    # ---- questions

    def give_choice(self, item, answer):
        """Each kind by the fewest keys: the other ways are tried in the scenarios."""
        for option in answer:
            letter = next(name[0] for name in self.names if re.fullmatch(rf"\w\. {re.escape(option)}", name))
            press(letter.lower())

    def give_classify(self, item, answer):
        self.sort_cards(answer)

    def give_pairs(self, item, answer):
        known = {}
        for line, words in answer.items():
            if isinstance(item, pack.Cloze):
                known = {}
            self.pick(line, words, known, NUMBERS[:len(item.choices[line])])

    def give_order(self, item, answer):
        self.order_by_number(answer)

    def give_typed(self, item, answer):
        """No button tells that it has come; but what is pressed after it comes after it."""
        self.wait_for_focus(r"^(Your answer)?$")
        subprocess.run(["xdotool", "type", "--", answer], check=True)

    GIVING = {pack.Choice: give_choice, pack.TrueFalse: give_choice, pack.Hotspot: give_choice,
              pack.Classify: give_classify, pack.Match: give_pairs, pack.Cloze: give_pairs, pack.Order: give_order,
              pack.Number: give_typed, pack.Short: give_typed}

    def look_at(self, number):
        """Reads the screen once, for all of the question, when it has come."""
        def look():
            self.names = self.screen.names()
            return f"Question {number} of {len(self.items)}" in self.names
        until(f"question {number}", look)

    def question(self, number):
        """Whether the keys did what they should, the sheet and the score tell."""
        item = self.items[number - 1]
        self.look_at(number)
        self.assertLessEqual(set(item.stem), set(self.names), f"not all of {item.id} is to be read")
        answer = item.wrong(self.random) if number % WRONG == 0 else item.right()
        self.give(item, answer)
        if number % 10 == 0:
            self.assertFalse(self.screen.find(r"^(Correct|Not quite|Partly right)\b|^Why$"), f"told of {item.id} too early")
        return answer

    def end_section(self, number):
        """The last question leads to the sheet, on which nothing is open."""
        asked = self.form["items"]
        n = sum(one["section"] == asked[number - 1]["section"] for one in asked)
        self.read(rf"^{n} of {n} questions answered$")
        press("End")  # of the list: below it stands the way on
        if number == len(asked):
            self.walk_to(r"^Finish$")
            press("Return")
            return
        self.walk_to(r"^End This Section$")
        press("Return")
        self.read(r"^You can’t come back to its questions\.$")
        self.walk_to(r"^End Section\b")
        press("Return")
        self.read(r"^The clock of the exam stands still\.$")
        self.wait_for_focus(r"^Go On$")
        press("Return")

    # ---- the report

    def read_domains(self):
        """Right ones and all of them, as the rows of the domains tell."""
        lines = [re.search(r"\. (\d+) of (\d+) right · .*% of the exam$", name) for name in self.screen.names()]
        return tuple(sum(int(line[group]) for line in lines if line) for group in (1, 2))

    def report(self, answers):
        """Of those that count, and of these alone."""
        counted = [(item, answer) for item, answer, asked in zip(self.items, answers, self.form["items"])
                   if not asked["unscored"]]
        points, maximum = sum(item.worth(answer) for item, answer in counted), sum(item.points for item, _ in counted)
        n_right = sum(item.verdict(answer) == "Correct" for item, answer in counted)
        self.read(r"^Your Score$")
        self.read(rf"^{n_right} of {len(counted)} questions wholly right · ")
        self.assertEqual(self.read_domains(), (n_right, len(counted)))
        told = self.read(r"^[\d.]+ of [\d.]+ points$")[1].split()
        self.assertTrue(within(float(told[0]), points, 0.1), f"{told} for {points}")
        self.assertEqual(float(told[2]), maximum)
        percent = int(self.screen.after(r"^Your Score$", r"^(\d+)%$"))
        self.assertTrue(within(percent, 100 * points / maximum, 1), f"{percent}% for {points} of {maximum}")
        self.tell(f"{len(answers)} questions, {len(counted)} count, {n_right} wholly right, {told[0]} of {told[2]} points, "
                  f"{percent}%")
        return percent

    def sit(self, exam):
        self.draw(exam)
        self.start()
        self.begin(exam)
        total = len(self.items)
        left, answers = self.random.randint(2, total), []
        for number in range(1, total + 1):
            if number == left:
                self.read(rf"^Question {number} of {total}$")
                self.leave_and_come_back(exam.title)
            answers.append(self.question(number))
            press("Return")
            if self.is_last_of_section(number):
                self.tell(f"{exam.id}: {number} answered")
                self.end_section(number)
        percent = self.report(answers)
        press("Escape")
        self.read(rf"^{total} questions · .*best {percent}% · last try today$")
        self.quit()
