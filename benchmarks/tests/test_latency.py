import importlib.util
import pathlib
import random
import sys
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from harness import interleaving  # noqa: E402
from harness.latency import LONGEST, Latencies  # noqa: E402


@unittest.skipUnless(importlib.util.find_spec("hdrh"), "Python's hdrhistogram is not installed: run benchmarks/setup")
class TestLatencies(unittest.TestCase):
    def test_percentiles_are_those_of_the_sorted_times(self):
        source = random.Random(3)
        times = [round(source.lognormvariate(13, 1)) for _ in range(20_000)]
        cells = Latencies(times).summary()
        ranked = sorted(times)
        for name, share in (("p50", .5), ("p95", .95), ("p99", .99), ("p99.9", .999)):
            exact = ranked[int(len(ranked) * share) - 1] / 1000
            self.assertAlmostEqual(cells[name] / exact, 1, delta=.002, msg=name)
        self.assertAlmostEqual(cells["mean"], sum(times) / len(times) / 1000, places=2)
        self.assertAlmostEqual(cells["max"], ranked[-1] / 1000, places=2)

    def test_no_percentile_is_above_the_longest(self):
        cells = Latencies([1_234_567]).summary()
        self.assertEqual(cells["p99.9"], cells["max"])

    def test_nothing_recorded_has_no_figures(self):
        self.assertEqual(Latencies().summary(), {})

    def test_what_is_out_of_range_is_recorded_at_its_end(self):
        latencies = Latencies([0, 2 * LONGEST])
        self.assertEqual(latencies.count, 2)
        self.assertEqual(latencies.summary()["max"], 2 * LONGEST / 1000)


class TestMissing(unittest.TestCase):
    def test_a_missing_package_is_named_with_its_remedy(self):
        with mock.patch.dict(sys.modules, {"hdrh": None, "hdrh.histogram": None}):
            with self.assertRaisesRegex(RuntimeError, "hdrhistogram is missing: run benchmarks/setup"):
                Latencies()


class TestTurns(unittest.TestCase):
    def test_each_engine_comes_once_a_round_and_in_every_place(self):
        orders = list(interleaving.turns(["a", "b", "c"], 6))
        for order in orders:
            self.assertEqual(sorted(order), ["a", "b", "c"])
        for name in "abc":
            self.assertEqual(sorted(order.index(name) for order in orders), [0, 0, 1, 1, 2, 2])

    def test_no_engine_has_no_turns(self):
        self.assertEqual(list(interleaving.turns([], 2)), [[], []])


if __name__ == "__main__":
    unittest.main()
