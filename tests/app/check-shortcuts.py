#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the shortcuts window and the help's page of keys against each other and against the keys that the code binds.

usage: check-shortcuts.py SOURCE-ROOT
"""
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

MALLARD = "{http://projectmallard.org/1.0/}"
NAMES = {"Control": "Ctrl", "Return": "Enter", "Escape": "Esc", "Left": "←", "Up": "↑", "Down": "↓", "question": "?", "comma": ",",
         "space": "Space", "Page_Up": "Page Up", "Page_Down": "Page Down"}
# What a keypad has again, and what is the way of all lists.
ELSEWHERE = re.compile(r"KP_|ISO_")


def key(accelerator):
    """<Control>f as the help writes it: Ctrl+F"""
    parts = re.findall(r"[^<>]+", accelerator)
    return "+".join(NAMES.get(part, part.upper() if len(part) == 1 else part) for part in parts)


def window_groups():
    for group in ET.parse(ROOT / "src/app/charter-shortcuts.ui").iter("object"):
        if group.get("class") == "GtkShortcutsGroup":
            keys = []
            for accelerator in group.findall("child/object/property[@name='accelerator']"):
                for one in accelerator.text.split():
                    first, range_, last = one.partition("...")
                    keys += [key(first), key(last)] if range_ else [key(one)]
            yield {title.text for title in group.findall("property[@name='title']")}.pop().lower(), keys


def page_groups():
    for section in ET.parse(ROOT / "help/C/shortcuts.page").iter(MALLARD + "section"):
        keys = []
        for cell in section.iter(MALLARD + "tr"):
            paragraph = cell.find(f"{MALLARD}td/{MALLARD}p")
            for one in paragraph:
                keys.append("+".join(part.text for part in one) if one.tag == MALLARD + "keyseq" else one.text)
        yield section.find(MALLARD + "title").text.lower(), [one for one in keys if one != "…"]


def bound_keys():
    """What the code binds to actions by name."""
    for path in (ROOT / "src/app").rglob("*.c"):
        text = path.read_text(encoding="utf-8")
        for accelerator in re.findall(r'\{ "(?:app|win|window)\.[a-z:-]+", \{ "([^"]+)" \} \}', text):
            yield key(accelerator)
        for name, modifiers in re.findall(r"add_binding(?:_action)? \(\w+, GDK_KEY_(\w+), ([\w| ]+)", text):
            if not ELSEWHERE.match(name):
                before = {"0": "", "GDK_ALT_MASK": "<Alt>", "GDK_CONTROL_MASK": "<Control>", "GDK_SHIFT_MASK": "<Shift>"}
                yield key("".join(before[modifier] for modifier in modifiers.split(" | ")) + name)


class Shortcuts(unittest.TestCase):
    maxDiff = None

    def test_window_and_help_say_the_same(self):
        in_help = {title: sorted(keys) for title, keys in page_groups()}
        in_window = {title: sorted(keys) for title, keys in window_groups()}
        general = in_window.pop("general")  # the help has them together
        in_window["getting about"] = sorted(in_window["getting about"] + general)
        self.assertEqual(in_help, in_window)

    def test_what_is_bound_is_told(self):
        bound = set(bound_keys())
        self.assertGreater(len(bound), 15)
        told = {one for _title, keys in window_groups() for one in keys}
        self.assertEqual(sorted(bound - told), [])


tap.main()
