/// Recognises in the words beside a schedule that its hours do not hold every time.
///
/// People write "MO 18:30" and behind it "zweiter Montag im Monat". To call that open every Monday would send someone
/// to a closed door, so such hours may be open, and are not open for sure.
enum ScheduleNote {
    /// - Parameter hasDates: whether the schedule itself states from when or until when it holds; then a month in the
    ///   words only repeats it.
    static func narrows(_ text: String, hasDates: Bool) -> Bool {
        var words = " " + ByteText.comparable(text) + " "
        for phrase in harmless { words = words.replacing(phrase, with: " ") }
        if rhythms.contains(where: words.contains) { return true }
        if appointments.contains(where: words.contains) {
            if words.contains(" nur nach ") || !additions.contains(where: words.contains) { return true }
        }
        if exceptions.contains(where: words.contains) {
            // That holidays are not considered is said with every answer.
            if !words.contains("feiertag") || words.contains("ferien") { return true }
        }
        if words.contains("ferien"), limits.contains(where: words.contains), !hasDates { return true }
        return !hasDates && months.contains { words.contains(" \($0) ") }
    }

    private static let rhythms = [
        "kalenderwoche", " kw ", "gerade woche", "geraden woche", "gerader woche", " im monat ", " des monats ",
        "14 taeg", "14taeg", "vierzehntaeg", "14 tage", "vierzehn tage", "zwei wochen", "2 wochen", "drei wochen",
        "3 wochen", "vier wochen", "4 wochen", "zweiwoech", "dreiwoech", "vierwoech", "monatlich", "unregelmaessig",
        "jede zweite ", "jeden zweiten ", "jeder zweite ", "jedes zweite ", "abwechselnd", "nach bedarf", "bei bedarf",
    ]
    private static let appointments = ["vereinbarung", "absprache", "nur mit termin", "by appointment", " n v "]
    /// They say that appointments come on top of the hours.
    private static let additions = [
        " weitere", " und nach ", " oder nach ", " sowie ", " auch nach ", " zusaetzlich", " sonst ", " ansonsten ",
        " darueber hinaus ", " ausserhalb ", " andere ", " except ",
    ]
    private static let exceptions = [" ausser ", " ausgenommen ", " nicht ", " entfaellt "]
    private static let harmless = [
        " nicht noetig ", " nicht erforderlich ", " nicht notwendig ", " nicht barrierefrei ",
    ]
    private static let limits = [" nur ", " waehrend ", " in den "]
    private static let months = [
        "januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember", "sommer", "winter",
    ]
}
