"""Test sets times engines: runs, scores, significance, queries won and lost."""
import dataclasses
import pathlib

from . import scorer, trec
from .engines import Engine, EngineError, Skip

# What a run holds for each query: R@100 needs as many.
DEPTH = 100
# The most telling queries that are shown of each peer, won and lost.
EXAMPLES = 3
# How many hits of an example are shown.
SHOWN = 3


@dataclasses.dataclass
class TestSet:
    """Documents, queries and judgements."""

    name: str
    # What peers index: a docs.jsonl.
    docs: pathlib.Path
    # What Lotse indexes: the same file, or the corpus that it was exported from.
    corpus: pathlib.Path
    queries: dict
    qrels: dict
    titles: dict


def load(folder):
    """A folder with docs.jsonl, queries.tsv and qrels.txt."""
    folder = pathlib.Path(folder)
    docs = folder / "docs.jsonl"
    return _made(folder.resolve().name, docs, docs, folder)


def load_gold(corpus, work):
    """The judged queries of the example corpus. Its texts have many forms: Lotse reads them, and the peers get what it read,
    a document a line."""
    corpus = pathlib.Path(corpus)
    docs = pathlib.Path(work) / "gold.jsonl"
    with Engine("lotse") as lotse:
        index = pathlib.Path(work) / "gold.export"
        lotse.index(corpus, index)
        lotse.open(index)
        lotse.ask({"op": "export", "docs": str(docs)})
    return _made("gold", docs, corpus, corpus / "gold")


def _made(name, docs, corpus, folder):
    queries, qrels = trec.read_queries(folder / "queries.tsv"), trec.read_qrels(folder / "qrels.txt")
    titles = trec.read_titles(docs)
    trec.check(queries, qrels, titles, folder / "qrels.txt")
    return TestSet(name, docs, corpus, queries, qrels, titles)


def match_of(name):
    """Lotse is asked as it comes: all words first, then fewer. With `any`, as the others, its ranking is the same but for
    queries that need a correction."""
    return "auto" if name == "lotse" else "any"


def answer(engine, test_set):
    """(id, score) pairs by query."""
    return {
        query: [tuple(hit) for hit in engine.search(text, match=match_of(engine.name), k=DEPTH)["hits"]]
        for query, text in test_set.queries.items()
    }


def top(engine, test_set, text):
    """The first hits as a reader sees them."""
    found = engine.search(text, match=match_of(engine.name), k=SHOWN, snippets=True)
    return [
        {"id": hit[0], "title": test_set.titles.get(hit[0], ""), "snippet": snippet.strip()}
        for hit, snippet in zip(found["hits"], found["snippets"])
    ]


def examples(test_set, mine, other, ask_mine, ask_other, name):
    """The queries on which a peer is most ahead, and those on which it is most behind."""
    difference = {query: other[query]["nDCG@10"] - mine[query]["nDCG@10"] for query in mine}
    order = sorted(difference, key=lambda query: (difference[query], query))
    picked = [query for query in reversed(order[-EXAMPLES:]) if difference[query] > 0]
    picked += [query for query in order[:EXAMPLES] if difference[query] < 0]
    return [
        {
            "id": query, "query": test_set.queries[query], "engine": name,
            "lotse": mine[query]["nDCG@10"], "other": other[query]["nDCG@10"],
            "lotse_top": ask_mine(test_set.queries[query]), "other_top": ask_other(test_set.queries[query]),
        }
        for query in picked
    ]


def measure(test_set, names, work, out, say=lambda line: None):
    """One set's part of the results (see `relevance` in results.json). `names` are engines; `lotse` is always measured,
    because all are compared with it. Runs are written to the folder `out`."""
    work = pathlib.Path(work)
    runs, shown = [], []
    scores = {}
    with Engine("lotse") as lotse:
        index = work / f"{test_set.name}.lotse"
        lotse.index(test_set.corpus, index)
        lotse.open(index)
        engines = [name for name in names if name != "lotse"]
        for name in ["lotse", *engines]:
            try:
                engine = lotse if name == "lotse" else Engine(name)
            except Skip as reason:
                say(f"{test_set.name}: {name} is left out: {reason}")
                continue
            try:
                if engine is not lotse:
                    peer_index = work / f"{test_set.name}.{name}"
                    # One thread: with more, equal scores come in another order each time.
                    count = engine.index(test_set.docs, peer_index, threads=1)["documents"]
                    if count != len(test_set.titles):
                        raise EngineError(f"{name} indexed {count} of {len(test_set.titles)} documents")
                    engine.open(peer_index)
                rankings = answer(engine, test_set)
                # What is scored is the file that others can read.
                path = pathlib.Path(out) / f"{test_set.name}.{name}.run"
                trec.write_run(path, rankings, name)
                scores[name] = scorer.score(trec.read_run(path, name), test_set.qrels)
                run = {
                    "engine": name, "match": match_of(name), "metrics": scorer.mean(scores[name]), "per_query": scores[name],
                    "empty": sum(not hits for hits in rankings.values()),
                }
                if name != "lotse":
                    run["against_lotse"] = scorer.compare(scores["lotse"], scores[name])
                    shown += examples(
                        test_set, scores["lotse"], scores[name],
                        lambda text: top(lotse, test_set, text), lambda text: top(engine, test_set, text), name)
                runs.append(run)
                say(f"{test_set.name}: {name}: nDCG@10 {run['metrics']['nDCG@10']:.4f}")
            finally:
                if engine is not lotse:
                    engine.stop()
    return {
        "set": test_set.name, "queries": len(test_set.queries), "documents": len(test_set.titles), "runs": runs,
        "examples": shown,
    }
