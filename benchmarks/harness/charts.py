"""Charts as SVG, drawn here: two kinds are all that the report needs, and it must not load anything.

Colours come from the page's style, so that they follow its light and dark. No chart says anything by colour alone: bars have
names and figures, lines have their own dashes, marks and names.
"""
import html
import math

WIDTH = 640
LETTER = 7.2
MARKS = ["circle", "square", "triangle", "diamond"]
DASHES = ["", "7 4", "2 4", "10 3 2 3", "14 4"]
COLOURS = 8


def _open(height, title):
    return (f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{html.escape(title)}" '
            f'xmlns="http://www.w3.org/2000/svg"><title>{html.escape(title)}</title>')


def _text(x, y, text, anchor="start", kind="label"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{html.escape(text)}</text>'


def number(value):
    """A figure with three digits that count, as people read it."""
    if value == 0:
        return "0"
    if abs(value) >= 1000:
        return f"{value:,.0f}".replace(",", "\u202f")
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:.{min(digits, 4)}f}"


def bars(title, rows, unit, own="lotse"):
    """Horizontal bars from nought. Rows are (name, value, spread), where spread is (least, most) or None."""
    rows = [row for row in rows if row[1] is not None and math.isfinite(row[1])]
    if not rows:
        return ""
    left = max(len(name) for name, _, _ in rows) * LETTER + 12
    right = WIDTH - 90
    most = max(max(value, spread[1] if spread else 0) for _, value, spread in rows) or 1
    height = 24 * len(rows) + 24
    parts = [_open(height, title)]
    for place, (name, value, spread) in enumerate(rows):
        y = 24 * place + 4
        length = max(1.0, (right - left) * value / most)
        parts.append(_text(left - 8, y + 13, name, "end"))
        parts.append(f'<rect x="{left:.1f}" y="{y}" width="{length:.1f}" height="17" rx="2" '
                     f'class="bar{" own" if name == own else ""}"/>')
        end = left + length
        if spread and spread[1] > spread[0]:
            low, high = (left + (right - left) * edge / most for edge in spread)
            parts.append(f'<path d="M{low:.1f} {y + 8.5}H{high:.1f}M{low:.1f} {y + 4}v9M{high:.1f} {y + 4}v9" '
                         'class="spread"/>')
            end = max(end, high)
        parts.append(_text(end + 6, y + 13, number(value), kind="figure"))
    parts.append(_text(left, height - 6, unit, kind="unit"))
    return "".join(parts) + "</svg>"


def _mark(kind, x, y):
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
    shapes = {"square": "M-4-4h8v8h-8z", "triangle": "M0-5l5 9h-10z", "diamond": "M0-5l5 5-5 5-5-5z"}
    return f'<path transform="translate({x:.1f} {y:.1f})" d="{shapes[kind]}"/>'


def _ticks(low, high):
    """Powers of ten around the values, and 2 and 5 between them where they are few."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    steps = (1, 2, 5) if last - first < 3 else (1,)
    ticks = [step * 10.0 ** power for power in range(first, last + 1) for step in steps]
    inner = [tick for tick in ticks if low < tick < high]
    below, above = [tick for tick in ticks if tick <= low], [tick for tick in ticks if tick >= high]
    found = sorted({*below[-1:], *inner, *above[:1]})
    return found if len(found) > 1 else [found[0], found[0] * 10]


def _apart(wanted, gap, low, high):
    """Heights near those that are wanted, in their order, none nearer to another than the gap."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    placed = [0.0] * len(wanted)
    last = low - gap
    for at in order:
        last = placed[at] = max(wanted[at], last + gap)
    last = max(high, low + gap * (len(wanted) - 1)) + gap
    for at in reversed(order):
        last = placed[at] = min(placed[at], last - gap)
    return placed


def lines(title, series, x_label, y_label):
    """Lines over two logarithmic axes, on which what grows in proportion is straight. Series are (name, [(x, y)])."""
    series = [(name, [(x, y) for x, y in points if x > 0 and y and y > 0]) for name, points in series]
    series = [(name, points) for name, points in series if points]
    if not series:
        return ""
    xs = [x for _, points in series for x, _ in points]
    ys = [y for _, points in series for _, y in points]
    left, top, bottom = 66, 30, 290
    right = WIDTH - max(len(name) for name, _ in series) * LETTER - 26
    x_ticks, y_ticks = _ticks(min(xs), max(xs)), _ticks(min(ys), max(ys))

    def place(value, ticks, start, end):
        span = math.log10(ticks[-1]) - math.log10(ticks[0])
        return start + (end - start) * (math.log10(value) - math.log10(ticks[0])) / span

    parts = [_open(340, title)]
    for tick in x_ticks:
        x = place(tick, x_ticks, left, right)
        parts.append(f'<path d="M{x:.1f} {top}V{bottom}" class="grid"/>' + _text(x, bottom + 18, number(tick), "middle"))
    for tick in y_ticks:
        y = place(tick, y_ticks, bottom, top)
        parts.append(f'<path d="M{left} {y:.1f}H{right:.1f}" class="grid"/>' + _text(left - 8, y + 4, number(tick), "end"))
    ends = []
    for at, (name, points) in enumerate(series):
        spots = [(place(x, x_ticks, left, right), place(y, y_ticks, bottom, top)) for x, y in sorted(points)]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
        dash = DASHES[at % len(DASHES)]
        parts.append(f'<g class="line line{at % COLOURS}"><path d="{path}" fill="none"'
                     + (f' stroke-dasharray="{dash}"' if dash else "") + "/>"
                     + "".join(_mark(MARKS[at % len(MARKS)], x, y) for x, y in spots) + "</g>")
        ends.append(spots[-1])
    # Names stand beyond the lines' ends in the lines' order, and a thin line leads to those that had to give way.
    for at, height in enumerate(_apart([y for _, y in ends], 15, top, bottom)):
        x, y = ends[at]
        parts.append(f'<path d="M{x + 5:.1f} {y:.1f}L{right + 14:.1f} {height:.1f}" class="lead"/>'
                     + _text(right + 18, height + 4, series[at][0]))
    parts.append(_text((left + right) / 2, 332, x_label, "middle", "unit"))
    parts.append(_text(4, 14, y_label, kind="unit"))
    return "".join(parts) + "</svg>"
