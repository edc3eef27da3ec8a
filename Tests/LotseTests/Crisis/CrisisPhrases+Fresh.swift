extension CrisisPhrases {
    /// Written after the triggers, to see what they miss; what they missed was added, except for a few that say too
    /// little.
    static let freshAcute = lines(
        """
        ich will das alles nicht mehr ertragen und gehen für immer
        ich halt das leben nicht mehr aus
        ich sehe keinen ausweg mehr außer mich umzubringen
        wie viel paracetamol braucht man um zu sterben
        welche tabletten zum sterben
        wie kann man sich am schnellsten umbringen
        ich habe mir was angetan
        ich habe versucht mich umzubringen
        suizidversuch gestern was jetzt
        ich habe eine überdosis genommen
        ich stehe am bahngleis
        ich sitze auf dem dach und will nicht mehr
        ich hab ein seil gekauft
        ich will schluss machen mit allem
        es wäre besser wenn es mich nicht gäbe
        es wäre besser wenn ich nicht da wäre
        alle wären froh wenn ich weg wäre
        ich bin nur eine belastung für alle
        ich falle nur allen zur last
        ich möchte einschlafen und nie wieder aufwachen
        ich wäre am liebsten tot
        ich kann so nicht weiterleben
        mein leben ist vorbei ich mach schluss
        ich habe keinen grund mehr zu leben
        gibt es einen grund weiterzuleben
        warum soll ich noch leben
        wozu noch weiterleben
        lohnt sich das leben noch
        ich hasse mein leben und will weg
        ich will mich vergiften
        ich will mich ertränken
        ich will mich erschießen
        ich will mir die kehle durchschneiden
        ich schneide mir gleich die adern auf
        sterbewunsch depression
        ich habe suizidale gedanken
        bin suizidal
        akut suizidgefährdet hilfe
        meine freundin will sich umbringen was tun
        mein bruder hat einen abschiedsbrief geschrieben
        meine mutter will sterben und sagt es jeden tag
        mein kind ritzt sich und redet vom sterben
        meine frau hat tabletten geschluckt
        mein schüler hat mit selbstmord gedroht
        ich bring mich heute um
        ich bringe mich und meine kinder um
        ich will niht mehr lebn
        ich wil sterbn
        kan nich mer leben
        ich möchte tod sein
        ich wünschte ich wär tod
        wie sterbe ich schnell
        schmerzfrei sterben wie
        wie stirbt man ohne schmerzen
        selbstmord methoden
        suizid methoden schmerzlos
        ich denke ständig an suizid
        denke an selbstmord
        gedanken ans sterben werden immer stärker
        ich plane meinen tod
        ich will dass mein leben endlich aufhört
        alles sinnlos ich will nicht mehr
        ich habe mit dem leben abgeschlossen
        das leben macht keinen sinn mehr
        ich will nicht mehr auf dieser welt sein
        ich will hier nicht mehr sein
        ich will einfach weg von dieser welt
        heute nacht mache ich ein ende
        mach bald schluss
        ich springe vor den zug
        vor die bahn springen
        ich kann nicht mehr ich will nicht mehr
        niemand braucht mich ich könnte tot sein
        hat doch alles keinen zweck mehr will sterben
        nachbar will vom balkon springen
        jemand will sich das leben nehmen wen anrufen
        ich hab angst dass ich mir was antue
        ich habe angst mich umzubringen
        der druck mich umzubringen wird immer größer
        ich höre stimmen die sagen ich soll mich umbringen
        I want to die
        i want to kill myself
        suicide help
        ich packe das leben nicht mehr
        mir ist alles egal hauptsache es ist vorbei
        will endlich ruhe haben für immer
        wenn ich morgen nicht mehr aufwache ist es auch gut
        hoffentlich wache ich nicht mehr auf
        ich bete jeden abend dass ich nicht mehr aufwache
        es soll einfach aufhören alles
        ich möchte verschwinden für immer
        ich gehöre nicht auf diese welt
        ich bin es nicht wert zu leben
        ich habe es nicht verdient zu leben
        mein leben ist nichts wert
        ich will bei meinem verstorbenen mann sein
        ich folge meiner frau ins grab
        ich habe alles geregelt und kann jetzt gehen
        ich verabschiede mich von euch
        das ist mein letzter brief
        niemandem würde auffallen wenn ich weg bin
        keiner würde mich vermissen
        meine kinder haben es besser ohne mich
        ich bin allen nur im weg
        ich mache allem ein ende
        ich will dem ein ende machen
        ich kann und will nicht mehr
        ich kann nich mehr und will auch nich mehr
        ich will ned mehr leben
        kein bock mehr auf leben
        kein bock mehr zu leben
        hab keinen lebenswillen
        keine lebensfreude mehr will sterben
        ich denk die ganze zeit ans sterben
        ich denk nur noch an den tod
        ich stell mir vor wie ich sterbe
        ich google wie man stirbt
        wie tötet man sich selbst
        wie nehme ich mir das leben
        wie kann ich mir das leben nehmen
        wie kann ich sterben ohne dass es weh tut
        habe gerade viele tabletten genommen
        ich habe zu viel genommen was soll ich tun
        ich hab mir die arme aufgeschnitten
        ich blute stark hab mich geschnitten
        ich steh oben auf dem parkhaus
        bin auf der brücke
        ich will mich vor ein auto werfen
        ich will gegen einen baum fahren
        hilfe ich tu mir gleich was an
        hilfe ich bring mich um
        bitte helft mir ich will nicht sterben aber auch nicht leben
        ich will nicht sterben aber ich kann nicht mehr leben
        suizidgedanken hilfe sofort
        sm gedanken
        suizitgedanken
        suizied
        selbstmort
        selbsmord gedanken
        suizidgefahr bei jugendlichem sofort hilfe
        schülerin äußert suizidgedanken
        kollege hat angekündigt sich umzubringen
        freundin schreibt sie will nicht mehr
        mein freund antwortet nicht er wollte sich umbringen
        meine schwester wollte sich heute das leben nehmen
        mein vater sagt er will nicht mehr leben seit mama tot ist
        oma will nicht mehr leben
        meine oma möchte sterben was tun
        mein mann hat gesagt er bringt sich um wenn ich gehe
        meine tochter hat sich die pulsadern aufgeschnitten
        mein enkel hat einen abschiedsbrief hinterlassen
        unser nachbar droht vom dach zu springen
        er hat tabletten genommen und will sterben
        sie hat versucht sich umzubringen
        bewohner will sich das leben nehmen
        mein bester freund ist suizidgefährdet
        ich glaube mein bruder ist lebensmüde
        i don't want to live anymore
        i want to end my life
        feeling suicidal
        ich ertrage dieses leben nicht länger
        wozu noch leben
        warum lebe ich noch
        für was lebe ich noch
        hat leben noch einen sinn
        ich sehe keinen sinn mehr
        hat alles keinen sinn mehr
        es hat doch alles keinen sinn ich will nicht mehr
        mir kann keiner mehr helfen ich gehe
        heute ist mein letzter tag
        bald ist es vorbei
        bald bin ich erlöst
        ich möchte erlöst werden
        ich hab einfach keine lust mehr zu existieren
        ich wünsch mir ich wär nie aufgewacht
        mir wäre es recht wenn ich morgen tot wäre
        ich komme nicht mehr klar und will einfach nur noch sterben
        will tot umfallen
        gestern stand ich am geländer der brücke
        ich hab mir schon überlegt wie ich es mache
        ich weiß schon wie ich es mache und wann
        ich will mein leben wegwerfen
        ich spiele mit dem gedanken mich umzubringen
        der gedanke an den tod tröstet mich
        ich denke darüber nach mein leben zu beenden
        ich plane mich zu erhängen
        meine nachbarin hat gesagt sie will nicht mehr da sein
        meine mitbewohnerin hat eine überdosis genommen
        klassenkameradin hat selbstmord angekündigt
        papa hat gesagt er will sich was antun
        unser klient hat suizidabsichten was jetzt tun
        ich ritze mich und will sterben
        habe keine kraft mehr weiterzuleben
        lebenswille weg
        möchte nicht mehr aufstehen nie mehr
        mein leben ist eine qual ich will dass es endet
        ich bin innerlich schon tot
        es gibt nichts mehr wofür es sich zu leben lohnt
        mir fehlt jeder grund am leben zu bleiben
        ich will nicht am leben bleiben
        ich möchte am liebsten sterben
        sterben wäre eine erleichterung
        ich will von der welt gehen
        ich will aus dem leben gehen
        habe tabletten gesammelt
        letzte worte an meine familie
        tschüss welt
        ich will weg sein für immer
        keiner merkt wenn ich sterbe
        suizid begehen wie
        selbstmord forum
        ich hab angst vor mir selbst dass ich es tue
        lebt wohl
        ich sehne mich danach nicht mehr da zu sein
        mein mann ist so verzweifelt er will nicht mehr leben
        ich wollte gestern vor den bus laufen
        ich hab den abschiedsbrief schon fertig
        meine freundin antwortet nicht mehr sie wollte sich was antun
        ich könnte mir grad das leben nehmen
        es wär für alle das beste wenn ich sterbe
        kann man an paracetamol sterben
        mich hält hier nichts mehr
        ich will nimmer aufwachen
        ich bin des lebens müde
        am besten wär ich tot
        hilfe mein sohn 15 will sterben
        tochter spricht davon tot sein zu wollen
        ich hab solche angst dass mein bruder sich umbringt
        ich ertrag das alles nicht mehr und will weg für immer
        ich glaub ich bring mich um
        wer hilft bei selbstmordgedanken
        telefonseelsorge ich will nicht mehr leben
        notfall suizid wohin
        wo kann ich hin wenn ich mich umbringen will
        ich möchte so gern einfach einschlafen und nicht mehr wach werden
        leben macht kein sinn
        kein sinn mehr im leben
        ich hab nichts mehr wofür ich leben soll
        will gehen für immer
        ich häng mich auf
        ich nehm jetzt alle tabletten auf einmal
        gleich ist alles vorbei
        ich will nicht mehr leben
        ich möchte sterben
        hab keine lust mehr auf dieses leben
        wozu noch weiterleben
        ich will einfach einschlafen und nie wieder aufwachen
        suizidgedanken werden immer stärker was tun
        ich denke jeden tag daran mich umzubringen
        heute nacht mach ich schluss
        es soll endlich aufhören alles
        bin lebensmüde
        hilfe ich tu mir gleich was an
        ich kann nicht garantieren dass ich mir nichts antue
        wäre besser wenn ich nie geboren wäre
        alle wären ohne mich besser dran
        meine kinder hätten es leichter wenn ich weg wäre
        hab schon den abschiedsbrief geschrieben
        wie sage ich meiner mama tschüss für immer
        ich habe beschlossen zu gehen
        das wird mein letzter tag
        kb mehr auf leben
        digga ich will einfach nur noch sterben
        ich pack das leben nicht mehr will tot sein
        bin 14 und will nicht mehr existieren
        ich will verschwinden für immer und keiner soll mich finden
        selbstmord gedanken wen kann ich jetzt anrufen
        ich bin 82 und mag nicht mehr, der herrgott soll mich holen
        seit meine frau tot ist will ich ihr nur noch hinterher
        ich möchte bei meinem verstorbenen sohn sein
        darf man seinem leben selbst ein ende setzen wenn man nur noch leidet
        ist es feige sich das leben zu nehmen
        tut sterben weh
        wer kümmert sich um meinen hund wenn ich mich umbringe
        ich sehe keinen anderen ausweg als den tod
        mein leben hat keinen sinn mehr
        warum bin ich überhaupt noch da
        es gibt für mich kein morgen
        ich hab mit allem abgeschlossen
        suizid
        selbstmord begehen
        freitod
        will tot sein
        stimmen sagen mir ich soll mich umbringen
        nach der geburt will ich nur noch sterben
        wegen den schulden will ich mir das leben nehmen
        werde gemobbt und denke an suizid
        er hat mich verlassen jetzt will ich auch nicht mehr auf dieser welt sein
        ich habe angst dass ich mich heute umbringe
        ich traue mir selbst nicht mehr, habe einen plan
        letzte woche suizidversuch überlebt und die gedanken sind wieder da
        wollte mich gestern umbringen hat nicht geklappt
        akut suizidal wohin
        suizidal und kein klinikplatz
        hab mein testament gemacht und alles verschenkt, bald ist ruhe
        ich möchte erlöst werden
        ich will meine ruhe für immer
        keiner würde merken wenn ich tot wäre
        würde mich jemand vermissen wenn ich nicht mehr da bin
        ich bin nur noch eine last für alle und sollte gehen
        bitte helft mir ich will mir das leben nehmen
        möchte nicht mehr da sein
        schaffe es nicht noch einen tag zu leben
        ich halt das leben nicht mehr aus
        mein lebenswille ist weg
        soll ich es heute tun oder noch warten
        wie überlebe ich diese nacht
        ich hasse mich so sehr dass ich mich auslöschen will
        verzeiht mir dass ich euch verlasse
        wenn ihr das lest bin ich nicht mehr da
        am liebsten tot umfallen, meine das ernst
        ritzen reicht nicht mehr will sterben
        mein kopf sagt ständig bring dich um
        gibt es noch einen grund zu leben
        meine tochter sagt sie will nicht mehr leben
        sohn 16 droht mit selbstmord
        mann redet davon sich was anzutun was soll ich machen
        freundin hat mir gerade abschiedsnachricht geschickt
        mein bester freund will sich umbringen
        schülerin hat mir suizidgedanken anvertraut was muss ich als lehrer jetzt tun
        kollege macht andeutungen dass er bald nicht mehr da ist
        opa sagt er will nicht mehr und isst nichts mehr
        meine frau verschenkt plötzlich ihre sachen und verabschiedet sich
        bruder ist abgehauen und hat einen zettel dagelassen dass er nicht mehr kann
        nachbarin will sich das leben nehmen, wen rufe ich an
        jemand im chat schreibt dass er sich heute nacht tötet
        ex droht sich umzubringen wenn ich nicht zurückkomme
        kind 9 jahre sagt ich will tot sein
        wie erkenne ich ob mein partner suizidgefährdet ist er sagt so komische sachen
        mitbewohner hat sich eingesperrt und will sterben
        azubi im betrieb hat geäußert sich umbringen zu wollen
        meine schwester hatte einen suizidversuch und will es wieder tun
        enkelin schreibt auf insta dass sie nicht mehr auf der welt sein will
        klient am telefon kündigt suizid an
        ich hab angst dass mein vater sich was antut
        beste freundin ritzt sich und meint bald ist eh alles vorbei mit ihr
        darf ich polizei rufen wenn jemand sich umbringen will
        ich wil nicht mer leben
        suizied gedanken hilfe
        selbsmord
        wil mich umbrigen
        ich möchte strben
        kan nich mehr will tod sein
        sucid gedanken nachts
        lebens müde was jetz
        ich bring mich um ich kannnicht mehr
        will nichtmehr aufwachn
        hab keien lebenswillen mehr
        selbstmrod gedanken loswerden
        möchte mir das lebn nehmen
        icj will sterben
        suizit hilfe sofort
        mein man will sich umbringn
        meine tocher hat selbstmort gedanken
        hab mich endschieden zu sterbn
        will niht mehr auf diser welt sein
        ich tuh mir was an
        mag ned mehr lebn
        bitte hilfe suizidgefärdet
        das lehben ist nichts mer wert für mich
        ich stehe auf der brücke und weiß nicht ob ich springe
        hab zu viele tabletten genommen hilfe
        tabletten liegen vor mir und ich will für immer schlafen
        sitze am bahnhof und will vor den zug
        schmerzlos sterben
        gibt es einen schnellen weg zu sterben
        will vom dach springen
        denke dran gegen einen baum zu fahren
        mein mann hat eine waffe im haus und redet vom sterben
        hab ein messer in der hand und will nicht mehr
        i want to kill myself
        suicidal need help now germany
        i don't want to be alive anymore
        my friend is going to end her life tonight
        better off dead
        wanna die kann einfach nicht mehr
        kms heute abend kein joke
        112 oder wen anrufen bei selbstmordgedanken???
        ICH WILL NICHT MEHR!!! MACHT DASS ES AUFHÖRT ICH WILL STERBEN
        💔 goodbye an alle ich geh jetzt 🖤 für immer
        """)

    /// Written with them: the like of words, and nobody in danger.
    static let freshOther = lines(
        """
        leben im heim
        wohnen und leben in ellerfurt
        leben nach der trennung
        hilfe zum leben antrag
        grundsicherung lebensunterhalt
        lebensberatung
        schluss mit rauchen
        schluss machen mit freund wie
        ich will nicht mehr trinken
        ich kann nicht mehr schlafen
        ich will nicht mehr zur schule
        ich möchte nicht mehr bei meinen eltern wohnen
        tod meines mannes wer hilft mir
        wie spreche ich mit kindern über den tod
        trauerbegleitung nach tod des kindes
        sterbebegleitung zu hause
        palliativ sterben in würde
        sterbefall melden
        tabletten abhängigkeit
        medikamente absetzen
        überdosis prävention drogenkonsumraum
        springen lernen reha
        brückentage beratungsstelle
        dachverband selbsthilfe
        seil und klettern gruppe
        ende der beratung
        umgang mit suizidalen klienten fortbildung
        suizidprävention arbeitskreis
        nationales suizidpräventionsprogramm
        trauer um haustier
        abschied nehmen
        das leben feiern
        neue kraft finden
        ohne mich läuft nichts
        morgen nicht da termin absagen
        ich bin für immer dankbar
        aufwachen nachts schlafstörung
        zug nach berlin
        mein kind will nicht mehr in die kita
        leben mit depression
        leben ohne alkohol
        leben ohne gewalt
        wieder sinn im leben finden
        sinn des lebens gesprächskreis
        tödlicher unfall angehörige
        messerangriff opferhilfe
        schneiden und nähen kurs
        last minute beratung
        gefahr für leib und leben gesetz
        lebensgefahr erste hilfe kurs
        selbstbestimmt sterben gesetz
        patientenverfügung sterben
        sterbehilfe debatte vortrag
        wie lange lebt man mit demenz
        tod und trauer literatur
        toter briefkasten
        einschlafhilfe baby
        schlaftabletten sucht beratung
        ich kann nicht mehr laufen welche hilfsmittel
        ich kann nicht mehr allein einkaufen
        pflege meiner mutter ich kann nicht mehr
        ich bin am ende meiner kräfte pflege
        ausgebrannt und müde was tun
        burnout ich kann nicht mehr arbeiten
        mein kind will nicht mehr lernen
        ich möchte nicht mehr verheiratet sein
        wie beende ich meine beziehung
        das ende der ehe
        letzter tag der anmeldung
        letzter wille testament
        testament schreiben beratung
        bestattung kosten sozialamt
        grab pflegen
        trauercafe
        verwaiste eltern gruppe
        mein mann ist gestorben ich bin allein
        meine frau ist tot ich weiß nicht weiter
        mein sohn hat sich das leben genommen selbsthilfegruppe
        angehörige um suizid
        vortrag selbsttötung im alter
        suizid im film
        gesprächskreis sinn des lebens
        lebenssinn philosophie cafe
        neuer lebensmut nach krebs
        lebenshilfe ellerfurt
        lebensmittel ausgabe tafel
        lebensgemeinschaft
        leben auf der straße
        wie lebe ich mit hiv
        gut leben im alter
        vom dach gefallen unfallversicherung
        brückenjahr
        brückenkurs deutsch
        sprungbrett jugendhilfe
        auto überfahren opferhilfe
        pillendose verblisterung
        tabletten teilen demenz
        medikamentensucht im alter
        entzug schmerzmittel
        schneiderei für geflüchtete
        messer verbot schule
        waffenbesitz gewaltschutz
        seilschaften ausstieg
        schlafstörungen aufwachen in der nacht
        nicht mehr trinken selbsthilfe
        nie wieder alkohol
        aufhören mit spielen
        aufhören zu rauchen kurs
        schluss mit mobbing
        schluss mit schulden
        weg aus der gewalt
        weg von zuhause jugendamt
        ich will weg von meinem mann
        ich will hier weg wohnung gesucht
        keiner hilft mir beim antrag
        niemand ist zuständig
        niemand hat zeit für mich einsamkeit
        einsam im alter
        ich fühle mich wertlos
        ich habe keine hoffnung auf eine wohnung
        hoffnung nach der diagnose
        alles ist mir zu viel mit drei kindern
        erlösung predigt
        himmel und erde kita
        ruheraum
        ruhestand was nun
        für immer zuhause
        abschied von der flasche
        abschiedsfeier kita
        verabschiedung in den ruhestand
        blut spenden
        bluttest hiv
        schmerz lass nach gruppe
        chronische schmerzen selbsthilfe
        tot geborenes kind sternenkinder
        fehlgeburt trauer
        töten von tieren anzeige
        todesfall nachlassgericht
        tödliche unfälle statistik
        gefahr im verzug
        akuthilfe bei zahnschmerzen
        notruf senioren hausnotruf
        krisendienst öffnungszeiten
        krisenintervention fortbildung
        suizidalität erkennen handreichung
        lebensmüde alte menschen vortrag
        assistierter suizid rechtslage
        hospizverein ellerfurt
        sterbephase pflege zuhause
        sterbegeld
        sterben lernen buch
        ich habe keine lust mehr auf meinen job
        ich komme nicht klar mit dem antrag
        tot stellen reflex trauma
        geländer an der treppe zuschuss
        leben wegwerfen lebensmittel verschwendung
        gedanken kreisen nachts
        gedankenkarussell
        tod des partners rente
        kündigung angekündigt
        mitbewohner gesucht
        kraft tanken mutter kind kur
        nicht aufstehen können depression
        qual der wahl
        lohnt sich der antrag
        leben mit behinderung wohnform
        weltflüchtlingstag
        tabletten sammeln apotheke entsorgung
        letzte hilfe kurs
        letzte worte hospiz
        forum suizidprävention
        angst vor der prüfung
        angst vor dem tod
        angst vor dem sterben
        selbst helfen
        mein vater liegt im sterben
        mein opa will nicht ins heim
        meine oma will nicht mehr essen
        mein sohn will nicht mehr zur therapie
        wie sage ich meinem kind dass oma gestorben ist
        todesangst panikattacke
        fachtag suizidprävention 2024 anmeldung
        konzept suizidprävention schule vorlage
        statistik suizid deutschland altersgruppen
        nationale suizidpräventionsstrategie bundestag
        fortbildung umgang mit suizidalen klienten
        leitfaden krisenintervention für beratungsstellen
        welttag der suizidprävention veranstaltungen berlin
        werther effekt medien berichterstattung
        trauergruppe für angehörige nach suizid
        agus selbsthilfe bayreuth
        mein bruder hat sich vor fünf jahren das leben genommen, suche selbsthilfegruppe
        bachelorarbeit suizid im alter literatur
        sterbehilfe gesetzeslage deutschland
        urteil bundesverfassungsgericht assistierter suizid 2020
        referat für ethik: sterbehilfe pro und contra
        hospiz ehrenamt ausbildung sterbebegleitung
        ambulanter hospizdienst in der nähe
        letzte hilfe kurs
        palliativstation besuchszeiten
        patientenverfügung formular kostenlos
        mutter liegt im sterben wie begleiten
        wie erkläre ich meinem kind den tod von oma
        trauercafé sonntag
        verwaiste eltern gesprächskreis
        sternenkinder beerdigung
        mein hund ist gestorben und ich bin so traurig
        trauer um katze ist das normal
        witwe mit 45 austausch
        wie lange dauert trauer nach tod des partners
        abschied nehmen am grab ritual
        ich will nicht mehr rauchen
        möchte nicht mehr trinken anonyme alkoholiker
        schluss mit kiffen
        von tabletten loskommen
        schlaftabletten abhängigkeit beratung
        mein mann hört nicht auf zu spielen spielsucht
        tabletten gegen depression nebenwirkungen
        antidepressiva absetzen erfahrungen
        entzug ambulant oder stationär
        leben ohne alkohol erfahrungsberichte
        er hat schluss gemacht wie komme ich drüber weg
        beziehung beenden mit kind
        freund ist weg liebeskummer
        trennung nach 20 jahren ehe wie weiterleben im alltag
        mein ex will nicht mehr mit mir reden
        ehe am ende paarberatung
        scheidung und dann? neues leben anfangen
        abschiedsbrief an kollegen zum renteneintritt formulieren
        abschiedsfeier kita sprüche
        abschied vom kinderwunsch
        ich könnte meinen bruder umbringen so nervt der
        mein vermieter macht mir das leben schwer
        sterbenslangweilig ideen fürs wochenende jugend
        ich sterbe vor scham wenn ich vor der klasse rede
        todmüde nach der nachtschicht
        totlachen lachyoga gruppe
        ich kann nicht mehr schlafen weil das baby schreit
        keine kraft mehr für die pflege meiner mutter
        pflegende angehörige am ende ihrer kräfte entlastung
        mutter kind kur antrag völlig erschöpft
        alleinerziehend und überfordert wer hilft
        mein sohn mit adhs bringt mich an meine grenzen
        burnout symptome test
        ich kann nicht mehr arbeiten gehen wegen rücken
        erschöpft vom job was tun
        keine energie nach corona long covid gruppe
        fatigue ms selbsthilfe
        ausgelaugt als erzieherin
        will nicht mehr in die schule
        sohn will nicht mehr zum training gehen
        tochter will nicht mehr bei papa wohnen
        schule abbrechen mit 17
        ausbildung beenden vor ablauf
        ich will weg von zuhause jugendamt
        mein freund will weg aus deutschland
        wohnung weg was nun obdachlos
        kündigung wohnung eigenbedarf ende der frist
        ich möchte nicht mehr bei meinen eltern leben
        leben mit demenz infoabend
        leben mit autismus forum
        lebensberatung caritas öffnungszeiten
        ehe familien und lebensberatung termin
        lebenshilfe wohnheim freie plätze
        betreutes wohnen für psychisch kranke
        brücke e.v. sozialpsychiatrischer dienst
        die brücke schleswig holstein tagesklinik
        telefonseelsorge ehrenamtlich mitarbeiten
        krisendienst bayern stellenangebote
        springen im trampolinpark inklusionsgruppe
        seilspringen trotz arthrose
        bungee springen angst überwinden
        höhenangst auf brücken
        brückenteilzeit antrag arbeitgeber
        wiedereinstieg nach elternzeit brücke in den beruf
        einspringen für kollegin muss ich das
        angst vor zugfahren panikattacke
        über die klippe springen redewendung herkunft
        angst vor dem tod therapie
        todesangst bei panikattacken
        angst zu sterben bei herzrasen
        nahtoderfahrung austauschgruppe
        leben nach dem tod kirche gesprächsabend
        todesanzeige aufgeben
        was tun im todesfall checkliste
        bestattungskosten sozialamt
        erbe ausschlagen frist
        witwenrente beantragen
        testament schreiben beratung senioren
        sinn des lebens philosophie kreis
        lebenssinn im ruhestand finden
        midlife crisis mann
        mehr vom leben haben trotz bürgergeld
        lebenskrise buchtipps
        work life balance seminar
        wochenendseminar loslassen lernen
        endlich leben 12 schritte programm
        neustart mit 50
        gesund leben kurs vhs
        kur beantragen am ende der elternzeit
        am ende des geldes noch so viel monat schuldnerberatung
        insolvenz ende restschuldbefreiung
        rechtliche betreuung beenden
        wie beende ich eine therapie
        selbsthilfegruppe auflösen
        lebensmittel tafel wo
        sterbegeldversicherung sinnvoll
        sterbeurkunde standesamt
        robert enke stiftung
        film über suizid für unterricht geeignet
        gastbeitrag: wie redet man über suizid
        psychiatrie erfahrene peer beratung
        mobbing macht kinder krank elternabend
        messer verbot schulordnung
        gewalt in der ehe frauenhaus
        nachsorge nach klinikaufenthalt depression gruppe
        depression was ist das
        winterdepression lichttherapie
        selbstverletzung infoblatt für lehrkräfte
        suizidalität icd 10 kodierung
        risikoabschätzung suizid fragebogen instrument
        mhfa ersthelfer kurs kosten
        notfallseelsorge ausbildung feuerwehr
        lokführer nach personenunfall trauma hilfe
        kein bock mehr auf meinen nebenjob
        mein kind kann ohne handy nicht leben medienzeit
        wg leben streit putzplan
        tschüss windel sauberkeitserziehung
        goodbye stress onlinekurs krankenkasse
        """)
}
