"""What the probes ask: rows of a sentence, the queries that have to find it, and those that must not.

The lists of benchmarks/probes-data are ours and small; where a rule makes the forms, only the words are listed. Lists of
other people (`outside`) are read where they are and never copied.
"""
import dataclasses
import pathlib
import re

DATA = pathlib.Path(__file__).resolve().parent.parent / "probes-data"


@dataclasses.dataclass(frozen=True)
class Row:
    group: str
    text: str
    # Each entry must be met; of the alternatives in an entry one is enough.
    found_by: tuple = ()
    not_found_by: tuple = ()


@dataclasses.dataclass(frozen=True)
class Probe:
    name: str
    # What a row asks, in one sentence.
    question: str
    rows: tuple
    # With `phrase` the whole word is meant: a part of it is not enough.
    match: str = "any"


class ProbeError(Exception):
    """A list that cannot be used."""


def _table(path, columns):
    """The rows of a file with tabs and a line of column names."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        fields = line.split("\t")
        # An empty last column may be missing.
        fields += [""] * (len(columns) - len(fields))
        if len(fields) != len(columns) or (number == 1 and fields != columns):
            raise ProbeError(f"{path}:{number}: {len(columns)} columns are expected: {', '.join(columns)}")
        if number > 1:
            yield fields


# Gender forms. The stem is the feminine word without "in", because it has the umlaut: Ärzt*innen.
STYLES = {
    "star": "{stem}*innen",
    "colon": "{stem}:innen",
    "underscore": "{stem}_innen",
    "middle dot": "{stem}·innen",
    "internal I": "{stem}Innen",
    "slash": "{stem}/innen",
    "slash and hyphen": "{stem}/-innen",
    "brackets": "{stem}(innen)",
    "one person, star": "{stem}*in",
    "one person, colon": "{stem}:in",
    "feminine plural": "{stem}innen",
}
GENDER = "Is a form such as Klient*innen found by Klient, and by Klientin, and not by the fragment innen?"


def gender(path=DATA / "gender.tsv"):
    forms = [
        (style, form.format(stem=female.removesuffix("in")), male, female)
        for male, female in _table(path, ["male", "female"]) for style, form in STYLES.items()
    ]
    return Probe("gender", GENDER, tuple(_gender_rows(forms)))


def _gender_rows(forms):
    for style, form, male, female in forms:
        text = f"Heute kommen {form} zusammen."
        yield Row(style, text, ((male,),))
        yield Row(style, text, ((female,),))
        yield Row("no fragment", text, (), ("innen",))


COMPOUNDS = "Is a compound found by its parts, a text with the parts by the compound, and a word not by letters within it?"


def compounds(path=DATA / "compounds.tsv", lookalikes=DATA / "lookalikes.tsv"):
    rows = []
    for compound, modifier, head in _table(path, ["compound", "modifier", "head"]):
        text = f"Das Wort {compound} steht hier."
        rows.append(Row("found by its last part", text, ((head,),)))
        rows.append(Row("found by its first part", text, ((modifier,),)))
        rows.append(Row("its parts found by it", f"Eine Zeile über {head}, auch zu {modifier}.", ((compound,),)))
    for word, inside in _table(lookalikes, ["word", "no part"]):
        rows.append(Row("not found by what is no part", f"Das Wort {word} steht hier.", ((word,),), (inside,)))
    return Probe("compounds", COMPOUNDS, tuple(rows))


def _listed(path, columns):
    """Rows that are written out; `|` separates queries, each of which is a row, and \\u00ad stands for a character that
    cannot be seen."""
    for fields in _table(path, columns):
        group, text, *queries = (
            re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), field) for field in fields)
        found, missed = ([query for query in field.split("|") if query] for field in queries)
        for query in found:
            yield Row(group, text, ((query,),))
        for query in missed:
            yield Row(group, text, (), (query,))


def folding(path=DATA / "folding.tsv"):
    return Probe(
        "folding", "Is a word found in another spelling of the same word, and not by another word?",
        tuple(_listed(path, ["group", "text", "found_by", "not_found_by"])))


def hyphens(path=DATA / "hyphens.tsv"):
    return Probe(
        "suspended hyphens",
        "Are both words of haupt- und ehrenamtlich found in quotation marks, and words that share a part with them not?",
        tuple(_listed(path, ["group", "text", "found_by", "not_found_by"])), "phrase")


# A key's neighbour on a German keyboard, to the right or, at a row's end, to the left.
KEYS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")
NEIGHBOUR = {
    letter: row[at + 1] if at + 1 < len(row) else row[at - 1] for row in KEYS for at, letter in enumerate(row)
}


def mistakes(word):
    """The usual slips of the fingers, each in the middle of the word."""
    at = len(word) // 2
    before, letter, after = word[:at], word[at], word[at + 1:]
    return {
        "a letter left out": before + after,
        "a letter twice": before + letter * 2 + after,
        "two letters swapped": before + after[0] + letter + after[1:],
        "a neighbouring key": before + NEIGHBOUR.get(letter, "e") + after,
    }


TYPOS = "Is a word found by a misspelling of it, and not by another right word?"


def typos(path=DATA / "typos.tsv"):
    rows = []
    for word, other in _table(path, ["word", "another word"]):
        text = f"Hier geht es um {word} und mehr."
        for mistake, typo in mistakes(word).items():
            # A swap of two equal letters is no mistake.
            if typo != word:
                rows.append(Row(mistake, text, ((typo,),)))
        if other:
            rows.append(Row("another word", text, ((word,),), (other,)))
    return Probe("typos", TYPOS, tuple(rows))


def crisis(path=DATA / "crisis.tsv"):
    """(group, query) pairs: whether help is shown above the hits."""
    return [tuple(fields) for fields in _table(path, ["group", "query"])]


def own():
    return [gender(), compounds(), folding(), hyphens(), typos()]


def outside(folder):
    """Lists of other people: gender*.tsv (form, style, male, female, with column names), compounds*.tsv (compound, first
    part with alternatives between |, last part) and typos*.tsv (misspelt, right)."""
    probes = []
    for path in sorted(pathlib.Path(folder).glob("*.tsv")):
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        name = f"list {path.stem}"
        if path.stem.startswith("gender"):
            forms = [(style, form, male, female) for form, style, male, female in lines[1:]]
            probes.append(Probe(name, GENDER, tuple(_gender_rows(forms))))
        elif path.stem.startswith("compounds"):
            rows = []
            for compound, modifier, head in lines:
                text = f"Das Wort {compound} steht hier."
                rows.append(Row("found by its last part", text, ((head,),)))
                rows.append(Row("found by its first part", text, (tuple(modifier.split("|")),)))
            probes.append(Probe(name, "Is a compound found by its last part, and by its first?", tuple(rows)))
        elif path.stem.startswith("typos"):
            rows = [Row("as listed", f"Hier geht es um {right} und mehr.", ((typo,),)) for typo, right in lines]
            probes.append(Probe(name, "Is a word found by a misspelling of it?", tuple(rows)))
    if not probes:
        raise ProbeError(f"{folder}: there is no gender*.tsv, compounds*.tsv or typos*.tsv")
    return probes
