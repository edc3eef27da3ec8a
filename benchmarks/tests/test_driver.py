import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from harness import callgrind, driver  # noqa: E402

ENGINES = [{"name": "lotse", "version": "1", "setup": "as it comes"}, {"name": "b", "skipped": "not installed"}]


class TestDriver(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = pathlib.Path(folder.name) / "out"
        self.reported = []
        for target, name, value in (
                (driver.engines, "availability", lambda names: ENGINES),
                (driver, "report", lambda results, out: self.reported.append(json.loads(json.dumps(results)))),
                (driver.Run, "relevance", lambda run: run.results.update(relevance=[1])),
                (driver.Run, "probes", lambda run: run.results.update(probes=run.names))):
            patch = mock.patch.object(target, name, value)
            patch.start()
            self.addCleanup(patch.stop)

    def run_driver(self, *arguments):
        self.said = io.StringIO()
        with contextlib.redirect_stderr(self.said):
            code = driver.main(["run", "--out", str(self.out), *arguments])
        return code, json.loads((self.out / "results.json").read_text(encoding="utf-8"))

    def test_results_have_their_parts_and_are_reported(self):
        code, results = self.run_driver("--part", "relevance", "--part", "probes", "--command-line", "make bench")
        self.assertEqual((results["format"], results["relevance"], results["probes"]), (1, [1], ["lotse"]))
        self.assertEqual((results["engines"], results["command"], results["budget"]), (ENGINES, "make bench", "quick"))
        self.assertLessEqual(results["started"], results["finished"])
        self.assertEqual(self.reported[0]["relevance"], [1])
        self.assertIn("b is skipped: not installed", self.said.getvalue())
        self.assertNotIn("speed", results)
        self.assertEqual(code, 1 if "failed" in results else 0)

    def test_a_part_that_fails_leaves_the_others(self):
        def fail(run):
            raise OSError("disk full")
        with mock.patch.object(driver.Run, "relevance", fail):
            code, results = self.run_driver("--part", "relevance", "--part", "probes")
        self.assertEqual(code, 1)
        self.assertEqual(results["failed"]["relevance"], "OSError: disk full")
        self.assertEqual(results["probes"], ["lotse"])
        self.assertIn("relevance failed: OSError: disk full", self.said.getvalue())
        self.assertIn("Traceback", (self.out / "errors.log").read_text(encoding="utf-8"))
        self.assertEqual(len(self.reported), 1)

    def test_a_part_that_cannot_run_here_is_skipped_with_a_line(self):
        def missing(lotse):
            raise callgrind.Missing("valgrind is missing: apt-get install valgrind")
        with mock.patch.object(driver.thresholds, "run", missing):
            _, results = self.run_driver("--part", "thresholds")
        self.assertEqual(results["skipped"], {"thresholds": "valgrind is missing: apt-get install valgrind"})
        self.assertNotIn("thresholds", results.get("failed", {}))

    def test_the_programs_folder_reaches_the_parts(self):
        asked = []
        with mock.patch.object(driver.thresholds, "run", lambda lotse: asked.append(lotse) or []):
            self.run_driver("--part", "thresholds", "--bin", "elsewhere")
        self.assertEqual(asked, [pathlib.Path("elsewhere/lotse")])

    def test_speed_and_throughput_share_their_part(self):
        docs = self.out.with_name("docs.jsonl")
        docs.write_text('{"id":"a","title":"T","text":"ab"}\n', encoding="utf-8")
        with mock.patch.object(driver.speed, "run", lambda *_: {"corpus": {"name": "x"}, "queries": [1]}), \
                mock.patch.object(driver.throughput, "run", lambda *_: {"socket": [2]}):
            _, both = self.run_driver("--part", "speed", "--part", "throughput", "--corpus", str(docs))
            _, one = self.run_driver("--part", "throughput", "--corpus", str(docs))
        self.assertEqual(both["speed"], {"corpus": {"name": "x"}, "queries": [1], "socket": [2]})
        self.assertEqual(one["speed"], {"corpus": {"name": "docs", "sections": 1, "bytes": 3}, "socket": [2]})

    def test_results_of_a_part_are_there_before_the_next_begins(self):
        seen = []
        with mock.patch.object(driver.Run, "probes",
                               lambda run: seen.append(json.loads((self.out / "results.json").read_text()))):
            self.run_driver("--part", "relevance", "--part", "probes")
        self.assertEqual(seen[0]["relevance"], [1])

    def test_paths_that_are_not_there_are_wrong_usage(self):
        for option in ("--corpus", "--queries", "--set"):
            with self.assertRaises(SystemExit) as ended, contextlib.redirect_stderr(io.StringIO()) as said:
                driver.main(["run", "--out", str(self.out), option, "nowhere"])
            self.assertEqual(ended.exception.code, 2)
            self.assertIn("nowhere: no such file or folder", said.getvalue())


if __name__ == "__main__":
    unittest.main()
