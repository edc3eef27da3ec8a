/// Says in German how to reach an institution and who may come.
enum ContactWords {
    /// The lines of "Kontakt und Zugang".
    static func lines(_ profile: Value, locations: [Value]) -> [String] {
        var lines: [String] = []
        func add(_ more: [String]) { lines += more.filter { !lines.contains($0) } }
        add(addresses(profile))
        add(reach(profile))
        for location in locations {
            let name = location["name"]?.text
            let own = addresses(location) + reach(location)
            if let name, !own.isEmpty, locations.count > 1 { add(["\(name):"]) }
            add(own)
            if let description = location["description"]?.text { add([description]) }
            if let way = location["transportation"]?.text { add(["Anfahrt: \(way)"]) }
        }
        if let way = profile["transportation"]?.text { add(["Anfahrt: \(way)"]) }
        add(access(profile))
        for location in locations { add(access(location)) }
        return lines
    }

    /// Telephone, mail, web and people.
    static func reach(_ value: Value) -> [String] {
        var lines = (value["phones"]?.elements ?? []).compactMap(phone)
        if let mail = value["email"]?.text { lines.append("E-Mail: \(mail)") }
        if let site = value[firstOf: ["website", "url"]]?.text { lines.append("Internet: \(site)") }
        for contact in value["contacts"]?.elements ?? [] {
            let role = [contact["title"]?.text, contact["department"]?.text].compactMap { $0 }.joined(separator: ", ")
            if let name = contact["name"]?.text ?? contact.text {
                lines.append("Ansprechperson: \(name)\(role.isEmpty ? "" : " (\(role))")")
            }
            lines += (contact["phones"]?.elements ?? []).compactMap(phone)
            if let mail = contact["email"]?.text { lines.append("E-Mail: \(mail)") }
        }
        return lines
    }

    /// Who may come, what it costs, how to apply, languages, accessibility, area.
    static func access(_ value: Value) -> [String] {
        var lines: [String] = []
        func add(_ label: String, _ text: String?) {
            if let text { lines.append("\(label): \(Value.cleaned(text))") }
        }
        add("Für wen", value["eligibility_description"]?.text)
        add("Alter", ages(value))
        add("Anmeldung", value["application_process"]?.text)
        add("Kosten", value[firstOf: ["fees_description", "fees"]]?.text)
        for option in value["cost_options"]?.elements ?? [] { add("Kosten", cost(option)) }
        add("Wartezeit", value["wait_time"]?.text)
        let documents = (value["required_documents"]?.elements ?? []).compactMap { $0["document"]?.text ?? $0.text }
        add("Mitzubringen", documents.isEmpty ? nil : documents.joined(separator: ", "))
        let languages = (value["languages"]?.elements ?? []).flatMap(language)
        add("Sprachen", languages.isEmpty ? nil : languages.joined(separator: ", "))
        add("Dolmetschen", value["interpretation_services"]?.text)
        let accessibility = (value["accessibility"]?.elements ?? []).compactMap { entry -> String? in
            guard let text = entry["description"]?.text ?? entry.text else { return nil }
            return entry["details"]?.text.map { "\(text) (\($0))" } ?? text
        }
        add("Barrierefreiheit", accessibility.isEmpty ? nil : accessibility.joined(separator: "; "))
        let areas = areas(value)
        add("Einzugsgebiet", areas.isEmpty ? nil : areas.joined(separator: ", "))
        return lines
    }

    /// The names of the areas that are served.
    static func areas(_ value: Value) -> [String] {
        ((value["service_area"]?.elements ?? []) + (value["service_areas"]?.elements ?? [])).compactMap {
            $0.text ?? $0[firstOf: ["name", "description"]]?.text
        }
    }

    /// The German name of a language that is given by name, by code, or as an object with either.
    static func language(_ value: Value) -> [String] {
        if let name = value["name"]?.text { return [name] }
        guard let word = value["code"]?.text ?? value.text else { return [] }
        return [names[word.lowercased().split(separator: "-").first.map(String.init) ?? word] ?? word]
    }

    private static func addresses(_ value: Value) -> [String] {
        (value["addresses"]?.elements ?? []).compactMap { address in
            if let text = address.text { return "Adresse: \(text)" }
            let street = [
                address["attention"]?.text, address[firstOf: ["address_1", "street", "strasse"]]?.text,
                address["address_2"]?.text,
            ]
            let place = [
                address[firstOf: ["postal_code", "plz"]]?.text, address[firstOf: ["city", "ort"]]?.text,
            ].compactMap { $0 }.joined(separator: " ")
            let parts = street.compactMap { $0 } + (place.isEmpty ? [] : [place])
            guard !parts.isEmpty else { return nil }
            let isPostal = address["address_type"]?.text == "postal"
            return "\(isPostal ? "Postanschrift" : "Adresse"): \(parts.joined(separator: ", "))"
        }
    }

    private static func phone(_ value: Value) -> String? {
        guard let number = value["number"]?.text ?? value.text else { return nil }
        let label =
            switch value["type"]?.text?.lowercased() {
            case "fax": "Fax"
            case "text", "sms": "SMS"
            case "cell", "mobile": "Mobil"
            case "textphone", "tty": "Schreibtelefon"
            case "video": "Videotelefon"
            default: "Telefon"
            }
        let extension_ = value["extension"]?.text.map { ", Durchwahl \($0)" } ?? ""
        let note = value["description"]?.text.map { " (\($0))" } ?? ""
        return "\(label): \(number)\(extension_)\(note)"
    }

    private static func ages(_ value: Value) -> String? {
        switch (value["minimum_age"]?.text, value["maximum_age"]?.text) {
        case (let low?, let high?): "\(low) bis \(high) Jahre"
        case (let low?, nil): "ab \(low) Jahren"
        case (nil, let high?): "bis \(high) Jahre"
        case (nil, nil): nil
        }
    }

    private static func cost(_ option: Value) -> String? {
        let amount = option["amount"]?.text.map { amount -> String in
            let currency = option["currency"]?.text?.uppercased() ?? "EUR"
            return "\(amount.replacing(".", with: ",")) \(currency == "EUR" ? "Euro" : currency)"
        }
        let parts = [option["option"]?.text, amount, option["amount_description"]?.text].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static let names: [String: String] = [
        "de": "Deutsch", "deu": "Deutsch", "ger": "Deutsch", "en": "Englisch", "eng": "Englisch", "tr": "Türkisch",
        "tur": "Türkisch", "ar": "Arabisch", "ara": "Arabisch", "ru": "Russisch", "rus": "Russisch",
        "uk": "Ukrainisch", "ukr": "Ukrainisch", "pl": "Polnisch", "pol": "Polnisch", "fr": "Französisch",
        "es": "Spanisch", "it": "Italienisch", "fa": "Persisch", "ku": "Kurdisch", "ro": "Rumänisch",
        "bg": "Bulgarisch", "sr": "Serbisch", "hr": "Kroatisch", "bs": "Bosnisch", "sq": "Albanisch",
        "el": "Griechisch", "pt": "Portugiesisch", "vi": "Vietnamesisch", "zh": "Chinesisch", "ti": "Tigrinya",
        "so": "Somali", "ps": "Paschtu", "ur": "Urdu", "gsg": "Deutsche Gebärdensprache",
    ]
}
