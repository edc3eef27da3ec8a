/// What an HSDS profile can be filtered by.
enum InstitutionFacets {
    static func facets(_ profile: Value, locations: [Value], services: [Value]) -> [String: [String]] {
        var facets: [String: [String]] = [:]
        func add(_ key: String, _ values: [String]) {
            for value in values where facets[key]?.contains(value) != true { facets[key, default: []].append(value) }
        }
        for part in [profile] + services + locations {
            for (key, values) in attributes(part["attributes"]) { add(key, values) }
            for language in part["languages"]?.elements ?? [] { add("sprache", ContactWords.language(language)) }
            for access in part["accessibility"]?.elements ?? [] {
                add("barrierefreiheit", (access["description"]?.text ?? access.text).map { [$0] } ?? [])
            }
            for address in part["addresses"]?.elements ?? [] {
                add("plz", address[firstOf: ["postal_code", "plz"]]?.text.map { [$0] } ?? [])
                add("ort", address[firstOf: ["city", "ort"]]?.text.map { [$0] } ?? [])
                add("region", address["region"]?.text.map { [$0] } ?? [])
            }
            for area in ContactWords.areas(part) { add("region", [area]) }
        }
        for owner in [profile["organization"], profile["parent_organization"]] {
            add("traeger", owner?["name"]?.text.map { [$0] } ?? [])
        }
        if profile["assured_date"] == nil, let date = services.lazy.compactMap({ $0["assured_date"]?.text }).max() {
            add("assured_date", [date])
        }
        return facets
    }

    /// A German map `{Beratungsschwerpunkt: […]}`, or HSDS's list of `{taxonomy_term: {taxonomy, name}}`, also of
    /// `{label, value}`.
    private static func attributes(_ value: Value?) -> [(key: String, values: [String])] {
        guard let value else { return [] }
        if case .object(let members) = value {
            return members.sorted { $0.key < $1.key }.map { (key($0.key), $0.value.texts) }
        }
        return value.elements.compactMap { attribute in
            let term = attribute["taxonomy_term"]
            let taxonomy =
                term?["taxonomy_detail"]?["name"]?.text ?? term?["taxonomy"]?.text
                ?? attribute[firstOf: ["label", "taxonomy", "name", "link_type"]]?.text
            guard let taxonomy else { return nil }
            let values = term?["name"]?.text.map { [$0] } ?? attribute["value"]?.texts ?? []
            return values.isEmpty ? nil : (key(taxonomy), values)
        }
    }

    /// The facet's name for an attribute's: lower case, umlauts transliterated.
    private static func key(_ name: String) -> String {
        let folded = ByteText.comparable(name).split(separator: " ").joined(separator: "_")
        switch folded {
        case "beratungsschwerpunkt", "beratungsschwerpunkte", "schwerpunkt", "schwerpunkte": return "schwerpunkt"
        case "zielgruppe", "zielgruppen": return "zielgruppe"
        case "traeger", "traegerin", "traegerschaft": return "traeger"
        case "sozialraum", "sozialraeume": return "sozialraum"
        case "sprache", "sprachen": return "sprache"
        case "barrierefreiheit": return "barrierefreiheit"
        default: return folded.isEmpty ? "attribut" : folded
        }
    }
}
