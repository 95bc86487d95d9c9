# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the running program share: they press keys, and read the screen as a screen reader does.

They run on the screen and in the home that with-display makes, with GTK_A11Y=atspi. They wait for what they expect to
read, never for a time; and for what lasts, not for a toast without a button, which may be gone before it is read.
"""
import ctypes
import os
import re
import shutil
import signal
import subprocess
import time
import unittest
import unittest.mock

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

# What is inside these is told by their own names.
CLOSED = {Atspi.Role.PUSH_BUTTON, Atspi.Role.PAGE_TAB, Atspi.Role.SCROLL_BAR, Atspi.Role.LABEL, Atspi.Role.IMAGE}
# Seconds until something that does not come is a fault. With sanitizers all takes several times as long.
PATIENCE = 60.0 if "ASAN_OPTIONS" in os.environ else 20.0

# For what opens GTK's chooser of files, which keeps volumes, clouds, dates and places in its list until the program
# ends: with sanitizers, leaks are not looked for there.
with_chooser = unittest.mock.patch.dict(os.environ, {
    "ASAN_OPTIONS": f"{os.environ.get('ASAN_OPTIONS', '')}:detect_leaks=0"})


class Screen:
    """What a screen reader knows of the program."""

    def __init__(self, pid):
        self.pid = pid
        self.window = self.focused = None  # what had the focus the last time, and in which window

    def application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def windows(self):
        one = self.application()
        try:
            found = [one.get_child_at_index(index) for index in range(one.get_child_count())] if one is not None else []
        except gi.repository.GLib.Error:
            return []  # one went while it was looked at
        return [window for window in found if window is not None]

    def top(self):
        """The window that has the keyboard, or None while it is in none. (A window under another keeps its focus.)"""
        try:
            return next((one for one in self.windows() if one.get_state_set().contains(Atspi.StateType.ACTIVE)), None)
        except gi.repository.GLib.Error:
            return None  # it went while it was looked at

    def everything(self, closed=CLOSED, within=None, but=None):
        """All that is to be seen, from outside in, of one part or of the program, without what is in one part of that.
        (GTK 4.8 says of no widget that it is showing.)"""
        waiting = [within or self.application()]
        while waiting:
            one = waiting.pop()
            try:
                if one is None or one == but:
                    continue
                states = one.get_state_set()
                role = one.get_role()
                if role != Atspi.Role.APPLICATION and not states.contains(Atspi.StateType.VISIBLE):
                    continue
                yield one, one.get_name() or "", states
                count = 0 if role in closed else one.get_child_count()
                waiting.extend(one.get_child_at_index(index) for index in reversed(range(count)))
            except gi.repository.GLib.Error:
                continue  # it went while it was looked at

    def find(self, pattern):
        for one, name, states in self.everything():
            if re.search(pattern, name):
                return one, name, states
        return None

    def focus(self):
        """The name of what has the focus. (Newer GTK says that it is the nameless button inside a menu button.)"""
        self.focused = self.find_focused()
        try:
            return self.focused.get_name() or self.name_around(self.focused) if self.focused else ""
        except gi.repository.GLib.Error:
            return ""  # it went while it was looked at

    def name_around(self, one):
        around = one.get_parent()
        return around is not None and around.get_role() in CLOSED and around.get_name() or ""

    def find_focused(self):
        """Looks first near where it was the last time in this window, and then farther and farther out: most keys take
        it no farther."""
        before, self.window = self.window, self.top()
        within, searched = self.focused if self.window == before else None, None
        try:
            while within is not None and within.get_role() != Atspi.Role.APPLICATION:
                for one, _name, states in self.everything(closed=(), within=within, but=searched):
                    if states.contains(Atspi.StateType.FOCUSED):
                        return one
                within, searched = within.get_parent(), within
        except gi.repository.GLib.Error:
            pass  # it has gone meanwhile
        return next((one for one, _name, states in self.everything(closed=(), within=self.window)
                     if states.contains(Atspi.StateType.FOCUSED)), None)

    def entries(self):
        """The entries of the list of choices that is open, each with whether it has the focus, or None."""
        found = [(one.get_child_at_index(0).get_name(), states.contains(Atspi.StateType.FOCUSED))
                 for one, name, states in self.everything()
                 if not name and one.get_role() == Atspi.Role.LIST_ITEM and one.get_child_count() == 1]
        return found if any(focused for _words, focused in found) else None

    def typed(self):
        """How many letters stand in what has the focus. (GTK 4.8 does not tell which.)"""
        for one, _name, states in self.everything(closed=(), within=self.top()):
            if states.contains(Atspi.StateType.FOCUSED) and one.get_text_iface() is not None:
                return one.get_text_iface().get_character_count()
        return 0

    def caret(self):
        """How many letters stand before the caret in what has the focus, -1 where nothing is written."""
        for one, _name, states in self.everything(closed=(), within=self.top()):
            if states.contains(Atspi.StateType.FOCUSED) and one.get_text_iface() is not None:
                return one.get_text_iface().get_caret_offset()
        return -1

    def names(self):
        return [name for _one, name, _states in self.everything() if name]

    def after(self, heading, pattern):
        """The first group of the first name with that pattern below a heading, or None."""
        names = self.names()
        below = names[next((i for i, name in enumerate(names) if re.search(heading, name)), len(names)):]
        return next((found.group(1) for found in (re.search(pattern, name) for name in below) if found), None)

    def spot(self, pattern):
        """Where the pointer would have to go for what has that name: low in it, because newer GTK forgets the padding of
        all that is around it, and so tells of a place too far up."""
        place = self.settled(pattern)
        left, top = corner(self.pid)
        return left + place.x + place.width // 2, top + place.y + place.height - 6

    def settled(self, pattern):
        """The place of what has that name in its window, when it has stayed there for two looks."""
        looks = []

        def look():
            found = self.find(pattern)
            place = found and found[0].get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            looks.append(place and (place.x, place.y, place.width, place.height))
            return place if place and place.width > 0 and looks[-2:-1] == looks[-1:] else None
        return until(f"{pattern} to stay at its place", look)


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def active():
    """The title of the window that has the keyboard."""
    found = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True, check=False)
    return found.stdout.strip()


def corner(pid):
    """Where a program's window begins on the screen, without its shadow."""
    one = output_of("xdotool", "search", "--onlyvisible", "--pid", str(pid)).split()[-1]
    geometry = dict(line.split("=") for line in output_of("xdotool", "getwindowgeometry", "--shell", one).split())
    shadow = re.findall(r"\d+", output_of("xprop", "-id", one, "_GTK_FRAME_EXTENTS").partition("=")[2]) or [0, 0, 0, 0]
    return int(geometry["X"]) + int(shadow[0]), int(geometry["Y"]) + int(shadow[2])


class CursorImage(ctypes.Structure):
    """What XFixes tells of the pointer's picture."""
    _fields_ = [("place", ctypes.c_short * 2), ("size", ctypes.c_ushort * 2), ("hot", ctypes.c_ushort * 2),
                ("serial", ctypes.c_ulong), ("pixels", ctypes.c_void_p), ("atom", ctypes.c_ulong),
                ("name", ctypes.c_char_p)]


def cursor():
    """The name of the picture that the pointer has now. While something is dragged it says what a drop would do."""
    x11, xfixes = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXfixes.so.3")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    xfixes.XFixesGetCursorImage.restype = ctypes.POINTER(CursorImage)
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    name = xfixes.XFixesGetCursorImage(display).contents.name.decode()
    x11.XCloseDisplay(display)
    return name


def drag(begin, end):
    """With the first button. It goes by the corner of the screen, where nothing is taken, so that what the pointer shows
    at the end is of there. What waits for the pointer hears of it only when it moves, so it trembles. (Newer GTK shows
    “default” where nothing is taken, and that is not what it shows at rest.)"""
    def move(x, y):
        subprocess.run(["xdotool", "mousemove", "--sync", str(x), str(y)], check=True)

    def tremble(where, shown):
        def seen():
            for step in (1, 0):
                move(where[0] - step, where[1])
            now = cursor()
            return now != rest and re.search(shown, now)
        until(f"the pointer to show {shown} at {where}", seen)

    corner_of_screen = [int(side) - 1 for side in output_of("xdotool", "getdisplaygeometry").split()]
    move(*begin)
    rest = cursor()
    subprocess.run(["xdotool", "mousedown", "1"], check=True)
    for step in range(1, 5):
        move(begin[0] + 8 * step, begin[1])
    tremble((begin[0] + 40, begin[1]), "dnd|drop|copy|move|default")
    tremble(corner_of_screen, "none|no-drop|default")
    tremble(end, "copy|move")
    subprocess.run(["xdotool", "mouseup", "1"], check=True)


def press(*keys):
    """F1 to F11 go by their place on the keyboard: newer keymaps say of each modifier that F1 stays F1 with it, from
    which xdotool takes that it needs one."""
    places = {f"F{number}": 66 + number for number in range(1, 11)} | {"F11": 95}
    placed = [re.sub(r"\bF\d+$", lambda key: str(places[key[0]]), key) for key in keys]
    subprocess.run(["xdotool", "key", "--clearmodifiers", *placed], check=True)


def take_picture(path):
    """Of the whole screen, for whoever looks at what a test sees."""
    subprocess.run(["import", "-silent", "-window", "root", path], check=True)


def until(what, question, patience=PATIENCE):
    """Waits until question gives something, and returns it. What is looked at may go meanwhile: then it is asked again,
    and what was wrong the last time is told only where it stays so."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            answer, wrong = question(), None
        except (gi.repository.GLib.Error, AttributeError) as fault:
            answer, wrong = None, fault
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}") from wrong


def read_written(path):
    """What is in a file that is being written, once it has stayed as it is for two looks."""
    looks = [b""]

    def look():
        if os.path.exists(path):
            with open(path, "rb") as file:
                looks.append(file.read())
        return looks[-1] if looks[-1] and looks[-2] == looks[-1] else None
    return until(f"{path} to be written", look)


class WindowTest(unittest.TestCase):
    charter = None  # the program
    library = []    # the packs that come with it; None for those that are installed

    def setUp(self):
        home = os.environ["HOME"]
        self.packs = os.path.join(home, "packs")
        self.data = os.path.join(os.environ["XDG_DATA_HOME"], "charter")
        os.makedirs(self.packs, exist_ok=True)
        for pack in self.library or []:
            shutil.copy(pack, self.packs)
            media = os.path.join(os.path.dirname(pack), "media")
            if os.path.isdir(media):
                shutil.copytree(media, os.path.join(self.packs, "media"), dirs_exist_ok=True)
        self.program = None
        self.log = os.path.join(home, "charter.log")  # where the program says what its toasts told, which go by
        open(self.log, "wb").close()

    def tearDown(self):
        if self.program is not None:
            self.program.kill()
            self.program.wait()

    # ---- the program

    def start(self, *files, first=r"^Practice$"):
        """Starts the program with files, and waits until first can be read. What goes beyond a limit to the size of
        files fails, and does not end the program."""
        environment = dict(os.environ, G_DEBUG="fatal-criticals", G_MESSAGES_DEBUG="charter")
        if self.library is not None:
            environment["CHARTER_PACKS_DIR"] = self.packs
        with open(self.log, "ab") as log:
            self.program = subprocess.Popen([self.charter, *files], env=environment, restore_signals=False, stdout=log)
        self.screen = Screen(self.program.pid)
        self.read(first)
        until("the window to have the keyboard", lambda: self.screen.top() and (self.screen.focus() or press("Tab")))

    def kill(self):
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()

    def quit(self):
        press("ctrl+q")
        self.assertEqual(self.program.wait(PATIENCE), 0)

    # ---- reading

    def read(self, pattern):
        try:
            return until(pattern, lambda: self.screen.find(pattern))
        except AssertionError as fault:
            raise AssertionError(f"{fault}; to be read is: {' | '.join(self.screen.names())}") from None

    def was_told(self, pattern):
        """By a toast, which may be gone again."""
        def look():
            with open(self.log, encoding="utf-8", errors="replace") as log:
                return re.search(rf"Told: {pattern}$", log.read(), re.MULTILINE)
        until(f"to be told: {pattern}", look)

    def wait_for_focus(self, pattern):
        return until(f"focus on {pattern}", lambda: re.search(pattern, self.screen.focus()))

    # ---- doing

    def walk_to(self, pattern, key="Tab", most=40):
        for _ in range(most):
            before = self.screen.focus()
            if re.search(pattern, before):
                return
            press(key)
            try:
                until("the focus to move", lambda: self.screen.focus() != before, patience=2)
            except AssertionError:
                pass  # perhaps to a part of the same name: newer GTK stops at a spin button's text and at its buttons
        self.fail(f"{key} does not lead to {pattern}; the focus is on {self.screen.focus()!r}")

    def open_preferences(self, page="Study"):
        """The names of the pages stand side by side; newer GTK stops at one of them only."""
        until("a window to have the keyboard", self.screen.top)
        press("ctrl+comma")
        until("the preferences", lambda: active() == "Preferences")
        if page != "Study":
            self.walk_to(r"^_?Study$")
            self.walk_to(rf"^_?{page}$", "Right")
            press("space")

    def close_preferences(self):
        """With Escape. The first one may be for a toast: newer libadwaita takes it away; older may have lost the focus
        with it, and has it back then."""
        for _ in range(2):
            press("Escape")
            try:
                until("the preferences to be closed", lambda: len(self.screen.windows()) == 1, patience=5)
                return
            except AssertionError:
                continue
        self.fail("Escape does not close the preferences")

    def is_sensitive(self, name):
        found = self.screen.find(rf"^{name}$")
        return found is not None and found[2].contains(Atspi.StateType.SENSITIVE)

    def choose(self, words):
        """Presses the letter of an option."""
        _one, name, _states = self.read(rf"^\w\. {re.escape(words)}$")
        press(name[0].lower())
        self.wait_until_checked(words)

    def is_checked(self, words):
        found = self.screen.find(rf"^\w\. {re.escape(words)}$")
        return found is not None and found[2].contains(Atspi.StateType.CHECKED)

    def wait_until_checked(self, words, checked=True):
        until(f"“{words}” to be chosen: {checked}", lambda: self.is_checked(words) == checked)

    def log_state(self):
        """Of the files of the history: it changes when something was written."""
        return sorted((name, os.stat(os.path.join(self.data, name)).st_size, os.stat(os.path.join(self.data, name)).st_mtime_ns)
                      for name in os.listdir(self.data) if name.startswith("history"))

    def settled_log_state(self):
        """The same, once nothing has been written for a second: what was said is written a moment later."""
        before, state = None, self.log_state()
        while state != before:
            time.sleep(1)
            before, state = state, self.log_state()
        return state

    def walk_to_card(self, title, button):
        """In Practice, from the top: Tab stops once at all cards of a pack, and arrows lead from one card to the next."""
        press("Down")
        self.walk_to(rf"^{re.escape(title)}$", "Down", most=200)
        self.walk_to(rf"^{button}: {re.escape(title)}$")
