#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has guessers answer the packs of data/packs, and fails where one of them does better than chance.

usage: check-guessing.py SOURCE-ROOT [PACK…]     those packs instead, such as translations

A guesser has read nothing and knows a trick: take the longest answer, or the third as written. In a fair pack no
trick pays. Guessed are the answers to single, multiple, truefalse and hotspot items, each blank of a cloze, each card
of a classify, each pair of a match (at random only), and each scene of a case, whose best move is the key. An order,
a number, words or a drill leave nothing to guess that would be worth counting.
"""
import dataclasses
import math
import pathlib
import random
import re
import sys
import unittest
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

PACKS = [pathlib.Path(path) for path in sys.argv[1:]] or sorted((ROOT / "data/packs").glob("*.xml"))
del sys.argv[1:]
MOST_LONGEST_KEYS = 0.30
SEED = "Charter"
# Words of four letters and more that any sentence may have.
COMMON = {word[:6] for word in """about after been before does down each first from have into more must next over project
          should some team than that their them then there these they this until what when where which while will with
          work would your antes cada como cuando debe desde después donde entre esta este hace hacer hasta mientras para
          pero porque primero proyecto puede qué quien según sobre también tiene todo trabajo equipo""".split()}
NS = "{urn:charter:pack:1}"


# ---------------------------------------------------------------- what there is to guess

@dataclasses.dataclass(frozen=True)
class Question:
    """Answers to choose from: those at the indices in right are right, and so many have to be chosen."""
    name: str
    kind: str
    answers: tuple
    right: frozenset
    choose: int = 1
    by_place: bool = True
    by_length: bool = True
    stem: str = ""

    def chance(self):
        """How probable it is to guess right: k of n can be chosen in n! / (k! (n-k)!) ways, and one of them is right."""
        if self.choose == 1:
            return len(self.right) / len(self.answers)
        return 1 / math.comb(len(self.answers), self.choose)

    def is_met(self, guess):
        return guess <= self.right if self.choose == 1 else guess == self.right


def words(element):
    return " ".join("".join(element.itertext()).split())


def text(element):
    return words(element.find(NS + "text"))


def children(element, tag):
    return element.findall(NS + tag)


def from_keys(name, kind, elements, answers=None, **more):
    right = frozenset(index for index, element in enumerate(elements) if element.get("correct") == "true")
    return Question(name, kind, tuple(answers or map(text, elements)), right, max(1, len(right)), **more)


def from_single(item):
    yield from_keys(item.get("id"), "single", children(item, "option"), stem=words(item.find(NS + "stem")))


def from_multiple(item):
    yield from_keys(item.get("id"), "multiple", children(item, "option"), stem=words(item.find(NS + "stem")))


def from_truefalse(item):
    right = frozenset([0 if item.get("answer") == "true" else 1])
    yield Question(item.get("id"), "truefalse", ("true", "false"), right, by_length=False)


def from_hotspot(item):
    nodes = {node.get("id"): text(node) for node in item.iter(NS + "node")}
    targets = children(item, "target")
    if targets:  # dates and cells have no words whose length could tell something
        named = all(target.get("node") for target in targets)
        answers = [nodes[target.get("node")] if named else str(place) for place, target in enumerate(targets)]
        yield from_keys(item.get("id"), "hotspot", targets, answers, by_length=named)
    else:
        yield from_keys(item.get("id"), "hotspot", children(item, "region"))


def from_cloze(item):
    for blank in item.iter(NS + "blank"):
        yield from_keys(f"{item.get('id')}/{blank.get('id')}", "cloze", children(blank, "choice"))


def from_classify(item):
    categories = children(item, "category")
    ids = [category.get("id") for category in categories]
    for card in children(item, "card"):
        yield Question(f"{item.get('id')}/{card.get('id')}", "classify", tuple(map(text, categories)),
                       frozenset([ids.index(card.get("in"))]), by_length=False)


def from_match(item):
    pairs = children(item, "pair")
    answers = tuple(words(pair.find(NS + "right")) for pair in pairs) + tuple(map(text, children(item, "extra")))
    for index, pair in enumerate(pairs):  # as written the answers are in the right order, so they are shown in another
        yield Question(f"{item.get('id')}/{pair.get('id')}", "match", answers, frozenset([index]),
                       by_place=False, by_length=False)


def from_case(case):
    for scene in children(case, "scene"):
        moves = children(scene, "move")
        right = frozenset(index for index, move in enumerate(moves) if move.get("grade") == "best")
        if right and len(moves) > 1:
            yield Question(f"{case.get('id')}/{scene.get('id')}", "case", tuple(map(text, moves)), right)


READERS = {"single": from_single, "multiple": from_multiple, "truefalse": from_truefalse, "hotspot": from_hotspot,
           "cloze": from_cloze, "classify": from_classify, "match": from_match, "case": from_case}


def questions_in(path):
    elements = [element for element in xml.parse(path).iter() if isinstance(element.tag, str)]
    readers = [(READERS.get(element.tag.removeprefix(NS)), element) for element in elements]
    return [question for reader, element in readers if reader for question in reader(element)]


# ---------------------------------------------------------------- those who guess

def at_random(question):
    """Draws for each question by itself, so that mending one item does not change the answers to all others."""
    draw = random.Random(f"{SEED} {question.name}")
    left = list(range(len(question.answers)))
    return frozenset(left.pop(int(draw.random() * len(left))) for _ in range(question.choose))


def by_length(sign):
    def guess(question):
        if not question.by_length:
            return None
        indices = sorted(range(len(question.answers)), key=lambda index: sign * len(question.answers[index]))
        return frozenset(indices[:question.choose])
    return guess


def by_place(place):
    def guess(question):
        count = len(question.answers)
        if not question.by_place or place >= count:
            return None
        return frozenset((place + step) % count for step in range(question.choose))
    return guess


def content_words(sentence):
    """Words that may give something away, by their first letters: "approve" and "approval" are one."""
    return {word[:6].lower() for word in re.findall(r"[^\W\d_]{4,}", sentence)} - COMMON


def by_echo(question):
    """The answer that repeats the most words of the stem; of several, one at random."""
    if not question.stem:
        return None
    stem = content_words(question.stem)
    draw = random.Random(f"{SEED} echo {question.name}")
    echoes = [(len(content_words(answer) & stem), draw.random(), index) for index, answer in enumerate(question.answers)]
    return frozenset(index for _, _, index in sorted(echoes, reverse=True)[:question.choose])


GUESSERS = {
    "guesses at random": at_random,
    "takes the longest answer": by_length(-1),
    "takes the shortest answer": by_length(1),
    "takes the first answer as written": by_place(0),
    "takes the second answer as written": by_place(1),
    "takes the third answer as written": by_place(2),
    "takes the fourth answer as written": by_place(3),
    "takes the answer with the most words from the stem": by_echo,
}


# ---------------------------------------------------------------- what may be chance

def interval(chances):
    """The ends of the two-sided 95 % interval of the number guessed right, if nothing but chance is at work.

    The number of successes in independent trials with probabilities p1 … pn has the Poisson binomial distribution. It
    is exact here, where a binomial would need one p for all: adding trial i, P(k) becomes P(k) (1 − pi) + P(k − 1) pi.
    The ends are the greatest k with P(X < k) ≤ 0.025 and the least k with P(X > k) ≤ 0.025. Source: Y. H. Wang, On the
    number of successes in independent trials, Statistica Sinica 3 (1993), 295–312.
    """
    spread = [1.0]
    for chance in chances:
        spread = [stay * (1 - chance) + come * chance for stay, come in zip(spread + [0.0], [0.0] + spread)]
    below = first_beyond(spread)
    above = len(chances) - first_beyond(spread[::-1])
    return below, above


def first_beyond(spread):
    """How many of the first terms add up to no more than 0.025."""
    total = 0.0
    for count, term in enumerate(spread):
        total += term
        if total > 0.025:
            return count
    return len(spread) - 1


def judge(habit, questions):
    """What somebody with that habit reaches, as a sentence; and a fault, if it is more than chance explains.

    For lengths, less is a fault as well: if the longest is hardly ever right, it can be struck out at sight.
    """
    guesses = [(question, GUESSERS[habit](question)) for question in questions]
    guesses = [(question, guess) for question, guess in guesses if guess is not None]
    chances = [question.chance() for question, _ in guesses]
    hits = [question for question, guess in guesses if question.is_met(guess)]
    least, most = interval(chances)
    sentence = (f"Who {habit} is right in {len(hits)} of {len(guesses)}, where chance brings {sum(chances):.1f}, "
                f"from {least} to {most}")
    if len(hits) > most:
        worst = sorted(hits, key=lambda question: (question.chance(), -lead(question)))
        return sentence, f"{sentence}. Mend some of these: {names(worst)}."
    if len(hits) < least and habit in STRIKING:
        worst = sorted(set(question for question, _ in guesses) - set(hits), key=STRIKING[habit])
        return sentence, f"{sentence}: it can be struck out. Let it be right in some of these: {names(worst)}."
    return sentence, None


def names(questions):
    return ", ".join(question.name for question in questions[:8])


def lead(question):
    """By how many characters the longest right answer is longer than the longest wrong one."""
    lengths = list(map(len, question.answers))
    wrong = [length for index, length in enumerate(lengths) if index not in question.right]
    return max(lengths[index] for index in question.right) - max(wrong, default=0)


def lag(question):
    """By how many characters the shortest right answer is longer than the shortest wrong one."""
    lengths = list(map(len, question.answers))
    wrong = [length for index, length in enumerate(lengths) if index not in question.right]
    return min(lengths[index] for index in question.right) - min(wrong, default=0)


# Habits by which an answer can be struck out if they fail too often, and where that is mended with the fewest letters.
STRIKING = {
    "takes the longest answer": lambda question: (-lead(question), question.name),
    "takes the shortest answer": lambda question: (lag(question), question.name),
}


def judge_keys(questions):
    """Whether the key of four-option singles is strictly the longest too often."""
    four = [question for question in questions if question.kind == "single" and len(question.answers) == 4]
    longest = sorted((question for question in four if lead(question) > 0), key=lead, reverse=True)
    sentence = f"The key is the longest option in {len(longest)} of {len(four)} singles with four options"
    if len(longest) <= MOST_LONGEST_KEYS * len(four):
        return sentence, None
    worst = ", ".join(f"{question.name} (by {lead(question)})" for question in longest[:8])
    return sentence, f"{sentence}, and may be so in {MOST_LONGEST_KEYS:.0%}. Mend first: {worst}."


# ---------------------------------------------------------------- the tests

class Packs(unittest.TestCase):
    """Each pack that comes with Charter is fair."""

    def hold(self, *verdicts):
        for sentence, _ in verdicts:
            print(f"# {sentence}", flush=True)
        faults = [fault for _, fault in verdicts if fault]
        if faults:
            self.fail("\n".join(faults))

    def test_there_are_packs(self):
        self.assertTrue(PACKS)

    def test_the_key_is_seldom_the_longest(self):
        for questions in map(questions_in, PACKS):
            self.hold(judge_keys(questions))

    def test_no_guesser_beats_chance_over_the_whole_pack(self):
        for questions in map(questions_in, PACKS):
            self.hold(*(judge(habit, questions) for habit in GUESSERS))

    def test_no_guesser_beats_chance_in_the_singles(self):
        """By themselves too, as the many cards of other kinds could hide a habit of their author."""
        for questions in map(questions_in, PACKS):
            singles = [question for question in questions if question.kind == "single"]
            self.hold(*(judge(habit, singles) for habit in GUESSERS))


class Bench(unittest.TestCase):
    """The guessers find what they are there to find."""

    @staticmethod
    def singles(key, texts, count=20):
        return [Question(f"item-{number}", "single", texts, frozenset([key])) for number in range(count)]

    def test_a_long_key_is_found(self):
        questions = self.singles(1, ("short", "the longest of them", "middling", "brief"))
        self.assertIn("item-0 (by 11)", judge_keys(questions)[1])
        self.assertIn("longest", judge("takes the longest answer", questions)[1])
        self.assertIn("struck out", judge("takes the shortest answer", questions)[1])

    def test_as_many_long_keys_as_allowed(self):
        long, short = ("no", "yes indeed", "no", "no"), ("no one", "yes", "no", "no")
        self.assertIsNone(judge_keys(self.singles(1, long, 3) + self.singles(1, short, 7))[1])
        self.assertIsNotNone(judge_keys(self.singles(1, long, 4) + self.singles(1, short, 6))[1])

    def test_a_favourite_place_is_found(self):
        questions = self.singles(2, ("alpha", "gamma", "delta", "omega"))
        self.assertIn("third", judge("takes the third answer as written", questions)[1])
        self.assertIsNone(judge("takes the first answer as written", questions)[1])

    def test_an_echo_is_found(self):
        answers = ("Ask the sponsor", "Order the ramps", "Wait a week", "Write a note")
        questions = [Question(f"item-{number}", "single", answers, frozenset([1]), stem="Two ramps are missing.")
                     for number in range(20)]
        self.assertIn("stem", judge("takes the answer with the most words from the stem", questions)[1])

    def test_random_is_chance(self):
        questions = self.singles(0, ("alpha", "gamma", "delta", "omega"), 400)
        self.assertIsNone(judge("guesses at random", questions)[1])

    def test_chance_is_reckoned_rightly(self):
        """Ten throws of a coin: P(X > 8) = 11/1024 and P(X > 7) = 56/1024, so the interval ends at 8, and begins at 2."""
        self.assertEqual(interval([0.5] * 10), (2, 8))
        self.assertEqual(interval([0.0] * 10), (0, 0))
        self.assertEqual(interval([1.0] * 10), (10, 10))
        self.assertAlmostEqual(Question("two-of-five", "multiple", tuple("abcde"), frozenset([0, 3]), 2).chance(), 0.1)

    def test_a_pack_is_read(self):
        """From a pack that holds each kind."""
        questions = questions_in(ROOT / "tests/tool/packs/bakery.xml")
        kinds = {question.kind for question in questions}
        self.assertEqual(kinds, {"single", "multiple", "truefalse", "classify", "match", "cloze", "hotspot"})
        for question in questions:
            self.assertTrue(question.right, question.name)
            self.assertTrue(all(question.answers), question.name)

    def test_a_case_is_read(self):
        """The best move is the key; a scene in which each move is as good as the other asks nothing."""
        grades = (("poor", "best", "fair"), ("fair", "fair"))
        scenes = "".join(f"<scene id='s{number}'>" + "".join(f"<move grade='{grade}'><text>{grade}</text></move>"
                                                            for grade in scene) + "</scene>"
                         for number, scene in enumerate(grades))
        questions = list(from_case(xml.fromstring(f"<case id='c' xmlns='{NS[1:-1]}'>{scenes}</case>")))
        self.assertEqual(questions, [Question("c/s0", "case", ("poor", "best", "fair"), frozenset([1]))])


tap.main()
