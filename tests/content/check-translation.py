#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a translated pack against the pack that it translates: the same in everything but words, and no word missing.

usage: check-translation.py SOURCE-ROOT LANGUAGE TRANSLATED-PACK CHARTER-TOOL
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

ROOT, LANGUAGE, TRANSLATION, TOOL = pathlib.Path(sys.argv[1]), *sys.argv[2:5]
del sys.argv[1:]
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

PACK = ROOT / "data/packs" / pathlib.Path(TRANSLATION).name.replace(f".{LANGUAGE}.xml", ".xml")
WORDS = {"alt", "by", "at", "unit"}  # attributes that pack.its gives to translators
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Markup inside a sentence goes where the other language wants it.
INLINE = {"em", "strong", "code", "term", "link", "math", "blank"}


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def merge(merged, packs):
    """Writes the catalogue of all packs as it is for these."""
    template = f"{merged}t"
    run("itstool", "-i", ROOT / "data/packs/pack.its", "-o", template, *packs)
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, ROOT / f"data/packs/{LANGUAGE}.po", template)


def name(element):
    return element.tag.split("}")[1]


def keys(element):
    """An element's attributes that mean the same in all languages."""
    words = WORDS if name(element) != "region" else WORDS - {"at"}
    return {key: value for key, value in element.attrib.items() if key not in words and key != LANG}


def children(element):
    inline = sorted((child for child in element if name(child) in INLINE), key=lambda child: str(sorted(keys(child).items())))
    return [child for child in element if name(child) not in INLINE] + inline


class Translation(unittest.TestCase):
    def compare(self, first, second, path):
        self.assertEqual(first.tag, second.tag, path)
        self.assertEqual(keys(first), keys(second), path)
        self.assertEqual(bool("".join(first.itertext()).strip()), bool("".join(second.itertext()).strip()), path)
        mine, yours = children(first), children(second)
        self.assertEqual([name(one) for one in mine], [name(one) for one in yours], path)
        for one, other in zip(mine, yours):
            self.compare(one, other, f"{path}/{name(one)}#{one.get('id', '')}")

    def test_ids_keys_and_figures_are_the_same(self):
        self.compare(xml.parse(PACK).getroot(), xml.parse(TRANSLATION).getroot(), "pack")

    def test_it_names_its_language(self):
        self.assertEqual(xml.parse(TRANSLATION).getroot().get(LANG), LANGUAGE)

    def test_it_has_no_problems(self):
        done = run(TOOL, "check", TRANSLATION)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_word_is_translated(self):
        with tempfile.TemporaryDirectory() as place:
            merged, of_all = f"{place}/{LANGUAGE}.po", f"{place}/all.po"
            merge(merged, [PACK])
            merge(of_all, sorted((ROOT / "data/packs").glob("*.xml")))
            missing = run("msgattrib", "--untranslated", "--no-wrap", merged).stdout
            fuzzy = run("msgattrib", "--only-fuzzy", "--no-wrap", merged).stdout
            left_over = run("msgattrib", "--only-obsolete", "--no-wrap", of_all).stdout
        for state, words in (("without a translation", missing), ("to be looked at again", fuzzy), ("in no pack any more", left_over)):
            found = re.findall(r'^(?:#~ )?msgid "(.+)"$', words, re.MULTILINE)
            self.assertEqual(found[:20], [], f"{len(found)} texts {state}")


tap.main()
