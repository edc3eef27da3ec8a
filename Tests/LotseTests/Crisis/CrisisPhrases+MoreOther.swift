extension CrisisPhrases {
    static let moreOther = lines(
        """
        fachtagung suizidprävention 2025
        fortbildung suizidalität für lehrkräfte
        leitlinie umgang mit suizidalität pdf
        suizidstatistik österreich
        suizidrate nach altersgruppen deutschland
        welttag der suizidprävention programm
        nationale suizidpräventionsstrategie
        schulung gatekeeper suizidprävention anmeldung
        dokumentationsprotokoll suizidgefährdung stationär
        medienrichtlinien berichterstattung über suizid
        papageno effekt erklärung
        werther effekt medien studie
        facharbeit thema suizid im jugendalter
        referat goethe werther selbstmord
        unterrichtsmaterial psychische gesundheit klasse 9
        fragebogen suizidrisiko validierung
        stellenangebot krisendienst sozialpädagoge
        ehrenamt telefonseelsorge ausbildung
        supervision nach patientensuizid im team
        stationsleitfaden krisenintervention
        sterbebegleitung kurs letzte hilfe
        hospiz in meiner nähe
        ambulanter hospizdienst kosten
        palliativpflege zu hause beantragen
        patientenverfügung vordruck
        meine oma liegt im sterben wie begleite ich sie
        vater wird bald sterben krebs endstadium
        wie erkläre ich kindern das sterben
        urteil sterbehilfe bundesverfassungsgericht
        assistierter suizid gesetzeslage diskussion
        ethikrat stellungnahme sterbehilfe
        trauergruppe für angehörige nach suizid
        mein bruder hat sich vor drei jahren das leben genommen selbsthilfegruppe
        trauer um verstorbenen ehemann
        mein hund ist gestorben ich bin so traurig
        trauercafe termine
        verwaiste eltern gruppe
        kondolenzschreiben nach suizid formulieren
        sternenkind beerdigung
        mama ist letztes jahr gestorben und weihnachten steht an
        trauerfeier selbstmord predigt
        bestattung nach suizid kirchliche regeln
        buch für hinterbliebene nach suizid
        ich habe keine suizidgedanken nur stress
        ich bin nicht suizidal aber brauche eine beratung
        nicht lebensmüde nur müde
        ich will mich nicht umbringen ich brauche nur jemanden zum reden
        keine selbstmordgedanken aber depressiv
        ich möchte leben und suche therapie
        ich will nicht sterben habe angst vor krebs
        angst vor dem sterben
        todesangst bei panikattacke
        angst dass meine mutter stirbt
        hypochondrie ständig angst vor krankheit
        mit dem rauchen aufhören
        ich will mit dem trinken aufhören
        kiffen aufhören tipps
        mein mann trinkt jeden tag
        spielsucht beratungsstelle
        alkoholiker angehörige gruppe
        entzug stationär wartezeit
        tablettenabhängigkeit selbsthilfe
        schlaftabletten absetzen wie lange
        tabletten gegen depression nebenwirkungen
        darf ich die pille mit antidepressiva nehmen
        wie viele ibuprofen am tag erlaubt
        tablette vergessen zu nehmen was nun
        blutdrucktabletten morgens oder abends nehmen
        kann mein kind kapseln nicht schlucken
        schuldnerberatung kostenlos
        ich kann meine rechnungen nicht mehr bezahlen
        schulden nicht mehr im griff
        privatinsolvenz ablauf
        miete nicht bezahlt kündigung droht
        ich bin einsam
        einsamkeit im alter treffpunkt
        keine freunde gefunden nach umzug
        mein freund hat schluss gemacht
        schluss machen nach 5 jahren beziehung
        mein freund liebt mich nicht mehr
        die familie feiert ohne mich
        kollegen gehen immer ohne mich essen
        mein ex lebt jetzt glücklich ohne mich
        ich kann nicht mehr schlafen
        ich kann mich nicht mehr konzentrieren
        ich verstehe meine tochter nicht mehr
        kind will nicht mehr in die schule
        ich will nicht mehr in diesem büro arbeiten
        ich mag meinen job nicht mehr
        ich halte meine schwiegermutter nicht mehr aus
        ich könnte meinen chef umbringen haha
        die hitze bringt mich um
        ich sterbe vor langeweile
        ich bin vor scham fast gestorben
        ich lach mich tot
        todmüde nach der nachtschicht
        hab mich zu tode erschrocken
        ins kalte wasser springen neuer job
        seilspringen zum abnehmen
        trampolin springen in der schwangerschaft
        fallschirm springen trotz höhenangst
        vom beckenrand springen kind traut sich nicht
        über den eigenen schatten springen
        auszeit nehmen vom job
        elternzeit nehmen vater
        das leben in die hand nehmen
        sich im leben nicht alles gefallen lassen
        leben mit multipler sklerose
        leben nach der scheidung
        gut leben mit wenig geld
        sinn des lebens philosophie
        alleine leben mit 70
        betreutes leben im alter
        lebensberatung evangelische kirche
        ich kann mit dem grübeln nicht aufhören
        nägelkauen aufhören kind
        wann hört liebeskummer auf
        ich habe am ende des monats kein geld mehr
        fachtagung suizidprävention programm
        kongress suizidprävention 2025 anmeldung
        welttag der suizidprävention veranstaltungen
        fortbildung umgang mit suizidalität für lehrkräfte
        schulung krisenintervention pflegekräfte
        leitlinie suizidalität erwachsene
        leitlinie unipolare depression pdf
        suizidstatistik deutschland nach bundesländern
        suizidrate männer und frauen im vergleich
        statistisches bundesamt todesursachen tabelle
        nationale suizidpräventionsstrategie zusammenfassung
        schulprotokoll nach einem suizid
        handlungsleitfaden suizidalität für beratungsstellen
        dokumentationsbogen suizidrisiko vorlage
        werther effekt medien hausarbeit
        pressekodex berichterstattung über suizid
        referat suizid im jugendalter quellen
        studie suizidprävention im justizvollzug
        wie werde ich krisenberater
        supervision nach patientensuizid
        dienstanweisung besondere vorkommnisse wohnheim
        gesetz zur sterbehilfe stand bundestag
        urteil bundesverfassungsgericht assistierter suizid
        hospiz in der nähe
        ambulanter hospizdienst ehrenamtlich mitarbeiten
        palliativversorgung zuhause wer zahlt
        vater wird bald an krebs sterben abschied nehmen
        patientenverfügung formular
        kinderhospiz spenden
        sterbegeldversicherung sinnvoll
        was tun wenn jemand zuhause verstorben ist
        sterbeurkunde beantragen
        mein bruder hat sich vor drei jahren das leben genommen trauerbegleitung
        selbsthilfegruppe verwaiste eltern
        trauer um meinen mann hört nicht auf
        trauer um haustier
        wie erkläre ich meinem kind dass opa gestorben ist
        beileid schreiben nach selbstmord eines kollegen
        sonderurlaub todesfall eltern
        trauercafe münchen
        sternenkinder beratung
        witwenrente wie lange
        ich habe keine suizidgedanken, nur schlechte laune
        ich will mich nicht umbringen, ich brauche nur einen therapieplatz
        nicht suizidal aber erschöpft
        bin nicht lebensmüde nur müde
        ich will leben und wieder gesund werden
        keine selbstmordgedanken aber panikattacken
        ich möchte nicht sterben, angst vor herzinfarkt
        angst vor dem tod loswerden
        angst dass meine eltern irgendwann sterben
        hypochondrie angst zu sterben
        früher depressiv, heute geht es mir gut, erfahrungsbericht
        alkohol aufhören wie
        mit dem rauchen aufhören tipps
        mein mann trinkt jeden abend
        entzug tabletten benzodiazepine klinik
        tablettensucht beratung
        spielsucht sperre beantragen
        mein sohn kann nicht mit zocken aufhören
        kiffen aufhören schlafprobleme
        angehörige von suchtkranken gruppe
        entgiftung ablauf krankenhaus
        onlinesucht test
        schluss mit alkohol app
        nicht mehr trinken wie schaffe ich das
        privatinsolvenz dauer
        kann meine miete nicht mehr zahlen
        inkasso brief erhalten was tun
        pfändung konto schützen
        schulden beim jobcenter zurückzahlen
        stromsperre verhindern
        bürgergeld antrag
        einsam nach umzug in neue stadt
        einsamkeit im alter angebote
        keine freunde mit 30
        neue leute kennenlernen köln
        besuchsdienst für senioren
        ich fühle mich allein an weihnachten
        silvester allein was machen
        plaudertelefon senioren
        leben in einer wg mit 50
        leben mit diabetes
        leben mit adhs alltag
        work life balance wie besser leben
        allein leben lernen
        betreutes leben im alter kosten
        mehr freude im leben finden
        das leben nach der scheidung neu ordnen
        lebenslauf schreiben hilfe
        wie kann ich auf dem land leben ohne auto
        ich sterbe vor lachen
        wäre gestern fast gestorben so peinlich
        zimmerpflanze stirbt was tun
        bienensterben ursachen
        sterben fische wenn der filter aus ist
        abnehmen nach schwangerschaft
        elternzeit nehmen als vater
        urlaub nehmen während probezeit
        kontakt wieder aufnehmen zu meiner schwester
        bildungsurlaub nehmen
        tabletten gegen heuschnupfen
        tabletten teilen oder ganz schlucken
        blutdrucktabletten vergessen einzunehmen
        tabletten richtig entsorgen
        pille vergessen was jetzt
        tablettenbox für eine woche
        antidepressiva nebenwirkungen gewicht
        seilspringen abnehmen
        trampolin springen ab welchem alter
        fallschirmspringen gutschein
        vom fünfer springen lernen freibad
        brückentage 2026
        einspringen im dienst ablehnen
        mein auto springt nicht an
        mein chef redet nicht mehr mit mir
        handy geht nicht mehr an
        ich will nicht mehr zur schule gehen
        ich will nicht mehr bei meinen eltern wohnen
        ich kann seit tagen nicht mehr richtig schlafen
        meine freunde treffen sich ohne mich
        mein mann fährt ohne mich in urlaub
        kollegen gehen ohne mich mittagessen
        schluss machen per whatsapp
        mit freundin schluss machen aber nett
        wann ist schluss in der schule bw
        schlussverkauf termine
        freund hat schluss gemacht liebeskummer
        kind hört nicht auf zu weinen
        wie kann ich aufhören zu grübeln
        aufhören zu stottern übungen
        aufhören nägel zu kauen
        ich bin total genervt von meinen kollegen
        ich hab keine lust auf sport
        hab keinen bock mehr auf mathe
        ich bin immer müde und gereizt
        ich brauche dringend eine pause von den kindern
        stress mit der schwiegermutter
        todmüde nach nachtschicht
        ich könnte meinen bruder manchmal auf den mond schießen
        fortbildung suizidprävention für lehrkräfte
        suizidstatistik österreich nach bundesland
        leitfaden gesprächsführung bei suizidalität für pflegekräfte
        masterarbeit suizidalität im alter literatur
        ausbildung zur krisenberaterin kosten
        ehrenamt telefonseelsorge bewerben
        supervision für sozialarbeiter
        dienstanweisung krisenintervention in der schule
        fragebogen suizidrisiko wissenschaftliche validierung
        vortrag über suizidprävention buchen
        fachtagung psychiatrie anmeldung
        unterschied suizid und selbstmord begriff
        trauergruppe nach suizid des partners
        hinterbliebene nach suizid selbsthilfe
        wie erkläre ich meinem kind den suizid vom opa
        mein vater ist gestorben trauerbegleitung
        trauer um verstorbene mutter
        meine katze ist gestorben und ich bin traurig
        witwenrente nach tod des ehemanns
        todesfall in der familie was ist zu erledigen
        sternenkinder selbsthilfegruppe
        kondolenzkarte text bei suizid
        jahrestag vom tod meiner schwester
        trauercafé in der nähe
        sterbebegleitung hospiz ehrenamtlich
        wie lange dauert trauer
        ich habe keine suizidgedanken aber bin oft traurig
        ich bin nicht suizidal nur erschöpft
        keine selbstmordgedanken aber depressive stimmung
        ich will nicht sterben ich habe angst vor dem tod
        ich möchte leben trotz krebs
        depression ohne suizidgedanken
        nicht lebensmüde nur müde vom job
        angst zu sterben panikattacke
        angst vor einem herzinfarkt
        ich will noch lange leben gesund altern
        alkoholsucht beratung
        mein mann trinkt zu viel
        wie höre ich mit kiffen auf
        entzug ambulant oder stationär
        anonyme alkoholiker treffen
        internetsucht bei jugendlichen
        tablettenabhängigkeit hilfe für angehörige
        kokain abhängig beratung anonym
        mit dem rauchen schluss machen
        rückfall nach entzug was nun
        kaufsucht therapie
        pfändung konto was tun
        miete kann ich nicht zahlen
        strom abgestellt hilfe
        schulden nach scheidung
        inkassobrief bekommen
        ich ersticke in rechnungen
        mahnung vom finanzamt ratenzahlung
        einsamkeit im alter besuchsdienst
        allein an weihnachten
        wo kann ich leute kennenlernen
        niemand ruft mich an
        einsam trotz beziehung
        plaudertelefon für senioren
        lebensmüde redewendung herkunft
        mein handyakku ist tot
        schlussmachen per whatsapp
        springen lernen trampolin kurs
        letzter tag im büro spruch
        brückentage urlaub planen
        ich möchte mein abo beenden
        konto löschen für immer
        lebensversicherung kündigen
        tod in venedig zusammenfassung
        film über selbstmord schauspieler name
        ich habe keine lust mehr auf meinen job
        ich kann nicht schlafen
        mein chef macht mich fertig
        ich bin so gestresst wegen der prüfung
        ich hasse montage
        ich habe liebeskummer
        ich streite dauernd mit meiner mutter
        ich bin mit den kindern überfordert
        ich habe rückenschmerzen und schlechte laune
        """)
}
