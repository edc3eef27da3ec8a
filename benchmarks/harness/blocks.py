"""A report as a list of blocks, and its two forms: Markdown, and one page of HTML that needs nothing beside it."""
import dataclasses
import html
import re


@dataclasses.dataclass
class Heading:
    text: str
    level: int = 2


@dataclasses.dataclass
class Text:
    """A paragraph. `code` between backticks and **strong** are kept in both forms."""

    text: str


@dataclasses.dataclass
class Bullets:
    items: list


@dataclasses.dataclass
class Code:
    text: str


@dataclasses.dataclass
class Table:
    """The first column is a name, the others are figures, or prose where `prose` is set. `marked` are (row, column) to stand
    out."""

    head: list
    rows: list
    caption: str = ""
    marked: set = dataclasses.field(default_factory=set)
    prose: bool = False


@dataclasses.dataclass
class Chart:
    """A drawing, with what it shows in words; the figures stand in a table beside it."""

    svg: str
    caption: str


@dataclasses.dataclass
class Details:
    """What only some want to read, folded up on the page."""

    summary: str
    blocks: list


def markdown(blocks):
    return "\n\n".join(filter(None, map(_markdown, blocks))) + "\n"


def _markdown(block):
    match block:
        case Heading(text, level):
            return "#" * level + " " + text
        case Text(text):
            return text
        case Bullets(items):
            return "\n".join("- " + item for item in items)
        case Code(text):
            return "```sh\n" + text + "\n```"
        case Chart():
            # Its figures stand in a table.
            return ""
        case Details(summary, inner):
            return "**" + summary + "**\n\n" + markdown(inner).rstrip()
        case Table():
            return _markdown_table(block)
    raise TypeError(f"{type(block).__name__} is no block of a report")


def _markdown_table(table):
    def cell(row, column, text):
        text = text.replace("|", "\\|").replace("\n", " ")
        return f"**{text}**" if (row, column) in table.marked else text

    lines = ["| " + " | ".join(text.replace("|", "\\|") for text in table.head) + " |"]
    lines.append("|" + "|".join(["---"] + ["---" if table.prose else "---:"] * (len(table.head) - 1)) + "|")
    for number, row in enumerate(table.rows):
        lines.append("| " + " | ".join(cell(number, column, text) for column, text in enumerate(row)) + " |")
    return ("*" + table.caption + "*\n\n" if table.caption else "") + "\n".join(lines)


def page(title, blocks, style):
    """The whole page: no script, nothing from elsewhere."""
    body = "\n".join(map(_html, blocks))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n")


def _inline(text):
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    return re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", text)


def _html(block):
    match block:
        case Heading(text, level):
            return f"<h{level}>{_inline(text)}</h{level}>"
        case Text(text):
            return f"<p>{_inline(text)}</p>"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{_inline(item)}</li>" for item in items) + "</ul>"
        case Code(text):
            return f"<pre><code>{html.escape(text)}</code></pre>"
        case Chart(svg, caption):
            return f"<figure>{svg}<figcaption>{_inline(caption)}</figcaption></figure>"
        case Details(summary, inner):
            return f"<details><summary>{_inline(summary)}</summary>\n" + "\n".join(map(_html, inner)) + "\n</details>"
        case Table():
            return _html_table(block)
    raise TypeError(f"{type(block).__name__} is no block of a report")


def _html_table(table):
    caption = f"<caption>{_inline(table.caption)}</caption>" if table.caption else ""
    head = "".join(f'<th scope="col">{_inline(text)}</th>' for text in table.head)
    rows = []
    for number, row in enumerate(table.rows):
        cells = [f'<th scope="row">{_inline(row[0])}</th>']
        for column, text in enumerate(row[1:], 1):
            marked = ' class="best"' if (number, column) in table.marked else ""
            cells.append(f"<td{marked}>{_inline(text)}</td>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    # A wide table scrolls by itself on a phone; with a keyboard as well.
    kind = "table prose" if table.prose else "table"
    return (f'<div class="{kind}" tabindex="0" role="region" aria-label="{html.escape(table.caption or "Table")}">'
            f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>")
