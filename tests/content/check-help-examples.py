#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the pack format's reference in the help against the schema and the example packs.

usage: check-help-examples.py SOURCE-ROOT

An example in the reference is a <listing> whose title names a file of tests/fixtures/packs/valid, where its text stands
word for word; those of the tutorial have a test of their own. A table whose title begins with "Attributes of" describes the attributes of the elements that the title names.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

PAGES = sorted((ROOT / "help/C").glob("*.page"))
REFERENCE = [page for page in PAGES if page.name.startswith("format")]
VALID = ROOT / "tests/fixtures/packs/valid"
SCHEMA = ROOT / "data/schema/charter-pack"
KINDS = ["single", "multiple", "truefalse", "classify", "match", "order", "number", "short", "cloze", "hotspot", "drill"]
MALLARD = "{http://projectmallard.org/1.0/}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
PACK = "{urn:charter:pack:1}"


def codes(element):
    return [code.text for code in element.iter(MALLARD + "code")]


class Grammar:
    """The schema's elements, with the attributes of each: required, optional, or one of several."""

    def __init__(self, path):
        tree = ET.parse(path)
        self.defines = {define.get("name"): define for define in tree.iter(RNG + "define")}
        self.elements = {}   # element: {attribute: set of "yes", "no", "either"}
        self.values = {}     # (element, attribute): set of values, where it has a list of them
        for element in tree.iter(RNG + "element"):
            self.walk(element, element.get("name"), "yes", top=True)

    def walk(self, node, name, needed, top=False):
        if top:
            self.elements.setdefault(name, {})
        for child in node:
            tag = child.tag.removeprefix(RNG)
            if tag == "attribute":
                attribute = child.get("name")
                self.elements[name].setdefault(attribute, set()).add(needed)
                self.values.setdefault((name, attribute), set()).update(self.list_values(child))
            elif tag == "ref" and not list(self.defines[child.get("name")].findall(RNG + "element")):
                self.walk(self.defines[child.get("name")], name, needed)
            elif tag in ("optional", "zeroOrMore"):
                self.walk(child, name, "no")
            elif tag == "choice":
                self.walk(child, name, "either")
            elif tag in ("group", "interleave", "oneOrMore", "mixed"):
                self.walk(child, name, needed)

    def list_values(self, node):
        for child in node.iter():
            if child.tag == RNG + "value":
                yield child.text
            elif child.tag == RNG + "ref":
                yield from self.list_values(self.defines[child.get("name")])


class Reference:
    """What the help says of elements and attributes."""

    def __init__(self, pages):
        self.titles = set()  # elements that a title names
        self.rows = {}       # element: {attribute: [(needed, values that are named)]}
        for page in pages:
            tree = ET.parse(page)
            for title in tree.iter(MALLARD + "title"):
                self.titles.update(codes(title))
            for table in tree.iter(MALLARD + "table"):
                title = table.find(MALLARD + "title")
                if title is not None and "".join(title.itertext()).startswith("Attributes of"):
                    self.read_table(codes(title), table)

    def read_table(self, elements, table):
        for row in table.find(MALLARD + "tbody"):
            cells = row.findall(MALLARD + "td")
            attribute, needed = codes(cells[0])[0], "".join(cells[1].itertext()).strip()
            for element in elements:
                self.rows.setdefault(element, {}).setdefault(attribute, []).append((needed, set(codes(cells[2]))))


class Help(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.grammar = Grammar(SCHEMA.with_suffix(".rng"))
        cls.reference = Reference(REFERENCE)

    def test_examples_stand_in_packs(self):
        seen = set()
        for page in REFERENCE:
            for listing in ET.parse(page).iter(MALLARD + "listing"):
                name = listing.find(f"{MALLARD}title/{MALLARD}file").text
                example = listing.find(MALLARD + "code").text.strip("\n")
                self.assertTrue(example.strip(), page.name)
                self.assertIn(example, (VALID / name).read_text(encoding="utf-8"), f"{page.name}, {name}")
                seen.add(name)
        self.assertEqual(seen, {path.name for path in VALID.glob("example-*.xml")})

    def test_every_kind_has_an_example(self):
        text = "".join(code.text for page in REFERENCE for code in ET.parse(page).iter(MALLARD + "code") if code.get("mime"))
        for element in KINDS + ["lesson", "glossary", "comparison", "scenario", "bank", "case", "exam"]:
            self.assertRegex(text, rf"<{element}[ >]")
            self.assertIn(f"</{element}>", text)
        for kind in self.grammar.values["diagram", "kind"]:
            self.assertIn(f'kind="{kind}" alt=', text)

    def test_every_element_is_described(self):
        self.assertEqual(sorted(set(self.grammar.elements) - self.reference.titles), [])

    def test_every_attribute_is_described(self):
        in_schema = {(element, attribute) for element, attributes in self.grammar.elements.items() for attribute in attributes}
        in_help = {(element, attribute) for element, attributes in self.reference.rows.items() for attribute in attributes}
        self.assertEqual(sorted(in_schema - in_help), [], "the help lacks these")
        self.assertEqual(sorted(in_help - in_schema), [], "the schema lacks these")

    def test_needed_is_said_rightly(self):
        for element, attributes in self.reference.rows.items():
            for attribute, rows in attributes.items():
                for needed, _ in rows:
                    self.assertIn(needed, self.grammar.elements[element][attribute], f"{attribute} of {element}")

    def test_every_value_is_named(self):
        for (element, attribute), values in self.grammar.values.items():
            named = set().union(*(row[1] for row in self.reference.rows[element][attribute]))
            self.assertEqual(sorted(values - named), [], f"{attribute} of {element}")

    def test_every_kind_has_its_scoring(self):
        rows = {}
        for table in ET.parse(ROOT / "help/C/format-scoring.page").iter(MALLARD + "table"):
            for row in table.find(MALLARD + "tbody"):
                cells = row.findall(MALLARD + "td")
                rows[codes(cells[0])[0]] = codes(cells[1])[0]
        self.assertEqual(list(rows), KINDS)
        self.assertLessEqual(set(rows.values()), {"exact", "partial"})

    def test_whole_pack_uses_the_whole_format(self):
        used = set()
        for element in ET.parse(VALID / "whole.xml").iter():
            name = element.tag.removeprefix(PACK)
            used.add((name, None))
            used.update((name, "xml:lang" if attribute.startswith("{") else attribute) for attribute in element.keys())
        everything = {(element, None) for element in self.grammar.elements}
        everything |= {(element, attribute) for element, attributes in self.grammar.elements.items() for attribute in attributes}
        self.assertEqual(sorted((e, a or "") for e, a in everything - used), [])


class Schema(unittest.TestCase):
    def test_both_syntaxes_agree(self):
        if not shutil.which("trang"):
            self.skipTest("trang is not installed")
        with tempfile.TemporaryDirectory() as folder:
            made = pathlib.Path(folder) / "charter-pack.rng"
            subprocess.run(["trang", SCHEMA.with_suffix(".rnc"), made], check=True, timeout=60)
            self.assertEqual(made.read_text(), SCHEMA.with_suffix(".rng").read_text())


class Mallard(unittest.TestCase):
    def check(self, *what):
        if not shutil.which("yelp-check"):
            self.skipTest("yelp-check is not installed")
        run = subprocess.run(["yelp-check", *what, ROOT / "help/C"], capture_output=True, text=True, timeout=60)
        self.assertEqual((run.stdout + run.stderr, run.returncode), ("", 0))

    def test_links(self):
        self.check("links")

    def test_ids(self):
        self.check("ids")

    def test_orphans(self):
        self.check("orphans")

    def test_pages_are_built(self):
        built = re.findall(r"'([a-z-]+\.page)'", (ROOT / "help/meson.build").read_text())
        self.assertEqual(sorted(built), [page.name for page in PAGES])

    def test_pages_are_valid(self):
        if not shutil.which("yelp-check") or not shutil.which("xsltproc"):
            self.skipTest("yelp-check or xsltproc is not installed")
        self.check("validate")


tap.main()
