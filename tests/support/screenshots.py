#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py BUILD OUTPUT [LOOK…] [-- SCREEN…]: takes a picture of each screen below in each look: of all, unless looks,
or beginnings of screens' names, are given.

Each look runs on a virtual screen of its own with an empty home, from BUILD/install. Screens are reached as a person
or a script reaches them: by the window's actions over D-Bus, and by keys.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
import class_files  # noqa: E402

APP = "org.charterstudy.Charter"
WIDE, NARROW = (1100, 760), (360, 720)
MARGIN = 40                                     # of the screen beyond the window, where the pointer is parked
ROUND = 12                                      # radius of a window's corners

# What each look changes: variables of the environment (with-display has some), and the window's size.
LOOKS = {
    "light": ({}, WIDE),
    "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, WIDE),
    "high-contrast": ({"ADW_DEBUG_HIGH_CONTRAST": "1"}, WIDE),
    "high-contrast-dark": ({"ADW_DEBUG_HIGH_CONTRAST": "1", "ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, WIDE),
    "large-text": ({"CHARTER_DPI": "144"}, WIDE),
    "narrow-large-text": ({"CHARTER_DPI": "144"}, NARROW),
    "narrow": ({}, NARROW),
    "narrow-dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, NARROW),
    "right-to-left": ({"LANGUAGE": "ar@pseudo"}, WIDE),
    "narrow-right-to-left": ({"LANGUAGE": "ar@pseudo"}, NARROW),
    "long-words": ({"LANGUAGE": "en@pseudo"}, WIDE),
    "narrow-long-words": ({"LANGUAGE": "en@pseudo"}, NARROW),
    "spanish": ({"LANGUAGE": "es"}, WIDE),
    "narrow-spanish": ({"LANGUAGE": "es"}, NARROW),
}

# The locale of a language that people speak: its days, months and numbers.
LOCALES = {"es": "es_ES"}

BROKEN = str(pathlib.Path(here, "..", "fixtures", "packs", "broken", "175-several-items.xml").resolve())
PROBLEMS = pathlib.Path(BROKEN).as_uri()
LINES = str(pathlib.Path(here, "pictures.jsonl").resolve())
SHORT = pathlib.Path(here, "pictures.xml").as_uri()
KINDS = pathlib.Path(here, "..", "app", "quiz.xml").resolve().as_uri()
SURE = pathlib.Path(here, "..", "app", "sure.xml").resolve().as_uri()
TWINS = pathlib.Path(here, "..", "app", "twins.xml").resolve().as_uri()
EXAM = pathlib.Path(here, "..", "fixtures", "exam", "home.xml").resolve().as_uri()
FOREIGN = str(pathlib.Path(here, "..", "banks", "foreign", "kinds.gift").resolve())
DRAWINGS = pathlib.Path(here, "..", "fixtures", "packs", "valid", "example-drawings.xml").resolve().as_uri()
PACK = "org.charterstudy.projects-and-operations"

# How each screen is reached from the one before it. A step is an action with its parameter ("win2" is the second
# window), a file or folder of the home to open, keys to press, or a path to type (of the home after an @).
SCREENS = [
    ("today", []),
    ("learn", [("win.show-page", "'learn'")]),
    ("lesson", [("win.open-lesson", f"('{PACK}', 'two-kinds-of-work', 'why-it-matters')")]),
    ("table", [("win.open-lesson", f"('{PACK}', 'two-kinds-of-work', 'side-by-side')")]),
    ("cycle", [("win.open-lesson", f"('{PACK}', 'the-cycle', 'how-the-two-connect')")]),
    ("practice", [("win.show-page", "'practice'")]),
    ("paper", [("win.print-paper", f"('{PACK}', 'aws-migration')")]),
    ("notes-none", ["Escape", "ctrl+shift+b"]),
    ("review-nothing", [("win.review",)]),
    ("progress-empty", [("win.show-page", "'progress'")]),
    ("search", ["ctrl+f", *"operation"]),
    ("search-nothing", [*"xyz"]),
    ("choice", [("win.start-scenario", f"('{PACK}', 'aws-migration')")]),
    ("choice-hint", ["alt+h"]),
    ("choice-answered", ["1", "2", "3"]),
    ("choice-checked", ["Return"]),
    ("note-written", ["ctrl+shift+d", *"Cost", "space", *"comes", "space", *"first"]),
    ("choice-disputed", ["Escape"]),
    ("classify", ["Return"]),
    ("match", ["alt+s"]),
    ("single", ["alt+s"]),
    ("order", ["alt+s"]),
    ("cloze", ["alt+s"]),
    ("lesson-marked", [("win.open-lesson", f"('{PACK}', 'two-kinds-of-work', 'why-it-matters')"), "ctrl+b",
                       "ctrl+shift+n", *"Ask", "space", *"Mara", "Escape", "ctrl+h", *["ctrl+shift+Right"] * 4, "ctrl+h", "Left"]),
    ("lesson-highlight", ["Return"]),
    ("notes", ["Escape", "Escape", "ctrl+shift+b"]),
    ("notes-nothing", ["shift+Tab", "shift+Tab", *"xyz"]),
    ("search-notes", ["ctrl+f", *"mara"]),
    ("own-pack", [("win.open-file", f"'{SHORT}'")]),
    ("report", [("win.start-scenario", "('org.charterstudy.tests.pictures', 'short-try')"),
                "1", "Return", "ctrl+shift+d", *"Too", "space", *"vague", "Escape", "Return",
                *(key for choice in "23113" for key in (choice, "Return", "Return"))]),
    ("result-dialog", ["shift+Tab", "space", "Up", "Return"]),
    ("report-disputed", ["Escape", *["Tab"] * 7, "Return"]),
    ("case", [("win.start-scenario", "('org.charterstudy.tests.pictures', 'moving-week')")]),
    # The move that comes from an idea to put right.
    ("case-chosen", ["2"]),
    ("case-told", ["Return"]),
    ("case-ending", ["Return", "1", "Return", "Return"]),
    ("today-after", [("win.show-page", "'today'")]),
    ("practice-after", [("win.show-page", "'practice'")]),
    ("review", [("win.review",), "ctrl+i"]),
    ("review-checked", ["ctrl+i", "1", "2", "3", "Return"]),
    ("left-out", ["ctrl+l", ("win.left-out",)]),
    ("review-end", ["Escape", "Return"]),
    ("drill", [("win.open-file", f"'{KINDS}'"), ("win.start-scenario", "('org.charterstudy.test.quiz', 'bakery')"),
               *["alt+s"] * 9]),
    ("calculator", ["ctrl+k", *"200", "slash", *"3", "equal", "p"]),
    ("drill-checked", [*["Escape"] * 2, "1", "0", "0", "Return"]),
    ("hotspot-diagram", ["Return", "1"]),
    ("hotspot-diagram-checked", ["Return"]),
    ("hotspot-picture", ["Return", "3", "1"]),
    ("hotspot-picture-checked", ["Return"]),
    ("network", [("win.open-file", f"'{DRAWINGS}'"),
                 ("win.start-scenario", "('org.charterstudy.example.drawings', 'library-move')")]),
    ("network-hotspot", ["alt+s", "2"]),
    ("burn-down", ["alt+s"]),
    ("burn-down-hotspot", ["alt+s", "2"]),
    ("burn-down-hotspot-checked", ["Return"]),
    ("risk-matrix-hotspot", ["Return", "1"]),
    ("risk-matrix-cells", ["alt+s", "2"]),
    ("earned-value", ["alt+s"]),
    ("earned-value-hotspot", ["alt+s", "3"]),
    ("builder", [("win.build-quiz", f"'{PACK}'")]),
    ("builder-end", ["shift+Tab"] * 4),
    ("twin", [("win.open-file", f"'{TWINS}'"), ("win.start-scenario", "('org.example.twins', 'ferry')"),
              "1", "Return", "Return", "1", "Return"]),
    # The menu's entry above the last one has every question ask how sure one is.
    ("sure", [("win.open-file", f"'{SURE}'"), ("win.start-scenario", "('org.charterstudy.test.sure', 'library')"),
              "F10", "Up", "Up", "Return", "1", "ctrl+3"]),
    ("sure-but-wrong", ["Return"]),
    ("report-sure", ["Return", "2", "ctrl+1", "Return", "Return", "1", "Return", "Return"]),
    ("report-question", ["Tab", "Tab", "Tab", "Return"]),
    ("exam", [("win.start-exam", f"('{PACK}', 'aws-migration', uint32 24)"), "1", "alt+f"]),
    ("exam-highlight", ["ctrl+h", *["ctrl+shift+Right"] * 3, "ctrl+h", "Escape"]),
    ("exam-full-screen", ["F11"]),
    ("exam-sheet", ["F11", "Return", "alt+Page_Down", "ctrl+r"]),
    # The bank that this exam draws from is not here.
    ("exam-rules-lacking", [("win.open-file", f"'{EXAM}'"), ("win.show-exam", "('org.example.exam', 'mock')")]),
    ("exam-section", ["Return", "1", "alt+f"]),
    ("exam-section-sheet", ["ctrl+r"]),
    ("exam-section-end", ["Tab", "Tab", "Return"]),
    ("exam-break", ["Tab", "Return"]),
    ("exam-section-second", ["Return"]),
    ("exam-rules", [("win.show-exam", "('org.charterstudy.pmp-exam', 'train')")]),
    ("pack-with-problems", [("win.open-file", f"'{PROBLEMS}'")]),
    ("packs", [("win.show-packs",)]),
    ("preferences", [("win.show-page", "'today'"), ("app.preferences",)]),
    ("preferences-computer", [*["shift+Tab"] * 4, "ctrl+End"]),
    ("preferences-learner", ["Down", "Return", *"Ana"]),
    ("preferences-learners", ["Return"]),
    ("preferences-review", ["alt+r"]),
    ("preferences-data", ["alt+d"]),
    # From the end of the page, above what begins anew and what erases.
    ("preferences-history", [*["shift+Tab"] * 4, "Up"]),
    ("preferences-import-chooser", ["Return"]),
    ("preferences-import", [LINES, "shift+End", "Delete", "Return"]),
    ("preferences-after-import", ["Return"]),
    ("shortcuts", ["Escape", ("win.show-shortcuts",)]),
    ("about", ["Escape", ("app.about",)]),
]


# A pack of one's own, an author's import, and a class whose results lie in the home's folder.
CLASS = [
    ("packs-added", [("win.show-packs",)]),
    ("class-none", [("app.class",)]),
    ("class-refused", [("open", "refused")]),
    ("class-questions", [("open", "results")]),
    ("class-question", ["Down", "Return"]),
    ("class-question-below", ["Tab"] * 14),
    ("class-figures", ["alt+2"]),
    ("class-files", ["alt+3"]),
    ("pack-update", ["ctrl+w", ("open", "newer.xml")]),
    ("author-import-chooser", [("app.author",), ("win2.import-questions",)]),
    ("author-import", [FOREIGN, "shift+End", "Delete", "Return"]),
    ("author-import-bad-id", ["Tab", "End", "period"]),
    ("author-import-below", ["BackSpace", *["Tab"] * 3]),
]


# Where packs are written: without one, in one that has problems, and in one with an exam.
AUTHOR_START = [
    ("author-start", []),
]
AUTHOR = [
    ("author-problems", []),
    # The pane is seen where there is room for one only.
    ("author-contents", [("win.show-pane", "'contents'"), ("win.find-part",)]),
    ("author-contents-found", [*"which", "Down"]),
    ("author-form", [("win.show-pane", "'source'"), "Return", ("win.show-face", "'form'")]),
    ("author-preview", [("win.show-pane", "'preview'")]),
    ("author-list-of-problems", [("win.show-pane", "'problems'")]),
]
AUTHOR_EXAM = [
    ("author-exam", [("win.find-part",), *"rehearsal", "Return", ("win.show-pane", "'preview'")]),
]

# The same program with a history of so many answers.
ANSWERS = 1000
LATER = [
    ("today-exam", []),
    ("progress", [("win.show-page", "'progress'")]),
    # The charts below, a page after the other, as many as a large window has.
    *[(f"progress-{page}", ["Page_Down"]) for page in range(2, 8)],
    ("progress-end", ["End"]),
    # By Tab from the first chart's button to show a table: each of the four has two buttons, then come the three exams of
    # Readiness, then the misconceptions.
    ("progress-table", ["Home", "space"]),
    ("progress-misconception", ["space", *["Tab"] * 11, "Return", "Page_Down"]),
    # From what it tells: its other two rows, those of the nine below, and the choice of a pack, whose last one it is of.
    ("progress-topics-table", [*["Tab"] * 12, "space", *["Down"] * 4, "Return", "Tab", "space"]),
    ("progress-attempts", ["Escape", "End"]),
    ("preferences-anew", [("app.preferences",), "alt+d", *["shift+Tab"] * 4, "space"]),
    # Each pack has a row and a button.
    ("preferences-bring-back", [*["Tab"] * 10, "space", *["shift+Tab"] * 13, "space"]),
    # Below what is brought back there are two more rows, and the packs.
    ("preferences-erase", [*["Tab"] * 18, "Return"]),
]

# And where the history can't be opened.
SHUT = [
    ("shut-today", []),
    ("shut-preferences", [("app.preferences",), "alt+d"]),
]


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def home(name):
    return pathlib.Path(os.environ["HOME"], name)


class Desktop:
    """The virtual screen, with the app's window on it."""

    def __init__(self, size):
        self.size = size
        self.window = self.find_window()

    @staticmethod
    def find_window():
        for _ in range(200):
            search = ("xdotool", "search", "--onlyvisible", "--class", "charter")
            found = subprocess.run(search, capture_output=True, text=True, check=False).stdout.split()
            if found:
                return found[-1]
            time.sleep(0.1)
        sys.exit("Charter showed no window within 20 seconds.")

    def shadow(self):
        """How far the X window reaches beyond what is seen of it: left, right, top, bottom."""
        text = output_of("xprop", "-id", self.window, "_GTK_FRAME_EXTENTS")
        return [int(part) for part in text.split("=")[1].split(",")] if "=" in text else [0, 0, 0, 0]

    def place(self):
        """Gives the window its size in the middle of the screen, where dialogs are put too, and takes the pointer off."""
        left, right, top, bottom = self.shadow()
        width, height = self.size
        output_of("xdotool", "windowsize", self.window, str(width + left + right), str(height + top + bottom))
        output_of("xdotool", "windowmove", self.window, str(MARGIN // 2 - left), str(MARGIN // 2 - top))
        output_of("xdotool", "mousemove", str(width + MARGIN - 1), str(height + MARGIN - 1))

    def frame(self):
        """What is seen of the window, as ImageMagick writes geometry."""
        geometry = dict(line.split("=") for line in output_of("xdotool", "getwindowgeometry", "--shell", self.window).split())
        left, right, top, bottom = self.shadow()
        width, height = int(geometry["WIDTH"]) - left - right, int(geometry["HEIGHT"]) - top - bottom
        if (width, height) != self.size:
            print(f"The window is {width} × {height} and not {self.size[0]} × {self.size[1]}.", file=sys.stderr)
        return f"{width}x{height}{int(geometry['X']) + left:+d}{int(geometry['Y']) + top:+d}"

    @staticmethod
    def press(keys):
        subprocess.run(["xdotool", "type", "--delay", "30", keys] if os.path.isabs(keys) else ["xdotool", "key", keys],
                       check=True)

    @staticmethod
    def activate(action, parameter=None):
        where, name = action.split(".")
        path = "/org/charterstudy/Charter"
        if where.startswith("win"):
            path += f"/window/{where[3:] or 1}"
        subprocess.run(["gdbus", "call", "--session", "--dest", APP, "--object-path", path, "--method",
                        "org.gtk.Actions.Activate", name, f"[<{parameter}>]" if parameter else "[]", "{}"],
                       check=True, stdout=subprocess.DEVNULL)

    @staticmethod
    def open(name):
        """As a file manager has it opened."""
        subprocess.run(["gdbus", "call", "--session", "--dest", APP, "--object-path", "/org/charterstudy/Charter",
                        "--method", "org.freedesktop.Application.Open", f"['{home(name).as_uri()}']", "{}"],
                       check=True, stdout=subprocess.DEVNULL)

    def do(self, step):
        if isinstance(step, str):
            self.press(str(home(step[1:])) if step.startswith("@") else step)
        elif step[0] == "open":
            self.open(step[1])
        else:
            self.activate(*step)

    def follow(self):
        """Goes on with the window that is used now, unless that is a dialog over the one before."""
        window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=False).stdout.strip()
        if window in ("", self.window) or "window id" in output_of("xprop", "-id", window, "WM_TRANSIENT_FOR"):
            return
        self.window = window
        self.place()

    @staticmethod
    def look():
        return subprocess.run(["import", "-silent", "-window", "root", "png:-"], check=True, capture_output=True).stdout

    def picture(self, path):
        """Saves the screen when it has been still for a while; path: None to wait only."""
        seen, still = self.look(), 0
        for _ in range(40):
            time.sleep(0.12)
            now = self.look()
            still = still + 1 if now == seen else 0
            seen = now
            if still == 2:
                break
        if path is None:
            return
        # Of the window alone, with its round corners cut out.
        frame = self.frame()
        right, bottom = (int(side) - 1 for side in frame.replace("-", "+").split("+")[0].split("x"))
        window = ["(", "+clone", "-alpha", "transparent", "-fill", "white",
                  "-draw", f"roundrectangle 0,0 {right},{bottom} {ROUND},{ROUND}", ")", "-compose", "DstIn", "-composite"]
        subprocess.run(["convert", "png:-", "-crop", frame, "+repage", "-alpha", "set", *window, path],
                       input=seen, check=True)


def locale(build, place):
    """The language's own locale, made in place, or the one that is made with the pseudo-languages: in C.UTF-8 newer C
    libraries translate nothing."""
    name = LOCALES.get(os.environ.get("LANGUAGE"))
    if name:
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(place, name + ".UTF-8")], check=True)
        return {"LOCPATH": place, "LC_ALL": name + ".UTF-8"}
    return {"LOCPATH": os.path.join(build, "po", "pseudo"), "LC_ALL": "en_US.UTF-8"} if "LANGUAGE" in os.environ else {}


def named(screens, names):
    """The screens up to the last one whose picture is wanted: each is reached from the one before it."""
    wanted = [number for number, (name, _) in enumerate(screens) if is_named(name, names)]
    return screens[:wanted[-1] + 1] if wanted else []


def is_named(screen, names):
    return not names or any(screen.startswith(name) for name in names)


def take_pictures(build, folder, size, names):
    """Runs on the virtual screen."""
    program = [os.path.join(build, "install", "bin", "charter")]
    with tempfile.TemporaryDirectory() as place:
        environment = dict(os.environ, **locale(build, place))
        for screens, prepare, *words in RUNS:
            if prepare:
                prepare(build)
            if named(screens, names):
                walk_screens(program + words, environment, folder, size, named(screens, names), names)


def make_class(build):
    """Learners' results, a class of which nothing can be read, and a pack of one's own with its next release."""
    home = pathlib.Path(os.environ["HOME"])
    pack = pathlib.Path(here, "pictures.xml")
    text = pack.read_text(encoding="utf-8")
    added = pathlib.Path(os.environ["XDG_DATA_HOME"], "charter", "packs", "org.charterstudy.tests.pictures")
    added.mkdir(parents=True, exist_ok=True)
    shutil.copy(pack, added / "pack.xml")
    begin, end = text.index('    <single id="hand-over"'), text.index("  </bank>")
    text = text[:begin] + text[end:]
    for before, after in (('release="1.0"', 'release="1.1"'), ("What does she give?", "What can she give?"),
                          ('id="new-member"', 'id="new-tester"')):
        text = text.replace(before, after, 1)
    (home / "newer.xml").write_text(text, encoding="utf-8")
    subprocess.run([os.path.join(build, "tests", "support", "make-class"), home / "results", pack, "short-try", "24"],
                   check=True)
    class_files.write(home / "results", [class_files.result("Eva", ["a", "b"])])
    for folder in ("results", "refused"):
        (home / folder).mkdir(exist_ok=True)
        (home / folder / "Ana.charter-result").write_text("half of")
        (home / folder / "Bela – a long name that somebody has chosen.charter-result").write_text('{"format": "other"}')
        (home / folder / "link.charter-result").symlink_to("nowhere")


def make_history(build):
    data = os.path.join(os.environ["XDG_DATA_HOME"], "charter")
    pack = os.path.join(build, "install", "share", "charter", "packs", "projects-and-operations.xml")
    shutil.rmtree(data, ignore_errors=True)
    os.makedirs(data)
    subprocess.run([os.path.join(build, "tests", "support", "make-history"), os.path.join(data, "history.db"), pack,
                    str(ANSWERS), "90"], check=True)


def shut_history(_build):
    """Something else has its name: it can't be opened. A backup of it is there."""
    data = os.path.join(os.environ["XDG_DATA_HOME"], "charter")
    history = os.path.join(data, "history.db")
    os.makedirs(os.path.join(data, "backups"), exist_ok=True)
    if os.path.isfile(history):
        os.rename(history, os.path.join(data, "backups", "history-2026-11-20.db"))
    for rest in ("-wal", "-shm"):
        if os.path.exists(history + rest):
            os.remove(history + rest)
    os.makedirs(history, exist_ok=True)


# What is prepared, and what the program is started with.
RUNS = (
    (SCREENS, None),
    (AUTHOR_START, None, "--author"),
    (AUTHOR, None, "--author", BROKEN),
    (AUTHOR_EXAM, None, "--author", EXAM),
    (CLASS, make_class),
    (LATER, make_history),
    (SHUT, shut_history),
)
NAMES = [name for screens, *_ in RUNS for name, _ in screens]


def walk_screens(command, environment, folder, size, screens, names):
    app = subprocess.Popen(command, env=environment)
    try:
        desktop = Desktop(size)
        desktop.place()
        for name, steps in screens:
            for step in steps:
                desktop.do(step)
                time.sleep(0.15)
                desktop.follow()
            if app.poll() is not None:
                sys.exit(f"Charter ended before the picture “{name}” (status {app.returncode}).")
            desktop.picture(os.path.join(folder, name + ".png") if is_named(name, names) else None)
    finally:
        app.terminate()
        app.wait()


def take_look(build, output, look, names):
    variables, size = LOOKS[look]
    folder = os.path.join(output, look)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    share = os.path.join(build, "install", "share")
    catalogues = os.path.join(build, "po", *([] if variables.get("LANGUAGE") in LOCALES else ["pseudo"]))
    environment = dict(os.environ, GTK_A11Y="none",
                       CHARTER_SCREEN=f"{size[0] + MARGIN}x{size[1] + MARGIN}",
                       CHARTER_LOCALEDIR=catalogues,
                       XDG_DATA_DIRS=f"{share}:/usr/local/share:/usr/share", **variables)
    command = [os.path.join(here, "with-display"), sys.executable, __file__, "--inside", build, folder, *map(str, size), *names]
    return subprocess.run(command, env=environment, check=False).returncode == 0


def main(build, output, *words):
    looks, names = (words[:words.index("--")], words[words.index("--") + 1:]) if "--" in words else (words, ())
    unknown = [look for look in looks if look not in LOOKS]
    if unknown:
        sys.exit(f"There is no look named {unknown[0]}; there are: {', '.join(LOOKS)}")
    screens = [name for name in NAMES if is_named(name, names)]
    if not screens:
        sys.exit(f"There is no such screen; there are: {', '.join(NAMES)}")
    failed = [look for look in looks or LOOKS
              if not take_look(os.path.abspath(build), os.path.abspath(output), look, names)]
    if failed:
        sys.exit(f"Not all pictures could be taken: {', '.join(failed)}")
    print(f"Pictures of {len(screens)} screens are in {output}/: {', '.join(looks or LOOKS)}")


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        take_pictures(sys.argv[2], sys.argv[3], tuple(map(int, sys.argv[4:6])), sys.argv[6:])
    else:
        main(*sys.argv[1:])
