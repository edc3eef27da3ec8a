"""Probes times engines: what does each engine find? All are asked alike, from outside: sentences go in, queries follow."""
import collections
import json
import pathlib

from . import probe_lists
from .engines import Engine, Skip, Unsupported, work_folder

# More than any word of the lists is hit by.
DEPTH = 2000


def ids_by_text(probe):
    """Equal sentences are one document."""
    return {text: f"p{number}" for number, text in enumerate(dict.fromkeys(row.text for row in probe.rows))}


def passes(row, document, found):
    """Whether a row is right, by a function from a query to the ids that it finds."""
    return all(any(document in found(query) for query in alternatives) for alternatives in row.found_by) and not any(
        document in found(query) for query in row.not_found_by)


def ask(engine, probe, work, misses=None):
    """Right rows and all rows of each group."""
    ids = ids_by_text(probe)
    docs, index = pathlib.Path(work) / "docs.jsonl", pathlib.Path(work) / "index"
    with open(docs, "w", encoding="utf-8") as file:
        for text, document in ids.items():
            file.write(json.dumps({"id": document, "title": "", "text": text}, ensure_ascii=False) + "\n")
    engine.index(docs, index, threads=1)
    engine.open(index)
    # Lotse is asked as it comes, which corrects spellings; for one word the others know no difference.
    match = "auto" if engine.name == "lotse" and probe.match == "any" else probe.match
    memory = {}

    def found(query):
        if query not in memory:
            memory[query] = {hit[0] for hit in engine.search(query, match=match, k=DEPTH)["hits"]}
        return memory[query]

    right, of = collections.Counter(), collections.Counter()
    for row in probe.rows:
        of[row.group] += 1
        if passes(row, ids[row.text], found):
            right[row.group] += 1
        elif misses is not None:
            misses.append(f"{engine.name}: {probe.name}: {row.group}: {row.text!r} {row.found_by} {row.not_found_by}")
    return {group: (right[group], of[group]) for group in of}


CRISIS = "Is help shown above the hits of somebody in danger, and not to somebody who asks about other things?"


def ask_crisis(engine, corpus, work, misses=None):
    """Only Lotse knows such phrases: it reads them in the corpus' crisis.yaml. No engine may lack an answer otherwise."""
    index = pathlib.Path(work) / "corpus"
    engine.index(corpus, index)
    engine.open(index)
    right, of = collections.Counter(), collections.Counter()
    for group, query in probe_lists.crisis():
        shown = engine.search(query, match="auto", k=1).get("crisis") is not None
        of[group] += 1
        if shown == (group == "in danger"):
            right[group] += 1
        elif misses is not None:
            misses.append(f"{engine.name}: crisis: {group}: {query!r}")
    return {group: (right[group], of[group]) for group in of}


def measure(names, corpus, lists=None, misses=None, say=lambda line: None):
    """The results' `probes`. An engine without an entry for a probe has not got what it asks about."""
    probes = probe_lists.own() + (probe_lists.outside(lists) if lists else [])
    results = []

    def add(name, question, engine, groups):
        for group, (right, of) in groups.items():
            results.append({"probe": name, "group": group, "engine": engine, "right": right, "of": of,
                            "question": question})
        say(f"probes: {engine}: {name}: {sum(r for r, _ in groups.values())} of {sum(o for _, o in groups.values())}")

    for name in names:
        try:
            with work_folder() as work, Engine(name) as engine:
                for probe in probes:
                    try:
                        add(probe.name, probe.question, name, ask(engine, probe, work, misses))
                    except Unsupported as missing:
                        say(f"probes: {probe.name} is left out: {missing}")
                if name == "lotse":
                    add("crisis", CRISIS, name, ask_crisis(engine, corpus, work, misses))
        except Skip as reason:
            say(f"probes: {name} is left out: {reason}")
    order = {probe.name: number for number, probe in enumerate(probes)}
    results.sort(key=lambda row: order.get(row["probe"], len(order)))
    return results
