// The peer for query speed: Lucene with GermanAnalyzer and its default BM25, on the sections that `queries export` wrote.
// usage: java -cp JARS LuceneQueries index FILE DIR
//        java -cp JARS LuceneQueries serve DIR, then on standard input lines of a setting (any, all), a tab and a file
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

public class LuceneQueries {
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 3 && arguments[0].equals("index")) {
            index(Paths.get(arguments[1]), Paths.get(arguments[2]));
        } else if (arguments.length == 2 && arguments[0].equals("serve")) {
            serve(Paths.get(arguments[1]));
        } else {
            System.err.println("usage: LuceneQueries index FILE DIR | serve DIR");
            System.exit(2);
        }
    }

    static void index(Path file, Path folder) throws IOException {
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20));
                Analyzer analyzer = new GermanAnalyzer();
                IndexWriter writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(analyzer))) {
            while (true) {
                Document document = new Document();
                String id;
                try {
                    id = string(input);
                } catch (EOFException end) {
                    break;
                }
                document.add(new StoredField("id", id));
                document.add(new TextField("text", string(input), Field.Store.NO));
                writer.addDocument(document);
            }
            // One segment is what an index that does not change is served from at its fastest.
            writer.forceMerge(1);
            System.out.println(writer.getDocStats().numDocs);
        }
    }

    static String string(DataInputStream input) throws IOException {
        byte[] bytes = new byte[input.readInt()];
        input.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void serve(Path folder) throws IOException {
        try (Analyzer analyzer = new GermanAnalyzer(); DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            // Rounds repeat queries: none may be answered from memory.
            searcher.setQueryCache(null);
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] parts = line.split("\t");
                Occur occur = parts[0].equals("all") ? Occur.MUST : Occur.SHOULD;
                List<String> queries = Files.readAllLines(Paths.get(parts[1])).stream()
                    .filter(query -> !query.isEmpty()).collect(Collectors.toList());
                StringBuilder answer = new StringBuilder();
                long hits = 0;
                for (String query : queries) {
                    long start = System.nanoTime();
                    hits += search(searcher, analyzer, query, occur);
                    answer.append(System.nanoTime() - start).append(' ');
                }
                answer.setCharAt(answer.length() - 1, '\t');
                System.out.println(answer.append(hits));
            }
        }
    }

    static int search(IndexSearcher searcher, Analyzer analyzer, String text, Occur occur) throws IOException {
        int hits = 0;
        for (ScoreDoc hit : searcher.search(query(analyzer, text, occur), 10).scoreDocs) {
            if (searcher.doc(hit.doc).get("id") != null) hits++;
        }
        return hits;
    }

    static Query query(Analyzer analyzer, String text, Occur occur) throws IOException {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                builder.add(new TermQuery(new Term("text", BytesRef.deepCopyOf(term.getBytesRef()))), occur);
            }
            stream.end();
        }
        return builder.build();
    }
}
