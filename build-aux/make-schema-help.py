#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tables in C of what the schema says of each element and attribute, so that it is told in one place.

make-schema-help.py charter-pack.rng OUTPUT.c
"""
import sys
import xml.etree.ElementTree as ET

RNG = "{http://relaxng.org/ns/structure/1.0}"
DOC = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


def words(node):
    """What is said of a node, as one line."""
    doc = node.find(DOC)
    return " ".join(doc.text.split()) if doc is not None else ""


class Schema:
    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.defines = {define.get("name"): define for define in self.root.iter(RNG + "define")}
        self.elements, self.attributes = {}, {}

    def read(self):
        for element in self.root.iter(RNG + "element"):
            self.look(element.get("name"), element, "", set())

    def look(self, parent, node, said, seen):
        """Notes the elements and attributes that parent holds below node. said: of the define around them."""
        for child in node:
            if child.tag == RNG + "element":
                self.note(self.elements, parent, child.get("name"), words(child) or said)
            elif child.tag == RNG + "attribute":
                self.note(self.attributes, parent, child.get("name"), words(child) or said)
            elif child.tag == RNG + "ref":
                if child.get("name") not in seen:
                    define = self.defines[child.get("name")]
                    self.look(parent, define, words(define) or said, seen | {child.get("name")})
            elif len(child):
                self.look(parent, child, said, seen)

    @staticmethod
    def note(table, parent, name, text):
        if text and not table.get((parent, name)):
            table[parent, name] = text


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def shorten(table):
    """What is said of a name wherever it stands needs no parent."""
    texts = {}
    for (_, name), text in table.items():
        texts.setdefault(name, set()).add(text)
    rows = {("" if len(texts[name]) == 1 else parent, name): text for (parent, name), text in table.items()}
    return sorted(rows.items())


def main():
    schema = Schema(sys.argv[1])
    schema.read()
    schema.elements["", "pack"] = words(schema.defines["pack"])
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write('#include "charter-schema-help.h"\n\n')
        for name, table in (("elements", schema.elements), ("attributes", schema.attributes)):
            out.write(f"const CharterSchemaHelp charter_schema_{name}[] = {{\n")
            for (parent, child), text in shorten(table):
                out.write(f"  {{ {quote(parent)}, {quote(child)}, {quote(text)} }},\n")
            out.write("  { 0 },\n};\n\n")


if __name__ == "__main__":
    main()
