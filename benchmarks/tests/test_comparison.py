"""A change is called better or worse only outside of the noise."""
import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from harness import comparison, figures, readme  # noqa: E402
import sample_results  # noqa: E402


def words(before, after):
    return {verdict.what: verdict.word for verdict in comparison.verdicts(before, after)}


class Comparison(unittest.TestCase):
    def setUp(self):
        self.before = comparison.reduced(sample_results.results(seed=1))

    def test_the_same_figures_with_other_noise_are_the_same(self):
        for seed in range(2, 8):
            self.assertEqual(set(words(self.before, sample_results.results(seed=seed)).values()), {"same"})

    def test_slower_and_faster_are_told_apart(self):
        found = words(self.before, sample_results.results(seed=3, slower=1.3))
        self.assertEqual(found["query, any words"], "worse")
        self.assertEqual(found["indexing"], "worse")
        self.assertEqual(words(self.before, sample_results.results(seed=3, slower=.7))["query, all words"], "better")

    def test_a_machine_that_is_slower_for_all_changes_nothing(self):
        results = sample_results.results(seed=4)
        for entry in results["speed"]["queries"]:
            for each in entry["rounds"]:
                each.update({key: value * 3 for key, value in each.items()})
        self.assertEqual(words(self.before, results)["query, any words"], "same")

    def test_relevance_is_compared_question_by_question(self):
        self.assertEqual(words(self.before, sample_results.results(worse=.05))["relevance, gold, nDCG@10"], "worse")
        self.assertEqual(words(self.before, sample_results.results(worse=-.05))["relevance, gold, nDCG@10"], "better")

    def test_probes_and_counts(self):
        results = sample_results.results()
        results["probes"][0]["right"] -= 1
        results["thresholds"][0]["value"] *= 2
        found = words(self.before, results)
        self.assertEqual(found["probe, gender"], "worse")
        self.assertEqual(found["instructions per query"], "worse")

    def test_other_texts_are_not_compared(self):
        results = sample_results.results(slower=9)
        results["speed"]["corpus"]["bytes"] += 1
        self.assertEqual(words(self.before, results)["speed"], "same")

    def test_the_command_ends_with_1_where_something_is_worse_and_names_a_wrong_file(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder, name) for name in ("a.json", "b.json", "c.json")]
            paths[0].write_text(json.dumps(self.before))
            paths[1].write_text(json.dumps(sample_results.results(slower=2)))
            paths[2].write_text("{")
            for path, code in ((paths[0], 0), (paths[1], 1)):
                with self.assertRaises(SystemExit) as end, contextlib.redirect_stdout(io.StringIO()):
                    comparison.main([str(paths[0]), str(path)])
                self.assertEqual(end.exception.code, code)
            with self.assertRaises(SystemExit) as end:
                comparison.main([str(paths[0]), str(paths[2])])
            self.assertIn("c.json is no JSON", str(end.exception.code))


class Readme(unittest.TestCase):
    def setUp(self):
        self.results = comparison.reduced(sample_results.results())

    def test_figures_stand_between_their_marks_and_nothing_else_changes(self):
        text = "Before\n\n<!-- figures: gold -->\nstale\n<!-- end -->\n\nAfter <!-- figures -->\n"
        filled = readme.filled(text, self.results)
        self.assertTrue(filled.startswith("Before\n\n<!-- figures: gold -->\n| queries | nDCG@10 |"))
        self.assertTrue(filled.endswith("|\n<!-- end -->\n\nAfter <!-- figures -->\n"))
        self.assertNotIn("stale", filled)
        self.assertEqual(readme.filled(filled, self.results), filled)

    def test_every_block_can_be_made_of_a_baseline(self):
        for name in readme.BLOCKS:
            filled = readme.filled(f"<!-- figures: {name} -->\n<!-- end -->", self.results)
            self.assertGreaterEqual(filled.count("\n|"), 3, name)

    def test_a_name_that_is_none_and_a_part_that_is_missing_are_errors(self):
        for results, name, word in ((self.results, "nonsense", "called nonsense"), ({"format": 1}, "gold", "run without --part")):
            with self.assertRaises(figures.Malformed) as error:
                readme.filled(f"<!-- figures: {name} -->\n<!-- end -->", results)
            self.assertIn(word, str(error.exception))


if __name__ == "__main__":
    unittest.main()
