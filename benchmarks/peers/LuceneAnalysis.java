// Speed of Lucene's GermanAnalyzer on one core: every Markdown or text file below a folder, read into memory first.
// usage: java -cp JARS LuceneAnalysis FOLDER [ROUNDS]
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

public class LuceneAnalysis {
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        List<Path> paths;
        try (Stream<Path> files = Files.walk(Paths.get(arguments[0]))) {
            paths = files.filter(file -> file.toString().endsWith(".md") || file.toString().endsWith(".txt"))
                .sorted().collect(Collectors.toList());
        }
        long bytes = 0;
        String[] texts = new String[paths.size()];
        for (int index = 0; index < texts.length; index++) {
            byte[] file = Files.readAllBytes(paths.get(index));
            bytes += file.length;
            texts[index] = new String(file, StandardCharsets.UTF_8);
        }
        try (Analyzer analyzer = new GermanAnalyzer()) {
            for (int round = 1; round <= rounds; round++) {
                long tokens = 0;
                long seen = 0;
                long start = System.nanoTime();
                for (String text : texts) {
                    try (TokenStream stream = analyzer.tokenStream("text", text)) {
                        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                        OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
                        stream.reset();
                        while (stream.incrementToken()) {
                            tokens++;
                            seen += term.length() + offset.startOffset();
                        }
                        stream.end();
                    }
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                // `seen` is printed so that nothing above can be left out.
                System.out.printf(java.util.Locale.ROOT, "lucene-german round %d tokens %d seconds %.2f MB/s %.1f # %d%n",
                    round, tokens, seconds, bytes / 1e6 / seconds, seen % 10);
            }
        }
    }
}
