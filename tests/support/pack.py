# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a pack's questions and cases straight from its XML, with none of Charter's code, so that tests of the running
program know by themselves what is right, what is wrong, and what an answer is worth.

An answer is, by kind: a list of options (single, multiple, truefalse, hotspot); a dictionary from a card, line or blank
to what it was given (classify, match, cloze); a list of steps (order); or what is typed (number, short). All of it in
the words that stand on the screen. Points are given by the rules that the help states under “Scoring”.
"""
import re
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{urn:charter:pack:1}"
KINDS = {}


def find_all(element, *tags):
    return [child for child in element if child.tag.removeprefix(NAMESPACE) in tags]


def find(element, tag):
    return element.find(NAMESPACE + tag)


def words(element):
    """The words of running text, without markup; a run of what XML takes for space is one. None has no words."""
    return "" if element is None else re.sub("[ \t\r\n]+", " ", "".join(element.itertext())).strip(" ")


def paragraphs(element):
    return [] if element is None else [words(child) for child in find_all(element, "p")]


def label(element):
    return words(find(element, "text"))


class Item:
    """A question. partial: whether it is worth something to be right in parts."""
    partial = False

    def __init__(self, element):
        self.id = element.get("id")
        self.kind = element.tag.removeprefix(NAMESPACE)
        self.points = float(element.get("points", 1))
        self.partial = element.get("scoring", "partial" if self.partial else "exact") == "partial"
        self.stem = paragraphs(find(element, "stem"))
        self.hint = paragraphs(find(element, "hint"))
        self.rationale = paragraphs(find(element, "rationale"))
        self.read(element)

    def worth(self, answer):
        """The points that an answer earns."""
        share = self.share(answer)
        return self.points * share if self.partial or share == 1 else 0

    def verdict(self, answer):
        """The words above the feedback."""
        if self.share(answer) == 1:
            return "Correct"
        return "Partly right" if self.worth(answer) > 0 else "Not quite"


class Choice(Item):
    """options: each with the why that is told of it."""

    def read(self, element):
        self.whys, self.keys = {}, []
        for option in self.list_options(element):
            self.add(self.option_words(element, option), option.get("correct") == "true", find(option, "why"))

    def add(self, option, is_key, why):
        self.whys[option] = paragraphs(why)
        if is_key:
            self.keys.append(option)

    def list_options(self, element):
        return find_all(element, "option")

    def option_words(self, element, option):
        return label(option)

    def right(self):
        return list(self.keys)

    def wrong(self, random):
        """As many as would be right, one of them wrong."""
        others = [option for option in self.whys if option not in self.keys]
        return random.sample(self.keys, len(self.keys) - 1) + [random.choice(others)]

    def share(self, answer):
        n_right = sum(option in self.keys for option in answer)
        if self.partial:
            return max(0, 2 * n_right - len(answer)) / len(self.keys)
        return float(sorted(answer) == sorted(self.keys))


class TrueFalse(Choice):
    def read(self, element):
        whys = {why.get("for"): why for why in find_all(element, "why")}
        self.whys, self.keys = {}, []
        for option in ("true", "false"):
            self.add(option.capitalize(), option == element.get("answer"), whys.get(option))


class Hotspot(Choice):
    def list_options(self, element):
        return find_all(element, "region", "target")

    def option_words(self, element, option):
        nodes = [node for node in element.iter(NAMESPACE + "node") if node.get("id") == option.get("node")]
        return label(nodes[0] if nodes else option)


class Pairs(Item):
    """keys: what belongs to each card, line or blank; choices: what it can be given."""
    partial = True

    def right(self):
        return dict(self.keys)

    def wrong(self, random):
        """From one of them to all are given something else."""
        answer = self.right()
        for line in random.sample(sorted(answer), random.randint(1, len(answer))):
            answer[line] = random.choice([choice for choice in self.choices[line] if choice != self.keys[line]])
        return answer

    def count_right(self, answer):
        return sum(answer[line] == key for line, key in self.keys.items())

    def share(self, answer):
        return self.count_right(answer) / len(self.keys)


class Classify(Pairs):
    def read(self, element):
        self.categories = {category.get("id"): label(category) for category in find_all(element, "category")}
        self.keys = {label(card): self.categories[card.get("in")] for card in find_all(element, "card")}
        self.choices = {card: list(self.categories.values()) for card in self.keys}


class Match(Pairs):
    def read(self, element):
        self.keys = {words(find(pair, "left")): words(find(pair, "right")) for pair in find_all(element, "pair")}
        self.extras = [label(extra) for extra in find_all(element, "extra")]
        self.choices = {line: list(self.keys.values()) + self.extras for line in self.keys}

    def wrong(self, random):
        """Each right side goes with one line, so two are exchanged, or one gets what belongs nowhere."""
        answer = self.right()
        one, other = random.sample(sorted(answer), 2)
        if self.extras and random.random() < 0.5:
            answer[one] = random.choice(self.extras)
        else:
            answer[one], answer[other] = answer[other], answer[one]
        return answer


class Cloze(Pairs):
    def read(self, element):
        blanks = list(element.iter(NAMESPACE + "blank"))
        self.keys, self.choices = {}, {}
        for number, blank in enumerate(blanks, 1):
            line = f"Blank {number} of {len(blanks)}"
            choices = find_all(blank, "choice")
            self.choices[line] = [label(choice) for choice in choices]
            self.keys[line] = next(label(choice) for choice in choices if choice.get("correct") == "true")


class Order(Item):
    partial = True

    def read(self, element):
        self.steps = [label(step) for step in find_all(element, "step")]

    def right(self):
        return list(self.steps)

    def wrong(self, random):
        answer = self.right()
        while answer == self.steps:
            random.shuffle(answer)
        return answer

    def count_right(self, answer):
        return sum(given == step for given, step in zip(answer, self.steps))

    def share(self, answer):
        follows = dict(zip(self.steps, self.steps[1:]))
        return sum(follows.get(one) == other for one, other in zip(answer, answer[1:])) / (len(self.steps) - 1)


class Typed(Item):
    """nears: answers that are wrong in a way that the author has foreseen, with what is told of them."""

    def wrong(self, random):
        return random.choice(sorted(self.nears) or [self.far_off])

    def right(self):
        return self.key


class Number(Typed):
    def read(self, element):
        self.key, self.unit = element.get("answer"), element.get("unit", "")
        self.tolerance = float(element.get("tolerance", 0))
        self.nears = {near.get("value"): paragraphs(find(near, "why")) for near in find_all(element, "near")}
        self.far_off = str(float(self.key) + 3 * self.tolerance + 7)

    def share(self, answer):
        return float(abs(float(answer) - float(self.key)) <= self.tolerance + 1e-9)


class Short(Typed):
    far_off = "none of these"

    def read(self, element):
        self.accepted = [words(accept) for accept in find_all(element, "accept")]
        self.key, self.unit = self.accepted[0], ""
        self.nears = {label(near): paragraphs(find(near, "why")) for near in find_all(element, "near")}

    def share(self, answer):
        return float(answer in self.accepted)


KINDS.update(single=Choice, multiple=Choice, truefalse=TrueFalse, hotspot=Hotspot, classify=Classify, match=Match,
             cloze=Cloze, order=Order, number=Number, short=Short)


class Scenario:
    def __init__(self, element):
        self.id = element.get("id")
        self.title = words(find(element, "title"))
        self.situation = paragraphs(find(element, "situation"))
        self.items = [KINDS[one.tag.removeprefix(NAMESPACE)](one) for one in find_all(element, *KINDS)]


class Move:
    def __init__(self, element):
        self.words, self.why = label(element), paragraphs(find(element, "why"))
        self.to, self.grade = element.get("to"), element.get("grade")
        self.effects = {effect.get("gauge"): float(effect.get("by")) for effect in find_all(element, "effect")}


class Scene:
    """A moment of a case. An ending is one without moves."""

    def __init__(self, element):
        self.id, self.title = element.get("id"), words(find(element, "title"))
        self.story = paragraphs(element)
        self.moves = [Move(move) for move in find_all(element, "move")]


class Case:
    def __init__(self, element):
        self.id = element.get("id")
        self.title = words(find(element, "title"))
        self.gauges = {gauge.get("id"): label(gauge) for gauge in find_all(element, "gauge")}
        self.start = {gauge.get("id"): float(gauge.get("start")) for gauge in find_all(element, "gauge")}
        self.scenes = {scene.get("id"): Scene(scene) for scene in find_all(element, "scene", "ending")}
        self.endings = [scene for scene in self.scenes.values() if not scene.moves]

    def first(self):
        return next(iter(self.scenes.values()))

    def best_way(self):
        """The moves that are best, from the first scene to an ending."""
        way, scene = [], self.first()
        while scene.moves:
            way.append(next(move for move in scene.moves if move.grade == "best"))
            scene = self.scenes[way[-1].to]
        return way

    def shortest_way(self, ending):
        """The fewest moves from the first scene to an ending, or None where none lead there."""
        waiting, seen = [(self.first(), [])], {self.first().id}
        while waiting:
            scene, way = waiting.pop(0)
            if scene is ending:
                return way
            for move in scene.moves:
                if move.to not in seen:
                    seen.add(move.to)
                    waiting.append((self.scenes[move.to], way + [move]))
        return None


class Exam:
    def __init__(self, element):
        self.id, self.title = element.get("id"), words(find(element, "title"))


class Pack:
    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.scenarios = [Scenario(element) for element in find_all(root, "scenario")]
        self.cases = [Case(element) for element in find_all(root, "case")]
        self.exams = [Exam(element) for element in find_all(root, "exam")]
        self.id, self.language = root.get("id"), root.get("{http://www.w3.org/XML/1998/namespace}lang")
        self.items = {item.id: item for scenario in self.scenarios for item in scenario.items}
        for bank in find_all(root, "bank"):
            self.items |= {one.get("id"): KINDS[one.tag.removeprefix(NAMESPACE)](one) for one in find_all(bank, *KINDS)}
