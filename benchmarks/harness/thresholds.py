"""Allocations and instructions for a document and a query, against committed thresholds.

usage: benchmarks/thresholds check|record [--lotse PATH] [--json FILE]

`check` fails where a value is above its threshold; `record` writes the present values into thresholds.json, to be committed
with the change that explains them. Each run is done with n and with 2n pieces of work, and the difference counts: so what
a process does once does not. Times play no part, and a busy machine does no harm.
"""
import argparse
import hashlib
import json
import pathlib
import shutil
import sys
import tempfile

from harness import callgrind, generator, vocabulary, workload

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
CORPUS = BENCHMARKS.parent / "corpus"
RECORDED = BENCHMARKS / "thresholds.json"
# Runs of one program agree to a few in a hundred thousand. The rest is room for another patch level of the system's
# libraries and for the code that they choose by the processor.
TOLERANCES = {"instructions": .05, "allocations": .02}
DOCUMENTS, QUERIES, SEED = 150, 100, 7


def prepare(work, corpus=CORPUS):
    """The two folders of documents and the two files of queries, and a digest of them all."""
    folders, files = [], []
    for name, count in (("once", DOCUMENTS), ("twice", 2 * DOCUMENTS)):
        folder = work / name
        # The lexicon makes the German pipeline do what it does on a real corpus.
        shutil.copytree(corpus / "lexicon", folder / "lexicon")
        generator.write(corpus, count, folder / "docs.jsonl", SEED, processes=1)
        folders.append(folder)
    made = workload.write(folders[1] / "docs.jsonl", work, 2 * QUERIES, vocabulary.stop_words(corpus), SEED)
    queries = made["any"].read_text(encoding="utf-8").splitlines()
    for name, count in (("once.tsv", QUERIES), ("twice.tsv", 2 * QUERIES)):
        lines = [f"q{number}\t{query}\n" for number, query in enumerate(queries[:count])]
        (work / name).write_text("".join(lines), encoding="utf-8")
        files.append(work / name)
    digest = hashlib.sha256()
    for path in [folders[1] / "docs.jsonl", files[1], *sorted((folders[1] / "lexicon").iterdir())]:
        digest.update(path.read_bytes())
    return folders, files, digest.hexdigest()[:16]


def each(once, twice, count):
    """What one piece of work costs, from a run with `count` pieces and one with twice as many."""
    found = {}
    for what in TOLERANCES:
        found[what] = (twice[what] - once[what]) / count
        if found[what] <= 0:
            raise ValueError(f"twice the work takes no more {what}: something else was measured than the work")
    return found


def measure(lotse, corpus=CORPUS):
    """The four values by name, and the digest of what was worked on."""
    with tempfile.TemporaryDirectory(prefix="lotse-thresholds-") as folder:
        work = pathlib.Path(folder)
        counter = callgrind.Counter(lotse, work)
        folders, files, digest = prepare(work, pathlib.Path(corpus))
        runs = [counter.run("index", "--corpus", path, "--index", path.with_suffix(".index"), "--full", "--jobs", "1",
                            "--progress", "none") for path in folders]
        document = each(*runs, DOCUMENTS)
        index = folders[1].with_suffix(".index")
        runs = [counter.run("eval", "run", "--queries", path, "--out", work / "run", "--index", index, "--limit", "10")
                for path in files]
        query = each(*runs, QUERIES)
    values = {}
    for piece, found in (("document", document), ("query", query)):
        for what, value in found.items():
            values[f"{what} per {piece}"] = round(value)
    return values, digest


def tolerance(name):
    return TOLERANCES[name.split()[0]]


def highest(name, known):
    """The highest value that passes."""
    return round(known * (1 + tolerance(name)))


def entries(values, recorded):
    """The report's part: each value with the highest that passes."""
    return [{"name": name, "value": value, "threshold": highest(name, recorded["values"][name]),
             "unit": name.split()[0]}
            for name, value in values.items() if name in recorded["values"]]


def verdicts(values, digest, recorded):
    """A line for each value, and whether all pass."""
    if digest != recorded["input"]:
        return [f"FAIL  the generated documents or queries are not those of {RECORDED.name}, so their counts cannot be"
                " compared: measure the commit before with them, then run benchmarks/thresholds record"], False
    lines, passed = [], True
    for name, value in values.items():
        known = recorded["values"].get(name)
        if known is None:
            lines.append(f"FAIL  {name}: {value}, and {RECORDED.name} has none: run benchmarks/thresholds record")
            passed = False
            continue
        change, allowed = value / known - 1, tolerance(name)
        text = f"{name}: {value}, recorded {known}, {change:+.2%}"
        if value > highest(name, known):
            passed = False
            lines.append(f"FAIL  {text}; at most {allowed:+.0%} is allowed. Find what costs it (callgrind_annotate), or"
                         " run benchmarks/thresholds record and say in the commit what it buys")
        elif value < round(known * (1 - allowed)):
            lines.append(f"lower {text}; run benchmarks/thresholds record, so that it stays so")
        else:
            lines.append(f"ok    {text}")
    return lines, passed


def read(path=RECORDED):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        sys.exit(f"{path} is missing: run benchmarks/thresholds record")


def run(lotse):
    """The part of results.json."""
    values, _ = measure(lotse)
    return entries(values, read())


def main(arguments=None):
    parser = argparse.ArgumentParser(
        prog="benchmarks/thresholds", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["check", "record"])
    parser.add_argument("--lotse", type=pathlib.Path, default=BENCHMARKS.parent / ".build/release/lotse")
    parser.add_argument("--json", type=pathlib.Path, help="write the values there as well")
    options = parser.parse_args(arguments)
    recorded = read() if options.command == "check" else None
    try:
        values, digest = measure(options.lotse)
    except callgrind.Missing as missing:
        sys.exit(str(missing))
    if recorded is None:
        recorded = {"input": digest, "values": values}
        RECORDED.write_text(json.dumps(recorded, indent=2) + "\n", encoding="utf-8")
    lines, passed = verdicts(values, digest, recorded)
    print("\n".join(lines))
    if options.json:
        options.json.write_text(json.dumps(entries(values, recorded), indent=2) + "\n", encoding="utf-8")
    sys.exit(not passed)


if __name__ == "__main__":
    main()
