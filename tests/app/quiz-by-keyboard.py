#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""quiz-by-keyboard.py CHARTER PACK: takes the whole quiz of PACK with keys alone, and reads the screen as a screen
reader does. Half-way the program is killed, and has to go on at the same question with the same choices; and so
while an answer is looked at again.
"""
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from quiz_window import QuizTest  # noqa: E402
from window import press, until  # noqa: E402


class Quiz(QuizTest):
    charter, *library = sys.argv[1:3]

    def go_on(self, number):
        press("Return")
        self.read(rf"^Question {number} of 12$")

    # ---- the questions

    def single(self):
        self.choose("Find out what the delay does to the opening")
        self.check(r"^Correct\. The answer is A\.$")
        self.assertTrue(self.screen.find(r"^A\. Find out what the delay does to the opening\. Your answer, and correct$"))
        self.assertTrue(self.screen.find("First the effect, then the choice"))

    def resume(self, number):
        self.start()
        press("alt+3")
        self.read(rf"^Left at question {number} of 12$")
        self.walk_to(r"^Continue: The bakery$")
        press("Return")
        self.read(rf"^Question {number} of 12$")

    def multiple_killed_half_way(self):
        self.choose("Fit out the shop")
        before = self.log_state()
        self.choose("Bake the morning rolls")
        until("the choice to be written", lambda: self.log_state() != before)
        self.kill()
        self.resume(2)
        self.wait_until_checked("Fit out the shop")
        self.wait_until_checked("Bake the morning rolls")
        press("b")
        self.wait_until_checked("Bake the morning rolls", False)
        self.choose("Train the first bakers")
        self.check(r"^Correct\. The answers are A, C\.$")

    def truefalse(self):
        self.choose("False")
        self.check(r"^Correct\.")

    def look(self, key, number):
        press(key)
        self.read(rf"^Question {number} of 12$")

    def look_back(self):
        """From question 4, at the answers to 3, 2 and 1, which stand; killed meanwhile, it goes on at question 4."""
        before = self.settled_log_state()
        self.assertFalse(self.is_sensitive("Look Forward Again"))
        self.look("alt+Page_Up", 3)
        self.wait_for_focus(r"^Back to Question 4$")
        self.read(r"^B\. False\. Your answer, and correct$")
        press("1", "alt+z", "alt+s")  # neither chosen, taken back nor skipped
        self.look("alt+Page_Up", 2)
        self.read(r"^Correct\. The answers are A, C\.$")
        self.look("alt+Page_Up", 1)
        self.assertFalse(self.is_sensitive("Look Back at an Answer"))
        self.look("alt+Page_Down", 2)
        self.look("alt+Page_Down", 3)
        self.read(r"^B\. False\. Your answer, and correct$")
        self.look("alt+Page_Down", 4)
        self.assertFalse(self.screen.find(r"^Back to Question"))
        self.look("alt+Page_Up", 3)
        self.look("Return", 4)
        self.look("alt+Page_Up", 3)
        self.assertEqual(self.settled_log_state(), before)
        self.kill()
        self.resume(4)

    def classify_with_a_mistake(self):
        self.sort_cards(dict.fromkeys(["Sign the lease", "Order flour every week", "Install the ovens"], "Project"))
        self.check(r"^Partly right\. 2 of 3 are right\.$")
        self.assertTrue(self.screen.find(r"^Order flour every week, Project\. Belongs in “Operation”$"))

    def order(self):
        steps = ["Plan the shop", "Build the shop", "Let Jon accept it", "Run it"]
        press("alt+Down")  # an order that was never touched is not given by Enter
        self.read(r"is now 2 of 4\.$")
        self.put_in_order(steps)
        self.check(r"^Correct\. 4 of 4 are right\.$")

    def match(self):
        known = {}
        self.pick("Output", "A shop with two ovens", known, "123")
        self.pick("Benefit", "Money earned with bread", known, "123")
        self.check(r"^Correct\. 2 of 2 are right\.$")
        self.assertTrue(self.screen.find(r"^Belong nowhere$"))

    def cloze(self):
        self.pick("Blank 1 of 2", "shop", {})
        self.pick("Blank 2 of 2", "money", {})
        self.check(r"^Correct\. 2 of 2 are right\.$")

    def typed(self, words, verdict):
        self.type_answer(words)
        self.check(verdict)

    def drill_killed_half_way(self):
        """The numbers are drawn, and stay the same."""
        asked = r"^There are (\d+) bags and two are used\. How many are left\?$"
        bags = int(re.search(asked, self.read(asked)[1]).group(1))
        time.sleep(1)  # an answer is safe before its feedback shows; the place, a moment after the question does
        self.kill()
        self.resume(10)
        self.read(rf"^There are {bags} bags and two are used")
        self.wait_for_focus(r"^(Your answer)?$")  # GTK 4.8 does not tell of fields
        self.typed(f"{bags - 2},0", rf"^Correct\. The answer is {bags - 2} bags\.$")

    def place(self, words):
        """The state of a place of a picture or diagram."""
        return self.screen.find(rf"^\w\. {re.escape(words)}$")[2]

    def until_pointed_at(self, words, chosen=True):
        until(f"“{words}” to be chosen: {chosen}",
              lambda: self.place(words).contains(window.Atspi.StateType.CHECKED) == chosen)

    def diagram(self):
        self.wait_for_focus(r"^A\. Opened$")
        press("Tab", "space")
        self.until_pointed_at("Taken over")
        press("Right")
        self.wait_for_focus(r"^C\. A year later$")
        press("Return")  # on another place than the chosen one it chooses
        self.until_pointed_at("A year later")
        self.assertFalse(self.place("Taken over").contains(window.Atspi.StateType.CHECKED))
        press("b")
        self.until_pointed_at("Taken over")
        self.check(r"^Correct\. The answer is B\.$")
        self.assertTrue(self.screen.find(r"^B\. Taken over\. Your answer, and correct$"))
        self.assertTrue(self.screen.find(r"^Jon has it now\.$"))

    def picture(self):
        self.assertTrue(self.screen.find(r"^The shop from above: an oven"))
        self.wait_for_focus(r"^A\. Oven$")
        press("space")
        self.until_pointed_at("Oven")
        self.assertTrue(self.screen.find(r"^“Oven” is chosen\.$"))
        press("c")
        self.until_pointed_at("Counter")
        press("space")
        self.until_pointed_at("Counter", False)
        subprocess.run(["xdotool", "mousemove", *map(str, self.screen.spot(r"^B\. Kneading machine$")), "click", "1"], check=True)
        self.until_pointed_at("Kneading machine")
        self.check(r"^Correct\. The answers are A, B\.$")

    def report(self):
        press("Return")
        self.read(r"^Your Score$")
        self.read(r"^11 of 12 questions wholly right")
        self.assertEqual([outcome.partition(" · ")[0] for outcome in self.outcomes(12)],
                         ["Correct"] * 3 + ["Partly right"] + ["Correct"] * 8)
        self.wait_for_focus(r"^Practise the Mistake$")
        press("Escape")
        self.wait_for_focus(r"^Try Again: The bakery$")
        self.read(r"best \d+%")
        self.quit()

    def test_whole_quiz(self):
        self.start()
        press("alt+3")
        self.read(r"^12 questions$")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of 12$")
        self.single()
        self.go_on(2)
        self.multiple_killed_half_way()
        self.go_on(3)
        self.truefalse()
        self.go_on(4)
        self.look_back()
        self.classify_with_a_mistake()
        self.go_on(5)
        self.order()
        self.go_on(6)
        self.match()
        self.go_on(7)
        self.cloze()
        self.go_on(8)
        self.typed("6", r"^Correct\. The answer is 6 weeks\.$")
        self.go_on(9)
        self.typed("jon", r"^Correct\. The answer is Jon\.$")
        self.go_on(10)
        self.drill_killed_half_way()
        self.go_on(11)
        self.diagram()
        self.go_on(12)
        self.picture()
        self.report()


tap.main()
