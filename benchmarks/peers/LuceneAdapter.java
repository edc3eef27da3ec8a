// Lucene 8 behind the adapter protocol (README.md beside this file): GermanAnalyzer, default BM25, one segment.
// usage: java -cp JARS LuceneAdapter [HYPHENATION.xml DICTIONARY]
// With both files compounds are split, as HyphenationCompoundWordTokenFilter's documentation shows it.
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.Version;

public class LuceneAdapter {
    /** What this engine has not got. */
    static class Unsupported extends RuntimeException {
        Unsupported(String what) {
            super(what);
        }
    }

    static final FacetsConfig FACETS = new FacetsConfig();

    final boolean splits;
    final Analyzer analyzer;
    DirectoryReader reader;
    IndexSearcher searcher;
    SortedSetDocValuesReaderState kinds;
    UnifiedHighlighter highlighter;

    LuceneAdapter(String[] files) throws IOException {
        splits = files.length == 2;
        analyzer = splits ? new DecompoundingAnalyzer(files[0], files[1]) : new GermanAnalyzer();
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 0 && arguments.length != 2) {
            System.err.println("usage: LuceneAdapter [HYPHENATION.xml DICTIONARY]");
            System.exit(2);
        }
        LuceneAdapter adapter = new LuceneAdapter(arguments);
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            JsonObject answer = new JsonObject();
            try {
                answer = adapter.answer(JsonParser.parseString(line).getAsJsonObject());
            } catch (Unsupported missing) {
                answer.addProperty("unsupported", missing.getMessage());
            } catch (Exception error) {
                answer.addProperty("error", error.toString());
            }
            output.println(answer);
        }
    }

    JsonObject answer(JsonObject command) throws Exception {
        JsonObject answer = new JsonObject();
        switch (command.get("op").getAsString()) {
            case "info":
                answer.addProperty("engine", splits ? "lucene-decompounder" : "lucene");
                answer.addProperty("version", Version.LATEST.toString());
                answer.addProperty("setup", (splits ? "GermanAnalyzer's filters with the hyphenation decompounder"
                    : "GermanAnalyzer") + ", BM25 defaults, one segment");
                break;
            case "index":
                index(command, Paths.get(command.get("index").getAsString()));
                open(Paths.get(command.get("index").getAsString()));
                answer.addProperty("documents", reader.numDocs());
                break;
            case "open":
                open(Paths.get(command.get("index").getAsString()));
                answer.addProperty("documents", reader.numDocs());
                break;
            case "search":
                search(command, answer);
                break;
            case "batch":
                batch(command, answer);
                break;
            default:
                throw new Unsupported(command.get("op").getAsString());
        }
        return answer;
    }

    // Indexing

    void index(JsonObject command, Path folder) throws IOException, InterruptedException, ExecutionException {
        close();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) Files.delete(path);
            }
        }
        int threads = command.has("threads") ? command.get("threads").getAsInt() : 1;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (BufferedReader lines = Files.newBufferedReader(Paths.get(command.get("docs").getAsString()));
                IndexWriter writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(analyzer))) {
            List<Future<Void>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    // Reading a line is locked by the reader itself.
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (!line.isEmpty()) writer.addDocument(document(line));
                    }
                    return null;
                }));
            }
            for (Future<Void> worker : workers) worker.get();
            // One segment is what an index that does not change is served from at its fastest.
            writer.forceMerge(1);
        } finally {
            pool.shutdownNow();
        }
    }

    static Document document(String line) throws IOException {
        JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
        Document document = new Document();
        // Beside the stored text: of that, a block of many documents would be unpacked for each id.
        document.add(new BinaryDocValuesField("id", new BytesRef(entry.get("id").getAsString())));
        document.add(new TextField(
            "text", entry.get("title").getAsString() + "\n" + entry.get("text").getAsString(), Field.Store.YES));
        String kind = entry.has("kind") ? entry.get("kind").getAsString() : "";
        if (kind.isEmpty()) return document;
        document.add(new StringField("filter", kind, Field.Store.NO));
        document.add(new SortedSetDocValuesFacetField("kind", kind));
        return FACETS.build(document);
    }

    void close() throws IOException {
        if (reader != null) reader.close();
        reader = null;
    }

    void open(Path folder) throws IOException {
        close();
        reader = DirectoryReader.open(FSDirectory.open(folder));
        searcher = new IndexSearcher(reader);
        // Rounds repeat queries: none may be answered from memory.
        searcher.setQueryCache(null);
        highlighter = new UnifiedHighlighter(searcher, analyzer);
        try {
            kinds = new DefaultSortedSetDocValuesReaderState(reader);
        } catch (IllegalArgumentException none) {
            // No document has a kind.
            kinds = null;
        }
    }

    // Searching

    static class Found {
        List<String> ids = new ArrayList<>();
        TopDocs top;
        String[] snippets;
        List<LabelAndValue> counts = new ArrayList<>();
    }

    Query parse(String text, String match) throws IOException {
        switch (match) {
            case "any":
                return words(text, Occur.SHOULD).build();
            case "all":
                return words(text, Occur.MUST).build();
            case "phrase":
                Query phrase = new QueryBuilder(analyzer).createPhraseQuery("text", text);
                return phrase == null ? new MatchNoDocsQuery() : phrase;
            case "prefix":
                int last = text.lastIndexOf(' ') + 1;
                BooleanQuery.Builder builder = words(text.substring(0, last), Occur.MUST);
                builder.add(new PrefixQuery(new Term("text", analyzer.normalize("text", text.substring(last)))), Occur.MUST);
                return builder.build();
            default:
                throw new Unsupported(match);
        }
    }

    BooleanQuery.Builder words(String text, Occur occur) throws IOException {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                builder.add(new TermQuery(new Term("text", BytesRef.deepCopyOf(term.getBytesRef()))), occur);
            }
            stream.end();
        }
        return builder;
    }

    Found find(String text, JsonObject command) throws IOException {
        Query asked = parse(text, command.has("match") ? command.get("match").getAsString() : "any");
        Query query = asked;
        if (command.has("filter")) {
            String kind = command.getAsJsonObject("filter").get("kind").getAsString();
            query = new BooleanQuery.Builder().add(asked, Occur.MUST)
                .add(new TermQuery(new Term("filter", kind)), Occur.FILTER).build();
        }
        int k = command.has("k") ? command.get("k").getAsInt() : 10;
        Found found = new Found();
        if (command.has("facet") && kinds != null) {
            FacetsCollector collector = new FacetsCollector();
            found.top = FacetsCollector.search(searcher, query, k, collector);
            Facets facets = new SortedSetDocValuesFacetCounts(kinds, collector);
            FacetResult counts = facets.getTopChildren(1000, "kind");
            if (counts != null) found.counts = List.of(counts.labelValues);
        } else {
            found.top = searcher.search(query, k);
        }
        for (ScoreDoc hit : found.top.scoreDocs) {
            // Hits come by their scores, and a list of values is read forwards only.
            BinaryDocValues ids = MultiDocValues.getBinaryValues(reader, "id");
            if (ids == null || !ids.advanceExact(hit.doc)) throw new IOException("document " + hit.doc + " has no id");
            found.ids.add(ids.binaryValue().utf8ToString());
        }
        if (command.has("snippets") && command.get("snippets").getAsBoolean()) {
            found.snippets = highlighter.highlight("text", asked, found.top);
        }
        return found;
    }

    void search(JsonObject command, JsonObject answer) throws IOException {
        String query = command.get("query").getAsString();
        long start = System.nanoTime();
        Found found = find(query, command);
        answer.addProperty("nanoseconds", System.nanoTime() - start);
        JsonArray hits = new JsonArray();
        for (int i = 0; i < found.ids.size(); i++) {
            JsonArray pair = new JsonArray();
            pair.add(found.ids.get(i));
            pair.add(found.top.scoreDocs[i].score);
            hits.add(pair);
        }
        answer.add("hits", hits);
        if (found.snippets != null) {
            JsonArray snippets = new JsonArray();
            for (String snippet : found.snippets) snippets.add(snippet == null ? "" : snippet);
            answer.add("snippets", snippets);
        }
        if (command.has("facet")) {
            JsonObject counts = new JsonObject(), facets = new JsonObject();
            for (LabelAndValue count : found.counts) counts.addProperty(count.label, count.value);
            facets.add("kind", counts);
            answer.add("facets", facets);
        }
    }

    void batch(JsonObject command, JsonObject answer) throws IOException {
        JsonArray times = new JsonArray();
        int hits = 0;
        for (String query : Files.readAllLines(Paths.get(command.get("queries").getAsString()))) {
            if (query.isEmpty()) continue;
            long start = System.nanoTime();
            hits += find(query, command).ids.size();
            times.add(System.nanoTime() - start);
        }
        answer.add("nanoseconds", times);
        answer.addProperty("hits", hits);
    }
}
