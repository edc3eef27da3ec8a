import collections
import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from harness import callgrind, thresholds  # noqa: E402

# Callgrind names a function once and then by number; costs of calls stand under `calls=`.
OUTPUT = """\
events: Ir
fn=(1) main
3 10
cfn=(2) malloc
calls=5 0
3 900
cfn=(3) swift_allocObject
calls=7 0
4 70
cfn=(4) _int_malloc
calls=100 0
4 70
fn=(3)
1 2
cfn=(2)
calls=7 0
1 60
cob=(2) /lib/libc.so.6
cfi=(3)
cfn=(5) posix_memalign
calls=2 0
1 60
fn=(6) realloc
1 5
cfn=(2)
calls=40 0
1 5
cfn=(7) calloc'2
calls=50 0
1 5
fn=(3)
9 9
cfn=(6)
calls=3 0
1 5
cfn=(7)
calls=1 0
1 5
totals: 123456
"""


class TestCallgrind(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "callgrind.out"
        self.path.write_text(OUTPUT, encoding="utf-8")

    def test_calls_into_the_allocator_are_counted_once(self):
        # 5 and 7 of malloc, 2 of posix_memalign, 3 of realloc, 1 of calloc; not what realloc itself calls.
        self.assertEqual(callgrind.allocations(self.path), 18)

    def test_instructions_are_the_total(self):
        self.assertEqual(callgrind.instructions(self.path), 123456)

    def test_an_output_without_a_total_is_an_error(self):
        self.path.write_text(OUTPUT.replace("totals: 123456\n", ""), encoding="utf-8")
        with self.assertRaisesRegex(ValueError, "callgrind.out"):
            callgrind.instructions(self.path)

    def test_what_is_missing_is_named(self):
        with self.assertRaisesRegex(callgrind.Missing, "nowhere/lotse is missing: swift build"):
            with mock.patch.object(callgrind, "_need"):
                callgrind.Counter(self.path.parent / "nowhere/lotse", self.path.parent)
        with self.assertRaisesRegex(callgrind.Missing, "apt-get install valgrind"):
            with mock.patch("shutil.which", return_value=None):
                callgrind.Counter(self.path, self.path.parent)


class TestThresholds(unittest.TestCase):
    def setUp(self):
        self.recorded = {"input": "abc", "values": {
            "instructions per document": 1_000_000, "allocations per document": 1000,
            "instructions per query": 500_000, "allocations per query": 500}}

    def verdicts(self, digest="abc", **changes):
        values = dict(self.recorded["values"])
        for name, value in changes.items():
            values[name.replace("_", " ")] = value
        return thresholds.verdicts(values, digest, self.recorded)

    def test_the_same_values_pass(self):
        lines, passed = self.verdicts()
        self.assertTrue(passed)
        self.assertEqual([line.split()[0] for line in lines], ["ok"] * 4)

    def test_a_slow_down_fails_and_is_named(self):
        for name, value in (("instructions_per_document", 1_050_001), ("allocations_per_document", 1021),
                            ("instructions_per_query", 525_001), ("allocations_per_query", 511)):
            lines, passed = self.verdicts(**{name: value})
            self.assertFalse(passed, name)
            failing = [line for line in lines if line.startswith("FAIL")]
            self.assertEqual(len(failing), 1)
            self.assertIn(name.replace("_", " "), failing[0])

    def test_a_value_at_its_threshold_passes(self):
        self.assertTrue(self.verdicts(instructions_per_query=525_000, allocations_per_query=510)[1])

    def test_a_gain_passes_and_asks_to_be_recorded(self):
        lines, passed = self.verdicts(allocations_per_query=300)
        self.assertTrue(passed)
        self.assertRegex(
            lines[3], r"^lower allocations per query: 300, recorded 500, -40.00%; run benchmarks/thresholds record")

    def test_other_input_is_no_comparison(self):
        lines, passed = self.verdicts(digest="another")
        self.assertFalse(passed)
        self.assertIn("cannot be compared", lines[0])

    def test_a_value_that_was_never_recorded_fails(self):
        del self.recorded["values"]["allocations per query"]
        lines, passed = thresholds.verdicts({"allocations per query": 1}, "abc", self.recorded)
        self.assertFalse(passed)
        self.assertIn("has none", lines[0])

    def test_what_a_process_does_once_does_not_count(self):
        once = collections.Counter(instructions=1_000_000 + 10 * 70, allocations=5000 + 10 * 3)
        twice = collections.Counter(instructions=1_000_000 + 20 * 70, allocations=5000 + 20 * 3)
        self.assertEqual(thresholds.each(once, twice, 10), {"instructions": 70, "allocations": 3})
        with self.assertRaisesRegex(ValueError, "no more"):
            thresholds.each(twice, twice, 10)

    def test_the_report_has_the_highest_value_that_passes(self):
        entries = thresholds.entries({"instructions per query": 7}, self.recorded)
        self.assertEqual(entries, [{
            "name": "instructions per query", "value": 7, "threshold": 525_000, "unit": "instructions"}])

    def test_the_input_is_the_recorded_one(self):
        # Else the check would only say that nothing can be compared.
        with tempfile.TemporaryDirectory() as folder:
            _, files, digest = thresholds.prepare(pathlib.Path(folder))
            self.assertEqual([len(path.read_text(encoding="utf-8").splitlines()) for path in files],
                             [thresholds.QUERIES, 2 * thresholds.QUERIES])
        self.assertEqual(digest, thresholds.read()["input"])

    def test_the_command_fails_on_more_work_and_records_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "thresholds.json"
            path.write_text(json.dumps(self.recorded), encoding="utf-8")
            more = {**self.recorded["values"], "allocations per document": 1300}

            def call(*arguments):
                output = io.StringIO()
                with mock.patch.object(thresholds, "RECORDED", path), \
                        mock.patch.object(thresholds, "read", lambda: json.loads(path.read_text(encoding="utf-8"))), \
                        mock.patch.object(thresholds, "measure", lambda lotse: (more, "abc")), \
                        contextlib.redirect_stdout(output), self.assertRaises(SystemExit) as ended:
                    thresholds.main(arguments)
                return ended.exception.code, output.getvalue()

            code, output = call("check")
            self.assertTrue(code)
            self.assertIn("FAIL  allocations per document: 1300, recorded 1000, +30.00%", output)
            self.assertFalse(call("record")[0])
            self.assertFalse(call("check")[0])


if __name__ == "__main__":
    unittest.main()
