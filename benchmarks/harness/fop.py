"""TeX's hyphenation patterns, as groff brings them along, in FOP's XML, which is what Lucene reads.

Both hold the same patterns; only what stands around them differs.
"""
import pathlib
import random
from xml.sax.saxutils import escape

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüàâçèéêëñ"


def convert(source, target):
    """Writes the XML, unless there is one that is newer than its source; gives its path."""
    source, target = pathlib.Path(source), pathlib.Path(target)
    if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
        return target
    lines = [line.partition("%")[0].strip() for line in source.read_text(encoding="latin-1").splitlines()]
    patterns = lines[lines.index("\\patterns{") + 1:]
    patterns = [pattern for line in patterns[:patterns.index("}")] for pattern in line.split()]
    # Lucene's tree is as deep as neighbours in the alphabet follow each other, and deep trees exhaust its stack.
    random.Random(1).shuffle(patterns)
    classes = [letter + letter.upper() for letter in LETTERS] + ["ß"]
    target.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<hyphenation-info>\n<hyphen-char value="-"/>\n'
        '<hyphen-min before="2" after="2"/>\n'
        f"<classes>\n{chr(10).join(classes)}\n</classes>\n"
        f"<patterns>\n{escape(chr(10).join(patterns))}\n</patterns>\n</hyphenation-info>\n", encoding="utf-8")
    return target
