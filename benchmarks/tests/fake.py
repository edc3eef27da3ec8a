"""An engine that answers by a rule, in this process: what drives engines is tested without any."""
import pathlib
import types

from harness import engines


class FakeEngine:
    """Takes what is said of it: microseconds a query, what it lacks, and what goes wrong."""

    def __init__(self, name, log, microseconds=100, lacks=(), fails=(), dies=False):
        self.name, self.log, self.microseconds, self.lacks, self.fails = name, log, microseconds, lacks, fails
        self.dies, self.ended = dies, None
        self.process = types.SimpleNamespace(poll=lambda: self.ended)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.log.append((self.name, "stop"))

    def index(self, docs, index, threads=None, timeout=None):
        self.log.append((self.name, "index"))
        if "index" in self.fails:
            raise engines.EngineError("no room")
        pathlib.Path(index).mkdir(exist_ok=True)
        with open(docs, encoding="utf-8") as file:
            count = sum(1 for _ in file)
        return {"documents": count, "seconds": count / 1000, "cpu_seconds": 1, "peak_bytes": 2, "disk_bytes": 3}

    def open(self, index):
        return 1

    def ask(self, command, timeout=None):
        if command["match"] in self.lacks:
            raise engines.Unsupported("not this")
        if command["match"] in self.fails:
            self.ended = 1 if self.dies else None
            raise engines.EngineError("broken")
        self.log.append((self.name, pathlib.Path(command["queries"]).name, command["match"], command.get("filter")))
        lines = pathlib.Path(command["queries"]).read_text(encoding="utf-8").splitlines()
        return {"nanoseconds": [int(self.microseconds * 1000)] * len(lines), "hits": 10 * len(lines)}


class ExactLatencies:
    """In place of the histogram, which is a package of its own: keeps every time."""

    def __init__(self, nanoseconds=()):
        self.times = list(nanoseconds)

    @property
    def count(self):
        return len(self.times)

    def record(self, nanoseconds):
        self.times.append(nanoseconds)

    def summary(self):
        times = sorted(time / 1000 for time in self.times)
        if not times:
            return {}
        cells = {f"p{percent}": times[min(len(times) - 1, int(len(times) * percent / 100))]
                 for percent in (50, 95, 99, 99.9)}
        return {"mean": sum(times) / len(times), **cells, "max": times[-1]}
