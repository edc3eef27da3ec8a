"""The scorer against values that ir_measures printed, and what must not slip through."""
import csv
import importlib.util
import math
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import scorer, trec  # noqa: E402

FIXTURES = pathlib.Path(__file__).parent / "fixtures"
# ir_measures' names of our measures.
NAMES = {"nDCG@10": "nDCG@10", "RR@10": "MRR@10", "AP": "AP", "R@10": "R@10", "R@100": "R@100", "Success@1": "S@1"}


def expected():
    """ir_measures' own output for the fixture: `ir_measures qrels.txt made.run -q nDCG@10 RR@10 AP R@10 R@100 Success@1`."""
    with open(FIXTURES / "ir_measures.tsv", encoding="utf-8") as file:
        return {(query, NAMES[measure]): float(value) for query, measure, value in csv.reader(file, delimiter="\t")}


def disagreements(score_query):
    """Where a scorer of one query differs from ir_measures by more than the last of four digits."""
    qrels, run = trec.read_qrels(FIXTURES / "qrels.txt"), trec.read_run(FIXTURES / "made.run")
    found = {query: score_query(run.get(query, []), grades) for query, grades in qrels.items()}
    found["all"] = scorer.mean(found)
    return [(query, name) for (query, name), value in expected().items() if abs(found[query][name] - value) > 0.5001e-4]


class Agreement(unittest.TestCase):
    def test_all_measures_agree_with_ir_measures_to_four_digits(self):
        self.assertEqual(len(expected()), 9 * len(NAMES))
        self.assertEqual(disagreements(scorer.score_query), [])

    def test_a_wrong_scorer_is_noticed(self):
        def shifted(ranking, grades):
            return scorer.score_query(["nothing", *ranking], grades)

        def without_grades(ranking, grades):
            return scorer.score_query(ranking, {document: min(1, grade) for document, grade in grades.items()})

        def exponential(ranking, grades):
            return scorer.score_query(ranking, {document: 2 ** grade - 1 for document, grade in grades.items()})

        def ideal_of_what_was_found(ranking, grades):
            return scorer.score_query(ranking, {doc: grade for doc, grade in grades.items() if doc in ranking})

        def cut_at_ten(ranking, grades):
            return scorer.score_query(ranking[:10], grades)

        def judged_zero_is_relevant(ranking, grades):
            return scorer.score_query(ranking, {document: max(1, grade) for document, grade in grades.items()})

        for wrong in (shifted, without_grades, exponential, ideal_of_what_was_found, cut_at_ten, judged_zero_is_relevant):
            with self.subTest(wrong.__name__):
                self.assertNotEqual(disagreements(wrong), [])

    @unittest.skipUnless(importlib.util.find_spec("ir_measures"), "ir_measures is not installed: run benchmarks/setup")
    def test_live_agreement_on_a_run_that_we_wrote(self):
        import random
        import tempfile

        import ir_measures

        chance = random.Random(3)
        documents = [f"d{number}" for number in range(300)]
        qrels = {
            f"q{number}": {document: chance.randrange(4) for document in chance.sample(documents, 20)} for number in range(60)}
        # Many equal scores, which tools order each in their own way.
        rankings = {
            query: [(document, float(chance.randrange(30))) for document in chance.sample(documents, 120)]
            for query in list(qrels)[:-3]}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "some.run")
            trec.write_run(path, rankings, "some")
            ours = scorer.score(trec.read_run(path, "some"), qrels)
            theirs = list(ir_measures.iter_calc(
                [ir_measures.parse_measure(name) for name in NAMES], qrels, ir_measures.read_trec_run(str(path))))
        self.assertGreater(len(theirs), 300)
        for metric in theirs:
            name = NAMES[str(metric.measure)]
            self.assertAlmostEqual(ours[metric.query_id][name], metric.value, places=4, msg=f"{metric.query_id} {name}")


class Belonging(unittest.TestCase):
    def test_a_run_of_another_set_is_refused(self):
        with self.assertRaisesRegex(scorer.ScoreError, "another set"):
            scorer.score({"q1": ["a"], "z1": ["a"]}, {"q1": {"a": 1}})

    def test_a_query_that_the_run_lacks_counts_as_nothing(self):
        scores = scorer.score({"q1": ["a"]}, {"q1": {"a": 1}, "q2": {"b": 1}})
        self.assertEqual(scorer.mean(scores)["nDCG@10"], 0.5)

    def test_runs_scored_on_different_queries_are_not_compared(self):
        one, two = ({query: scorer.score_query(["a"], {"a": 1})} for query in ("q1", "q2"))
        with self.assertRaises(scorer.ScoreError):
            scorer.compare(one, two)


class Significance(unittest.TestCase):
    def test_few_equal_differences_have_the_exact_p(self):
        # Two of the 32 ways to swap five queries are as far from nothing.
        self.assertAlmostEqual(scorer.randomisation([0.2] * 5 + [0.0] * 20, trials=20000), 2 / 32, delta=0.006)

    def test_noise_is_not_significant_and_a_shift_is(self):
        import random

        chance = random.Random(5)
        noise = [chance.gauss(0, 0.2) for _ in range(200)]
        noise = [difference - math.fsum(noise) / len(noise) for difference in noise]
        low, high = scorer.bootstrap(noise)
        self.assertLess(low, 0)
        self.assertGreater(high, 0)
        self.assertGreater(scorer.randomisation(noise), 0.9)
        shifted = [difference + 0.08 for difference in noise]
        low, high = scorer.bootstrap(shifted)
        self.assertGreater(low, 0)
        # The interval's width is that of the normal distribution: 2 * 1.96 standard errors.
        self.assertAlmostEqual(high - low, 3.92 * 0.2 / math.sqrt(200), delta=0.012)
        self.assertLess(scorer.randomisation(shifted), 0.001)

    def test_comparison_counts_won_and_lost_from_the_other_s_side(self):
        qrels = {f"q{number}": {"a": 1} for number in range(3)}
        mine = scorer.score({"q0": ["a"], "q1": ["b", "a"], "q2": ["a"]}, qrels)
        other = scorer.score({"q0": ["b", "a"], "q1": ["a"], "q2": []}, qrels)
        compared = scorer.compare(mine, other)
        self.assertEqual((compared["won"], compared["lost"]), (1, 2))
        self.assertLess(compared["difference"], 0)


if __name__ == "__main__":
    unittest.main()
