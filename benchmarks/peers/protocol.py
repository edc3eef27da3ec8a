"""The adapter protocol (README.md beside this file) for adapters in Python."""
import json
import sys
import time


class Unsupported(Exception):
    """What an engine has not got."""


class Adapter:
    """One engine. Subclasses set `name` and `setup` and implement the methods below."""

    name = setup = version = ""

    def index(self, docs, index, threads):
        """Builds the index anew; gives the number of documents, or a dictionary with it."""
        raise NotImplementedError

    def open(self, index):
        """Opens an index; gives the number of documents."""
        raise NotImplementedError

    def search(self, query, match, k, kind, facet, snippets):
        """Gives hits as (id, score), snippets or None, counts by kind or None."""
        raise NotImplementedError

    def close(self):
        """Called once, when the input ends."""

    def _search(self, command, query):
        unknown = set(command.get("filter") or {}) - {"kind"}
        if unknown or command.get("facet") not in (None, "kind"):
            raise Unsupported("a filter or facet other than kind")
        start = time.perf_counter_ns()
        found = self.search(
            query, command.get("match", "any"), command.get("k", 10), (command.get("filter") or {}).get("kind"),
            bool(command.get("facet")), bool(command.get("snippets")))
        return time.perf_counter_ns() - start, found

    def answer(self, command):
        op = command["op"]
        if op == "info":
            return {"engine": self.name, "version": self.version, "setup": self.setup}
        if op == "index":
            made = self.index(command["docs"], command["index"], command.get("threads", 1))
            return made if isinstance(made, dict) else {"documents": made}
        if op == "open":
            return {"documents": self.open(command["index"])}
        if op == "search":
            nanoseconds, (hits, snippets, counts) = self._search(command, command["query"])
            answer = {"hits": hits, "nanoseconds": nanoseconds}
            if snippets is not None:
                answer["snippets"] = snippets
            if counts is not None:
                answer["facets"] = {"kind": counts}
            return answer
        if op == "batch":
            with open(command["queries"], encoding="utf-8") as file:
                queries = [line for line in file.read().split("\n") if line]
            times, total = [], 0
            for query in queries:
                nanoseconds, (hits, _, _) = self._search(command, query)
                times.append(nanoseconds)
                total += len(hits)
            return {"nanoseconds": times, "hits": total}
        raise Unsupported(op)

    def serve(self):
        try:
            for line in sys.stdin:
                try:
                    answer = self.answer(json.loads(line))
                except Unsupported as missing:
                    answer = {"unsupported": str(missing)}
                except Exception as error:  # Whatever an engine throws is the driver's to report.
                    answer = {"error": f"{type(error).__name__}: {error}"}
                print(json.dumps(answer, ensure_ascii=False), flush=True)
        finally:
            self.close()


def documents(path):
    """The lines of a docs.jsonl."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
