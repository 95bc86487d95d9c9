#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""started-by-bus.py CHARTER SERVICE DESKTOP-ENTRY LIBRARY-PACK PACK: nobody runs the program, and the session bus
starts it from its service file: for its window, for each action of the desktop entry, for a pack that is not in the
library, and for a learner's result.
"""
import configparser
import os
import pathlib
import re
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import class_files  # noqa: E402
import tap  # noqa: E402
import window  # noqa: E402
from window import until  # noqa: E402

APP = "org.charterstudy.Charter"
BUS = "org.freedesktop.DBus"

# What is read only where an action of the desktop entry leads.
PLACES = {"learn": r"^Names in other languages$", "practice": r"^Start: The bakery$",
          "progress": r"^Nothing to Show Yet$", "open-pack": r"^Open a Pack$"}


def call(name, path, method, *arguments, check=True):
    """Returns: what it answers, as text, empty where it fails and need not be right."""
    return subprocess.run(["gdbus", "call", "--session", "--dest", name, "--object-path", path, "--method", method,
                           *arguments], check=check, capture_output=True, text=True).stdout


def ask_bus(method, *arguments, **options):
    return call(BUS, "/org/freedesktop/DBus", f"{BUS}.{method}", *arguments, **options)


def process():
    """The number of the process that has the program's name on the bus, None while none has."""
    answer = re.search(r"uint32 (\d+)", ask_bus("GetConnectionUnixProcessID", APP, check=False))
    return int(answer[1]) if answer is not None else None


class StartedByBus(window.WindowTest):
    charter = os.path.abspath(sys.argv[1])
    library = [sys.argv[4]]

    def setUp(self):
        """Installs the service as it was built, but with the program where that was built."""
        super().setUp()
        service = configparser.ConfigParser(interpolation=None)
        service.optionxform = str
        service.read(sys.argv[2])
        _installed, options = service["D-BUS Service"]["Exec"].split(" ", 1)
        service["D-BUS Service"]["Exec"] = f'"{self.charter}" {options}'
        place = os.path.join(os.environ["XDG_DATA_HOME"], "dbus-1", "services")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, f"{APP}.service"), "w", encoding="utf-8") as file:
            service.write(file, space_around_delimiters=False)
        ask_bus("ReloadConfig")
        ask_bus("UpdateActivationEnvironment", str({"CHARTER_PACKS_DIR": self.packs, "G_DEBUG": "fatal-criticals"}))
        self.assertIsNone(process())

    def tearDown(self):
        number = process()
        if number is not None:
            os.kill(number, signal.SIGKILL)
            until("the program to be gone", lambda: process() is None)
        super().tearDown()

    def ask(self, method, *arguments):
        """As a desktop does."""
        call(APP, "/" + APP.replace(".", "/"), f"org.freedesktop.Application.{method}", *arguments, "{}")

    def start_by(self, method, *arguments, first):
        self.ask(method, *arguments)
        self.screen = window.Screen(process())
        self.read(first)
        self.ask("ActivateAction", "quit", "[]")
        until("the program to end", lambda: process() is None)

    def test_for_its_window(self):
        self.start_by("Activate", first=r"^Welcome to Charter$")

    def test_for_actions_of_the_desktop(self):
        entry = configparser.ConfigParser(interpolation=None)
        entry.read(sys.argv[3])
        self.assertEqual(entry["Desktop Entry"]["DBusActivatable"], "true")
        names = entry["Desktop Entry"]["Actions"].strip(";").split(";")
        self.assertEqual(set(names), set(PLACES))
        for name in names:
            with self.subTest(action=name):
                self.start_by("ActivateAction", name, "[]", first=PLACES[name])

    def test_for_a_result(self):
        folder = os.path.join(os.environ["HOME"], "results")
        class_files.write_class(folder, 1)
        [result] = pathlib.Path(folder).iterdir()
        self.start_by("Open", str([result.as_uri()]), first=r"^1\. q1, Learners: 1, ")

    def test_for_a_pack(self):
        pack = pathlib.Path(sys.argv[5]).resolve()
        self.start_by("Open", str([pack.as_uri()]), first=r"^You can read and try this pack as it is\.")


tap.main()
