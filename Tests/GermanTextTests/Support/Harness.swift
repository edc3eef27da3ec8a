import GermanText
import Xapian

/// Xapian's stemmer, as the engine gives it to the pipeline.
final class XapianGerman: Stemming {
    private let stemmer: Stemmer

    init() throws { stemmer = try Stemmer(language: "german") }

    func stem(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        do {
            try stemmer.stem(word, into: &output)
        } catch {
            output.append(contentsOf: word)
        }
    }
}

/// A token as a test reads it.
struct Seen: Equatable {
    var text: String
    var position: Int
    var flags: Token.Flags
    /// `kind:term`, in order.
    var terms: [String]

    /// The terms of one kind.
    func terms(_ kind: TermKind) -> [String] {
        terms.filter { $0.hasPrefix(kind.name + ":") }.map { String($0.dropFirst(kind.name.count + 1)) }
    }
}

/// An analyzer with a lexicon of a few words.
struct Harness {
    let analyzer: Analyzer

    init(
        words: [String] = Harness.words, protected: [String] = [], compounds: [String: [String]] = [:],
        corpus: String = "", stages: AnalyzerResources.Stages = .all
    ) throws {
        var builder = LexiconBuilder()
        for word in words { builder.addListed(word) }
        var counter = VocabularyCounter()
        Array(corpus.utf8).withUnsafeBufferPointer { counter.add($0) }
        builder.add(counter)
        var protectedWords = ProtectedWords()
        for line in protected { protectedWords.add(line: line) }
        var resources = AnalyzerResources(lexicon: builder.build(), protectedWords: protectedWords, stages: stages)
        for (word, parts) in compounds { resources.addCompound(word, parts: parts) }
        analyzer = Analyzer(resources: resources, stemmer: try XapianGerman())
    }

    /// All tokens, pieces as well.
    func tokens(_ text: String) -> [Seen] {
        var buffer = TokenBuffer()
        analyzer.analyze(text, into: &buffer)
        let bytes = Array(text.utf8)
        return buffer.tokens.map { token in
            Seen(
                text: String(decoding: bytes[token.range], as: UTF8.self), position: Int(token.position),
                flags: token.flags,
                terms: buffer.terms(of: token).map {
                    $0.kind.name + ":" + String(decoding: analyzer.bytes(of: $0.id), as: UTF8.self)
                })
        }
    }

    /// The texts of all tokens that are no pieces.
    func texts(_ text: String) -> [String] { tokens(text).filter { !$0.flags.contains(.piece) }.map(\.text) }

    /// The terms that stand for whole words.
    func whole(_ text: String) -> Set<String> { terms(text) { $0.space == .stem } }

    /// The terms of parts of words.
    func parts(_ text: String) -> Set<String> { terms(text) { $0 == .part } }

    /// The terms of one kind, in order.
    func terms(_ text: String, _ kind: TermKind) -> [String] { tokens(text).flatMap { $0.terms(kind) } }

    private func terms(_ text: String, where isWanted: (TermKind) -> Bool) -> Set<String> {
        var buffer = TokenBuffer()
        analyzer.analyze(text, into: &buffer)
        return Set(
            buffer.terms.filter { isWanted($0.kind) }.map { String(decoding: analyzer.bytes(of: $0.id), as: UTF8.self) }
        )
    }

    /// Words of the tests' own: no excerpt of a list.
    static let words = """
        Klient Klientin Klientinnen Berater Beraterin Beraterinnen Arzt Ärztin Ärztinnen Kollege Kollegin Kolleginnen
        Bürger Bürgerin Bürgerinnen Kunde Kundin Kundinnen Beamter Beamtin Beamtinnen Anwalt Anwältin Anwältinnen
        Schüler Schülerin Schülerinnen Mitarbeiter Mitarbeiterin Mitarbeiterinnen Leiter Leiterin Leiterinnen
        Pädagoge Pädagogin Pädagoginnen Experte Expertin Expertinnen Arbeiter Arbeiterin Arbeiterinnen
        Termin Medizin Berlin Verein Insulin Benzin Ruin Kamin Delfin Magazin Term Ruine
        Beratung Stelle Sucht Hilfe Selbsthilfe Gruppe Gruppen Sozial sozial Raum Sozialraum Orientierung Prävention
        Organisation Organisationen Selbsthilfegruppe Selbsthilfegruppen Schule Amt Schulamt Wohnung Samt Recht Schutz
        Kind Kinder Kindergarten Garten Trauer Alkohol Droge Drogen Kammer Team Versammlung Beteiligung Treffen
        Ehrenamt ehrenamtlich hauptamtlich amtlich Träger Thema Themen Fach übergreifend fachübergreifend
        trägerübergreifend themenübergreifend Bund Haus Landschaft Gesundheit gesund fahren Fahrt Gefahr
        Müller über neu neue Quelle Ärzte wohnen Ort Zeit Information Austausch untersuchen untersucht suchen Dienst
        Vertretung Jahr Tag Mutter Vater Eltern Angst Not Ruf Nummer Telefon Krise Nacht
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
