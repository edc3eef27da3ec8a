import collections
import hashlib
import json
import math
import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from harness import generator, vocabulary, workload  # noqa: E402

CORPUS = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus"
WORD = re.compile(r"[^\W\d_]+")


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)

    def generate(self, sections, seed=1, processes=1):
        path = self.work / f"{sections}-{seed}-{processes}.jsonl"
        size = generator.write(CORPUS, sections, path, seed, processes)
        self.assertEqual(size, path.stat().st_size)
        return path


class TestGenerator(Folder):
    def test_the_same_seed_makes_the_same_bytes_on_any_number_of_processes(self):
        # More than two chunks, the last of them short.
        digests = [hashlib.sha256(self.generate(2 * generator.CHUNK + 10, 5, count).read_bytes()).hexdigest()
                   for count in (1, 3)]
        self.assertEqual(digests[0], digests[1])

    def test_another_seed_makes_another_text(self):
        self.assertNotEqual(self.generate(20, 1).read_bytes(), self.generate(20, 2).read_bytes())

    def test_a_longer_text_begins_with_a_shorter_one(self):
        self.assertTrue(self.generate(60).read_bytes().startswith(self.generate(25).read_bytes()))

    def test_sections_have_the_form_that_adapters_read(self):
        documents = [json.loads(line) for line in self.generate(200).read_text(encoding="utf-8").splitlines()]
        self.assertEqual(len({document["id"] for document in documents}), 200)
        self.assertEqual({document["kind"] for document in documents}, {"document", "forum", "institution"})
        lengths = [len(document["text"].split()) for document in documents]
        self.assertTrue(80 <= sum(lengths) / 200 <= 200, lengths)
        for document in documents:
            self.assertTrue(document["title"])
            self.assertNotIn("%", document["title"] + document["text"].replace("%", "", 1))
            self.assertTrue(document["text"][0].isupper() or not document["text"][0].isalpha())

    def test_frequencies_follow_zipf_and_the_vocabulary_grows_by_heaps(self):
        counts, total, grown = collections.Counter(), 0, []
        with open(self.generate(4000), encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                words = WORD.findall(json.loads(line)["text"])
                counts.update(words)
                total += len(words)
                if number in (1000, 4000):
                    grown.append((total, len(counts)))
        ranked = sorted(counts.values(), reverse=True)
        slope = math.log(ranked[9] / ranked[2999]) / math.log(3000 / 10)
        self.assertTrue(.8 <= slope <= 1.3, slope)
        (tokens, types), (more_tokens, more_types) = grown
        exponent = math.log(more_types / types) / math.log(more_tokens / tokens)
        # Between .4 and .8 in all natural texts that were measured; German's is high.
        self.assertTrue(.45 <= exponent <= .8, exponent)
        # As in any text, a large part of the words occurs once.
        self.assertTrue(.3 <= sum(count == 1 for count in ranked) / len(ranked) <= .75)

    def test_stop_words_are_as_frequent_as_in_the_corpus(self):
        stops = vocabulary.stop_words(CORPUS)

        def share(text):
            words = WORD.findall(text)
            return sum(word.lower() in stops for word in words) / len(words)

        own = " ".join(text for heading, text in vocabulary.prose(CORPUS) if not heading)
        made = " ".join(json.loads(line)["text"] for line in self.generate(300).read_text(encoding="utf-8").splitlines())
        self.assertAlmostEqual(share(own), share(made), delta=.1)

    def test_a_folder_without_prose_is_named(self):
        (self.work / "lexicon").mkdir()
        (self.work / "lexicon/stopwords.txt").write_text("und\n", encoding="utf-8")
        with self.assertRaisesRegex(ValueError, str(self.work)):
            generator.Generator(self.work, 1)


class TestWords(unittest.TestCase):
    def test_compounds_have_the_linking_element_of_their_first_part(self):
        self.assertEqual(vocabulary.join("Beratung", "Stelle"), "Beratungsstelle")
        self.assertEqual(vocabulary.join("Familie", "Hilfe"), "Familienhilfe")
        self.assertEqual(vocabulary.join("Kind", "Garten"), "Kindgarten")
        self.assertEqual(vocabulary.join("Gesundheit", "Amt"), "Gesundheitsamt")

    def test_rare_words_are_made_of_the_corpus_nouns(self):
        known = vocabulary.Vocabulary(CORPUS)
        composer = generator.Composer(known)
        parts = {part.lower() for part in known.parts}
        for rank in range(10_000, 10_050):
            word = composer.word(vocabulary.NOUN, rank)
            self.assertEqual(word, generator.Composer(known).word(vocabulary.NOUN, rank))
            self.assertTrue(any(word.lower().startswith(part) for part in parts), word)
            self.assertTrue(any(word.endswith(part) for part in parts), word)

    def test_a_template_keeps_stop_words_and_punctuation(self):
        stops = {"die", "sich", "am", "zu"}
        template = vocabulary.Template("Die Gruppe trifft sich am 3. Mai, zu 100 %.", stops, {"Gruppe"})
        self.assertEqual(template.format, "Die %s %s sich am %s. %s, zu %s %%.")
        self.assertEqual("".join(template.slots), "npdnd")


class TestWorkload(Folder):
    def setUp(self):
        super().setUp()
        self.docs = self.generate(300)
        self.stops = vocabulary.stop_words(CORPUS)
        self.texts = [json.loads(line) for line in self.docs.read_text(encoding="utf-8").splitlines()]

    def write(self, count=100, seed=1, queries=None):
        return workload.write(self.docs, self.work / "queries", count, self.stops, seed, queries)

    def lines(self, path):
        return path.read_text(encoding="utf-8").splitlines()

    def test_the_same_seed_draws_the_same_queries(self):
        first = {sort: path.read_bytes() for sort, path in self.write().items() if sort != "kind"}
        again = {sort: path.read_bytes() for sort, path in self.write().items() if sort != "kind"}
        other = {sort: path.read_bytes() for sort, path in self.write(seed=2).items() if sort != "kind"}
        self.assertEqual(first, again)
        self.assertNotEqual(first, other)

    def test_each_sort_is_as_described(self):
        made = self.write()
        every = [re.sub(r"\s+", " ", document["text"]) for document in self.texts]
        for sort in workload.FILES:
            self.assertEqual(len(self.lines(made[sort])), 100)
        lengths = collections.Counter(len(query.split()) for query in self.lines(made["any"]))
        # With a word between them six.
        self.assertLessEqual(max(lengths), 6)
        self.assertTrue({1, 2, 3} <= set(lengths))
        for phrase in self.lines(made["phrases"]):
            self.assertGreaterEqual(len(phrase.split()), 2)
            self.assertTrue(any(phrase in text for text in every), phrase)
        words = {word.lower() for text in every for word in WORD.findall(text)}
        for prefix in self.lines(made["prefixes"]):
            self.assertTrue(any(word.startswith(prefix) and word != prefix for word in words), prefix)
        for question in self.lines(made["long"]):
            self.assertTrue(32 <= len(question.split()) <= 64)
            self.assertLessEqual(len(question.encode()), workload.LONG_BYTES)

    def test_a_query_of_all_its_words_is_mostly_found(self):
        texts = [(document["title"] + " " + document["text"]).lower() for document in self.texts]
        queries = self.lines(self.write(count=200)["any"])
        found = 0
        for query in queries:
            content = [word for word in query.lower().split() if word not in self.stops]
            found += any(all(word in text for word in content) for text in texts)
        self.assertGreater(found / len(queries), .9)

    def test_own_queries_replace_drawn_ones_and_lose_their_ids(self):
        path = self.work / "own.tsv"
        path.write_text("q1\tHilfe in der Not\nSuchtberatung\n", encoding="utf-8")
        self.assertEqual(sorted(self.lines(self.write(queries=path)["any"])), ["Hilfe in der Not", "Suchtberatung"])
        path.write_text("\n", encoding="utf-8")
        with self.assertRaisesRegex(ValueError, "own.tsv"):
            self.write(queries=path)

    def test_the_kind_to_filter_by_leaves_something_out(self):
        counts = collections.Counter(document["kind"] for document in self.texts)
        self.assertEqual(workload.kind_to_filter(self.texts), counts.most_common(2)[1][0])
        self.assertEqual(workload.kind_to_filter([{"kind": "forum"}]), "forum")
        self.assertIsNone(workload.kind_to_filter([{}]))

    def test_a_small_corpus_is_drawn_from_several_times(self):
        few = self.docs.read_text(encoding="utf-8").splitlines(keepends=True)[:3]
        self.docs.write_text("".join(few), encoding="utf-8")
        self.assertEqual(len(self.lines(self.write(count=50)["any"])), 50)

    def test_no_documents_is_an_error(self):
        self.docs.write_text("", encoding="utf-8")
        with self.assertRaisesRegex(ValueError, "no documents"):
            self.write()


if __name__ == "__main__":
    unittest.main()
