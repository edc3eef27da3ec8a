"""lotsed over its socket: throughput against concurrency, latency at a given rate, start-up, and the swap of generations.

usage: python3 -m harness.throughput docs.jsonl [--seconds S] [--rounds N] [--bin FOLDER] [--out FILE]

The load comes from another process (load.py). On two cores it takes a part of the machine that users would not take, so the
figures are lower bounds.
"""
import argparse
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from harness import engines, vocabulary, workload
from harness.daemon import Daemon
from harness.interleaving import turns

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
RELEASE = BENCHMARKS.parent / ".build/release"


@dataclasses.dataclass
class Effort:
    concurrencies: tuple = (1, 2, 4, 8, 16)
    rounds: int = 3
    seconds: float = 2
    warm_up: float = 1
    # Arrivals a second, as shares of what the daemon can answer at most.
    shares: tuple = (.25, .5, .75)
    # Connections of the open loop: enough that a stall does not use them all up at once.
    connections: int = 32
    starts: int = 10
    # Arrivals a second during the swap, as a share of the most: the build takes cores as well.
    swap_share: float = .2
    queries: int = 500


QUICK = Effort()
NORMAL = Effort(seconds=10, rounds=5, warm_up=2, starts=20, queries=2000)
FULL = Effort(seconds=20, rounds=5, warm_up=3, starts=30, queries=5000)
EFFORTS = {"quick": QUICK, "normal": NORMAL, "full": FULL}


def note(text):
    print(text, file=sys.stderr, flush=True)


def _load_command(path, queries, seconds, connections, rate=None, warm_up=0):
    command = [sys.executable, "-m", "harness.load", "--socket", path, "--queries", queries, "--seconds", seconds,
               "--connections", connections, "--warm-up", warm_up]
    return [str(part) for part in command + (["--rate", rate] if rate else [])]


def start_load(*arguments, **options):
    return subprocess.Popen(_load_command(*arguments, **options), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            cwd=BENCHMARKS)


def end_load(process, timeout=120):
    """Ends the load and gives its figures."""
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise RuntimeError("the load generator did not end") from None
    if process.returncode:
        raise RuntimeError(f"the load generator ended with code {process.returncode}")
    return json.loads(output)


def load(path, queries, seconds, connections, rate=None, warm_up=0):
    process = start_load(path, queries, seconds, connections, rate=rate, warm_up=warm_up)
    try:
        # Its input stays open until its time is over.
        process.wait(seconds + warm_up + 120)
    except subprocess.TimeoutExpired:
        process.kill()
    return end_load(process)


def _cells(found):
    return {key: value for key, value in found.items() if key not in ("generations", "seconds")}


def concurrency(path, queries, effort):
    """An entry for each concurrency; rounds in turns. An entry has a rate only where queries arrive at one."""
    rounds = {number: [] for number in effort.concurrencies}
    for order in turns(effort.concurrencies, effort.rounds):
        for number in order:
            rounds[number].append(_cells(load(path, queries, effort.seconds, number, warm_up=effort.warm_up)))
    for number, found in rounds.items():
        note(f"socket  {number} at once: {median(each['requests_per_second'] for each in found):.0f} requests/s")
    return [{"concurrency": number, "rate": None, "rounds": found} for number, found in rounds.items()]


def median(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def most(entries):
    """The highest throughput of all concurrencies."""
    return max(median(each["requests_per_second"] for each in entry["rounds"]) for entry in entries)


def arrivals(path, queries, effort, highest):
    """Latency from the intended arrival, at shares of the highest throughput."""
    rates = [max(1, round(share * highest)) for share in effort.shares]
    rounds = {rate: [] for rate in rates}
    for order in turns(rounds, effort.rounds):
        for rate in order:
            rounds[rate].append(_cells(
                load(path, queries, effort.seconds, effort.connections, rate=rate, warm_up=effort.warm_up)))
    for rate, found in rounds.items():
        note(f"socket  {rate} arrivals/s: p99 {median(each.get('p99', 0) for each in found) / 1000:.1f} ms")
    return [{"concurrency": effort.connections, "rate": rate, "rounds": found} for rate, found in rounds.items()]


def startup(program, index, path, query, rounds):
    """Seconds from the start of the process to the first answer, and milliseconds of that answer itself."""
    seconds, first = [], []
    for _ in range(rounds):
        with Daemon(program, index, path) as daemon:
            asked = time.perf_counter()
            daemon.ask(query)
            now = time.perf_counter()
        seconds.append(round(now - daemon.started, 5))
        first.append(round((now - asked) * 1000, 3))
    note(f"start-up  {median(seconds) * 1000:.0f} ms to the first answer")
    return {"seconds": seconds, "first_answer_ms": first}


def swap(programs, corpus, index, daemon, queries, effort, highest):
    """What a reader sees while a whole new generation is built and published: the load goes on meanwhile."""
    rate = max(1, round(effort.swap_share * highest))
    query = queries.read_text(encoding="utf-8").splitlines()[0]
    before = generation(daemon.ask(query))
    process = start_load(daemon.path, queries, 3600, effort.connections, rate=rate, warm_up=effort.warm_up)
    try:
        # Starting Python takes its while, too.
        time.sleep(effort.warm_up + 1)
        start = time.perf_counter()
        build(programs["lotse"], corpus, index)
        seconds = time.perf_counter() - start
        # The daemon looks for new generations now and then.
        while generation(daemon.ask(query)) == before:
            if time.perf_counter() - start - seconds > 10:
                raise RuntimeError("the daemon still answers from the old generation 10 s after its end")
            time.sleep(.05)
        found = end_load(process)
    finally:
        if process.poll() is None:
            process.kill()
    note(f"swap  {found['errors']} of {found['requests']} failed, p99 {found['p99'] / 1000:.1f} ms while indexing")
    return {"p99_ms_during": round(found["p99"] / 1000, 3), "p50_ms_during": round(found["p50"] / 1000, 3),
            "max_ms_during": round(found["max"] / 1000, 3), "failed": found["errors"], "requests": found["requests"],
            "rate": rate, "seconds": round(seconds, 2)}


def generation(answer):
    return json.loads(answer)["generation"]


def build(program, corpus, index):
    made = subprocess.run([str(program), "index", "--corpus", str(corpus), "--index", str(index), "--full",
                           "--progress", "none"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    # Code 1 says that some files could not be read; the rest is there.
    if made.returncode not in (0, 1):
        raise RuntimeError(f"lotse index fails with code {made.returncode}: {made.stderr.strip()[-300:]}")


def programs_in(folder):
    found = {name: pathlib.Path(folder) / name for name in ("lotse", "lotsed")}
    for path in found.values():
        if not path.exists():
            raise RuntimeError(f"{path} is missing: swift build -c release")
    return found


def run(docs, work, stops, effort=QUICK, release=RELEASE, queries_file=None):
    """The socket, startup and swap entries of results.json's `speed`."""
    programs = programs_in(release)
    work = pathlib.Path(work)
    corpus = work / "corpus"
    shutil.rmtree(corpus, ignore_errors=True)
    corpus.mkdir(parents=True)
    try:
        os.link(docs, corpus / "docs.jsonl")
    except OSError:
        shutil.copyfile(docs, corpus / "docs.jsonl")
    queries = workload.write(docs, work / "queries", effort.queries, stops, queries=queries_file)["any"]
    index, path = work / "daemon.index", work / "s"
    build(programs["lotse"], corpus, index)
    first = queries.read_text(encoding="utf-8").splitlines()[0]
    found = {"startup": startup(programs["lotsed"], index, path, first, effort.starts)}
    with Daemon(programs["lotsed"], index, path) as daemon:
        closed = concurrency(path, queries, effort)
        highest = most(closed)
        found["socket"] = closed + arrivals(path, queries, effort, highest)
        found["swap"] = swap(programs, corpus, index, daemon, queries, effort, highest)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=QUICK.seconds)
    parser.add_argument("--rounds", type=int, default=QUICK.rounds)
    parser.add_argument("--queries", type=pathlib.Path, help="people's own, one a line, in place of drawn ones")
    parser.add_argument("--bin", type=pathlib.Path, default=RELEASE, help="where lotse and lotsed are")
    parser.add_argument("--corpus", type=pathlib.Path, default=BENCHMARKS.parent / "corpus",
                        help="whose stop words (default: corpus)")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    effort = dataclasses.replace(QUICK, seconds=options.seconds, rounds=options.rounds)
    with engines.work_folder() as work:
        found = run(options.docs, work, vocabulary.stop_words(options.corpus), effort, options.bin, options.queries)
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
