"""The report says what the figures say, in both forms, and stands by itself."""
import copy
import pathlib
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from harness import charts, report, verdict  # noqa: E402
import sample_results  # noqa: E402


def written(results):
    with tempfile.TemporaryDirectory() as folder:
        return [path.read_text(encoding="utf-8") for path in report.write(results, folder)]


class Report(unittest.TestCase):
    def setUp(self):
        self.results = sample_results.results()

    def test_the_page_loads_nothing_and_has_no_script(self):
        _, page = written(self.results)
        self.assertNotIn("<script", page)
        self.assertEqual(re.findall(r'(?:src|href)="|url\(|@import', page), [])

    def test_what_others_wrote_is_escaped(self):
        text, page = written(self.results)
        self.assertNotIn("<b>Trauer</b>", page)
        self.assertIn("Hilfe | &lt;b&gt;Trauer&lt;/b&gt;", page)
        for line in text.splitlines():
            if line.startswith("| "):
                self.assertNotIn("Hilfe | <b>", line)

    def test_both_forms_have_every_engine_and_why_one_is_missing(self):
        for text in written(self.results):
            for name in sample_results.ENGINES:
                self.assertIn(name, text)
            self.assertIn("PostgreSQL is missing", text)

    def test_where_lotse_is_behind_is_told_from_the_figures(self):
        _, behind = verdict.all_of(self.results)
        self.assertTrue(any(line.startswith("Any words") and "longer than lucene" in line for line in behind))
        ahead, behind = verdict.all_of(sample_results.results(slower=.1))
        self.assertTrue(any(line.startswith("Any words") and "faster than" in line for line in ahead))
        self.assertFalse(any(line.startswith("Any words") for line in behind))

    def test_a_worse_ranking_is_said(self):
        _, behind = verdict.all_of(sample_results.results(worse=.3))
        self.assertTrue(any("nDCG@10 is 0.4" in line for line in behind))

    def test_a_part_that_failed_is_named_with_its_reason(self):
        for part, key in (("growth", "growth"), ("relevance", "relevance"), ("thresholds", "thresholds")):
            results = copy.deepcopy(self.results)
            del results[key]
            results["failed"] = {part: "the disk is full"}
            for text in written(results):
                self.assertIn("Not measured: the disk is full.", text)

    def test_nothing_at_all_is_still_a_report(self):
        text, page = written({"format": 1})
        self.assertIn("In nothing that was measured here.", text)
        self.assertIn("</html>", page)

    def test_the_best_figure_stands_out(self):
        text, _ = written(self.results)
        row = next(line for line in text.splitlines() if line.startswith("| lotse | ") and "0.7" in line)
        self.assertIn("**0.7", row)


class Charts(unittest.TestCase):
    def test_names_at_the_ends_of_lines_keep_their_order_and_their_distance(self):
        wanted = [100.0, 101.0, 99.0, 290.0, 289.0, 30.0]
        placed = charts._apart(wanted, 15, 30, 290)
        for one in range(len(wanted)):
            for other in range(len(wanted)):
                if wanted[one] < wanted[other]:
                    self.assertLessEqual(placed[one] + 15, placed[other] + 1e-9)
        self.assertTrue(all(30 <= y <= 290 for y in placed), placed)

    def test_ticks_embrace_the_values_and_are_never_one(self):
        for low, high in [(2000, 10_000), (1, 1), (0.13, 12.1), (18, 230), (100, 9e6), (10, 100)]:
            ticks = charts._ticks(low, high)
            self.assertLessEqual(ticks[0], low)
            self.assertGreaterEqual(ticks[-1], high)
            self.assertGreater(len(ticks), 1)
            self.assertEqual(ticks, sorted(set(ticks)))

    def test_charts_are_xml_with_a_title(self):
        drawn = [charts.bars("A & b", [("x<y", 3.0, (2.0, 4.0)), ("lotse", 1.0, None)], "µs"),
                 charts.lines("Growth", [("a", [(10, 1), (1000, 50)]), ("b", [(10, 2)])], "n", "s")]
        for svg in drawn:
            root = xml.etree.ElementTree.fromstring(svg)
            self.assertTrue(root[0].tag.endswith("title"))

    def test_bars_are_in_proportion(self):
        svg = charts.bars("t", [("a", 10.0, None), ("b", 5.0, None)], "µs")
        long, short = map(float, re.findall(r'<rect [^>]*width="([\d.]+)"', svg))
        self.assertAlmostEqual(long / short, 2, places=1)

    def test_what_cannot_be_drawn_is_no_drawing(self):
        self.assertEqual(charts.bars("t", [("a", None, None), ("b", float("nan"), None)], "µs"), "")
        self.assertEqual(charts.lines("t", [("a", [(0, 1), (10, None)])], "n", "s"), "")

    def test_numbers_have_three_digits(self):
        self.assertEqual([charts.number(value) for value in (0, 0.01234, 1.234, 56.78, 1234.5, 9876543)],
                         ["0", "0.0123", "1.23", "56.8", "1\u202f234", "9\u202f876\u202f543"])


if __name__ == "__main__":
    unittest.main()
