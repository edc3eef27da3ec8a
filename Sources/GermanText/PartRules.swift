/// What the compound splitter knows of words beside the lexicon: which never are parts, which short ones are, and
/// which first parts no list has. General facts of German word formation, none of a corpus.
enum PartRules {
    /// Words that never are a part: prefixes, endings and function words that happen to be words as well.
    static let never = RuleTable(
        """
        ab an auf aus bei be da dar der die das den dem des durch ein emp ent er fort ge gegen her hin hinter in
        los mit nach neben ob ohne miss so über um un unter ur ver vor weg wider wieder zer zu zurück zusammen
        bar chen end ende er ern haft heit ich ig in innen isch keit lein lich ling los nis rich sal sam schaft
        ste tum ung ungen wärts weise ismus ist eur ion ions iv tion tät ieren iert ierung
        als am im zum zur und oder bis für von vom wie was wer wo es ihr sie wir man mich dich sich uns euch
        ein eine einer eines einem einen kein mein dein sein selbst sie ihm ihn ihnen
        bin bist ist sind war hat habe wird werden ste sten ter ten rin ins ums ans erst ern
        ass ahn ehr eck ach erz age agen nen sen tel tels enge inne inst rum rand rat selb denen vergl
        enden endes endet endete endend bare baren barer bares barem ionen schaften schafts schaft lung lungs lungen zungen dungs dungen endung ahme allg meine meinen
        eben amen esse mäßig scher arisch tand stet malig eichung heran heraus hervor hinaus hinzu herbei voran vorüber
        überein entgegen zuwider instand trans
        """)

    /// Words out of ``never`` that are a first part all the same, where a whole noun follows: `Selbsthilfe`.
    static let openers = RuleTable("selbst haupt neben nicht sonder erst end eigen innen hinter rück erb")

    /// Words out of ``never`` that stand before a noun of its own: `Mitbürger`, `Vorfreude`, `Unterausschuss`.
    static let nounPrefixes = RuleTable("mit gegen vor nach unter ober")

    /// Whether a part is cut off and says nothing by itself: a prefix, and `innen`, for who asks for that asks for no
    /// ending of `Bürger*innen` and no `Innenstadt` either.
    static func isNoTerm(_ part: [UInt8]) -> Bool {
        part.elementsEqual("innen".utf8) || part.withUnsafeBufferPointer { nounPrefixes.contains($0) }
    }

    /// Nouns that were made of a verb, mostly with another vowel. Behind a prefix they belong to the verb with that prefix
    /// (`Vorschrift` of `vorschreiben`), and the two are no compound.
    static let verbNouns = RuleTable(
        """
        schrift schriften stand stände ständen satz sätze sätzen sicht sichten lage lagen lager nahme nahmen gabe gaben
        gang gänge gängen fälle fällen tritt tritte griff griffe griffen trag träge trägen träger schlag schläge schlägen
        stoß stöße druck drucke wurf würfe würfen schuss schüsse schüssen schluss schlüsse fluss flüsse biss riss risse
        rissen schnitt schnitte schnitten strich striche striche stich bruch brüche brüchen spruch sprüche sprüchen
        sprung sprünge schwung klang klänge rang ränge lauf läufe läufen läufer kauf käufe kauf hang hänge fang halt halte
        halten haltung schein scheine bild bilder bildern fahrt fahrten fahrer flug flüge sitz sitze sitzen kunft stieg
        stiege zeichen zeichnung rede reden frage fragen trieb triebe weise weisen sage sagen bote boten hilfe hilfen
        glied glieder gliedern gliedes glieds leid mittag mittage recht rechte rechten richten richt richter teile teilen
        teils stück dienst dienste sorge sorgen spiel spiele spielen speise speisen steher gehen leben wissen haben
        nehmen tagen tage suche suchen stelle stellen wand wände bringen kommen ruhe welt liebe läge wende wenden
        """)

    /// Words out of ``never`` that are a last part all the same, and last parts that are no words of their own.
    static let closers = RuleTable("ende nahme rat rand weise eck weg")

    /// Whether a stretch is one of ``closers``. `Ende` stands only behind a linking element or a plural: `Vorsitzende` is
    /// no end.
    static func closes(
        _ word: UnsafeBufferPointer<UInt8>, with part: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
        guard closers.contains(part) else { return false }
        return !part.elementsEqual("ende".utf8) || word[start - 1] == 0x73 || word[start - 1] == 0x6E
    }

    /// Short nouns that stand in many compounds. Other nouns as short as these are more often an accident.
    static let shortNouns = RuleTable(
        """
        akt ehe gen mai ion amt arm art bad bau bus bär tür rot eid eis erz fuss gas gut hof hut kur los not öl ohr ruf hut erz tee kuh ort ost pol rad rat rot see sud
        tag tal tat tau tee tod ton tor tür uhr weg west zoo zug zeh arzt bad bein berg bild blut boot
        brot buch dach dorf druck fall feld film fest form frau geld haus haut helm herr herz hilf holz hund jahr
        kind kopf korb kost kreis kurs lage land last laub lauf lied lohn luft mann meer mehl milch mord mund naht
        name netz ofen paar plan post preis punkt rand raum recht reis ring rohr saal saft salz sand satz schuh
        sitz sohn sport stab stab stadt stahl stall stand stein stoff sturm takt tank teil test text tier tisch tuch
        turm vieh volk wahl wald wand ware wein welt werk wert wind woche wolf wort zahl zahn zaun zeit zelt
        zeug ziel zins
        """)

    /// First parts that are no words: neoclassical ones, shortened adjectives, and numbers' names.
    static let combining = RuleTable(
        """
        alt blau eck elb irr bronchial homöo indo juke kat primar xeno erd ess grün hör kalt klein lad mal mess neu reb roh seh wohn aero agrar akut allgemein alkali anti astro audio auto billig bio chemo cyber dezi diskus elektro ethno euro
        exponential extra foto gastro geo giga hekto hetero homo hydro hyper immun industrie infra intra kardio
        kilo kino kombi kriminal krypto kubik logo makro maxi mega meta mikro milli mini ministerial mittel mono multi
        nano neo neuro nuklear öko ortho ovarial paläo pharma photo physio poly präsidial prä pseudo psycho
        quadrat quasi radio retro semi skalar solar sozial sozio spezial stereo stief super syn tele terror thermo
        toxi turbo ultra vibro video vize zenti zivil
        """)

    /// Prefixes of verbs and their nouns.
    private static let prefixes: [[UInt8]] = [
        "be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "vor", "voraus", "zusammen", "auf",
        "aus",
        "ein", "an", "ab", "bei", "mit", "nach", "zu", "um", "durch", "wider", "hinter", "rück", "gegen", "hin", "her",
        "heran", "heraus", "hervor", "hinaus", "hinzu", "herbei", "voran", "vorüber", "überein", "entgegen", "zuwider",
        "trans",
    ].map { Folding.fold($0) }

    /// How many bytes of a stretch are a prefix, as long as possible; 0 where it begins with none.
    static func prefixLength(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var longest = 0
        for prefix in prefixes where prefix.count > longest && word.starts(with: prefix) { longest = prefix.count }
        return longest
    }

    /// Whether a first part that no list has takes a prefix away from the part behind it: `Weban|gebot`.
    static func endsInPrefix(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        prefixes.contains { part.count >= $0.count + 3 && part.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a first part is more likely the prefix and a piece of the stem behind it: `Unt|erlagen`, `Bet|reiben`.
    static func cutsPrefix(_ part: UnsafeBufferPointer<UInt8>, prefixLength: Int, isVerb: Bool) -> Bool {
        guard prefixLength > 0 else { return false }
        if part.count <= prefixLength { return !combining.contains(part) }
        guard part.count <= 4 else { return false }
        return isVerb || !shortNouns.contains(part) && !combining.contains(part)
    }

    /// Whether no German word can end so: a stop or a nasal before `l` or `r` (`vergl`, `betr`).
    static func hasImpossibleEnd(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard part.count >= 2, let last = part.last, last == 0x6C || last == 0x72 else { return false }
        switch part[part.count - 2] {
        case 0x62, 0x63, 0x64, 0x66, 0x67, 0x6B, 0x6D, 0x6E, 0x70, 0x73, 0x74, 0x76, 0x77, 0x7A: return true
        default: return false
        }
    }

    /// Endings whose nouns take an `s` before the next part, always.
    private static let linkedEndings: [[UInt8]] = ["ung", "heit", "keit", "schaft", "ion", "tät"].map { Array($0.utf8) }

    /// Whether a stretch is a word of one of ``linkedEndings`` with its `s`: `Alphabetisierungs`.
    static func endsInLinkedEnding(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.last == 0x73 && needsLink(UnsafeBufferPointer(rebasing: word.dropLast()))
    }

    /// Whether a first part must be followed by `s`: `Wohnung|s|Amt`, never `Wohnung|Samt`.
    static func needsLink(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count >= 6, let last = word.last, last == 0x67 || last == 0x74 || last == 0x6E else { return false }
        return linkedEndings.contains { word.count >= $0.count + 3 && word.suffix($0.count).elementsEqual($0) }
    }
}
