/// Phrases written by others than the triggers' author. Those that are still read wrongly are not among them: acute ones
/// without a word that says it (`der plan steht und niemand weiß davon`), and idioms (`mein rücken bringt mich um`).
extension CrisisPhrases {
    static let moreAcute = lines(
        """
        ich will sterben
        ich möchte nicht mehr leben
        will nimmer leben
        ich bring mich um
        ich bringe mich heute noch um
        suizidgedanken was tun
        selbstmordgedanken hilfe sofort
        ich kann nicht mehr und will auch nicht mehr
        wofür lebe ich eigentlich noch
        alle wären besser dran ohne mich
        ohne mich hätten es meine kinder leichter
        ich will einfach einschlafen und nie wieder aufwachen
        wenn ich doch morgen früh nicht mehr aufwachen würde
        ich hab tabletten genommen und hab jetzt angst
        hab alle tabletten auf einmal geschluckt
        meine freundin hat eine überdosis genommen
        freund droht mit selbstmord
        mein sohn sagt er will nicht mehr leben
        meine tochter hat einen abschiedsbrief geschrieben
        mein mann hat gesagt er hängt sich auf
        meine mutter redet ständig vom sterben und verschenkt ihre sachen
        ich stehe auf der brücke
        ich will springen
        will vom dach springen
        vor den zug werfen
        ich möchte mich vor einen zug schmeißen
        pulsadern aufgeschnitten
        habe mir die arme aufgeschnitten weil ich tot sein will
        ich habe schon alles geplant für heute nacht
        habe meinen abschiedsbrief fertig
        testament und abschiedsbrief geschrieben jetzt ist schluss
        es ist vorbei ich mach schluss
        ich mache meinem leben ein ende
        leben beenden
        mein leben beenden
        wie bringt man sich schmerzlos um
        wie viele tabletten braucht man um zu sterben
        schneller tod ohne schmerzen
        tut sterben weh wenn man es selber macht
        kms
        ich will kms digga
        unalive gedanken jeden tag
        hab kein bock mehr auf leben
        kein bock mehr zu existieren
        ich will einfach weg sein für immer
        ich will nicht mehr da sein
        ich will nicht mehr existieren
        ich wünschte ich wäre nie geboren
        wäre ich doch bloß tot
        am liebsten wär ich tot
        ich wollt i wär tot
        i mog nimma lebn
        i mag nimmer
        ick will nich mehr leben
        ich mag nüme läbe
        i pack des nimmer i bring mi um
        isch will net mehr lewe
        ich hab mit dem leben abgeschlossen
        ich habe das leben satt
        lebensmüde
        ich bin so lebensmüde
        bin des lebens überdrüssig
        mit 82 jahren möchte ich nicht mehr weiterleben
        seit meine frau tot ist will ich ihr nachfolgen
        ich will zu meinem verstorbenen mann
        möchte meinem kind in den tod folgen
        der herrgott soll mich endlich holen sonst tu ich es selbst
        ich will mir etwas antun
        habe angst dass ich mir was antue
        angst dass sie sich etwas antut
        er hat eine waffe und will sich erschießen
        ich möchte mir eine kugel in den kopf jagen
        gegen den baum fahren und alles ist vorbei
        ich denke beim autofahren daran einfach in den gegenverkehr zu lenken
        ich überlege mich aufzuhängen
        mich vermisst sowieso keiner wenn ich tot bin
        würde es jemand merken wenn ich tot wäre
        ich falle allen nur zur last und will gehen
        ist es feige sich umzubringen
        kommt man in die hölle wenn man sich das leben nimmt
        sich das leben nehmen
        ich will mir das leben nehmen
        ich sehe keinen ausweg mehr nur noch den tod
        der tod ist die einzige lösung
        ich habe versucht mich umzubringen
        suizidversuch gestern niemand weiß davon
        mitschülerin schreibt in der klassengruppe dass sie sich heute umbringt
        meine beste freundin ritzt sich und will sterben bitte helft mir
        mein ex sagt er bringt sich um wenn ich nicht zurückkomme
        ich will nich mehr lebn
        ichwillsterben
        ich wil sterbn
        selbsmord
        selbstmort gedanken
        suizied
        suizit gedanken hilfe
        suizidgefärdet wohin
        ich bringmichum
        ich bring mich umm
        möchte nicht mer leben
        moechte nicht mehr leben
        ich moechte tot sein
        will mich umbrigen
        will mich umbrngen heute
        kann nichtmehr will tod sein
        wil nur noch tot sein
        mein papa wil sich umbringen
        meine schwester hat ganz file tabletten geschlukt
        ueberdosis schlaftabletten genommen
        überdosiss genomen was jetz
        zuviele schlaftablettn genommen
        freundin wil sich was an tun
        ich habe keinen lebenswilen mehr
        lebensmuede
        lebenmüde
        abschiedsbrif gefunden von meiner tochter
        ich wil mich vorn zug schmeisen
        hab selbstmordgedancken seit wochen
        ich halts nichtmehr aus ich mach heut schluß mit allem
        ich will nicht mehr leben
        ich möchte sterben
        ich will mich umbringen
        ich bring mich heute noch um
        keine kraft mehr zum leben
        ich kann so nicht weiterleben
        wozu soll ich noch leben
        will einfach nur tot sein
        ich denke jeden tag an selbstmord
        akut suizidal wohin
        mein mann will sich umbringen
        freundin droht mit suizid
        mein bruder schreibt er macht heute schluss mit allem
        sohn sagt er will nicht mehr leben
        meine mutter redet vom sterben wollen, was mache ich
        kumpel will von der brücke springen
        habe zu viele tabletten genommen um zu sterben
        hab alle meine tabletten geschluckt
        ich hab mir was angetan
        ich habe angst mir etwas anzutun
        ich tu mir gleich was an
        ich hab den abschiedsbrief schon fertig
        ohne mich wären alle besser dran
        keiner würde merken wenn ich weg bin
        ich bin für alle nur noch eine last und will weg
        ich will für immer einschlafen
        am liebsten würde ich nicht mehr aufwachen
        ich will nicht mehr aufwachen morgen
        ich will vom dach springen
        ich überlege mich vor den zug zu werfen
        ich hab das seil schon hier
        gedanken an erhängen gehen nicht weg
        er hat gesagt er nimmt sich das leben
        ich will meinem leben ein ende setzen
        es soll endlich alles vorbei sein
        ich will dass es aufhört, für immer
        kein bock mehr auf leben
        will sterben bin 14
        bin 15 und will mich umbringen keiner weiß es
        kms gedanken mit wem reden
        meine bff ritzt sich und sagt sie will sterben
        freund hat auf snap geschrieben dass er sich umbringt
        jemand aus meiner klasse will sich töten
        wie sage ich meinen eltern dass ich nicht mehr leben will
        ich mag nimmer leben
        ich mag nicht mehr auf dieser welt sein
        ich gehöre nicht auf diese welt und will gehen
        mit 82 hat das leben für mich keinen zweck mehr, ich möchte gehen
        seit meine frau tot ist will ich ihr nur noch folgen
        der herrgott soll mich endlich holen, sonst helfe ich nach
        ich bin des lebens überdrüssig
        lebensmüde gedanken in der nacht
        ich trage mich mit dem gedanken aus dem leben zu scheiden
        freitod erwäge ich
        vater hat gewehr im schrank und will sich erschießen
        meine schwester hat ihre sachen verschenkt und sich verabschiedet
        frau hat sich von allen verabschiedet und ist weg, angst um ihr leben
        suizidversuch gerade eben
        suizidversuch freundin was jetzt tun
        kollege hat angekündigt sich zu töten
        meine ex droht sich umzubringen wenn ich gehe
        nachbar ruft er springt vom balkon
        suizid nummer anrufen
        suizid hotline jetzt
        selbstmord telefon anonym nachts
        mit wem kann ich schreiben wenn ich sterben will
        wen anrufen wenn man nicht mehr leben will
        bitte helft mir ich will nicht mehr da sein
        ich halte das leben nicht mehr aus
        heute ist mein letzter tag
        das ist meine letzte nacht
        morgen bin ich nicht mehr da
        bald habt ihr mich los für immer
        ich sehe keinen ausweg mehr außer den tod
        tod als einziger ausweg
        sterben wäre eine erlösung für mich
        wäre lieber tot
        wünschte ich wäre nie geboren und will nicht mehr existieren
        ich will verschwinden und nie wieder kommen, einfach tot
        ich will aufhören zu existieren
        warum darf ich nicht einfach sterben
        tut sterben weh
        wie bringt man sich um
        schmerzlos sterben
        wie viele tabletten reichen zum sterben
        schnellster weg zu sterben
        merkt man es wenn man stirbt, ich will es tun
        was passiert mit meinen kindern wenn ich mich umbringe
        stimmen sagen ich soll mich umbringen
        stimme befiehlt mir zu springen
        nach der geburt will ich nicht mehr leben
        schulden so hoch dass ich mich umbringen will
        nach trennung will ich nur noch sterben
        werde gemobbt und will deshalb nicht mehr leben
        durch prüfung gefallen will mich töten
        bin trans und will nicht mehr leben
        ich bin betrunken und hab das messer in der hand
        ich sitze im auto und will gegen einen baum fahren
        ich sitze an den gleisen
        ich kann nicht mehr, ich mach jetzt schluss mit meinem leben
        ich mach dem ganzen ein ende heute abend
        habe einen plan wie ich gehe und angst davor
        ich bin nicht mehr sicher vor mir selber
        was passiert wenn ich in der klinik sage dass ich suizidgedanken habe
        ich wil nich mehr leben
        ich will nichtmehr leben
        ichwill sterben
        ich will sterbn
        suizit gedanken
        suizied hilfe
        suizidgedancken
        selbstmort hilfe
        selbstmrod
        sucid hilfe chat
        ich will mich umbrigen
        will mich umbrngen
        ich moechte tod sein
        will tot sien
        ich halts nich mehr aus will weck sein für immer
        mein son will sich umbringen
        meine tochta will nicht mehr lebn
        ueberdosis genommen absichtlich
        tabletten geschlukt will sterben
        abschidsbrief gefunden von meinem mann
        ich will mir das lebn nehmen
        ich will mir wasantun
        keinen sin mehr im leben will sterben
        kan nicht mehr will tot sein
        freundinn will sich umbringn was soll ich machen
        wil springen
        ich denke jeden tag daran mich umzubringen
        Selbstmordgedanken Hilfe sofort
        Ich habe Suizidgedanken und niemand weiß davon
        ich will tot sein
        wäre ich doch nur tot
        ich habe keine kraft mehr zu leben
        warum soll ich noch leben
        ich halte es nicht mehr aus und will sterben
        hilfe ich bring mich heute noch um
        ich habe vor mich heute abend umzubringen
        mein mann will sich das leben nehmen
        meine tochter sagt sie will nicht mehr leben
        freundin droht mit selbstmord
        mein bester freund hat mir einen abschiedsbrief geschickt
        mein sohn hat suizidgedanken wen anrufen
        kollege redet davon sich umzubringen
        mama sagt sie will nicht mehr da sein
        Wen kann ich anrufen wenn ich mich umbringen will?
        notruf bei suizidgedanken
        krisentelefon suizid nachts
        mit wem kann ich reden wenn ich sterben will
        ich habe angst dass ich mir etwas antue
        ich habe angst vor meinen suizidgedanken
        ich kann für nichts mehr garantieren und will mir was antun
        plötzlich starker drang mich zu töten
        die stimmen sagen ich soll mich umbringen
        seit der trennung will ich nicht mehr leben
        wegen meiner schulden will ich mich umbringen
        nach dem tod meiner frau will ich auch sterben
        ich bin 15 und will sterben
        ich bin 78 und möchte nicht mehr weiterleben
        ich bin lebensmüde
        ich bin suizidal
        akut suizidgefährdet wohin
        suizidgefahr bei angehörigen sofort hilfe
        Ist es normal dass ich an Selbstmord denke
        warum denke ich ständig an suizid
        ich denke nur noch an den tod
        ich wünschte ich würde morgen nicht mehr aufwachen
        ich will einschlafen und nie wieder aufwachen
        ich will das alles beenden für immer
        mein leben hat keinen sinn ich will gehen
        ich mache schluss mit dem leben
        ich habe schon einen abschiedsbrief geschrieben
        ich habe einen plan wie ich sterbe
        ich stehe auf der brücke und will springen
        ich habe gerade zu viele tabletten genommen weil ich sterben wollte
        mein bruder hat versucht sich umzubringen
        suizidversuch hinter mir und die gedanken kommen wieder
        ich habe es schon mal versucht und will es wieder tun
        ich hasse mein leben und möchte tot sein
        kein lebenswille mehr
        ich habe den lebenswillen verloren
        leben ist nicht mehr lebenswert für mich
        ich möchte nicht mehr existieren
        ich will nicht mehr auf dieser welt sein
        ich ertrage dieses leben keinen tag länger
        soll ich mich umbringen
        darf ich sterben wollen
        ich sehe keinen anderen ausweg als den tod
        selbstmord als letzter ausweg
        ich kämpfe gegen den gedanken mich umzubringen
        meine schwester hat sich im bad eingeschlossen und will sterben
        nachbarin will sich was antun
        mein vater sagt er bringt sich um
        ich wil nicht mer leben
        ich möchte mich umbrigen
        suizitgedanken
        suizied gedanken hilfe
        selbsmord gedanken
        selbstmordgedankn was machen
        will mich umbringn
        ichkannnichtmehr will sterben
        hab angst das ich mich umbringe
        lebensmuede was tun
        mein freund will sich umbirngen
        meine freundinn will sich das lebn nehmen
        ich hab kein bock mehr zuleben
        will stebren
        sucidgedanken
        mag nimmer lebn
        ich würd mir am libsten das leben nemen
        ich bin für meine familie nur noch eine last
        es gibt keinen platz mehr für mich hier
        ich möchte einfach verschwinden und nie zurückkommen
        bald muss sich keiner mehr um mich sorgen
        ich habe mich schon von allen verabschiedet
        heute ist mein letzter abend
        ich möchte endlich für immer ruhe haben
        wer kümmert sich um meine kinder wenn ich nicht mehr da bin weil ich nicht mehr kann
        """)
}
