"""Runs the parts of the benchmarks, writes their results and the report.

usage: benchmarks/bench run --out DIR [--budget quick|normal|full] [--corpus PATH] [--queries FILE] [--set PATH ...]
       benchmarks/bench report RESULTS.json --out DIR

A part that fails says so in a line and leaves the others alone; what it had is missing in the report. results.json is
written after each part, so that a run that is broken off leaves what it had.
"""
import argparse
import datetime
import json
import os
import pathlib
import sys
import time
import traceback

from harness import (
    callgrind, engines, figures, generator, growth, machine, probes, relevance, speed, thresholds, throughput, vocabulary)
from harness import report as writer

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
PROJECT = BENCHMARKS.parent
EXAMPLE = PROJECT / "corpus"
PARTS = ["relevance", "probes", "speed", "throughput", "growth", "thresholds"]
# Sections of the generated corpus where none is named.
SECTIONS = {"quick": 10_000, "normal": 100_000, "full": 100_000}


class Unavailable(Exception):
    """A part cannot run here; the text says why and what helps."""


def note(text):
    print(text, file=sys.stderr, flush=True)


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")


def export(corpus, work):
    """A folder's sections as a docs.jsonl, as Lotse reads them: all engines get the same text."""
    docs = work / "sections.jsonl"
    with engines.Engine("lotse") as lotse:
        lotse.index(corpus, work / "export.index", timeout=7200)
        lotse.open(work / "export.index")
        lotse.ask({"op": "export", "docs": str(docs), "sections": True}, timeout=7200)
    return docs


class Run:
    """One run: its options, the engines that are there, and what was found so far."""

    def __init__(self, options, work):
        self.options, self.work = options, work
        self.out = options.out
        self.budget = options.budget
        self.results = {}
        self.names = []
        self.stops = vocabulary.stop_words(EXAMPLE)
        self._docs = None

    # What several parts need

    def docs(self):
        """The docs.jsonl for speed, and its name; made when it is first asked for."""
        if self._docs is None:
            corpus = self.options.corpus
            if corpus is None:
                path = self.work / "generated.jsonl"
                generator.write(EXAMPLE, SECTIONS[self.budget], path)
                self._docs = path, "generated"
            elif corpus.is_dir():
                if "lotse" not in self.names:
                    raise Unavailable(f"{corpus} is a folder, whose sections only Lotse can write out, and Lotse is skipped")
                self._docs = export(corpus, self.work), corpus.resolve().name
            else:
                self._docs = corpus, corpus.stem
        return self._docs

    # The parts

    def relevance(self):
        if "lotse" not in self.names:
            raise Unavailable("all engines are compared with Lotse, which is skipped")
        runs = self.out / "runs"
        runs.mkdir(exist_ok=True)
        found = []
        sets = [("gold", lambda: relevance.load_gold(EXAMPLE, self.work))]
        sets += [(str(path), lambda path=path: relevance.load(path)) for path in self.options.set]
        for name, load in sets:
            try:
                found.append(relevance.measure(load(), self.names, self.work, runs, note))
            except (OSError, ValueError, engines.EngineError) as error:
                self.failed(f"relevance of {name}", error)
            self.results["relevance"] = found

    def probes(self):
        self.results["probes"] = probes.measure(self.names, EXAMPLE, self.options.lists, say=note)

    def speed(self):
        docs, name = self.docs()
        folder = self.work / "speed"
        folder.mkdir(mode=0o711)
        found = speed.run(self.names, docs, folder, self.stops, speed.EFFORTS[self.budget], name, self.options.queries)
        self.results.setdefault("speed", {}).update(found)

    def throughput(self):
        docs, name = self.docs()
        found = throughput.run(docs, self.work / "throughput", self.stops, throughput.EFFORTS[self.budget],
                               self.options.bin, self.options.queries)
        part = self.results.setdefault("speed", {})
        if "corpus" not in part:
            part["corpus"] = speed.describe(docs, name)
        part.update(found)

    def growth(self):
        self.results["growth"] = growth.run(self.names, self.work / "growth", EXAMPLE, growth.EFFORTS[self.budget])

    def thresholds(self):
        try:
            self.results["thresholds"] = thresholds.run(self.options.bin / "lotse")
        except callgrind.Missing as missing:
            raise Unavailable(str(missing)) from None

    # Their order

    def failed(self, part, error):
        note(f"{part} failed: {type(error).__name__}: {error}")
        self.results.setdefault("failed", {})[part] = f"{type(error).__name__}: {error}"
        with open(self.out / "errors.log", "a", encoding="utf-8") as log:
            log.write(f"{now()} {part}\n{''.join(traceback.format_exception(error))}\n")

    def part(self, name):
        start = time.monotonic()
        note(f"== {name}")
        try:
            getattr(self, name)()
        except Unavailable as reason:
            note(f"{name} is skipped: {reason}")
            self.results.setdefault("skipped", {})[name] = str(reason)
        # Whatever goes wrong in one part, the others are worth having.
        except (Exception, SystemExit) as error:
            self.failed(name, error)
        note(f"== {name}: {time.monotonic() - start:.0f} s")

    def describe(self):
        self.results.update({
            "format": 1, "started": now(), "finished": None, "command": self.options.command_line, "commit": machine.commit(PROJECT),
            "budget": self.budget})
        # Before the work: its load is not the machine's own.
        self.results["machine"] = machine.describe()
        self.results["engines"] = engines.availability(self.options.engine or engines.NAMES)
        for engine in self.results["engines"]:
            if "skipped" in engine:
                note(f"{engine['name']} is skipped: {engine['skipped']}")
            else:
                self.names.append(engine["name"])

    def write(self):
        self.results["finished"] = now()
        path = self.out / "results.json"
        # A run that is broken off while it writes leaves the file of the part before.
        part = path.with_suffix(".part")
        part.write_text(json.dumps(self.results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(part, path)

    def all(self):
        self.describe()
        for name in PARTS:
            if name in self.options.part:
                self.part(name)
                self.write()
        self.write()


def report(results, out):
    for path in writer.write(results, out):
        print(path)


def run(options):
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "errors.log").unlink(missing_ok=True)
    with engines.work_folder() as work:
        running = Run(options, work)
        running.all()
    try:
        report(running.results, options.out)
    except Exception as error:  # The results are there, and the report can be made from them again.
        running.failed("report", error)
    note(f"written to {options.out}: " + ", ".join(sorted(path.name for path in options.out.iterdir())))
    return 1 if "failed" in running.results else 0


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    running = commands.add_parser("run", help="measure and report")
    running.add_argument("--out", type=pathlib.Path, required=True, help="folder for results.json, runs and the report")
    running.add_argument("--budget", choices=["quick", "normal", "full"], default="quick")
    running.add_argument("--corpus", type=pathlib.Path,
                         help="any folder or a docs.jsonl whose sections are indexed and asked (default: a generated one)")
    running.add_argument("--queries", type=pathlib.Path, help="people's queries, one a line (default: drawn from the texts)")
    running.add_argument("--set", type=pathlib.Path, action="append", default=[],
                         help="a further test set: docs.jsonl, queries.tsv, qrels.txt; may be repeated")
    running.add_argument("--lists", type=pathlib.Path, help="a folder with more lists for the probes")
    running.add_argument("--engine", action="append", choices=engines.NAMES, help="only this; may be repeated")
    running.add_argument("--part", action="append", choices=PARTS, help="only this; may be repeated")
    running.add_argument("--bin", type=pathlib.Path, default=PROJECT / ".build/release", help="where lotse and lotsed are")
    running.add_argument("--command-line", default=None, help="what the report names as its command")
    reporting = commands.add_parser("report", help="make the report again")
    reporting.add_argument("results", type=pathlib.Path)
    reporting.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args(arguments)
    if options.command == "run":
        options.part = options.part or PARTS
        options.command_line = options.command_line or " ".join(["benchmarks/bench", *(arguments or sys.argv[1:])])
        for path in [options.corpus, options.queries, options.lists, *options.set]:
            if path is not None and not path.exists():
                parser.error(f"{path}: no such file or folder")
    return options


def main(arguments=None):
    options = parse(arguments)
    if options.command == "run":
        return run(options)
    try:
        report(figures.read(options.results), options.out)
    except figures.Malformed as error:
        sys.exit(str(error))
    return 0
