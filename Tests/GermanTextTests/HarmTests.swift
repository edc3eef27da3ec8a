import Testing

@testable import GermanText

/// Words of different meaning that the stemmer alone would merge. The list was made by reading the stems that frequent
/// words of large corpora share.
@Suite("Words that must not meet")
struct HarmTests {
    private static let different = """
        schwul/schwül Sucht/suchte Sucht/suchten Trauer/trauen Bär/bar Wüste/wusste Blüte/Blut
        Zustand/zuständig zählen/zahlen Zählung/Zahlung gezählt/gezahlt Lager/Lage Masse/Maß Burg/Bürger Bürge/Bürger
        Gehalt/gehalten Forderung/Förderung fordern/fördern fordert/fördert gefordert/gefördert Meister/meist
        vertrieben/Vertrieb lösen/los Lösung/Losung auslosen/auslösen Gewissen/gewiss Unterhalt/unterhalten Reis/Reise
        Gläubiger/gläubig Haft/haften Gerät/geraten Anfall/anfallen Zeuge/Zeug Vertrag/vertragen Wachs/wach
        Sonde/sondern Bewährung/bewahren bewährt/bewahrt drucken/drücken gedruckt/gedrückt gewaltig/Gewalt Polen/Pol
        Ostern/Ost Pass/passen Einwand/einwandern Betrug/betrugen Bescheid/bescheiden Säge/sagen
        Belästigung/Belastung belästigen/belasten Schlager/Schläger Schlager/schlagen Müll/Müller fasten/fast
        Motorik/Motor Wetter/Wette Kammer/Kamm Kuchen/Küche lediglich/ledig Hort/hört Nötigung/nötig Sekt/Sekte
        Kost/Kosten täuschen/tauschen schonen/schön weinen/Wein Rachen/Rache Träne/trans Träne/Tran trans/Tran
        Scheide/scheiden beruhigen/beruhen Pater/Pate Schulter/schulte Wunde/wundern kundig/kündigen
        Kummer/kümmern mager/Magen flüchten/fluchten Wärter/warten Gatter/Gatte kränken/krank Manier/Manie
        Beruf/Berufung Alkohol/Alkoholiker verlässlich/verlassen Verlässlichkeit/verlassen trauern/trauen trauert/traut
        Seite/seit Seide/seid Ware/war Wille/will Magen/mag Weile/weil schön/schon Kanne/kann Demens/dem
        """.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "/").map(String.init) }

    private static let same = """
        Sucht/Süchte Zustand/Zustände Zustandes/Zuständen zählen/zählte Gerät/Geräte Gehalt/Gehälter Pass/Pässe
        Forderung/fordert Forderungen/gefordert Förderung/Förderungen fördern/fördere Bürger/Bürgers Vertrag/Verträge
        Betrug/Betrüger Anfall/Anfälle Bescheid/Bescheide Träne/Tränen Flucht/flüchten Wunde/Wunden Beruf/Berufe
        Trauer/trauern Trauer/Trauernde verlässlich/Verlässlichkeit
        bewähren/Bewährung drucken/Drucker Kammer/Kammern Zeuge/Zeugen Gläubiger/Gläubigern beruhigen/Beruhigung
        Lösung/Lösungen Alkoholiker/Alkoholikern Wetter/Wetters haften/hafte Reise/Reisen Beruf/berufliche Lager/Lagerung Vertrag/vertraglich gehalten/gehaltene
        """.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "/").map(String.init) }

    @Test("two words of different meaning have no term in common", arguments: different)
    func apart(pair: [String]) throws {
        let harness = try Harness()
        let (first, second) = (harness.whole(pair[0]), harness.whole(pair[1]))
        #expect(!first.isEmpty && !second.isEmpty)
        #expect(first.isDisjoint(with: second))
    }

    @Test("forms of one word still meet", arguments: same)
    func together(pair: [String]) throws {
        let harness = try Harness()
        #expect(!harness.whole(pair[0]).isDisjoint(with: harness.whole(pair[1])))
    }
}
