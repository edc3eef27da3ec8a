"""What a corpus' own texts teach the generator: words by frequency, sentences to fill in, nouns to compose."""
import collections
import pathlib
import re

WORD = re.compile(r"[^\W\d_]+")
# A token is a word with what may stand within it, or a number.
TOKEN = re.compile(r"[^\W\d_]+(?:[-*:/_’'][^\W\d_]+)*|\d+")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])")
MARKUP = re.compile(r"^\s*(?:[-*•>#|]+|\d+\.)\s*|\*\*|`|\[([^\]]*)\]\([^)]*\)", re.MULTILINE)

# How a noun's ending joins it to the next one. What is not listed joins as it is, which is German's commonest way.
LINKS = [(("ung", "heit", "keit", "schaft", "tion", "tät", "ling", "tum"), "s"), (("e",), "n")]

# Slots of a sentence.
NOUN, PLAIN, NUMBER = "n", "p", "d"


def stop_words(corpus):
    """The corpus' list of function words."""
    path = pathlib.Path(corpus) / "lexicon/stopwords.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def prose(corpus):
    """The paragraphs of the corpus' Markdown and plain texts, without mark-up and front matter."""
    corpus = pathlib.Path(corpus)
    files = sorted(
        path for path in corpus.rglob("*") if path.suffix in (".md", ".txt")
        and path.relative_to(corpus).parts[0] not in ("lexicon", "gold", "crisis"))
    for path in files:
        text = path.read_text(encoding="utf-8")
        if text.startswith("---\n"):
            text = text.split("\n---\n", 1)[-1]
        for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*•#|]|\d+\.))", text):
            heading = paragraph.lstrip().startswith("#")
            plain = " ".join(MARKUP.sub(r"\1", paragraph).split())
            if plain:
                yield heading, plain


def join(first, second):
    """A compound of two nouns, with the linking element that the first one's ending asks for."""
    for endings, link in LINKS:
        if first.endswith(endings):
            return first + link + second.lower()
    return first + second.lower()


class Template:
    """A sentence of the corpus whose content words are slots; its stop words and punctuation stay."""

    def __init__(self, text, stops, nouns):
        pieces, self.slots, end = [], [], 0
        for match in TOKEN.finditer(text):
            word = match.group()
            pieces.append(text[end:match.start()].replace("%", "%%"))
            end = match.end()
            if word.lower() in stops:
                pieces.append(word)
                continue
            pieces.append("%s")
            # The first word's capital says nothing.
            upper = word[0].isupper() and (match.start() > 0 or word in nouns)
            self.slots.append(NUMBER if word[0].isdigit() else NOUN if upper else PLAIN)
        self.format = "".join(pieces) + text[end:].replace("%", "%%")
        self.words = len(TOKEN.findall(text))


class Vocabulary:
    """Read once from a corpus. Everything is in an order that depends on nothing but the texts."""

    def __init__(self, corpus):
        self.stops = stop_words(corpus)
        sentences, headings = [], []
        for heading, text in prose(corpus):
            if heading:
                headings.append(text)
            else:
                sentences += SENTENCE_END.split(text)
        nouns, plain = collections.Counter(), collections.Counter()
        for sentence in sentences:
            for match in WORD.finditer(sentence):
                word = match.group()
                if word.lower() in self.stops or len(word) < 3:
                    continue
                if word.islower():
                    plain[word] += 1
                elif match.start() > 0 and word[1:].islower():
                    nouns[word] += 1
        self.nouns = self._ranked(nouns)
        self.plain = self._ranked(plain)
        known = set(self.nouns)
        self.sentences = self._templates(
            (text for text in sentences if text[-1] in ".!?" and 5 <= len(text.split()) <= 30), known)
        self.headings = self._templates((text for text in headings if 2 <= len(text.split()) <= 8), known)
        # Short nouns make the parts of compounds; long ones are mostly compounds already.
        self.parts = [noun for noun in self.nouns if 3 <= len(noun) <= 9]
        self.kinds = self._kinds(corpus)
        if min(map(len, (self.sentences, self.headings, self.parts, self.plain))) < 20:
            raise ValueError(f"{corpus}: too little prose to make texts from; name a folder with .md or .txt files")

    @staticmethod
    def _ranked(counts):
        return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]

    def _templates(self, texts, nouns):
        made = (Template(text, self.stops, nouns) for text in dict.fromkeys(texts))
        return [template for template in made if template.slots]

    @staticmethod
    def _kinds(corpus):
        """Each folder of the corpus that has documents, without the plural's s, and its number of files."""
        kinds = {}
        for folder in sorted(pathlib.Path(corpus).iterdir()):
            if folder.is_dir() and folder.name not in ("lexicon", "gold", "crisis"):
                kinds[folder.name.removesuffix("s")] = sum(path.is_file() for path in folder.rglob("*"))
        return kinds
