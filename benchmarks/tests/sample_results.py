"""Made-up results of every part, from a seed: what the report, the comparison and the READMEs are tested with."""
import random

ENGINES = ["lotse", "xapian", "lucene"]
QUERIES = [f"q{number}" for number in range(60)]


def results(seed=1, slower=1.0, worse=0.0):
    """`slower` multiplies Lotse's times, `worse` is taken from the nDCG of each of its questions."""
    chance = random.Random(seed)
    quality = {"lotse": .75 - worse, "xapian": .6, "lucene": .62}
    pace = {"lotse": 2.0 * slower, "xapian": 1.0, "lucene": .5}

    def scores(name):
        fixed = random.Random(7)
        return {query: {"nDCG@10": min(1, max(0, quality[name] + fixed.uniform(-.2, .2)))} for query in QUERIES}

    def metrics(per_query):
        mean = sum(found["nDCG@10"] for found in per_query.values()) / len(per_query)
        return {"nDCG@10": mean, "MRR@10": mean, "AP": mean, "R@10": mean, "R@100": mean, "S@1": mean}

    def times(name, base):
        return {key: base * factor * pace[name] * chance.uniform(.97, 1.03)
                for key, factor in (("mean", 1), ("p50", .9), ("p95", 2), ("p99", 3), ("p99.9", 5), ("max", 8))}

    runs = []
    for name in ENGINES:
        per_query = scores(name)
        run = {"engine": name, "metrics": metrics(per_query), "per_query": per_query, "empty": 0}
        if name != "lotse":
            run["against_lotse"] = {"difference": -.1, "bootstrap": [-.2, -.05], "p": .001, "won": 3, "lost": 40}
        runs.append(run)
    example = {"id": "q1", "query": "Hilfe | <b>Trauer</b>", "engine": "xapian", "lotse": 0.0, "other": 1.0,
               "lotse_top": [{"id": "a", "title": "Eins", "snippet": "Text & mehr"}],
               "other_top": [{"id": "b", "title": "Zwei", "snippet": "anderes"}, {"id": "c", "title": "Drei", "snippet": ""}]}
    return {
        "format": 1, "started": "2026-01-01T10:00:00", "finished": "2026-01-01T10:10:00", "command": "make bench",
        "commit": "abc1234", "machine": {"cpu": "Example", "cores": 2, "memory_bytes": 2**34, "system": "Debian",
                                         "load": [.1, .2, .3]},
        "engines": [{"name": name, "version": "1", "setup": "as usual"} for name in ENGINES]
        + [{"name": "postgres", "skipped": "PostgreSQL is missing: apt-get install postgresql-15"}],
        "relevance": [{"set": "gold", "queries": len(QUERIES), "documents": 89, "runs": runs, "examples": [example]}],
        "probes": [{"probe": "gender", "group": group, "engine": name, "right": right, "of": 10, "question": "Is it found?"}
                   for name, right in (("lotse", 10), ("xapian", 3)) for group in ("star", "colon")],
        "speed": {
            "corpus": {"name": "generated", "sections": 1000, "bytes": 1_000_000},
            "indexing": [{"engine": name, "rounds": [
                {"seconds": pace[name] * chance.uniform(.97, 1.03), "cpu_seconds": 1.0, "peak_bytes": 10**8,
                 "disk_bytes": 10**7} for _ in range(3)]} for name in ENGINES],
            "queries": [{"kind": kind, "engine": name, "count": 100, "hits": 900, "rounds": [
                times(name, base) for _ in range(5)]} for kind, base in (("any words", 500), ("all words", 200))
                for name in ENGINES],
            "socket": [{"concurrency": number, "rate": rate, "rounds": [
                {"requests_per_second": 400.0 * number, "p50": 900.0, "p99": 4000.0, "max": 9000.0, "errors": 0}]}
                for number, rate in ((1, None), (4, None), (32, 200.0))],
            "startup": {"seconds": [.1, .2], "first_answer_ms": [3.0]},
            "swap": {"p99_ms_during": 12.0, "failed": 0, "requests": 5000, "seconds": 20.0}},
        "growth": [{"engine": name, "sections": size, "bytes": size * 1000, "seconds": size / 1000 * pace[name],
                    "cpu_seconds": 1.0, "peak_bytes": size * 100, "disk_bytes": size * 500,
                    "any": {"p50": 100.0, "p99": 900.0}} for name in ENGINES for size in (1000, 10_000, 100_000)],
        "thresholds": [{"name": "instructions per query", "value": 2_000_000, "threshold": 2_100_000,
                        "unit": "instructions"}]}
