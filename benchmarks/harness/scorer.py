"""The usual measures of rankings, and whether two runs differ beyond chance.

The measures are trec_eval's: a grade above 0 is relevant, gain is the grade, the discount of rank r is log2(r + 1).
"""
import math
import random

METRICS = ("nDCG@10", "MRR@10", "AP", "R@10", "R@100", "S@1")


class ScoreError(Exception):
    """A run and judgements that do not belong together."""


def score_query(ranking, grades):
    """All measures of one ranking (ids, best first) against the grades of its query."""
    gains = [max(0, grades.get(document, 0)) for document in ranking]
    ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)
    relevant = len(ideal)
    hits, precision, first = 0, 0.0, 0
    for rank, gain in enumerate(gains, 1):
        if gain > 0:
            hits += 1
            precision += hits / rank
            first = first or rank
    best = _dcg(ideal[:10])
    return {
        "nDCG@10": _dcg(gains[:10]) / best if best else 0.0,
        "MRR@10": 1 / first if 0 < first <= 10 else 0.0,
        "AP": precision / relevant if relevant else 0.0,
        "R@10": sum(gain > 0 for gain in gains[:10]) / relevant if relevant else 0.0,
        "R@100": sum(gain > 0 for gain in gains[:100]) / relevant if relevant else 0.0,
        "S@1": float(first == 1),
    }


def _dcg(gains):
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def score(run, qrels):
    """The measures of every judged query. A query that the run lacks counts as 0; ids of queries that are not judged mean
    that the run belongs to something else."""
    if foreign := [query for query in run if query not in qrels]:
        raise ScoreError(f"the run answers {foreign[0]}, which is not judged: the run or the qrels belong to another set")
    return {query: score_query(run.get(query, []), grades) for query, grades in qrels.items()}


def mean(per_query):
    """The mean of each measure over all queries."""
    return {name: math.fsum(scores[name] for scores in per_query.values()) / len(per_query) for name in METRICS}


# Significance


def bootstrap(differences, trials=5000, seed=1):
    """The 95 % interval of the mean of paired differences (percentile bootstrap, Efron and Tibshirani 1993)."""
    chance = random.Random(seed)
    count = len(differences)
    means = sorted(math.fsum(chance.choices(differences, k=count)) / count for _ in range(trials))
    return means[int(trials * 0.025)], means[min(trials - 1, int(trials * 0.975))]


def randomisation(differences, trials=5000, seed=1):
    """The two-sided p of the mean: how often chance would swap the runs' queries to a difference as large (paired
    randomisation; Smucker, Allan and Carterette, CIKM 2007)."""
    chance = random.Random(seed)
    # Equal queries add nothing whichever way they are swapped.
    unequal = [difference for difference in differences if difference]
    observed = abs(math.fsum(unequal)) - 1e-9
    as_large = 0
    for _ in range(trials):
        bits = chance.getrandbits(len(unequal) or 1)
        total = 0.0
        for difference in unequal:
            total += difference if bits & 1 else -difference
            bits >>= 1
        as_large += abs(total) >= observed
    return (as_large + 1) / (trials + 1)


def compare(mine, other, metric="nDCG@10"):
    """How another run does against mine: its mean difference, the interval, p, and queries won and lost by it."""
    if mine.keys() != other.keys():
        raise ScoreError("the two runs were scored on different queries: score both with the same qrels")
    differences = [other[query][metric] - mine[query][metric] for query in mine]
    low, high = bootstrap(differences)
    return {
        "difference": math.fsum(differences) / len(differences),
        "bootstrap": [low, high],
        "p": randomisation(differences),
        "won": sum(difference > 0 for difference in differences),
        "lost": sum(difference < 0 for difference in differences),
    }
