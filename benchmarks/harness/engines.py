"""The engines that are measured: how each is started, and a process that speaks the adapter protocol.

The protocol stands in peers/README.md.
"""
import contextlib
import glob
import importlib.util
import json
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

from . import fop

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
PEERS = BENCHMARKS / "peers"
# Git leaves folders of this name alone.
BUILD = PEERS / ".build"
JAVA_SHARE = pathlib.Path("/usr/share/java")
STOP_WORDS = "org/apache/lucene/analysis/snowball/german_stop.txt"

NAMES = ["lotse", "xapian-defaults", "xapian", "lucene", "lucene-decompounder", "tantivy", "sqlite", "postgres"]


class Skip(Exception):
    """The engine cannot run here; the text says why and what helps."""


class EngineError(Exception):
    """An engine answered with an error, or ended."""


class Unsupported(Exception):
    """The engine has not got what was asked for."""


# How each engine is started


def _build(target, sources, command, remedy):
    """Compiles a peer when one of its sources is newer."""
    newest = max(source.stat().st_mtime for source in sources)
    if target.exists() and target.stat().st_mtime >= newest:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        raise Skip(f"{sources[0].name} does not compile; {remedy}; the compiler says: {made.stderr.strip()[-300:]}")
    os.utime(target)


def _program(name, package):
    if not shutil.which(name):
        raise Skip(f"{name} is missing: apt-get install {package}")
    return name


def _lotse():
    program = pathlib.Path(os.environ.get("LOTSE_ADAPTER", BENCHMARKS / ".build/release/adapter"))
    if not program.exists():
        raise Skip(f"{program} is missing: swift build --package-path benchmarks -c release --product adapter")
    return [program]


def _xapian(*arguments):
    remedy = "apt-get install g++ pkg-config libxapian-dev nlohmann-json3-dev"
    for program, package in (("g++", "g++"), ("pkg-config", "pkg-config")):
        _program(program, package)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "xapian-core"], capture_output=True, text=True)
    if flags.returncode:
        raise Skip(f"Xapian's headers are missing: {remedy}")
    target, source = BUILD / "xapian_adapter", PEERS / "xapian_adapter.cc"
    _build(target, [source], ["g++", "-std=c++17", "-O2", source, "-o", target, *flags.stdout.split()], remedy)
    return [target, *arguments]


def _jars():
    names = ["lucene-core", "lucene-analyzers-common", "lucene-facet", "lucene-highlighter", "lucene-memory",
             "lucene-queries", "gson"]
    found = [sorted(glob.glob(str(JAVA_SHARE / f"{name}-[0-9]*.jar"))) for name in names]
    if not all(found):
        raise Skip("Lucene 8 is missing: apt-get install liblucene8-java libgoogle-gson-java")
    return [jars[-1] for jars in found]


def _stop_words():
    """Snowball's German stop words, as PostgreSQL and Lucene bring them along."""
    for path in sorted(glob.glob("/usr/share/postgresql/*/tsearch_data/german.stop")):
        return path
    for jar in glob.glob(str(JAVA_SHARE / "lucene-analyzers-common-8*.jar")):
        BUILD.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(jar) as packed:
            (BUILD / "german.stop").write_bytes(packed.read(STOP_WORDS))
        return BUILD / "german.stop"
    raise Skip("there is no list of German stop words: apt-get install liblucene8-java or postgresql-15")


def _lucene(*arguments):
    for program in ("java", "javac"):
        _program(program, "default-jdk-headless")
    path = ":".join(_jars())
    sources = [PEERS / "LuceneAdapter.java", PEERS / "DecompoundingAnalyzer.java"]
    classes = BUILD / "lucene"
    _build(classes / "LuceneAdapter.class", sources, ["javac", "-cp", path, "-d", classes, *sources],
           "apt-get install default-jdk-headless liblucene8-java libgoogle-gson-java")
    # The serial collector stops least where one thread makes little garbage.
    return ["java", "-XX:+UseSerialGC", "-Xmx1g", "-cp", f"{path}:{classes}", "LuceneAdapter", *arguments]


# What Debian has: groff's hyphenation, and a list of words.
PATTERNS, WORDS = "/usr/share/groff/*/tmac/hyphen.den", pathlib.Path("/usr/share/dict/ngerman")


def _decompounder():
    given = [os.environ.get(name) for name in ("LOTSE_BENCH_HYPHENATION", "LOTSE_BENCH_DICTIONARY")]
    if all(given):
        for file in given:
            if not os.path.exists(file):
                raise Skip(f"{file}: no such file")
        return _lucene(*given)
    if (patterns := glob.glob(PATTERNS)) and WORDS.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        return _lucene(fop.convert(patterns[-1], BUILD / "hyphenation.xml"), WORDS)
    raise Skip("its data is missing: apt-get install groff-base wngerman, or set LOTSE_BENCH_HYPHENATION (FOP's XML for"
               " German) and LOTSE_BENCH_DICTIONARY (one word a line)")


def _python(script, module=None):
    if module and not importlib.util.find_spec(module):
        raise Skip(f"Python's {module} is missing: run benchmarks/setup")
    return [sys.executable, PEERS / script]


def _postgres():
    if not glob.glob("/usr/lib/postgresql/*/bin/initdb"):
        raise Skip("PostgreSQL is missing: apt-get install postgresql-15")
    if os.getuid() == 0 and not shutil.which("runuser"):
        raise Skip("PostgreSQL refuses to run as root, and there is no runuser to leave it: apt-get install util-linux")
    return _python("postgres_adapter.py", "psycopg2")


COMMANDS = {
    "lotse": _lotse,
    "xapian-defaults": lambda: _xapian("defaults"),
    "xapian": lambda: _xapian("all", _stop_words()),
    "lucene": _lucene,
    "lucene-decompounder": _decompounder,
    "tantivy": lambda: _python("tantivy_adapter.py", "tantivy"),
    "sqlite": lambda: _python("sqlite_adapter.py"),
    "postgres": _postgres,
}


@contextlib.contextmanager
def work_folder():
    """A folder for a while. Others may pass through it: PostgreSQL runs as another user where it is started by root."""
    with tempfile.TemporaryDirectory(prefix="lotse-bench-") as folder:
        os.chmod(folder, 0o711)
        yield pathlib.Path(folder)


def folder_bytes(path):
    """The bytes of all files below a folder."""
    return sum(
        os.lstat(os.path.join(parent, name)).st_size for parent, _, names in os.walk(path) for name in names)


class Engine:
    """A running adapter. Use it as a context manager; `Skip` is raised where it cannot run."""

    def __init__(self, name):
        self.name = name
        command = [str(part) for part in COMMANDS[name]()]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            self.info = self.ask({"op": "info"}, timeout=60)
        except EngineError as error:
            self.stop()
            raise Skip(f"{name} does not start: {error}") from error
        except BaseException:
            self.stop()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """Ends the process, kindly first."""
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def _line(self, deadline):
        """The next line of output; a pipe's own reader cannot be given a time limit."""
        parts = []
        while True:
            if not select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))[0]:
                self.process.kill()
                raise EngineError(f"{self.name} did not answer in time and was ended")
            part = os.read(self.process.stdout.fileno(), 1 << 20)
            if not part:
                raise EngineError(
                    f"{self.name} ended with code {self.process.wait()}; its reason stands on standard error")
            parts.append(part)
            # An answer is one line, and the next is only asked for after it.
            if part.endswith(b"\n"):
                return b"".join(parts)

    def ask(self, command, timeout=3600):
        """Sends a command and gives the answer; raises EngineError or Unsupported."""
        try:
            self.process.stdin.write(json.dumps(command, ensure_ascii=False).encode() + b"\n")
            self.process.stdin.flush()
        except OSError as error:
            raise EngineError(f"{self.name} ended with code {self.process.wait()}") from error
        answer = json.loads(self._line(time.monotonic() + timeout))
        if "error" in answer:
            raise EngineError(f"{self.name}: {command['op']}: {answer['error']}")
        if "unsupported" in answer:
            raise Unsupported(f"{self.name} has no {answer['unsupported']}")
        return answer

    # Figures of the process, from /proc

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        # utime, stime and those of children that ended.
        return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")

    def memory_bytes(self, key="VmRSS"):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(key + ":"):
                return int(line.split()[1]) * 1024
        raise EngineError(f"{self.name}: the system does not tell {key}")

    # Commands

    def index(self, docs, index, threads=None, timeout=3600):
        """Builds an index. Gives documents, seconds, cpu_seconds, peak_bytes and disk_bytes.

        The peak is the process' since its start: for one index build a process. An adapter whose work is done by other
        processes tells the figures itself.
        """
        command = {"op": "index", "docs": str(docs), "index": str(index)}
        if threads:
            command["threads"] = threads
        start, cpu = time.perf_counter(), self.cpu_seconds()
        answer = self.ask(command, timeout)
        own = {"seconds": time.perf_counter() - start, "cpu_seconds": self.cpu_seconds() - cpu,
               "peak_bytes": self.memory_bytes("VmHWM")}
        return {**own, "disk_bytes": folder_bytes(index), **answer}

    def open(self, index):
        return self.ask({"op": "open", "index": str(index)})["documents"]

    @staticmethod
    def _options(kind, facet, snippets):
        options = {}
        if kind:
            options["filter"] = {"kind": kind}
        if facet:
            options["facet"] = "kind"
        if snippets:
            options["snippets"] = True
        return options

    def search(self, query, match="any", k=10, kind=None, facet=False, snippets=False):
        """The whole answer: hits, nanoseconds and what was asked for."""
        command = {"op": "search", "query": query, "match": match, "k": k}
        return self.ask({**command, **self._options(kind, facet, snippets)}, timeout=300)

    def batch(self, queries, match="any", k=10, kind=None, facet=False, snippets=False):
        """Times a file with one query a line: nanoseconds of each, and the number of hits."""
        command = {"op": "batch", "queries": str(queries), "match": match, "k": k}
        return self.ask({**command, **self._options(kind, facet, snippets)})


def availability(names=NAMES):
    """What can run here: for the report, an entry with version and setup or with the reason for skipping."""
    entries = []
    for name in names:
        try:
            with Engine(name) as engine:
                entries.append({"name": name, "version": engine.info["version"], "setup": engine.info["setup"]})
        except Skip as reason:
            entries.append({"name": name, "skipped": str(reason)})
    return entries
