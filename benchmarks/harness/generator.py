"""German-looking text of any size from a corpus' vocabulary: the same for the same seed, on any number of cores.

usage: python3 -m harness.generator --corpus FOLDER --sections N --out docs.jsonl [--seed S]

Sentences are the corpus' own with other content words in them. These come from two laws. The corpus' words are drawn by
Zipf's (the r-th has a share of 1/(r + 2)); behind them follow words without end, whose share falls as r^-1.6, so that their
number grows with the text by Heaps' law, and rare words stay rare in a million sections. The r-th of them is composed of
the corpus' nouns and endings by a rule, so no list is kept. A section has a few words of its own that return, as texts
have a topic: else no query of several words would be found.
"""
import argparse
import functools
import itertools
import json
import math
import multiprocessing
import os
import pathlib
import random

from harness.vocabulary import NOUN, NUMBER, PLAIN, Vocabulary, join

# Each chunk of sections has a random generator of its own, so that chunks can be made in any order.
CHUNK = 2000
WORDS = (90, 190)
HEAD_SHIFT, TAIL_SLOPE = 2, 1.6
# Every third content word is one of the section's own.
TOPIC_STEP, TOPIC_NOUNS, TOPIC_PLAIN = 3, 6, 3
SENTENCES_A_PARAGRAPH = 4

ENDINGS = ["los", "frei", "reich", "arm", "haft", "bezogen", "orientiert", "gerecht", "fähig", "nah", "weit", "bedingt"]
INFLECTIONS = ["", "e", "en", "er", "es", "em"]
PREFIXES = ["ab", "an", "auf", "aus", "be", "durch", "ein", "ent", "er", "fort", "her", "hin", "mit", "nach", "um", "ver",
            "vor", "weg", "weiter", "zer", "zu", "zurück"]


class Composer:
    """The words behind the corpus' own, by their rank."""

    def __init__(self, vocabulary):
        self.parts = vocabulary.parts
        self.plain = vocabulary.plain

    @functools.lru_cache(maxsize=200_000)
    def word(self, slot, rank):
        # A string as seed is hashed by SHA-512, alike in all versions of Python.
        source = random.Random(f"{slot}{rank}")
        first, second = source.choice(self.parts), source.choice(self.parts)
        if slot == PLAIN:
            if source.random() < .5:
                return source.choice(PREFIXES) + source.choice(self.plain)
            return join(first, source.choice(ENDINGS)).lower() + source.choice(INFLECTIONS)
        if source.random() < .75:
            return join(first, second)
        return join(join(first, second), source.choice(self.parts))


class Drawer:
    """Draws words of one slot: a rank's share is one law up to the corpus' last word, another behind it."""

    def __init__(self, slot, words, composer):
        self.slot, self.composer, self.last = slot, composer, len(words)
        weights = [1 / (rank + HEAD_SHIFT) for rank in range(1, self.last + 1)]
        # The integral of the tail, which begins with the share of the head's last word.
        tail = weights[-1] * self.last / (TAIL_SLOPE - 1)
        self.words = [*words, None]
        self.cumulative = list(itertools.accumulate([*weights, tail]))

    def _tail(self, source):
        rank = self.last * (1 - source.random()) ** (-1 / (TAIL_SLOPE - 1))
        # Further out are ranks that a whole lifetime of texts would not draw; they keep integers small.
        return self.composer.word(self.slot, math.floor(min(rank, 1e12)))

    def draw(self, source, count):
        drawn = source.choices(self.words, cum_weights=self.cumulative, k=count)
        return [word or self._tail(source) for word in drawn]


class Generator:
    """Makes chunks of sections."""

    def __init__(self, corpus, seed):
        self.vocabulary = Vocabulary(corpus)
        self.seed = seed
        composer = Composer(self.vocabulary)
        self.nouns = Drawer(NOUN, self.vocabulary.nouns, composer)
        self.plain = Drawer(PLAIN, self.vocabulary.plain, composer)
        self.kinds = list(self.vocabulary.kinds)
        self.kind_weights = list(itertools.accumulate(self.vocabulary.kinds.values()))

    @staticmethod
    def _fill(template, takers):
        text = template.format % tuple([takers[slot]() for slot in template.slots])
        return text[0].upper() + text[1:]

    @staticmethod
    def _pool(drawer, topic, count, source):
        words = drawer.draw(source, count)
        own = range(0, count, TOPIC_STEP)
        words[::TOPIC_STEP] = source.choices(topic, k=len(own))
        return itertools.cycle(words).__next__

    def section(self, number, source):
        nouns, plain = self.nouns.draw(source, TOPIC_NOUNS), self.plain.draw(source, TOPIC_PLAIN)
        wanted, chosen = source.randint(*WORDS), []
        while wanted > 0:
            chosen.append(source.choice(self.vocabulary.sentences))
            wanted -= chosen[-1].words
        slots = [slot for template in chosen for slot in template.slots]
        takers = {
            NOUN: self._pool(self.nouns, nouns, slots.count(NOUN) + 1, source),
            PLAIN: self._pool(self.plain, plain, slots.count(PLAIN) + 1, source),
            NUMBER: lambda: source.randint(1, 31) if source.random() < .7 else source.randint(1990, 2026),
        }
        sentences = [self._fill(template, takers) for template in chosen]
        # A title is made of the section's own words.
        own = {NOUN: itertools.cycle(nouns).__next__, PLAIN: itertools.cycle(plain).__next__, NUMBER: takers[NUMBER]}
        title = self._fill(source.choice(self.vocabulary.headings), own)
        step = SENTENCES_A_PARAGRAPH
        paragraphs = [" ".join(sentences[at:at + step]) for at in range(0, len(sentences), step)]
        kind = source.choices(self.kinds, cum_weights=self.kind_weights)[0]
        return {"id": f"generated/{number:07}", "title": title, "text": "\n\n".join(paragraphs), "kind": kind}

    def chunk(self, first, count):
        source = random.Random(f"{self.seed}/{first}")
        lines = [json.dumps(self.section(number, source), ensure_ascii=False) for number in range(first, first + count)]
        return "\n".join(lines) + "\n"


_generator = None


def _prepare(corpus, seed):
    global _generator
    _generator = Generator(corpus, seed)


def _chunk(job):
    return _generator.chunk(*job)


def write(corpus, sections, out, seed=1, processes=None):
    """Writes a docs.jsonl and gives its size in bytes. The first lines of a longer file are those of a shorter one."""
    jobs = [(first, min(CHUNK, sections - first)) for first in range(0, sections, CHUNK)]
    processes = min(processes or os.cpu_count() or 1, len(jobs))
    size = 0
    with open(out, "w", encoding="utf-8", newline="\n") as file:
        if processes == 1:
            _prepare(corpus, seed)
            for job in jobs:
                size += _write(file, _chunk(job))
        else:
            with multiprocessing.Pool(processes, _prepare, (str(corpus), seed)) as pool:
                for text in pool.imap(_chunk, jobs):
                    size += _write(file, text)
    return size


def _write(file, text):
    file.write(text)
    return len(text.encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus"
    parser.add_argument("--corpus", type=pathlib.Path, default=default, help="whose vocabulary (default: corpus)")
    parser.add_argument("--sections", type=int, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.sections < 1:
        parser.error("at least one section is needed")
    print(f"{write(options.corpus, options.sections, options.out, options.seed)} bytes")


if __name__ == "__main__":
    main()
