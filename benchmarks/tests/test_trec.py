"""Files in TREC's form: half of one, or the wrong one, is refused with its name and the remedy."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import trec  # noqa: E402

QUERIES = "q1\tHilfe für Eltern\nq2\tTrauer\nq3\tSucht\n"
QRELS = "q1 0 doc1 2\nq1 0 doc2 0\nq2 0 doc10 1\nq3 0 doc1 3\n"
DOCUMENTS = {"doc1": "", "doc2": "", "doc10": ""}


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def load(self, qrels):
        path = self.file("qrels.txt", qrels)
        judged = trec.read_qrels(path)
        trec.check(trec.read_queries(self.file("queries.tsv", QUERIES)), judged, DOCUMENTS, path)
        return judged

    def test_the_whole_set_is_read(self):
        self.assertEqual(self.load(QRELS), {"q1": {"doc1": 2, "doc2": 0}, "q2": {"doc10": 1}, "q3": {"doc1": 3}})

    def test_a_truncated_qrels_file_is_noticed_wherever_it_was_cut(self):
        # Without its last line end nothing is missing.
        for length in range(len(QRELS) - 1):
            with self.subTest(QRELS[:length][-12:]), self.assertRaisesRegex(trec.TrecError, "qrels.txt"):
                self.load(QRELS[:length])

    def test_qrels_of_other_queries_or_documents_are_noticed(self):
        for wrong in (QRELS + "q9 0 doc1 1\n", QRELS + "q3 0 elsewhere 1\n"):
            with self.subTest(wrong), self.assertRaises(trec.TrecError):
                self.load(wrong)

    def test_faults_name_file_and_line(self):
        with self.assertRaisesRegex(trec.TrecError, r"qrels.txt:2: .*twice"):
            trec.read_qrels(self.file("qrels.txt", "q1 0 a 1\nq1 0 a 2\n"))
        with self.assertRaisesRegex(trec.TrecError, r"queries.tsv:1: .*tab"):
            trec.read_queries(self.file("queries.tsv", "q1 Hilfe\n"))
        with self.assertRaisesRegex(trec.TrecError, r"docs.jsonl:2: .*cut off"):
            trec.read_titles(self.file("docs.jsonl", '{"id":"a","title":"","text":""}\n{"id":"b","ti'))
        with self.assertRaisesRegex(trec.TrecError, "cannot be read"):
            trec.read_queries(self.folder / "none")

    def test_a_written_run_is_read_again_without_equal_scores(self):
        path = self.folder / "some.run"
        trec.write_run(path, {"q1": [("a", 1.0), ("c", 2.5), ("b", 1.0), ("d", 0.0), ("e", 0.0)]}, "some")
        # trec_eval's order: by score, equal ones by id from the end of the alphabet.
        self.assertEqual(trec.read_run(path, "some"), {"q1": ["c", "b", "a", "e", "d"]})
        scores = [float(line.split()[4]) for line in path.read_text().splitlines()]
        self.assertEqual(len(set(scores)), 5)
        self.assertEqual(scores, sorted(scores, reverse=True))

    def test_a_swapped_run_is_refused(self):
        path = self.folder / "lucene.run"
        trec.write_run(path, {"q1": [("a", 2.0), ("b", 1.0)]}, "lucene")
        with self.assertRaisesRegex(trec.TrecError, "run of lucene and not of tantivy"):
            trec.read_run(path, "tantivy")

    def test_a_run_with_swapped_lines_or_columns_is_refused(self):
        lines = ["q1 Q0 a 1 2.0 x", "q1 Q0 b 2 1.0 x"]
        self.assertEqual(trec.read_run(self.file("x.run", "\n".join(lines))), {"q1": ["a", "b"]})
        for name, wrong in {
            "lines": [lines[1], lines[0]],
            "ranks": ["q1 Q0 a 2 2.0 x", "q1 Q0 b 1 1.0 x"],
            "scores": ["q1 Q0 a 1 1.0 x", "q1 Q0 b 2 2.0 x"],
            "columns": ["q1 Q0 a 2.0 1 x", "q1 Q0 b 1.0 2 x"],
            "a document twice": [lines[0], "q1 Q0 a 2 1.0 x"],
            "cut off": [lines[0], "q1 Q0 b 2"],
        }.items():
            with self.subTest(name), self.assertRaisesRegex(trec.TrecError, "x.run:"):
                trec.read_run(self.file("x.run", "\n".join(wrong)))


if __name__ == "__main__":
    unittest.main()
