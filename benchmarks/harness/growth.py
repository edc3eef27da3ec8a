"""How time, memory, size and latency grow with the number of sections.

usage: python3 -m harness.growth [--size N ...] [--engine NAME ...] [--out FILE]

Each size is generated (generator.py) and indexed once by each engine, in turns, and asked the same queries. An engine that
took too long for one size is not asked for the next: its line says so.
"""
import argparse
import dataclasses
import json
import pathlib
import shutil
import sys

from harness import engines as available
from harness import generator, speed, vocabulary, workload
from harness.interleaving import turns

CORPUS = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus"
ROWS = [speed.Row("any", "any", {"match": "any"}), speed.Row("all", "any", {"match": "all"})]
COLUMNS = ("mean", "p50", "p95", "p99", "p99.9", "max")


@dataclasses.dataclass
class Effort:
    sizes: tuple = (2_000, 5_000, 10_000)
    # Longest indexing of the next size, as the last one foretells it in proportion.
    index_seconds: float = 90
    rounds: int = 3
    queries: int = 500
    round_seconds: float = .5
    warm_up_seconds: float = .8


QUICK = Effort()
NORMAL = Effort(sizes=(10_000, 30_000, 100_000), index_seconds=900, queries=1000, round_seconds=5, warm_up_seconds=2)
FULL = Effort(sizes=(10_000, 30_000, 100_000, 300_000, 1_000_000), index_seconds=7200, queries=2000, round_seconds=20,
              warm_up_seconds=5)
EFFORTS = {"quick": QUICK, "normal": NORMAL, "full": FULL}


def note(text):
    print(text, file=sys.stderr, flush=True)


def _median(values):
    values = sorted(values)
    return values[len(values) // 2]


def able(names, entries, size, limit):
    """The engines that, by their last size, can index this one in time."""
    kept = []
    for name in names:
        last = max((entry for entry in entries if entry["engine"] == name), key=lambda entry: entry["sections"],
                   default=None)
        expected = last["seconds"] * size / last["sections"] if last else 0
        if expected > limit:
            note(f"{name} is left out from {size} sections on: indexing would take about {expected:.0f} s,"
                 f" {limit:.0f} s are allowed")
        else:
            kept.append(name)
    return kept


def measure(names, size, corpus, work, effort, stops, open_engine):
    """The entries of one size."""
    work.mkdir(mode=0o711)
    docs = work / "docs.jsonl"
    generator.write(corpus, size, docs)
    text = speed.describe(docs, "generated")
    files = workload.write(docs, work / "queries", effort.queries, stops)
    asked = speed.Effort(index_rounds=1, rounds=effort.rounds, queries=effort.queries,
                         round_seconds=effort.round_seconds, warm_up_seconds=effort.warm_up_seconds,
                         index_timeout=2 * effort.index_seconds)
    indexed = {entry["engine"]: entry["rounds"][0]
               for entry in speed.index(names, docs, work, asked, open_engine) if entry["rounds"]}
    found = speed.queries(list(indexed), work, files, asked, open_engine, ROWS)
    entries = []
    for name, figures in indexed.items():
        entry = {"engine": name, "sections": size, "bytes": text["bytes"], **figures}
        for row in found:
            if row["engine"] == name:
                entry[row["kind"]] = {column: _median(each[column] for each in row["rounds"]) for column in COLUMNS}
        entries.append(entry)
    # A million sections and their indexes are gigabytes.
    shutil.rmtree(work, ignore_errors=True)
    return entries


def run(names, work, corpus=CORPUS, effort=QUICK, open_engine=available.Engine):
    """The `growth` of results.json."""
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    stops = vocabulary.stop_words(corpus)
    entries, names = [], list(names)
    for size, order in zip(effort.sizes, turns(names, len(effort.sizes))):
        names = able([name for name in order if name in names], entries, size, effort.index_seconds)
        if not names:
            break
        note(f"growth  {size} sections")
        made = measure(names, size, corpus, work / str(size), effort, stops, open_engine)
        entries += made
        # Who failed once is not tried with more.
        names = [entry["engine"] for entry in made]
    return entries


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, action="append", help="may be repeated (default: the sizes of --budget)")
    parser.add_argument("--engine", action="append", choices=available.NAMES)
    parser.add_argument("--budget", choices=EFFORTS, default="quick")
    parser.add_argument("--corpus", type=pathlib.Path, default=CORPUS, help="whose vocabulary (default: corpus)")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    effort = EFFORTS[options.budget]
    if options.size:
        effort = dataclasses.replace(effort, sizes=tuple(sorted(options.size)), index_seconds=FULL.index_seconds)
    names = []
    for entry in available.availability(options.engine or available.NAMES):
        if "skipped" in entry:
            note(f"{entry['name']} is skipped: {entry['skipped']}")
        else:
            names.append(entry["name"])
    with available.work_folder() as work:
        found = run(names, work, options.corpus, effort)
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
