"""Where Lotse is behind and where it is ahead, from the figures alone."""
from . import figures

# Beside a peer: a difference in relevance that chance would hardly make, and a ratio that no round contradicts.
CHANCE = .05


def relevance(results):
    """(ahead, behind) as sentences."""
    ahead, behind = [], []
    for entry in results.get("relevance", []):
        own = next((run for run in entry["runs"] if run["engine"] == "lotse"), None)
        peers = [run for run in entry["runs"] if run["engine"] != "lotse"]
        if not own or not peers:
            continue
        best = max(peers, key=lambda run: run["metrics"]["nDCG@10"])
        mine, theirs = own["metrics"]["nDCG@10"], best["metrics"]["nDCG@10"]
        p = best.get("against_lotse", {}).get("p")
        certain = "" if p is None or p < CHANCE else ", which may be chance"
        text = (f"On the questions of {entry['set']}, nDCG@10 is {mine:.3f}; the best peer, {best['engine']}, has"
                f" {theirs:.3f}{certain}.")
        (ahead if mine >= theirs else behind).append(text)
    return ahead, behind


def probes(results):
    ahead, behind = [], []
    for probe, rows in probe_shares(results).items():
        if "lotse" not in rows or len(rows) < 2:
            continue
        name, share = max(((name, share) for name, share in rows.items() if name != "lotse"), key=lambda pair: pair[1])
        text = f"Of the probe “{probe}”, Lotse gets {rows['lotse']:.1%} right; the best peer, {name}, {share:.1%}."
        (ahead if rows["lotse"] >= share else behind).append(text)
    return ahead, behind


def probe_shares(results):
    """What share of a probe's rows each engine has right."""
    sums = {}
    for row in results.get("probes", []):
        right, of = sums.setdefault(row["probe"], {}).get(row["engine"], (0, 0))
        sums[row["probe"]][row["engine"]] = (right + row["right"], of + row["of"])
    return {probe: {name: right / of for name, (right, of) in rows.items() if of} for probe, rows in sums.items()}


def _ratio_text(what, values, peer, worse):
    middle, least, most = figures.spread(values)
    times = middle if worse else 1 / middle
    low, high = (least, most) if worse else (1 / most, 1 / least)
    return f"{what}: {times:.1f} times {'longer' if worse else 'faster'} than {peer} ({low:.1f} to {high:.1f} by rounds)."


def speed(results):
    """Beside the fastest peer of each sort of query, and in indexing."""
    ahead, behind = [], []
    parts = [(kind, figures.of_kind(results, kind), "mean") for kind in figures.kinds(results)]
    indexing = results.get("speed", {}).get("indexing", [])
    if indexing:
        parts.insert(0, ("indexing", indexing, "seconds"))
    for what, entries, key in parts:
        peers = [entry["engine"] for entry in entries if entry["engine"] != "lotse"]
        values = {peer: figures.ratios(entries, "lotse", peer, key) for peer in peers}
        values = {peer: found for peer, found in values.items() if found}
        if not values:
            continue
        peer = max(values, key=lambda name: figures.median(values[name]))
        worse = figures.median(values[peer]) > 1
        name = what[0].upper() + what[1:]
        (behind if worse else ahead).append(_ratio_text(name, values[peer], peer, worse))
    return ahead, behind


def disk(results):
    entries = results.get("speed", {}).get("indexing", [])
    sizes = {entry["engine"]: figures.median([each["disk_bytes"] for each in entry["rounds"]]) for entry in entries}
    if "lotse" not in sizes or len(sizes) < 2:
        return [], []
    name = min((other for other in sizes if other != "lotse"), key=sizes.get)
    text = (f"Its index takes {figures.megabytes(sizes['lotse'])}; the smallest of the peers, {name}, takes"
            f" {figures.megabytes(sizes[name])}.")
    return ([text], []) if sizes["lotse"] <= sizes[name] else ([], [text])


def all_of(results):
    """(ahead, behind)."""
    found = [part(results) for part in (relevance, probes, speed, disk)]
    return [text for part in found for text in part[0]], [text for part in found for text in part[1]]
