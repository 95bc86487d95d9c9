#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""help-by-keyboard.py CHARTER HELP PACK: presses F1 in each kind of place, where it opens a page of the folder HELP that
speaks of that place; and says so where there is no help viewer. Starts at what the desktop entry offers. Reads About.
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402

VIEWER = """[Desktop Entry]
Type=Application
Name=Viewer
Exec=sh -c "echo $0 >>%s" %%u
MimeType=x-scheme-handler/help;
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


class Help(window.WindowTest):
    charter, pages = sys.argv[1:3]
    library = [sys.argv[3]]

    def setUp(self):
        super().setUp()
        self.shown = os.path.join(os.environ["HOME"], "shown")
        self.viewer = os.path.join(os.environ["XDG_DATA_HOME"], "applications", "viewer.desktop")
        self.default = os.path.join(os.environ["XDG_CONFIG_HOME"], "mimeapps.list")

    def install_viewer(self):
        write(self.viewer, VIEWER % self.shown)
        write(self.default, "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n")

    def read_shown(self):
        if not os.path.exists(self.shown):
            return ""
        with open(self.shown, encoding="utf-8") as file:
            return file.read().strip()

    def ask(self, page):
        if os.path.exists(self.shown):
            os.remove(self.shown)
        press("F1")
        self.assertEqual(until("the help", self.read_shown), f"help:charter/{page}")
        self.assertTrue(os.path.exists(os.path.join(self.pages, f"{page}.page")), page)

    def test_places(self):
        self.install_viewer()
        self.start()
        self.ask("today")
        press("alt+2")
        self.read(r"^The handover$")
        self.ask("lesson")
        press("ctrl+f")
        self.wait_for_focus(r"^Search$")
        self.ask("search")
        press("Escape")
        press("alt+3")
        self.walk_to(r"^Start: The bakery$")
        self.ask("quiz")
        press("Return")
        self.read(r"^Question 1 of 2$")
        self.ask("quiz")
        self.quit()

    def test_no_viewer(self):
        for path in (self.viewer, self.default):
            if os.path.exists(path):
                os.remove(path)
        self.start()
        press("F1")
        self.read(r"^The help could not be opened\. It needs a help viewer, such as Yelp\.$")
        self.quit()

    def test_actions_of_the_desktop(self):
        """As the desktop entry starts them: with nothing running, and with a window there."""
        self.start("--practice", first=r"^Start: The bakery$")
        subprocess.run([self.charter, "--learn"], env=dict(os.environ, CHARTER_PACKS_DIR=self.packs), check=True)
        self.walk_to(r"^The handover$")
        self.quit()

    def read_about(self, page, *words):
        """Opens a page of About, reads the words in it, and leaves it. (Newer About shows one page at a time. Newer GTK
        does not tell what the items of the menu are called.)"""
        before = until("the focus", self.screen.focus)
        press("F10")
        until("the menu", lambda: self.screen.focus() != before)
        press("Up", "Up", "Return")
        self.read(r"^Credits$")
        self.walk_to(rf"^{page}$")
        press("Return")
        for text in words:
            self.read(rf"^{text}$")
        until("About to go", lambda: len(self.screen.windows()) == 1 or press("Escape"))

    def test_about(self):
        self.start()
        self.read_about("Troubleshooting", "Debugging Information")
        self.read_about("Legal", "Course and questions",
                        r"PMP is a registered mark of .*, which has no part in Charter\.")
        self.quit()


tap.main()
