"""The probes: what the rules make, and that a row asks what it says."""
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import probe_lists, probes  # noqa: E402


class WordMatcher:
    """An engine that finds a sentence by its very words."""

    name = "words"

    def index(self, docs, index, threads):
        self.texts = [json.loads(line) for line in pathlib.Path(docs).read_text(encoding="utf-8").splitlines()]

    def open(self, index):
        pass

    def search(self, query, match, k):
        return {"hits": [(text["id"], 1.0) for text in self.texts if query in text["text"].rstrip(".").split()]}


class FindsAll(WordMatcher):
    def search(self, query, match, k):
        return {"hits": [(text["id"], 1.0) for text in self.texts]}


def asked(engine, probe):
    with tempfile.TemporaryDirectory() as work:
        return probes.ask(engine, probe, work)


class Lists(unittest.TestCase):
    def test_a_feminine_word_s_umlaut_is_in_the_form(self):
        texts = {row.text for row in probe_lists.gender().rows}
        self.assertIn("Heute kommen Ärzt*innen zusammen.", texts)
        self.assertIn("Heute kommen Klient/-innen zusammen.", texts)

    def test_no_mistake_is_the_word_itself_and_each_is_close(self):
        for row in probe_lists.typos().rows:
            if row.group != "another word":
                ((typo,),) = row.found_by
                self.assertNotIn(typo, row.text.split())
                # "Hier geht es um … und mehr."
                word = row.text.split()[4]
                self.assertEqual((word[0], word[-1]), (typo[0], typo[-1]))
                self.assertLessEqual(abs(len(word) - len(typo)), 1)

    def test_every_own_list_has_forty_rows_and_no_row_twice(self):
        for probe in probe_lists.own():
            with self.subTest(probe.name):
                self.assertGreaterEqual(len(probe.rows), 40)
                found = [row for row in probe.rows if row.found_by]
                self.assertEqual(len(set(found)), len(found))
        self.assertEqual(len(set(probe_lists.crisis())), len(probe_lists.crisis()))

    def test_signs_that_cannot_be_seen_are_written_as_numbers(self):
        texts = [row.text for row in probe_lists.folding().rows if row.group == "soft hyphen"]
        self.assertTrue(any("\u00ad" in text for text in texts))
        self.assertFalse(any("\\u" in row.text for row in probe_lists.folding().rows))

    def test_a_list_with_other_columns_is_refused_with_its_line(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "gender.tsv")
            path.write_text("male\tfemale\nKlient\tKlientin\tx\n", encoding="utf-8")
            with self.assertRaisesRegex(probe_lists.ProbeError, r"gender.tsv:2: 2 columns"):
                probe_lists.gender(path)
            with self.assertRaisesRegex(probe_lists.ProbeError, "there is no"):
                probe_lists.outside(pathlib.Path(folder, "nothing"))

    def test_lists_of_others_are_read_where_they_are(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {
                "gender_x.tsv": "form\tstyle\tmale\tfemale\nWirt*innen\tstar\tWirt\tWirtin\n",
                "compounds_x.tsv": "Gasthof\tGast|Gäste\tHof\n",
                "typos_x.tsv": "Gastohf\tGasthof\n",
            }.items():
                pathlib.Path(folder, name).write_text(text, encoding="utf-8")
            rows = {probe.name: probe.rows for probe in probe_lists.outside(folder)}
        self.assertEqual(rows["list gender_x"][1].found_by, (("Wirtin",),))
        self.assertEqual(rows["list compounds_x"][1].found_by, (("Gast", "Gäste"),))
        self.assertEqual(rows["list typos_x"][0].found_by, (("Gastohf",),))


class Asking(unittest.TestCase):
    PROBE = probe_lists.Probe("p", "?", (
        probe_lists.Row("same", "Das Haus steht.", (("Haus",),)),
        probe_lists.Row("same", "Der Hof steht.", (("Haus",),)),
        probe_lists.Row("either", "Der Hof steht.", (("Haus", "Hof"),)),
        probe_lists.Row("both", "Der Hof steht.", (("Haus",), ("Hof",))),
        probe_lists.Row("never", "Der Hof steht.", (), ("Haus",)),
        probe_lists.Row("never", "Das Haus steht.", (), ("Haus",)),
    ))

    def test_rows_are_right_where_the_sentence_itself_is_found(self):
        self.assertEqual(
            asked(WordMatcher(), self.PROBE), {"same": (1, 2), "either": (1, 1), "both": (0, 1), "never": (1, 2)})

    def test_an_engine_that_finds_everything_fails_what_must_not_be_found(self):
        self.assertEqual(asked(FindsAll(), self.PROBE)["never"], (0, 2))
        for probe in (probe_lists.gender(), probe_lists.compounds(), probe_lists.typos()):
            right = sum(right for right, _ in asked(FindsAll(), probe).values())
            self.assertLess(right, len(probe.rows), probe.name)

    def test_plain_words_miss_what_needs_german(self):
        groups = asked(WordMatcher(), probe_lists.compounds())
        self.assertEqual(groups["found by its last part"][0], 0)
        self.assertEqual(groups["not found by what is no part"], (33, 33))


if __name__ == "__main__":
    unittest.main()
