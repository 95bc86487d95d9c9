#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out each number that an item of data/packs asks for, and each slip that it foresees.

usage: check-figures.py SOURCE-ROOT [FIGURES PACK…]     those instead

figures.txt tells how, a line each: pack, item, "answer" or "near:VALUE", and the sum. The numbers of a sum stand in the
item, in the situation that its scenario tells, or belong to the formula itself.
"""
import ast
import operator
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

FIGURES = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / "tests/content/figures.txt")
PACKS = [pathlib.Path(path) for path in sys.argv[1:]] or sorted((ROOT / "data/packs").glob("pmp-*.xml"))
del sys.argv[1:]
NS = "{urn:charter:pack:1}"
FORMULA = {"1", "2", "3", "4", "6", "10", "100", "1000"}  # of channels, PERT, triangles; decimals, per cent, thousands
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
             ast.Pow: operator.pow, ast.USub: operator.neg}


def work_out(sum_):
    """The value of a sum of numbers, + - * / ** ( ), min, max and round."""
    def walk(node):
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.UnaryOp):
            return OPERATORS[type(node.op)](walk(node.operand))
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](walk(node.left), walk(node.right))
        if isinstance(node, ast.Call):
            return {"min": min, "max": max, "round": round}[node.func.id](*map(walk, node.args))
        raise ValueError(sum_)
    return walk(ast.parse(sum_, mode="eval").body)


def numbers_in(words):
    """All numbers of a text, without what parts their thousands; of a diagram also those of its attributes."""
    return {re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", number)
            for number in re.findall(r"\d+(?:[,\u00a0\u202f]\d{3})*(?:\.\d+)?", words)}


def words_of(element):
    told = [" ".join(element.itertext())]
    told += [value for part in element.iter() for value in part.attrib.values()]
    return numbers_in(" ".join(told))


def read_figures():
    rows = [line.split("\t") for line in FIGURES.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    return {(pack, item, what): sum_ for pack, item, what, sum_ in rows}


def read_items():
    """(pack, item) → the element, and the numbers that it and its situation tell."""
    found = {}
    for path in PACKS:
        root = xml.parse(path).getroot()
        for group in [*root.iter(NS + "scenario"), *root.iter(NS + "bank")]:
            situation = group.find(NS + "situation")
            for item in group.findall(NS + "number"):
                told = words_of(item.find(NS + "stem")) | (words_of(situation) if situation is not None else set())
                found[root.get("id").rsplit(".", 1)[1], item.get("id")] = item, told
    return found


class Figures(unittest.TestCase):
    figures, items = read_figures(), read_items()

    def wanted(self):
        for (pack, name), (item, told) in self.items.items():
            yield pack, name, "answer", item.get("answer"), float(item.get("tolerance", 0)), told
            for near in item.findall(NS + "near"):
                yield pack, name, f"near:{near.get('value')}", near.get("value"), float(near.get("tolerance", 0)), told

    def test_every_number_is_worked_out(self):
        wanted = {(pack, name, what) for pack, name, what, *_ in self.wanted()}
        self.assertEqual(sorted(wanted - set(self.figures)), [], "no sum is told for these")
        self.assertEqual(sorted(set(self.figures) - wanted), [], "these ask for nothing")

    def test_the_sums_give_the_numbers(self):
        for pack, name, what, value, tolerance, _ in self.wanted():
            with self.subTest(item=name, what=what):
                result = work_out(self.figures[pack, name, what])
                places = len(value.partition(".")[2])
                self.assertLessEqual(abs(result - float(value)), max(tolerance, 0.5 * 10 ** -places + 1e-9),
                                     f"{self.figures[pack, name, what]} is {result}, and the pack says {value}")

    def test_the_sums_are_of_what_is_told(self):
        for pack, name, what, _, _, told in self.wanted():
            with self.subTest(item=name, what=what):
                used = numbers_in(self.figures[pack, name, what])
                self.assertEqual(sorted(used - told - FORMULA), [], "neither told nor of the formula")

    def test_a_slip_is_not_right(self):
        for (_, name), (item, _) in self.items.items():
            for near in item.findall(NS + "near"):
                with self.subTest(item=name, near=near.get("value")):
                    apart = abs(float(near.get("value")) - float(item.get("answer")))
                    self.assertGreater(apart, float(item.get("tolerance", 0)) + float(near.get("tolerance", 0)))


class Sums(unittest.TestCase):
    """The test's own arithmetic."""

    def test_sums(self):
        self.assertEqual(work_out("(4 + 4 * 7 + 16) / 6"), 8)
        self.assertEqual(work_out("-min(2, 3) ** 2"), -4)
        self.assertRaises((ValueError, KeyError), work_out, "__import__('os')")

    def test_numbers(self):
        self.assertEqual(numbers_in("€12,500 in 3.5 weeks"), {"12500", "3.5"})


tap.main()
