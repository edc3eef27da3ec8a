/// The profile of an institution: readable German sections and facets from an HSDS 3 object.
struct InstitutionProfile {
    private(set) var sections: [Section] = []
    /// `schwerpunkt`, `zielgruppe`, `traeger`, `sozialraum`, `sprache`, `barrierefreiheit`, `region`, `plz`, `ort` and
    /// the profile's other attributes.
    private(set) var facets: [String: [String]] = [:]
    private(set) var place: (latitude: Double, longitude: Double)?
    private(set) var url: String?

    /// Keys that a profile has and plain documents lack.
    static let marks: Set<String> = [
        "services", "locations", "addresses", "schedules", "attributes", "phones", "organization_identifiers",
        "organization", "service_at_locations", "tax_status", "legal_status", "year_incorporated",
        "eligibility_description", "fees_description", "application_process", "interpretation_services", "status",
        "service_area", "service_areas", "assured_date", "parent_organization_id", "location_type", "contacts",
    ]

    /// Keys that become text or facets here, and are no metadata as they are.
    static let structure: Set<String> = [
        "name", "alternate_name", "description", "services", "service", "locations", "location", "addresses", "phones",
        "contacts", "schedules", "languages", "accessibility", "attributes", "service_area", "service_areas",
        "eligibility_description", "fees_description", "fees", "cost_options", "application_process", "wait_time",
        "interpretation_services", "alert", "funding", "programs", "program", "metadata", "organization_identifiers",
        "organization", "service_at_locations", "required_documents", "accreditations", "licenses", "transportation",
        "minimum_age", "maximum_age", "eligibility", "units", "service_capacities", "additional_websites", "website",
        "uri", "logo", "location_type", "external_identifier", "external_identifier_type", "parent_organization_id",
        "parent_organization",
    ]

    init(_ value: Value, limit: Int) {
        let profile = Value.object(value.loweredMembers ?? [:])
        let locations = profile["locations"]?.elements ?? profile["location"]?.elements ?? []
        let services = (profile["services"]?.elements ?? []) + (profile["service"]?.elements ?? [])
        url = profile[firstOf: ["website", "uri"]]?.text
        place = ([profile] + locations).lazy.compactMap(Self.place).first
        facets = InstitutionFacets.facets(profile, locations: locations, services: services)

        var builder = SectionBuilder(limit: limit)
        lead(profile, into: &builder)
        for service in services { Self.add(service, to: &builder) }
        let hours = Self.hours(profile, locations: locations)
        if !hours.isEmpty {
            builder.open(level: 1, heading: "Öffnungszeiten")
            builder.paragraph(hours.joined(separator: "\n"))
        }
        let contact = ContactWords.lines(profile, locations: locations)
        if !contact.isEmpty {
            builder.open(level: 1, heading: "Kontakt und Zugang")
            builder.paragraph(contact.joined(separator: "\n"))
        }
        sections = builder.finish()
    }

    private func lead(_ profile: Value, into builder: inout SectionBuilder) {
        if let text = profile["description"]?.paragraphs, !text.isEmpty { builder.paragraph(text) }
        var lines: [String] = []
        if let name = profile["alternate_name"]?.text { lines.append("Auch bekannt als: \(name)") }
        for (key, label) in [
            ("schwerpunkt", "Beratungsschwerpunkte"), ("zielgruppe", "Zielgruppen"), ("traeger", "Träger"),
        ] {
            if let values = facets[key] { lines.append("\(label): \(values.joined(separator: ", "))") }
        }
        if let alert = profile["alert"]?.text { lines.append("Hinweis: \(alert)") }
        if !lines.isEmpty { builder.paragraph(lines.joined(separator: "\n")) }
    }

    private static func add(_ value: Value, to builder: inout SectionBuilder) {
        let service = Value.object(value.loweredMembers ?? [:])
        builder.open(level: 1, heading: service["name"]?.text ?? value.text ?? "Angebot")
        if let text = service["description"]?.paragraphs, !text.isEmpty { builder.paragraph(text) }
        var lines = ContactWords.access(service)
        lines += ScheduleWords.lines(service["schedules"]?.elements ?? [])
        lines += ContactWords.reach(service)
        if let alert = service["alert"]?.text { lines.append("Hinweis: \(alert)") }
        if !lines.isEmpty { builder.paragraph(lines.joined(separator: "\n")) }
    }

    /// The opening hours, each place under its own name where places differ.
    private static func hours(_ profile: Value, locations: [Value]) -> [String] {
        var lines = ScheduleWords.lines(profile["schedules"]?.elements ?? [])
        for location in locations {
            let own = ScheduleWords.lines(location["schedules"]?.elements ?? [])
            if own.isEmpty || own == lines { continue }
            if let name = location["name"]?.text, locations.count > 1 || !lines.isEmpty { lines.append("\(name):") }
            lines += own
        }
        return lines
    }

    private static func place(_ value: Value) -> (latitude: Double, longitude: Double)? {
        guard let north = value["latitude"]?.double, let east = value["longitude"]?.double,
            (-90...90).contains(north), (-180...180).contains(east)
        else { return nil }
        return (north, east)
    }
}
