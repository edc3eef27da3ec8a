"""Figures out of results.json that the report, the comparison and the README share."""
import json
import pathlib

FORMAT = 1
METRICS = ["nDCG@10", "MRR@10", "AP", "R@10", "R@100", "S@1"]


class Malformed(Exception):
    """A file is no results.json; the text says what is wrong and what helps."""


def read(path):
    """A results.json, checked as far as its readers rely on it."""
    path = pathlib.Path(path)
    try:
        results = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Malformed(f"{path} cannot be read: {error.strerror}; benchmarks/bench run writes one") from error
    except ValueError as error:
        raise Malformed(f"{path} is no JSON: {error}; run benchmarks/bench run again") from error
    if not isinstance(results, dict) or results.get("format") != FORMAT:
        found = results.get("format") if isinstance(results, dict) else None
        raise Malformed(f"{path}: `format` is {found}, and this program reads {FORMAT}; run benchmarks/bench run again")
    return results


def median(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def spread(values):
    """Median, least and most."""
    return median(values), min(values), max(values)


def engines(results):
    """The names of those that ran, Lotse first."""
    return [entry["name"] for entry in results.get("engines", []) if "skipped" not in entry]


def rounds(entries, engine, key):
    """A figure of every round of an engine; none where it has no entry."""
    for entry in entries:
        if entry["engine"] == engine:
            return [each[key] for each in entry["rounds"]]
    return []


def ratios(entries, engine, peer, key):
    """Engine to peer, round by round: what slows the machine down slows both."""
    pairs = zip(rounds(entries, engine, key), rounds(entries, peer, key))
    return [mine / theirs for mine, theirs in pairs if theirs]


def kinds(results):
    """The sorts of queries that were timed, in their order."""
    return list(dict.fromkeys(entry["kind"] for entry in results.get("speed", {}).get("queries", [])))


def of_kind(results, kind):
    return [entry for entry in results["speed"]["queries"] if entry["kind"] == kind]


def microseconds(value):
    """A time as people read it."""
    if value >= 1_000_000:
        return f"{value / 1_000_000:.2f} s"
    return f"{value / 1000:.2f} ms" if value >= 1000 else f"{value:.0f} µs"


def megabytes(value):
    return f"{value / 1e6:.1f} MB" if value < 1e10 else f"{value / 1e9:.1f} GB"


def megabytes_per_second(results, entry):
    """Of each round."""
    size = results["speed"]["corpus"]["bytes"] / 1e6
    return [size / each["seconds"] for each in entry["rounds"] if each["seconds"]]
