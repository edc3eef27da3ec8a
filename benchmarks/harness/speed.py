"""How fast each engine indexes and answers.

usage: python3 -m harness.speed docs.jsonl [--engine NAME ...] [--rounds N] [--queries FILE] [--out FILE]

All engines do the same work in turns (interleaving.py). Queries are asked one after the other within each engine's process,
which takes the time itself: no arrival waits for another, so there is no omission to coordinate. Where there are arrivals,
over the socket, throughput.py and load.py look after it.
"""
import argparse
import contextlib
import dataclasses
import json
import pathlib
import sys
import time

from harness import engines as available
from harness import vocabulary, workload
from harness.interleaving import turns
from harness.latency import Latencies


@dataclasses.dataclass
class Row:
    """A kind of query: its name in tables, the file of queries, and what is asked."""
    name: str
    sort: str
    options: dict
    # Asked of Lotse alone, for what others do not have.
    own: bool = False


ROWS = [
    Row("any words", "any", {"match": "any"}),
    Row("all words", "any", {"match": "all"}),
    Row("phrase", "phrases", {"match": "phrase"}),
    Row("prefix", "prefixes", {"match": "prefix"}),
    Row("filtered by kind", "any", {"match": "any", "filter": True}),
    Row("faceted by kind", "any", {"match": "any", "facet": "kind"}),
    Row("with snippets", "any", {"match": "any", "snippets": True}),
    Row("64 words", "long", {"match": "any"}),
    Row("as typed (auto)", "any", {"match": "auto"}, own=True),
]


@dataclasses.dataclass
class Effort:
    """How much is measured. An engine that would need more than `round_seconds` for a round gets fewer queries."""
    index_rounds: int = 2
    rounds: int = 5
    queries: int = 500
    round_seconds: float = .5
    # Java's compiler needs some seconds of the same work.
    warm_up_seconds: float = .8
    index_timeout: float = 600


QUICK = Effort()
NORMAL = Effort(index_rounds=3, rounds=7, queries=2000, round_seconds=5, warm_up_seconds=3, index_timeout=1800)
FULL = Effort(index_rounds=3, rounds=9, queries=5000, round_seconds=20, warm_up_seconds=5, index_timeout=7200)
EFFORTS = {"quick": QUICK, "normal": NORMAL, "full": FULL}
FEWEST, TRIAL = 50, 20


def note(text):
    print(text, file=sys.stderr, flush=True)


def describe(docs, name):
    """The corpus' entry: its name, sections and bytes of title and text."""
    sections = size = 0
    with open(docs, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                document = json.loads(line)
                sections += 1
                size += len(document["title"].encode()) + len(document["text"].encode())
    return {"name": name, "sections": sections, "bytes": size}


def index(names, docs, work, effort, open_engine):
    """Every engine builds its index in a fresh process, in turns. Gives the entries; indexes stay as work/NAME.index."""
    rounds = {name: [] for name in names}
    for order in turns(names, effort.index_rounds):
        for name in order:
            if name not in rounds:
                continue
            try:
                with open_engine(name) as engine:
                    made = engine.index(docs, work / f"{name}.index", timeout=effort.index_timeout)
            except (available.EngineError, available.Unsupported, available.Skip) as error:
                note(f"{name} is left out: {error}")
                del rounds[name]
                continue
            rounds[name].append({key: made[key] for key in ("seconds", "cpu_seconds", "peak_bytes", "disk_bytes")})
            note(f"indexing  {name}: {made['seconds']:.1f} s, {made['disk_bytes'] / 1e6:.1f} MB")
    return [{"engine": name, "rounds": found} for name, found in rounds.items()]


class Asking:
    """One engine's part in one row."""

    def __init__(self, engine, options, path, effort):
        self.engine, self.options, self.effort = engine, options, effort
        lines = path.read_text(encoding="utf-8").splitlines()
        self.count, self.path, self.hits, self.rounds = len(lines), path, 0, []
        times = self._warm_up(lines)
        able = int(effort.round_seconds / (sum(times) / len(times) / 1e9 or 1e-9))
        if able < self.count:
            # The queries are in random order: the first are a sample.
            self.count = min(self.count, max(FEWEST, able))
            self.path = path.with_name(f"{self.count}-{path.name}")
            self.path.write_text("\n".join(lines[:self.count]) + "\n", encoding="utf-8")
        self._ask(self.path)

    def _warm_up(self, lines):
        """Asks a few queries again and again; gives their last times, which tell how many can be asked in a round."""
        trial = self.path.with_name(f"trial-{self.path.name}")
        trial.write_text("\n".join(lines[:TRIAL]) + "\n", encoding="utf-8")
        start = time.monotonic()
        while True:
            times, _ = self._ask(trial)
            if time.monotonic() - start >= self.effort.warm_up_seconds:
                return times

    def _ask(self, path):
        # Twenty times of what a round should take, and never less than a minute, tells a hanging engine from a slow one.
        command = {"op": "batch", "queries": str(path), "k": 10, **self.options}
        answer = self.engine.ask(command, timeout=max(60, 20 * self.effort.round_seconds))
        return answer["nanoseconds"], answer["hits"]

    def round(self):
        times, self.hits = self._ask(self.path)
        if len(times) != self.count:
            raise available.EngineError(f"{self.engine.name} answered {len(times)} of {self.count} queries")
        self.rounds.append(Latencies(times).summary())


def ask_row(row, opened, files, effort):
    """The entries of one row. An engine that fails is left out of this row, with a line."""
    options = dict(row.options)
    if options.pop("filter", None):
        if files["kind"] is None:
            note(f"{row.name} is left out: the documents have no kind")
            return []
        options["filter"] = {"kind": files["kind"]}
    elif "facet" in options and files["kind"] is None:
        note(f"{row.name} is left out: the documents have no kind")
        return []
    if not files[row.sort].stat().st_size:
        note(f"{row.name} is left out: the documents have nothing to ask so")
        return []
    asked = {}

    def attempt(name, work):
        try:
            work()
        except available.Unsupported:
            asked.pop(name, None)
        except available.EngineError as error:
            note(f"{row.name}: {name} is left out: {error}")
            asked.pop(name, None)
            if opened[name].process.poll() is not None:
                del opened[name]

    def begin(name):
        asked[name] = Asking(opened[name], options, files[row.sort], effort)

    for name in list(opened):
        if not row.own or name == "lotse":
            attempt(name, lambda: begin(name))
    for order in turns(list(asked), effort.rounds):
        for name in order:
            if name in asked:
                attempt(name, asked[name].round)
    return [{"kind": row.name, "engine": name, "count": each.count, "rounds": each.rounds, "hits": each.hits}
            for name, each in asked.items()]


def queries(names, work, files, effort, open_engine, rows=ROWS):
    """Every row by every engine on the indexes that `index` left."""
    entries = []
    with contextlib.ExitStack() as stack:
        opened = {}
        for name in names:
            try:
                opened[name] = stack.enter_context(open_engine(name))
                opened[name].open(work / f"{name}.index")
            except (available.EngineError, available.Skip) as error:
                note(f"{name} is left out: {error}")
                opened.pop(name, None)
        for row in rows:
            found = ask_row(row, opened, files, effort)
            entries += found
            for entry in found:
                middle = sorted(each["p50"] for each in entry["rounds"])[len(entry["rounds"]) // 2]
                note(f"{row.name}  {entry['engine']}: p50 {middle:.0f} µs of {entry['count']} queries")
    return entries


def run(names, docs, work, stops, effort=QUICK, name="generated", queries_file=None, open_engine=available.Engine,
        rows=ROWS):
    """The corpus, indexing and query entries of results.json's `speed`. The indexes stay in `work`."""
    Latencies()
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    files = workload.write(docs, work / "queries", effort.queries, stops, queries=queries_file)
    indexed = index(names, docs, work, effort, open_engine)
    built = [entry["engine"] for entry in indexed]
    return {"corpus": describe(docs, name), "indexing": indexed,
            "queries": queries(built, work, files, effort, open_engine, rows)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus"
    parser.add_argument("docs", type=pathlib.Path)
    parser.add_argument("--engine", action="append", choices=available.NAMES)
    parser.add_argument("--rounds", type=int, default=QUICK.rounds)
    parser.add_argument("--count", type=int, default=QUICK.queries, help="queries of each kind")
    parser.add_argument("--queries", type=pathlib.Path, help="people's own, one a line, in place of drawn ones")
    parser.add_argument("--corpus", type=pathlib.Path, default=default, help="whose stop words (default: corpus)")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    names = []
    for entry in available.availability(options.engine or available.NAMES):
        if "skipped" in entry:
            note(f"{entry['name']} is skipped: {entry['skipped']}")
        else:
            names.append(entry["name"])
    effort = dataclasses.replace(QUICK, rounds=options.rounds, queries=options.count)
    with available.work_folder() as work:
        found = run(names, options.docs, work, vocabulary.stop_words(options.corpus), effort, options.docs.name,
                    options.queries)
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
