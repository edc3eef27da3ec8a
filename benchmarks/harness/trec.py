"""Test sets in TREC's form: docs.jsonl, queries.tsv, qrels.txt, and runs.

Whatever is wrong with a file is said with its name, its line and the remedy: half a file gives figures that look right.
"""
import json
import pathlib


class TrecError(Exception):
    """A file that cannot be used."""

    def __init__(self, path, line, message):
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


def _lines(path):
    try:
        text = pathlib.Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise TrecError(path, 0, f"the file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TrecError(path, 0, "the file is not UTF-8; save it as UTF-8") from error
    # Not splitlines: a query may hold one of Unicode's rarer line ends.
    for number, line in enumerate(text.split("\n"), 1):
        line = line.removesuffix("\r")
        if line.strip():
            yield number, line


def read_queries(path):
    """The queries as a dictionary of their ids, in the file's order."""
    queries = {}
    for number, line in _lines(path):
        query, tab, text = line.partition("\t")
        if not tab or not text.strip() or not query or len(query.split()) != 1:
            raise TrecError(path, number, "a line is: query id without spaces, tab, query")
        if query in queries:
            raise TrecError(path, number, f"the query id {query} is there twice; remove one")
        queries[query] = text.strip()
    if not queries:
        raise TrecError(path, 0, "there is no query in it")
    return queries


def read_qrels(path):
    """Grades by query and document."""
    qrels = {}
    for number, line in _lines(path):
        fields = line.split()
        if len(fields) != 4 or fields[3].lstrip("-").isdigit() is False:
            raise TrecError(
                path, number, "a line is: query id, 0, document id, grade; where the file was cut off, copy it again")
        query, _, document, grade = fields
        grades = qrels.setdefault(query, {})
        if document in grades:
            raise TrecError(path, number, f"{document} is judged twice for {query}; remove one line")
        grades[document] = int(grade)
    if not qrels:
        raise TrecError(path, 0, "there is no judgement in it")
    return qrels


def read_titles(path):
    """The title of every document, by its id; so every line of docs.jsonl is looked at as well."""
    titles = {}
    for number, line in _lines(path):
        try:
            document = json.loads(line)
            title, _ = document["title"], document["text"]
            titles[document["id"]] = title
        except (ValueError, KeyError, TypeError) as error:
            raise TrecError(path, number, "a line is a JSON object with id, title and text; where the file was cut off,"
                            " copy it again") from error
    if not titles:
        raise TrecError(path, 0, "there is no document in it")
    return titles


def check(queries, qrels, documents, path):
    """Whether the three parts belong together; `path` is the qrels' for the message."""
    if lacking := [query for query in queries if not any(grade > 0 for grade in qrels.get(query, {}).values())]:
        raise TrecError(path, 0, f"{len(lacking)} queries, {lacking[0]} for one, have no relevant document; the file may be"
                        " cut off or belong to other queries")
    if foreign := [query for query in qrels if query not in queries]:
        raise TrecError(path, 0, f"{foreign[0]} is judged and is no query; the file may belong to other queries")
    for query, grades in qrels.items():
        for document, grade in grades.items():
            if grade > 0 and document not in documents:
                raise TrecError(path, 0, f"{document}, judged for {query}, is no document; the file may belong to other"
                                " documents")


def _in_order(hits):
    """Best first; equal scores in falling order of their ids, as trec_eval has them, whatever order the engine gave them."""
    return sorted(hits, key=lambda hit: (hit[1], hit[0]), reverse=True)


def write_run(path, rankings, tag):
    """Writes (id, score) pairs by query, without equal scores: the field's tools agree on everything but their order
    (trec_eval takes the greater id first, MS MARCO's script the lesser), and ir_measures calls both."""
    with open(path, "w", encoding="utf-8") as file:
        for query, hits in rankings.items():
            last = None
            # Some tools read scores with single precision: what differs beyond six digits is equal to them.
            for rank, (document, score) in enumerate(_in_order((hit[0], float(f"{hit[1]:.6g}")) for hit in hits), 1):
                if last is not None:
                    score = min(score, last - 2e-6 * max(abs(last), 1e-3))
                last = score
                file.write(f"{query} Q0 {document} {rank} {score:.9g} {tag}\n")


def read_run(path, tag=None):
    """Rankings by query, best first. Ranks, scores and tag have to agree: a run that was mixed up is no run.

    With `tag` the run has to be of that name.
    """
    scored = {}
    for number, line in _lines(path):
        fields = line.split()
        try:
            query, _, document, rank, score, name = fields
            rank, score = int(rank), float(score)
        except ValueError:
            raise TrecError(path, number, "a line is: query id, Q0, document id, rank, score, tag") from None
        if tag is not None and name != tag:
            raise TrecError(path, number, f"this is a run of {name} and not of {tag}; take the right file")
        hits = scored.setdefault(query, {})
        if document in hits:
            raise TrecError(path, number, f"{document} is there twice for {query}; write the run anew")
        if rank != len(hits) + 1 or (hits and score > next(reversed(hits.values()))):
            raise TrecError(path, number, "ranks rise from 1 and scores fall; these do not: write the run anew")
        hits[document] = score
    if not scored:
        raise TrecError(path, 0, "there is no ranking in it")
    return {query: [document for document, _ in _in_order(hits.items())] for query, hits in scored.items()}
