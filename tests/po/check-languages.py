#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-languages.py ROOT: each language of po/LINGUAS has all words that the sources have now, and no others."""
import importlib.util
import os
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
root = os.path.abspath(sys.argv.pop(1))
sys.path.insert(0, os.path.join(root, "tests", "support"))
import tap  # noqa: E402 (its folder is known only now)

spec = importlib.util.spec_from_file_location("pseudo", os.path.join(root, "build-aux", "make-pseudo.py"))
pseudo = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pseudo)

FILES = pseudo.listed_files(os.path.join(root, "po", "POTFILES.in"))
LANGUAGES = pseudo.listed_files(os.path.join(root, "po", "LINGUAS"))
MESSAGE = re.compile(r'^(?:#~ )?msgid ((?:(?:#~ )?".*"\n)+)', re.MULTILINE)
PLAIN_COUNT = re.compile(r"%(?:\d+\$)?[udi](?!\u00a0?%%)")    # without the ' that has thousands told apart
PER_CENT = re.compile(r"(\s?)%%")
BEFORE_PER_CENT = {"es": "\u00a0"}                          # what stands between number and sign; in English nothing
IN_MENU = re.compile(r'g_menu_append \(\w+, _ \("(.*?)"\)')


def catalogue(language):
    return os.path.join(root, "po", language + ".po")


def run(*command, text=None):
    """Returns: what the command writes to both its outputs, where it ends well and where not."""
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def texts(words):
    """The English of each message of a catalogue, but for its head."""
    found = ("".join(re.findall(r'"(.*)"', match[1])) for match in MESSAGE.finditer(words + "\n"))
    return [text for text in found if text]


def menus():
    """Yields for each menu its file and the labels in it. In C a file makes one menu."""
    for name in FILES:
        path = os.path.join(root, name)
        if name.endswith(".ui"):
            for menu in ElementTree.parse(path).iter("menu"):
                yield name, [label.text for label in menu.iter("attribute") if label.get("name") == "label"]
        elif name.endswith(".c"):
            with open(path, encoding="utf-8") as file:
                yield name, IN_MENU.findall(file.read())


class Languages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.template = pseudo.extract(FILES, root)

    def test_are_those_that_have_a_catalogue(self):
        catalogues = [name.removesuffix(".po") for name in os.listdir(os.path.join(root, "po")) if name.endswith(".po")]
        self.assertEqual(LANGUAGES, sorted(catalogues))

    def test_keep_what_programs_read(self):
        for language in LANGUAGES:
            with self.subTest(language=language):
                checked = run("msgfmt", "--check", "--check-accelerators=_", f"--output-file={os.devnull}",
                              catalogue(language))
                self.assertEqual((checked.stdout, checked.returncode), ("", 0))

    def test_have_each_text_of_the_sources(self):
        for language in LANGUAGES:
            merged = run("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=-", catalogue(language), "-",
                         text=self.template)
            self.assertEqual(merged.returncode, 0, merged.stdout)
            for fault in ("--untranslated", "--only-fuzzy", "--only-obsolete"):
                with self.subTest(language=language, fault=fault):
                    self.assertEqual(texts(run("msgattrib", fault, "-", text=merged.stdout).stdout), [])

    def test_write_counts_as_the_country_does(self):
        """What is told in a singular and a plural is a count, and there may be thousands."""
        for language in LANGUAGES:
            with open(catalogue(language), encoding="utf-8") as file:
                messages = [message for message in pseudo.read_template(file.read()) if "msgid_plural" in message]
            self.assertGreater(len(messages), 50)
            for message in messages:
                with self.subTest(language=language, message=message["msgid"]):
                    self.assertEqual([form for form in message.values() if PLAIN_COUNT.search(form)], [])

    def test_write_per_cent_as_the_country_does(self):
        """No line may end between a number and its sign."""
        self.assertIn("%%", self.template)
        written = {"English": (self.template, "")}
        for language in LANGUAGES:
            with open(catalogue(language), encoding="utf-8") as file:
                written[language] = (file.read(), BEFORE_PER_CENT.get(language, ""))
        for language, (words, before) in written.items():
            for message in pseudo.read_template(words):
                for form in [text for key, text in message.items() if key.startswith("msgstr") != (language == "English")]:
                    with self.subTest(language=language, message=message["msgid"]):
                        self.assertEqual([space for space in PER_CENT.findall(form) if space != before], [])

    def test_have_no_letter_twice_in_a_menu(self):
        for language in LANGUAGES:
            with open(catalogue(language), encoding="utf-8") as file:
                words = {message["msgid"]: message.get("msgstr", "") for message in pseudo.read_template(file.read())}
            for name, labels in menus():
                with self.subTest(language=language, file=name):
                    letters = [mark.lower() for label in labels for mark in re.findall("_(.)", words.get(label, label))]
                    self.assertEqual(sorted(letters), sorted(set(letters)))


if __name__ == "__main__":
    tap.main()
