import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from fake import ExactLatencies, FakeEngine  # noqa: E402
from harness import growth, speed  # noqa: E402

CORPUS = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus"
# No time is spent on warming up; a round may take a tenth of a second.
EFFORT = speed.Effort(index_rounds=2, rounds=3, queries=200, round_seconds=.1, warm_up_seconds=0)


class Measured(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)
        self.docs = self.work / "docs.jsonl"
        self.write([{"id": str(at), "title": "Trauercafé Ellerfurt", "kind": "forum" if at % 3 else "institution",
                     "text": "Beratung für Angehörige und Freunde gibt es jeden Abend. " * 12} for at in range(30)])
        self.log, self.engines = [], {}
        patch = mock.patch.object(speed, "Latencies", ExactLatencies)
        patch.start()
        self.addCleanup(patch.stop)

    def write(self, documents):
        self.docs.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")

    def engine(self, name, **options):
        self.engines[name] = options

    def open(self, name):
        return FakeEngine(name, self.log, **self.engines[name])

    def quietly(self, work):
        self.said = io.StringIO()
        with contextlib.redirect_stderr(self.said):
            return work()


class TestSpeed(Measured):
    def run_speed(self, **options):
        return self.quietly(lambda: speed.run(
            list(self.engines), self.docs, self.work / "work", {"und", "für", "gibt", "es"}, EFFORT, "test",
            open_engine=self.open, **options))

    def row(self, found, kind, engine):
        rows = [row for row in found["queries"] if (row["kind"], row["engine"]) == (kind, engine)]
        self.assertLessEqual(len(rows), 1)
        return rows[0] if rows else None

    def test_rounds_of_all_engines_are_interleaved_and_their_order_rotates(self):
        for name in ("a", "b", "c"):
            self.engine(name)
        self.run_speed()
        asked = [entry[0] for entry in self.log if entry[1:3] == ("any.txt", "any") and entry[3] is None]
        # First each warms up; then three rounds of plain words.
        self.assertEqual(asked[:12], [*"abc", *"abc", *"bca", *"cab"])
        self.assertEqual([entry[0] for entry in self.log if entry[1] == "index"], [*"abc", *"bca"])

    def test_figures_are_the_engines(self):
        self.engine("a", microseconds=50)
        found = self.run_speed()
        row = self.row(found, "any words", "a")
        self.assertEqual((row["count"], row["hits"], len(row["rounds"])), (200, 2000, 3))
        self.assertEqual({row["rounds"][0][key] for key in ("mean", "p50", "p99.9", "max")}, {50})
        self.assertEqual(found["indexing"], [{"engine": "a", "rounds": 2 * [
            {"seconds": .03, "cpu_seconds": 1, "peak_bytes": 2, "disk_bytes": 3}]}])
        self.assertEqual(found["corpus"]["sections"], 30)
        self.assertEqual(found["corpus"]["bytes"], 30 * len(("Trauercafé Ellerfurt" + 12 *
                         "Beratung für Angehörige und Freunde gibt es jeden Abend. ").encode()))

    def test_a_slow_engine_gets_fewer_queries_and_the_row_says_so(self):
        self.engine("slow", microseconds=1000)
        self.engine("slowest", microseconds=100_000)
        found = self.run_speed()
        self.assertEqual(self.row(found, "any words", "slow")["count"], 100)
        self.assertEqual(self.row(found, "any words", "slowest")["count"], speed.FEWEST)

    def test_what_an_engine_lacks_has_no_row_and_no_complaint(self):
        self.engine("a", lacks=("phrase",))
        found = self.run_speed()
        self.assertIsNone(self.row(found, "phrase", "a"))
        self.assertIsNotNone(self.row(found, "prefix", "a"))
        self.assertNotIn("left out", self.said.getvalue())

    def test_an_engine_that_fails_takes_none_with_it(self):
        self.engine("a", fails=("phrase",))
        self.engine("b")
        found = self.run_speed()
        self.assertIsNone(self.row(found, "phrase", "a"))
        self.assertIsNotNone(self.row(found, "prefix", "a"))
        self.assertIsNotNone(self.row(found, "phrase", "b"))
        self.assertIn("phrase: a is left out: broken", self.said.getvalue())

    def test_an_engine_that_ended_is_not_asked_again(self):
        self.engine("a", fails=("all",), dies=True)
        self.engine("b")
        found = self.run_speed()
        self.assertEqual([row["kind"] for row in found["queries"] if row["engine"] == "a"], ["any words"])
        self.assertEqual(len({row["kind"] for row in found["queries"] if row["engine"] == "b"}), 8)

    def test_an_engine_that_cannot_index_is_left_out(self):
        self.engine("a", fails=("index",))
        self.engine("b")
        found = self.run_speed()
        self.assertEqual({row["engine"] for row in found["queries"] + found["indexing"]}, {"b"})
        self.assertIn("a is left out: no room", self.said.getvalue())

    def test_a_round_with_missing_answers_is_no_round(self):
        self.engine("a")
        whole = FakeEngine.ask

        def short(engine, command, timeout=None):
            answer = whole(engine, command, timeout)
            return {**answer, "nanoseconds": answer["nanoseconds"][:-1]}

        with mock.patch.object(FakeEngine, "ask", short):
            self.assertEqual(self.run_speed()["queries"], [])
        self.assertIn("answered 199 of 200", self.said.getvalue())

    def test_the_default_of_lotse_is_asked_of_lotse_alone(self):
        self.engine("lotse")
        self.engine("b")
        found = self.run_speed()
        self.assertIsNotNone(self.row(found, "as typed (auto)", "lotse"))
        self.assertIsNone(self.row(found, "as typed (auto)", "b"))

    def test_the_filter_takes_a_kind_that_there_is(self):
        self.engine("a")
        self.run_speed()
        self.assertIn("institution", {entry[3]["kind"] for entry in self.log if len(entry) > 3 and entry[3]})

    def test_documents_without_a_kind_are_not_filtered(self):
        self.write([{"id": str(at), "title": "Titel", "text": "Beratung für Angehörige"} for at in range(3)])
        self.engine("a")
        found = self.run_speed()
        self.assertIsNone(self.row(found, "filtered by kind", "a"))
        self.assertIn("filtered by kind is left out", self.said.getvalue())
        self.assertIn("64 words is left out", self.said.getvalue())


class TestGrowth(Measured):
    def run_growth(self, **options):
        effort = growth.Effort(sizes=(20, 60, 180), rounds=2, queries=40, round_seconds=.1, warm_up_seconds=0, **options)
        return self.quietly(lambda: growth.run(
            list(self.engines), self.work / "growth", CORPUS, effort, open_engine=self.open))

    def test_each_size_has_an_entry_of_each_engine(self):
        self.engine("a", microseconds=20)
        self.engine("b", microseconds=40)
        found = self.run_growth()
        self.assertEqual(sorted((entry["engine"], entry["sections"]) for entry in found),
                         [(name, size) for name in "ab" for size in (20, 60, 180)])
        entry = next(entry for entry in found if entry["engine"] == "b" and entry["sections"] == 60)
        self.assertEqual((entry["any"]["p50"], entry["all"]["p99"], entry["seconds"]), (40, 40, .06))
        sizes = [entry["bytes"] for entry in found if entry["engine"] == "a"]
        self.assertTrue(2 < sizes[1] / sizes[0] < 4)

    def test_an_engine_that_would_take_too_long_is_left_out_of_what_follows(self):
        self.engine("a")
        # The fake engine needs a millisecond a document: 60 are foretold .06 seconds, 180 are .18.
        found = self.run_growth(index_seconds=.1)
        self.assertEqual([entry["sections"] for entry in found], [20, 60])
        self.assertIn("left out from 180 sections on", self.said.getvalue())

    def test_nothing_is_left_behind(self):
        self.engine("a")
        self.run_growth()
        self.assertEqual(list((self.work / "growth").iterdir()), [])

    def test_an_engine_that_failed_is_not_tried_with_more(self):
        self.engine("a", fails=("index",))
        self.engine("b")
        found = self.run_growth()
        self.assertEqual({entry["engine"] for entry in found}, {"b"})
        self.assertEqual(self.log.count(("a", "index")), 1)


if __name__ == "__main__":
    unittest.main()
