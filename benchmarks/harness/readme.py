"""Copies figures of a results.json into the READMEs, between a pair of marks, so that nobody copies them by hand.

usage: benchmarks/figures [--check] [RESULTS.json]

In a README, what stands between `<!-- figures: NAME -->` and `<!-- end -->` is replaced. Without RESULTS.json the figures are
those of the stored baseline. --check changes nothing, and ends with code 1 where a README says something else.
"""
import argparse
import pathlib
import re
import sys

from harness import comparison, figures

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
READMES = [PROJECT / "README.md", PROJECT / "benchmarks/README.md"]
MARKS = re.compile(r"(<!-- figures: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def gold(results):
    """The measures of the example corpus' judged queries."""
    entry = next(each for each in results["relevance"] if each["set"] == "gold")
    metrics = next(run for run in entry["runs"] if run["engine"] == "lotse")["metrics"]
    return _table(["queries", *figures.METRICS],
                  [[str(entry["queries"]), *(f"{metrics[name]:.3f}" for name in figures.METRICS)]])


def probes(results):
    """What share of each probe Lotse has right."""
    sums = {}
    for row in results["probes"]:
        if row["engine"] == "lotse":
            right, of = sums.get(row["probe"], (0, 0))
            sums[row["probe"]] = (right + row["right"], of + row["of"])
    return _table(["probe", "right", "of"], [[probe, str(right), str(of)] for probe, (right, of) in sums.items()])


def speed(results):
    """Mean times beside the peers that the baseline has."""
    names = list(dict.fromkeys(entry["engine"] for entry in results["speed"]["queries"]))
    names = [name for name in ["lotse", "xapian", "lucene"] if name in names]
    rows = []
    for kind in figures.kinds(results):
        entries = figures.of_kind(results, kind)
        cells = [figures.rounds(entries, name, "mean") for name in names]
        p99 = figures.rounds(entries, "lotse", "p99")
        rows.append([kind, *(figures.microseconds(figures.median(found)) if found else "–" for found in cells),
                     figures.microseconds(figures.median(p99)) if p99 else "–"])
    return _table(["queries, mean time", *names, "lotse p99"], rows)


def indexing(results):
    """MB/s and sizes beside the peers that the baseline has."""
    rows = []
    for entry in results["speed"]["indexing"]:
        if entry["engine"] not in ("lotse", "xapian", "lucene"):
            continue
        rate = figures.median(figures.megabytes_per_second(results, entry))
        disk, peak = (figures.median([each[key] for each in entry["rounds"]]) for key in ("disk_bytes", "peak_bytes"))
        rows.append([entry["engine"], f"{rate:.1f} MB/s", figures.megabytes(disk), figures.megabytes(peak)])
    return _table(["indexing", "speed", "on disk", "peak memory"], rows)


BLOCKS = {"gold": gold, "probes": probes, "speed": speed, "indexing": indexing}


def _table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join(["---"] + ["---:"] * (len(head) - 1)) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def filled(text, results, name="README.md"):
    """The text with all marked places filled in."""
    def fill(match):
        if match[2] not in BLOCKS:
            raise figures.Malformed(f"{name}: there are no figures called {match[2]}; there are {', '.join(BLOCKS)}")
        try:
            return match[1] + BLOCKS[match[2]](results) + match[4]
        except (KeyError, StopIteration) as error:
            raise figures.Malformed(
                f"{name}: the results have no figures for {match[2]}; run benchmarks/bench run without --part") from error

    return MARKS.sub(fill, text)


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/figures", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=pathlib.Path, nargs="?", default=comparison.BASELINE)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    stale = []
    try:
        results = figures.read(options.results)
        for path in READMES:
            text = path.read_text(encoding="utf-8")
            new = filled(text, results, path.name)
            if new == text:
                continue
            stale.append(str(path.relative_to(PROJECT)))
            if not options.check:
                path.write_text(new, encoding="utf-8")
    except figures.Malformed as error:
        sys.exit(str(error))
    if stale and options.check:
        sys.exit(f"{', '.join(stale)}: the figures are not those of {options.results.name}: run benchmarks/figures")
    print(f"{', '.join(stale)}: figures copied" if stale else "all figures are those of " + options.results.name)
