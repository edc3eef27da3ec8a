/// German function words: they stay in the index, but weigh little, take no part in phrases' positions, and a query
/// asks for them only when it has nothing else.
public enum StopWords {
    /// `ohne` is none of them: `ohne Wohnung` is not about a flat; nor is `weg`, which is a noun as well. `hab` and its like
    /// are how people write these words.
    ///
    /// Articles, pronouns, prepositions, conjunctions, auxiliary verbs and particles, by their classes in a grammar.
    public static let german: Set<[UInt8]> = {
        let words = """
            der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
            ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen
            mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines
            sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres
            unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures
            dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem
            welcher welche welches welchen welchem solche solcher solches solchen solchem
            derselbe dieselbe dasselbe denselben demselben derselben desselben
            derjenige diejenige dasjenige diejenigen denjenigen demjenigen derjenigen desjenigen
            man jemand niemand etwas nichts einige einiger einiges einigen einigem
            manche mancher manches manchen manchem mehrere mehrerer mehreren andere anderer anderes anderen anderem
            alle aller alles allen allem beide beider beiden
            wer wen wem wessen was wo woher wohin wann warum weshalb weswegen wieso wie womit wofür wozu wodurch woran
            an am ans auf aufs aus außer bei beim bis durch für gegen hinter hinterm im in ins mit nach neben
            seit trotz über um unter vom von vor vorm während wegen zu zum zur zwischen zwecks gemäß
            und oder aber denn sondern sowie sowohl weder noch als wenn weil daß dass ob obwohl damit indem falls sofern
            soweit sobald bevor nachdem doch jedoch also bzw beziehungsweise
            bin bist ist sind seid war warst waren wart gewesen sei seien wäre wären
            habe hast hat haben habt hatte hatten gehabt hätte hätten
            werde wirst wird werden werdet wurde wurden geworden worden würde würden
            kann kannst können könnt konnte konnten könnte könnten darf dürfen dürfte dürften
            muss muß musst müssen müsst musste mussten müßte müsste müssten soll sollen sollte sollten
            will wollen wollte wollten mag mögen möchte möchten möchtest lassen lässt läßt
            nicht auch nur so sehr schon noch dann da dort hier nun jetzt immer wieder mehr sonst zwar dabei dazu
            hab nich gibts wär würd daran darauf daraus darin darum darüber davon dafür dagegen danach dadurch
            hierzu hierbei hierfür hin her hinter viel einmal etwa usw ua zb dh ggf evtl bitte gibt geht
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map { Folding.fold($0) })
    }()
}
