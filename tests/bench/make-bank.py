#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-bank.py [-n ITEMS] [-l LESSONS] [-e] FILE: writes a valid pack of made-up items, 100,000 unless told: about 100
MB; and as many lessons of five sections as asked for. With -e the pack has an exam like that of its examiner to draw by:
topics stand in domains, items have an approach, one in five is in a scenario, and one in ten is kept for rehearsals.

The same number gives the same bytes on every machine. Four of five items are `single` with four options, as a
large bank of exam questions is; the rest goes through the other kinds. Everything that the loader has to resolve is
there: topics, misconceptions, references to sections, ids of every part.
"""
import argparse

NOUNS = ("budget", "team", "sponsor", "backlog", "handover", "contract", "baseline", "risk", "release", "change",
         "register", "supplier", "stakeholder", "milestone", "deliverable", "outage", "schedule", "charter")
VERBS = ("reviews", "delays", "approves", "extends", "questions", "documents", "transfers", "measures", "reduces")
PLACES = ("before the cut-over", "after the pilot", "during the second sprint", "at the gate review",
          "in the last week of the quarter", "while the old system still runs")
TOPICS = 26
SECTIONS = 40
MISCONCEPTIONS = 80
DOMAINS = (8, 10, 8)                # topics in each, as an exam's tasks are
SCENARIO = 5                        # items in one
APPROACHES = ("predictive", "adaptive", "hybrid")
EXAM = """<exam id="exam" minutes="240" items="180" unscored="10"><title>An exam</title>
<draw from="org.charterstudy.bench" reserve="all"/>
<share topic="domain-0" percent="33"/><share topic="domain-1" percent="41"/><share topic="domain-2" percent="26"/>
<share approach="predictive" percent="40"/><share approach="adaptive hybrid" percent="60"/>
<section id="cases" items="60" cases="10"/><break minutes="10"/>
<section id="second" items="60"/><break minutes="10"/><section id="third" items="60"/></exam>
"""


class Dice:
    """The 64-bit generator of Knuth's MMIX: the same throws on every machine and version."""

    def __init__(self, seed):
        self.state = seed

    def throw(self, sides):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) * sides >> 31

    def pick(self, words):
        return words[self.throw(len(words))]


def sentence(dice):
    words = f"The {dice.pick(NOUNS)} {dice.pick(VERBS)} the {dice.pick(NOUNS)} {dice.pick(PLACES)}"
    return words + (f", <em>{dice.throw(900) + 100}</em> of them." if dice.throw(4) == 0 else ".")


def paragraph(sentences, dice, count):
    return "<p>" + " ".join(dice.pick(sentences) for _ in range(count)) + "</p>"


def option(dice, number, correct, sentences):
    mark = ' correct="true"' if correct else f' misconception="belief-{dice.throw(MISCONCEPTIONS)}"'
    return (f'<option id="o{number}"{mark}><text>The {dice.pick(NOUNS)} {dice.pick(VERBS)} the {dice.pick(NOUNS)}</text>'
            f'<why>{paragraph(sentences, dice, 1)}</why></option>')


def single(dice, sentences):
    key = dice.throw(4)
    return "single", "", "\n".join(option(dice, number, number == key, sentences) for number in range(4))


def multiple(dice, sentences):
    key = dice.throw(4)
    keys = (key, (key + 1) % 4)
    return "multiple", ' select="2"', "\n".join(option(dice, number, number in keys, sentences) for number in range(4))


def truefalse(dice, sentences):
    answer = dice.pick(("true", "false"))
    return "truefalse", f' answer="{answer}"', f'<why for="{answer}">{paragraph(sentences, dice, 1)}</why>'


def classify(dice, sentences):
    cards = "\n".join(f'<card id="c{number}" in="{dice.pick(("project", "operation"))}"><text>{dice.pick(NOUNS)} {number}</text>'
                      f'<why>{paragraph(sentences, dice, 1)}</why></card>' for number in range(4))
    return "classify", "", ('<category id="project"><text>Project</text></category>'
                            '<category id="operation"><text>Operation</text></category>\n' + cards)


def order(dice, sentences):
    return "order", "", "\n".join(f'<step id="s{number}"><text>The {dice.pick(NOUNS)} {dice.pick(VERBS)} it</text>'
                                  f'<why>{paragraph(sentences, dice, 1)}</why></step>' for number in range(4))


OTHERS = (multiple, truefalse, classify, order)


def item(dice, number, sentences, exam=False):
    kind = single if number % 5 else OTHERS[number // 5 % len(OTHERS)]
    name, more, body = kind(dice, sentences)
    return (f'<{name} id="item-{number}" topic="topic-{dice.throw(TOPICS)}" see="section-{dice.throw(SECTIONS)}"'
            f' difficulty="{dice.throw(5) + 1}"{more}{of_exam(dice) if exam else ""}>\n'
            f'<stem>{paragraph(sentences, dice, 2)}</stem>\n{body}\n'
            f'<rationale>{paragraph(sentences, dice, 1)}</rationale>\n</{name}>\n')


def of_exam(dice):
    return f' approach="{dice.pick(APPROACHES)}"' + (' reserve="mock"' if dice.throw(10) == 0 else "")


def lesson(dice, number, sentences):
    sections = "".join(f'<section id="lesson-{number}-{n}"><title>{dice.pick(sentences)}</title>'
                       f'{paragraph(sentences, dice, 12)}</section>\n' for n in range(5))
    return f'<lesson id="lesson-{number}"><title>{dice.pick(sentences)}</title>\n{sections}</lesson>\n'


def topic_list(numbers):
    return "".join(f'<topic id="topic-{n}"><title>Topic {n}</title></topic>\n' for n in numbers)


def domain_list():
    begins = [sum(DOMAINS[:n]) for n in range(len(DOMAINS))]
    return "".join(f'<topic id="domain-{n}"><title>Domain {n}</title>\n{topic_list(range(begin, begin + DOMAINS[n]))}'
                   '</topic>\n' for n, begin in enumerate(begins))


def scenario(dice, first, sentences):
    items = "".join(item(dice, number, sentences, True) for number in range(first, first + SCENARIO))
    return (f'<scenario id="scenario-{first}"><title>Scenario {first}</title>\n'
            f'<situation>{paragraph(sentences, dice, 3)}</situation>\n{items}</scenario>\n')


def head(dice, sentences, lessons, exam):
    topics = domain_list() if exam else topic_list(range(TOPICS))
    beliefs = "".join(f'<misconception id="belief-{n}" see="section-{n % SECTIONS}"><title>Belief {n}</title>'
                      f'{paragraph(sentences, dice, 1)}</misconception>\n' for n in range(MISCONCEPTIONS))
    sections = "".join(f'<section id="section-{n}"><title>Section {n}</title>{paragraph(sentences, dice, 3)}</section>\n'
                       for n in range(SECTIONS))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<pack xmlns="urn:charter:pack:1" format="1.0" id="org.charterstudy.bench" release="1.0" xml:lang="en">\n'
            f'<info><title>A large bank</title><license>CC0-1.0</license>\n{topics}{beliefs}</info>\n'
            f'<lesson id="lesson"><title>Lesson</title>\n{sections}</lesson>\n'
            + "".join(lesson(dice, number, sentences) for number in range(lessons)))


def write_exam_bank(file, dice, items, sentences):
    loose = items - items // 5 // SCENARIO * SCENARIO
    file.write('<bank id="bank">\n')
    for number in range(loose):
        file.write(item(dice, number, sentences, True))
    file.write("</bank>\n")
    for first in range(loose, items, SCENARIO):
        file.write(scenario(dice, first, sentences))
    file.write(EXAM)


def write_bank(file, dice, items, sentences):
    file.write('<bank id="bank">\n')
    for number in range(items):
        file.write(item(dice, number, sentences))
    file.write("</bank>\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-n", type=int, default=100_000, dest="items")
    parser.add_argument("-l", type=int, default=0, dest="lessons")
    parser.add_argument("-e", action="store_true", dest="exam")
    parser.add_argument("file")
    options = parser.parse_args()
    dice = Dice(1)
    sentences = [sentence(dice) for _ in range(2000)]
    with open(options.file, "w", encoding="utf-8", newline="\n") as file:
        file.write(head(dice, sentences, options.lessons, options.exam))
        (write_exam_bank if options.exam else write_bank)(file, dice, options.items, sentences)
        file.write("</pack>\n")


if __name__ == "__main__":
    main()
