#!/usr/bin/env python3
"""Tantivy through its Python package, with the filters that it has for German."""
import importlib.metadata
import os
import re
import shutil

import tantivy

from protocol import Adapter, Unsupported, documents


def analyzer():
    """Words, at most 60 bytes, lower case, without stop words, stemmed."""
    build = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (tantivy.Filter.remove_long(60), tantivy.Filter.lowercase(), tantivy.Filter.stopword("german"),
                 tantivy.Filter.stemmer("german")):
        build = build.filter(step)
    return build.build()


class Tantivy(Adapter):
    name = "tantivy"
    version = importlib.metadata.version("tantivy")
    setup = "simple tokenizer, lower case, German stop words, German stemmer, BM25 defaults"

    def __init__(self):
        self.analyzer = analyzer()
        build = tantivy.SchemaBuilder()
        build.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        build.add_text_field("kind", fast=True, tokenizer_name="raw", index_option="basic")
        build.add_text_field("text", stored=True, tokenizer_name="german")
        self.schema = build.build()

    def index(self, docs, index, threads):
        shutil.rmtree(index, ignore_errors=True)
        os.makedirs(index)
        made = tantivy.Index(self.schema, path=index)
        made.register_tokenizer("german", self.analyzer)
        writer = made.writer(heap_size=256_000_000, num_threads=threads)
        for document in documents(docs):
            writer.add_document(tantivy.Document(
                id=document["id"], kind=document.get("kind", ""), text=f"{document['title']}\n{document['text']}"))
        writer.commit()
        writer.wait_merging_threads()
        return self.open(index)

    def open(self, index):
        if not tantivy.Index.exists(index):
            raise FileNotFoundError(f"{index}: there is no index; index first")
        self.opened = tantivy.Index.open(index)
        self.opened.register_tokenizer("german", self.analyzer)
        self.opened.reload()
        self.searcher = self.opened.searcher()
        return self.searcher.num_docs

    def query(self, text, match):
        terms = self.analyzer.analyze(text)
        term = lambda word: tantivy.Query.term_query(self.schema, "text", word, "freq")
        if match in ("any", "all"):
            occur = tantivy.Occur.Should if match == "any" else tantivy.Occur.Must
            return tantivy.Query.boolean_query([(occur, term(word)) for word in terms])
        if match == "phrase":
            if len(terms) < 2:
                return term(terms[0]) if terms else tantivy.Query.empty_query()
            return tantivy.Query.phrase_query(self.schema, "text", terms)
        if match == "prefix":
            # The beginning is no word: it is only put in lower case, and meets the index' stems.
            *before, last = text.split()
            start = tantivy.Query.regex_query(self.schema, "text", re.escape(last.lower()) + ".*")
            words = [term(word) for word in self.analyzer.analyze(" ".join(before))]
            return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in [*words, start]])
        raise Unsupported(match)

    def search(self, query, match, k, kind, facet, snippets):
        wanted = asked = self.query(query, match)
        if kind:
            # A constant of nothing: the filter adds no score.
            only = tantivy.Query.const_score_query(
                tantivy.Query.term_query(self.schema, "kind", kind, "basic"), 0.0)
            wanted = tantivy.Query.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, only)])
        found = self.searcher.search(wanted, limit=k, count=False).hits
        texts = [self.searcher.doc(address) for _, address in found]
        hits = [(document.get_first("id"), score) for (score, _), document in zip(found, texts)]
        excerpts = counts = None
        if snippets:
            generator = tantivy.SnippetGenerator.create(self.searcher, asked, self.schema, "text")
            excerpts = [generator.snippet_from_doc(document).fragment() for document in texts]
        if facet:
            counted = self.searcher.aggregate(wanted, {"kinds": {"terms": {"field": "kind", "size": 1000}}})
            counts = {bucket["key"]: bucket["doc_count"] for bucket in counted["kinds"]["buckets"]}
        return hits, excerpts, counts


if __name__ == "__main__":
    Tantivy().serve()
