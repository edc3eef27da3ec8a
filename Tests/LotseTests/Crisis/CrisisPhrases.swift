/// What people write who are in acute danger, and what only sounds like it. One phrase a line.
enum CrisisPhrases {
    static let acute = lines(
        """
        ich will sterben
        ich will nur noch sterben
        Ich möchte am liebsten sterben
        will einfach sterben
        ich möchte nicht mehr leben
        ich will nicht mehr leben
        Ich will so nicht mehr leben
        mag nicht mehr leben
        ich mag nimmer leben
        ich will nich mehr leben
        ich will nicht mehr lebn
        ich will nichtmehr leben
        ich kann nicht mehr leben
        ich kann so nicht weiterleben
        wie soll ich weiterleben ich will nicht mehr leben
        ich habe keine Lust mehr zu leben
        hab keinen Bock mehr auf das Leben
        ich habe keinen Lebenswillen mehr
        habe keinen Lebensmut mehr
        ich will tot sein
        ich wäre gern tot
        ich wäre lieber tot
        wäre am liebsten tot
        ich wünschte ich wäre tot
        ich wünsche mir den Tod
        ich will in den Tod gehen
        ich sehne mich nach dem Tod
        ich will mich umbringen
        ich werde mich umbringen
        Ich möchte mich umbringen!
        ich bringe mich um
        ich bring mich heute um
        ich bring mich noch um
        ich denke daran mich umzubringen
        ich habe vor mich umzubringen
        mich um bringen
        ich will michumbringen
        ich will mich umbrigen
        ich will mich umbirngen
        ich wil mich umbringen
        wie kann ich mich umbringen
        wie bringe ich mich um
        wie bringt man sich um
        wie bringt man sich schmerzlos um
        warum soll ich mich nicht umbringen
        ich will mich töten
        ich möchte mich selbst töten
        ich werde mich töten
        ich will mir das Leben nehmen
        ich möchte mir das leben nehmen
        ich nehme mir das Leben
        mir das Leben zu nehmen ist der einzige Ausweg
        ich überlege mir das Leben zu nehmen
        ich habe versucht mir das Leben zu nehmen
        ich habe versucht mich umzubringen
        ich will meinem Leben ein Ende setzen
        ich mache meinem Leben ein Ende
        ich will mein Leben beenden
        Leben beenden wie
        ich will dass mein Leben endet
        ich will Schluss machen mit dem Leben
        ich mache Schluss mit meinem Leben
        ich will mir etwas antun
        ich habe Angst mir etwas anzutun
        ich könnte mir was antun
        ich tu mir was an
        ich tue mir etwas an
        ich will nicht mehr aufwachen
        ich will einfach nur einschlafen und nicht mehr aufwachen
        am liebsten würde ich nie mehr aufwachen
        ich will nicht mehr da sein
        ich möchte nicht mehr da sein
        ich will nicht mehr hier sein
        ich will nicht mehr existieren
        ich will verschwinden und nicht mehr leben
        mein Leben hat keinen Sinn mehr
        das Leben hat keinen Sinn
        mein Leben ist sinnlos
        mein leben ist nichts mehr wert
        das Leben ist nicht mehr lebenswert
        mein Leben ist vorbei ich will nicht mehr
        alle wären besser dran ohne mich
        ohne mich wären alle besser dran
        ohne mich geht es allen besser
        die Welt wäre ohne mich besser
        meine Familie wäre ohne mich besser dran
        niemand würde mich vermissen wenn ich tot wäre
        ich falle allen nur zur Last ich will sterben
        ich halte es nicht mehr aus
        ich halte das alles nicht mehr aus
        ich ertrage das Leben nicht mehr
        ich ertrage es nicht mehr
        es gibt keinen Ausweg mehr
        ich sehe keinen Ausweg mehr
        sehe keinen anderen Ausweg als den Tod
        alles ist sinnlos ich will nicht mehr
        Selbstmordgedanken
        ich habe Selbstmordgedanken
        Selbstmord Gedanken
        selbstmordgedaken
        habe ständig Suizidgedanken
        Suizidgedanken was tun
        suizid gedanken hilfe
        suizidgedanken nachts
        ich habe wieder Suizidgedanken
        ich bin suizidal
        ich fühle mich suizidal
        ich denke an Selbstmord
        denke jeden Tag an Suizid
        ich denke oft an den Tod
        Gedanken an Suizid
        ich will Selbstmord begehen
        ich werde Selbstmord begehen
        Selbstmord begehen wie
        Suizid begehen
        ich plane meinen Suizid
        ich plane meinen Selbstmord
        selbstmord methoden
        suizid methoden
        schmerzlos sterben
        schnell und schmerzlos sterben
        wie stirbt man ohne Schmerzen
        Abschiedsbrief schreiben
        ich habe einen Abschiedsbrief geschrieben
        Überdosis genommen
        ich habe eine Überdosis Tabletten genommen
        ich habe zu viele Tabletten genommen
        habe alle Tabletten geschluckt
        wie viele Tabletten braucht man um zu sterben
        ich springe von der Brücke
        ich will von der Brücke springen
        vom Hochhaus springen
        ich will mich vor den Zug werfen
        vor den Zug springen
        ich will mich erhängen
        mich aufhängen
        ich will mir die Pulsadern aufschneiden
        Pulsadern aufschneiden
        ich will mich erschießen
        ich will mich vergiften
        Stimmen sagen ich soll mich umbringen
        die Stimmen befehlen mir zu sterben
        meine Freundin will sich umbringen
        mein Freund droht sich umzubringen
        mein Mann will sich das Leben nehmen
        meine Tochter hat versucht sich das Leben zu nehmen
        mein Kind will sich umbringen
        meine Schwester will nicht mehr leben
        mein Bruder redet von Selbstmord
        mein Sohn spricht von Suizid
        mein Vater hat einen Abschiedsbrief geschrieben
        meine Mutter hat Suizidgedanken
        sie sagt sie will nicht mehr leben
        er sagt er will sterben
        meine Freundin schreibt sie will sterben was soll ich tun
        ich will nicht mehr ich will sterben
        hilfe ich will mich umbringen bitte
        kann nicht schlafen und will mich umbringen
        mein Mann ist gestorben und ich will auch nicht mehr leben
        seit der Trennung will ich nicht mehr leben
        ich will heute Nacht sterben
        ich wil sterben
        ich will sterbn
        ich möchte steben
        """)

    /// Everything here may get another notice or none, but not the acute one.
    static let other = lines(
        """
        Suizidprävention Fachtagung
        Fachtag Suizidprävention
        Suizidprävention im Alter
        Fortbildung Suizidalität erkennen
        Leitfaden Suizidalität
        Arbeitskreis Suizidprävention Protokoll
        Handreichung Umgang mit Suizidgedanken bei Jugendlichen
        Vortrag Selbstmordgedanken bei Jugendlichen
        Fachkräfte Schulung Suizidgedanken
        Statistik Suizide Deutschland
        Suizidrate 2023
        Welttag der Suizidprävention
        Hinterbliebene nach Suizid Gruppe
        Angehörige um Suizid Selbsthilfegruppe
        Trauer nach Suizid
        Nationale Strategie Suizidprävention
        Krisenintervention Konzept
        Studie Suizidgedanken Depression
        Konzept Umgang mit Selbstmordgedanken in der Schule
        Weiterbildung Krisenberatung Suizid begehen
        ich will mich nicht umbringen
        ich will nicht sterben
        ich habe keine Suizidgedanken
        habe keine Selbstmordgedanken
        Sterbebegleitung
        Sterbebegleitung zu Hause
        Hospiz und Sterbebegleitung
        Hospizverein Ehrenamt
        Palliativberatung
        wenn Eltern sterben
        Sterben und Tod in der Altenpflege
        Ausbildung Sterbebegleiter
        Trauergruppe
        Trauergruppe für Kinder
        Gruppe für Trauernde
        mein Mann ist gestorben
        meine Mutter ist tot
        Tod der Eltern
        Tod eines Kindes Trauerbegleitung
        Trauer um mein Kind
        Kind verloren Sternenkinder
        verwaiste Eltern
        wer hilft nach einem Todesfall
        Angst vor dem Tod
        Angst vor dem Sterben
        Umgang mit Tod und Trauer
        Sterbegeld beantragen
        Patientenverfügung
        Vorsorgevollmacht
        Leben mit Demenz
        Leben mit Behinderung
        Leben nach dem Schlaganfall
        Leben im Alter
        mehr Lebensfreude
        besser leben mit Diabetes
        ich will wieder leben
        wieder gern leben
        ich will gesünder leben
        wo kann ich betreut leben
        selbstbestimmt leben
        ich will nicht mehr trinken
        ich will nicht mehr rauchen
        ich will nicht mehr spielen
        ich möchte nicht mehr allein sein
        ich will nicht mehr allein leben
        ich will nicht mehr zu Hause wohnen
        ich will nicht mehr mit ihm zusammenleben
        ich will keine Drogen mehr nehmen
        keine Tabletten mehr nehmen
        Tablettensucht
        Tabletten absetzen Beratung
        Medikamente nehmen in der Schwangerschaft
        wie viele Tabletten darf ich nehmen
        Überdosis Naloxon Schulung
        Drogennotfall Prävention
        Drogenkonsumraum
        Sucht
        Suchtberatung
        Suchtselbsthilfe Kooperation
        Alkoholberatung
        Beratung für Angehörige
        Hilfe bei Depression
        ich bin traurig
        ich bin so müde
        ich bin erschöpft
        Burnout
        Erschöpfung
        ich kann nicht mehr schlafen
        ich kann die Miete nicht mehr zahlen
        ich kann meine Mutter nicht mehr pflegen
        ich kann nicht mehr arbeiten
        ich finde keinen Therapieplatz
        ich finde keine Wohnung
        ich habe keinen Termin bekommen
        ich habe keine Arbeit mehr
        ich habe kein Geld mehr
        Schuldnerberatung
        Schulden und kein Ausweg
        Insolvenz Beratung
        Mietschulden
        Wohnung verloren
        Obdachlosigkeit
        Essstörung
        Magersucht Beratung
        Angststörung Selbsthilfe
        Panikattacken
        Psychotherapie Wartezeit
        Psychiatrie Tagesklinik
        sozialpsychiatrischer Dienst
        Krisendienst Telefonnummer
        Notfallnummern
        Telefonseelsorge Ehrenamt
        Gemeindepsychiatrischer Verbund
        Krisenwohnung
        Gewaltschutz Konzept
        Frauenhaus Finanzierung
        Frauenhaus
        häusliche Gewalt Beratung
        mein Mann schlägt mich
        ich habe Angst vor meinem Mann
        Täterarbeit
        Kinderschutz Fachberatung
        Kindeswohlgefährdung melden
        Mobbing in der Schule
        ich werde gemobbt
        meine Eltern schlagen mich
        Cybermobbing Elternabend
        Trennung und Scheidung Beratung
        Schluss machen mit dem Rauchen
        ich will Schluss machen mit meinem Freund
        mein Freund hat Schluss gemacht
        Beziehung beenden
        Arbeitsverhältnis beenden
        Ausbildung beenden
        Vertrag beenden
        Brief an das Amt schreiben
        Bewerbung schreiben
        Abschied nehmen vom Elternhaus
        Abschiedsfeier
        einen Zug nehmen nach Ellerfurt
        Brücke zur Arbeit Projekt
        Brückenprojekt Jugend
        ins Wasser springen Schwimmkurs
        den Haushalt führen Hilfe
        etwas für mich tun
        mir etwas Gutes tun
        ich will etwas tun
        ich möchte mich engagieren
        ich will mich ehrenamtlich einbringen
        ich möchte mich einbringen
        wie bringt man Kinder ins Bett
        wie bringt man sich in eine Selbsthilfegruppe ein
        Kinder unterbringen
        Umbringungskosten
        Umbau Beratungsstelle
        Umzug ins Pflegeheim
        nicht mehr aktuell
        nicht mehr zuständig
        es gibt keine Gruppe mehr
        ohne mich anzumelden
        Beratung ohne Termin
        wer hilft mir
        wo finde ich Hilfe
        Hilfe für mein Kind
        Netzwerkkonferenzen
        Sozialraumkonferenz
        Doppelstrukturen vermeiden
        selbstbestimmtes Sterben Rechtslage Vortrag
        Lebensberatung
        Lebenshilfe
        Lebensmittel Tafel
        Familie und Beruf
        """)

    static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
