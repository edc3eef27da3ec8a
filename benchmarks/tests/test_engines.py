"""Every adapter that can run here, against what the protocol promises. SQLite can run everywhere."""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import engines, fop  # noqa: E402

DOCUMENTS = [
    {"id": "forum/eins", "title": "Trauercafé", "text": "Ein betreutes Treffen am Abend.\nKaffee und Kuchen.", "kind": "forum"},
    {"id": "haus/zwei", "title": "Wohnheim", "text": "Das betreute Wohnen am Abend kostet Geld.", "kind": "institution"},
    {"id": "haus/drei", "title": "", "text": "Geld für ein \"neues\" Wohnen; Abend & Morgen, Kuchen.", "kind": "institution"},
]


class Protocol(unittest.TestCase):
    """What every engine has to do alike."""

    def each(self, check):
        for name in engines.NAMES:
            with self.subTest(name):
                try:
                    engine = engines.Engine(name)
                except engines.Skip as reason:
                    if name == "sqlite":
                        self.fail(f"SQLite comes with Python: {reason}")
                    print(f"{name}: {reason}", file=sys.stderr)
                    continue
                # The folder is left last: a server may be at work in it.
                with engines.work_folder() as work, engine:
                    docs = work / "docs.jsonl"
                    docs.write_text(
                        "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in DOCUMENTS), encoding="utf-8")
                    check(engine, docs, work)

    @staticmethod
    def ids(answer):
        return sorted(hit[0] for hit in answer["hits"])

    def test_all_engines_answer_alike_where_words_stand_as_asked(self):
        def check(engine, docs, work):
            self.assertEqual(engine.info["engine"], engine.name)
            made = engine.index(docs, work / "index", threads=1)
            self.assertEqual(made["documents"], 3)
            self.assertGreater(made["disk_bytes"], 0)
            self.assertGreater(made["peak_bytes"], 1_000_000)
            self.assertEqual(engine.open(work / "index"), 3)
            any_word = engine.search("Geld Kuchen Xylophon", "any")
            self.assertEqual(self.ids(any_word), ["forum/eins", "haus/drei", "haus/zwei"])
            self.assertGreater(any_word["nanoseconds"], 0)
            scores = [score for _, score in any_word["hits"]]
            self.assertEqual(scores, sorted(scores, reverse=True))
            self.assertEqual(any_word["hits"][0][0], "haus/drei", "both words stand above one")
            self.assertEqual(self.ids(engine.search("Geld Wohnen", "all")), ["haus/drei", "haus/zwei"])
            self.assertEqual(self.ids(engine.search("Geld Treffen", "all")), [])
            self.assertEqual(self.ids(engine.search("betreute Wohnen", "phrase")), ["haus/zwei"])
            self.assertEqual(self.ids(engine.search("Geld Kuch", "prefix")), ["haus/drei"])
            self.assertEqual(len(engine.search("Abend", "any", k=2)["hits"]), 2)
            one = engine.search("Abend", "any", kind="forum", snippets=True, facet=True)
            self.assertEqual(self.ids(one), ["forum/eins"])
            self.assertIn("Abend", one["snippets"][0])
            self.assertEqual(one["facets"], {"kind": {"forum": 1}})
            counted = engine.search("Abend", "any", k=1, facet=True)
            self.assertEqual(counted["facets"], {"kind": {"forum": 1, "institution": 2}})
            queries = work / "queries"
            queries.write_text("Abend\nGeld Kuchen\n", encoding="utf-8")
            batch = engine.batch(queries, "any")
            self.assertEqual((len(batch["nanoseconds"]), batch["hits"]), (2, 6))

        self.each(check)

    def test_what_is_missing_is_said(self):
        def check(engine, docs, work):
            with self.assertRaises(engines.Unsupported):
                engine.ask({"op": "dance"})
            with self.assertRaises(engines.EngineError):
                engine.open(work / "nothing")
            # And it is still there.
            self.assertEqual(engine.index(docs, work / "index", threads=1)["documents"], 3)
            engine.open(work / "index")
            with self.assertRaises(engines.Unsupported):
                engine.search("Abend", "backwards")

        self.each(check)

    def test_an_index_outlives_its_process(self):
        def check(engine, docs, work):
            engine.index(docs, work / "index", threads=1)
            engine.stop()
            with engines.Engine(engine.name) as again:
                self.assertEqual(again.open(work / "index"), 3)
                self.assertEqual(self.ids(again.search("Kuchen")), ["forum/eins", "haus/drei"])

        self.each(check)


class Patterns(unittest.TestCase):
    def test_tex_patterns_become_fop_s(self):
        with engines.work_folder() as work:
            source = work / "hyphen.den"
            source.write_text("% remark\n\\patterns{%\n.ab1a\nü2b ss1<  % two\n}\n\\endinput\n", encoding="latin-1")
            text = fop.convert(source, work / "out.xml").read_text(encoding="utf-8")
        patterns = text.partition("<patterns>")[2].partition("</patterns>")[0].split()
        self.assertEqual(sorted(patterns), [".ab1a", "ss1&lt;", "ü2b"])


if __name__ == "__main__":
    unittest.main()
