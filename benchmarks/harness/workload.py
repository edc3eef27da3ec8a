"""Queries drawn from the texts of a docs.jsonl: what people would type who look for one of them.

usage: python3 -m harness.workload docs.jsonl --out FOLDER [--count N] [--seed S] [--queries FILE]

Writes any.txt (one to five words), phrases.txt (words that stand so in a text), prefixes.txt (beginnings of words) and
long.txt (64 words of running text), one query a line, in random order, so that the first n lines are a sample.
"""
import argparse
import collections
import json
import pathlib
import random
import re

from harness import vocabulary

FILES = {"any": "any.txt", "phrases": "phrases.txt", "prefixes": "prefixes.txt", "long": "long.txt"}
# Shares of queries of one to five words: short ones prevail in every published log of a search box.
LENGTHS, SHARES = (1, 2, 3, 4, 5), (25, 35, 22, 11, 7)
# What people put between words.
BETWEEN = ["für", "bei", "mit", "in", "und"]
BETWEEN_SHARE, LOWER_SHARE, TITLE_SHARE = .3, .5, .5
LONG_WORDS, LONG_BYTES = 64, 2000
TRIES = 60

WORD = vocabulary.WORD
# Words with nothing but a space between them.
RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


def sample(docs, count, source):
    """Random lines of a file, parsed, in random order. Two passes keep no more than the sample in memory."""
    with open(docs, "rb") as file:
        total = sum(1 for line in file if line.strip())
    if not total:
        raise ValueError(f"{docs}: no documents; a line is a JSON object with id, title and text")
    # A small corpus is drawn from several times.
    rows = source.sample(range(total), min(count, total))
    wanted, found = set(rows), {}
    with open(docs, "rb") as file:
        for row, line in enumerate(line for line in file if line.strip()):
            if row in wanted:
                found[row] = json.loads(line)
    lines = [found[row] for row in rows]
    return [lines[at % len(lines)] for at in range(count)]


class Drawing:
    """Draws one query of each sort from a document; None where the document has none."""

    def __init__(self, stops, source):
        self.stops, self.source = stops, source

    def _content(self, text):
        return [word for word in WORD.findall(text) if len(word) > 3 and word.lower() not in self.stops]

    def any(self, document):
        title, text = self._content(document["title"]), self._content(document["text"])
        words = []
        for _ in range(self.source.choices(LENGTHS, weights=SHARES)[0]):
            known = title if title and self.source.random() < TITLE_SHARE else text or title
            if known:
                words.append(self.source.choice(known))
        words = list(dict.fromkeys(words))
        if not words:
            return None
        if len(words) > 1 and self.source.random() < BETWEEN_SHARE:
            words.insert(len(words) - 1, self.source.choice(BETWEEN))
        query = " ".join(words)
        return query.lower() if self.source.random() < LOWER_SHARE else query

    def phrases(self, document):
        runs = RUN.findall(document["text"])
        for _ in range(5 if runs else 0):
            words = self.source.choice(runs).split()
            length = min(len(words), self.source.choice((2, 3)))
            first = self.source.randrange(len(words) - length + 1)
            phrase = words[first:first + length]
            if any(word.lower() not in self.stops for word in phrase):
                return " ".join(phrase)
        return None

    def prefixes(self, document):
        words = [word for word in self._content(document["text"]) if len(word) > 5]
        if not words:
            return None
        word = self.source.choice(words)
        return word[:self.source.randint(4, min(7, len(word) - 1))].lower()

    def long(self, document):
        words = WORD.findall(document["text"])
        first = self.source.randrange(max(1, len(words) - LONG_WORDS + 1))
        question = words[first:first + LONG_WORDS]
        while len(" ".join(question).encode()) > LONG_BYTES:
            question.pop()
        return " ".join(question) if len(question) >= LONG_WORDS // 2 else None


def kind_to_filter(documents):
    """The most frequent kind after the first: a filter by it leaves out something and leaves something."""
    counts = collections.Counter(document["kind"] for document in documents if document.get("kind"))
    ranked = [kind for kind, _ in counts.most_common()]
    return ranked[1] if len(ranked) > 1 else ranked[0] if ranked else None


def write(docs, folder, count, stops, seed=1, queries=None):
    """Writes the files and gives their paths by sort, with the kind to filter by under "kind".

    `queries` is a file with people's own queries, one a line; they replace any.txt.
    """
    source = random.Random(f"{seed}/queries")
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    documents = sample(docs, count, source)
    drawing = Drawing(stops, source)
    made = {"kind": kind_to_filter(documents)}
    for sort, name in FILES.items():
        draw = getattr(drawing, sort)
        found = []
        for at in range(count):
            # Some documents are a table or two words long; others take their place.
            for candidate in [documents[at], *source.choices(documents, k=TRIES)]:
                query = draw(candidate)
                if query:
                    found.append(query)
                    break
        made[sort] = folder / name
        if sort == "any" and queries:
            found = [line.strip() for line in pathlib.Path(queries).read_text(encoding="utf-8").splitlines()]
            # A set in TREC's form has an id and a tab before the query.
            found = [line.split("\t", 1)[-1] for line in found if line]
            if not found:
                raise ValueError(f"{queries}: no queries; it has one a line")
            source.shuffle(found)
            found = found[:count]
        made[sort].write_text("".join(query + "\n" for query in found), encoding="utf-8")
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus"
    parser.add_argument("docs", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=pathlib.Path, default=default, help="whose stop words (default: corpus)")
    parser.add_argument("--queries", type=pathlib.Path)
    options = parser.parse_args()
    made = write(options.docs, options.out, options.count, vocabulary.stop_words(options.corpus), options.seed,
                 options.queries)
    for name, value in made.items():
        print(f"{name}\t{value}")


if __name__ == "__main__":
    main()
