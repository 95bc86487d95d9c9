#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""reminders-on-bus.py CHARTER TOOL PACK MAKE-HISTORY: what the desktop is asked to show, by a program that waits without a window,
and what its buttons do. The desktop's notifications are a stand-in, which the test has on the session bus.
"""
import os
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402
import window  # noqa: E402
from window import press, until  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

APP = "org.charterstudy.Charter"
NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = f"""<node><interface name="{NAME}">
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""
AT_ONCE = 30   # seconds: the first look is ten after the start
AT_REST = 5    # seconds for which a program that waits is watched
ENTRY = f"{APP}.Reminders.desktop"


class Notifications:
    """Keeps what it is asked to show."""

    def __init__(self):
        self.shown = {}
        self.gone = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.object = self.bus.register_object(PATH, node.interfaces[0], self.on_call)
        self.name = Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def stop(self):
        Gio.bus_unown_name(self.name)
        self.bus.unregister_object(self.object)

    def on_call(self, _bus, _sender, _path, _interface, method, parameters, call):
        if method == "Notify":
            _app, _replaces, _icon, title, body, actions, _hints, _time = parameters.unpack()
            number = len(self.shown) + 1
            self.shown[number] = (title, body, dict(zip(actions[1::2], actions[::2])))
            call.return_value(GLib.Variant("(u)", (number,)))
        else:
            self.gone.append(parameters.unpack()[0])
            call.return_value(None)

    def press(self, number, label):
        """What a desktop does when a button is pressed."""
        action = self.look(number)[2][label]
        self.bus.emit_signal(None, PATH, NAME, "ActionInvoked", GLib.Variant("(us)", (number, action)))
        self.bus.emit_signal(None, PATH, NAME, "NotificationClosed", GLib.Variant("(uu)", (number, 2)))
        self.bus.flush_sync()

    @staticmethod
    def attend():
        while GLib.MainContext.default().iteration(False):
            pass

    def look(self, number):
        self.attend()
        return self.shown.get(number)

    def wait(self, number):
        return until("the notification", lambda: self.look(number), patience=AT_ONCE)


class RemindersOnBus(window.WindowTest):
    charter = os.path.abspath(sys.argv[1])
    tool = os.path.abspath(sys.argv[2])
    library = [os.path.abspath(sys.argv[3])]
    maker = os.path.abspath(sys.argv[4])

    def setUp(self):
        super().setUp()
        config = os.environ["XDG_CONFIG_HOME"]
        self.settings = os.path.join(config, "charter", "settings.ini")
        self.entry = os.path.join(config, "autostart", ENTRY)
        for place in (self.data, os.path.dirname(self.settings), os.path.dirname(self.entry)):
            shutil.rmtree(place, ignore_errors=True)
        self.desktop = Notifications()

    def tearDown(self):
        super().tearDown()
        self.desktop.stop()

    # ---- what there is

    def make_history(self):
        """Of a month, with an exam to come."""
        os.makedirs(self.data)
        subprocess.run([self.maker, os.path.join(self.data, "history.db"), self.library[0], "300", "30"], check=True)

    def run_tool(self, *arguments):
        done = subprocess.run([self.tool, *arguments], capture_output=True, text=True, check=False)
        return " ".join((done.stdout + done.stderr).split())

    def verify(self):
        return self.run_tool("history", "verify")

    def count_due(self):
        """Without new ones, as Today counts."""
        told = self.run_tool("review", "--count", self.library[0])
        new = re.search(r"(\d+) of them (?:is|are) new", told)
        return int(re.search(r"(\d+) questions are due", told)[1]) - int(new[1] if new else 0)

    def set(self, **values):
        os.makedirs(os.path.dirname(self.settings), exist_ok=True)
        with open(self.settings, "w", encoding="utf-8") as file:
            file.write("[Reminders]\n" + "".join(f"{key.replace('_', '-')}={value}\n" for key, value in values.items()))

    def read_settings(self):
        try:
            with open(self.settings, encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def was_done_with(self):
        return re.search(r"^last-day=[1-9]", self.read_settings(), re.MULTILINE)

    # ---- the program

    def serve(self):
        """As the desktop does at login."""
        environment = dict(os.environ, G_DEBUG="fatal-criticals", CHARTER_PACKS_DIR=self.packs)
        self.program = subprocess.Popen([self.charter, "--gapplication-service"], env=environment)
        self.screen = window.Screen(self.program.pid)

    def activate(self, action):
        subprocess.run(["gdbus", "call", "--session", "--dest", APP, "--object-path", "/" + APP.replace(".", "/"),
                        "--method", "org.freedesktop.Application.ActivateAction", action, "[]", "{}"], check=True,
                       capture_output=True)

    def end(self):
        self.activate("quit")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)
        self.program = None

    def effort(self):
        """How often the program's threads were woken, and how long they ran, in clock ticks."""
        wakes = ticks = 0
        for thread in os.listdir(f"/proc/{self.program.pid}/task"):
            place = f"/proc/{self.program.pid}/task/{thread}"
            with open(f"{place}/status", encoding="utf-8") as file:
                wakes += sum(int(number) for number in re.findall(r"ctxt_switches:\s+(\d+)", file.read()))
            with open(f"{place}/stat", encoding="utf-8") as file:
                ticks += sum(int(number) for number in file.read().rpartition(")")[2].split()[11:13])
        return wakes, ticks

    def test_off_by_default(self):
        self.start()
        press("ctrl+w")
        self.assertEqual(self.program.wait(window.PATIENCE), 0)
        shutil.rmtree(self.data)
        self.serve()
        self.assertEqual(self.program.wait(window.PATIENCE), 0)
        for place in (self.settings, self.entry, self.data):
            self.assertFalse(os.path.exists(place), place)
        self.assertIsNone(self.desktop.look(1))

    def test_one_that_leads_to_the_review(self):
        self.make_history()
        due = self.count_due()
        self.set(on="true", time="00:00")
        self.serve()
        title, body, buttons = self.desktop.wait(1)
        self.assertEqual(title, f"{due} questions are due")
        self.assertRegex(body, r"Your exam is in \d+ days\. With \d+ new questions? a day you meet each once; .*"
                               r"About \d+ minutes\.$")
        self.assertEqual(set(buttons) - {""}, {"Review", "Not Today"})
        self.assertTrue(self.was_done_with())
        self.assertEqual(self.screen.windows(), [])
        until("the history to be given back", lambda: "is not running" in self.verify())
        before = self.effort()
        time.sleep(AT_REST)
        wakes, ticks = (now - then for now, then in zip(self.effort(), before))
        self.assertLessEqual(wakes, 2 * AT_REST)
        self.assertLessEqual(ticks, 1)
        self.assertIsNone(self.desktop.look(2))
        self.desktop.press(1, "Review")
        self.read(r"^Question 1 of \d+$")
        press("ctrl+w")
        until("the window to be closed", lambda: not self.screen.windows())
        self.end()

    def test_not_today(self):
        self.make_history()
        self.set(on="true", time="00:00")
        self.serve()
        self.desktop.wait(1)
        self.desktop.press(1, "Not Today")
        self.assertEqual(self.screen.windows(), [])
        self.end()
        self.serve()
        time.sleep(15)  # beyond the first look
        self.assertIsNone(self.desktop.look(2))
        self.end()

    def test_nothing_due(self):
        self.set(on="true", time="00:00")
        self.serve()
        until("the look", self.was_done_with, patience=AT_ONCE)
        self.end()
        self.assertIsNone(self.desktop.look(1))

    def test_window_in_use(self):
        self.make_history()
        self.set(on="true", time="00:00")
        self.start()
        until("the look", self.was_done_with, patience=AT_ONCE)
        self.assertIsNone(self.desktop.look(1))
        self.quit()

    def test_window_out_of_sight(self):
        self.make_history()
        self.set(on="true", time="00:00")
        self.start()
        subprocess.run(["xdotool", "getactivewindow", "windowminimize"], check=True)
        self.desktop.wait(1)
        self.end()

    def test_damaged_settings(self):
        os.makedirs(os.path.dirname(self.settings))
        with open(self.settings, "w", encoding="utf-8") as file:
            file.write("[Reminders]\non=true\nno key file\n")
        self.start()
        self.read(r"^The settings of this computer could not be read, so reminders are off")
        self.assertEqual(os.listdir(os.path.dirname(self.settings)), ["settings.ini.damaged"])
        self.quit()

    def turn(self, on):
        self.open_preferences()
        self.walk_to(r"^Remind Me")
        press("space")
        until("the entry", lambda: os.path.exists(self.entry) == on)
        until("the setting", lambda: f"on={str(on).lower()}\n" in self.read_settings())
        self.close_preferences()
        press("ctrl+w")

    def test_on_and_off(self):
        self.start()
        self.turn(True)
        until("the window to be closed", lambda: not self.screen.windows())
        with open(self.entry, encoding="utf-8") as file:
            self.assertIn(f'Exec="{self.charter}" --gapplication-service\n', file.read())
        self.assertIsNone(self.program.poll())
        subprocess.run([self.charter], check=True)
        self.read(r"^Practice$")
        until("the window to have the keyboard", lambda: self.screen.focus() or press("Tab"))
        self.turn(False)
        self.assertEqual(self.program.wait(window.PATIENCE), 0)


tap.main()
