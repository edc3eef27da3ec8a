"""A change against a stored baseline: a verdict for each figure, and only outside of the noise.

Times are compared as ratios to a peer of the same run, round by round, because machines differ: a ratio has changed when the
rounds of both runs do not overlap and the medians differ by more than a tenth. Relevance is compared question by question, by
randomisation. What is counted is exact.

usage: benchmarks/compare [BASELINE.json] RESULTS.json     verdicts; code 1 when anything is worse
       benchmarks/compare --store RESULTS.json             makes these results the baseline
"""
import argparse
import dataclasses
import json
import pathlib
import sys

from harness import figures, scorer

BASELINE = pathlib.Path(__file__).resolve().parent.parent / "baseline.json"
# Below this share a change of times is not worth a word, even where no rounds overlap.
LEAST_CHANGE = .1
CHANCE = .05
# Peers that times are set in ratio to, the first that both runs have: plain Xapian does the like of Lotse's work.
REFERENCES = ["xapian", "xapian-defaults", "lucene", "tantivy", "sqlite", "postgres"]


@dataclasses.dataclass
class Verdict:
    """One figure. `word` is better, worse or same."""

    what: str
    word: str
    text: str


def reduced(results):
    """What a baseline keeps: Lotse's figures and those of the peers that they are set in ratio to."""
    kept = {key: results[key] for key in ("format", "started", "finished", "command", "commit", "machine", "engines")
            if key in results}
    kept["relevance"] = [
        {"set": entry["set"], "queries": entry["queries"], "documents": entry["documents"],
         "runs": [{"engine": "lotse", "metrics": run["metrics"],
                   "per_query": {query: {"nDCG@10": round(found["nDCG@10"], 5)}
                                 for query, found in run["per_query"].items()}}
                  for run in entry["runs"] if run["engine"] == "lotse"]}
        for entry in results.get("relevance", [])]
    kept["probes"] = [row for row in results.get("probes", []) if row["engine"] == "lotse"]
    names = {"lotse", *REFERENCES[:3]}
    speed = results.get("speed", {})
    kept["speed"] = {"corpus": speed.get("corpus"), **{
        part: [entry for entry in speed.get(part, []) if entry["engine"] in names] for part in ("indexing", "queries")}}
    kept["thresholds"] = results.get("thresholds", [])
    return kept


def _times(what, before, after, key):
    """The verdict on a time, by the first peer that both runs have."""
    for peer in REFERENCES:
        old, new = figures.ratios(before, "lotse", peer, key), figures.ratios(after, "lotse", peer, key)
        if old and new:
            break
    else:
        return None
    was, now = figures.median(old), figures.median(new)
    change = now / was - 1
    apart = min(new) > max(old) or max(new) < min(old)
    word = "same" if not apart or abs(change) < LEAST_CHANGE else "worse" if change > 0 else "better"
    return Verdict(what, word, f"{was:.2f} to {now:.2f} times {peer}'s ({change:+.0%}; rounds {min(old):.2f}–{max(old):.2f}"
                               f" and {min(new):.2f}–{max(new):.2f})")


def _relevance(before, after):
    for entry in after.get("relevance", []):
        old = next((other for other in before.get("relevance", []) if other["set"] == entry["set"]), None)
        if old is None:
            continue
        runs = [next((run for run in each["runs"] if run["engine"] == "lotse"), None) for each in (old, entry)]
        if None in runs:
            continue
        what = f"relevance, {entry['set']}, nDCG@10"
        if set(runs[0]["per_query"]) != set(runs[1]["per_query"]):
            yield Verdict(what, "same", "the questions are others than the baseline's, so there is nothing to compare")
            continue
        found = scorer.compare(runs[0]["per_query"], runs[1]["per_query"])
        word = "same" if found["p"] >= CHANCE else "better" if found["difference"] > 0 else "worse"
        was, now = (run["metrics"]["nDCG@10"] for run in runs)
        yield Verdict(what, word, f"{was:.4f} to {now:.4f} ({found['won']} better, {found['lost']} worse, p {found['p']:.3f})")


def _probes(before, after):
    def sums(results):
        found = {}
        for row in results.get("probes", []):
            if row["engine"] == "lotse":
                right, of = found.get(row["probe"], (0, 0))
                found[row["probe"]] = (right + row["right"], of + row["of"])
        return found

    old, new = sums(before), sums(after)
    for probe in (probe for probe in new if probe in old):
        (was, of), (now, count) = old[probe], new[probe]
        if of != count:
            yield Verdict(f"probe, {probe}", "same", "its list is another than the baseline's: nothing to compare")
            continue
        word = "same" if was == now else "better" if now > was else "worse"
        yield Verdict(f"probe, {probe}", word, f"{was} to {now} of {of}")


def _speed(before, after):
    corpora = [results.get("speed", {}).get("corpus") for results in (before, after)]
    if None in corpora:
        return
    if corpora[0] != corpora[1]:
        yield Verdict("speed", "same", "the texts are others than the baseline's, so there is nothing to compare")
        return
    pairs = [("indexing", before["speed"].get("indexing", []), after["speed"].get("indexing", []), "seconds")]
    pairs += [(f"query, {kind}", figures.of_kind(before, kind), figures.of_kind(after, kind), "mean")
              for kind in figures.kinds(after)]
    for what, old, new, key in pairs:
        verdict = _times(what, old, new, key)
        if verdict:
            yield verdict


def _counts(before, after):
    old = {entry["name"]: entry["value"] for entry in before.get("thresholds", [])}
    for entry in after.get("thresholds", []):
        if entry["name"] not in old:
            continue
        change = entry["value"] / old[entry["name"]] - 1
        # The thresholds' own tolerance is what their counts differ by without a cause.
        allowed = entry["threshold"] / entry["value"] - 1 if entry["value"] < entry["threshold"] else 0
        word = "same" if abs(change) <= max(allowed, .02) else "worse" if change > 0 else "better"
        yield Verdict(entry["name"], word, f"{old[entry['name']]:,.0f} to {entry['value']:,.0f} ({change:+.1%})")


def verdicts(before, after):
    """All figures that both results have."""
    return [verdict for part in (_relevance, _probes, _speed, _counts) for verdict in part(before, after)]


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/compare", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=pathlib.Path, nargs="+", metavar="FILE")
    parser.add_argument("--store", action="store_true", help="make the results the baseline")
    options = parser.parse_args(arguments)
    try:
        if options.store:
            if len(options.files) != 1:
                parser.error("--store takes one results.json")
            kept = reduced(figures.read(options.files[0]))
            BASELINE.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
            print(f"{BASELINE.name} has the figures of {kept.get('commit', 'this run')}")
            return
        if len(options.files) > 2:
            parser.error("two files at most")
        before = figures.read(options.files[0] if len(options.files) == 2 else BASELINE)
        found = verdicts(before, figures.read(options.files[-1]))
    except figures.Malformed as error:
        sys.exit(str(error))
    if not found:
        sys.exit("the two have no figure in common: run both with the same --part, --corpus and --set")
    width = max(len(each.what) for each in found)
    for each in found:
        print(f"{each.word:6}  {each.what:{width}}  {each.text}")
    counts = {word: sum(each.word == word for each in found) for word in ("better", "same", "worse")}
    print(", ".join(f"{count} {word}" for word, count in counts.items()))
    sys.exit(1 if counts["worse"] else 0)
