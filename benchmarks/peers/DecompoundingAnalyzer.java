import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.compound.HyphenationCompoundWordTokenFilter;
import org.apache.lucene.analysis.compound.hyphenation.HyphenationTree;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.xml.sax.InputSource;

/** GermanAnalyzer's filters, and between them the splitting of compounds at the hyphenation of a dictionary's words. */
class DecompoundingAnalyzer extends Analyzer {
    private final HyphenationTree tree;
    private final CharArraySet dictionary = new CharArraySet(100_000, true);

    DecompoundingAnalyzer(String hyphenation, String words) throws IOException {
        tree = HyphenationCompoundWordTokenFilter.getHyphenationTree(
            new InputSource(Paths.get(hyphenation).toUri().toString()));
        for (String word : Files.readAllLines(Paths.get(words))) {
            if (!word.isBlank()) dictionary.add(word.strip());
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(tokenizer);
        // Words from 5 letters, parts of 4 to 15, only the longest part at each place.
        stream = new HyphenationCompoundWordTokenFilter(stream, tree, dictionary, 5, 4, 15, true);
        stream = new StopFilter(stream, GermanAnalyzer.getDefaultStopSet());
        stream = new GermanNormalizationFilter(stream);
        return new TokenStreamComponents(tokenizer, new GermanLightStemFilter(stream));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream stream) {
        return new GermanNormalizationFilter(new LowerCaseFilter(stream));
    }
}
