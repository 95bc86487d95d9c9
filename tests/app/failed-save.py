#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""failed-save.py CHARTER PACK: an answer that can't be saved is said, kept on the screen, and saved with Try Again.

The disk is as good as full while no file of the program may grow (RLIMIT_FSIZE of the running program).
"""
import os
import resource
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402


class FailedSave(window.WindowTest):
    charter, *library = sys.argv[1:3]

    def limit_files(self, size):
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def choose_and_wait(self, words):
        before = self.log_state()
        self.choose(words)
        until("the choice to be written", lambda: self.log_state() != before)

    def test_try_again(self):
        self.start()
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        press("Return")
        self.read(r"^Question 1 of \d+$")
        self.choose_and_wait("Find out what the delay does to the opening")

        self.limit_files(0)
        press("Return")
        self.read(r"^The disk did not take what was to be saved")
        self.assertFalse(self.screen.find(r"^Correct\."))
        self.wait_until_checked("Find out what the delay does to the opening")
        if "CHARTER_PICTURE" in os.environ:
            window.take_picture(os.environ["CHARTER_PICTURE"])

        self.limit_files(resource.RLIM_INFINITY)
        self.walk_to(r"^Try Again$", "shift+Tab")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")
        self.wait_for_focus(r"^Next$")
        self.kill()
        self.start()
        press("alt+3")
        self.walk_to(r"^Continue: The bakery$")
        press("Return")
        self.read(r"^Correct\. The answer is A\.$")
        self.quit()


tap.main()
