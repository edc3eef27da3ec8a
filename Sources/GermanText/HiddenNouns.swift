/// Nouns that are spelled like a form of a verb or like an adjective.
///
/// Word lists for spelling keep one line for a word whatever its first letter, mostly the small one (`stand`, `fahrt`),
/// so that a list alone does not show that there is a noun as well. Compounds stand on exactly such nouns.
enum HiddenNouns {
    static let folded: Set<[UInt8]> = {
        let words = """
            not stand fahrt spinne teil segel ende recht leben essen schloss band gut halt ruf lauf schlag tat trieb stich
            strich druck klang rang tritt schritt schnitt verstand bestand betrieb versuch verkehr verband vertrag
            begriff angriff verbot gebot sorge pflege suche liebe lüge frage klage plage sage reise speise weise kreise
            preise treffen wissen vermögen verfahren vorhaben verhalten abkommen schreiben rennen schwimmen lernen lesen
            denken turnen tanzen treiben laufen feuer steuer mauer trauer feier eifer opfer zauber wunder hunger ärger
            jammer zimmer muster pflaster polster last rast schau stoß biss riss pass maß blick knick schmuck block
            schock heil seil ziel spiel zahl knall kapital wand wild kraft macht licht sucht flucht bucht angst herbst
            dienst verdienst ernst preis wohl rot wert erde werde heim wurm dank tank drang warte miete bitte spitze putz
            nutzen platz tanz pflanze grenze presse messe klasse breite weite kette wette hütte stütze decke ecke strecke
            backe hacke wache lache schwäche brauch hauch verbrauch reich stille willen grille welle stelle quelle schelle
            halle falle kralle rolle wolle fülle hülle kühle ruhe reihe weihe leihe ehe nähe härte stärke wärme tiefe
            dicke schwere leere lehre ehre kehre schere röhre streit leid zeit filz holz stolz funken wagen regen bogen
            sahne bahn spule schule folge orte park forscher träger enge zeug taube bleibe vertrieb eis streu reiz
            sturz stau start traum erwerb entwurf gewinn kauf verkauf einkauf ablauf verlauf beginn schrei
            fund grad schutz stress sport start hof hilfe bad rad tag jahr amt art
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map { Folding.fold($0) })
    }()
}
