#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""search-by-keyboard.py CHARTER PACK: searches from every kind of page with keys alone, opens what is found, and comes
back to where it was.
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


class Search(window.WindowTest):
    charter = sys.argv[1]
    library = [sys.argv[2]]

    def search(self, words, count):
        press("ctrl+f")
        self.wait_for_focus(r"^Search$")
        self.type(words, count)

    def type(self, words, count):
        subprocess.run(["xdotool", "type", words], check=True)
        self.read(rf"^{count}$")

    def test_lesson_and_back(self):
        self.start()
        press("alt+2")
        self.read(r"^The handover$")
        self.search("handov", "4 results")
        for heading in ("Lessons", "Glossary", "Questions"):
            self.read(rf"^{heading}$")
        press("Down")
        self.wait_for_focus(r"^The handover$")
        press("Down")
        self.wait_for_focus(r"^Warranty$")
        press("Return")
        self.read(r"^For thirty days the project mends what it delivered\.")
        press("Escape")
        self.wait_for_focus(r"^Warranty$")
        press("Up", "Up")
        self.wait_for_focus(r"^Search$")
        self.type("er warranty", "1 result")
        press("Escape")
        self.wait_for_focus(r"^The handover$")  # of the place Learn, where it was called
        self.assertIsNone(self.screen.find(r"^1 result$"))
        self.quit()

    def test_meaning(self):
        self.start()
        self.search("operation", "2 results")
        press("Down")
        self.wait_for_focus(r"^Operation$")  # the best: it is the word itself
        press("Down")
        self.wait_for_focus(r"^Acceptance is not readiness$")
        press("Up")
        self.wait_for_focus(r"^Operation$")
        press("Return")
        self.read(r"^Work that goes on and repeats; it begins where the handover ends\.$")
        press("Escape")
        self.wait_for_focus(r"^Operation$")
        press("Escape")
        self.read(r"^Practice$")
        self.quit()

    def known_of_scenarios(self):
        press("alt+3")
        self.read(r"^(Start|Continue): The bakery$")
        return [name for name in self.screen.names() if name.startswith(("Start", "Continue", "Left at")) or "best" in name]

    def test_question_does_not_tell(self):
        self.start()
        before = self.known_of_scenarios()
        self.search("supplier", "1 result")  # which stands in an option
        for told in ("supplier", "effect"):
            self.assertIsNone(self.screen.find(told), self.screen.names())
        press("Return")  # opens the first
        self.read(r"^The bakery$")
        self.read(r"^Mara opens a second shop\.")  # the situation is there
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^Correct\. The answer is ")
        self.wait_for_focus(r"^Done$")
        press("Return")
        self.wait_for_focus(r"^The oven comes two weeks late\.")
        press("Escape")
        self.assertEqual(self.known_of_scenarios(), before)  # it counts for none
        self.quit()

    def test_from_a_question_and_back(self):
        self.start()
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of 2$")
        self.choose("Dismiss the supplier")
        self.search("zeppelin", "Nothing Found")
        self.assertFalse(self.screen.find(r"^0 results$"))
        press("Escape")
        self.read(r"^Question 1 of 2$")
        self.wait_until_checked("Dismiss the supplier")
        press("Return")
        self.read(r"^Not quite\.")
        self.quit()

    def test_case(self):
        self.start()
        self.search("marmalade", "1 result")
        self.read(r"^Scenarios$")
        press("Return")
        self.read(r"^Nobody says whose marmalade it was\.$")
        self.read(r"^\w\. Ask the apprentice$")
        press("Escape")
        self.wait_for_focus(r"^Crumbs in a sack of flour$")
        self.quit()

    def test_case_beside_a_lesson(self):
        self.start()
        press("alt+2")
        self.walk_to(r"^Names in other languages$")
        press("Return")
        self.read(r"^Scenarios to Try$")
        self.walk_to(r"^Crumbs in a sack of flour$")
        press("Return")
        self.read(r"^Nobody says whose marmalade it was\.$")
        self.quit()

    def test_kept_for_mocks(self):
        self.start()
        self.search("platypus", "Nothing Found")
        press("ctrl+f")  # again: the words are there to be typed over
        self.type("shop", "1 result")
        self.quit()

    def test_a_pack_that_is_looked_at(self):
        other = os.path.join(os.environ["HOME"], "other.xml")
        with open(sys.argv[2], encoding="utf-8") as file:
            text = file.read().replace("org.charterstudy.tests.search", "org.example.other")
        for tag in ("<title>", "<stem><p>"):
            text = text.replace(tag, f"{tag}Other ")
        with open(other, "w", encoding="utf-8") as file:
            file.write(text)
        self.start(other, first=r"^You can read and try this pack as it is\.")
        self.search("thirty", "2 results")
        press("Return")
        self.read(r"^Other Warranty$")  # the one that is looked at comes first
        press("Escape")
        self.wait_for_focus(r"^Other Warranty$")
        self.see_all_questions()
        press("Escape", "Escape")
        self.read(r"^Practice$")
        self.search("thirty", "1 result")
        self.quit()

    def see_all_questions(self):
        """More than a group shows at first."""
        self.search("the", "20 results")
        self.read(r"^3 more$")
        self.walk_to(r"^Show More$", "Down")  # of the lessons
        press("Return")
        until("their rows", lambda: len([name for name in self.screen.names() if name == "Show More"]) == 2)  # the row's and its label's
        self.walk_to(r"^Show More$", "Down")
        press("Return")
        until("all rows", lambda: not self.screen.find(r"^(Show More|\d more)$"))
        self.wait_for_focus(r"oven|laboratory|handover|sentence")


tap.main()
