"""The report: one Markdown file, and one page that needs nothing beside it."""
import math
import pathlib

from . import charts, figures, verdict
from .blocks import Bullets, Chart, Code, Details, Heading, Table, Text, markdown, page

STYLE = pathlib.Path(__file__).with_name("page.css")
PERCENTILES = ["mean", "p50", "p95", "p99", "p99.9", "max"]


def best_cells(rows, column, low=False):
    """The cells of a column with its best figure. `rows` have numbers or None."""
    values = [row[column] for row in rows if row[column] is not None]
    if not values:
        return set()
    best = min(values) if low else max(values)
    return {(number, column) for number, row in enumerate(rows) if row[column] == best}


def summary(results):
    ahead, behind = verdict.all_of(results)
    blocks = [Heading("In short")]
    blocks += [Heading("Where Lotse is behind", 3)]
    blocks += [Bullets(behind)] if behind else [Text("In nothing that was measured here.")]
    blocks += [Heading("Where it is ahead or level", 3)]
    blocks += [Bullets(ahead)] if ahead else [Text("In nothing that was measured here.")]
    blocks += [Text("Each line compares with the best peer in that one thing; no peer is the best in all of them.")]
    return blocks


def engine_table(results):
    ran = [[entry["name"], entry["version"], entry["setup"]] for entry in results.get("engines", [])
           if "skipped" not in entry]
    blocks = [Heading("Who was measured"), Table(["engine", "version", "set-up"], ran, prose=True)]
    left = [f"**{entry['name']}** was left out: {entry['skipped']}" for entry in results.get("engines", [])
            if "skipped" in entry]
    return blocks + ([Bullets(left)] if left else [])


def relevance(results):
    sets = results.get("relevance", [])
    if not sets:
        return missing("Relevance", "relevance", results)
    blocks = [Heading("Relevance: does the right text come first?"), Text(
        "Questions that people judged, asked to every engine. All measures lie between 0 and 1, and more is better:"
        " nDCG@10 is the usual one for the first ten hits, S@1 the share of questions whose first hit is right, R@100 how much"
        " of what is right is found at all. The difference is the peer's nDCG@10 less Lotse's, with the interval in which it"
        " lies in 95 of 100 samples of questions (paired bootstrap), and p is how often chance alone makes so great a"
        " difference (randomisation).")]
    for entry in sets:
        rows, cells, against = [], [], []
        for run in entry["runs"]:
            if "against_lotse" in run:
                found = run["against_lotse"]
                against.append([
                    run["engine"], f"{found['difference']:+.4f}",
                    f"{found['bootstrap'][0]:+.3f} to {found['bootstrap'][1]:+.3f}", f"{found['p']:.4f}",
                    str(found["lost"]), str(found["won"])])
            numbers = [run["metrics"].get(name) for name in figures.METRICS]
            cells.append([run["engine"], *numbers])
            rows.append([run["engine"], *("–" if value is None else f"{value:.4f}" for value in numbers),
                         str(run.get("empty", 0))])
        marked = set().union(*(best_cells(cells, column) for column in range(1, len(figures.METRICS) + 1)))
        blocks += [Heading(f"{entry['set']}: {entry['queries']} questions, {entry['documents']} documents", 3), Chart(
            charts.bars(f"nDCG@10 on {entry['set']}", [(row[0], row[1], None) for row in cells], "nDCG@10, more is better"),
            f"nDCG@10 on {entry['set']}."), Table(
            ["engine", *figures.METRICS, "nothing found"], rows, marked=marked)]
        if against:
            blocks.append(Table(
                ["peer", "its nDCG@10 less Lotse's", "95 % interval", "p", "questions Lotse won", "lost"], against))
        blocks += examples(entry)
    return blocks


def examples(entry):
    by_engine = {}
    for example in entry.get("examples", []):
        won = example["other"] < example["lotse"]
        rows = []
        tops = [example.get("lotse_top", []), example.get("other_top", [])]
        for place in range(max(map(len, tops), default=0)):
            row = [str(place + 1)]
            for top in tops:
                hit = top[place] if place < len(top) else None
                row.append("–" if hit is None else f"**{hit['title']}** {hit['snippet']}")
            rows.append(row)
        by_engine.setdefault(example["engine"], []).append(Details(
            f"{'Won' if won else 'Lost'}: “{example['query']}”, Lotse {example['lotse']:.2f}, {example['engine']}"
            f" {example['other']:.2f}", [Table(["", "lotse", example["engine"]], rows, prose=True)]))
    folded = [Details(f"Questions won and lost by the most against {name}", found) for name, found in by_engine.items()]
    return folded


def probes(results):
    rows = results.get("probes", [])
    if not rows:
        return missing("Probes for German", "probes", results)
    names = figures.engines(results)
    blocks = [Heading("Probes for German: what does each engine find?"), Text(
        "Short sentences are indexed, and every engine is asked the same. A cell is the share that it gets right, more is"
        " better; – means that the engine has nothing of the kind.")]
    groups = {}
    questions = {}
    for row in rows:
        groups.setdefault((row["probe"], row["group"]), {})[row["engine"]] = (row["right"], row["of"])
        questions[row["probe"]] = row["question"]
    asked = [name for name in names if any(name in found for found in groups.values())]
    table, marked = [], set()
    for number, ((probe, group), found) in enumerate(groups.items()):
        shares = [found[name][0] / found[name][1] if name in found and found[name][1] else None for name in asked]
        known = [share for share in shares if share is not None]
        marked |= {(number, at + 2) for at, share in enumerate(shares) if known and share == max(known)}
        label = probe if not group or group == probe else f"{probe}: {group}"
        count = max(of for _, of in found.values())
        table.append([label, str(count), *("–" if share is None else f"{share:.1%}" for share in shares)])
    blocks.append(Table(["probe", "rows", *asked], table, marked=marked))
    blocks.append(Bullets([f"**{probe}**: {question}" for probe, question in questions.items()]))
    return blocks


def ratio_cell(entries, peer, key):
    values = figures.ratios(entries, "lotse", peer, key)
    if not values:
        return "–"
    middle, least, most = figures.spread(values)
    return f"{middle:.2f} ({least:.2f}–{most:.2f})"


def indexing(results):
    entries = results.get("speed", {}).get("indexing", [])
    if not entries:
        return missing("Indexing", "speed", results)
    corpus = results["speed"]["corpus"]
    rows = []
    for entry in entries:
        rates = figures.megabytes_per_second(results, entry)
        middle = {key: figures.median([each[key] for each in entry["rounds"]])
                  for key in ("seconds", "cpu_seconds", "peak_bytes", "disk_bytes")}
        rows.append([entry["engine"], figures.median(rates), min(rates), max(rates), middle])
    shown = [[name, f"{rate:.2f}", f"{values['seconds']:.1f} s", f"{values['cpu_seconds']:.1f} s",
              figures.megabytes(values["peak_bytes"]), figures.megabytes(values["disk_bytes"]),
              ratio_cell(entries, name, "seconds") if name != "lotse" else ""]
             for name, rate, _, _, values in rows]
    return [Heading("Indexing"), Text(
        f"{corpus['name']}: {corpus['sections']:,} sections, {figures.megabytes(corpus['bytes'])} of text, each engine in a"
        " process of its own, in turns. More MB/s is better; of all other columns less is better. The last column is Lotse's"
        " time divided by the peer's, round by round: its median, and in brackets the least and the most."), Chart(
        charts.bars("Indexing speed", [(name, rate, (low, high)) for name, rate, low, high, _ in rows],
                    "MB of text a second, more is better"), "Indexing speed; the thin lines reach from the slowest to the"
        " fastest round."), Table(
        ["engine", "MB/s", "time", "CPU time", "peak memory", "on disk", "Lotse's time / its"], shown,
        marked=best_cells([[name, rate] for name, rate, *_ in rows], 1))]


def queries(results):
    found = figures.kinds(results)
    if not found:
        return missing("Queries", "speed", results)
    blocks = [Heading("Queries"), Text(
        "One thread, ten hits, the programs in turns after warming up; times are taken inside each program, and less is"
        " better. Every figure is the median of the rounds. The last column is Lotse's mean divided by the peer's, round by"
        " round: above 1, Lotse is slower.")]
    for kind in found:
        entries = figures.of_kind(results, kind)
        rows, means = [], []
        for entry in entries:
            cells = [figures.median([each[key] for each in entry["rounds"]]) for key in PERCENTILES]
            means.append((entry["engine"], cells[0], figures.spread([each["mean"] for each in entry["rounds"]])[1:]))
            rows.append([entry["engine"], *map(figures.microseconds, cells), f"{entry['hits']:,}",
                         ratio_cell(entries, entry["engine"], "mean") if entry["engine"] != "lotse" else ""])
        marked = best_cells([[name, mean] for name, mean, _ in means], 1, low=True)
        blocks.append(Heading(f"{kind}: {max(entry['count'] for entry in entries):,} queries", 3))
        if len(entries) > 1:
            blocks.append(Chart(charts.bars(f"Mean time of a query: {kind}", means, "µs a query, less is better"),
                                f"Mean time of a query, {kind}."))
        blocks.append(Table(["engine", *PERCENTILES, "hits", "Lotse's mean / its"], rows, marked=marked))
    return blocks


def socket(results):
    part = results.get("speed", {})
    entries = part.get("socket", [])
    if not entries:
        return missing("Over the socket", "throughput", results)
    blocks = [Heading("Over the socket"), Text(
        "The daemon, asked by a process of its own. Without a rate, every connection sends its next question when it has its"
        " answer, which tells what the daemon can do; with one, questions come at their times whether or not it has answered,"
        " and waiting counts from when a question was due, as people would feel it.")]
    rows = []
    for entry in entries:
        middle = {key: figures.median([each[key] for each in entry["rounds"] if key in each] or [math.nan])
                  for key in ("requests_per_second", "p50", "p99", "max")}
        errors = sum(each.get("errors", 0) for each in entry["rounds"])
        rows.append([str(entry["concurrency"]), "–" if not entry.get("rate") else f"{entry['rate']:,.0f}",
                     f"{middle['requests_per_second']:,.0f}", figures.microseconds(middle["p50"]),
                     figures.microseconds(middle["p99"]), figures.microseconds(middle["max"]), str(errors)])
    closed = [entry for entry in entries if not entry.get("rate")]
    points = [(entry["concurrency"], figures.median([each["requests_per_second"] for each in entry["rounds"]]))
              for entry in closed]
    blocks += [Chart(charts.bars(
        "Requests a second by connections",
        [(f"{number} connection{'s' if number > 1 else ''}", rate, None) for number, rate in points],
        "requests a second, more is better"), "What the daemon answers by the number of connections."), Table(
        ["connections", "rate asked", "requests/s", "p50", "p99", "max", "errors"], rows)]
    lines = []
    if part.get("startup"):
        seconds = figures.median(part["startup"]["seconds"])
        first = figures.median(part["startup"]["first_answer_ms"])
        lines.append(f"From the start of the daemon to its being ready: {seconds * 1000:.0f} ms; its first answer took"
                     f" {first:.1f} ms.")
    if part.get("swap"):
        swap = part["swap"]
        lines.append(f"While a new generation was published under load: {swap['failed']} of {swap['requests']:,} requests"
                     f" failed, and 99 of 100 answers came within {swap['p99_ms_during']:.1f} ms.")
    return blocks + ([Bullets(lines)] if lines else [])


def growth(results):
    entries = results.get("growth", [])
    if not entries:
        return missing("Growth", "growth", results)
    # The rounds take turns; a table and its charts name the engines in one order.
    order = [engine["name"] for engine in results.get("engines", [])]
    entries = sorted(entries, key=lambda entry: (
        entry["sections"], order.index(entry["engine"]) if entry["engine"] in order else len(order)))
    names = list(dict.fromkeys(entry["engine"] for entry in entries))

    def series(value):
        return [(name, [(entry["sections"], value(entry)) for entry in entries if entry["engine"] == name])
                for name in names]

    drawn = [("Time to index", "seconds", lambda entry: entry["seconds"]),
             ("Index on disk", "MB", lambda entry: entry["disk_bytes"] / 1e6),
             ("Peak memory", "MB", lambda entry: entry["peak_bytes"] / 1e6),
             ("Any words, p99", "µs", lambda entry: entry.get("any", {}).get("p99"))]
    blocks = [Heading("Growth"), Text(
        "Generated German-looking texts of growing number. Both axes are logarithmic: what grows in proportion to the texts"
        " is a straight line that rises by one step for each step to the right. Less is better throughout.")]
    for title, unit, value in drawn:
        blocks.append(Chart(charts.lines(f"{title} by sections", series(value), "sections", unit), f"{title}, {unit}."))
    rows = [[entry["engine"], f"{entry['sections']:,}", figures.megabytes(entry["bytes"]), f"{entry['seconds']:.1f} s",
             figures.megabytes(entry["peak_bytes"]), figures.megabytes(entry["disk_bytes"]),
             *(figures.microseconds(entry[kind][key]) if entry.get(kind) else "–"
               for kind in ("any", "all") for key in ("p50", "p99"))] for entry in entries]
    return blocks + [Table(["engine", "sections", "text", "time", "peak", "on disk", "any p50", "any p99", "all p50",
                            "all p99"], rows)]


def thresholds(results):
    entries = results.get("thresholds", [])
    if not entries:
        return missing("Work that is counted", "thresholds", results)
    rows = [[entry["name"], f"{entry['value']:,.0f}", f"{entry['threshold']:,.0f}",
             "above" if entry["value"] > entry["threshold"] else "within"] for entry in entries]
    return [Heading("Work that is counted"), Text(
        "Instructions and allocations do not depend on what else the machine does. `make thresholds` fails when one is above"
        " what is committed."), Table(["what", "counted", "at most", ""], rows)]


def missing(title, part, results):
    reason = {**results.get("skipped", {}), **results.get("failed", {})}.get(part, "it was not part of this run")
    return [Heading(title), Text(f"Not measured: {reason.rstrip('.')}.")]


def conditions(results):
    machine = results.get("machine", {})
    memory = machine.get("memory_bytes")
    rows = [["begun", results.get("started", "–")], ["ended", results.get("finished", "–")],
            ["commit", results.get("commit", "–")], ["processor", machine.get("cpu", "–")],
            ["cores", str(machine.get("cores", "–"))],
            ["memory", f"{memory / 2**30:.0f} GiB" if memory else "–"], ["system", machine.get("system", "–")],
            ["load before", ", ".join(f"{value:.2f}" for value in machine.get("load", [])) or "–"]]
    return [Heading("The run"), Table(["", ""], rows, prose=True), Text("To repeat it:"), Code(results.get("command", "make bench"))]


def blocks(results):
    head = [Heading("Lotse: benchmarks", 1), Text(
        "German full-text search, measured beside its peers on the same texts in the same run. All engines have their best"
        " German set-up, and the same machine at the same time: read the ratios first, the figures themselves belong to this"
        " machine.")]
    parts = [summary, engine_table, relevance, probes, indexing, queries, socket, growth, thresholds, conditions]
    return head + [block for part in parts for block in part(results)]


def write(results, folder):
    """Writes report.md and report.html; gives their paths."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = blocks(results)
    paths = folder / "report.md", folder / "report.html"
    paths[0].write_text(markdown(made), encoding="utf-8")
    paths[1].write_text(page("Lotse: benchmarks", made, STYLE.read_text(encoding="utf-8")), encoding="utf-8")
    return paths
