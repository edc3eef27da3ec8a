/// Words whose stems must not meet those of other words, and that are not taken apart.
///
/// Every form of a protected word has the word itself as its stem. Another word whose stem would be the same gets a
/// stem of its own, marked by a tilde, so that its own inflections still find each other.
public struct ProtectedWords: Sendable, Hashable {
    private var headwords: [[UInt8]: [UInt8]] = [:]
    private var listing: [String] = []

    /// The words of every corpus: pairs that the stemmer merges although they mean different things (`Haft` and `haften`,
    /// `Bewährung` and `bewahren`). Each line is a headword and its forms. They were found by listing the words of large
    /// corpora that fall on one stem, and reading the list; one side of a pair is enough here.
    static let builtIn = """
        Sucht Süchte Süchten
        Trauer trauern trauert trauerte trauerten getrauert trauernd Trauernde Trauernden Trauernder
        verlässlich verlässliche verlässlichen verlässlicher verlässliches verlässlichem Verlässlichkeit
        schwül schwüle schwülen schwüler schwüles schwülem
        Bär Bären
        Wüste Wüsten
        Blüte Blüten
        Zustand Zustands Zustandes Zustände Zuständen
        zählen zähle zählst zählt zählte zählten gezählt gezählte gezählten Zählung Zählungen Zähler Zählers Zählern
        Lager Lagers Lagern lagert lagerte lagerten Lagerung Lagerungen
        Masse Massen
        Burg Burgen
        Bürge Bürgen bürgt bürgte bürgten
        Gehalt Gehalts Gehaltes Gehälter Gehältern
        Forderung Forderungen fordern fordere forderst fordert forderte forderten
        Forderung gefordert geforderte geforderten geforderter gefordertes
        Meister Meisters Meistern
        vertrieben vertriebene vertriebenen vertriebener vertriebenes vertriebenem
        lösen löse löst löste lösten
        Lösung Lösungen
        auslosen auslost ausloste auslosten
        Gewissen Gewissens
        Unterhalt Unterhalts Unterhaltes
        Reis
        Gläubiger Gläubigers Gläubigern
        Haft
        Gerät Geräts Gerätes Geräte Geräten
        Anfall Anfalls Anfalles Anfälle Anfällen
        Zeuge Zeugen
        Vertrag Vertrags Vertrages Verträge Verträgen vertraglich vertragliche vertraglichen vertraglicher vertragliches
        Wachs Wachses
        Sonde Sonden
        Bewährung Bewährungen bewähren bewährt bewährte bewährten bewährter bewährtes
        drucken druckt druckte druckten gedruckt gedruckte gedruckten Drucker Druckers Druckern
        gewaltig gewaltige gewaltigen gewaltiger gewaltiges gewaltigem
        Pole Polen Polens
        Ostern
        Pass Passes Pässe Pässen
        Einwand Einwands Einwandes Einwände Einwänden
        Betrug Betrugs Betrüger Betrügers Betrügern betrügen betrügt betrügst betrüge betrüglich
        Bescheid Bescheids Bescheides Bescheide
        Säge Sägen
        Belästigung Belästigungen belästigen belästigt belästigte belästigten
        Schlager Schlagers Schlagern
        Müll Mülls
        fasten fastet fastete fasteten
        Motorik motorisch motorische motorischen motorischer motorisches
        Wetter Wetters
        Kammer Kammern
        Kuchen Kuchens
        lediglich
        Hort Horts Hortes Horte Horten
        Nötigung Nötigungen
        Sekt Sekts Sektes
        Kost
        täuschen täuscht täuschte täuschten getäuscht Täuschung Täuschungen
        schonen schont schonte schonten
        weinen weint weinte weinten weinend weinende weinenden
        Rachen Rachens
        Träne Tränen
        trans
        Scheide
        beruhigen beruhige beruhigt beruhigte beruhigten beruhigend beruhigende beruhigenden Beruhigung
        Pater Paters
        Schulter Schultern
        Wunde Wunden
        kundig kundige kundigen kundiger kundiges
        Kummer Kummers
        mager magere mageren magerer mageres
        Flucht flüchten flüchte flüchtet flüchtete flüchteten
        Wärter Wärters Wärtern
        Gatter Gatters Gattern
        kränken kränkt kränkte kränkten
        Manier Manieren
        Alkoholiker Alkoholikers Alkoholikern
        Teenager Teenagers Teenagern
        Flashback Flashbacks
        Beruf Berufs Berufes Berufe Berufen beruflich berufliche beruflichen beruflicher berufliches beruflichem
        """

    /// The built-in words.
    public init() {
        for line in ProtectedWords.builtIn.split(separator: "\n") { add(line: line) }
    }

    /// No word at all, to measure what protection is worth.
    public static let none = ProtectedWords(lines: "")

    private init(lines: String) {}

    /// Adds a line: a headword and, separated by spaces, its other forms.
    public mutating func add(line: some StringProtocol) {
        let forms = line.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ":" }).map { Folding.fold($0) }
        guard let headword = forms.first, !headword.isEmpty else { return }
        for form in forms where !form.isEmpty { headwords[form] = headword }
        listing.append(String(line))
    }

    /// The headword of a folded form, if it is one of a protected word.
    public func headword(_ form: [UInt8]) -> [UInt8]? { headwords[form] }

    /// All forms of all words.
    var forms: some Sequence<[UInt8]> { headwords.keys }

    /// All headwords.
    var all: Set<[UInt8]> { Set(headwords.values) }

    /// Everything that was added, for a fingerprint.
    public var description: String { listing.sorted().joined(separator: "\n") }
}
