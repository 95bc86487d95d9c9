#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-pseudo.py CATALOGUES: the pseudo-languages keep what a program reads, and gettext finds them."""
import gettext
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import unittest

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(root, "tests", "support"))
sys.dont_write_bytecode = True
import tap  # noqa: E402 (its folder is known only now)

spec = importlib.util.spec_from_file_location("pseudo", os.path.join(root, "build-aux", "make-pseudo.py"))
pseudo = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pseudo)

built = sys.argv.pop(1)

# What a program writes, and what of it must be found again in the same order.
KEPT = [
    ("%s of %d", ["%s", "%d"]),
    ("%'d items", ["%'d"]),
    ("%1$s, then %2$d", ["%1$s", "%2$d"]),
    ("%d %% right", ["%d", "%%"]),
    ("%.1f and %5.2lf, %-8s, %*d", ["%.1f", "%5.2lf", "%-8s", "%*d"]),
    ("%" + "zu bytes, %lld more", ["%zu", "%lld"]),
    ("%-d %B %Y", ["%-d", "%B", "%Y"]),
    ("<b>Bold</b> &amp; <a href=\"help:charter\">more</a>", ["<b>", "</b>", "&amp;", '<a href="help:charter">', "</a>"]),
    ("_Open a pack", ["_O"]),
    ("Save _as", ["_a"]),
    ("Hello {name}", ["{name}"]),
    ("One\nTwo", ["\n"]),
]

TEMPLATE = r'''
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#, c-format
msgctxt "menu"
msgid "_Open “%s”"
msgstr ""

#, c-format
msgid "%d item"
msgid_plural "%d items"
msgstr[0] ""
msgstr[1] ""

msgid ""
"Two lines\n"
"with a \"word\"\n"
msgstr ""

msgid "translator-credits"
msgstr ""
'''


class Change(unittest.TestCase):
    def test_keeps_what_a_program_reads(self):
        for change in pseudo.LANGUAGES.values():
            for text, kept in KEPT:
                with self.subTest(text=text):
                    pattern = ".*".join(re.escape(part) for part in kept)
                    self.assertRegex(change(text), re.compile(pattern, re.DOTALL))

    def test_changes_every_word(self):
        for change in pseudo.LANGUAGES.values():
            self.assertNotIn("quiz", change("Take the quiz now").replace("\u202equiz", ""))

    def test_accented_is_longer(self):
        for text in ("OK", "Go on", "Every answer is safe the moment it is given."):
            self.assertGreaterEqual(len(pseudo.accented(text)), len(text) * 1.4)

    def test_accented_keeps_its_line_end_last(self):
        self.assertTrue(pseudo.accented("Done\n").endswith("]\n"))

    def test_backwards_closes_what_it_opens(self):
        text = pseudo.backwards("Take <b>the quiz</b> %d times")
        self.assertEqual(text.count(pseudo.RLO), text.count(pseudo.PDF))
        self.assertGreater(text.count(pseudo.RLO), 2)


class Catalogue(unittest.TestCase):
    def load(self, language):
        with tempfile.TemporaryDirectory() as folder:
            pseudo.compile_catalogue(pseudo.catalogue(TEMPLATE, language), language, folder)
            with open(os.path.join(folder, language, "LC_MESSAGES", "charter.mo"), "rb") as file:
                return gettext.GNUTranslations(file)

    def test_holds_contexts_plurals_and_long_messages(self):
        for language, change in pseudo.LANGUAGES.items():
            words = self.load(language)
            self.assertEqual(words.pgettext("menu", "_Open “%s”"), change("_Open “%s”"))
            self.assertEqual(words.ngettext("%d item", "%d items", 1), change("%d item"))
            self.assertEqual(words.ngettext("%d item", "%d items", 5), change("%d items"))
            self.assertEqual(words.gettext('Two lines\nwith a "word"\n'), change('Two lines\nwith a "word"\n'))

    def test_leaves_the_credits_to_translators(self):
        self.assertEqual(self.load("en@pseudo").gettext("translator-credits"), "translator-credits")


class Built(unittest.TestCase):
    def read(self, language, text):
        environment = dict(os.environ, TEXTDOMAINDIR=built, LOCPATH=built, LC_ALL=pseudo.LOCALE, LANGUAGE=language)
        return subprocess.run(["gettext", "-d", "charter", text], env=environment, check=True,
                              capture_output=True, text=True).stdout

    def test_is_found_by_gettext_in_the_locale_made_with_it(self):
        for language, change in pseudo.LANGUAGES.items():
            self.assertEqual(self.read(language, "Study for the PMP exam"), change("Study for the PMP exam"))


if __name__ == "__main__":
    tap.main()
