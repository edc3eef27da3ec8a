#!/usr/bin/env python3
"""SQLite's FTS5. It has no German stemmer and no stop words: its best is unicode61 without marks, and its own bm25."""
import os
import re
import shutil
import sqlite3

from protocol import Adapter, Unsupported, documents

# What unicode61 takes for parts of words: letters, digits and private use; "_" is none of them.
WORD = re.compile(r"[^\W_]+")


class SQLite(Adapter):
    name = "sqlite"
    version = sqlite3.sqlite_version
    setup = "FTS5, unicode61 remove_diacritics 2, bm25; it has no German stemmer"

    def index(self, docs, index, threads):
        shutil.rmtree(index, ignore_errors=True)
        os.makedirs(index)
        database = sqlite3.connect(f"{index}/index.db")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(body, id UNINDEXED, kind UNINDEXED,"
            " tokenize = 'unicode61 remove_diacritics 2')")
        with database:
            database.executemany(
                "INSERT INTO texts (body, id, kind) VALUES (?, ?, ?)",
                ((f"{document['title']}\n{document['text']}", document["id"], document.get("kind", ""))
                 for document in documents(docs)))
        with database:
            database.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        (count,) = database.execute("SELECT count(*) FROM texts").fetchone()
        database.close()
        return count

    def open(self, index):
        path = f"{index}/index.db"
        if not os.path.exists(path):
            raise FileNotFoundError(f"{path}: there is no index; index first")
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        return self.database.execute("SELECT count(*) FROM texts").fetchone()[0]

    def expression(self, query, match):
        words = [f'"{word}"' for word in WORD.findall(query)]
        if match == "any":
            return " OR ".join(words)
        if match == "all":
            return " AND ".join(words)
        if match == "phrase":
            return " + ".join(words)
        if match == "prefix":
            return " AND ".join(words) + " *"
        raise Unsupported(match)

    def search(self, query, match, k, kind, facet, snippets):
        expression = self.expression(query, match)
        if not expression.strip(" *"):
            return [], [] if snippets else None, {} if facet else None
        where, values = "texts MATCH ?", [expression]
        if kind:
            where += " AND kind = ?"
            values.append(kind)
        snippet = "snippet(texts, 0, '[', ']', '…', 32)" if snippets else "NULL"
        rows = self.database.execute(
            f"SELECT id, -rank, {snippet} FROM texts WHERE {where} ORDER BY rank LIMIT ?", [*values, k]).fetchall()
        counts = None
        if facet:
            counted = f"SELECT kind, count(*) FROM texts WHERE {where} GROUP BY kind"
            counts = dict(self.database.execute(counted, values))
        return [(row[0], row[1]) for row in rows], [row[2] for row in rows] if snippets else None, counts


if __name__ == "__main__":
    SQLite().serve()
