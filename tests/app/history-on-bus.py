#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""history-on-bus.py CHARTER TOOL PACK: charter-tool asks the running program, which holds the history, to look through
it and to back it up; another program that holds it can't be asked.
"""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402


class HistoryOnBus(window.WindowTest):
    charter = os.path.abspath(sys.argv[1])
    tool = os.path.abspath(sys.argv[2])
    library = [os.path.abspath(sys.argv[3])]

    def run_tool(self, *arguments, status=0, **options):
        done = subprocess.run([self.tool, *arguments], capture_output=True, text=True, check=False, **options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return " ".join((done.stdout + done.stderr).split())

    def answer(self):
        """Two answers from a terminal."""
        pack = self.library[0]
        said = self.run_tool("quiz", "--history", pack, "case", input="=sponsor\n=build move\n")
        self.assertIn("Your place is kept", said)

    def test_asked(self):
        self.answer()
        self.start()
        window.until("the history to be open", lambda: "is running" in self.run_tool("history", "verify"))
        told = self.run_tool("history", "verify")
        self.assertRegex(told, r"Charter is running .*/history\.db All is well")
        self.assertRegex(told, r"Answers 2 ")
        self.assertRegex(self.run_tool("history", "backup"), r"Made .*/backups/history-[0-9-]{17}\.db$")
        self.assertRegex(self.run_tool("history", "backups"), r"history-[0-9-]{17}\.db 2 answers made when asked for")
        name = re.search(r"history-[0-9-]{17}\.db", self.run_tool("history", "backups"))[0]
        self.assertIn("Close Charter", self.run_tool("history", "restore", name, status=2))
        self.quit()
        self.assertIn("is not running, so the file was opened", self.run_tool("history", "verify"))

    def test_held_by_another(self):
        self.answer()
        self.run_tool("history", "backup")
        with subprocess.Popen([self.tool, "quiz", "--history", self.library[0], "case"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True) as quiz:
            quiz.stdin.write("=plan do check act\n")
            quiz.stdin.flush()
            window.until("the quiz to hold the file",
                         lambda: "Another program holds the file" in self.run_tool("history", "verify"))
            told = self.run_tool("history", "verify")
            quiz.stdin.close()
            quiz.stdout.read()
        self.assertRegex(told, r"the latest backup was read: history-.* All is well.* Answers 2 ")


tap.main()
