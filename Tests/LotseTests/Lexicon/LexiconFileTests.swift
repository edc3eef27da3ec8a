import LotseTestSupport
import Testing

@testable import Lotse

@Suite("The files of a corpus' lexicon")
struct LexiconFileTests {
    @Test("every line that cannot be used is named with its file, its number and what helps")
    func faults() throws {
        let files = [
            "lexicon/protected.txt": "Sucht Süchte\nBär Bären\nMeister Bären\n",
            "lexicon/stopwords.txt": "der\ndie das\n",
            "lexicon/compounds.txt":
                "# Kopf\nTrauergruppe = Trauer Gruppe\nTrauergruppe\nMännerhaus = Mann Haus\nGruppe = Sucht Hilfe\n",
            "lexicon/synonyms.txt": "Amt, Behörde\n\nallein\na => b => c\nx,,y\n… , Haus\n",
            "lexicon/abbreviations.tsv": "GPV\tGemeindepsychiatrischer Verbund\nSHG Selbsthilfegruppe\n",
            "documents/a.txt": "Seite\n\nText der Seite.",
        ]
        try IndexedCorpus.with(files) { indexed in
            let report = try indexed.run()
            #expect(
                report.problems.map { "\($0.path):\($0.line ?? 0)" } == [
                    "lexicon/abbreviations.tsv:2", "lexicon/compounds.txt:3", "lexicon/compounds.txt:5",
                    "lexicon/protected.txt:3", "lexicon/stopwords.txt:2", "lexicon/synonyms.txt:3",
                    "lexicon/synonyms.txt:4", "lexicon/synonyms.txt:5", "lexicon/synonyms.txt:6",
                ])
            #expect(report.problems.allSatisfy { $0.severity == "warning" && !$0.message.isEmpty })
        }
    }

    @Test("a comma with a backslash belongs to its phrase")
    func escaped() throws {
        let rule = try SynonymRule(solr: "Ehe-\\, Familienberatung, EFL", source: "x:1")
        #expect(rule.asked == ["Ehe-, Familienberatung", "EFL"])
        #expect(rule.found == rule.asked)
    }

    @Test("the two sides of an arrow are read apart")
    func arrow() throws {
        let rule = try SynonymRule(solr: " Gras , Weed=>Cannabis ", source: "x:1")
        #expect(rule.asked == ["Gras", "Weed"])
        #expect(rule.found == ["Cannabis"])
    }

    @Test("a line of very many synonyms is refused", arguments: [SynonymRule.mostPhrases, SynonymRule.mostPhrases + 1])
    func many(count: Int) {
        let line = (0..<count).map { "Wort\($0)" }.joined(separator: ", ")
        let rule = try? SynonymRule(solr: line, source: "x:1")
        #expect((rule == nil) == (count > SynonymRule.mostPhrases))
    }

    @Test("a synonym of more words than anybody types is refused")
    func long() throws {
        let phrase = Array(repeating: "Wort", count: SynonymRule.mostWords + 1).joined(separator: " ")
        #expect(throws: SynonymRule.Fault.self) { try SynonymRule(solr: "Amt, \(phrase)", source: "x:1") }
    }
}
