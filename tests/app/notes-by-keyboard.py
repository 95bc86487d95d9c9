#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""notes-by-keyboard.py CHARTER PACK: writes, marks, disputes, looks through and removes with keys alone. What was said to
be kept is there after the program was killed.
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


def type_words(words):
    subprocess.run(["xdotool", "type", "--", words], check=True)


class Notes(window.WindowTest):
    charter = sys.argv[1]
    library = [sys.argv[2]]

    def gone(self, pattern):
        until(f"{pattern} to go", lambda: self.screen.find(pattern) is None)

    def write(self, key, words):
        """In the small window that a key opens; Escape saves and closes it."""
        press(key)
        self.read(r"^Done$")
        self.screen.find(r"^Done$")
        until("the field", lambda: self.screen.typed() is not None)
        type_words(words)
        press("Escape")
        self.gone(r"^Done$")

    def show_notes(self, count):
        press("ctrl+shift+b")
        self.read(rf"^{count}$")

    def answer_first(self):
        press("alt+3")
        self.walk_to(r"^(Start|Continue): The bakery$")
        press("Return")
        self.read(r"^Question 1 of 2$")
        self.choose("Dismiss the supplier")
        press("Return")
        self.read(r"^Not quite\.")

    def test_1_question(self):
        self.start()
        self.show_notes("No Notes Yet")
        press("Escape")
        self.answer_first()
        self.write("ctrl+shift+n", "Ask first.")
        self.read(r"^Ask first\.$")
        self.write("ctrl+shift+d", "The oven may wait.")
        self.read(r"^You dispute this question$")
        self.kill()
        self.start()
        self.show_notes("2 notes")
        self.read(r"^The oven may wait\.$")
        self.read(r"^Ask first\.$")
        self.quit()

    def test_2_removed_and_back(self):
        self.start()
        self.show_notes("2 notes")
        self.walk_to(r"^Ask first\.$")
        press("Delete")
        self.read(r"^1 note$")
        press("ctrl+z")
        self.read(r"^2 notes$")
        self.walk_to(r"^Ask first\.$", "shift+Tab")
        press("Delete")
        self.read(r"^1 note$")
        self.kill()
        self.start()
        self.show_notes("1 note")
        self.quit()

    def test_2b_filtered_by_typing(self):
        """From the list, without going to the field; what was removed comes back from there too."""
        self.start()
        self.show_notes("1 note")
        self.walk_to(r"^The oven may wait\.$")
        type_words("xy")
        self.read(r"^Nothing Found$")
        self.assertEqual(self.screen.typed(), len("xy"))
        press("BackSpace", "BackSpace")
        self.read(r"^1 note$")
        self.walk_to(r"^The oven may wait\.$")
        type_words("oven")
        until("the filter", lambda: self.screen.typed() == len("oven"))
        self.read(r"^1 note$")
        self.walk_to(r"^The oven may wait\.$")
        press("Delete")
        self.read(r"^No Notes Yet$")
        press("ctrl+z")
        self.read(r"^1 note$")
        self.quit()

    def test_3_question_again(self):
        """What is said of a question stands with its feedback, and not before."""
        self.start()
        self.show_notes("1 note")
        self.walk_to(r"^The oven may wait\.$")
        press("Return")
        self.read(r"^The bakery$")
        self.assertIsNone(self.screen.find(r"^You dispute this question$"))
        self.choose("Find out what the delay does to the opening")
        press("Return")
        self.read(r"^You dispute this question$")
        self.quit()

    def test_3b_report(self):
        """What is disputed says so in its line, and in what that opens to."""
        self.start()
        press("alt+3")
        self.walk_to(r"^Continue: The bakery$")
        press("Return")
        self.read(r"^You dispute this question$")
        press("Return")
        self.read(r"^Question 2 of 2$")
        self.walk_to(r"^Blank 1 of 1: Choose…$")
        press("1")
        self.read(r"^Blank 1 of 1: (bakehouse|crane)$")
        self.walk_to(r"^Check$")
        press("Return")
        self.read(r"^(Correct|Not quite)\.")
        press("Return")
        self.read(r"^Your Score$")
        self.assertIsNone(self.screen.find(r"^The oven may wait\.$"))
        self.read(r"^Not quite · .*you dispute it$")
        self.walk_to(r"^1\. The oven comes two weeks late")
        press("Return")
        self.read(r"^The oven may wait\.$")
        self.read(r"^You dispute this question$")
        self.quit()

    def open_lesson(self):
        press("alt+2")
        self.walk_to(r"^The handover$")
        press("Return")
        self.read(r"^For thirty days the project mends what it delivered\.")
        self.wait_for_focus(r"^The handover$")

    def test_4_section(self):
        self.start()
        self.open_lesson()
        press("ctrl+b")
        self.read(r"^Bookmarked$")
        self.write("ctrl+shift+n", "Who signs?")
        self.read(r"^Who signs\?$")
        self.kill()
        self.start()
        self.show_notes("3 notes")
        self.walk_to(r"^Acceptance is not readiness$")
        press("Return")
        self.read(r"^Bookmarked$")
        press("ctrl+b")
        self.gone(r"^Bookmarked$")
        press("ctrl+z")
        self.read(r"^Bookmarked$")
        self.quit()

    def test_5_highlight(self):
        self.start()
        self.open_lesson()
        press("ctrl+h")
        self.wait_for_focus(r"^The sponsor accepts")
        press(*["ctrl+shift+Right"] * 2)
        press("ctrl+h")
        self.read(r"^Highlighted$")
        self.kill()
        self.start()
        self.show_notes("4 notes")
        self.walk_to(r"^“The sponsor”$")
        press("Return")
        self.wait_for_focus(r"^Acceptance is not readiness$")
        press("ctrl+h")
        self.wait_for_focus(r"^The sponsor accepts")
        press("Return")  # the cursor stands in it
        self.read(r"^Remove Highlight$")
        press("Down", "Down", "Return")
        self.read(r"^Highlight removed$")
        self.quit()
        self.start()
        self.show_notes("3 notes")
        self.quit()

    def test_6_found(self):
        self.start()
        press("ctrl+f")
        self.wait_for_focus(r"^Search$")
        type_words("signs")
        self.read(r"^1 result$")
        self.read(r"^Notes$")
        press("Down")
        self.wait_for_focus(r"^Who signs\?$")
        press("Return")
        self.wait_for_focus(r"^Acceptance is not readiness$")
        self.quit()


tap.main()
